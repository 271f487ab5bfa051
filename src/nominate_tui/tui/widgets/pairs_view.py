"""The chair's second view: pairs of nominations that are worth a look, why, and what was decided about them."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import KINDS, Group, Kind, Suggestion, Verdict
from nominate_tui.tui.chair_words import (
    KIND_SIGNS,
    KIND_WORDS,
    RULE_WORDS,
    contradictions,
    percent,
    stands_for,
    when,
)
from nominate_tui.tui.columns import Column
from nominate_tui.tui.widgets.chair_view import ChairView
from nominate_tui.tui.widgets.pick_list import PickList
from nominate_tui.tui.widgets.wrapping import shortened


class PairList(PickList):
    """One row a pair: what it is or may be, how alike the two are, their titles."""

    LEAST = 30

    def __init__(self, desk: ChairDesk) -> None:
        """Begin empty: comparing takes a moment."""
        super().__init__()
        self._desk = desk
        self._pairs: tuple[Pair, ...] = ()

    @property
    def picked(self) -> Pair | None:
        """The pair that is picked; `None` where there is none."""
        return self._pairs[self.here] if self.here < len(self._pairs) else None

    def show(self, pairs: tuple[Pair, ...]) -> None:
        """Show these pairs, and go on with the one that was picked."""
        before = self.picked
        self._pairs = pairs
        same = (n for n, pair in enumerate(pairs) if before and pair.ids == before.ids)
        self.here = next(same, self.here)
        self.renew()

    def rows(self) -> int:
        """As many as there are pairs."""
        return len(self._pairs)

    def columns(self) -> Sequence[Column]:
        """What it is, likeness, numbers, titles."""
        return (
            Column("is", "", 2 + max(cell_len(_(word)) for word in KIND_WORDS.values())),
            Column("pair", _("pair"), self._widest(), right=True),
            Column("titles", _("titles")),
            Column("likeness", _("alike"), 5, right=True),
        )

    def row_line(self, row: int) -> Content:
        """One pair."""
        pair = self._pairs[row]
        likeness = percent(pair.suggestion.likeness) if pair.suggestion else ""
        return self.cells(
            **{"is": self._is(pair)}, pair=_ids(pair), titles=self._titles(pair), likeness=likeness
        )

    def _is(self, pair: Pair) -> Content:
        if pair.verdict:
            kind = pair.verdict.kind
            told = f"{KIND_SIGNS[kind]} {_(KIND_WORDS[kind])}"
            return Content(told).stylize(self.over("state--complete"))
        suggested = _(KIND_WORDS[pair.suggestion.suggested]) if pair.suggestion else ""
        return Content(f"? {suggested}").stylize(self.over("state--unfinished"))

    def _titles(self, pair: Pair) -> str:
        room = next(column.width for column in self.shown() if column.key == "titles")
        return f"{shortened(self._title(pair.a), (room - 3) // 2)} │ {self._title(pair.b)}"

    def _title(self, id: str) -> str:
        nominations = self._desk.round.nominations
        return nominations[id].title if id in nominations else id

    def _widest(self) -> int:
        return max(len(_("pair")), *(len(_ids(pair)) for pair in self._pairs), 0)


class PairsView(ChairView):
    """What may be a duplicate, and what is."""

    KEYS = (
        "open",
        "settle('duplicate')",
        "settle('related')",
        "settle('distinct')",
        "withdraw",
        "view(1)",
    )

    def __init__(self, desk: ChairDesk) -> None:
        """Show what the desk sees, once the nominations are compared."""
        self._pairs = PairList(desk)
        self._compared = False
        self._effect: tuple[frozenset[str], str] = (frozenset(), "")
        super().__init__(desk, self._pairs, id="pairs")

    @property
    def picked(self) -> Pair | None:
        """The pair that is picked; `None` where there is none."""
        return self._pairs.picked

    def compared(self) -> None:
        """The nominations are compared now."""
        self._compared = True
        self.renew()

    def show_effect(self, pair: Pair, effect: str) -> None:
        """Tell what the decision just taken on a pair has changed."""
        self._effect = (pair.ids, effect)
        self.renew()

    def renew(self) -> None:
        """Show the pairs as they are decided now."""
        if self._compared:
            self._pairs.show(self.desk.pairs())
        super().renew()

    def notice(self) -> str:
        """What is wrong, verdicts that contradict one another first."""
        return "\n".join(filter(None, (contradictions(self.desk.sight.contradictions), super().notice())))

    def legend(self) -> str:
        """The sign of each verdict."""
        signs = [f"{KIND_SIGNS[kind]} {_(KIND_WORDS[kind])}" for kind in KINDS]
        return "  ".join([_("? suggested, not settled"), *signs])

    def details(self) -> Iterable[Content]:
        """Both titles, the evidence, the verdict and what it changed."""
        pair = self._pairs.picked
        if pair is None:
            n = len(self.desk.round.nominations)
            waiting = _("Comparing {n} nominations …").format(n=n)
            return [Content(_("No two nominations look alike") if self._compared else waiting)]
        return self._told(pair)

    def _told(self, pair: Pair) -> Iterator[Content]:
        for id in (pair.a, pair.b):
            if id in self.desk.round.nominations:
                nomination = self.desk.round.nominations[id]
                both = self.strong(f"{id}  {nomination.title}") + self.dim(f"  {nomination.organisation}")
                yield both.truncate(self.room_for_details, ellipsis=True)
        if pair.verdict:
            yield self.strong(_verdict(pair.verdict, self.desk.sight.group(pair.a)))
        if self._effect[0] == pair.ids:
            yield self.strong(_("Effect: {effect}").format(effect=self._effect[1]))
        if pair.suggestion:
            yield from self._evidence(pair.suggestion)

    def _evidence(self, suggestion: Suggestion) -> Iterator[Content]:
        kind: Kind = suggestion.suggested
        told = _("Suggested: {kind}, {likeness} alike").format(
            kind=_(KIND_WORDS[kind]), likeness=percent(suggestion.likeness)
        )
        rule = RULE_WORDS.get(suggestion.rule)
        yield Content(f"{told}: {_(rule)}" if rule else told)
        for evidence in suggestion.evidence:
            yield Content(f"• {evidence.text}")


def _ids(pair: Pair) -> str:
    return f"{pair.a}–{pair.b}"


def _verdict(verdict: Verdict, group: Group) -> str:
    told = _("Verdict: {kind} ({when})").format(kind=_(KIND_WORDS[verdict.kind]), when=when(verdict.at))
    return " · ".join(filter(None, (told, verdict.reason, stands_for(verdict, group))))
