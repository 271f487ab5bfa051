"""How alike the titles of a round are, and which of them are near to one another."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.comparison import Name
from nominate_tui.duplicates.fold import Names, words
from nominate_tui.duplicates.likeness import keys_alike
from nominate_tui.duplicates.near_forms import ALL_PAIRS, near_forms
from nominate_tui.duplicates.pairing import Late, Pairs
from nominate_tui.duplicates.stems import KINDS, heads, stem
from nominate_tui.duplicates.steps import looking
from nominate_tui.duplicates.titles import Form, Title, abbreviation, initials, is_category, read_title
from nominate_tui.duplicates.weighing import HALF, Likeness, Weighing
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
    ) -> None:
        """Read the titles; from the likeness `least` on (0 to 1) two of them are near.

        `looked` is called again and again; what it raises goes through.
        """
        self._least = least
        own, owner = _own(names), _owner(names)
        said = [own(f"{each.organisation}\n{each.responsible}") for each in nominations]
        read = [
            Title((), frozenset(), ()) if is_category(each.title) else read_title(each.title, words, names)
            for each, words in zip(looking(nominations, looked), said, strict=True)
        ]
        read = _with_initials(read, nominations, owner)
        owners = [owner(each.organisation) or owner(each.responsible) for each in nominations]
        self._order = [f"{owner}\n{each.id}" for owner, each in zip(owners, nominations, strict=True)]
        self._weighing = Weighing(read, common, owners)
        self._titles = [
            replace(title, forms=self._naming(title, words))
            for title, words in zip(looking(read, looked), said, strict=True)
        ]

    def _naming(self, title: Title, own: Collection[str]) -> tuple[Form, ...]:
        """The forms of a title that are somebody's name, and not a form's, a prize's or a unit's."""
        return tuple(form for form in title.forms if self._weighing.own(form) and not heads(form.said, own))

    def near(self, looked: Callable[[], None] = _nothing, late: Late = None) -> Pairs:
        """The places of every two titles that are near; to ALL_PAIRS titles also of those that are only HALF alike.

        `looked` is called again and again; what it raises goes through.
        """
        least = min(HALF, self._least) if len(self._titles) <= ALL_PAIRS else self._least
        return near_forms(
            [title.forms for title in self._titles],
            lambda forms, pairs: self._weighing.within(forms, pairs, least, looked),
            self._order,
            late,
        )

    def may_be(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Shape (pairs,): whether two titles, by their places, may be HALF alike, or as much as makes them one name where that is less."""
        forms = [form for title in self._titles for form in title.forms]
        counts = np.array([len(title.forms) for title in self._titles], np.int64)
        starts = np.cumsum(counts) - counts
        a, b = pairs.T.astype(np.int64)
        each = counts[a] * counts[b]
        which = np.repeat(np.arange(len(pairs)), each)
        within = np.arange(len(which)) - np.repeat(np.cumsum(each) - each, each)
        one, other = np.divmod(within, counts[b][which])
        two = np.stack((starts[a][which] + one, starts[b][which] + other), axis=1)
        alike = self._weighing.at_most(forms, two, _nothing) >= min(HALF, self._least)
        return np.bincount(which[alike], minlength=len(pairs)) > 0

    def alike(self, a: int, b: int) -> Name:
        """How alike two titles are, by their places; not at all where one says only what any title may say.

        Two names before explanations are not compared: what they have in common may be a programme's.
        """
        one, other = self._titles[a], self._titles[b]
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


def _with_initials(
    read: Sequence[Title], nominations: Nominations, owner: Callable[[str], str]
) -> list[Title]:
    """The titles, with their initials as a form where another nomination of the owner is called so: "CALM"."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for each in nominations:
        if short := abbreviation(each.title):
            called[short] |= {owner(each.organisation), owner(each.responsible)} - {""}
    found = list(read)
    for place, each in enumerate(nominations if called else ()):
        short = initials(each.title)
        if called.get(short, set()) & {owner(each.organisation), owner(each.responsible)}:
            form = Form((stem(short),), (short,), part=True, written=(short,))
            found[place] = replace(found[place], forms=(*found[place].forms, form))
    return found


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
