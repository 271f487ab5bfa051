"""Ways of scoring that are worth a look."""

import statistics
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.arrays import Reviews
from nominate_tui.ranking.habits import against_the_rest, halo, rank_correlations, two_values
from ranking.review_tables import case, complete, drawn, reviews_of, scored, shuffled

NAN = float("nan")


def midranks(values: Sequence[float]) -> list[float]:
    return [sum(v < x for v in values) + (sum(v == x for v in values) + 1) / 2 for x in values]


def spearman(reviews: Reviews, juror: int) -> float:
    """A juror's scores and the means of the others', in plain Python, where no severity is corrected."""
    own, rest = [], []
    for nomination in range(reviews.nominations):
        rows = reviews.nomination == nomination
        mine = reviews.score[rows & (reviews.juror == juror)]
        others = reviews.score[rows & (reviews.juror != juror)]
        if len(mine) and len(others):
            own.append(float(mine[0]))
            rest.append(round(float(others.mean()), 9))
    return statistics.correlation(midranks(own), midranks(rest))


def raised(mask: Sequence[bool]) -> list[int]:
    return [place for place, flag in enumerate(mask) if flag]


@pytest.mark.shared
def test_correlations_are_spearmans_with_the_means_of_the_others(shared: Path) -> None:
    reviews = case(shared, "paris1976_red", "nomination", "juror", "score")
    found = rank_correlations(adjusted(reviews), reviews)
    # Where all scored all, the others' effects are the same for every nomination.
    assert found == pytest.approx([spearman(reviews, juror) for juror in range(11)])


def test_effects_of_strict_and_mild_jurors_are_taken_out_of_the_others() -> None:
    reviews = drawn(14, 60, 6, 3)
    fit = adjusted(reviews)
    corrected = replace(reviews, score=reviews.score - fit.beta[reviews.juror])
    assert rank_correlations(fit, reviews) == pytest.approx(
        [spearman(corrected, juror) for juror in range(6)]
    )


def test_a_juror_who_turns_the_order_round_ranks_against_the_rest() -> None:
    order = [1.0, 2, 3, 4, 5, 6, 7, 8]
    reviews = complete([order, order, order, order[::-1]])
    fit = adjusted(reviews)
    assert rank_correlations(fit, reviews) == pytest.approx([1, 1, 1, -1])
    assert raised(against_the_rest(fit, reviews).tolist()) == [3]


def test_below_eight_shared_nominations_no_order_is_compared() -> None:
    order = [1.0, 2, 3, 4, 5, 6, 7]
    rows = [
        (f"n{i}", f"j{j}", line[i]) for j, line in enumerate((order, order, order[::-1])) for i in range(7)
    ]
    # What nobody else reviewed is not shared.
    reviews = reviews_of([*rows, ("alone", "j2", 1.0)])
    assert np.isnan(rank_correlations(adjusted(reviews), reviews)).all()
    assert not against_the_rest(adjusted(reviews), reviews).any()


def test_a_juror_whose_scores_are_all_equal_has_no_order() -> None:
    reviews = complete([[1, 2, 3, 4, 5, 6, 7, 8.3], [1, 2, 3, 4, 5, 6, 7, 8.1], [1 / 3] * 8])
    found = rank_correlations(adjusted(reviews), reviews)
    assert np.isnan(found).tolist() == [False, False, True]


def test_jurors_who_rank_without_any_relation_are_hardly_ever_flagged() -> None:
    chance = np.random.default_rng(15)
    rounds = [complete(chance.normal(3, 1, (8, 20)).tolist()) for _round in range(50)]
    share = np.mean([against_the_rest(adjusted(reviews), reviews) for reviews in rounds])
    assert share < 0.05


def test_a_juror_who_scores_most_reviews_alike_on_all_criteria_shows_a_halo() -> None:
    alike, mixed = (3.0, 3.0, 3.0), (3.0, 4.0, 3.0)
    table = {
        "most": {f"n{i}": alike if i < 3 else mixed for i in range(5)},
        "half": {f"n{i}": alike if i < 3 else mixed for i in range(6)},
        "few": {f"n{i}": alike for i in range(4)},
        "none": {f"n{i}": mixed for i in range(6)},
    }
    assert raised(halo(scored(table)).tolist()) == [sorted(table).index("most")]


def test_reviews_with_fewer_than_three_scored_criteria_say_nothing_of_a_halo() -> None:
    table = {
        "lacking": {f"n{i}": (3.0, 3.0, NAN) if i else (3.0, 4.0, 4.0) for i in range(9)},
        "whole": {f"n{i}": (3.0, 3.0, 3.0, NAN)[:3] for i in range(9)},
    }
    assert raised(halo(scored(table)).tolist()) == [1]
    two = {"anna": {f"n{i}": (3.0, 3.0) for i in range(9)}}
    assert raised(halo(scored(two)).tolist()) == []


def test_a_juror_who_uses_two_different_scores_only_is_told_where_the_jury_uses_more() -> None:
    table = {
        "anna": {f"n{i}": (float(1 + i % 2), 2.0) for i in range(5)},
        "bo": {f"n{i}": (float(1 + i % 3), 2.0) for i in range(5)},
        "carl": {f"n{i}": (4.0, NAN) for i in range(5)},
        "dora": {f"n{i}": (4.0, 4.0) for i in range(4)},
        "emil": {f"n{i}": (1.0, 5.0) for i in range(6)},
    }
    assert raised(two_values(scored(table)).tolist()) == [0, 2, 4]


def test_where_the_whole_jury_uses_two_values_nobody_is_told() -> None:
    table = {juror: {f"n{i}": (float(i % 2), 1.0) for i in range(6)} for juror in ("anna", "bo")}
    assert raised(two_values(scored(table)).tolist()) == []


def test_the_order_of_the_rows_changes_nothing() -> None:
    reviews = drawn(16, 60, 12, 4)
    fit = adjusted(reviews)
    mixed = shuffled(reviews)
    assert rank_correlations(fit, mixed) == pytest.approx(rank_correlations(fit, reviews), abs=1e-12)
    assert np.array_equal(halo(mixed), halo(reviews))
    assert np.array_equal(two_values(mixed), two_values(reviews))
