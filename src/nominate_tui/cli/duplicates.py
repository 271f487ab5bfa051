"""`nominate-tui duplicates`: the pairs worth a look, why, and what the chair decided."""

from pathlib import Path

import click

from nominate_tui.cli.answer import show
from nominate_tui.cli.bar import bar
from nominate_tui.cli.duplicates_told import answer_of
from nominate_tui.cli.options import format_option, language_option, round_argument
from nominate_tui.cli.reading import chair_at
from nominate_tui.locale.catalogue import _


@click.command(
    help=_(
        "List the pairs of nominations that are worth a look, loudest first, with the evidence in words and the"
        " chair's verdict where there is one; the duplicate groups that follow, settled and suggested; and how far"
        " jurors lie apart on what was judged twice. `nominate-tui settle` decides."
    )
)
@round_argument
@click.option("--open", "only_open", is_flag=True, help=_("Only the pairs that wait for a decision."))
@format_option
@language_option
def duplicates(folder: Path, *, only_open: bool, format: str, language: str | None) -> None:
    """List pairs and groups."""
    desk = chair_at(folder, language)
    with bar(_("comparing")) as progress:
        desk.suggestions(progress)
    show(answer_of(desk, only_open=only_open), format)
