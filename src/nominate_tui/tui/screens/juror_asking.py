"""What the juror's desk asks in words: conflicts, comments, notes, the ballot.

The dialogs are imported when one is wanted, since a text field costs 30 ms of the start. Each is on the screen
before the next key is looked at, so that words typed ahead of it are never taken for commands.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual import work
from textual.content import Content
from textual.screen import Screen

from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.model.conflict import CONFLICT_KINDS, Conflict, ConflictKind
from nominate_tui.model.rules import in_language
from nominate_tui.tui.commands import EVERYWHERE, JUROR
from nominate_tui.tui.screens.juror_place import AtDesk
from nominate_tui.tui.words import CONFLICTS

T = TypeVar("T")


class Asking(AtDesk):
    """A juror's desk that can ask."""

    def action_conflict(self) -> None:
        """Declare a conflict of interest with its reason, or take it back."""
        from nominate_tui.tui.dialogs.ask import Choose

        id = self.place.nomination
        if self.desk.closed_because or self.desk.review(id).conflict:
            if self.attempt(self.desk.declare_conflict, id, None):
                self.show_place()
                self.say(_("The conflict of interest is taken back; u undoes that"))
            return
        title = _("A conflict of interest: what ties you to this nominee?")
        self._declare(id, self._asked(Choose(title, [(kind, _(CONFLICTS[kind])) for kind in CONFLICT_KINDS])))

    @work
    async def _declare(self, id: str, asked: Awaitable[str | None]) -> None:
        from nominate_tui.tui.dialogs.ask import AskLine

        if (kind := await asked) is None:
            return
        out = _("Your review is then out. Scores you gave are kept, and do not count.")
        body = f"{_(CONFLICTS[_kind(kind)]).capitalize()}.\n{out}"
        if reason := await self._asked(AskLine(_("The reason, in a few words"), body=body, required=True)):
            self.attempt(self.desk.declare_conflict, id, Conflict(_kind(kind), reason))
            self.show_place()

    def action_comment(self) -> None:
        """Write a comment for the chair."""
        id = self.place.nomination
        body = _("The chair reads it, and the meeting may.")
        self._write(
            _("Comment for the chair"),
            self.desk.review(id).comment,
            body,
            self._keeping(id, self.desk.comment),
        )

    def action_note(self) -> None:
        """Write a private note."""
        id = self.place.nomination
        body = _("Only you see it: it is in no export and in no chair's view.")
        self._write(_("Private note"), self.desk.review(id).note, body, self._keeping(id, self.desk.note))

    def _keeping(self, id: str, keep: Callable[..., None]) -> Callable[[str], None]:
        """What is told a text as it grows: all of one writing is one step to undo."""
        begun = False

        def written(text: str) -> None:
            nonlocal begun
            self.attempt(keep, id, text, goes_on=begun)
            begun = True

        return written

    def _write(self, title: str, text: str, body: str, written: Callable[[str], None]) -> None:
        """Write a text; where nothing may be changed now, show it and say why: nobody shall write in vain."""
        from nominate_tui.tui.dialogs.ask import AskText, Tell

        if self.desk.closed_because:
            told = (part for part in (text, self.desk.closed_because) if part)
            self.app.push_screen(Tell(title, Content("\n\n".join(told))))
            return
        self.app.push_screen(AskText(title, text, written, body=body))

    def action_scale(self) -> None:
        """Show in full what each value of the criterion in focus means."""
        from nominate_tui.tui.dialogs.ask import Tell

        rules, language = self.desk.round.rules, catalogue.language()
        criterion = rules.criterion(self.place.criterion)
        if criterion is None:
            return
        meanings = ((value, criterion.anchor(value, language)) for value in reversed(rules.scale.values))
        told = "\n".join(f"{value}  {text}" for value, text in meanings)
        self.app.push_screen(Tell(in_language(criterion.label, language), Content(told)))

    def action_ballot(self) -> None:
        """Show what is unfinished, and confirm or reopen the ballot."""
        from nominate_tui.tui.dialogs.ballot import BallotScreen

        self._look_at_ballot(self._asked(BallotScreen(self.desk)))

    @work
    async def _look_at_ballot(self, asked: Awaitable[str | None]) -> None:
        from nominate_tui.tui.dialogs.ballot import CONFIRM

        wanted = await asked
        if wanted in self.desk.nominations:
            self.show(self.arrive(self.place.among(self.desk.nominations.ids).go(str(wanted))))
        elif wanted == CONFIRM:
            self.say(_("Your ballot is confirmed. Thank you! b reopens it."))
        self.show_place()

    def action_lookalike(self) -> None:
        """Open a look-alike beside the nomination."""
        from nominate_tui.tui.dialogs.ask import Choose
        from nominate_tui.tui.dialogs.beside import Beside

        id, nominations = self.place.nomination, self.desk.round.nominations
        alike = self.desk.lookalikes(id)
        if not alike:
            self.say(_("No other nomination looks like this one"))
        elif len(alike) == 1:
            self.app.push_screen(Beside(nominations, id, alike[0]))
        else:
            told = [(n, f"{n}  {nominations[n].title} · {nominations[n].organisation}") for n in alike]
            self._compare(id, self._asked(Choose(_("Which one beside this?"), told)))

    @work
    async def _compare(self, id: str, asked: Awaitable[str | None]) -> None:
        from nominate_tui.tui.dialogs.beside import Beside

        if other := await asked:
            self.app.push_screen(Beside(self.desk.round.nominations, id, other))

    def action_help(self) -> None:
        """Show all keys."""
        from nominate_tui.tui.dialogs.help import Help

        groups = [(_("Reading and scoring"), JUROR), (_("Everywhere"), EVERYWHERE)]
        self.app.push_screen(Help(self.desk.round.rules.scale, groups))

    @work
    async def action_leave(self) -> None:
        """Leave; everything is saved. Only where it could not be is anything asked."""
        from nominate_tui.tui.dialogs.ask import Choose

        while not self.desk.flush():
            title = _("Your last change is not saved")
            options = [("again", _("Try again")), ("stay", _("Stay here")), ("leave", _("Leave without it"))]
            answer = await self._asked(Choose(title, options, str(self.desk.failure or "")))
            if answer == "leave":
                break
            if answer != "again":
                return
        self.app.exit()

    def _asked(self, dialog: Screen[T]) -> "asyncio.Future[T | None]":
        """Put a question on the screen now; its answer can be awaited."""
        answer: asyncio.Future[T | None] = asyncio.get_running_loop().create_future()
        self.app.push_screen(dialog, answer.set_result)
        return answer


def _kind(kind: str) -> ConflictKind:
    return next(known for known in CONFLICT_KINDS if known == kind)
