"""Gives nominations that have no number in their document the id they have in the round, or a new one."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count, islice
from typing import Final

from nominate_tui.intake.changes import texts_of, words_of
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

_Pair = tuple[tuple[float, int, int], str, str]
"""What pairs are sorted by, the best first and then in order; the provisional id; the id of the round."""


def numbered(old: Nominations, new: IntakeResult) -> IntakeResult:
    """The intake with the ids of the round for those nominations whose documents give them no number.

    Such a nomination is the one that the round has from the same document with the very same texts; else the one of
    the same title there (of several, those that are most alike); else one of the same document that says much the
    same (see `ALIKE`), the most alike first; else one of the same title and organisation from another document, if it
    says much the same too: two people may nominate one initiative; one that was typed in, and has no document, is known
    by title and organisation alone. No nomination of the round is taken twice. What
    is left is new: it gets the next whole numbers after all that the round and the intake have, in the order of the
    documents.
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
    for key in (_by_text, _by_all, _by_document):
        ids |= _paired(_left(searched, ids), _left(there, ids.values()), key)
    ids |= _alike(_left(searched, ids), _left(there, ids.values()), document_of)
    ids |= _alike(_left(searched, ids), _left(there, ids.values()), _by_organisation)
    typed_in = [one for one in _left(there, ids.values()) if one.source is None]
    return ids | _paired(_left(searched, ids), typed_in, _by_organisation)


def _left(nominations: Iterable[Nomination], ids: Iterable[str]) -> list[Nomination]:
    gone = set(ids)
    return [one for one in nominations if one.id not in gone]


def _by_text(nomination: Nomination) -> Hashable:
    return document_of(nomination), texts_of(nomination)


def _by_all(nomination: Nomination) -> Hashable:
    return document_of(nomination), same_title(nomination), _organisation(nomination)


def _by_document(nomination: Nomination) -> Hashable:
    return document_of(nomination), same_title(nomination)


def _by_organisation(nomination: Nomination) -> Hashable:
    return same_title(nomination), _organisation(nomination)


def _organisation(nomination: Nomination) -> str:
    return " ".join(nomination.organisation.casefold().split())


def _paired(new: Iterable[Nomination], old: Iterable[Nomination], key: _Key) -> dict[str, str]:
    """Those that have the same key; of several those that are alike."""
    theirs = _grouped(old, key)
    ids: dict[str, str] = {}
    for shared, mine in _grouped(new, key).items():
        known = theirs.get(shared, [])
        if len(mine) == len(known) == 1:
            ids[mine[0].id] = known[0].id
        else:
            ids |= _best(_pairs(mine, known))
    return ids


def _alike(new: Iterable[Nomination], old: Iterable[Nomination], key: _Key) -> dict[str, str]:
    """Those of one key that share most of their words, the best pairs first."""
    mine, theirs = _grouped(new, key), _grouped(old, key)
    return _best(pair for shared in mine for pair in _pairs(mine[shared], theirs.get(shared, ())))


def _best(pairs: Iterable[_Pair]) -> dict[str, str]:
    """The best pairs, none of whose members is in a better one."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for _order, id, known in sorted(pairs, key=lambda pair: pair[0]):
        if id not in ids and known not in taken:
            ids[id] = known
            taken.add(known)
    return ids


def _grouped(nominations: Iterable[Nomination], key: _Key) -> Mapping[Hashable, list[Nomination]]:
    groups: defaultdict[Hashable, list[Nomination]] = defaultdict(list)
    for one in nominations:
        groups[key(one)].append(one)
    return groups


def _pairs(new: Sequence[Nomination], old: Sequence[Nomination]) -> Iterator[_Pair]:
    """The pairs that are alike enough."""
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


def are_alike(one: Nomination, other: Nomination) -> bool:
    """Whether two nominations say much the same; see `ALIKE`."""
    return _likeness(words_of(one), words_of(other)) >= ALIKE


def _likeness(words: frozenset[str], others: frozenset[str]) -> float:
    """The share of all words that stand in both (Jaccard); 1 where there are none."""
    together = words | others
    return len(words & others) / len(together) if together else 1.0


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
