"""`nominate-tui intake`: documents become nominations of a round."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Final

import click
from click.core import ParameterSource

from nominate_tui.cli.answer import show
from nominate_tui.cli.intake_told import REPORT, answer_of, changes_told, failed, report_of
from nominate_tui.cli.names import need_form, wrong
from nominate_tui.cli.options import format_option, language_option
from nominate_tui.cli.telling import tell, tell_problems
from nominate_tui.errors import CannotStore, NominateError
from nominate_tui.intake.merge import Merged
from nominate_tui.intake.result import IntakeResult
from nominate_tui.intake.take import Progress, Wishes
from nominate_tui.jury.new_round import is_round, make_round
from nominate_tui.jury.secretariat import (
    Secretariat,
    first_intake,
    forms_of,
    intake_rules_of,
    read_documents,
)
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import BOUNDS, Limits
from nominate_tui.model.rules import IntakeRules
from nominate_tui.store.folder import FolderStore

_YES: Final = frozenset(("y", "yes", "j", "ja"))
"""What says yes in any language of the program; whatever else was typed writes nothing."""

_IS_WHOLE: Final = re.compile("[0-9]{1,9}")

_LIMITS: Final = tuple(field.name for field in fields(Limits))


@click.command(
    help=_(
        "Read documents (text, PDF, Word, spreadsheets, CSV, JSON, TOML, folders and archives of these) and take their"
        " nominations into a round. Nothing is written where a problem is an error; warnings are told, and the work"
        " goes on. A folder named with --round that is no round yet is made one."
    )
)
@click.argument(
    "documents",
    metavar="DOCUMENT…",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
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
@click.option(
    "--map",
    "maps",
    metavar="FIELD=HEADING",
    multiple=True,
    help=_(
        'For tables: the column that fills a field (--map title="Projektets navn"). May be given several times.'
    ),
)
@click.option(
    "--redact",
    is_flag=True,
    help=_(
        "Hide e-mail addresses and telephone numbers inside answers from the jury. CPR numbers always are."
    ),
)
@click.option(
    "--renumber", is_flag=True, help=_("Leave the documents' own numbers aside, and number on in the round.")
)
@click.option(
    "--limit",
    "limits",
    metavar="NAME=VALUE",
    multiple=True,
    help=_("Another limit for this intake (--limit document_mb=50); docs/formats.md lists them."),
)
@click.option(
    "--report",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Write what was found to this file, as TOML."),
)
@click.option("--dry-run", is_flag=True, help=_("Read and tell, and write nothing."))
@click.option("--yes", is_flag=True, help=_("Write changed texts without asking."))
@format_option
@language_option
@click.pass_context
def intake(
    context: click.Context,
    documents: Sequence[Path],
    folder: Path,
    form: str | None,
    maps: Sequence[str],
    limits: Sequence[str],
    report: Path | None,
    format: str,
    language: str | None,
    *,
    redact: bool,
    renumber: bool,
    dry_run: bool,
    yes: bool,
) -> int:
    """Take documents in."""
    named = context.get_parameter_source("folder") is not ParameterSource.DEFAULT
    if not is_round(folder) and not named and not dry_run:
        message = _("this folder is not a round; name one with --round, and it is made if it is not there")
        raise click.UsageError(message, context)
    if report:
        _need_place_for(report)
    wishes = Wishes(form, _maps(maps), renumber, redact)
    try:
        _speak(folder, language)
        read = _read(documents, folder, wishes, _limits(limits))
        merged = Secretariat(FolderStore(folder)).compare(read) if is_round(folder) else first_intake(read)
        if format != "json":
            tell_problems(merged.problems)
            for line in changes_told(merged):
                tell(line)
        written = not dry_run and not merged.errors and (yes or _agreed(merged, format))
        if written:
            _write(folder, read)
        if report:
            _write_report(report, merged, written=written)
    except NominateError as error:
        if format != "json":
            raise
        show(failed(error), format)
        return 1
    show(answer_of(merged, written=written, tried=dry_run), format)
    return int(bool(merged.errors))


def _maps(given: Sequence[str]) -> Mapping[str, str]:
    """The columns that were named, by the field they fill."""
    pairs = [each.partition("=") for each in given]
    once = {field.strip() for field, _equals, _heading in pairs}
    if any(not field or not heading for field, _equals, heading in pairs) or len(once) < len(pairs):
        raise wrong(
            _(
                '--map takes, once for each, a field and the heading of a column: --map title="Projektets navn"'
            )
        )
    return {field.strip(): heading.strip() for field, _equals, heading in pairs}


def _limits(given: Sequence[str]) -> Mapping[str, int]:
    """The limits that were named, by their names."""
    wished = {}
    for each in given:
        name, _equals, value = each.partition("=")
        bounds = BOUNDS.get(name.strip())
        if bounds is None or not _IS_WHOLE.fullmatch(value.strip()) or int(value) not in bounds:
            told = ", ".join(f"{name} ({bounds[0]}-{bounds[-1]})" for name, bounds in BOUNDS.items())
            raise wrong(_("--limit takes a name and a whole number: {limits}").format(limits=told))
        wished[name.strip()] = int(value)
    return wished


def _read(documents: Sequence[Path], folder: Path, wishes: Wishes, limits: Mapping[str, int]) -> IntakeResult:
    if wishes.form is not None:
        need_form([each.id for each in forms_of(folder)], wishes.form)
    rules = intake_rules_of(folder)
    with _progress() as progress:
        return read_documents(documents, folder, wishes, _with(rules, limits), progress)


def _with(rules: IntakeRules, limits: Mapping[str, int]) -> IntakeRules:
    own = {name: getattr(rules.limits, name) for name in _LIMITS}
    return replace(rules, limits=Limits(**{**own, **limits}))


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on the error stream, for somebody who watches a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = click.progressbar(length=1000, file=sys.stderr, label=_("reading"), show_eta=False)
    with bar:

        def told(share: float, name: str) -> None:
            bar.label = name[:30] or _("reading")
            bar.update(round(share * 1000) - bar.pos)

        yield told


def _speak(folder: Path, language: str | None) -> None:
    if language is None and is_round(folder):
        language = FolderStore(folder).rules().language
    catalogue.use(language or catalogue.language())


def _agreed(merged: Merged, format: str) -> bool:
    """Whether changed texts may be written: where somebody sits there, they are asked."""
    if not merged.changed or format != "table" or not sys.stdin.isatty():
        return True
    tell(_("Reviews that were given before are kept, and marked as read before the text changed."))
    try:
        answer = click.prompt(_("Write these changes? [y/n]"), default="", show_default=False, err=True)
    except click.Abort:
        return False
    return answer.strip().casefold() in _YES


def _write(folder: Path, read: IntakeResult) -> None:
    if not is_round(folder):
        rules = make_round(folder, catalogue.language())
        tell(_("A new round is made. Its rules: {file}").format(file=rules))
    Secretariat(FolderStore(folder)).take_in(read)


def _need_place_for(report: Path) -> None:
    """Raise a usage error where a report would take the place of something else."""
    try:
        with report.open(encoding="utf-8") as file:
            earlier = file.readline().startswith(REPORT)
    except FileNotFoundError:
        earlier = report.parent.is_dir()
    except (OSError, UnicodeDecodeError):
        earlier = False
    if not earlier:
        message = _(
            "the report cannot be written to {file}: it is no earlier report, or there is no such folder"
        )
        raise wrong(message.format(file=report))


def _write_report(file: Path, merged: Merged, *, written: bool) -> None:
    try:
        file.write_text(report_of(merged, written=written), encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or error
        raise CannotStore(
            _("the report cannot be written: {reason}").format(reason=reason),
            str(file),
            _("check the name and your rights, or name another file"),
        ) from error
