"""Groups of nominations that are one initiative, by the chair's verdicts; and verdicts that contradict them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nominate_tui.model.duplicate import Group, Verdict


def joined(pairs: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The ids that hang together by pairs, directly or over others, as sets in the order of their first pair."""
    above: dict[str, str] = {}  # union-find: whoever is above nobody else is the root of its set
    for pair in pairs:
        roots = [_root(above, id) for id in pair]
        above.update(dict.fromkeys(roots, roots[0]) if roots else {})
    sets: dict[str, list[str]] = {}
    for id in above:
        sets.setdefault(_root(above, id), []).append(id)
    return tuple(map(frozenset, sets.values()))


def _root(above: dict[str, str], id: str) -> str:
    """The root of an id's set; on the way there everybody is put nearer to it."""
    upper = above.setdefault(id, id)
    while upper != id:
        above[id] = above[upper]
        id, upper = upper, above[upper]
    return id


def groups(verdicts: Iterable[Verdict], order: Iterable[str]) -> tuple[Group, ...]:
    """The duplicate groups, in the order of the round.

    `order` is the round's ids. Verdicts on a nomination that is not among them join nobody.
    """
    place = {id: number for number, id in enumerate(order)}
    duplicates = [v for v in verdicts if v.kind == "duplicate" and v.pair <= place.keys() and len(v.pair) > 1]
    sets = joined(verdict.pair for verdict in duplicates)
    number = {id: number for number, ids in enumerate(sets) for id in ids}
    within: list[list[Verdict]] = [[] for _ in sets]
    for verdict in duplicates:
        within[number[verdict.a]].append(verdict)
    found = (
        _group(sorted(ids, key=place.__getitem__), given) for ids, given in zip(sets, within, strict=True)
    )
    return tuple(sorted(found, key=lambda group: place[group.members[0]]))


def by_member(groups: Iterable[Group]) -> Mapping[str, Group]:
    """The group that a nomination is in, by its id."""
    return {id: group for group in groups for id in group.members}


def contradictions(verdicts: Iterable[Verdict]) -> tuple[tuple[Verdict, Group], ...]:
    """The verdicts that call two nominations distinct that other verdicts put into one group, with that group.

    The members stand in the order in which verdicts first name them.
    """
    given = tuple(verdicts)
    group = by_member(groups(given, dict.fromkeys(id for verdict in given for id in (verdict.a, verdict.b))))
    distinct = (verdict for verdict in given if verdict.kind == "distinct" and verdict.a in group)
    return tuple((verdict, group[verdict.a]) for verdict in distinct if verdict.b in group[verdict.a].members)


def made_one(verdicts: Iterable[Verdict]) -> tuple[tuple[Verdict, Group], ...]:
    """The verdicts that call two nominations distinct or related that others put into one group, with that group."""
    given = {verdict.pair: verdict for verdict in verdicts}
    read = (each if each.kind == "duplicate" else replace(each, kind="distinct") for each in given.values())
    return tuple((given[verdict.pair], group) for verdict, group in contradictions(read))


class KeptApart:
    """What verdicts of distinct and related say beyond the two that each names: the members of a group are one.

    Who is distinct from one member of a group is distinct from all of it, since it is one initiative. Of several
    verdicts between two groups the latest is the one that counts.
    """

    def __init__(self, verdicts: Iterable[Verdict], settled: Mapping[str, Group]) -> None:
        """Take verdicts, and the group that a nomination is in, by its id."""
        self._settled = settled
        apart = sorted((each for each in verdicts if each.kind != "duplicate"), key=lambda each: each.at)
        self._by_names = {self.names(each.a, each.b): each for each in apart}

    def names(self, a: str, b: str) -> frozenset[str]:
        """The two groups that a pair lies between, by the first member of each; who is in none is its own."""
        return frozenset(self._settled[id].members[0] if id in self._settled else id for id in (a, b))

    def between(self, a: str, b: str) -> Verdict | None:
        """The verdict that keeps two apart, over the groups that they are in; `None` where there is none, or one group."""
        names = self.names(a, b)
        return self._by_names.get(names) if len(names) > 1 else None


def _group(members: Sequence[str], duplicates: Sequence[Verdict]) -> Group:
    """The group, its primary the one that the latest verdict within it names, or else its first member."""
    known = frozenset(members)
    naming = [verdict for verdict in duplicates if verdict.primary in known]
    # Of verdicts made in the same second, the later one in the file is the later one.
    latest = max(enumerate(naming), key=lambda each: (each[1].at, each[0]), default=None)
    return Group(tuple(members), latest[1].primary if latest else members[0])
