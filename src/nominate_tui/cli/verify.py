"""`nominate-tui verify`: whether a result holds, worked out again from its own folder."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from nominate_tui.cli.answer import Answer, show
from nominate_tui.cli.options import format_option, language_option
from nominate_tui.cli.sheet import Column, Sheet
from nominate_tui.export.difference import Difference
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _, ngettext

if TYPE_CHECKING:
    from nominate_tui.export.verify import Verification

_MOST: Final = 8
"""How many differences of one file a person is told."""


@click.command(
    help=_(
        "Work the result in FOLDER out again, from the scores and rules in that folder alone, and say whether it holds"
        " or exactly what differs. The exit code is 0 where it holds, and 1 where it does not."
    )
)
@click.argument("folder", metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path))
@format_option
@language_option
def verify(folder: Path, format: str, language: str | None) -> int:
    """Verify a result."""
    # Imported here: it brings all of ranking along.
    from nominate_tui.export.verify import verify as verify_folder

    catalogue.use(language or catalogue.language())
    found = verify_folder(folder)
    show(_answer(found), format)
    return int(not found.holds)


def _answer(found: "Verification") -> Answer:
    columns = ("file", "place", "message", "recorded", "recomputed")
    rows = [
        (each.file, each.place, each.message, each.recorded, each.recomputed) for each in found.differences
    ]
    return Answer(
        data={
            "holds": found.holds,
            "version": found.version,
            "reviews": found.reviews,
            "differences": [dict(zip(columns, row, strict=True)) for row in rows],
            "not_worked_out": list(found.unknown),
            "notes": list(found.notes),
        },
        sheet=Sheet([Column(column, column) for column in columns], rows),
        parts=list(_parts(found)),
    )


def _parts(found: "Verification") -> Iterator[str]:
    if found.holds and found.unknown:
        told = ngettext(
            "Scores, ranking and shortlist hold: worked out again from {n} review. But {files} could not be worked out"
            " again: nobody knows whether they were changed.",
            "Scores, ranking and shortlist hold: worked out again from {n} reviews. But {files} could not be worked out"
            " again: nobody knows whether they were changed.",
            found.reviews,
        )
        yield told.format(n=found.reviews, files=", ".join(found.unknown))
    elif found.holds:
        told = ngettext(
            "The result holds: worked out again from {n} review, every file is as it was written.",
            "The result holds: worked out again from {n} reviews, every file is as it was written.",
            found.reviews,
        )
        yield told.format(n=found.reviews)
    else:
        yield _("The result does not hold:")
        yield from _differences(found.differences)
    yield from found.notes


def _differences(differences: tuple[Difference, ...]) -> Iterator[str]:
    told: Counter[str] = Counter()
    for each in differences:
        told[each.file] += 1
        if told[each.file] <= _MOST:
            yield _told(each)
    for file, number in told.items():
        if number > _MOST:
            more = _("{file}: and {n} more differences; --format csv has all that are known")
            yield more.format(file=file, n=number - _MOST)


def _told(each: Difference) -> str:
    place = f"{each.file}, {each.place}" if each.place else each.file
    line = f"{place}: {each.message}"
    if not each.recorded and not each.recomputed:
        return line
    values = _("recorded {recorded}, recomputed {recomputed}")
    return f"{line} ({values.format(recorded=each.recorded or '–', recomputed=each.recomputed or '–')})"
