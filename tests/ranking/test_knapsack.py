from collections.abc import Sequence
from fractions import Fraction
from itertools import compress, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import NotAllowed
from nominate_tui.ranking.budget import Missed, Priced
from nominate_tui.ranking.knapsack import knapsack
from ranking.budget_cases import ids, priced


def worths(**units: int) -> dict[str, int]:
    return units


def test_two_cheaper_ones_can_be_worth_more_than_the_best() -> None:
    found = knapsack(priced(a=5, b=3, c=2), worths(a=150, b=100, c=80), Fraction(5))
    assert (ids(found), found.left) == ("bc", Fraction(0))
    assert found.missed == (Missed("a", Fraction(5), Fraction(5)),)


def test_of_equal_worth_the_lower_cost_is_taken() -> None:
    found = knapsack(priced(a=5, b=3, c=1), worths(a=100, b=60, c=40), Fraction(5))
    assert (ids(found), found.left) == ("bc", Fraction(1))


def test_of_equal_worth_and_cost_the_better_ranked_are_taken() -> None:
    # a with d, and b with c: both are worth 100 and cost 4.
    found = knapsack(priced(a=3, b=2, c=2, d=1), worths(a=60, b=50, c=50, d=40), Fraction(4))
    assert ids(found) == "ad"


def test_who_is_worth_nothing_is_not_in_question_even_if_there_is_money() -> None:
    found = knapsack(priced(a=5, b=1, c=1), worths(a=100, b=0, c=-20), Fraction(9))
    assert (ids(found), found.left, found.missed) == ("a", Fraction(4), ())


def test_who_alone_is_dearer_than_the_budget_has_missed() -> None:
    found = knapsack(priced(a=9, b=3, c=4), worths(a=100, b=10, c=10), Fraction(5))
    assert ids(found) == "b"
    assert found.missed == (Missed("a", Fraction(9), Fraction(7)), Missed("c", Fraction(4), Fraction(2)))


def test_fractions_are_counted_in_their_own_unit() -> None:
    costs = [Priced("a", Fraction(3, 10)), Priced("b", Fraction(1, 4)), Priced("c", Fraction(1, 20))]
    found = knapsack(costs, worths(a=100, b=60, c=41), Fraction("0.301"))
    assert (ids(found), found.left) == ("bc", Fraction("0.001"))


def test_what_costs_nothing_is_always_taken() -> None:
    assert ids(knapsack(priced(a=5, b=0, c=3), worths(a=10, b=1, c=11), Fraction(5))) == "bc"
    assert ids(knapsack(priced(a=0, b=0), worths(a=10, b=1), Fraction(0))) == "ab"


def test_an_answer_that_would_take_too_long_is_refused_with_advice() -> None:
    rng = np.random.default_rng(1)
    many = [
        Priced(str(place), Fraction(int(cost))) for place, cost in enumerate(rng.integers(10**8, 10**9, 999))
    ]
    worth = {
        one.nomination: int(value) for one, value in zip(many, rng.integers(10**6, 10**7, 999), strict=True)
    }
    with pytest.raises(NotAllowed) as refusal:
        knapsack(many, worth, Fraction(10**11))
    assert str(refusal.value) == (
        "An exact answer for 999 nominations and amounts as these would take too long"
        " → round the amounts, or choose by rank or by equal shares"
    )


def test_amounts_beyond_all_bounds_are_refused_too() -> None:
    with pytest.raises(NotAllowed):
        knapsack(priced(a=10**30 + 1, b=10**30), worths(a=1, b=1), Fraction(10**30 + 1))


def test_large_amounts_in_round_figures_are_answered() -> None:
    found = knapsack(
        priced(a=5 * 10**30, b=3 * 10**30, c=2 * 10**30), worths(a=9, b=5, c=5), Fraction(5 * 10**30)
    )
    assert ids(found) == "bc"


items = st.lists(st.tuples(st.integers(-2, 6), st.integers(0, 6)), max_size=7)


@given(items, st.integers(0, 25), st.sampled_from((1, 1000)), st.sampled_from((1, 1000)))
def test_the_answer_is_the_best_of_all_selections(
    given_items: list[tuple[int, int]], budget: int, finer_worth: int, finer_cost: int
) -> None:
    # Worths in finer units make the table by worth the larger one, and costs the table by money.
    found = knapsack(*problem(given_items, finer_worth, finer_cost), Fraction(budget * finer_cost))
    assert [int(one.nomination) for one in found.selected] == by_trying_all(given_items, budget)


def problem(
    given_items: Sequence[tuple[int, int]], finer_worth: int, finer_cost: int
) -> tuple[list[Priced], dict[str, int]]:
    costs = [
        Priced(str(place), Fraction(cost * finer_cost)) for place, (_worth, cost) in enumerate(given_items)
    ]
    # One more that nobody wants keeps the costs from having a common divisor.
    odd = [Priced("odd", Fraction(1))]
    return [*costs, *odd], {
        "odd": 0,
        **{str(i): worth * finer_worth for i, (worth, _) in enumerate(given_items)},
    }


def by_trying_all(given_items: Sequence[tuple[int, int]], budget: int) -> list[int]:
    wanted = [place for place, (worth, _cost) in enumerate(given_items) if worth > 0]
    tries = [list(compress(wanted, picks)) for picks in product((True, False), repeat=len(wanted))]
    # `product` has the better ranked first, and `max` takes the first of equals.
    affordable = [one for one in tries if sum(given_items[place][1] for place in one) <= budget]
    return max(
        affordable,
        key=lambda one: (
            sum(given_items[place][0] for place in one),
            -sum(given_items[place][1] for place in one),
        ),
    )
