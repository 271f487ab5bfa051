"""Exact scores printed with decimals."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.rounding import printed, units


def test_a_half_goes_up() -> None:
    assert printed(Fraction(33, 8), 2) == "4.13"
    assert printed(Fraction(7, 2), 0) == "4"


def test_less_than_a_half_goes_down() -> None:
    assert printed(Fraction(4124999, 1000000), 2) == "4.12"


def test_zeros_are_written() -> None:
    assert printed(Fraction(4), 2) == "4.00"


def test_below_zero_a_half_goes_away_from_zero_and_nothing_is_minus_zero() -> None:
    assert printed(Fraction(-33, 8), 2) == "-4.13"
    assert printed(Fraction(-1, 1000), 2) == "0.00"


@given(st.integers(-(10**6), 10**6), st.integers(1, 2**12), st.integers(0, 6))
def test_it_agrees_with_the_decimal_module(over: int, under: int, decimals: int) -> None:
    with localcontext() as context:
        context.prec = 60
        expected = (Decimal(over) / Decimal(under)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert printed(Fraction(over, under), decimals) == str(expected + 0 if expected else abs(expected))


@given(st.fractions(min_value=-99, max_value=99, max_denominator=5000), st.integers(0, 6))
def test_units_are_the_printed_number_without_its_point(value: Fraction, decimals: int) -> None:
    assert units(value, decimals) == int(printed(value, decimals).replace(".", ""))
    assert abs(Fraction(units(value, decimals), 10**decimals) - value) <= Fraction(1, 2 * 10**decimals)
