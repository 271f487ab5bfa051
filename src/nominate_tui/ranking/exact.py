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

from nominate_tui.ranking.arrays import Places
from nominate_tui.ranking.collecting import Collected, Whole
from nominate_tui.ranking.electing import Elected
from nominate_tui.ranking.joining import Joined, Rows

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
        return self.collected.pattern[self.elected.rows]

    @cached_property
    def scores(self) -> Whole:
        """Shape (C, m): the scores of the counted rows, 0 where there is none."""
        return self.collected.scores if self._whole else self.collected.scores[:, self.elected.rows]

    @cached_property
    def _whole(self) -> bool:
        """Whether all collected rows count, in their order; to take some out costs as much as all the sums."""
        rows = self.elected.rows
        return len(rows) == len(self.collected) and bool((rows[1:] > rows[:-1]).all())

    @cached_property
    def scored(self) -> NDArray[np.bool_]:
        """Shape (P, C): whether a pattern has a score on a criterion."""
        lines = [[id in ids for id in self.collected.criteria] for ids in self.collected.patterns]
        return np.array(lines, dtype=np.bool_)

    @cached_property
    def totals(self) -> Sums:
        """Σ w_c·s_c of each counted row, shape (m,)."""
        found = weighted_totals(self.collected.scores, self.weights, room=int(self._parts.sum()))
        return found if self._whole else found[self.elected.rows]

    @cached_property
    def _parts(self) -> Sums:
        return self.joined.parts(np.ones(len(self.elected.rows), dtype=np.bool_))

    @cached_property
    def scored_weights(self) -> tuple[int, ...]:
        """W_S for each pattern; 1 for the pattern without scores, which never counts."""
        lines = [
            [weight for weight, has in zip(self.weights, line, strict=True) if has] for line in self.scored
        ]
        return tuple(sum(line) or 1 for line in lines)

    @cached_property
    def offsets(self) -> tuple[Fraction, ...]:
        """What each pattern adds to Σ w_c·s_c / W_S, so that to leave a hard criterion out raises nobody.

        It is Σ w_c·m_c / W − Σ_S w_c·m_c / W_S, with m_c the mean of all counted scores on the criterion (centred
        renormalisation); 0 for a pattern with every criterion that anybody scored.
        """
        if len(self.scored) < 2:
            return (Fraction(0),) * len(self.scored)
        middle = [
            None if mean is None else mean * weight
            for mean, weight in zip(self.centre, self.weights, strict=True)
        ]
        asked = np.array([mean is not None for mean in middle])
        expected = [
            _expected(line & asked, middle, self.weights) for line in (np.ones_like(asked), *self.scored)
        ]
        return tuple(expected[0] - of_pattern for of_pattern in expected[1:])

    @cached_property
    def centre(self) -> tuple[Fraction | None, ...]:
        """m_c: the mean of the counted scores on each criterion; `None` where nobody scored it."""
        number = np.bincount(self.pattern, minlength=len(self.scored)) @ self.scored
        sums = self.scores.sum(axis=1, dtype=np.int64)
        return tuple(
            Fraction(total, count) if count else None
            for total, count in zip(sums.tolist(), number.tolist(), strict=True)
        )

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
        starts, target, pattern = self._cells
        parts = self._parts
        counts = np.add.reduceat(parts, starts)
        totals = np.add.reduceat(self.totals * parts, starts)
        common, rates, shifts = self._over_one_denominator()
        number: dict[int, int] = {}
        sums: dict[int, int] = {}
        for i, p, count, total in zip(
            target.tolist(), pattern.tolist(), counts.tolist(), totals.tolist(), strict=True
        ):
            number[i] = number.get(i, 0) + count
            sums[i] = sums.get(i, 0) + total * rates[p] + count * shifts[p]
        return {i: fraction(total, common * number[i]) for i, total in sums.items()}

    @cached_property
    def criterion_means(self) -> list[list[Fraction | None]]:
        """For each criterion, by target, the mean over the jurors who scored it; `None` where nobody did."""
        found = []
        for line, has in zip(self.scores, self.scored.T, strict=True):
            parts = self._parts if has.all() else self.joined.parts(has[self.pattern])
            sums = zip(self._by_target(line * parts), self._by_target(parts), strict=True)
            found.append([fraction(total, number) if number else None for total, number in sums])
        return found

    def _by_target(self, values: Sums) -> list[int]:
        running = np.concatenate(([0], np.cumsum(values)))
        sums: list[int] = np.diff(running[self._edges]).tolist()
        return sums

    @cached_property
    def _edges(self) -> Rows:
        """Where the rows of each target begin, and the end of the last."""
        return np.searchsorted(self.elected.target, np.arange(len(self.collected.nominations) + 1))

    @cached_property
    def _cells(self) -> tuple[NDArray[np.intp], Places, Places]:
        """Where the rows of one target and pattern begin, and which these are."""
        target, pattern = self.elected.target, self.pattern
        new = np.ones(len(target), dtype=np.bool_)
        new[1:] = (target[1:] != target[:-1]) | (pattern[1:] != pattern[:-1])
        starts = np.flatnonzero(new)
        return starts, target[starts], pattern[starts]

    def _over_one_denominator(self) -> tuple[int, list[int], list[int]]:
        """A number, and for each pattern by how much Σ w·s is multiplied, and what a row adds, in units of one by it."""
        denominators = (offset.denominator for offset in self.offsets)
        common = math.lcm(*self.scored_weights, *denominators)
        rates = [common // weight for weight in self.scored_weights]
        shifts = [int(offset * common) for offset in self.offsets]
        return common, rates, shifts


def weighted_totals(scores: Whole, weights: Sequence[int], room: int = 1) -> Sums:
    """Σ w_c·s_c, shape (m,), of scores of shape (C, m).

    Exact: where `room` of the largest could leave 64 bits, the numbers are Python's own, at a greater cost.
    """
    largest = max(int(scores.max(initial=1)), -int(scores.min(initial=0))) * sum(weights)
    kind = np.dtype(np.int32 if largest < 2**31 else np.int64 if largest * room < _SAFE else np.object_)
    totals = np.zeros(scores.shape[1], dtype=kind)
    for line, weight in zip(scores, weights, strict=True):
        totals += line.astype(kind, copy=False) * kind.type(weight)
    return totals.astype(np.int64 if largest * room < _SAFE else np.object_)


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


def _expected(
    scored: NDArray[np.bool_], middle: Sequence[Fraction | None], weights: Sequence[int]
) -> Fraction:
    """Σ w_c·m_c / Σ w_c over the criteria that are scored and have a mean; 0 where there is none."""
    parts = [(mean, weight) for mean, weight, has in zip(middle, weights, scored, strict=True) if has]
    total = sum((mean for mean, _weight in parts if mean is not None), Fraction(0))
    return total / sum(weight for _mean, weight in parts) if parts else Fraction(0)
