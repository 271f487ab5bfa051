"""`[budget]` of scoring.toml: where costs stand, and from which score on a nomination is wanted."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.rules import BudgetRules, Criterion, Rules
from nominate_tui.notation.rules import read_rules, write_rules
from notation.nouns import SAID
from notation.problems import problems

LEAST = '[round]\nid = "2026"\n[[criterion]]\nid = "innovation"\n'
RULES = Rules("2026", "2026", (Criterion("innovation", {"en": "Innovation"}),))


def read(more: str) -> BudgetRules:
    """The rules for a budget in the shortest rules with something added."""
    return read_rules(LEAST + more, "scoring.toml").budget


def refused(more: str) -> list[str]:
    """The problems of the shortest rules with something added."""
    return problems(lambda: read(more))


def test_what_is_absent_is_as_the_form_for_budget_initiatives_has_it() -> None:
    assert read("") == read("[budget]") == BudgetRules("economy", "Udgifter i alt", (), None, "cost")


def test_every_key_is_read() -> None:
    text = '[budget]\ncost = "price"\nrow = "Total"\ncolumns = ["2027", "2028"]\nthreshold = 3.5\n'
    assert read(text + 'shares = "cardinality"') == BudgetRules(
        "price", "Total", ("2027", "2028"), Fraction(7, 2), "cardinality"
    )


def test_what_does_not_fit_is_told_with_its_line() -> None:
    assert refused('[budget]\ncosts = "economy"\nrow = ""\nthreshold = 0\nshares = "equal"') == [
        "scoring.toml:6 budget.costs: the key costs is not known here → did you mean cost?",
        "scoring.toml:7 budget.row: row is empty → write a text, or take the line out",
        "scoring.toml:8 budget.threshold: 0 does not fit here"
        " → write a number above 0, at most 1000000000, with a point for decimals",
        'scoring.toml:9 budget.shares: "equal" does not fit here → write one of: cost, cardinality',
    ]


def test_the_table_is_written_where_it_differs_from_the_defaults() -> None:
    assert "[budget]" not in write_rules(RULES)
    changed = replace(RULES, budget=BudgetRules(threshold=Fraction(4)))
    assert (
        '\n[budget]\ncost = "economy"\nrow = "Udgifter i alt"\nthreshold = 4\nshares = "cost"\n'
        in write_rules(changed)
    )


thresholds = st.none() | st.integers(1, 10**6).map(lambda number: Fraction(number, 100))
budgets = st.builds(
    BudgetRules,
    cost=SAID,
    row=SAID,
    columns=st.lists(SAID, max_size=3).map(tuple),
    threshold=thresholds,
    shares=st.sampled_from(("cost", "cardinality")),
)


@given(budgets)
def test_what_is_written_is_read_again_as_it_was(budget: BudgetRules) -> None:
    rules = replace(RULES, budget=budget)
    assert read_rules(write_rules(rules), "scoring.toml") == rules
