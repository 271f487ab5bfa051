from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from nominate_tui.model.duplicate import Group
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.result import Ranking
from ranking.rounds import ABSTAINED, Table, ballots_of, places, ranked, round_of, with_conflict

ONE = {"innovation": 1}


def marks(*scores: int) -> Table:
    """One juror who gives these scores on one criterion to a, b, c and so on."""
    return {"anna": {id: (score,) for id, score in zip("abcdef", scores, strict=False)}}


def numbers(ranking: Ranking) -> list[tuple[str, str]]:
    return [(row.nomination, row.printed_rank) for row in ranking.standings]


def test_equal_scores_share_a_rank_and_the_next_is_left_out() -> None:
    found = ranked(marks(4, 5, 4, 3), weights=ONE)
    assert numbers(found) == [("b", "1"), ("a", "2="), ("c", "2="), ("d", "4")]


def test_only_the_first_row_of_a_shared_rank_was_separated_from_the_row_above() -> None:
    found = ranked(marks(4, 5, 4, 3), weights=ONE)
    assert places(found) == [
        ("b", "1", None),
        ("a", "2=", "overall"),
        ("c", "2=", None),
        ("d", "4", "overall"),
    ]


def test_equals_stand_in_the_order_of_the_round() -> None:
    assert numbers(ranked(marks(4, 4, 4), "cab", weights=ONE)) == [("c", "1="), ("a", "1="), ("b", "1=")]


def test_the_overall_score_is_the_mean_over_jurors_of_weighted_scores() -> None:
    # (3·5 + 1)/4 = 4 and (3·2 + 5)/4 = 11/4; their mean is 27/8 = 3.375, and they are 5/4 apart.
    (row,) = ranked({"anna": {"a": (5, 1)}, "bo": {"a": (2, 5)}}).standings
    assert (row.mean, row.overall, row.n) == (Fraction(27, 8), "3.38", 2)
    assert row.criteria == {"innovation": Fraction(7, 2), "spread": Fraction(3)}
    assert row.disagreement == pytest.approx(5 / 4 / 2**0.5, abs=1e-15)


def test_each_juror_counts_the_same_however_many_criteria_they_abstained_from() -> None:
    # The mean of the innovation is 3 and that of the spread 1: (3·3 + 1)/4 is 1/2 less than 3. So Anna's word is 4½, from
    # one criterion; Bo's is 1, from both: the mean is 11/4.
    (row,) = ranked({"anna": {"a": (5, ABSTAINED)}, "bo": {"a": (1, 1)}}).standings
    assert row.mean == Fraction(11, 4)


def test_an_abstention_an_empty_score_and_a_missing_review_are_no_zeros() -> None:
    table: Table = {
        "anna": {"a": (4, 4)},
        "bo": {"a": (ABSTAINED, ABSTAINED)},
        "cy": {"a": (None, 1)},
        "di": {},
    }
    (row,) = ranked(table).standings
    assert (row.overall, row.n, row.disagreement) == ("4.00", 1, None)


def test_what_is_printed_is_what_is_ranked() -> None:
    # 11/3 and 4 are both printed as 4.
    table: Table = {
        "anna": {"a": (4,), "b": (4,)},
        "bo": {"a": (4,), "b": (4,)},
        "cy": {"a": (3,), "b": (4,)},
    }
    assert numbers(ranked(table, weights=ONE, decimals=0, tie_break=())) == [("a", "1="), ("b", "1=")]
    assert numbers(ranked(table, weights=ONE, decimals=1)) == [("b", "1"), ("a", "2")]


def test_few_reviews_are_flagged_and_keep_their_rank() -> None:
    table: Table = {"anna": {"a": (5, 5), "b": (4, 4)}, "bo": {"b": (4, 4)}}
    found = ranked(table, quorum=2)
    assert [(row.nomination, row.rank, row.n, row.below_quorum) for row in found.standings] == [
        ("a", 1, 1, True),
        ("b", 2, 2, False),
    ]


def test_without_a_counted_review_there_is_no_rank_and_the_row_is_the_last() -> None:
    table: Table = {"anna": {"a": (5, None), "b": (1, 1)}}
    found = ranked(table)
    assert places(found) == [("b", "1", None), ("a", "", None)]
    last = found.standings[-1]
    assert (last.rank, last.overall, last.mean, last.n) == (None, "", None, 0)
    assert (last.in_shortlist, last.shared, last.below_quorum) == (False, False, True)
    assert last.criteria == {"innovation": None, "spread": None}


def test_a_jury_that_has_said_nothing_has_no_shortlist() -> None:
    round = round_of("abc", ["anna", "bo"])
    found = rank(round, {}, ())
    assert [row.rank for row in found.standings] == [None, None, None]
    assert (found.shortlist, found.tie_at_the_line) == ((), False)


@pytest.mark.parametrize(
    ("k", "shortlist", "tie_at_the_line"),
    [
        (1, ("b",), False),
        (2, ("b", "a", "c"), True),
        (3, ("b", "a", "c"), False),
        (4, ("b", "a", "c", "d"), False),
        (9, ("b", "a", "c", "d"), False),
    ],
)
def test_a_tie_that_nothing_separates_makes_the_shortlist_longer(
    k: int, shortlist: tuple[str, ...], tie_at_the_line: bool
) -> None:
    found = ranked(marks(4, 5, 4, 3), weights=ONE, shortlist=k)
    assert (found.shortlist, found.tie_at_the_line, found.k) == (shortlist, tie_at_the_line, k)


def test_a_tie_at_the_line_that_is_left_to_the_chair_lets_nobody_of_it_in() -> None:
    rules: dict[str, Any] = {"weights": ONE, "shortlist": 2, "tie_at_line": "chair"}
    found = ranked(marks(4, 5, 4, 3), **rules)
    assert (found.shortlist, found.tied, found.tie_at_the_line) == (("b",), ("a", "c"), True)
    decided = ranked(marks(4, 5, 4, 3), decisions=["ca"], **rules)
    assert (decided.shortlist, decided.tied) == (("b", "c"), ())


def test_a_tie_that_ends_at_the_line_is_in_whoever_decides() -> None:
    found = ranked(marks(4, 4, 3), weights=ONE, shortlist=2, tie_at_line="chair")
    assert (found.shortlist, found.tied) == (("a", "b"), ())


def test_a_juror_who_only_gave_the_lowest_score_is_told_and_counts() -> None:
    table: Table = {"anna": {"a": (1, 1), "b": (1, ABSTAINED)}, "bo": {"a": (1, 2), "b": (5, 5)}, "cy": {}}
    found = ranked(table)
    assert found.lowest == ("anna",)
    assert found.heard == {"anna": 2, "bo": 2, "cy": 0}
    assert [row.n for row in found.standings] == [2, 2]


def test_a_tie_at_the_line_that_the_chair_separates_is_none_any_more() -> None:
    found = ranked(marks(4, 5, 4, 3), weights=ONE, shortlist=2, decisions=["ca"])
    assert (found.shortlist, found.tie_at_the_line) == (("b", "c"), False)


def test_of_duplicates_the_primary_is_ranked_for_all() -> None:
    table: Table = {
        "anna": {"a": (5, 5), "b": (3, 3), "c": (4, 4)},
        "bo": {"a": (2, 2), "c": (4, 4)},
        "cy": {"b": (1, 1)},
    }
    round = round_of("abc", table)
    found = rank(round, ballots_of(round, table), [Group(("a", "b"), "b")])
    assert numbers(found) == [("c", "1"), ("b", "2")]
    row = found.standing("b")
    assert row is not None
    # Anna's mean is 4, Bo says 2 of one, Cy 1 of the other: 7/3.
    assert (row.overall, row.n, row.duplicates) == ("2.33", 3, ("a",))
    assert found.standing("a") is None


def test_a_conflict_with_a_duplicate_is_one_with_the_primary() -> None:
    table: Table = {"anna": {"a": (5, 5), "b": (5, 5)}, "bo": {"a": (2, 2)}}
    round = round_of("ab", table)
    ballots = with_conflict(ballots_of(round, table), "anna", "b")
    (row,) = rank(round, ballots, [Group(("a", "b"), "a")]).standings
    assert [review.juror for review in row.counted] == ["bo"]


def test_a_recusal_changes_the_mean_of_that_nomination_only() -> None:
    table: Table = {"anna": {"a": (5, 5), "b": (5, 5)}, "bo": {"a": (1, 1), "b": (1, 1)}}
    found = ranked(table, recusals=[("anna", "a")])
    assert [(row.nomination, row.overall) for row in found.standings] == [("b", "3.00"), ("a", "1.00")]


def test_the_order_of_the_ballots_and_of_their_reviews_does_not_matter() -> None:
    table: Table = {"anna": {"a": (5, 1), "b": (3, 3)}, "bo": {"a": (2, 5), "b": (4, 1)}}
    round = round_of("ab", table)
    ballots = ballots_of(round, table)
    turned = {
        juror: replace(ballot, reviews=dict(reversed(list(ballot.reviews.items()))))
        for juror, ballot in reversed(ballots.items())
    }
    assert rank(round, turned, ()) == rank(round, ballots, ())
