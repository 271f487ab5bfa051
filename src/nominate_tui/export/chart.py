"""What the charts have in common: a drawing with a name and a description, and an axis."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from nominate_tui.export.markup import Markup, Part, tag

WIDTH: Final = 720
"""How wide a drawing is, in its own units; on the page it takes the width that there is."""
LABELS: Final = 240
"""How much of that the names at the left take."""
ROW: Final = 22
"""How high a row is."""
TOP: Final = 26
"""How much room the axis at the top takes."""
_LONGEST: Final = 32
"""How many characters of a name are drawn."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Places values between two ends of the drawing."""

    low: float
    """The value at the left end."""
    high: float
    """The value at the right end, above `low`."""
    left: float
    right: float

    def at(self, value: float) -> float:
        """Where a value lies, to a tenth of a unit."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.left + share * (self.right - self.left), 1)


def drawing(id: str, name: str, described: str, height: float, parts: Iterable[Part]) -> Markup:
    """A drawing that is read out by its name and description; `id` is its own on the page."""
    return tag(
        "svg",
        tag("title", name, id=f"{id}-title"),
        tag("desc", described, id=f"{id}-desc"),
        *parts,
        viewBox=f"0 0 {WIDTH} {height:.0f}",
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
    )


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A line; `kind` is its class in the stylesheet."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)


def words(x: float, y: float, text: str, kind: str | None = None, anchor: str | None = None) -> Markup:
    """A text at a place."""
    return tag("text", text, x=x, y=y, class_=kind, text_anchor=anchor)


def name_of(id: str, title: str) -> str:
    """The id of a nomination and as much of its title as there is room for."""
    whole = f"{id} {title}"
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1].rstrip() + "…"


def ticks(axis: Axis, values: Iterable[int], height: float) -> Iterable[Markup]:
    """A line from top to bottom at each of some values, with the value above it."""
    for value in values:
        yield line(axis.at(value), TOP - 6, axis.at(value), height, "grid")
        yield words(axis.at(value), TOP - 10, str(value), "tick", "middle")
