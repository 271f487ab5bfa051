"""Nominations that name one another: the title of one stands word for word in a field of the other.

What follows a dash or a colon explains a title; the name before it counts too: "Evening Bridge – walks for two".
All phrases are looked up at once in all fields, and only of the few that stand in another's is more asked.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.common import FEW, Common, many_mentions
from nominate_tui.duplicates.comparison import Field, Naming
from nominate_tui.duplicates.fold import Names, Words, words
from nominate_tui.duplicates.index import NamingIndex, Told
from nominate_tui.duplicates.pairing import NONE, Pairs, pairs_of
from nominate_tui.duplicates.phrases import numbered, standing
from nominate_tui.duplicates.reading import Hashes, Places, Read, read_all
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.stems import LINKING, NAMELESS, heads, stem, tells
from nominate_tui.duplicates.titles import LONGEST, also_called, may_have_parts
from nominate_tui.model.nomination import Nomination, Nominations

FIELDS: Final[tuple[Field, ...]] = ("title", "organisation", "responsible")
_DASH: Final = re.compile(r"\s[-–—]+\s|:\s")
"""What parts a name from its explanation."""
CALLED: Final = 20
"""Nominations of one name of which it is told who names them, at most."""
_QUOTED: Final = {'"': '"', "'": "'", "“": "”", "”": "”", "„": "“”", "»": "«", "«": "»", "’": "’", "‘": "’"}
"""What begins a quotation, and what may end it."""
_SPACES: Final = " \t\n\r\u00a0\u2003\u2009\u202f" + "".join(_QUOTED)
"""What may stand between a sentence and the name with which another begins."""
_NEAR: Final = 40
"""Characters beside a name that are looked at."""
_OF: Final = frozenset(("for", "of", "og", "and", "&"))
"""Words after which one with a capital may be a part of a longer name."""
_PLACE: Final = 0xFFFFFFFF
"""The bits that have a place, where a phrase and a place are one number."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Nominations whose titles have a phrase in common."""

    words: Words
    """The phrase, folded."""
    called: Mapping[int, str]
    """Those whose title it is, or the name in it, by their places; as each writes it."""
    others: Sequence[int]
    """All others in whose fields it stands, in order."""


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Titles, or names in them. The arrays have the shape (phrases,)."""

    written: Sequence[str]
    places: Places
    """Whose they are."""
    numbers: Hashes
    """What stands for the words of each."""
    lengths: Places
    """How many words each has."""
    part: NDArray[np.bool_]
    """Whether it is only a name in a title."""

    def where(self, wanted: NDArray[np.bool_]) -> "_Phrases":
        """Some of them."""
        written = [self.written[place] for place in np.flatnonzero(wanted).tolist()]
        return _Phrases(
            written, self.places[wanted], self.numbers[wanted], self.lengths[wanted], self.part[wanted]
        )

    @property
    def own(self) -> "_Phrases":
        """Those that are names.

        A single word before the explanation of several titles is a series', and nobody's name; an abbreviation of one
        name in several titles is none.
        """
        whole = np.flatnonzero(~self.part)
        numbers = self.numbers[whole][np.searchsorted(self.places[whole], self.places)]
        parted = self.part & (self.numbers != numbers)
        some = np.flatnonzero(parted)
        again = np.diff(self.places[some], prepend=-1) == 0
        # What stands before a name in its title: another name, or else the whole title.
        before = np.where(again, np.roll(self.numbers[some], 1), numbers[some])
        single = self.lengths[some] == 1
        series = _several(self.numbers[some][single], before[single])
        return self.where((parted | ~self.part) & (self.lengths > 0) & ~np.isin(self.numbers, series))


class Namings:
    """Finds nominations of one round that name one another by a phrase that is their own."""

    def __init__(
        self,
        nominations: Nominations,
        names: Names,
        common: Common,
        persons: Callable[[int], Iterable[str]] = lambda _place: (),
        since: Since | None = None,
    ) -> None:
        """Take the round; `common` knows which phrases stand in many texts, `persons` who is responsible for each.

        Where most of a round is kept, only phrases are looked for that are of one that is new, or stand in one.
        """
        self._nominations = nominations
        self._ids = nominations.ids
        self._said = cache(names.words)
        self._names = names
        self._common = common
        self._persons = persons
        self._spelt = cache(names.spelt)
        self._since = since

    def near(self) -> Pairs:
        """The places of every two of which one names the other."""
        if not self._found:
            return NONE
        places = np.array([*self._found])
        return pairs_of(places[:, 0], places[:, 1])

    def between(self, a: int, b: int) -> Naming | None:
        """How one of two nominations names the other, if it does; where both do, in a field first, then the longer phrase."""
        both = [found for found in (self._found.get((a, b)), self._found.get((b, a))) if found]
        return max(both, key=_telling, default=None)

    @cached_property
    def _found(self) -> Mapping[tuple[int, int], Naming]:
        """Who is named by whom and how, by the places of both; by the whole title where that stands there too."""
        found: dict[tuple[int, int], Naming] = {}
        phrases = self._phrases.own
        for group in self._own(self._in_fields(phrases)):
            # Of very many that are called so, the first by their ids are told of.
            for place in sorted(group.called, key=self._ids.__getitem__)[:CALLED]:
                for by in group.others:
                    phrase, field = group.called[place].strip(), self._field(group.words, by)
                    named = Naming(phrase, self._ids[place], self._ids[by], field)
                    known = found.setdefault((place, by), named)
                    if len(known.phrase) < len(named.phrase):
                        found[place, by] = named
        for group in self._own(self._in_answers(phrases)):
            for place, by in product(group.called, group.others):
                phrase = group.called[place].strip()
                if (place, by) not in found and self._is_written_as_a_name(phrase, by):
                    found[place, by] = Naming(phrase, self._ids[place], self._ids[by], "answers")
        for place, by, person in self._persons_in_answers():
            found.setdefault((place, by), Naming(person, self._ids[place], self._ids[by], "persons"))
        return found

    @cached_property
    def _fields(self) -> Read:
        """The words of all fields of the round."""
        since = self._since
        new = (
            self._nominations.all
            if since is None
            else [self._nominations.all[place] for place in since.places]
        )
        read = read_all([self._spelt(text) for each in new for text in _fields(each)])
        return read if since is None else _spliced(since, read)

    @cached_property
    def _phrases(self) -> _Phrases:
        """Every title and every name in one; where most of a round is kept, those that are a late one's or stand in one."""
        if self._since is None:
            return self._phrases_of(range(len(self._ids)))
        own = _told(self._phrases_of(self._since.places)).numbers
        return self._phrases_of(self._in_late(self._since, self._since.index.namings.phrases, own))

    @cached_property
    def _responsible(self) -> Mapping[Words, list[tuple[int, str]]]:
        """The persons who are responsible for something, by their words: for what, and as written; the same of these."""
        if self._since is None:
            return self._responsible_for(range(len(self._ids)))
        own = numbered(read_all([" ".join(name) for name in self._responsible_for(self._since.places)]))
        return self._responsible_for(self._in_late(self._since, self._since.index.namings.persons, own))

    def _in_late(self, since: Since, told: Told, own: Hashes) -> Sequence[int]:
        """Who is late, and all others to whom a phrase belongs that a late one has as its own, or in its texts."""
        texts = [text for place in since.places for text in _texts(self._nominations.all[place])]
        # In fields aliases are one name, in answers they stand as they are.
        read = read_all([*texts, *map(self._spelt, texts)])
        standing_there, _texts_of = standing(read, told.numbers, told.lengths)
        which, places = since.those(told.places)
        wanted = np.isin(told.numbers[which], np.concatenate((own, standing_there)))
        return sorted({*since.places, *places[wanted].tolist()})

    def _responsible_for(self, places: Iterable[int]) -> Mapping[Words, list[tuple[int, str]]]:
        responsible: defaultdict[Words, list[tuple[int, str]]] = defaultdict(list)
        for place in places:
            for person in self._persons(place):
                responsible[words(person)].append((place, person))
        return responsible

    @property
    def index(self) -> NamingIndex:
        """What is to be kept, where no round is."""
        persons = [(name, place) for name, those in self._responsible.items() for place, _person in those]
        read = read_all([" ".join(name) for name, _place in persons])
        return NamingIndex(
            phrases=_told(self._phrases),
            persons=Told(
                numbered(read), read.lengths, np.array([place for _name, place in persons], np.int64)
            ),
            fields=self._fields.words,
            field_lengths=self._fields.lengths,
        )

    def _persons_in_answers(self) -> Iterator[tuple[int, int, str]]:
        """Who is responsible for one nomination and named, in full, in the answers of few others: both places, and the name."""
        responsible = self._responsible
        names = [*responsible]
        named, holders = self._common.mentions(read_all([" ".join(name) for name in names]))
        often = np.bincount(named, minlength=len(names))
        for which, by in zip(named.tolist(), holders.tolist(), strict=True):
            known = responsible[names[which]]
            few = len(known) <= FEW and often[which] <= FEW
            if few and names[which] not in map(words, self._persons(by)):
                for place, person in known:
                    if self._is_written_as_a_name(person, by, anywhere=True):
                        yield place, by, person

    def _own(self, groups: Iterable[_Group]) -> Iterator[_Group]:
        """Of some phrases those that are somebody's own, and stand in others, but not in many."""
        for group in groups:
            many = len(group.others) >= many_mentions(len(self._ids))
            if many or not _names_one(group.words):
                continue
            if not self._common.is_mentioned(" ".join(group.words), len(group.called) - 1):
                yield group

    def _in_fields(self, phrases: _Phrases) -> Iterator[_Group]:
        """Every phrase that stands in the fields of others than those who are called so."""
        found, fields = standing(self._fields, phrases.numbers, phrases.lengths)
        return self._grouped(phrases, found, fields // len(FIELDS))

    def _in_answers(self, phrases: _Phrases) -> Iterator[_Group]:
        """The same of their answers, where few are called so."""
        found, holders = self._common.mentions(read_all(phrases.written))
        groups = self._grouped(phrases, phrases.numbers[found], holders)
        return (group for group in groups if len(group.called) <= FEW)

    def _grouped(self, phrases: _Phrases, found: Hashes, holders: Places) -> Iterator[_Group]:
        for part in (False, True):
            for called, others in _others(phrases.where(phrases.part == part), found, holders):
                yield _Group(self._said(next(iter(called.values()))), called, others)

    def _is_written_as_a_name(self, phrase: str, by: int, *, anywhere: bool = False) -> bool:
        """Whether a title stands in an answer as it is written: with a capital where no sentence begins, or in quotation marks.

        Names of persons have their capitals `anywhere`.
        """
        if not phrase[:1].isupper():
            return False
        told = r"\s+".join(map(re.escape, phrase.split()))
        written = re.compile(rf"(?<!\w){told}(?!\w)")
        texts = self._nominations.all[by].answers.values()
        return any(
            anywhere or _is_name(text, found.span()) for text in texts for found in written.finditer(text)
        )

    def _phrases_of(self, places: Sequence[int]) -> _Phrases:
        """Every title of some nominations, and the names in it."""
        titles = [self._nominations.all[place].title for place in places]
        titles = [title if len(title) <= LONGEST else "" for title in titles]
        parts = [(place, part) for place, title in zip(places, titles, strict=True) for part in _parts(title)]
        written = [*titles, *(part for _place, part in parts)]
        read = read_all([*map(self._spelt, written)])
        return _Phrases(
            written,
            np.array([*places, *(place for place, _part in parts)], np.int64),
            numbered(read),
            read.lengths,
            part=np.arange(len(written)) >= len(titles),
        )

    def _field(self, words: Words, by: int) -> Field:
        """The first field in which a phrase stands; it stands in one."""
        wanted = f" {' '.join(words)} "
        return next(
            field
            for field, text in zip(FIELDS, _fields(self._nominations.all[by]), strict=True)
            if wanted in f" {' '.join(self._said(text))} "
        )


def _fields(nomination: Nomination) -> tuple[str, ...]:
    return nomination.title, nomination.organisation, nomination.responsible


def _told(phrases: _Phrases) -> Told:
    """Phrases with their names as they are compared in fields, and where it is another phrase, as they stand in answers."""
    read = read_all(phrases.written)
    numbers = numbered(read)
    other = numbers != phrases.numbers
    return Told(
        np.concatenate((phrases.numbers, numbers[other])),
        np.concatenate((phrases.lengths, read.lengths[other])),
        np.concatenate((phrases.places, phrases.places[other])),
    )


def _texts(nomination: Nomination) -> tuple[str, ...]:
    return (*_fields(nomination), *nomination.answers.values())


def _spliced(since: Since, late: Read) -> Read:
    """The words of all fields of a round, of which most are kept; without their stems."""
    kept = since.index.namings
    lengths, fields, words = [], [], []
    for each in (kept.field_lengths, late.lengths):
        starts = np.concatenate(([0], np.cumsum(each)))
        lengths.append(each)
        fields.append(np.arange(0, len(starts), len(FIELDS)))
        words.append(starts[:: len(FIELDS)])
    return Read(
        since.spliced(kept.fields, words[0], late.words, words[1]),
        late.stems[:0],
        since.spliced(lengths[0], fields[0], lengths[1], fields[1]),
    )


def _telling(naming: Naming) -> tuple[int, int, str]:
    """To find the naming that tells most."""
    rank = {"persons": 0, "answers": 1}.get(naming.field, 2)
    return rank, len(naming.phrase), naming.phrase


def _is_name(text: str, span: tuple[int, int]) -> bool:
    """Whether what stands there in a text is a name: in quotation marks, or within a sentence and by itself.

    After anything but a letter or a comma a sentence or an entry of a list may begin. A single word is no name in
    capitals alone ("ADHD"), nor as a part of another: "Center for Sundhed", "Ældre Sagen".
    """
    start, end = span
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if after[:1] and after[:1] in _QUOTED.get(before[-1:], ""):
        return True
    told = before.rstrip(_SPACES)
    if not (told[-1:].isalpha() or told[-1:] == ",") or "\n" in before[len(told) :]:
        return False
    found = text[start:end]
    if len(found.split()) > 1:
        return not found.isupper()
    previous, following = told.split()[-1], after.split()[:1]
    named = previous[0].isupper() and previous.lower() not in LINKING
    beside = named or previous in _OF or any(word[0].isupper() for word in following)
    return not (found.isupper() or beside)


def _parts(title: str) -> Sequence[str]:
    """The name before the explanation of a title, first; and what else it says that it is called."""
    return [_DASH.split(title)[0], *also_called(title)] if may_have_parts(title) else ()


def _names_one(words: Words) -> bool:
    """Whether a phrase can be a name: it is no letter, no number, no form's heading and no kind of thing ("Podcast")."""
    return tells(words) and not NAMELESS.issuperset(map(stem, words)) and not heads(words)


def _several(numbers: Hashes, others: Hashes) -> Hashes:
    """Those of some numbers that stand beside several different others; another for each number."""
    different = np.unique(np.stack((numbers, others)), axis=1)[0]
    found, counts = np.unique(different, return_counts=True)
    return found[counts > 1]


def _others(
    phrases: _Phrases, found: Hashes, holders: Places
) -> Iterator[tuple[Mapping[int, str], Sequence[int]]]:
    """Of every phrase that stands in the fields of others than those who are called so, who these and the others are.

    Phrases come in the order in which they were given.

    `found` has the number of a phrase for every place where one stands, and `holders` whose fields these are.
    """
    known, first, which = np.unique(phrases.numbers, return_index=True, return_inverse=True)
    if not (len(known) and len(found)):
        return
    there = np.minimum(np.searchsorted(known, found), len(known) - 1)
    held = known[there] == found
    others = np.setdiff1d(there[held] << 32 | holders[held], which << 32 | phrases.places)
    groups, starts = np.unique(others >> 32, return_index=True)
    order = np.argsort(which, kind="stable")
    ordered = which[order]
    told = zip(groups.tolist(), np.split(others & _PLACE, starts)[1:], strict=True)
    for group, by in sorted(told, key=lambda each: int(first[each[0]])):
        start, end = np.searchsorted(ordered, (group, group + 1))
        some = order[start:end].tolist()
        yield {int(phrases.places[each]): phrases.written[each] for each in some}, by.tolist()
