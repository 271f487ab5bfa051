"""Brings what an intake gave together with the nominations a round has, so that ids stay what they are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from nominate_tui.errors import Problem
from nominate_tui.intake.changes import Difference, differences
from nominate_tui.intake.numbering import are_alike, document_of, numbered, same_title
from nominate_tui.intake.result import IntakeResult
from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Change, Contact, Nomination, Nominations


@dataclass(frozen=True, slots=True)
class Merged:
    """What the round would have, and how it differs from what it has."""

    intake: IntakeResult
    """What was taken in, with the ids it has in the round."""
    nominations: Nominations
    """Those the round has, in their order, then the new ones."""
    contacts: tuple[Contact, ...]
    """In the order of the nominations."""
    added: tuple[str, ...]
    """The ids of new nominations."""
    changed: Mapping[str, tuple[Difference, ...]]
    """By the id of a nomination whose text differs from before, what differs; in the order of the round."""
    problems: tuple[Problem, ...]
    """Those of the intake, then those of bringing it together; with an error, nothing may be written."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which nothing may be written."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def merge(old: Nominations, old_contacts: Iterable[Contact], new: IntakeResult, when: datetime) -> Merged:
    """The nominations of a round after an intake at a time, in UTC.

    The same document again changes nothing. A nomination whose text differs keeps its id, and what differs and
    when is noted with it. One that is in the document no more is kept and told. A number that a different
    nomination has (another title and another document), or that nominations of a document have exchanged, is an
    error.
    """
    new = numbered(old, new)
    before = tuple(old_contacts)
    clashes = {one.id: one for one in new.nominations if one.id in old and not _is_same(old[one.id], one)}
    taken = {one.id: one for one in new.nominations if one.id not in clashes}
    changed = _changed(old, taken)
    together = (
        *(_updated(one, taken.get(one.id, one), changed.get(one.id, ()), when) for one in old),
        *(one for one in taken.values() if one.id not in old),
    )
    return Merged(
        intake=new,
        nominations=Nominations(together, {**old.questions, **new.nominations.questions}),
        contacts=_contacts(together, before, new.contacts, taken),
        added=tuple(id for id in taken if id not in old),
        changed=changed,
        problems=(
            *new.problems,
            *(_clash(old[id], one) for id, one in clashes.items()),
            *_moved(old, new.nominations),
            *_other_contacts(before, new.contacts, taken),
            *_gone(old, new),
            *_same_titles(old, new.nominations),
            *_from_elsewhere(old, taken),
        ),
    )


def _is_same(before: Nomination, now: Nomination) -> bool:
    """Whether two nominations of one number are one: two of title, document and text are the same.

    Everybody's form may be called the same and have the number 1, and two people may nominate one initiative.
    """
    title = same_title(before) == same_title(now)
    if title and (document_of(before) == document_of(now) or not (before.source and now.source)):
        return True
    return (title or document_of(before) == document_of(now) != "") and are_alike(before, now)


def _changed(old: Nominations, taken: Mapping[str, Nomination]) -> dict[str, tuple[Difference, ...]]:
    found = {one.id: differences(one, taken[one.id]) for one in old if one.id in taken}
    return {id: different for id, different in found.items() if different}


def _updated(
    before: Nomination, now: Nomination, different: Iterable[Difference], when: datetime
) -> Nomination:
    """The nomination of the round after the intake: the old one where it says the same, but for its source."""
    source = now.source or before.source
    fields = tuple(difference.field for difference in different)
    if not fields:
        return before if source == before.source else replace(before, source=source)
    return replace(now, source=source, changes=(*before.changes, Change(when, fields)))


def _contacts(
    together: Iterable[Nomination],
    old: Iterable[Contact],
    new: Iterable[Contact],
    taken: Mapping[str, Nomination],
) -> tuple[Contact, ...]:
    by_id = {contact.nomination: contact for contact in old}
    by_id |= {contact.nomination: contact for contact in new if contact.nomination in taken}
    return tuple(by_id[one.id] for one in together if one.id in by_id)


def _clash(before: Nomination, now: Nomination) -> Problem:
    message = _("the number {number} is taken: in this round it is “{title}” from {document}")
    message = message.format(
        number=now.id, title=before.title, document=document_of(before) or _("a nomination that was typed in")
    )
    todo = _("give the nomination a number that is free; a nomination keeps its number for the whole round")
    return Problem("error", _where(now), "id", message, todo)


def _moved(old: Nominations, new: Nominations) -> Iterator[Problem]:
    """Nominations that have another number in their document than before: reviews would follow the number."""
    before = {(document_of(one), same_title(one)): one.id for one in old if one.source}
    titles = {(document_of(one), one.id): same_title(one) for one in (*old, *new)}
    for one in new:
        document, title = document_of(one), same_title(one)
        number = before.get((document, title), one.id)
        was_here = one.id in old and same_title(old[one.id]) == title
        if number != one.id and not was_here and (number not in new or titles[document, number] != title):
            message = _("“{title}” had the number {before} in this document, and has {number} now")
            told = message.format(title=one.title, before=number, number=one.id)
            todo = _("give it the number it had: its reviews are kept under that one")
            yield Problem("error", _where(one), "id", told, todo)


def _other_contacts(
    old: Iterable[Contact], new: Iterable[Contact], taken: Mapping[str, Nomination]
) -> Iterator[Problem]:
    before = {contact.nomination: contact for contact in old}
    for contact in new:
        id = contact.nomination
        if id in taken and before.get(id, contact) != contact:
            message = _("the contact of nomination {number} is another than before").format(number=id)
            todo = _("contacts.toml has the one of the document; mend it there if the old one was right")
            yield Problem("warning", _where(taken[id]), "contact", message, todo)


def _gone(old: Nominations, new: IntakeResult) -> Iterator[Problem]:
    taken = {each.document for each in new.taken}
    archives = {archive for archive in map(_archive, taken) if archive}
    unread = {problem.where.partition(":")[0] for problem in new.errors}
    for one in old:
        document = document_of(one)
        again = document in taken or (_archive(document) in archives and document not in unread)
        if again and one.id not in new.nominations:
            message = _("nomination {number} “{title}” is in this document no more")
            told = message.format(number=one.id, title=one.title)
            todo = _(
                "it was kept, with its reviews; if it was withdrawn, tell the chair: only one that nobody has reviewed"
                " can be taken out of nominations.toml and contacts.toml"
            )
            yield Problem("warning", document, "id", told, todo)


def _same_titles(old: Nominations, new: Nominations) -> Iterator[Problem]:
    """New nominations with the title and the organisation of one that the round has from another document."""
    there = {(same_title(one), one.organisation.casefold()): one for one in old}
    for one in new:
        known = there.get((same_title(one), one.organisation.casefold()))
        if one.id not in old and known and document_of(known) != document_of(one):
            message = _(
                "this is a new nomination, {number}, with the title of nomination {known} from {document}"
            )
            message = message.format(number=one.id, known=known.id, document=document_of(known))
            todo = _(
                "if it is a new version of that, give the file its name and take it in again; else leave it: the"
                " chair settles duplicates"
            )
            yield Problem("warning", _where(one), "title", message, todo)


def _from_elsewhere(old: Nominations, taken: Mapping[str, Nomination]) -> Iterator[Problem]:
    """Nominations that come from another document than before."""
    for one in old:
        now = taken.get(one.id)
        if now and one.source and now.source and document_of(one) != document_of(now):
            message = _("nomination {number} “{title}” came from {before}, and comes from {document} now")
            told = message.format(
                number=one.id, title=one.title, before=document_of(one), document=document_of(now)
            )
            yield Problem("warning", _where(now), "id", told, _("see whether it is the same nomination"))


def _archive(document: str) -> str:
    """The archive that a document lies in; empty for one that lies in none."""
    archive, slash, _inner = document.partition("/")
    return archive if slash else ""


def _where(nomination: Nomination) -> str:
    return str(nomination.source or "")
