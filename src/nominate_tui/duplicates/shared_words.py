"""Which titles may be near: those that share a rare word, one almost it, or two words that few have together.

Grouping by what is rare costs the words of the round and not its pairs.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.pairing import NONE, Pairs, pairs_of

FEW: Final = 30
"""Titles that have what brings them together, at most."""
_TOGETHER: Final = 4
"""Words of a title, the rarest, that are looked at two by two."""
_LONG: Final = 5
"""Letters of a word from which on one may be wrong."""
_LONGEST: Final = 100
"""Letters of a word of which any one is left out; a longer one is none."""
_BASE: Final = 0x9E3779B97F4A7C15
"""What letters are summed with to stand for a word (a polynomial hash modulo 2^64): odd, without a pattern in its bits."""

Places = NDArray[np.int64]
Hashes = NDArray[np.uint64]


class _Words:
    """The words of titles as numbers, and which titles have them."""

    def __init__(self, titles: Sequence[Sequence[str]]) -> None:
        number: dict[str, int] = {}
        self.words = np.array(
            [number.setdefault(word, len(number)) for title in titles for word in title], dtype=np.int64
        )
        self.titles = np.repeat(np.arange(len(titles)), [len(title) for title in titles])
        self.spelt = list(number)
        self.counts = np.bincount(self.words, minlength=len(number))
        self._by_word = np.argsort(self.words, kind="stable")
        self._starts = np.cumsum(self.counts) - self.counts

    def having(self, words: Places) -> tuple[Places, Places]:
        """For every word the titles that have it: the place among the words given, and the title."""
        counts = self.counts[words]
        which = np.repeat(np.arange(len(words)), counts)
        within = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
        return which, self.titles[self._by_word[self._starts[words][which] + within]]


def sharing_words(titles: Sequence[Sequence[str]]) -> Pairs:
    """The places of every two titles, each given by its different words, that share what few have."""
    words = _Words(titles)
    one, other = _almost(words).T
    (first, some), (second, others) = words.having(one), words.having(other)
    almost = _meeting(np.concatenate((first, second)), np.concatenate((some, others)))
    found = np.concatenate((_meeting(words.words, words.titles), _meeting(*_together(words)), almost))
    return pairs_of(*found.T)


def _together(words: _Words) -> tuple[Places, Places]:
    """Two words as one number, and a title that has them: of its words that are not rare alone the rarest."""
    common = np.flatnonzero(words.counts[words.words] > FEW)
    codes, titles = words.words[common], words.titles[common]
    order = np.lexsort((codes, words.counts[codes], titles))
    codes, titles = codes[order], titles[order]
    kept = np.arange(len(titles)) - np.searchsorted(titles, titles) < _TOGETHER
    codes, titles = codes[kept], titles[kept]
    keys: list[Places] = [np.empty(0, np.int64)]
    places: list[Places] = [np.empty(0, np.int64)]
    for step in range(1, _TOGETHER):
        same = np.flatnonzero(titles[step:] == titles[:-step])
        keys.append(codes[same] << 32 | codes[same + step])
        places.append(titles[same])
    return np.concatenate(keys), np.concatenate(places)


def _almost(words: _Words) -> Pairs:
    """Every two rare words that differ by one letter: left out, put in, another one, or two that changed places."""
    rare = np.flatnonzero(words.counts < FEW)
    hashes, whose = zip(*_shortened([words.spelt[place] for place in rare]), strict=True)
    return rare[_meeting(np.concatenate(hashes), np.concatenate(whose))].astype(np.int32)


def _shortened(words: Sequence[str]) -> Iterator[tuple[Hashes, Places]]:
    """Every word with no letter or any one left out, as a number, and the place of the word."""
    lengths = np.array([len(word) for word in words], dtype=np.int64)
    yield np.empty(0, np.uint64), np.empty(0, np.int64)
    for length in np.unique(lengths[(lengths >= _LONG) & (lengths <= _LONGEST)]).tolist():
        places = np.flatnonzero(lengths == length)
        joined = "".join(words[place] for place in places.tolist()).encode("utf-32-le", "surrogatepass")
        letters = np.frombuffer(joined, np.uint32).reshape(-1, length).astype(np.uint64)
        yield _sums(letters), places
        for left_out in range(length):
            yield _sums(np.delete(letters, left_out, axis=1)), places


def _sums(letters: Hashes) -> Hashes:
    """The number that stands for each row of letters."""
    powers = np.cumprod(np.full(letters.shape[1], _BASE, np.uint64), dtype=np.uint64)
    sums: Hashes = (letters * powers).sum(axis=1, dtype=np.uint64)
    return sums


def _meeting(keys: NDArray[np.integer], places: Places) -> Pairs:
    """Every two places that have a key in common; keys that more than a few have bring nobody together."""
    order = np.argsort(keys)
    keys, places = keys[order], places[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)])
    sizes = np.diff(starts, append=len(keys))
    found = [NONE]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= FEW)]).tolist():
        first, second = np.triu_indices(size, 1)
        groups = places[starts[sizes == size][:, None] + np.arange(size)]
        found.append(np.stack((groups[:, first].ravel(), groups[:, second].ravel()), axis=1).astype(np.int32))
    met = np.concatenate(found)
    return pairs_of(met[:, 0], met[:, 1])
