import pytest

from intake.making import FORM, HEADINGS, document, nomination
from nominate_tui.errors import BadInput
from nominate_tui.intake.form import Form, Question
from nominate_tui.intake.recognise import recognise

GRANT = Form(
    "grant",
    {},
    ("Indstilling {number}: {title}",),
    (
        Question("title", ("Titel på initiativet",)),
        Question("answers.why", ("Hvorfor?",)),
        Question("answers.how", ("Hvordan?",)),
    ),
)


def refusal(text: str, wanted: str | None = None) -> tuple[str, str, str]:
    with pytest.raises(BadInput) as caught:
        recognise(document(text), (FORM, GRANT), wanted)
    (problem,) = caught.value.problems
    return problem.where, problem.message, problem.todo


def test_a_document_is_recognised_by_its_beginnings_and_headings_and_says_so() -> None:
    found = recognise(document(nomination(1) + nomination(2)), (GRANT, FORM))
    assert found.layout.form is FORM
    assert found.why == (
        "2 nominations begin with “Indstilling {number}: {title}”, and 14 of the form's 14 headings were found"
    )


def test_half_of_the_headings_are_enough() -> None:
    without = dict.fromkeys(list(HEADINGS)[:7])
    found = recognise(document(nomination(1, without, title="Cykler")), (FORM,))
    assert found.why == (
        "1 nomination begins with “Indstilling {number}: {title}”, and 7 of the form's 14 headings were found"
    )


def test_fewer_than_half_are_not_and_known_forms_are_named() -> None:
    without = dict.fromkeys(list(HEADINGS)[1:])
    assert refusal(nomination(1, without)) == (
        "a.txt",
        "no form is recognised: only 1 of the 3 headings of “grant” were found",
        "known forms: indstilling, grant; write a form file for another",
    )


def test_a_document_without_nominations_is_refused() -> None:
    where, message, _todo = refusal("Noget helt andet.")
    assert where == "a.txt"
    assert message == (
        "no form is recognised: no line begins a nomination (“Indstilling {number}: {title}”, “Indstilling {number}: {title}”) with headings below it"
    )


def test_the_form_that_is_wanted_is_taken_with_fewer_headings() -> None:
    found = recognise(document(nomination(1)), (FORM, GRANT), "grant")
    assert found.layout.form is GRANT


def test_a_form_that_is_wanted_and_unknown_is_refused() -> None:
    assert refusal(nomination(), "nobody")[1] == "there is no form “nobody”"
