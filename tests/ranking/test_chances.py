"""Probabilities as a jury reads them."""

import numpy as np
import pytest

from nominate_tui.ranking.chances import contested, percent


@pytest.mark.parametrize(
    ("chance", "told"),
    [
        (0.0, "<1 %"),
        (39 / 4000, "<1 %"),
        (40 / 4000, "1 %"),
        (0.0149, "1 %"),
        (0.145, "15 %"),
        (0.5, "50 %"),
        (0.98975, "99 %"),
        (3960 / 4000, "99 %"),
        (3961 / 4000, ">99 %"),
        (1.0, ">99 %"),
    ],
)
def test_probabilities_are_whole_percents_and_never_a_certainty(chance: float, told: str) -> None:
    assert percent(chance) == told
    assert percent(np.float64(chance)) == told


@pytest.mark.parametrize(
    ("chance", "open"),
    [(0.0949, False), (0.095, True), (0.1, True), (0.5, True), (0.9, True), (0.9049, True), (0.905, False)],
)
def test_the_contested_zone_reaches_from_ten_to_ninety_percent_as_they_are_printed(
    chance: float, open: bool
) -> None:
    assert contested(chance) is open
