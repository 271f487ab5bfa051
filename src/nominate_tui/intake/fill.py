"""Makes nominations of a divided document: the text of every section, put where its question says."""

from collections.abc import Mapping
from dataclasses import dataclass

from nominate_tui.intake.heal import heal, width_of
from nominate_tui.intake.split import Entry, Layout, Section
from nominate_tui.model.nomination import Contact, Nomination, Source


@dataclass(frozen=True, slots=True)
class Filled:
    """A nomination of a document, and what it was made of."""

    entry: Entry
    texts: Mapping[str, str]
    """What stands under each heading, by what the question fills; empty where nothing does."""
    nomination: Nomination
    contact: Contact | None
    """`None` where the document says nothing of whom to reach."""


def fill(layout: Layout) -> tuple[Filled, ...]:
    """Every nomination of a document, in its order."""
    width = width_of(section.lines for entry in layout.entries for section in entry.sections)
    return tuple(_filled(layout, entry, width) for entry in layout.entries)


def _filled(layout: Layout, entry: Entry, width: int) -> Filled:
    texts = {section.question.fills: _text(section, width) for section in entry.sections}
    id = str(entry.number)
    return Filled(entry, texts, _nomination(layout, entry, id, texts), _contact(id, texts))


def _text(section: Section, width: int) -> str:
    if section.question.kind == "line":
        return " ".join(line for line in section.lines if line)
    return heal(section.lines, width)


def _nomination(layout: Layout, entry: Entry, id: str, texts: Mapping[str, str]) -> Nomination:
    document = layout.document
    asked = [question for question in layout.form.questions if question.answer and question.fills in texts]
    return Nomination(
        id=id,
        title=texts.get("title") or entry.title,
        organisation=texts.get("organisation", ""),
        responsible=texts.get("responsible", ""),
        started=texts.get("started", ""),
        answers={question.answer: texts[question.fills] for question in asked},
        source=Source(document.name, document.numbers[entry.heading.start], document.sha256),
    )


def _contact(id: str, texts: Mapping[str, str]) -> Contact | None:
    contact = Contact(
        id,
        name=texts.get("contact.name", ""),
        email=texts.get("contact.email", ""),
        telephone=texts.get("contact.telephone", ""),
    )
    return None if contact == Contact(id) else contact
