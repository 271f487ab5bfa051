"""Accounts for every word of a document: each is in one field, in a heading, or told as not understood."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, starmap, takewhile, zip_longest
from operator import eq, itemgetter
from typing import Final, Literal

from nominate_tui.intake.fill import Filled
from nominate_tui.intake.split import Layout, Section

_WORD: Final = re.compile(r"\S+")

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
    text: str
    """The words as they stand in the field after paragraphs were put together; for the other roles, as they stood."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words by themselves."""
        return tuple(self.text.split())


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
        stood = _words(_text(range(start, end), lines))
        if not all(starmap(eq, zip_longest(stood, _told(layout, one)))):
            return _first_difference(lines, range(start, end), tuple(_told(layout, one)))
    return None


def _told(layout: Layout, one: Filled) -> Iterator[str]:
    """The words of a nomination, wherever they ended up."""
    return chain.from_iterable(_words(portion.text) for portion in _of_nomination(layout, one))


def _words(text: str) -> Iterator[str]:
    """The words of a text, one by one: there may be millions."""
    return map(itemgetter(0), _WORD.finditer(text))


def _first_difference(lines: Sequence[str], where: range, told: Sequence[str]) -> int:
    """The index of the line with the first word that is told otherwise than it stands."""
    stood = [(index, word) for index in where for word in lines[index].split()]
    same = sum(1 for _pair in takewhile(lambda pair: pair[0][1] == pair[1], zip(stood, told, strict=False)))
    return stood[same][0] if same < len(stood) else where.stop - 1


def _of_nomination(layout: Layout, one: Filled) -> Iterator[Portion]:
    lines = layout.document.lines
    id = one.nomination.id
    yield Portion("heading", id, "id", one.entry.heading.start, _text(one.entry.heading, lines))
    yield _unread(id, one.entry.stray, lines)
    for section in one.entry.sections:
        yield _heading(id, section, lines)
        fills = section.question.fills
        yield Portion("field", id, fills, section.first, one.texts[fills])


def _unread(id: str, where: range, lines: Sequence[str]) -> Portion:
    return Portion("not understood", id, "", where.start, _text(where, lines))


def _heading(id: str, section: Section, lines: Sequence[str]) -> Portion:
    text = _text(section.heading, lines)
    if section.first == section.heading.start:
        text = text.removesuffix(section.lines[0])
    return Portion("heading", id, section.question.fills, section.heading.start, text)


def _text(where: range, lines: Sequence[str]) -> str:
    return "\n".join(lines[where.start : where.stop])
