"""How alike two titles are, and how alike two owners are. The only file that knows rapidfuzz."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import fsum, log
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Indel

from nominate_tui.duplicates.fold import Names, visible, words
from nominate_tui.model.nomination import Nominations

_TOKEN: Final = re.compile(r"[\w'’-]+|[^\w\s]")
"""A word as it is written, or a sign that parts two names."""


def title_key(words: Sequence[str]) -> str:
    """A title as it is compared: its folded words in the order of the alphabet."""
    return " ".join(sorted(words))


def keys_alike(a: str, b: str) -> float:
    """How alike two title keys are, 0 to 1; 0 where one is empty, for then nothing is known.

    The normalised Indel similarity: twice the longest common subsequence over the letters of both.
    """
    return Indel.normalized_similarity(a, b) if a and b else 0.0


def near_keys(keys: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Every two places whose title keys are at least so alike (0 to 1), the earlier place first."""
    for i, key in enumerate(keys):
        near = process.extract(
            key, keys[i + 1 :], scorer=Indel.normalized_similarity, score_cutoff=least, limit=None
        )
        yield from sorted((i, i + 1 + place) for other, _, place in near if key and other)


def nearest_keys(key: str, known: Sequence[str], least: float) -> tuple[tuple[int, float], ...]:
    """The places of the known keys that are at least so alike to a key (0 to 1), and how alike; the nearest first."""
    if not key:
        return ()
    near = process.extract(key, known, scorer=Indel.normalized_similarity, score_cutoff=least, limit=None)
    return tuple((place, alike) for other, alike, place in near if other)


@dataclass(frozen=True, slots=True)
class OwnerLikeness:
    """How alike the owners of two nominations are."""

    value: float
    """0 to 1; 1 where they name the same person or the one names nothing that the other does not."""
    person: str = ""
    """A person that both name, as written; empty where there is none."""


class Owners:
    """Compares who nominations belong to: the organisation and the responsible, as their forms name them.

    A word weighs ln(1 + N / n), where n of the round's N owners have it: two that share "Røde" and "Kors" are
    less alike than two that share "Mødrehjælpen".
    """

    def __init__(self, nominations: Nominations, names: Names) -> None:
        """Count how rare the words of the round's owners are."""
        self._names = names
        self._responsible = {nomination.id: nomination.responsible for nomination in nominations}
        self._organisations = {
            nomination.id: self._words(nomination.organisation) for nomination in nominations
        }
        self._owners = {
            nomination.id: self._organisations[nomination.id] | self._words(nomination.responsible)
            for nomination in nominations
        }
        self._count = Counter(word for owner in self._owners.values() for word in owner)
        self._persons = cache(self._read_persons)

    def alike(self, a: str, b: str) -> OwnerLikeness | None:
        """How alike the owners of two nominations are, by their ids; `None` where one of them names none.

        They are as alike as their organisations, or as all words of organisation and responsible, whichever is
        more; and wholly alike where a person is responsible in both.
        """
        if not self._owners[a] or not self._owners[b]:
            return None
        if person := self._person(a, b):
            return OwnerLikeness(1.0, person)
        organisations = self._overlap(self._organisations[a], self._organisations[b])
        return OwnerLikeness(max(organisations, self._overlap(self._owners[a], self._owners[b])))

    def _words(self, text: str) -> frozenset[str]:
        return frozenset(self._names.words(text))

    def _weight(self, words: frozenset[str]) -> float:
        return fsum(log(1 + len(self._owners) / self._count[word]) for word in words)

    def _overlap(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight of what both have over the weight of the lighter (Szymkiewicz–Simpson, weighted)."""
        return self._weight(a & b) / min(self._weight(a), self._weight(b)) if a and b else 0.0

    def _person(self, a: str, b: str) -> str:
        """The fullest name of a person who is responsible in both; empty where there is none."""
        both = [
            max(one, other, key=lambda name: (len(name), name))
            for one, heard in self._persons(a).items()
            for other, seen in self._persons(b).items()
            if heard <= seen or seen <= heard
        ]
        return min(both, default="")

    def _read_persons(self, id: str) -> dict[str, frozenset[str]]:
        names = {name: frozenset(words(name)) for name in capitalised(self._responsible[id])}
        return {
            name: heard
            for name, heard in names.items()
            if len(heard) > 1 and not self._is_organisation(heard)
        }

    def _is_organisation(self, name: frozenset[str]) -> bool:
        """Whether some organisation field of the round has all words of a name: then it is no person's."""
        return any(name <= organisation for organisation in self._organisations.values())


def capitalised(text: str) -> tuple[str, ...]:
    """The names in a text: two or more words in a row that begin with a capital, as written."""
    runs = groupby(_TOKEN.findall(visible(text)), key=lambda token: token[0].isupper())
    names = [list(run) for upper, run in runs if upper]
    return tuple(" ".join(name) for name in names if len(name) > 1)
