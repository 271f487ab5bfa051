"""What a ranking could be made by instead of what was agreed: weights, method, places, whom and what to leave out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from nominate_tui.model.rules import Method

Pairs = frozenset[frozenset[str]]
"""Pairs of nominations, each the two ids in no order."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is tried, or adopted. A part that is `None`, and a criterion without a weight, stays as it is."""

    weights: Mapping[str, Fraction] = field(default_factory=dict)
    """By criterion id, each above zero, in the unit of `scoring.toml`."""
    method: Method | None = None
    shortlist: int | None = None
    """How many nominations the shortlist has room for, at least one."""
    left_out: frozenset[str] | None = None
    """The ids of all jurors who do not count; none of them lets everybody in again."""
    set_aside: Pairs | None = None
    """The pairs of all duplicate verdicts that do not count; none of them lets every verdict count again."""

    @property
    def empty(self) -> bool:
        """Whether everything stays as it is."""
        return not self.weights and all(part is None for part in self._others)

    @property
    def _others(self) -> tuple[object, ...]:
        return self.method, self.shortlist, self.left_out, self.set_aside
