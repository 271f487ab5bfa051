"""Finds tables of figures among the lines of a document: a row of years, and below it lines that the form knows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from nominate_tui.intake.amounts import AMOUNT, EMPTY, amounts_in, read_amount
from nominate_tui.intake.document import CELL
from nominate_tui.intake.form import TableQuestion, heading_key
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.model.figures import Amount, Figures

_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")

_LEAST: Final = 2
"""How many years a row has at least; one alone may stand anywhere."""

_LONGEST: Final = 500
"""How many characters a line of a table has at most."""

_FAR: Final = 8
"""How many lines a row may take up, with its wrapped label and the blank lines of a page break."""

_SOON: Final = 3
"""How many lines behind a table are looked at for what may belong to it."""

_BELOW: Final = 2
"""How many blank lines may stand between a label and its amounts."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a section that its reader should look at."""

    index: int
    """The index of its line among the lines that were looked through."""
    message: str
    todo: str


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables among some lines."""

    figures: Mapping[str, Figures] = field(default_factory=dict)
    """By the id of the table in the form."""
    lines: frozenset[int] = frozenset()
    """The indices of the lines that the tables take up."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a table as it was found."""

    label: str
    end: int
    """The index behind its last line."""
    cells: tuple[str, ...]
    placed: bool
    """Whether it is known which column each cell belongs to."""


def find_tables(lines: Sequence[str], questions: Sequence[TableQuestion]) -> Tables:
    """Every table of a form among these lines; of two tables for one question the first."""
    figures: dict[str, Figures] = {}
    taken: set[int] = set()
    doubts: list[Doubt] = []
    for found, where, told in _tables(lines, questions) if questions else ():
        if figures.keys() & found.keys():
            message = _("here is another table of figures, and a nomination has one of each kind")
            doubts.append(Doubt(where.start, message, _("it was left in the text; see which of them holds")))
            continue
        figures |= found
        taken |= set(where)
        doubts += told
    return Tables(figures, frozenset(taken), tuple(doubts))


def _tables(
    lines: Sequence[str], questions: Sequence[TableQuestion]
) -> Iterator[tuple[dict[str, Figures], range, list[Doubt]]]:
    index = 0
    while index < len(lines):
        header = _header(lines, index, questions)
        rows = dict(_rows(lines, index + 1, header[2])) if header else {}
        if header is None or not rows:
            if header and header[2] is not questions:
                yield {}, range(0), [_not_a_table(index)]
            index += 1
            continue
        start, years, asked = header
        doubts: list[Doubt] = []
        found = {one.own_id: _figures(one, years, rows, doubts) for one in asked}
        end = max(row.end for row in rows.values())
        doubts += _left_over(lines, end, asked)
        yield {id: figures for id, figures in found.items() if figures.rows}, range(start, end), doubts
        index = end


def _header(
    lines: Sequence[str], index: int, questions: Sequence[TableQuestion]
) -> tuple[int, tuple[str, ...], Sequence[TableQuestion]] | None:
    """The first line of a table that has its years on a line, the years, and what it may be a table of."""
    head, years = _years_behind(lines[index])
    if len(years) < _LEAST:
        return None
    if head:
        asked = _headed(questions, head)
        return (index, years, asked) if asked else None
    above = _headed(questions, heading_key(lines[index - 1])) if index else ()
    return (index - 1, years, above) if above else (index, years, questions)


def _years_behind(line: str) -> tuple[str, tuple[str, ...]]:
    """What stands before the years that a line ends with, as headings are compared, and the years."""
    words = line.split() if len(line) <= _LONGEST else []
    start = len(words)
    while start and _YEAR.fullmatch(words[start - 1]):
        start -= 1
    return heading_key(" ".join(words[:start])), tuple(words[start:])


def _headed(questions: Sequence[TableQuestion], head: str) -> Sequence[TableQuestion]:
    return [one for one in questions if head in map(heading_key, one.headings)]


def _rows(lines: Sequence[str], index: int, asked: Sequence[TableQuestion]) -> Iterator[tuple[int, _Row]]:
    """The rows from a line on, by the index of their line, until a line is none."""
    labels = [label for one in asked for line in one.lines for label in line.labels]
    while index < len(lines):
        if not lines[index]:
            index += 1
            continue
        row = _in_cells(lines[index], index, labels) or _in_text(lines, index, labels)
        if row is None:
            return
        yield index, row
        index = row.end


def _in_cells(line: str, index: int, labels: Sequence[str]) -> _Row | None:
    label, *cells = (cell.strip() for cell in line.split(CELL))
    if not cells or heading_key(label) not in map(heading_key, labels):
        return None
    return _Row(label, index + 1, tuple(cells), placed=True)


def _in_text(lines: Sequence[str], index: int, labels: Sequence[str]) -> _Row | None:
    """The row whose label, perhaps wrapped, begins on a line; of several labels the longest."""
    if len(lines[index]) > _LONGEST:
        return None
    text = "\n".join(lines[index : index + _FAR])
    for label in sorted(labels, key=len, reverse=True):
        if found := _row_pattern(label).match(text):
            cells = amounts_in(found["same"] or found["below"] or "")
            return _Row(label, index + found[0].rstrip("\n").count("\n") + 1, cells, placed=False)
    return None


@cache
def _row_pattern(label: str) -> re.Pattern[str]:
    name = r"\s+".join(map(re.escape, heading_key(label).split()))
    amounts = rf"{AMOUNT}(?:[ \t]+{AMOUNT})*"
    same, below = rf"[ \t]+(?P<same>{amounts})", rf"(?:[ \t]*\n){{1,{_BELOW + 1}}}(?P<below>{amounts})"
    return re.compile(rf"\W?{name}[?:.]*(?:{same}|{below})?[ \t]*(?:\n|\Z)", re.IGNORECASE)


def _figures(
    question: TableQuestion, years: tuple[str, ...], rows: Mapping[int, _Row], doubts: list[Doubt]
) -> Figures:
    known = {heading_key(label): line.labels[0] for line in question.lines for label in line.labels}
    found: dict[str, tuple[Amount | None, ...]] = {}
    for index, row in rows.items():
        name = known.get(heading_key(row.label), "")
        if name in found:
            message = _("the line “{label}” is there twice; this one was left out: {amounts}")
            told = message.format(label=name, amounts="  ".join(row.cells))
            doubts.append(
                Doubt(index, told, _("see which of them holds, and give the other a name of its own"))
            )
        elif name:
            found[name] = _amounts(index, row, years, doubts)
    return Figures(question.unit, years, found)


def _not_a_table(index: int) -> Doubt:
    message = _("a table of figures seems to begin here, but none of its lines is understood")
    return Doubt(
        index, message, _("it was left in the text; see whether the form has the names of its lines")
    )


def _left_over(lines: Sequence[str], end: int, asked: Sequence[TableQuestion]) -> Iterator[Doubt]:
    """Lines soon behind a table that begin as one of its own, with figures, and were not understood."""
    labels = tuple(heading_key(label) for one in asked for line in one.lines for label in line.labels)
    behind = [index for index in range(end, min(end + _FAR, len(lines))) if lines[index]]
    for index in behind[:_SOON]:
        line = lines[index][:_LONGEST]
        if len(_years_behind(line)[1]) >= _LEAST:
            return  # another table begins
        if heading_key(line).startswith(labels) and any(map(str.isdigit, line)):
            message = _("this line looks as if it belonged to the table of figures above: “{line}”")
            todo = _("it was left in the text; see what in it, or in the line before, the form does not know")
            yield Doubt(index, message.format(line=line.replace(CELL, "  ")[:80]), todo)


def _amounts(index: int, row: _Row, years: tuple[str, ...], doubts: list[Doubt]) -> tuple[Amount | None, ...]:
    cells = row.cells
    if len(cells) > len(years) or (cells and not row.placed and len(cells) < len(years)):
        doubts.append(_wrong_count(index, row, len(years)))
    cells = (*cells, *[""] * len(years))[: len(years)]
    amounts = tuple(None if cell in EMPTY else read_amount(cell) for cell in cells)
    for cell, amount in zip(cells, amounts, strict=True):
        if cell not in EMPTY and amount is None:
            message = _("“{cell}” is not understood as an amount").format(cell=cell)
            doubts.append(Doubt(index, message, _("the cell is empty in the round; see what is meant")))
    return amounts


def _wrong_count(index: int, row: _Row, years: int) -> Doubt:
    message = ngettext(
        "the line “{label}” has {count} amount for {years} years: {amounts}",
        "the line “{label}” has {count} amounts for {years} years: {amounts}",
        len(row.cells),
    ).format(label=row.label, count=len(row.cells), years=years, amounts="  ".join(row.cells))
    return Doubt(index, message, _("they were taken for the first years; see whether that is right"))
