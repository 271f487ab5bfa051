"""Score tables as spreadsheets write them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import BadInput, Problem
from nominate_tui.jury.score_table import ScoreTable, TableRow, read_score_table

TABLE = "juror,nomination,criterion,score\nanna,15,innovation,4\nbo,3,spread,2\n"
ROWS = (TableRow("s.csv:2", "anna", "15", "innovation", 4), TableRow("s.csv:3", "bo", "3", "spread", 2))


def read(text: str) -> ScoreTable:
    """The table in a text."""
    return read_score_table("s.csv", text.encode())


def refusal(data: bytes) -> Problem:
    """The one problem for which this is no table."""
    with pytest.raises(BadInput) as refused:
        read_score_table("s.csv", data)
    (problem,) = refused.value.problems
    return problem


def test_each_line_is_a_score_with_its_address() -> None:
    assert read(TABLE) == ScoreTable(ROWS, 0, ())


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_may_be_parted_by_comma_semicolon_or_tab(separator: str) -> None:
    assert read(TABLE.replace(",", separator)).rows == ROWS


def test_columns_may_stand_in_any_order_and_case() -> None:
    assert read("Score;Criterion;NOMINATION; juror \n4;innovation;15;anna\n").rows == ROWS[:1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_lawful_encoding_is_read(encoding: str) -> None:
    data = "juror,nomination,criterion,score\nsøren,15,innovation,4\n".encode(encoding)
    table = read_score_table("s.csv", data)
    assert table.rows == (TableRow("s.csv:2", "søren", "15", "innovation", 4),)
    assert table.problems == ()


def test_windows_1252_is_read_and_said_to_be_a_guess() -> None:
    table = read_score_table(
        "s.csv", "juror,nomination,criterion,score\nsøren,15,innovation,4\n".encode("cp1252")
    )
    assert [row.juror for row in table.rows] == ["søren"]
    assert [(problem.severity, problem.where) for problem in table.problems] == [("warning", "s.csv")]


@pytest.mark.parametrize("data", [b"\xff\xfe\x41", b"\xef\xbb\xbf\xff", b"juror\x81\xff"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    assert refusal(data).where == "s.csv"


def test_an_empty_score_is_no_score_and_never_zero() -> None:
    table = read(
        "juror,nomination,criterion,score\nanna,15,innovation,\nanna,15,spread,  \nanna,16,spread,0\n"
    )
    assert [(row.nomination, row.score) for row in table.rows] == [("16", 0)]
    assert (table.empty, table.problems) == (2, ())


def test_blank_lines_are_passed_over_and_the_line_numbers_stay_right() -> None:
    table = read("juror,nomination,criterion,score\n\n,,,\nanna,15,innovation,4\n")
    assert [row.where for row in table.rows] == ["s.csv:4"]


def test_a_cell_over_several_lines_does_not_shift_the_line_numbers() -> None:
    table = read('juror,nomination,criterion,score,remark\nanna,15,innovation,4,"one\ntwo"\nbo,3,spread,2,\n')
    assert [row.where for row in table.rows] == ["s.csv:2", "s.csv:4"]


@pytest.mark.parametrize(
    ("written", "score"), [("4", 4), ("4.0", 4), ("4,0", 4), (" 4 ", 4), ("+4", 4), ("-1", -1)]
)
def test_whole_numbers_are_read_as_spreadsheets_write_them(written: str, score: int) -> None:
    assert [
        row.score for row in read(f'juror;nomination;criterion;score\nanna;15;innovation;"{written}"\n').rows
    ] == [score]


@pytest.mark.parametrize("written", ["3.5", "four", "4/5", "1e1", "٤", "9" * 5000, "-"])
def test_what_is_no_whole_number_is_a_problem(written: str) -> None:
    (problem,) = read(f"juror,nomination,criterion,score\nanna,15,innovation,{written}\n").problems
    assert (problem.severity, problem.where, problem.field) == ("error", "s.csv:2", "score")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("anna,15,4", "the line has 3 cells, the first line 4"),
        ("anna,15,spread,4,5", "the line has 5 cells, the first line 4"),
    ],
)
def test_a_line_with_too_many_or_too_few_cells_is_a_problem(line: str, told: str) -> None:
    (problem,) = read(f"juror,nomination,criterion,score\n{line}\n").problems
    assert (problem.where, problem.message) == ("s.csv:2", told)


@pytest.mark.parametrize("told", ["sep=;\n", "SEP=;\r\n", '"sep=;"\n'])
def test_the_line_in_which_excel_tells_itself_the_separator_is_passed_over(told: str) -> None:
    table = read(told + TABLE.replace(",", ";"))
    assert [row.where for row in table.rows] == ["s.csv:3", "s.csv:4"]
    assert table.problems == ()


def test_blank_lines_may_stand_before_the_columns() -> None:
    assert [row.where for row in read("\n\njuror;nomination;criterion;score\nanna;15;spread;4\n").rows] == [
        "s.csv:4"
    ]


@pytest.mark.parametrize(
    "heading", ["juror,nomination,score", "juror,juror,nomination,criterion,score", "a;b"]
)
def test_a_table_without_its_columns_is_refused(heading: str) -> None:
    assert refusal(f"{heading}\nanna,15,spread,4,4\n".encode()).where == "s.csv:1"


def test_other_columns_are_not_read_and_that_is_told() -> None:
    table = read("juror,name,nomination,criterion,score,weight\nanna,Anna,15,innovation,4,25\n")
    assert table.rows == (TableRow("s.csv:2", "anna", "15", "innovation", 4),)
    assert [(problem.severity, problem.message) for problem in table.problems] == [
        ("warning", "these columns are not read: name, weight")
    ]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_table() -> None:
    problem = refusal(
        b'juror,nomination,criterion,score\nanna,15,innovation,4\nbo,"3,spread,2\nclara,3,spread,2\n'
    )
    assert problem.where == "s.csv:3"


def test_control_characters_are_shown_as_signs() -> None:
    table = read("juror,nomination,criterion,score\nan\x1b]0;x\x07na,15,innovation,4\n")
    assert [row.juror for row in table.rows] == ["an␛]0;x␇na"]


CELLS = st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1, max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, st.integers(-999, 999))), st.sampled_from([",", ";", "\t"]))
def test_what_a_csv_writer_wrote_is_read_as_it_was(
    rows: list[tuple[str, str, str, int]], separator: str
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(["juror", "nomination", "criterion", "score"])
    writer.writerows(rows)
    table = read(text.getvalue())
    assert [(row.juror, row.nomination, row.criterion, row.score) for row in table.rows] == rows
    assert table.problems == ()
