"""A shortlist under a budget: what it is, and the plainest way to it, by rank as long as the money lasts.

Amounts are exact (fractions) and in one unit, which the caller knows. Every way is given the nominations in the order of
the ranking, the best first; where several selections are equally good, that of the lower cost is taken, and of these the
one with the better-ranked nominations. The order of the nominations decides nothing else.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

BudgetMethod = Literal["greedy", "knapsack", "shares"]
"""The ways to a shortlist under a budget."""


@dataclass(frozen=True, slots=True)
class Priced:
    """A nomination and what it costs."""

    nomination: str
    cost: Fraction
    """At least 0."""

    def __post_init__(self) -> None:
        """Raise `ValueError` for a cost below zero: no way here knows what to do with an income."""
        if self.cost < 0:
            raise ValueError("a cost is not below zero")


@dataclass(frozen=True, slots=True)
class Missed:
    """A nomination that could have been selected, and was not."""

    nomination: str
    cost: Fraction
    short: Fraction
    """How much money was missing for it: by rank what was left at its turn, otherwise see the way."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A shortlist under a budget."""

    selected: tuple[Priced, ...]
    """The best ranked first."""
    left: Fraction
    """What was not spent."""
    missed: tuple[Missed, ...]
    """The others that were in question, the best ranked first."""

    @property
    def spent(self) -> Fraction:
        """What the selected ones cost together."""
        return total(self.selected)

    @property
    def just_missed(self) -> Missed | None:
        """For whom the least money was missing; the best ranked of several, `None` where nobody missed."""
        return min(self.missed, key=lambda missed: missed.short, default=None)


def total(priced: Collection[Priced]) -> Fraction:
    """What nominations cost together."""
    return sum((one.cost for one in priced), Fraction(0))


def greedy(priced: Sequence[Priced], budget: Fraction) -> Selection:
    """Take each in the order of the ranking for which there is money left; skip what no longer fits.

    The rule of most participatory budgets: a dear one that is skipped makes way for cheaper ones behind it.
    """
    left = budget
    selected: list[Priced] = []
    missed: list[Missed] = []
    for one in priced:
        if one.cost <= left:
            left -= one.cost
            selected.append(one)
        else:
            missed.append(Missed(one.nomination, one.cost, one.cost - left))
    return Selection(tuple(selected), left, tuple(missed))
