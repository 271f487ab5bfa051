"""Brings what an intake gave together with the nominations a round has, so that ids stay what they are."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from nominate_tui.errors import Problem
from nominate_tui.intake.result import IntakeResult
from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Contact, Nomination, Nominations


@dataclass(frozen=True, slots=True)
class Merged:
    """What the round would have, and how it differs from what it has."""

    nominations: Nominations
    """Those the round has, in their order, then the new ones."""
    contacts: tuple[Contact, ...]
    """In the order of the nominations."""
    added: tuple[str, ...]
    """The ids of new nominations."""
    changed: tuple[str, ...]
    """The ids of nominations whose text differs from before."""
    problems: tuple[Problem, ...]
    """Those of the intake, then those of bringing it together; with an error, nothing may be written."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which nothing may be written."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def merge(old: Nominations, old_contacts: Iterable[Contact], new: IntakeResult) -> Merged:
    """The nominations of a round after an intake.

    The same document again changes nothing. A nomination that is in the document no more is kept and told. A
    number that a different nomination has (another title and another document) is an error.
    """
    clashes = {one.id: one for one in new.nominations if one.id in old and not _is_same(old[one.id], one)}
    taken = {one.id: one for one in new.nominations if one.id not in clashes}
    together = (
        *(taken.get(one.id, one) for one in old),
        *(one for one in taken.values() if one.id not in old),
    )
    return Merged(
        nominations=Nominations(together, {**old.questions, **new.nominations.questions}),
        contacts=_contacts(together, old_contacts, new.contacts, taken),
        added=tuple(id for id in taken if id not in old),
        changed=tuple(one.id for one in old if one.id in taken and _text(one) != _text(taken[one.id])),
        problems=(*new.problems, *(_clash(old[id], one) for id, one in clashes.items()), *_gone(old, new)),
    )


def _is_same(before: Nomination, now: Nomination) -> bool:
    """Whether two nominations of one number are one: the title or the document is the same."""
    same_title = " ".join(before.title.casefold().split()) == " ".join(now.title.casefold().split())
    return same_title or _document(before) == _document(now) != ""


def _document(nomination: Nomination) -> str:
    return nomination.source.document if nomination.source else ""


def _text(nomination: Nomination) -> Nomination:
    """The nomination without its source: a document may be read anew and say the same."""
    return replace(nomination, source=None)


def _contacts(
    together: Iterable[Nomination], old: Iterable[Contact], new: Iterable[Contact], taken: Container[str]
) -> tuple[Contact, ...]:
    by_id = {contact.nomination: contact for contact in old}
    by_id |= {contact.nomination: contact for contact in new if contact.nomination in taken}
    return tuple(by_id[one.id] for one in together if one.id in by_id)


def _clash(before: Nomination, now: Nomination) -> Problem:
    message = _("the number {number} is taken: in this round it is “{title}” from {document}")
    message = message.format(
        number=now.id, title=before.title, document=_document(before) or _("a nomination that was typed in")
    )
    todo = _("give the nomination a number that is free; a nomination keeps its number for the whole round")
    return Problem("error", _where(now), "id", message, todo)


def _gone(old: Nominations, new: IntakeResult) -> Iterator[Problem]:
    documents = {taken.document for taken in new.taken}
    for one in old:
        if _document(one) in documents and one.id not in new.nominations:
            message = _("nomination {number} “{title}” is in this document no more")
            told = message.format(number=one.id, title=one.title)
            todo = _("it was kept, with its reviews; take it out of nominations.toml if it was withdrawn")
            yield Problem("warning", _document(one), "id", told, todo)


def _where(nomination: Nomination) -> str:
    source = nomination.source
    return f"{source.document}:{source.line}" if source else ""
