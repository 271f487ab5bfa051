"""Reads and writes `data/nominations.toml`: what is judged, and what the form asked."""

import re
from collections.abc import Mapping
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Nomination, Nominations, Source
from nominate_tui.notation.clean import clean_line
from nominate_tui.notation.reader import Document, Table
from nominate_tui.notation.wording import shown, shown_key
from nominate_tui.notation.writing import document, table

_TOP: Final = ("questions", "nomination")
_NOMINATION: Final = ("id", "title", "organisation", "responsible", "started", "source", "answers")
_SOURCE: Final = ("document", "line", "sha256")
_SHA256: Final = re.compile("[0-9a-f]{64}|")


def read_nominations(text: str | bytes, where: str) -> Nominations:
    """The nominations of a file, in its order; `where` is its name.

    Raises:
        BadInput: Something in it is not as it must be; every problem has its line and key path.
    """
    read = Document(text, where, _TOP)
    questions = _texts(read.root.table("questions"))
    found: dict[str, Nomination] = {}
    for entry in read.root.tables("nomination", _NOMINATION):
        nomination = _nomination(entry)
        if nomination.id in found:
            message = _("nomination {id} stands here a second time").format(id=shown(nomination.id))
            entry.problem("id", message, _("give each nomination an id of its own"))
        found[nomination.id] = nomination
    read.finish()
    return Nominations(tuple(found.values()), questions)


def write_nominations(nominations: Nominations) -> str:
    """The nominations as a file; reading it gives the same again."""
    questions = table("[questions]", nominations.questions) if nominations.questions else ""
    return document(questions, *map(_written, nominations))


def _nomination(entry: Table) -> Nomination:
    return Nomination(
        id=entry.needed("id", 'id = "15"'),
        title=entry.needed("title", 'title = "…"'),
        organisation=entry.line("organisation"),
        responsible=entry.text("responsible"),
        started=entry.text("started"),
        answers=_texts(entry.table("answers")),
        source=_source(entry),
    )


def _source(entry: Table) -> Source | None:
    source = entry.table("source", _SOURCE)
    if not entry.holds_table("source"):
        return None
    sha256 = source.line("sha256")
    if not _SHA256.fullmatch(sha256):
        message = _("{value} is no SHA-256 digest").format(value=shown(sha256))
        source.problem("sha256", message, _("take it out"))
    return Source(source.needed("document", 'document = "…"'), source.whole("line", 1, low=1), sha256)


def _texts(entry: Table) -> Mapping[str, str]:
    """The texts of a table whose keys are names of answers, which are shown too."""
    for key in entry:
        if not key.strip() or clean_line(key) != key:
            message = _("{key} cannot be the name of an answer").format(key=shown_key(key))
            entry.problem(key, message, _("write letters, digits and _"))
    return {key: entry.text(key) for key in entry}


def _written(nomination: Nomination) -> str:
    fields = {
        "id": nomination.id,
        "title": nomination.title,
        "organisation": nomination.organisation or None,
        "responsible": nomination.responsible or None,
        "started": nomination.started or None,
        "source": _source_written(nomination.source) if nomination.source else None,
    }
    answers = table("[nomination.answers]", nomination.answers) if nomination.answers else ""
    return table("[[nomination]]", fields) + answers


def _source_written(source: Source) -> Mapping[str, object]:
    digest = {"sha256": source.sha256} if source.sha256 else {}
    return {"document": source.document, "line": source.line, **digest}
