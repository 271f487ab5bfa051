from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from nominate_tui.errors import NotAllowed
from nominate_tui.jury.budget import UnderBudget, threshold, under_budget
from nominate_tui.model.figures import Figures, amount_of
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import BudgetRules, Scale
from nominate_tui.ranking.budget import BudgetMethod
from nominate_tui.ranking.rank import rank
from ranking.rounds import ballots_of, round_of, rules_of

Scores = Mapping[str, str]
"""By juror, a score for each of a, b, c … on the only criterion; `.` for none."""


def priced_round(costs: Mapping[str, str], scores: Scores, unit: str = "mio. kr.", **more: Any) -> Round:
    """A round with one criterion, where nominations a, b, c … have these costs (empty: not known)."""
    round = round_of(costs, scores, {"merit": 1}, **{"method": "mean", "tie_break": (), **more})
    return replace(
        round, nominations=Nominations(tuple(_priced(id, cost, unit) for id, cost in costs.items()))
    )


def _priced(id: str, cost: str, unit: str) -> Nomination:
    figures = Figures(unit, ("2027",), {"Udgifter i alt": (amount_of(cost),)})
    return Nomination(id, f"Title {id}", tables={"economy": figures})


def chosen(round: Round, scores: Scores, budget: int, method: BudgetMethod = "greedy") -> UnderBudget:
    table = {
        juror: {id: [int(cell)] for id, cell in zip(round.nominations.ids, line, strict=True) if cell != "."}
        for juror, line in scores.items()
    }
    ranking = rank(round, ballots_of(round, table), ())
    return under_budget(round, ranking, Fraction(budget), method)


def simple(
    costs: Mapping[str, str], scores: Scores, money: int, way: BudgetMethod = "greedy", **more: Any
) -> UnderBudget:
    return chosen(priced_round(costs, scores, **more), scores, money, way)


COSTS = {"a": "5", "b": "3", "c": "2"}
SCORES = {"anna": "543", "bo": "544"}


def test_by_rank_the_best_are_taken_as_long_as_there_is_money() -> None:
    found = simple(COSTS, SCORES, 7)
    assert (found.selected, found.unit, found.selection.left) == (("a", "c"), "mio. kr.", Fraction(0))
    just = found.selection.just_missed
    assert just is not None
    assert (just.nomination, just.short) == ("b", Fraction(1))


def test_the_knapsack_counts_what_the_printed_scores_are_above_the_threshold() -> None:
    # Above 3: a 2, b 1, c 0.5. With 5, a alone is worth 2, and b with c 1.5; with a threshold of 1: 4 against 5.5.
    assert simple(COSTS, SCORES, 5, "knapsack").selected == ("a",)
    low = BudgetRules(threshold=Fraction(1))
    assert simple(COSTS, SCORES, 5, "knapsack", budget=low).selected == ("b", "c")


def test_the_knapsack_leaves_aside_who_is_not_above_the_threshold() -> None:
    found = simple({"a": "1", "b": "1", "c": "1"}, {"anna": "531"}, 9, "knapsack")
    assert (found.selected, found.unwanted, found.selection.missed) == (("a",), ("b", "c"), ())


def test_a_threshold_between_printed_scores_is_exact() -> None:
    low = BudgetRules(threshold=Fraction("3.4995"))
    found = simple({"a": "1", "b": "1"}, {"anna": "43", "bo": "43"}, 9, "knapsack", budget=low, decimals=0)
    assert (found.selected, found.unwanted) == (("a",), ("b",))


def test_equal_shares_take_a_review_at_the_threshold_for_approval() -> None:
    # Two approve of a and b, the third of c alone. Shares are 3. By cost, a and b ask 1/2 for each unit of theirs, and
    # b costs less: it takes 1.5 each, and the two have 3 left of the 5 for a. c takes 2 of the third's 3.
    found = simple(COSTS, {"anna": "331", "bo": "441", "clara": "113"}, 9, "shares")
    assert (found.selected, found.selection.left) == (("b", "c"), Fraction(4))
    assert [(missed.nomination, int(missed.short)) for missed in found.selection.missed] == [("a", 2)]


def test_the_round_can_say_that_all_approved_ones_are_worth_the_same_to_a_juror() -> None:
    # Shares are 8/3. By cost, a asks 1/2 for each unit and b 1/3, and leaves 1/3 each; by number, a asks 1 and b 7/3,
    # and a leaves 6 for b.
    scores = {"anna": "33", "bo": "33", "clara": "13"}
    costs = {"a": "2", "b": "7"}
    assert simple(costs, scores, 8, "shares").selected == ("b",)
    even = BudgetRules(shares="cardinality")
    assert simple(costs, scores, 8, "shares", budget=even).selected == ("a",)


def test_a_cost_that_is_not_known_is_told_and_never_taken_as_zero() -> None:
    for method in ("greedy", "knapsack", "shares"):
        found = simple({"a": "", "b": "3"}, {"anna": "54"}, 9, method)
        assert (found.selected, found.unknown) == (("b",), ("a",))


def test_a_sum_below_zero_is_told_apart_from_a_cost_that_is_not_known() -> None:
    for method in ("greedy", "knapsack", "shares"):
        found = simple({"a": "-2", "b": "3", "c": ""}, {"anna": "544"}, 9, method)
        assert (found.selected, found.below_zero, found.unknown) == (("b",), ("a",), ("c",))


def test_equal_shares_leave_aside_whom_no_juror_approves_of() -> None:
    # Shares are 2. Nobody gives b 3 or more; it is the cheapest, and yet has not just missed. a costs 5 of anna's 2.
    found = simple({"a": "5", "b": "1"}, {"anna": "32", "bo": "22"}, 4, "shares")
    assert (found.selected, found.unwanted) == ((), ("b",))
    assert [(missed.nomination, missed.short) for missed in found.selection.missed] == [("a", Fraction(3))]


def test_whom_nobody_approves_of_is_not_bought_for_nothing() -> None:
    found = simple({"a": "0", "b": "0"}, {"anna": "32"}, 4, "shares")
    assert (found.selected, found.unwanted) == (("a",), ("b",))


def test_equals_are_asked_in_the_order_of_their_costs_and_it_is_told_who_was_left_out() -> None:
    found = simple({"a": "3", "b": "2", "c": "2"}, {"anna": "555"}, 4)
    assert (found.selected, found.tied) == (("b", "c"), ("a",))
    # Behind them, or dearer than all that was left, it was not the order that decided.
    assert simple({"a": "3", "b": "2", "c": "2"}, {"anna": "455"}, 4).tied == ()
    assert simple({"a": "5", "b": "2", "c": "2"}, {"anna": "555"}, 4).tied == ()


def test_the_order_of_the_nominations_decides_nothing() -> None:
    costs = {"a": "2", "b": "2", "c": "2"}
    turned = dict(reversed(costs.items()))
    for method in ("greedy", "knapsack", "shares"):
        assert simple(costs, {"anna": "555"}, 4, method).selected == ("a", "b")
        assert simple(turned, {"anna": "555"}, 4, method).selected == ("a", "b")


def test_a_nomination_without_a_review_is_not_in_question() -> None:
    found = simple(COSTS, {"anna": "5.3"}, 99)
    assert (found.selected, found.unknown) == (("a", "c"), ())


def test_without_any_cost_it_is_said_where_they_were_looked_for() -> None:
    with pytest.raises(NotAllowed) as refusal:
        simple({"a": "", "b": ""}, {"anna": "54"}, 9)
    assert str(refusal.value) == (
        "No ranked nomination has a cost in its table economy → name table and row in [budget] of scoring.toml"
    )


def test_costs_in_several_units_are_not_added() -> None:
    round = priced_round({"a": "5", "b": "3"}, {"anna": "54"})
    mixed = replace(round, nominations=Nominations((round.nominations["a"], _priced("b", "3", "1.000 kr."))))
    with pytest.raises(NotAllowed) as refusal:
        chosen(mixed, {"anna": "54"}, 9)
    assert str(refusal.value) == (
        "The costs are in several units: 1.000 kr. (b), mio. kr. (a)"
        " → give all tables the same unit in data/nominations.toml"
    )


def test_grades_of_majority_judgment_are_not_added_up() -> None:
    with pytest.raises(NotAllowed, match="Grades of majority judgment cannot be added up"):
        simple(COSTS, SCORES, 9, "knapsack", method="majority")
    assert simple(COSTS, SCORES, 7, method="majority").selected == ("a", "c")


def test_without_a_word_in_the_rules_the_middle_of_the_scale_is_the_threshold() -> None:
    assert threshold(rules_of({"merit": 1}, ())) == 3
    assert threshold(rules_of({"merit": 1}, (), scale=Scale(0, 9))) == Fraction(9, 2)
    assert threshold(rules_of({"merit": 1}, (), budget=BudgetRules(threshold=Fraction(4)))) == 4
