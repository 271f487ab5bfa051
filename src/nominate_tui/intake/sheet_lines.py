"""Makes a document of a sheet: for forms that were filled in cell by cell, a heading and beside it the answer."""

from collections.abc import Iterator, Sequence

from nominate_tui.intake.document import CELL, Document, Row, Sheet


def as_document(sheet: Sheet) -> Document:
    """The rows of a sheet as lines, its cells apart; a last cell of several lines goes on below its row."""
    rows = (Row(sheet.header_place, sheet.header), *sheet.rows)
    lines = [(line, row.place) for row in rows for line in _lines(row.cells)]
    return Document(
        sheet.name,
        sheet.sha256,
        tuple(line for line, _place in lines),
        [place for _line, place in lines],
        wrapped=False,
        notices=sheet.notices,
    )


def _lines(cells: Sequence[str]) -> Iterator[str]:
    filled = [index for index, cell in enumerate(cells) if cell.strip()]
    last = filled[-1] if filled else 0
    first, *below = (line.strip() for line in cells[last].strip().split("\n"))
    yield CELL.join([*(" ".join(cell.split()) for cell in cells[:last]), first]).strip()
    yield from below
    if not below:
        return
    yield ""
