import hashlib
from pathlib import Path
from time import perf_counter

from intake.making import ANSWERS, FORM, HEADINGS, nomination, told, written
from nominate_tui.intake.take import take_in
from nominate_tui.model.nomination import Contact, Nomination, Source
from nominate_tui.notation.contacts import read_contacts, write_contacts
from nominate_tui.notation.nominations import read_nominations, write_nominations


def test_a_document_becomes_nominations_and_contacts_apart(tmp_path: Path) -> None:
    path = written(tmp_path, nomination(7, {"answers.spread": "Med:\n\n- cykler\n- vejr"}))
    result = take_in([path], [FORM])
    assert result.problems == ()
    assert result.nominations.all == (
        Nomination(
            id="7",
            title="Cykler til alle",
            organisation="Byens Hospital",
            responsible="Frivilligcentret",
            started="Maj 2023",
            answers={
                "purpose": "Flere skal cykle.",
                "audience": "Alle, der kan.",
                "innovation": "Det er nyt her.",
                "implementation": "Vi begyndte i maj.",
                "user_value": "De smiler mere.",
                "staff_recognition": "Vi er glade for det.",
                "spread": "Med:\n\n- cykler\n- vejr",
            },
            source=Source("a.txt", 1, hashlib.sha256(path.read_bytes()).hexdigest()),
        ),
    )
    assert result.contacts == (Contact("7", "Ane Mønster", "ane@example.org", "+45 20 00 00 99"),)


def test_the_questions_of_the_form_are_kept_with_the_nominations(tmp_path: Path) -> None:
    result = take_in([written(tmp_path, nomination())], [FORM])
    assert result.nominations.questions == {answer: HEADINGS[f"answers.{answer}"] for answer in ANSWERS}


def test_the_result_can_be_written_and_read_again(tmp_path: Path) -> None:
    result = take_in([written(tmp_path, nomination(1) + nomination(2, {"answers.spread": ""}))], [FORM])
    assert read_nominations(write_nominations(result.nominations), "n.toml") == result.nominations
    assert read_contacts(write_contacts(result.contacts), "c.toml") == result.contacts


def test_an_answer_that_is_empty_is_kept_and_one_that_was_not_asked_is_not(tmp_path: Path) -> None:
    text = nomination(1, {"answers.spread": "", "answers.audience": None})
    (one,) = take_in([written(tmp_path, text)], [FORM]).nominations
    assert list(one.answers) == [answer for answer in ANSWERS if answer != "audience"]
    assert one.answers["spread"] == ""


def test_a_title_missing_from_its_field_is_taken_from_the_beginning(tmp_path: Path) -> None:
    (one,) = take_in([written(tmp_path, nomination(1, {"title": ""}, title="Cykler"))], [FORM]).nominations
    assert one.title == "Cykler"


def test_a_title_wrapped_in_its_field_is_one_line(tmp_path: Path) -> None:
    text = nomination(1, {"title": "Cykler\ntil alle"}, title="Cykler til\nalle")
    (one,) = take_in([written(tmp_path, text)], [FORM]).nominations
    assert one.title == "Cykler til alle"


def test_a_nomination_without_contact_has_none(tmp_path: Path) -> None:
    nobody = dict.fromkeys(("contact.name", "contact.email", "contact.telephone"))
    assert take_in([written(tmp_path, nomination(1, nobody))], [FORM]).contacts == ()


def test_several_documents_are_taken_in_together(tmp_path: Path) -> None:
    paths = [written(tmp_path, nomination(1), "a.txt"), written(tmp_path, nomination(2), "b.txt")]
    result = take_in(paths, [FORM])
    assert result.nominations.ids == ("1", "2")
    assert [(taken.document, taken.form, taken.nominations) for taken in result.taken] == [
        ("a.txt", "indstilling", 1),
        ("b.txt", "indstilling", 1),
    ]


def test_a_doubled_number_is_an_error_and_the_first_stays(tmp_path: Path) -> None:
    second = nomination(1, {"title": "Biler"})
    paths = [written(tmp_path, nomination(1), "a.txt"), written(tmp_path, second + nomination(2), "b.txt")]
    result = take_in(paths, [FORM])
    assert [one.title for one in result.nominations] == ["Cykler til alle", "Cykler til alle"]
    assert told(result.errors) == [("error", "b.txt:1", "id")]
    assert result.errors[0].message == "the number 1 is there twice: “Cykler til alle” has it too, at a.txt:1"


def test_a_document_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"\x89PNG")
    result = take_in([tmp_path / "b.txt", tmp_path / "c.txt", written(tmp_path, nomination())], [FORM])
    assert result.nominations.ids == ("1",)
    assert told(result.errors) == [("error", "b.txt", ""), ("error", "c.txt", "")]


def test_the_form_that_is_wanted_is_used(tmp_path: Path) -> None:
    result = take_in([written(tmp_path, nomination())], [FORM], "nobody")
    assert [problem.message for problem in result.errors] == ["there is no form “nobody”"]
    assert take_in([written(tmp_path, nomination())], [FORM], "indstilling").errors == ()


def test_the_time_grows_no_faster_than_the_document(tmp_path: Path) -> None:
    def seconds(count: int) -> float:
        path = written(tmp_path, "".join(nomination(number) for number in range(1, count + 1)))
        started = perf_counter()
        assert len(take_in([path], [FORM]).nominations) == count
        return perf_counter() - started

    small = min(seconds(250) for _time in range(3))
    assert seconds(2000) < 8 * small * 4
