from dataclasses import replace

import pytest

from intake.making import FORM
from nominate_tui.intake.form import first_word
from nominate_tui.intake.scan import Mark, may_follow, scan


@pytest.mark.parametrize("text", ["Navn", "navn:", "NAVN :", "Navn? ja", "navn\tx"])
def test_the_first_word_is_compared_as_headings_are(text: str) -> None:
    assert first_word(text) == "navn"


def test_a_heading_of_one_word_is_found_however_it_ends() -> None:
    place = FORM.by_heading["navn"]
    for line in ("Navn", "navn:", "NAVN ?"):
        assert scan([line], FORM).marks == (Mark(0, 1, place),)
    assert scan(["Navn: Ane"], FORM).marks == (Mark(0, 1, place, "Ane", alone=False),)


def test_a_line_that_begins_with_another_word_is_no_heading() -> None:
    assert scan(["Mit navn:", "x" * 10_000, "Navne", "?"], FORM).marks == ()


def test_a_heading_in_a_cell_of_a_table_has_the_text_of_the_next_cell_beside_it() -> None:
    place = FORM.by_heading["navn"]
    assert scan(["Navn\tAne"], FORM).marks == (Mark(0, 1, place, "Ane"),)
    assert scan(["Mit navn\tAne"], FORM).marks == ()


def test_the_last_word_of_a_sentence_is_no_heading_where_it_has_a_line_to_itself() -> None:
    assert scan(["Skriv dit", "navn."], FORM).marks == ()
    assert scan(["", "navn."], FORM).marks == (Mark(1, 2, FORM.by_heading["navn"]),)


def test_a_hint_in_brackets_behind_a_heading_does_not_count() -> None:
    place = FORM.by_heading["navn"]
    for line in ("Navn (fornavn og efternavn):", "Navn: (begge)", "Navn (begge)"):
        assert scan([line], FORM).marks[0].question == place
    assert scan(["Navn (fornavn) og mere"], FORM).marks == ()


@pytest.mark.parametrize("line", ["3. Navn", "3) Navn:", "Navn *", "4. Navn (fornavn) *", "2. Navn\tAne"])
def test_a_number_before_a_heading_and_a_star_behind_it_do_not_count(line: str) -> None:
    assert [mark.question for mark in scan([line], FORM).marks] == [FORM.by_heading["navn"]]


@pytest.mark.parametrize(
    "line",
    [
        "Kelvin",
        "\u212aELVIN:",
        "ærlighed",
        "ÆRLIGHED?",
        "“citat”",
        '"Citat":',
        "e\u2011mail",
        "STRASSE",
        "\ufb01n",
    ],
)
def test_a_heading_is_found_whatever_sign_it_begins_with(line: str) -> None:
    headings = ("kelvin", "Ærlighed", "“Citat”", "E-mail", "Straße", "Fin")
    form = replace(FORM, questions=(replace(FORM.questions[0], headings=headings),))
    assert scan([line], form).marks == (Mark(0, 1, 0),)


@pytest.mark.parametrize(
    ("begins", "line"),
    [
        ("Indstilling {number}: {title}", "INDSTILLING 3: Cykler"),
        ("Skema {number}", "\u017fkema 3"),
        ("Ønske: {title}", "øNSKE: Cykler"),
        ("{number}. {title}", "3. Cykler"),
        ("{title} (forslag)", "Cykler (forslag)"),
        ("{title} (forslag)", "Åben (forslag)"),
        (": {title}", "\tCykler"),
    ],
)
def test_a_nomination_is_found_whatever_sign_it_begins_with(begins: str, line: str) -> None:
    form = replace(FORM, begins=("Andet: {title}", begins))
    assert [one.line for one in scan(["", line], form).beginnings] == [1]
    assert may_follow(["", line], form)
    assert not may_follow(["", "Noget andet", "?"], form)


def test_no_document_follows_a_form_that_does_not_say_how_a_nomination_begins() -> None:
    assert not may_follow(["Navn", "", "Indstilling 1: Cykler"], replace(FORM, begins=()))
