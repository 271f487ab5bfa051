"""Figures and flags of each juror."""

import numpy as np
import pytest

from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.certainty import JurorFigures
from nominate_tui.ranking.jurors import (
    AGAINST_THE_REST,
    HALO,
    MILD,
    SENTENCES,
    SEVERE,
    TWO_VALUES,
    juror_figures,
)
from nominate_tui.ranking.severity import severity
from ranking.review_tables import drawn, reviews_of, scored

MERIT = (1, 2, 3, 4, 5, 6, 7, 8, 9, 9)
"""The ten nominations, on a scale from 0 to 10."""


def reviews_by(shift: float, turn: int = 1, lift: int = 0) -> dict[str, tuple[float, float, float]]:
    """Merit plus a juror's shift; with `turn` −1 in the opposite order; criteria lie `lift` apart."""
    return {
        f"n{i}": (
            5 + turn * (merit - 5) + shift - lift,
            5 + turn * (merit - 5) + shift,
            5 + turn * (merit - 5) + shift + lift,
        )
        for i, merit in enumerate(MERIT)
    }


def test_each_juror_is_flagged_for_what_stands_out_in_this_jury() -> None:
    table = {
        "anna": reviews_by(0, lift=1),
        "bo": reviews_by(0.1, lift=1),
        "carl": reviews_by(-3, lift=1),
        "dora": reviews_by(3, lift=1),
        "emil": reviews_by(0, lift=1),
        "finn": reviews_by(0),
    }
    reviews = scored(table)
    flags = [juror.flags for juror in juror_figures(adjusted(reviews), reviews)]
    assert flags == [(), (), (SEVERE,), (MILD,), (), (HALO,)]


def test_a_juror_can_have_several_flags() -> None:
    table = {
        "anna": reviews_by(0, lift=1),
        "bo": reviews_by(0, lift=1),
        "carl": reviews_by(0, lift=1),
        "dora": {f"n{i}": (9.0,) * 3 if merit < 5 else (1.0,) * 3 for i, merit in enumerate(MERIT)},
    }
    reviews = scored(table)
    flags = [juror.flags for juror in juror_figures(adjusted(reviews), reviews)]
    assert flags == [(), (), (), (AGAINST_THE_REST, HALO, TWO_VALUES)]


def test_figures_are_those_of_the_model_by_place() -> None:
    reviews = drawn(17, 40, 6, 3)
    fit = adjusted(reviews)
    found = severity(fit, reviews)
    figures = juror_figures(fit, reviews)
    assert [juror.severity for juror in figures] == pytest.approx(found.effect.tolist())
    assert [juror.se for juror in figures] == pytest.approx(found.error.tolist())
    assert [juror.n for juror in figures] == np.bincount(reviews.juror).tolist()


def test_of_a_juror_without_a_review_nothing_is_said() -> None:
    rows = [(f"n{i}", f"j{j}", float(i % 4 + j + (i * j) % 3)) for i in range(12) for j in range(4)]
    reviews = reviews_of(rows, jurors=["absent"])
    assert juror_figures(adjusted(reviews), reviews)[0] == JurorFigures(n=0, severity=None, se=None, flags=())


def test_a_jury_without_any_review_has_nothing_said_of_it() -> None:
    reviews = reviews_of([], nominations=["a"], jurors=["x", "y"])
    assert juror_figures(adjusted(reviews), reviews) == (JurorFigures(n=0, severity=None, se=None),) * 2


def test_every_flag_has_a_sentence() -> None:
    assert list(SENTENCES) == [SEVERE, MILD, AGAINST_THE_REST, HALO, TWO_VALUES]
