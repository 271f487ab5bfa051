"""Which titles of a round are near: few candidates by their letters and rare words, and these compared exactly.

To ALL_PAIRS different titles all of them are compared letter by letter; above, those that share what few have.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from nominate_tui.duplicates.likeness import near_keys, pairs_alike
from nominate_tui.duplicates.pairing import Pairs, pairs_of, unite
from nominate_tui.duplicates.shared_words import sharing_words
from nominate_tui.duplicates.titles import Form

ALL_PAIRS: Final = 5_000
"""Titles of which all pairs are compared letter by letter, in about a second."""
LEAST: Final = 0.55
"""How alike letter by letter two titles must be at least (0 to 1) where no rare word brings them together."""

Within = Callable[[Sequence[Form], Pairs], Pairs]
"""Those of some pairs of forms, by their places, that are alike enough."""


def near_forms(titles: Sequence[Sequence[Form]], within: Within) -> Pairs:
    """The places of every two titles of which two forms are alike enough.

    Two names before explanations are not compared.
    """
    having = _having(titles)
    forms = [*having]
    same = [_between(places, places) for places in having.values() if len(places) > 1]
    near = [_between(having[forms[a]], having[forms[b]]) for a, b in within(forms, _may_be(forms)).tolist()]
    found = np.array([pair for pairs in (*same, *near) for pair in pairs], np.int32).reshape(-1, 2)
    return pairs_of(found[:, 0], found[:, 1])


def _having(titles: Sequence[Sequence[Form]]) -> dict[Form, list[tuple[int, bool]]]:
    """Every form once, with the places of the titles that have it and whether it is only a part there."""
    having: defaultdict[Form, list[tuple[int, bool]]] = defaultdict(list)
    for place, forms in enumerate(titles):
        for form in forms:
            having[Form(form.stems, form.said) if form.part else form].append((place, form.part))
    return having


def _between(some: Sequence[tuple[int, bool]], others: Sequence[tuple[int, bool]]) -> list[tuple[int, int]]:
    return [(a, b) for a, part in some for b, too in others if not (part and too)]


def _may_be(forms: Sequence[Form]) -> Pairs:
    """The forms that may be near, by what letters and rare words they share."""
    keys = [" ".join(form.stems) for form in forms]
    found = sharing_words([form.stems for form in forms])
    if len(keys) <= ALL_PAIRS:
        return unite(found, near_keys(keys, LEAST))
    return found[pairs_alike(keys, found) >= LEAST]
