"""Collects what is left out of a PDF, or cannot be read in it, and tells it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.intake.readers.pdf_parts import Page
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.notation.wording import shown

_UNREADABLE: Final = "\ufffd"
_MOST_SHOWN: Final = 3
"""How many texts that were left out a warning repeats."""


@dataclass(slots=True)
class Told:
    """What is told of one document."""

    attached: int = 0
    """How many files are attached to it."""
    comments: int = 0
    without_text: list[int] = field(default_factory=list)
    """The pages, from 1, that show something and have no text."""
    unreadable: list[int] = field(default_factory=list)
    """The pages with letters whose fonts do not tell what they are."""
    outside: list[str] = field(default_factory=list)
    """Texts beyond the edges of pages."""

    def look_at(self, number: int, page: Page) -> None:
        """Take in what a page, by its number from 1, has to be told of."""
        self.comments += page.comments
        self.outside += page.outside
        if page.drawn and not page.turned:
            self.without_text.append(number)
        runs = (run for runs in page.turned.values() for run in runs)
        if any(_UNREADABLE in word.text for run in runs for word in run.words):
            self.unreadable.append(number)

    def notices(self, name: str) -> tuple[Problem, ...]:
        """A warning for each kind of thing; `name` is that of the document."""
        return tuple(Problem("warning", name, "", message, todo) for message, todo in self._said())

    def _said(self) -> Iterator[tuple[str, str]]:
        """What is told, and what can be done about it."""
        if pages := self.without_text:
            message = ngettext(
                "page {pages} has no text layer: it is a picture, and nothing of it was read",
                "pages {pages} have no text layer: they are pictures, and nothing of them was read",
                len(pages),
            )
            todo = _("run text recognition (OCR) on the document, or ask for the original")
            yield message.format(pages=_in_ranges(pages)), todo
        if pages := self.unreadable:
            message = ngettext(
                "page {pages} has letters whose font does not tell what they are; they are shown as {sign}",
                "pages {pages} have letters whose font does not tell what they are; they are shown as {sign}",
                len(pages),
            )
            todo = _("compare with the document, or ask for the original")
            yield message.format(pages=_in_ranges(pages), sign=_UNREADABLE), todo
        yield from self._left_out()

    def _left_out(self) -> Iterator[tuple[str, str]]:
        if self.outside:
            message = _("text beyond the edges of the page is left out: {texts}")
            yield (
                message.format(texts=_few(self.outside)),
                _("if it belongs to the document, ask for it anew"),
            )
        if count := self.comments:
            message = ngettext("{count} comment is left out", "{count} comments are left out", count)
            yield message.format(count=count), ""
        if count := self.attached:
            message = ngettext(
                "{count} file that is attached to this document is left out",
                "{count} files that are attached to this document are left out",
                count,
            )
            yield message.format(count=count), _("save it from a PDF program, and take it in by itself")


def _in_ranges(pages: Iterable[int]) -> str:
    """Page numbers in rising order for a message: `3, 7-9`."""
    ranges = [list(run) for _gap, run in groupby(enumerate(pages), lambda pair: pair[1] - pair[0])]
    ends = [(run[0][1], run[-1][1]) for run in ranges]
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ends)


def _few(texts: Iterable[str]) -> str:
    """Some texts for a message, each once."""
    different = list(dict.fromkeys(texts))
    told = ", ".join(shown(text) for text in different[:_MOST_SHOWN])
    return f"{told} …" if len(different) > _MOST_SHOWN else told
