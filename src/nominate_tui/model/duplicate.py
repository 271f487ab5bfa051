"""Near-identical nominations: what was found, what the chair says of it, and the groups that follow."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

Kind = Literal["duplicate", "related", "distinct"]
"""The same initiative nominated more than once; siblings or the same idea elsewhere; nothing of the kind."""

KINDS: Final[tuple[Kind, ...]] = ("duplicate", "related", "distinct")

Axis = Literal["name", "owner", "text", "topic"]
"""What two nominations were compared by."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to look at a pair."""

    kind: Axis
    value: float
    """How alike they are on this axis, 0 to 1."""
    text: str
    """The reason in words, in the language spoken: "the titles are the same"."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two nominations that are worth a look, and why. `a` comes before `b` in the round."""

    a: str
    b: str
    suggested: Literal["duplicate", "related"]
    rule: str
    """The rule that made it, by its name in `docs/duplicates.md`."""
    likeness: float
    """One number to sort by, 0 to 1."""
    evidence: tuple[Evidence, ...]

    @property
    def pair(self) -> frozenset[str]:
        """The two ids, in no order."""
        return frozenset((self.a, self.b))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the chair decided about two nominations."""

    a: str
    b: str
    kind: Kind
    reason: str
    """In a sentence, for whoever asks a year later."""
    at: datetime
    """When, in UTC."""
    primary: str = ""
    """The one of the two that stands for both, where they are duplicates."""

    @property
    def pair(self) -> frozenset[str]:
        """The two ids, in no order."""
        return frozenset((self.a, self.b))


@dataclass(frozen=True, slots=True)
class Group:
    """Nominations that are one initiative by the chair's verdicts."""

    members: tuple[str, ...]
    """Every id, in the order of the round."""
    primary: str
    """The member that is ranked for all."""
