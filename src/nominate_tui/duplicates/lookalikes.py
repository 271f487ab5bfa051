"""What a reader of a nomination should know of: its look-alikes, suggested and settled."""

from collections import defaultdict
from collections.abc import Iterable

from nominate_tui.duplicates.groups import KeptApart, by_member, groups
from nominate_tui.model.duplicate import BY_TOPIC_ALONE, Kind, Suggestion, Verdict


class Lookalikes:
    """The look-alikes of every nomination, worked out once.

    A suggestion by topic alone is for the chair only. A verdict counts more than a suggestion, also on a pair whose
    two are one with those that it names: what is called distinct is left out. Who the chair joined is one: what is
    suggested as a duplicate of one of them is told of all. Suggestions make no chains: two that are only suggested as
    duplicates of a third may be strangers.
    """

    def __init__(self, suggestions: Iterable[Suggestion], verdicts: Iterable[Verdict]) -> None:
        """Take suggestions, the loudest first, and the chair's verdicts."""
        given = tuple(verdicts)
        told = [each for each in suggestions if each.rule != BY_TOPIC_ALONE]
        self._kinds: dict[frozenset[str], Kind] = {each.pair: each.suggested for each in told}
        self._group = by_member(groups(given, sorted({id for v in given for id in v.pair})))
        self.apart = KeptApart(given, self._group)
        """What the verdicts say over the groups that they make."""
        over_groups = ((each.pair, self.apart.between(each.a, each.b)) for each in told)
        self._kinds |= {pair: verdict.kind for pair, verdict in over_groups if verdict}
        self._kinds |= {verdict.pair: verdict.kind for verdict in given}
        self._others: defaultdict[str, list[str]] = defaultdict(list)
        for pair in self._kinds:
            for id in pair:
                self._others[id] += pair - {id}

    def of(self, nomination: str) -> tuple[str, ...]:
        """The ids of a nomination's look-alikes, the most alike first, settled ones after, those over others last."""
        own = self._others.get(nomination, [])
        joined = self._joined(nomination)
        over = {id for member in joined for id in self._duplicates(member)}
        beside = {id for other in self._duplicates(nomination) for id in self._joined(other)}
        found = dict.fromkeys((*own, *sorted({*joined, *over, *beside})))
        return tuple(id for id in found if id != nomination and self._may_be_told(nomination, id))

    def _joined(self, nomination: str) -> tuple[str, ...]:
        """Who the chair joined with a nomination, and itself; nobody where it was joined with none."""
        group = self._group.get(nomination)
        return group.members if group else ()

    def _duplicates(self, nomination: str) -> list[str]:
        others = self._others.get(nomination, [])
        return [id for id in others if self._kinds[frozenset((nomination, id))] == "duplicate"]

    def _may_be_told(self, nomination: str, other: str) -> bool:
        apart = self.apart.between(nomination, other)
        return self._kinds.get(frozenset((nomination, other))) != "distinct" and not (
            apart and apart.kind == "distinct"
        )
