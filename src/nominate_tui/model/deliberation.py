"""What the meeting decided: the lock of the round, the order of equals, and what is adopted to rank by."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from nominate_tui.model.what_if import WhatIf


@dataclass(frozen=True, slots=True)
class TieDecision:
    """The chair puts tied nominations in an order, with a written reason."""

    order: tuple[str, ...]
    """The ids, the best first."""
    reason: str
    at: datetime
    """When, in UTC."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decided something, why and when."""

    by: str
    """The name as it was given: the chair's or the secretariat's."""
    reason: str
    at: datetime
    """When, in UTC."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What the meeting adopted to rank by, in the place of what was agreed before scores were seen."""

    what: WhatIf
    """What holds from then on."""
    before: WhatIf
    """What held until then; it has the same parts."""
    signed: Signed
    taken_back: Signed | None = None
    """Who took it back; `None` while it stands."""
    scored: int | None = None
    """How many reviews had a score when it was adopted; `None` where nobody wrote that down."""


@dataclass(frozen=True, slots=True)
class Deliberation:
    """The decisions of the meeting."""

    locked: datetime | None = None
    """Since when no ballot may change, in UTC; `None` while the round is open."""
    ties: tuple[TieDecision, ...] = ()
    """In the order they were made; a later one about the same two nominations counts."""
    amendments: tuple[Amendment, ...] = ()
    """In the order they were adopted; of what two of them say, the later one holds."""

    @property
    def standing(self) -> tuple[Amendment, ...]:
        """The amendments that were not taken back."""
        return tuple(amendment for amendment in self.amendments if amendment.taken_back is None)

    @property
    def left_out(self) -> frozenset[str]:
        """The ids of the jurors who do not count, by the last standing amendment that says so."""
        said = (each.what.left_out for each in reversed(self.standing))
        return next((jurors for jurors in said if jurors is not None), frozenset())

    def named(self, names: Mapping[str, str]) -> "Deliberation":
        """The same with jurors by other names, where something was adopted about them; `names` are by juror id.

        Whoever has no other name is left out of it.
        """
        amendments = (
            replace(each, what=_named(each.what, names), before=_named(each.before, names))
            for each in self.amendments
        )
        return replace(self, amendments=tuple(amendments))


def _named(what: WhatIf, names: Mapping[str, str]) -> WhatIf:
    if what.left_out is None:
        return what
    return replace(what, left_out=frozenset(names[id] for id in what.left_out if id in names))
