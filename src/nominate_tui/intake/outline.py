"""Finds out how a document of an unknown form is built: how its nominations begin, and the headings they all have.

A heading is a short line, or a label with a colon, that stands in most nominations, in the same order among the
others. A line that ends as a question or with a colon may be absent from more of them than another, which could be an
answer that many gave. Of all kinds of lines that nominations may begin with, the one is taken that explains most
lines by their repetition.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from nominate_tui.intake.document import CELL
from nominate_tui.intake.form import heading_key
from nominate_tui.intake.marker import marker_of
from nominate_tui.intake.openings import LABELLED, Opening, only_opening, openings

_LONGEST: Final = 120
"""How many characters a line that is a heading has at most."""

_MOST_LINES: Final = 4
"""How many lines a wrapped heading may take up."""

_ENOUGH: Final = 0.4
"""The share of nominations that a heading stands in, if it ends as one or has its text beside it."""

_ENOUGH_OF_OTHERS: Final = 0.8
"""The same for a line that does not end as a heading."""

_IN_ORDER: Final = 0.8
"""How often a heading stands in its usual order with another, as a share of all times."""

_LOOKED_AT: Final = 200
"""How many nominations are looked at for the order of headings."""

_MOST_HEADINGS: Final = 100
"""How many headings are taken at most; a form has tens of them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that divides nominations."""

    text: str
    """As it stands first in the document, without a colon behind it."""
    count: int
    """How many nominations have it."""
    beside: bool
    """Whether text stands beside it."""
    certain: bool
    """Whether it ends as a heading does."""


@dataclass(frozen=True, slots=True)
class Outline:
    """How a document is built: at least one heading divides each nomination."""

    opening: Opening
    headings: tuple[Heading, ...]
    """In the order that they have in most nominations."""
    astray: tuple[Heading, ...] = ()
    """Lines that repeat as headings do, but stand now before and now behind others."""

    @property
    def nominations(self) -> int:
        """How many there are."""
        return len(self.opening.lines)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place that reads as a heading."""

    line: int
    """The index of its line."""
    key: str
    """As headings are compared."""
    text: str
    beside: bool = False
    """Whether text stands beside it."""
    inner: str = ""
    """The key of what would be a heading here too, if this were none: the first of several lines, or a label."""
    wrapped: bool = False

    @property
    def certain(self) -> bool:
        """Whether it ends as a heading does."""
        return self.beside or self.text.endswith((":", "?"))


_Segment = Sequence[_Mark]
"""The marks of one nomination, in the order of the document."""

_Before = Counter[tuple[str, str]]
"""In how many nominations the one key stands before the other."""


def outline(lines: Sequence[str]) -> Outline | None:
    """How a document is built, from its lines; `None` if it has no headings, apart from how it begins."""
    marks = list(_marks(lines))
    several = [_repetition(opening, _segments(marks, opening)) for opening in openings(lines)]
    best = max(several, key=lambda one: one.lines, default=None)
    if best is None or not best.marks:
        return _of_one(lines, marks)
    segments = _segments(marks, best.opening)
    in_order, astray = _ordered(best.marks, segments)
    return Outline(best.opening, _headings(in_order, segments), _headings(astray, segments))


@dataclass(frozen=True, slots=True)
class _Repetition:
    """What repeats in a document, if its nominations begin in one way."""

    opening: Opening
    marks: Sequence[_Mark]
    """The first of each that stands in enough of the nominations."""
    lines: int
    """How many lines are told by what repeats on them: those, and lines that begin nominations with a label."""


def _segments(marks: Sequence[_Mark], opening: Opening) -> list[_Segment]:
    at = [mark.line for mark in marks]
    ends = [*(bisect_left(at, line) for line in opening.lines[1:]), len(marks)]
    return [marks[bisect_right(at, line) : end] for line, end in zip(opening.lines, ends, strict=True)]


def _marks(lines: Sequence[str]) -> Iterator[_Mark]:
    for index, line in enumerate(lines):
        if not line or (line[0].islower() and index and lines[index - 1]):
            continue  # the rest of a sentence is no heading
        if CELL in line:
            yield from _in_cells(index, line)
            continue
        labelled = LABELLED.fullmatch(line)
        label = labelled["label"] if labelled and labelled["text"] else ""
        if label:
            yield _Mark(index, heading_key(label), label, beside=True)
        if _may_be_alone(line) and (not label or line.endswith((":", "?"))):
            yield _Mark(index, heading_key(line), line, inner=heading_key(label))
            yield from _wrapped(lines, index)


def _in_cells(index: int, line: str) -> Iterator[_Mark]:
    """The heading in the first cell of a table's row, whose other cells are the answer."""
    head = line.partition(CELL)[0].strip()
    if _may_be_alone(head):
        yield _Mark(index, heading_key(head), head, beside=True)


def _may_be_alone(line: str) -> bool:
    if len(line) > _LONGEST or not any(map(str.isalpha, line)):
        return False
    marker = marker_of(line)
    return marker is None or marker.kind == "number"


def _wrapped(lines: Sequence[str], index: int) -> Iterator[_Mark]:
    """The heading that a line and those right below it make together, if they end as one and the line does not."""
    text = lines[index]
    for line in lines[index + 1 : index + _MOST_LINES]:
        if text.endswith(("?", ":", ".")) or not line[:1].islower() or len(line) > _LONGEST:
            return
        text = f"{text} {line}"
        if text.endswith(("?", ":")):
            yield _Mark(index, heading_key(text), text, inner=heading_key(lines[index]), wrapped=True)


def _of_one(lines: Sequence[str], marks: Sequence[_Mark]) -> Outline | None:
    """The outline of a document with one nomination: whatever ends as a heading does, on one line, is taken for one."""
    found = [mark for mark in marks if mark.certain and not mark.wrapped]
    inner = {mark.inner for mark in found}
    found = [mark for mark in found if mark.key not in inner]
    if not found:
        return None
    opening = only_opening(lines, found[0].line)
    headings = _headings([mark for mark in found if mark.line > opening.lines[0]], [found])
    return Outline(opening, headings) if headings else None


def _repetition(opening: Opening, segments: Sequence[_Segment]) -> _Repetition:
    counts = _counts(segments)
    many = {key for key, count in counts.items() if count >= max(2, _ENOUGH * len(segments))}
    first: dict[str, _Mark] = {}
    for mark in (mark for segment in segments for mark in segment if mark.key in many):
        if mark.certain or counts[mark.key] >= _ENOUGH_OF_OTHERS * len(segments):
            first.setdefault(mark.key, mark)
    inner = {mark.inner for mark in first.values()}
    chosen = [mark for mark in first.values() if mark.key not in inner]
    beginning = 0 if opening.has_number else len(opening.lines)
    lines = beginning + sum(counts[mark.key] for mark in chosen)
    return _Repetition(opening, chosen[:_MOST_HEADINGS], lines)


def _counts(segments: Iterable[_Segment]) -> Counter[str]:
    """In how many nominations each mark stands."""
    return Counter(key for segment in segments for key in {mark.key for mark in segment})


def _headings(marks: Sequence[_Mark], segments: Sequence[_Segment]) -> tuple[Heading, ...]:
    counts = _counts(segments)
    beside = {mark.key for segment in segments for mark in segment if mark.beside}
    first: dict[str, Heading] = {}
    for mark in marks[:_MOST_HEADINGS]:
        text = mark.text.rstrip(": ")
        first.setdefault(mark.key, Heading(text, counts[mark.key], mark.key in beside, mark.certain))
    return tuple(first.values())


def _ordered(marks: Sequence[_Mark], segments: Sequence[_Segment]) -> tuple[list[_Mark], list[_Mark]]:
    """The marks in the order they have in most nominations, and apart from them those that keep to no order."""
    wanted = {mark.key for mark in marks}
    step = max(1, len(segments) // _LOOKED_AT)
    rows = (_row(segment, wanted) for segment in segments[::step])
    before = Counter(pair for row in rows for pair in combinations(row, 2))
    kept = _in_order([mark.key for mark in marks], before)
    wins = Counter(one for one, other in before if other in kept and before[one, other] > before[other, one])
    return (
        sorted((mark for mark in marks if mark.key in kept), key=lambda mark: -wins[mark.key]),
        [mark for mark in marks if mark.key not in kept],
    )


def _row(segment: _Segment, wanted: Container[str]) -> list[str]:
    """The wanted keys of a nomination, each where it stands first."""
    return list(dict.fromkeys(mark.key for mark in segment if mark.key in wanted))


def _in_order(keys: Iterable[str], before: _Before) -> frozenset[str]:
    """The keys without those that most often stand in another order than usual, until all are nearly always in order."""
    left = list(keys)
    while left:
        kept_to = {key: _kept_to(key, left, before) for key in left}
        worst = min(left, key=kept_to.__getitem__)
        if kept_to[worst] >= _IN_ORDER:
            break
        left.remove(worst)
    return frozenset(left)


def _kept_to(key: str, others: Iterable[str], before: _Before) -> float:
    """How often a key stands in its usual order with another, of all times that both are there."""
    both = [(before[key, other], before[other, key]) for other in others if other != key]
    times = sum(map(sum, both))
    return sum(map(max, both)) / times if times else 1.0
