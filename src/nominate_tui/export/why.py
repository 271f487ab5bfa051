"""Why nominations stand where they do, in words: what separated whom, and how the line was drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from nominate_tui.locale.catalogue import _, decimal, language, later
from nominate_tui.model.round import Round
from nominate_tui.model.rounding import printed
from nominate_tui.model.rules import Rules, in_language
from nominate_tui.ranking.chances import contested
from nominate_tui.ranking.result import Ranking, Standing

_MOST_OUT: Final = 5
"""Of how many of those who are out it is said why, apart from those in the contested zone."""

_RULES: Final[Mapping[str, str]] = {
    "overall": later("the overall score ({better} against {worse})"),
    "gauge": later("the shares of jurors who gave more, and less, than the grade"),
    "criteria": later("the mean on {criterion} ({better} against {worse})"),
    "head_to_head": later("head to head: more of the jurors who scored both placed it higher"),
    "fewest_lowest": later("a smaller share of lowest scores"),
    "chair": later("the decision of the chair"),
    "lot": later("the lot, drawn from the declared seed"),
}
"""What separated two, after “by”."""


@dataclass(frozen=True)
class Why:
    """The reasons of one ranking."""

    round: Round
    ranking: Ranking

    @cached_property
    def ranked(self) -> tuple[Standing, ...]:
        """The rows that have a rank, the best first."""
        return tuple(row for row in self.ranking.standings if row.rank is not None)

    @cached_property
    def inside(self) -> tuple[Standing, ...]:
        """Those in the shortlist."""
        return tuple(row for row in self.ranked if row.in_shortlist)

    @cached_property
    def outside(self) -> tuple[Standing, ...]:
        """Those ranked and not in it."""
        return tuple(row for row in self.ranked if not row.in_shortlist)

    def first_out(self, chances: Mapping[str, float]) -> tuple[Standing, ...]:
        """The first ones out, and all others of whom it is open whether they belong in, by `chances` of the shortlist."""
        near = self.outside[:_MOST_OUT]
        return near + tuple(
            row for row in self.outside[_MOST_OUT:] if contested(chances.get(row.nomination, 0.0))
        )

    def of(self, row: Standing) -> str:
        """Why a row is in the shortlist or out of it, in a sentence."""
        if row.rank is None:
            return _("No review counts, so it has no rank.")
        if row.nomination in self.ranking.tied:
            return self._tied(row)
        return self._inside(row) if row.in_shortlist else self._outside(row)

    def _inside(self, row: Standing) -> str:
        if not self.outside:
            return _("There is room for everybody who is ranked.")
        told = _("Ahead of {other}, the first one out, by {rule}.")
        return told.format(other=self.outside[0].nomination, rule=self.between(row, self.outside[0]))

    def _outside(self, row: Standing) -> str:
        if not self.inside:
            return _("Nobody is in the shortlist yet.")
        last = self.inside[-1]
        told = _("Behind {other}, the last one in, by {rule}.")
        return told.format(other=last.nomination, rule=self.between(last, row))

    def _tied(self, row: Standing) -> str:
        others = ", ".join(id for id in self.ranking.tied if id != row.nomination)
        told = _(
            "Shares rank {rank} with {others} across the line, and no rule separates them: all of them are in."
        )
        if not row.in_shortlist:
            told = _(
                "Shares rank {rank} with {others} across the line, and the chair has not decided: none is in."
            )
        return told.format(rank=row.rank, others=others)

    def between(self, better: Standing, worse: Standing) -> str:
        """What separated two rows of different ranks.

        Of the rules that separated the rows between them it is the one that was asked first.
        """
        first, last = self.ranked.index(better), self.ranked.index(worse)
        named = [row.separated_by for row in self.ranked[first + 1 : last + 1] if row.separated_by]
        return self.told(min(named, key=self._turn), better, worse)

    def _turn(self, rule: str) -> int:
        return self._asked.index(rule) if rule in self._asked else len(self._asked)

    @cached_property
    def _asked(self) -> Sequence[str]:
        """The names of the rules in the order in which they were asked."""
        return ("overall", "gauge", *_names(self.round.rules))

    def told(self, rule: str, better: Standing, worse: Standing) -> str:
        """What a rule (`Standing.separated_by`) means, with the figures of the two rows."""
        kind, _colon, criterion = rule.partition(":")
        if kind not in _RULES:
            return rule
        if kind == "overall":
            return _(_RULES[kind]).format(better=decimal(better.overall), worse=decimal(worse.overall))
        means = (self._mean(row.criteria.get(criterion)) for row in (better, worse))
        return _(_RULES[kind]).format(
            criterion=label(self.round.rules, criterion), **dict(zip(("better", "worse"), means, strict=True))
        )

    def _mean(self, value: Fraction | None) -> str:
        return "–" if value is None else decimal(printed(value, self.ranking.decimals))


def label(rules: Rules, criterion: str) -> str:
    """What a criterion is called in the language spoken; its id where there is no such criterion."""
    found = rules.criterion(criterion)
    return in_language(found.label, language()) if found else criterion


def _names(rules: Rules) -> Iterator[str]:
    heaviest_first = sorted(rules.criteria, key=lambda criterion: -criterion.weight)
    for name in rules.tie_break:
        yield from ([f"criteria:{each.id}" for each in heaviest_first] if name == "criteria" else [name])
