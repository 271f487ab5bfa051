import hashlib
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from intake.readers.xlsx_making import book, cell, cells, read, read_one, rows, sheet, workbook, zipped
from nominate_tui.errors import BadInput
from nominate_tui.intake.document import Row, Sheet
from nominate_tui.intake.readers.xlsx import read_xlsx
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean

STYLED = {
    "date": "dd-mm-yyyy",
    "long date": "d. mmmm yyyy",
    "moment": "dd-mm-yyyy hh:mm",
    "clock": "hh:mm",
    "duration": "[h]:mm",
    "percent": "0%",
    "words": '"dag" 0',
}


def blank() -> tuple[Workbook, Worksheet]:
    """A workbook of openpyxl with one sheet, `Sheet`."""
    made = Workbook()
    assert isinstance(made.active, Worksheet)
    return made, made.active


def saved(workbook: Workbook) -> bytes:
    """The bytes of a workbook."""
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()


def written(*tables: Iterable[Sequence[object]]) -> bytes:
    """A workbook of openpyxl with a sheet for each table: `Ark1`, `Ark2`."""
    made = Workbook(write_only=True)
    for number, table in enumerate(tables, start=1):
        added = made.create_sheet(f"Ark{number}")
        for row in table:
            added.append(row)
    return saved(made)


def told(found: Sheet) -> list[tuple[str, str, str]]:
    """Severity, address and message of what is told."""
    return [(problem.severity, problem.where, problem.message) for problem in found.notices]


def refusal(data: bytes, limits: Limits | None = None) -> tuple[str, str]:
    """The address and the message with which a workbook is refused."""
    with pytest.raises(BadInput) as caught:
        read(data, limits)
    (problem,) = caught.value.problems
    return problem.where, problem.message


def test_the_headings_are_the_first_row_with_text_and_rows_have_their_sheet_and_number() -> None:
    data = written([[], [None, " "], ["Titel", "Svar", None], [], ["En", "to\nlinjer"], ["", None], ["To"]])
    assert read(data) == (
        Sheet(
            "a.xlsx",
            hashlib.sha256(data).hexdigest(),
            ("Titel", "Svar"),
            "Ark1!3",
            (Row("Ark1!5", ("En", "to\nlinjer")), Row("Ark1!7", ("To", ""))),
        ),
    )


def test_each_sheet_with_text_is_a_sheet() -> None:
    data = written([["A"], ["1"]], [], [[None, " "]], [["B"], ["2"]])
    assert [cells(found) for found in read(data)] == [[("A",), ("1",)], [("B",), ("2",)]]
    assert [found.header_place for found in read(data)] == ["Ark1!1", "Ark4!1"]
    assert {found.name for found in read(data)} == {"a.xlsx"}


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (2025, None, "2025"),
        (2025.0, None, "2025"),
        (-3, None, "-3"),
        (1.5, None, "1.5"),
        (0.1 + 0.2, None, "0.3"),
        (4520000099, None, "4520000099"),
        (10**20, None, "1e+20"),
        (0.25, "percent", "0.25"),
        (46348, "words", "46348"),
        (True, None, "TRUE"),
        (False, None, "FALSE"),
        (date(2026, 11, 22), "date", "2026-11-22"),
        (date(2026, 11, 22), "long date", "2026-11-22"),
        (datetime(2026, 11, 22, 10, 30), "moment", "2026-11-22 10:30"),  # noqa: DTZ001 - Excel knows no zones
        (datetime(2026, 11, 22, 10, 30, 15), "moment", "2026-11-22 10:30:15"),  # noqa: DTZ001
        (time(10, 30), "clock", "10:30"),
        (timedelta(hours=36, minutes=15), "duration", "36:15:00"),
        ("2025.0", None, "2025.0"),
        ("=1+1", None, "=1+1"),
    ],
)
def test_values_are_text_as_a_person_reads_them(value: object, style: str | None, text: str) -> None:
    made, first = blank()
    first.append(["Titel"])
    valued = first.cell(2, 1, value)
    if text == "=1+1":
        valued.data_type = "s"
    if style:
        valued.number_format = STYLED[style]
    assert cells(read_one(saved(made))) == [("Titel",), (text,)]


def test_a_workbook_that_counts_its_days_from_1904_has_the_same_dates() -> None:
    made, first = blank()
    made.epoch = CALENDAR_MAC_1904
    first.append(["Dato"])
    first.append([date(2026, 11, 22)])
    assert cells(read_one(saved(made))) == [("Dato",), ("2026-11-22",)]


def test_the_text_of_merged_cells_is_in_the_first() -> None:
    made, first = blank()
    for row in (["A", "B", "C"], ["1", "2", "3"], ["4", "5", "6"]):
        first.append(row)
    first.merge_cells("A2:B3")
    assert cells(read_one(saved(made))) == [("A", "B", "C"), ("1", "", "3"), ("", "", "6")]


def test_text_in_several_styles_is_one_text_and_the_guide_to_its_sound_is_none() -> None:
    strings = (
        '<si><r><t>Klæde</t></r><r><rPr><b/></rPr><t>skabet</t></r><rPh sb="0" eb="1"><t>KLÆ</t></rPh></si>'
    )
    assert cells(read_one(book(sheet(rows('<c r="A1" t="s"><v>0</v></c>')), strings=strings))) == [
        ("Klædeskabet",)
    ]


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("a_x001B_]52;b", "a␛]52;b"),
        ("a&#x9b;b", "a⟨9B⟩b"),
        ("a\u202eb", "a⟨RLO⟩b"),
        ("jose\u0301", "josé"),
        ("&#106;os&#233;", "josé"),
        ("a\r\nb\rc&#10;d_x000D_\ne", "a\nb\nc\nd\ne"),
        ("a_x005F_x001B_b &amp;#27;", "a_x001B_b &#27;"),
        ("\u200b a \u200b", "a"),
    ],
)
def test_text_is_clean_wherever_it_is_kept_and_however_it_is_written(
    xml: str, text: str, shared: bool
) -> None:
    if shared:
        data = book(sheet(rows('<c r="A1" t="s"><v>0</v></c>')), strings=f"<si><t>{xml}</t></si>")
    else:
        data = book(sheet(rows(f'<c r="A1" t="inlineStr"><is><t>{xml}</t></is></c>')))
    assert cells(read_one(data)) == [(text,)]


def test_formulas_count_as_their_stored_value_and_are_told() -> None:
    first = cell("A1", "Titel") + cell("B1", "Svar")
    second = '<c r="A2" t="str"><f>A1&amp;1</f><v>Titel1</v></c><c r="B2"><f>1+1</f><v>2</v></c>'
    found = read_one(book(sheet(rows(first, second))))
    assert cells(found) == [("Titel", "Svar"), ("Titel1", "2")]
    message = "cells are the result of a formula, as it was when the workbook was saved: A2, B2"
    assert told(found) == [("warning", "a.xlsx:Ark1!A2", message)]


def test_a_formula_without_its_result_is_an_error_as_openpyxl_writes_it() -> None:
    found = read_one(written([["Titel", "Svar"], *([f"={number}+1", "x"] for number in range(12))]))
    named = ", ".join(f"A{number}" for number in range(2, 12))
    message = f"cells have a formula without its result: {named} and 2 more"
    assert told(found) == [("error", "a.xlsx:Ark1!A2", message)]


def test_errors_are_read_as_empty_and_told() -> None:
    second = '<c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="e"><f>NA()</f><v>#N/A</v></c>'
    found = read_one(book(sheet(rows(cell("A1", "Titel"), cell("A2", "x") + second + cell("D2", "y")))))
    assert cells(found) == [("Titel", "", "", ""), ("x", "", "", "y")]
    message = "cells with an error are read as empty: B2 (#REF!), C2 (#N/A)"
    assert told(found) == [("warning", "a.xlsx:Ark1!B2", message)]


def test_hidden_sheets_are_left_out_and_told_and_hidden_rows_and_columns_are_read_and_told() -> None:
    made, first = blank()
    first.title = "Svar"
    for row in ([None, "Titel", "Note"], [None, "En", "se"], [], [None, "To", "her"]):
        first.append(row)
    first.row_dimensions[3].hidden = first.row_dimensions[4].hidden = True
    first.column_dimensions["A"].hidden = first.column_dimensions["C"].hidden = True
    first.column_dimensions["D"].hidden = True
    for state in ("hidden", "veryHidden"):
        other = made.create_sheet(state)
        other.append(["Titel"])
        other.sheet_state = state
    found = read_one(saved(made))
    assert [row[-2:] for row in cells(found)] == [("Titel", "Note"), ("En", "se"), ("To", "her")]
    assert told(found) == [
        ("warning", "a.xlsx", "hidden sheets are left out: hidden, veryHidden"),
        ("warning", "a.xlsx:Svar!4", "hidden rows are read too (4)"),
        ("warning", "a.xlsx:Svar!C", "hidden columns are read too (C)"),
    ]


def test_charts_are_passed_over() -> None:
    made, first = blank()
    made.create_chartsheet("Diagram", 0)
    first.append(["Titel"])
    assert [found.header_place for found in read(saved(made))] == ["Sheet!1"]


def test_the_titles_of_sheets_are_clean() -> None:
    parts = workbook(["Æbler & \u202epærer"])
    data = zipped({**parts, "xl/worksheets/sheet1.xml": sheet(rows(cell("A1", "Titel")))})
    assert read_one(data).header_place == "Æbler & ⟨RLO⟩pærer!1"


def test_a_hostile_name_is_clean_in_the_sheet_and_in_problems() -> None:
    (found,) = read_xlsx("a\x1b\n.xlsx", written([["=1+1"]] * 2 + [["x"]]), Limits())
    assert found.name == "a␛ .xlsx"
    assert [problem.where for problem in found.notices] == ["a␛ .xlsx:Ark1!A1"]


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_a_sheet_is_read_with_and_without_prefixes_and_addresses(prefix: str) -> None:
    def cell_of(text: str) -> str:
        return f'<{prefix}c t="inlineStr"><{prefix}is><{prefix}t>{text}</{prefix}t></{prefix}is></{prefix}c>'

    lines = (cell_of("Titel") + cell_of("Svar"), cell_of("En") + cell_of("to"))
    inner = "".join(f"<{prefix}row>{line}</{prefix}row>" for line in lines)
    xml = sheet("").replace("<sheetData></sheetData>", f"<{prefix}sheetData>{inner}</{prefix}sheetData>")
    xml = xml.replace("<worksheet ", f"<{prefix}worksheet ").replace("</w", f"</{prefix}w")
    data = book(xml.replace("xmlns=", "xmlns:x=") if prefix else xml)
    assert cells(read_one(data)) == [("Titel", "Svar"), ("En", "to")]


def test_as_many_rows_as_the_limit_are_read() -> None:
    table = [["Titel"], *([str(number)] for number in range(11))]
    assert len(read(written(table), Limits(rows=11))[0].rows) == 11
    where, message = refusal(written(table), Limits(rows=10))
    assert (where, message) == ("a.xlsx:Ark1!12", "the table has more rows than the limit, which is 10")


def test_a_cell_far_out_is_refused_before_it_fills_the_memory() -> None:
    made, first = blank()
    first["A1"] = "Titel"
    first["XFD1048576"] = "far"
    message = "a table of 1048576 rows and 16384 columns is too large"
    assert refusal(saved(made)) == ("a.xlsx:Sheet!XFD1048576", message)


def test_a_workbook_without_text_is_refused() -> None:
    assert refusal(written([], [[None]])) == ("a.xlsx", "no sheet that is shown has any text")


def test_what_is_no_workbook_is_refused() -> None:
    where, message = refusal(b"Titel;Svar\n")
    assert where == "a.xlsx"
    where, message = refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert message == "this is an Office file of the old kind (.doc, .xls), or one that a password protects"


@pytest.mark.parametrize(
    "xml",
    [
        sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
        sheet('<row r="1"><c r="A1"><v>x</w></c></row>'),
        sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&bad;</t></is></c></row>'),
        "<worksheet>",
        "",
    ],
)
def test_a_broken_sheet_is_refused(xml: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(book(xml))
    (problem,) = caught.value.problems
    assert problem.where.partition(":")[0] == "a.xlsx"


TEXTS = st.text(st.sampled_from("abæø ,_x001B&#<>\n\t\"'=-”é\u202e"), max_size=10)


@settings(deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), max_size=5))
def test_what_openpyxl_writes_is_read_again(table: list[list[str]]) -> None:
    data = io.BytesIO()
    made, first = blank()
    first.append(["Spørgsmål"] * 4)
    for number, row in enumerate(table, start=2):
        for place, text in enumerate(row, start=1):
            first.cell(number, place, text).data_type = "s"
    made.save(data)
    padded = [row + [""] * (4 - len(row)) for row in table]
    # Excel's escapes: openpyxl does not write them for a text that looks like one.
    kept = [tuple(clean(text.replace("_x001B_", "\x1b")).strip() for text in row) for row in padded]
    assert cells(read_one(data.getvalue())) == [("Spørgsmål",) * 4, *filter(any, kept)]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("s01-laughs.xlsx", "the file declares a document type (DTD), which no Office program writes"),
        ("s02-merge-bomb.xlsx", "17179836416 cells are merged into one"),
        ("s03-far-cell.xlsx", "a table of 1048576 rows and 16384 columns is too large"),
        ("s05-bomb.xlsx", "the file would unpack to more than 20 MB"),
    ],
)
def test_hostile_workbooks_are_refused(shared: Path, name: str, message: str) -> None:
    data = (shared / "cases" / "hostile" / "nominations" / name).read_bytes()
    assert refusal(data)[1] == message


@pytest.mark.shared
def test_hostile_workbooks_that_can_be_read_are_told_of(shared: Path) -> None:
    folder = shared / "cases" / "hostile" / "nominations"
    header = ("Title", "Nominee", "Category", "Statement")
    found = read_one((folder / "s04-formula-cells.xlsx").read_bytes())
    assert cells(found) == [header, ("cached", "A B", "X", "")]
    assert [(severity, where) for severity, where, _message in told(found)] == [
        ("warning", "a.xlsx:Form!A2"),
        ("error", "a.xlsx:Form!D2"),
    ]
    found = read_one((folder / "s06-types.xlsx").read_bytes())
    assert cells(found) == [header, ("2025", "A B", "TRUE", "")]
    message = "cells with an error are read as empty: D2 (#REF!)"
    assert told(found) == [("warning", "a.xlsx:Form!D2", message)]
