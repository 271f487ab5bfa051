import gc
import hashlib
from dataclasses import replace
from pathlib import Path

from intake.making import ANSWERS, FORM, HEADINGS, nomination, told, written
from intake.sheets import FORMS
from nominate_tui.intake.take import Wishes, take_in
from nominate_tui.model.nomination import Contact, Nomination, Source
from nominate_tui.model.rules import IntakeRules
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
            source=Source("a.txt", "1", hashlib.sha256(path.read_bytes()).hexdigest()),
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
    assert sorted(told(result.errors)) == [("error", "b.txt", ""), ("error", "c.txt", "")]


def test_the_form_that_is_wanted_is_used(tmp_path: Path) -> None:
    result = take_in([written(tmp_path, nomination())], [FORM], Wishes(form="nobody"))
    assert [problem.message for problem in result.errors] == ["there is no form “nobody”"]
    assert take_in([written(tmp_path, nomination())], [FORM], Wishes(form="indstilling")).errors == ()


def test_documents_without_numbers_get_provisional_ones(tmp_path: Path) -> None:
    form = replace(FORM, begins=("Indstilling: {title}",))
    text = (nomination(1) + nomination(2)).replace("Indstilling 1:", "Indstilling:")
    result = take_in([written(tmp_path, text.replace("Indstilling 2:", "Indstilling:"))], [form])
    assert len(result.nominations) == 2
    assert result.unnumbered == set(result.nominations.ids)
    assert [contact.nomination for contact in result.contacts] == list(result.nominations.ids)


def test_numbers_of_documents_can_be_left_aside(tmp_path: Path) -> None:
    paths = [written(tmp_path, nomination(1), "a.txt"), written(tmp_path, nomination(1), "b.txt")]
    result = take_in(paths, [FORM], Wishes(renumber=True))
    assert (len(result.nominations), result.errors) == (2, ())
    assert result.unnumbered == set(result.nominations.ids)


def test_a_folder_is_taken_in_whole(tmp_path: Path) -> None:
    (tmp_path / "all" / "more").mkdir(parents=True)
    written(tmp_path / "all" / "more", nomination(2), "b.txt")
    written(tmp_path / "all", nomination(1), "a.txt")
    assert take_in([tmp_path / "all"], [FORM]).nominations.ids == ("1", "2")


def test_personal_data_inside_answers_are_told_with_their_line_and_stay(tmp_path: Path) -> None:
    text = nomination(1, {"answers.spread": "Spørg os.\n\nSkriv til bo@example.org i dag."})
    result = take_in([written(tmp_path, text)], [FORM])
    assert told(result.problems) == [("warning", "a.txt:31", "answers.spread")]
    assert "example" not in result.problems[0].message
    assert result.nominations["1"].answers["spread"].endswith("bo@example.org i dag.")
    assert result.warnings == {"1": 1}


def test_personal_data_are_hidden_where_that_is_wished_and_a_cpr_number_always(tmp_path: Path) -> None:
    spread = "Skriv til bo@example.org. Hans nummer er 010190-1234."
    path = written(tmp_path, nomination(1, {"answers.spread": spread}))
    (one,) = take_in([path], [FORM]).nominations
    assert one.answers["spread"] == "Skriv til bo@example.org. Hans nummer er [cpr]."
    (one,) = take_in([path], [FORM], Wishes(redact=True)).nominations
    assert one.answers["spread"] == "Skriv til [e-mail]. Hans nummer er [cpr]."
    (one,) = take_in([path], [FORM], rules=IntakeRules(redact=True)).nominations
    assert one.answers["spread"] == "Skriv til [e-mail]. Hans nummer er [cpr]."
    assert spread in path.read_text(encoding="utf-8")


def test_problems_stand_in_the_order_of_documents_and_lines(tmp_path: Path) -> None:
    a = "Forord\n" + nomination(1, {"answers.spread": "", "contact.email": "ane"})
    paths = [written(tmp_path, a, "a.txt"), written(tmp_path, nomination(2, {"started": ""}), "b.txt")]
    assert [problem.where for problem in take_in(paths, [FORM]).problems] == [
        "a.txt:1",
        "a.txt:12",
        "a.txt:29",
        "b.txt:14",
    ]


def test_progress_is_told_document_by_document_and_half_way_through_each(tmp_path: Path) -> None:
    seen: list[tuple[float, str]] = []
    paths = [written(tmp_path, nomination(1), "a.txt"), written(tmp_path, nomination(2), "b.txt")]
    take_in(paths, [FORM], progress=lambda share, name: seen.append((share, name)))
    assert seen == [(0, "a.txt"), (0.25, "a.txt"), (0.5, "b.txt"), (0.75, "b.txt"), (1, "")]


CPR = "010190-1234"


def test_a_cpr_number_as_a_number_is_an_error_that_repeats_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Nr;Titel;Beskrivelse\n{CPR};A;x\n{CPR};B;y\n", encoding="utf-8")
    result = take_in([path], FORMS)
    assert told(result.errors) == [("error", "a.csv:2", "id"), ("error", "a.csv:3", "id")]
    assert result.nominations.ids == ("?1", "?2")
    assert CPR not in repr(result)


def test_a_cpr_number_as_a_number_does_no_harm_where_numbers_are_left_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Nr;Titel;Beskrivelse\n{CPR};A;x\n", encoding="utf-8")
    result = take_in([path], FORMS, Wishes(renumber=True))
    assert (result.errors, result.nominations.ids) == ((), ("?1",))


def test_no_cpr_number_is_in_what_was_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Titel;Cpr {CPR}\nA;x\n", encoding="utf-8")
    result = take_in([path], FORMS, Wishes(maps={"answers.x": f"Cpr {CPR}"}))
    assert result.nominations.questions == {"x": "Cpr [cpr]"}


def test_no_problem_repeats_a_cpr_number(tmp_path: Path) -> None:
    path = written(tmp_path, nomination(1, {"title": f"Titel {CPR}"}, title="Cykler"))
    problems = take_in([path], [FORM]).problems
    assert [problem.message.count("[cpr]") for problem in problems] == [1, 0]
    assert CPR not in repr(problems)


def test_garbage_is_collected_again_after_an_intake(tmp_path: Path) -> None:
    take_in([written(tmp_path, nomination(1)), tmp_path / "none.txt"], [FORM])
    assert gc.isenabled()
    gc.disable()
    try:
        take_in([written(tmp_path, nomination(1))], [FORM])
        assert not gc.isenabled()
    finally:
        gc.enable()
