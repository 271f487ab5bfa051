"""What `nominate-tui ranking` prints: the table, and the sentences under it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from nominate_tui.cli.answer import Answer
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.cli.tried import Tried
from nominate_tui.export.ranking_table import ranking_csv
from nominate_tui.jury.count import Count
from nominate_tui.jury.sight import Sight
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.model.round import Round
from nominate_tui.model.rounding import printed
from nominate_tui.model.rules import in_language
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.certainty import Certainty
from nominate_tui.ranking.cross_check import cross_check, cross_check_as_dict
from nominate_tui.ranking.result import Correction, Ranking, Standing
from nominate_tui.ranking.shape import ranking_as_dict
from nominate_tui.ranking.sure_told import (
    contested_sentence,
    contradicted,
    groups_apart,
    off_the_scale,
    other_by_mean,
    radius_sentence,
    reliability_sentence,
)
from nominate_tui.ranking.what_if_told import amendment_told
from nominate_tui.tui.certainty_told import chance_told, ranks_told, sure_told
from nominate_tui.tui.chair_words import separator, tie_at_the_line

_MOST_REVIEWS: Final = 100_000
"""Up to how many reviews it is worked out how sure the ranking is although nobody asked: that takes a second."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How the ranking is to be told."""

    format: str
    sure: bool
    """Whether all of how sure it is was asked for."""


def ranking_answer(
    count: Count, asked: Asked, standing: Sight | None = None, what: WhatIf | None = None
) -> Answer:
    """The answer, made only in the form that is asked for: a large round has ten thousand rows.

    Where something is tried, `what` is that, and `standing` the round without it.
    """
    csv = asked.format == "csv"
    known = _certainty(count, asked)
    tried = Tried(standing, what, count) if standing and what and not what.empty else None
    return Answer(
        data=_data(count, known, tried) if asked.format == "json" else {},
        sheet=_csv(count.round, count.ranking, known) if csv else "",
        parts=list(_all_parts(count, known, asked, standing, tried)) if asked.format == "table" else (),
    )


def _certainty(count: Count, asked: Asked) -> Certainty | None:
    """How sure the ranking is; `None` where there is too much to work out for an answer that is waited for."""
    return count.certainty if asked.sure or len(count.tally.reviews) <= _MOST_REVIEWS else None


def _data(count: Count, known: Certainty | None, tried: Tried | None) -> Mapping[str, object]:
    told = ranking_as_dict(count.ranking, count.round, known)
    if known:
        told = {**told, "head_to_head": cross_check_as_dict(cross_check(count.tally, count.ranking))}
    return {**told, "what_if": tried.as_dict()} if tried else told


def _csv(round: Round, ranked: Ranking, known: Certainty | None) -> str:
    """The rows of the export's `ranking.csv`, written as all CSV on standard output is."""
    in_english = replace(round, rules=replace(round.rules, language="en"))
    return ranking_csv(in_english, ranked, known).decode("utf-8-sig").replace("\r\n", "\n")


def _all_parts(
    count: Count, known: Certainty | None, asked: Asked, standing: Sight | None, tried: Tried | None
) -> Iterator[Sheet | str]:
    yield from _parts(count, known, asked)
    if standing:
        yield from _amended(standing.round)
    if tried:
        yield from tried.told()


def _parts(count: Count, known: Certainty | None, asked: Asked) -> Iterator[Sheet | str]:
    round, ranked = count.round, count.ranking
    sheet = _Sheet(round, ranked, known or Certainty())
    yield Sheet(sheet.columns(), [sheet.row(row) for row in ranked.standings])
    told = _("In the shortlist of {k}: {ids}")
    yield told.format(k=ranked.k, ids=", ".join(ranked.shortlist) or _("nobody yet"))
    if ranked.tie_at_the_line:
        yield tie_at_the_line(ranked)
    yield from other_by_mean(ranked)
    if ranked.correction:
        yield from _corrected(ranked.correction)
    if not asked.sure and (beyond := off_the_scale(ranked.standings, round.rules.scale)):
        yield beyond
    yield from _doubtful(round, ranked)
    yield from _sure(count, known, asked)


def _amended(round: Round) -> Iterator[str]:
    for amendment in round.deliberation.standing:
        told, signed = amendment_told(round, amendment), amendment.signed
        yield (
            _("Adopted on {day} by {name}: {changes}. {reason}")
            .format(day=f"{signed.at:%Y-%m-%d}", name=signed.by, changes=told, reason=signed.reason)
            .rstrip()
        )


def _sure(count: Count, known: Certainty | None, asked: Asked) -> Iterator[str]:
    if known is None:
        yield _("How sure this is was not worked out, as there are so many reviews: --sure does it")
    elif asked.sure:
        yield ""
        yield from (line for _style, line in sure_told(count))
    elif known.agreement:
        yield reliability_sentence(known)
        told = (contested_sentence(count.ranking, known), contradicted(count.ranking, known))
        yield from filter(None, told)
        yield radius_sentence(known.radius)


def _corrected(found: Correction) -> Iterator[str]:
    """What the adjusted method could not do."""
    if found.sigma2 is None:
        yield _("There are too few reviews to tell strict jurors from mild ones: the scores are plain means")
    elif not found.corrects:
        yield _("No difference between strict and mild jurors shows: the scores are plain means")
    if apart := groups_apart(found.components):
        yield apart


def _doubtful(round: Round, ranked: Ranking) -> Iterator[str]:
    if ranked.lowest:
        names = {juror.id: juror.name for juror in round.rules.jurors}
        message = _("Only the lowest score throughout, which is probably an error: {names}")
        yield message.format(names=", ".join(names[id] for id in ranked.lowest))
    few = [row.nomination for row in ranked.standings if row.below_quorum]
    if few:
        message = _("Fewer reviews than the {quorum} that are asked for: {ids}")
        yield message.format(quorum=round.rules.quorum, ids=", ".join(few))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The table of a ranking."""

    round: Round
    ranked: Ranking
    known: Certainty

    def columns(self) -> Sequence[Column]:
        """Its columns."""
        return tuple(self._columns())

    def _columns(self) -> Iterator[Column]:
        spoken = catalogue.language()
        yield Column("", _("Rank"), right=True)
        yield Column("", _("No."), right=True)
        yield Column("", _("Title"))
        yield Column("", _("Overall"), right=True)
        if self.ranked.method != "mean":
            yield Column("", _("Mean"), right=True)
        yield Column("", _("Reviews"), right=True)
        if self.known.places:
            yield Column("", _("In with"), right=True, wanted=5)
            yield Column("", _("Ranks"), right=True, wanted=4)
        for criterion in self.round.rules.criteria:
            yield Column("", in_language(criterion.label, spoken), right=True, wanted=1)
        yield Column("", _("Disagreement"), right=True, wanted=2)
        yield Column("", _("Shortlist"))
        yield Column("", _("Separated by"), wanted=3)

    def row(self, row: Standing) -> Sequence[Cell]:
        """The cells of a nomination."""
        return tuple(self._cells(row))

    def _cells(self, row: Standing) -> Iterator[Cell]:
        round = self.round
        yield row.printed_rank or "–"
        yield row.nomination
        yield _title(round, row)
        yield decimal(row.overall) or "–"
        if self.ranked.method != "mean":
            yield _figure(row.mean, round)
        yield row.n
        if self.known.places:
            yield from self._how_sure(row.nomination)
        yield from (_figure(row.criteria[criterion.id], round) for criterion in round.rules.criteria)
        yield _figure(row.disagreement, round)
        yield row.in_shortlist
        yield separator(row.separated_by, round, catalogue.language()) if row.separated_by else ""

    def _how_sure(self, nomination: str) -> tuple[Cell, Cell]:
        place = self.known.places.get(nomination)
        return (chance_told(place), ranks_told(place)) if place else ("–", "–")


def _title(round: Round, row: Standing) -> str:
    title = round.nominations[row.nomination].title
    if not row.duplicates:
        return title
    return _("{title} (stands for {others})").format(title=title, others=", ".join(row.duplicates))


def _figure(value: Fraction | float | None, round: Round) -> str:
    return "–" if value is None else decimal(printed(Fraction(value), round.rules.decimals))
