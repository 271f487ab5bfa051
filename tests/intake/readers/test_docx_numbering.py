"""Items of lists have the markers that Word shows."""

import pytest

from intake.readers.docx_making import lines, paragraph, part


def level(number: int, format: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def pattern(id: int, *content: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(content)}</w:abstractNum>'


def numbered(id: int, of: int, *overrides: str) -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def anew(number: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{number}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(text: str, list_id: int = 1, at_level: int = 0) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{at_level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=numbering)


def listed(body: str, *content: str) -> tuple[str, ...]:
    return lines(body, numbering=part("numbering", "".join(content)))


def test_bullets_are_dots_whatever_sign_the_document_has() -> None:
    content = pattern(0, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o")), numbered(1, 0)
    assert listed(item("A") + item("B", at_level=1), *content) == ("• A", "• B")


def test_levels_are_counted_each_and_those_below_begin_anew() -> None:
    levels = level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "decimal", "%1.%2.%3")
    places = (0, 1, 1, 2, 0, 1, 2, 2)
    body = "".join(item("X", at_level=place) for place in places)
    assert listed(body, pattern(0, *levels), numbered(1, 0)) == (
        "1. X",
        "a) X",
        "b) X",
        "1.b.1 X",
        "2. X",
        "a) X",
        "2.a.1 X",
        "2.a.2 X",
    )


def test_a_level_above_that_has_no_item_yet_has_its_first_number() -> None:
    levels = level(0, "decimal", "%1.", start=4), level(1, "decimal", "%1.%2")
    assert listed(item("X", at_level=1), pattern(0, *levels), numbered(1, 0)) == ("4.1 X",)


def test_a_level_that_never_restarts_counts_on() -> None:
    levels = level(0, "decimal", "%1."), level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')
    body = item("A") + item("B", at_level=1) + item("C") + item("D", at_level=1)
    assert listed(body, pattern(0, *levels), numbered(1, 0)) == ("1. A", "1) B", "2. C", "2) D")


def test_a_level_may_restart_after_the_first_level_only() -> None:
    third = level(2, "decimal", "%3)", more='<w:lvlRestart w:val="1"/>')
    levels = level(0, "decimal", "%1."), level(1, "lowerLetter", "%2."), third
    body = "".join(item("X", at_level=place) for place in (0, 1, 2, 1, 2, 0, 2))
    assert listed(body, pattern(0, *levels), numbered(1, 0)) == (
        "1. X",
        "a. X",
        "1) X",
        "b. X",
        "2) X",
        "2. X",
        "1) X",
    )


def test_lists_of_other_patterns_are_counted_apart() -> None:
    content = pattern(0, level(0, "decimal", "%1.")), pattern(5, level(0, "decimal", "%1)"))
    body = item("A") + item("B", list_id=2) + item("C") + item("D", list_id=2)
    assert listed(body, *content, numbered(1, 0), numbered(2, 5)) == ("1. A", "1) B", "2. C", "2) D")


def test_lists_of_one_pattern_count_on_unless_one_is_to_begin_anew() -> None:
    content = (
        pattern(0, level(0, "decimal", "%1.")),
        numbered(1, 0),
        numbered(2, 0),
        numbered(3, 0, anew(0, 7)),
    )
    body = "".join(item("X", list_id) for list_id in (1, 1, 2, 3, 3, 1))
    assert listed(body, *content) == ("1. X", "2. X", "3. X", "7. X", "8. X", "9. X")


def test_a_list_may_have_levels_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1", 3)}</w:lvlOverride>'
    assert listed(item("X"), pattern(0, level(0, "decimal", "%1.")), numbered(1, 0, own)) == ("III X",)


def test_a_pattern_may_lie_behind_a_style() -> None:
    content = (
        pattern(0, '<w:numStyleLink w:val="Liste"/>'),
        pattern(1, '<w:styleLink w:val="Liste"/>', level(0, "decimal", "%1.")),
        numbered(1, 0),
        numbered(2, 1),
    )
    assert listed(item("A") + item("B", list_id=2), *content) == ("1. A", "2. B")


@pytest.mark.parametrize(
    ("format", "start", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 3, "c"),
        ("upperLetter", 26, "Z"),
        ("lowerLetter", 28, "bb"),
        ("lowerLetter", 261, "261"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("upperRoman", 4000, "4000"),
        ("lowerLetter", 0, "0"),
        ("ordinal", 2, "2"),
        ("ideographDigital", 3, "3"),
    ],
)
def test_numbers_are_written_as_the_list_says(format: str, start: int, shown: str) -> None:
    content = pattern(0, level(0, format, "%1", start)), numbered(1, 0)
    assert listed(item("X"), *content) == (f"{shown} X",)


def test_a_list_that_shows_nothing_or_is_not_there_makes_no_items() -> None:
    content = (
        pattern(0, level(0, "none", "%1")),
        pattern(1, level(0, "decimal", "")),
        numbered(1, 0),
        numbered(2, 1),
    )
    body = item("A") + item("B") + item("C", list_id=2) + item("D", list_id=77) + item("E", at_level=5)
    assert listed(body, *content) == ("A", "", "B", "", "C", "", "D", "", "E")
    assert lines(item("A") + item("B")) == ("A", "", "B")


def test_an_item_without_text_is_counted_but_leaves_no_line() -> None:
    content = pattern(0, level(0, "decimal", "%1.")), numbered(1, 0)
    assert listed(item("A") + item("") + item("B"), *content) == ("1. A", "3. B")


def test_a_marker_of_absurd_length_is_cut() -> None:
    content = pattern(0, level(0, "decimal", "%1" + "!" * 1_000)), numbered(1, 0)
    assert listed(item("A"), *content) == ("1" + "!" * 38 + " A",)


def test_a_number_beyond_all_sense_is_none() -> None:
    content = pattern(0, level(0, "decimal", "%1.", start=10**30)), numbered(1, 0)
    assert listed(item("A"), *content) == ("0. A",)


def test_a_list_has_no_more_than_nine_levels() -> None:
    content = pattern(0, level(8, "decimal", "%9."), level(9, "decimal", "%1.")), numbered(1, 0)
    assert listed(item("A", at_level=8) + item("B", at_level=9), *content) == ("1. A", "", "B")
