"""The list of pairs that are worth a look, or that were settled."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _
from nominate_tui.tui import pairs_told
from nominate_tui.tui.chair_words import percent
from nominate_tui.tui.columns import Column
from nominate_tui.tui.widgets.pick_list import PickList
from nominate_tui.tui.widgets.wrapping import shortened


class PairList(PickList):
    """One row a pair: what it is or may be, how alike the two are, their titles. Open pairs come first.

    A pair that is settled while one looks keeps its place, so that the next one is below it.
    """

    LEAST = 30

    def __init__(self, desk: ChairDesk) -> None:
        """Begin empty: comparing takes a moment."""
        super().__init__()
        self._desk = desk
        self._pairs: tuple[Pair, ...] = ()
        self._below: frozenset[frozenset[str]] | None = None
        self._missed: tuple[frozenset[str], int] | None = None
        """Who was picked and is not listed for now, and the row that stands in for them."""

    @property
    def picked(self) -> Pair | None:
        """The pair that is picked; `None` where there is none."""
        return self._pairs[self.here] if self.here < len(self._pairs) else None

    def order_anew(self) -> None:
        """Put all that are settled below the open ones, the next time they are shown."""
        self._below = None

    def forget(self) -> None:
        """Begin at the top again: nobody has picked anything yet."""
        self._pairs, self._missed = (), None

    def show(self, pairs: Sequence[Pair]) -> None:
        """Show these pairs, and go on with the one that was picked."""
        wanted, below = self._wanted(), self._below
        if below is None:
            below = self._below = frozenset(pair.ids for pair in pairs if not pair.open)
        self._pairs = tuple(sorted(pairs, key=lambda pair: pair.ids in below))
        same = next((n for n, pair in enumerate(self._pairs) if pair.ids == wanted), None)
        self.here = self.here if same is None else same
        self.renew()
        self._missed = (wanted, self.here) if wanted and same is None else None

    def _wanted(self) -> frozenset[str] | None:
        """The pair that was picked; where it was not listed and nobody picked another meanwhile, the one before that."""
        if self._missed and self._missed[1] == self.here:
            return self._missed[0]
        return self.picked.ids if self.picked else None

    def find(self, ids: frozenset[str]) -> Pair | None:
        """The pair of these two; `None` where it is not listed."""
        return next((pair for pair in self._pairs if pair.ids == ids), None)

    def go_to(self, ids: frozenset[str]) -> None:
        """Pick the pair of these two, where it is listed."""
        if (row := next((n for n, pair in enumerate(self._pairs) if pair.ids == ids), None)) is not None:
            self.pick(row)

    def next_open(self) -> bool:
        """Pick the next open pair, around the end; whether there is one."""
        around = (*range(self.here + 1, self.rows()), *range(self.here + 1))
        found = next((row for row in around if row < self.rows() and self._pairs[row].open), None)
        if found is not None:
            self.pick(found)
        return found is not None

    def rows(self) -> int:
        """As many as there are pairs."""
        return len(self._pairs)

    def columns(self) -> Sequence[Column]:
        """What it is, likeness, numbers, titles."""
        return (
            Column("is", "", self._widest(pairs_told.in_short, *pairs_told.usual())),
            Column("pair", _("pair"), self._widest(pairs_told.ids, _("pair")), right=True),
            Column("titles", f"{_('titles')} · {self._settled()}" if self._pairs else _("titles")),
            Column("likeness", _("alike"), 5, right=True),
        )

    def _settled(self) -> str:
        settled = sum(not pair.open and not pair.follows for pair in self._pairs)
        return _("settled {n} of {all}").format(n=settled, all=len(self._pairs))

    def row_line(self, row: int) -> Content:
        """One pair."""
        pair = self._pairs[row]
        likeness = percent(pair.suggestion.likeness) if pair.suggestion else ""
        style = "state--unfinished" if pair.open else "state--complete"
        is_ = Content(pairs_told.in_short(pair)).stylize(self.over(style))
        line = self.cells(
            **{"is": is_}, pair=pairs_told.ids(pair), titles=self._titles(pair), likeness=likeness
        )
        return line.stylize(self.over("pick--dim")) if pairs_told.by_topic_only(pair) else line

    def _titles(self, pair: Pair) -> str:
        room = next(column.width for column in self.shown() if column.key == "titles")
        return f"{shortened(self._title(pair.a), (room - 3) // 2)} │ {self._title(pair.b)}"

    def _title(self, id: str) -> str:
        nominations = self._desk.round.nominations
        return nominations[id].title if id in nominations else id

    def _widest(self, cell: Callable[[Pair], str], *others: str) -> int:
        return max(map(cell_len, (*map(cell, self._pairs), *others)))
