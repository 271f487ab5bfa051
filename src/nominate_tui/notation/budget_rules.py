"""Reads and writes `[budget]` of `scoring.toml`: what a nomination costs, and from which score on it is wanted."""

from fractions import Fraction
from typing import Final

from nominate_tui.model.rules import SHARES, BudgetRules
from nominate_tui.notation.reader import Table
from nominate_tui.notation.writing import table

BUDGET_KEYS: Final = ("cost", "row", "columns", "threshold", "shares")
"""What may stand in the table."""

_DEFAULT: Final = BudgetRules()


def read_budget(entry: Table) -> BudgetRules:
    """The rules of a shortlist under a budget; what is wrong is noted in the document, and its default is the answer."""
    return BudgetRules(
        cost=entry.filled("cost", _DEFAULT.cost),
        row=entry.filled("row", _DEFAULT.row),
        columns=entry.lines("columns"),
        threshold=entry.positive("threshold", Fraction(1)) if "threshold" in entry else None,
        shares=entry.choice("shares", SHARES, _DEFAULT.shares),
    )


def budget_written(rules: BudgetRules) -> str:
    """The table, with what differs from the defaults; an empty text where nothing does."""
    if rules == _DEFAULT:
        return ""
    threshold = rules.threshold
    written = {
        "cost": rules.cost,
        "row": rules.row,
        "columns": rules.columns or None,
        "threshold": None if threshold is None else _number(threshold),
        "shares": rules.shares,
    }
    return table("[budget]", written)


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)
