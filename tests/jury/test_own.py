"""A juror's own figures, against what was worked out by hand.

Innovation counts three times as much as spread: a weighted score is (3 · innovation + spread) / 4.
"""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.jury.own import Own, Place
from nominate_tui.model.ballot import Ballot, Review, ReviewState
from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Juror, Rules, Scale

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
IDS = ("1", "2", "3", "4", "5")
TIE = Conflict("personal", "my sister")
RULES = Rules(
    "2026",
    "An award",
    (
        Criterion("innovation", {"en": "Innovation"}, Fraction(3)),
        Criterion("spread", {"en": "Spread"}, Fraction(1)),
    ),
    (Juror("anna", "Anna Holm"), Juror("bo", "Bo Lind")),
)
ROUND = Round(RULES, Nominations(tuple(Nomination(id, f"Title {id}") for id in IDS)))


def scored(id: str, *scores: int) -> Review:
    """A review with these scores, on innovation and spread."""
    return Review(id, dict(zip(("innovation", "spread"), scores, strict=False)))


def ballot(*reviews: Review) -> Ballot:
    """Anna's ballot."""
    return Ballot("2026", "anna", {review.nomination: review for review in reviews})


def own(*reviews: Review) -> Own:
    """What a ballot of these reviews says."""
    return Own(ROUND, ballot(*reviews))


ALL = frozenset({"innovation", "spread"})


def test_every_nomination_has_a_state_in_the_order_of_the_round() -> None:
    figures = own(Review("5", abstained=ALL), scored("3", 4), scored("1", 4, 4), Review("2", conflict=TIE))
    assert list(figures.states.items()) == [
        ("1", ReviewState.COMPLETE),
        ("2", ReviewState.RECUSED),
        ("3", ReviewState.UNFINISHED),
        ("4", ReviewState.MISSING),
        ("5", ReviewState.ABSTAINED),
    ]


def test_finished_is_what_nothing_is_left_to_do_for() -> None:
    figures = own(Review("5", abstained=ALL), scored("3", 4), scored("1", 4, 4), Review("2", conflict=TIE))
    assert (figures.finished, figures.unfinished) == (3, ("3", "4"))


def test_who_was_recused_by_the_chair_has_nothing_left_to_do() -> None:
    out = Recusal("anna", "1", TIE, "chair", NOON)
    not_hers = Recusal("bo", "2", TIE, "chair", NOON)
    figures = Own(replace(ROUND, recusals=(out, not_hers)), ballot(scored("1", 5, 5)))
    assert (figures.finished, figures.unfinished) == (1, ("2", "3", "4", "5"))


def test_flagged_ones_are_in_the_order_of_the_round() -> None:
    figures = own(Review("4", flagged=True), Review("2", flagged=True), scored("1", 3, 3))
    assert figures.flagged == ("2", "4")


def test_the_weighted_score_is_exact_and_over_what_is_scored_so_far() -> None:
    figures = own(scored("1", 4, 3), scored("2", 5), Review("3", {"spread": 2}, frozenset({"innovation"})))
    scores = [figures.weighted_score(id) for id in IDS]
    assert scores == [Fraction(15, 4), Fraction(5), Fraction(2), None, None]


def test_the_weighted_score_is_printed_with_the_decimals_of_the_round_rounded_half_up() -> None:
    figures = own(scored("1", 4, 3), scored("2", 5))
    assert [figures.printed_score(id) for id in ("1", "2", "3")] == ["3.75", "5.00", ""]
    coarse = Own(replace(ROUND, rules=replace(RULES, decimals=1)), ballot(scored("1", 4, 3)))
    assert coarse.printed_score("1") == "3.8"


def test_the_place_is_among_ones_own_finished_reviews() -> None:
    figures = own(scored("1", 3, 3), scored("2", 5, 5), scored("3", 4, 4), scored("4", 5))
    assert [figures.place(id) for id in IDS] == [
        Place(3, shared=False, of=3),
        Place(1, shared=False, of=3),
        Place(2, shared=False, of=3),
        None,
        None,
    ]


def test_equal_weighted_scores_share_a_place_and_the_next_is_left_out() -> None:
    # (3·3 + 4)/4 and (3·4 + 1)/4 are both 13/4.
    figures = own(scored("1", 3, 4), scored("2", 4, 1), scored("3", 5, 5), scored("4", 1, 1))
    assert [figures.place(id) for id in IDS[:4]] == [
        Place(2, shared=True, of=4),
        Place(2, shared=True, of=4),
        Place(1, shared=False, of=4),
        Place(4, shared=False, of=4),
    ]


def test_a_review_that_is_out_has_no_place_and_takes_none() -> None:
    figures = own(replace(scored("1", 5, 5), conflict=TIE), scored("2", 3, 3))
    assert (figures.place("1"), figures.place("2")) == (None, Place(1, shared=False, of=1))


def test_an_abstained_criterion_is_no_zero() -> None:
    figures = own(Review("1", {"innovation": 4}, frozenset({"spread"})), scored("2", 4, 3))
    assert figures.weighted_score("1") == Fraction(4)
    assert figures.place("1") == Place(1, shared=False, of=2)


def test_the_distribution_counts_every_value_of_the_scale() -> None:
    figures = own(scored("1", 4, 4), scored("2", 4, 1), scored("3", 5))
    assert figures.distribution == {1: 1, 2: 0, 3: 0, 4: 3, 5: 1}


def test_scores_of_reviews_that_are_out_are_not_in_the_distribution() -> None:
    figures = own(scored("1", 4, 4), replace(scored("2", 1, 1), conflict=TIE))
    assert figures.distribution == {1: 0, 2: 0, 3: 0, 4: 2, 5: 0}


def test_zero_is_a_value_like_any_other_where_the_scale_has_it() -> None:
    round = replace(ROUND, rules=replace(RULES, scale=Scale(0, 2)))
    figures = Own(round, ballot(scored("1", 0, 0), scored("2", 2, 0)))
    assert figures.states["1"] is ReviewState.COMPLETE
    assert figures.printed_score("1") == "0.00"
    assert figures.place("1") == Place(2, shared=False, of=2)
    assert figures.distribution == {0: 3, 1: 0, 2: 1}


def test_recusals_that_came_meanwhile_are_seen_beside_an_earlier_version() -> None:
    given_before = ballot(scored("1", 5, 5))
    before = Own(ROUND, given_before)
    out = Recusal("anna", "1", TIE, "chair", NOON)
    after = Own(replace(ROUND, recusals=(out,)), replace(given_before, confirmed=NOON), before)
    assert after.states["1"] is ReviewState.RECUSED


reviews = st.builds(
    Review,
    nomination=st.sampled_from(IDS),
    scores=st.dictionaries(st.sampled_from(sorted(ALL)), st.integers(1, 5)),
    abstained=st.frozensets(st.sampled_from(sorted(ALL))),
    conflict=st.sampled_from([None, TIE]),
    flagged=st.booleans(),
)


@given(st.lists(reviews, max_size=12))
def test_what_is_kept_of_an_earlier_version_is_what_would_be_worked_out_anew(changes: list[Review]) -> None:
    now, figures = ballot(), own()
    for review in changes:
        now = now.with_review(review)
        figures = Own(ROUND, now, figures)
    assert figures.states == Own(ROUND, now).states


# A part of the nominations

PART = replace(ROUND, rules=replace(RULES, jurors=(Juror("anna", "Anna", nominations=("4", "2")),)))


def test_only_what_the_juror_is_to_score_is_listed_and_counted() -> None:
    figures = Own(PART, ballot(scored("2", 4, 4), scored("1", 5, 5)))
    assert figures.nominations.ids == ("2", "4")
    assert list(figures.states.items()) == [("2", ReviewState.COMPLETE), ("4", ReviewState.MISSING)]
    assert (figures.finished, figures.unfinished, figures.place("2")) == (1, ("4",), Place(1, False, 1))


def test_what_was_judged_beyond_is_known_and_keeps_its_state() -> None:
    figures = Own(PART, ballot(scored("5", 4), scored("1", 5, 5), Review("3", flagged=True)))
    assert figures.beyond == ("1", "5")
    assert [figures.state(id) for id in "1345"] == [
        ReviewState.COMPLETE,
        ReviewState.UNASSIGNED,
        ReviewState.MISSING,
        ReviewState.UNFINISHED,
    ]
    assert figures.distribution == {1: 0, 2: 0, 3: 0, 4: 1, 5: 2}


def test_who_was_taken_out_for_what_is_not_in_the_part_is_recused_there() -> None:
    out = replace(PART, recusals=(Recusal("anna", "1", TIE, "chair", NOON),))
    assert Own(out, ballot(scored("1", 5, 5))).state("1") is ReviewState.RECUSED
    assert Own(out, ballot(scored("1", 5, 5))).distribution == dict.fromkeys(range(1, 6), 0)


def test_the_next_figures_know_the_same_nominations() -> None:
    before = Own(PART, ballot())
    after = Own(PART, ballot(scored("2", 4, 4)), before)
    assert after.nominations is before.nominations
    assert list(after.states.items()) == [("2", ReviewState.COMPLETE), ("4", ReviewState.MISSING)]
