"""The part of the result's page with the whole ranking, the charts of the scores, and what was decided."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from nominate_tui.export.chart_profile import profile_chart
from nominate_tui.export.chart_ranks import MOST
from nominate_tui.export.chart_scores import score_chart
from nominate_tui.export.markup import Heading, Markup, Part, foreign, joined, listed, table, tag, unbroken
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.page_shortlist import chances, named
from nominate_tui.export.why import Why, label
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.rounding import printed
from nominate_tui.ranking.chances import percent
from nominate_tui.ranking.result import Standing
from nominate_tui.ranking.sure_told import off_the_scale

_NEAR: Final = 12
"""How many criteria profiles are drawn at most."""
_STATES: Final = (
    ReviewState.COMPLETE,
    ReviewState.RECUSED,
    ReviewState.ABSTAINED,
    ReviewState.UNFINISHED,
    ReviewState.MISSING,
    ReviewState.UNASSIGNED,
)


def ranking_part(outcome: Outcome) -> Markup:
    """Every nomination, the best first."""
    rows = [_row(outcome, row) for row in outcome.ranking.standings]
    return tag(
        "section",
        tag("h2", _("The ranking"), id="ranking"),
        table(_("All nominations, the best first"), _headings(outcome), rows, named=1),
        *_beyond(outcome),
        tag("p", _about_columns(), class_="note"),
    )


def _beyond(outcome: Outcome) -> Iterator[Part]:
    """Whose overall score lies beyond the scale, and why that may be."""
    if told := off_the_scale(outcome.ranking.standings, outcome.round.rules.scale):
        yield tag("p", told)


def scores_part(outcome: Outcome, why: Why) -> Markup:
    """How the scores lie, and the profiles of those near the line and above it."""
    near = (*why.inside, *why.first_out(chances(outcome)))[:_NEAR]
    return tag(
        "section",
        tag("h2", _("The scores"), id="scores"),
        _figure(score_chart(outcome), _about_scores(outcome)),
        _figure(
            profile_chart(outcome, near),
            _("The mean on each criterion; the upright line is that of all nominations."),
        ),
        _means(outcome),
        tag("p", _about_states(), class_="note"),
    )


def decisions_part(outcome: Outcome) -> Markup:
    """The chair's verdicts on nominations that are alike, and texts that changed."""
    verdicts = [_verdict(outcome, verdict) for verdict in outcome.round.verdicts]
    changed = [one.id for one in outcome.round.nominations if one.changes]
    parts: list[Part] = [
        listed(verdicts) if verdicts else tag("p", _("No two nominations were decided about."))
    ]
    if changed:
        told = _(
            "Texts changed after they were taken in first: {ids}. When, and what, stands in ranking.toml."
        )
        parts.append(tag("p", told.format(ids=", ".join(changed))))
    return tag("section", tag("h2", _("Duplicates and related nominations"), id="duplicates"), *parts)


def _headings(outcome: Outcome) -> Sequence[Heading]:
    names = [
        *(() if outcome.ranking.method == "mean" else (_("Plain mean"),)),
        _("Reviews"),
        _("Disagreement"),
        _("Ranks (90 %)"),
        _("In the shortlist"),
        _("In under other weights"),
    ]
    return (
        Heading(_("Rank"), figures=True),
        Heading(_("Nomination")),
        Heading(_("Overall"), figures=True),
        *(Heading(name, figures=True) for name in names),
    )


def _row(outcome: Outcome, row: Standing) -> Sequence[Part]:
    decimals = outcome.ranking.decimals
    kept = outcome.certainty.kept.get(row.nomination)
    return (
        row.printed_rank or "–",
        named(outcome, row.nomination),
        decimal(row.overall) or "–",
        *(() if outcome.ranking.method == "mean" else (_number(row.mean, decimals),)),
        str(row.n),
        "–" if row.disagreement is None else _number(Fraction(row.disagreement), decimals),
        *_place(outcome, row),
        "–" if kept is None else unbroken(percent(kept)),
    )


def _place(outcome: Outcome, row: Standing) -> tuple[str, str]:
    place = outcome.certainty.places.get(row.nomination)
    inside = _("yes") if row.in_shortlist else _("no")
    if place is None:
        return "–", inside
    ranks = f"{place.rank_low}–{place.rank_high}"
    return ranks, _("{answer} ({percent})").format(
        answer=inside, percent=unbroken(percent(place.in_shortlist))
    )


def _means(outcome: Outcome) -> Markup:
    """The means on the criteria, and how many reviews are in each state."""
    rules = outcome.round.rules
    names = (
        *(label(rules, criterion.id) for criterion in rules.criteria),
        _("Complete"),
        _("Recused"),
        _("Abstained"),
        _("Unfinished"),
        _("Missing"),
        _("Unassigned"),
    )
    headings = (Heading(_("Nomination")), *(Heading(name, figures=True) for name in names))
    rows = [_means_of(outcome, row) for row in outcome.ranking.standings]
    return table(_("Means on the criteria, and how many reviews are in each state"), headings, rows)


def _means_of(outcome: Outcome, row: Standing) -> Sequence[Part]:
    rules = outcome.round.rules
    name = joined((f"{row.nomination} ", foreign(outcome.round.nominations[row.nomination].title)))
    means = (_number(row.criteria[criterion.id], rules.decimals) for criterion in rules.criteria)
    return (name, *means, *(str(row.states[state]) for state in _STATES))


def _number(value: Fraction | None, decimals: int) -> str:
    return "–" if value is None else decimal(printed(value, decimals))


def _about_columns() -> str:
    return _(
        "Disagreement is how far the jurors' weighted scores differ (standard deviation, in steps of the scale). In under"
        " other weights: of 10,000 weightings near the chosen ones, the share that keeps a nomination in the shortlist."
    )


def _about_states() -> str:
    return _(
        "Recused: out because of a conflict of interest. Abstained: no score, on purpose. Unfinished: something is not"
        " scored yet. Missing: nothing was said. Unassigned: the juror was not asked. None of these is a zero."
    )


def _about_scores(outcome: Outcome) -> str:
    told = _("How many jurors gave which weighted score. The triangle points at the plain mean.")
    reviewed = sum(row.n > 0 for row in outcome.ranking.standings)
    if reviewed > MOST:
        told += " " + _("The first {n} of {all}.").format(n=MOST, all=reviewed)
    return told


def _figure(chart: Markup, caption: str) -> Markup:
    return tag("figure", chart, tag("figcaption", caption)) if chart.html else chart


def _verdict(outcome: Outcome, verdict: Verdict) -> Markup:
    """What was decided of two; who stands for a group follows from all verdicts on it."""
    words = {
        "duplicate": _("{a} and {b} are one initiative."),
        "related": _("{a} and {b} are related, and ranked each on its own."),
        "distinct": _("{a} and {b} are distinct."),
    }
    told = words[verdict.kind].format(a=verdict.a, b=verdict.b)
    reason = (
        joined((f" {verdict.at:%Y-%m-%d}: ", tag("q", foreign(verdict.reason)))) if verdict.reason else ""
    )
    return joined((told, *_primary(outcome, verdict), reason))


def _primary(outcome: Outcome, verdict: Verdict) -> Iterator[str]:
    group = next((group for group in outcome.groups if verdict.a in group.members), None)
    if verdict.kind == "duplicate" and group:
        yield " " + _("{primary} is ranked for {all}.").format(
            primary=group.primary, all=", ".join(group.members)
        )
