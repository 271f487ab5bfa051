"""In which language a nomination is written: Danish, English, or neither that can be told.

Words say nothing of how near a text is to its translation.
"""

from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.reading import Places
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.vocabulary import Words

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


def tongues(corpus: Corpus, since: Since | None = None) -> NDArray[np.int8]:
    """Shape (nominations,): the `Tongue` of the answers of each."""
    if since is None:
        return _tongues(corpus, corpus.words, corpus.starts)
    some = [corpus.words[slice(*corpus.starts[place : place + 2])] for place in since.places]
    ends = np.cumsum([0, *map(len, some)])
    late = _tongues(corpus, np.concatenate([corpus.words[:0], *some]), ends)
    kept = since.index.topics.tongues
    return since.spliced(kept, np.arange(len(kept) + 1), late, np.arange(len(late) + 1))


def _tongues(corpus: Corpus, words: Words, starts: Places) -> NDArray[np.int8]:
    """The same of some words; `starts` tells where each nomination begins in them, and where the last ends."""
    danish, english = (_counted(corpus, told, words, starts) for told in (_DANISH, _ENGLISH))
    found = np.full(len(starts) - 1, Tongue.UNKNOWN, np.int8)
    found[(danish >= _LEAST) & (danish >= _TIMES * english)] = Tongue.DANISH
    found[(english >= _LEAST) & (english >= _TIMES * danish)] = Tongue.ENGLISH
    return found


def _counted(corpus: Corpus, told: str, words: Words, starts: Places) -> NDArray[np.int64]:
    """Shape (nominations,): how many of the words that are told stand in each."""
    numbers = corpus.numbers(told.split())
    wanted = np.zeros(len(corpus.stems), np.bool_)
    wanted[numbers[numbers > 0]] = True
    owners = np.searchsorted(starts, np.flatnonzero(wanted[words]), side="right") - 1
    return np.bincount(owners, minlength=len(starts) - 1)
