"""The texts of a round: which of them share passages, and how much.

Phrases that stand in many nominations of the round are the form's wording and do not count. Only nominations that
share a phrase are compared, so a round costs its words and not its pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Final

from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.passages import BRIDGE, Places, Seed, length, passages, seeds
from nominate_tui.model.nomination import Nomination, Nominations

QUOTED: Final = 12
"""Words of a passage that are quoted at most."""
_MARKS: Final = BRIDGE + 1
"""Marks after an answer: one more than a passage reaches over."""


def many(nominations: int) -> int:
    """In how many of a round's nominations a phrase may stand before it is nobody's own: 5, or a tenth of them."""
    return max(5, nominations // 10)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts have in common word for word."""

    words: int = 0
    """How many words stand in passages."""
    share: float = 0.0
    """The same over the words of the shorter text, 0 to 1."""
    passages: int = 0
    """How many passages there are."""
    longest: int = 0
    """How many words the longest passage has."""
    quote: str = ""
    """How the longest passage begins, as the first nomination writes it."""


class Texts:
    """The texts of a round, ready to be compared."""

    def __init__(self, nominations: Nominations) -> None:
        """Read every text and find the seeds that more than one of them has, but not many."""
        self._words = {nomination.id: self._read(nomination) for nomination in nominations}
        self._holders = _holders(self._words)
        self._places = cache(self._find_places)
        self._spelt = cache(lambda id: f" {' '.join(self._words[id])} ")

    def pairs(self) -> set[frozenset[str]]:
        """The ids of every two that may share a passage."""
        shared = Counter(pair for holders in self._holders.values() for pair in combinations(holders, 2))
        # One seed is five words: too few for a passage.
        return {frozenset(pair) for pair, seeds in shared.items() if seeds > 1}

    def shared(self, a: Nomination, b: Nomination) -> Shared | None:
        """What two nominations have in common word for word; `None` where one of them has no text."""
        shorter = min(self._length(a), self._length(b))
        if not shorter:
            return None
        found = passages(self._places(a.id), self._places(b.id))
        if not found:
            return Shared()
        longest = max(found, key=length)
        start, end = longest[0].a, max(run.a + run.length for run in longest)
        count = length([run for passage in found for run in passage])
        return Shared(
            words=count,
            share=count / shorter,
            passages=len(found),
            longest=length(longest),
            quote=_quote(a.answers.values(), start, min(end, start + QUOTED)),
        )

    def holding(self, phrase: str) -> frozenset[str]:
        """The ids of the nominations in whose text some folded words stand in a row, as they do in the phrase."""
        wanted = f" {phrase} "
        return frozenset(id for id in self._words if wanted in self._spelt(id))

    def _read(self, nomination: Nomination) -> list[str]:
        """The folded words, with so many marks after an answer that no passage reaches over them."""
        marks = [f"\n{nomination.id}"] * _MARKS
        read: list[str] = []
        for answer in nomination.answers.values():
            read += words(answer)
            read += marks
        return read

    def _length(self, nomination: Nomination) -> int:
        return len(self._words[nomination.id]) - len(nomination.answers) * _MARKS

    def _find_places(self, id: str) -> Places:
        """Where in a text its shared seeds stand."""
        places: defaultdict[Seed, list[int]] = defaultdict(list)
        for place, seed in enumerate(seeds(self._words[id])):
            if seed in self._holders:
                places[seed].append(place)
        return places


def _quote(answers: Iterable[str], start: int, end: int) -> str:
    """The words from one place of a text to another, within one answer, as they are written."""
    for answer in answers:
        length = len(words(answer))
        if start < length:
            return " ".join(chunk for chunk in _written(answer)[start:end] if chunk)
        start, end = start - length - _MARKS, end - length - _MARKS
    return ""


def _written(answer: str) -> list[str]:
    """For every folded word of an answer what is written there; of several in one ("and/or") the first has it all."""
    written: list[str] = []
    for chunk in answer.split():
        count = len(words(chunk))
        written += [chunk, *[""] * count][:count]
    return written


def _holders(texts: Mapping[str, Sequence[str]]) -> Mapping[Seed, list[str]]:
    """The ids of the texts that have a seed, for the seeds that more than one has, but not many."""
    own = {id: set(seeds(text)) for id, text in texts.items()}
    seen: set[Seed] = set()
    again: set[Seed] = set()
    for has in own.values():
        again |= seen & has
        seen |= has
    holders: defaultdict[Seed, list[str]] = defaultdict(list)
    for id, has in own.items():
        for seed in has & again:
            holders[seed].append(id)
    return {seed: ids for seed, ids in holders.items() if len(ids) <= many(len(texts))}
