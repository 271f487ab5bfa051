from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.readers.xlsx_making import cell, rows, sheet
from nominate_tui.errors import BadInput
from nominate_tui.intake.readers.xlsx_guard import Seen, has_plain_texts, letters_of, look
from nominate_tui.model.limits import Limits

ORDINARY = sheet(rows(cell("A1", "Titel"), cell("A2", "Klædeskabet – “på øen”")))


def seen(xml: str, limits: Limits | None = None) -> Seen:
    """What is seen in a sheet."""
    return look(xml.encode(), "a.xlsx:Ark1", limits or Limits())


def refusal(xml: str | bytes, limits: Limits | None = None) -> tuple[str, str]:
    """The address and the message with which a sheet is refused."""
    data = xml if isinstance(xml, bytes) else xml.encode()
    with pytest.raises(BadInput) as caught:
        look(data, "a.xlsx:Ark1", limits or Limits())
    (problem,) = caught.value.problems
    return problem.where, problem.message


def test_in_an_ordinary_sheet_nothing_is_seen() -> None:
    assert seen(ORDINARY) == Seen(plain=True, hidden_columns=[])


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("XFD1048576", "a table of 1048576 rows and 16384 columns is too large"),
        ("A5000001", "a table of 5000001 rows and 1 columns is too large"),
        ("AA200000", "a table of 200000 rows and 27 columns is too large"),
        ("A99999999999", "a table of 999999999 rows and 1 columns is too large"),
    ],
)
@pytest.mark.parametrize(
    "written",
    [
        '<row r="1">{cell}</row>',
        "<row r='1'><c s='1'\n r = '{place}' t='n'><v>1</v></c></row>",
        '<x:row r="1"><x:c r="{place}"><x:v>1</x:v></x:c></x:row>',
        '<row r="1"><c r="A1"/></row><row r="1">{cell}</row><row r="2"><c r="A2"><v>1</v></c></row>',
    ],
)
def test_a_cell_far_out_is_refused_however_its_address_is_written(
    place: str, message: str, written: str
) -> None:
    xml = sheet(written.format(cell=cell(place, "far"), place=place))
    where, told = refusal(xml)
    assert (where.partition("!")[0], told) == ("a.xlsx:Ark1", message)


def test_the_farthest_row_and_the_farthest_column_count_together() -> None:
    far = '<row r="100000"><c r="A100000"><v>1</v></c></row><row r="1"><c r="ZZ1"><v>1</v></c></row>'
    assert refusal(sheet(far)) == (
        "a.xlsx:Ark1!ZZ100000",
        "a table of 100000 rows and 702 columns is too large",
    )


def test_a_row_with_a_huge_number_is_refused_where_its_cells_have_none() -> None:
    xml = sheet('<row r="18446744073709551615"><c r="A2"><v>1</v></c><c><v>1</v></c></row>')
    assert refusal(xml) == ("a.xlsx:Ark1!B184467440", "a table of 184467440 rows and 2 columns is too large")


@pytest.mark.parametrize("column", ["XFE", "AAAAAAAAA"])
def test_a_column_that_no_sheet_has_is_refused(column: str) -> None:
    where, message = refusal(sheet(rows(cell(f"{column}1", "far"))), Limits(rows=10**6))
    assert where == "a.xlsx:Ark1"
    assert message in (
        "a cell stands in column 16385, and a sheet has 16384",
        "a cell stands in column 18279, and a sheet has 16384",
    )


def test_cells_without_text_may_be_anywhere() -> None:
    far = '<row r="1048576" spans="1:3"><c r="XFD1048576" s="3"/></row>'
    assert seen(sheet(far)) == Seen(plain=True, hidden_columns=[])


def test_the_limit_is_the_rounds() -> None:
    xml = sheet('<row r="200000"><c r="A200000"><v>1</v></c></row>')
    assert seen(xml).plain
    assert refusal(xml, Limits(rows=1000))[1] == "a table of 200000 rows and 1 columns is too large"


def test_a_merge_of_very_many_cells_is_refused_and_another_is_not() -> None:
    def merged(cells: str) -> str:
        return sheet("", behind=f'<mergeCells count="1"><mergeCell ref="{cells}"/></mergeCells>')

    assert refusal(merged("A3:XFD1048576")) == ("a.xlsx:Ark1!A3", "17179836416 cells are merged into one")
    assert refusal(merged("B1:B100001")) == ("a.xlsx:Ark1!B1", "100001 cells are merged into one")
    assert seen(merged("B1:B100000")).plain
    assert seen(merged("A1:XFD1")).plain


def test_formulas_are_seen_with_and_without_their_result() -> None:
    written = (
        '<c r="A1"><f>1+1</f><v>2</v></c>'
        '<c r="B1" t="str"><f>IF(A1&lt;3,"")</f><v></v></c>'
        '<c r="C1"><f t="shared" si="0"/><v>3</v></c>'
        '<c r="D1" s="1">\n <f ca="1">NOW()</f>\n <v>46348</v></c>'
        '<c r="E1" t="str"><f>"a"</f><v xml:space="preserve"> a</v></c>',
        '<c r="A2"><f>1+1</f></c><c r="B2"><f>1+1</f><v></v></c><c r="C2"><f>1+1</f><v/></c><c r="D2"><f/></c>',
    )
    found = seen(sheet(rows(*written)))
    assert found.formulas == ["A1", "B1", "C1", "D1", "E1"]
    assert found.unstored == ["A2", "B2", "C2", "D2"]


def test_what_only_begins_like_a_formula_is_none() -> None:
    found = seen(sheet(rows(cell("A1", "<f>1</f>")), behind="<firstHeader>x</firstHeader><c><foo/></c>"))
    assert found.formulas == found.unstored == []


def test_errors_are_seen_whether_a_formula_gave_them_or_not() -> None:
    written = '<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><f>NA()</f><v>#N/A</v></c><c r="C1" t="e"></c>'
    found = seen(sheet(rows(written)))
    assert found.errors == ["A1 (#REF!)", "B1 (#N/A)", "C1 (#)"]
    assert found.formulas == found.unstored == []


def test_an_error_that_the_library_stumbles_over_is_refused_with_its_cell() -> None:
    xml = sheet(rows('<c r="A1"><v>1</v></c>', '<c r="A2" t="e"><v>Err:508\x9b</v></c>'))
    assert refusal(xml) == ("a.xlsx:Ark1!A2", 'the cell has an error that is not known: "Err:508⟨9B⟩"')


def test_hidden_rows_and_columns_are_seen() -> None:
    columns = '<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" hidden="0"/></cols>'
    data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="1"/><row hidden="true"><c><v>1</v></c></row>'
    found = seen(sheet(data, before=columns))
    assert found.hidden_columns == [(2, 3)]
    assert found.hidden_rows == [3, 4]


def test_cells_without_addresses_follow_one_another() -> None:
    data = '<row><c t="e"><v>#N/A</v></c><c r="E1"/><c t="e"><v>#N/A</v></c></row><row r="7"><c><f>1</f></c></row>'
    found = seen(sheet(data))
    assert found.errors == ["A1 (#N/A)", "F1 (#N/A)"]
    assert found.unstored == ["A7"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_sheet_in_another_encoding_is_refused(encoding: str) -> None:
    assert refusal(ORDINARY.encode(encoding)) == ("a.xlsx:Ark1", "the sheet is not written in UTF-8")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Klædeskabet – “på øen”, nr. 1 & #2 a_b", True),
        ("line\r\nline", True),
        ("&#27;", False),
        ("&#x1b;", False),
        ("a_x001B_b", False),
        ("a_x00e6_b", False),
        ("\u202e", False),
        ("e\u0301", False),
        ("\x9b", False),
        ("a_xyz_b # c", True),
    ],
)
def test_a_text_is_plain_where_no_sign_in_it_stands_for_another(text: str, plain: bool) -> None:
    assert has_plain_texts(f"<t>{text}</t>".encode()) is plain


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    assert [letters_of(number) for number in (1, 26, 27, 52, 53, 702, 703, 16_384)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
        "XFD",
    ]


@given(st.text(st.sampled_from('<>/cfvr owt="e1A #!:?-'), max_size=60))
def test_no_xml_does_anything_but_be_looked_at_or_refused(inside: str) -> None:
    with suppress(BadInput):
        assert seen(sheet(inside)).hidden_columns == []


# In more than linear time these take many minutes.


@pytest.mark.parametrize("piece", ["<c ", '<c r="A1" ', "<row", "<col ", "r='", "mergeCell ", "<mergeCell "])
def test_xml_that_repeats_one_beginning_is_looked_at_to_its_end(piece: str) -> None:
    many = piece * (2_000_000 // len(piece))
    for xml in (sheet(many), sheet("", before=many), sheet("", behind=many)):
        assert seen(xml) == Seen(plain=True, hidden_columns=[])


@pytest.mark.parametrize("piece", ["<c><f", '<c t="e"><f>'])
def test_of_xml_that_repeats_one_formula_every_cell_is_counted(piece: str) -> None:
    count = 2_000_000 // len(piece)
    message = f"a cell stands in column {count}, and a sheet has 16384"
    assert refusal(sheet(piece * count)) == ("a.xlsx:Ark1", message)
