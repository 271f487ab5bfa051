"""Which of many texts may hold a telephone number: found by their digits, in a hundredth of the time of reading them."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.reach import DIGITS, LONGEST

_ZERO: Final = np.uint8(ord("0"))
_DECIMAL: Final = 10


def may_hold_number(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Shape (texts,): whether a text has as many digits as a number, no further apart than in the longest one."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = np.cumsum(lengths + 1) - lengths - 1
    # One byte a sign, whatever it is: only the digits of ASCII are looked for.
    signs = np.frombuffer("\n".join(texts).encode("latin-1", errors="replace"), np.uint8)
    digits = np.flatnonzero(signs - _ZERO < _DECIMAL)
    later = digits[DIGITS.start - 1 :]
    near = later - digits[: len(later)] < LONGEST
    found = np.zeros(len(texts), np.bool_)
    found[np.searchsorted(starts, digits[: len(near)][near], side="right") - 1] = True
    return found
