from fractions import Fraction
from typing import Any

import pytest

from nominate_tui.model.ballot import Review, ReviewState
from nominate_tui.model.duplicate import Group
from nominate_tui.ranking.collecting import collect
from nominate_tui.ranking.counting import counts, whole_weights
from nominate_tui.ranking.rank import rank, ranking
from nominate_tui.ranking.result import CountedReview, Standing
from nominate_tui.ranking.tally import tally
from ranking.rounds import (
    ABSTAINED,
    OWN_WARD,
    Cell,
    Table,
    ballots_of,
    review_of,
    round_of,
    rules_of,
    with_conflict,
)

THREE = {"innovation": 2, "craft": 1, "spread": 1}


def count(table: Table, *members: str, recusals: tuple[tuple[str, str], ...] = (), **more: Any) -> Standing:
    """What the jury of a table says of `members` together; weights are 2, 1, 1."""
    round = round_of("ab", table, THREE, recusals=recusals, **more)
    groups = [Group(members, members[0])] if len(members) > 1 else []
    found = rank(round, ballots_of(round, table), groups).standing(members[0])
    assert found is not None
    return found


def states(row: Standing) -> dict[str, int]:
    """The states that somebody is in."""
    return {state.value: jurors for state, jurors in row.states.items() if jurors}


def test_a_complete_review_counts_with_its_exact_weighted_score() -> None:
    found = count({"anna": {"a": (5, 4, 2)}}, "a")
    # (2·5 + 4 + 2) / 4
    scores = {"innovation": Fraction(5), "craft": Fraction(4), "spread": Fraction(2)}
    assert found.counted == (CountedReview("anna", Fraction(4), scores),)
    assert states(found) == {"complete": 1}


def test_every_state_is_named_and_they_add_up_to_the_jury() -> None:
    table: Table = {
        "anna": {"a": (5, 4, 2)},
        "bo": {"a": (5, None, 2)},
        "cy": {"a": (ABSTAINED, ABSTAINED, ABSTAINED)},
        "di": {"a": (1, 1, 1)},
        "ed": {},
        "fi": {"a": (None, None, None)},
    }
    found = count(table, "a", recusals=(("di", "a"),))
    assert found.states == {
        ReviewState.COMPLETE: 1,
        ReviewState.UNFINISHED: 1,
        ReviewState.ABSTAINED: 1,
        ReviewState.RECUSED: 1,
        ReviewState.MISSING: 2,
        ReviewState.UNASSIGNED: 0,
    }
    assert [review.juror for review in found.counted] == ["anna"]


def test_an_abstained_criterion_is_left_out_of_the_weights_of_that_review() -> None:
    found = count({"anna": {"a": (ABSTAINED, 4, 2)}}, "a")
    assert found.counted == (
        CountedReview("anna", Fraction(3), {"craft": Fraction(4), "spread": Fraction(2)}),
    )


def test_who_abstained_from_more_than_half_of_the_weight_has_a_complete_review_that_does_not_count() -> None:
    found = count({"anna": {"a": (ABSTAINED, 4, ABSTAINED)}}, "a")
    assert (found.counted, states(found)) == ((), {"complete": 1})


def test_to_leave_out_a_hard_criterion_raises_nobody() -> None:
    # All give 4 and 4, and 2 on the spread, which is hard; Bo abstains from it, and has what the others have.
    table: Table = {"anna": {"a": (4, 4, 2), "b": (4, 4, 2)}, "bo": {"a": (4, 4, ABSTAINED)}}
    found = count(table, "a")
    # (2·4 + 4 + 2) / 4, not 4.
    assert [review.weighted for review in found.counted] == [Fraction(7, 2), Fraction(7, 2)]
    assert found.overall == "3.50"


def test_a_criterion_that_nobody_scored_has_no_weight() -> None:
    found = count({"anna": {"a": (4, 3, ABSTAINED)}, "bo": {"a": (2, 3, ABSTAINED)}}, "a")
    # (2·4 + 3) / 3 and (2·2 + 3) / 3
    assert [review.weighted for review in found.counted] == [Fraction(11, 3), Fraction(7, 3)]
    assert found.criteria == {"innovation": Fraction(3), "craft": Fraction(3), "spread": None}


def test_an_unfinished_review_does_not_count() -> None:
    found = count({"anna": {"a": (5, 5, None)}}, "a")
    assert (found.counted, states(found)) == ((), {"unfinished": 1})


@pytest.mark.parametrize(
    ("cells", "weighted"),
    [
        ((5, None, None), Fraction(5)),  # 2 of 4
        ((None, 5, None), None),  # 1 of 4
        ((None, 5, 3), Fraction(4)),  # 2 of 4
        ((5, ABSTAINED, None), Fraction(5)),  # 2 of 4
        ((ABSTAINED, 5, None), None),  # 1 of 4, whatever was abstained from
        ((None, ABSTAINED, 5), None),
        ((None, ABSTAINED, ABSTAINED), None),
    ],
)
def test_where_the_round_allows_it_half_of_the_weight_is_enough(
    cells: tuple[Cell, ...], weighted: Fraction | None
) -> None:
    found = count({"anna": {"a": cells}}, "a", incomplete_reviews=True)
    assert [review.weighted for review in found.counted] == ([] if weighted is None else [weighted])
    assert states(found) == {"unfinished": 1}


def test_a_conflict_of_interest_takes_a_complete_review_out() -> None:
    table = {"anna": {"a": (5, 5, 5)}, "bo": {"a": (1, 1, 1)}}
    round = round_of("a", table, THREE)
    (found,) = rank(round, with_conflict(ballots_of(round, table), "anna", "a"), ()).standings
    assert [review.juror for review in found.counted] == ["bo"]
    assert states(found) == {"complete": 1, "recused": 1}


def test_the_chair_takes_a_juror_out_who_has_no_ballot_yet() -> None:
    round = round_of("a", ["anna"], THREE, recusals=[("anna", "a")])
    (found,) = rank(round, {}, ()).standings
    assert states(found) == {"recused": 1}


def test_a_recusal_is_for_one_nomination_only() -> None:
    found = count({"anna": {"a": (5, 5, 5)}}, "a", recusals=(("anna", "b"),))
    assert states(found) == {"complete": 1}


def test_a_stranger_to_the_jury_does_not_count() -> None:
    round = round_of("a", ["anna"], THREE)
    ballots = ballots_of(round, {"anna": {"a": (4, 4, 4)}, "stranger": {"a": (1, 1, 1)}})
    (found,) = rank(round, ballots, ()).standings
    assert [review.juror for review in found.counted] == ["anna"]


def test_the_jurors_come_in_the_order_of_the_jury() -> None:
    round = round_of("a", ["bo", "anna"], THREE)
    ballots = ballots_of(round, {"anna": {"a": (4, 4, 4)}, "bo": {"a": (1, 1, 1)}})
    (found,) = rank(round, ballots, ()).standings
    assert [review.juror for review in found.counted] == ["bo", "anna"]


def test_who_reviewed_two_duplicates_counts_once_with_the_mean_by_criterion_too() -> None:
    found = count({"anna": {"a": (5, 4, 2), "b": (2, 4, ABSTAINED)}}, "a", "b")
    # 4, and for b (2·2 + 4) / 3 less 5/12: the means are 7/2, 4 and 2, so that (7 + 4 + 2) / 4 is expected of all three,
    # (7 + 4) / 3 of the first two. The spread was scored once.
    scores = {"innovation": Fraction(7, 2), "craft": Fraction(4), "spread": Fraction(2)}
    assert found.counted == (CountedReview("anna", Fraction(25, 8), scores),)
    assert states(found) == {"complete": 1}


def test_who_reviewed_one_of_two_duplicates_counts_with_that_one() -> None:
    found = count({"anna": {"b": (3, 3, 3)}, "bo": {"a": (5, None, None), "b": (1, 1, 1)}}, "a", "b")
    assert [(review.juror, review.weighted) for review in found.counted] == [
        ("anna", Fraction(3)),
        ("bo", Fraction(1)),
    ]
    assert states(found) == {"complete": 2}


def test_a_conflict_with_one_duplicate_takes_the_juror_out_for_all_of_them() -> None:
    found = count({"anna": {"a": (5, 5, 5), "b": (4, 4, 4)}}, "a", "b", recusals=(("anna", "b"),))
    assert (found.counted, states(found)) == ((), {"recused": 1})


@pytest.mark.parametrize(
    ("a", "b", "state"),
    [
        ((3, 3, None), (ABSTAINED,) * 3, "unfinished"),
        ((None,) * 3, (ABSTAINED,) * 3, "abstained"),
        ((None,) * 3, (None,) * 3, "missing"),
        ((3, 3, 3), (ABSTAINED,) * 3, "complete"),
    ],
)
def test_the_state_for_duplicates_is_the_furthest(
    a: tuple[Cell, ...], b: tuple[Cell, ...], state: str
) -> None:
    assert states(count({"anna": {"a": a, "b": b}}, "a", "b")) == {state: 1}


def test_a_review_tells_whether_it_counts() -> None:
    rules = rules_of(THREE, ["anna"])
    complete = review_of("a", rules.criteria, (1, 2, 3))
    assert counts(complete, rules)
    assert not counts(Review("a", complete.scores, conflict=OWN_WARD), rules)
    assert not counts(Review("a"), rules)


def test_weights_become_whole_numbers_in_the_same_proportions() -> None:
    rules = rules_of({"a": Fraction(1, 2), "b": Fraction(5, 4), "c": 3}, [])
    assert whole_weights(rules.criteria) == {"a": 2, "b": 5, "c": 12}
    assert whole_weights(rules_of({"a": 30, "b": 15}, []).criteria) == {"a": 2, "b": 1}


def test_a_juror_who_is_left_out_is_no_juror() -> None:
    table: Table = {"anna": {"a": (5, 5, 5)}, "bo": {"a": (1, 1, 1)}, "cy": {}}
    round = round_of("a", table, THREE)
    (row,) = ranking(tally(round, collect(round, ballots_of(round, table)), (), ["anna"])).standings
    assert ([review.juror for review in row.counted], states(row)) == (["bo"], {"complete": 1, "missing": 1})


def test_weights_whose_sums_leave_64_bits_are_exact_too() -> None:
    weights = {"innovation": Fraction(10**20 + 1), "spread": Fraction(10**20)}
    table: Table = {"anna": {"a": (5, 4), "b": (4, 5)}}
    round = round_of("ab", table, weights)
    found = rank(round, ballots_of(round, table), ()).standing("a")
    assert found is not None
    assert found.mean == Fraction(5 * (10**20 + 1) + 4 * 10**20, 2 * 10**20 + 1)
