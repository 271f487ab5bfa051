from datetime import datetime

import pytest

from nominate_tui.locale.dates import day_and_month


@pytest.mark.parametrize(
    ("year", "month", "day", "told"),
    [
        (2026, 11, 22, "22 November"),
        (2027, 1, 1, "1 January"),
        (2024, 2, 29, "29 February"),
        (2026, 12, 31, "31 December"),
    ],
)
def test_a_day_is_told_with_its_month_in_words(year: int, month: int, day: int, told: str) -> None:
    assert day_and_month(datetime(year, month, day, 12).astimezone()) == told
