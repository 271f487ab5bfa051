"""Divides a document into nominations, and each of them into the sections under its headings.

A line that reads as a heading need not be one: an answer may quote a question. Two rules tell them apart.
The headings of a nomination are the longest row of marks that stand in the form's order, the first mark
where two would do as well; a heading that stands nowhere else in the nomination is taken out of order too.
A line begins a nomination when the headings begin anew after it; where they only go on, or none follows,
an answer has mentioned another nomination.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nominate_tui.intake.document import Document
from nominate_tui.intake.form import Form, Question
from nominate_tui.intake.scan import Beginning, Mark, Scan, scan


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines under it."""

    question: Question
    heading: range
    """The lines of the heading, by their indices in the document."""
    first: int
    """The index of the first of `lines`; the heading's own where the text begins beside it."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A nomination as it stands in the document."""

    number: int
    title: str
    """The title on the lines that the nomination begins with."""
    heading: range
    """Those lines, by their indices in the document."""
    stray: range
    """The lines between them and the first heading, which belong to nothing."""
    sections: tuple[Section, ...]
    """In the order of the document."""
    repeated: tuple[Mark, ...]
    """Lines that read as a heading which already stood elsewhere; they are kept as text."""
    displaced: tuple[Mark, ...]
    """Headings that stand against the form's order."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A document, divided."""

    document: Document
    form: Form
    before: range
    """The lines before the first nomination."""
    entries: tuple[Entry, ...]
    mentions: tuple[Beginning, ...]
    """Lines inside a nomination that look as one begins, and are kept as text."""


def divide(document: Document, form: Form) -> Layout:
    """The document, divided by a form; without a nomination in it, everything lies before the first."""
    found = scan(document.lines, form)
    taken = _taken(found)
    bounds = [*(beginning.line for beginning in taken), len(document.lines)]
    lines = [mark.line for mark in found.marks]
    entries = []
    for beginning, (start, end) in zip(taken, pairwise(bounds), strict=True):
        marks = found.marks[bisect_left(lines, start) : bisect_left(lines, end)]
        entries.append(_entry(document.lines, form, beginning, end, marks))
    real = set(taken)
    mentions = tuple(one for one in found.beginnings if one.line > bounds[0] and one not in real)
    return Layout(document, form, range(bounds[0]), tuple(entries), mentions)


def _taken(found: Scan) -> list[Beginning]:
    """The beginnings after which the headings begin anew."""
    lines = [mark.line for mark in found.marks]
    taken: list[Beginning] = []
    reached = len(lines)
    for place, beginning in enumerate(found.beginnings):
        behind = bisect_left(lines, beginning.line)
        later = found.beginnings[place + 1].line if place + 1 < len(found.beginnings) else None
        if behind == len(lines) or (later is not None and lines[behind] > later):
            continue
        if not taken or found.marks[behind].question <= max(m.question for m in found.marks[reached:behind]):
            taken.append(beginning)
            reached = behind
    return taken


def _entry(lines: Sequence[str], form: Form, beginning: Beginning, end: int, marks: Sequence[Mark]) -> Entry:
    chosen, displaced = headings(marks)
    top = chosen[0].line
    heading = range(beginning.line, _end_of_title(lines, beginning.line, top))
    ends = [mark.line for mark in chosen[1:]] + [end]
    used = {mark.question for mark in chosen}
    headed = {mark.line for mark in chosen}
    return Entry(
        number=beginning.number,
        title=" ".join([beginning.title, *lines[heading.start + 1 : heading.stop]]).strip(),
        heading=heading,
        stray=range(heading.stop, top),
        sections=tuple(_section(lines, form, mark, stop) for mark, stop in zip(chosen, ends, strict=True)),
        repeated=tuple(
            mark for mark in marks if mark.line not in headed and not mark.beside and mark.question in used
        ),
        displaced=displaced,
    )


def _end_of_title(lines: Sequence[str], start: int, top: int) -> int:
    """The index behind the title's last line: it goes on until a blank line or the first heading."""
    return next((index for index in range(start + 1, top) if not lines[index]), top)


def _section(lines: Sequence[str], form: Form, mark: Mark, end: int) -> Section:
    under = tuple(lines[mark.end : end])
    if mark.beside:
        return Section(
            form.questions[mark.question], range(mark.line, mark.end), mark.line, (mark.beside, *under)
        )
    return Section(form.questions[mark.question], range(mark.line, mark.end), mark.end, under)


def headings(marks: Sequence[Mark]) -> tuple[list[Mark], tuple[Mark, ...]]:
    """The marks of one nomination that are its headings, and those of them that stand out of order."""
    alone = {mark.question for mark in marks if not mark.beside}
    candidates = [mark for mark in marks if not mark.beside or mark.question not in alone]
    row = _longest_row(candidates)
    used = {mark.question for mark in row}
    displaced: list[Mark] = []
    for mark in candidates:
        if mark.question not in used and not mark.beside:
            displaced.append(mark)
            used.add(mark.question)
    return sorted([*row, *displaced], key=lambda mark: mark.line), tuple(displaced)


def _longest_row(marks: Sequence[Mark]) -> list[Mark]:
    """The longest row of marks whose questions rise; among equals the one that could be told first."""
    best: dict[int, list[Mark]] = {}
    for mark in marks:
        before = max((row for last, row in best.items() if last < mark.question), key=len, default=[])
        if len(before) + 1 > len(best.get(mark.question, [])):
            best[mark.question] = [*before, mark]
    return max(best.values(), key=len, default=[])
