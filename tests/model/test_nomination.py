"""Nominations as one value."""

from nominate_tui.model.nomination import Nomination, Nominations

CLOTHES = Nomination(
    "15", "Klædeskabet", "Esbjerg Sygehus", answers={"purpose": "Rent tøj", "spread": "Til alle"}
)
GARDEN = Nomination("26", "Haven", "Bispebjerg", answers={"purpose": "Jord under neglene"})
BOTH = Nominations((CLOTHES, GARDEN), {"purpose": "Hvorfor?"})


def test_a_nomination_is_found_by_its_id() -> None:
    assert BOTH["26"] is GARDEN
    assert "26" in BOTH
    assert "27" not in BOTH


def test_the_text_is_all_answers_and_its_words_are_counted() -> None:
    assert CLOTHES.text == "Rent tøj\n\nTil alle"
    assert CLOTHES.words == 4


def test_a_search_wants_every_word_in_any_case_and_any_part() -> None:
    assert BOTH.matching("TØJ esbjerg").ids == ("15",)
    assert BOTH.matching("jord tøj").ids == ()
    assert BOTH.matching("26").ids == ("26",)


def test_a_search_keeps_order_and_questions() -> None:
    assert BOTH.matching("e") == BOTH
