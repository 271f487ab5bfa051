"""How common words and phrases are in a round: what stands in many nominations is nobody's own."""

from collections.abc import Iterable
from functools import cached_property
from math import isqrt
from typing import Final

import numpy as np

from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.mentions import mentions
from nominate_tui.duplicates.reading import Hashes, Places, Read
from nominate_tui.duplicates.seeds import changes
from nominate_tui.duplicates.vocabulary import Words

_PLACE: Final = np.uint64(0xFFFFFFFF)
"""The bits that have the place, where a word and its place are one number."""
_ONE_BY_ONE: Final = 50
"""Words that are looked for one by one; of more the places of all words are put in order."""
SAMPLE: Final = 2_000
"""Nominations whose texts are searched at most: enough to know what a tenth of a round has."""
FEW: Final = 5
"""So many nominations may share a word, a phrase or a title in the smallest round and it is still somebody's own."""


def many(nominations: int) -> int:
    """In how many titles or owners of a round a word may stand before it is nobody's own: 5, or a tenth of them."""
    return max(FEW, nominations // 10)


def many_names(nominations: int) -> int:
    """How many nominations may have one name before it is nobody's own: 5, or the square root of the round."""
    return max(FEW, isqrt(nominations))


def many_mentions(nominations: int) -> int:
    """In how many nominations a name may be mentioned before that means nothing: 5, or one in 200."""
    return max(FEW, nominations // 200)


class Common:
    """Knows in how many texts of a round a phrase stands."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the texts of a round; of very many a sample is searched, which hangs on what they say, not on their order."""
        self._corpus = corpus
        self._searched = min(SAMPLE, len(corpus))
        self._known: dict[str, int] = {}
        self._asked = 0

    def learn(self, words: Iterable[str]) -> None:
        """Count several folded words at once, which takes a tenth of the time of one by one."""
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if len(new) < _ONE_BY_ONE:
            return
        numbers = self._corpus.numbers(new)
        self._known.update(zip(new, self._counts[numbers].tolist(), strict=True))

    def is_word(self, word: str, more: int = 0) -> bool:
        """Whether a folded word stands in more texts than a name would; of so many more of one name it does not count."""
        return self._others(word, more) > many_names(self._searched)

    def is_mentioned(self, phrase: str, more: int = 0) -> bool:
        """Whether folded words, a space between them, stand in a row in many texts; of so many more of that name it does not count."""
        return self._others(phrase, more) > many_mentions(self._searched)

    def _others(self, phrase: str, more: int) -> int:
        """In how many texts words stand, but those of so many nominations, or of the part of them that is in the sample."""
        if phrase not in self._known:
            self._known[phrase] = self.holders(phrase)
        return self._known[phrase] - -(-more * self._searched // max(1, len(self._corpus)))

    def mentions(self, phrases: Read) -> tuple[Places, Places]:
        """Which phrase stands in the answers of which nomination of the whole round: see `mentions.mentions`."""
        return mentions(self._corpus, phrases)

    def holders(self, phrase: str) -> int:
        """In how many texts the words of a phrase stand in a row, within one answer; a phrase of no words stands in none."""
        wanted = self._corpus.numbers(words(phrase))
        if not len(wanted) or not wanted.all():
            return 0
        standing = [self._standing(number) for number in wanted.tolist()]
        rarest = min(range(len(wanted)), key=lambda place: len(standing[place]))
        found = standing[rarest] - rarest
        for place, number in enumerate(wanted):
            found = found[self._words[np.clip(found + place, 0, len(self._words) - 1)] == number]
        return len(np.unique(np.searchsorted(self._starts, found, side="right")))

    def _standing(self, number: int) -> Places:
        """Where in the texts a word stands, by its number."""
        self._asked += 1
        if self._asked < _ONE_BY_ONE:
            return np.flatnonzero(self._words == number)
        start, end = np.searchsorted(
            self._by_word, np.array([number, number + 1], np.uint64) << np.uint64(32)
        )
        return (self._by_word[start:end] & _PLACE).astype(np.int64)

    @cached_property
    def _sample(self) -> Places:
        """The nominations that are searched, by their places."""
        if self._searched == len(self._corpus):
            return np.arange(self._searched)
        return np.sort(np.argsort(self._corpus.digests, kind="stable")[: self._searched])

    @cached_property
    def _words(self) -> Words:
        """The words of their answers, with marks after each answer and before the first."""
        starts = self._corpus.starts
        texts = [self._corpus.words[starts[place] : starts[place + 1]] for place in self._sample.tolist()]
        return np.concatenate([np.zeros(1, np.uint32), *texts])

    @cached_property
    def _starts(self) -> Places:
        """Where in them each nomination begins."""
        lengths = np.diff(self._corpus.starts)[self._sample]
        return 1 + np.cumsum(lengths) - lengths

    @cached_property
    def _counts(self) -> Places:
        """Shape (words + 1,): in how many of these texts each word stands, by its number; 0 of a mark."""
        owner = np.searchsorted(self._starts, self._by_word & _PLACE, side="right")
        number = self._by_word >> np.uint64(32)
        met = changes(number) | changes(owner)
        counts = np.bincount(number[met].astype(np.int64), minlength=len(self._corpus.hashes))
        counts[0] = 0
        return counts

    @cached_property
    def _by_word(self) -> Hashes:
        """Every word's number times 2^32, and its place: in the order of the words."""
        keys = self._words.astype(np.uint64) << np.uint64(32) | np.arange(len(self._words), dtype=np.uint64)
        keys.sort()
        return keys
