"""A ranking as plain values (texts, numbers, lists, tables): what `ranking --format json` prints.

Other programs rely on these names. More may be added; none of them changes its meaning. What is only known where
somebody worked out how sure the ranking is (`certainty`) is absent without it.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion
from nominate_tui.ranking.certainty import Agreement, Certainty, Swap, WeightsRadius
from nominate_tui.ranking.pseudonyms import pseudonyms
from nominate_tui.ranking.result import Gauge, Ranking, Standing

ALL_LOWEST: Final = "all_lowest"
"""The flag of a juror all of whose counted scores are the lowest value of the scale: probably an error."""

_UNKNOWN: Final = Certainty()


def ranking_as_dict(ranking: Ranking, round: Round, certainty: Certainty | None = None) -> dict[str, object]:
    """The ranking of a round, with jurors under pseudonyms. Means are floats here, overall scores texts."""
    known = certainty or _UNKNOWN
    rules = round.rules
    return {
        "method": ranking.method,
        "decimals": ranking.decimals,
        "k": ranking.k,
        "seed": rules.seed,
        "criteria": [_criterion(each, round, known) for each in rules.criteria],
        "ranking": [_row(row, ranking, round, known) for row in ranking.standings],
        "shortlist": list(ranking.shortlist),
        "tie_at_the_line": ranking.tie_at_the_line,
        "shortlist_by_mean": list(ranking.shortlist_by_mean),
        "jurors": _jurors(ranking, round, known),
        **_agreement(ranking, known),
        **_radius(known.radius),
        **_without(round, known),
    }


def _criterion(criterion: Criterion, round: Round, known: Certainty) -> dict[str, object]:
    told: dict[str, object] = {"id": criterion.id, "weight": float(round.rules.share(criterion))}
    if criterion.id in known.intervals:
        interval = known.intervals[criterion.id]
        told |= {"low": interval.low, "high": interval.high}
    if criterion.id in known.alphas:
        told["alpha"] = known.alphas[criterion.id]
    return told


def _row(row: Standing, ranking: Ranking, round: Round, known: Certainty) -> dict[str, object]:
    return {
        "nomination": row.nomination,
        "title": round.nominations[row.nomination].title,
        "rank": row.rank,
        "shared": row.shared,
        "overall": row.overall,
        "mean": _float(row.mean),
        **_by_method(row, ranking),
        "n": row.n,
        "below_quorum": row.below_quorum,
        "states": {state.value: row.states[state] for state in ReviewState},
        "criteria": {id: _float(value) for id, value in row.criteria.items()},
        "disagreement": row.disagreement,
        **_places(row.nomination, known),
        "separated_by": row.separated_by,
        "duplicates": list(row.duplicates),
    }


def _by_method(row: Standing, ranking: Ranking) -> Mapping[str, object]:
    """What the method says beside the plain mean, under its name, before it was rounded."""
    if ranking.method == "majority":
        return {"majority": _gauge(row.gauge) if row.gauge else None}
    return {} if ranking.method == "mean" else {ranking.method: _float(row.score)}


def _gauge(gauge: Gauge) -> dict[str, object]:
    return {"grade": gauge.grade, "above": float(gauge.above), "below": float(gauge.below)}


def _places(nomination: str, known: Certainty) -> Mapping[str, object]:
    told: dict[str, object] = {}
    if nomination in known.places:
        range = known.places[nomination]
        told = {"rank_low": range.rank_low, "rank_high": range.rank_high, "in_shortlist": range.in_shortlist}
    if nomination in known.kept:
        told["kept_by_weights"] = known.kept[nomination]
    return told


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _jurors(ranking: Ranking, round: Round, known: Certainty) -> list[dict[str, object]]:
    """How many nominations or groups each juror counts in, and what is known of how the juror scores; by pseudonym."""
    names = pseudonyms(round.rules).items()
    return [
        {"juror": name, "n": ranking.heard.get(id, 0), **_figures(id, ranking, known)} for id, name in names
    ]


def _figures(juror: str, ranking: Ranking, known: Certainty) -> dict[str, object]:
    flags = [ALL_LOWEST] if juror in ranking.lowest else []
    if juror in known.jurors:
        figures = known.jurors[juror]
        return {"severity": figures.severity, "se": figures.se, "flags": [*flags, *figures.flags]}
    if ranking.correction:
        return {"severity": ranking.correction.severity.get(juror), "flags": flags}
    return {"flags": flags}


def _agreement(ranking: Ranking, known: Certainty) -> Mapping[str, object]:
    found = known.agreement
    if found:
        return {"agreement": _agreed(found)}
    if ranking.correction:
        fitted = ranking.correction
        told = {"components": fitted.components, "sigma2": fitted.sigma2, "tau2": fitted.tau2}
        return {"agreement": told}
    return {}


def _agreed(found: Agreement) -> dict[str, object]:
    return {
        "reliability": found.reliability,
        "alpha": found.alpha,
        "components": found.components,
        "sigma2": found.sigma2,
        "tau2": found.tau2,
    }


def _radius(radius: WeightsRadius | None) -> Mapping[str, object]:
    if radius is None:
        return {}
    return {"weights_radius": {"moved": radius.moved, "out": radius.out, "in": radius.into}}


def _without(round: Round, known: Certainty) -> Mapping[str, object]:
    """Whose absence would change the shortlist."""
    if not known.without:
        return {}
    names = pseudonyms(round.rules)
    return {"without_juror": [{"juror": names[id], **_swap(swap)} for id, swap in known.without.items()]}


def _swap(swap: Swap) -> dict[str, object]:
    return {"out": list(swap.out), "in": list(swap.into)}
