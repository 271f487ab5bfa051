"""What a command answers, in three forms: tables for people, JSON and CSV for programs."""

import csv
import io
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import click

from nominate_tui.cli.sheet import Cell, Sheet
from nominate_tui.export.table import inert, yes_or_no
from nominate_tui.notation.clean import clean, clean_line

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a terminal might obey and JSON does not escape by itself."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in all of its forms."""

    data: Mapping[str, object]
    """Plain values: texts, numbers, lists and mappings; printed as JSON."""
    sheet: Sheet | str
    """Printed as CSV; or the CSV itself."""
    parts: Sequence[Sheet | str]
    """For people: tables, and sentences between them."""


def show(answer: Answer, format: str) -> None:
    """Print an answer as `json`, as `csv`, or as a `table` for people."""
    if format == "json":
        _print_whole(as_json(answer.data))
    elif format == "csv":
        _print_whole(answer.sheet if isinstance(answer.sheet, str) else as_csv(answer.sheet))
    else:
        # Imported here: only tables for people need rich, which takes a while to load.
        from nominate_tui.cli.table import print_parts

        print_parts(answer.parts)


def as_json(data: Mapping[str, object]) -> str:
    """JSON, indented by two; characters that a terminal might obey are written by their numbers."""
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def as_csv(sheet: Sheet) -> str:
    """CSV with commas, the ids of the columns in its first line, and an empty cell where there is nothing."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([column.id for column in sheet.columns])
    writer.writerows([[plain(cell) for cell in row] for row in sheet.rows])
    return written.getvalue()


def plain(cell: Cell) -> str:
    """A cell as text for programs: `yes` and `no`, nothing for nothing, and text that no spreadsheet runs."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return yes_or_no(cell)
    return inert(clean(cell)) if isinstance(cell, str) else str(cell)


def say(line: str) -> None:
    """Print a sentence for people."""
    click.echo(clean_line(line))


def _print_whole(text: str) -> None:
    """In UTF-8, whatever the terminal is set to: programs read it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    click.echo(text, nl=False)
