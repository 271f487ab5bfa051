from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.entered import ANSWERS, LATER, NOON, NOTHING, again, all_unnumbered, entered, first, source, taken
from nominate_tui.errors import Problem
from nominate_tui.intake.changes import Difference
from nominate_tui.intake.merge import Merged, merge
from nominate_tui.intake.result import IntakeResult
from nominate_tui.model.nomination import Change, Contact, Nomination, Nominations
from notation.nouns import nominations

OTHER = {**ANSWERS, "spread": "Anderledes."}
SPREAD = Difference("answers.spread", "Med flere cykler.", "Anderledes.")


def told(merged: Merged) -> list[tuple[str, str, str]]:
    """Severity, place and field of each problem."""
    return [(problem.severity, problem.where, problem.field) for problem in merged.problems]


# The same again


def test_a_first_intake_adds_everything() -> None:
    result = taken(entered(1), entered(2), contacts=[Contact("1", "Ane")])
    assert first(result) == Merged(result, result.nominations, result.contacts, ("1", "2"), {}, ())


def test_the_same_document_again_changes_nothing() -> None:
    result = taken(entered(1), entered(2), contacts=[Contact("1", "Ane")])
    merged = again(first(result), result)
    assert merged == Merged(result, result.nominations, result.contacts, (), {}, ())


def test_the_same_document_again_leaves_what_changed_before_as_it_was() -> None:
    changed = again(first(taken(entered(1))), taken(entered(1, answers=OTHER)))
    merged = merge(changed.nominations, (), taken(entered(1, answers=OTHER)), LATER.replace(hour=23))
    assert merged.nominations == changed.nominations
    assert merged.nominations["1"].changes == (Change(LATER, ("answers.spread",)),)


def test_a_text_that_merely_moved_has_another_source_and_nothing_else() -> None:
    before = again(first(taken(entered(1))), taken(entered(1, answers=OTHER)))
    moved = replace(entered(1, answers=OTHER), source=source("b.pdf", "3:12", ""))
    merged = again(before, taken(moved))
    assert merged.changed == {}
    assert merged.nominations["1"] == replace(before.nominations["1"], source=moved.source)


def test_what_comes_without_a_source_takes_none_away() -> None:
    typed = replace(entered(1), source=None)
    assert again(first(taken(entered(1))), taken(typed)).nominations["1"].source == source()


# What changed


def test_a_changed_text_replaces_the_old_one_under_the_same_id_and_is_noted_with_its_time() -> None:
    merged = again(first(taken(entered(1), entered(2))), taken(entered(1), entered(2, answers=OTHER)))
    assert merged.nominations.ids == ("1", "2")
    assert merged.nominations["2"] == replace(
        entered(2, answers=OTHER), changes=(Change(LATER, ("answers.spread",)),)
    )
    assert (merged.added, merged.changed, merged.problems) == ((), {"2": (SPREAD,)}, ())


def test_every_intake_that_changes_something_is_noted_after_those_before() -> None:
    once = again(first(taken(entered(1))), taken(entered(1, answers=OTHER)))
    twice = merge(once.nominations, (), taken(entered(1, "Både", answers=OTHER)), LATER.replace(hour=23))
    assert twice.nominations["1"].changes == (
        Change(LATER, ("answers.spread",)),
        Change(LATER.replace(hour=23), ("title",)),
    )


def test_the_same_title_in_another_document_is_the_same_nomination() -> None:
    merged = again(first(taken(entered(1))), taken(entered(1, "CYKLER  til alle", document="b.txt")))
    assert merged.errors == ()
    assert merged.changed == {"1": (Difference("title", "Cykler til alle", "CYKLER  til alle"),)}


def test_another_title_in_the_same_document_is_the_same_nomination() -> None:
    merged = again(first(taken(entered(1))), taken(entered(1, "Biler")))
    assert (merged.errors, list(merged.changed)) == ((), ["1"])


def test_new_nominations_come_after_those_the_round_has() -> None:
    result = taken(entered(2), contacts=[Contact("2", "Bo")])
    merged = again(first(result), taken(entered(1, document="b.txt"), contacts=[Contact("1", "Ane")]))
    assert merged.nominations.ids == ("2", "1")
    assert [contact.nomination for contact in merged.contacts] == ["2", "1"]
    assert merged.added == ("1",)


def test_questions_of_earlier_intakes_stay() -> None:
    old = Nominations((), {"why": "Hvorfor?", "how": "Hvordan?"})
    new = IntakeResult((), Nominations((), {"how": "Hvordan så?"}), (), ())
    assert merge(old, (), new, NOON).nominations.questions == {"why": "Hvorfor?", "how": "Hvordan så?"}


# Nominations without a number


def test_nominations_without_a_number_keep_the_ids_they_got() -> None:
    merged = again(
        first(all_unnumbered(entered("a", "A"), entered("b", "B"))), all_unnumbered(entered("x", "B"))
    )
    assert merged.nominations.ids == ("1", "2")
    assert merged.intake.nominations.ids == ("2",)
    assert (merged.added, merged.changed) == ((), {})
    assert told(merged) == [("warning", "a.txt", "id")]


def test_contacts_of_nominations_without_a_number_go_along() -> None:
    result = taken(entered("a"), unnumbered=["a"], contacts=[Contact("a", "Ane")])
    assert first(result).contacts == (Contact("1", "Ane"),)


# What is gone


def test_a_nomination_that_disappeared_is_kept_and_told() -> None:
    both = taken(entered(1), entered(2, "Biler"), contacts=[Contact("1"), Contact("2")])
    merged = again(first(both), taken(entered(1)))
    assert merged.nominations == both.nominations
    assert len(merged.contacts) == 2
    assert merged.problems == (
        Problem(
            "warning",
            "a.txt",
            "id",
            "nomination 2 “Biler” is in this document no more",
            "it was kept, with its reviews; if it was withdrawn, tell the chair: only one that nobody has reviewed"
            " can be taken out of nominations.toml and contacts.toml",
        ),
    )


def test_a_nomination_of_another_document_has_not_disappeared() -> None:
    assert again(first(taken(entered(1))), taken(entered(2, "Biler", document="b.txt"))).problems == ()


def test_a_document_in_which_nothing_is_left_tells_all_that_disappeared() -> None:
    merged = again(first(taken(entered(1), entered(2))), taken(documents=["a.txt"]))
    assert told(merged) == [("warning", "a.txt", "id")] * 2


def test_a_document_that_an_archive_has_no_more_tells_what_disappeared() -> None:
    both = taken(
        entered(1, document="a.zip/1.pdf"),
        entered(2, document="a.zip/x/2.pdf"),
        entered(3, document="b.zip/3.pdf"),
    )
    merged = again(first(both), taken(entered(1, document="a.zip/1.pdf")))
    assert told(merged) == [("warning", "a.zip/x/2.pdf", "id")]


def test_a_document_of_an_archive_that_could_not_be_read_has_not_disappeared() -> None:
    both = taken(entered(1, document="a.zip/1.pdf"), entered(2, document="a.zip/2.pdf"))
    broken = Problem("error", "a.zip/2.pdf:3:7", "", "it cannot be read", "")
    merged = again(first(both), taken(entered(1, document="a.zip/1.pdf"), problems=[broken]))
    assert merged.problems == (broken,)


def test_a_sheet_that_a_workbook_has_no_more_tells_what_disappeared() -> None:
    sheets = [entered(1, document="a.xlsx", place="Ark1!A2"), entered(2, document="a.xlsx", place="Ark2!A2")]
    merged = again(first(taken(*sheets)), taken(sheets[0]))
    assert told(merged) == [("warning", "a.xlsx", "id")]


# What cannot be


def test_a_number_that_a_different_nomination_has_is_an_error_and_nothing_is_overwritten() -> None:
    merged = again(first(taken(entered(1))), taken(entered(1, "Biler", document="b.txt", place=7)))
    assert merged.nominations == Nominations((entered(1),))
    assert (merged.added, merged.changed) == ((), {})
    assert merged.problems == (
        Problem(
            "error",
            "b.txt:7",
            "id",
            "the number 1 is taken: in this round it is “Cykler til alle” from a.txt",
            "give the nomination a number that is free; a nomination keeps its number for the whole round",
        ),
    )


def test_a_nomination_that_was_typed_in_is_told_as_such() -> None:
    merged = merge(Nominations((Nomination("1", "Biler"),)), (), taken(entered(1)), NOON)
    assert (
        merged.errors[0].message
        == "the number 1 is taken: in this round it is “Biler” from a nomination that was typed in"
    )


def test_numbers_that_moved_in_a_document_are_an_error_since_reviews_would_follow_them() -> None:
    before = first(taken(entered(1, "A"), entered(2, "B")))
    merged = again(before, taken(entered(1, "Ny"), entered(2, "A", place=9), entered(3, "B", place=17)))
    todo = "give it the number it had: its reviews are kept under that one"
    assert merged.problems == (
        Problem("error", "a.txt:9", "id", "“A” had the number 1 in this document, and has 2 now", todo),
        Problem("error", "a.txt:17", "id", "“B” had the number 2 in this document, and has 3 now", todo),
    )


def test_two_nominations_of_one_title_and_a_title_that_is_taken_over_are_no_moved_numbers() -> None:
    before = first(taken(entered(1, "A"), entered(2, "A"), entered(3, "C")))
    assert again(before, taken(entered(1, "A"), entered(2, "A"), entered(3, "C"))).problems == ()
    assert again(before, taken(entered(1, "A"), entered(2, "C"), entered(3, "C"))).problems == ()
    assert (
        again(before, taken(entered(1, "A"), entered(2, "A"), entered(3, "C"), entered(4, "C"))).problems
        == ()
    )


# Contacts


def test_a_contact_that_was_typed_in_stays_where_the_document_has_none() -> None:
    merged = merge(Nominations((entered(1),)), (Contact("1", "Bo"),), taken(entered(1)), NOON)
    assert (merged.contacts, merged.problems) == ((Contact("1", "Bo"),), ())


def test_a_contact_that_is_another_now_is_told_without_what_is_in_it() -> None:
    before = first(taken(entered(1), contacts=[Contact("1", "Bo", "bo@example.org")]))
    merged = again(before, taken(entered(1), contacts=[Contact("1", "Ane", "ane@example.org")]))
    assert merged.contacts == (Contact("1", "Ane", "ane@example.org"),)
    assert merged.problems == (
        Problem(
            "warning",
            "a.txt:1",
            "contact",
            "the contact of nomination 1 is another than before",
            "contacts.toml has the one of the document; mend it there if the old one was right",
        ),
    )


def test_the_contact_of_a_nomination_that_clashes_is_not_taken() -> None:
    before = first(taken(entered(1), contacts=[Contact("1", "Bo")]))
    other = taken(entered(1, "Biler", document="b.txt"), contacts=[Contact("1", "Ane")])
    assert again(before, other).contacts == (Contact("1", "Bo"),)


def test_the_problems_of_the_intake_come_first() -> None:
    problem = Problem("warning", "a.txt:3", "contact.email", "it is none", "")
    merged = again(first(taken(entered(1), entered(2))), taken(entered(1), problems=[problem]))
    assert [each.field for each in merged.problems] == ["contact.email", "id"]


@settings(deadline=None)
@given(nominations, st.booleans())
def test_whatever_was_taken_in_changes_nothing_when_it_is_taken_in_again(
    given: Nominations, unnumbered: bool
) -> None:
    names = [one.id for one in given]
    result = replace(taken(*given, unnumbered=names if unnumbered else ()), nominations=given)
    merged = merge(NOTHING, (), result, NOON)
    once = merge(merged.nominations, merged.contacts, merged.intake, LATER)
    assert (once.nominations, once.added, once.changed, once.errors) == (merged.nominations, (), {}, ())


LONG = {"spread": "Alle kan cykle hele vejen hjem fra byen i regn og sol med vinden i ryggen."}
FOREIGN = {
    "spread": "Vi bygger et drivhus hvor beboere dyrker tomater, agurker samt krydderurter året rundt."
}


def test_another_persons_form_of_the_same_name_and_number_does_not_replace_the_first() -> None:
    merged = again(first(taken(entered(1, answers=LONG))), taken(entered(1, "Drivhus", answers=FOREIGN)))
    assert told(merged) == [("error", "a.txt:1", "id")]
    assert merged.nominations["1"].answers == LONG


def test_another_nomination_of_the_same_title_and_number_does_not_replace_the_first() -> None:
    merged = again(
        first(taken(entered(1, answers=LONG))), taken(entered(1, answers=FOREIGN, document="b.txt"))
    )
    assert told(merged) == [("error", "b.txt:1", "id")]


def test_a_new_nomination_with_the_title_of_another_is_told_and_none_is_replaced() -> None:
    new = all_unnumbered(entered("a", answers=FOREIGN, document="b.txt"))
    merged = again(first(taken(entered(1, answers=LONG))), new)
    assert (merged.added, dict(merged.changed)) == (("2",), {})
    assert told(merged) == [("warning", "b.txt:1", "title")]


def test_a_nomination_that_comes_from_another_file_now_is_told() -> None:
    new = all_unnumbered(entered("a", answers={"spread": LONG["spread"] + " Altid."}, document="b.txt"))
    merged = again(first(taken(entered(1, answers=LONG))), new)
    assert (merged.added, list(merged.changed)) == ((), ["1"])
    assert told(merged) == [("warning", "b.txt:1", "id")]
