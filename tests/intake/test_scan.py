import pytest

from intake.making import FORM
from nominate_tui.intake.form import first_word
from nominate_tui.intake.scan import Mark, scan


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
