"""How alike two forms of titles are, words weighed by how rare they are among the titles of the round."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from math import fsum, log
from typing import Final

import numpy as np

from nominate_tui.duplicates.apart import DENYING, is_all_apart, opposed, told_apart
from nominate_tui.duplicates.bounds import Bounds, Numbers
from nominate_tui.duplicates.common import Common, many
from nominate_tui.duplicates.fold import Words
from nominate_tui.duplicates.holding import held_by_many
from nominate_tui.duplicates.likeness import MISSPELT, may_be_misspelt, spelt_alike
from nominate_tui.duplicates.pairing import Pairs
from nominate_tui.duplicates.stems import GENERAL, stem, tells
from nominate_tui.duplicates.titles import Form, Title

HALF: Final = 0.5
"""From what likeness on two titles are somewhat alike, 0 to 1: something, where the topic is near too."""
_REST: Final = 0.85
"""From what likeness on only words between words tell titles apart, 0 to 1."""
_KNOWN: Final = 1 << 18
"""Pairs of words whose likeness is kept, for most come again: about 50 MB."""
_AT_ONCE: Final = 1 << 13
"""Pairs of forms that are looked at together, so that memory does not hang on how many there are."""
_ROUNDED: Final = 1e-9
"""By how much a bound may be too low, of sums that were rounded."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two forms are, and by what."""

    value: float = 0.0
    """0 to 1."""
    letters: bool = False
    """Whether they would be less alike than one name is, were words that are only alike in their letters others."""
    apart: tuple[str, str] | None = None
    """Words of either that tell them apart, as `apart.told_apart` says."""
    written: bool = False
    """Whether both are written alike, linking words and all."""
    words: int = 0
    """How many words the shorter has that name something."""

    @property
    def rank(self) -> tuple[float, bool, bool, bool]:
        """To find the best of several: the most alike, and of equal ones that of which least is to be said."""
        return self.value, self.apart is None, not self.letters, self.written


@dataclass(frozen=True, slots=True)
class Counted:
    """How many titles of a round have what."""

    titles: int
    """How many there are."""
    stems: Counter[str]
    """How many have each stem."""
    alone: Counter[str]
    """How many are called by one word, in one of their forms; by its stem."""
    headings: frozenset[Words]
    """The forms that too many owners have for them to be a name."""
    general: frozenset[str]
    """The stems that stand in many names of many owners."""

    @classmethod
    def of(cls, titles: Sequence[Title], owners: Sequence[str]) -> "Counted":
        """Count titles; `owners` tells whose each is, empty where that is not known."""
        return cls(
            len(titles),
            *_counts(titles),
            headings=held_by_many([{form.stems for form in title.forms} for title in titles], owners),
            general=_general(titles, owners),
        )

    def with_more(self, titles: Sequence[Title]) -> "Counted":
        """The same with other titles; what is a heading, and what is general, stays."""
        stems, alone = _counts(titles)
        return replace(
            self, titles=self.titles + len(titles), stems=self.stems + stems, alone=self.alone + alone
        )


class Weighing:
    """Weighs the words of titles: ln(1 + N / n) for one that n of the round's N titles have.

    A general word weighs as one that all titles have.
    """

    def __init__(
        self,
        titles: Sequence[Title],
        common: Common,
        owners: Sequence[str] = (),
        kept: Counted | None = None,
    ) -> None:
        """Count the words; `common` knows which words stand in many texts, `owners` whose each title is, where known.

        Where most were counted before, `titles` has only the others.
        """
        whose = owners or [""] * len(titles)
        self.counted = Counted.of(titles, whose) if kept is None else kept.with_more(titles)
        self._general = GENERAL | self.counted.general
        self._common = common
        common.learn(form.said[0] for title in titles for form in title.forms if len(form.said) == 1)
        self._known: dict[tuple[Words, Words], float] = {}
        self._spelt = lru_cache(_KNOWN)(_one_word)
        self._weights = {
            stem: log(1 + self.counted.titles / self._weighed(stem)) for stem in self.counted.stems
        }

    def own(self, form: Form) -> bool:
        """Whether a form is somebody's name: not one of many owners, not of general words, not one common word or letter."""
        if (
            form.stems in self.counted.headings
            or self._general.issuperset(form.stems)
            or not tells(form.said)
        ):
            return False
        return len(form.said) > 1 or not self._common.is_word(
            form.said[0], self.counted.alone[form.stems[0]] - 1
        )

    def compared(self, a: Form, b: Form, least: float) -> Likeness:
        """How alike two forms are, and by what; from the likeness `least` on (0 to 1) they are one name."""
        value = self.alike(a, b)
        rest_same = value >= _REST or DENYING.issuperset({*a.said} ^ {*b.said})
        return Likeness(
            value,
            value >= least and a.said != b.said and self._same_words(a, b) < least,
            told_apart(a.written, b.written, rest_same=rest_same)
            if value >= HALF or self._is_all_apart(a, b)
            else None,
            value == 1 and a.written == b.written,
            min(len(a.stems), len(b.stems)),
        )

    def _is_all_apart(self, a: Form, b: Form) -> bool:
        """Whether two forms that have a name in common differ in nothing but words that tell them apart."""
        both = {*a.stems} & {*b.stems}
        return not self._general.issuperset(both) and is_all_apart(a.written, b.written)

    def alike(self, a: Form, b: Form) -> float:
        """How alike two forms are, 0 to 1.

        The weight of the words they have in common, twice, over the weight of the words of both (Dice). What is
        left counts by how alike its letters are, word by word, or all of it together where words are written apart.
        """
        if a.said == b.said:
            return 1.0
        key = (a.said, b.said) if a.said < b.said else (b.said, a.said)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._alike(a, b)
        return found

    def _alike(self, a: Form, b: Form) -> float:
        both = _in_common(a, b)
        if len(both) == len(a.stems) == len(b.stems):
            return 1.0
        common, left = self._common_and_left(a, b, both)
        some, others = a.without(both), b.without(both)
        misspelt = self._misspelt(some, b.said) + self._misspelt(others, a.said)
        return (2 * common + max(misspelt, left * _apart_alike(some, others))) / (2 * common + left)

    def _same_words(self, a: Form, b: Form) -> float:
        """The same, of words alone: no letters that are alike, but where words are only written apart."""
        both = _in_common(a, b)
        common, left = self._common_and_left(a, b, both)
        apart = left if _apart_alike(a.without(both), b.without(both)) == 1 else 0.0
        return (2 * common + apart) / (2 * common + left)

    def _common_and_left(self, a: Form, b: Form, both: Set[str]) -> tuple[float, float]:
        """What the words weigh that both have, and all others together."""
        left = [stem for stem in (*a.stems, *b.stems) if stem not in both]
        return self._weight(both), self._weight(left)

    def within(self, forms: Sequence[Form], pairs: Pairs, least: float, looked: Callable[[], None]) -> Pairs:
        """Those of some pairs of forms, by their places, that are at least so alike (0 to 1).

        `looked` is called again and again; what it raises goes through.
        """
        some = pairs[self.at_most(forms, pairs, looked) >= least]
        alike = np.zeros(len(some), np.bool_)
        for start in range(0, len(some), _AT_ONCE):
            block = some[start : start + _AT_ONCE].tolist()
            alike[start : start + len(block)] = [self.alike(forms[a], forms[b]) >= least for a, b in block]
            looked()
        return some[alike]

    def at_most(self, forms: Sequence[Form], pairs: Pairs, looked: Callable[[], None]) -> Numbers:
        """Shape (pairs,): how alike two forms, by their places, are at most; in far less time than `alike` takes."""
        if not len(pairs):
            return np.empty(0)
        used, places = np.unique(pairs, return_inverse=True)
        bounds = Bounds([forms[place] for place in used.tolist()], self._weights)
        places = places.reshape(pairs.shape)
        found = []
        for start in range(0, len(pairs), _AT_ONCE):
            found.append(bounds.of(places[start : start + _AT_ONCE]))
            looked()
        return np.concatenate(found) + _ROUNDED

    def _misspelt(self, words: Sequence[str], by: Sequence[str]) -> float:
        """The weight of words that are misspelt in others, each times how alike they are; of one stem the last word."""
        near = {stem(word): self._nearest(word, by) for word in words}
        return fsum([self._weights[each] * alike for each, alike in near.items()])

    def _nearest(self, word: str, by: Sequence[str]) -> float:
        return max([self._spelt(word, other) for other in may_be_misspelt(word, by)], default=0.0)

    def _weighed(self, stem: str) -> float:
        return max(self.counted.stems[stem], self.counted.titles if stem in GENERAL else 0)

    def _weight(self, stems: Iterable[str]) -> float:
        return fsum(map(self._weights.__getitem__, stems))


def _counts(titles: Sequence[Title]) -> tuple[Counter[str], Counter[str]]:
    """How many titles have each stem, and how many have it alone."""
    return (
        Counter(stem for title in titles for stem in {stem for form in title.forms for stem in form.stems}),
        Counter(form.stems[0] for title in titles for form in title.forms if len(form.stems) == 1),
    )


def _general(titles: Sequence[Title], owners: Sequence[str]) -> frozenset[str]:
    """The stems that stand in many different names, and in those of many owners: "walk", where there are ten walks."""
    names = {title.forms[0].stems for title in titles if title.forms}
    most = many(len(titles))
    often = {stem for stem, count in Counter(stem for name in names for stem in name).items() if count > most}
    whose: defaultdict[str, set[str | int]] = defaultdict(set)
    for place, (title, owner) in enumerate(zip(titles, owners, strict=True)):
        for each in often.intersection(*[form.stems for form in title.forms[:1]]):
            whose[each].add(owner or place)
    return frozenset(each for each, those in whose.items() if len(those) > most)


def _in_common(a: Form, b: Form) -> Set[str]:
    """The stems that both have; where the order is another, too, only of words that are the same or long.

    "Team Jens Hansen" is "Teamet Jens Hansens", and not "Team Hans Jensen".
    """
    both = set(a.stems).intersection(b.stems)
    if len(both) < 2 or a.said == b.said:
        return both
    one, other = ([word for word in form.said if stem(word) in both] for form in (a, b))
    if [*map(stem, one)] == [*map(stem, other)]:
        return both
    return {stem(word) for word in one if any(stem(word) == stem(by) and _one_word(word, by) for by in other)}


def _one_word(a: str, b: str) -> float:
    """How alike two words are where one is the other misspelt; 0 where they mean two things.

    At MISSPELT itself only where letters changed places or one is left out: another one of five makes "house" "mouse".
    """
    alike = spelt_alike(a, b)
    if not alike or opposed(a, b):
        return 0.0
    enough = alike > MISSPELT or abs(len(a) - len(b)) == 1 or sorted(a) == sorted(b)
    return alike if enough else 0.0


def _apart_alike(a: Sequence[str], b: Sequence[str]) -> float:
    """How alike the letters of all words are, in their order; where one has more words, also in that of the alphabet.

    Of one word against one `_one_word` says all, and as many words in another order are other words.
    """
    if len(a) == len(b):
        alike = spelt_alike("".join(a), "".join(b)) if len(a) > 1 else 0.0
        return alike if alike > MISSPELT else 0.0
    return max(spelt_alike("".join(a), "".join(b)), spelt_alike("".join(sorted(a)), "".join(sorted(b))))
