import pytest

from intake.making import FORM, answer, layout, nomination, told
from nominate_tui.errors import Problem
from nominate_tui.intake.checks import findings, problem_of
from nominate_tui.intake.fill import contents_of, fill


def problems(text: str) -> tuple[Problem, ...]:
    divided = layout(text)
    contents = contents_of(divided)
    found = tuple(problem_of(divided, one) for one in findings(divided, fill(divided, contents), contents))
    assert all(problem.message and problem.todo for problem in found)
    return found


def test_a_whole_nomination_has_no_problems() -> None:
    assert problems(nomination(1) + nomination(2)) == ()


def test_words_before_the_first_nomination_are_not_understood() -> None:
    (problem,) = problems("Forord\n\ntil alle indstillinger\n" + nomination())
    assert (problem.severity, problem.where, problem.field) == ("warning", "a.txt:1", "")
    assert problem.message == "4 words that belong to no nomination or heading are not understood: “Forord…”"


def test_words_between_a_beginning_and_the_first_heading_are_not_understood() -> None:
    text = nomination().replace("til alle\n", "til alle\n\nModtaget\n", 1)
    (problem,) = problems(text)
    assert (problem.where, problem.message) == (
        "a.txt:3",
        "1 word that belongs to no nomination or heading is not understood: “Modtaget”",
    )


@pytest.mark.parametrize("title", ["Cykler til alle.", "Cykler   til alle", ""])
def test_a_title_may_differ_in_spacing_and_a_final_full_stop(title: str) -> None:
    assert problems(nomination(title=title)) == ()


def test_a_title_that_differs_from_the_heading_is_told() -> None:
    (problem,) = problems(nomination(title="Biler til alle"))
    assert (problem.severity, problem.where, problem.field) == ("warning", "a.txt:1", "title")
    assert problem.message == "nomination 1 begins as “Biler til alle” and has the title “Cykler til alle”"


def test_a_nomination_without_any_title_is_an_error() -> None:
    assert told(problems(nomination(1, {"title": ""}, title=""))) == [
        ("error", "a.txt:1", "title"),
        ("warning", "a.txt:2", "title"),
    ]


@pytest.mark.parametrize(
    ("field", "severity"), [("answers.spread", "error"), ("contact.email", "warning"), ("started", "warning")]
)
def test_a_missing_heading_is_as_bad_as_the_form_says(field: str, severity: str) -> None:
    assert told(problems(nomination(1, {field: None}))) == [(severity, "a.txt:1", field)]


def test_an_empty_answer_is_told_at_its_heading() -> None:
    (problem,) = problems(nomination(1, {"answers.audience": "\n \n"}))
    assert (problem.severity, problem.where, problem.field) == ("warning", "a.txt:18", "answers.audience")
    assert problem.message == "nomination 1 has nothing under “Hvem er målgruppen for initiativet?”"


@pytest.mark.parametrize(
    "address", ["ane@example", "ane.example.org", "ane@@example.org", "ane@example.org, bo", "ane@.org"]
)
def test_an_email_address_that_is_none_is_told(address: str) -> None:
    (problem,) = problems(nomination(1, {"contact.email": address}))
    assert (problem.severity, problem.where, problem.field) == ("warning", "a.txt:11", "contact.email")
    assert problem.message == f"nomination 1 has an e-mail address that is none: “{address}”"


@pytest.mark.parametrize("address", ["ane@example.org", "Ane.B-C.01@sub.example.org", "ærø@example.org"])
def test_an_email_address_is_left_alone(address: str) -> None:
    assert problems(nomination(1, {"contact.email": address})) == ()


def test_a_cut_answer_is_told_at_its_last_line() -> None:
    text = f"{'Flere skal cykle. ' * 38}\n\nVi vil have civilsamf"
    (problem,) = problems(nomination(1, {"answers.spread": text}))
    assert (problem.severity, problem.where, problem.field) == ("warning", "a.txt:31", "answers.spread")
    assert problem.message == (
        "nomination 1 has an answer cut off at the 700 characters of the form: “…Flere skal cykle. Vi vil have civilsamf”"
    )


def test_a_heading_that_stands_twice_is_told() -> None:
    (problem,) = problems(answer("De spurgte:\n\nHvordan kan initiativet spredes?"))
    assert (problem.severity, problem.where, problem.field) == ("warning", "a.txt:19", "answers.spread")
    assert problem.message == (
        "nomination 1 has the heading “Hvordan kan initiativet spredes?” once more, which was read as text"
    )


def test_a_heading_out_of_order_is_told() -> None:
    lines = nomination().split("\n")
    text = "\n".join([*lines[:1], *lines[3:13], *lines[1:3], *lines[13:]])
    (problem,) = problems(text)
    assert (problem.severity, problem.where, problem.field) == ("warning", "a.txt:12", "title")
    assert (
        problem.message
        == "nomination 1 has the heading “Titel på initiativet” in another place than the form"
    )


def test_a_mentioned_nomination_is_told_and_one_that_may_have_begun_is_an_error() -> None:
    last = {"answers.spread": "Se:\nIndstilling 9: Andre\nIndstilling 2: Cykler"}
    assert told(problems(nomination(1, last))) == [("warning", "a.txt:30", ""), ("error", "a.txt:31", "")]


def test_a_number_out_of_sequence_is_told() -> None:
    (problem,) = problems(nomination(1) + nomination(3))
    assert (problem.severity, problem.where, problem.field) == ("warning", "a.txt:31", "id")
    assert problem.message == "nomination 3 follows nomination 1"


def test_problems_stand_in_the_order_of_the_document() -> None:
    text = "Forord\n" + nomination(1, {"answers.spread": ""}) + nomination(4, {"contact.email": "ane"})
    assert [problem.where for problem in problems(text)] == ["a.txt:1", "a.txt:29", "a.txt:32", "a.txt:42"]


def test_every_question_of_the_form_can_be_told_as_missing() -> None:
    bare = nomination(1, dict.fromkeys([question.fills for question in FORM.questions[1:]]))
    assert [problem.field for problem in problems(bare)] == [
        question.fills for question in FORM.questions[1:]
    ]


def torn(end: str) -> tuple[Problem, ...]:
    """The problems of a document whose last answer ends so, with no end of a line behind it."""
    return problems(
        (nomination(1, {"answers.spread": "Med flere"}) + nomination(2, {"answers.spread": end})).rstrip()
    )


@pytest.mark.parametrize(
    "end", ["Vi vil have civilsamf", "Vi kan,", "Det hele.\n\nSom de sagde -", "Vi sp\nørger de and"]
)
def test_a_document_that_breaks_off_is_told_at_its_last_line(end: str) -> None:
    (problem,) = torn(end)
    assert (problem.severity, problem.field) == ("warning", "answers.spread")
    assert problem.where == f"a.txt:{59 + end.count(chr(10))}"
    assert problem.message == f"the document ends in the middle of a sentence: “…{' '.join(end.split())}”"


@pytest.mark.parametrize(
    "end",
    ["Med flere cykler.", "Ja", "Se “Cykler for alle”", "Siden 2019", "Med:\n\n- flere cykler", "Se (alle)"],
)
def test_an_end_that_may_be_meant_is_left_alone(end: str) -> None:
    assert torn(end) == ()


def test_a_last_line_that_is_ended_is_left_alone() -> None:
    assert problems(nomination(1, {"answers.spread": "Med flere cykler"})) == ()


def test_an_end_cut_by_the_form_is_told_once() -> None:
    (problem,) = torn(f"{'Flere skal cykle. ' * 38}Vi vil have civilsamf")
    assert problem.message.startswith("nomination 2 has an answer cut off at the 700 characters of the form")


def test_a_line_with_very_many_words_is_told_since_a_heading_below_may_be_missing() -> None:
    text = nomination(1, {"contact.telephone": "+45 20 00 00 99\nHvad går det ud på?\n" + "Vi cykler. " * 20})
    (problem,) = problems(text)
    assert (problem.severity, problem.where, problem.field) == ("warning", "a.txt:13", "contact.telephone")
    assert problem.message == ("nomination 1 has 50 words under “Telefonnummer”, which is asked for one line")


def test_a_nomination_that_does_not_begin_as_the_form_says_is_an_error_told_once() -> None:
    found = problems(nomination(1) + nomination(2).replace("Indstilling 2:", "Indstilling nr. to:"))
    assert told(found) == [("error", "a.txt:32", "")]
    assert found[0].message.startswith("a nomination seems to begin above this line")


def test_a_nomination_before_the_first_that_begins_as_the_form_says_is_an_error() -> None:
    found = problems(nomination(1).replace("Indstilling 1:", "Indstilling nr. et:") + nomination(2))
    assert told([one for one in found if one.severity == "error"]) == [("error", "a.txt:2", "")]
