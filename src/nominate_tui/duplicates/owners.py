"""Who nominations belong to, and whether two of them belong to the same: persons, addresses, numbers, organisations."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache, cached_property
from itertools import chain, combinations
from typing import Final, TypeVar

import numpy as np

from nominate_tui.duplicates.common import many_names
from nominate_tui.duplicates.comparison import Owner
from nominate_tui.duplicates.fold import Names, words
from nominate_tui.duplicates.index import OwnerIndex
from nominate_tui.duplicates.likeness import differ
from nominate_tui.duplicates.organisations import Organisations
from nominate_tui.duplicates.pairing import Pairs, pairs_of
from nominate_tui.duplicates.persons import Heard, may_be_short_for, persons, same_person, shortened
from nominate_tui.duplicates.reached import Reached, by_email, by_telephone, emails_in, of_many, telephones_in
from nominate_tui.duplicates.since import Since
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
        since: Since | None = None,
    ) -> None:
        """Read persons, addresses, numbers and organisations; `contacts` may be absent on a juror's machine.

        Where most of a round is kept, of the others only those are read who may be the owner of one that is new.
        `looked` is called again and again; what it raises goes through.
        """
        contact = {each.nomination: each for each in contacts}
        self._given = [contact.get(nomination.id, _NOBODY) for nomination in nominations]
        self._nominations = nominations.all
        self._since = since
        self._organisations = Organisations(nominations, names, looked, since)
        self.persons = cache(self._responsible_for)
        """Who is responsible for a nomination, by its place: names as they are written."""
        self._short = cache(lambda text: self._organisations.without(shortened(text)))
        self._contact = cache(lambda place: persons(self._given[place].name))
        self._everybody = cache(self._all_persons)
        every = range(len(nominations))
        self._shared = {} if since else dict.fromkeys(self._of_many(looking(every, looked)), True)
        self._found = _found(nominations, since, looked)
        emails, telephones = self._found
        self._emails = by_email(emails, nominations, self._given)
        looked()
        self._telephones = by_telephone(telephones, nominations, self._given)

    def near(self, looked: Callable[[], None] = lambda: None) -> Pairs:
        """The places of every two that name the same person, in full or in short, e-mail or telephone.

        Where most of a round is kept, every two of which one is new; for each of these `looked` is called.
        """
        if self._since is None:
            return _pairs(self._meetings(range(len(self._nominations))))
        found: list[tuple[int, int]] = []
        for late in self._since.places:
            looked()
            found += (pair for pair in self._meetings(self._may_be_owner(late), late) if late in pair)
        return _pairs(found)

    def _meetings(self, places: Sequence[int], late: int | None = None) -> Iterator[tuple[int, int]]:
        """Every two of some nominations, by their places, that have an owner in common; with a late one where one is told."""
        most = max(_MOST, many_names(len(self._nominations)))
        for those in self._having(places):
            if 1 < len(those) <= most and (late is None or late in those):
                yield from combinations(sorted(those), 2)
        yield from self._named_in_short(places, most, late)

    def _may_be_owner(self, place: int) -> Sequence[int]:
        """Who names anybody, by whatever word, or is reached by what somebody names or is reached by; with this one itself."""
        named = [
            *self._everybody(place).values(),
            *self._short(self._nominations[place].responsible).values(),
        ]
        meeting = [self._saying.get(word, ()) for word in frozenset[str]().union(*named)]
        for each, holders in self._reaching:
            meeting += [holders[one] for one in each[place]]
        return sorted({place}.union(*meeting))

    @cached_property
    def _saying(self) -> Mapping[str, set[int]]:
        """Who has a word in the name of anybody, contacts too, by their places."""
        both = zip(self._nominations, self._given, strict=True)
        said = (words(f"{each.responsible}\n{contact.name}") for each, contact in both)
        return _holders(enumerate(said))

    @cached_property
    def _reaching(self) -> Sequence[tuple[Reached, Mapping[str, set[int]]]]:
        """By what each may be reached, and who else by the same."""
        return [(each, _holders(enumerate(each))) for each in (self._emails, self._telephones)]

    def _saying_all(self, heard: Set[str]) -> Sequence[int]:
        """Who has all words of a name in that of anybody, by their places."""
        return sorted(set.intersection(*(self._saying.get(word, set()) for word in heard)))

    def _named_in_short(
        self, places: Sequence[int], most: int, late: int | None
    ) -> Iterator[tuple[int, int]]:
        """Who names somebody in short, and who names the same person in full; of words in so many names at most."""
        holders = _holders((place, frozenset().union(*self.persons(place).values())) for place in places)
        for place in places:
            short = frozenset().union(*self._short(self._nominations[place].responsible).values())
            known = {
                other
                for word in short
                if len(holders.get(word, ())) <= most
                for other in holders.get(word, ())
            }
            if late is not None and place != late:
                known &= {late}
            yield from ((place, other) for other in known if other != place and self._in_short(place, other))

    def _having(self, places: Sequence[int]) -> Iterable[set[int]]:
        """The places of those that have something by which another may be the same owner."""
        holders = _holders((place, self._everybody(place).values()) for place in places)
        short = frozenset().union(*(name for name in holders if any(len(word) == 1 for word in name)))
        having: defaultdict[Hashable, set[int]] = defaultdict(set)
        for name, those in holders.items():
            for key in _keys(name, short):
                having[key].update(those)
        reached = (self._emails, self._telephones)
        return chain(
            having.values(),
            *(_holders((place, each[place]) for place in places).values() for each in reached),
        )

    @property
    def index(self) -> OwnerIndex:
        """What is to be kept: nothing of contacts."""
        emails, telephones = (
            [(one, place) for place, some in enumerate(each) for one in sorted(some)] for each in self._found
        )
        return OwnerIndex(
            words=self._organisations.words,
            wide=[*self._organisations.wide],
            named=self._organisations.index(range(len(self._nominations))),
            emails=[one for one, _place in emails],
            email_places=np.array([place for _one, place in emails], np.int32),
            telephones=[one for one, _place in telephones],
            telephone_places=np.array([place for _one, place in telephones], np.int32),
        )

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
        if person := (self._in_both(self.persons, a, b) or self._in_short(a, b) or self._in_short(b, a)):
            return Owner("same", 1.0, "person", person)
        if person := self._in_both(self._everybody, a, b):
            return Owner("same", 1.0, "contact", person)
        if self._emails[a] & self._emails[b]:
            return Owner("same", 1.0, "email")
        return Owner("same", 1.0, "telephone") if self._telephones[a] & self._telephones[b] else None

    def _strangers(self, a: int, b: int) -> bool:
        """Whether persons are responsible for both who have no name in common, however it is spelt."""
        some, others = (frozenset().union(*self.persons(place).values()) for place in (a, b))
        return differ(some, others)

    def _in_both(self, named: Callable[[int], Mapping[str, Heard]], a: int, b: int) -> str:
        """The fullest name of a person whom both name; empty where there is none, or where it is the name of a thing."""
        one, other = named(a), named(b)
        person = _in_both(one, other) if one and other else ""
        return "" if person and (self._says_small(a, person) or self._says_small(b, person)) else person

    def _in_short(self, a: int, b: int) -> str:
        """The fullest name of whoever is responsible for one nomination and, in short, for another; empty where there is none.

        Only where organisations have a telling word in common, and nobody else of the round may be called so.
        """
        full = self.persons(b)
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
        known = frozenset().union(*map(self._called, short))
        return all(same_person(full, other) for other in known if may_be_short_for(short, other))

    def _called(self, word: str) -> Set[Heard]:
        """The names of all who are responsible for something that have a word."""
        if self._since and word not in self._known:
            those = (heard for place in self._saying_all({word}) for heard in self.persons(place).values())
            self._known[word] = {heard for heard in those if word in heard}
        return self._known.get(word, frozenset())

    @cached_property
    def _known(self) -> dict[str, set[Heard]]:
        """The same by every word; where most of a round is kept, by those that were asked for."""
        known: defaultdict[str, set[Heard]] = defaultdict(set)
        for place in range(len(self._nominations)) if self._since is None else ():
            for heard in self.persons(place).values():
                for word in heard:
                    known[word].add(heard)
        return known

    def _says_small(self, place: int, person: str) -> bool:
        """Whether the answers of a nomination have a name without capitals: then it is the name of a thing."""
        small = person.lower()
        texts = self._nominations[place].answers.values()
        return any(small in text and re.search(rf"\b{re.escape(small)}\b", text) for text in texts)

    def _responsible_for(self, place: int) -> Mapping[str, Heard]:
        return self._organisations.persons(self._nominations[place].responsible)

    def _all_persons(self, place: int) -> Mapping[str, Heard]:
        """Who is responsible for a nomination, and its contact, but one of very many organisations."""
        one, contact = self.persons(place), self._contact(place)
        other = {name: heard for name, heard in contact.items() if not self._is_shared(heard)}
        return {**one, **other} if one and other else one or other

    def _is_shared(self, heard: Heard) -> bool:
        """Whether somebody is the contact of very many organisations."""
        if self._since and heard not in self._shared:
            self._shared[heard] = heard in self._of_many(self._saying_all(heard))
        return self._shared.get(heard, False)

    def _of_many(self, places: Iterable[int]) -> frozenset[Heard]:
        """Who is the contact of very many organisations, all whose nominations are among these."""
        given = ((self._nominations[place], self._contact(place).values()) for place in places)
        return of_many(given, many_names(len(self._nominations)))


def _pairs(meetings: Iterable[tuple[int, int]]) -> Pairs:
    pairs = np.fromiter(chain.from_iterable(meetings), np.int32).reshape(-1, 2)
    return pairs_of(pairs[:, 0], pairs[:, 1])


def _found(
    nominations: Nominations, since: Since | None, looked: Callable[[], None]
) -> tuple[Reached, Reached]:
    """The addresses and the numbers in every nomination; where most of a round is kept, only the others are read."""
    new = nominations if since is None else [nominations.all[place] for place in since.places]
    emails, telephones = emails_in(looking(new, looked)), telephones_in(looking(new, looked))
    if since is None:
        return emails, telephones
    kept = since.index.owners
    return (
        since.held(kept.emails, kept.email_places, emails),
        since.held(kept.telephones, kept.telephone_places, telephones),
    )


def _holders(named: Iterable[tuple[int, Iterable[Key]]]) -> Mapping[Key, set[int]]:
    """The places of those who have something, by what they have."""
    holders: defaultdict[Key, set[int]] = defaultdict(set)
    for place, each in named:
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
