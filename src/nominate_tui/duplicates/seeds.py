"""Which five words in a row stand in more than one nomination, and where: found by sorting numbers made of them."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.pairing import Late
from nominate_tui.duplicates.passages import SEED
from nominate_tui.duplicates.reading import Hashes, Places, in_a_row

Meetings = NDArray[np.int64]
"""Shape (meetings,): where in a corpus the same seed begins in an earlier nomination, times 2^32, and in a later one."""

_BLOCK: Final = 1 << 20
"""Words that are made into seeds at once, so that little memory is taken beside the seeds themselves."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """The seeds of a round that stand in more than one nomination; one entry for each place where one stands.

    Every array has the shape (entries,). Entries are in the order of seed, nomination and place.
    """

    places: Places
    """Where in the corpus a seed begins."""
    seed: NDArray[np.integer]
    """Which seed it is, from 0 on."""
    owner: NDArray[np.int32]
    """Which nomination it stands in."""
    turn: NDArray[np.int32]
    """How many times the seed stood in this nomination before."""
    holders: NDArray[np.int32]
    """How many nominations have the seed."""

    def where(self, wanted: NDArray[np.bool_]) -> "Seeds":
        """Some of the entries; what is said of them stays."""
        return Seeds(
            self.places[wanted],
            self.seed[wanted],
            self.owner[wanted],
            self.turn[wanted],
            self.holders[wanted],
        )


def seeds_of(corpus: Corpus, late: Late = None) -> Seeds:
    """Every seed of a round that more than one nomination has; where some are `late`, only those that one of these has.

    Seeds are told apart by numbers of 64 bits less those that count the words of the round; two of a hundred
    million words are taken for one. Who must be certain compares the words.
    """
    keys, bits = _keys(corpus, late)
    keys = keys[_again(keys, bits)]
    places = (keys & _ones(bits)).astype(np.int64)
    owner = corpus.owners(places)
    new_seed = changes(keys >> bits)
    new_owner = new_seed | changes(owner)
    seed = (np.cumsum(new_seed) - 1).astype(np.int32)
    holders = np.bincount(seed[new_owner])[seed] if len(seed) else seed
    found = Seeds(places, seed, owner, counted(new_owner), holders.astype(np.int32))
    return found.where((holders > 1) & _held(found, late))


def meetings(corpus: Corpus, seeds: Seeds) -> Meetings:
    """Where the same seed stands in two nominations, for every two that have it.

    A seed that stands several times in a text is met in order, the first with the first: as many meetings as
    places, where all with all would be their square.
    """
    order = np.lexsort((seeds.places, seeds.turn, seeds.seed))
    places = seeds.places[order]
    left = _left(changes(seeds.seed[order]) | changes(seeds.turn[order]))
    earlier, later = [places[:0]], [places[:0]]
    here = np.arange(len(places))
    for step in range(1, int(left.max(initial=0)) + 1):
        here = here[left[here] >= step]
        earlier.append(places[here])
        later.append(places[here + step])
    return _certain(corpus, np.concatenate(earlier), np.concatenate(later))


def changes(row: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Where in a row stands something else than before; the first is always new."""
    found = np.ones(len(row), np.bool_)
    found[1:] = row[1:] != row[:-1]
    return found


def counted(new: NDArray[np.bool_]) -> NDArray[np.int32]:
    """For each entry of a row how many are between it and the last new one."""
    here = np.arange(len(new), dtype=np.int32)
    return here - np.maximum.accumulate(np.where(new, here, 0))


def _left(new: NDArray[np.bool_]) -> NDArray[np.int32]:
    """For each entry of a row how many follow before the next new one."""
    ends = np.ones(len(new), np.bool_)
    ends[:-1] = new[1:]
    return counted(ends[::-1])[::-1]


def _certain(corpus: Corpus, earlier: Places, later: Places) -> Meetings:
    """The meetings in which the words are the same; others have only the same number, once in billions."""
    same = np.ones(len(earlier), np.bool_)
    for word in range(SEED):
        same &= corpus.words[earlier + word] == corpus.words[later + word]
    return earlier[same] << 32 | later[same]


def _held(seeds: Seeds, late: Late) -> NDArray[np.bool_]:
    """Shape (entries,): which seeds a late nomination has."""
    if late is None:
        return np.ones(len(seeds.seed), np.bool_)
    held = np.zeros(seeds.seed.max(initial=-1) + 1, np.bool_)
    held[seeds.seed[late[seeds.owner]]] = True
    found: NDArray[np.bool_] = held[seeds.seed]
    return found


def _keys(corpus: Corpus, late: Late) -> tuple[Hashes, np.uint64]:
    """For each place where a seed begins the seed's number, and in the lower bits, as many as are told, the place; sorted.

    Sorting numbers is several times faster than sorting places by what stands there. Where some are `late`, seeds
    with a word that none of these has are left out.
    """
    bits = np.uint64(len(corpus.words).bit_length())
    counts = _counting(corpus, late)
    keys, count = np.empty(len(corpus.words), np.uint64), 0
    for start in range(0, len(corpus.words), _BLOCK):
        part = corpus.words[start : start + _BLOCK + SEED - 1]
        begin = np.flatnonzero(_in_a_row(part != 0 if counts is None else counts[part]))
        hashes = corpus.hashes[part]
        numbers = in_a_row(hashes, SEED)[begin] if counts is None else in_a_row(hashes, SEED, begin)
        found = numbers & ~_ones(bits) | (begin + start).astype(np.uint64)
        keys[count : count + len(found)] = found
        count += len(found)
    keys = keys[:count]
    keys.sort()
    return keys, bits


def _counting(corpus: Corpus, late: Late) -> NDArray[np.bool_] | None:
    """Shape (words of the round + 1,): which words a late nomination has, no mark; `None` where all count."""
    if late is None:
        return None
    counts = np.zeros(len(corpus.hashes), np.bool_)
    for place in np.flatnonzero(late).tolist():
        counts[corpus.words[corpus.starts[place] : corpus.starts[place + 1]]] = True
    counts[0] = False
    return counts


def _ones(bits: np.uint64) -> np.uint64:
    return (np.uint64(1) << bits) - np.uint64(1)


def _in_a_row(counts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """For each place where a seed may begin whether there are five words, and all of them count."""
    length = max(0, len(counts) - SEED + 1)
    whole = np.ones(length, np.bool_)
    for place in range(SEED):
        whole &= counts[place : place + length]
    return whole


def _again(keys: Hashes, bits: np.uint64) -> NDArray[np.bool_]:
    """Which of sorted keys have a neighbour with the same seed."""
    again = np.zeros(len(keys), np.bool_)
    for start in range(0, len(keys), _BLOCK):
        part = keys[start : start + _BLOCK + 1] >> bits
        same = part[1:] == part[:-1]
        again[start : start + len(same)] |= same
        again[start + 1 : start + 1 + len(same)] |= same
    return again
