"""How an exact number becomes a printed one. What is printed is what is ranked, so both come from here."""

from fractions import Fraction


def rounded(value: Fraction, decimals: int) -> int:
    """The value in units of the last printed decimal, rounded half up: ⌊value · 10^decimals + ½⌋.

    413 stands for 4.13 with two decimals. Half up goes to the higher number below zero too.
    """
    scaled = value * 10**decimals
    return (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)


def printed(value: Fraction, decimals: int) -> str:
    """The value as it is shown, rounded half up, with a point and exactly that many decimals: `4.13`."""
    units = rounded(value, decimals)
    digits = str(abs(units)).rjust(decimals + 1, "0")
    split = len(digits) - decimals
    sign = "-" if units < 0 else ""
    return f"{sign}{digits[:split]}.{digits[split:]}" if decimals else f"{sign}{digits}"
