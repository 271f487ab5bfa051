"""What a nomination costs, by its table of figures and the rules of the round."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from nominate_tui.model.figures import Amount, Figures
from nominate_tui.model.nomination import Nomination
from nominate_tui.model.rules import BudgetRules


@dataclass(frozen=True, slots=True)
class Cost:
    """What a nomination costs, in the unit of its table."""

    amount: Fraction
    """Exact, and at least 0. Of a range the higher end: money must be there for it."""
    unit: str
    """As the form says it (`mio. kr.`)."""
    added_up: bool
    """Whether it was added up from the other lines, as the line with the total has no amount."""


def cost_of(nomination: Nomination, rules: BudgetRules) -> Cost | None:
    """The sum of the line with the total over the columns that count; `None` where there is no cost.

    An empty cell adds nothing as long as another one of the line is filled. Where none is, the other lines are the
    cost together; where these are empty too, the cost is not known, which is not zero. A sum below zero is income
    and no cost: see `is_income`.
    """
    found = _summed(nomination, rules)
    return None if found is None or found.amount < 0 else found


def is_income(nomination: Nomination, rules: BudgetRules) -> bool:
    """Whether the sum is known and below zero."""
    found = _summed(nomination, rules)
    return found is not None and found.amount < 0


def _summed(nomination: Nomination, rules: BudgetRules) -> Cost | None:
    """The sum, whatever its sign; `None` where nothing is known."""
    figures = nomination.tables.get(rules.cost)
    if figures is None:
        return None
    total = _sum(_cells(figures, [rules.row], rules))
    added_up = total is None
    if added_up:
        total = _sum(_cells(figures, [row for row in figures.rows if row != rules.row], rules))
    return None if total is None else Cost(total, figures.unit, added_up)


def _cells(figures: Figures, rows: Iterable[str], rules: BudgetRules) -> list[Amount]:
    wanted = [not rules.columns or column in rules.columns for column in figures.columns]
    lines = (zip(figures.rows.get(row, ()), wanted, strict=False) for row in rows)
    return [cell for line in lines for cell, counts in line if counts and cell is not None]


def _sum(cells: list[Amount]) -> Fraction | None:
    return sum((Fraction(cell.high) for cell in cells), Fraction(0)) if cells else None
