"""Conflicts of interest, and the recusals that follow from them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

ConflictKind = Literal["professional", "personal", "financial", "other"]
"""What ties the juror to the nominee."""

CONFLICT_KINDS: Final[tuple[ConflictKind, ...]] = ("professional", "personal", "financial", "other")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A declared fact that takes a juror's review out."""

    kind: ConflictKind
    reason: str
    """In a few words, for the record of the round."""


@dataclass(frozen=True, slots=True)
class Recusal:
    """A juror is out for a nomination because the chair or the secretariat said so."""

    juror: str
    nomination: str
    conflict: Conflict
    by: str
    """Who set it: `chair` or `secretariat`."""
    at: datetime
    """When, in UTC."""
