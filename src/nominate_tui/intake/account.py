"""Accounts for every word of a document: each is in one field, in a heading, or told as not understood."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Literal

from nominate_tui.intake.fill import Filled
from nominate_tui.intake.split import Layout, Section

Role = Literal["field", "heading", "not understood"]
"""Where words of a document can end up."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some words of a document, and what became of them."""

    role: Role
    nomination: str
    """The id of the nomination; empty before the first."""
    field: str
    """What the words fill, or what the heading asks for; `id` where a nomination begins, empty where nothing does."""
    line: int
    """The index of the line they begin on."""
    words: tuple[str, ...]
    """As they stand in the field after paragraphs were put together; for the other roles, as they stood."""


def account(layout: Layout, filled: Iterable[Filled]) -> Iterator[Portion]:
    """What became of each word, in the order of the document."""
    yield _unread("", layout.before, layout.document.lines)
    for one in filled:
        yield from _of_nomination(layout, one)


def first_loss(layout: Layout, filled: Sequence[Filled]) -> int | None:
    """The index of the first line from which a word was lost, doubled or changed; `None` where none was."""
    lines = layout.document.lines
    starts = [one.entry.heading.start for one in filled]
    for one, (start, end) in zip(filled, pairwise([*starts, len(lines)]), strict=True):
        portions = tuple(_of_nomination(layout, one))
        told = [word for portion in portions for word in portion.words]
        if told != " ".join(lines[start:end]).split():
            return _first_difference(lines, range(start, end), told)
    return None


def _first_difference(lines: Sequence[str], where: range, told: Sequence[str]) -> int:
    """The index of the line with the first word that is told otherwise than it stands."""
    stood = [(index, word) for index in where for word in lines[index].split()]
    same = sum(1 for _pair in takewhile(lambda pair: pair[0][1] == pair[1], zip(stood, told, strict=False)))
    return stood[same][0] if same < len(stood) else where.stop - 1


def _of_nomination(layout: Layout, one: Filled) -> Iterator[Portion]:
    lines = layout.document.lines
    id = one.nomination.id
    yield Portion("heading", id, "id", one.entry.heading.start, _words(one.entry.heading, lines))
    yield _unread(id, one.entry.stray, lines)
    for section in one.entry.sections:
        yield _heading(id, section, lines)
        text = one.texts[section.question.fills]
        yield Portion("field", id, section.question.fills, section.first, tuple(text.split()))


def _unread(id: str, where: range, lines: Sequence[str]) -> Portion:
    return Portion("not understood", id, "", where.start, _words(where, lines))


def _heading(id: str, section: Section, lines: Sequence[str]) -> Portion:
    words = _words(section.heading, lines)
    if section.first == section.heading.start:
        words = words[: len(words) - len(section.lines[0].split())]
    return Portion("heading", id, section.question.fills, section.heading.start, words)


def _words(where: range, lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for index in where for word in lines[index].split())
