"""How sure a ranking is: what others work out over the arrays, as plain values that are shown and exported.

Nothing here is worked out; every part may be absent, and then nothing is said of it. Nominations, criteria and jurors
are named by their ids: pseudonyms are for the writers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlaceRange:
    """Where one nomination may stand, over the draws from the fitted model."""

    in_shortlist: float
    """The share of draws in which its rank is at most the number of the shortlist's places, 0 to 1."""
    rank_low: int
    """The best rank of the 90 % interval."""
    rank_high: int
    """The worst rank of the 90 % interval."""


@dataclass(frozen=True, slots=True)
class JurorFigures:
    """How one juror scores beside this jury; for the chair only, and never acted on by the program."""

    n: int
    """How many nominations or duplicate groups the juror counts in."""
    severity: float | None
    """β_j, in steps of the scale: below zero is stricter than this jury; `None` where it cannot be told."""
    se: float | None
    """The standard error of that."""
    flags: tuple[str, ...] = ()
    """What is worth a look, as stable English words (`severe`, `mild`, `halo`, `two_values` …); what they mean
    for a person stands in docs/ranking.md."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the jurors agree, over the whole round."""

    reliability: float | None
    """G, 0 to 1: how much of the differences between overall scores is more than noise; `None`: not enough data."""
    alpha: float | None
    """Krippendorff's alpha (ordinal) of the weighted scores; `None`: not enough data."""
    components: int
    """How many groups of nominations and jurors there are that share no review with one another."""
    sigma2: float | None
    """σ², the variance of one review around nomination and juror; `None` where it cannot be told."""
    tau2: float | None
    """τ², the variance of jurors' severity; 0 where no difference between jurors shows."""


@dataclass(frozen=True, slots=True)
class WeightInterval:
    """Between which shares the weight of one criterion may move, the others keeping their proportions."""

    low: float
    """The smallest share (0 to 1) with the same shortlist."""
    high: float
    """The largest."""


@dataclass(frozen=True, slots=True)
class WeightsRadius:
    """The smallest move of weight between criteria that changes the shortlist."""

    moved: float
    """How much weight moves, as a share of the whole: half the sum of the absolute changes."""
    out: str
    """Who would leave the shortlist."""
    into: str
    """Who would come in."""


@dataclass(frozen=True, slots=True)
class Swap:
    """How a shortlist differs from the one that stands."""

    out: tuple[str, ...]
    """Who would leave, in the order of the ranking."""
    into: tuple[str, ...]
    """Who would come in."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """All that is known of how sure a ranking is. An empty mapping or `None`: not worked out, or not enough data."""

    places: Mapping[str, PlaceRange] = field(default_factory=dict)
    """By the id of a ranked nomination."""
    jurors: Mapping[str, JurorFigures] = field(default_factory=dict)
    """By juror id."""
    agreement: Agreement | None = None
    alphas: Mapping[str, float | None] = field(default_factory=dict)
    """Krippendorff's alpha (ordinal) by criterion id; `None`: not enough data."""
    intervals: Mapping[str, WeightInterval] = field(default_factory=dict)
    """By criterion id."""
    radius: WeightsRadius | None = None
    """`None` where no weights change the shortlist."""
    kept: Mapping[str, float] = field(default_factory=dict)
    """By the id of a ranked nomination, the share of sampled weightings (0 to 1) that keep it in the shortlist."""
    without: Mapping[str, Swap] = field(default_factory=dict)
    """By juror id, how the shortlist would differ without that juror; only those whose absence changes it."""
