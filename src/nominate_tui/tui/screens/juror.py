"""The juror's desk: the list, the text and the scores side by side; one key scores."""

from pathlib import Path, PurePath
from string import digits
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult

from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.nomination import Nominations
from nominate_tui.tui.commands import EVERYWHERE, JUROR, bindings, score_keys, score_keys_shown
from nominate_tui.tui.messages import ChangedByChair, CriterionPicked, Kept, LookalikesFound, Picked
from nominate_tui.tui.notices import notices, out_because
from nominate_tui.tui.reading import Reading
from nominate_tui.tui.screens.juror_asking import Asking
from nominate_tui.tui.standing_line import saved, standing
from nominate_tui.tui.widgets.footer import Footer
from nominate_tui.tui.widgets.nomination_list import NominationList
from nominate_tui.tui.widgets.reader import Reader
from nominate_tui.tui.widgets.score_panel import ScorePanel
from nominate_tui.tui.widgets.summary import Summary
from nominate_tui.tui.widgets.top import Top
from nominate_tui.tui.words import OUTDATED, SIGNS

if TYPE_CHECKING:
    from nominate_tui.tui.widgets.search_bar import SearchBar

STYLES: Final[list[str | PurePath]] = [
    Path(__file__).parent / "juror.tcss",
    Path(__file__).parents[1] / "widgets" / "reader.tcss",
]
"""What an application that begins with this screen reads at once: a stylesheet that comes later reads all anew."""

LOOK_EVERY: Final = 5.0
"""Seconds after which it is looked whether the chair has locked the round or recused the juror."""


class JurorScreen(Asking):
    """Where a juror reads and scores. What may be done is decided by the desk; here it is asked and shown."""

    CSS_PATH = STYLES
    OFFERED = (*JUROR, *EVERYWHERE)
    """What the palette finds here."""
    BINDINGS = bindings(OFFERED)
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (120, "-wide"), (140, "-roomy")]
    AUTO_FOCUS = ""

    def __init__(self, desk: JurorDesk) -> None:
        """Sit down at a desk."""
        super().__init__(desk)
        self._nominations = nominations = desk.nominations
        self._top = Top()
        self._list = NominationList(nominations, self._sign, self._figure, id="list")
        self._reader = Reader(nominations, id="reader")
        self._scores = ScorePanel(desk.round.rules, id="scores")
        self._summary = Summary(id="summary")
        self._search: SearchBar | None = None
        self._wanted = ""
        self._before_search: Reading | None = None
        self._failure = ""
        keys = score_keys(desk.round.rules.scale)
        for key in (*keys, *digits):
            action = f"score({keys[key]})" if key in keys else f"off_scale({key})"
            self._bindings.bind(key, action, show=False)

    def compose(self) -> ComposeResult:
        """List, text and scores between two lines."""
        yield self._top
        yield self._list
        yield self._reader
        yield self._scores
        yield self._summary
        yield Footer(self.OFFERED, (score_keys_shown(self.desk.round.rules.scale), _("score")))

    def on_mount(self) -> None:
        """Show the first nomination that something is left to do for; look for look-alikes meanwhile."""
        self.desk.listen(self._say_kept)
        self.show(self.begin())
        self.call_after_refresh(self._sit_down)

    def _sit_down(self) -> None:
        if self.desk.closed_because:
            self.say(self.desk.closed_because)
        self.show_standing()
        self.look_for_lookalikes()
        self.set_interval(LOOK_EVERY, self.look_again)

    # Showing

    def show_place(self) -> None:
        """Show the nomination and criterion that the juror is at."""
        self._list.show(self.place.ids, self.place.nomination)
        self.show_review()

    def _read(self) -> None:
        id = self.place.nomination
        self._reader.read(id, self.answers_in_focus(), notices(self.desk, id), self._wanted)

    def show_review(self) -> None:
        """Show what the juror said of the nomination, and how far the ballot is."""
        id = self.place.nomination
        review, out = self.desk.review(id), bool(out_because(self.desk, id))
        self._read()
        self._scores.show(review, self.place.criterion, self.last_scored, out=out)
        self._summary.show(self.desk.own, review, out=out)
        self._list.renew_nomination(id)
        self.show_standing()

    def show_standing(self) -> None:
        """Show how many are finished and that the last change is on the disk."""
        self._top.show(standing(self.desk), saved(self.desk), alarm=self.desk.failure is not None)

    def _sign(self, id: str) -> str:
        review = self.desk.review(id)
        mark = "⚑" if review.flagged else "✎" if review.comment or review.note else " "
        return SIGNS[self.desk.state(id)] + mark

    def _figure(self, id: str) -> str:
        score = self.printed_score(id) if self.desk.state(id) is ReviewState.COMPLETE else ""
        return f"{OUTDATED} {score}".rstrip() if self.desk.outdated(id) else score

    # What happens

    def _say_kept(self) -> None:
        self.post_message(Kept())

    def on_kept(self, _message: Kept) -> None:
        """Something was saved, or could not be; why not is told once, in full."""
        failure = str(self.desk.failure or "")
        if failure and failure != self._failure:
            self.say(failure, warning=True)
        self._failure = failure
        self.show_standing()

    def on_lookalikes_found(self, _message: LookalikesFound) -> None:
        """The nominations were compared."""
        self._read()

    def on_changed_by_chair(self, _message: ChangedByChair) -> None:
        """The chair locked the round, recused the juror or settled a pair, or documents were taken in anew."""
        if self.desk.closed_because:
            self.say(self.desk.closed_because)
        nominations = self.desk.nominations
        if nominations != self._nominations:
            self._take(nominations)
        self.show_place()

    def _take(self, nominations: Nominations) -> None:
        self._nominations = nominations
        self._reader.take(nominations)
        self._list.take(nominations)
        if not self._wanted:
            self.place = self.place.among(nominations.ids)
        self.look_for_lookalikes()
        self.say(
            _("Documents were taken in anew; {sign} is beside what you scored before").format(sign=OUTDATED)
        )

    def on_picked(self, message: Picked) -> None:
        """A nomination was clicked."""
        self.show(self.place.go(message.nomination))

    def on_criterion_picked(self, message: CriterionPicked) -> None:
        """A criterion was clicked, or a value on it."""
        self.show(self.place.on(message.criterion))
        if message.value is not None:
            self.action_score(message.value)

    def on_search_bar_typed(self, message: "SearchBar.Typed") -> None:
        """A search narrows the list as it is written."""
        self._wanted = message.wanted
        if not message.wanted and self._before_search:
            self.place = self._before_search
        nominations = self.desk.nominations
        found = nominations.matching(message.wanted) if message.wanted else nominations
        message.bar.found(len(found))
        self.set_class(bool(message.wanted), "-searching")
        self.show(self.place.among(found.ids))

    def on_search_bar_left(self, _message: "SearchBar.Left") -> None:
        """The search is written, and the place stays; the keys score again."""
        self._before_search = None
        self.remove_class("-searching")
        self.set_focus(None)

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """While a search is written, no key is a command but the one that ends it."""
        del parameters
        return self.focused is None or action == "end_search"

    def action_off_scale(self, key: str) -> None:
        """A digit that is no score is answered too, so that nobody thinks the program hangs."""
        self.say(_("{key} is not on the scale").format(key=key), warning=True)

    def action_score(self, value: int) -> None:
        """Score the criterion in focus, and go on to the next."""
        criterion = self.place.criterion
        if self.attempt(self.desk.score, self.place.nomination, criterion, value):
            self.last_scored = criterion
            self.go_on()

    def action_abstain(self) -> None:
        """Abstain from the criterion in focus and go on to the next, or take an abstention back."""
        self.last_scored = ""
        done = self.attempt(self.desk.abstain, self.place.nomination, self.place.criterion)
        if done and self.place.criterion in self.desk.review(self.place.nomination).abstained:
            self.go_on()

    def action_clear(self) -> None:
        """Take the score on the criterion in focus back."""
        self.attempt(self.desk.clear, self.place.nomination, self.place.criterion)

    def action_still_holds(self) -> None:
        """Say that the scores hold for the text as it is now."""
        if self.attempt(self.desk.still_holds, self.place.nomination):
            self.say(_("Your scores hold for the text as it is now; u undoes that"))

    def action_flag(self) -> None:
        """Flag the nomination, or take the flag off."""
        self.attempt(self.desk.flag, self.place.nomination)

    def action_undo(self) -> None:
        """Take the last step back, and go where it was."""
        self.step(self.desk.undo, _("Nothing to undo"))

    def action_redo(self) -> None:
        """Do the step again that was taken back, and go where it was."""
        self.step(self.desk.redo, _("Nothing to redo"))

    def action_turn(self, steps: int) -> None:
        """Go to another criterion."""
        self.last_scored = ""
        self.show(self.place.turn(steps))

    def action_move(self, steps: int) -> None:
        """Go to another nomination."""
        self.show(self.arrive(self.place.move(steps)))

    def action_next_unfinished(self) -> None:
        """Go to the next nomination that is not finished."""
        self._next(self.desk.own.unfinished, _("Everything is finished. b confirms your ballot."))

    def action_next_flagged(self) -> None:
        """Go to the next nomination that is flagged."""
        self._next(self.desk.own.flagged, _("No nomination is flagged. f flags one."))

    def action_read(self, pages: int) -> None:
        """Read so many pages on, or back."""
        self._reader.scroll_relative(y=pages * self._reader.page, animate=False)

    def action_to_top(self) -> None:
        """To the beginning of the text."""
        self._reader.scroll_home(animate=False)

    def action_to_end(self) -> None:
        """To the end of the text."""
        self._reader.scroll_end(animate=False)

    async def action_search(self) -> None:
        """Write a search."""
        # Imported and mounted when it is wanted: a text field costs 20 ms of the start.
        from nominate_tui.tui.widgets.search_bar import SearchBar

        if self._search is None:
            self._search = SearchBar()
            await self.mount(self._search)
        self._before_search = self.place
        self._search.open()

    def action_list(self) -> None:
        """Show or hide the list."""
        self.toggle_class("-list")

    def action_close(self) -> None:
        """Back to the text, where a list lies over it."""
        self.remove_class("-list")

    def action_end_search(self) -> None:
        """Search no more; a list that lies over the text goes too."""
        self.action_close()
        if self._search:
            self._search.end()

    def _next(self, wanted: tuple[str, ...], nothing: str) -> None:
        if not wanted:
            self.say(nothing)
        self.show(self.arrive(self.place.next_of(wanted)))
