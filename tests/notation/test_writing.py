from datetime import UTC, datetime, timedelta, timezone

import pytest
import tomli
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from nominate_tui.notation.writing import assignment, document, inline, key, table
from notation.nouns import TEXTS


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('a "b" \\', '"a \\"b\\" \\\\"'),
        (4, "4"),
        (0.5, "0.5"),
        (True, "true"),
        (("a", "b"), '["a", "b"]'),
        ([], "[]"),
        ({}, "{}"),
        ({"innovation": 4, "two words": 3}, '{ innovation = 4, "two words" = 3 }'),
        ({"da": {"1": "x"}}, '{ da = { 1 = "x" } }'),
        (datetime(2026, 11, 22, 10, tzinfo=UTC), "2026-11-22T10:00:00Z"),
        (datetime(2026, 11, 22, 11, tzinfo=timezone(timedelta(hours=1))), "2026-11-22T10:00:00Z"),
    ],
)
def test_a_value_stands_on_one_line(value: object, written: str) -> None:
    assert inline(value) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("economy", "economy"),
        ("two words", '"two words"'),
        ("a.b", '"a.b"'),
        ("Anlæg", '"Anlæg"'),
        ("", '""'),
    ],
)
def test_a_key_stands_in_quotes_where_it_needs_them_also_in_a_header(name: str, written: str) -> None:
    assert key(name) == written
    assert tomli.loads(f"[{key(name)}]\n") == {name: {}}


def test_a_text_of_several_lines_keeps_them() -> None:
    assert assignment("comment", "one\n\n- two") == 'comment = """\none\n\n- two"""\n'


def test_what_is_none_is_left_out_and_what_is_empty_stays() -> None:
    assert table("[[tie]]", {"order": (), "reason": "", "at": None}) == '[[tie]]\norder = []\nreason = ""\n'


def test_the_top_of_a_file_has_no_header() -> None:
    assert table("", {"format": 1}) == "format = 1\n"


def test_an_empty_line_stands_between_tables_and_none_for_an_empty_one() -> None:
    assert document("a = 1\n", "", "[b]\n") == "a = 1\n\n[b]\n"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), TEXTS)
def test_a_parser_reads_any_key_and_text_as_they_were(key: str, text: str) -> None:
    assert tomli.loads(assignment(key, text)) == {key: text}
    assert tomli.loads(assignment("x", {key: (text,)})) == {"x": {key: [text]}}


@settings(deadline=None)
@given(
    st.text(st.sampled_from('abÆ-_ .="#\\\t')) | st.text(),
    st.text(st.sampled_from('aÆ"\\\t\n\r\x00\x0b\x1b\x7f\x80\u2028\ud800')) | st.text(),
)
def test_texts_are_written_to_the_byte_as_the_library_writes_them(key: str, text: str) -> None:
    several = "\n" in text
    assert assignment(key, text) == tomli_w.dumps({key: text}, multiline_strings=several)
    assert f"_ = {inline(text)}\n" == tomli_w.dumps({"_": text})
