from pathlib import Path

from intake.making import FORM, nomination, told, written
from nominate_tui.intake.merge import Merged, merge
from nominate_tui.intake.result import IntakeResult
from nominate_tui.intake.take import take_in
from nominate_tui.model.nomination import Contact, Nomination, Nominations

NOTHING = Nominations()


def taken(folder: Path, text: str, name: str = "a.txt") -> IntakeResult:
    return take_in([written(folder, text, name)], [FORM])


def again(before: Merged, result: IntakeResult) -> Merged:
    return merge(before.nominations, before.contacts, result)


def test_a_first_intake_adds_everything(tmp_path: Path) -> None:
    result = taken(tmp_path, nomination(1) + nomination(2))
    merged = merge(NOTHING, (), result)
    assert merged == Merged(result.nominations, result.contacts, ("1", "2"), (), ())


def test_the_same_document_again_changes_nothing(tmp_path: Path) -> None:
    result = taken(tmp_path, nomination(1) + nomination(2))
    first = merge(NOTHING, (), result)
    assert again(first, result) == Merged(first.nominations, first.contacts, (), (), ())


def test_a_changed_text_replaces_the_old_one_under_the_same_id(tmp_path: Path) -> None:
    first = merge(NOTHING, (), taken(tmp_path, nomination(1) + nomination(2)))
    new = nomination(1) + nomination(2, {"answers.spread": "Anderledes."})
    merged = again(first, taken(tmp_path, new))
    assert merged.nominations.ids == ("1", "2")
    assert merged.nominations["2"].answers["spread"] == "Anderledes."
    assert (merged.added, merged.changed, merged.problems) == ((), ("2",), ())


def test_a_text_that_merely_moved_in_its_document_has_not_changed(tmp_path: Path) -> None:
    first = merge(NOTHING, (), taken(tmp_path, nomination(1)))
    merged = again(first, taken(tmp_path, "\n\n" + nomination(1)))
    assert merged.changed == ()
    source = merged.nominations["1"].source
    assert source
    assert source.line == 3


def test_new_nominations_come_after_those_the_round_has(tmp_path: Path) -> None:
    first = merge(NOTHING, (), taken(tmp_path, nomination(2)))
    merged = again(first, taken(tmp_path, nomination(1), "b.txt"))
    assert merged.nominations.ids == ("2", "1")
    assert [contact.nomination for contact in merged.contacts] == ["2", "1"]
    assert merged.added == ("1",)


def test_a_nomination_that_disappeared_is_kept_and_told(tmp_path: Path) -> None:
    first = merge(NOTHING, (), taken(tmp_path, nomination(1) + nomination(2)))
    merged = again(first, taken(tmp_path, nomination(1)))
    assert merged.nominations.ids == ("1", "2")
    assert len(merged.contacts) == 2
    assert told(merged.problems) == [("warning", "a.txt", "id")]
    assert merged.errors == ()


def test_a_nomination_of_another_document_has_not_disappeared(tmp_path: Path) -> None:
    first = merge(NOTHING, (), taken(tmp_path, nomination(1)))
    assert again(first, taken(tmp_path, nomination(2), "b.txt")).problems == ()


def test_a_number_that_a_different_nomination_has_is_an_error_and_nothing_is_overwritten(
    tmp_path: Path,
) -> None:
    first = merge(NOTHING, (), taken(tmp_path, nomination(1)))
    merged = again(first, taken(tmp_path, nomination(1, {"title": "Biler"}), "b.txt"))
    assert merged.nominations == first.nominations
    assert merged.contacts == first.contacts
    assert told(merged.errors) == [("error", "b.txt:1", "id")]
    assert (
        merged.errors[0].message == "the number 1 is taken: in this round it is “Cykler til alle” from a.txt"
    )


def test_the_same_title_in_another_document_is_the_same_nomination(tmp_path: Path) -> None:
    first = merge(NOTHING, (), taken(tmp_path, nomination(1)))
    merged = again(first, taken(tmp_path, nomination(1, {"title": "CYKLER  til alle"}), "b.txt"))
    assert merged.errors == ()
    assert merged.changed == ("1",)


def test_another_title_in_the_same_document_is_the_same_nomination(tmp_path: Path) -> None:
    first = merge(NOTHING, (), taken(tmp_path, nomination(1)))
    merged = again(first, taken(tmp_path, nomination(1, {"title": "Biler"})))
    assert (merged.errors, merged.changed) == ((), ("1",))


def test_a_nomination_that_was_typed_in_is_told_as_such(tmp_path: Path) -> None:
    typed = Nominations((Nomination("1", "Biler"),))
    merged = merge(typed, (), taken(tmp_path, nomination(1)))
    assert (
        merged.errors[0].message
        == "the number 1 is taken: in this round it is “Biler” from a nomination that was typed in"
    )


def test_a_contact_that_was_typed_in_stays_where_the_document_has_none(tmp_path: Path) -> None:
    nobody = dict.fromkeys(("contact.name", "contact.email", "contact.telephone"))
    result = taken(tmp_path, nomination(1, nobody))
    merged = merge(result.nominations, (Contact("1", "Bo"),), result)
    assert merged.contacts == (Contact("1", "Bo"),)


def test_the_problems_of_the_intake_come_first(tmp_path: Path) -> None:
    first = merge(NOTHING, (), taken(tmp_path, nomination(1) + nomination(2)))
    merged = again(first, taken(tmp_path, nomination(1, {"contact.email": "ane"})))
    assert [problem.field for problem in merged.problems] == ["contact.email", "id"]


def test_questions_of_earlier_intakes_stay() -> None:
    old = Nominations((), {"why": "Hvorfor?", "how": "Hvordan?"})
    new = IntakeResult((), Nominations((), {"how": "Hvordan så?"}), (), ())
    assert merge(old, (), new).nominations.questions == {"why": "Hvorfor?", "how": "Hvordan så?"}
