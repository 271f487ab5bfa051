import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.export.table import csv_table, inert


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+2",
        "-40 degrees",
        "@handle",
        "\t=1+1",
        "\tplain",
        "\rplain",
        "\nplain",
        "  =1+1",
        "\u00a0=1+1",
        '"=1+1"',
        "'=1+1",
        " “=1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "＝1+1",
        "＋1",
        "－1",
        " ＠SUM(1)",
    ],
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert inert(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Klædeskabet",
        "2=",
        "a=b",
        "“Haven” på taget",
        "'n roos",
        "  indented",
        "anna@example.org",
        "1-2",
        "5 + 5",
    ],
)
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


def test_danish_tables_have_semicolons_and_decimal_commas() -> None:
    table = csv_table(["title", "overall", "n"], [["Æblet; to", Decimal("4.10"), 3]], "da")
    assert table == b'\xef\xbb\xbftitle;overall;n\r\n"\xc3\x86blet; to";4,10;3\r\n'


def test_other_tables_have_commas_and_decimal_points() -> None:
    table = csv_table(["title", "overall", "n"], [["Æblet; to", Decimal("4.10"), 3]], "en")
    assert table == b"\xef\xbb\xbftitle,overall,n\r\n\xc3\x86blet; to,4.10,3\r\n"


def test_numbers_of_our_own_are_never_touched() -> None:
    table = csv_table(["a", "b", "c"], [[-3, Decimal("-0.50"), Decimal("1E+2")]], "en")
    assert table == b"\xef\xbb\xbfa,b,c\r\n-3,-0.50,100\r\n"


@pytest.mark.parametrize("language", ["da", "en"])
@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=4))
def test_every_text_comes_back_whole(language: str, texts: list[str]) -> None:
    table = csv_table(["x"] * len(texts), [texts], language).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(table, newline=""), delimiter=";" if language == "da" else ","))
    assert lines[1:] == [[inert(text) for text in texts]]


@given(st.text(), st.sampled_from("=+-@＝＋－＠\t\r"))
def test_no_cell_begins_with_a_sign_that_runs(text: str, sign: str) -> None:
    assert inert(sign + text)[0] == "'"
