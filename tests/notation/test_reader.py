import contextlib
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nominate_tui.errors import BadInput
from nominate_tui.notation.reader import Document, Table, is_identifier, is_number
from notation.problems import problems

KEYS = ("key", "other", "list")


def document(text: str) -> Document:
    """A document in which three keys are known."""
    return Document(text, "a.toml", KEYS)


def root(text: str) -> Table:
    """The top of a document in which three keys are known."""
    return document(text).root


def refused(text: str, *keys: str) -> list[str]:
    """What is wrong after some keys were read as whole numbers from 1 to 5."""
    read = document(text)
    for key in keys:
        read.root.whole(key, 1, 1, 5)
    return problems(read.finish)


def test_a_file_without_problems_ends_well() -> None:
    read = document("key = 3")
    assert read.root.whole("key", 1) == 3
    read.finish()


def test_texts_are_cleaned() -> None:
    table = root('key = "a\\u001b\\nb"')
    assert (table.text("key"), table.line("key"), table.text("other", "none")) == ("a␛\nb", "a␛ b", "none")


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("3", Fraction(3)),
        ("0.1", Fraction(1, 10)),
        ("12.5", Fraction(25, 2)),
        ("1e-3", Fraction(1, 1000)),
        ("1e9", Fraction(10**9)),
    ],
)
def test_a_weight_is_exactly_what_is_written(value: str, number: Fraction) -> None:
    assert root(f"key = {value}").positive("key", Fraction(1)) == number


@pytest.mark.parametrize(
    "value", ["0", "-1", "nan", "inf", "true", '"3"', "0x" + "f" * 5000, "1e400", "1000000001", "[]"]
)
def test_no_other_value_is_a_weight(value: str) -> None:
    read = document(f"key = {value}")
    assert read.root.positive("key", Fraction(7)) == 7
    (problem,) = read.problems
    assert problem.todo == "write a number above 0, at most 1000000000, with a point for decimals"


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "true", "3.0", "0", "6", '"3"', "2026-11-22"])
def test_no_other_value_is_a_score(value: str) -> None:
    read = document(f"key = {value}")
    assert read.root.whole("key", 2, 1, 5) == 2
    (problem,) = read.problems
    assert problem.todo == "write a whole number from 1 to 5"


@settings(deadline=None)
@given(st.booleans() | st.sampled_from([float("nan"), float("inf"), float("-inf")]))
def test_what_only_passes_for_a_number_is_none(value: object) -> None:
    assert not is_number(value)


@pytest.mark.parametrize(("value", "share"), [("0", 0.0), ("1", 1.0), ("0.85", 0.85)])
def test_a_share_lies_between_none_and_all(value: str, share: float) -> None:
    assert root(f"key = {value}").share("key", 0.5) == share


@pytest.mark.parametrize("value", ["1.01", "-0.1", "true", "nan"])
def test_no_other_value_is_a_share(value: str) -> None:
    read = document(f"key = {value}")
    assert (read.root.share("key", 0.5), len(read.problems)) == (0.5, 1)


def test_a_flag_is_a_flag_only() -> None:
    read = document("key = true\nother = 1")
    assert (read.root.flag("key"), read.root.flag("other", default=True), len(read.problems)) == (
        True,
        True,
        1,
    )


def test_a_moment_is_told_in_utc() -> None:
    assert root("key = 2026-11-22T11:00:00+01:00").moment("key") == datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-22T10:00:00",
        "2026-11-22",
        "10:00:00",
        '"2026-11-22T10:00:00Z"',
        "1",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
    ],
)
def test_a_moment_without_a_zone_or_off_the_calendar_is_none(value: str) -> None:
    read = document(f"key = {value}")
    assert read.root.moment("key") is None
    assert len(read.problems) == 1


def test_a_choice_is_one_of_the_words() -> None:
    read = document('key = "b"\nother = "B"')
    assert (read.root.choice("key", ("a", "b"), "a"), read.root.choice("other", ("a", "b"), "a")) == (
        "b",
        "a",
    )
    assert [str(problem) for problem in read.problems] == [
        'a.toml:2 other: "B" does not fit here → write one of: a, b'
    ]


def test_lists_lose_nothing_in_silence() -> None:
    read = document('key = ["a", 2, "c"]\nlist = [["a"], "b"]\nother = "x"')
    assert read.root.lines("key") == ("a", "c")
    assert read.root.groups("list") == (("a",), ())
    assert read.root.lines("other") == ()
    assert problems(read.finish) == [
        "a.toml:1 key[2]: 2 does not fit here → write text, in quotes",
        'a.toml:2 list[2]: "b" does not fit here → write a list, in square brackets',
        'a.toml:3 other: "x" does not fit here → write a list, in square brackets',
    ]


def test_tables_are_read_in_both_ways_of_writing_them() -> None:
    for text in ("[[list]]\nkey = 1\n[[list]]\nkey = 2", "list = [{ key = 1 }, { key = 2 }]"):
        assert [entry.whole("key", 0) for entry in root(text).tables("list", ["key"])] == [1, 2]


def test_what_should_be_a_table_and_is_none_is_told() -> None:
    read = document("key = 1\nlist = [1, { key = 2 }]\nother = { a = 1 }")
    assert list(read.root.table("key")) == []
    assert [entry.whole("key", 0) for entry in read.root.tables("list", ["key"])] == [2]
    assert list(read.root.tables("other", ["key"])) == []
    assert problems(read.finish) == [
        "a.toml:1 key: 1 does not fit here → write a table: key = { … }",
        "a.toml:2 list[1]: 1 does not fit here → begin each one with a line [[list]]",
        "a.toml:3 other: a table does not fit here → begin each one with a line [[other]]",
    ]


def test_an_unknown_key_is_told_with_a_guess_or_with_what_is_known() -> None:
    assert refused("kay = 1\nzzz = 2") == [
        "a.toml:1 kay: the key kay is not known here → did you mean key?",
        "a.toml:2 zzz: the key zzz is not known here → take it out; known here: key, other, list",
    ]


def test_an_unknown_key_cannot_write_to_the_terminal() -> None:
    (problem,) = refused('"\\u001b]52;c" = 1')
    assert problem.isprintable()


def test_all_problems_come_in_the_order_of_the_file() -> None:
    assert [problem.split(" ")[0] for problem in refused("key = 9\nother = 0\nxyz = 1", "other", "key")] == [
        "a.toml:1",
        "a.toml:2",
        "a.toml:3",
    ]


def test_thousands_of_unknown_keys_are_all_told() -> None:
    text = "".join(f"key{number} = 1\n" for number in range(3000))
    assert len(refused(text)) == 3000


def test_something_needed_may_be_neither_absent_nor_blank() -> None:
    read = document('other = " "\nlist = 3')
    for key in KEYS:
        read.root.needed(key, f'{key} = "x"')
    assert problems(read.finish) == [
        'a.toml:1 key: key is missing → write for example key = "x"',
        'a.toml:1 other: other is empty → write for example other = "x"',
        "a.toml:2 list: 3 does not fit here → write text, in quotes",
    ]


@pytest.mark.parametrize("id", ["anna", "A-1_b", "x" * 64])
def test_an_id_may_be_a_file_name(id: str) -> None:
    assert is_identifier(id)


@pytest.mark.parametrize("id", ["", "a/b", "..", "a b", "å", "x" * 65, "a\n", "a.b"])
def test_nothing_that_could_be_a_path_is_an_id(id: str) -> None:
    assert not is_identifier(id)


@settings(deadline=None)
@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: f"key = {text}".encode(errors="replace"))
)
def test_whatever_the_bytes_reading_ends_in_values_or_in_problems(content: bytes) -> None:
    with contextlib.suppress(BadInput):
        Document(content, "a.toml", KEYS)
