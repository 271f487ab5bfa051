"""The text of a nomination, question by question, with the answer that the criterion in focus is judged by marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.tui.parts import Part, brief, common_heading, full, shared
from nominate_tui.tui.widgets.figures import figure_lines
from nominate_tui.tui.widgets.lines import PlainLines
from nominate_tui.tui.widgets.wrapping import at_most, shortened, wrapped

_WIDEST: Final = 92
"""Longer lines are hard to read."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is laid out."""

    answer: str
    text: str
    style: str = ""
    """The component class it is drawn in; empty for plain text."""


class Reader(PlainLines, can_focus=False):
    """Shows one nomination, with its title always in view, and brings what is judged into view."""

    COMPONENT_CLASSES = {
        "reader--title",
        "reader--about",
        "reader--notice",
        "reader--question",
        "reader--focus",
        "reader--mark",
        "reader--found",
    }

    def __init__(self, nominations: Nominations, id: str | None = None) -> None:
        """Read nominations of this round."""
        super().__init__(id=id)
        self._nominations = nominations
        self._nomination: Nomination | None = None
        self._answers: tuple[str, ...] = ()
        self._notices: tuple[str, ...] = ()
        self._wanted: tuple[str, ...] = ()
        self._laid: tuple[_Line, ...] = ()
        self._laid_for: object = None

    def take(self, nominations: Nominations) -> None:
        """Read these from now on: documents were taken in anew."""
        self._nominations = nominations
        self._laid_for = None

    def read(
        self, nomination: str, answers: tuple[str, ...], notices: tuple[str, ...] = (), wanted: str = ""
    ) -> None:
        """Show a nomination with these answers marked and in view, notices under its title, and words that are sought."""
        before = (self._nomination, self._notices, self._wanted)
        marked, self._answers = self._answers, answers
        self._nomination = self._nominations[nomination]
        self._notices = notices
        self._wanted = tuple(wanted.casefold().split())
        other = before != (self._nomination, self._notices, self._wanted)
        if other:
            self.renew()
        else:
            self._renew_answers({*marked} ^ {*answers})
        if before[0] != self._nomination:
            self.show_line(0, top=True)
        if other or marked != answers:
            self._bring_into_view()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that there is more above, or no longer."""
        super().watch_scroll_y(old_value, new_value)
        self.renew_line(self.sticky - 1)

    def on_resize(self) -> None:
        """Lay out for the new width, and bring what is judged back into view."""
        super().on_resize()
        self._bring_into_view()

    def _renew_answers(self, answers: set[str]) -> None:
        for number, line in enumerate(self._lay()):
            if line.answer in answers:
                self.renew_line(number)

    def _bring_into_view(self) -> None:
        """Scroll only where the marked answers are not wholly seen: then they begin at the top."""
        marked = [n for n, line in enumerate(self._lay()) if line.answer and line.answer in self._answers]
        if marked and not (marked[0] in self.seen and marked[-1] in self.seen):
            self.show_line(marked[0], top=True)

    def count(self) -> int:
        """As many lines as the nomination takes at this width."""
        return len(self._lay())

    def pieces(self, number: int) -> Sequence[tuple[str, str]]:
        """A line with its mark, and what is sought made visible."""
        laid = self._lay()[number]
        if number == self.sticky - 1 and self._top > 0:
            return (
                (
                    "  " + shortened(_("↑ there is more above · Home goes there"), self.room - 3),
                    "reader--about",
                ),
            )
        marked = bool(laid.answer) and laid.answer in self._answers
        mark = ("▌ " if marked else "  ", "reader--mark")
        if laid.style:
            return mark, (laid.text, "reader--focus" if marked else laid.style)
        return mark, *_found(laid.text, self._wanted)

    def _lay(self) -> tuple[_Line, ...]:
        if self._nomination is None:
            return ()
        key = (self._nomination, self._notices, self.room)
        if key != self._laid_for:
            width = max(min(self.room - 3, _WIDEST), 10)
            head = tuple(_head(self._nomination, self._notices, width))
            self._laid = (*head, *_body(self._nomination, self._nominations, width))
            self._laid_for, self.sticky = key, len(head)
        return self._laid


def _head(nomination: Nomination, notices: tuple[str, ...], width: int) -> Iterator[_Line]:
    """What stays at the top: the title, whose it is and since when, what has to be known, an empty line."""
    about = " · ".join(part for part in (nomination.organisation, nomination.started) if part)
    for text, most, style in (
        (f"{nomination.id} {nomination.title}", 2, "reader--title"),
        (about, 2, "reader--about"),
        *((notice, 2, "reader--notice") for notice in notices),
    ):
        for line in at_most(wrapped(" ".join(text.split()), width), most, width) if text else ():
            yield _Line("", line, style)
    yield _Line("", "")


def _body(nomination: Nomination, nominations: Nominations, width: int) -> Iterator[_Line]:
    """Facts and boxes, a line each; then the nomination's own answers and tables; then what its package shares."""
    lines = [
        _Line(part.id, line)
        for part in brief(nominations, nomination)
        for line in wrapped(f"{part.label}: {part.text}", width)
    ]
    yield from (*lines, _Line("", "")) if lines else ()
    for part in full(nominations, nomination):
        yield from _part(part, width)
    if nomination.shared:
        for line in wrapped(common_heading(), width):
            yield _Line("", line, "reader--about")
        yield _Line("", "")
    for part in shared(nominations, nomination):
        yield from _part(part, width)


def _part(part: Part, width: int) -> Iterator[_Line]:
    for line in wrapped(part.label, width):
        yield _Line(part.id, line, "reader--question")
    for line in figure_lines(part.figures, width) if part.figures else wrapped(part.text, width):
        yield _Line(part.id, line)
    yield _Line("", "")


def _found(text: str, wanted: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A text in pieces, the words that are sought apart."""
    if not wanted:
        yield text, ""
        return
    sought = re.compile("(" + "|".join(map(re.escape, wanted)) + ")", re.IGNORECASE)
    for place, piece in enumerate(sought.split(text)):
        yield piece, "reader--found" if place % 2 else ""
