"""How reliable final scores are, and what is said of it."""

from pathlib import Path

import numpy as np
import pytest

from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.enough import NOT_ENOUGH
from nominate_tui.ranking.fit import Fit
from nominate_tui.ranking.reliability import RANGES, nomination_variance, reliability, reliability_told
from ranking.review_tables import case, complete, drawn, expected, reviews_of, scored_by_chance, shuffled

WELL, MOST, ENDS, HARDLY = (sentence for _least, sentence in RANGES)

# The wine tasting in Princeton of 8 June 2012, nine judges by ten wines each (R. E. Quandt, liquidasset.com; the
# same numbers are the data set Wines2012 of R. McElreath's package rethinking). A line is a judge, in the order
# Cardebat, Colman, Foy, Gergaud, Hodgson, Murphy, Meulders, Rayyis, Schott.
PRINCETON_WHITE = """
    10   13 14   15   8    13   15 11 9  12
    16   14 14   16   12   11   11 14 11 14
    16   17 16   15   14.5 14.5 16 17 15 17.5
    14   19 12   10   19   18   17 16 18 14
    17   11 13   14   14   10   9  9  10 10
    15.5 15 17   18   16   17   15 14 16 17
    10   15 12   12   15   14   15 12 15 12
    16   15 14.5 17.5 16.5 14   12 15 13 12
    17   16 12   18   15   16   15 14 17 15
"""
PRINCETON_RED = """
    15   11   12 16 14 11 14.5 13   10 14.5
    14   11   16 12 14 13 14   12   13 11
    17.5 19   18 18 15 16 18   18   17 17.5
    10   17   9  14 19 12 15   10   11 18
    13   17   13 16 12 15 10   12   8  11
    13   14   17 16 15 17 14   15.5 13 18
    14   16   11 16 14 15 13   11   10 15
    15   19.5 14 12 13 16 14.5 15   16 16
    19   18   8  15 15 12 15   16   7  17
"""


def table_of(text: str) -> Floats:
    return np.array([[float(cell) for cell in line.split()] for line in text.strip().splitlines()])


def by_analysis_of_variance(table: Floats) -> float:
    """1 − MS(error)/MS(nominations) of a complete two-way table: Cronbach's alpha, ICC(3,k)."""
    jurors, nominations = table.shape
    middle = table.mean(axis=0)
    rest = table - middle - table.mean(axis=1)[:, None] + table.mean()
    between = jurors * ((middle - table.mean()) ** 2).sum() / (nominations - 1)
    return float(1 - (rest**2).sum() / ((nominations - 1) * (jurors - 1)) / between)


def of(reviews: Reviews) -> float | None:
    return reliability(adjusted(reviews), reviews)


@pytest.mark.parametrize(("table", "value"), [(PRINCETON_WHITE, 0.0), (PRINCETON_RED, 0.570156)])
def test_the_princeton_wine_tasting_hardly_distinguishes(table: str, value: float) -> None:
    scores = table_of(table)
    found = of(complete(scores.tolist()))
    assert found == pytest.approx(max(0, by_analysis_of_variance(scores)), abs=1e-9)
    assert found == pytest.approx(value, abs=1e-6)
    assert reliability_told(found) == HARDLY


def test_so_it_does_when_both_colours_are_taken_together() -> None:
    found = of(complete(np.hstack([table_of(PRINCETON_WHITE), table_of(PRINCETON_RED)]).tolist()))
    assert found == pytest.approx(0.296267, abs=1e-6)
    assert reliability_told(found) == HARDLY


@pytest.mark.shared
def test_a_tasting_in_which_nobody_agrees_hardly_distinguishes(shared: Path) -> None:
    found = of(case(shared, "kendall_report104", "nomination", "juror", "rank"))
    assert found == 0
    assert reliability_told(found) == HARDLY


@pytest.mark.shared
def test_a_tasting_whose_order_is_known_tells_the_best_from_the_weakest(shared: Path) -> None:
    found = of(case(shared, "paris1976_red", "nomination", "juror", "score"))
    reference = expected(shared, "paris1976_red")["reference"]["icc_pingouin"]["ICC(C,k)"]
    assert found == pytest.approx(reference, abs=1e-9)
    assert reliability_told(found) == ENDS


@pytest.mark.shared
def test_the_components_of_variance_give_the_published_intraclass_correlations(shared: Path) -> None:
    published = expected(shared, "shrout_fleiss_6x4")
    reviews = case(shared, "shrout_fleiss_6x4", "target", "judge", "score")
    fit = adjusted(reviews)
    assert fit.sigma2 is not None
    assert fit.tau2 is not None
    between = nomination_variance(reviews, fit.sigma2)
    found = {
        "icc_2_1": between / (between + fit.tau2 + fit.sigma2),
        "icc_3_1": between / (between + fit.sigma2),
        "icc_2_k": between / (between + (fit.tau2 + fit.sigma2) / 4),
        "icc_3_k": between / (between + fit.sigma2 / 4),
    }
    assert {name: round(value, 2) for name, value in found.items()} == {
        name: published[name] for name in found
    }
    # Six targets are fewer than the eight it takes.
    assert reliability(fit, reviews) is None


def test_with_unequal_numbers_of_reviews_it_is_the_mean_over_nominations() -> None:
    rows = [
        (f"n{i}", f"j{j}", float((2 * i + 3 * j + i * j) % 7)) for i in range(8) for j in range(2 + i % 3)
    ]
    reviews = reviews_of(rows, nominations=["unseen"])
    fit = Fit(reviews.means, np.zeros(4), sigma2=0.5, tau2=0.0, ratio=np.inf, df=3, components=1)
    between = nomination_variance(reviews, 0.5)
    assert between > 0
    each = [between / (between + 0.5 / (2 + i % 3)) for i in range(8)]
    assert reliability(fit, reviews) == pytest.approx(sum(each) / 8)


def test_the_variance_of_nominations_is_unbiased_when_jurors_saw_different_ones() -> None:
    chance = np.random.default_rng(10)
    found = []
    for _round in range(200):
        theta, beta = chance.normal(3, 0.7, 30), chance.normal(0, 0.5, 10)
        reviews = scored_by_chance(chance, theta, beta, 4)
        found.append(nomination_variance(reviews, 0.6**2))
    standard_error = np.std(found) / np.sqrt(len(found))
    assert np.mean(found) == pytest.approx(0.7**2, abs=3 * standard_error)


def test_where_no_juror_has_two_reviews_no_variance_can_be_told() -> None:
    assert nomination_variance(reviews_of([("a", "x", 1.0), ("b", "y", 5.0)]), 0.1) == 0


def test_scores_that_do_not_differ_at_all_distinguish_nothing() -> None:
    assert of(complete([[3.0] * 9] * 4)) == 0


def test_jurors_who_agree_but_for_their_strictness_are_entirely_reliable() -> None:
    found = of(complete([[float(i % 5 + shift) for i in range(9)] for shift in (0, 1, 3)]))
    assert found == pytest.approx(1)
    assert reliability_told(found) == WELL


def test_below_enough_data_no_number_is_given() -> None:
    assert of(complete([[1, 2, 3, 4, 5, 4, 3], [1, 2, 3, 4, 5, 4, 2], [2, 2, 3, 4, 5, 4, 3]])) is None
    assert reliability_told(None) == NOT_ENOUGH


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (1.0, WELL),
        (0.9, WELL),
        (0.899, MOST),
        (0.8, MOST),
        (0.79, ENDS),
        (0.6, ENDS),
        (0.599, HARDLY),
        (0.0, HARDLY),
    ],
)
def test_each_of_the_four_ranges_has_its_sentence(value: float, sentence: str) -> None:
    assert reliability_told(value) == sentence


def test_the_order_of_the_rows_changes_nothing() -> None:
    reviews = drawn(11, 60, 12, 4)
    assert of(shuffled(reviews)) == pytest.approx(of(reviews), abs=1e-12)
