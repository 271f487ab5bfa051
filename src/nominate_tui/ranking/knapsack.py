"""A shortlist under a budget as a knapsack: the selection that is worth most, exactly.

Bellman's dynamic programme over whole numbers (R. Bellman 1957, "Dynamic Programming"; Kellerer, Pferschy & Pisinger
2004, "Knapsack Problems", sections 2.3 and 2.6). Of the two tables that answer the question, by total worth or by
money spent, the smaller one is filled; where both would take too long, nothing is answered.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import compress
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.errors import NotAllowed
from nominate_tui.locale.catalogue import _
from nominate_tui.ranking.budget import Missed, Priced, Selection, total

Table = NDArray[np.int64]

LARGEST: Final = 200_000_000
"""How many cells a table may have: about a second."""
_NEVER: Final = 1 << 61
"""The price of what cannot be had. Prices add up to less than half of it."""


@dataclass(frozen=True, slots=True)
class _Load:
    """The question in whole numbers; the best ranked first, and each fits alone."""

    worth: Sequence[int]
    costs: Sequence[int]
    room: int


def knapsack(priced: Sequence[Priced], worth: Mapping[str, int], budget: Fraction) -> Selection:
    """The nominations that are worth most together and cost no more than the budget.

    `worth` is by nomination id, in any whole unit: the printed score less a threshold, in units of its last decimal.
    Who is worth nothing or less is not in question, and neither selected nor missed. Of equal worth the lower cost is
    taken; of equal cost the one that has the best-ranked nomination which the other lacks. `short` is what a missed
    nomination costs beyond the money left.

    Raises:
        NotAllowed: The numbers are too many or too large for an exact answer in about a second.
    """
    wanted = [one for one in priced if worth[one.nomination] > 0]
    fitting = [one for one in wanted if one.cost <= budget]
    values = [worth[one.nomination] for one in fitting]
    everything = total(fitting) <= budget
    selected = fitting if everything else list(compress(fitting, _best(_load(fitting, values, budget))))
    left = budget - total(selected)
    taken = {one.nomination for one in selected}
    missed = (Missed(w.nomination, w.cost, w.cost - left) for w in wanted if w.nomination not in taken)
    return Selection(tuple(selected), left, tuple(missed))


def _load(priced: Sequence[Priced], worth: Sequence[int], budget: Fraction) -> _Load:
    """Costs as whole numbers without a common divisor; what is too little to count in them is taken from the room."""
    common = math.lcm(*(one.cost.denominator for one in priced))
    whole = [int(one.cost * common) for one in priced]
    unit = math.gcd(*whole)
    return _Load(worth, [cost // unit for cost in whole], math.floor(budget * common / unit))


def _best(load: _Load) -> list[bool]:
    """Which are selected, where not all can be."""
    most = _at_most(load)
    cells = len(load.worth) * (1 + min(most, load.room))
    if cells > LARGEST or max(sum(load.worth), sum(load.costs)) > _NEVER // 2:
        message = _("An exact answer for {count} nominations and amounts as these would take too long")
        todo = _("round the amounts, or choose by rank or by equal shares")
        raise NotAllowed(message.format(count=len(load.worth)), todo=todo)
    return _by_worth(load, most) if most < load.room else _by_money(load)


def _at_most(load: _Load) -> int:
    """No selection is worth more: the best for the money first, the first that does not fit in part (Dantzig 1957)."""
    free = sum(worth for worth, cost in zip(load.worth, load.costs, strict=True) if not cost)
    dear = [(w, c) for w, c in zip(load.worth, load.costs, strict=True) if c]
    found, room = free, load.room
    for worth, cost in sorted(dear, key=lambda one: Fraction(-one[0], one[1])):
        if cost > room:
            return found + worth * room // cost
        found, room = found + worth, room - cost
    return found


def _by_worth(load: _Load, most: int) -> list[bool]:
    """For each total worth the lowest cost: the answer is the largest worth that there is money for."""
    lowest = np.full(most + 1, _NEVER, dtype=np.int64)
    lowest[0] = 0
    taken = _fill(lowest, load.worth, load.costs)
    return _trace(taken, load.worth, int(np.flatnonzero(lowest <= load.room)[-1]))


def _by_money(load: _Load) -> list[bool]:
    """For each amount the largest worth, as a price below zero: the answer is the least amount with the best of them."""
    lowest = np.zeros(load.room + 1, dtype=np.int64)
    taken = _fill(lowest, load.costs, [-worth for worth in load.worth])
    return _trace(taken, load.costs, int(np.argmin(lowest)))


def _fill(lowest: Table, sizes: Sequence[int], prices: Sequence[int]) -> list[NDArray[np.uint8]]:
    """Make `lowest` the lowest price for each size, and tell for each nomination at which sizes it is taken.

    The worst ranked come first, and one is taken where that costs the same: so the best ranked has the last word.
    """
    taken = []
    for size, price in zip(reversed(sizes), reversed(prices), strict=True):
        offer = lowest[: len(lowest) - size] + price
        take = np.zeros(len(lowest), dtype=np.bool_)
        np.less_equal(offer, lowest[size:], out=take[size:])
        np.minimum(offer, lowest[size:], out=lowest[size:])
        taken.append(np.packbits(take))
    return taken[::-1]


def _trace(taken: Sequence[NDArray[np.uint8]], sizes: Sequence[int], size: int) -> list[bool]:
    """Who makes up a size, from the best ranked on."""
    chosen = []
    for bits, own in zip(taken, sizes, strict=True):
        chosen.append(bool(bits[size >> 3] >> (7 - size % 8) & 1))
        size -= own if chosen[-1] else 0
    return chosen
