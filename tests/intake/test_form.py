import pytest

from intake.making import FORM, HEADINGS
from nominate_tui.intake.form import Form, Question, heading_key

BARE = Form("bare", {}, ("{number} - {title}", "Nr.{number}"), (Question("title", ("A long heading",)),))


@pytest.mark.parametrize(
    "line", ["Hvem er  målgruppen?", "HVEM ER MÅLGRUPPEN", "hvem er målgruppen :", "Hvem er målgruppen?:."]
)
def test_case_spacing_and_a_final_sign_do_not_count_in_a_heading(line: str) -> None:
    assert heading_key(line) == "hvem er målgruppen"


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Indstilling 15: Klædeskabet", "15", "Klædeskabet"),
        ("INDSTILLING 15 :Klædeskabet", "15", "Klædeskabet"),
        ("Indstilling  15:", "15", ""),
    ],
)
def test_a_line_that_begins_a_nomination_gives_number_and_title(line: str, number: str, title: str) -> None:
    found = FORM.beginnings[0].match(line)
    assert found
    assert found.groupdict() == {"number": number, "title": title}


@pytest.mark.parametrize(
    "line",
    [
        "Indstillingen og prisen",
        "Indstilling: Klædeskabet",
        "Indstilling 15",
        "Se Indstilling 15: der",
        "Indstilling 1234567890: x",
    ],
)
def test_other_lines_begin_none(line: str) -> None:
    assert not FORM.beginnings[0].match(line)


def test_a_form_may_have_several_ways_to_begin_and_none_needs_a_title() -> None:
    dashed, plain = BARE.beginnings
    assert dashed.match("7 - Klædeskabet")
    found = plain.match("nr. 7")
    assert found
    assert found.groupdict() == {"number": "7"}


def test_white_space_without_end_is_gone_through_once() -> None:
    (beginning, *_others) = FORM.beginnings
    # To try each way of sharing it between two parts of the pattern takes hours.
    assert not beginning.match("Indstilling" + " " * 2_000_000 + "x")
    found = beginning.match("Indstilling" + " " * 2_000_000 + "15: Klædeskabet")
    assert found
    assert found["number"] == "15"


def test_the_headings_of_the_shipped_form_are_found_in_their_order() -> None:
    assert [FORM.by_heading[heading_key(heading)] for heading in HEADINGS.values()] == list(range(14))


def test_the_beginnings_of_long_headings_are_known() -> None:
    assert BARE.wrapped_headings == {"a", "a long"}


def test_an_answer_is_known_by_its_id() -> None:
    assert [question.answer for question in FORM.questions if question.answer] == [
        "purpose",
        "audience",
        "innovation",
        "implementation",
        "user_value",
        "staff_recognition",
        "spread",
    ]


@pytest.mark.parametrize(
    ("missing", "severity"), [("error", "error"), ("warning", "warning"), ("ignore", None)]
)
def test_how_bad_a_missing_heading_is_the_form_says(missing: str, severity: str | None) -> None:
    questions = {word: Question("title", ("A",), missing=word) for word in ("error", "warning", "ignore")}
    assert questions[missing].severity == severity
