"""Nominations as one value."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from nominate_tui.model.figures import Figures
from nominate_tui.model.nomination import Change, Nomination, Nominations, Source

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

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


def test_a_search_finds_what_is_read_beside_the_answers() -> None:
    bath = Nomination(
        "1",
        "Badet",
        facts={"proposed_by": "Liste A"},
        tables={"economy": Figures("mio. kr.", (), {"Drift af anlægget": ()})},
        choices={"financing": {"Kommunens kasse": "x"}},
        shared={"introduction": "Om hele pakken."},
    )
    both = Nominations((bath, GARDEN))
    for wanted in ("liste a", "drift anlægget", "kasse", "hele pakken badet"):
        assert both.matching(wanted).ids == ("1",)


TWICE = replace(
    CLOTHES,
    changes=(Change(NOON, ("title", "answers.spread")), Change(NOON + HOUR, ("answers.purpose", "title"))),
)


@pytest.mark.parametrize(
    ("moment", "change"),
    [
        (None, Change(NOON + HOUR, ("title", "answers.spread", "answers.purpose"))),
        (NOON - HOUR, Change(NOON + HOUR, ("title", "answers.spread", "answers.purpose"))),
        (NOON, Change(NOON + HOUR, ("answers.purpose", "title"))),
        (NOON + HOUR, None),
    ],
)
def test_what_changed_since_a_moment_is_told_as_one_change_at_the_time_of_the_last(
    moment: datetime | None, change: Change | None
) -> None:
    assert TWICE.changed_since(moment) == change


def test_what_never_changed_has_not_changed_since_any_moment() -> None:
    assert CLOTHES.changed_since(None) is None


@pytest.mark.parametrize(("place", "told"), [("12", "a.txt:12"), ("3:12", "a.txt:3:12"), ("", "a.txt")])
def test_a_source_is_told_as_an_address(place: str, told: str) -> None:
    assert str(Source("a.txt", place, "")) == told
