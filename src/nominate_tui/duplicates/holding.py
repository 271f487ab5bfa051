"""How many owners call something the same: what many unlike owners write is a heading, and nobody's name.

One owner's name stays a name, however often it is sent in: the loudest duplicate of a round must not vanish in it.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from math import isqrt
from typing import Final, TypeVar

from nominate_tui.duplicates.common import FEW

OWNERS: Final = 20
"""Owners that may call something the same in however large a round: 190 related pairs, as many as a chair can use."""
UNKNOWN: Final = 100
"""The same for nominations that name no owner: they may all be of one."""

Held = TypeVar("Held", bound=Hashable)


def held_by_many(held: Sequence[Iterable[Held]], owners: Sequence[str]) -> frozenset[Held]:
    """Of what each nomination holds, that which too many owners hold for it to be a name.

    `held` has the different things of each nomination; `owners` whose it is, empty where that is not known. Too many
    are more than 20 known owners, or more nominations without an owner than 100 or the square root of the round; and
    in a small round more than half of it, from 6 on.
    """
    count = len(held)
    often = {each for each, times in Counter(each for some in held for each in some).items() if times > FEW}
    known: defaultdict[Held, set[str]] = defaultdict(set)
    unknown: Counter[Held] = Counter()
    for some, owner in zip(held, owners, strict=True):
        for each in often.intersection(some):
            if owner:
                known[each].add(owner)
            else:
                unknown[each] += 1
    most, most_unknown = _bound(count, OWNERS), _bound(count, max(UNKNOWN, isqrt(count)))
    return frozenset(each for each in often if len(known[each]) > most or unknown[each] > most_unknown)


def _bound(count: int, most: int) -> int:
    return max(FEW, min(count // 2, most))
