"""Numbers for the words of a round: small ones, so that a round of 30 million words fits in memory."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.reading import Hashes, Places

Words = NDArray[np.uint32]
"""Words by their numbers in one vocabulary; 0 is a mark, which is no word."""

MOST: Final = 1 << 20
"""Words that are numbered at once, at most."""
_LOW: Final = np.uint64(MOST - 1)


class Vocabulary:
    """Numbers for words, from 1 on, in the order in which they were first met."""

    def __init__(self) -> None:
        """Begin without a word."""
        self._known: Hashes = np.empty(0, np.uint64)
        self._numbers: Words = np.empty(0, np.uint32)
        self._stems: Hashes = np.zeros(1, np.uint64)

    def __len__(self) -> int:
        """How many words are known."""
        return len(self._known)

    def learn(self, hashes: Hashes, stems: Hashes) -> Words:
        """The numbers of some words, at most `MOST`, each new one with a number of its own; `stems` has the stem of each.

        Words are told apart by the upper 44 bits: of a million words two are taken for one with a probability of 3 %.
        """
        distinct, first, which = _distinct(hashes)
        places = np.searchsorted(self._known, distinct)
        new = ~self._has(distinct, places)
        if new.any():
            numbers = np.arange(len(self), len(self) + np.count_nonzero(new), dtype=np.uint32) + np.uint32(1)
            self._known = np.insert(self._known, places[new], distinct[new])
            self._numbers = np.insert(self._numbers, places[new], numbers)
            self._stems = np.concatenate((self._stems, stems[first[new]]))
            places = np.searchsorted(self._known, distinct)
        return self._numbers[places][which]

    def numbers(self, hashes: Hashes) -> Words:
        """The numbers of some words, 0 for each that is not known."""
        shortened = hashes & ~_LOW
        places = np.searchsorted(self._known, shortened)
        found = np.zeros(len(hashes), np.uint32)
        known = self._has(shortened, places)
        found[known] = self._numbers[places[known]]
        return found

    def hashes(self) -> Hashes:
        """Shape (words + 1,): what each number stands for, the same in every round; 0 of the mark."""
        found = np.zeros(len(self) + 1, np.uint64)
        found[self._numbers] = self._known
        return found

    def stems(self) -> Words:
        """Shape (words + 1,): for each number the number of its stem, 0 of the mark.

        Stems are numbered from 1 on by what they are made of, so that the order of the texts does not matter.
        """
        found = np.zeros(len(self) + 1, np.uint32)
        found[1:] = np.unique(self._stems[1:], return_inverse=True)[1] + 1
        return found

    def _has(self, hashes: Hashes, places: Places) -> NDArray[np.bool_]:
        inside = places < len(self)
        inside[inside] = self._known[places[inside]] == hashes[inside]
        return inside


def _distinct(hashes: Hashes) -> tuple[Hashes, Places, Places]:
    """Each hash once, shortened to its upper bits, in rising order; where it stands first; and for every place which it is.

    Hash and place are sorted as one number, which takes a third of the time of sorting the places by the hashes.
    """
    ordered = np.sort(hashes & ~_LOW | np.arange(len(hashes), dtype=np.uint64))
    upper, places = ordered & ~_LOW, (ordered & _LOW).astype(np.int64)
    first = np.ones(len(upper), np.bool_)
    first[1:] = upper[1:] != upper[:-1]
    which = np.empty(len(hashes), np.int64)
    which[places] = np.cumsum(first) - 1
    return upper[first], places[first], which
