from xml.etree.ElementTree import Element

import pytest

from nominate_tui.intake.readers.docx_xml import at, is_on, shortened, value, whole
from nominate_tui.intake.readers.unzip import xml_of

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def tree_of(text: str) -> Element:
    return xml_of(text.encode(), "")


@pytest.mark.parametrize("namespace", [STRICT, TRANSITIONAL])
def test_both_namespaces_of_word_have_the_same_short_names(namespace: str) -> None:
    tree = shortened(tree_of(f'<w:p xmlns:w="{namespace}"><w:r w:val="1"/></w:p>'))
    assert (tree.tag, tree[0].tag, value(tree[0])) == ("w:p", "w:r", "1")


def test_the_text_of_formulas_has_the_names_of_other_text() -> None:
    maths = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    tree = shortened(tree_of(f'<m:oMath xmlns:m="{maths}"><m:r><m:t/></m:r></m:oMath>'))
    assert [element.tag for element in tree.iter()] == ["m:oMath", "w:r", "w:t"]


def test_elements_of_other_namespaces_are_not_taken_for_words() -> None:
    tree = shortened(tree_of('<p><t xmlns="urn:other"/></p>'))
    assert [element.tag for element in tree.iter()] == [":p", ":t"]


def test_what_is_not_there_says_nothing() -> None:
    assert value(None) == ""
    assert value(Element("w:p")) == ""
    assert at(None, "w:p") is None
    assert at(Element("w:p"), "w:r", "w:t") is None
    assert not is_on(None)


def test_a_path_of_children_leads_to_the_first_of_each_name() -> None:
    tree = tree_of('<a><b n="1"><c n="2"/><c/></b><b/></a>')
    found = at(tree, "b", "c")
    assert found is not None
    assert found.attrib == {"n": "2"}


@pytest.mark.parametrize(
    ("said", "on"), [("1", True), ("true", True), ("0", False), ("False", False), ("off", False)]
)
def test_a_switch_is_on_unless_it_says_no(said: str, on: bool) -> None:
    switch = Element("w:vanish", {f"{{{TRANSITIONAL}}}val": said})
    assert is_on(switch) is on
    assert is_on(Element("w:vanish"))


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("007", 7), ("", 5), ("-1", 5), ("1.5", 5), ("²", 5), ("9" * 10, 5), ("9" * 9, 999999999)],
)
def test_a_whole_number_is_read_or_another_taken(text: str, number: int) -> None:
    assert whole(text, 5) == number
