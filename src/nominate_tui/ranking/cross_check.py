"""Head to head as a cross-check of the ranking: where jurors who scored both say otherwise than the ranking."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.ranking.result import Ranking
from nominate_tui.ranking.schulze import DEPTH, IN_COMMON, HeadToHead, contrary, duels, head_to_head, held
from nominate_tui.ranking.tally import Tally


@dataclass(frozen=True, slots=True)
class Contrary:
    """A pair of which the ranking has one first, and head to head the other."""

    before: str
    """Who is first in the ranking."""
    behind: str
    """Who beats it head to head."""
    for_before: int
    """How many of the jurors who scored both gave the first more."""
    for_behind: int
    """How many gave the second more."""
    even: int
    """How many gave both the same."""


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """What was compared head to head, and where that says otherwise."""

    depth: int
    """How many of the best ranked were looked at."""
    held: int
    """How many of their pairs have enough jurors in common to be compared; of the others nothing is known."""
    contrary: tuple[Contrary, ...]
    """The compared pairs of which head to head says otherwise, in the order of the ranking."""

    @property
    def pairs(self) -> int:
        """How many pairs those that were looked at make."""
        return math.comb(self.depth, 2)


def cross_check(tally: Tally, ranking: Ranking) -> CrossCheck:
    """Compare the best twenty of a ranking head to head; `tally` is what it was made of."""
    rows = [row for row in ranking.standings if row.rank is not None][:DEPTH]
    if len(rows) < 2:
        return CrossCheck(len(rows), 0, ())
    ids, ranks = [row.nomination for row in rows], [row.rank or 0 for row in rows]
    found = head_to_head(duels(tally.reviews, [tally.places[id] for id in ids]))
    against = (pair for pair in contrary(found, ranks) if found.duels.common[pair] >= IN_COMMON)
    return CrossCheck(len(rows), len(held(found.duels)), tuple(_pair(found, ids, *pair) for pair in against))


def cross_check_as_dict(found: CrossCheck) -> Mapping[str, object]:
    """As plain values, for programs and records."""
    against = [
        {
            "before": pair.before,
            "behind": pair.behind,
            "for_before": pair.for_before,
            "for_behind": pair.for_behind,
            "even": pair.even,
        }
        for pair in found.contrary
    ]
    return {"depth": found.depth, "pairs": found.pairs, "held": found.held, "contrary": against}


def cross_check_told(found: CrossCheck) -> Iterator[str]:
    """Of how many pairs anything can be said at all, and then each that head to head sees otherwise, a sentence each."""
    yield _compared(found)
    if found.held and not found.contrary:
        yield _("Head to head none of these speaks against the ranking.")
    yield from map(_contrary, found.contrary)


def _pair(found: HeadToHead, ids: list[str], a: int, b: int) -> Contrary:
    for_a, for_b = int(found.duels.votes[a, b]), int(found.duels.votes[b, a])
    return Contrary(ids[a], ids[b], for_a, for_b, int(found.duels.common[a, b]) - for_a - for_b)


def _compared(found: CrossCheck) -> str:
    if not found.pairs:
        return _("There are no two nominations to be compared head to head.")
    told = _(
        "No pair of the best {depth} has {common} jurors in common: nothing can be compared head to head."
    )
    if found.held:
        told = ngettext(
            "Of the best {depth}, {held} of {pairs} pairs has at least {common} jurors in common and was compared head to"
            " head.",
            "Of the best {depth}, {held} of {pairs} pairs have at least {common} jurors in common and were compared head to"
            " head.",
            found.held,
        )
    return told.format(depth=found.depth, held=found.held, pairs=found.pairs, common=IN_COMMON)


def _contrary(pair: Contrary) -> str:
    told = _(
        "{before} is before {behind}, but head to head {behind} wins: {for_behind} of the jurors who scored both"
        " gave it more, {for_before} gave it less, {even} the same"
    )
    return told.format(
        before=pair.before,
        behind=pair.behind,
        for_behind=pair.for_behind,
        for_before=pair.for_before,
        even=pair.even,
    )
