"""The ranking as it would be, each row beside where it stands now: who moves, who enters, who leaves."""

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content
from textual.style import Style

from nominate_tui.jury.moves import inside
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.model.nomination import Nominations
from nominate_tui.ranking.result import Ranking, Standing
from nominate_tui.tui.columns import Column
from nominate_tui.tui.widgets.pick_list import PickList


class TriedList(PickList):
    """One row a nomination, and the line of the shortlist."""

    LEAST = 16

    def __init__(self, standing: Ranking, nominations: Nominations) -> None:
        """Begin with the ranking that stands."""
        super().__init__()
        self._nominations = nominations
        self._before: Mapping[str, Standing] = {row.nomination: row for row in standing.standings}
        self._ranking = standing
        self._lines: tuple[Standing | None, ...] = ()

    def show(self, tried: Ranking) -> None:
        """Show this in the place of what was shown."""
        self._ranking = tried
        self.renew()

    def renew(self) -> None:
        """Draw everything again."""
        self._lines = tuple(_lines(self._ranking))
        super().renew()

    def rows(self) -> int:
        """Nominations and the line."""
        return len(self._lines)

    def columns(self) -> Sequence[Column]:
        """Rank, how far it moves, whether it crosses the line, and both scores."""
        return (
            Column("rank", _("rank"), max(4, len(_("rank"))), right=True),
            Column("moved", "", 5, right=True),
            Column("line", "", max(len(_enters()), len(_leaves()))),
            Column("id", "", 3, right=True),
            Column("title", ""),
            Column("overall", _("score"), 5, right=True),
            Column("before", _("now"), 5, wanted=1, right=True),
        )

    def row_line(self, row: int) -> Content:
        """A nomination, or the line."""
        standing = self._lines[row]
        if standing is None:
            return self._line_of_shortlist()
        before = self._before.get(standing.nomination)
        return self.cells(
            rank=standing.printed_rank or "–",
            moved=Content(moved(before, standing)).stylize(self.over("pick--strong")),
            line=Content(_crossing(before, standing)).stylize(self.over("pick--rule")),
            id=standing.nomination,
            title=self._nominations[standing.nomination].title,
            overall=Content(decimal(standing.overall)).stylize(self.over("pick--strong")),
            before=decimal(before.overall) if before else "",
        )

    def _line_of_shortlist(self) -> Content:
        told = _("shortlist: {n} of {k} places").format(n=len(self._ranking.shortlist), k=self._ranking.k)
        rule = f" ── {told} "
        return Content(rule + "─" * (self.room - len(rule) - 1)).stylize(self.over("pick--rule"))

    def base_style(self, number: int) -> Style:
        """No row stands out: what is picked is a choice beside it."""
        del number
        return self.style_of("")

    def pick(self, row: int) -> None:
        """Nothing is picked here, so that the list stays where it is read."""
        del row

    def read(self, pages: int) -> None:
        """Go so many pages on (or back)."""
        y = self.scroll_offset.y + pages * self.page
        self.scroll_to(y=y, animate=False, immediate=True)


def moved(before: Standing | None, after: Standing) -> str:
    """By how many ranks a row moves, with an arrow: `▲3`; empty where it stays."""
    if before is None or before.rank is None or after.rank is None or before.rank == after.rank:
        return ""
    up = before.rank - after.rank
    return f"▲{up}" if up > 0 else f"▼{-up}"


def _crossing(before: Standing | None, after: Standing) -> str:
    if inside(before) == inside(after):
        return ""
    return _enters() if inside(after) else _leaves()


def _enters() -> str:
    return _("→ in")


def _leaves() -> str:
    return _("← out")


def _lines(ranking: Ranking) -> Iterator[Standing | None]:
    before = False
    for standing in ranking.standings:
        if before and not standing.in_shortlist:
            yield None
        before = standing.in_shortlist
        yield standing
