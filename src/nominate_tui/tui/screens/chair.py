"""The chair's desk: progress, duplicates, ranking and decisions, one at a time between two lines."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Static

from nominate_tui.errors import NominateError
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.duplicate import Kind
from nominate_tui.tui.chair_messages import Failed, Looked, PairsCompared
from nominate_tui.tui.commands import CHAIR, EVERYWHERE, bindings
from nominate_tui.tui.screens import chair_asking
from nominate_tui.tui.widgets.chair_view import ChairView
from nominate_tui.tui.widgets.pairs_view import PairsView
from nominate_tui.tui.widgets.progress_view import ProgressView
from nominate_tui.tui.widgets.ranking_view import RankingView
from nominate_tui.tui.widgets.result_view import ResultView
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
        self._tabs = Static(id="tabs")
        self._progress = ProgressView(desk)
        self._pairs = PairsView(desk)
        self._ranking = RankingView(desk)
        self._result = ResultView(desk)
        self._views = ContentSwitcher(initial="progress")
        self._failure = ""
        self._looking = False
        """Whether the round is being read again: a large one takes longer than `LOOK_EVERY` on a slow machine."""

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
        self.call_after_refresh(self._prepare)
        self.set_interval(LOOK_EVERY, self.action_look)

    @property
    def view(self) -> ChairView:
        """The view that is shown."""
        return self._views.get_child_by_id(self._views.current or VIEWS[0][0], ChairView)

    def renew(self) -> None:
        """Show what the desk sees now."""
        self._top.show(*self._standing())
        self._tabs.update(self._tab_line())
        self.view.renew()

    def _standing(self) -> tuple[str, str]:
        round, progress = self.desk.round, self.desk.progress()
        state = _("locked") if round.deliberation.locked else _("open")
        confirmed = _("{n} of {all} ballots confirmed").format(n=progress.confirmed, all=len(progress.jurors))
        return _("Chair · {award}").format(award=round.rules.title), f"{state} · {confirmed}"

    def _tab_line(self) -> Content:
        tabs = [f" {number} {_(name)} " for number, (_id, name) in enumerate(VIEWS, start=1)]
        shown = [
            Content.styled(f"[{tab}]", "bold $accent") if id == self._views.current else Content(f" {tab} ")
            for (id, _name), tab in zip(VIEWS, tabs, strict=True)
        ]
        return Content("").join(shown)

    # What workers say

    @work(thread=True, exclusive=True, group="prepare", exit_on_error=False)
    def _prepare(self) -> None:
        """Rank and compare before the views ask for it."""
        self.desk.ranking()
        self.desk.suggestions()
        self.post_message(PairsCompared())

    def action_look(self) -> None:
        """Read the round and its ballots again."""
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

    def on_pairs_compared(self) -> None:
        """The nominations were compared."""
        self._pairs.compared()

    def on_looked(self, message: Looked) -> None:
        """The round was read; jurors may have gone on, and others may have decided something."""
        self._failure, self._looking = "", False
        before = message.instead_of
        if message.seen is before or not self.desk.take(message.seen, instead_of=before):
            return
        self.renew()
        if message.seen.round.nominations != before.round.nominations:
            self._prepare()

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
        if self.view is self._pairs and (pair := self._pairs.picked):
            self._decide(lambda: self._show_effect(pair, chair_asking.compare(self, self.desk, pair)))

    def action_settle(self, kind: Kind) -> None:
        """Decide about the picked pair."""
        if self.view is self._pairs and (pair := self._pairs.picked):
            self._decide(lambda: self._show_effect(pair, chair_asking.settle(self, self.desk, pair, kind)))

    def action_withdraw(self) -> None:
        """Take the verdict on the picked pair back."""
        if self.view is self._pairs and (pair := self._pairs.picked) and pair.verdict:
            self._decide(lambda: self._show_effect(pair, chair_asking.withdraw(self, self.desk, pair)))

    def action_tie(self) -> None:
        """Put those that share the picked rank in an order."""
        if self.view is self._ranking and (row := self._ranking.picked):
            self._decide(lambda: chair_asking.decide_tie(self, self.desk, row.nomination))

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

    def _decide(self, ask: Callable[[], Awaitable[object]]) -> None:
        """Ask now, before the next key is looked at; the answer is waited for in a worker."""
        try:
            asked = ask()
        except NominateError as error:
            self.tell(error)
            return
        self._go_on(asked)

    @work(group="decide")
    async def _go_on(self, asked: Awaitable[object]) -> None:
        try:
            await asked
        except NominateError as error:
            self.tell(error)
        self.renew()

    async def _show_effect(self, pair: Pair, decided: Awaitable[str | None]) -> None:
        if told := await decided:
            self._pairs.show_effect(pair, told)

    async def _show_files(self, written: Awaitable[tuple[Path, ...]]) -> None:
        if files := await written:
            self._result.written(files)
            self.action_show("result")
