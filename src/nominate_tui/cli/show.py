"""`nominate-tui show`: a nomination as plain text, with the headings of its answers."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from nominate_tui.cli.answer import Answer
from nominate_tui.cli.answer import show as show_answer
from nominate_tui.cli.names import need_nominations
from nominate_tui.cli.options import format_option, language_option, round_argument
from nominate_tui.cli.sheet import Column, Sheet
from nominate_tui.jury.alike import Alike, Lookalike
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.figures import Figures
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.notation.writing import inline
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.notices import alike_told
from nominate_tui.tui.parts import Part, brief, common_heading, full, shared
from nominate_tui.tui.words import fields_told, question


@click.command(help=_("Print a nomination: its facts, and each answer under the question that was asked."))
@click.argument("nomination")
@round_argument
@format_option
@language_option
def show(nomination: str, folder: Path, format: str, language: str | None) -> None:
    """Print a nomination."""
    store = FolderStore(folder)
    round = store.round()
    catalogue.use(language or round.rules.language)
    need_nominations(round.nominations, nomination)
    alike = Alike(store)
    alike.find(round)
    show_answer(_answer(round, round.nominations[nomination], alike.of(nomination, round)), format)


def _answer(round: Round, nomination: Nomination, alike: Sequence[Lookalike]) -> Answer:
    facts = {
        "title": nomination.title,
        "organisation": nomination.organisation,
        "responsible": nomination.responsible,
        "started": nomination.started,
    }
    return Answer(
        data={
            "id": nomination.id,
            **facts,
            **_asked(round.nominations, nomination),
            "lookalikes": [each.id for each in alike],
            "alike": [{"nomination": each.id, "kind": each.kind, "settled": each.settled} for each in alike],
        },
        sheet=Sheet(
            [Column("field", "field"), Column("text", "text")], [*facts.items(), *_fields(nomination)]
        ),
        parts=list(_parts(round, nomination, alike)),
    )


def _asked(nominations: Nominations, nomination: Nomination) -> dict[str, object]:
    """What the form asked besides title, organisation, responsible and start, and when that changed."""

    def each(kind: str, said: Mapping[str, Mapping[str, object]]) -> list[dict[str, object]]:
        return [{kind: id, "question": question(nominations, id), **values} for id, values in said.items()]

    return {
        "answers": each("answer", {id: {"text": text} for id, text in nomination.answers.items()}),
        "facts": each("fact", {id: {"text": text} for id, text in nomination.facts.items()}),
        "choices": each(
            "choice", {id: {"marked": dict(marked)} for id, marked in nomination.choices.items()}
        ),
        "tables": each("table", {id: _table(figures) for id, figures in nomination.tables.items()}),
        "shared": each("shared", {id: {"text": text} for id, text in nomination.shared.items()}),
        "changes": [{"when": inline(one.when), "fields": list(one.fields)} for one in nomination.changes],
    }


def _table(figures: Figures) -> dict[str, object]:
    rows = {name: [str(amount) if amount else None for amount in row] for name, row in figures.rows.items()}
    return {"unit": figures.unit, "columns": list(figures.columns), "rows": rows}


def _fields(nomination: Nomination) -> Iterator[tuple[str, str]]:
    """The rows of CSV; of a table one for each cell that is not empty."""
    yield from ((f"answers.{id}", text) for id, text in nomination.answers.items())
    yield from ((f"facts.{id}", text) for id, text in nomination.facts.items())
    for id, marked in nomination.choices.items():
        yield from ((f"choices.{id}.{label}", mark) for label, mark in marked.items())
    for id, figures in nomination.tables.items():
        for name, amounts in figures.rows.items():
            cells = zip(figures.columns, amounts, strict=True)
            yield from ((f"tables.{id}.{name}.{column}", str(amount)) for column, amount in cells if amount)
    yield from ((f"shared.{id}", text) for id, text in nomination.shared.items())


def _parts(round: Round, nomination: Nomination, alike: Sequence[Lookalike]) -> Iterator[Sheet | str]:
    nominations = round.nominations
    yield f"{nomination.id}  {nomination.title}"
    facts = (
        (_("Organisation"), nomination.organisation),
        (_("Responsible"), nomination.responsible),
        (_("Started"), nomination.started),
        *((part.label, part.text) for part in brief(nominations, nomination)),
    )
    yield from (f"{name}: {text}" for name, text in facts if text)
    yield from alike_told(alike, lambda id: f"{id} {nominations[id].title}")
    for change in nomination.changes:
        told = _("The text changed on {day}: {fields}")
        yield told.format(day=day_and_month(change.when), fields=fields_told(round, change.fields))
    for part in full(nominations, nomination):
        yield from _part(part)
    if nomination.shared:
        yield "\n" + common_heading()
    for part in shared(nominations, nomination):
        yield from _part(part)


def _part(part: Part) -> Iterator[Sheet | str]:
    if part.figures is None:
        yield f"\n{part.label}\n\n{part.text}"
        return
    yield f"\n{part.label}\n"
    columns = (Column("", column, right=True) for column in part.figures.columns)
    rows = [
        (name, *(decimal(str(amount)) if amount else None for amount in amounts))
        for name, amounts in part.figures.rows.items()
    ]
    yield Sheet([Column("", part.figures.unit), *columns], rows)
