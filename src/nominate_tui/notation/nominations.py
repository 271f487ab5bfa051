"""Reads and writes `data/nominations.toml`: what is judged, and what the form asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.model.figures import Amount, Figures, amount_of
from nominate_tui.model.nomination import Change, Nomination, Nominations, Source
from nominate_tui.notation.clean import clean_line
from nominate_tui.notation.reader import Document, Table
from nominate_tui.notation.wording import shown, shown_key
from nominate_tui.notation.writing import document, key, table

_TOP: Final = ("questions", "nomination")
_NOMINATION: Final = (
    "id",
    "title",
    "organisation",
    "responsible",
    "started",
    "source",
    "answers",
    "facts",
    "choices",
    "tables",
    "shared",
    "changes",
)
_SOURCE: Final = ("document", "line", "place", "sha256")
_FIGURES: Final = ("unit", "columns", "rows")
_CHANGE: Final = ("when", "fields")
_SHA256: Final = re.compile("[0-9a-f]{64}|")
_LINE: Final = re.compile("[1-9][0-9]{0,8}")
"""A place that is the number of a line, and is written as a number."""


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
        facts=_texts(entry.table("facts")),
        tables=_tables(entry.table("tables")),
        choices=_choices(entry.table("choices")),
        shared=_texts(entry.table("shared")),
        changes=tuple(map(_change, entry.tables("changes", _CHANGE))),
    )


def _source(entry: Table) -> Source | None:
    source = entry.table("source", _SOURCE)
    if not entry.holds_table("source"):
        return None
    sha256 = source.line("sha256")
    if not _SHA256.fullmatch(sha256):
        message = _("{value} is no SHA-256 digest").format(value=shown(sha256))
        source.problem("sha256", message, _("take it out"))
    return Source(source.needed("document", 'document = "…"'), _place(source), sha256)


def _place(source: Table) -> str:
    if "line" not in source:
        return source.line("place")
    if "place" in source:
        message = _("line and place both say where it was read")
        source.problem("place", message, _("take one of them out"))
    return str(source.whole("line", 1, low=1))


def _change(entry: Table) -> Change:
    return Change(entry.needed_moment("when"), entry.lines("fields"))


def _tables(entry: Table) -> Mapping[str, Figures]:
    _check_ids(entry)
    return {id: _figures(entry.table(id, _FIGURES)) for id in entry}


def _figures(entry: Table) -> Figures:
    columns = entry.lines("columns")
    rows = entry.table("rows")
    _check_labels(rows)
    return Figures(entry.line("unit"), columns, {name: _amounts(rows, name, columns) for name in rows})


def _amounts(rows: Table, name: str, columns: Sequence[str]) -> tuple[Amount | None, ...]:
    cells = rows.lines(name)
    amounts = tuple(map(amount_of, cells))
    wrong = [cell for cell, amount in zip(cells, amounts, strict=True) if cell and amount is None]
    if wrong:
        todo = _('write for example "0.6", "1.0-3.0", or "" for an empty cell')
        rows.problem(name, _("{value} is no amount").format(value=shown(wrong[0])), todo)
    elif len(cells) != len(columns):
        message = _("{key} has not as many amounts ({count}) as there are columns ({columns})")
        message = message.format(key=shown_key(name), count=len(cells), columns=len(columns))
        rows.problem(name, message, _('write one for each column, "" for an empty cell'))
    return amounts


def _choices(entry: Table) -> Mapping[str, Mapping[str, str]]:
    _check_ids(entry)
    return {id: _marked(entry.table(id)) for id in entry}


def _marked(entry: Table) -> Mapping[str, str]:
    _check_labels(entry)
    return {label: entry.line(label) for label in entry}


def _texts(entry: Table) -> Mapping[str, str]:
    _check_ids(entry)
    return {id: entry.text(id) for id in entry}


def _check_ids(entry: Table) -> None:
    """The keys are names of answers, or of what stands beside them, and are shown where no question is known."""
    _check_keys(entry, _("{key} cannot be the name of an answer"), _("write letters, digits and _"))


def _check_labels(entry: Table) -> None:
    """The keys are what a line or a box of the form is called."""
    _check_keys(entry, _("{key} cannot be the name of a line"), _("write a text on one line"))


def _check_keys(entry: Table, message: str, todo: str) -> None:
    for name in entry:
        # A plain word, as nearly all are, needs no closer look.
        if not (name.isascii() and name.isidentifier()) and (not name.strip() or clean_line(name) != name):
            entry.problem(name, message.format(key=shown_key(name)), todo)


def _written(nomination: Nomination) -> str:
    fields = {
        "id": nomination.id,
        "title": nomination.title,
        "organisation": nomination.organisation or None,
        "responsible": nomination.responsible or None,
        "started": nomination.started or None,
        "source": _source_written(nomination.source) if nomination.source else None,
    }
    return table("[[nomination]]", fields) + "".join(_parts_written(nomination))


def _parts_written(nomination: Nomination) -> Iterator[str]:
    yield _part("answers", nomination.answers)
    yield _part("facts", nomination.facts)
    for id, marked in nomination.choices.items():
        yield table(f"[nomination.choices.{key(id)}]", marked)
    for id, figures in nomination.tables.items():
        yield _figures_written(f"nomination.tables.{key(id)}", figures)
    yield _part("shared", nomination.shared)
    for change in nomination.changes:
        yield table("[[nomination.changes]]", {"when": change.when, "fields": change.fields})


def _part(name: str, texts: Mapping[str, str]) -> str:
    return table(f"[nomination.{name}]", texts) if texts else ""


def _figures_written(name: str, figures: Figures) -> str:
    head = table(f"[{name}]", {"unit": figures.unit or None, "columns": figures.columns})
    rows = {
        line: [str(amount) if amount else "" for amount in amounts] for line, amounts in figures.rows.items()
    }
    return head + table(f"[{name}.rows]", rows)


def _source_written(source: Source) -> Mapping[str, object]:
    place: Mapping[str, object] = {"place": source.place} if source.place else {}
    if _LINE.fullmatch(source.place):
        place = {"line": int(source.place)}
    return {"document": source.document, **place, **({"sha256": source.sha256} if source.sha256 else {})}
