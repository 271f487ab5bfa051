"""The rules that put nominations in an order: the overall score first, then the tie-breaks of the round.

A rule is given nominations that are equal so far, and parts them into an ordered list of smaller sets. What it
cannot part goes on to the next rule; what no rule parts shares a rank. No rule ever guesses: the order in
the file, the id or chance separate nobody, unless the round declared a lot.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple, TypeVar

from nominate_tui.model.deliberation import TieDecision
from nominate_tui.model.rounding import units
from nominate_tui.model.rules import TieBreak
from nominate_tui.ranking.duels import beaten
from nominate_tui.ranking.result import Gauge
from nominate_tui.ranking.tally import Tally


class Row(NamedTuple):
    """One nomination, with what it may be separated from others by.

    There are thousands: a tuple is made in a third of the time.
    """

    nomination: str
    place: int
    """Its place in the arrays of the tally."""
    mean: Fraction
    """The exact plain mean."""
    units: int
    """The score of the method as it is printed, in units of the last decimal."""
    gauge: Gauge | None
    """By majority judgment only."""


Tied = tuple[Row, ...]
"""Nominations that are equal so far, in the order of the round."""

Key = TypeVar("Key", int, Fraction, str)
"""What rows can be sorted by."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to separate nominations."""

    name: str
    """What `Standing.separated_by` says of it: `overall`, `criteria:innovation`, `chair` …"""
    parts: Callable[[Tied], list[Tied]]
    """From a tied set to ordered parts, the best first; a list of one where it separates nothing."""


class Level(NamedTuple):
    """Nominations that end up with the same rank; a tuple as rows are, and for the same reason."""

    rows: Tied
    separated_by: str | None
    """The rule that put them behind the level above; `None` for the first."""


def levels(rows: Tied, rules: Sequence[Rule]) -> Iterator[Level]:
    """Ask one rule after the other until each set is one nomination or no rule is left; the best level first.

    What nobody takes from the iterator is not worked out.
    """
    if len(rows) < 2 or not rules:
        yield from [Level(rows, None)] if rows else []
        return
    behind = None
    for part in rules[0].parts(rows):
        if len(part) == 1:  # most are alone, and to ask on costs more than all else
            yield Level(part, behind)
        else:
            for level in levels(part, rules[1:]):
                yield Level(level.rows, level.separated_by or behind)
        behind = rules[0].name


def rules_in_order(tally: Tally) -> list[Rule]:
    """The overall score, then the tie-breaks of the round in their order."""
    rules = tally.round.rules
    if rules.method == "majority":
        return [Rule("overall", _by_grade), Rule("gauge", _by_gauge), *_tie_breaks(tally)]
    return [_highest("overall", lambda row: row.units), *_tie_breaks(tally)]


def rules_by_mean(tally: Tally) -> list[Rule]:
    """The plain mean in the place of the overall score."""
    decimals = tally.round.rules.decimals
    return [_highest("overall", lambda row: units(row.mean, decimals)), *_tie_breaks(tally)]


def _tie_breaks(tally: Tally) -> Iterator[Rule]:
    for name in tally.round.rules.tie_break:
        yield from _RULES[name](tally)


def _by_grade(tied: Tied) -> list[Tied]:
    """Majority judgment as it is printed: the higher grade, and 4+ before 4-."""
    return _by_lowest(
        tied, [0 if row.gauge is None else -2 * row.gauge.grade - row.gauge.plus for row in tied]
    )


def _by_gauge(tied: Tied) -> list[Tied]:
    """Of the same grade and sign: by how many gave more where those are the majority, else by how few gave less."""
    return _by_lowest(tied, [_against(row.gauge) if row.gauge else Fraction(0) for row in tied])


def _against(gauge: Gauge) -> Fraction:
    return -gauge.above if gauge.plus else gauge.below


def _criteria(tally: Tally) -> list[Rule]:
    heaviest_first = sorted(enumerate(tally.round.rules.criteria), key=lambda each: -each[1].weight)
    return [_criterion(tally, number, criterion.id) for number, criterion in heaviest_first]


def _criterion(tally: Tally, number: int, id: str) -> Rule:
    means, decimals = tally.exact.criterion_means[number], tally.round.rules.decimals

    def printed(row: Row) -> int | None:
        mean = means[row.place]
        return None if mean is None else units(mean, decimals)

    return _highest(f"criteria:{id}", printed)


def _highest(name: str, value: Callable[[Row], int | None]) -> Rule:
    """The rule that the higher printed value is better; where one of them has none, it compares nothing."""

    def parts(tied: Tied) -> list[Tied]:
        values = [value(row) for row in tied]
        return (
            [tied] if None in values else _by_lowest(tied, [-found for found in values if found is not None])
        )

    return Rule(name, parts)


def _by_lowest(tied: Tied, keys: Sequence[Key]) -> list[Tied]:
    """Part by keys, which stand in the order of the tied; the lowest first."""
    order = sorted(range(len(tied)), key=keys.__getitem__)
    return [tuple([tied[place] for place in part]) for _key, part in groupby(order, keys.__getitem__)]


def _head_to_head(tally: Tally) -> list[Rule]:
    def parts(tied: Tied) -> list[Tied]:
        return _by_duels(tied, beaten(tally, [row.nomination for row in tied]))

    return [Rule("head_to_head", parts)]


def _by_duels(tied: Tied, beaten: Sequence[set[int]]) -> list[Tied]:
    """Part by whom each beats (by index), so that everybody in a part beats everybody in all later parts, as finely as that can be done.

    Cycles and draws stay together. Who beats all outside the part has won more duels than any of them, so
    that the parts lie one behind the other once all are sorted by duels won.
    """
    everybody = range(len(tied))
    ordered = sorted(everybody, key=lambda a: -len(beaten[a]))
    parts: list[Tied] = []
    part: list[int] = []
    beaten_by_all = set(everybody)
    for place, a in enumerate(ordered):
        part.append(a)
        beaten_by_all &= beaten[a]
        if beaten_by_all.issuperset(ordered[place + 1 :]):
            parts.append(tuple(tied[member] for member in sorted(part)))
            part = []
    return parts


def _fewest_lowest(tally: Tally) -> list[Rule]:
    def parts(tied: Tied) -> list[Tied]:
        return _by_lowest(tied, [tally.share_of_lowest(row.place) for row in tied])

    return [Rule("fewest_lowest", parts)]


def _chair(tally: Tally) -> list[Rule]:
    decisions = tuple(reversed(tally.round.deliberation.ties))
    if not decisions:
        return []

    def parts(tied: Tied) -> list[Tied]:
        ids = [row.nomination for row in tied]
        return _by_duels(
            tied, [{b for b, other in enumerate(ids) if _preferred(decisions, id, other)} for id in ids]
        )

    return [Rule("chair", parts)]


def _preferred(newest_first: Iterable[TieDecision], a: str, b: str) -> bool:
    """Whether the newest decision that orders both puts `a` before `b`."""
    both = (decision.order for decision in newest_first if a in decision.order and b in decision.order)
    order = next(both, None)
    return order is not None and order.index(a) < order.index(b)


def _lot(tally: Tally) -> list[Rule]:
    seed = tally.round.rules.seed
    if not seed:
        return []
    return [Rule("lot", lambda tied: _by_lowest(tied, [lot(seed, row.nomination) for row in tied]))]


def lot(seed: str, nomination: str) -> str:
    """The lot of a nomination: SHA-256 of `seed:id` in UTF-8, as hexadecimal digits; the smaller one wins."""
    return hashlib.sha256(f"{seed}:{nomination}".encode()).hexdigest()


_RULES: Mapping[TieBreak, Callable[[Tally], list[Rule]]] = {
    "criteria": _criteria,
    "head_to_head": _head_to_head,
    "fewest_lowest": _fewest_lowest,
    "chair": _chair,
    "lot": _lot,
}
