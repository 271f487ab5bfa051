"""Exact sums and means of the reviews that count: whole numbers as long as possible, fractions at the end.

A review score is Σ w_c·s_c over the scored criteria, divided by their weight W_S, plus an offset that is the same for
all reviews with the same pattern of criteria. So everything is told by whole sums for each nomination and pattern.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Floats, Places
from nominate_tui.ranking.cells import Rows, Shares
from nominate_tui.ranking.centring import offsets
from nominate_tui.ranking.collecting import Collected, Whole
from nominate_tui.ranking.electing import Elected
from nominate_tui.ranking.joining import Joined

Sums = NDArray[np.int64]

_SAFE: Final = 2**62
"""Sums of 64 bits that cannot reach this are exact."""
_FEW: Final = 1 << 20
"""Up to so many numbers, a table of all of them is made faster than sorting."""


@dataclass(frozen=True)
class Exact:
    """The exact figures of one choice of weights, groups and jurors."""

    collected: Collected
    elected: Elected
    joined: Joined
    weights: tuple[int, ...]
    """By criterion, whole numbers in the proportions of the weights."""

    @cached_property
    def pattern(self) -> Places:
        """Shape (m,): the pattern of each counted row."""
        return self.collected.pattern.take(self.elected.rows)

    @cached_property
    def scores(self) -> Whole:
        """Shape (C, m): the scores of the counted rows, 0 where there is none."""
        return self.collected.scores.take(self.elected.rows, axis=1)

    @cached_property
    def scored(self) -> NDArray[np.bool_]:
        """Shape (P, C): whether a pattern has a score on a criterion."""
        lines = [[id in ids for id in self.collected.criteria] for ids in self.collected.patterns]
        return np.array(lines, dtype=np.bool_)

    @cached_property
    def totals(self) -> Sums:
        """Σ w_c·s_c of each counted row, shape (m,)."""
        return self._totals.take(self.elected.rows)

    @cached_property
    def _totals(self) -> Sums:
        """The same of each collected row, shape (n,)."""
        room = self._shares.whole * len(self.collected)
        return weighted_totals(self.collected.scores, self.weights, self.collected.largest, room)

    @cached_property
    def _shares(self) -> Shares:
        return self._shares_of(np.ones(len(self.collected.patterns), dtype=np.bool_))

    def _shares_of(self, has: NDArray[np.bool_]) -> Shares:
        """What part of its review each collected row is, where only rows of patterns count that have something.

        `has` has shape (P,); rows of other patterns may have any share, but where they are one of several.
        """
        out, several = self.elected.out, self.elected.rows[self.joined.several]
        whole, parts = self.joined.parts(has[self.collected.pattern[several]])
        more = np.concatenate((np.full(len(out), -whole, dtype=parts.dtype), parts - whole))
        return Shares(self.collected.cells, whole, np.concatenate((out, several)), more)

    @cached_property
    def scored_weights(self) -> tuple[int, ...]:
        """W_S for each pattern; 1 for the pattern without scores, which never counts."""
        lines = [
            [weight for weight, has in zip(self.weights, line, strict=True) if has] for line in self.scored
        ]
        return tuple(sum(line) or 1 for line in lines)

    @cached_property
    def offsets(self) -> tuple[Fraction, ...]:
        """What each pattern adds to Σ w_c·s_c / W_S, so that to leave a hard criterion out raises nobody."""
        if len(self.scored) < 2:
            return (Fraction(0),) * len(self.scored)
        cells, out = self.collected.cells, self.elected.out
        rows = np.bincount(cells.pattern, cells.sizes, len(self.scored)).astype(np.intp)
        rows -= np.bincount(self.collected.pattern.take(out), minlength=len(rows))
        # Sums of 32 bits are four times as fast as others.
        kind = np.int32 if self.collected.largest * len(self.collected) < 2**31 else np.int64
        sums = self.collected.scores.sum(axis=1, dtype=kind)
        sums -= self.collected.scores.take(out, axis=1).sum(axis=1, dtype=kind)
        return offsets(self.scored.tolist(), self.weights, sums.tolist(), (rows @ self.scored).tolist())

    def of_row(self, row: int) -> Fraction:
        """The review score of one counted row, exact."""
        pattern = int(self.pattern[row])
        return fraction(int(self.totals[row]), self.scored_weights[pattern]) + self.offsets[pattern]

    @cached_property
    def kinds(self) -> tuple[Rows, Rows]:
        """Rows with the same score are of one kind: the kind of each counted row, and the first row of each kind."""
        kinds = self.totals * len(self.scored) + self.pattern
        if not len(kinds):
            return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp)
        span = int(kinds.max()) - int(kinds.min()) + 1
        if span <= _FEW:
            return _numbered((kinds - kinds.min()).astype(np.intp), span)
        _kinds, first, kind = np.unique(kinds, return_index=True, return_inverse=True)
        return kind, first

    @cached_property
    def means(self) -> Mapping[int, Fraction]:
        """The plain mean of each target that somebody counts for, by place: ȳ_i, exact."""
        common, rates, shifts = self._over_one_denominator()
        number: dict[int, int] = {}
        sums: dict[int, int] = {}
        for i, p, count, total in zip(*(each.tolist() for each in self._cells), strict=True):
            number[i] = number.get(i, 0) + count
            sums[i] = sums.get(i, 0) + total * rates[p] + count * shifts[p]
        return {i: fraction(total, common * number[i]) for i, total in sums.items()}

    @cached_property
    def in_floats(self) -> Floats:
        """The same in floats, shape (N,); NaN where nobody counts.

        Where all reviews have the same pattern, equal scores are no rounding error apart from their mean.
        """
        target, pattern, number, totals = self._cells
        weights, offsets = (
            np.array(each, dtype=np.float64).take(pattern) for each in (self.scored_weights, self.offsets)
        )
        means = (totals / (weights * number)).astype(np.float64, copy=False) + offsets
        number = number.astype(np.float64)
        size = len(self.collected.nominations)
        counts = np.bincount(target, number, size)
        alone = np.flatnonzero(counts.take(target) == number)
        with np.errstate(invalid="ignore"):
            found: Floats = np.bincount(target, means * number, size) / counts
        found[target.take(alone)] = means.take(alone)
        return found

    @cached_property
    def criterion_means(self) -> list[list[Fraction | None]]:
        """For each criterion, by target, the mean over the jurors who scored it; `None` where nobody did."""
        lines = zip(self.collected.scores, self.scored.T, strict=True)
        return [self._means_of(line, has) for line, has in lines]

    def _means_of(self, line: NDArray[np.int32], has: NDArray[np.bool_]) -> list[Fraction | None]:
        shares = self._shares_of(has) if len(self.joined.several) else self._shares
        number = self._by_target(shares.number * has[self.collected.cells.pattern])
        sums = zip(self._by_target(shares.sums(line)), number, strict=True)
        return [fraction(total, count) if count else None for total, count in sums]

    def _by_target(self, of_cells: Sums) -> list[int]:
        found = np.zeros(len(self.elected.targets), dtype=of_cells.dtype)
        np.add.at(found, self.elected.targets[self.collected.cells.nomination], of_cells)
        sums: list[int] = found.tolist()
        return sums

    @cached_property
    def _cells(self) -> tuple[Places, Places, Sums, Sums]:
        """The cells in which somebody counts: target, pattern, how many count, and Σ w_c·s_c, both in equal parts."""
        cells, shares = self.collected.cells, self._shares
        heard = np.flatnonzero(shares.number)
        target = self.elected.targets.take(cells.nomination.take(heard))
        sums = shares.sums(self._totals)
        return target, cells.pattern.take(heard), shares.number.take(heard), sums.take(heard)

    def _over_one_denominator(self) -> tuple[int, list[int], list[int]]:
        """A number, and for each pattern by how much Σ w·s is multiplied, and what a row adds, in units of one by it."""
        denominators = (offset.denominator for offset in self.offsets)
        common = math.lcm(*self.scored_weights, *denominators)
        rates = [common // weight for weight in self.scored_weights]
        shifts = [int(offset * common) for offset in self.offsets]
        return common, rates, shifts


def weighted_totals(scores: Whole, weights: Sequence[int], largest: int, room: int = 1) -> Sums:
    """Σ w_c·s_c, shape (m,), of scores of shape (C, m), none of which is further from zero than `largest`.

    Exact: where `room` of the largest could leave 64 bits, the numbers are Python's own, at a greater cost.
    """
    most = largest * sum(weights)
    kind = np.dtype(np.int32 if most < 2**31 else np.int64 if most * room < _SAFE else np.object_)
    totals, part = np.zeros((2, scores.shape[1]), dtype=kind)
    for line, weight in zip(scores, weights, strict=True):
        totals += np.multiply(line.astype(kind, copy=False), kind.type(weight), out=part)
    found: Sums = totals.astype(np.int64 if most * room < _SAFE else np.object_)
    return found


def _numbered(values: Rows, span: int) -> tuple[Rows, Rows]:
    """What `numpy.unique` says of numbers from 0 to `span` - 1, without sorting: which each is, and where each is first."""
    first = np.full(span, len(values), dtype=np.intp)
    first[values[::-1]] = np.arange(len(values))[::-1]
    present = np.flatnonzero(first < len(values))
    number = np.empty(span, dtype=np.intp)
    number[present] = np.arange(len(present))
    return number[values], first[present]


@lru_cache(maxsize=1 << 14)
def fraction(numerator: int, denominator: int) -> Fraction:
    """A fraction; there are few different ones, and making one takes longer than finding one."""
    return Fraction(numerator, denominator)
