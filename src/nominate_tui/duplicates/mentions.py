"""In whose answers phrases stand word for word: thousands of phrases looked up at once, by the numbers of their words."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.reading import Places, Read

_AT_ONCE: Final = 1 << 18
"""Words of the answers that are looked at together, so that little memory is taken however common a beginning is."""
_PLACE: Final = 0xFFFFFFFF
"""The bits that have a nomination, where a phrase and a nomination are one number."""


def mentions(corpus: Corpus, phrases: Read) -> tuple[Places, Places]:
    """Which phrase stands in the answers of which nomination, by their places; every two once, in rising order.

    A phrase reaches over no two answers, and one without words stands nowhere.
    """
    asked = _asked(corpus, phrases)
    found = [np.empty(0, np.int64)]
    for start in range(0, len(corpus.words), _AT_ONCE):
        phrase, place = asked.standing(start, start + _AT_ONCE)
        found.append(np.unique(phrase << 32 | corpus.owners(place)))
    keys = np.unique(np.concatenate(found))
    return keys >> 32, keys & _PLACE


@dataclass(frozen=True, slots=True)
class _Asked:
    """Phrases as numbers of words, in the order of their first two."""

    corpus: Corpus
    phrases: Places
    """Which phrases they are: those of which every word stands in the round."""
    words: Places
    """The words of all phrases."""
    starts: Places
    """Where in them each begins."""
    lengths: Places
    """How many each has."""
    begin: Places
    """The first word of each times 2^32, and the second; 0 where there is none."""
    first: NDArray[np.bool_]
    """Shape (words of the round + 1,): whether any begins with a word."""
    second: NDArray[np.bool_]
    """The same of the second word."""

    def standing(self, start: int, end: int) -> tuple[Places, Places]:
        """The phrases that begin from one place of the corpus to another, and where."""
        words = self.corpus.words[start:end]
        places = start + np.flatnonzero(self.first[words])
        before, after = self._word_at(places) << 32, self._word_at(places + 1)
        likely = self.second[after]
        place = np.concatenate((places, places[likely]))
        key = np.concatenate((before, before[likely] | after[likely]))
        low, high = (np.searchsorted(self.begin, key, side) for side in ("left", "right"))
        many = high - low
        place = np.repeat(place, many)
        which = np.arange(len(place)) - np.repeat(np.cumsum(many) - many - low, many)
        for step in range(2, int(self.lengths.max(initial=0))):
            wanted = self.words[np.minimum(self.starts[which] + step, len(self.words) - 1)]
            same = (self.lengths[which] <= step) | (self._word_at(place + step) == wanted)
            place, which = place[same], which[same]
        return self.phrases[which], place

    def _word_at(self, places: Places) -> Places:
        """The words at some places of the corpus; the mark at its end beyond that."""
        return self.corpus.words[np.minimum(places, len(self.corpus.words) - 1)].astype(np.int64)


def _asked(corpus: Corpus, phrases: Read) -> _Asked:
    words, lengths = corpus.known(phrases.words).astype(np.int64), phrases.lengths
    starts = np.cumsum(lengths) - lengths
    whole = lengths > 0
    whole[np.repeat(np.arange(len(lengths)), lengths)[words == 0]] = False
    kept = np.flatnonzero(whole)
    begin = words[starts[kept]] << 32
    longer = lengths[kept] > 1
    begin[longer] |= words[starts[kept[longer]] + 1]
    order = np.argsort(begin, kind="stable")
    kept, begin = kept[order], begin[order]
    first, second = np.zeros((2, len(corpus.hashes)), np.bool_)
    first[begin >> 32], second[begin & _PLACE] = True, True
    second[0] = False
    return _Asked(corpus, kept, words, starts[kept], lengths[kept], begin, first, second)
