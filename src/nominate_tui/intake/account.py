"""Accounts for every word of a document: each is in one field, in a heading, or told as not understood."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap, takewhile, zip_longest
from operator import eq, itemgetter
from typing import Final, Literal

from nominate_tui.intake.document import CELL
from nominate_tui.intake.fill import Contents, without
from nominate_tui.intake.split import Layout, Section

_WORD: Final = re.compile(r"\S+")

Role = Literal["field", "table", "heading", "form", "not understood"]
"""Where words of a document can end up: `table` is a table of figures or boxes, `form` the form's own wording."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some words of a document, and what became of them."""

    role: Role
    field: str
    """What the words fill, or what the heading asks for; `id` where a nomination begins, empty where nothing does."""
    lines: range
    """Where they stand, by the indices of their lines."""
    text: str
    """The words as they stand in the field after paragraphs were put together; for the other roles, as they stood."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words by themselves."""
        return tuple(self.text.split())


def account(layout: Layout, contents: Contents) -> Iterator[Portion]:
    """What became of each word, in the order of the document; within a section the text stands before the rest."""
    portions = sorted(
        _portions(layout, contents), key=lambda portion: (portion.lines.start, portion.lines.stop)
    )
    yield from (portion for portion in portions if portion.text)


def _portions(layout: Layout, contents: Contents) -> Iterator[Portion]:
    lines = layout.document.lines
    yield _as_it_stood(layout, "not understood", "", layout.before)
    for where in layout.headings:
        yield _as_it_stood(layout, "heading", "", where)
    for heading in dict.fromkeys(entry.heading for entry in layout.entries):
        yield _as_it_stood(layout, "heading", "id", heading)
    for entry in layout.entries:
        yield _as_it_stood(layout, "not understood", "", entry.stray)
    begun = _begun(layout)
    for section in layout.sections:
        if section.heading not in begun:
            yield _heading(section, lines)
        yield from _of_section(section, contents)
    for index in sorted(layout.own):
        yield Portion("form", "", range(index, index + 1), lines[index])


def _of_section(section: Section, contents: Contents) -> Iterator[Portion]:
    content, fills = contents[section], section.question.fills
    yield Portion("field", fills, range(section.first, section.first + len(section.lines)), content.text)
    for index in sorted(content.aside):
        where = range(section.first + index, section.first + index + 1)
        yield Portion("form" if content.unfilled else "table", fills, where, section.lines[index])


def first_loss(layout: Layout, contents: Contents) -> int | None:
    """The index of the first line from which a word was lost, doubled or changed; `None` where none was."""
    gap = _first_gap(layout)
    if gap is not None:
        return gap
    for section in layout.sections:
        content = contents[section]
        stood = without(section.lines, content.aside)
        if not _are_same(stood, content.text):
            return section.first + _first_difference(stood, content.text.split())
    return None


def _are_same(lines: Sequence[str], text: str) -> bool:
    """Whether the words of these lines are those of a text, in the same order."""
    # Nearly always it is the lines themselves, joined by nothing else than white space.
    if " ".join(filter(None, lines)) == text.replace("\n\n", " ").replace("\n", " "):
        return True
    return all(starmap(eq, zip_longest(_words("\n".join(lines)), _words(text))))


def _first_difference(lines: Sequence[str], told: Sequence[str]) -> int:
    """The index of the line with the first word that is told otherwise than it stands."""
    stood = [(index, word) for index, line in enumerate(lines) for word in line.split()]
    same = sum(1 for _pair in takewhile(lambda pair: pair[0][1] == pair[1], zip(stood, told, strict=False)))
    return stood[same][0] if same < len(stood) else len(lines) - 1


def _first_gap(layout: Layout) -> int | None:
    """The index of the first line that belongs to no part of the document, or to two of them."""
    if _is_gapless(layout):
        return None
    parts = sorted({(where.start, where.stop) for where in _ranges(layout) if where})
    bounds = [(0, 0), *parts, (len(layout.document.lines), 0)]
    return next((stop for (_start, stop), (start, _stop) in pairwise(bounds) if stop != start), None)


def _is_gapless(layout: Layout) -> bool:
    """Whether every part begins where the one before it ends, as it is in all documents but packages."""
    reached = 0
    for start, stop in _in_order(layout):
        if start != reached:
            return False
        reached = stop
    return reached == len(layout.document.lines)


def _in_order(layout: Layout) -> Iterator[tuple[int, int]]:
    yield layout.before.start, layout.before.stop
    for entry in layout.entries:
        yield entry.heading.start, entry.heading.stop
        yield entry.stray.start, entry.stray.stop
        for section in entry.sections:
            yield section.heading.start, section.first + len(section.lines)


def _ranges(layout: Layout) -> Iterator[range]:
    yield layout.before
    yield from layout.headings
    begun = _begun(layout)
    for entry in layout.entries:
        yield entry.heading
        yield entry.stray
    for section in layout.sections:
        start = section.first if section.heading in begun else section.heading.start
        yield range(start, section.first + len(section.lines))


def _begun(layout: Layout) -> frozenset[range]:
    """The lines that nominations begin with, which can be the heading of a section too."""
    return frozenset(entry.heading for entry in layout.entries)


def _words(text: str) -> Iterator[str]:
    """The words of a text, one by one: there may be millions."""
    return map(itemgetter(0), _WORD.finditer(text))


def _as_it_stood(layout: Layout, role: Role, field: str, where: range) -> Portion:
    lines = layout.document.lines
    shown = [lines[index] for index in where if index not in layout.own]
    return Portion(role, field, where, "\n".join(line for line in shown if line))


def _heading(section: Section, lines: Sequence[str]) -> Portion:
    text = "\n".join(lines[section.heading.start : section.heading.stop])
    if section.first == section.heading.start and section.heading:
        text = text.removesuffix(section.lines[0]).rstrip(CELL)
    return Portion("heading", section.question.fills, section.heading, text)
