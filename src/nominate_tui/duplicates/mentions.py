"""In whose answers phrases stand word for word: thousands of phrases looked up at once, by the numbers of their words."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.reading import Places, Read

LONGEST: Final = 12
"""Words of a phrase at most: longer ones are no names."""
_AT_ONCE: Final = 1 << 20
"""Words of the answers that are looked at together, so that little memory is taken."""
_PLACE: Final = 0xFFFFFFFF
"""The bits that have a nomination, where a phrase and a nomination are one number."""


def mentions(corpus: Corpus, phrases: Read) -> tuple[Places, Places]:
    """Which phrase stands in the answers of which nomination, by their places; every two once, in rising order.

    A phrase reaches over no two answers; one without words, or of more than `LONGEST`, stands nowhere, and of equal
    ones the first stands for all.
    """
    steps = _steps(corpus, phrases)
    begun = steps[0].words if steps else np.zeros(len(corpus.hashes), np.bool_)
    found = [np.empty(0, np.int64)]
    for start in range(0, len(corpus.words), _AT_ONCE):
        places = start + np.flatnonzero(begun[corpus.words[start : start + _AT_ONCE]])
        reached = np.zeros(len(places), np.int64)
        for number, step in enumerate(steps):
            there = np.minimum(places + number, len(corpus.words) - 1)
            on, reached = step.go_on(reached, corpus.words[there])
            places = places[on]
            ended = step.phrases[reached]
            found.append(np.unique(ended[ended >= 0] << 32 | corpus.owners(places[ended >= 0])))
    keys = np.unique(np.concatenate(found))
    return keys >> 32, keys & _PLACE


@dataclass(frozen=True, slots=True)
class _Step:
    """The next word of all phrases that have one more: a level of the tree of their beginnings."""

    keys: Places
    """What was reached before times 2^32, and the word that may follow there; each once, in rising order."""
    phrases: Places
    """By what is reached so, which phrase ends there; -1 where none does."""
    words: NDArray[np.bool_]
    """Shape (words of the round + 1,): whether a word follows anywhere."""

    def go_on(self, reached: Places, words: NDArray[np.uint32]) -> tuple[Places, Places]:
        """Where some phrase goes on from what was reached, by each word, and what is reached there."""
        on = np.flatnonzero(self.words[words])  # Most do not, and that is told in a tenth of the time.
        keys = reached[on] << 32 | words[on]
        found = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        same = self.keys[found] == keys
        return on[same], found[same]


def _steps(corpus: Corpus, phrases: Read) -> list[_Step]:
    words, lengths = corpus.known(phrases.words).astype(np.int64), phrases.lengths
    starts = np.cumsum(lengths) - lengths
    whole = (lengths > 0) & (lengths <= LONGEST)
    whole[np.repeat(np.arange(len(lengths)), lengths)[words == 0]] = False
    left = np.flatnonzero(whole)
    reached = np.zeros(len(left), np.int64)
    steps = []
    for number in range(int(lengths[left].max(initial=0))):
        longer = lengths[left] > number
        left, reached = left[longer], reached[longer]
        following = words[starts[left] + number]
        keys, reached = np.unique(reached << 32 | following, return_inverse=True)
        ends = lengths[left] == number + 1
        ended = np.full(len(keys), -1)
        ended[reached[ends][::-1]] = left[ends][::-1]  # The first of equal ones is written last.
        follows = np.zeros(len(corpus.hashes), np.bool_)
        follows[following] = True
        steps.append(_Step(keys, ended, follows))
    return steps
