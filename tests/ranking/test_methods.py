from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import NotAllowed
from nominate_tui.model.duplicate import Group
from nominate_tui.model.rules import METHODS, Method
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.result import Ranking
from ranking.rounds import Table, ballots_of, places, ranked, round_of
from ranking.test_properties import Case, cases

ONE = {"innovation": 1}
JURY = ("anna", "bo", "cy", "di", "ed", "fi")


def column(nomination: str, scores: str) -> Table:
    """One criterion, and a juror for each digit."""
    return {juror: {nomination: (int(score),)} for juror, score in zip(JURY, scores, strict=False)}


def joined(*tables: Table) -> Table:
    return {
        juror: {id: cells for each in tables for id, cells in each.get(juror, {}).items()} for juror in JURY
    }


def test_one_highest_and_one_lowest_review_are_dropped() -> None:
    found = ranked(joined(column("a", "15543"), column("b", "445555")), weights=ONE, method="trimmed")
    # 5 + 4 + 3 over three; 4 + 5 + 5 + 5 over four.
    assert [(row.nomination, row.score, row.mean) for row in found.standings] == [
        ("b", Fraction(19, 4), Fraction(14, 3)),
        ("a", Fraction(4), Fraction(18, 5)),
    ]


def test_with_fewer_than_five_reviews_the_trimmed_mean_refuses_and_says_whose() -> None:
    table = joined(column("a", "15543"), column("b", "4455"), column("c", "5"))
    found = ranked({**table, "gi": {"d": (None,)}}, weights=ONE, method="trimmed")
    assert [(row.nomination, row.rank, row.overall, row.score) for row in found.standings] == [
        (id, None, "", None) for id in "abcd"
    ]
    assert found.shortlist == ()
    assert found.shortlist_by_mean == ("c", "b", "a")
    with pytest.raises(NotAllowed) as refused:
        found.must_hold()
    assert str(refused.value) == (
        "the trimmed mean needs 5 reviews of every nomination; these have fewer: b, c"
        " → choose another method, or wait for more reviews"
    )


def test_a_juror_of_two_duplicates_is_one_review_for_the_trimmed_mean() -> None:
    table = joined(column("a", "11234"), column("b", "5"), column("c", "55555"))
    round = round_of("abc", table, ONE, method="trimmed")
    found = rank(round, ballots_of(round, table), [Group(("a", "b"), "a")])
    # Anna's mean of 1 and 5 is 3: of 3, 1, 2, 3, 4 the middle three make 8.
    assert [(row.nomination, row.score) for row in found.standings] == [
        ("c", Fraction(5)),
        ("a", Fraction(8, 3)),
    ]


def test_strict_jurors_are_corrected_and_who_moves_by_it_is_told() -> None:
    # Anna gives a point less than Bo wherever both scored; a has only her, b only him.
    both = {"c": 3, "d": 4, "e": 2, "f": 3, "g": 4}
    table: Table = {
        "anna": {"a": (4,), **{id: (score - 1,) for id, score in both.items()}},
        "bo": {"b": (4,), **{id: (score,) for id, score in both.items()}, "h": (3,)},
        "cy": {"h": (3,), "g": (4,)},
    }
    found = ranked(table, "abcdefgh", weights=ONE, method="adjusted", shortlist=1)
    assert found.correction is not None
    assert found.correction.severity["anna"] < -0.3 < found.correction.severity["bo"]
    assert found.shortlist == ("a",)
    assert found.shortlist_by_mean == ("a", "b")
    assert (found.in_by_method, found.out_by_method) == ((), ("b",))
    a = found.standing("a")
    assert a is not None
    assert a.score is not None
    assert (a.mean, a.score > 4) == (Fraction(4), True)


def test_where_nothing_can_be_corrected_the_scores_are_the_plain_means() -> None:
    table: Table = {"anna": {"a": (4,), "b": (2,)}, "bo": {"c": (5,), "d": (1,)}}
    found = ranked(table, weights=ONE, method="adjusted")
    assert {row.nomination: row.score for row in found.standings} == {
        "c": Fraction(5),
        "a": Fraction(4),
        "b": Fraction(2),
        "d": Fraction(1),
    }
    assert found.correction is not None
    assert (found.correction.corrects, found.correction.sigma2, found.correction.components) == (
        False,
        None,
        2,
    )


@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=4, max_size=4),
        min_size=1,
        max_size=7,
    )
)
def test_where_every_juror_scored_all_the_adjusted_scores_are_the_plain_means_to_the_last_bit(
    scores: list[list[tuple[int, int]]],
) -> None:
    table: Table = {
        juror: {id: reviews[number] for id, reviews in zip("abcdefg", scores, strict=False)}
        for number, juror in enumerate(JURY[:4])
    }
    by_mean, adjusted = (ranked(table, "abcdefg", method=method) for method in ("mean", "adjusted"))
    assert places(adjusted) == places(by_mean)
    assert [(row.overall, row.score) for row in adjusted.standings] == [
        (row.overall, row.mean) for row in by_mean.standings
    ]


@given(cases(), st.sampled_from(METHODS))
def test_by_every_method_ranks_agree_with_scores_and_the_plain_mean_stands_beside_them(
    case: Case, method: Method
) -> None:
    plain, found = _by(case, "mean"), _by(case, method)
    assert found.shortlist_by_mean == plain.shortlist
    assert {row.nomination: row.mean for row in found.standings} == {
        row.nomination: row.mean for row in plain.standings
    }
    ranks = [row.rank for row in found.standings if row.rank]
    assert ranks == sorted(ranks)
    assert (len(ranks) == sum(row.n > 0 for row in found.standings)) or found.refused is not None
    assert set(found.in_by_method) == set(found.shortlist) - set(plain.shortlist)
    assert set(found.out_by_method) == set(plain.shortlist) - set(found.shortlist)


def _by(case: Case, method: Method) -> Ranking:
    round, ballots = case
    return rank(replace(round, rules=replace(round.rules, method=method)), ballots, ())


@given(cases(), st.sampled_from(METHODS), st.permutations("abcdefg"))
def test_by_every_method_the_order_of_the_nominations_moves_nobody(
    case: Case, method: Method, order: list[str]
) -> None:
    round, ballots = case
    nominations = replace(round.nominations, all=tuple(round.nominations[id] for id in order))
    before, after = (
        _by((each, ballots), method) for each in (round, replace(round, nominations=nominations))
    )
    assert {row.nomination: row for row in before.standings if not row.shared and row.rank} == {
        row.nomination: row for row in after.standings if not row.shared and row.rank
    }
    assert set(before.shortlist) == set(after.shortlist)
