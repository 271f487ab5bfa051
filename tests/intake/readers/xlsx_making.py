"""Writes workbooks by hand, for what no writer of workbooks would write."""

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from nominate_tui.intake.document import Sheet
from nominate_tui.intake.readers.xlsx import read_xlsx
from nominate_tui.model.limits import Limits

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

CONTENT = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def cell(place: str, text: str) -> str:
    """A cell with a text of its own."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def rows(*written: str) -> str:
    """The cells of a sheet, by its rows from the first."""
    return "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(written, start=1))


def sheet(data: str, *, before: str = "", behind: str = "") -> str:
    """The XML of a worksheet with these rows, and what stands above and below them."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{data}</sheetData>{behind}</worksheet>'


def workbook(
    titles: Sequence[str], *, kind: str = "worksheet", folder: str = "worksheets/"
) -> dict[str, str]:
    """The parts that list sheets of these names; the first has its cells in `sheet1.xml`."""
    listed = "".join(
        f'<sheet name="{escape(title)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, title in enumerate(titles, start=1)
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{folder}sheet{number}.xml"/>'
        for number in range(1, len(titles) + 1)
    )
    return {
        "[Content_Types].xml": CONTENT,
        "_rels/.rels": RELATIONS,
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
    }


def zipped(parts: dict[str, str] | dict[str, bytes]) -> bytes:
    """A ZIP file with these parts."""
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return data.getvalue()


def book(xml: str, *, strings: str = "") -> bytes:
    """A workbook with one sheet, `Ark1`, and texts that its cells share (`<si>…</si>`)."""
    parts = {**workbook(["Ark1"]), "xl/worksheets/sheet1.xml": xml}
    if strings:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    return zipped(parts)


def read(data: bytes, limits: Limits | None = None) -> tuple[Sheet, ...]:
    """The sheets of a workbook."""
    return read_xlsx("a.xlsx", data, limits or Limits())


def read_one(data: bytes) -> Sheet:
    """The only sheet of a workbook."""
    (only,) = read(data)
    return only


def cells(found: Sheet) -> list[tuple[str, ...]]:
    """The headings and the rows of a sheet."""
    return [found.header, *(row.cells for row in found.rows)]
