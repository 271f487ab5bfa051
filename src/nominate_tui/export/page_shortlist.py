"""The part of the result's page that says who is in the shortlist, why, who is just out, and how ties were settled."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from nominate_tui.export.markup import Heading, Markup, Part, foreign, joined, listed, table, tag, unbroken
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.why import Why
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.model.deliberation import TieDecision
from nominate_tui.ranking.chances import contested, percent
from nominate_tui.ranking.result import Standing


def shortlist_part(outcome: Outcome, why: Why) -> Markup:
    """The shortlist and the first ones out, each with the reason."""
    k = outcome.ranking.k
    inside = _listed(outcome, why, why.inside, _("In the shortlist, the best first"))
    near = why.first_out(chances(outcome))
    outside = _listed(outcome, why, near, _("The first ones out")) if near else Markup("")
    return tag(
        "section",
        tag("h2", _("The shortlist"), id="shortlist"),
        tag("p", _("There is room for {k}; {n} are in.").format(k=k, n=len(why.inside))),
        inside,
        outside,
    )


def ties_part(outcome: Outcome, why: Why) -> Markup:
    """The nominations with the same overall score, and what separated them."""
    found = [_tie(outcome, why, rows) for rows in _ties(why)]
    none = tag("p", _("No two nominations have the same overall score."))
    return tag("section", tag("h2", _("Ties"), id="ties"), listed(found) if found else none)


def chances(outcome: Outcome) -> dict[str, float]:
    """By nomination the probability of the shortlist; empty where nothing is known of it."""
    return {id: place.in_shortlist for id, place in outcome.certainty.places.items()}


def named(outcome: Outcome, id: str) -> Markup:
    """A nomination with its title and organisation."""
    nomination = outcome.round.nominations[id]
    where = tag("span", foreign(nomination.organisation), class_="where") if nomination.organisation else ""
    return joined((f"{id} ", tag("strong", foreign(nomination.title)), " ", where))


def _listed(outcome: Outcome, why: Why, rows: Sequence[Standing], caption: str) -> Markup:
    headings = [
        Heading(_("Rank"), figures=True),
        Heading(_("Nomination")),
        Heading(_("Overall"), figures=True),
        Heading(_("Reviews"), figures=True),
        Heading(_("In the shortlist"), figures=True),
        Heading(_("Why")),
    ]
    return table(caption, headings, [_row(outcome, why, row) for row in rows], named=1)


def _row(outcome: Outcome, why: Why, row: Standing) -> Sequence[Part]:
    stands_for = ""
    if row.duplicates:
        stands_for = " " + _("It stands for {others} too.").format(others=", ".join(row.duplicates))
    few = " " + _("Fewer reviews than the quorum.") if row.below_quorum else ""
    return (
        row.printed_rank,
        named(outcome, row.nomination),
        decimal(row.overall),
        str(row.n),
        _chance(outcome, row),
        why.of(row) + stands_for + few,
    )


def _chance(outcome: Outcome, row: Standing) -> str:
    place = outcome.certainty.places.get(row.nomination)
    if place is None:
        return "–"
    told = unbroken(percent(place.in_shortlist))
    return _("{percent}, contested").format(percent=told) if contested(place.in_shortlist) else told


def _ties(why: Why) -> Iterator[Sequence[Standing]]:
    """The rows with the same printed score, where there are several."""
    for _overall, rows in groupby(why.ranked, lambda row: row.overall):
        several = list(rows)
        if len(several) > 1:
            yield several


def _tie(outcome: Outcome, why: Why, rows: Sequence[Standing]) -> Markup:
    told = _("{ids} all have {overall}.")
    if len(rows) == 2:
        told = _("{ids} both have {overall}.")
    ids = ", ".join(row.nomination for row in rows)
    head = told.format(ids=ids, overall=decimal(rows[0].overall))
    return joined((head, listed(_steps(outcome, why, rows))))


def _steps(outcome: Outcome, why: Why, rows: Sequence[Standing]) -> Iterator[Part]:
    """What separated each two that stand next to each other, and who shares a rank."""
    for above, row in pairwise(rows):
        if row.separated_by:
            told = _("{better} is before {worse} by {rule}.")
            rule = why.told(row.separated_by, above, row)
            told = told.format(better=above.nomination, worse=row.nomination, rule=rule)
            yield joined((told, " ", _reason(outcome, above, row) if row.separated_by == "chair" else ""))
    for rank, level in groupby(rows, lambda row: row.rank):
        ids = [row.nomination for row in level]
        if len(ids) > 1:
            yield _("{ids} share rank {rank}: no rule separates them.").format(ids=", ".join(ids), rank=rank)


def _reason(outcome: Outcome, better: Standing, worse: Standing) -> Part:
    """What the chair said, in the latest decision that names both."""
    decisions = reversed(outcome.round.deliberation.ties)
    decision = next((each for each in decisions if _names_both(each, better, worse)), None)
    if decision is None:
        return ""
    return joined((f"{decision.at:%Y-%m-%d}: ", tag("q", foreign(decision.reason))))


def _names_both(decision: TieDecision, a: Standing, b: Standing) -> bool:
    return a.nomination in decision.order and b.nomination in decision.order
