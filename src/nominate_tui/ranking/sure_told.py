"""How sure a ranking is, in sentences that screens, commands and results share."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Final

from nominate_tui.locale.catalogue import _, decimal, ngettext
from nominate_tui.model.rules import Scale
from nominate_tui.ranking.certainty import Certainty, Swap, WeightsRadius
from nominate_tui.ranking.chances import HALF, contested, percent
from nominate_tui.ranking.reliability import reliability_told
from nominate_tui.ranking.result import Ranking, Standing

_EQUAL: Final = 5e-7
"""Of the whole weight: a move that is printed as 0.0 %."""


def reliability_sentence(known: Certainty) -> str:
    """One of four plain sentences with its figure; where there is not enough data, that there is not."""
    value = known.agreement.reliability if known.agreement else None
    told = reliability_told(value)
    if value is None:
        return _("Reliability is not known, {reason}.").format(reason=told)
    return f"{told} {reliability_figure(value)}"


def reliability_figure(value: float) -> str:
    """A reliability with two decimals, cut off and not rounded: 0.895 is not yet what is said of 0.90."""
    # By the decimals a person would write: the float 0.29 is a little less than that.
    cut_off = Decimal(repr(float(value))).quantize(Decimal("0.01"), ROUND_FLOOR)
    return _("Reliability of the overall scores: {value} of 1.").format(value=decimal(f"{cut_off}"))


def off_the_scale(rows: Iterable[Standing], scale: Scale) -> str:
    """That overall scores lie beyond the scale, whose, and that this is no error; empty where none does."""
    ids = [row.nomination for row in rows if _is_off(row, scale)]
    if not ids:
        return ""
    told = _(
        "Beyond the scale from {low} to {high}, which is no error: {ids}. What is put in or taken out for strict and mild"
        " jurors, and for criteria without a score, may lead further than a juror can score."
    )
    return told.format(low=scale.min, high=scale.max, ids=_listed(ids))


def _is_off(row: Standing, scale: Scale) -> bool:
    """By the printed score; a grade of majority judgment is always one of the scale."""
    return bool(row.overall) and not row.gauge and not scale.min <= Fraction(row.overall) <= scale.max


def groups_apart(components: int) -> str:
    """That the jury falls into groups which share no nomination; empty where it does not."""
    if components < 2:
        return ""
    told = _(
        "The jury falls into {n} groups that share no nomination: the order between nominations of different"
        " groups rests on the assumption that the groups are equally strict"
    )
    return told.format(n=components)


def contested_ids(ranking: Ranking, known: Certainty) -> tuple[str, ...]:
    """Those in the contested zone, in the order of the ranking."""
    ids = (row.nomination for row in ranking.standings if row.nomination in known.places)
    return tuple(id for id in ids if contested(known.places[id].in_shortlist))


def contested_sentence(ranking: Ranking, known: Certainty) -> str:
    """Who is in the contested zone, each with the probability of the shortlist; empty where nothing is known."""
    if not known.places:
        return ""
    ids = contested_ids(ranking, known)
    if not ids:
        return _("Nobody is in the contested zone.")
    told = (_("{id} ({percent})").format(id=id, percent=percent(known.places[id].in_shortlist)) for id in ids)
    return _("In the contested zone: {ids}.").format(ids=", ".join(told))


def contradicted(ranking: Ranking, known: Certainty) -> str:
    """Who is in with a small probability or out with a large one, and why that may be; empty where nobody is."""
    chances = {
        id: place.in_shortlist for id, place in known.places.items() if not contested(place.in_shortlist)
    }
    inside = [id for id in ranking.shortlist if chances.get(id, 1.0) < HALF]
    rows = (row.nomination for row in ranking.standings if not row.in_shortlist)
    outside = [id for id in rows if chances.get(id, 0.0) > HALF]
    told = (
        [_("In, though hardly with these probabilities: {ids}.").format(ids=_listed(inside))]
        if inside
        else []
    )
    if outside:
        told.append(
            _("Out, though almost surely in with these probabilities: {ids}.").format(ids=_listed(outside))
        )
    if told and ranking.method != "adjusted":
        told.append(_("They allow for strict and mild jurors, which the method that ranks does not."))
    return " ".join(told)


def other_by_mean(ranking: Ranking) -> Iterator[str]:
    """Everybody whose place in or out of the shortlist is another than by the plain mean."""
    if ranking.in_by_method:
        ids = ", ".join(ranking.in_by_method)
        yield _("In the shortlist, and out of it by the plain mean: {ids}").format(ids=ids)
    if ranking.out_by_method:
        ids = ", ".join(ranking.out_by_method)
        yield _("Out of the shortlist, and in it by the plain mean: {ids}").format(ids=ids)


def without_jurors(named: Sequence[tuple[str, Swap]]) -> Iterator[str]:
    """Whose absence would change the shortlist, and how: first how many, then each of these by name."""
    if not named:
        yield _("The shortlist is the same whichever single juror is left out.")
        return
    yield ngettext(
        "The shortlist would be another one without one of the jurors:",
        "The shortlist would be another one without any one of these {n} jurors:",
        len(named),
    ).format(n=len(named))
    yield from (_swap(name, swap) for name, swap in named)


def _swap(name: str, swap: Swap) -> str:
    if not swap.into:
        return _("Without {juror}: {out} would go out.").format(juror=name, out=_listed(swap.out))
    if not swap.out:
        return _("Without {juror}: {into} would come in.").format(juror=name, into=_listed(swap.into))
    told = _("Without {juror}: {out} would go out, and {into} come in.")
    return told.format(juror=name, out=_listed(swap.out), into=_listed(swap.into))


def radius_sentence(radius: WeightsRadius | None) -> str:
    """The smallest move of weight that changes the shortlist, and which two would swap."""
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
    return told.format(moved=share_told(radius.moved), out=radius.out, into=radius.into)


def share_told(share: float) -> str:
    """A share of the weight with one decimal: `12.5 %`."""
    return _("{percent} %").format(percent=decimal(f"{100 * share:.1f}"))


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(ids)
