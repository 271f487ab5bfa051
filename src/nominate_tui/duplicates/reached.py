"""By which addresses and numbers nominations may be reached, wherever they stand, without those that are the award's own."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeVar

from nominate_tui.duplicates.common import many, many_names
from nominate_tui.duplicates.digits import may_hold_number
from nominate_tui.duplicates.fold import fold
from nominate_tui.duplicates.reach import emails, given_telephones, telephones
from nominate_tui.model.nomination import Contact, Nomination, Nominations

Value = TypeVar("Value", bound=Hashable)

Reached = Sequence[frozenset[str]]
"""For each nomination what it may be reached by, each in one spelling."""

_BLOCK: Final = 1 << 10
"""Nominations whose digits are looked for at once, so that little memory is taken."""
_NOTHING: Final[frozenset[str]] = frozenset()


def emails_in(nominations: Iterable[Nomination]) -> list[frozenset[str]]:
    """The addresses that stand in each nomination."""
    return [_all([emails(text) for text in _texts(each) if "@" in text]) for each in nominations]


def telephones_in(nominations: Iterable[Nomination]) -> list[frozenset[str]]:
    """The numbers that stand in each nomination."""
    each = iter(nominations)
    found: list[frozenset[str]] = []
    while block := list(islice(each, _BLOCK)):
        found += _telephones(block)
    return found


def by_email(found: Reached, nominations: Nominations, contacts: Sequence[Contact]) -> Reached:
    """The addresses that were found in every nomination, and the one that its contact gives; a contact for each nomination."""
    return _own(found, [emails(each.email) for each in contacts], nominations)


def by_telephone(found: Reached, nominations: Nominations, contacts: Sequence[Contact]) -> Reached:
    """The numbers that were found in every nomination, and those that its contact gives; a contact for each nomination."""
    return _own(found, [given_telephones(contact.telephone) for contact in contacts], nominations)


def of_many(given: Iterable[tuple[Nomination, Iterable[Value]]], most: int) -> frozenset[Value]:
    """What contacts give as theirs for more organisations than anybody sends in for: a secretariat's address."""
    givers: defaultdict[Value, list[Nomination]] = defaultdict(list)
    for each, values in given:
        for value in values:
            givers[value].append(each)
    often = {value: several for value, several in givers.items() if len(several) > most}
    return frozenset(
        value
        for value, several in often.items()
        if len({fold(nomination.organisation) for nomination in several}) > most
    )


def _telephones(nominations: Sequence[Nomination]) -> Iterator[frozenset[str]]:
    texts = [_texts(each) for each in nominations]
    wanted = iter(may_hold_number([text for some in texts for text in some]).tolist())
    for some in texts:
        yield _all(
            [telephones(text) for text, held in zip(some, islice(wanted, len(some)), strict=True) if held]
        )


def _texts(nomination: Nomination) -> Sequence[str]:
    """All in which an address or a number may stand, but the contact."""
    fields = (nomination.organisation, nomination.responsible)
    return (*fields, *nomination.facts.values(), *nomination.answers.values())


def _all(found: Sequence[frozenset[str]]) -> frozenset[str]:
    return _NOTHING.union(*found) if found else _NOTHING


def _own(
    found: Sequence[frozenset[str]], given: Sequence[frozenset[str]], nominations: Nominations
) -> Reached:
    """What was found of each, without what stands in many: the award's own. What somebody gave as theirs stays."""
    having = Counter(one for each in found for one in each)
    shared = of_many(zip(nominations, given, strict=True), many_names(len(given)))
    common = shared | {one for one, count in having.items() if count > many(len(found))}
    return [
        (each - common) | (own - shared) if each or own else _NOTHING
        for each, own in zip(found, given, strict=True)
    ]
