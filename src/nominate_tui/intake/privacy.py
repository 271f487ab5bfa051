"""Keeps persons' data out of what the jury sees, and tells where they stand.

CPR numbers are replaced always; e-mail addresses and telephone numbers where that is asked for. Names are not looked
for: who answers for an initiative is no secret. `personal_data` says how the data are found.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.intake.personal_data import Found, Kind, find, may_be_any, may_be_cpr
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.figures import Amount, Figures
from nominate_tui.model.nomination import Contact, Nomination, Source

MARKS: Final[Mapping[Kind, str]] = {"e-mail": "[e-mail]", "telephone": "[telefon]", "cpr": "[cpr]"}
"""What stands instead of personal data, in every language."""

_ALWAYS: Final[frozenset[Kind]] = frozenset({"cpr"})
_ALL: Final[frozenset[Kind]] = frozenset(MARKS)

_SHOWN: Final = 2
"""How many characters of an address or a telephone number a message repeats."""

_MESSAGES: Final[Mapping[Kind, str]] = {
    "e-mail": later("the text has an e-mail address of {length} characters: {hint}"),
    "telephone": later("the text has a telephone number of {length} characters: {hint}"),
    "cpr": later("the text has a CPR number"),
}
_NUMBER: Final = later("the number of a nomination looks like a CPR number")
_RENUMBER: Final = later("give it another number in the document, or take it in with --renumber")
_LEFT: Final = later("take it in with --redact to write {mark} instead, or leave it if the jury may see it")
_REPLACED: Final = later("{mark} was written instead of it; the document still has it")

_CUT_OFF: Final = re.compile(r"(?<=…)[0-9](?:[ ./-]?[0-9]){4,}|[0-9](?<![0-9].)(?:[ ./-]?[0-9]){4,}+(?=…)")
"""Digits at which a quoted text was cut off: they may be most of a CPR number."""

_Change = Callable[[str], str]

# A text is looked through for its warnings, and then for its marks.
_find = lru_cache(maxsize=64)(find)


@dataclass(frozen=True, slots=True)
class Private:
    """Personal data in a field of a nomination or its contact."""

    field: str
    """`title`, `answers.spread`, `tables.economy`, `contact.name`."""
    found: Found
    hint: str
    """How it begins; empty for a CPR number, of which nothing may be told."""


def may_be_private(nomination: Nomination, contact: Contact | None = None) -> bool:
    """Whether anything in a nomination may be personal data, or in its contact a CPR number.

    Of most nominations this one look at all texts together tells that nothing is, and the rest need not be done.
    """
    seldom = (text for _field, text in _fields(nomination)) if nomination.tables or nomination.choices else ()
    texts = (
        *(nomination.title, nomination.organisation, nomination.responsible, nomination.started),
        *(*nomination.answers.values(), *nomination.facts.values(), *nomination.shared.values()),
        *seldom,
    )
    known = (nomination.source.document if nomination.source else "", *_contact_texts(contact).values())
    # A letter between two texts keeps their digits apart.
    return may_be_any("x".join(texts)) or may_be_cpr("x".join(known))


def protected(nomination: Nomination, *, redact: bool) -> Nomination:
    """The nomination with a mark instead of each CPR number, and with `redact` of each other piece of personal data.

    Everything that a jury may see is looked through. In the name of the document only CPR numbers are replaced:
    a later intake knows the document by it. To protect a nomination again changes nothing.
    """

    def changed(text: str) -> str:
        return _marked(text, _ALL if redact else _ALWAYS)

    return replace(
        nomination,
        title=changed(nomination.title),
        organisation=changed(nomination.organisation),
        responsible=changed(nomination.responsible),
        started=changed(nomination.started),
        answers=_texts(nomination.answers, changed),
        facts=_texts(nomination.facts, changed),
        choices={id: _texts(marks, changed) for id, marks in nomination.choices.items()},
        tables={id: _figures(figures, changed) for id, figures in nomination.tables.items()},
        shared=_texts(nomination.shared, changed),
        source=_source(nomination.source),
    )


def protected_contact(contact: Contact) -> Contact:
    """The contact with a mark instead of each CPR number; the rest is what a contact is for."""
    return replace(
        contact,
        name=_marked(contact.name, _ALWAYS),
        email=_marked(contact.email, _ALWAYS),
        telephone=_marked(contact.telephone, _ALWAYS),
    )


def without_cpr(text: str) -> str:
    """A text of any kind with a mark instead of each CPR number."""
    return _marked(text, _ALWAYS) if may_be_cpr(text) else text


def told_without_cpr(problem: Problem) -> Problem:
    """The problem with a mark instead of each CPR number that its message or its advice repeats from a document.

    Where a text was cut off in the middle of a number, its digits go too. The address stays, so that it can be found.
    """
    message, todo = (_CUT_OFF.sub("", without_cpr(text)) for text in (problem.message, problem.todo))
    return (
        problem
        if (message, todo) == (problem.message, problem.todo)
        else replace(problem, message=message, todo=todo)
    )


def problem_of_number(id: str, where: str) -> Problem | None:
    """An error where the number of a nomination looks like a CPR number, which nobody may use to speak of it by."""
    if not may_be_cpr(id) or without_cpr(id) == id:
        return None
    return Problem("error", where, "id", _(_NUMBER), _(_RENUMBER))


def private_in(nomination: Nomination, contact: Contact | None = None) -> tuple[Private, ...]:
    """All personal data in a nomination, field by field, and the CPR numbers in its contact."""
    private = [one for field, text in _fields(nomination) for one in _found(field, text)]
    for field, text in _contact_texts(contact).items():
        if may_be_cpr(text):
            private += (one for one in _found(field, text) if one.found.kind in _ALWAYS)
    return tuple(private)


def problems_of(
    nomination: Nomination,
    where: Callable[[str, int], str],
    *,
    redact: bool = False,
    contact: Contact | None = None,
) -> tuple[Problem, ...]:
    """A warning for each piece of personal data in a nomination that is not protected yet.

    `where` gives the address of a field and an index in its text; `redact` is whether the data are replaced. No
    warning repeats them.
    """
    return tuple(
        Problem(
            "warning", where(one.field, one.found.start), one.field, _message(one), _todo(one, redact=redact)
        )
        for one in private_in(nomination, contact)
    )


def _message(one: Private) -> str:
    return _(_MESSAGES[one.found.kind]).format(length=one.found.end - one.found.start, hint=one.hint)


def _todo(one: Private, *, redact: bool) -> str:
    kind = one.found.kind
    return _(_REPLACED if redact or kind in _ALWAYS else _LEFT).format(mark=MARKS[kind])


def _found(field: str, text: str) -> Iterator[Private]:
    for found in _find(text):
        told = "" if found.kind in _ALWAYS else f"{text[found.start : found.start + _SHOWN]}…"
        yield Private(field, found, told)


def _fields(nomination: Nomination) -> Iterator[tuple[str, str]]:
    """The texts of a nomination that a jury sees, each with the name of its field."""
    yield "title", nomination.title
    yield "organisation", nomination.organisation
    yield "responsible", nomination.responsible
    yield "started", nomination.started
    for part, texts in (("answers", nomination.answers), ("facts", nomination.facts)):
        yield from ((f"{part}.{id}", text) for id, text in texts.items())
    for id, marks in nomination.choices.items():
        yield from ((f"choices.{id}", mark) for mark in marks.values())
    for id, figures in nomination.tables.items():
        yield from ((f"tables.{id}", text) for text in (figures.unit, *figures.columns, *figures.rows))
    yield from ((f"shared.{id}", text) for id, text in nomination.shared.items())


def _contact_texts(contact: Contact | None) -> Mapping[str, str]:
    if contact is None:
        return {}
    return {
        "contact.name": contact.name,
        "contact.email": contact.email,
        "contact.telephone": contact.telephone,
    }


def _marked(text: str, kinds: frozenset[Kind]) -> str:
    """The text with a mark instead of each piece of personal data of these kinds."""
    parts: list[str] = []
    reached = 0
    for found in _find(text):
        if found.kind in kinds:
            parts += (text[reached : found.start], MARKS[found.kind])
            reached = found.end
    return "".join((*parts, text[reached:]))


def _texts(texts: Mapping[str, str], changed: _Change) -> dict[str, str]:
    return {id: changed(text) for id, text in texts.items()}


def _figures(figures: Figures, changed: _Change) -> Figures:
    rows: dict[str, tuple[Amount | None, ...]] = {}
    for name, amounts in figures.rows.items():
        rows[_free(changed(name), rows)] = amounts
    return Figures(changed(figures.unit), tuple(map(changed, figures.columns)), rows)


def _free(name: str, taken: Mapping[str, object]) -> str:
    """A name for a line of a table: two lines that differed by their personal data alone stay two lines."""
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name} ({count})"
    return free


def _source(source: Source | None) -> Source | None:
    return replace(source, document=_marked(source.document, _ALWAYS)) if source else None
