"""`nominate-tui show`: a nomination as plain text, with the headings of its answers."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from nominate_tui.cli.answer import Answer
from nominate_tui.cli.answer import show as show_answer
from nominate_tui.cli.names import need_nominations
from nominate_tui.cli.options import format_option, language_option, round_argument
from nominate_tui.cli.sheet import Column, Sheet
from nominate_tui.duplicates.suggest import lookalikes, suggest
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Nomination
from nominate_tui.model.round import Round
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.words import question


@click.command(help=_("Print a nomination: its facts, and each answer under the question that was asked."))
@click.argument("nomination")
@round_argument
@format_option
@language_option
def show(nomination: str, folder: Path, format: str, language: str | None) -> None:
    """Print a nomination."""
    round = FolderStore(folder).round()
    catalogue.use(language or round.rules.language)
    need_nominations(round.nominations, nomination)
    show_answer(_answer(round, round.nominations[nomination]), format)


def _answer(round: Round, nomination: Nomination) -> Answer:
    alike = lookalikes(nomination.id, suggest(round.nominations, round.rules.duplicates), round.verdicts)
    answers = [
        {"answer": id, "question": question(round.nominations, id), "text": text}
        for id, text in nomination.answers.items()
    ]
    facts = {
        "title": nomination.title,
        "organisation": nomination.organisation,
        "responsible": nomination.responsible,
        "started": nomination.started,
    }
    fields = [*facts.items(), *((f"answers.{each['answer']}", each["text"]) for each in answers)]
    return Answer(
        data={"id": nomination.id, **facts, "answers": answers, "lookalikes": list(alike)},
        sheet=Sheet([Column("field", "field"), Column("text", "text")], fields),
        parts=list(_parts(round, nomination, alike)),
    )


def _parts(round: Round, nomination: Nomination, alike: Sequence[str]) -> Iterator[str]:
    yield f"{nomination.id}  {nomination.title}"
    facts = (
        (_("Organisation"), nomination.organisation),
        (_("Responsible"), nomination.responsible),
        (_("Started"), nomination.started),
        (_("Also nominated"), ", ".join(f"{id} {round.nominations[id].title}" for id in alike)),
    )
    yield from (f"{name}: {text}" for name, text in facts if text)
    for answer, text in nomination.answers.items():
        yield f"\n{question(round.nominations, answer)}\n\n{text}"
