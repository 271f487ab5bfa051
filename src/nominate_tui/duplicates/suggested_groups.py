"""Groups that suggestions speak for, without chaining strangers: every two members must be supported.

Complete link (Sørensen 1948): the two groups whose least alike members are most alike are joined, again and again,
as long as every pair between them is supported. What the chair joined is one from the beginning, and never parted.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from nominate_tui.duplicates.groups import KeptApart, by_member, groups, joined
from nominate_tui.model.duplicate import Chain, Group, Grouping, SuggestedGroup, Suggestion, Verdict

_Near = dict[str, dict[str, float]]
"""By the names of two groups of which every pair is supported: the likeness of their least alike pair."""


def suggested_groups(
    suggestions: Iterable[Suggestion], verdicts: Iterable[Verdict], order: Iterable[str]
) -> Grouping:
    """The groups and chains that follow from suggestions and verdicts, in the order of the round (`order`, its ids).

    A pair is supported where it is suggested as a duplicate and has no other verdict, or where the chair's verdicts
    put both into one group. Equally alike groups are joined in the order of their ids: the order of the nominations,
    suggestions and verdicts changes nothing. It takes time in proportion to the suggestions as long as few of
    them share a nomination.
    """
    place = {id: number for number, id in enumerate(order)}
    given = tuple(verdicts)
    settled = by_member(groups(given, place))
    links = _links(suggestions, given, place, settled)
    parts = _parts(links, settled)
    return Grouping(_groups(parts, links, settled, place), _chains(parts, links, place))


def weakest_links(groups: Iterable[Group], suggestions: Iterable[Suggestion]) -> Mapping[str, Suggestion]:
    """Of the suggestions within each settled group the one of least likeness, by the group's primary.

    A group within which nothing was suggested has none.
    """
    of = by_member(groups)
    within = [each for each in suggestions if each.a in of and of[each.a] is of.get(each.b)]
    # The loudest first: the weakest is what is put in last.
    return {of[each.a].primary: each for each in sorted(within, key=_loudness, reverse=True)}


def _links(
    suggestions: Iterable[Suggestion],
    verdicts: Iterable[Verdict],
    place: Mapping[str, int],
    settled: Mapping[str, Group],
) -> Sequence[Suggestion]:
    """The suggested duplicates of the round that no verdict speaks against, also those within a settled group.

    What is distinct from one member of a settled group is so from all: see `KeptApart`.
    """
    apart = KeptApart((verdict for verdict in verdicts if verdict.pair <= place.keys()), settled)
    return [
        each
        for each in suggestions
        if each.suggested == "duplicate" and each.a != each.b and each.pair <= place.keys()
        if apart.between(each.a, each.b) is None
    ]


def _are_one(a: str, b: str, settled: Mapping[str, Group]) -> bool:
    return a in settled and b in settled[a].members


def _loudness(suggestion: Suggestion) -> tuple[float, str, str]:
    """What suggestions are ordered by, whichever of the two is called `a`."""
    return suggestion.likeness, min(suggestion.a, suggestion.b), max(suggestion.a, suggestion.b)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The groups of one or more nominations that are left when nothing can be joined any more."""

    of: Mapping[str, str]
    """The name of the part that a nomination is in: the least of its ids."""
    members: Mapping[str, Sequence[str]]
    """The ids in a part, by its name, the least first."""


def _parts(links: Iterable[Suggestion], settled: Mapping[str, Group]) -> _Parts:
    """Every nomination that is linked to another, or settled, in its part."""
    linked = tuple(links)
    ids = sorted({id for each in linked for id in (each.a, each.b)} | settled.keys())
    atom = {id: min(settled[id].members) if id in settled else id for id in ids}
    name = _joined_by_complete_link(_near(linked, atom), sorted(set(atom.values())))
    members: defaultdict[str, list[str]] = defaultdict(list)
    for id in ids:
        members[name[atom[id]]].append(id)
    return _Parts({id: name[atom[id]] for id in ids}, members)


def _near(links: Iterable[Suggestion], atom: Mapping[str, str]) -> _Near:
    """The atoms of which every pair is supported: nominations, and groups that the chair settled."""
    size = Counter(atom.values())
    between: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for each in links:
        a, b = sorted((atom[each.a], atom[each.b]))
        if a != b:
            between[a, b].append(each.likeness)
    near: _Near = defaultdict(dict)
    for (a, b), likenesses in between.items():
        if len(likenesses) == size[a] * size[b]:
            near[a][b] = near[b][a] = min(likenesses)
    return near


def _joined_by_complete_link(near: _Near, names: Iterable[str]) -> Mapping[str, str]:
    """By the name of each atom that of its part. `near` is used up."""
    above = {name: name for name in names}
    waiting = [(-likeness, a, b) for a, others in near.items() for b, likeness in others.items() if a < b]
    heapq.heapify(waiting)
    while waiting:
        likeness, a, b = heapq.heappop(waiting)
        # What was put in before one of the two was joined to another is passed over.
        if near[a].get(b) == -likeness:
            above[b] = a
            for other in _join(near, a, b):
                heapq.heappush(waiting, (-near[a][other], min(a, other), max(a, other)))
    # A part takes the name of the less of the two that it was made of, so that above a name is a lesser one.
    for name in sorted(above):
        above[name] = above[above[name]]
    return above


def _join(near: _Near, a: str, b: str) -> Sequence[str]:
    """Make two groups one, under the name of the first; the answer tells whom it can still be joined to."""
    of_a, of_b = near.pop(a), near.pop(b)
    near[a], near[b] = {}, {}
    for of, name in ((of_a, a), (of_b, b)):
        for other in of.keys() - {a, b}:
            del near[other][name]
    for other in of_a.keys() & of_b.keys():
        near[a][other] = near[other][a] = min(of_a[other], of_b[other])
    return tuple(near[a])


def _groups(
    parts: _Parts, links: Iterable[Suggestion], settled: Mapping[str, Group], place: Mapping[str, int]
) -> tuple[SuggestedGroup, ...]:
    """The parts of more than one nomination that are not just what the chair settled."""
    weakest: dict[str, Suggestion] = {}
    fresh = [each for each in links if not _are_one(each.a, each.b, settled)]
    for each in sorted(fresh, key=_loudness, reverse=True):
        if parts.of[each.a] == parts.of[each.b]:
            weakest[parts.of[each.a]] = each
    found = [
        _suggested(sorted(parts.members[name], key=place.__getitem__), each, settled)
        for name, each in weakest.items()
    ]
    return tuple(sorted(found, key=lambda group: place[group.members[0]]))


def _suggested(members: Sequence[str], weakest: Suggestion, settled: Mapping[str, Group]) -> SuggestedGroup:
    primaries = (settled[id].primary for id in members if id in settled)
    return SuggestedGroup(tuple(members), next(primaries, members[0]), weakest)


def _chains(parts: _Parts, links: Iterable[Suggestion], place: Mapping[str, int]) -> tuple[Chain, ...]:
    """The parts that hang together over links which were not enough to join them."""
    between = [each for each in links if parts.of[each.a] != parts.of[each.b]]
    whole = joined(frozenset((parts.of[each.a], parts.of[each.b])) for each in between)
    number = {name: number for number, names in enumerate(whole) for name in names}
    weakest = {number[parts.of[each.a]]: each for each in sorted(between, key=_loudness, reverse=True)}
    supported = {each.pair for each in links}
    found = [
        Chain(
            tuple(sorted((id for name in names for id in parts.members[name]), key=place.__getitem__)),
            weakest[chain],
            _unsupported(weakest[chain], parts, supported, place),
        )
        for chain, names in enumerate(whole)
    ]
    return tuple(sorted(found, key=lambda chain: place[chain.members[0]]))


def _unsupported(
    link: Suggestion, parts: _Parts, supported: set[frozenset[str]], place: Mapping[str, int]
) -> tuple[str, str]:
    """The first pair between the two parts of a link that nothing supports: without one they had been joined."""
    a, b = sorted((parts.of[link.a], parts.of[link.b]))
    pairs = product(parts.members[a], parts.members[b])
    found = next(pair for pair in pairs if frozenset(pair) not in supported)
    first, second = sorted(found, key=place.__getitem__)
    return first, second
