"""How near the words of those who are late are to all others, where most of a large round is kept."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.cosines import Values
from nominate_tui.duplicates.pairing import Pairs
from nominate_tui.duplicates.sampled_cosines import OTHERS, cosines_of, each_once, heaviest, nearest_of
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.weights import RowWeights, stems_of


class LateCosines:
    """The cosines of pairs of which one is late; words are as rare as they are with these, percentiles those from before."""

    def __init__(self, corpus: Corpus, since: Since) -> None:
        """Take the texts of the round as it is now."""
        kept = since.index.topics
        self._since = since
        self._stems = np.searchsorted(corpus.stem_hashes, kept.stems)
        holders = np.zeros(len(corpus.stem_hashes), np.int32)
        holders[self._stems] = kept.holders
        for place in since.places:
            holders[stems_of(corpus, place)] += 1
        self.weights = RowWeights(corpus, holders)

    @property
    def population(self) -> Values:
        """The cosines of a sample of all pairs when they were compared, in rising order."""
        return self._since.index.topics.population.astype(np.float64)

    def of(self, pairs: Pairs) -> Values:
        """Shape (pairs,): the cosine of each pair, 0 to 1."""
        return cosines_of(self.weights, pairs)

    @property
    def nearest_to(self) -> NDArray[np.int32]:
        """Shape (nominations,): -1 of each, as in every large round."""
        return np.full(len(self._since.late), -1, np.int32)

    def nearest(self, count: int, known: Pairs) -> Pairs:
        """So many pairs with a late nomination that are nearest, and those as near as the last, without those known already."""
        pairs, near = self._near
        return nearest_of(self.weights, count, known, pairs, near)

    @cached_property
    def _near(self) -> tuple[Pairs, Values]:
        """The pairs that are near by their weightiest words, the earlier first, each once; and how near."""
        kept, late = self._since.index.topics, self._since.places
        nominations = len(self._since.late)
        own = [heaviest(self.weights.row(place), self.weights.holders, nominations) for place in late]
        rows = np.repeat(np.arange(len(self._since.now)), np.diff(kept.heavy_starts))
        which, stayed = self._since.those(rows)
        owner = np.concatenate((stayed, np.repeat(np.array(late, np.int64), [len(row[0]) for row in own])))
        stems = np.concatenate([self._stems[kept.heavy[which]], *(stems for stems, _values in own)])
        values = np.concatenate([kept.heavy_values[which], *(values for _stems, values in own)])
        stayed_then = np.flatnonzero(self._since.now >= 0)
        least = np.full(nominations, np.inf)
        least[self._since.now[stayed_then]] = kept.least[stayed_then]
        near: list[tuple[int, int, float]] = []
        for place, (heavy, weighs) in zip(late, own, strict=True):
            weight = np.zeros(len(self.weights.holders))
            weight[heavy] = weighs
            all_near = np.bincount(owner, weight[stems] * values, minlength=nominations)
            all_near[place] = 0
            most = np.argsort(-all_near, kind="stable")[:OTHERS]
            # Of some this one may be among the nearest, though they are not of its.
            those = np.union1d(most, np.flatnonzero((all_near >= least) & (all_near > 0))).tolist()
            near += [(place, other, float(all_near[other])) for other in those if all_near[other] > 0]
        one, other, cosines = np.array(near, np.float64).reshape(-1, 3).T
        return each_once(one.astype(np.int32), other.astype(np.int32), cosines)
