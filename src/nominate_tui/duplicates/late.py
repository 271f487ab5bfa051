"""Which nominations came or changed after a large round was compared: only their pairs have to be compared."""

from collections.abc import Iterable, Set
from typing import Final

from nominate_tui.model.duplicate import Compared, Fingerprint, Suggestion

SMALL: Final = 1_000
"""Rounds of fewer nominations are always compared whole, which takes less than a second."""
ONE_IN: Final = 20
"""Once so great a part of a round is new since all of it was compared, all of it is compared again."""


def late(kept: Compared, now: Fingerprint) -> Set[str] | None:
    """The ids of the nominations that are new or other than when the round was compared; `None` where all are to be.

    All are where the round is small, where too many are new, changed or gone, and where the rest stands in another order.
    """
    before, after = dict(kept.made_from.nominations), dict(now.nominations)
    stayed = [id for id, digest in after.items() if before.get(id) == digest]
    in_order = stayed == [id for id, digest in before.items() if after.get(id) == digest]
    few = ONE_IN * (kept.late + turnover(kept.made_from, now)) <= len(after)
    return after.keys() - {*stayed} if len(after) >= SMALL and in_order and few else None


def staying(known: Iterable[Suggestion], ids: Iterable[str], late: Set[str]) -> tuple[Suggestion, ...]:
    """What was said before of two who are still in the round, which has these ids, and not late."""
    here = frozenset(ids) - late
    return tuple(each for each in known if each.pair <= here)


def turnover(before: Fingerprint, after: Fingerprint) -> int:
    """How many nominations are new, other than before, or gone."""
    then, now = dict(before.nominations), dict(after.nominations)
    return sum(then.get(id) != now.get(id) for id in then.keys() | now.keys())
