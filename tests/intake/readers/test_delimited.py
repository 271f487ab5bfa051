import csv
import hashlib
import io
from contextlib import suppress
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import BadInput
from nominate_tui.intake.document import Row, Sheet
from nominate_tui.intake.readers.delimited import read_delimited
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean


def read(text: str | bytes, limits: Limits | None = None) -> Sheet:
    """The sheet in a text, which is UTF-8 where it is not bytes."""
    data = text if isinstance(text, bytes) else text.encode()
    (sheet,) = read_delimited("a.csv", data, limits or Limits())
    return sheet


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    """The headings and the rows of a sheet."""
    return [sheet.header, *(row.cells for row in sheet.rows)]


def refusal(text: str | bytes, limits: Limits | None = None) -> tuple[str, str]:
    """The address and the message with which a text is refused."""
    with pytest.raises(BadInput) as caught:
        read(text, limits)
    (problem,) = caught.value.problems
    return problem.where, problem.message


def told(sheet: Sheet) -> list[tuple[str, str]]:
    """The address and the message of each warning."""
    assert {problem.severity for problem in sheet.notices} <= {"warning"}
    return [(problem.where, problem.message) for problem in sheet.notices]


OPEN = "a quotation mark opens a cell on this line, and is not closed as it must be"


def test_the_headings_are_the_first_row_and_each_record_has_the_line_it_begins_on() -> None:
    text = 'Titel,Svar\nEn,"to\nlinjer"\nTo,en\n'
    assert read(text) == Sheet(
        "a.csv",
        hashlib.sha256(text.encode()).hexdigest(),
        ("Titel", "Svar"),
        1,
        (Row(2, ("En", "to\nlinjer")), Row(4, ("To", "en"))),
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_every_end_of_line_is_found_out(delimiter: str, end: str) -> None:
    text = end.join(delimiter.join(row) for row in (["Titel", "År", "Svar"], ["En", "2025", '"1\n2"']))
    assert cells(read(text)) == [("Titel", "År", "Svar"), ("En", "2025", "1\n2")]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("Navn;Beløb, kr.\nA;1,5\nB;2,5\n", ("Navn", "Beløb, kr.")),
        ("Navn,Beløb; kr.,Svar\nA,1,x\n", ("Navn", "Beløb; kr.", "Svar")),
        ('"Navn, adresse";Svar\n"A, B";x\n"C, D";y\n', ("Navn, adresse", "Svar")),
        ("Titel, kort;Svar\nA;x, y, z\nB;w\n", ("Titel, kort", "Svar")),
        ("Titel\tSvar, langt; eller kort\nA\tx, y; z\n", ("Titel", "Svar, langt; eller kort")),
        ("Kun én\nMen, se; her\n", ("Kun én",)),
    ],
)
def test_the_delimiter_is_the_one_that_gives_all_rows_as_many_cells(
    text: str, header: tuple[str, ...]
) -> None:
    assert read(text).header == header


def test_the_line_that_tells_excel_the_delimiter_is_obeyed_and_counted() -> None:
    sheet = read("sep=;\r\nTitel, kort;Svar, langt\r\nA, b;c, d\r\n")
    assert cells(sheet) == [("Titel, kort", "Svar, langt"), ("A, b", "c, d")]
    assert (sheet.header_place, sheet.rows[0].place) == (2, 3)
    assert cells(read('"sep=|"\nTitel|Svar\n')) == [("Titel", "Svar")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found_out_without_a_word(encoding: str) -> None:
    sheet = read("Titel;Svar\r\nKlædeskabet på øen;“citat”\r\n".encode(encoding))
    assert cells(sheet) == [("Titel", "Svar"), ("Klædeskabet på øen", "“citat”")]
    assert sheet.notices == ()


def test_a_guessed_encoding_is_told() -> None:
    sheet = read("Titel;Svar\r\nKlædeskabet;på øen\r\n".encode("cp1252"))
    assert cells(sheet) == [("Titel", "Svar"), ("Klædeskabet", "på øen")]
    assert [where for where, _message in told(sheet)] == ["a.csv"]


def test_rows_of_the_wrong_length_are_told_by_their_lines_and_the_others_are_read() -> None:
    sheet = read("A,B,C\n1,2\n1,2,3,4,5\n1,2,3\n\n1\n1,2,3,4\n")
    assert sheet.rows == (Row(2, ("1", "2", "")), Row(4, ("1", "2", "3")), Row(6, ("1", "", "")))
    assert told(sheet) == [
        ("a.csv:2", "rows with fewer cells than the 3 headings were filled up (lines: 2, 6)"),
        ("a.csv:3", "rows with more cells than the 3 headings were left out (lines: 3, 7)"),
    ]


def test_empty_cells_beyond_the_headings_are_none_too_many() -> None:
    sheet = read("A,B,,\n1,2,,\n1,2\n1,2,,,,\n")
    assert cells(sheet) == [("A", "B"), ("1", "2"), ("1", "2"), ("1", "2")]
    assert sheet.notices == ()


def test_a_column_without_a_heading_is_kept_where_it_has_text() -> None:
    assert cells(read("A,,B,\n1,2,3,4\n")) == [("A", "", "B", ""), ("1", "2", "3", "4")]


def test_blank_rows_go_also_above_the_headings() -> None:
    sheet = read("\n;;\n  \nTitel;Svar;\n\n;;\nA;b;\n")
    assert (sheet.header_place, sheet.header) == (4, ("Titel", "Svar"))
    assert sheet.rows == (Row(7, ("A", "b")),)


def test_headings_alone_are_a_sheet_without_rows() -> None:
    assert cells(read("Titel;Svar")) == [("Titel", "Svar")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('A,B\n"open,1\nx,2\n', 2),
        ('A,B\nx,"open\ny,2\n', 2),
        ('A,B\n"x\ny","open\nz,2\n', 3),
        ('A,B\n1,2\n"closed" too soon,1\n', 3),
        ('A,B\n"open,1\nx,"y"\n', 2),
        ('A,B\n1,2\n\n"', 4),
        ('A,B\r\n"1\r\n2",3\r\nx,"open\r\n', 4),
        ('sep=,\nA,B\n"open\n', 3),
        ('A,B\n1, "open\n', 2),
        ('"A,B\n1,2\n', 1),
        ('A,B\n"1 ""2"", 3",4\n"5 ""6,7\n8,9\n', 3),
    ],
)
def test_an_open_quotation_mark_swallows_nothing_and_is_told_by_its_line(text: str, line: int) -> None:
    assert refusal(text) == (f"a.csv:{line}", OPEN)


def test_quotation_marks_inside_a_cell_stay() -> None:
    text = 'Titel,Svar\nDen "gode" sag,5" rør\n"Den ""gode"" sag","",\n'
    assert cells(read(text)) == [("Titel", "Svar"), ('Den "gode" sag', '5" rør'), ('Den "gode" sag', "")]


def test_a_quotation_mark_after_a_space_opens_a_cell() -> None:
    assert cells(read('A, B\n"1, 2", "3, 4"\n')) == [("A", "B"), ("1, 2", "3, 4")]


def test_a_cell_may_be_as_long_as_the_document() -> None:
    long = "ord " * 100_000
    assert cells(read(f'A,B\n"{long}x",2\n')) == [("A", "B"), (f"{long}x", "2")]


def test_text_is_clean_and_its_signs_never_become_delimiters() -> None:
    # U+037E, the Greek question mark, is a semicolon in normal form.
    sheet = read("Titel;Svar\n\x1b]52;a\u037eb\u202e\u2028c\n")
    assert cells(sheet) == [("Titel", "Svar"), ("␛]52", "a;b⟨RLO⟩\nc")]
    assert cells(read("A,B\njose\u0301,\u200b \u200b\n1,2\n")) == [("A", "B"), ("josé", ""), ("1", "2")]


def test_as_many_rows_as_the_limit_are_read() -> None:
    assert len(read("A,B\n" + "1,2\n" * 3, Limits(rows=3)).rows) == 3
    where, message = refusal("A,B\n" + "1,2\n" * 4, Limits(rows=3))
    assert (where, message) == ("a.csv:5", "the table has more rows than the limit, which is 3")


def test_very_many_headings_over_very_many_rows_are_refused_before_they_fill_the_memory() -> None:
    text = ",".join(["A"] * 100_000) + "\n" + "1\n" * 10_000
    assert refusal(text) == ("a.csv", "a table of 10001 rows and 100000 columns is too large")


@pytest.mark.parametrize("text", ["", "\n\n", ";;\n;;\n", " \n\t\n", '""\n'])
def test_a_text_without_a_word_is_refused(text: str) -> None:
    assert refusal(text) == ("a.csv", "the document is empty")


def test_a_document_over_the_limit_and_one_that_is_no_text_are_refused() -> None:
    where, message = refusal(b"a" * 1_000_001, Limits(document_mb=1))
    assert (where, message) == ("a.csv", "the document has 2 MB, and at most 1 MB are read")
    where, message = refusal(b"PK\x03\x04" + bytes(100))
    assert where == "a.csv"


def test_a_hostile_name_is_clean_in_the_sheet_and_in_problems() -> None:
    (sheet,) = read_delimited("a\x1b\n.csv", b"A,B\n1\n", Limits())
    assert sheet.name == "a␛ .csv"
    assert [problem.where for problem in sheet.notices] == ["a␛ .csv:2"]


WORDS = st.text(st.sampled_from("abæø ,;|\t\n\"'=-”"), max_size=8)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(TABLES, st.sampled_from(",;\t|"), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_what_a_writer_of_csv_writes_is_read_again(
    table: list[list[str]], delimiter: str, quoting: Literal[0, 1]
) -> None:
    width = len(table[0])
    header = [f"Spørgsmål {number}" for number in range(width)]
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=quoting).writerows([header, *table])
    says = f"sep={delimiter}\n"  # so few short words may fit another delimiter as well
    kept = [tuple(clean(cell).strip() for cell in row) for row in table]
    assert cells(read(says + written.getvalue())) == [tuple(header), *filter(any, kept)]


@given(st.text(st.sampled_from('a,;"\n\r\t| \x00é'), max_size=40))
def test_no_text_does_anything_but_be_read_or_refused(text: str) -> None:
    with suppress(BadInput):
        sheet = read("A,B\n" + text)
        assert {len(row.cells) for row in sheet.rows} <= {len(sheet.header)}


def test_a_large_table_is_read_to_its_end() -> None:
    row = '"ord, og flere ord ""i gåsøjne"" ' + "som fylder " * 100 + '",2,3,4\n'
    read_as = ('ord, og flere ord "i gåsøjne" ' + "som fylder " * 99 + "som fylder", "2", "3", "4")
    sheet = read("A,B,C,D\n" + row * 5_000)
    assert sheet.rows == tuple(Row(line, read_as) for line in range(2, 5_002))
    assert sheet.notices == ()


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("v01-newlines-quotes.csv", ('Multi\nline "quoted" title', "A B", "X", "s, with comma")),
        ("v02-semicolon-cp1252.csv", ("Fjord", "Bjørn Næss", "X", "1,5 km")),
        ("v03-utf16-tab.csv", ("A", "Bø", "C", "D")),
        ("v06-formula-cells.csv", ("=1+1", "+2", "-3", "@x")),
    ],
)
def test_hostile_tables_that_are_in_order_are_read(shared: Path, name: str, found: tuple[str, ...]) -> None:
    data = (shared / "cases" / "hostile" / "nominations" / name).read_bytes()
    assert cells(read(data)) == [("Title", "Nominee", "Category", "Statement"), found]


@pytest.mark.shared
def test_hostile_tables_that_are_not_are_refused_or_told(shared: Path) -> None:
    folder = shared / "cases" / "hostile" / "nominations"
    assert refusal((folder / "v04-unbalanced-quote.csv").read_bytes()) == ("a.csv:2", OPEN)
    sheet = read((folder / "v05-ragged.csv").read_bytes())
    assert sheet.rows == (Row(2, ("One", "A B", "", "")), Row(4, ("Three", "E F", "X", "s")))
    assert [where for where, _message in told(sheet)] == ["a.csv:2", "a.csv:3"]


def test_letters_that_were_read_in_a_wrong_encoding_are_repaired_and_told() -> None:
    misread = "Titel;Sted\nKlædeskabet;Ærø\n".encode().decode("cp1252")
    (sheet,) = read_delimited("a.csv", misread.encode(), Limits())
    assert [row.cells for row in sheet.rows] == [("Klædeskabet", "Ærø")]
    assert [notice.where for notice in sheet.notices] == ["a.csv:2"]
