"""How alike two forms of titles are, words weighed by how rare they are among the titles of the round."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import fsum, log
from typing import Final

import numpy as np

from nominate_tui.duplicates.bounds import Bounds
from nominate_tui.duplicates.common import Common, many, many_names
from nominate_tui.duplicates.likeness import MISSPELT, spelt_alike
from nominate_tui.duplicates.pairing import Pairs
from nominate_tui.duplicates.stems import GENERAL, stem
from nominate_tui.duplicates.titles import Form, Title

_KNOWN: Final = 1 << 18
"""Pairs of words whose likeness is kept, for most come again: about 50 MB."""
_AT_ONCE: Final = 1 << 13
"""Pairs of forms that are looked at together, so that memory does not hang on how many there are."""
_ROUNDED: Final = 1e-9
"""By how much a bound may be too low, of sums that were rounded."""


class Weighing:
    """Weighs the words of titles: ln(1 + N / n) for one that n of the round's N titles have.

    A general word weighs as one that all titles have.
    """

    def __init__(self, titles: Sequence[Title], common: Common) -> None:
        """Count the words; `common` knows which words stand in many texts."""
        self._n = len(titles)
        self._count = Counter(stem for title in titles for stem in _each(form.stems for form in title.forms))
        self._having = Counter(form.stems for title in titles for form in title.forms)
        self._common = common
        self._spelt = lru_cache(_KNOWN)(_one_word)
        self._weights = {stem: log(1 + self._n / self._weighed(stem)) for stem in self._count}

    def own(self, form: Form) -> bool:
        """Whether a form is somebody's name: not one of many titles, not of general words, not one common word."""
        if self._having[form.stems] > many_names(self._n) or all(map(self._is_general, form.stems)):
            return False
        return len(form.said) > 1 or not self._common.is_word(form.said[0])

    def alike(self, a: Form, b: Form) -> float:
        """How alike two forms are, 0 to 1.

        The weight of the words they have in common, twice, over the weight of the words of both (Dice). What is
        left counts by how alike its letters are, word by word or all of it together, where that may be a misspelling.
        """
        if a.stems == b.stems:
            return 1.0
        one, other = set(a.stems), set(b.stems)
        both = one & other
        common, left = self._weight(both), self._weight(one ^ other)
        some, others = a.without(both), b.without(both)
        misspelt = self._misspelt(some, b.said) + self._misspelt(others, a.said)
        return (2 * common + max(misspelt, left * _together_alike(some, others))) / (2 * common + left)

    def within(self, forms: Sequence[Form], pairs: Pairs, least: float, looked: Callable[[], None]) -> Pairs:
        """Those of some pairs of forms, by their places, that are at least so alike (0 to 1).

        `looked` is called again and again; what it raises goes through.
        """
        if not len(pairs):
            return pairs
        used, places = np.unique(pairs, return_inverse=True)
        bounds = Bounds([forms[place] for place in used.tolist()], self._weights)
        places = places.reshape(pairs.shape)
        found = [np.empty(0, np.int64)]
        for start in range(0, len(pairs), _AT_ONCE):
            some = pairs[start : start + _AT_ONCE]
            may_be = np.flatnonzero(bounds.of(places[start : start + _AT_ONCE]) >= least - _ROUNDED)
            alike = [self.alike(forms[a], forms[b]) >= least for a, b in some[may_be].tolist()]
            found.append(start + may_be[np.array(alike, np.bool_)])
            looked()
        return pairs[np.concatenate(found)]

    def _misspelt(self, words: Sequence[str], by: Sequence[str]) -> float:
        """The weight of words that are misspelt in others, each times how alike they are; of one stem the last word."""
        near = {stem(word): max([self._spelt(word, other) for other in by]) for word in words}
        return fsum([self._weights[each] * alike for each, alike in near.items()])

    def _weighed(self, stem: str) -> float:
        return max(self._count[stem], self._n if stem in GENERAL else 0)

    def _weight(self, stems: Iterable[str]) -> float:
        return fsum(map(self._weights.__getitem__, stems))

    def _is_general(self, stem: str) -> bool:
        return stem in GENERAL or self._count[stem] > many(self._n)


def _each(several: Iterable[Sequence[str]]) -> set[str]:
    return {stem for stems in several for stem in stems}


def _one_word(a: str, b: str) -> float:
    """How alike two words are where one is the other misspelt; 0 at MISSPELT itself too: one letter of five makes "house" "mouse"."""
    alike = spelt_alike(a, b)
    return alike if alike > MISSPELT else 0.0


def _together_alike(a: Sequence[str], b: Sequence[str]) -> float:
    """How alike the letters of all words are, in their order or that of the alphabet."""
    return max(spelt_alike("".join(a), "".join(b)), spelt_alike("".join(sorted(a)), "".join(sorted(b))))
