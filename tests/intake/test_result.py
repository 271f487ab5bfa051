from pathlib import Path

from intake.making import ANSWERS, FORM, nomination, written
from nominate_tui.intake.result import IntakeResult, Taken, as_contract
from nominate_tui.intake.take import take_in
from nominate_tui.model.nomination import Nominations


def test_the_contract_tells_nominations_and_problems(tmp_path: Path) -> None:
    text = nomination(15, {"answers.spread": "", "contact.email": "ane"})
    told = as_contract(take_in([written(tmp_path, text)], [FORM]))
    assert told == {
        "form": "indstilling",
        "documents": [
            {
                "name": "a.txt",
                "form": "indstilling",
                "why": "1 nomination begins with “Indstilling {number}: {title}”, "
                "and 14 of the form's 14 headings were found",
            }
        ],
        "nominations": [
            {
                "id": "15",
                "title": "Cykler til alle",
                "words": 22,
                "answers": list(ANSWERS[:-1]),
                "words_by_answer": dict(zip(ANSWERS, (3, 3, 4, 4, 3, 5, 0), strict=True)),
                "warnings": 2,
            }
        ],
        "problems": [
            {
                "severity": "warning",
                "where": "a.txt:11",
                "field": "contact.email",
                "message": "nomination 15 has an e-mail address that is none: “ane”",
                "todo": "correct it in the document",
            },
            {
                "severity": "warning",
                "where": "a.txt:28",
                "field": "answers.spread",
                "message": "nomination 15 has nothing under “Hvordan kan initiativet spredes?”",
                "todo": "ask for it, or leave it empty",
            },
        ],
    }


def test_several_forms_are_named_once_each() -> None:
    taken = (Taken("a.txt", "one", "", 1), Taken("b.txt", "two", "", 1), Taken("c.txt", "one", "", 1))
    assert IntakeResult(taken, Nominations(), (), ()).form == "one, two"


def test_without_a_document_that_was_understood_there_is_no_form() -> None:
    assert IntakeResult((), Nominations(), (), ()).form == ""
