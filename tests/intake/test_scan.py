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
    assert scan(["Navn: Ane"], FORM).marks == (Mark(0, 1, place, "Ane"),)


def test_a_line_that_begins_with_another_word_is_no_heading() -> None:
    assert scan(["Mit navn:", "x" * 10_000, "Navne", "?"], FORM).marks == ()
