"""Groups of nominations that are one initiative, by the chair's verdicts; and verdicts that contradict them."""

from collections.abc import Iterable, Sequence

from nominate_tui.model.duplicate import Group, Verdict


def joined(pairs: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The ids that hang together by pairs, directly or over others, as sets in the order of their first pair."""
    sets: list[frozenset[str]] = []
    for pair in pairs:
        touched = [known for known in sets if known & pair]
        whole = pair.union(*touched)
        place = sets.index(touched[0]) if touched else len(sets)
        sets = [known for known in sets if known not in touched]
        sets.insert(place, whole)
    return tuple(sets)


def groups(verdicts: Iterable[Verdict], order: Iterable[str]) -> tuple[Group, ...]:
    """The duplicate groups, in the order of the round.

    `order` is the round's ids. Verdicts on a nomination that is not among them join nobody.
    """
    place = {id: number for number, id in enumerate(order)}
    duplicates = [v for v in verdicts if v.kind == "duplicate" and v.pair <= place.keys() and len(v.pair) > 1]
    found = [sorted(ids, key=place.__getitem__) for ids in joined(verdict.pair for verdict in duplicates)]
    return tuple(_group(members, duplicates) for members in sorted(found, key=lambda ids: place[ids[0]]))


def contradictions(verdicts: Iterable[Verdict]) -> tuple[tuple[Verdict, Group], ...]:
    """The verdicts that call two nominations distinct that other verdicts put into one group, with that group.

    The members stand in the order in which verdicts first name them.
    """
    given = tuple(verdicts)
    order = dict.fromkeys(id for verdict in given for id in (verdict.a, verdict.b))
    found = groups(given, order)
    distinct = [verdict for verdict in given if verdict.kind == "distinct"]
    return tuple(
        (verdict, group) for verdict in distinct for group in found if verdict.pair <= set(group.members)
    )


def _group(members: Sequence[str], duplicates: Sequence[Verdict]) -> Group:
    """The group, its primary the one that the latest verdict within it names, or else its first member."""
    naming = [verdict for verdict in duplicates if verdict.a in members and verdict.primary in members]
    # Of verdicts made in the same second, the later one in the file is the later one.
    latest = max(enumerate(naming), key=lambda each: (each[1].at, each[0]), default=None)
    return Group(tuple(members), latest[1].primary if latest else members[0])
