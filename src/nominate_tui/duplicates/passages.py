"""Passages that two texts share word for word: runs of shared seeds, joined over a few changed words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

SEED: Final = 5
"""Words in a row that begin a passage."""
BRIDGE: Final = 3
"""Changed, added or missing words that a passage may reach over, in either text."""
LEAST: Final = 8
"""Words from which on a passage counts."""

Seed = tuple[str, ...]
"""Five folded words in a row."""
Places = Mapping[Seed, Sequence[int]]
"""Where in a text its seeds stand, as the number of the first word, in rising order."""


def seeds(words: Sequence[str]) -> Iterator[Seed]:
    """Every five words in a row, by the place they begin."""
    return zip(*(words[start:] for start in range(SEED)), strict=False)


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words in a row that two texts have: where they begin in each, and how many they are."""

    a: int
    b: int
    length: int

    def leads_to(self, later: "Run") -> bool:
        """Whether a passage goes on from this run to a later one, over a few changed words."""
        furthest = self.length + BRIDGE
        return 0 < later.a - self.a <= furthest and 0 < later.b - self.b <= furthest


Passage = tuple[Run, ...]
"""Runs that lead from one to the next, in the order of the first text."""


def passages(a: Places, b: Places) -> tuple[Passage, ...]:
    """The passages of two texts that count, in the order of the first text. With the texts changed about, the same."""
    found = _joined(sorted(_runs(a, b)))
    return tuple(passage for passage in found if length(passage) >= LEAST)


def length(passage: Sequence[Run]) -> int:
    """How many words the runs cover, in the text where they cover fewer."""
    in_a = {place for run in passage for place in range(run.a, run.a + run.length)}
    in_b = {place for run in passage for place in range(run.b, run.b + run.length)}
    return min(len(in_a), len(in_b))


def _runs(a: Places, b: Places) -> Iterator[Run]:
    """Seeds that follow on one another in both texts, as runs.

    A seed that stands several times in a text is met in order, the first with the first: as many meetings as
    places, where all with all would be their square.
    """
    diagonals: defaultdict[int, list[int]] = defaultdict(list)
    for seed in a.keys() & b.keys():
        for in_a, in_b in zip(a[seed], b[seed], strict=False):
            diagonals[in_b - in_a].append(in_a)
    for offset, places in diagonals.items():
        for start, end in _stretches(sorted(places)):
            yield Run(start, start + offset, end - start)


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where seeds that overlap or touch begin and end."""
    start, end = places[0], places[0] + SEED
    for place in places[1:]:
        if place > end:
            yield start, end
            start = place
        end = place + SEED
    yield start, end


def _joined(runs: Sequence[Run]) -> list[Passage]:
    """Runs, in order, as passages: two runs are in one passage if any chain of runs leads from one to the other."""
    passage_of = {run: [run] for run in runs}
    for place, run in enumerate(runs):
        for later in _within_reach(runs, place):
            if run.leads_to(later) and passage_of[run] is not passage_of[later]:
                passage_of[run] += passage_of[later]
                for moved in passage_of[later]:
                    passage_of[moved] = passage_of[run]
    return sorted({tuple(sorted(passage)) for passage in passage_of.values()})


def _within_reach(runs: Sequence[Run], place: int) -> Iterator[Run]:
    """The runs after a place that begin before a passage could no longer reach them."""
    run = runs[place]
    for later in range(place + 1, len(runs)):
        if runs[later].a > run.a + run.length + BRIDGE:
            return
        yield runs[later]
