"""In which language a nomination is written: Danish, English, or neither that can be told.

Words say nothing of how near a text is to its translation.
"""

from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.corpus import Corpus

_DANISH: Final = "og er det ikke som på til med har vi af jeg også var blev deres ved hvor når kan"
_ENGLISH: Final = "the and of is with that was are this they our from were has which by who their when can"
"""Words between words that the other language does not have, or seldom."""
_LEAST: Final = 5
"""Such words in a text, from which on they tell its language."""
_TIMES: Final = 3
"""How many times as many there are as of the other language, at least: a text may quote."""


class Tongue(IntEnum):
    """A language that is told."""

    UNKNOWN = 0
    DANISH = 1
    ENGLISH = 2


def tongues(corpus: Corpus) -> NDArray[np.int8]:
    """Shape (nominations,): the `Tongue` of the answers of each."""
    danish, english = _counted(corpus, _DANISH), _counted(corpus, _ENGLISH)
    found = np.full(len(corpus), Tongue.UNKNOWN, np.int8)
    found[(danish >= _LEAST) & (danish >= _TIMES * english)] = Tongue.DANISH
    found[(english >= _LEAST) & (english >= _TIMES * danish)] = Tongue.ENGLISH
    return found


def _counted(corpus: Corpus, words: str) -> NDArray[np.int64]:
    """Shape (nominations,): how many of some words stand in the answers of each."""
    numbers = corpus.numbers(words.split())
    wanted = np.zeros(len(corpus.stems), np.bool_)
    wanted[numbers[numbers > 0]] = True
    places = np.flatnonzero(wanted[corpus.words])
    return np.bincount(corpus.owners(places), minlength=len(corpus))
