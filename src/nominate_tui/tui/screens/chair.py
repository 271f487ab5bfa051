"""The chair's desk: progress, duplicates, ranking and decisions, one at a time between two lines."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Final

from textual import work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import ContentSwitcher
from textual.worker import Worker, WorkerState

from nominate_tui.errors import NominateError
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.duplicate import Kind
from nominate_tui.tui.chair_messages import ComparedSoFar, Failed, Looked
from nominate_tui.tui.chair_words import how_it_stands
from nominate_tui.tui.commands import CHAIR, EVERYWHERE, bindings
from nominate_tui.tui.screens import chair_asking, chair_groups, chair_what_if
from nominate_tui.tui.screens.chair_assessing import Assessing
from nominate_tui.tui.screens.chair_beside import AskOfPair, ReadingBeside
from nominate_tui.tui.screens.chair_comparing import GROUP as COMPARING
from nominate_tui.tui.screens.chair_comparing import Comparison
from nominate_tui.tui.widgets.chair_view import ChairView
from nominate_tui.tui.widgets.pairs_view import PairsView
from nominate_tui.tui.widgets.progress_view import ProgressView
from nominate_tui.tui.widgets.ranking_view import RankingView
from nominate_tui.tui.widgets.result_view import ResultView
from nominate_tui.tui.widgets.tabs import Tabs
from nominate_tui.tui.widgets.top import Top

VIEWS: Final = (
    ("progress", later("Progress")),
    ("pairs", later("Duplicates")),
    ("ranking", later("Ranking")),
    ("result", later("Decisions")),
)
"""The views by their ids, in the order of their keys."""

LOOK_EVERY: Final = 10.0
"""Seconds after which the round and its ballots are read again."""


class ChairScreen(Screen[None]):
    """Where the chair follows and decides. What may be decided the desk knows; here it is asked and shown."""

    CSS_PATH = Path("chair.tcss")
    OFFERED = (*CHAIR, *EVERYWHERE)
    """What the palette finds here."""
    BINDINGS = bindings(OFFERED)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    AUTO_FOCUS = ""

    def __init__(self, desk: ChairDesk, place: Path = Path()) -> None:
        """Sit down at a desk; results are offered to be written into a folder in `place`."""
        super().__init__(classes="chair")
        self.desk = desk
        self._place = place
        self._top = Top()
        self._tabs = Tabs(VIEWS)
        self._progress = ProgressView(desk)
        self._pairs = PairsView(desk)
        self._ranking = RankingView(desk)
        self._result = ResultView(desk)
        self._views = ContentSwitcher(initial="progress")
        self._comparison = Comparison(self, desk)
        self._assessing = Assessing(self, desk)
        self._beside = ReadingBeside(self, desk, self._pairs, self._decide)
        self._failure = ""
        self._looking = False
        """Whether the round is being read again: a large one takes longer than `LOOK_EVERY` on a slow machine."""
        self._settling = False
        """Whether a decision about a pair is asked for, or made and not yet in the list."""

    def compose(self) -> ComposeResult:
        """Title, tabs and the view that is chosen."""
        yield self._top
        yield self._tabs
        with self._views:
            yield self._progress
            yield self._pairs
            yield self._ranking
            yield self._result

    def on_mount(self) -> None:
        """Show how far the jury is; compare the nominations meanwhile, and look again from time to time."""
        self.renew()
        self.call_after_refresh(self._comparison.begin)
        self.set_interval(LOOK_EVERY, self._look_again)

    def on_unmount(self) -> None:
        """Compare no further."""
        self._comparison.stop()
        self.desk.close()

    @property
    def view(self) -> ChairView:
        """The view that is shown."""
        return self._views.get_child_by_id(self._views.current or VIEWS[0][0], ChairView)

    def renew(self) -> None:
        """Show what the desk sees now."""
        self._top.show(*how_it_stands(self.desk.round, self.desk.progress()))
        self._tabs.show(self._views.current)
        self.view.renew()
        if self.view is self._ranking:
            self._assessing.begin()

    # What workers say

    def action_look(self) -> None:
        """Read the round and its ballots again, and compare the nominations where that was stopped."""
        self._comparison.want()
        self._look_again()

    def _look_again(self) -> None:
        if not self._looking:
            self._looking = True
            self._look()

    @work(thread=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        before = self.desk.sight
        try:
            self.post_message(Looked(self.desk.look_again(), before))
        except NominateError as error:
            self.post_message(Failed(error))

    def on_compared_so_far(self, message: ComparedSoFar) -> None:
        """Comparing goes on."""
        if self._comparison.wanted:
            self._pairs.compared_so_far(message.share)

    def on_comparing_ended(self) -> None:
        """The nominations were compared, or that was stopped."""
        self._comparison.ended()
        self._pairs.order_anew()
        self._pairs.renew()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What fails unforeseen while comparing takes nothing else with it, and is told where the pairs would be."""
        if event.worker.group == COMPARING and event.state is WorkerState.ERROR:
            self._comparison.failed()
            self._pairs.not_compared(_("Comparing failed: {error}").format(error=repr(event.worker.error)))

    def on_assessed(self) -> None:
        """How sure the ranking is, is known now."""
        if self.view is self._ranking:
            self._ranking.renew()

    def on_looked(self, message: Looked) -> None:
        """The round was read; jurors may have gone on, and others may have decided something."""
        self._failure, self._looking = "", False
        before = message.instead_of
        if message.seen is not before and self.desk.take(message.seen, instead_of=before):
            self.renew()
        self._comparison.begin()

    def on_failed(self, message: Failed) -> None:
        """The round could not be read; it is told once, not every time."""
        self._looking = False
        if str(message.error) != self._failure:
            self.tell(message.error)
        self._failure = str(message.error)

    def tell(self, error: NominateError) -> None:
        """Say what could not be done, and what can be done about it, in the place of what was said before."""
        self.app.clear_notifications()
        self.notify(str(error), severity="warning", markup=False)

    # What the keys do

    def action_view(self, steps: int) -> None:
        """Go to the next view (or the one before), around the end."""
        ids = [id for id, _name in VIEWS]
        self.action_show(ids[(ids.index(self._views.current or ids[0]) + steps) % len(ids)])

    def action_show(self, view: str) -> None:
        """Show a view."""
        if view != self._views.current:
            self._pairs.order_anew()
        self._views.current = view
        self.renew()

    def action_move(self, steps: int) -> None:
        """Pick the next row, or the one before."""
        self.view.move(steps)

    def action_read(self, pages: int) -> None:
        """Read on in the details, or back."""
        self.view.read(pages)

    def action_open(self) -> None:
        """Open a pair side by side."""
        self._about(self._pairs.picked, self._beside.open)

    def action_settle(self, kind: Kind) -> None:
        """Decide about the picked pair."""
        self._about(self._pairs.picked, lambda pair: chair_asking.settle(self, self.desk, pair, kind))

    def action_withdraw(self) -> None:
        """Take the verdict on the picked pair back, or, where it has none, the one that was given just now."""
        self._about(self._pairs.withdrawable, partial(chair_asking.withdraw, self, self.desk), go_on=False)

    def action_group(self) -> None:
        """Decide about the whole suggested group of the picked pair."""
        ask = partial(chair_groups.settle_group, self, self.desk, group=self._pairs.group)
        self._about(self._pairs.picked, ask)

    def action_take_out(self) -> None:
        """Take one nomination out of the group of the picked pair."""
        self._about(self._pairs.picked, partial(chair_groups.take_out, self, self.desk), go_on=False)

    def action_next_open(self) -> None:
        """Pick the next pair that is open."""
        if self.view is self._pairs and not self._pairs.next_open():
            compared = self.desk.compared
            self._say(_("No pair is open") if compared else _("The nominations are not compared yet"))

    def action_stop(self) -> None:
        """Compare no further."""
        if self._comparison.stop():
            self._pairs.not_compared()

    def action_tie(self) -> None:
        """Put those that share the picked rank in an order."""
        if self.view is self._ranking and (row := self._ranking.picked):
            self._decide(lambda: chair_asking.decide_tie(self, self.desk, row.nomination))

    def action_sure(self) -> None:
        """Read how sure the ranking is."""
        self._decide(lambda: chair_what_if.how_sure(self, self.desk))

    def action_what_if(self) -> None:
        """Try another ranking, and adopt it where that is wanted."""
        self._decide(lambda: self._tell_effect(chair_what_if.what_if(self, self.desk)))

    def action_take_back(self) -> None:
        """Take back what was adopted last."""
        self._decide(lambda: self._tell_effect(chair_what_if.take_back(self, self.desk)))

    def action_recuse(self) -> None:
        """Take a juror out for the picked nomination, or let one in again."""
        if self.view is self._progress and (nomination := self._progress.picked):
            self._decide(lambda: chair_asking.recuse(self, self.desk, nomination))

    def action_lock(self) -> None:
        """Lock the round, or open it again."""
        self._decide(lambda: chair_asking.lock(self, self.desk))

    def action_export(self) -> None:
        """Write the result."""
        place = self._place / "result"
        self._decide(lambda: self._show_files(chair_asking.export(self, self.desk, place)))

    def action_help(self) -> None:
        """Show all keys."""
        from nominate_tui.tui.dialogs.help import Help

        groups = [(_("The chair"), CHAIR), (_("Everywhere"), EVERYWHERE)]
        self.app.push_screen(Help(None, groups))

    def action_leave(self) -> None:
        """Leave; every decision is kept."""
        self.app.exit()

    def _about(self, pair: Pair | None, ask: AskOfPair, *, go_on: bool = True) -> None:
        """Decide something about a pair, where pairs are shown; and then go on to the next open one.

        Not before the list shows the decision before: whoever types ahead means the next pair, and not the same again.
        """
        if self.view is self._pairs and self._settling:
            self._say(_("One moment: the decision before is being kept"))
        elif self.view is self._pairs and pair:
            self._decide(lambda: self._show_effect(pair, ask(pair), go_on=go_on))
        elif self.view is self._pairs and not self.desk.compared:
            self._say(_("The nominations are not compared yet"))

    def _decide(self, ask: Callable[[], Awaitable[object]]) -> None:
        """Ask now, before the next key is looked at; the answer is waited for in a worker."""
        try:
            self._go_on(ask())
        except NominateError as error:
            self.tell(error)

    @work(group="decide")
    async def _go_on(self, asked: Awaitable[object]) -> None:
        try:
            await asked
        except NominateError as error:
            self.tell(error)
        self.renew()

    async def _tell_effect(self, decided: Awaitable[str | None]) -> None:
        if told := await decided:
            self._say(_("Decided. In the ranking: {effect}").format(effect=told))

    def _say(self, told: str) -> None:
        """Tell something in place of what was told before."""
        self.app.clear_notifications()
        self.notify(told, markup=False)

    def _show_effect(self, pair: Pair, decided: Awaitable[str | None], *, go_on: bool) -> Awaitable[None]:
        """Show what a decision that is asked for has changed, once it is made; until then no other is asked for."""
        self._settling = True
        return self._shown(pair, decided, go_on=go_on)

    async def _shown(self, pair: Pair, decided: Awaitable[str | None], *, go_on: bool) -> None:
        try:
            if told := await decided:
                self._pairs.show_effect(pair, told, go_on=go_on)
        finally:
            self._settling = False

    async def _show_files(self, written: Awaitable[tuple[Path, ...]]) -> None:
        if files := await written:
            self._result.written(files)
            self.action_show("result")
