"""In which texts phrases stand word for word: of any length, all looked up at once, by numbers made of their words."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.reading import Hashes, Places, Read, mixed

_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
"""What a number is multiplied with before the next word is added: odd, and with no pattern in its bits."""
_SHIFT: Final = np.uint64(44)
"""Bits of a number that are left out to look up at once whether any phrase has the others."""


def numbered(phrases: Read) -> Hashes:
    """Shape (phrases,): each phrase as one number made of its words in their order (a polynomial hash); 0 of no words."""
    starts = np.cumsum(phrases.lengths) - phrases.lengths
    numbers = np.zeros(len(starts), np.uint64)
    for length, places, sums in _rows(phrases, int(phrases.lengths.max(initial=0))):
        begun = np.flatnonzero(phrases.lengths == length)
        numbers[begun] = sums[np.searchsorted(places, starts[begun])]
    return numbers


def standing(texts: Read, numbers: Hashes, lengths: Places) -> tuple[Hashes, Places]:
    """The number of each phrase that stands in a text, and the text: once for every place where it stands.

    Phrases are given by their numbers, with how many words each has; one of no words stands nowhere.
    """
    which = np.repeat(np.arange(len(texts.lengths)), texts.lengths)
    found, held = [numbers[:0]], [which[:0]]
    for length, places, sums in _rows(texts, int(lengths.max(initial=0))):
        wanted = np.unique(numbers[lengths == length])
        there = np.flatnonzero(_among(sums, wanted))
        found.append(sums[there])
        held.append(which[places[there]])
    return np.concatenate(found), np.concatenate(held)


def _rows(texts: Read, longest: int) -> Iterator[tuple[int, Places, Hashes]]:
    """Of one word, two and more in a row, up to the longest: where they begin, in rising order, and their number."""
    ends = np.repeat(np.cumsum(texts.lengths), texts.lengths)
    places = np.arange(len(texts.words))
    sums = np.zeros(len(places), np.uint64)
    for length in range(1, longest + 1):
        inside = places + length <= ends[places]
        places = places[inside]
        sums = sums[inside] * _FACTOR + texts.words[places + length - 1]
        yield length, places, mixed(sums)


def _among(sums: Hashes, wanted: Hashes) -> NDArray[np.bool_]:
    """Which numbers are wanted ones: those in rising order, each once."""
    begun = np.zeros(1 << (64 - int(_SHIFT)), np.bool_)
    begun[wanted >> _SHIFT] = True
    among: NDArray[np.bool_] = begun[
        sums >> _SHIFT
    ]  # Most are none, and that is told in a tenth of the time.
    if len(wanted):
        rest = sums[among]
        among[among] = wanted[np.minimum(np.searchsorted(wanted, rest), len(wanted) - 1)] == rest
    return among
