"""Near-identical nominations: what was found, what the chair says of it, and the groups that follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from nominate_tui.locale.catalogue import _, counted

Kind = Literal["duplicate", "related", "distinct"]
"""The same initiative nominated more than once; siblings or the same idea elsewhere; nothing of the kind."""

KINDS: Final[tuple[Kind, ...]] = ("duplicate", "related", "distinct")

BY_TOPIC_ALONE: Final = "near-topic"
"""The rule whose suggestions are for the chair only: half of them are nothing."""

Axis = Literal["name", "owner", "text", "topic"]
"""What two nominations were compared by."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to look at a pair."""

    kind: Axis
    value: float
    """How alike they are on this axis, 0 to 1."""
    message: str
    """The reason in words, as the catalogue knows it: "“{phrase}” stands in the title of {id}"."""
    values: Mapping[str, str | int] = field(default_factory=dict)
    """What stands for the names in braces."""
    plural: str = ""
    """The message for another number than one; empty where the message has no number."""
    count: int = 1
    """The number that decides between the two."""

    @property
    def text(self) -> str:
        """The reason in words, in the language spoken now."""
        told = counted(self.message, self.plural, self.count) if self.plural else _(self.message)
        return told.format(**self.values)


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
    texts: tuple[str, ...] = ()
    """Digests of what was compared of the two then, `a` first: see `outdated.text_digest`; empty where nobody noted them."""

    @property
    def pair(self) -> frozenset[str]:
        """The two ids, in no order."""
        return frozenset((self.a, self.b))

    @property
    def digests(self) -> Mapping[str, str]:
        """What `texts` has, by id."""
        return dict(zip((self.a, self.b), self.texts, strict=False))


@dataclass(frozen=True, slots=True)
class Group:
    """Nominations that are one initiative by the chair's verdicts."""

    members: tuple[str, ...]
    """Every id, in the order of the round."""
    primary: str
    """The member that is ranked for all."""


@dataclass(frozen=True, slots=True)
class SuggestedGroup:
    """Nominations of which every two are duplicates, by a suggestion or by what the chair settled."""

    members: tuple[str, ...]
    """Every id, in the order of the round."""
    primary: str
    """Who would stand for all: the primary of the first settled group in it, or else its first member."""
    weakest: Suggestion
    """Of the suggestions within it that are not settled the one of least likeness."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Nominations that hang together by suggested duplicates without being one group: for some two nothing speaks."""

    members: tuple[str, ...]
    """Every id, in the order of the round."""
    weakest: Suggestion
    """Where it holds least: of the suggestions between its groups the one of least likeness."""
    unsupported: tuple[str, str]
    """Two of the nominations that the weakest link would join, which nothing calls duplicates; as the round orders them."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """What follows from suggestions for groups, beyond what the chair settled."""

    groups: tuple[SuggestedGroup, ...] = ()
    """In the order of the round; each holds something that is not settled yet."""
    chains: tuple[Chain, ...] = ()
    """In the order of the round."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What suggestions were made from, as digests: the same again gives the same suggestions."""

    program: str
    """Of the program that compares."""
    rules: str
    """Of the rules of the round that comparing follows."""
    nominations: tuple[tuple[str, str], ...]
    """The id of each nomination, in the order of the round, and the digest of what is compared of it."""
    contacts: str
    """Of all contacts together, for from a digest of one a telephone number could be guessed; empty without contacts."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The suggestions of a round, and what they were made from."""

    made_from: Fingerprint
    suggestions: tuple[Suggestion, ...]
    """The loudest first."""
