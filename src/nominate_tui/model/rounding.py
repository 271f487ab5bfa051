"""How an exact score becomes the number that is printed, and therefore ranked."""

from fractions import Fraction


def printed(value: Fraction, decimals: int) -> str:
    """A value rounded half up (half away from zero below it) to a number of decimals: 33/8 with two is `4.13`."""
    scale = 10**decimals
    units = (abs(value.numerator) * scale * 2 + value.denominator) // (value.denominator * 2)
    sign = "-" if value < 0 and units else ""
    whole, part = divmod(units, scale)
    return f"{sign}{whole}.{part:0{decimals}d}" if decimals else f"{sign}{whole}"
