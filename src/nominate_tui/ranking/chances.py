"""How a probability is told to a jury: whole percents, and never a certainty that many draws cannot show."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from nominate_tui.locale.catalogue import _

CONTESTED: Final = (10, 90)
"""Between these percents as they are printed, both included, it is open whether a nomination belongs in the shortlist."""

HALF: Final = 0.5
"""From here on (0 to 1) a nomination is rather in the shortlist than out of it."""


def percent(chance: float) -> str:
    """A probability (0 to 1) as whole percents, rounded half up; `<1 %` below one, `>99 %` above ninety-nine."""
    if chance < 0.01:
        return _("<1 %")
    if chance > 0.99:
        return _(">99 %")
    return _("{percent} %").format(percent=_whole(chance))


def contested(chance: float) -> bool:
    """Whether a nomination with this probability of the shortlist is in the contested zone."""
    least, most = CONTESTED
    return least <= _whole(chance) <= most


def _whole(chance: float) -> int:
    """Percents, rounded half up by the decimals a person would write: 0.145 is 15 %, though the float is a little less."""
    return int((Decimal(repr(float(chance))) * 100).quantize(Decimal(1), ROUND_HALF_UP))
