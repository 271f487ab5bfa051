from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.duplicate import Group
from nominate_tui.ranking.majority import lower_median
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.result import Gauge, Ranking
from ranking.rounds import ABSTAINED, Table, ballots_of, places, ranked, round_of

ONE = {"innovation": 1}


def by_grades(**grades: str) -> Ranking:
    """Rank nominations by the grades the jurors gave on one criterion, written as digits; a dash is no review."""
    table: dict[str, dict[str, tuple[int]]] = {
        f"j{number}": {} for number in range(max(map(len, grades.values())))
    }
    for nomination, digits in grades.items():
        for number, digit in enumerate(digits):
            if digit != "-":
                table[f"j{number}"][nomination] = (int(digit),)
    return ranked(table, weights=ONE, method="majority", tie_break=())


def test_the_majority_grade_is_the_lower_median_and_the_gauge_says_who_differs() -> None:
    found = by_grades(a="55431", b="5422")
    assert [(row.nomination, row.overall, row.gauge) for row in found.standings] == [
        ("a", "4-", Gauge(4, Fraction(2, 5), Fraction(2, 5))),
        ("b", "2+", Gauge(2, Fraction(1, 2), Fraction(0))),
    ]


def test_the_higher_grade_is_first_then_plus_before_minus() -> None:
    # a: 3, one above and two below; b: 3, two above and one below; c: 4.
    found = by_grades(a="53311", b="55331", c="44411")
    assert places(found) == [("c", "1", None), ("b", "2", "overall"), ("a", "3", "overall")]
    assert [row.overall for row in found.standings] == ["4-", "3+", "3-"]


def test_of_a_plus_the_larger_share_above_and_of_a_minus_the_smaller_share_below_is_first() -> None:
    # a: 2 of 5 above; b: 1 of 4 above; c: 1 of 4 below; d: 2 of 5 below.
    found = by_grades(a="55333", b="5333", c="3331", d="33311")
    assert places(found) == [
        ("a", "1", None),
        ("b", "2", "gauge"),
        ("c", "3", "overall"),
        ("d", "4", "gauge"),
    ]


def test_shares_make_different_numbers_of_jurors_comparable() -> None:
    found = by_grades(a="54332", b="5543333322")
    assert [row.gauge for row in found.standings] == [
        Gauge(3, Fraction(2, 5), Fraction(1, 5)),
        Gauge(3, Fraction(3, 10), Fraction(1, 5)),
    ]


def test_the_same_shares_are_a_tie() -> None:
    found = by_grades(a="531", b="531531")
    assert places(found) == [("a", "1=", None), ("b", "1=", None)]


def test_a_jurors_grade_is_the_lower_weighted_median_of_the_scores_and_no_mean() -> None:
    # Weights 2, 1, 1: of 5, 1, 1 the half of the weight lies at 1; of 5, 4, 1 it is reached at 4.
    weights = {"innovation": 2, "craft": 1, "spread": 1}
    table: Table = {"anna": {"a": (5, 1, 1), "b": (5, 4, 1), "c": (4, ABSTAINED, 2)}}
    found = ranked(table, weights=weights, method="majority")
    assert {row.nomination: row.score for row in found.standings} == {"a": 1, "b": 4, "c": 4}


def test_scores_of_duplicates_are_taken_together() -> None:
    table: Table = {"anna": {"a": (5, 5), "b": (1, 2)}, "bo": {"b": (4, 4)}}
    round = round_of("ab", table, {"innovation": 1, "spread": 1}, method="majority")
    (row,) = rank(round, ballots_of(round, table), [Group(("a", "b"), "a")]).standings
    # Anna's grade is the lower median of 1, 2, 5, 5; Bo's is 4.
    assert row.gauge == Gauge(2, Fraction(1, 2), Fraction(0))


def test_the_plain_mean_stands_beside_it() -> None:
    found = ranked(
        {"anna": {"a": (5,), "b": (4,)}, "bo": {"a": (1,), "b": (3,)}, "cy": {"a": (4,), "b": (3,)}},
        weights=ONE,
        method="majority",
        shortlist=1,
    )
    # By the mean they are equal, and no criterion separates them either.
    assert (found.shortlist, found.shortlist_by_mean) == (("a",), ("a", "b"))
    assert [(row.nomination, row.overall, row.mean) for row in found.standings] == [
        ("a", "4-", Fraction(10, 3)),
        ("b", "3+", Fraction(10, 3)),
    ]


@given(
    st.lists(
        st.lists(st.tuples(st.integers(-3, 9), st.integers(0, 4)), min_size=4, max_size=4).filter(
            lambda line: any(weight for _score, weight in line)
        ),
        min_size=1,
        max_size=5,
    )
)
def test_the_lower_weighted_median_is_the_lower_median_of_each_score_repeated_by_its_weight(
    lines: list[list[tuple[int, int]]],
) -> None:
    scores = np.array([[score for score, _weight in line] for line in lines], dtype=np.int32)
    weights = np.array([[weight for _score, weight in line] for line in lines])
    repeated = [sorted(score for score, weight in line for _ in range(weight)) for line in lines]
    assert lower_median(scores.T, weights.T).tolist() == [each[(len(each) - 1) // 2] for each in repeated]


@pytest.mark.parametrize("factor", [1, 10**19])
def test_weights_of_any_size_give_the_same_grades(factor: int) -> None:
    table: Table = {"anna": {"a": (5, 3, 1)}}
    weights = {"innovation": 2 * factor, "craft": 2 * factor + 1, "spread": factor}
    assert ranked(table, weights=weights, method="majority").standings[0].score == 3
