"""Invents Danish-like words and texts of them, by rule: nothing here was ever written by anybody.

How often a word stands in the texts follows Zipf's law as Mandelbrot put it (An informational theory of the
statistical structure of language, 1953): the word of rank r in proportion to 1 / (r + 2.7) to the power of 1.05.
Common words are short. A quarter of a text are the words of its topic, and now and then a text uses a phrase that
many use.
"""

import random
from typing import Final

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
"""Words by their rank."""

ONSETS: Final = (
    "b",
    "bl",
    "br",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sk",
)
ONSETS_TOO: Final = ("sl", "sp", "st", "str", "sv", "t", "tr", "v", "hj", "kv")
VOWELS: Final = "aeiouyæøå"
CODAS: Final = (
    "",
    "",
    "l",
    "n",
    "r",
    "s",
    "t",
    "g",
    "d",
    "k",
    "m",
    "nd",
    "ng",
    "rk",
    "st",
    "ld",
    "gt",
    "lv",
    "dt",
)
ENDINGS: Final = ("", "en", "et", "er", "erne", "s", "ning", "te")

STEMS: Final = 12_000
TOPICS: Final = 200
"""Topics that a round of any size has."""
OF_TOPIC: Final = 150
"""Words that a topic has of its own."""
COMMON: Final = 300
"""The most common words, which no topic has of its own."""
PHRASES: Final = 3_000
PHRASE_EVERY: Final = 60
"""Words of text that hold one phrase on average."""
SENTENCE: Final = 13
"""Words of a sentence on average."""
BLOCK: Final = 1 << 18
"""Words that are drawn at once."""


class Words:
    """Words of one invented language, and texts in it; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        """Make the words, the topics and the phrases."""
        self._draw = random.Random(seed)  # noqa: S311 - invented texts, no secret
        self._many = np.random.default_rng(seed)
        self._stems = _distinct(self._draw, STEMS)
        self.forms = self._by_length([stem + ending for stem in self._stems for ending in ENDINGS])
        self._zipf = _cumulated(len(self.forms))
        self._topic_zipf = _cumulated(OF_TOPIC)
        self._phrase_zipf = _cumulated(PHRASES)
        self._topics = self._many.integers(COMMON, len(self.forms) // 2, (TOPICS, OF_TOPIC)).astype(np.int32)
        self._phrases = [self._common(int(self._draw.randint(3, 6))) for _phrase in range(PHRASES)]
        self._spelt = np.array(
            [*self.forms, *map(str.capitalize, self.forms), *(f"{w}." for w in self.forms)]
        )
        self._spelt = self._spelt.astype(object)
        self._refill()

    def text(self, topic: int, count: int) -> list[str]:
        """So many words in a row of a text about a topic, with capitals and full stops."""
        if self._at + count > BLOCK:
            self._refill()
        here = slice(self._at, self._at + count)
        self._at += count
        ids = np.where(
            self._on_topic[here], self._topics[topic][self._topic_ranks[here]], self._general[here]
        )
        return list(self._spelt[ids + self._shape[here]])

    def compound(self) -> str:
        """A word of two stems, which hardly any other text has."""
        return self._draw.choice(self._stems) + self._draw.choice(self._stems)

    def of_topic(self, topic: int) -> str:
        """A word of a topic."""
        return self.forms[int(self._topics[topic][self._draw.randrange(OF_TOPIC)])]

    def name(self) -> str:
        """A name of one word."""
        return (
            self._draw.choice(self._stems) + self._draw.choice(("", "by", "sen", "gaard", "lund"))
        ).capitalize()

    def _by_length(self, forms: list[str]) -> list[str]:
        """Each form once, the short ones mostly first."""
        distinct = [*dict.fromkeys(forms)]
        return [form for _rank, form in sorted((len(w) + 3 * self._draw.random(), w) for w in distinct)]

    def _common(self, count: int) -> Ids:
        return np.searchsorted(self._zipf, self._many.random(count)).astype(np.int32)

    def _refill(self) -> None:
        """Draw the next block of words; which topic it is for is said later."""
        self._at = 0
        self._general = self._common(BLOCK)
        self._on_topic = self._many.random(BLOCK) < 0.25
        self._topic_ranks = np.searchsorted(self._topic_zipf, self._many.random(BLOCK))
        self._place_phrases()
        ends = self._many.random(BLOCK) < 1 / SENTENCE
        begins = np.roll(ends, 1)
        self._shape = np.where(ends, 2, np.where(begins, 1, 0)) * len(self.forms)

    def _place_phrases(self) -> None:
        starts = self._many.integers(0, BLOCK - 6, BLOCK // PHRASE_EVERY)
        chosen = np.searchsorted(self._phrase_zipf, self._many.random(len(starts)))
        for start, phrase in zip(starts, chosen, strict=True):
            words = self._phrases[phrase]
            self._general[start : start + len(words)] = words
            self._on_topic[start : start + len(words)] = False


def _distinct(draw: random.Random, count: int) -> list[str]:
    """So many stems of one to three syllables."""
    stems: dict[str, None] = {}
    while len(stems) < count:
        syllables = draw.choices((1, 2, 3), (2, 5, 2))[0]
        stems["".join(_syllable(draw) for _part in range(syllables))] = None
    return [*stems]


def _syllable(draw: random.Random) -> str:
    return draw.choice(ONSETS + ONSETS_TOO) + draw.choice(VOWELS) + draw.choice(CODAS)


def _cumulated(count: int) -> NDArray[np.float64]:
    """The part of all words that the first, the first two … of so many ranks make up."""
    shares = 1 / (np.arange(1, count + 1) + 2.7) ** 1.05
    return np.cumsum(shares / shares.sum())
