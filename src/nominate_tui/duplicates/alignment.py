"""Passages that texts share word for word, of all pairs of texts at once: what `passages` does for one pair."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.linking import components
from nominate_tui.duplicates.passages import BRIDGE, LEAST, SEED
from nominate_tui.duplicates.reading import Places
from nominate_tui.duplicates.seeds import Meetings, changes

_FAR: Final = 1 << 40
"""More than the words of any round: parts of a row that are so far from one another never touch."""


@dataclass(frozen=True, slots=True)
class _Runs:
    """Words in a row that two nominations have, each run once; in the order of pair, first place and second place."""

    a: Places
    """Where in the corpus a run begins in the earlier nomination."""
    b: Places
    """Where it begins in the later."""
    length: Places
    """How many words it has."""
    pair: Places
    """Which two nominations they are: the earlier times 2^32, and the later."""

    def where(self, wanted: NDArray[np.generic]) -> "_Runs":
        """Some of the runs, by a mask or in an order."""
        return _Runs(self.a[wanted], self.b[wanted], self.length[wanted], self.pair[wanted])


@dataclass(frozen=True, slots=True)
class Alignment:
    """What pairs of nominations share word for word. Every array has the shape (pairs,), in the order of `pair`."""

    pair: Places
    """Which two nominations they are: the earlier times 2^32, and the later; each that share a passage, once."""
    words: Places
    """How many words stand in passages, in the text where they are fewer."""
    passages: Places
    """How many passages there are."""
    longest: Places
    """How many words the longest passage has."""
    start: Places
    """Where in the corpus the longest passage begins in the earlier nomination; the first of several."""
    end: Places
    """Where it ends, or is changed for the first time: up to there both are the same word for word."""
    beside: Places
    """How many words stand in other answers than the one that has most of them, in the text where these are more."""


def aligned(corpus: Corpus, meetings: Meetings) -> Alignment:
    """The passages that follow from all meetings of the seeds that count."""
    runs = _worth(_runs(corpus, meetings))
    passage = _joined(runs)
    length = _covered(runs, passage)
    counts = length[passage] >= LEAST
    runs, passage = runs.where(counts), _renumbered(passage[counts])
    return _summed(corpus, runs, passage, length[length >= LEAST])


def _runs(corpus: Corpus, meetings: Meetings) -> _Runs:
    """Seeds that follow on one another in both texts, as runs. Marks between answers are wider than a seed's step."""
    earlier, later = meetings >> 32, meetings & 0xFFFFFFFF
    keys = np.sort((later - earlier) << 32 | earlier)
    new = np.ones(len(keys), np.bool_)
    new[1:] = keys[1:] - keys[:-1] > SEED
    last = np.ones(len(keys), np.bool_)
    last[:-1] = new[1:]
    a = keys[new] & 0xFFFFFFFF
    b = a + (keys[new] >> 32)
    length = (keys[last] & 0xFFFFFFFF) - a + SEED
    pair = corpus.owners(a).astype(np.int64) << 32 | corpus.owners(b)
    return _Runs(a, b, length, pair).where(np.lexsort((b, a, pair)))


def _worth(runs: _Runs) -> _Runs:
    """The runs of those pairs that have words enough for a passage."""
    which = np.cumsum(changes(runs.pair)) - 1
    words = np.bincount(which, runs.length)
    return runs.where(words[which] >= LEAST)


def _joined(runs: _Runs) -> Places:
    """For each run which passage it is in: two are in one if any chain of runs leads from one to the other.

    Passages are numbered from 0 on by their first run.
    """
    here = np.arange(len(runs.a))
    earlier, later, step = [here[:0]], [here[:0]], 1
    while len(here := _within_reach(runs, here, step)):
        leads = _leads(runs, here, here + step)
        earlier.append(here[leads])
        later.append(here[leads] + step)
        step += 1
    first = components(len(runs.a), np.concatenate(earlier), np.concatenate(later))
    return _renumbered(first)


def _within_reach(runs: _Runs, here: Places, step: int) -> Places:
    """The runs after which, so many steps on, one begins that a passage could reach."""
    here = here[here + step < len(runs.a)]
    there = here + step
    reached = runs.a[there] <= runs.a[here] + runs.length[here] + BRIDGE
    reached &= runs.pair[here] == runs.pair[there]
    return here[reached]


def _leads(runs: _Runs, here: Places, there: Places) -> NDArray[np.bool_]:
    """Whether a passage goes on from one run to another, over a few changed words."""
    furthest = runs.length[here] + BRIDGE
    in_a, in_b = runs.a[there] - runs.a[here], runs.b[there] - runs.b[here]
    return (in_a > 0) & (in_a <= furthest) & (in_b > 0) & (in_b <= furthest)


def _covered(runs: _Runs, group: Places) -> Places:
    """How many words the runs of each group cover, in the text where they cover fewer."""
    return np.minimum(_covering(runs.a, runs.length, group), _covering(runs.b, runs.length, group))


def _covering(start: Places, length: Places, group: Places) -> Places:
    """How many words the stretches of each group cover; what two cover counts once."""
    order = np.lexsort((start, group))
    begin = start[order] + group[order] * _FAR
    end = begin + length[order]
    before = np.concatenate(([0], np.maximum.accumulate(end)[:-1])) if len(end) else end
    covered = np.maximum(0, end - np.maximum(begin, before))
    return np.bincount(group[order], covered).astype(np.int64, copy=False)


def _summed(corpus: Corpus, runs: _Runs, passage: Places, length: Places) -> Alignment:
    """Runs, all of them in passages that count, and how long each passage is, as what each pair shares."""
    first = np.unique(passage, return_index=True)[1]
    pairs, which = np.unique(runs.pair, return_inverse=True)
    pair_of = which[first]
    # The longest passage of each pair, the first of several: sorted so that it stands at the head of its pair.
    order = np.lexsort((np.arange(len(length)), -length, pair_of))
    longest = order[changes(pair_of[order])]
    return Alignment(
        pair=pairs,
        words=_covered(runs, which),
        passages=np.bincount(pair_of, minlength=len(pairs)),
        longest=length[longest],
        start=runs.a[first[longest]],
        end=(runs.a + runs.length)[first[longest]],
        beside=np.maximum(*(_beside(corpus, start, runs.length, which) for start in (runs.a, runs.b))),
    )


def _beside(corpus: Corpus, start: Places, length: Places, pair: Places) -> Places:
    """For each pair how many words its runs cover in one text, without the answer in which they cover most."""
    answer = np.searchsorted(corpus.answer_starts, start, side="right")
    keys, which = np.unique(pair << 32 | answer, return_inverse=True)
    words = _covering(start, length, which)
    pairs = keys >> 32
    most = np.zeros(int(pairs.max(initial=-1)) + 1, np.int64)
    np.maximum.at(most, pairs, words)
    return np.bincount(pairs, words).astype(np.int64) - most


def _renumbered(numbers: Places) -> Places:
    """Numbers in the same order, but from 0 on and without gaps."""
    kept = np.zeros(int(numbers.max(initial=0)) + 1, np.int64)
    kept[numbers] = 1
    return (np.cumsum(kept) - 1)[numbers]
