"""How alike two short texts are, letter by letter. The only file that knows rapidfuzz."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from math import inf
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel

from nominate_tui.duplicates.pairing import NONE, Pairs, pairs_of

MISSPELT: Final = 0.8
"""From what likeness on (0 to 1) two words are one, misspelt or written apart."""
_KNOWN: Final = 1 << 16
"""Words of which is kept which letters they have, for many come again."""
_ROWS: Final = 256
"""Keys that are compared with all later ones at once, so that never all likenesses are held."""


def title_key(words: Sequence[str]) -> str:
    """A title as it is compared: its folded words in the order of the alphabet."""
    return " ".join(sorted(words))


def keys_alike(a: str, b: str) -> float:
    """How alike two title keys are, 0 to 1; 0 where one is empty, for then nothing is known.

    The normalised Indel similarity: twice the longest common subsequence over the letters of both.
    """
    return Indel.normalized_similarity(a, b) if a and b else 0.0


def spelt_alike(a: str, b: str) -> float:
    """How alike two words are where one may be the other misspelt; 0 below MISSPELT, and where digits differ."""
    if 3 * min(len(a), len(b)) < 2 * max(len(a), len(b)):
        return 0.0  # Were all letters of the shorter one in the longer, they would be less than 0.8 alike.
    alike = keys_alike(a, b)
    if alike < MISSPELT or _digits(a) != _digits(b):
        return 0.0
    return alike


def differ(some: Collection[str], others: Collection[str]) -> bool:
    """Whether there are words on both sides, and none of the one side is of the other, however it is spelt."""
    return bool(some and others) and not any(spelt_alike(one, other) for one in some for other in others)


def may_be_misspelt(word: str, others: Iterable[str]) -> list[str]:
    """Those of other words with which `spelt_alike` may be more than 0, in their order.

    Letters of a kind that only one has are errors, and of ten two may be wrong. It takes a tenth of the time, and says
    no to most words.
    """
    kinds, length = _kinds(word), len(word)
    return [other for other in others if 5 * (kinds ^ _kinds(other)).bit_count() <= length + len(other)]


@lru_cache(_KNOWN)
def _kinds(word: str) -> int:
    """Which kinds of letters a word has, a bit for each."""
    kinds = 0
    for letter in set(word):
        kinds |= 1 << (ord(letter) & 63)
    return kinds


def _digits(text: str) -> list[str]:
    return [letter for letter in text if letter.isdigit()]


def near_keys(keys: Sequence[str], least: float, most: float = inf) -> Pairs | None:
    """Every two places whose keys are at least so alike (above 0, to 1); an empty key is near to none.

    `None` where there are more than `most` of them.
    """
    full = np.array([place for place, key in enumerate(keys) if key], dtype=np.int64)
    some = [key for key in keys if key]
    found: list[NDArray[np.int64]] = []
    for start in range(0, len(some), _ROWS):
        found.append(_near_rows(some, start, least))
        most -= len(found[-1])
        if most < 0:
            return None
    places = full[np.concatenate(found)] if found else NONE
    return pairs_of(places[:, 0], places[:, 1])


def _near_rows(keys: Sequence[str], start: int, least: float) -> NDArray[np.int64]:
    """The places of some keys in a row, each with a later one that is near."""
    rows = keys[start : start + _ROWS]
    alike = process.cdist(
        rows, keys[start:], scorer=Indel.normalized_similarity, score_cutoff=least, dtype=np.float64
    )
    return start + np.argwhere(np.triu(alike, 1))


def pairs_alike(keys: Sequence[str], pairs: Pairs) -> NDArray[np.float32]:
    """How alike the two keys of each pair are, 0 to 1."""
    first, second = ([keys[place] for place in column] for column in pairs.T.tolist())
    return process.cpdist(first, second, scorer=Indel.normalized_similarity, dtype=np.float32)


def nearest_keys(key: str, known: Sequence[str], least: float) -> tuple[tuple[int, float], ...]:
    """The places of the known keys that are at least so alike to a key (0 to 1), and how alike; the nearest first."""
    if not key:
        return ()
    near = process.extract(key, known, scorer=Indel.normalized_similarity, score_cutoff=least, limit=None)
    return tuple((place, alike) for other, alike, place in near if other)
