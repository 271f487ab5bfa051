"""The chair's second view: pairs of nominations that are worth a look, why, and what was decided about them."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import KINDS, Grouping, SuggestedGroup, Verdict
from nominate_tui.model.nomination import Nomination
from nominate_tui.tui import pairs_told
from nominate_tui.tui.chair_words import KIND_SIGNS, KIND_WORDS, contradictions, percent
from nominate_tui.tui.widgets.chair_view import ChairView
from nominate_tui.tui.widgets.pair_list import PairList
from nominate_tui.tui.widgets.wrapping import wrapped
from nominate_tui.tui.words import OUTDATED

_BAR: Final = 40
"""Cells of the bar that shows how far comparing is, where there is room."""

_ROOMY: Final = 20
"""Lines of the details from which on there is room for an empty one between their parts, and for whole titles."""


class PairsView(ChairView):
    """What may be a duplicate, and what is."""

    KEYS = (
        "open",
        "settle('duplicate')",
        "settle('related')",
        "settle('distinct')",
        "next_open",
        "withdraw",
        "group",
        "take_out",
        "view(1)",
    )

    def __init__(self, desk: ChairDesk) -> None:
        """Show what the desk sees; the suggested pairs once the nominations are compared."""
        self._pairs = PairList(desk)
        self._grouping = Grouping()
        self._compared = self._once_compared = False
        self._share: float | None = 0.0
        self._failure = ""
        self._effect: tuple[frozenset[str], str] = (frozenset(), "")
        self._effect_of: tuple[Verdict, ...] = ()
        """The verdicts of the round when the effect was told; of others it says nothing."""
        self._went_on: frozenset[str] = frozenset()
        """The pair that was gone on to after the latest decision."""
        super().__init__(desk, self._pairs, id="pairs")

    @property
    def picked(self) -> Pair | None:
        """The pair that is picked; `None` where there is none."""
        return self._pairs.picked

    @property
    def group(self) -> SuggestedGroup | None:
        """The suggested group of more than two that the picked pair is in; `None` where there is none."""
        return pairs_told.group_of(self.picked, self._grouping) if self.picked else None

    def compared_so_far(self, share: float) -> None:
        """Comparing goes on; `share` is how far it is, 0 to 1."""
        self._share = share
        if self.display and len(self.desk.pairs_so_far()) != self._pairs.rows():
            self.renew()
        elif self.display:
            self.tell()

    def not_compared(self, failure: str = "") -> None:
        """Comparing was stopped, or failed."""
        self._share, self._failure = None, failure
        self.renew()

    @property
    def withdrawable(self) -> Pair | None:
        """The pair whose verdict can be taken back: the picked one, or the one that was decided just before it."""
        if (pair := self.picked) and pair.verdict:
            return pair
        last = self._just_decided(pair) if pair else None
        return last if last and last.verdict else None

    def show_effect(self, pair: Pair, effect: str, *, go_on: bool = True) -> Pair:
        """Tell what the decision just taken on a pair has changed, and go on from it; the answer is the pair now."""
        self._effect, self._effect_of = (pair.ids, effect), self.desk.round.verdicts
        self.renew()
        now = self._pairs.find(pair.ids) or pair
        self._pairs.go_to(pair.ids)
        if go_on and not now.open:
            self._pairs.next_open()
        self._went_on = self.picked.ids if self.picked else frozenset()
        self.tell()
        return now

    def order_anew(self) -> None:
        """Put all that are settled below the open ones, the next time they are shown."""
        self._pairs.order_anew()

    def renew(self) -> None:
        """Show the pairs as they are decided now; before the nominations are compared, those that are known already."""
        if not self._once_compared and not self._pairs.here:
            self._pairs.forget()
        if self._compared and not self.desk.compared:
            self._share = 0.0  # It begins anew.
        self._compared = self.desk.compared
        self._once_compared |= self._compared
        self._grouping = self.desk.grouping() if self._compared else Grouping()
        self._pairs.show(self.desk.pairs() if self._compared else self.desk.pairs_so_far())
        super().renew()

    def next_open(self) -> bool:
        """Pick the next open pair; whether there is one."""
        return self._pairs.next_open()

    def notice(self) -> str:
        """What is wrong, verdicts that contradict one another first."""
        return "\n".join(filter(None, (contradictions(self.desk.sight.contradictions), super().notice())))

    def legend(self) -> str:
        """The sign of each verdict."""
        signs = [f"{KIND_SIGNS[kind]} {_(KIND_WORDS[kind])}" for kind in KINDS]
        return "  ".join([_("? suggested, not settled"), *signs, f"{OUTDATED} " + _("new text")])

    def details(self) -> Iterable[Content]:
        """How far comparing is; both titles, what was decided, what it changed, what speaks for the pair."""
        parts = [] if self._compared else [tuple(self._not_yet())]
        if pair := self.picked:
            parts += map(tuple, self._told(pair))
        elif self._compared:
            parts += [(Content(_("No two nominations look alike")),)]
        gap = (Content(""),) if self._roomy else ()
        for number, part in enumerate(filter(None, parts)):
            yield from (*gap, *part) if number else part

    def _not_yet(self) -> Iterator[Content]:
        if self._share is None:
            yield self.strong(
                self._failure or _("Comparing was stopped: only what was known before is listed")
            )
            yield self.dim(_("F5 begins again"))
        else:
            told = _("Comparing {n} nominations …").format(n=len(self.desk.round.nominations))
            yield Content(f"{told} {percent(self._share)}")
            yield _bar(self._share, min(self.room_for_details, _BAR))
            yield self.dim(_("Esc stops it"))

    def _told(self, pair: Pair) -> Iterator[Iterator[Content]]:
        yield self._before(pair)
        yield self._heads(pair)
        yield self._decided(pair)
        yield self._grouped(pair)
        yield self._evidence(pair)
        yield self._reliability(pair)

    def _just_decided(self, pair: Pair) -> Pair | None:
        """The pair that was decided before this one was gone on to; `None` where it is another one."""
        decided = self._effect[0]
        return self._pairs.find(decided) if pair.ids == self._went_on != decided else None

    def _before(self, pair: Pair) -> Iterator[Content]:
        if last := self._just_decided(pair):
            told = f"{pairs_told.ids(last)}: {pairs_told.so_far(last)}"
            if last.verdict and not pair.verdict:
                told += " · " + _("w takes it back")
            yield self.strong(told)
            yield from map(Content, self._effect_told(last))

    def _decided(self, pair: Pair) -> Iterator[Content]:
        yield from map(self.strong, filter(None, (pairs_told.decided(pair),)))
        yield from map(self.alarm, filter(None, (pairs_told.gone(pair, self.desk.round),)))
        yield from map(self.alarm, pairs_told.changed(pair, self.desk.round))
        if pair.outdated:
            yield self.dim(_("The verdict holds; to settle the pair the same way again renews it"))
        if self._effect[0] == pair.ids:
            yield from map(self.strong, self._effect_told(pair))

    def _effect_told(self, pair: Pair) -> Iterator[str]:
        """What the latest decision has changed, unless something else was decided since, or one of the two is gone."""
        here = pair.ids.issubset(self.desk.round.nominations.ids)
        if here and self.desk.round.verdicts == self._effect_of:
            yield _("Effect: {effect}").format(effect=self._effect[1])

    def _grouped(self, pair: Pair) -> Iterator[Content]:
        yield from map(Content, pairs_told.would_join(pair))
        if group := self.group:
            yield self.strong(pairs_told.group_told(group))
        yield from map(Content, pairs_told.chains_told(pair, self._grouping))

    def _reliability(self, pair: Pair) -> Iterator[Content]:
        if pair.joined and (told := pairs_told.reliability_told(self.desk.reliability())):
            yield self.dim(told)

    def _heads(self, pair: Pair) -> Iterator[Content]:
        for id in (pair.a, pair.b):
            if id in self.desk.round.nominations:
                yield from self._head(self.desk.round.nominations[id])

    def _head(self, nomination: Nomination) -> Iterator[Content]:
        """What it is called and whose it is: whole where there is room for that, otherwise on one line."""
        number, title, owner = f"{nomination.id}  ", nomination.title, nomination.organisation
        if self._roomy and cell_len(f"{number}{title}  {owner}") > self.room_for_details:
            yield from (self.strong(head + line) for head, line in self._hanging(number, title))
            blank = " " * cell_len(number)
            yield from (self.dim(head + line) for head, line in self._hanging(blank, owner) if line)
        else:
            both = self.strong(number + title) + self.dim(f"  {owner}")
            yield both.truncate(self.room_for_details, ellipsis=True)

    def _evidence(self, pair: Pair) -> Iterator[Content]:
        if pair.suggestion is None:
            return
        yield Content(pairs_told.suggested(pair.suggestion))
        found = [*pairs_told.evidence(pair.suggestion)]
        hang = max(cell_len(axis) for axis, _text in found) + 2
        for axis, text in found:
            for head, line in self._hanging(axis + " " * (hang - cell_len(axis)), text):
                yield self.dim(head) + Content(line)

    def _hanging(self, head: str, text: str) -> Iterator[tuple[str, str]]:
        """The lines of a text, and what stands before each: the head, and blanks in its place before the others."""
        hang = cell_len(head)
        for line in wrapped(text, max(self.room_for_details - hang, 1)):
            yield head, line
            head = " " * hang

    @property
    def _roomy(self) -> bool:
        """Whether there is room for more than what has to be told."""
        return self._details.size.height >= _ROOMY


def _bar(share: float, width: int) -> Content:
    full = round(share * width)
    return Content("█" * full + "░" * (width - full))
