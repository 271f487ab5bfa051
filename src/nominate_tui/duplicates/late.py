"""Which nominations came or changed after a round was compared: only their pairs have to be compared."""

from collections.abc import Iterable, Sequence, Set
from typing import Final

from nominate_tui.model.duplicate import Fingerprint, Suggestion

ONE_IN: Final = 20
"""Once so great a part of a round is new since all of it was compared, all of it is compared again."""
MOST: Final = 30
"""So many, in however large a round: each is looked for among all others, which may take longer than comparing all."""


def late(then: Fingerprint, known: Fingerprint, now: Fingerprint) -> Set[str] | None:
    """The ids of the nominations that are new or other than when all were compared; `None` where all are to be again.

    All are where too many are new, changed or gone, and where the rest stands in another order. New is also whoever was
    new when what is `known` was found.
    """
    before, after = dict(then.nominations), dict(now.nominations)
    stayed = [id for id, digest in after.items() if before.get(id) == digest]
    in_order = stayed == [id for id, digest in before.items() if after.get(id) == digest]
    new = after.keys() - {*stayed} | {id for id, _digest in {*now.nominations} - {*known.nominations}}
    few = max(len(new), turnover(then, now)) <= min(MOST, len(after) // ONE_IN)
    return new if in_order and few else None


def staying(known: Iterable[Suggestion], ids: Iterable[str], late: Set[str]) -> tuple[Suggestion, ...]:
    """What was said before of two who are still in the round, which has these ids, and not late."""
    here = frozenset(ids) - late
    return tuple(each for each in known if each.pair <= here)


def ids(of: Fingerprint) -> Sequence[str]:
    """The ids of the nominations of a round, in its order."""
    return [id for id, _digest in of.nominations]


def turnover(before: Fingerprint, after: Fingerprint) -> int:
    """How many nominations are new, other than before, or gone."""
    then, now = dict(before.nominations), dict(after.nominations)
    return sum(then.get(id) != now.get(id) for id in then.keys() | now.keys())
