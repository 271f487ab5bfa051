from hypothesis import given
from hypothesis import strategies as st

from export.read_page import read_page
from nominate_tui.export.markup import Heading, Markup, foreign, joined, listed, table, tag, unbroken, void


def test_a_text_is_escaped_and_markup_is_not() -> None:
    found = tag("p", "<b>&\"'</b>", tag("b", "x"))
    assert found.html == "<p>&lt;b&gt;&amp;&quot;&#x27;&lt;/b&gt;<b>x</b></p>"


def test_what_stands_in_an_attribute_is_escaped() -> None:
    assert tag("a", href='"><script>').html == '<a href="&quot;&gt;&lt;script&gt;"></a>'


def test_attributes_are_named_as_in_html_and_absent_where_there_is_nothing() -> None:
    assert void("meta", class_="x", http_equiv="y", scope=None).html == '<meta class="x" http-equiv="y">'


def test_a_figure_has_one_decimal_at_most() -> None:
    assert tag("rect", x=1.25, y=2.0, width=3).html == '<rect x="1.2" y="2" width="3"></rect>'


def test_a_text_of_somebody_else_is_kept_apart_in_its_reading_direction() -> None:
    assert foreign("שלום").html == "<bdi>שלום</bdi>"


def test_no_items_are_no_list() -> None:
    assert [listed([]).html, listed(["a"]).html, listed(["a"], "ol").html] == [
        "",
        "<ul><li>a</li></ul>",
        "<ol><li>a</li></ol>",
    ]


def test_a_number_stays_with_its_unit() -> None:
    assert unbroken("<1 %") == "<1\u00a0%"


def test_columns_and_rows_have_headings() -> None:
    page = read_page(
        table("Scores", [Heading("N", figures=True), Heading("Name")], [("1", "x")], named=1).html
    )
    assert [(each.name, each.attributes.get("scope"), each.text) for each in page.all("th", "td")] == [
        ("th", "col", "N"),
        ("th", "col", "Name"),
        ("td", None, "1"),
        ("th", "row", "x"),
    ]
    assert [each.text for each in page.all("caption")] == ["Scores"]


@given(st.text(), st.text())
def test_whatever_a_text_is_it_comes_back_as_text(said: str, named: str) -> None:
    page = read_page(joined([tag("p", said, title=named), Markup("<hr>")]).html)
    assert [each.name for each in page.elements] == ["p", "hr"]
    # An HTML reader takes CR for a line end, and NUL for no character; what is shown is cleaned of both before.
    if not set("\r\x00") & set(said + named):
        assert (page.elements[0].text, page.elements[0].attributes["title"]) == (said, named)
