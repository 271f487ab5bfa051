"""Who nominations belong to, and whether two of them belong to the same: persons, addresses, numbers, organisations."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import chain, combinations
from typing import Final, TypeVar

import numpy as np

from nominate_tui.duplicates.common import many_names
from nominate_tui.duplicates.comparison import Owner
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.likeness import differ
from nominate_tui.duplicates.organisations import Organisations
from nominate_tui.duplicates.pairing import Pairs, pairs_of
from nominate_tui.duplicates.persons import Heard, may_be_short_for, persons, same_person, shortened
from nominate_tui.duplicates.reached import by_email, by_telephone, of_many
from nominate_tui.duplicates.steps import looking
from nominate_tui.model.nomination import Contact, Nominations

_MOST: Final = 50
"""Nominations of one person, address or number whose pairs are proposed for this alone, at most."""

_NOBODY: Final = Contact("")

Key = TypeVar("Key", bound=Hashable)


class Owners:
    """The owners of a round, ready to be compared."""

    def __init__(
        self,
        nominations: Nominations,
        names: Names,
        contacts: Iterable[Contact] = (),
        looked: Callable[[], None] = lambda: None,
    ) -> None:
        """Read persons, addresses, numbers and organisations; `contacts` may be absent on a juror's machine.

        `looked` is called again and again; what it raises goes through.
        """
        contact = {each.nomination: each for each in contacts}
        known = [contact.get(nomination.id, _NOBODY) for nomination in nominations]
        self._nominations = nominations.all
        self._organisations = Organisations(nominations, names, looked)
        named = self._organisations.persons
        self._responsible = [named(each.responsible) for each in looking(nominations, looked)]
        self._short = cache(lambda text: self._organisations.without(shortened(text)))
        self._contacts = _of_few([persons(each.name) for each in looking(known, looked)], nominations)
        looked()
        self._emails = by_email(nominations, known)
        looked()
        self._telephones = by_telephone(nominations, known)

    @property
    def persons(self) -> Sequence[Iterable[str]]:
        """Who is responsible for each nomination, in the order of the round: names as they are written."""
        return self._responsible

    def near(self) -> Pairs:
        """The places of every two that name the same person, in full or in short, e-mail or telephone."""
        most = max(_MOST, many_names(len(self._emails)))
        few = [sorted(places) for places in self._having() if 1 < len(places) <= most]
        found = [two for places in few for two in combinations(places, 2)]
        found += self._named_in_short(most)
        pairs = np.fromiter(chain.from_iterable(found), np.int32, 2 * len(found)).reshape(-1, 2)
        return pairs_of(pairs[:, 0], pairs[:, 1])

    def _named_in_short(self, most: int) -> Iterable[tuple[int, int]]:
        """Who names somebody in short, and who names the same person in full; of words in so many names at most."""
        holders = _holders(frozenset().union(*each.values()) for each in self._responsible)
        for place, each in enumerate(self._nominations):
            words = frozenset().union(*self._short(each.responsible).values())
            known = {
                other
                for word in words
                if len(holders.get(word, ())) <= most
                for other in holders.get(word, ())
            }
            yield from ((place, other) for other in known if other != place and self._in_short(place, other))

    def _having(self) -> Iterable[set[int]]:
        """The places of those that have something by which another may be the same owner."""
        holders = _holders(each.values() for each in self._everybody)
        short = frozenset().union(*(name for name in holders if any(len(word) == 1 for word in name)))
        having: defaultdict[Hashable, set[int]] = defaultdict(set)
        for name, places in holders.items():
            for key in _keys(name, short):
                having[key].update(places)
        return chain(having.values(), *(_holders(each).values() for each in (self._emails, self._telephones)))

    def alike(self, a: int, b: int) -> Owner:
        """What the owners of two nominations are to one another, by their places.

        One person, address or number in both makes them the same, however often it stands in the round.
        """
        if same := self._reached(a, b):
            return replace(same, elsewhere=self._organisations.apart(a, b))
        found = self._organisations.alike(a, b)
        return replace(found, in_part=False) if found.in_part and self._strangers(a, b) else found

    def _reached(self, a: int, b: int) -> Owner | None:
        """The owner of both by the person, the address or the number that is the same; `None` where none is."""
        if person := (self._in_both(self._responsible, a, b) or self._in_short(a, b) or self._in_short(b, a)):
            return Owner("same", 1.0, "person", person)
        if person := self._in_both(self._everybody, a, b):
            return Owner("same", 1.0, "contact", person)
        if self._emails[a] & self._emails[b]:
            return Owner("same", 1.0, "email")
        return Owner("same", 1.0, "telephone") if self._telephones[a] & self._telephones[b] else None

    def _strangers(self, a: int, b: int) -> bool:
        """Whether persons are responsible for both who have no name in common, however it is spelt."""
        some, others = (frozenset().union(*self._responsible[place].values()) for place in (a, b))
        return differ(some, others)

    def _in_both(self, named: Sequence[Mapping[str, Heard]], a: int, b: int) -> str:
        """The fullest name of a person whom both name; empty where there is none, or where it is the name of a thing."""
        person = _in_both(named[a], named[b]) if named[a] and named[b] else ""
        return "" if person and (self._says_small(a, person) or self._says_small(b, person)) else person

    def _in_short(self, a: int, b: int) -> str:
        """The fullest name of whoever is responsible for one nomination and, in short, for another; empty where there is none.

        Only where organisations have a telling word in common, and nobody else of the round may be called so.
        """
        full = self._responsible[b]
        named = self._short(self._nominations[a].responsible) if full else {}
        if not named or not self._organisations.meet(a, b):
            return ""
        both = [
            name for name, heard in full.items() if any(self._means(short, heard) for short in named.values())
        ]
        return min(both, default="")

    def _means(self, short: Heard, full: Heard) -> bool:
        """Whether a short name is that of a full one, and of no other person of the round."""
        if not may_be_short_for(short, full):
            return False
        known = frozenset().union(*(self._known[word] for word in short if word in self._known))
        return all(same_person(full, other) for other in known if may_be_short_for(short, other))

    @cached_property
    def _known(self) -> Mapping[str, set[Heard]]:
        """The names of all who are responsible for something, by each of their words."""
        known: defaultdict[str, set[Heard]] = defaultdict(set)
        for named in self._responsible:
            for heard in named.values():
                for word in heard:
                    known[word].add(heard)
        return known

    def _says_small(self, place: int, person: str) -> bool:
        """Whether the answers of a nomination have a name without capitals: then it is the name of a thing."""
        small = person.lower()
        texts = self._nominations[place].answers.values()
        return any(small in text and re.search(rf"\b{re.escape(small)}\b", text) for text in texts)

    @cached_property
    def _everybody(self) -> list[Mapping[str, Heard]]:
        both = zip(self._responsible, self._contacts, strict=True)
        return [{**one, **other} if one and other else one or other for one, other in both]


def _of_few(contacts: Sequence[Mapping[str, Heard]], nominations: Nominations) -> list[Mapping[str, Heard]]:
    """Contacts without those of very many organisations."""
    shared = of_many([each.values() for each in contacts], nominations)
    return [{name: heard for name, heard in each.items() if heard not in shared} for each in contacts]


def _holders(named: Iterable[Iterable[Key]]) -> Mapping[Key, set[int]]:
    """The places of those who have something, by what they have."""
    holders: defaultdict[Key, set[int]] = defaultdict(set)
    for place, each in enumerate(named):
        for one in each:
            holders[one].add(place)
    return holders


def _keys(name: Heard, short: Heard) -> set[Hashable]:
    """What a name has in common with any other that may be the same person's: two words, or one and two initials.

    `short` has the words beside which initials stand in some name.
    """
    keys: set[Hashable] = {*combinations(sorted(name), 2)}
    for word in name & short:
        letters = sorted(other[0] for other in name - {word})
        keys.update((word, *two) for two in combinations(letters, 2))
    return keys


def _in_both(a: Mapping[str, Heard], b: Mapping[str, Heard]) -> str:
    """The fullest name of a person whom both name, a middle name more or less; empty where there is none."""
    both = [
        max(one, other, key=lambda name: (len(name), name))
        for one, heard in a.items()
        for other, seen in b.items()
        if same_person(heard, seen)
    ]
    return min(both, default="")
