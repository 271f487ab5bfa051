from datetime import UTC, date, datetime

import pytest

from nominate_tui.notation.wording import nearest, shown, shown_key, told


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\x1bb\nc", '"a␛b c"'),
        ("x" * 100, '"' + "x" * 39 + '…"'),
        (True, "true"),
        (False, "false"),
        (-7, "-7"),
        (10**29, "1" + "0" * 29),
        (-(10**30), "a number of more than 30 digits"),
        (10**4000, "a number of more than 30 digits"),
        (float("nan"), "nan"),
        (0.5, "0.5"),
        (date(2026, 11, 22), "2026-11-22"),
        (datetime(2026, 11, 22, 10, tzinfo=UTC), "2026-11-22 10:00:00+00:00"),
        ([1], "a list"),
        ({}, "a table"),
    ],
)
def test_a_value_is_shown_clean_and_short(value: object, text: str) -> None:
    assert shown(value) == text


def test_a_place_counts_from_one() -> None:
    assert told(("review", 2, "scores", "spread")) == "review[3].scores.spread"


def test_a_key_is_shown_clean_short_and_never_empty() -> None:
    assert (shown_key("a\x1b"), shown_key(""), len(shown_key("k" * 99))) == ("a␛", '""', 40)


def test_a_typing_error_is_understood() -> None:
    assert nearest("inovation", ["innovation", "spread"]) == "innovation"
    assert nearest("xyz", ["innovation", "spread"]) is None
