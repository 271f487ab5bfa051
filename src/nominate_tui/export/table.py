"""CSV that a spreadsheet opens as it was meant: letters whole, numbers as numbers, and no text run as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

Cell = str | int | Decimal
"""A text, which may come from anybody, or a number of our own."""

_RUNS: Final = re.compile(
    r"""[\t\r\n]                                  # some programs drop these and run what follows
    | [\s"'`´‘’‚“”„«»\u200b-\u200f\u2060\ufeff]*  # spaces, quotation marks, characters that are not seen
      [=+\-@＝＋－＠]""",
    re.VERBOSE,
)
"""A beginning that makes a spreadsheet take a text for a formula, also in full-width characters."""


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]], language: str) -> bytes:
    """A table as bytes: UTF-8 with a byte order mark, lines ended by CR LF, cells quoted where they need it.

    Where `language` is `da` cells are parted by semicolons and numbers have a decimal comma, as a Danish
    spreadsheet expects; otherwise by commas, with a point.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter(language), lineterminator="\r\n")
    writer.writerow(columns)
    sign = "," if language == "da" else "."
    writer.writerows([_written(cell, sign) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def delimiter(language: str) -> str:
    """What parts the cells of a table in a round of that language."""
    return ";" if language == "da" else ","


def inert(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would run it; otherwise as it is."""
    return f"'{text}" if _RUNS.match(text) else text


def as_written(cell: str) -> str:
    """The text that a cell of such a table stands for: without the apostrophe that `inert` put before it."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell[1:]) else cell


def yes_or_no(answer: bool) -> str:  # noqa: FBT001 - it is the value that is told, not a switch
    """The word for an answer in a file, in no language but that of the columns."""
    return "yes" if answer else "no"


def _written(cell: Cell, decimal_sign: str) -> str:
    if isinstance(cell, str):
        return inert(cell)
    return format(cell, "f").replace(".", decimal_sign) if isinstance(cell, Decimal) else str(cell)
