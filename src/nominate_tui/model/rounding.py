"""How an exact score becomes the number that is printed, and therefore ranked."""

from fractions import Fraction


def units(value: Fraction, decimals: int) -> int:
    """A value in units of its last printed decimal, half up (half away from zero below it): 33/8 with two is 413."""
    scale = 10**decimals
    found: int = (abs(value.numerator) * scale * 2 + value.denominator) // (value.denominator * 2)
    return -found if value.numerator < 0 else found


def printed(value: Fraction, decimals: int) -> str:
    """A value as it is printed with a number of decimals, rounded as `units` does: 33/8 with two is `4.13`."""
    found = units(value, decimals)
    sign = "-" if found < 0 else ""
    whole, part = divmod(abs(found), 10**decimals)
    return f"{sign}{whole}.{part:0{decimals}d}" if decimals else f"{sign}{whole}"
