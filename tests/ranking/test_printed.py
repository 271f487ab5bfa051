import csv
import tomllib
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.rounding import printed


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(33, 8), 2, "4.13"),  # 4.125
        (Fraction(4), 2, "4.00"),
        (Fraction(4124, 1000), 2, "4.12"),
        (Fraction(1, 3), 3, "0.333"),
        (Fraction(2, 3), 3, "0.667"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(999, 200), 2, "5.00"),  # 4.995
        (Fraction(1, 200), 2, "0.01"),
        (Fraction(1, 201), 2, "0.00"),
        (Fraction(-1, 201), 2, "0.00"),
        (Fraction(-33, 10), 1, "-3.3"),
    ],
)
def test_a_score_is_rounded_half_up(value: Fraction, decimals: int, text: str) -> None:
    assert printed(value, decimals) == text


def test_a_half_that_floats_lose_goes_up() -> None:
    assert f"{2.675:.2f}" == "2.67"
    assert printed(Fraction(2675, 1000), 2) == "2.68"


@given(st.fractions(min_value=0, max_value=10), st.integers(0, 6))
def test_what_is_printed_is_the_nearest_number_and_never_more_than_half_a_unit_off(
    value: Fraction, decimals: int
) -> None:
    off = Fraction(printed(value, decimals)) - value
    half = Fraction(1, 2 * 10**decimals)
    assert -half < off <= half


@given(st.integers(0, 10**9), st.integers(1, 6))
def test_decimal_arithmetic_agrees(thousandths: int, decimals: int) -> None:
    exact = Decimal(thousandths).scaleb(-7)
    unit = Decimal(1).scaleb(-decimals)
    assert printed(Fraction(exact), decimals) == format(exact.quantize(unit, ROUND_HALF_UP), "f")


@pytest.mark.shared
def test_the_published_panel_scores_of_a_skating_championship_come_out(shared: Path) -> None:
    # The rule of that sport: the highest and the lowest of nine jurors dropped, the mean of seven printed.
    case = shared / "cases/ranking/skating_wc2017_men_fs"
    expected = tomllib.loads(case.with_suffix(".expected.toml").read_text(encoding="utf-8"))
    given_scores: dict[tuple[str, str], list[Fraction]] = defaultdict(list)
    with case.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            given_scores[row["nomination"], row["criterion"]].append(Fraction(row["score"]))
    panel = {
        key: printed(sum(sorted(scores)[1:-1], Fraction(0)) / 7, 2) for key, scores in given_scores.items()
    }
    published = {
        (skater, criterion): f"{score:.2f}"
        for skater, scores in expected["panel"].items()
        for criterion, score in scores.items()
    }
    assert panel == published
    assert len(panel) == 120
