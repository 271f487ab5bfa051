"""Who nominations belong to, and whether two of them belong to the same: persons, addresses, numbers, organisations."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Final

import numpy as np

from nominate_tui.duplicates.common import many, many_names
from nominate_tui.duplicates.comparison import Owner
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.organisations import Organisations
from nominate_tui.duplicates.pairing import Pairs, pairs_of
from nominate_tui.duplicates.persons import persons
from nominate_tui.duplicates.reach import emails, telephones
from nominate_tui.model.nomination import Contact, Nomination, Nominations

_MOST: Final = 50
"""Nominations of one person, address or number whose pairs are proposed for this alone, at most."""

_NOBODY: Final = Contact("")


class Owners:
    """The owners of a round, ready to be compared."""

    def __init__(self, nominations: Nominations, names: Names, contacts: Iterable[Contact] = ()) -> None:
        """Read persons, addresses, numbers and organisations; `contacts` may be absent on a juror's machine."""
        contact = {each.nomination: each for each in contacts}
        known = [contact.get(nomination.id, _NOBODY) for nomination in nominations]
        self._organisations = Organisations(nominations, names)
        self._responsible = [self._organisations.without(persons(each.responsible)) for each in nominations]
        self._contacts = [persons(each.name) for each in known]
        written = [_written(each) for each in nominations]
        self._emails = _reached(map(emails, written), [emails(each.email) for each in known])
        self._telephones = _reached(map(telephones, written), [telephones(each.telephone) for each in known])

    def near(self) -> Pairs:
        """The places of every two that name the same person, e-mail or telephone."""
        having: defaultdict[Hashable, set[int]] = defaultdict(set)
        for place in range(len(self._emails)):
            for key in self._keys(place):
                having[key].add(place)
        few = [
            sorted(places)
            for places in having.values()
            if len(places) <= max(_MOST, many_names(len(self._emails)))
        ]
        found = np.array([pair for places in few for pair in combinations(places, 2)], np.int32).reshape(
            -1, 2
        )
        return pairs_of(found[:, 0], found[:, 1])

    def alike(self, a: int, b: int) -> Owner:
        """What the owners of two nominations are to one another, by their places.

        One person, address or number in both makes them the same, however often it stands in the round.
        """
        if person := _in_both(self._responsible[a], self._responsible[b]):
            return Owner("same", 1.0, "person", person)
        if person := _in_both(self._everybody[a], self._everybody[b]):
            return Owner("same", 1.0, "contact", person)
        if self._emails[a] & self._emails[b]:
            return Owner("same", 1.0, "email")
        if self._telephones[a] & self._telephones[b]:
            return Owner("same", 1.0, "telephone")
        return self._organisations.alike(a, b)

    @cached_property
    def _everybody(self) -> list[Mapping[str, frozenset[str]]]:
        return [{**one, **other} for one, other in zip(self._responsible, self._contacts, strict=True)]

    def _keys(self, place: int) -> set[Hashable]:
        """What another must have one of to be the same owner: two words of a name, an address, a number."""
        named = {
            frozenset(two)
            for heard in self._everybody[place].values()
            for two in combinations(sorted(heard), 2)
        }
        return {*named, *self._emails[place], *self._telephones[place]}


def _written(nomination: Nomination) -> str:
    """All in which an address or a number may stand, but the contact."""
    fields = (nomination.organisation, nomination.responsible)
    return "\n".join((*fields, *nomination.facts.values(), *nomination.answers.values()))


def _reached(found: Iterable[frozenset[str]], given: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """What was found of each, without what stands in many: the award's own. What somebody gave as theirs stays."""
    every = list(found)
    having = Counter(one for each in every for one in each)
    common = {one for one, count in having.items() if count > many(len(every))}
    return [(each - common) | own for each, own in zip(every, given, strict=True)]


def _in_both(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> str:
    """The fullest name of a person whom both name, a middle name more or less; empty where there is none."""
    both = [
        max(one, other, key=lambda name: (len(name), name))
        for one, heard in a.items()
        for other, seen in b.items()
        if heard <= seen or seen <= heard
    ]
    return min(both, default="")
