"""`nominate-tui export`: the result as files."""

from pathlib import Path

import click

from nominate_tui.cli.answer import Answer, show
from nominate_tui.cli.names import wrong
from nominate_tui.cli.options import despite_option, format_option, language_option, round_argument
from nominate_tui.cli.reading import chair_with_results
from nominate_tui.cli.sheet import Column, Sheet
from nominate_tui.cli.telling import tell_problems
from nominate_tui.locale.catalogue import _


@click.command(
    help=_(
        "Write the result into a folder: result.html and result.xlsx for people, tables and records, and all that the"
        " result can be worked out from again (`nominate-tui verify FOLDER`). Jurors stand there under pseudonyms, and no"
        " contact data of those who nominated. An older result in the folder is replaced."
    )
)
@round_argument
@click.option(
    "--to",
    required=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help=_("Where to; the folder is made if it is not there."),
)
@click.option("--with-names", is_flag=True, help=_("Name the jurors in scores.csv."))
@format_option
@language_option
@despite_option
def export(
    folder: Path, to: Path, format: str, language: str | None, *, with_names: bool, despite_problems: bool
) -> None:
    """Write the result."""
    desk = chair_with_results(folder, language, despite_problems=despite_problems)
    _must_have_room(folder, to)
    files = [str(file) for file in desk.export(to, with_names=with_names, leave_out=True)]
    answer = Answer(
        data={"files": files},
        sheet=Sheet([Column("file", "file")], [(file,) for file in files]),
        parts=[_("Written: {file}").format(file=file) for file in files],
    )
    tell_problems(desk.persons_named())
    show(answer, format)


def _must_have_room(folder: Path, to: Path) -> None:
    """Raise a usage error for a place where no result can lie, or none should."""
    if to.resolve().is_relative_to((folder / "data").resolve()):
        message = _(
            "{to} lies in the data of the round itself; name a folder outside of it, such as {example}"
        )
        raise wrong(message.format(to=to, example=folder / "result"))
    in_the_way = next((path for path in (to, *to.parents) if path.is_file()), None)
    if in_the_way:
        raise wrong(_("{file} is a file and no folder; name another place").format(file=in_the_way))
