"""Makes nominations of a divided document: the text of every section, put where its question says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Never

from nominate_tui.intake.choices import read_choices
from nominate_tui.intake.document import CELL
from nominate_tui.intake.form import ANSWER, Form
from nominate_tui.intake.heal import heal, width_of
from nominate_tui.intake.split import Entry, Layout, Section
from nominate_tui.intake.tables import Doubt, find_tables
from nominate_tui.intake.wording import own_words
from nominate_tui.locale.catalogue import _
from nominate_tui.model.figures import Figures
from nominate_tui.model.nomination import Contact, Nomination, Source

_NONE: Final[Mapping[str, Never]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Content:
    """What was read of one section."""

    text: str
    aside: frozenset[int] = frozenset()
    """The indices of its lines that are not in the text: tables, boxes, the template's own words."""
    figures: Mapping[str, Figures] = field(default_factory=lambda: _NONE)
    marked: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """The boxes that are marked."""
    unfilled: bool = False
    """Whether the template's own words stand in the place of an answer."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A nomination of a document, and what it was made of."""

    entry: Entry
    texts: Mapping[str, str]
    """What stands under each heading, by what the question fills; empty where nothing does."""
    nomination: Nomination
    contact: Contact | None
    """`None` where the document says nothing of whom to reach."""


Contents = Mapping[Section, Content]
"""What was read of every section of a document."""


def contents_of(layout: Layout) -> Contents:
    """What stands in every section of a document."""
    sections = layout.sections
    width = width_of(section.lines for section in sections) if layout.document.wrapped else 0
    return {section: _content(section, layout.form, width) for section in sections}


def fill(layout: Layout, contents: Contents) -> tuple[Filled, ...]:
    """Every nomination of a document, in its order."""
    return tuple(_filled(layout, entry, contents) for entry in layout.entries)


def _content(section: Section, form: Form, width: int) -> Content:
    question, lines = section.question, section.lines
    if question.kind == "line":
        text = " ".join(filter(None, lines)).replace(CELL, " ")
        return _without_template(text, section) if question.unfilled else Content(text)
    if question.kind == "choices":
        return _boxes(section)
    if not form.tables and not question.unfilled:
        return Content(_healed(lines, width))
    tables = find_tables(lines, form.tables)
    template = own_words(lines, question.unfilled)
    aside = tables.lines | template
    text = _healed(without(lines, aside), width)
    unfilled = bool(template) and not text
    return Content(text, aside, tables.figures, unfilled=unfilled, doubts=tables.doubts)


def _without_template(text: str, section: Section) -> Content:
    template = own_words(section.lines, section.question.unfilled)
    if template:
        text = " ".join(line for line in without(section.lines, template) if line)
    return Content(text, template, unfilled=bool(template) and not text)


def _boxes(section: Section) -> Content:
    template = own_words(section.lines, section.question.unfilled)
    lines = without(section.lines, template)
    read = read_choices(lines, section.question.boxes)
    others = [index for index, line in enumerate(lines) if line and index not in read.lines]
    todo = _("see what is meant; only the boxes of the form are read here")
    doubts = tuple(
        Doubt(index, _("“{line}” is none of the form's boxes").format(line=section.lines[index][:60]), todo)
        for index in others
    )
    return Content("", template.union(read.lines, others), marked=read.marked, doubts=doubts)


def without(lines: Sequence[str], aside: frozenset[int]) -> Sequence[str]:
    """The lines of a section with those blank that are not in its text, by their indices."""
    return [("" if index in aside else line) for index, line in enumerate(lines)] if aside else lines


def _healed(lines: Sequence[str], width: int) -> str:
    text = heal(lines, width)
    if CELL not in text:
        return text
    return "\n".join(line.replace(CELL, "  ").rstrip() for line in text.split("\n"))


def _filled(layout: Layout, entry: Entry, contents: Contents) -> Filled:
    texts: dict[str, str] = {}
    for section in entry.sections:
        fills, text = section.question.fills, contents[section].text
        before = texts.get(fills)
        texts[fills] = f"{before}\n\n{text}" if before and text else before or text
    nomination = _nomination(layout, entry, texts, contents)
    return Filled(entry, texts, nomination, _contact(entry.number, texts))


def _nomination(layout: Layout, entry: Entry, texts: Mapping[str, str], contents: Contents) -> Nomination:
    facts = _own(layout.form, texts, "facts.")
    document = layout.document
    return Nomination(
        id=entry.number,
        title=texts.get("title") or entry.title,
        organisation=texts.get("organisation", ""),
        responsible=texts.get("responsible", ""),
        started=texts.get("started", ""),
        answers=_own(layout.form, texts, ANSWER),
        source=Source(document.name, str(document.places[entry.heading.start]), document.sha256),
        facts={**facts, "package": layout.package} if layout.package else facts,
        tables=_figures(layout.form, [contents[section] for section in entry.sections]),
        choices={
            section.question.own_id: contents[section].marked
            for section in entry.sections
            if section.question.boxes
        },
        shared=_own(layout.form, texts, "shared."),
    )


def _own(form: Form, texts: Mapping[str, str], beginning: str) -> dict[str, str]:
    """The texts that a form puts under names of its own, by their ids, in the form's order."""
    return {id: texts[fills] for id, fills in form.own_names[beginning] if fills in texts}


def _figures(form: Form, read: Sequence[Content]) -> dict[str, Figures]:
    """The tables of a nomination in the form's order; the first of each kind."""
    found: dict[str, Figures] = {}
    for id, figures in (pair for content in read for pair in content.figures.items()):
        found.setdefault(id, figures)
    return {table.own_id: found[table.own_id] for table in form.tables if table.own_id in found}


def _contact(id: str, texts: Mapping[str, str]) -> Contact | None:
    contact = Contact(
        id,
        name=texts.get("contact.name", ""),
        email=texts.get("contact.email", ""),
        telephone=texts.get("contact.telephone", ""),
    )
    return contact if contact.name or contact.email or contact.telephone else None
