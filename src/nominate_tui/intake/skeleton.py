"""Writes the beginning of a form file from the headings found in a document, for a person to finish by hand."""

from collections.abc import Iterator, Sequence
from typing import Final

from nominate_tui.errors import BadInput
from nominate_tui.intake.document import Document, Sheet
from nominate_tui.intake.form import ANSWER, heading_key
from nominate_tui.intake.guess import fills_of
from nominate_tui.intake.outline import Heading, Outline, outline
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.clean import clean_line
from nominate_tui.notation.writing import assignment, document, table

_ON_ONE_LINE: Final = frozenset(
    {"id", "title", "organisation", "contact.name", "contact.email", "contact.telephone"}
)
"""What a form asks for on one line."""

_NEARLY_ALL: Final = 0.8
"""The share of nominations that have a heading, from which on one without it is told of."""


def skeleton(read: Document | Sheet, name: str) -> str:
    """The text of a form file for documents like this one; `name` is what a person calls the form.

    It can be read as it is. Comments, in English as in the shipped form files, say what is doubtful in it.

    Raises:
        BadInput: The document has nothing that looks like a heading.
    """
    parts = _of_document(read) if isinstance(read, Document) else _of_sheet(read)
    return document(_head(read.name, name), *parts)


def _head(source: str, name: str) -> str:
    label = clean_line(name)
    return (
        _comment(
            f"A form, written from the headings found in {source}. It is a beginning: finish it by hand."
        )
        + _comment("docs/forms.md explains each key. The file's name is the name of the form.")
        + assignment("format", 1)
        + assignment("label", {"da": label, "en": label})
    )


def _of_document(read: Document) -> Iterator[str]:
    found = outline(read.lines)
    if found is None:
        raise _without_headings(read.name)
    fills = fills_of((heading.text for heading in found.headings), never={"id"})
    yield _beginning(found, titled="title" in fills)
    for heading, field in zip(found.headings, fills, strict=True):
        yield _told(heading, found.nominations) + _question(heading, field, found.nominations)
    yield "".join(_comment(f"Left out, since it keeps to no order: {one.text}") for one in found.astray)


def _of_sheet(read: Sheet) -> Iterator[str]:
    columns: dict[str, str] = {}
    for text in map(_on_one_line, read.header):
        columns.setdefault(heading_key(text), text)
    headings = [text for key, text in columns.items() if key]
    if not headings:
        raise _without_headings(read.name)
    fills = fills_of(headings)
    yield "".join(_of_columns(read.header, titled="title" in fills))
    for heading, field in zip(headings, fills, strict=True):
        yield _asked(heading, field, "error" if field == "title" else "warning")


def _beginning(found: Outline, *, titled: bool) -> str:
    """The key `begins`, with what it means."""
    begins = [_without_title(line) if titled else line for line in found.opening.begins]
    return "".join((*_of_beginnings(found, begins, titled=titled), assignment("begins", begins)))


def _without_title(begins: str) -> str:
    """The line without a title behind its label, unless the label says that one is there: another heading has it."""
    label = begins.removesuffix(": {title}")
    if "{number}" in begins or label == begins or fills_of([label]) == ("title",):
        return begins
    return f"{label}:"


def _of_beginnings(found: Outline, begins: Sequence[str], *, titled: bool) -> Iterator[str]:
    if found.nominations == 1:
        yield _comment("One nomination was found: see whether others begin with such a line too.")
    else:
        yield _comment(f"{found.nominations} nominations were found, and each begins with such a line.")
    if not found.opening.has_number:
        yield _comment("They have no number there, and get one in the round.")
    if not titled and not any("{title}" in line for line in begins):
        yield _comment(
            'Nothing is known for the title: write {title} into the line, or fills = "title" below.'
        )


def _of_columns(header: Sequence[str], *, titled: bool) -> Iterator[str]:
    """What is to be said about the columns of a table."""
    yield _comment("A table: each row is a nomination, so that there is no line begins.")
    if not titled:
        yield _comment('No column is known for the title: write fills = "title" under the one that has it.')
    seen: set[str] = set()
    for number, text in enumerate(map(_on_one_line, header), start=1):
        key = heading_key(text)
        if not key:
            yield _comment(f"Column {number} has no heading.")
        elif key in seen:
            yield _comment(f"Column {number} has the heading of another: {text}")
        seen.add(key)


def _told(heading: Heading, nominations: int) -> str:
    """What is doubtful about a heading."""
    doubts: list[str] = []
    if heading.count < nominations:
        doubts.append(f"found {heading.count} times of {nominations}")
    if not heading.certain:
        doubts.append("ends neither as a question nor with a colon: take it out if it is no heading")
    return "".join(map(_comment, doubts))


def _question(heading: Heading, field: str, nominations: int) -> str:
    return _asked(heading.text, field, _missing(heading, field, nominations), beside=heading.beside)


def _missing(heading: Heading, field: str, nominations: int) -> str:
    """How bad it is when a heading is missing: the worse, the less it was missing here."""
    if heading.count < _NEARLY_ALL * nominations:
        return "ignore"
    is_needed = field == "title" or (field.startswith(ANSWER) and heading.certain)
    return "error" if is_needed and heading.count == nominations > 1 else "warning"


def _asked(heading: str, field: str, missing: str, *, beside: bool = False) -> str:
    """One question of the form."""
    return table(
        "[[question]]",
        {
            "fills": field,
            "headings": [heading],
            "kind": "line" if field in _ON_ONE_LINE else None,
            "beside": beside or None,
            "missing": missing,
        },
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _comment(text: str) -> str:
    return f"# {clean_line(text)}\n"


def _without_headings(name: str) -> BadInput:
    message = _("the document has nothing that looks like a heading")
    return refused(name, message, _("write the form by hand; docs/forms.md explains how"))
