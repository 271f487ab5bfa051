"""How near two nominations are in all of their words: TF-IDF, told as a percentile of all pairs of the round."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from nominate_tui.duplicates.comparison import Topic
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.cosines import AllCosines, Cosines, Values
from nominate_tui.duplicates.pairing import Late, Pairs
from nominate_tui.duplicates.sampled_cosines import SampledCosines
from nominate_tui.duplicates.weights import weighted

ALL: Final = 2_000
"""Up to so many nominations all pairs are counted for a percentile, and the nearest are looked for among all."""
FEW: Final = 20
"""Of so many nominations one pair is compared for its topic alone."""
PAIRS: Final = 100
"""Pairs of a round from which on a percentile of them says something."""
TIED: Final = 0.05
"""What part of the pairs may be just as near before a percentile says nothing, 0 to 1."""


class Topics:
    """The words of a round, weighed."""

    def __init__(self, corpus: Corpus) -> None:
        """Weigh every word of every nomination."""
        weights = weighted(corpus)
        self._few = -(-len(corpus) // FEW)
        self._worded = corpus.lengths + np.diff(corpus.title_starts) > 0
        self._cosines: Cosines = (
            AllCosines(weights) if len(corpus) <= ALL else SampledCosines(weights, corpus.digests)
        )

        self._population = np.minimum(1.0, self._cosines.population)

    def near(self, known: Pairs, late: Late = None) -> Pairs:
        """The pairs that are nearest of those that are not known already: one for `FEW` nominations, and who is as near.

        Where some are `late`, so many of their pairs.
        """
        return self._cosines.nearest(self._few, known, late)

    def cosines(self, pairs: Pairs) -> Values:
        """Shape (pairs,): how near the words of the two are, 0 to 1."""
        # Weights are rounded, so that a text may be a ten millionth more than wholly like itself.
        return np.minimum(1.0, self._cosines.of(pairs))

    def between(self, pairs: Pairs, cosines: Values) -> Iterator[Topic | None]:
        """How near the two of each pair are, whose cosines are told; `None` where one has no words."""
        population = self._population
        below = np.searchsorted(population, cosines)
        alike = np.searchsorted(population, cosines, side="right") - below
        telling = (alike <= TIED * len(population)) & (len(population) >= PAIRS)
        worded = self._worded[pairs[:, 0]] & self._worded[pairs[:, 1]]
        parts = below / max(1, len(population))
        columns = (column.tolist() for column in (cosines, parts, telling, worded))
        for cosine, percentile, tells, has in zip(*columns, strict=True):
            yield Topic(cosine, percentile, tells) if has else None
