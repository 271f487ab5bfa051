import csv
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from nominate_tui.ranking.arrays import Floats
from nominate_tui.ranking.weights import (
    Move,
    Weighed,
    intervals,
    moves_needed,
    shortlisted,
    smallest_move,
    weigh,
)

Grid = Sequence[Sequence[int]]


def weighed(values: Sequence[Sequence[float]], weights: Sequence[float], k: int) -> Weighed:
    return weigh(np.array(values, dtype=np.float64), np.array(weights, dtype=np.float64), k)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Grid, list[int], int]:
    """Criterion means that are whole numbers, weights, and the shortlist's places."""
    criteria = draw(st.integers(2, 4))
    row = st.lists(st.integers(1, 9), min_size=criteria, max_size=criteria)
    grid = draw(st.lists(row, min_size=2, max_size=7))
    weights = draw(st.lists(st.integers(1, 9), min_size=criteria, max_size=criteria))
    return grid, weights, draw(st.integers(1, 6))


def exact_scores(grid: Grid, weights: Sequence[Fraction]) -> list[Fraction]:
    return [sum((w * v for w, v in zip(weights, row, strict=True)), Fraction(0)) for row in grid]


def exact_shortlist(grid: Grid, weights: Sequence[Fraction], k: int) -> set[int]:
    scores = exact_scores(grid, weights)
    return {i for i, score in enumerate(scores) if sum(other > score for other in scores) < k}


def exact_outcome(grid: Grid, weights: Sequence[Fraction], k: int) -> tuple[set[int], set[int]]:
    """The shortlist, and who shares its last rank where they are more than there is room for."""
    scores, inside = exact_scores(grid, weights), exact_shortlist(grid, weights, k)
    lowest = min(scores[place] for place in inside)
    return inside, {place for place in inside if len(inside) > k and scores[place] == lowest}


def moved_to(weights: Sequence[int], criterion: int, share: Fraction) -> list[Fraction]:
    """The weights, with the sum 1, when one has a share and the others keep their proportions."""
    rest = sum(weights) - weights[criterion]
    return [
        share if place == criterion else (1 - share) * Fraction(weight, rest)
        for place, weight in enumerate(weights)
    ]


def roots(grid: Grid, weights: Sequence[int], criterion: int) -> list[Fraction]:
    """Every weight strictly between 0 and 1 at which two nominations are even."""
    found = {Fraction(0), Fraction(1)}
    at_none = exact_scores(grid, moved_to(weights, criterion, Fraction(0)))
    at_all = exact_scores(grid, moved_to(weights, criterion, Fraction(1)))
    for a, b in combinations(range(len(grid)), 2):
        start, end = at_none[a] - at_none[b], at_all[a] - at_all[b]
        if start != end and 0 < (root := start / (start - end)) < 1:
            found.add(root)
    return sorted(found)


def shares(weights: Sequence[int]) -> list[Fraction]:
    return [Fraction(weight, sum(weights)) for weight in weights]


# A worked example: at 3 to 1 the scores are a = 4.25, b = 3.75, c = 2.5; the shortlist is a.
#   a (5, 2)   b (4, 3)   c (2, 4)


def test_an_interval_ends_where_somebody_outside_draws_level() -> None:
    # a and b are even where 5t + 2(1 - t) = 4t + 3(1 - t), at t = 1/2; c is behind both from t = 1/3 on.
    found = intervals(weighed([(5, 2), (4, 3), (2, 4)], (3, 1), 1))
    assert found.tolist() == [[pytest.approx(0.5), 1], [0, pytest.approx(0.5)]]


def test_the_smallest_move_is_how_much_weight_changes_place() -> None:
    # From 3/4 to 1/2 on the first criterion: a quarter of the whole.
    assert smallest_move(weighed([(5, 2), (4, 3), (2, 4)], (3, 1), 1)) == Move(0.25, 0, 1)


def test_weight_is_taken_where_the_lead_is_largest_and_given_where_it_is_smallest() -> None:
    # Differences 4, 1, -2 with weights 0.1, 0.5, 0.4: the lead is 0.4 + 0.5 - 0.8 = 0.1. A unit taken from the first
    # and given to the third closes 6.
    needed = moves_needed(np.array([[4.0, 1.0, -2.0]]), np.array([0.1, 0.5, 0.4]))
    assert needed == pytest.approx([0.1 / 6])


def test_when_a_criterion_has_no_weight_left_the_next_gives() -> None:
    # Differences 3, 2, -1 with weights 0.2, 0.7, 0.1: the lead is 1.9. Emptying the first closes 0.2 * 4 = 0.8, and
    # the remaining 1.1 are closed at 3 a unit.
    needed = moves_needed(np.array([[3.0, 2.0, -1.0]]), np.array([0.2, 0.7, 0.1]))
    assert needed == pytest.approx([0.2 + 1.1 / 3])


def test_who_is_ahead_on_every_criterion_is_ahead_under_all_weights() -> None:
    found = weighed([(5, 4), (4, 3)], (1, 1), 1)
    assert smallest_move(found) is None
    assert intervals(found).tolist() == [[0, 1], [0, 1]]


def test_even_on_one_criterion_and_ahead_on_the_rest_all_weight_has_to_move() -> None:
    assert smallest_move(weighed([(5, 4), (4, 4)], (3, 1), 1)) == Move(0.75, 0, 1)


def test_with_room_for_all_nothing_can_change() -> None:
    found = weighed([(5, 2), (2, 5)], (1, 1), 2)
    assert (found.inside.tolist(), smallest_move(found)) == ([True, True], None)
    assert intervals(found).tolist() == [[0, 1], [0, 1]]


def test_a_single_criterion_has_nothing_to_weigh_against() -> None:
    found = weighed([(5,), (2,)], (7,), 1)
    assert intervals(found).tolist() == [[0, 1]]
    assert smallest_move(found) is None


def test_a_tie_at_the_line_hangs_on_the_weights_as_they_are() -> None:
    found = weighed([(5, 1), (4, 4), (3, 5), (1, 1)], (1, 1), 1)
    assert found.inside.tolist() == [False, True, True, False]
    assert intervals(found).tolist() == [[0.5, 0.5], [0.5, 0.5]]
    assert smallest_move(found) == Move(0.0, 2, 1)


def test_a_tie_of_equals_on_every_criterion_cannot_be_parted() -> None:
    # Both are 4 and 4; the outsider (5, 1) draws level where 5t + (1 - t) = 4, at t = 3/4.
    found = weighed([(4, 4), (4, 4), (5, 1)], (1, 1), 1)
    assert found.inside.tolist() == [True, True, False]
    assert intervals(found).tolist() == [[0, pytest.approx(0.75)], [pytest.approx(0.25), 1]]
    assert smallest_move(found) == Move(0.25, 0, 2)


def test_those_ahead_of_a_tie_at_the_line_are_out_when_it_passes_them() -> None:
    # (1, 3) is ahead of both (2, 1) until they are even, where 3 - 2t = 1 + t, at t = 2/3; then two are ahead of it.
    found = weighed([(2, 1), (2, 1), (1, 3)], (1, 2), 2)
    assert found.inside.tolist() == [True, True, True]
    assert intervals(found).tolist() == [[0, pytest.approx(2 / 3)], [pytest.approx(1 / 3), 1]]
    move = smallest_move(found)
    assert move is not None
    assert (move.out, move.into) == (2, 0)
    assert move.moved == pytest.approx(1 / 3)


def test_a_tie_inside_with_room_for_both_is_no_tie_at_the_line() -> None:
    assert len(weighed([(4, 4), (4, 4), (1, 1)], (1, 1), 2).tied) == 0


def test_who_lacks_a_criterion_gets_there_what_it_has_on_the_others() -> None:
    # The means are 4 and 3 (over those who have it). The last is one above the mean on the first criterion.
    found = weighed([(4, 2), (3, 4), (5, np.nan)], (3, 1), 1)
    assert found.values[2].tolist() == [5, 4]
    assert found.scores.tolist() == [3.5, 3.25, 4.75]


def test_who_lacks_a_criterion_deviates_by_the_weights_of_those_it_has() -> None:
    # Means 3, 3 and 2; deviations +1 (weight 2) and -2 (weight 1) on what it has: 0 in all.
    found = weighed([(2, 5, 2), (4, 1, np.nan)], (2, 1, 5), 1)
    assert found.values[1].tolist() == [4, 1, 2]


def test_a_nomination_without_any_score_cannot_be_weighed() -> None:
    with pytest.raises(ValueError, match="without any score"):
        weighed([(4, 2), (np.nan, np.nan)], (1, 1), 1)


@pytest.mark.parametrize(("weights", "k"), [((1, 0), 1), ((1, -1), 1), ((1, 1), 0)])
def test_weights_and_places_are_positive(weights: Sequence[float], k: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        weighed([(4, 2)], weights, k)


def test_the_line_takes_in_all_who_are_even_with_it() -> None:
    third = 1 / 3
    scores = np.array([0.1 + 0.2, 0.3, third * 3, 0.2])
    assert shortlisted(scores, 2).tolist() == [True, True, True, False]


@given(cases())
def test_the_shortlist_is_that_of_exact_arithmetic(case: tuple[Grid, list[int], int]) -> None:
    grid, weights, k = case
    found = weighed(grid, weights, k)
    assert set(np.flatnonzero(found.inside).tolist()) == exact_shortlist(grid, shares(weights), k)


@given(cases())
def test_inside_an_interval_the_shortlist_is_the_same_and_outside_it_is_not(
    case: tuple[Grid, list[int], int],
) -> None:
    # Between two neighbouring roots of all pairs nothing changes, so that one weight in each piece tells all.
    grid, weights, k = case
    now = exact_outcome(grid, shares(weights), k)
    found = intervals(weighed(grid, weights, k))
    for criterion, (low, high) in enumerate(found):
        own = shares(weights)[criterion]
        assert low <= float(own) + 1e-12
        assert high >= float(own) - 1e-12
        for left, right in pairwise(roots(grid, weights, criterion)):
            middle = (left + right) / 2
            same = exact_outcome(grid, moved_to(weights, criterion, middle), k) == now
            if low < float(middle) < high:
                assert same
            elif _next_to(float(left), float(right), low, high):
                assert not same


def _next_to(left: float, right: float, low: float, high: float) -> bool:
    return right == pytest.approx(low, abs=1e-9) or left == pytest.approx(high, abs=1e-9)


@settings(max_examples=30)
@given(cases())
def test_the_smallest_move_is_the_optimum_of_the_linear_programme(case: tuple[Grid, list[int], int]) -> None:
    grid, weights, k = case
    found = weighed(grid, weights, k)
    assume(not len(found.tied))
    ends = [
        by_programme(found.values[i] - found.values[o], found.weights)
        for i in found.members
        for o in found.others
    ]
    least = min((end for end in ends if end is not None), default=None)
    move = smallest_move(found)
    assert (move and move.moved) == (least if least is None else pytest.approx(least, abs=1e-7))


def by_programme(gap: Floats, weights: Floats) -> float | None:
    """The least Σ u with Σ u = Σ v, 0 ≤ u ≤ w, 0 ≤ v and (w − u + v)·d ≤ 0, by another's solver."""
    criteria = len(weights)
    answer = linprog(
        c=np.r_[np.ones(criteria), np.zeros(criteria)],
        A_ub=[np.r_[-gap, gap]],
        b_ub=[-gap @ weights],
        A_eq=[np.r_[np.ones(criteria), -np.ones(criteria)]],
        b_eq=[0],
        bounds=[*((0, weight) for weight in weights), *((0, None) for _ in weights)],
    )
    return float(answer.fun) if answer.status == 0 else None


@given(cases(), st.permutations(range(7)))
def test_the_order_of_the_nominations_changes_no_figure(
    case: tuple[Grid, list[int], int], order: list[int]
) -> None:
    grid, weights, k = case
    turned = [grid[place] for place in order if place < len(grid)]
    first, second = weighed(grid, weights, k), weighed(turned, weights, k)
    assert intervals(second) == pytest.approx(intervals(first), abs=1e-9)
    one, other = smallest_move(first), smallest_move(second)
    assert (one is None, other is None) in {(True, True), (False, False)}
    assert other is None or one is None or other.moved == pytest.approx(one.moved, abs=1e-9)


@given(cases(), st.integers(2, 50))
def test_scaling_all_weights_changes_nothing(case: tuple[Grid, list[int], int], factor: int) -> None:
    grid, weights, k = case
    scaled = [weight * factor for weight in weights]
    assert intervals(weighed(grid, scaled, k)) == pytest.approx(
        intervals(weighed(grid, weights, k)), abs=1e-9
    )


def test_what_is_added_to_all_criteria_of_a_nomination_is_added_to_its_score() -> None:
    found = weighed([(5, 2), (4 + 0.5, 3 + 0.5)], (3, 1), 1)
    assert found.scores.tolist() == [4.25, 4.25]


@pytest.mark.shared
def test_the_known_case_of_26_nominations(shared: Path) -> None:
    ids, means, case = known_case(shared)
    expected = case["sensitivity"]
    weights = list(case["weights"].values())
    found = weighed(means, weights, expected["k"])
    assert [ids[place] for place in np.flatnonzero(found.inside)] == expected["shortlist"]
    by_criterion = [expected["intervals"][criterion] for criterion in case["weights"]]
    assert intervals(found) == pytest.approx(np.array(by_criterion), abs=1e-9)
    move = smallest_move(found)
    assert move is not None
    assert [ids[move.out], ids[move.into]] == expected["radius_pair"]
    assert move.moved == pytest.approx(expected["radius_L1_half"], abs=1e-9)


def known_case(shared: Path) -> tuple[list[str], list[list[float]], dict[str, Any]]:
    """The ids, the criterion means in the order of the weights, and what is expected."""
    folder = shared / "cases" / "ranking"
    case = tomllib.loads((folder / "incomplete_26x10.expected.toml").read_text(encoding="utf-8"))
    scores: dict[tuple[str, str], list[int]] = defaultdict(list)
    with (folder / "incomplete_26x10.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            scores[row["nomination"], row["criterion"]].append(int(row["score"]))
    ids = sorted({id for id, _criterion in scores})
    means = [[float(np.mean(scores[id, criterion])) for criterion in case["weights"]] for id in ids]
    return ids, means, case
