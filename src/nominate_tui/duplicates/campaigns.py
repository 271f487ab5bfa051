"""The same text sent in by very many: what they have in common is no form's wording, though it stands in many nominations."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.linking import components
from nominate_tui.duplicates.passages import SEED
from nominate_tui.duplicates.reading import Hashes, mixed
from nominate_tui.duplicates.seeds import Meetings, Seeds, changes, meetings

MOSTLY: Final = 2 / 3
"""From what part of a text's seeds on that stand in many nominations it is one that many have sent in."""
WHOLE: Final = 100
"""Nominations that are all compared with one another; of more, only those that look to be the same text."""
PART: Final = 20
"""Of a text that more than `WHOLE` have sent in no more than so many at a time are compared with one another."""
_SKETCHES: Final = 4
"""Numbers that stand for a text, each the least of its seeds by an order of its own (Broder, 1997)."""

Members = NDArray[np.int64]
"""Nominations, by their places."""


def campaigns(corpus: Corpus, seeds: Seeds, common: NDArray[np.bool_], ids: Sequence[str]) -> Meetings:
    """Where the same seed stands in two nominations of whose texts most is common.

    `common` tells of each entry of `seeds` whether many have it; `ids` are what nominations are called, for another
    order of theirs must not change who is compared.
    """
    part = np.full(len(corpus), -1)
    for number, some in enumerate(_parts(seeds, members(corpus, seeds, common), ids)):
        part[some] = number
    entries = seeds.where(part[seeds.owner] >= 0)
    together = part[entries.owner] * (entries.seed.max(initial=0) + 1) + entries.seed
    return meetings(corpus, Seeds(entries.places, together, entries.owner, entries.turn, entries.holders))


def members(corpus: Corpus, seeds: Seeds, common: NDArray[np.bool_]) -> Members:
    """The nominations of whose texts most is common."""
    often = np.bincount(seeds.owner[common], minlength=len(corpus))
    return np.flatnonzero(often > MOSTLY * corpus.rows(SEED))


def _parts(seeds: Seeds, members: Members, ids: Sequence[str]) -> list[Members]:
    """Those who are to be compared with one another."""
    if len(members) <= WHOLE:
        return [members]
    parts = []
    for family in _families(seeds, members):
        if len(family) <= WHOLE:
            parts.append(family)
        else:
            ordered = np.array(sorted(family.tolist(), key=ids.__getitem__))
            parts += np.array_split(ordered, -(-len(ordered) // PART))
    return parts


def _families(seeds: Seeds, members: Members) -> list[Members]:
    """Nominations that look to be the same text: those that have a sketch in common, and who has one with them."""
    which = np.full(int(members.max()) + 1, -1)
    which[members] = np.arange(len(members))
    entries = seeds.where(np.isin(seeds.owner, members))
    owner = which[entries.owner]
    ties = [_same(_sketch(entries.seed, owner, turn)) for turn in range(_SKETCHES)]
    first = components(
        len(members), np.concatenate([a for a, _ in ties]), np.concatenate([b for _, b in ties])
    )
    order = np.argsort(first, kind="stable")
    return np.split(members[order], np.flatnonzero(changes(first[order]))[1:])


def _sketch(seed: NDArray[np.integer], owner: Members, turn: int) -> Hashes:
    """For each text the least of its seeds, by one of several orders."""
    ranked = mixed(mixed(seed.astype(np.uint64) + np.uint64(1)) + np.uint64(turn))
    least = np.full(int(owner.max()) + 1, np.iinfo(np.uint64).max)
    np.minimum.at(least, owner, ranked)
    return least


def _same(sketch: Hashes) -> tuple[Members, Members]:
    """Every two neighbours, in the order of their sketches, that have the same."""
    order = np.argsort(sketch, kind="stable")
    same = ~changes(sketch[order])[1:]
    return order[:-1][same], order[1:][same]
