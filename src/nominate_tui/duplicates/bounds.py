"""How alike forms of titles can be at most, for many pairs at once: most pairs are not near, and few words show it.

A bound is never less than what `Weighing.alike` says, and takes a hundredth of the time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.likeness import MISSPELT, pairs_alike
from nominate_tui.duplicates.stems import stem
from nominate_tui.duplicates.titles import Form

_KINDS: Final = 32
"""Kinds of letters, of which a word has some: a letter's code modulo so many."""

Places = NDArray[np.int64]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Left:
    """Of one form of each pair, word by word, what the other has not."""

    pair: Places
    """Which pair a word is of."""
    word: Places
    """The place of the word among the words of all forms."""
    alone: NDArray[np.bool_]
    """Whether the other form has it not, under any ending."""


class Bounds:
    """The words of some forms as numbers."""

    def __init__(self, forms: Sequence[Form], weights: Mapping[str, float]) -> None:
        """Number the words of forms; `weights` has what every stem weighs."""
        said = [word for form in forms for word in form.said]
        number: dict[str, int] = {}
        self._words = np.array([number.setdefault(word, len(number)) for word in said], np.int64)
        stems: dict[str, int] = {}
        stem_of = np.array([stems.setdefault(stem(word), len(stems)) for word in number], np.int64)
        self._spelt = [*number]
        self._sizes = np.array([len(form.said) for form in forms], np.int64)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._stems = stem_of[self._words]
        self._stem_count = max(1, len(stems))
        keys = np.repeat(np.arange(len(forms)), self._sizes) * self._stem_count + self._stems
        self._having, first = np.unique(keys, return_index=True)
        self._weights = np.array([weights[each] for each in stems], np.float64)[self._stems]
        self._once = np.zeros(len(said), np.bool_)
        self._once[first] = True
        self._letters = _letters(self._spelt)
        self._lengths = self._letters.sum(axis=1)
        self._kinds = ((self._letters > 0) << np.arange(_KINDS, dtype=np.uint32)).sum(axis=1, dtype=np.uint32)

    def of(self, pairs: NDArray[np.integer]) -> Numbers:
        """How alike the forms of each pair, by their places, are at most, from 0; it may be over 1."""
        a, b = pairs.T.astype(np.int64)
        one, other = self._left(a, b), self._left(b, a)
        total = self._weight(one) + self._weight(other)
        left = self._weight(one, one.alone) + self._weight(other, other.alone)
        misspelt = self._misspelt(one, b) + self._misspelt(other, a)
        together = left * _together(self._left_letters(one), self._left_letters(other))
        bounds: Numbers = (total - left + np.maximum(misspelt, together)) / total
        return bounds

    def _left(self, of: Places, by: Places) -> _Left:
        pair, word = self._words_of(of)
        keys = by[pair] * self._stem_count + self._stems[word]
        found = np.minimum(np.searchsorted(self._having, keys), len(self._having) - 1)
        return _Left(pair, word, self._having[found] != keys)

    def _words_of(self, forms: Places) -> tuple[Places, Places]:
        """Every word of some forms: which of the forms it is of, and its place."""
        sizes = self._sizes[forms]
        which = np.repeat(np.arange(len(forms)), sizes)
        within = np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return which, self._starts[forms][which] + within

    def _weight(self, of: _Left, where: NDArray[np.bool_] | None = None) -> Numbers:
        """What the words of each pair weigh, or some of them; each stem once."""
        counted = self._once[of.word] if where is None else self._once[of.word] & where
        weights: Numbers = np.bincount(of.pair, self._weights[of.word] * counted).astype(np.float64)
        return weights

    def _left_letters(self, of: _Left) -> NDArray[np.int32]:
        """Shape (pairs, kinds): how many letters of each kind the words have that the other form has not."""
        letters = self._letters[self._words[of.word]] * of.alone[:, None]
        return np.add.reduceat(letters, np.flatnonzero(np.diff(of.pair, prepend=-1)))

    def _misspelt(self, of: _Left, by: Places) -> Numbers:
        """What the words of each pair weigh that are almost one of the other form."""
        alone = np.flatnonzero(of.alone)
        which, others = self._words_of(by[of.pair[alone]])
        some, others = self._words[of.word[alone]][which], self._words[others]
        near = np.flatnonzero(self._may_be_misspelt(some, others))
        pairs = np.stack((some[near], others[near]), axis=1).astype(np.int32)
        near = near[pairs_alike(self._spelt, pairs) >= np.float32(MISSPELT)] if len(near) else near
        found = alone[np.unique(which[near])]
        weights: Numbers = np.bincount(
            of.pair[found], self._weights[of.word[found]], minlength=len(by)
        ).astype(np.float64)
        return weights

    def _may_be_misspelt(self, some: Places, others: Places) -> NDArray[np.bool_]:
        """Whether so few letters have to be put in and left out as the kinds of letters and the lengths demand."""
        kinds = np.bitwise_count(self._kinds[some] ^ self._kinds[others])
        one, other = self._lengths[some], self._lengths[others]
        may_be: NDArray[np.bool_] = (
            np.maximum(kinds, np.abs(one - other)) <= (one + other) * (1 - MISSPELT) + 1e-9
        )
        return may_be


def _letters(words: Sequence[str]) -> NDArray[np.int32]:
    """Shape (words, kinds): how many letters of each kind a word has."""
    codes = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), np.uint32) % _KINDS
    row = np.repeat(np.arange(len(words)), [len(word) for word in words])
    counts = np.bincount(row * _KINDS + codes, minlength=len(words) * _KINDS)
    return counts.reshape(-1, _KINDS).astype(np.int32)


def _together(a: NDArray[np.int32], b: NDArray[np.int32]) -> Numbers:
    """How alike all letters of two can be in whatever order, 0 to 1; 0 where they are too few for a misspelling."""
    alike = 2 * np.minimum(a, b).sum(axis=1) / np.maximum(1, a.sum(axis=1) + b.sum(axis=1))
    return np.where(alike >= MISSPELT - 1e-9, alike, 0.0)
