"""What is compared with what, what was wished for, and the table that tells both."""

import os
from dataclasses import dataclass
from typing import Final

from ranking_rounds import Size
from ranking_runs import Compared, Took

LARGEST: Final = "10000"
EVERY: Final = ("26", "1000", LARGEST)
EXACTLY: Final = 1e-9

HEADING: Final = (
    "| work | scores | ours, ms | clock | MB (before) | beside | ms | clock | MB (before) | times | aim | load |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True, slots=True)
class Aim:
    """What was wished for at one size."""

    ms: float
    """How long it takes at most."""
    times: float = 0.0
    """How many times faster it is than the peer."""
    size: str = LARGEST
    more: bool = False
    """Whether `ms` is how much longer it takes than the peer."""

    def judged(self, found: Compared) -> str:
        """The aim, and whether it is met by the least of the processor's time."""
        above = found.peer.least if self.more else 0.0
        told = f"≤ {self.ms:,g} ms" + (" more" if self.more else "")
        told += f", ≥ {self.times:g} ×" if self.times else ""
        met = (found.ours.least - above) * 1e3 <= self.ms and found.times >= self.times
        return f"{told}: {'met' if met else 'missed'}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A piece of our work beside a peer's."""

    title: str
    ours: str
    """Its name in `ranking_ours.py`."""
    peer: str
    """The peer's name in `ranking_peers.py`."""
    told: str
    """What the peer is called in the table."""
    aim: Aim | None = None
    sizes: tuple[str, ...] = EVERY
    tolerance: float = EXACTLY
    """How far the answers may differ."""
    same: bool = True
    """Whether both work out the same, so that answers must agree."""


def row(comparison: Comparison, size: Size | None, found: Compared) -> str:
    """One line of the table; of what has no size for `None`."""
    aim = comparison.aim
    judged = aim and (size is None or size.name == aim.size)
    cells = (
        comparison.title,
        f"{size.scores:,}" if size else "",
        *_told(found.ours),
        comparison.told,
        *_told(found.peer),
        f"{found.times:.3g} ×",
        aim.judged(found) if aim and judged else "",
        f"{os.getloadavg()[0]:.1f}",
    )
    return f"| {' | '.join(cells)} |"


def _told(took: Took) -> tuple[str, str, str]:
    """Processor (the least, and the median), clock, memory."""
    before = f" ({took.held:.0f})" if took.held else ""
    return (
        f"{_ms(took.least)} ({_ms(took.middle)})",
        _ms(min(took.wall)),
        f"{took.peak:.0f}{before}",
    )


def _ms(seconds: float) -> str:
    """Milliseconds with three digits, and no fraction of large ones."""
    ms = seconds * 1e3
    return f"{ms:,.0f}" if ms >= 100 else f"{ms:.3g}"
