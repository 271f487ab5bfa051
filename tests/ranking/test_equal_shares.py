from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.rules import Shares
from nominate_tui.ranking.budget import Missed, Priced
from nominate_tui.ranking.equal_shares import equal_shares
from ranking.budget_cases import election, ids, priced


def test_every_part_of_the_jury_can_be_sure_of_its_part_of_the_money() -> None:
    # Seven want a, b and c, three want x; by votes a, b and c would take it all. Shares are 1 each: a and b leave the
    # seven 1 between them, too little for c, and the three pay for x.
    approvals = ["abc"] * 7 + ["x"] * 3
    found = equal_shares(priced(a=3, b=3, c=3, x=3), approvals, Fraction(10))
    assert (ids(found), found.left) == ("abx", Fraction(1))
    assert found.missed == (Missed("c", Fraction(3), Fraction(2)),)


def test_who_has_less_gives_all_and_the_others_pay_the_rest_alike() -> None:
    # Shares are 4. a takes 3 from the first and the second. For b, the second gives 1 and the third must pay 3.
    found = equal_shares(priced(a=6, b=4), ["a", "ab", "b"], Fraction(12))
    assert (ids(found), found.left) == ("ab", Fraction(2))
    # At a cost of 6 they would lack one: 1 + 4 are not enough.
    short = equal_shares(priced(a=6, b=6), ["a", "ab", "b"], Fraction(12), "cardinality")
    assert (ids(short), short.missed) == ("a", (Missed("b", Fraction(6), Fraction(1)),))


def test_worth_by_cost_prefers_many_supporters_and_worth_by_number_prefers_cheap_ones() -> None:
    # Shares are 3. By cost, a asks 1/3 for each unit of its cost, and b 1/2: a goes first, at 2 each, and leaves the
    # supporters of b 1 each, too little. By number, a asks 2 of each and b 5/4: b goes first, and the three still
    # have 7/4 + 7/4 + 3 for a.
    costs = [Priced("a", Fraction(6)), Priced("b", Fraction(5, 2))]
    approvals = ["ab", "ab", "a"]
    assert ids(equal_shares(costs, approvals, Fraction(9), "cost")) == "a"
    assert ids(equal_shares(costs, approvals, Fraction(9), "cardinality")) == "ab"


def test_of_equal_rates_the_lower_cost_goes_first() -> None:
    # Two supporters with 2 each: by cost, both ask 1/2 for each unit. b first leaves 3: too little for a.
    found = equal_shares(priced(a=4, b=1), ["ab", "ab"], Fraction(4))
    assert (ids(found), found.left) == ("b", Fraction(3))


def test_of_equal_rates_and_costs_the_better_ranked_goes_first() -> None:
    assert ids(equal_shares(priced(a=3, b=3), ["ab", "ab"], Fraction(4))) == "a"


def test_a_juror_who_approves_of_nothing_keeps_a_share_that_is_left() -> None:
    found = equal_shares(priced(a=3), ["a", "a", ""], Fraction(6))
    assert (ids(found), found.left) == ("a", Fraction(3))
    assert ids(equal_shares(priced(a=5), ["a", "a", ""], Fraction(6))) == ""


def test_what_nobody_approves_of_is_not_selected_even_if_it_costs_nothing() -> None:
    found = equal_shares(priced(a=0, b=0), ["a"], Fraction(1))
    assert (ids(found), found.missed) == ("a", (Missed("b", Fraction(0), Fraction(0)),))


def test_without_jurors_nothing_is_selected() -> None:
    found = equal_shares(priced(a=1), [], Fraction(5))
    assert (ids(found), found.left) == ("", Fraction(5))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["budget_1", "budget_3"])
@pytest.mark.parametrize("utility", ["cost", "cardinality"])
def test_real_elections_have_the_selection_of_another_program(
    name: str, utility: Shares, shared: Path
) -> None:
    held = election(shared, name)
    found = equal_shares(held.by_votes, held.approvals, held.budget, utility)
    assert sorted(one.nomination for one in found.selected) == held.expected[f"mes_{utility}"]


def step_by_step(
    costs: Sequence[Priced], approvals: Sequence[str], budget: Fraction, utility: Shares
) -> set[str]:
    """The rule as the paper writes it: every juror a purse, and each ρ by trying who gives all."""
    purses = [budget / len(approvals)] * len(approvals)
    bought: set[str] = set()
    while True:
        offers = []
        for place, one in enumerate(costs):
            who = [i for i, approved in enumerate(approvals) if one.nomination in approved]
            rate = lowest_rate(
                [purses[i] for i in who], one.cost, one.cost if utility == "cost" else Fraction(1)
            )
            if one.nomination not in bought and rate is not None:
                offers.append((rate, one.cost, place, who))
        if not offers:
            return bought
        rate, cost, place, who = min(offers)
        worth = cost if utility == "cost" else Fraction(1)
        for i in who:
            purses[i] -= min(purses[i], rate * worth)
        bought.add(costs[place].nomination)


def lowest_rate(purses: Sequence[Fraction], cost: Fraction, worth: Fraction) -> Fraction | None:
    if sum(purses) < cost:
        return None
    for empty in range(len(purses)):
        poor, rich = sorted(purses)[:empty], sorted(purses)[empty:]
        rate = (cost - sum(poor)) / (worth * len(rich))
        if all(purse <= rate * worth for purse in poor) and all(purse >= rate * worth for purse in rich):
            return rate
    return None


@given(
    st.lists(st.integers(1, 6), min_size=1, max_size=5),
    st.lists(st.sets(st.sampled_from("abcde")).map("".join), min_size=1, max_size=6),
    st.integers(0, 15),
    st.sampled_from(("cost", "cardinality")),
)
def test_the_selection_is_that_of_the_rule_as_the_paper_writes_it(
    costs: list[int], approvals: list[str], budget: int, utility: Shares
) -> None:
    projects = [Priced(id, Fraction(cost)) for id, cost in zip("abcde", costs, strict=False)]
    found = equal_shares(projects, approvals, Fraction(budget), utility)
    assert set(ids(found)) == step_by_step(projects, approvals, Fraction(budget), utility)
    assert found.spent + found.left == budget
    assert all(missed.short > 0 for missed in found.missed)


@given(st.lists(st.sets(st.sampled_from("abc")).map("".join), min_size=1, max_size=6))
def test_the_order_of_the_jurors_does_not_matter(approvals: list[str]) -> None:
    costs = priced(a=3, b=2, c=4)
    assert equal_shares(costs, sorted(approvals), Fraction(7)) == equal_shares(costs, approvals, Fraction(7))
