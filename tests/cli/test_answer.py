"""The three forms of an answer."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.cli.answer import Answer, as_csv, as_json, plain, say, show
from nominate_tui.cli.sheet import Cell, Column, Sheet

SHEET = Sheet(
    [Column("id", "No.", right=True), Column("title", "Title")], [("1", "Klædeskabet"), ("12", "Ø")]
)
ANSWER = Answer({"titles": ["Klædeskabet"]}, SHEET, [SHEET, "Two of them."])


def test_json_is_indented_by_two_and_keeps_its_letters(capsys: pytest.CaptureFixture[str]) -> None:
    show(ANSWER, "json")
    assert capsys.readouterr().out == '{\n  "titles": [\n    "Klædeskabet"\n  ]\n}\n'


def test_csv_has_the_ids_of_the_columns_and_commas(capsys: pytest.CaptureFixture[str]) -> None:
    show(ANSWER, "csv")
    assert capsys.readouterr().out == "id,title\n1,Klædeskabet\n12,Ø\n"


def test_csv_that_is_there_already_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    show(Answer({}, "a,b\n1,2\n", []), "csv")
    assert capsys.readouterr().out == "a,b\n1,2\n"


def test_a_table_without_a_terminal_has_no_colours_and_ends_with_its_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show(ANSWER, "table")
    lines = [line.rstrip() for line in capsys.readouterr().out.split("\n")]
    assert lines == ["No.  Title", "────────────────", "  1  Klædeskabet", " 12  Ø", "Two of them.", ""]


def test_without_a_terminal_nothing_is_wrapped_or_cut(capsys: pytest.CaptureFixture[str]) -> None:
    long = "word " * 300
    show(Answer({}, SHEET, [Sheet(SHEET.columns, [("1", long)]), long]), "table")
    lines = capsys.readouterr().out.split("\n")
    assert [line.count("word") for line in lines if "word" in line] == [300, 300]


@pytest.mark.parametrize(
    "hostile", ["[@click=app.quit]x[/]", "[ @click=app.quit]x[/]", "[/]", "[bold]x", ":smile:"]
)
def test_markup_in_a_cell_or_a_sentence_is_only_text(
    capsys: pytest.CaptureFixture[str], hostile: str
) -> None:
    show(Answer({}, SHEET, [Sheet(SHEET.columns, [("1", hostile)]), hostile]), "table")
    assert capsys.readouterr().out.count(hostile) == 2


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_nothing_that_a_terminal_obeys_is_printed(capsys: pytest.CaptureFixture[str], form: str) -> None:
    hostile = "a\x1b[31mb\x07c\x9b2Jd\u202ee\x7ff"
    sheet = Sheet([Column("a", hostile)], [(hostile,)])
    show(Answer({"a": hostile}, sheet, [sheet, hostile]), form)
    printed = capsys.readouterr().out
    assert [sign for sign in "\x1b\x07\x9b\u202e\x7f" if sign in printed] == []


@given(st.text())
def test_json_gives_the_same_text_back(text: str) -> None:
    written = as_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert [sign for sign in written if sign != "\n" and (ord(sign) < 32 or 127 <= ord(sign) < 160)] == []


@pytest.mark.parametrize(
    ("cell", "written"),
    [(None, ""), (True, "yes"), (False, "no"), (0, "0"), (0.83, "0.83"), ("=1+1", "'=1+1"), ("1", "1")],
)
def test_cells_for_programs(cell: Cell, written: str) -> None:
    assert plain(cell) == written


@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8", categories=["L", "N"])), min_size=2, max_size=2))
)
def test_csv_is_read_back_cell_by_cell(rows: list[list[str]]) -> None:
    written = as_csv(Sheet([Column("a", "A"), Column("b", "B")], rows))
    read = list(csv.reader(io.StringIO(written, newline="")))
    assert read == [["a", "b"], *([plain(cell) for cell in row] for row in rows)]


def test_a_sentence_is_one_inert_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("one\ntwo\x1b")
    assert capsys.readouterr().out == "one two␛\n"
