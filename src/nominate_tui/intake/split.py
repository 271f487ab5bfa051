"""Divides a document into nominations, and each of them into the sections under its headings.

A line that reads as a heading need not be one: an answer may quote a question. Two rules tell them apart.
The headings of a nomination are the longest row of marks that stand in the form's order, the first mark
where two would do as well; a heading that stands nowhere else in the nomination is taken out of order too.
A line begins a nomination when the headings begin anew after it; where they only go on, or none follows,
an answer has mentioned another nomination. Where the form gives nominations no number, a line after the first
begins one only if every heading that must be there follows it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from nominate_tui.intake.document import CELL, Document
from nominate_tui.intake.form import Form, Question
from nominate_tui.intake.scan import Beginning, Mark, Scan, scan
from nominate_tui.intake.wording import own_words


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A heading and the lines under it. Nominations of a package may have one in common."""

    question: Question
    heading: range
    """The lines of the heading, by their indices in the document; none where the text follows a beginning."""
    first: int
    """The index of the first of `lines`; the heading's own where the text begins beside it."""
    lines: tuple[str, ...]
    """Lines of the form's own wording are blank."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A nomination as it stands in the document."""

    number: str
    """Empty where the document gives it none."""
    title: str
    """The title on the lines that the nomination begins with."""
    heading: range
    """Those lines, by their indices in the document."""
    stray: range
    """The lines between them and the first heading, which belong to nothing."""
    sections: tuple[Section, ...]
    """In the order of the document."""
    repeated: tuple[Mark, ...] = ()
    """Lines that read as a heading which already stood elsewhere; they are kept as text."""
    displaced: tuple[Mark, ...] = ()
    """Headings that stand against the form's order."""


@dataclass(frozen=True)
class Layout:
    """A document, divided."""

    document: Document
    form: Form
    before: range
    """The lines before the first nomination."""
    entries: tuple[Entry, ...]
    mentions: tuple[Beginning, ...] = ()
    """Lines inside a nomination that look as one begins, and are kept as text."""
    own: frozenset[int] = frozenset()
    """The lines of the form's own wording."""
    headings: tuple[range, ...] = ()
    """The lines of a package that are the headings of its parts, or its own."""
    package: str = ""
    """The title of the package; empty where the document is none."""
    others: tuple[int, ...] = ()
    """The lines that another package begins with."""

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every section once, in the order of the document."""
        each = dict.fromkeys(section for entry in self.entries for section in entry.sections)
        return tuple(sorted(each, key=lambda section: (section.heading.start, section.first)))


def without_own_words(document: Document, form: Form) -> tuple[tuple[str, ...], frozenset[int]]:
    """The lines of a document with those of the form's own wording blank, and the indices of these."""
    own = own_words(document.lines, form.wording)
    if not own:
        return document.lines, own
    return tuple("" if index in own else line for index, line in enumerate(document.lines)), own


def divide(document: Document, form: Form) -> Layout:
    """The document, divided by a form; without a nomination in it, everything lies before the first."""
    lines, own = without_own_words(document, form)
    found = scan(lines, form)
    taken = _taken(found, form)
    bounds = [*(beginning.line for beginning in taken), len(lines)]
    at = [mark.line for mark in found.marks]
    entries = []
    for beginning, (start, end) in zip(taken, pairwise(bounds), strict=True):
        marks = found.marks[bisect_left(at, start) : bisect_left(at, end)]
        entries.append(_entry(lines, form, beginning, end, marks))
    real = set(taken)
    mentions = tuple(one for one in found.beginnings if one.line > bounds[0] and one not in real)
    return Layout(document, form, range(bounds[0]), tuple(entries), mentions, own)


def _taken(found: Scan, form: Form) -> list[Beginning]:
    """The beginnings after which the headings begin anew."""
    lines = [mark.line for mark in found.marks]
    taken: list[Beginning] = []
    reached = len(lines)
    for place, beginning in enumerate(found.beginnings):
        behind = bisect_left(lines, beginning.line)
        later = found.beginnings[place + 1].line if place + 1 < len(found.beginnings) else None
        if behind == len(lines) or (later is not None and lines[behind] > later):
            continue
        if not taken or _begins_anew(found.marks, reached, behind, later, beginning, form):
            taken.append(beginning)
            reached = behind
    return taken


def _begins_anew(
    marks: Sequence[Mark], reached: int, behind: int, later: int | None, beginning: Beginning, form: Form
) -> bool:
    if marks[behind].question > max(mark.question for mark in marks[reached:behind]):
        return False
    if beginning.number:
        return True
    return _needed(form) <= {mark.question for mark in marks[behind:] if later is None or mark.line < later}


def _needed(form: Form) -> frozenset[int]:
    """The places of the questions that must follow; a title stands on the line that begins the nomination."""
    return frozenset(place for place in form.needed if form.questions[place].fills != "title")


def _entry(lines: Sequence[str], form: Form, beginning: Beginning, end: int, marks: Sequence[Mark]) -> Entry:
    chosen, displaced = headings(marks)
    top = chosen[0].line
    heading = range(beginning.line, end_of_title(lines, beginning.line, top))
    ends = [mark.line for mark in chosen[1:]] + [end]
    return Entry(
        number=beginning.number,
        title=" ".join(
            [beginning.title, *(line.replace(CELL, " ") for line in lines[heading.start + 1 : heading.stop])]
        ).strip(),
        heading=heading,
        stray=range(heading.stop, top),
        sections=tuple(section_at(lines, form, mark, stop) for mark, stop in zip(chosen, ends, strict=True)),
        repeated=_repeated(marks, chosen),
        displaced=displaced,
    )


def _repeated(marks: Sequence[Mark], chosen: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks that are no headings, but read as one of those that are."""
    if len(marks) == len(chosen):
        return ()
    used = {mark.question for mark in chosen}
    headed = {mark.line for mark in chosen}
    return tuple(mark for mark in marks if mark.line not in headed and mark.alone and mark.question in used)


def end_of_title(lines: Sequence[str], start: int, top: int) -> int:
    """The index behind the title's last line: it goes on until a blank line or the first heading."""
    return next((index for index in range(start + 1, top) if not lines[index]), top)


def section_at(lines: Sequence[str], form: Form, mark: Mark, end: int) -> Section:
    """The section from a mark to where the next one begins."""
    under = tuple(lines[mark.end : end])
    if mark.beside:
        return Section(
            form.questions[mark.question], range(mark.line, mark.end), mark.line, (mark.beside, *under)
        )
    return Section(form.questions[mark.question], range(mark.line, mark.end), mark.end, under)


def headings(marks: Sequence[Mark]) -> tuple[list[Mark], tuple[Mark, ...]]:
    """The marks of one nomination that are its headings, and those of them that stand out of order."""
    questions = [mark.question for mark in marks]
    if questions == sorted(set(questions)):
        return list(marks), ()  # as in nearly all nominations
    alone = {mark.question for mark in marks if mark.alone}
    candidates = [mark for mark in marks if mark.alone or mark.question not in alone]
    row = _longest_row(candidates)
    used = {mark.question for mark in row}
    displaced: list[Mark] = []
    for mark in candidates:
        if mark.question not in used and mark.alone:
            displaced.append(mark)
            used.add(mark.question)
    return sorted([*row, *displaced], key=lambda mark: mark.line), tuple(displaced)


def _longest_row(marks: Sequence[Mark]) -> list[Mark]:
    """The longest row of marks whose questions rise; among equals the one that could be told first."""
    best: dict[int, _Row] = {}
    for mark in marks:
        before = max((row for last, row in best.items() if last < mark.question), key=_length, default=None)
        length = before.length + 1 if before else 1
        if mark.question not in best or length > best[mark.question].length:
            best[mark.question] = _Row(mark, before, length)
    return _marks_of(max(best.values(), key=_length))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of marks, told from its end: many share their beginning."""

    last: Mark
    before: "_Row | None"
    length: int


def _length(row: _Row) -> int:
    return row.length


def _marks_of(row: _Row | None) -> list[Mark]:
    marks: list[Mark] = []
    while row:
        marks.append(row.last)
        row = row.before
    return marks[::-1]
