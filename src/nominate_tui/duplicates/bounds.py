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
        bounds: Numbers = (total - left + np.maximum(misspelt, left * self._together(one, other))) / total
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

    def _together(self, one: _Left, other: _Left) -> Numbers:
        """How alike all letters that are left of each pair can be in whatever order; 0 where that is no misspelling."""
        lengths = [self._left_length(each) for each in (one, other)]
        found = _alike(np.minimum(*lengths), lengths[0] + lengths[1])
        # Which letters they are is looked at only where they are about as many, for it takes far longer.
        some = np.flatnonzero(found)
        a, b = (self._left_letters(each, found > 0) for each in (one, other))
        found[some] = _alike(np.minimum(a, b).sum(axis=1), (lengths[0] + lengths[1])[some])
        return found

    def _left_length(self, of: _Left) -> Numbers:
        """How many letters the words of each pair have that the other form has not."""
        lengths: Numbers = np.bincount(of.pair, self._lengths[self._words[of.word]] * of.alone).astype(
            np.float64
        )
        return lengths

    def _left_letters(self, of: _Left, pairs: NDArray[np.bool_]) -> NDArray[np.int32]:
        """Shape (pairs, kinds): of some pairs, how many letters of each kind these words have."""
        inside = np.flatnonzero(pairs[of.pair])
        if not len(inside):
            return np.empty((0, _KINDS), np.int32)
        letters = self._letters[self._words[of.word[inside]]] * of.alone[inside][:, None]
        return np.add.reduceat(letters, np.flatnonzero(np.diff(of.pair[inside], prepend=-1)))

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


def _alike(common: NDArray[np.generic], total: Numbers) -> Numbers:
    """How alike two are, 0 to 1, that have so many letters in common and so many together; 0 where it is no misspelling."""
    alike = 2 * common / np.maximum(1, total)
    return np.where(alike >= MISSPELT - 1e-9, alike, 0.0)
