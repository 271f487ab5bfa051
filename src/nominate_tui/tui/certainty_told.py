"""How sure the ranking is, told to the chair: the line of the shortlist, the weights, the jurors, head to head."""

from collections.abc import Iterator
from typing import Final

from nominate_tui.jury.count import Count
from nominate_tui.locale.catalogue import _, language, later, ngettext
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, in_language
from nominate_tui.ranking.assessing import leaves_out
from nominate_tui.ranking.certainty import Certainty, JurorFigures, PlaceRange
from nominate_tui.ranking.chances import contested, percent
from nominate_tui.ranking.cross_check import cross_check, cross_check_told
from nominate_tui.ranking.enough import NOT_ENOUGH
from nominate_tui.ranking.jurors import SENTENCES
from nominate_tui.ranking.result import Ranking
from nominate_tui.ranking.sure_told import (
    contested_sentence,
    contradicted,
    groups_apart,
    off_the_scale,
    other_by_mean,
    radius_sentence,
    reliability_sentence,
    share_told,
    without_jurors,
)
from nominate_tui.tui.chair_words import figure
from nominate_tui.tui.told_lines import Line

CONTESTED: Final = "?"
"""Stands beside the probability of a nomination in the contested zone."""

_ALL_LOWEST: Final = later("only the lowest score throughout, which is probably an error")


def ranking_notices(round: Round, ranking: Ranking) -> Iterator[str]:
    """What must be known of a ranking before it is read, a line each."""
    if ranking.refused:
        yield f"! {ranking.refused}"
    if ranking.correction and (apart := groups_apart(ranking.correction.components)):
        yield f"! {apart}"
    if ranking.lowest:
        names = {juror.id: juror.name for juror in round.rules.jurors}
        told = _("Only the lowest score throughout, which is probably an error: {names}")
        yield "! " + told.format(names=", ".join(names[id] for id in ranking.lowest))
    if told := _by_mean_in_short(ranking):
        yield told
    if n := len(round.deliberation.standing):
        told = ngettext("{n} amendment adopted, see 4", "{n} amendments adopted, see 4", n)
        yield told.format(n=n)


def _by_mean_in_short(ranking: Ranking) -> str:
    """Everybody whose place in or out is another by the plain mean, in one line; empty where it is nobody's."""
    out, into = ", ".join(ranking.in_by_method), ", ".join(ranking.out_by_method)
    if out and into:
        return _("By the plain mean {out} would be out, and {into} in").format(out=out, into=into)
    if out:
        return _("By the plain mean {out} would be out").format(out=out)
    return _("By the plain mean {into} would be in").format(into=into) if into else ""


def chance_told(place: PlaceRange) -> str:
    """The probability of the shortlist in a few cells, marked where it is contested: `48 % ?`."""
    return f"{percent(place.in_shortlist)} {CONTESTED if contested(place.in_shortlist) else ' '}"


def ranks_told(place: PlaceRange) -> str:
    """The 90 % interval of ranks: `3–11`."""
    if place.rank_low == place.rank_high:
        return str(place.rank_low)
    return f"{place.rank_low}–{place.rank_high}"


def sure_told(count: Count) -> Iterator[Line]:
    """All of it, a heading above each part. What takes a second is worked out here where nobody did so before."""
    known = count.certainty
    yield from _part(_("How sure"), _overall(count, known))
    yield from _part(_("By the plain mean"), _by_mean(count.ranking))
    yield from _part(_("Without one of the jurors"), _without(count, known))
    yield from _part(_("With other weights"), _weights(count, known))
    yield from _part(_("The jurors, beside this jury"), _jurors(count, known))
    yield from _part(_("Head to head"), _head_to_head(count))


def _part(heading: str, lines: Iterator[Line]) -> Iterator[Line]:
    yield "strong", heading
    yield from lines
    yield "", ""


def _overall(count: Count, known: Certainty) -> Iterator[Line]:
    if count.ranking.refused:
        yield "alarm", f"! {count.ranking.refused.message}"
    yield "", reliability_sentence(known)
    yield "", contested_sentence(count.ranking, known) or _("Too few reviews to tell noise from nominations.")
    if apart := groups_apart(known.agreement.components if known.agreement else 0):
        yield "alarm", f"! {apart}"
    if told := contradicted(count.ranking, known):
        yield "alarm", f"! {told}"
    if beyond := off_the_scale(count.ranking.standings, count.round.rules.scale):
        yield "", beyond


def _by_mean(ranking: Ranking) -> Iterator[Line]:
    told = list(other_by_mean(ranking))
    if ranking.method == "mean":
        told = [_("The plain mean is what ranks.")]
    for line in told or [_("By the plain mean the shortlist is the same.")]:
        yield "", line
    if ranking.correction and not ranking.correction.corrects:
        yield "", _("No difference between strict and mild jurors shows: the scores are plain means.")


def _without(count: Count, known: Certainty) -> Iterator[Line]:
    if not leaves_out(count.tally):
        yield (
            "",
            _("The ranking was not made again without each juror: there are too many of them, or too few."),
        )
        return
    names = {juror.id: juror.name for juror in count.round.rules.jurors}
    for line in without_jurors([(names[id], swap) for id, swap in known.without.items()]):
        yield "", line


def _weights(count: Count, known: Certainty) -> Iterator[Line]:
    if not known.intervals:
        yield "", _("Nothing is scored yet.")
        return
    yield "", radius_sentence(known.radius)
    for criterion in count.round.rules.criteria:
        yield "", _criterion(count, criterion, known)
    if None in known.alphas.values():
        yield "dim", _("– agreement: {reason}").format(reason=_(NOT_ENOUGH))


def _criterion(count: Count, criterion: Criterion, known: Certainty) -> str:
    told = _("{criterion}: {share}; the same shortlist from {low} to {high}; agreement (alpha) {alpha}")
    interval = known.intervals[criterion.id]
    return told.format(
        criterion=in_language(criterion.label, language()),
        share=share_told(float(count.round.rules.share(criterion))),
        low=share_told(interval.low),
        high=share_told(interval.high),
        alpha=figure(known.alphas.get(criterion.id)),
    )


def _jurors(count: Count, known: Certainty) -> Iterator[Line]:
    out = count.round.deliberation.left_out
    for juror in count.round.rules.jurors:
        if juror.id in out:
            yield "dim", _("{juror}: left out").format(juror=juror.name)
            continue
        yield "", f"{juror.name}: {_severity(known.jurors.get(juror.id))}"
        figures = known.jurors.get(juror.id)
        for flag in figures.flags if figures else ():
            yield "alarm", f"  ! {juror.name} {_(SENTENCES[flag])}"
        if juror.id in count.ranking.lowest:
            yield "alarm", f"  ! {juror.name}: {_(_ALL_LOWEST)}"
    yield "dim", _("Nothing follows from this by itself: who differs from the others may be right.")


def _severity(figures: JurorFigures | None) -> str:
    if figures is None or figures.severity is None or figures.se is None:
        return _("how strict cannot be told")
    lower = _("{steps} steps lower than the others on the same nominations (standard error {se})")
    higher = _("{steps} steps higher than the others on the same nominations (standard error {se})")
    told = lower if figures.severity < 0 else higher
    return told.format(steps=figure(abs(figures.severity)), se=figure(figures.se))


def _head_to_head(count: Count) -> Iterator[Line]:
    for line in cross_check_told(cross_check(count.tally, count.ranking)):
        yield "", line
