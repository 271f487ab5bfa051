"""Counts what is left out of a Word file, or taken in another way than it stands there, and tells it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.notation.wording import shown

_MOST_SHOWN: Final = 3
"""How many texts that were left out a warning repeats."""


@dataclass(slots=True)
class Told:
    """What is told of one document."""

    insertions: int = 0
    """Changes that somebody tracked, and that are taken as accepted; a change of several runs may count as several."""
    deletions: int = 0
    moves: int = 0
    comments: int = 0
    hidden: int = 0
    """Words of hidden text."""
    notes: int = 0
    """Footnotes and endnotes."""
    pictures: int = 0
    """Pictures, drawings and charts that have no text box."""
    embedded: int = 0
    """Other documents that stand in this one."""
    prompts: list[str] = field(default_factory=list)
    """What the template says in its content controls that nobody filled in."""
    margins: list[str] = field(default_factory=list)
    """The texts of headers and footers."""

    def notices(self, where: str) -> tuple[Problem, ...]:
        """A warning for each kind of thing; `where` is the name of the document."""
        return tuple(Problem("warning", where, "", message, todo) for message, todo in self._said())

    def _said(self) -> Iterator[tuple[str, str]]:
        """What is told, and what can be done about it."""
        if self.insertions or self.deletions or self.moves:
            yield _changes(self.insertions, self.deletions, self.moves)
        yield from _counted(self)
        if self.prompts:
            message = _("what the template says where nothing was filled in is left out: {texts}")
            yield (
                message.format(texts=_few(self.prompts)),
                _("if one of these is an answer, type it anew in Word"),
            )
        if self.margins:
            message = _("headers and footers are left out: {texts}")
            yield message.format(texts=_few(self.margins)), _("move what belongs to the text into it")


def _changes(insertions: int, deletions: int, moves: int) -> tuple[str, str]:
    message = _(
        "tracked changes are taken as accepted: {insertions} inserted, {deletions} deleted, {moves} moved"
    ).format(insertions=insertions, deletions=deletions, moves=moves)
    return message, _("accept or reject them in Word if that is not what is meant")


def _counted(told: Told) -> Iterator[tuple[str, str]]:
    """What is told with no more than its number."""
    if count := told.comments:
        message = ngettext("{count} comment is left out", "{count} comments are left out", count)
        yield message.format(count=count), ""
    if count := told.hidden:
        message = ngettext(
            "{count} word of hidden text is left out", "{count} words of hidden text are left out", count
        )
        yield message.format(count=count), _("show the text in Word if it belongs to the document")
    if count := told.notes:
        message = ngettext(
            "{count} footnote stands in square brackets below its paragraph",
            "{count} footnotes stand in square brackets below their paragraphs",
            count,
        )
        yield message.format(count=count), ""
    yield from _unread(told)


def _unread(told: Told) -> Iterator[tuple[str, str]]:
    """What has no text that could be read."""
    if count := told.pictures:
        message = ngettext(
            "{count} picture or drawing is left out", "{count} pictures or drawings are left out", count
        )
        yield message.format(count=count), _("type the text that stands in it, if any")
    if count := told.embedded:
        message = ngettext(
            "{count} other document that stands in this one is left out",
            "{count} other documents that stand in this one are left out",
            count,
        )
        yield message.format(count=count), _("copy its text into the document")


def _few(texts: Iterable[str]) -> str:
    """Some texts for a message, each once."""
    different = list(dict.fromkeys(texts))
    told = ", ".join(shown(text) for text in different[:_MOST_SHOWN])
    return f"{told} …" if len(different) > _MOST_SHOWN else told
