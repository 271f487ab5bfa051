"""How common words and phrases are in a round: what stands in many nominations is nobody's own."""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from hashlib import blake2b
from math import isqrt
from typing import Final

from nominate_tui.duplicates.fold import words
from nominate_tui.model.nomination import Nomination, Nominations

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

    def __init__(self, nominations: Nominations) -> None:
        """Take a sample of the texts where they are very many; which ones hangs on what they say, not on their order."""
        self._count = len(nominations)
        self._sample = _sample(nominations.all)
        self._titles = [nomination.title for nomination in nominations]
        self._known = cache(self._holders)

    def is_word(self, word: str, more: int = 0) -> bool:
        """Whether a folded word stands in more texts than a name would; of so many more of one name it does not count."""
        return self._others(word, more) > many_names(len(self._sample))

    def is_mentioned(self, phrase: str, more: int = 0) -> bool:
        """Whether folded words, a space between them, stand in a row in many texts; of so many more of that name it does not count."""
        return self._others(phrase, more) > many_mentions(len(self._sample))

    def _others(self, phrase: str, more: int) -> int:
        """In how many texts words stand, but those of so many nominations, or of the part of them that is in the sample."""
        return self._known(phrase) - -(-more * len(self._sample) // max(1, self._count))

    @cached_property
    def _texts(self) -> Sequence[str]:
        """The folded words of each nomination's answers, an answer on every line, with spaces round each word."""
        return [
            "\n".join(f" {' '.join(words(text))} " for text in each.answers.values()) for each in self._sample
        ]

    @cached_property
    def _having(self) -> Mapping[str, Sequence[int]]:
        """The places of the texts that have a word, by word; only of the words of titles, which are what is asked for."""
        having: dict[str, list[int]] = {word: [] for title in self._titles for word in words(title)}
        for place, text in enumerate(self._texts):
            for word in having.keys() & set(text.split()):
                having[word].append(place)
        return having

    def _holders(self, phrase: str) -> int:
        """In how many texts the words of a phrase stand in a row, within one answer."""
        said = words(phrase)
        every = range(len(self._texts))
        rarest = min((self._having.get(word, every) for word in said), key=len, default=())
        if len(said) < 2 and rarest is not every:
            return len(rarest)
        wanted = f" {' '.join(said)} "
        return sum(wanted in self._texts[place] for place in rarest)


def _sample(nominations: Sequence[Nomination]) -> Sequence[Nomination]:
    if len(nominations) <= SAMPLE:
        return nominations
    return sorted(nominations, key=_digest)[:SAMPLE]


def _digest(nomination: Nomination) -> bytes:
    return blake2b(
        f"{nomination.title}\n{nomination.text}".encode(errors="surrogatepass"), digest_size=8
    ).digest()
