"""The part of the result's page that says how sure the ranking is: draws, reliability, jurors left out, weights."""

from collections.abc import Iterator, Sequence

from nominate_tui.export.chart_ranks import drawn, rank_chart
from nominate_tui.export.markup import Heading, Markup, Part, foreign, joined, listed, table, tag, unbroken
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.why import label
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.ranking.assessing import leaves_out
from nominate_tui.ranking.cross_check import cross_check_told
from nominate_tui.ranking.draws import DRAWS
from nominate_tui.ranking.enough import NOT_ENOUGH
from nominate_tui.ranking.reliability import reliability_told
from nominate_tui.ranking.sure_told import (
    contested_sentence,
    contradicted,
    radius_sentence,
    reliability_figure,
    share_told,
    without_jurors,
)


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
    yield tag("p", _unbroken_percents(contested_sentence(outcome.ranking, outcome.certainty)))
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


def _without(outcome: Outcome) -> Markup:
    found = outcome.certainty.without
    if not leaves_out(outcome.counted):
        return tag(
            "p",
            _("The ranking was not made again without each juror: there are too many of them, or too few."),
        )
    lead, *jurors = without_jurors(tuple(found.items()))
    return joined((tag("p", lead), listed(jurors)))


def _radius(outcome: Outcome) -> str:
    if not outcome.certainty.intervals:
        return _("Nothing is scored yet.")
    return _unbroken_percents(radius_sentence(outcome.certainty.radius))


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
    return unbroken(share_told(share))


def _unbroken_percents(sentence: str) -> str:
    """A sentence in which no line ends between a number and its per cent sign."""
    return sentence.replace(" %", unbroken(" %"))
