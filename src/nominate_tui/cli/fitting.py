"""How wide the columns of a table are: where the room is small, the least wanted ones go and texts are wrapped."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

WidthOf = Callable[[str], int]
"""How many cells of the terminal a text takes."""

GAP: Final = 2
"""Blank cells between two columns."""

_NARROW: Final = 14
"""Cells that a column of texts needs at the least, to be read when it is wrapped."""


@dataclass(frozen=True, slots=True)
class Need:
    """How much room a column asks for, in cells of the terminal."""

    natural: int
    """So that nothing is wrapped."""
    least: int
    """So that no word and no figure is broken."""
    wanted: int
    """The columns with the lowest number go first, all of one number together; those of 9 always stay."""


def need(heading: str, cells: Iterable[str], wanted: int, *, figures: bool, width_of: WidthOf) -> Need:
    """What a column of these texts needs; a heading may be wrapped between its words."""
    widths = [width_of(cell) for cell in cells]
    longest = max((width_of(word) for word in heading.split()), default=0)
    widest = max(widths, default=0)
    least = widest if figures else min(widest, _NARROW)
    return Need(max(widest, width_of(heading)), max(least, longest), wanted)


def fitting(needs: Sequence[Need], room: int) -> dict[int, int]:
    """The widths of the columns that stay, by their place; they fit into the room unless even the last few do not."""
    kept = dict(enumerate(needs))
    while _sum(each.least for each in kept.values()) > room:
        goes = min(each.wanted for each in kept.values())
        if goes == 9:
            break
        kept = {place: each for place, each in kept.items() if each.wanted != goes}
    return _shared(kept, room - _sum(each.least for each in kept.values()))


def _sum(widths: Iterable[int]) -> int:
    """The width of columns beside one another."""
    every = list(widths)
    return sum(every) + GAP * (len(every) - 1)


def _shared(kept: dict[int, Need], left: int) -> dict[int, int]:
    """What is left goes to whom it helps: those who ask for little are served first, the others share alike."""
    widths = {place: each.least for place, each in kept.items()}
    asking = sorted(kept, key=lambda place: kept[place].natural - kept[place].least)
    for served, place in enumerate(asking):
        given = min(max(left, 0) // (len(asking) - served), kept[place].natural - kept[place].least)
        widths[place] += given
        left -= given
    return widths
