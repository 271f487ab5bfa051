"""The chair's fourth view: what was decided in the round, and what was written out of it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from textual.content import Content

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.tui.chair_words import when
from nominate_tui.tui.columns import Column
from nominate_tui.tui.decisions_told import Decision, decisions
from nominate_tui.tui.widgets.chair_view import ChairView
from nominate_tui.tui.widgets.pick_list import PickList


class DecisionList(PickList):
    """One row a decision, the latest first."""

    def __init__(self, desk: ChairDesk) -> None:
        """Show what the desk sees."""
        super().__init__()
        self._desk = desk
        self._decisions: tuple[Decision, ...] = ()

    @property
    def picked(self) -> Decision | None:
        """The decision that is picked; `None` where there is none."""
        return self._decisions[self.here] if self.here < len(self._decisions) else None

    def renew(self) -> None:
        """Look at the desk again."""
        self._decisions = decisions(self._desk.round)
        super().renew()

    def rows(self) -> int:
        """As many as there are decisions."""
        return len(self._decisions)

    def columns(self) -> Sequence[Column]:
        """When, what, why."""
        return (
            Column("when", _("when"), 16),
            Column("what", _("decision"), min(44, max(self.room // 2 - 10, 20))),
            Column("reason", _("reason")),
        )

    def row_line(self, row: int) -> Content:
        """One decision."""
        decision = self._decisions[row]
        return self.cells(when=when(decision.at), what=decision.what, reason=decision.reason)


class ResultView(ChairView):
    """What was decided, and what came out."""

    KEYS = ("move(1)", "export", "lock", "take_back", "look", "view(1)")

    def __init__(self, desk: ChairDesk) -> None:
        """Show what the desk sees."""
        self._list = DecisionList(desk)
        self._written: tuple[Path, ...] = ()
        super().__init__(desk, self._list, id="result")

    def written(self, files: tuple[Path, ...]) -> None:
        """Tell which files were written."""
        self._written = files
        self.renew()

    def legend(self) -> str:
        """What the two keys do."""
        return _("e writes the result into a folder · L locks or opens the round")

    def details(self) -> Iterable[Content]:
        """The picked decision, how the round stands, and what was written."""
        return [*self._files(), *self._decision(), *self._round()]

    def _decision(self) -> Iterator[Content]:
        decision = self._list.picked
        if decision is None:
            yield Content(_("Nothing was decided yet: verdicts, recusals, ties and the lock stand here"))
        else:
            yield self.strong(decision.what)
            yield self.dim(when(decision.at))
            yield Content(decision.reason)
        yield Content("")

    def _round(self) -> Iterator[Content]:
        locked, progress = self.desk.round.deliberation.locked, self.desk.progress()
        yield Content(
            _("Locked since {when}").format(when=when(locked)) if locked else _("The round is open")
        )
        yield Content(
            _("{n} of {all} ballots confirmed").format(n=progress.confirmed, all=len(progress.jurors))
        )
        if low := len(progress.below_quorum):
            told = ngettext("{n} nomination below the quorum", "{n} nominations below the quorum", low)
            yield self.alarm("! " + told.format(n=low))

    def _files(self) -> Iterator[Content]:
        if self._written:
            yield self.strong(_("Written to {folder}").format(folder=self._written[0].parent))
            yield Content(", ".join(file.name for file in self._written))
            yield Content("")
