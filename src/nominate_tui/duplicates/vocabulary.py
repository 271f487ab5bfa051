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

    def __init__(self, hashes: Hashes | None = None, stems: Hashes | None = None) -> None:
        """Begin without a word, or with those that have the numbers from 1 on in `hashes` and `stems`."""
        known = np.empty(0, np.uint64) if hashes is None else hashes[1:]
        order = np.argsort(known)
        self._known: Hashes = known[order]
        self._numbers: Words = (order + 1).astype(np.uint32)
        self.stem_hashes: Hashes = np.zeros(1, np.uint64) if stems is None else stems
        """Shape (words + 1,): what the stem of each number is made of; 0 of the mark."""

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
            self.stem_hashes = np.concatenate((self.stem_hashes, stems[first[new]]))
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

    def stems(self) -> tuple[Hashes, Words]:
        """Shape (stems,): what each stem is made of; and shape (words + 1,): the number of each word's stem, 0 of the mark.

        Stems are numbered from 1 on by what they are made of, so that the order of the texts does not matter.
        """
        distinct, which = np.unique(self.stem_hashes[1:], return_inverse=True)
        return distinct, np.concatenate(([0], which + 1)).astype(np.uint32)

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
