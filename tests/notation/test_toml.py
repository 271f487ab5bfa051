import pytest

from nominate_tui.errors import BadInput, Problem
from nominate_tui.notation.toml import parse

MEND = "mend the file by hand, or put back a copy of it"


def refusal(text: str | bytes) -> Problem:
    """The one problem of a document that cannot be parsed."""
    with pytest.raises(BadInput) as caught:
        parse(text, "anna.toml")
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


def test_a_document_becomes_its_values() -> None:
    assert parse('a = 1\n[b]\nc = "æ"', "anna.toml") == {"a": 1, "b": {"c": "æ"}}


def test_bytes_are_read_as_utf8() -> None:
    assert parse('a = "æ"'.encode(), "anna.toml") == {"a": "æ"}


@pytest.mark.parametrize("text", ["\ufeffa = 1", "\ufeffa = 1".encode()])
def test_a_byte_order_mark_is_taken_off(text: str | bytes) -> None:
    assert parse(text, "anna.toml") == {"a": 1}


def test_a_mistake_is_told_with_its_line() -> None:
    assert refusal("a = 1\nb = = 2\n") == Problem(
        "error", "anna.toml:2", "", "this is not valid TOML: Invalid value", MEND
    )


def test_a_torn_file_is_told_with_its_last_line() -> None:
    assert refusal('format = 1\n[[review]]\nnomination = "1').where == "anna.toml:3"


def test_a_file_that_is_not_utf8_is_told_with_its_line() -> None:
    assert refusal(b"a = 1\nb = '\xe6'\n") == Problem(
        "error", "anna.toml:2", "", "this is not UTF-8 text", "save the file again with the encoding UTF-8"
    )


@pytest.mark.parametrize(
    "text",
    ["a = 1".encode("utf-16"), b"\xfe\xff" + "a = 1".encode("utf-16-be"), "a = 1".encode("utf-16-le")],
)
def test_a_file_in_utf16_is_told_as_such(text: bytes) -> None:
    assert refusal(text) == Problem(
        "error", "anna.toml", "", "this is saved as UTF-16", "save the file again with the encoding UTF-8"
    )


@pytest.mark.parametrize(("text", "line"), [("a = 1\rb = 2\r", 1), ("a = 1\r\nb = 2\n# c\rd\n", 3)])
def test_a_line_ended_by_cr_alone_is_told_as_such(text: str, line: int) -> None:
    assert refusal(text) == Problem(
        "error",
        f"anna.toml:{line}",
        "",
        "a line ends with CR alone, as on old Macs, which TOML does not know",
        "save the file again with line ends of today: LF or CRLF",
    )


def test_a_mistake_above_a_cr_is_told_first() -> None:
    assert refusal("a = = 1\nb = 2\rc = 3\n").message == "this is not valid TOML: Invalid value"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("[" * 5000 + "]" * 5000, "values are nested too deep, or a key has too many parts"),
        ("{b=" * 5000, "values are nested too deep, or a key has too many parts"),
        ("1" * 5000, "a number has too many digits"),
        ("-" + "1_" * 4500 + "1", "a number has too many digits"),
    ],
)
def test_what_is_too_large_to_be_meant_is_told_with_its_line(value: str, reason: str) -> None:
    problem = refusal(f"a = 1\nb = {value}\n")
    assert (problem.where, problem.message) == ("anna.toml:2", f"this is not valid TOML: {reason}")


def test_a_key_of_very_many_parts_is_told_with_its_line() -> None:
    problem = refusal("a = 1\n" + ".".join(["b"] * 20_000) + " = 1")
    assert problem.where == "anna.toml:2"
    assert problem.message == (
        "this is not valid TOML: values are nested too deep, or a key has too many parts"
    )


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000 + "]" * 5000,
        "a = " + "{b=" * 5000,
        "a = " + "1" * 5000,
        ".".join(["a"] * 20_000) + " = 1",
        "a = 1\x1b",
        "# a comment with \x1b\n",
        "a = 1\na = 2",
        "a = '''",
        "\x89PNG\r\n\x1a\n",
    ],
)
def test_whatever_a_parser_fails_at_is_one_problem_without_control_characters(text: str) -> None:
    problem = refusal(text)
    assert problem.where.startswith("anna.toml")
    assert problem.message.startswith("this is not valid TOML: ")
    assert problem.message.isprintable()
    assert len(problem.message) < 300
    assert problem.todo == MEND
