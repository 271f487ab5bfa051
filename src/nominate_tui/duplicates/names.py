"""How alike the titles of a round are, and which of them are near to one another."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.comparison import Name
from nominate_tui.duplicates.fold import Names, words
from nominate_tui.duplicates.index import TitleIndex
from nominate_tui.duplicates.likeness import keys_alike
from nominate_tui.duplicates.near_forms import ALL_PAIRS, key, may_be_near, near_forms
from nominate_tui.duplicates.pairing import Pairs, unite
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.stems import KINDS, heads, stem
from nominate_tui.duplicates.steps import looking
from nominate_tui.duplicates.titles import Form, Title, abbreviation, initials, is_category, read_title
from nominate_tui.duplicates.weighing import HALF, Counted, Likeness, Weighing
from nominate_tui.model.nomination import Nominations

_SAME_PLACE: Final = 0.9
"""From what likeness on two names of places are one, misspelt, 0 to 1; towns are called much alike."""


def _nothing() -> None:
    """Go on."""


class Titles:
    """The titles of a round, ready to be compared."""

    def __init__(
        self,
        nominations: Nominations,
        names: Names,
        common: Common,
        least: float = 0.85,
        looked: Callable[[], None] = _nothing,
        since: Since | None = None,
    ) -> None:
        """Read the titles, or, where most of a round is kept, the others; from the likeness `least` on (0 to 1) two are near.

        `looked` is called again and again; what it raises goes through.
        """
        self._nominations = nominations.all
        self._least = least
        self._since = since
        self._own, self._owner, self._names = _own(names), _owner(names), names
        new = range(len(nominations)) if since is None else since.places
        self._called = self._abbreviations(new)
        read = {place: self._read(place) for place in looking(new, looked)}
        # Of all forms: what is nobody's name now may be somebody's in the round as it will be.
        self._keys = [key(form) for title in read.values() for form in title.forms]
        self._holders = np.repeat(np.array(new, np.int32), [len(title.forms) for title in read.values()])
        owners = () if since else [self._whose(place) for place in new]
        self._weighing = Weighing([*read.values()], common, owners, _counted(since) if since else None)
        self._titles = {place: self._named(place, read.pop(place)) for place in looking(new, looked)}

    def _abbreviations(self, new: Iterable[int]) -> Mapping[str, set[str]]:
        """Whose titles are one word in capitals, by this word."""
        called: defaultdict[str, set[str]] = defaultdict(set)
        stayed = self._since.those(self._since.index.titles.called)[1].tolist() if self._since else ()
        for place in (*stayed, *new):
            if short := abbreviation(self._nominations[place].title):
                called[short] |= self._owners(place)
        return called

    def _read(self, place: int) -> Title:
        """A title as it is, with its initials as a form where another nomination of the owner is called so: "CALM"."""
        each = self._nominations[place]
        read = (
            Title((), frozenset(), ())
            if is_category(each.title)
            else read_title(each.title, self._own_words(place), self._names)
        )
        short = initials(each.title) if self._called else ""
        if short not in self._called or self._called[short].isdisjoint(self._owners(place)):
            return read
        form = Form((stem(short),), (short,), part=True, written=(short,))
        return replace(read, forms=(*read.forms, form))

    def _title(self, place: int) -> Title:
        """What a title says, by its place; whoever stayed is read when first asked for."""
        found = self._titles.get(place)
        if found is None:
            found = self._titles[place] = self._named(place, self._read(place))
        return found

    def _named(self, place: int, title: Title) -> Title:
        """A title with those of its forms that are somebody's name, and not a form's, a prize's or a unit's."""
        own = self._own_words(place)
        forms = (form for form in title.forms if self._weighing.own(form) and not heads(form.said, own))
        return replace(title, forms=tuple(forms))

    def _own_words(self, place: int) -> frozenset[str]:
        each = self._nominations[place]
        return self._own(f"{each.organisation}\n{each.responsible}")

    def _owners(self, place: int) -> set[str]:
        each = self._nominations[place]
        return {self._owner(each.organisation), self._owner(each.responsible)} - {""}

    def _whose(self, place: int) -> str:
        each = self._nominations[place]
        return self._owner(each.organisation) or self._owner(each.responsible)

    def near(self, looked: Callable[[], None] = _nothing) -> Pairs:
        """The places of every two titles that are near; to ALL_PAIRS titles also of those that are only HALF alike.

        Where most of a round is kept, those with another. `looked` is called again and again; what it raises goes through.
        """
        if self._since is None:
            return self._near(range(len(self._nominations)), None, looked)
        late, kept = self._since.places, self._since.index.titles
        which, places = self._since.those(kept.places)
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for each, place in zip(which.tolist(), places.tolist(), strict=True):
            holders[kept.keys[each]].append(place)
        for one, place in zip(self._keys, self._holders.tolist(), strict=True):
            holders[one].append(place)
        keys = [*holders]
        own = [{*map(key, self._title(place).forms)} for place in late]
        may_be = may_be_near(set[str]().union(*own), keys)
        found = []
        for place, called in zip(late, own, strict=True):
            looked()
            near = set[int]().union(*(may_be[each] for each in called))
            those = {place, *self._shortened(place)}.union(*(holders[keys[each]] for each in near))
            found.append(self._near(sorted(those), place, looked))
        return unite(*found)

    def _shortened(self, place: int) -> Iterable[int]:
        """Whose initials a title is, where it is an abbreviation: they may be called so only since it came."""
        short = abbreviation(self._nominations[place].title)
        if not short:
            return ()
        return [other for other, each in enumerate(self._nominations) if initials(each.title) == short]

    def _near(self, places: Sequence[int], late: int | None, looked: Callable[[], None]) -> Pairs:
        """The same of some titles, in the order of the round; with a late one where one is told, and in any case of this size."""
        least = min(HALF, self._least) if len(self._nominations) <= ALL_PAIRS else self._least
        found = near_forms(
            [self._title(place).forms for place in places],
            lambda forms, pairs: self._weighing.within(forms, pairs, least, looked),
            [f"{self._whose(place)}\n{self._nominations[place].id}" for place in places],
            None if late is None else places.index(late),
        )
        return np.array(places, np.int32)[found]

    def may_be(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Shape (pairs,): whether two titles, by their places, may be HALF alike, or as much as makes them one name where that is less."""
        used, places = np.unique(pairs, return_inverse=True)
        titles = [self._title(place) for place in used.tolist()]
        forms = [form for title in titles for form in title.forms]
        counts = np.array([len(title.forms) for title in titles], np.int64)
        starts = np.cumsum(counts) - counts
        a, b = places.reshape(pairs.shape).T.astype(np.int64)
        each = counts[a] * counts[b]
        which = np.repeat(np.arange(len(pairs)), each)
        within = np.arange(len(which)) - np.repeat(np.cumsum(each) - each, each)
        one, other = np.divmod(within, counts[b][which])
        two = np.stack((starts[a][which] + one, starts[b][which] + other), axis=1)
        alike = self._weighing.at_most(forms, two, _nothing) >= min(HALF, self._least)
        return np.bincount(which[alike], minlength=len(pairs)) > 0

    @property
    def index(self) -> TitleIndex:
        """What is to be kept."""
        counted = self._weighing.counted
        return TitleIndex(
            stems=counted.stems,
            alone=counted.alone,
            headings=[*map(list, counted.headings)],
            general=[*counted.general],
            called=np.array(
                [place for place, each in enumerate(self._nominations) if abbreviation(each.title)], np.int32
            ),
            keys=self._keys,
            places=self._holders,
        )

    def alike(self, a: int, b: int) -> Name:
        """How alike two titles are, by their places; not at all where one says only what any title may say.

        Two names before explanations are not compared: what they have in common may be a programme's.
        """
        one, other = self._title(a), self._title(b)
        compared = [
            (self._weighing.compared(a, b, self._least), not (a.part or b.part))
            for a, b in product(one.forms, other.forms)
            if not (a.part and b.part)
        ]
        found = max((Likeness(), *(each for each, _whole in compared)), key=lambda each: each.rank)
        # With their explanations, "Nightwatch (adults)" is told apart from "Nightwatch (children)".
        wholes = (each for each, whole in compared if whole and each.apart)
        explained = max(wholes, key=lambda each: each.value, default=found)
        return Name(
            found.value,
            tuple(dict.fromkeys((*one.taken_out, *other.taken_out))),
            _differing(one.numbers, other.numbers),
            _elsewhere(one.taken_out, other.taken_out),
            found.apart or explained.apart,
            found.letters,
            found.written,
            found.words,
        )


def _counted(since: Since) -> Counted:
    """How many of the titles that are kept have what."""
    kept = since.index.titles
    return Counted(
        len(since.now),
        Counter(kept.stems),
        Counter(kept.alone),
        frozenset(map(tuple, kept.headings)),
        frozenset(kept.general),
    )


def _own(names: Names) -> Callable[[str], frozenset[str]]:
    """What tells the words of an owner, folded: as written, and as the names that are known of it."""
    return cache(names.every_word)


def _owner(names: Names) -> Callable[[str], str]:
    """What tells something that is the same for one owner, in whatever order its words are; empty where none is named."""
    return cache(lambda written: " ".join(sorted({*names.words(written)})))


def _differing(a: frozenset[str], b: frozenset[str]) -> tuple[str, str] | None:
    """The numbers of two titles where each has some that the other has not."""
    if a <= b or b <= a:
        return None
    return ", ".join(sorted(a)), ", ".join(sorted(b))


def _elsewhere(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, str] | None:
    """What was taken out of two titles where it has no telling word in common, however it is spelt."""
    one, other = _telling(a), _telling(b)
    if not (one and other) or any(keys_alike(some, by) >= _SAME_PLACE for some in one for by in other):
        return None
    return ", ".join(a), ", ".join(b)


@lru_cache(maxsize=1 << 14)
def _telling(names: tuple[str, ...]) -> frozenset[str]:
    """The stems of some names that tell which place it is."""
    return frozenset(stem(word) for name in names for word in words(name)) - KINDS
