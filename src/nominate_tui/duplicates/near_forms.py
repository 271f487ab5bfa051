"""Which titles of a round are near: few candidates by their letters and rare words, and these compared exactly.

To ALL_PAIRS different titles all of them are compared letter by letter, but for what most of them begin with, which
says nothing; above, those that share what few have.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

import numpy as np

from nominate_tui.duplicates.likeness import near_keys, nearest_keys, pairs_alike
from nominate_tui.duplicates.pairing import Pairs, pairs_of, unite, with_one
from nominate_tui.duplicates.shared_words import sharing_words
from nominate_tui.duplicates.titles import Form

ALL_PAIRS: Final = 5_000
"""Titles of which all pairs are compared letter by letter, in about a second."""
LEAST: Final = 0.55
"""How alike letter by letter two titles must be at least (0 to 1) where no rare word brings them together."""
ALIKE: Final = 100
"""Titles that may be so alike to one, on average; where more are, letters tell nothing."""
MANY: Final = 100
"""Titles that have a word before it may be what all begin with, at least."""

ALL_HOLDERS: Final = 100
"""Titles that have one form, of which all pairs are told."""
BLOCK: Final = 20
"""Of more, so many are taken together: nobody can use five thousand pairs of one title."""

Holder = tuple[int, bool]
"""The place of a title that has a form, and whether the form is only the name before an explanation there."""
Within = Callable[[Sequence[Form], Pairs], Pairs]
"""Those of some pairs of forms, by their places, that are alike enough."""


def near_forms(
    titles: Sequence[Sequence[Form]], within: Within, owners: Sequence[str] = (), late: int | None = None
) -> Pairs:
    """The places of every two titles of which two forms are alike enough; where one is `late`, only those with this one.

    Two names before explanations are not compared. Of more than ALL_HOLDERS titles that have one form, or two that
    are alike, every BLOCK are taken together, those of one owner side by side: `owners` has something to order each
    title by that is the same in every order of the round.
    """
    having = _having(titles)
    forms = [*having]
    order = owners or [""] * len(titles)
    same = [_between(places, places, order) for places in having.values() if len(places) > 1]
    may_be = _may_be(forms) if late is None else _with({*map(_named, titles[late])}, forms)
    near = [_between(having[forms[a]], having[forms[b]], order) for a, b in within(forms, may_be).tolist()]
    found = np.array([pair for pairs in (*same, *near) for pair in pairs], np.int32).reshape(-1, 2)
    pairs = pairs_of(found[:, 0], found[:, 1])
    return pairs if late is None else with_one(pairs, late)


def may_be_near(late: Iterable[str], keys: Sequence[str]) -> Mapping[str, Set[int]]:
    """For each key of a late title the places of all to which it may be near, among the different keys of a round, itself too.

    They are the candidates that are looked for where all are compared; above ALL_PAIRS all that are alike enough by
    their letters, with or without a rare word.
    """
    few = len(keys) <= ALL_PAIRS
    words = [key.split() for key in keys]
    told = _telling(words) if few else keys
    place = {key: number for number, key in enumerate(keys)}
    found = {
        key: {place[key], *(other for other, _alike in nearest_keys(told[place[key]], told, LEAST))}
        for key in late
    }
    if few:
        pairs = sharing_words(words)
        is_late = np.array([key in found for key in keys])
        for a, b in pairs[is_late[pairs].any(axis=1)].tolist():
            found.get(keys[a], set()).add(b)
            found.get(keys[b], set()).add(a)
    return found


def key(form: Form) -> str:
    """A form as it is compared letter by letter."""
    return " ".join(form.stems)


def _with(late: Set[Form], forms: Sequence[Form]) -> Pairs:
    """Every two forms, by their places, of which one is a late title's."""
    some = [place for place, form in enumerate(forms) if form in late]
    return pairs_of(np.repeat(some, len(forms)), np.tile(np.arange(len(forms)), len(some)))


def _named(form: Form) -> Form:
    """A form as it is compared, whether it is only the name before an explanation or not."""
    return Form(form.stems, form.said) if form.part else form


def _having(titles: Sequence[Sequence[Form]]) -> dict[Form, list[Holder]]:
    """Every form once, with the places of the titles that have it and whether it is only a part there."""
    having: defaultdict[Form, list[Holder]] = defaultdict(list)
    for place, forms in enumerate(titles):
        for form in forms:
            having[_named(form)].append((place, form.part))
    return having


def _between(some: Sequence[Holder], others: Sequence[Holder], order: Sequence[str]) -> list[tuple[int, int]]:
    if max(len(some), len(others)) > ALL_HOLDERS:
        return [pair for block in _blocks({*some, *others}, order) for pair in _between(block, block, order)]
    return [(a, b) for a, part in some for b, too in others if not (part and too)]


def _blocks(holders: Iterable[Holder], order: Sequence[str]) -> Iterator[Sequence[Holder]]:
    """Titles that are too many to be all compared with one another, some and some."""
    ordered = sorted(holders, key=lambda holder: (order[holder[0]], holder))
    yield from (ordered[start : start + BLOCK] for start in range(0, len(ordered), BLOCK))


def _may_be(forms: Sequence[Form]) -> Pairs:
    """The forms that may be near, by what letters and rare words they share."""
    keys = [*map(key, forms)]
    found = sharing_words([form.stems for form in forms])
    telling = _telling([form.stems for form in forms]) if len(keys) <= ALL_PAIRS else None
    near = near_keys(telling, LEAST, ALIKE * len(keys)) if telling else None
    return found[pairs_alike(keys, found) >= LEAST] if near is None else unite(found, near)


def _telling(forms: Sequence[Sequence[str]]) -> list[str]:
    """The keys of some forms, given by their stems; of many, without words that most of them have, where others are left."""
    count = Counter(stem for stems in forms for stem in stems)
    said = frozenset(stem for stem, forms_with in count.items() if forms_with > max(MANY, len(forms) / 2))
    return [" ".join([stem for stem in stems if stem not in said] or stems) for stems in forms]
