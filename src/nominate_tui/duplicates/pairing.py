"""Pairs of places in a round, as arrays: many of them, each once, in order."""

import numpy as np
from numpy.typing import NDArray

Pairs = NDArray[np.int32]
"""Shape (pairs, 2): the places of two nominations in the round, the earlier first; every row once, in rising order."""

Late = NDArray[np.bool_] | None
"""Shape (nominations,): which came late, where only their pairs are looked for; `None` where all pairs are."""

NONE: Pairs = np.empty((0, 2), dtype=np.int32)
"""No pairs at all."""


def pairs_of(first: NDArray[np.integer], second: NDArray[np.integer]) -> Pairs:
    """Two columns of places as pairs: turned so that the earlier is first, each once, none with itself."""
    low, high = np.minimum(first, second).astype(np.int64), np.maximum(first, second).astype(np.int64)
    keys = np.sort((low << 32 | high)[low != high])
    keys = keys[np.diff(keys, prepend=-1) > 0]  # As np.unique does, in a fifth of the time.
    return np.stack((keys >> 32, keys & 0xFFFFFFFF), axis=1).astype(np.int32)


def unite(*several: Pairs) -> Pairs:
    """All pairs that any of several has."""
    every = np.concatenate([NONE, *several])
    return pairs_of(every[:, 0], every[:, 1])


def with_any(pairs: Pairs, late: Late) -> Pairs:
    """Those pairs that have at least one late nomination."""
    return pairs if late is None else pairs[late[pairs].any(axis=1)]


def with_one(pairs: Pairs, place: int) -> Pairs:
    """Those pairs that have one nomination, by its place."""
    found: Pairs = pairs[(pairs == place).any(axis=1)]
    return found


def among(pairs: Pairs, others: Pairs) -> NDArray[np.bool_]:
    """Shape (pairs,): which of some pairs are among others."""
    keys, known = (each[:, 0].astype(np.int64) << 32 | each[:, 1] for each in (pairs, others))
    return np.isin(keys, known)
