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
