from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from intake.test_personal_data import PIECES
from nominate_tui.errors import Problem
from nominate_tui.intake.personal_data import find
from nominate_tui.intake.privacy import (
    may_be_private,
    private_in,
    problem_of_number,
    problems_of,
    protected,
    protected_contact,
    told_without_cpr,
    without_cpr,
)
from nominate_tui.model.figures import Amount, Figures
from nominate_tui.model.nomination import Change, Contact, Nomination, Source

CPR = "010190-1234"
EMAIL = "ane@example.org"
TELEPHONE = "20 00 00 11"
ALL = f"{CPR}, {EMAIL} og {TELEPHONE}"
AMOUNT = (Amount(Decimal("0.6"), Decimal("0.6")),)


def nomination(text: str) -> Nomination:
    """A nomination that has a text wherever it can have one."""
    return Nomination(
        id="7",
        title=text,
        organisation=text,
        responsible=text,
        started=text,
        answers={"purpose": text, "spread": f"Først\n\n{text}"},
        source=Source(f"{text}.txt", "12", "a" * 64),
        facts={"proposed_by": text},
        tables={"economy": Figures(text, (text, "2026"), {text: (*AMOUNT, None)})},
        choices={"financing": {"own": text}},
        shared={"introduction": text},
    )


def test_cpr_numbers_are_always_replaced_and_everywhere() -> None:
    kept = f"[cpr], {EMAIL} og {TELEPHONE}"
    assert protected(nomination(ALL), redact=False) == nomination(kept)


def test_all_personal_data_are_replaced_where_that_is_asked_for_but_not_in_the_name_of_the_document() -> None:
    told = protected(nomination(ALL), redact=True)
    named = nomination(f"[cpr], {EMAIL} og {TELEPHONE}").source
    assert told == replace(nomination("[cpr], [e-mail] og [telefon]"), source=named)


@pytest.mark.parametrize("redact", [False, True])
def test_a_nomination_without_personal_data_stays_as_it_is(redact: bool) -> None:
    plain = nomination("Klædeskabet, 262.500 kr. i 2021-2024")
    assert protected(plain, redact=redact) == plain
    assert private_in(plain) == ()


def test_id_changes_and_place_of_a_nomination_stay() -> None:
    one = Nomination(
        "20000011", "Klædeskabet", changes=(Change(datetime(2026, 11, 22, tzinfo=UTC), ("title",)),)
    )
    assert protected(one, redact=True) == one


def test_a_nomination_that_was_typed_in_has_no_document() -> None:
    assert protected(Nomination("1", CPR), redact=False) == Nomination("1", "[cpr]")


def test_two_lines_of_a_table_stay_two_when_their_cpr_numbers_go() -> None:
    rows = {"Løn 010190-1234": AMOUNT, "Løn 020290-1234": (), "Løn 030390-1234": (None,)}
    (figures,) = protected(
        Nomination("1", "T", tables={"economy": Figures("kr.", (), rows)}), redact=False
    ).tables.values()
    assert figures.rows == {"Løn [cpr]": AMOUNT, "Løn [cpr] (2)": (), "Løn [cpr] (3)": (None,)}


@given(st.lists(PIECES, max_size=30).map("".join), st.booleans())
@example("010190-1234-010190-1234 +45 20000011+4520000012", True)
@example("ane@example.org-bo@example.org2@example.org", True)
def test_to_protect_again_changes_nothing(text: str, redact: bool) -> None:
    once = protected(nomination(text), redact=redact)
    assert protected(once, redact=redact) == once


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_personal_data_is_left_where_all_is_to_be_replaced(text: str) -> None:
    assert find(protected(Nomination("1", text), redact=True).title) == ()


def test_a_cpr_number_in_a_contact_is_replaced_and_nothing_else() -> None:
    contact = Contact("7", f"Ane {CPR}", EMAIL, TELEPHONE)
    assert protected_contact(contact) == Contact("7", "Ane [cpr]", EMAIL, TELEPHONE)
    assert protected_contact(Contact("7", email=CPR, telephone=f"tlf. {CPR}")) == Contact(
        "7", email="[cpr]", telephone="tlf. [cpr]"
    )


def test_what_is_private_is_told_field_by_field() -> None:
    fields = ["title", "organisation", "responsible", "started", "answers.purpose", "answers.spread"]
    fields += ["facts.proposed_by", "choices.financing", "tables.economy", "tables.economy", "tables.economy"]
    fields += ["shared.introduction"]
    told = private_in(nomination(EMAIL))
    assert [one.field for one in told] == fields
    assert {one.found.kind for one in told} == {"e-mail"}
    assert [one.found.start for one in told] == [0] * 5 + [7] + [0] * 6


def test_of_a_contact_only_its_cpr_numbers_are_told() -> None:
    told = private_in(Nomination("1", "T"), Contact("1", f"Ane {CPR}", EMAIL, TELEPHONE))
    assert [(one.field, one.found.kind, one.hint) for one in told] == [("contact.name", "cpr", "")]


@pytest.mark.parametrize("text", [CPR, EMAIL, TELEPHONE])
def test_a_look_at_all_texts_together_tells_whether_any_may_be_private(text: str) -> None:
    assert may_be_private(nomination(text))
    assert may_be_private(Nomination("1", "T", shared={"introduction": text}))
    assert not may_be_private(Nomination("20000011", "1234", "5678", answers={"a": "20 00", "b": "00 11"}))


def test_in_the_name_of_the_document_and_in_a_contact_only_a_cpr_number_may_be_private() -> None:
    contact = Contact("1", "Ane", EMAIL, TELEPHONE)
    assert not may_be_private(Nomination("1", "T", source=Source("20000011.txt", "1", "")), contact)
    assert may_be_private(Nomination("1", "T", source=Source(f"{CPR}.txt", "1", "")))
    assert may_be_private(Nomination("1", "T"), replace(contact, name=CPR))


def where(field: str, start: int) -> str:
    return f"a.txt:{field}:{start}"


ONE = Nomination("7", "T", answers={"purpose": f"Ring {TELEPHONE}.", "spread": f"{EMAIL} {CPR}"})

LEFT = "take it in with --redact to write {} instead, or leave it if the jury may see it"
REPLACED = "{} was written instead of it; the document still has it"


def test_each_finding_is_a_warning_with_its_place_and_does_not_repeat_the_data() -> None:
    assert problems_of(ONE, where) == (
        Problem(
            "warning",
            "a.txt:answers.purpose:5",
            "answers.purpose",
            "the text has a telephone number of 11 characters: 20…",
            LEFT.format("[telefon]"),
        ),
        Problem(
            "warning",
            "a.txt:answers.spread:0",
            "answers.spread",
            "the text has an e-mail address of 15 characters: an…",
            LEFT.format("[e-mail]"),
        ),
        Problem(
            "warning",
            "a.txt:answers.spread:16",
            "answers.spread",
            "the text has a CPR number",
            REPLACED.format("[cpr]"),
        ),
    )


def test_a_warning_says_that_the_data_were_replaced_where_they_were() -> None:
    assert [problem.todo for problem in problems_of(ONE, where, redact=True)] == [
        REPLACED.format("[telefon]"),
        REPLACED.format("[e-mail]"),
        REPLACED.format("[cpr]"),
    ]


def test_a_cpr_number_in_a_contact_is_a_warning_too() -> None:
    (problem,) = problems_of(Nomination("7", "T"), where, contact=Contact("7", telephone=CPR))
    assert (problem.severity, problem.where, problem.field) == (
        "warning",
        "a.txt:contact.telephone:0",
        "contact.telephone",
    )
    assert problem.todo == REPLACED.format("[cpr]")


def test_a_text_of_any_kind_can_be_had_without_cpr_numbers() -> None:
    assert without_cpr(f"Cpr {CPR}, {EMAIL}") == f"Cpr [cpr], {EMAIL}"


def test_a_problem_is_told_without_the_cpr_numbers_that_it_repeats() -> None:
    problem = Problem("warning", f"{CPR}.txt:1", "title", f"it has the title “Ane {CPR}”", f"see {CPR}")
    assert told_without_cpr(problem) == Problem(
        "warning", f"{CPR}.txt:1", "title", "it has the title “Ane [cpr]”", "see [cpr]"
    )


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("cut off: “…10190-1234”", "cut off: “…”"),
        ("it begins “Ane 010190-12…”", "it begins “Ane …”"),
        ("it begins “I 2024…”", "it begins “I 2024…”"),
        ("nomination 010190 has …", "nomination 010190 has …"),
    ],
)
def test_of_a_number_that_was_cut_off_nothing_is_told(message: str, told: str) -> None:
    assert told_without_cpr(Problem("warning", "", "", message, "")).message == told


def test_a_problem_without_cpr_numbers_stays_the_same() -> None:
    problem = Problem("error", "a.txt:1", "title", "nomination 7 has no title", "write it in")
    assert told_without_cpr(problem) is problem


@pytest.mark.parametrize("id", [CPR, "0101901234", "01.01.1990-1234", f"nr. {CPR}"])
def test_a_cpr_number_as_the_number_of_a_nomination_is_an_error(id: str) -> None:
    assert problem_of_number(id, "a.csv:A2") == Problem(
        "error",
        "a.csv:A2",
        "id",
        "the number of a nomination looks like a CPR number",
        "give it another number in the document, or take it in with --renumber",
    )


@pytest.mark.parametrize("id", ["", "7", "2026-14", "20000011", "2024010112"])
def test_another_number_is_none(id: str) -> None:
    assert problem_of_number(id, "a.csv:A2") is None
