"""Puts wrapped and torn text together again: a paragraph is one line, whatever pages and lines cut through it.

A document that was printed and read again has lost what told a paragraph from a line. What is left are
the lengths of its lines and its punctuation. The rules below were made by looking at every gap of a real
document of 26 nominations; `tests/intake/test_gaps.py` lists what was decided for each of them.

*The width* of a document is what nineteen of twenty lines keep to that have another right below them. A line
is *full* when the first word of the next would have taken it beyond 90 % of that width, and *long* beyond 60 %.
(Proportional fonts make lines ragged: of the lines of the real document that end a sentence, the narrowest
wrapped one comes to 94 %, the widest that ends its paragraph to 87 %.) A line is *closed* when it ends with `.`,
`!`, `?`, `:` or `…`, quotes and brackets behind it aside, and *open* when it ends with a comma, a dash or what
else cannot end a sentence.

Lines right below one another are one paragraph, unless the upper one is closed and not full (a new
paragraph), or not even long (a new line, as in addresses and rows of dates).

A gap of one or two blank lines is a paragraph's end. It is healed only where the upper line is long and not
closed and the lower one begins with a small letter: converters put blank lines around lists, and tear off the
last lines of an item.

A gap of exactly three blank lines is a page break and nothing else, since an empty line of the document's own
would be a fourth. It is healed where the upper line is full, where the lower one begins with a small letter and
the upper is not closed, and where the upper is long or open and not closed (the next page begins with a name).
Otherwise the paragraph ended with the page.

A wider gap is a page break beside an empty line, so the paragraph ended, unless the sentence goes on: the upper
line is not closed, and it is full or open or the lower one begins with a small letter.

Items of lists often end without a full stop, so that a capital after a gap tells less. It goes on with the item
above only where that is full and not closed and more items of the list stand right below: then its last lines
were torn off. A page break after a closed item ends the list.

An item of a list always begins a line of its own. A bullet is an item anywhere; a dash only where a sentence
cannot go on, or after another such item; a number only there too, and if it is 1 or comes next.

Lines are joined with a space. A hyphen at the end of a line stays as it is, with the space: whether the word
had one before it was wrapped, nobody can tell.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from nominate_tui.intake.document import PAGE_BREAK
from nominate_tui.intake.marker import Marker, marker_of

_FULL: Final = 0.9
_LONG: Final = 0.6
_KEPT_TO: Final = 0.95
"""The share of wrapped lines that are not longer than the width; the others are links and the like."""

_WIDTHS: Final = range(40, 161)
"""A document that is narrower or wider than any page is not wrapped: each of its lines ends where it was ended."""

_CLOSED = re.compile(r"[.!?:…][\"'”“’‘»«)\]]*\Z")
_LAST_OF_CLOSED: Final = frozenset(".!?:…\"'”“’‘»«)]")
"""What a closed line can end with: most lines are told by it to be none."""
_OPEN: Final = tuple(",-–—/([&+")

_MANY: Final = 100
"""From so many lines on a text is hardly one paragraph, and not looked at as such."""


class Joint(StrEnum):
    """How a line goes on from the one before it."""

    SAME = " "
    """It belongs to the same paragraph."""
    LINE = "\n"
    """It is a line of its own in the same paragraph, or the next item of a list."""
    PARAGRAPH = "\n\n"
    """It begins a paragraph or a list."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that is not blank, and how it goes on from the one before."""

    index: int
    """Its index among the lines."""
    text: str
    blanks: int
    """How many blank lines stand before it."""
    joint: Joint
    """`PARAGRAPH` for the first."""


@dataclass(slots=True)
class _Above:
    """What is known of the lines above the one that is looked at."""

    line: str = ""
    item: Marker | None = None
    """The marker of the item that `line` belongs to; `None` outside of lists."""
    number: int = 0
    """The number of the last numbered item."""


@dataclass(slots=True)
class _Below:
    """The line that is looked at, among those it stands in."""

    lines: Sequence[str]
    index: int = 0
    line: str = ""
    """The line itself."""
    blanks: int = 0
    """How many blank lines stand before it."""


def width_of(texts: Iterable[Sequence[str]]) -> int:
    """The width, in characters, at which a document's texts are wrapped; 0 where they are not.

    Each text is its lines, in which a blank line is an empty string.
    """
    lengths = Counter(len(line) for lines in texts for line, below in pairwise(lines) if line and below)
    left = lengths.total() * _KEPT_TO
    for length, times in sorted(lengths.items()):
        left -= times
        if left <= 0:
            return length if length in _WIDTHS else 0
    return 0


def heal(lines: Sequence[str], width: int) -> str:
    """The text of these lines: a paragraph or an item of a list a line, paragraphs and lists apart by an empty line.

    Its words are those of the lines, in the same order; nothing is lost, doubled or glued.
    """
    if len(lines) < _MANY:
        paragraph = list(filter(None, lines))
        if len(paragraph) <= 1 or _is_one(paragraph, lines, width):
            return " ".join(paragraph)
    text = io.StringIO()  # a list of millions of lines would take many times their room
    for below, joint in _joints(lines, width):
        text.write(joint)
        text.write(below.line)
    return text.getvalue().removeprefix(Joint.PARAGRAPH)


def _is_one(paragraph: Sequence[str], lines: Sequence[str], width: int) -> bool:
    """Whether lines are surely one paragraph, which most answers are: those above are full, and none is an item."""
    if not width or min(map(len, paragraph[:-1])) <= _FULL * width:
        return False
    start = lines.index(paragraph[0])
    return all(lines[start : start + len(paragraph)]) and not any(map(marker_of, paragraph[1:]))


def pieces(lines: Sequence[str], width: int) -> Iterator[Piece]:
    """Each line that is not blank, with the way it goes on from the one before."""
    return (Piece(below.index, below.line, below.blanks, joint) for below, joint in _joints(lines, width))


def _joints(lines: Sequence[str], width: int) -> Iterator[tuple[_Below, Joint]]:
    """The same; what is told of the line holds until the next one is asked for."""
    above, below = _Above(), _Below(lines)
    for index, line in enumerate(lines):
        if not line:
            below.blanks += 1
            continue
        below.index, below.line = index, line
        yield below, _step(above, below, width)
        above.line = line
        below.blanks = 0


def _step(above: _Above, below: _Below, width: int) -> Joint:
    """The joint before a line; what is known of the lines above moves on."""
    if marker := _item(above, below.line, below.blanks, width):
        joint = Joint.LINE if above.item else Joint.PARAGRAPH
        above.item = marker
        above.number = marker.ordinal or above.number
        return joint
    joint = _joint(above, below, width)
    if above.item and joint is not Joint.SAME:
        above.item = None
        return Joint.PARAGRAPH
    return joint


def _item(above: _Above, line: str, blanks: int, width: int) -> Marker | None:
    """The marker of a line that is an item of a list."""
    marker = marker_of(line)
    if marker is None or marker.kind == "bullet":
        return marker
    if marker.kind == "dash" and above.item and above.item.kind == "dash":
        return marker
    free = (
        not above.line
        or 0 < blanks < PAGE_BREAK
        or _is_closed(above.line)
        or not _is_long(above.line, line, width)
    )
    in_order = marker.kind == "dash" or marker.ordinal in (1, above.number + 1)
    return marker if free and in_order else None


def _joint(above: _Above, below: _Below, width: int) -> Joint:
    if not above.line:
        return Joint.PARAGRAPH
    if below.blanks == 0:
        return _right_below(above.line, below.line, width)
    return Joint.SAME if _is_healed(above, below, width) else Joint.PARAGRAPH


def _right_below(upper: str, lower: str, width: int) -> Joint:
    if _is_closed(upper):
        return Joint.SAME if _is_full(upper, lower, width) else Joint.PARAGRAPH
    return Joint.SAME if _is_long(upper, lower, width) else Joint.LINE


def _is_healed(above: _Above, below: _Below, width: int) -> bool:
    """Whether the gap between two lines cuts through a paragraph."""
    full = _is_full(above.line, below.line, width)
    long = _is_long(above.line, below.line, width)
    if _is_closed(above.line):
        return full and below.blanks == PAGE_BREAK and above.item is None
    if below.line[0].islower():
        return long or below.blanks >= PAGE_BREAK
    if above.item:
        return full and _list_goes_on(below)
    if below.blanks < PAGE_BREAK:
        return False
    return full or above.line.endswith(_OPEN) or (long and below.blanks == PAGE_BREAK)


def _list_goes_on(below: _Below) -> bool:
    """Whether items stand right below a line and those that hang on it, and these do not announce them."""
    for index in range(below.index, len(below.lines)):
        line = below.lines[index]
        if not line:
            return False
        if marker_of(line):
            return not below.lines[index - 1].endswith(":")
    return False


def _is_closed(line: str) -> bool:
    return line[-1] in _LAST_OF_CLOSED and _CLOSED.search(line, max(0, len(line) - 8)) is not None


def _is_full(upper: str, lower: str, width: int) -> bool:
    return width > 0 and (len(upper) > _FULL * width or _reach(upper, lower) > _FULL * width)


def _is_long(upper: str, lower: str, width: int) -> bool:
    return width > 0 and (len(upper) > _LONG * width or _reach(upper, lower) > _LONG * width)


def _reach(upper: str, lower: str) -> int:
    """How many characters the upper line would have with the first word of the lower one."""
    return len(upper) + 1 + len(lower.split(maxsplit=1)[0])
