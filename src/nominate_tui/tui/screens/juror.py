"""The juror's desk: the list, the text and the scores side by side; one key scores."""

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult

from nominate_tui.errors import NotAllowed
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import ReviewState
from nominate_tui.tui.commands import EVERYWHERE, JUROR, bindings, score_keys
from nominate_tui.tui.messages import CriterionPicked, Kept, LookalikesFound, Picked
from nominate_tui.tui.screens.juror_asking import Asking
from nominate_tui.tui.standing_line import saved, standing
from nominate_tui.tui.widgets.footer import Footer
from nominate_tui.tui.widgets.nomination_list import NominationList
from nominate_tui.tui.widgets.reader import Reader
from nominate_tui.tui.widgets.score_panel import ScorePanel
from nominate_tui.tui.widgets.summary import Summary
from nominate_tui.tui.widgets.top import Top
from nominate_tui.tui.words import SIGNS

if TYPE_CHECKING:
    from nominate_tui.tui.widgets.search_bar import SearchBar

STYLES: Final[list[str | PurePath]] = [
    Path(__file__).parent / "juror.tcss",
    Path(__file__).parents[1] / "widgets" / "reader.tcss",
]
"""What an application that begins with this screen reads at once: a stylesheet that comes later reads all anew."""


class JurorScreen(Asking):
    """Where a juror reads and scores. What may be done is decided by the desk; here it is asked and shown."""

    CSS_PATH = STYLES
    BINDINGS = bindings((*JUROR, *EVERYWHERE))
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    AUTO_FOCUS = ""

    def __init__(self, desk: JurorDesk) -> None:
        """Sit down at a desk."""
        super().__init__(desk)
        nominations = desk.round.nominations
        self._top = Top()
        self._list = NominationList(nominations, self._sign, self._figure, id="list")
        self._reader = Reader(nominations, id="reader")
        self._scores = ScorePanel(desk.round.rules, id="scores")
        self._summary = Summary(id="summary")
        self._search: SearchBar | None = None
        self._wanted = ""
        for key, value in score_keys(desk.round.rules.scale).items():
            self._bindings.bind(key, f"score({value})", show=False)

    def compose(self) -> ComposeResult:
        """List, text and scores between two lines."""
        yield self._top
        yield self._list
        yield self._reader
        yield self._scores
        yield self._summary
        scale = self.desk.round.rules.scale
        yield Footer((*JUROR, *EVERYWHERE), (f"{scale.min}-{scale.max}", _("score")))

    def on_mount(self) -> None:
        """Show the first nomination that something is left to do for; look for look-alikes meanwhile."""
        self.desk.listen(self._say_kept)
        self.show(self.begin())
        self.call_after_refresh(self._sit_down)

    def _sit_down(self) -> None:
        self.show_standing()
        self.look_for_lookalikes()

    # Showing

    def show_place(self) -> None:
        """Show the nomination and criterion that the juror is at."""
        self._list.show(self.place.ids, self.place.nomination)
        self.show_review()

    def _read(self) -> None:
        id = self.place.nomination
        self._reader.read(id, self.answers_in_focus(), self._notices(id), self._wanted)

    def show_review(self) -> None:
        """Show what the juror said of the nomination, and how far the ballot is."""
        id = self.place.nomination
        review, out = self.desk.review(id), bool(self._out(id))
        self._read()
        self._scores.show(review, self.place.criterion, self.last_scored, out=out)
        self._summary.show(self.desk.own, review, out=out)
        self._list.renew_nomination(id)
        self.show_standing()

    def show_standing(self) -> None:
        """Show how many are finished and that the last change is on the disk."""
        self._top.show(standing(self.desk), saved(self.desk), alarm=self.desk.failure is not None)

    def _notices(self, id: str) -> tuple[str, ...]:
        """What has to be known of a nomination beside its text."""
        alike = ", ".join(self.desk.lookalikes(id))
        told = _("≈ Also nominated: {ids} · d shows them side by side").format(ids=alike) if alike else ""
        return tuple(notice for notice in (self._out(id), told) if notice)

    def _sign(self, id: str) -> str:
        flag = "⚑" if self.desk.review(id).flagged else " "
        return SIGNS[self.desk.state(id)] + flag

    def _figure(self, id: str) -> str:
        return self.printed_score(id) if self.desk.state(id) is ReviewState.COMPLETE else ""

    def _out(self, id: str) -> str:
        if by_chair := self.desk.recusal_by_chair(id):
            return _("× recused by the chair: {reason}").format(reason=by_chair.reason)
        conflict = self.desk.review(id).conflict
        return _("× conflict of interest: {reason}").format(reason=conflict.reason) if conflict else ""

    # What happens

    def _say_kept(self) -> None:
        self.post_message(Kept())

    def on_kept(self, _message: Kept) -> None:
        """Something was saved, or could not be."""
        self.show_standing()

    def on_lookalikes_found(self, _message: LookalikesFound) -> None:
        """The nominations were compared."""
        self._read()

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
        nominations = self.desk.round.nominations
        found = nominations.matching(message.wanted) if message.wanted else nominations
        message.bar.found(len(found))
        self.set_class(bool(message.wanted), "-searching")
        self.show(self.place.among(found.ids))

    def on_search_bar_left(self, _message: "SearchBar.Left") -> None:
        """The search is written; the keys score again."""
        self.remove_class("-searching")
        self.set_focus(None)

    def action_end_search(self) -> None:
        """Search no more."""
        if self._search:
            self._search.end()

    # What the keys do

    def action_score(self, value: int) -> None:
        """Score the criterion in focus, and go on to the next."""
        self.last_scored = self.place.criterion
        try:
            self.desk.score(self.place.nomination, self.place.criterion, value)
        except NotAllowed as refusal:
            self.tell(refusal)
            return
        scores = self.desk.review(self.place.nomination)
        unscored = [c for c in self.place.criteria if c not in scores.scores and c not in scores.abstained]
        self.show(self.place.after_score(unscored))

    def action_abstain(self) -> None:
        """Abstain from the criterion in focus, or take it back."""
        self.attempt(self.desk.abstain, self.place.nomination, self.place.criterion)

    def action_clear(self) -> None:
        """Take the score on the criterion in focus back."""
        self.attempt(self.desk.clear, self.place.nomination, self.place.criterion)

    def action_flag(self) -> None:
        """Flag the nomination, or take the flag off."""
        self.attempt(self.desk.flag, self.place.nomination)

    def action_next_criterion(self) -> None:
        """Go to the next criterion."""
        self.last_scored = ""
        self.show(self.place.turn(1))

    def action_previous_criterion(self) -> None:
        """Go to the criterion before."""
        self.last_scored = ""
        self.show(self.place.turn(-1))

    def action_next_nomination(self) -> None:
        """Go to the next nomination."""
        self.show(self.arrive(self.place.move(1)))

    def action_previous_nomination(self) -> None:
        """Go to the nomination before."""
        self.show(self.arrive(self.place.move(-1)))

    def action_next_unfinished(self) -> None:
        """Go to the next nomination that is not finished."""
        unfinished = self.desk.own.unfinished
        if not unfinished:
            self.notify(_("Everything is finished. b confirms your ballot."), markup=False)
        self.show(self.arrive(self.place.next_of(unfinished)))

    def action_read_on(self) -> None:
        """One page down."""
        self._reader.scroll_page_down(animate=False)

    def action_read_back(self) -> None:
        """One page up."""
        self._reader.scroll_page_up(animate=False)

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
        self._search.open()

    def action_list(self) -> None:
        """Show or hide the list."""
        self.toggle_class("-list")
