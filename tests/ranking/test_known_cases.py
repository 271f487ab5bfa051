"""Cases with known answers from elsewhere, through the whole pipeline from ballots to the ranking."""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rounding import printed
from nominate_tui.model.rules import Scale
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.result import Correction, Ranking
from ranking.rounds import rules_of

pytestmark = pytest.mark.shared

Line = tuple[str, str, str, int]
"""Juror, nomination, criterion, score."""


def expected(folder: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((folder / "cases/ranking" / f"{name}.expected.toml").read_text(encoding="utf-8"))


def lines(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "cases/ranking" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(row: Mapping[str, str]) -> Line:
    return row["juror"], row["nomination"], row["criterion"], int(row["score"])


def ranked(table: Iterable[Line], weights: Mapping[str, int], **more: Any) -> Ranking:
    scores: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for juror, nomination, criterion, score in table:
        scores[juror][nomination][criterion] = score
    ids = sorted({id for reviews in scores.values() for id in reviews})
    rules = rules_of(weights, sorted(scores), **more)
    round = Round(rules, Nominations(tuple(Nomination(id, id) for id in ids)))
    ballots = {
        juror: Ballot(rules.id, juror, {id: Review(id, given) for id, given in reviews.items()})
        for juror, reviews in scores.items()
    }
    return rank(round, ballots, ())


def of_case(folder: Path, name: str, **more: Any) -> Ranking:
    return ranked(map(plain, lines(folder, name)), expected(folder, name)["weights"], **more)


def scores(found: Ranking) -> dict[str, Fraction]:
    return {row.nomination: row.score for row in found.standings if row.score is not None}


def correction(found: Ranking) -> Correction:
    assert found.correction is not None
    return found.correction


@pytest.mark.parametrize("method", ["mean", "adjusted"])
def test_exact_ties_that_floats_break_are_ties(shared: Path, method: str) -> None:
    means = expected(shared, "float_tie_trap")["mean"]
    found = of_case(shared, "float_tie_trap", tie_break=(), method=method)
    assert {row.nomination: row.mean for row in found.standings} == {
        f"{pair}{side}": Fraction(*mean) for pair, mean in means.items() for side in "ab"
    }
    # Every juror scored everything, so that nothing is to be corrected: not the last bit.
    assert scores(found) == {row.nomination: row.mean for row in found.standings}
    ranks = {row.nomination: row.rank for row in found.standings}
    assert all(ranks[f"{pair}a"] == ranks[f"{pair}b"] for pair in means)
    assert sorted(row.rank for row in found.standings if row.rank) == [1, 1, 3, 3, 5, 5, 7, 7, 9, 9, 11, 11]


def test_incomplete_assignments_and_reviews_are_corrected_as_by_pandas_and_statsmodels(shared: Path) -> None:
    case = expected(shared, "incomplete_26x10")["reference"]
    found = of_case(
        shared, "incomplete_26x10", incomplete_reviews=True, method="adjusted", decimals=9, tie_break=()
    )
    assert sum(row.n for row in found.standings) == case["reviews"]
    assert {row.nomination: float(row.mean or 0) for row in found.standings} == pytest.approx(
        case["mean"], abs=1e-9
    )
    assert {id: float(score) for id, score in scores(found).items()} == pytest.approx(case["theta"], abs=2e-9)
    assert dict(correction(found).severity) == pytest.approx(case["beta"], abs=1e-8)
    assert correction(found).sigma2 == pytest.approx(case["sigma2"], abs=1e-9)
    assert correction(found).tau2 == pytest.approx(case["tau2"], abs=1e-9)
    assert correction(found).components == 1


def test_who_is_in_the_shortlist_by_only_one_of_mean_and_correction_is_told(shared: Path) -> None:
    case = expected(shared, "incomplete_26x10")["reference"]
    found = of_case(shared, "incomplete_26x10", incomplete_reviews=True, method="adjusted", shortlist=6)
    best = {which: sorted(case[which], key=lambda id: -case[which][id])[:6] for which in ("mean", "theta")}
    assert list(found.shortlist) == best["theta"]
    assert sorted(found.shortlist_by_mean) == sorted(best["mean"])
    assert sorted(found.in_by_method) == sorted(set(best["theta"]) - set(best["mean"]))
    assert sorted(found.out_by_method) == sorted(set(best["mean"]) - set(best["theta"]))


def test_without_incomplete_reviews_only_the_complete_ones_count(shared: Path) -> None:
    means = expected(shared, "incomplete_26x10")["reference"]["mean"]
    found = of_case(shared, "incomplete_26x10")
    # Where no review lacks a score the others' means do not come in.
    whole = [row for row in found.standings if row.n == 5]
    assert len(whole) > 10
    assert {row.nomination: float(row.mean or 0) for row in whole} == pytest.approx(
        {row.nomination: means[row.nomination] for row in whole}, abs=1e-9
    )


def test_the_panel_scores_of_figure_skating_are_trimmed_means(shared: Path) -> None:
    # Each component of a skater is scored on its own, in quarters.
    panel = expected(shared, "skating_wc2017_men_fs")["panel"]
    table = [
        (row["juror"], f"{row['nomination']}/{row['criterion']}", "component", int(float(row["score"]) * 4))
        for row in lines(shared, "skating_wc2017_men_fs")
    ]
    found = ranked(table, {"component": 1}, scale=Scale(0, 40), method="trimmed")
    assert {id: printed(score / 4, 2) for id, score in scores(found).items()} == {
        f"{skater}/{component}": f"{score:.2f}"
        for skater, components in panel.items()
        for component, score in components.items()
    }


def dive(row: Mapping[str, str]) -> str:
    return "/".join((row["event"], row["round"], row["nomination"], row["item"]))


def dives(folder: Path, method: str) -> Ranking:
    """Every dive as a nomination, with seven jurors of whom fourteen took turns, in halves of a point."""
    table = [
        (row["juror"], dive(row), "dive", int(float(row["score"]) * 2))
        for row in lines(folder, "diving2000_m3")
    ]
    return ranked(table, {"dive": 1}, scale=Scale(0, 20), method=method)


def test_the_points_of_olympic_divers_are_trimmed_means(shared: Path) -> None:
    table = {dive(row): row for row in lines(shared, "diving2000_m3")}
    points: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    for id, score in scores(dives(shared, "trimmed")).items():
        # The sum of five of seven scores, times difficulty and 0.6.
        row = table[id]
        points[row["round"], row["nomination"]] += (
            score / 2 * 5 * Fraction(row["difficulty"]) * Fraction(6, 10)
        )
    case = expected(shared, "diving2000_m3")
    of_rounds: dict[str, Callable[[str], Fraction]] = {
        "M3mSB_Prelim": lambda diver: points["Prelim", diver],
        "M3mSB_Semi": lambda diver: points["Prelim", diver] + points["Semi", diver],
        "M3mSB_Final": lambda diver: points["Semi", diver] + points["Final", diver],
    }
    for name, total in of_rounds.items():
        told = {diver: value for diver, (value, _rank) in case[name].items()}
        assert {diver: float(total(diver)) for diver in told} == pytest.approx(told, abs=1e-9)


def test_the_severity_of_diving_judges_is_that_of_statsmodels_and_scipy(shared: Path) -> None:
    case = expected(shared, "diving2000_m3")["severity_reference"]
    found = dives(shared, "adjusted")
    assert sum(row.n for row in found.standings) == case["n"]
    # Scores are in halves here, variances in quarters.
    assert (correction(found).sigma2 or 0) / 4 == pytest.approx(case["sigma2"], abs=1e-9)
    assert (correction(found).tau2 or 0) / 4 == pytest.approx(case["tau2"], abs=1e-9)
    severity = {juror: effect / 2 for juror, effect in correction(found).severity.items()}
    assert severity == pytest.approx(case["beta"], abs=1e-8)
    theta = {id: float(score) / 2 for id, score in scores(found).items()}
    assert {id: theta[id] for id in case["theta_first_20"]} == pytest.approx(case["theta_first_20"], abs=1e-8)


@pytest.mark.parametrize(
    ("method", "reference"), [("mean", "mean"), ("adjusted", "mean"), ("trimmed", "trimmed_drop1")]
)
def test_the_judgment_of_paris_is_as_published_by_every_method_that_averages(
    shared: Path, method: str, reference: str
) -> None:
    case = expected(shared, "paris1976_red")
    table = [
        (row["juror"], row["nomination"], "points", int(float(row["score"]) * 2))
        for row in lines(shared, "paris1976_red")
    ]
    found = ranked(table, {"points": 1}, scale=Scale(0, 40), method=method)
    told = {id: float(score) / 2 for id, score in scores(found).items()}
    assert told == pytest.approx(case["reference"][reference], abs=1e-9)
    if reference == "mean":
        assert [row.nomination for row in found.standings] == case["order"]
        published = case["published_mean"]
        assert {id: printed(scores(found)[id] / 2, 2) for id in published} == {
            id: f"{mean:.2f}" for id, mean in published.items()
        }


def test_the_median_of_paris_is_the_majority_grade(shared: Path) -> None:
    median = expected(shared, "paris1976_red")["reference"]["median"]
    table = [
        (row["juror"], row["nomination"], "points", int(float(row["score"]) * 2))
        for row in lines(shared, "paris1976_red")
    ]
    found = ranked(table, {"points": 1}, scale=Scale(0, 40), method="majority")
    # Eleven jurors: the middle one is nobody's mean.
    assert {id: float(score) / 2 for id, score in scores(found).items()} == median
