"""The part of the result's page that says how sure the ranking is: draws, reliability, jurors left out, weights."""

from collections.abc import Iterator, Sequence
from typing import Final

from nominate_tui.export.chart_ranks import drawn, rank_chart
from nominate_tui.export.markup import Heading, Markup, Part, foreign, joined, listed, table, tag, unbroken
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.why import label
from nominate_tui.locale.catalogue import _, decimal, ngettext
from nominate_tui.ranking.assessing import leaves_out
from nominate_tui.ranking.certainty import Swap
from nominate_tui.ranking.chances import contested, percent
from nominate_tui.ranking.cross_check import cross_check_told
from nominate_tui.ranking.draws import DRAWS
from nominate_tui.ranking.enough import NOT_ENOUGH
from nominate_tui.ranking.reliability import reliability_told
from nominate_tui.ranking.sure_told import contradicted, reliability_figure

_EQUAL: Final = 5e-7
"""Of the whole weight: a move that is printed as 0.0 %."""


def sure_part(outcome: Outcome) -> Markup:
    """How sure the ranking is."""
    return tag(
        "section",
        tag("h2", _("How sure"), id="sure"),
        tag("h3", _("Reliability")),
        _reliability(outcome),
        tag("h3", _("Who may well be in")),
        *_drawn(outcome),
        tag("h3", _("Without one of the jurors")),
        _without(outcome),
        tag("h3", _("With other weights")),
        tag("p", _radius(outcome)),
        _criteria(outcome),
        tag("h3", _("Head to head")),
        listed(cross_check_told(outcome.head_to_head)),
        tag("p", _about_head_to_head(), class_="note"),
    )


def _reliability(outcome: Outcome) -> Markup:
    found = outcome.certainty.agreement
    value = found.reliability if found else None
    told = reliability_told(value)
    if value is None:
        return tag("p", _("Not known, {reason}.").format(reason=told))
    return tag("p", tag("strong", told), " ", reliability_figure(value))


def _drawn(outcome: Outcome) -> Iterator[Part]:
    places = outcome.certainty.places
    if not places:
        yield tag(
            "p", _("There are too few reviews to tell the noise from the nominations, so nothing is said.")
        )
        return
    told = _(
        "Had other jurors read the nominations, or the same ones on another day, the scores would be a little different."
        " {n} rankings were drawn that these scores also allow. How often a nomination is in the shortlist of a draw"
        " is its probability; from 10 to 90 % it is contested, and the scores leave it open. The model behind the draws"
        " allows for strict and mild jurors, whatever the method that ranks."
    )
    yield tag("p", told.format(n=DRAWS))
    yield tag("p", _open(outcome))
    if told := contradicted(outcome.ranking, outcome.certainty):
        yield tag("p", tag("strong", told))
    yield tag("figure", rank_chart(outcome), _caption(outcome))


def _caption(outcome: Outcome) -> Markup:
    told = _(
        "Between which ranks each may well stand (90 %). Full circle: in the shortlist; empty circle: out of it; broken"
        " bar: contested. At the right, the probability of the shortlist."
    )
    known = len(outcome.certainty.places)
    if known > len(drawn(outcome)):
        told += " " + _("The first {n} of {all}.").format(n=len(drawn(outcome)), all=known)
    return tag("figcaption", told)


def _open(outcome: Outcome) -> str:
    places = outcome.certainty.places
    ids = [
        row.nomination
        for row in outcome.ranking.standings
        if row.nomination in places and contested(places[row.nomination].in_shortlist)
    ]
    if not ids:
        return _("Nobody is in the contested zone.")
    told = (
        _("{id} ({percent})").format(id=id, percent=unbroken(percent(places[id].in_shortlist))) for id in ids
    )
    return _("In the contested zone: {ids}.").format(ids=", ".join(told))


def _without(outcome: Outcome) -> Markup:
    found = outcome.certainty.without
    if not leaves_out(outcome.counted):
        return tag(
            "p",
            _("The ranking was not made again without each juror: there are too many of them, or too few."),
        )
    if not found:
        return tag("p", _("The shortlist is the same whichever single juror is left out."))
    lead = ngettext(
        "The shortlist would be another one without one of the jurors:",
        "The shortlist would be another one without any one of these {n} jurors:",
        len(found),
    )
    told = (_swap(juror, swap) for juror, swap in found.items())
    return joined((tag("p", lead.format(n=len(found))), listed(told)))


def _swap(juror: str, swap: Swap) -> str:
    if not swap.into:
        return _("Without {juror}: {out} would go out.").format(juror=juror, out=", ".join(swap.out))
    if not swap.out:
        return _("Without {juror}: {into} would come in.").format(juror=juror, into=", ".join(swap.into))
    told = _("Without {juror}: {out} would go out, and {into} come in.")
    return told.format(juror=juror, out=", ".join(swap.out), into=", ".join(swap.into))


def _radius(outcome: Outcome) -> str:
    radius = outcome.certainty.radius
    if not outcome.certainty.intervals:
        return _("Nothing is scored yet.")
    if radius is None:
        return _("No weights at all would change the shortlist.")
    if radius.moved < _EQUAL:
        told = _(
            "The line hangs on the weights as they are: the least change of them parts {out} and {into}."
        )
        return told.format(out=radius.out, into=radius.into)
    told = _(
        "The smallest change of weights that changes the shortlist moves {moved} of the whole weight: then {out} goes out"
        " and {into} comes in."
    )
    return told.format(moved=_percent(radius.moved), out=radius.out, into=radius.into)


def _criteria(outcome: Outcome) -> Markup:
    headings = [
        Heading(_("Criterion")),
        Heading(_("Weight"), figures=True),
        Heading(_("The same shortlist from"), figures=True),
        Heading(_("to"), figures=True),
        Heading(_("Agreement (alpha)"), figures=True),
    ]
    rows = [_criterion(outcome, criterion.id) for criterion in outcome.round.rules.criteria]
    return joined(
        (table(_("The criteria and their weights"), headings, rows), tag("p", _about_alpha(), class_="note"))
    )


def _criterion(outcome: Outcome, id: str) -> Sequence[Part]:
    rules, known = outcome.round.rules, outcome.certainty
    share = next(rules.share(criterion) for criterion in rules.criteria if criterion.id == id)
    interval, alpha = known.intervals.get(id), known.alphas.get(id)
    return (
        foreign(label(rules, id)),
        _percent(float(share)),
        _percent(interval.low) if interval else "–",
        _percent(interval.high) if interval else "–",
        "–" if alpha is None else figure_of(alpha),
    )


def _about_alpha() -> str:
    told = _(
        "The weights between which the shortlist stays the same if the other criteria keep their proportions, on scores"
        " before they are rounded. Krippendorff's alpha is 1 where jurors agree entirely and 0 where they agree as by"
        " chance; “–” means {reason}."
    )
    return told.format(reason=_(NOT_ENOUGH))


def _about_head_to_head() -> str:
    return _(
        "A cross-check, by which nobody is ranked: of each two only the jurors who scored both are asked, and whom each of"
        " them placed higher (Schulze's method). Where it says otherwise than the ranking, the two are worth talking about."
    )


def figure_of(value: float) -> str:
    """A figure with two decimals."""
    return decimal(f"{value:.2f}")


def _percent(share: float) -> str:
    return unbroken(_("{percent} %").format(percent=decimal(f"{100 * share:.1f}")))
