from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from nominate_tui.model.ballot import Ballot, Review, ReviewState
from nominate_tui.model.deliberation import Deliberation, TieDecision
from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round
from nominate_tui.model.rules import TIE_BREAKS, Criterion, Scale
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.result import Ranking
from ranking.rounds import ABSTAINED, NOON, Cell, ballots_of, places, round_of

JURORS = ("anna", "bo", "cy", "di")
NOMINATIONS = "abcdefg"

Case = tuple[Round, Mapping[str, Ballot]]


@st.composite
def cases(draw: st.DrawFn, *, whole: bool = False) -> Case:
    """A round with its ballots; `whole`: every review that exists has a score on every criterion."""
    score: st.SearchStrategy[Cell] = st.integers(1, 4)
    cell = score if whole else st.one_of(score, score, score, st.sampled_from((ABSTAINED, None)))
    review = st.tuples(cell, cell)
    reviews = st.dictionaries(st.sampled_from(NOMINATIONS), review)
    table = draw(st.fixed_dictionaries(dict.fromkeys(JURORS, reviews)))
    weights = {"innovation": draw(st.integers(1, 4)), "spread": draw(st.integers(1, 4))}
    decisions = draw(st.lists(st.permutations(NOMINATIONS), max_size=2))
    chain = tuple(draw(st.permutations(TIE_BREAKS)))[: draw(st.integers(0, 5))]
    round = round_of(
        NOMINATIONS,
        JURORS,
        weights,
        decisions=decisions,
        tie_break=chain,
        shortlist=draw(st.integers(1, 8)),
        seed=draw(st.sampled_from(("", "drawn"))),
        incomplete_reviews=draw(st.booleans()),
    )
    return round, ballots_of(round, table)


def result(case: Case, *groups: Group) -> Ranking:
    return rank(*case, groups)


@given(cases(), st.permutations(JURORS))
def test_the_order_of_the_ballots_does_not_matter(case: Case, order: list[str]) -> None:
    round, ballots = case
    assert rank(round, {juror: ballots[juror] for juror in order}, ()) == result(case)


@given(cases(), st.permutations(JURORS))
def test_the_order_of_the_jury_moves_nobody(case: Case, order: list[str]) -> None:
    round, ballots = case
    by_id = {juror.id: juror for juror in round.rules.jurors}
    turned = replace(round, rules=replace(round.rules, jurors=tuple(by_id[id] for id in order)))
    assert places(rank(turned, ballots, ())) == places(result(case))


@given(cases(), st.fractions(min_value="1/50", max_value=50))
def test_scaling_all_weights_moves_nobody(case: Case, factor: Fraction) -> None:
    round, ballots = case

    def scaled(criterion: Criterion) -> Criterion:
        return replace(criterion, weight=criterion.weight * factor)

    rules = replace(round.rules, criteria=tuple(map(scaled, round.rules.criteria)))
    assert rank(replace(round, rules=rules), ballots, ()) == result(case)


@given(
    cases(whole=True),
    st.sampled_from(JURORS),
    st.sampled_from(NOMINATIONS),
    st.sampled_from(("innovation", "spread")),
)
def test_a_better_score_never_lowers(case: Case, juror: str, nomination: str, criterion: str) -> None:
    round, ballots = case
    review = ballots[juror].review(nomination)
    assume(review.scores)
    plain = replace(round, rules=replace(round.rules, tie_break=("criteria", "chair")))
    better = ballots[juror].with_review(review.with_score(criterion, review.scores[criterion] + 1))
    before = rank(plain, ballots, ()).standing(nomination)
    after = rank(plain, {**ballots, juror: better}, ()).standing(nomination)
    assert before is not None
    assert before.rank is not None
    assert after is not None
    assert after.rank is not None
    assert after.rank <= before.rank


@given(cases())
def test_ranks_are_a_standard_competition_ranking(case: Case) -> None:
    rows = [row for row in result(case).standings if row.rank is not None]
    ranks = [row.rank for row in rows]
    assert all(row.rank == 1 + sum(other < row.rank for other in ranks if other) for row in rows if row.rank)
    assert [row.shared for row in rows] == [ranks.count(rank) > 1 for rank in ranks]
    assert ranks == sorted(ranks, key=lambda rank: rank or 0)


@given(cases())
def test_nobody_stands_before_a_higher_score(case: Case) -> None:
    rows = [row for row in result(case).standings if row.rank is not None]
    assert all(Fraction(above.overall) >= Fraction(below.overall) for above, below in pairwise(rows))
    assert all(
        (below.separated_by == "overall") == (above.overall != below.overall)
        for above, below in pairwise(rows)
    )


@given(cases())
def test_what_no_rule_separated_shares_a_rank_and_nothing_else_does(case: Case) -> None:
    rows = [row for row in result(case).standings if row.rank is not None]
    assert all((above.rank == below.rank) == (below.separated_by is None) for above, below in pairwise(rows))


@given(cases())
def test_the_shortlist_is_everybody_down_to_the_line_and_longer_only_by_a_tie(case: Case) -> None:
    found = result(case)
    ranks = [row.rank for row in found.standings if row.rank is not None]
    assert len(found.shortlist) == sum(rank <= found.k for rank in ranks)
    assert found.tie_at_the_line == (len(found.shortlist) > found.k)
    assert found.tie_at_the_line or len(found.shortlist) == min(found.k, len(ranks))


@given(cases())
def test_the_states_of_a_row_add_up_to_the_jury(case: Case) -> None:
    for row in result(case).standings:
        assert sum(row.states.values()) == len(JURORS)
        assert row.n <= row.states[ReviewState.COMPLETE] + row.states[ReviewState.UNFINISHED]


@given(cases())
def test_without_the_rule_of_an_order_equal_ballots_tie_exactly(case: Case) -> None:
    # Two nominations with the very same reviews: nothing but the chair or a lot can tell them apart.
    round, ballots = case
    twins = {
        juror: ballot.with_review(replace(ballot.review("a"), nomination="b"))
        for juror, ballot in ballots.items()
    }
    rules = replace(round.rules, tie_break=("criteria", "head_to_head", "fewest_lowest"))
    found = rank(replace(round, rules=rules), twins, ())
    a, b = found.standing("a"), found.standing("b")
    assert a is not None
    assert b is not None
    assert (a.mean, a.rank, a.overall) == (b.mean, b.rank, b.overall)


@given(cases(whole=True), st.sampled_from(JURORS))
def test_abstaining_is_not_zero(case: Case, juror: str) -> None:
    # To abstain from everything is to be left out: the others' mean stays what it is without that juror.
    round, ballots = case
    review = ballots[juror].review("a").with_abstention("innovation").with_abstention("spread")
    abstained = {**ballots, juror: ballots[juror].with_review(review)}
    others = {id: ballot for id, ballot in ballots.items() if id != juror}
    with_abstention, without = rank(round, abstained, ()).standing("a"), rank(round, others, ()).standing("a")
    assert with_abstention is not None
    assert without is not None
    assert (with_abstention.mean, with_abstention.n) == (without.mean, without.n)


@given(cases(), st.sampled_from(("innovation", "spread")), st.integers(-5, 5))
def test_how_hard_a_criterion_is_moves_all_alike_whoever_left_it_out(
    case: Case, criterion: str, harder: int
) -> None:
    # All scores on a criterion moved by the same steps: who has no score there gains and loses what the others do.
    round, ballots = case
    rules = replace(round.rules, scale=Scale(-9, 9))
    moved = {
        juror: replace(
            ballot, reviews={id: _harder(review, criterion, harder) for id, review in ballot.reviews.items()}
        )
        for juror, ballot in ballots.items()
    }
    before, after = (rank(replace(round, rules=rules), each, ()) for each in (ballots, moved))
    differences = set()
    for row in before.standings:
        other = after.standing(row.nomination)
        if row.mean is not None and other is not None and other.mean is not None:
            differences.add(other.mean - row.mean)
    assert len(differences) < 2


def _harder(review: Review, criterion: str, steps: int) -> Review:
    if criterion not in review.scores:
        return review
    return replace(review, scores={**review.scores, criterion: review.scores[criterion] + steps})


@given(cases())
def test_a_group_of_one_changes_nothing(case: Case) -> None:
    assert result(case, Group(("a",), "a")) == result(case)


@given(cases())
def test_the_primary_changes_the_name_and_not_the_figures(case: Case) -> None:
    first = result(case, Group(("a", "b"), "a")).standing("a")
    second = result(case, Group(("a", "b"), "b")).standing("b")
    assert first is not None
    assert second is not None
    assert (first.mean, first.n, first.states, first.counted) == (
        second.mean,
        second.n,
        second.states,
        second.counted,
    )


@given(cases(), st.permutations(NOMINATIONS))
def test_a_full_order_by_the_chair_leaves_no_shared_rank(case: Case, order: list[str]) -> None:
    round, ballots = case
    decided = Deliberation(ties=(TieDecision(tuple(order), "said so", NOON),))
    rules = replace(round.rules, tie_break=("chair",))
    found = rank(replace(round, rules=rules, deliberation=decided), ballots, ())
    assert not any(row.shared for row in found.standings)
