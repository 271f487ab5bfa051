"""What the meeting decided: the lock of the round and the order of nominations that nothing else separates."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TieDecision:
    """The chair puts tied nominations in an order, with a written reason."""

    order: tuple[str, ...]
    """The ids, the best first."""
    reason: str
    at: datetime
    """When, in UTC."""


@dataclass(frozen=True, slots=True)
class Deliberation:
    """The decisions of the meeting."""

    locked: datetime | None = None
    """Since when no ballot may change, in UTC; `None` while the round is open."""
    ties: tuple[TieDecision, ...] = ()
    """In the order they were made; a later one about the same two nominations counts."""
