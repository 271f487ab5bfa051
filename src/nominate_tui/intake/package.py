"""Divides a document that holds a package: an introduction, and several nominations that share some sections.

The rules were made by looking at a real document of eight proposals, and hold for any that is built like it:

A nomination of a package has a number of a letter and a figure (`A.1`). The first line with its number begins it,
and the text below is its own. A line may begin several (`A.1 and A.2`), which then share the text. A later line
with the number of a nomination that is known only says whom the following text belongs to.

A heading of the form belongs to the nominations that were begun since text last stood under such a heading: to
all of a part, where the remarks follow the last of them, or to one, where they follow each. A heading that is
asked once for the whole package belongs to all.

A part of the package begins with a line that the introduction has announced: the whole of it stands there too, at
the beginning of a line. What stands between it and the first nomination belongs to all nominations of the part.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from nominate_tui.intake.document import CELL, Document
from nominate_tui.intake.form import NUMBER, Form, PackageForm, Question, heading_key
from nominate_tui.intake.scan import Mark, begins, scan
from nominate_tui.intake.split import Entry, Layout, Section, divide, section_at, without_own_words

_NUMBERED: Final = re.compile(
    rf"(?P<numbers>{NUMBER}(?:\s*(?:,|&|og|and|samt)\s*{NUMBER})*)[.:)]?\s+(?P<title>\S.*)"
)
_NUMBER: Final = re.compile(r"([A-ZÆØÅ])\.?\s?([0-9]{1,2})")

_WORDS: Final = 3
"""How many words a line must have at least to be the heading of a part."""


@dataclass(slots=True)
class _Member:
    """A nomination of the package while the document is read."""

    number: str
    title: str
    heading: range
    part: int
    """Which part of the package it belongs to, from 0."""
    sections: list[Section] = field(default_factory=list)
    subtitle: str = ""
    """What a later line with its number calls it."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A place where another section begins."""

    line: int
    end: int
    """The index behind the lines that turn."""
    mark: Mark | None = None
    """A heading of the form."""
    numbers: tuple[str, ...] = ()
    """A line with numbers of nominations, and its title."""
    title: str = ""


def divide_package(document: Document, form: Form) -> Layout | None:
    """The document, divided as a package; `None` where the form knows none, or the document is none."""
    if form.package is None:
        return None
    lines, own = without_own_words(document, form)
    start = _beginning(lines, form.package)
    if start is None:
        return None
    turns = _turns(lines, form, start[0] + 1)
    reading = _Reading(lines, form, form.package, start[0] + 1)
    for turn, end in zip(turns, [turn.line for turn in turns[1:]] + [len(lines)], strict=True):
        reading.step(turn, end)
    if not reading.members:
        return None
    head = range(start[0], start[0] + 1)
    return Layout(
        document,
        form,
        range(start[0]),
        tuple(map(_entry, reading.titled())),
        own=own,
        headings=(head,),
        package=start[1],
        others=tuple(_others(lines, start[0] + 1, form.package)),
    )


def divided(document: Document, form: Form) -> Layout:
    """The document, divided as a package where it is one, or else nomination by nomination."""
    return divide_package(document, form) or divide(document, form)


def _beginning(lines: Sequence[str], package: PackageForm) -> tuple[int, str] | None:
    """The index of the line that a package begins with, and its title."""
    for index, line in enumerate(lines):
        if line and (found := begins(line, package.beginnings)):
            return index, found["title"].replace(CELL, " ").strip()
    return None


def _others(lines: Sequence[str], start: int, package: PackageForm) -> Iterator[int]:
    return (at for at in range(start, len(lines)) if lines[at] and begins(lines[at], package.beginnings))


def _turns(lines: Sequence[str], form: Form, start: int) -> list[_Turn]:
    """All places where another section begins, in order; the first is where the introduction does."""
    marks = [mark for mark in scan(lines, form).marks if mark.line >= start]
    parts = _parts(lines, start, {mark.line for mark in marks})
    opening = parts[0] if parts else start
    numbered = _numbered_lines(lines, opening)
    turns = [
        *(_Turn(mark.line, mark.end, mark) for mark in marks),
        *numbered,
        *(_Turn(line, line) for line in parts),
    ]
    first = _Turn(start, start)
    return [first, *sorted(turns, key=lambda turn: turn.line)]


def _parts(lines: Sequence[str], start: int, marked: Iterable[int]) -> list[int]:
    """The lines that the introduction has announced; the first of them ends it."""
    keys = _keys(lines, start, set(marked))
    announced = _announced(keys)
    first = next((index for index, key in keys.items() if announced[key] < index), len(lines))
    return [index for index, key in keys.items() if index >= first > announced[key]]


def _keys(lines: Sequence[str], start: int, marked: Container[int]) -> Mapping[int, str]:
    """The lines that may be announced, or announce others, as they are compared."""
    keys = ((index, heading_key(lines[index])) for index in range(start, len(lines)) if index not in marked)
    return {
        index: key
        for index, key in keys
        if len(key.split()) >= _WORDS and not _NUMBERED.fullmatch(lines[index])
    }


def _announced(keys: Mapping[int, str]) -> Mapping[str, int]:
    """For each key the first line that begins with it; a document may have hundreds of thousands of them."""
    first: dict[str, int] = {}
    for index, key in keys.items():
        first.setdefault(key, index)
    # Sorted backwards, those that begin with a key stand right before it.
    behind: list[str] = []
    for key in sorted(first, reverse=True):
        while behind and behind[-1].startswith(key):
            first[key] = min(first[key], first[behind.pop()])
        behind.append(key)
    return first


def _numbered_lines(lines: Sequence[str], start: int) -> list[_Turn]:
    turns = []
    for index in range(start, len(lines)):
        found = _NUMBERED.fullmatch(lines[index].replace(CELL, " "))
        if found and not found["title"][0].islower():  # a sentence may begin with a number, and goes on small
            numbers = tuple(f"{letter}.{figure}" for letter, figure in _NUMBER.findall(found["numbers"]))
            end = _end_of_heading(lines, index)
            title = " ".join([found["title"], *lines[index + 1 : end]]).rstrip(". ")
            turns.append(_Turn(index, end, numbers=numbers, title=title))
    return turns


def _end_of_heading(lines: Sequence[str], start: int) -> int:
    """The index behind a heading's last line: it goes on where the next begins with a small letter."""
    end = start + 1
    while end < len(lines) and lines[end] and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return end


def _goes_on(upper: str, lower: str) -> bool:
    return lower[0].islower() and upper[-1] not in ".:!?"


class _Reading:
    """The document while it is gone through, turn by turn."""

    def __init__(self, lines: Sequence[str], form: Form, package: PackageForm, start: int) -> None:
        self._lines = lines
        self._form = form
        self._package = package
        self._start = start
        self.members: dict[str, _Member] = {}
        self._batch: list[str] = []
        self._owners: tuple[str, ...] = ()
        self._question: Question | None = None
        """What the text below a numbered line answers."""
        self._part = 0
        self._waiting: list[tuple[int | None, Section]] = []

    def step(self, turn: _Turn, end: int) -> None:
        """Take the section that begins at a turn and goes to `end`."""
        if turn.mark:
            self._marked(turn.mark, end)
        elif turn.numbers:
            self._numbered(turn, end)
        elif turn.line == self._start:
            self._wait(None, self._package.introduction, turn, end)
        else:
            self._begin_part(turn, end)

    def _wait(self, part: int | None, fills: str, turn: _Turn, end: int) -> None:
        """Keep a section for all nominations of a part, or of the package, that are still to come."""
        lines = tuple(self._lines[turn.line : end])
        section = Section(self._form.question(fills), range(turn.line, turn.line), turn.line, lines)
        self._waiting.append((part, section))

    def _begin_part(self, turn: _Turn, end: int) -> None:
        self._part += 1
        self._batch = []
        self._owners = ()
        self._question = None
        self._wait(self._part, self._package.part, turn, end)

    def _numbered(self, turn: _Turn, end: int) -> None:
        new = [number for number in turn.numbers if number not in self.members]
        for number in new:
            self.members[number] = _Member(number, turn.title, range(turn.line, turn.end), self._part)
        for number in set(turn.numbers) - set(new):
            self.members[number].subtitle = turn.title
        if new:
            self._begin(new)
        self._owners = turn.numbers
        self._give(self._section(self._question or self._form.question(self._package.text), turn, end))

    def _begin(self, numbers: list[str]) -> None:
        """Nominations begin: the next heading belongs to them, and to those begun right before them."""
        text = self._form.question(self._package.text)
        self._batch = numbers if self._question not in (None, text) else [*self._batch, *numbers]
        self._question = text

    def _marked(self, mark: Mark, end: int) -> None:
        question = self._form.questions[mark.question]
        if not question.fills.startswith("shared."):
            self._question = question
        if not self.members:
            self._before_all(mark, end)
            return
        self._owners = tuple(self.members) if question.whole or not self._batch else tuple(self._batch)
        self._give(section_at(self._lines, self._form, mark, end))

    def _before_all(self, mark: Mark, end: int) -> None:
        """Keep what the document says ahead of its introduction; a line of it ends where a blank line stands."""
        below = end
        if self._form.questions[mark.question].kind == "line":
            below = next((index for index in range(mark.end, end) if not self._lines[index]), end)
        self._waiting.append((None, section_at(self._lines, self._form, mark, below)))
        self._wait(None, self._package.introduction, _Turn(below, below), end)

    def _section(self, question: Question, turn: _Turn, end: int) -> Section:
        return Section(question, range(turn.line, turn.end), turn.end, tuple(self._lines[turn.end : end]))

    def _give(self, section: Section) -> None:
        for number in self._owners:
            self.members[number].sections.append(section)

    def titled(self) -> Iterator[_Member]:
        """The nominations with all of their sections; those of one title are told apart by what they are called."""
        titles = [member.title for member in self.members.values()]
        parts = {member.part for member in self.members.values()}
        for member in self.members.values():
            # What belongs to a part without nominations belongs to the package.
            ahead = [section for part, section in self._waiting if part == member.part or part not in parts]
            member.sections[:0] = ahead
            if titles.count(member.title) > 1 and member.subtitle:
                member.title = f"{member.title}: {member.subtitle}"
            yield member


def _entry(member: _Member) -> Entry:
    return Entry(
        number=member.number,
        title=member.title,
        heading=member.heading,
        stray=range(member.heading.stop, member.heading.stop),
        sections=tuple(member.sections),
    )
