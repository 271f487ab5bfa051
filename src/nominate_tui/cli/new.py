"""`nominate-tui new`: a new round."""

from pathlib import Path

import click

from nominate_tui.cli.answer import say
from nominate_tui.jury.new_round import is_round, make_round
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _


@click.command(
    help=_(
        "Make a new round in FOLDER: a commented scoring.toml to change, and empty data/. With --from, a form file is"
        " begun from the headings of a document, also in a round that is there."
    )
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "document",
    metavar="DOCUMENT",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("A document whose headings are those of a form that is not known yet."),
)
@click.option(
    "--language",
    type=click.Choice(catalogue.LANGUAGES),
    help=_("The language of scoring.toml and of the round; without it, yours."),
)
def new(folder: Path, document: Path | None, language: str | None) -> None:
    """Make a new round."""
    catalogue.use(language or catalogue.language())
    form = _form(document) if document else ""
    if not (document and is_round(folder)):
        rules = make_round(folder, catalogue.language())
        say(_("A new round is made. Its rules: {file}").format(file=rules))
        say(_("Change them as you like: award, criteria, jurors, quorum, shortlist."))
    if document:
        _write(folder, document, form)
    say(_("Then take in the documents: nominate-tui intake DOCUMENT --round {folder}").format(folder=folder))


# Imported in these two: a new round without a form need not wait for all that reads documents.


def _form(document: Path) -> str:
    from nominate_tui.jury.new_form import form_text

    return form_text(document)


def _write(folder: Path, document: Path, form: str) -> None:
    from nominate_tui.jury.new_form import write_form

    say(_("A form is begun. Finish it by hand: {file}").format(file=write_form(folder, document, form)))
