"""The rules that put nominations in an order: the overall score first, then the tie-breaks of the round.

A rule is given nominations that are equal so far, and parts them into an ordered list of smaller sets. What it
cannot part goes on to the next rule; what no rule parts shares a rank. No rule ever guesses: the order in
the file, the id or chance separate nobody, unless the round declared a lot.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from typing import TypeVar

from nominate_tui.model.deliberation import TieDecision
from nominate_tui.model.round import Round
from nominate_tui.model.rounding import printed
from nominate_tui.model.rules import TieBreak
from nominate_tui.ranking.result import Standing

Tied = tuple[Standing, ...]
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


@dataclass(frozen=True, slots=True)
class Level:
    """Nominations that end up with the same rank."""

    rows: Tied
    separated_by: str | None
    """The rule that put them behind the level above; `None` for the first."""


def levels(rows: Tied, rules: Sequence[Rule]) -> list[Level]:
    """Ask one rule after the other until each set is one nomination or no rule is left.

    Every row needs an overall score.
    """
    if len(rows) < 2 or not rules:
        return [Level(rows, None)] if rows else []
    found: list[Level] = []
    for part in rules[0].parts(rows):
        first, *others = levels(part, rules[1:])
        found += [replace(first, separated_by=rules[0].name if found else None), *others]
    return found


def rules_in_order(round: Round) -> list[Rule]:
    """The overall score, then the tie-breaks of the round in their order."""
    overall = _highest("overall", lambda row: row.mean, round.rules.decimals)
    return [overall, *(rule for name in round.rules.tie_break for rule in _RULES[name](round))]


def _criteria(round: Round) -> list[Rule]:
    heaviest_first = sorted(round.rules.criteria, key=lambda criterion: -criterion.weight)
    return [_criterion(criterion.id, round.rules.decimals) for criterion in heaviest_first]


def _criterion(id: str, decimals: int) -> Rule:
    return _highest(f"criteria:{id}", lambda row: row.criteria[id], decimals)


def _highest(name: str, value: Callable[[Standing], Fraction | None], decimals: int) -> Rule:
    """The rule that the higher printed value is better; where one of them has none, it compares nothing."""

    def parts(tied: Tied) -> list[Tied]:
        values = {row.nomination: value(row) for row in tied}
        units = {id: _units(found, decimals) for id, found in values.items() if found is not None}
        return _by_lowest(tied, lambda row: -units[row.nomination]) if len(units) == len(tied) else [tied]

    return Rule(name, parts)


def _units(value: Fraction, decimals: int) -> int:
    """The printed number in units of its last decimal (4.13 is 413), so that only what is printed is compared."""
    return int(printed(value, decimals).replace(".", ""))


def _by_lowest(tied: Tied, key: Callable[[Standing], Key]) -> list[Tied]:
    return [tuple(part) for _value, part in groupby(sorted(tied, key=key), key)]


def _head_to_head(_round: Round) -> list[Rule]:
    def parts(tied: Tied) -> list[Tied]:
        said = {row.nomination: {review.juror: review.weighted for review in row.counted} for row in tied}
        return _by_duels(tied, lambda a, b: _margin(said[a], said[b]) > 0)

    return [Rule("head_to_head", parts)]


def _margin(a: Mapping[str, Fraction], b: Mapping[str, Fraction]) -> int:
    """Of the jurors who scored both, how many more placed `a` higher than placed `b` higher."""
    both = [(score, b[juror]) for juror, score in a.items() if juror in b]
    return sum(mine > other for mine, other in both) - sum(mine < other for mine, other in both)


def _by_duels(tied: Tied, beats: Callable[[str, str], bool]) -> list[Tied]:
    """Part so that everybody in a part beats everybody in all later parts, as finely as that can be done.

    Cycles and draws stay together. Who beats all outside the part has won more duels than any of them, so
    that the parts lie one behind the other once all are sorted by duels won.
    """
    everybody = range(len(tied))
    beaten = [{b for b in everybody if beats(tied[a].nomination, tied[b].nomination)} for a in everybody]
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


def _fewest_lowest(round: Round) -> list[Rule]:
    lowest = round.rules.scale.min
    return [Rule("fewest_lowest", lambda tied: _by_lowest(tied, lambda row: _share_of(lowest, row)))]


def _share_of(value: int, row: Standing) -> Fraction:
    scores = [score for review in row.counted for score in review.scores.values()]
    return Fraction(sum(score == value for score in scores), len(scores))


def _chair(round: Round) -> list[Rule]:
    decisions = tuple(reversed(round.deliberation.ties))
    if not decisions:
        return []
    return [Rule("chair", lambda tied: _by_duels(tied, lambda a, b: _preferred(decisions, a, b)))]


def _preferred(newest_first: Iterable[TieDecision], a: str, b: str) -> bool:
    """Whether the newest decision that orders both puts `a` before `b`."""
    both = (decision.order for decision in newest_first if a in decision.order and b in decision.order)
    order = next(both, None)
    return order is not None and order.index(a) < order.index(b)


def _lot(round: Round) -> list[Rule]:
    seed = round.rules.seed
    if not seed:
        return []
    return [Rule("lot", lambda tied: _by_lowest(tied, lambda row: lot(seed, row.nomination)))]


def lot(seed: str, nomination: str) -> str:
    """The lot of a nomination: SHA-256 of `seed:id` in UTF-8, as hexadecimal digits; the smaller one wins."""
    return hashlib.sha256(f"{seed}:{nomination}".encode()).hexdigest()


_RULES: Mapping[TieBreak, Callable[[Round], list[Rule]]] = {
    "criteria": _criteria,
    "head_to_head": _head_to_head,
    "fewest_lowest": _fewest_lowest,
    "chair": _chair,
    "lot": _lot,
}
