"""Looks through a document for the lines that may begin a nomination or be a heading of a form."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.intake.document import CELL
from nominate_tui.intake.form import Form, first_word, heading_key

_MOST_LINES: Final = 4
"""How many lines a wrapped heading may take up."""


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
    beginnings: list[Beginning] = []
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        if not line:
            continue
        if beginning := _beginning(index, line, form):
            beginnings.append(beginning)
        elif (not marks or marks[-1].end <= index) and (mark := _mark(index, lines, form)):
            marks.append(mark)
    return Scan(tuple(beginnings), tuple(marks))


def begins(line: str, patterns: Iterable[re.Pattern[str]]) -> re.Match[str] | None:
    """What a line is by the first pattern that it begins as; the first two cells of a row are read as `label: text`."""
    line = line.replace(CELL, ": ", 1)
    return next((found for pattern in patterns if (found := pattern.match(line))), None)


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
    if index and line[0].islower() and lines[index - 1]:
        return None  # the last word of a sentence, on a line of its own
    if first_word(line[: form.longest_heading]) not in form.first_words:
        return None
    if len(line) <= form.longest_heading:
        key = heading_key(line)
        if (question := form.by_heading.get(key)) is not None:
            return Mark(index, index + 1, question)
        if key in form.wrapped_headings and (mark := _wrapped(index, key, lines, form)):
            return mark
    return _with_text_beside(index, line, form)


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
    question = form.by_heading.get(heading_key(head))
    return None if question is None else Mark(index, index + 1, question, rest.strip())


def _with_text_beside(index: int, line: str, form: Form) -> Mark | None:
    head, colon, rest = line.partition(":")
    if not colon or len(head) > form.longest_heading or not rest[:1].isspace():
        return None
    question = form.by_heading.get(heading_key(head))
    if question is None or not form.questions[question].beside:
        return None
    return Mark(index, index + 1, question, rest.strip(), alone=False)
