import pytest

from intake.readers.xlsx_making import MAIN, OFFICE, PACKAGE, cell, rows, sheet, workbook, zipped
from nominate_tui.errors import BadInput
from nominate_tui.intake.readers.unzip import Packed, packed
from nominate_tui.intake.readers.xlsx_guard import Seen
from nominate_tui.intake.readers.xlsx_parts import Listed, look_at, sheets_of
from nominate_tui.model.limits import Limits

CELLS = sheet(rows(cell("A1", "Titel")))
STRANGE = sheet(rows(cell("A1", "Tit\u202eel")))


def opened(parts: dict[str, str] | dict[str, bytes]) -> Packed:
    """The ZIP file with these parts."""
    return packed(zipped(parts), "a.xlsx", Limits())


def refusal(parts: dict[str, str]) -> tuple[str, str]:
    """The address and the message with which the parts of a workbook are refused."""
    file = opened(parts)
    with pytest.raises(BadInput) as caught:
        look_at(file, sheets_of(file), Limits())
    (problem,) = caught.value.problems
    return problem.where, problem.message


def test_sheets_are_listed_in_the_order_of_the_workbook_with_their_parts() -> None:
    assert sheets_of(opened(workbook(["Ark1", "Æbler & pærer\x85"]))) == (
        Listed("Ark1", hidden=False, part="xl/worksheets/sheet1.xml"),
        Listed("Æbler & pærer⟨85⟩", hidden=False, part="xl/worksheets/sheet2.xml"),
    )


@pytest.mark.parametrize("folder", ["/xl/worksheets/", "../xl/worksheets/", "./worksheets/"])
def test_the_address_of_a_part_may_be_written_in_several_ways(folder: str) -> None:
    (listed,) = sheets_of(opened(workbook(["Ark1"], folder=folder)))
    assert listed.part == "xl/worksheets/sheet1.xml"


def test_sheets_that_are_no_worksheets_have_no_part() -> None:
    assert sheets_of(opened(workbook(["Diagram"], kind="chartsheet"))) == (Listed("Diagram", False, ""),)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_known(state: str) -> None:
    parts = workbook(["Ark1"])
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(" sheetId", f' state="{state}" sheetId')
    assert [listed.hidden for listed in sheets_of(opened(parts))] == [True]


def test_both_namespaces_of_the_format_are_read() -> None:
    strict = "http://purl.oclc.org/ooxml"
    parts = {
        name: text.replace(MAIN, f"{strict}/spreadsheetml/main").replace(
            OFFICE, f"{strict}/officeDocument/relationships"
        )
        for name, text in workbook(["Ark1"]).items()
    }
    assert sheets_of(opened(parts)) == (Listed("Ark1", False, "xl/worksheets/sheet1.xml"),)


@pytest.mark.parametrize(
    "parts",
    [
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"},
        {"xl/workbook.bin": "", "xl/_rels/workbook.bin.rels": "<a/>"},
        {"word/document.xml": "<a/>"},
    ],
)
def test_other_files_that_are_zipped_are_no_workbooks(parts: dict[str, str]) -> None:
    with pytest.raises(BadInput) as caught:
        sheets_of(opened(parts))
    (problem,) = caught.value.problems
    assert (problem.where, problem.todo) == ("a.xlsx", "save it as .xlsx")


def test_each_visible_sheet_is_looked_at() -> None:
    file = opened(
        {
            **workbook(["Ark1", "Ark2"]),
            "xl/worksheets/sheet1.xml": CELLS,
            "xl/worksheets/sheet2.xml": STRANGE,
            "xl/worksheets/sheet3.xml": CELLS,
        }
    )
    assert look_at(file, sheets_of(file), Limits()) == (
        {
            "xl/worksheets/sheet1.xml": Seen(plain=True, hidden_columns=[]),
            "xl/worksheets/sheet2.xml": Seen(plain=False, hidden_columns=[]),
        },
        True,
    )


@pytest.mark.parametrize("name", ["xl/sharedStrings.xml", "xl/SharedStrings.xml"])
def test_shared_texts_are_looked_at_too(name: str) -> None:
    strings = f'<sst xmlns="{MAIN}"><si><t>a_x001B_b</t></si></sst>'
    file = opened({**workbook(["Ark1"]), "xl/worksheets/sheet1.xml": CELLS, name: strings})
    _seen, plain = look_at(file, sheets_of(file), Limits())
    assert not plain


@pytest.mark.parametrize(
    "name", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml"]
)
def test_a_document_type_in_any_part_is_refused(name: str) -> None:
    parts = {**workbook(["Ark1"]), "xl/worksheets/sheet1.xml": CELLS}
    parts[name] = '<!DOCTYPE a [<!ENTITY l "lol">]><a>&l;</a>'
    message = "the file declares a document type (DTD), which no Office program writes"
    assert refusal(parts) == (f"a.xlsx:{name}", message)


def test_a_sheet_whose_cells_are_missing_is_refused() -> None:
    assert refusal(workbook(["Ark1"])) == ("a.xlsx", "the cells of the sheet Ark1 are not in the file")


def test_a_sheet_that_passes_a_limit_is_refused_by_its_name() -> None:
    far = {
        **workbook(["Skema 1"]),
        "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A9999999"><v>1</v></c></row>'),
    }
    assert refusal(far) == ("a.xlsx:Skema 1!A9999999", "a table of 9999999 rows and 1 columns is too large")


def test_a_sheet_without_a_relation_is_none_that_can_be_read() -> None:
    parts = workbook(["Ark1"])
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships"/>'
    assert sheets_of(opened(parts)) == (Listed("Ark1", False, ""),)
