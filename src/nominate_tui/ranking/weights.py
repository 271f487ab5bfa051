"""How far the weights may move before the shortlist is another one: exact, from the nominations' criterion means.

Under weights w (positive, with the sum 1) a nomination has the score Σ_c w_c · a_ic, where a_ic is its mean on
criterion c. The shortlist is everybody down to the k-th score, all who are even with it included. It stays the same as
long as nobody outside draws level with anybody inside, so that all questions are about pairs of one inside and one
outside, for whom the difference of the scores is linear in the weights.

What is the same under all weights (a correction for strict jurors, say) can be added to all criteria of a nomination:
since the weights sum to 1, it is added to its score.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Floats

Flags = NDArray[np.bool_]
Indices = NDArray[np.intp]

EVEN: Final = 1e-9
"""Scores that differ by no more are equal: floats of equal fractions differ by far less, unequal ones by more."""
_ROUNDING: Final = 1e-12
"""What a sum of floats may be off by."""


@dataclass(frozen=True)
class Weighed:
    """Nominations under the chosen weights, and the shortlist that follows; see `weigh`."""

    values: Floats
    """Shape (N, C): a_ic, without gaps."""
    weights: Floats
    """Shape (C,): positive, with the sum 1."""
    k: int
    """How many the shortlist has room for."""

    @cached_property
    def scores(self) -> Floats:
        """Shape (N,): Σ_c w_c · a_ic."""
        return self.values @ self.weights

    @cached_property
    def widths(self) -> Floats:
        """Shape (N,): how far a nomination's best criterion is from its worst."""
        widths: Floats = np.ptp(self.values, axis=1)
        return widths

    @cached_property
    def inside(self) -> Flags:
        """Shape (N,): who is in the shortlist."""
        return shortlisted(self.scores, self.k)

    @cached_property
    def members(self) -> Indices:
        """The places of those inside, the lowest score first."""
        places: Indices = np.flatnonzero(self.inside)
        lowest_first: Indices = places[np.argsort(self.scores[places], kind="stable")]
        return lowest_first

    @cached_property
    def others(self) -> Indices:
        """The places of those outside."""
        return np.flatnonzero(~self.inside)

    @cached_property
    def tied(self) -> Indices:
        """The places of those who share the last rank inside, where they are more than there is room for."""
        if len(self.members) <= self.k:
            return self.members[:0]
        return self.members[: self._sharing_the_last]

    @cached_property
    def borders(self) -> tuple[tuple[Indices, Indices], ...]:
        """Who must stay ahead of whom, so that the shortlist stays the same.

        Those inside, of those outside. Where too many share the last rank and nothing parts them, those ahead of them
        also must stay ahead: if the tied pass one together, that one is out.
        """
        if not len(self.tied):
            return ((self.members, self.others),)
        return (self.members[len(self.tied) :], self.tied), (self.tied, self.others)

    @property
    def _sharing_the_last(self) -> int:
        scores = self.scores[self.members]
        return int(np.count_nonzero(scores <= scores[0] + 2 * EVEN))


@dataclass(frozen=True, slots=True)
class Move:
    """The smallest move of weight that changes the shortlist."""

    moved: float
    """How much of the whole weight moves, 0 to 1: half the sum of the absolute changes."""
    out: int
    """The place of the nomination that is drawn level with."""
    into: int
    """The place of the one that draws level."""


def weigh(values: Floats, weights: Floats, k: int) -> Weighed:
    """Nominations under weights of any positive sum; gaps (NaN) in `values`, shape (N, C), are filled.

    Who has no mean on a criterion gets there what it has on the others: the criterion's mean over all nominations,
    plus its own weighted mean deviation from such means on the criteria it has, at the chosen weights
    (centred renormalisation, as for a juror's unfinished review). So it is neither raised nor lowered by what it lacks.

    Raises:
        ValueError: A weight is not positive, `k` is less than 1, or a nomination has no criterion at all: it has no
            score, and is for the caller to leave out.
    """
    if not (weights > 0).all() or k < 1:
        raise ValueError("weights and places must be positive")
    if np.isnan(values).all(axis=1).any():
        raise ValueError("a nomination without any score cannot be weighed")
    shares = weights / weights.sum()
    return Weighed(without_gaps(values, shares), shares, k)


def without_gaps(values: Floats, weights: Floats) -> Floats:
    """Scores by criterion, shape (rows, C), with what is NaN filled in: as far from the criterion's mean as the row's others are.

    `weights`, shape (C,), say how much each of the others counts in that; every row has at least one score.
    """
    known = ~np.isnan(values)
    if known.all():
        return values
    middle = np.nansum(values, axis=0) / np.maximum(known.sum(axis=0), 1)
    deviation = np.where(known, values - middle, 0) @ weights / (known @ weights)
    return np.where(known, values, middle + deviation[:, None])


def shortlisted(scores: Floats, k: int) -> Flags:
    """Who is down to the k-th score of shape (N,), all who are even with it included."""
    if len(scores) <= k:
        return np.ones(len(scores), dtype=np.bool_)
    inside: Flags = scores >= np.partition(scores, -k)[-k] - EVEN
    return inside


def intervals(weighed: Weighed) -> Floats:
    """For each criterion the lowest and the highest weight (0 to 1) that leaves the shortlist the same; shape (C, 2).

    The other weights keep their proportions, so that under the weight t a nomination has the score
    t · a_ic + (1 − t) · r_i, where r_i = Σ_{d≠c} w_d a_id / (1 − w_c). At the end of an interval somebody outside
    draws level, unless the end is 0 or 1. Where those who share the last rank inside are too many, to part them counts
    as a change: if other weights of the criterion do, the interval is the chosen weight alone.
    """
    return np.array([_interval(weighed, criterion) for criterion in range(len(weighed.weights))])


def _interval(weighed: Weighed, criterion: int) -> tuple[float, float]:
    weight = float(weighed.weights[criterion])
    if len(weighed.weights) == 1:
        return 0.0, 1.0
    own = weighed.values[:, criterion]
    pull = (own - weighed.scores) / (1 - weight)
    if _parts(weighed, pull):
        return weight, weight
    low = max(_last_same(weighed.scores, pull, border, weight, 0.0) for border in weighed.borders)
    high = min(_last_same(weighed.scores, pull, border, weight, 1.0) for border in weighed.borders)
    return low, high


def _parts(weighed: Weighed, pull: Floats) -> bool:
    """Whether scores that change by `pull` part those who are tied at the line."""
    return bool(len(weighed.tied)) and float(np.ptp(pull[weighed.tied])) > EVEN


def _last_same(
    scores: Floats, pull: Floats, border: tuple[Indices, Indices], weight: float, end: float
) -> float:
    """The weight furthest towards `end` at which one side of a border is still ahead of the other.

    `pull` is how much each score changes for a unit of weight.

    The lead of the last inside over the first outside is the least of linear functions, and so is concave: from `end`
    go to the root of the pair that is furthest apart the wrong way, until none is. Newton's method on a concave
    function of finitely many pieces ends after finitely many steps, at the same number as the nearest of all pairs'
    roots (Dinkelbach 1967, Management Science 13:492).
    """
    inside, outside = border
    at = end
    while len(inside) and len(outside):
        moved = scores + (at - weight) * pull
        last = inside[np.argmin(moved[inside])]
        first = outside[np.argmax(moved[outside])]
        behind = moved[first] - moved[last]
        if behind <= _ROUNDING:
            break
        ahead = scores[last] - scores[first]
        at = weight + (at - weight) * float(ahead / (ahead + behind))
    return at


def smallest_move(weighed: Weighed) -> Move | None:
    """The least weight that has to move between criteria to change the shortlist, and who would swap; exact.

    `None` where no weights change it. Where those who share the last rank inside are too many and differ on some
    criterion, the least touch parts them, which counts as a change: nothing has to move, and the two are those who
    differ most.
    Of equally small moves, that of the lowest score inside is told, and of the outsider whose place is first.
    """
    if len(weighed.tied) and (pair := _furthest_apart(weighed)):
        return Move(0.0, *pair)
    best: Move | None = None
    for inside, outside in weighed.borders:
        for member in inside:
            best = _better(best, weighed, int(member), _near(best, weighed, int(member), outside))
    return best


def _near(best: Move | None, weighed: Weighed, member: int, outside: Indices) -> Indices:
    """Those outside who may need less than the best move so far to draw level with a member."""
    # Weight that moves closes the lead by at most the sum of both widths for each unit.
    reach = (best.moved if best else 1.0) * (weighed.widths[member] + weighed.widths[outside])
    near: Indices = outside[weighed.scores[member] - weighed.scores[outside] <= reach + _ROUNDING]
    return near


def _better(best: Move | None, weighed: Weighed, member: int, near: Indices) -> Move | None:
    """The best move so far, or that of a member and the nearest of these where it is smaller."""
    if not len(near):
        return best
    needed = moves_needed(weighed.values[member] - weighed.values[near], weighed.weights)
    nearest = int(np.argmin(needed))
    moved = float(needed[nearest])
    if moved == np.inf or (best and moved >= best.moved):
        return best
    return Move(moved, member, int(near[nearest]))


def moves_needed(gaps: Floats, weights: Floats) -> Floats:
    """For each row of differences d_c = a_ic − a_oc, shape (n, C), the least weight that must move until Σ w_c d_c = 0.

    Infinite where all weights leave it above zero. Let u_c be what is taken from criterion c and v_c what is given to
    it, Σ u = Σ v = x, u ≤ w. The lead falls by Σ u_c d_c − Σ v_c d_c. The second sum is at least x · min d, reached by
    giving all to the criterion with the smallest difference; the first is largest when weight is taken from the
    largest difference first, then the next. Both can be had at once, so that this greedy order gives the largest
    fall for each x, and the smallest x is where that fall is the lead.
    """
    order = np.argsort(-gaps, axis=1, kind="stable")
    largest_first = np.take_along_axis(gaps, order, axis=1)
    gain = largest_first - largest_first[:, -1:]
    taken = np.cumsum(weights[order], axis=1)
    closed = np.cumsum(weights[order] * gain, axis=1)
    lead = gaps @ weights
    emptied = np.count_nonzero(closed < lead[:, None] - _ROUNDING, axis=1)
    needed = np.full(len(gaps), np.inf)
    rows = np.flatnonzero(emptied < gaps.shape[1])
    last = emptied[rows]
    rest = closed[rows, last] - lead[rows]
    # From the end of the last step back, by what it closes too much.
    step = np.maximum(gain[rows, last], _ROUNDING)
    needed[rows] = np.maximum(taken[rows, last] - rest / step, 0.0)
    return needed


def _furthest_apart(weighed: Weighed) -> tuple[int, int] | None:
    """Of those tied at the line, the lowest and the highest on the criterion where these are furthest apart."""
    values = weighed.values[weighed.tied]
    widths = np.ptp(values, axis=0)
    criterion = int(np.argmax(widths))
    if widths[criterion] <= EVEN:
        return None
    lowest, highest = np.argmin(values[:, criterion]), np.argmax(values[:, criterion])
    return int(weighed.tied[lowest]), int(weighed.tied[highest])
