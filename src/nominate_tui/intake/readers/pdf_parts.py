"""What stands on a page of a PDF: runs of words and ruled lines, each with its place.

Places are in points (1/72 inch), x to the right and y upward, turned so that the text reads from left to right:
where the text of a page stands sideways, its places are turned with it.
"""

import math
from dataclasses import dataclass, field
from typing import Final, NamedTuple

COLUMN_GAP: Final = 2.0
"""From how many times the size of the font on a gap between words is one between the cells of a table."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of what takes up room on a page."""


class Word(NamedTuple):
    """A word, and how far it reaches."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand beside one another on a line."""

    words: tuple[Word, ...]
    base: float
    """The height of the line that the letters stand on."""
    size: float
    """The size of the font."""
    below: tuple[str, ...] = ()
    """The other lines of a form field that has several; an empty string is a blank line."""

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return self.words[-1].right

    @property
    def text(self) -> str:
        """Its words, a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        """The height of the middle of its small letters."""
        return self.base + self.size / 4


class Level(NamedTuple):
    """A ruled line from left to right."""

    y: float
    left: float
    right: float


class Upright(NamedTuple):
    """A ruled line from bottom to top."""

    x: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Ruling:
    """The ruled lines of a page."""

    levels: tuple[Level, ...] = ()
    uprights: tuple[Upright, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A form field with a value, or text that was typed onto the page."""

    text: str
    """May have several lines."""
    box: Box
    size: float
    """The size of its font."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is read, with what is needed to tell how far it stands from the one above."""

    text: str
    """Its cells apart by `CELL`, also the empty ones."""
    base: float
    size: float
    left: float
    right: float
    blanks: int | None = None
    """How many blank lines stand before it; `None` where its distance tells."""
    behind: str = ""
    """Where it belongs on the line above, what stands between: a space, or `CELL` once or more. Such a line has been
    wrapped in its cell, and is put there when words that were divided at the ends of lines are whole again."""
    next_column: bool = False
    """Whether it is the first line of the next column of the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, as it was drawn."""

    turned: dict[int, list[Run]] = field(default_factory=dict)
    """Its runs by the direction they are written in, in degrees; that of most of the text first."""
    ruling: Ruling = field(default_factory=Ruling)
    """The ruled lines, turned as the first of those directions."""
    outside: tuple[str, ...] = ()
    """Text that stands wholly beyond the edges of the page."""
    comments: int = 0
    """How many notes and comments with text hang on it."""
    drawn: bool = False
    """Whether there is anything on it but text: pictures, lines."""


class Turn:
    """Turns places by an angle."""

    __slots__ = ("_cosine", "_sine")

    def __init__(self, degrees: int) -> None:
        """A turn back by so many degrees, so that text that is written in that direction reads to the right."""
        angle = math.radians(degrees)
        self._cosine, self._sine = round(math.cos(angle), 9), round(math.sin(angle), 9)

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """Where a place comes to."""
        return x * self._cosine + y * self._sine, y * self._cosine - x * self._sine

    def box(self, box: Box) -> Box:
        """Where a box comes to."""
        left, bottom, right, top = box
        xs, ys = zip(self(left, bottom), self(right, top), strict=True)
        return min(xs), min(ys), max(xs), max(ys)
