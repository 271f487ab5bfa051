from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.ranking.budget import Missed, Priced, Selection, greedy, total
from ranking.budget_cases import election, ids, priced


def test_each_is_taken_as_long_as_there_is_money_for_it() -> None:
    found = greedy(priced(a=3, b=2, c=4), Fraction(5))
    assert (ids(found), found.left, found.spent) == ("ab", Fraction(0), Fraction(5))


def test_what_no_longer_fits_is_skipped_and_cheaper_ones_behind_it_are_taken() -> None:
    found = greedy(priced(a=3, b=4, c=2, d=1), Fraction(6))
    assert (ids(found), found.left) == ("acd", Fraction(0))
    assert found.missed == (Missed("b", Fraction(4), Fraction(1)),)


def test_who_just_missed_is_the_one_for_whom_the_least_was_missing() -> None:
    # After a, 3 are left: b lacks 4, c lacks 2, d lacks 2.
    found = greedy(priced(a=3, b=7, c=5, d=5), Fraction(6))
    assert {missed.nomination: int(missed.short) for missed in found.missed} == {"b": 4, "c": 2, "d": 2}
    assert found.just_missed == Missed("c", Fraction(5), Fraction(2))


def test_with_money_for_all_nobody_missed() -> None:
    found = greedy(priced(a=3, b=2), Fraction(6))
    assert (ids(found), found.left, found.just_missed) == ("ab", Fraction(1), None)


def test_what_costs_nothing_always_fits() -> None:
    assert ids(greedy(priced(a=3, b=0), Fraction(0))) == "b"


def test_tenths_add_up_exactly() -> None:
    tenth = Fraction(1, 10)
    found = greedy([Priced(id, tenth) for id in "abc"], 3 * tenth)
    assert (ids(found), found.left) == ("abc", Fraction(0))


def test_a_cost_is_not_below_zero() -> None:
    with pytest.raises(ValueError, match="below zero"):
        Priced("a", Fraction(-1))


def test_nothing_costs_nothing() -> None:
    assert total([]) == 0
    assert greedy([], Fraction(5)) == Selection((), Fraction(5), ())


@given(st.lists(st.integers(0, 9), max_size=8), st.integers(0, 30))
def test_all_money_is_accounted_for_and_nobody_who_still_fits_is_left_out(
    costs: list[int], budget: int
) -> None:
    found = greedy([Priced(str(place), Fraction(cost)) for place, cost in enumerate(costs)], Fraction(budget))
    assert found.spent + found.left == budget
    assert found.left >= 0
    assert len(found.selected) + len(found.missed) == len(costs)
    assert all(missed.cost > found.left and missed.short > 0 for missed in found.missed)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["budget_1", "budget_3"])
def test_real_elections_by_votes_have_the_selection_that_was_made(name: str, shared: Path) -> None:
    held = election(shared, name)
    found = greedy(held.by_votes, held.budget)
    assert sorted(one.nomination for one in found.selected) == held.expected["selected_published"]
    assert sorted(one.nomination for one in found.selected) == held.expected["greedy_cost_sat"]
