"""How a probability is told to a jury: whole percents, and never a certainty that many draws cannot show."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from nominate_tui.locale.catalogue import _

CONTESTED: Final = (0.1, 0.9)
"""Between these, both included, it is open whether a nomination belongs in the shortlist."""


def percent(chance: float) -> str:
    """A probability (0 to 1) as whole percents, rounded half up; `<1 %` below one, `>99 %` above ninety-nine."""
    if chance < 0.01:
        return _("<1 %")
    if chance > 0.99:
        return _(">99 %")
    # By the decimals a person would write: 0.145 is 15 %, though the float is a little less.
    whole = (Decimal(repr(float(chance))) * 100).quantize(Decimal(1), ROUND_HALF_UP)
    return _("{percent} %").format(percent=whole)


def contested(chance: float) -> bool:
    """Whether a nomination with this probability of the shortlist is in the contested zone."""
    least, most = CONTESTED
    return least <= chance <= most
