"""Whether two nominations name the same organisation: by its rare words, and never by a wide one such as a region."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from math import fsum, log
from typing import Final

from nominate_tui.duplicates.common import many
from nominate_tui.duplicates.comparison import Owner
from nominate_tui.duplicates.fold import Names, visible, words
from nominate_tui.duplicates.houses import Houses, abbreviated, are_two, houses
from nominate_tui.duplicates.likeness import MISSPELT, differ, may_be_misspelt, spelt_alike
from nominate_tui.duplicates.persons import is_nobody, is_role, persons
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.stems import LINKING, stem
from nominate_tui.duplicates.steps import looking
from nominate_tui.duplicates.units import codes, is_kind, is_letter, written_out
from nominate_tui.model.nomination import Nomination, Nominations

SAME: Final = 0.7
"""From what likeness on two organisations are the same one, 0 to 1."""
NAMED: Final = 0.5
"""What part of the names in an organisation stands in the title of a nomination that belongs to it, 0 to 1."""
IN_PART: Final = 1 / 3
"""From what likeness of their telling words on two that differ are alike in part, 0 to 1."""
_LESS: Final = 0.25
"""What a word of a wide organisation weighs beside another."""
_WIDE: Final = re.compile(
    r"\b(?:region(?:en)? \w+|\w+ (?:kommune|municipality|county|council)|(?:municipality|city|county) of \w+"
    r"|røde kors|red cross|danmark|denmark)\b"
)
"""Organisations so wide that many others belong to them."""
_WIDELY: Final = frozenset(
    (
        "region",
        "regionen",
        "kommune",
        "municipality",
        "county",
        "council",
        "city",
        "røde",
        "red",
        "danmark",
        "denmark",
    )
)
"""Words of which one stands in every wide organisation."""
_OWNING: Final = ("nominee", "proposed_by")
"""Facts that say whose a nomination is where its form has no owner."""
_KNOWN: Final = 1 << 16
"""Texts, and pairs of owners and of words, of which is kept what they are, for many come again."""

Words = frozenset[str]

_NONE: Final[Words] = frozenset()


@dataclass(frozen=True, slots=True)
class _Read:
    """What one text names."""

    told: Words
    """Its folded words, but those between words."""
    long: Words
    """The stems of those with more than one letter."""
    wide: Words
    """The stems of the words of wide organisations."""
    kinds: Words
    """The stems of the words that say of what kind an organisation or a person is, not which one."""
    row: tuple[str, ...]
    """The stems of the long words as they follow on one another."""
    codes: Words
    """What tells one unit from the next: a number or a letter after what kind it is ("Afsnit B"), and "M4" anywhere."""

    @property
    def words(self) -> Words:
        """The words that tell it from others: the long ones, or all where there are none."""
        return self.long or self.told

    @property
    def telling(self) -> Words:
        """The words that say which organisation it is."""
        return self.long - self.kinds


class Organisations:
    """The organisations of a round, ready to be compared.

    A word weighs ln(1 + N / n), where n of the round's N owners have it, and a quarter of that if it is a wide
    organisation's or many owners have it. Two are as alike as the weight of what both have over the weight of the
    lighter (Szymkiewicz–Simpson, weighted).
    """

    def __init__(
        self,
        nominations: Nominations,
        names: Names,
        looked: Callable[[], None] = lambda: None,
        since: Since | None = None,
    ) -> None:
        """Count how rare the words of the round's owners are; where most of a round is kept, those of the others.

        `looked` is called again and again; what it raises goes through.
        """
        self._nominations = nominations.all
        self._names = names
        self._kept = since.index.owners if since else None
        named = zip(since.index.owners.named, since.now.tolist(), strict=True) if since else ()
        self._kept_names = {frozenset(name.split()) for name, place in named if place >= 0}
        self._new = range(len(nominations)) if since is None else since.places
        self._read = cache(self._read_text)
        self._houses = cache(self._houses_in)
        self._abbreviated = lru_cache(_KNOWN)(_abbreviated)
        self.persons = cache(self._persons_in)
        """The names of persons in a text, but those that some organisation of the round has among its words."""
        self._owner = cache(self._words_of_owner)
        self._named = cache(self._words_of_name)
        self._count = Counter(self._kept.words if self._kept else ())
        self._count.update(chain.from_iterable(self._owner(place) for place in looking(self._new, looked)))
        common = {word for word, count in self._count.items() if count > many(len(nominations))}
        self._wide = common | self.wide
        self._weights = {word: self._weighed(word) for word in self._count}
        self._overlap = lru_cache(_KNOWN)(self._overlapping)
        self._spelt = lru_cache(_KNOWN)(spelt_alike)

    @property
    def words(self) -> Mapping[str, int]:
        """How many owners of the round have each word."""
        return self._count

    def index(self, places: Iterable[int]) -> Sequence[str]:
        """The words of the organisations of some nominations, with spaces between them."""
        return [" ".join(self._named(place)) for place in places]

    @cached_property
    def names(self) -> Set[Words]:
        """The words of every organisation of the round."""
        return {*self._kept_names, *map(self._named, self._new)}

    @cached_property
    def wide(self) -> Words:
        """The words of all wide organisations of the round."""
        new = [self._nominations[place] for place in self._new]
        fields = {field for each in new for field in (each.organisation, each.responsible)}
        kept = self._kept.wide if self._kept else ()
        return frozenset(kept).union(*{self._read(field).wide for field in fields})

    @cached_property
    def _holders(self) -> Mapping[str, frozenset[int]]:
        return _holders(self.names)

    def _words_of_owner(self, place: int) -> Words:
        each = self._nominations[place]
        return self._words(each.organisation, each.responsible)

    def _words_of_name(self, place: int) -> Words:
        """The words of an organisation; one that is only a letter is none of its owner's words where a person has a name."""
        return self._read(self._nominations[place].organisation).words & self._owner(place)

    def alike(self, a: int, b: int) -> Owner:
        """What two organisations are to one another, by the places of their nominations.

        They are as alike as what stands under "organisation", or as all words of organisation and responsible,
        whichever is more. Unknown where one is not named, or is only a wide one that the other names too.
        """
        if not (self._owner(a) and self._owner(b)):
            return self._elsewhere(a, b)
        one, other = self._organised(a, b)
        strangers, short = self._strangers(a, b), self._short(a, b)
        value = max(
            self._overlap(self._named(a), self._named(b)),
            self._overlap(self._named(a) - short, self._named(b) - short),
            self._overlap(self._owner(a) - strangers, self._owner(b) - strangers),
        )
        if self._in_two_houses(a, b):
            return Owner("different", value)
        if value < SAME or (not short and self._of_one_kind(a, b, strangers)):
            return Owner("different", value, in_part=self._in_part(a, b, strangers))
        if one.codes - other.codes and other.codes - one.codes:
            return Owner("different", value)
        if self._is_part(a, b) or self._is_part(b, a):
            return Owner("unknown", value)
        return Owner("same", value, "organisation")

    def apart(self, a: int, b: int) -> bool:
        """Whether both name an organisation, and no word that says which one it is is the other's, however it is spelt."""
        one, other = (
            self._named(place) & read.telling
            for place, read in zip((a, b), self._organised(a, b), strict=True)
        )
        return bool(one and other) and not self._overlap(one, other)

    def meet(self, a: int, b: int) -> bool:
        """Whether two nominations name organisations that have a word in common which says which one it is."""
        some, others = self._organised(a, b)
        return not some.telling.isdisjoint(others.telling)

    def without(self, persons: Mapping[str, Words]) -> Mapping[str, Words]:
        """Names of persons, but those that some organisation of the round has among its words."""
        return {name: heard for name, heard in persons.items() if not self._stands(heard)}

    def _read_text(self, text: str) -> "_Read":
        said = [*map(written_out, _joined(self._names.words(text)))]
        if is_nobody(said):
            return _Read(_NONE, _NONE, _NONE, _NONE, (), _NONE)
        told = frozenset(said) - LINKING
        row = tuple(stem(word) for word in said if len(word) > 1 and word in told)
        kinds = frozenset(stem(word) for word in told if len(word) > 1 and (is_kind(word) or is_role(word)))
        found = _WIDE.findall(" ".join(said)) if not _WIDELY.isdisjoint(said) else ()
        wide = frozenset(stem(word) for name in found for word in name.split())
        return _Read(told, frozenset(row), wide, kinds, row, codes(said))

    def _words(self, *texts: str) -> Words:
        """The words that tell an owner from others; initials do not, where there are other words."""
        every = [self._read(text) for text in texts if text]
        if len(every) == 1:
            return every[0].words
        return _NONE.union(*(each.long for each in every)) or _NONE.union(*(each.told for each in every))

    def _weighed(self, word: str) -> float:
        return log(1 + len(self._nominations) / self._count[word]) * (_LESS if word in self._wide else 1)

    def _weight(self, some: Words) -> float:
        return fsum(map(self._weights.__getitem__, some))

    def _overlapping(self, a: Words, b: Words) -> float:
        if not (a and b):
            return 0.0
        return min(
            1.0, (self._weight(a & b) + self._misspelt(a - b, b - a)) / min(self._weight(a), self._weight(b))
        )

    def _misspelt(self, some: Words, others: Words) -> float:
        """The weight of words of either that are misspelt in the other, each times how alike they are; the heavier side.

        Of two words the lighter weight counts: "eHospital" is no "hospital" that somebody misspelt.
        """
        near = [
            (one, other, alike)
            for one in some
            for other in may_be_misspelt(one, others)
            if (alike := self._spelt(one, other))
        ]
        if not near:
            return 0.0
        return max(self._nearest(near), self._nearest([(other, one, alike) for one, other, alike in near]))

    def _nearest(self, near: Sequence[tuple[str, str, float]]) -> float:
        """The lighter weight of pairs of words, each times how alike they are; of each first word the most."""
        nearest: dict[str, float] = {}
        for one, other, alike in near:
            weight = min(self._weights[one], self._weights[other]) * alike
            nearest[one] = max(weight, nearest.get(one, 0.0))
        return fsum(nearest.values())

    def _in_two_houses(self, a: int, b: int) -> bool:
        """Whether they are units of two municipalities, regions or hospitals, or these themselves."""
        one, other = self._organised(a, b)
        some, others = (self._houses(self._nominations[place].organisation) for place in (a, b))
        return are_two(some, others, one.long, other.long)

    def _of_one_kind(self, a: int, b: int, strangers: Words) -> bool:
        """Whether two have only their kind in common, and each organisation a name of its own: wards of two hospitals."""
        if (self._telling(a) & self._telling(b)) - strangers:
            return False
        return _names_differ(*(read.telling for read in self._organised(a, b)))

    def _short(self, a: int, b: int) -> Words:
        """The words of a house that one organisation names in full and the other by its first letters."""
        one, other = (self._nominations[place].organisation for place in (a, b))
        return self._abbreviated(one, other)

    def _in_part(self, a: int, b: int, strangers: Words) -> bool:
        """Whether two that differ have a good part of their telling words in common: one of several names, or the place.

        Not where they are two of one pattern: then the word that differs is the name.
        """
        some, others = self._organised(a, b)
        shared = max(
            self._overlap(some.telling, others.telling),
            self._overlap(self._telling(a) - strangers, self._telling(b) - strangers),
        )
        return shared >= IN_PART and not _of_one_pattern(some, others)

    def _strangers(self, a: int, b: int) -> Words:
        """The words of persons who are responsible for one of both, and not the same: another "Mette", or "Nielsen".

        None where they may be the same, misspelt, or where only one nomination names a person.
        """
        if self._owner(a).isdisjoint(self._owner(b)):
            return _NONE
        some, others = (self.persons(self._nominations[place].responsible).values() for place in (a, b))
        if not (some and others) or any(_are_one(one, other) for one in some for other in others):
            return _NONE
        words = frozenset(stem(word) for heard in (*some, *others) for word in heard)
        return words - self._named(a) - self._named(b)

    def _persons_in(self, text: str) -> Mapping[str, Words]:
        return self.without(persons(text))

    def _houses_in(self, text: str) -> Houses:
        return houses(text, self._names.words)

    def _organised(self, a: int, b: int) -> tuple[_Read, _Read]:
        one, other = (self._read(self._nominations[place].organisation) for place in (a, b))
        return one, other

    def _telling(self, place: int) -> Words:
        """The words of organisation and responsible that say which and who it is."""
        one = self._nominations[place]
        return self._read(one.organisation).telling | self._read(one.responsible).telling

    def _is_part(self, a: int, b: int) -> bool:
        """Whether the first names only a wide organisation, and the second more than that and not just the same one."""
        less = self._owner(a) < self._owner(b) and self._named(a) != self._named(b)
        return less and self._owner(a) <= self._wide

    def _stands(self, heard: Words) -> bool:
        """Whether some organisation has every word of a name; initials are no words."""
        held = [self._holders.get(stem(word), frozenset()) for word in heard if len(word) > 1]
        return all(held) and bool(frozenset.intersection(*held))

    def _elsewhere(self, a: int, b: int) -> Owner:
        """The same where a fact names the same one, or the title of one without an owner names the other's."""
        one, other = _fact(self._nominations[a]), _fact(self._nominations[b])
        if not (self._owner(a) or self._owner(b)):
            same = one and words(one) == words(other)
            return Owner("same", 1.0, "organisation", one) if same else Owner()
        value = self._named_in_title(a, b) if self._owner(a) else self._named_in_title(b, a)
        return Owner("same", value, "organisation") if value >= NAMED else Owner()

    def _named_in_title(self, named: int, by: int) -> float:
        """The part of the names in an organisation that stand in the title of another nomination, 0 to 1."""
        names = self._words(" ".join(_names(self._nominations[named].organisation))) & self._named(named)
        weight = self._weight(names)
        return self._weight(names & self._words(self._nominations[by].title)) / weight if weight else 0.0


def _are_one(a: Words, b: Words) -> bool:
    """Whether two names may be one person's, misspelt: each word of the shorter is like one of the other."""
    few, many = sorted((a, b), key=len)
    return all(any(one == other or spelt_alike(one, other) > MISSPELT for other in many) for one in few)


def _abbreviated(a: str, b: str) -> Words:
    return frozenset(abbreviated(a, b) | abbreviated(b, a))


def _joined(said: Sequence[str]) -> list[str]:
    """Folded words, a number and the letter beside it as one: "M 4" is "m4", and "7 A" is "7a"."""
    joined: list[str] = []
    for word in said:
        before = joined[-1:]
        if before and _is_code(before[0], word):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _is_code(one: str, other: str) -> bool:
    """Whether of two words one is a number, and the other a letter that is no Danish word."""
    return (one.isdigit() and is_letter(other)) or (is_letter(one) and other.isdigit())


def _of_one_pattern(a: _Read, b: _Read) -> bool:
    """Whether they differ in one word, which is a name in both: "Cycle Smiths Vale", "Cycle Smiths Hill"."""
    if len(a.row) != len(b.row):
        return False
    differ = [(one, other) for one, other in zip(a.row, b.row, strict=True) if one != other]
    return len(differ) == 1 and _names_differ({differ[0][0]} & a.telling, {differ[0][1]} & b.telling)


def _names_differ(some: Set[str], others: Set[str]) -> bool:
    """Whether both have words that the other lacks, and none is the other's misspelt."""
    return differ(some - others, others - some)


def _names(organisation: str) -> list[str]:
    """The words of an organisation that begin with a capital, but the first, which always does."""
    return [word for word in visible(organisation).split()[1:] if word[0].isupper()]


def _fact(nomination: Nomination) -> str:
    return next((nomination.facts[key] for key in _OWNING if nomination.facts.get(key)), "")


def _holders(owners: Iterable[Words]) -> Mapping[str, frozenset[int]]:
    """Which of several owners have a word, by word."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, owner in enumerate(owners):
        for word in owner:
            holders[word].append(place)
    return {word: frozenset(places) for word, places in holders.items()}
