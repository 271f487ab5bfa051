"""What the juror's desk asks in words: conflicts, comments, notes, the ballot; and where the juror is."""

from collections.abc import Callable
from typing import ParamSpec

from textual import work
from textual.content import Content
from textual.screen import Screen

from nominate_tui.errors import NominateError
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.model.conflict import CONFLICT_KINDS, Conflict, ConflictKind
from nominate_tui.tui.commands import EVERYWHERE, JUROR
from nominate_tui.tui.messages import LookalikesFound
from nominate_tui.tui.reading import Reading
from nominate_tui.tui.words import CONFLICTS

P = ParamSpec("P")


class Asking(Screen[None]):
    """A screen at a juror's desk that can ask and tell. The screen with the widgets derives from it."""

    def __init__(self, desk: JurorDesk) -> None:
        """Sit down at a desk, at its first nomination."""
        super().__init__()
        self.desk = desk
        ids = desk.round.nominations.ids
        criteria = tuple(criterion.id for criterion in desk.round.rules.criteria)
        self.place = Reading(ids, criteria, ids[0], criteria[0])
        self.last_scored = ""
        """The criterion that was scored last: its anchor is still shown when the next one is in focus."""

    # Where the juror is

    def begin(self) -> Reading:
        """Where to begin: at the first nomination that is not finished, or at the first of all."""
        unfinished = self.desk.own.unfinished
        return self.arrive(self.place.go(unfinished[0]) if unfinished else self.place)

    def arrive(self, place: Reading) -> Reading:
        """The place with the first criterion in focus that nothing was said on."""
        review = self.desk.review(place.nomination)
        said = (*review.scores, *review.abstained)
        return place.on(next((c for c in place.criteria if c not in said), place.criteria[0]))

    def show(self, place: Reading) -> None:
        """Go to a place and show it; what was changed at the last one is saved at once."""
        before, self.place = self.place, place
        if before.nomination != place.nomination:
            self.last_scored = ""
            self.desk.save_soon()
        with self.app.batch_update():
            self.show_place()

    def show_place(self) -> None:
        """Show the nomination and criterion that the juror is at."""
        raise NotImplementedError

    def show_review(self) -> None:
        """Show what the juror said of the nomination."""
        raise NotImplementedError

    def answers_in_focus(self) -> tuple[str, ...]:
        """The answers that the criterion in focus is judged by."""
        criterion = self.desk.round.rules.criterion(self.place.criterion)
        return criterion.answers if criterion else ()

    def printed_score(self, id: str) -> str:
        """The juror's weighted score for a nomination, as it is written in the language spoken."""
        return decimal(self.desk.own.printed_score(id))

    # Telling

    def tell(self, error: NominateError) -> None:
        """Show why something was refused."""
        self.notify(str(error), severity="warning", markup=False)

    def attempt(self, do: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Do something at the desk; show the review, or why it was refused."""
        try:
            do(*args, **kwargs)
        except NominateError as refusal:
            self.tell(refusal)
        self.show_review()

    @work(thread=True, exit_on_error=False)
    def look_for_lookalikes(self) -> None:
        """Compare the nominations while the juror reads."""
        self.desk.find_lookalikes()
        self.post_message(LookalikesFound())

    # Asking; the dialogs are imported when one is wanted, since a text field costs 30 ms of the start

    @work
    async def action_conflict(self) -> None:
        """Declare a conflict of interest with its reason, or take it back."""
        from nominate_tui.tui.dialogs.ask import AskLine, Choose

        id = self.place.nomination
        if self.desk.review(id).conflict:
            self.attempt(self.desk.declare_conflict, id, None)
            return
        if self.desk.closed_because:
            self.attempt(self.desk.declare_conflict, id, None)
            return
        title = _("A conflict of interest: what ties you to this nominee?")
        kind = await self.app.push_screen_wait(
            Choose(title, [(kind, _(CONFLICTS[kind])) for kind in CONFLICT_KINDS])
        )
        if kind is None:
            return
        body = _("Your review is then out. Scores you gave are kept, and do not count.")
        reason = await self.app.push_screen_wait(
            AskLine(_("The reason, in a few words"), body=body, required=True)
        )
        if reason:
            self.attempt(self.desk.declare_conflict, id, Conflict(_kind(kind), reason))

    @work
    async def action_comment(self) -> None:
        """Write a comment for the chair."""
        from nominate_tui.tui.dialogs.ask import AskText

        id = self.place.nomination
        title, before = _("Comment for the chair"), self.desk.review(id).comment
        if self.desk.closed_because:
            self._only_show(title, before)
            return
        body = _("The chair reads it, and the meeting may.")
        text = await self.app.push_screen_wait(AskText(title, before, body=body))
        if text is not None:
            self.attempt(self.desk.comment, id, text)

    @work
    async def action_note(self) -> None:
        """Write a private note."""
        from nominate_tui.tui.dialogs.ask import AskText

        id = self.place.nomination
        title, before = _("Private note"), self.desk.review(id).note
        if self.desk.closed_because:
            self._only_show(title, before)
            return
        body = _("Only you see it: it is in no export and in no chair's view.")
        text = await self.app.push_screen_wait(AskText(title, before, body=body))
        if text is not None:
            self.attempt(self.desk.note, id, text)

    def _only_show(self, title: str, text: str) -> None:
        """Show a text that may not be changed now, and why: nobody shall write what cannot be kept."""
        from nominate_tui.tui.dialogs.ask import Tell

        told = (part for part in (text, self.desk.closed_because) if part)
        self.app.push_screen(Tell(title, Content("\n\n".join(told))))

    @work
    async def action_ballot(self) -> None:
        """Show what is unfinished, and confirm or reopen the ballot."""
        from nominate_tui.tui.dialogs.ballot import BallotScreen

        wanted = await self.app.push_screen_wait(BallotScreen(self.desk))
        if wanted in self.desk.round.nominations:
            self.show(self.arrive(self.place.among(self.desk.round.nominations.ids).go(str(wanted))))
        self.show_place()

    @work
    async def action_lookalike(self) -> None:
        """Open a look-alike beside the nomination."""
        from nominate_tui.tui.dialogs.ask import Choose
        from nominate_tui.tui.dialogs.beside import Beside

        id, nominations = self.place.nomination, self.desk.round.nominations
        alike = self.desk.lookalikes(id)
        if not alike:
            self.notify(_("No other nomination looks like this one"), markup=False)
            return
        other: str | None = alike[0]
        if len(alike) > 1:
            told = [
                (one, f"{one}  {nominations[one].title} · {nominations[one].organisation}") for one in alike
            ]
            other = await self.app.push_screen_wait(Choose(_("Which one beside this?"), told))
        if other:
            await self.app.push_screen_wait(Beside(nominations, id, other))

    @work
    async def action_help(self) -> None:
        """Show all keys."""
        from nominate_tui.tui.dialogs.help import Help

        groups = [(_("Reading and scoring"), JUROR), (_("Everywhere"), EVERYWHERE)]
        await self.app.push_screen_wait(Help(self.desk.round.rules.scale, groups))

    def action_undo(self) -> None:
        """Take the last step back, and go where it was."""
        self._stepped(self.desk.undo, _("Nothing to undo"))

    def action_redo(self) -> None:
        """Do the step again that was taken back, and go where it was."""
        self._stepped(self.desk.redo, _("Nothing to redo"))

    @work
    async def action_leave(self) -> None:
        """Leave; everything is saved. Only where it could not be is anything asked."""
        from nominate_tui.tui.dialogs.ask import Choose

        while not self.desk.flush():
            title = _("Your last change is not saved")
            body = str(self.desk.failure or "")
            options = [("again", _("Try again")), ("stay", _("Stay here")), ("leave", _("Leave without it"))]
            answer = await self.app.push_screen_wait(Choose(title, options, body))
            if answer == "leave":
                break
            if answer != "again":
                return
        self.app.exit()

    def _stepped(self, do: Callable[[], object], nothing: str) -> None:
        from nominate_tui.jury.history import Step

        try:
            step = do()
        except NominateError as refusal:
            self.tell(refusal)
            return
        if not isinstance(step, Step):
            self.notify(nothing, markup=False)
            return
        place = self.place.go(step.before.nomination)
        self.show(place.on(step.criterion or place.criterion))


def _kind(kind: str) -> ConflictKind:
    return next(known for known in CONFLICT_KINDS if known == kind)
