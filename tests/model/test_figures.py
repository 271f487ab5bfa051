from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.figures import Amount, Figures, amount_of

DECIMALS = st.decimals(-(10**9), 10**9, places=2) | st.decimals(-1, 1, places=12)


def single(number: str) -> Amount:
    """An amount that is no range."""
    return Amount(Decimal(number), Decimal(number))


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("0.6", single("0.6")),
        ("12", single("12")),
        ("-3.25", single("-3.25")),
        (" 0.6 ", single("0.6")),
        ("1.0-3.0", Amount(Decimal("1.0"), Decimal("3.0"))),
        ("-3--1", Amount(Decimal(-3), Decimal(-1))),
        ("-1.5-2", Amount(Decimal("-1.5"), Decimal(2))),
        ("0.000000001", single("0.000000001")),
    ],
)
def test_an_amount_is_a_number_or_a_range(written: str, amount: Amount) -> None:
    assert amount_of(written) == amount
    assert str(amount) == written.strip()


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "-",
        "–",
        "0,6",
        "1.000,5",
        ".5",
        "5.",
        "1e3",
        "1 - 3",
        "1-2-3",
        "+1",
        "nan",
        "inf",
        "٣",
        "0.6 mio.",
    ],
)
def test_any_other_text_is_no_amount(written: str) -> None:
    assert amount_of(written) is None


def test_an_amount_keeps_the_decimals_that_were_written() -> None:
    assert [str(amount_of(written)) for written in ("1.0", "1.00", "0.60-2.0")] == ["1.0", "1.00", "0.60-2.0"]


def test_a_number_of_a_thousand_digits_is_one_too() -> None:
    assert str(amount_of("9" * 5000)) == "9" * 5000


@given(DECIMALS, DECIMALS)
def test_what_is_written_is_read_again(low: Decimal, high: Decimal) -> None:
    for amount in (Amount(low, low), Amount(low, high)):
        assert amount_of(str(amount)) == amount


def test_an_empty_cell_is_not_zero() -> None:
    figures = Figures("mio. kr.", ("2026", "2027"), {"Drift": (None, single("0"))})
    assert figures.rows["Drift"][0] != figures.rows["Drift"][1]
