"""The chair's third view: the ranking, its ties, the line of the shortlist, and why each stands where it does."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from textual.content import Content

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.locale.catalogue import _, decimal, language
from nominate_tui.model.rounding import printed
from nominate_tui.model.rules import in_language
from nominate_tui.ranking.chances import contested
from nominate_tui.ranking.result import Ranking, Standing
from nominate_tui.tui.certainty_told import chance_told, ranking_notices, ranks_told
from nominate_tui.tui.chair_words import contradictions, figure, separator, tie_at_the_line
from nominate_tui.tui.columns import Column
from nominate_tui.tui.standing_told import standing_told
from nominate_tui.tui.widgets.chair_view import ChairView
from nominate_tui.tui.widgets.pick_list import PickList
from nominate_tui.tui.widgets.told import paragraphs


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the list: a nomination, one that it stands for, or (neither) the line of the shortlist."""

    standing: Standing | None = None
    duplicate: str = ""


class RankingList(PickList):
    """One row a nomination, its duplicates under it, and the line of the shortlist."""

    LEAST = 22

    def __init__(self, desk: ChairDesk) -> None:
        """Begin empty: ranking takes a moment."""
        super().__init__()
        self._desk = desk
        self._rows: tuple[_Row, ...] = ()

    @property
    def picked(self) -> Standing | None:
        """The nomination that is picked; `None` where there is none."""
        return self._rows[self.here].standing if self.here < len(self._rows) else None

    def renew(self) -> None:
        """Show the ranking as it is now, and go on with the nomination that was picked."""
        before = self.picked
        self._rows = tuple(_rows(self._desk.ranking()))
        if before:
            same = (n for n, row in enumerate(self._rows) if _is(row, before.nomination))
            self.here = next(same, self.here)
        super().renew()

    def rows(self) -> int:
        """Nominations, duplicates and the line."""
        return len(self._rows)

    def pickable(self, row: int) -> bool:
        """Only what is ranked can be picked."""
        return self._rows[row].standing is not None

    def columns(self) -> Sequence[Column]:
        """Those that fold first have the lowest number: the criteria, then disagreement, then what separated."""
        rules, spoken = self._desk.round.rules, language()
        wide = 10 if self.room > 72 + 11 * len(rules.criteria) else 6
        return (
            Column("rank", _("rank"), max(4, len(_("rank"))), right=True),
            Column("id", "", 3, right=True),
            Column("title", ""),
            Column("overall", _("score"), max(5, rules.decimals + 2), right=True),
            *self._plain_mean(),
            Column("n", "n", 3, right=True),
            *self._chances(),
            *(
                Column(f"criterion:{c.id}", in_language(c.label, spoken), wide, wanted=1, right=True)
                for c in rules.criteria
            ),
            Column("disagreement", "±", 5, wanted=2, right=True),
            Column("by", _("behind by"), 13, wanted=3),
        )

    def _plain_mean(self) -> Iterator[Column]:
        if self._desk.ranking().method != "mean":
            yield Column("mean", _("mean"), max(5, self._desk.round.rules.decimals + 2), wanted=4, right=True)

    def _chances(self) -> Iterator[Column]:
        """How sure each place is, where that is known."""
        known = self._desk.sight.count.known_certainty
        if known and known.places:
            widest = max(len(ranks_told(place)) for place in known.places.values())
            yield Column("chance", _("in"), 7, wanted=6, right=True)
            yield Column("ranks", _("ranks"), max(widest, len(_("ranks"))), wanted=5, right=True)

    def row_line(self, row: int) -> Content:
        """A nomination, a duplicate or the line."""
        about = self._rows[row]
        if about.duplicate:
            title = f"└ {about.duplicate} {self._title(about.duplicate)}"
            return self.cells(title=title, by=_("duplicate")).stylize(self.over("pick--dim"))
        return self._standing(about.standing) if about.standing else self._line_of_shortlist()

    def _standing(self, row: Standing) -> Content:
        means = {f"criterion:{id}": figure(value) for id, value in row.criteria.items()}
        low = Content(f"{row.n}!").stylize(self.over("pick--strong"))
        return self.cells(
            rank=row.printed_rank or "–",
            id=row.nomination,
            title=self._title(row.nomination),
            overall=Content(decimal(row.overall)).stylize(self.over("pick--strong")),
            n=low if row.below_quorum else f"{row.n} ",
            mean=_printed(row.mean, self._desk.round.rules.decimals),
            disagreement=figure(row.disagreement),
            by=self._by(row),
            **self._how_sure(row.nomination),
            **means,
        )

    def _how_sure(self, nomination: str) -> dict[str, Content | str]:
        known = self._desk.sight.count.known_certainty
        place = known.places.get(nomination) if known else None
        if place is None:
            return {}
        chance = Content(chance_told(place))
        if contested(place.in_shortlist):
            chance = chance.stylize(self.over("pick--strong"))
        return {"chance": chance, "ranks": ranks_told(place)}

    def _by(self, row: Standing) -> str:
        if row.separated_by:
            return separator(row.separated_by, self._desk.round, language())
        return _("= tied") if row.shared else ""

    def _line_of_shortlist(self) -> Content:
        ranking = self._desk.ranking()
        told = _("shortlist: {n} of {k} places").format(n=len(ranking.shortlist), k=ranking.k)
        rule = f" ── {told} "
        return Content(rule + "─" * (self.room - len(rule) - 1)).stylize(self.over("pick--rule"))

    def _title(self, id: str) -> str:
        return self._desk.round.nominations[id].title


class RankingView(ChairView):
    """Who stands where."""

    KEYS = ("move(1)", "sure", "what_if", "tie", "read(1)", "take_back", "export", "lock", "view(1)")

    def __init__(self, desk: ChairDesk) -> None:
        """Show what the desk sees."""
        self._ranking = RankingList(desk)
        super().__init__(desk, self._ranking, id="ranking")

    @property
    def picked(self) -> Standing | None:
        """The nomination that is picked; `None` where there is none."""
        return self._ranking.picked

    def notice(self) -> str:
        """What is wrong, what the order rests on, how final it is, and a tie across the line."""
        contradicting = contradictions(self.desk.sight.contradictions)
        told = (contradicting, super().notice(), *ranking_notices(self.desk.round, self.desk.ranking()))
        return "\n".join(filter(None, (*told, self._preliminary(), self._tie())))

    def legend(self) -> str:
        """What the signs mean."""
        quorum = self.desk.round.rules.quorum
        told = _("n jurors · ! below the quorum of {quorum} · = shared · ± disagreement · ? contested")
        return told.format(quorum=quorum)

    def details(self) -> Iterable[Content]:
        """Everything about the picked nomination."""
        row = self._ranking.picked
        if row is None:
            return [Content(_("There is nothing to rank yet"))]
        return paragraphs(self._details, standing_told(self.desk, row))

    def _preliminary(self) -> str:
        progress = self.desk.progress()
        if progress.confirmed == len(progress.jurors):
            return ""
        return _("Preliminary: {n} of {all} ballots are confirmed").format(
            n=progress.confirmed, all=len(progress.jurors)
        )

    def _tie(self) -> str:
        told = tie_at_the_line(self.desk.ranking())
        if told and "chair" in self.desk.round.rules.tie_break:
            told += " · " + _("t decides, with a reason")
        return f"! {told}" if told else ""


def _printed(mean: Fraction | None, decimals: int) -> str:
    return "–" if mean is None else decimal(printed(mean, decimals))


def _is(row: _Row, nomination: str) -> bool:
    return row.standing is not None and nomination in (row.standing.nomination, *row.standing.duplicates)


def _rows(ranking: Ranking) -> Iterator[_Row]:
    inside = False
    for standing in ranking.standings:
        if inside and not standing.in_shortlist:
            yield _Row()
        inside = standing.in_shortlist
        yield _Row(standing)
        for duplicate in standing.duplicates:
            yield _Row(duplicate=duplicate)
