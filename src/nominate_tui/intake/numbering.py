"""Gives nominations that have no number in their document the id they have in the round, or a new one."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count, islice
from typing import Final

from nominate_tui.intake.changes import words_of
from nominate_tui.intake.result import IntakeResult
from nominate_tui.model.nomination import Nomination, Nominations

ALIKE: Final = 0.5
"""The share of the words of two texts together that must stand in both, for a nomination to be the same one
under another title."""

_TELLING: Final = 500
"""How many places of its rarest words are looked at to find which nominations one may be."""

_NEAREST: Final = 10
"""With how many that share most words with it a nomination is compared."""

_WHOLE: Final = re.compile("[0-9]{1,18}")

_Key = Callable[[Nomination], Hashable]


def numbered(old: Nominations, new: IntakeResult) -> IntakeResult:
    """The intake with the ids of the round for those nominations whose documents give them no number.

    Such a nomination is the one that the round has from the same document under the same title; else one of the
    same title and organisation from any document; else one from the same document that says much the same (see
    `ALIKE`), those that are most alike first. No nomination of the round is taken twice. What is left is new: it
    gets the next whole numbers after all that the round and the intake have, in the order of the documents.
    """
    if not new.unnumbered:
        return new
    ids = _known(old, new)
    ids |= _new(old, new, ids)
    renamed = {id: ids.get(id, id) for id in new.nominations.ids}
    return replace(
        new,
        nominations=Nominations(
            tuple(replace(one, id=renamed[one.id]) for one in new.nominations), new.nominations.questions
        ),
        contacts=tuple(
            replace(one, nomination=renamed.get(one.nomination, one.nomination)) for one in new.contacts
        ),
        unnumbered=frozenset(),
        warnings={renamed.get(id, id): warnings for id, warnings in new.warnings.items()},
    )


def same_title(nomination: Nomination) -> str:
    """The title without what does not make it another: case and spaces."""
    return " ".join(nomination.title.casefold().split())


def document_of(nomination: Nomination) -> str:
    """The name of the document that it was read in; empty for one that was typed in."""
    return nomination.source.document if nomination.source else ""


def _known(old: Nominations, new: IntakeResult) -> dict[str, str]:
    """By provisional id, the ids of those that the round has."""
    named = set(new.nominations.ids) - new.unnumbered
    there = [one for one in old if one.id not in named]
    searched = [one for one in new.nominations if one.id in new.unnumbered]
    ids: dict[str, str] = {}
    for key in (_by_all, _by_document, _by_organisation):
        ids |= _paired(_left(searched, ids), _left(there, ids.values()), key)
    alike = _alike(_left(searched, ids), _left(there, ids.values()))
    return ids | alike


def _left(nominations: Iterable[Nomination], ids: Iterable[str]) -> list[Nomination]:
    gone = set(ids)
    return [one for one in nominations if one.id not in gone]


def _by_all(nomination: Nomination) -> Hashable:
    return document_of(nomination), same_title(nomination), _organisation(nomination)


def _by_document(nomination: Nomination) -> Hashable:
    return document_of(nomination), same_title(nomination)


def _by_organisation(nomination: Nomination) -> Hashable:
    return same_title(nomination), _organisation(nomination)


def _organisation(nomination: Nomination) -> str:
    return " ".join(nomination.organisation.casefold().split())


def _paired(new: Iterable[Nomination], old: Iterable[Nomination], key: _Key) -> dict[str, str]:
    """Those that have the same key, the first with the first."""
    waiting: defaultdict[Hashable, deque[str]] = defaultdict(deque)
    for one in old:
        waiting[key(one)].append(one.id)
    return {one.id: waiting[key(one)].popleft() for one in new if waiting[key(one)]}


def _alike(new: Sequence[Nomination], old: Sequence[Nomination]) -> dict[str, str]:
    """Those of one document that share most of their words, the best pairs first."""
    mine, theirs = _documents(new), _documents(old)
    pairs = (pair for document in mine for pair in _pairs(mine[document], theirs.get(document, ())))
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for _order, id, known in sorted(pairs, key=lambda pair: pair[0]):
        if id not in ids and known not in taken:
            ids[id] = known
            taken.add(known)
    return ids


def _documents(nominations: Iterable[Nomination]) -> Mapping[str, Sequence[Nomination]]:
    by_document: defaultdict[str, list[Nomination]] = defaultdict(list)
    for one in nominations:
        by_document[document_of(one)].append(one)
    return by_document


def _pairs(
    new: Sequence[Nomination], old: Sequence[Nomination]
) -> Iterator[tuple[tuple[float, int, int], str, str]]:
    """The pairs of one document that are alike enough, with what they are sorted by: the best first, then in order."""
    theirs = [words_of(one) for one in old]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(theirs):
        for word in words:
            places[word].append(place)
    for number, one in enumerate(new):
        mine = words_of(one) if old else frozenset()
        for place in _nearest(mine, places):
            shared = len(mine & theirs[place])
            likeness = shared / (len(mine) + len(theirs[place]) - shared)
            if likeness >= ALIKE:
                yield (-likeness, number, place), one.id, old[place].id


def _nearest(words: Iterable[str], places: Mapping[str, Sequence[int]]) -> list[int]:
    """The places that share most of the rarest words: those that all have do not tell which is which."""
    there = sorted((places[word] for word in words if word in places), key=lambda found: (len(found), found))
    shared = Counter(islice(chain.from_iterable(there), _TELLING))
    return [place for place, _words in shared.most_common(_NEAREST)]


def _new(old: Nominations, new: IntakeResult, known: Mapping[str, str]) -> dict[str, str]:
    """By provisional id, new ids for those that the round does not have."""
    used = {*old.ids, *(id for id in new.nominations.ids if id not in new.unnumbered)}
    highest = max((int(id) for id in used if _WHOLE.fullmatch(id)), default=0)
    strangers = (id for id in new.nominations.ids if id in new.unnumbered and id not in known)
    free = (str(number) for number in count(highest + 1) if str(number) not in used)
    return dict(zip(strangers, free, strict=False))
