"""Groups of nominations and jurors that share no review: what stands in different ones cannot really be compared."""

from dataclasses import dataclass

import numpy as np

from nominate_tui.ranking.arrays import Places
from nominate_tui.ranking.incidence import Incidence


@dataclass(frozen=True)
class Components:
    """The connected parts of the graph in which every review ties a nomination to a juror."""

    nomination: Places
    """Shape (N,): the number of the part a nomination is in, from 0; -1 without a review."""
    juror: Places
    """Shape (J,): the same for jurors."""
    number: int
    """How many parts there are."""


def components(incidence: Incidence) -> Components:
    """Find the parts.

    Every juror begins as a part of its own, and takes the smallest number that is found among those who share a
    nomination; numbers that lead to smaller ones are followed, so that a long chain takes few rounds (Y. Shiloach &
    U. Vishkin, An O(log n) parallel connectivity algorithm, J. Algorithms 3:57, 1982).
    """
    jurors = incidence.reviews.jurors
    label = np.arange(jurors, dtype=np.int32)
    parts = jurors
    while parts > 1:
        of_nomination = incidence.nominations.smallest(label, otherwise=jurors)
        of_juror = incidence.jurors.smallest(of_nomination, otherwise=jurors)
        found = label.copy()
        # Not only the juror itself: whoever the juror is counted with goes along.
        np.minimum.at(found, label, of_juror)
        if (found == label).all():
            break
        label = _followed(found)
        parts = len(np.unique(label))
    return _numbered(incidence, label)


def _followed(label: Places) -> Places:
    """Each label replaced by the one it leads to in the end."""
    while (label[label] != label).any():
        label = label[label]
    return label


def _numbered(incidence: Incidence, label: Places) -> Components:
    reviews = incidence.reviews
    heard = reviews.per_juror > 0
    numbers = np.full(reviews.jurors + 1, -1, dtype=np.int32)
    parts = np.unique(label[heard])
    numbers[parts] = np.arange(len(parts), dtype=np.int32)
    of_nomination = incidence.nominations.firsts(label, otherwise=reviews.jurors)
    return Components(numbers[of_nomination], np.where(heard, numbers[label], np.int32(-1)), len(parts))
