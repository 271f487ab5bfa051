"""How near two nominations are in all of their words: TF-IDF, told as a percentile of all pairs of the round."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.comparison import Topic
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.cosines import AllCosines, Cosines, Values
from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.index import TopicIndex
from nominate_tui.duplicates.late_cosines import LateCosines
from nominate_tui.duplicates.pairing import Pairs, pairs_of
from nominate_tui.duplicates.reach import without_reach
from nominate_tui.duplicates.sampled_cosines import SampledCosines
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.tongues import Tongue, tongues
from nominate_tui.duplicates.weights import Weighed, weighted
from nominate_tui.model.nomination import Nominations

ALL: Final = 2_000
"""Up to so many nominations all pairs are counted for a percentile, and the nearest are looked for among all."""
FEW: Final = 20
"""Of so many nominations one pair is compared for its topic alone."""
PAIRS: Final = 100
"""Pairs of a round from which on a percentile of them says something."""
SAID: Final = 5
"""Words that are told of two that are near, at most."""
LETTERS: Final = 4
"""Letters of a word that is told, at least."""
LONGEST: Final = 40
"""Letters of a word that is told, at most."""
FIGURES: Final = 5
"""Signs of a figure that is told, at most."""
COMMON: Final = 4
"""One in so many nominations may have a word that is told."""
TIED: Final = 0.05
"""What part of the pairs may be just as near before a percentile says nothing, 0 to 1."""


class Topics:
    """The words of a round, weighed."""

    def __init__(self, corpus: Corpus, since: Since | None = None) -> None:
        """Weigh every word of every nomination; where most of a round is kept, of those who are looked at."""
        self._corpus = corpus
        self._few = -(-len(corpus) // FEW)
        self._tongues = tongues(corpus, since)
        self._worded = corpus.lengths + np.diff(corpus.title_starts) > 0
        self._weights: Weighed
        self._cosines: Cosines
        if since:
            late = LateCosines(corpus, since)
            self._weights, self._cosines = late.weights, late
        else:
            weights = weighted(corpus)
            self._weights = weights
            self._cosines = (
                AllCosines(weights) if len(corpus) <= ALL else SampledCosines(weights, corpus.digests)
            )
        self._population = np.minimum(1.0, self._cosines.population)

    @property
    def index(self) -> TopicIndex | None:
        """What is to be kept of a large round; `None` of one in which all pairs are counted."""
        if not isinstance(self._cosines, SampledCosines):
            return None
        starts, stems, values, least = self._cosines.index
        return TopicIndex(
            stems=self._corpus.stem_hashes,
            holders=self._weights.holders,
            population=self._population.astype(np.float32),
            tongues=self._tongues,
            heavy_starts=starts,
            heavy=stems,
            heavy_values=values,
            least=least,
        )

    def near(self, known: Pairs) -> Pairs:
        """The pairs that are nearest of those that are not known already: one for `FEW` nominations, and who is as near.

        Where most of a round is kept, so many with a late one.
        """
        return self._cosines.nearest(self._few, known)

    def nearest(self) -> Pairs:
        """The pairs of which one is the nearest of all to the other."""
        nearest = self._cosines.nearest_to
        some = np.flatnonzero(nearest >= 0)
        return pairs_of(some, nearest[some])

    def foreign(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Shape (pairs,): whether one is written in Danish and the other in English."""
        a, b = self._tongues[pairs].T
        foreign: NDArray[np.bool_] = (a != b) & (a != Tongue.UNKNOWN) & (b != Tongue.UNKNOWN)
        return foreign

    def words(self, nominations: Nominations, a: int, b: int) -> tuple[str, ...]:
        """The words that bring two nominations together most, by their places: folded, of each stem the shortest.

        Not those of few letters, nor those that more than one in `COMMON` has: most of these are words between words.
        """
        (one, values), (other, other_values) = (self._weights.row(place) for place in (a, b))
        stems, of_one, of_other = np.intersect1d(one, other, assume_unique=True, return_indices=True)
        shares = values[of_one] * other_values[of_other]
        rare = COMMON * self._weights.holders[stems] <= len(nominations)
        heaviest = stems[rare][np.argsort(-shares[rare], kind="stable")].tolist()
        two = (nominations.all[place] for place in (a, b))
        texts = (without_reach(text) for each in two for text in (each.title, *each.answers.values()))
        said = {word for text in texts for word in words(text)}
        short = sorted(filter(_tells, said), key=lambda word: (len(word), word))
        numbers = (self._corpus.stems[self._corpus.numbers(short)] - 1).tolist()
        found = dict(zip(reversed(numbers), reversed(short), strict=True))
        return tuple([found[stem] for stem in heaviest if stem in found][:SAID])

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
        nearest = (self._cosines.nearest_to[pairs] == pairs[:, ::-1]).sum(axis=1)
        several = (cosines, parts, telling, nearest, self.foreign(pairs), worded)
        for *told, has in zip(*(column.tolist() for column in several), strict=True):
            yield Topic(*told) if has else None


def _tells(word: str) -> bool:
    """Whether a word may say what a text is about: one of some letters, or a figure; a longer one may be somebody's number."""
    if any(sign.isdigit() for sign in word):
        return len(word) <= FIGURES
    return LETTERS <= len(word) <= LONGEST
