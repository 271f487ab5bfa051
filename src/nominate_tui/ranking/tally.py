"""The count of a round: the reviews that count as arrays and as exact figures, for one choice of rules and jury.

It is the one source of rankings and estimates. Each part is worked out when it is first asked for, and once.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round
from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.arrays import Floats, Places, Reviews
from nominate_tui.ranking.cells import Rows
from nominate_tui.ranking.collecting import Collected
from nominate_tui.ranking.counting import whole_weights
from nominate_tui.ranking.electing import Elected, elect
from nominate_tui.ranking.exact import Exact, fraction
from nominate_tui.ranking.fit import Fit
from nominate_tui.ranking.joining import Joined, join
from nominate_tui.ranking.means import mean
from nominate_tui.ranking.result import CountedReview


@dataclass(frozen=True)
class Tally:
    """What the jury says, as far as it counts."""

    round: Round
    collected: Collected
    elected: Elected
    groups: tuple[Group, ...]
    """The duplicate groups."""
    without: frozenset[str]
    """The ids of jurors who are left out."""

    @cached_property
    def exact(self) -> Exact:
        """Whole sums and fractions."""
        weights = whole_weights(self.round.rules.criteria)
        in_order = tuple(weights[id] for id in self.collected.criteria)
        return Exact(self.collected, self.elected, self.joined, in_order)

    @cached_property
    def joined(self) -> Joined:
        """Which counted rows are one review, since a juror counts once for duplicates."""
        return join(self.collected, self.elected)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """By nomination id, its place in the arrays."""
        return {id: place for place, id in enumerate(self.collected.nominations)}

    @cached_property
    def ranked(self) -> tuple[Group, ...]:
        """What is ranked, in the order of the round: every group, and every other nomination as a group of one."""
        of = {member: group for group in self.groups for member in group.members}
        groups = ((id, of.get(id) or Group((id,), id)) for id in self.round.nominations.ids)
        return tuple([group for id, group in groups if group.primary == id])

    @cached_property
    def reviews(self) -> Reviews:
        """The reviews for estimates, in floats: a row for each juror who counts for a nomination or group.

        Places are those of `collected`: nominations and jurors in the order of their ids.
        """
        return Reviews(
            self.joined.target,
            self.joined.juror,
            self.scores,
            self._criteria,
            len(self.collected.nominations),
            len(self.collected.jurors),
        )

    @cached_property
    def bare(self) -> Reviews:
        """The same without the scores by criterion (C = 0): all that the fit asks for, made in half the time."""
        none = np.empty((len(self.scores), 0))
        sizes = len(self.collected.nominations), len(self.collected.jurors)
        return Reviews(self.joined.target, self.joined.juror, self.scores, none, *sizes)

    @cached_property
    def scores(self) -> Floats:
        """The review scores in floats, shape (r,)."""
        found = self.exact
        if len(found.scored) == 1:
            return self.joined.mean_of_rows(found.totals.astype(np.float64) / found.scored_weights[0])
        weights = np.array(found.scored_weights, dtype=np.float64).take(found.pattern)
        offsets = np.array(found.offsets, dtype=np.float64).take(found.pattern)
        return self.joined.mean_of_rows(found.totals.astype(np.float64) / weights + offsets)

    @cached_property
    def number(self) -> NDArray[np.intp]:
        """How many jurors count for each nomination or group, by place; shape (N,)."""
        return np.bincount(self.joined.target, minlength=len(self.collected.nominations))

    @cached_property
    def _criteria(self) -> Floats:
        found = self.exact
        values = found.scores.astype(np.float64)
        # Few reviews lack a criterion: only they are touched.
        lacking = np.flatnonzero(~found.scored.all(axis=1).take(found.pattern))
        values[:, lacking] = np.where(found.scored[found.pattern[lacking]].T, values[:, lacking], np.nan)
        if self.joined.whole:
            return values.T
        return np.array([self.joined.mean_of_rows(line) for line in values]).T

    @cached_property
    def disagreement(self) -> Floats:
        """√(Σ(y − ȳ)²/(n − 1)) by place, shape (N,); NaN below two reviews. It is shown, and nobody is ranked by it."""
        # From the mean of exact sums, so that equal scores are no rounding error apart.
        apart = self.scores - self.exact.in_floats.take(self.joined.target)
        squares = np.bincount(self.joined.target, apart * apart, len(self.number))
        return np.sqrt(np.where(self.number > 1, squares / np.maximum(self.number - 1, 1), np.nan))

    def counted(self, place: int) -> tuple[CountedReview, ...]:
        """The jurors who count for a nomination or group, with exact scores, in the order of the jury."""
        order = {juror.id: number for number, juror in enumerate(self.round.rules.jurors)}
        found = [self._said(review) for review in self.joined.of_target(place).tolist()]
        return tuple(sorted(found, key=lambda said: order[said.juror]))

    def _said(self, review: int) -> CountedReview:
        juror = self.collected.jurors[self.joined.juror[review]]
        return CountedReview(juror, self._weighted(review), self._scores(self.joined.rows_of(review)))

    def _weighted(self, review: int) -> Fraction:
        return mean([self.exact.of_row(row) for row in self.joined.rows_of(review).tolist()])

    def _scores(self, rows: Rows) -> dict[str, Fraction]:
        lines = self.exact.scores[:, rows].tolist()
        patterns = [self.collected.patterns[pattern] for pattern in self.exact.pattern[rows]]
        found = {}
        for id, line in zip(self.collected.criteria, lines, strict=True):
            scores = [score for score, pattern in zip(line, patterns, strict=True) if id in pattern]
            if scores:
                found[id] = fraction(sum(scores), len(scores))
        return found

    @cached_property
    def levels(self) -> tuple[Places, tuple[Fraction, ...]]:
        """The exact review scores in order: for each review the index of its score, and all scores, the lowest first."""
        kinds, first = self.exact.kinds
        of_kind = [self.exact.of_row(row) for row in first.tolist()]
        blocks = []
        for reviews, rows in self.joined.blocks():
            sets, which = _sets(kinds[rows], len(of_kind))
            blocks.append((reviews, which, [mean([of_kind[kind] for kind in kinds]) for kinds in sets]))
        values = tuple(sorted({score for _reviews, _which, scores in blocks for score in scores}))
        codes = {value: code for code, value in enumerate(values)}
        levels = np.empty(len(self.joined.target), dtype=np.int32)
        for reviews, which, scores in blocks:
            levels[reviews] = np.array([codes[score] for score in scores], dtype=np.int32)[which]
        return levels, values

    def share_of_lowest(self, place: int) -> Fraction:
        """Of a nomination's counted scores, the share that is the lowest value of the scale; it must have one.

        A mean over duplicates is the lowest only if all of them are.
        """
        scores = self.reviews.criteria[self.joined.of_target(place)]
        lowest = int((scores == self.round.rules.scale.min).sum())
        return fraction(lowest, int((~np.isnan(scores)).sum()))

    @cached_property
    def lowest(self) -> tuple[str, ...]:
        """The ids of the jurors all of whose counted scores are the lowest value of the scale, in the order of the jury.

        That is probably an error; it is told, and left to the chair.
        """
        found = self.exact
        weights = np.array(found.scored_weights).take(found.pattern)
        # A weighted mean is the lowest value only where every score is.
        above = np.bincount(
            self.elected.juror,
            found.totals != weights * self.round.rules.scale.min,
            len(self.collected.jurors),
        )
        ids = {id for id, number in zip(self.collected.jurors, above.tolist(), strict=True) if not number}
        return tuple(
            juror.id for juror in self.round.rules.jurors if juror.id in ids and self.heard[juror.id]
        )

    @cached_property
    def heard(self) -> Mapping[str, int]:
        """By juror id, how many nominations or groups the juror counts in."""
        number = np.bincount(self.joined.juror, minlength=len(self.collected.jurors))
        return dict(zip(self.collected.jurors, number.tolist(), strict=True))

    @cached_property
    def fit(self) -> Fit:
        """The model of nominations and jurors, fitted to the reviews."""
        return adjusted(self.bare)


def tally(
    round: Round, collected: Collected, groups: Sequence[Group] = (), without: Collection[str] = ()
) -> Tally:
    """Count what was collected by the rules of `round`, whose weights, method and so on need not be those of before.

    `groups` are the chair's duplicate groups, of nominations of this round, and share no member; `without` are the
    ids of jurors who are left out, as if they were not in the jury, beside those whom the meeting left out.
    """
    out = frozenset(without) | round.deliberation.left_out.intersection(collected.jurors)
    return Tally(round, collected, elect(collected, round.rules, groups, out), tuple(groups), out)


def _sets(kinds: Rows, number: int) -> tuple[list[list[int]], Rows]:
    """The different sets of kinds in the lines of a table of shape (q, k), and which of them each line is."""
    if kinds.shape[1] == 1:
        return [[kind] for kind in range(number)], kinds[:, 0]
    sets, which = np.unique(np.sort(kinds, axis=1), axis=0, return_inverse=True)
    return sets.tolist(), which.reshape(-1)
