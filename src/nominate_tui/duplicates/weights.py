"""The words of every nomination, rare ones weighing more: TF-IDF."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.reading import Places
from nominate_tui.duplicates.seeds import changes
from nominate_tui.duplicates.vocabulary import Words

TITLE: Final = 2
"""How many times the words of a title count."""
FINEST: Final = 1 << 20
"""Weights are whole parts of one in so many, so that their products add up to the same in any order, without rounding."""
_BLOCK: Final = 1 << 20
"""Words that are counted at once, about."""
_MOST: Final = (1 << 16) - 1
"""Times that a stem counts in a nomination, at most."""


Row = tuple[NDArray[np.int32], NDArray[np.float32]]
"""The stems of one nomination, rising, and what each weighs, 0 to 1; both of the same shape."""


class Weighed(Protocol):
    """Tells what the stems of a nomination weigh."""

    def row(self, place: int) -> Row:
        """The stems of one nomination, and what they weigh."""

    @property
    def holders(self) -> NDArray[np.int32]:
        """Shape (stems,): how many nominations have a stem."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What every stem of every nomination weighs: rows of a sparse matrix, each of the length 1."""

    starts: Places
    """Shape (nominations + 1,): where in the other two each row begins, and where the last ends."""
    stems: NDArray[np.int32]
    """Which stem an entry is of, from 0 on, rising in a row; a stem that one nomination has alone is left out."""
    values: NDArray[np.float32]
    """What it weighs, 0 to 1."""
    holders: NDArray[np.int32]
    """Shape (stems,): how many nominations have a stem."""

    def row(self, place: int) -> "Row":
        """The stems of one nomination, and what they weigh."""
        there = slice(*self.starts[place : place + 2])
        return self.stems[there], self.values[there]

    @property
    def rows(self) -> NDArray[np.int32]:
        """Which nomination each entry is of."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts))


@dataclass(frozen=True, slots=True)
class _Part:
    """The stems of some nominations, in their order."""

    lengths: Places
    """How many stems each nomination has."""
    stems: NDArray[np.int32]
    """Which they are, rising in each nomination."""
    numbers: NDArray[np.uint16 | np.float32]
    """How many times each stands there; later, what it weighs."""


class RowWeights:
    """The same of a round in which it is known how many have each stem; whoever is asked for is weighed then."""

    def __init__(self, corpus: Corpus, holders: NDArray[np.int32]) -> None:
        """`holders` tells how many nominations have each stem, those that are new among them."""
        self.holders = holders
        self._corpus = corpus
        self._rarity = _rarity(len(corpus), holders)
        self.row = cache(self._weighed)

    def _weighed(self, place: int) -> Row:
        weighed = _weighed(_counted(self._corpus, place, place + 1), self._rarity, self.holders > 1)
        return weighed.stems, weighed.numbers.astype(np.float32)


def weighted(corpus: Corpus) -> Weights:
    """The words of every nomination, its title counted twice.

    A stem that stands n times in a nomination, and in h of the round's N nominations, weighs
    (1 + ln n) · (1 + ln((1 + N) / (1 + h))), over the length of the row (Salton and Buckley, 1988).
    """
    parts = deque(_counted(corpus, start, end) for start, end in _parts(corpus))
    holders = np.zeros(int(corpus.stems.max()), np.int32)
    for part in parts:
        holders += np.bincount(part.stems, minlength=len(holders)).astype(np.int32)
    rarity = _rarity(len(corpus), holders)
    shared = holders > 1
    entries = sum(int(np.count_nonzero(shared[part.stems])) for part in parts)
    stems, values = np.empty(entries, np.int32), np.empty(entries, np.float32)
    lengths: list[Places] = [np.empty(0, np.int64)]
    filled = 0
    while parts:  # Each is let go when it is weighed, for together they are as large as what is made of them.
        part = _weighed(parts.popleft(), rarity, shared)
        there = slice(filled, filled + len(part.stems))
        stems[there], values[there] = part.stems, part.numbers
        lengths.append(part.lengths)
        filled = there.stop
    return Weights(np.concatenate(([0], np.cumsum(np.concatenate(lengths)))), stems, values, holders)


def stems_of(corpus: Corpus, place: int) -> NDArray[np.int32]:
    """The stems of a nomination, from 0 on, rising; those that nobody else has, too."""
    return _counted(corpus, place, place + 1).stems


def _rarity(nominations: int, holders: NDArray[np.int32]) -> NDArray[np.float32]:
    rarity: NDArray[np.float32] = (1 + np.log((1 + nominations) / (1 + holders))).astype(np.float32)
    return rarity


def _weighed(part: _Part, rarity: NDArray[np.float32], shared: NDArray[np.bool_]) -> _Part:
    """What stems weigh, in rows of the length 1; without those that are not shared."""
    rows = np.repeat(np.arange(len(part.lengths)), part.lengths)
    values = (1 + np.log(part.numbers)) * rarity[part.stems]
    lengths = np.sqrt(np.bincount(rows, np.square(values, dtype=np.float64), minlength=len(part.lengths)))
    unit = np.round(values / lengths[rows] * FINEST) / FINEST
    kept = shared[part.stems]
    left = np.bincount(rows[kept], minlength=len(part.lengths))
    return _Part(left, part.stems[kept], unit[kept].astype(np.float32))


def _parts(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Nominations, some at once: the first, and the one after the last."""
    start = 0
    while start < len(corpus):
        full = np.searchsorted(corpus.starts, corpus.starts[start] + _BLOCK)
        end = min(len(corpus), max(start + 1, int(full)))
        yield start, end
        start = end


def _counted(corpus: Corpus, start: int, end: int) -> _Part:
    """The stems of the nominations from one place to another, and how many times each stands there."""
    answers = _keys(corpus.stems, corpus.words, corpus.starts[start : end + 1])
    titles = _keys(corpus.stems, corpus.titles, corpus.title_starts[start : end + 1])
    keys = np.sort(np.concatenate([answers, *[titles] * TITLE]))
    first = np.flatnonzero(changes(keys))
    lengths = np.bincount(keys[first] >> 32, minlength=end - start)
    counts = np.minimum(np.diff(first, append=len(keys)), _MOST).astype(np.uint16)
    return _Part(lengths, (keys[first] & 0xFFFFFFFF).astype(np.int32), counts)


def _keys(stems: Words, words: Words, starts: Places) -> NDArray[np.int64]:
    """For each word its nomination, from 0 on, times 2^32, and its stem, from 0 on; marks are left out."""
    found = stems[words[starts[0] : starts[-1]]].astype(np.int64) - 1
    rows = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return (rows << 32 | found)[found >= 0]
