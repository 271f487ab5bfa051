"""Looks through a document for the lines that may begin a nomination or be a heading of a form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.intake.document import CELL
from nominate_tui.intake.form import Form, heading_key

_MOST_LINES: Final = 4
"""How many lines a wrapped heading may take up."""

_HINT: Final = re.compile(r"\s*\([^()]*\)[?:.]*\Z")
_NUMBER: Final = re.compile(r"\A[0-9]{1,2}[.)]\s+")
"""A number before a heading, a hint in brackets or a star behind it are no part of it: `3. Økonomi (én decimal) *`."""

_LAST_OF_ASCII: Final = "\x7f"


@dataclass(frozen=True, slots=True)
class Beginning:
    """A line that looks as a nomination begins."""

    line: int
    """Its index in the document."""
    number: str
    """Empty where the form gives none."""
    title: str
    """What stands on the line behind the number; a long title goes on below."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that reads as a heading of the form."""

    line: int
    """The index of its first line in the document."""
    end: int
    """The index behind its last line."""
    question: int
    """The place of the question in the form."""
    beside: str = ""
    """What stands behind the heading on the same line; empty for a heading that has its lines to itself."""
    alone: bool = True
    """Whether the heading has its line, or its cell of a table, to itself; a sentence may have a colon too."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything in a document that could divide it, in the document's order."""

    beginnings: tuple[Beginning, ...]
    marks: tuple[Mark, ...]


def scan(lines: Sequence[str], form: Form) -> Scan:
    """Look at every line of a document once."""
    found = (_beginning(index, lines[index], form) for index in _may_begin(lines, form))
    beginnings = tuple(beginning for beginning in found if beginning)
    begun = {beginning.line for beginning in beginnings}
    marks: list[Mark] = []
    free = 0
    """The index behind the last heading."""
    for index in _may_be_headings(lines, form):
        if index >= free and index not in begun and (mark := _mark(index, lines, form)):
            marks.append(mark)
            free = mark.end
    return Scan(beginnings, tuple(marks))


def may_follow(lines: Sequence[str], form: Form) -> bool:
    """Whether a line begins a nomination or a package of the form: most forms are told apart by that alone."""
    patterns = (*form.beginnings, *(form.package.beginnings if form.package else ()))
    return any(begins(lines[index], patterns) for index in (_may_begin(lines, form) if patterns else ()))


# A document may have millions of lines: what nearly all of them are not is told without a call for each.


def _may_begin(lines: Sequence[str], form: Form) -> Iterator[int]:
    """The indices of the lines that may begin a nomination or a package, by their first sign."""
    signs = form.first_signs
    for index, line in enumerate(lines):
        if line and (line[0] in signs or line[0] > _LAST_OF_ASCII or line[0] == CELL):
            yield index


def _may_be_headings(lines: Sequence[str], form: Form) -> Iterator[int]:
    """The indices of the lines that may be a heading, by their first sign and their length.

    A longer line may have one only in its first cell, or before a colon. A small letter below another line is no
    heading, but the last word of a sentence.
    """
    letters, longest = form.first_letters, form.longest_heading
    above = ""
    for index, line in enumerate(lines):
        if line and (
            CELL in line
            or (
                (line[0] in letters or line[0] > _LAST_OF_ASCII)
                and (len(line) <= longest or ":" in line[: longest + 1])
                and not (above and line[0].islower())
            )
        ):
            yield index
        above = line


def begins(line: str, patterns: Iterable[re.Pattern[str]]) -> re.Match[str] | None:
    """What a line is by the first pattern that it begins as; the first two cells of a row are read as `label: text`."""
    line = line.replace(CELL, ": ", 1)
    for pattern in patterns:
        if found := pattern.match(line):
            return found
    return None


def _beginning(index: int, line: str, form: Form) -> Beginning | None:
    found = begins(line, form.beginnings)
    if found is None:
        return None
    groups = found.groupdict()
    number, title = groups.get("number") or "", groups.get("title") or ""
    return Beginning(index, number.lstrip("0") or number[-1:], title.replace(CELL, " ").strip())


def _mark(index: int, lines: Sequence[str], form: Form) -> Mark | None:
    line = lines[index]
    if CELL in line:
        return _in_cells(index, line, form)
    if len(line) <= form.longest_heading:
        if (question := _asked(line, form)) is not None:
            return Mark(index, index + 1, question)
        key = heading_key(line)
        if key in form.wrapped_headings and (mark := _wrapped(index, key, lines, form)):
            return mark
    return _with_text_beside(index, line, form)


def _asked(text: str, form: Form) -> int | None:
    """The place of the question whose heading a text is, perhaps with a number before it or a hint behind it."""
    question = form.by_heading.get(heading_key(text))
    if question is None and ("(" in text or text[-1] == "*" or text[0].isdigit()):
        plain = _NUMBER.sub("", _HINT.sub("", text.rstrip("* ")))
        question = form.by_heading.get(heading_key(plain))
    return question


def _wrapped(index: int, key: str, lines: Sequence[str], form: Form) -> Mark | None:
    """The heading that the line and those right below it make together."""
    for end in range(index + 2, min(index + _MOST_LINES, len(lines)) + 1):
        key = heading_key(f"{key} {lines[end - 1][: form.longest_heading]}")
        if (question := form.by_heading.get(key)) is not None:
            return Mark(index, end, question)
        if not lines[end - 1] or key not in form.wrapped_headings:
            return None
    return None


def _in_cells(index: int, line: str, form: Form) -> Mark | None:
    """The heading in the first cell of a table's row, with the text of the other cells beside it."""
    head, _cell, rest = line.partition(CELL)
    question = _asked(head, form) if head else None
    return None if question is None else Mark(index, index + 1, question, rest.strip())


def _with_text_beside(index: int, line: str, form: Form) -> Mark | None:
    head, colon, rest = line.partition(":")
    if not colon or len(head) > form.longest_heading or not rest[:1].isspace():
        return None
    question = form.by_heading.get(heading_key(head))
    if question is None or not form.questions[question].beside:
        return None
    return Mark(index, index + 1, question, rest.strip(), alone=False)
