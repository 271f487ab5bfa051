"""The texts of a round: which of them share passages, and how much.

Phrases that stand in many nominations of the round are the form's wording and do not count, but where most of a text
is such phrases: then it is not a form that was filled in, but the same text sent in many times. Only nominations that
share a phrase are compared, so a round costs its words and not its pairs.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.alignment import Alignment, aligned
from nominate_tui.duplicates.campaigns import campaigns, members
from nominate_tui.duplicates.comparison import Shared
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.pairing import Late, Pairs
from nominate_tui.duplicates.quoting import quote
from nominate_tui.duplicates.seeds import Meetings, Seeds, meetings, seeds_of
from nominate_tui.model.nomination import Nominations

_PLACE: Final = 0xFFFFFFFF
"""The bits that have the later place of a meeting."""
NONE_SHARED: Final = Shared()


def many(nominations: int) -> int:
    """In how many of a round's nominations a phrase may stand before it is nobody's own: 5, a tenth of them, but no more than 20.

    What 20 nominations have in common, in however large a round, came from a form or from an organisation's own page.
    """
    return max(5, min(nominations // 10, 20))


class Texts:
    """The texts of a round, ready to be compared."""

    def __init__(self, nominations: Nominations, corpus: Corpus, late: Late = None) -> None:
        """Find every passage that two nominations share, one of them `late`; `corpus` holds the words of the same nominations."""
        self._nominations = nominations
        self._corpus = corpus
        self._found = _aligned(corpus, nominations.ids, late)
        shorter = np.minimum(*(corpus.lengths[column] for column in self._columns()))
        self._shares = self._found.words / np.maximum(1, shorter)

    def near(self, share: float, words: int) -> Pairs:
        """Those who share so much of the shorter text (0 to 1), or so many words, by their places."""
        enough = (self._shares >= share) | (self._found.words >= words)
        return np.stack(self._columns(), axis=1)[enough].astype(np.int32)

    def shared(self, a: int, b: int) -> Shared | None:
        """What two nominations have in common word for word, by their places, the earlier first; `None` where one has no text."""
        if not (self._corpus.lengths[a] and self._corpus.lengths[b]):
            return None
        key = a << 32 | b
        place = int(np.searchsorted(self._found.pair, key))
        if place == len(self._found.pair) or self._found.pair[place] != key:
            return NONE_SHARED
        return self._told(a, place)

    def _told(self, a: int, place: int) -> Shared:
        found = self._found
        starts = self._corpus.answer_starts
        answer = int(np.searchsorted(starts, found.start[place], side="right")) - 1
        number = answer - int(np.searchsorted(starts, self._corpus.starts[a]))
        text = [*self._nominations.all[a].answers.values()][number]
        return Shared(
            words=int(found.words[place]),
            share=float(self._shares[place]),
            passages=int(found.passages[place]),
            longest=int(found.longest[place]),
            beside=int(found.beside[place]),
            quote=quote(
                text, int(found.start[place] - starts[answer]), int(found.end[place] - starts[answer])
            ),
        )

    def _columns(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        return self._found.pair >> 32, self._found.pair & 0xFFFFFFFF


def _aligned(corpus: Corpus, ids: Sequence[str], late: Late) -> Alignment:
    """What every two nominations share: of phrases that are not the form's, or of all where most of both is common."""
    seeds, common = _seeds(corpus, late)
    if late is not None:
        if not late[members(corpus, seeds, common)].any():
            return aligned(corpus, _with_any(corpus, meetings(corpus, seeds.where(~common)), late))
        seeds, common = _seeds(corpus, None)  # Who belongs to a campaign is told by phrases of others, too.
    ordinary = _with_any(corpus, meetings(corpus, seeds.where(~common)), late)
    often = _with_any(corpus, campaigns(corpus, seeds, common, ids), late)
    return aligned(corpus, np.union1d(ordinary, often) if len(often) else ordinary)


def _seeds(corpus: Corpus, late: Late) -> tuple[Seeds, NDArray[np.bool_]]:
    """The seeds, and of each entry whether many nominations have its seed."""
    seeds = seeds_of(corpus, late)
    return seeds, seeds.holders > many(len(corpus))


def _with_any(corpus: Corpus, found: Meetings, late: Late) -> Meetings:
    """Those meetings of which at least one is in a late nomination."""
    if late is None:
        return found
    return found[late[corpus.owners(found >> 32)] | late[corpus.owners(found & _PLACE)]]
