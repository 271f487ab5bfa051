"""`nominate-tui intake`: documents become nominations of a round."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import click
from click.core import ParameterSource

from nominate_tui.cli.answer import Answer, show
from nominate_tui.cli.names import need_form
from nominate_tui.cli.options import format_option, language_option
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.cli.telling import problems_of, tell, tell_problems
from nominate_tui.errors import NominateError
from nominate_tui.intake.merge import Merged
from nominate_tui.intake.result import IntakeResult, as_contract
from nominate_tui.jury.new_round import is_round, make_round
from nominate_tui.jury.secretariat import Secretariat, first_intake, forms_of, read_documents
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.store.folder import FolderStore

_LARGE: Final = 5_000_000
"""Bytes from which on reading a document takes so long that somebody may wonder."""

_CHANGES = {"new": later("new"), "changed": later("changed"), "same": later("as before")}


@click.command(
    help=_(
        "Read documents and take their nominations into a round. Nothing is written where a problem is an error;"
        " warnings are told, and the work goes on. A folder named with --round that is no round yet is made one."
    )
)
@click.argument(
    "documents",
    metavar="DOCUMENT…",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--round",
    "folder",
    metavar="ROUND",
    default=".",
    type=click.Path(file_okay=False, path_type=Path),
    help=_("The folder of the round; without it, this one."),
)
@click.option(
    "--form", metavar="NAME", help=_("The form that the documents follow; without it, it is recognised.")
)
@click.option("--dry-run", is_flag=True, help=_("Read and tell, and write nothing."))
@format_option
@language_option
@click.pass_context
def intake(
    context: click.Context,
    documents: Sequence[Path],
    folder: Path,
    form: str | None,
    format: str,
    language: str | None,
    *,
    dry_run: bool,
) -> int:
    """Take documents in."""
    named = context.get_parameter_source("folder") is not ParameterSource.DEFAULT
    if not is_round(folder) and not named and not dry_run:
        message = _("this folder is not a round; name one with --round, and it is made if it is not there")
        raise click.UsageError(message, context)
    try:
        _speak(folder, language)
        read = _read(documents, folder, form)
        merged = Secretariat(FolderStore(folder)).compare(read) if is_round(folder) else first_intake(read)
        writes = not dry_run and not merged.errors
        if writes:
            _write(folder, read)
    except NominateError as error:
        if format != "json":
            raise
        show(_failed(error), format)
        return 1
    if format != "json":
        tell_problems(merged.problems)
    show(_answer(replace(read, problems=merged.problems), merged, written=writes), format)
    return int(bool(merged.errors))


def _failed(error: NominateError) -> Answer:
    """The answer where not even the round can be read: nothing but problems."""
    nothing = IntakeResult((), Nominations(), (), problems_of(error))
    return _answer(nothing, first_intake(nothing), written=False)


def _read(documents: Sequence[Path], folder: Path, form: str | None) -> IntakeResult:
    if form is not None:
        need_form([each.id for each in forms_of(folder)], form)
    for document in documents:
        size = document.stat().st_size
        if size >= _LARGE:
            told = _("reading {document}, {size} MB …")
            tell(told.format(document=document.name, size=size // 1_000_000))
    return read_documents(documents, folder, form)


def _speak(folder: Path, language: str | None) -> None:
    if language is None and is_round(folder):
        language = FolderStore(folder).rules().language
    catalogue.use(language or catalogue.language())


def _write(folder: Path, read: IntakeResult) -> None:
    if not is_round(folder):
        rules = make_round(folder, catalogue.language())
        tell(_("A new round is made. Its rules: {file}").format(file=rules))
    Secretariat(FolderStore(folder)).take_in(read)


def _answer(read: IntakeResult, merged: Merged, *, written: bool) -> Answer:
    rows = [_row(nomination, read, merged) for nomination in read.nominations]
    headings = (_("No."), _("Title"), _("Words"), _("Empty answers"), _("Warnings"), _("In the round"))
    told = [Column(id, heading, right=id in _FIGURES) for id, heading in zip(_CSV, headings, strict=True)]
    shown = [_for_people(row) for row in rows]
    return Answer(
        data={
            **as_contract(read),
            "written": written,
            "new": list(merged.added),
            "changed": list(merged.changed),
        },
        sheet=Sheet(told, rows),
        parts=[*([Sheet(told, shown)] if shown else []), *_sentences(read, merged, written=written)],
    )


_CSV = ("id", "title", "words", "empty", "warnings", "change")
_FIGURES = ("id", "words", "empty", "warnings")


def _row(nomination: Nomination, read: IntakeResult, merged: Merged) -> Sequence[Cell]:
    asked = read.nominations.questions
    id = nomination.id
    return (
        id,
        nomination.title,
        nomination.words,
        " ".join(answer for answer in asked if not nomination.answers.get(answer)),
        _warnings(nomination, read),
        "new" if id in merged.added else "changed" if id in merged.changed else "same",
    )


def _for_people(row: Sequence[Cell]) -> Sequence[Cell]:
    """How many answers are empty, and not which: the warnings tell that, with the words of the document."""
    id, title, words, empty, warnings, change = row
    return (id, title, words, len(str(empty).split()), warnings, _(_CHANGES[str(change)]))


def _warnings(nomination: Nomination, read: IntakeResult) -> int:
    """How many problems stand between the beginning of a nomination and that of the next one."""
    owners = [_owner(problem.where, read) for problem in read.problems if problem.severity == "warning"]
    return owners.count(nomination.id)


def _owner(where: str, read: IntakeResult) -> str:
    """The id of the nomination that an address (`document.txt:12`) lies in."""
    document, _colon, line = where.rpartition(":")
    if not line.isdecimal():
        return ""
    sources = ((one.id, one.source) for one in read.nominations if one.source)
    before = [
        (source.line, id)
        for id, source in sources
        if source.document == document and source.line <= int(line)
    ]
    return max(before)[1] if before else ""


def _sentences(read: IntakeResult, merged: Merged, *, written: bool) -> Iterator[str]:
    for taken in read.taken:
        told = _("{document}: form {form}, since {why}")
        yield told.format(document=taken.document, form=taken.form, why=taken.why)
    counts = _("Nominations: {all}, of them new: {new}, changed: {changed}.")
    yield counts.format(all=len(read.nominations), new=len(merged.added), changed=len(merged.changed))
    if merged.errors:
        yield _("Nothing was written: mend the errors first.")
    elif not written:
        yield _("Nothing was written: this was a trial.")
