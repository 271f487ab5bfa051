import pytest
import tomli

from nominate_tui.notation.places import line_of, lines_of, tokens

TEXT = '''# a comment with [[brackets]]
title = "x [[no]] # no"
reviews = [
   { nomination = "1", scores = { a = 1 } },  # [[yes]]
   { nomination = "2",
     scores = { a = 3, "b c" = 4 } },
]

[round]
id = 'a"'
text = """
[[tie]]
x = 3 \\"""
"""
label.da = "y"
dates = [2026-11-22 10:00:00, 1.5,
  3]

[[review]]
nomination = "1"
[[review]]
nomination = "2"
scores = { innovation = 9, spread = 2 }
[review.more."last one"]
z = 1
[[review.deep]]
n = 1
[[review.deep]]
n = 2
[[review]]
nomination = "3"
[[a.a]]
b = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("reviews",), 3),
        (("reviews", 0), 4),
        (("reviews", 0, "scores", "a"), 4),
        (("reviews", 1), 5),
        (("reviews", 1, "nomination"), 5),
        (("reviews", 1, "scores", "b c"), 6),
        (("round",), 9),
        (("round", "id"), 10),
        (("round", "text"), 11),
        (("round", "label"), 15),
        (("round", "label", "da"), 15),
        (("round", "dates", 1), 16),
        (("round", "dates", 2), 17),
        (("review",), 19),
        (("review", 0, "nomination"), 20),
        (("review", 1), 21),
        (("review", 1, "scores", "innovation"), 23),
        (("review", 1, "more", "last one", "z"), 25),
        (("review", 1, "deep", 1, "n"), 29),
        (("review", 2, "nomination"), 31),
        (("a", "a", 0, "b"), 33),
    ],
)
def test_a_key_is_found_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("review", 1, "comment"), 21),
        (("review", 1, "scores", "absent"), 23),
        (("round", "seed"), 9),
        (("absent",), 1),
        ((), 1),
    ],
)
def test_an_absent_key_is_where_the_table_around_it_is(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


def paths_in(value: object, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    """Every key path of parsed values."""
    found = {path} if path else set()
    if isinstance(value, dict):
        return found.union(*(paths_in(item, (*path, key)) for key, item in value.items()))
    if isinstance(value, list):
        return found.union(*(paths_in(item, (*path, place)) for place, item in enumerate(value)))
    return found


def test_every_key_that_a_parser_finds_has_a_line_and_no_other() -> None:
    assert set(lines_of(TEXT)) == paths_in(tomli.loads(TEXT))


def test_windows_ends_of_lines_change_no_line() -> None:
    assert lines_of(TEXT.replace("\n", "\r\n")) == lines_of(TEXT)


def test_a_byte_order_mark_is_no_key() -> None:
    assert lines_of("\ufeffa = 1") == {("a",): 1}


def test_deep_nesting_and_long_texts_are_followed() -> None:
    deep = "a = " + "[" * 390 + "]" * 390 + "\n"
    long = 'b = """' + "a line\n" * 100_000 + '"""\n'
    lines = lines_of(deep + long + "c = 1\n")
    assert (lines["b",], lines["c",]) == (2, 100_003)


def test_pieces_lie_where_they_say() -> None:
    assert [piece.text for piece in tokens(TEXT)] == [
        TEXT[piece.start : piece.start + len(piece.text)] for piece in tokens(TEXT)
    ]
