"""Cases with known answers from elsewhere, as far as a plain weighted mean answers them."""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.result import Ranking
from ranking.rounds import rules_of

pytestmark = pytest.mark.shared


def expected(folder: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((folder / "cases/ranking" / f"{name}.expected.toml").read_text(encoding="utf-8"))


def scores(folder: Path, name: str) -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    """By juror, by nomination, by criterion."""
    found: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    with (folder / "cases/ranking" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["juror"]][row["nomination"]][row["criterion"]] = int(row["score"])
    return found


def ranked(folder: Path, name: str, **more: Any) -> Ranking:
    table = scores(folder, name)
    ids = sorted({id for reviews in table.values() for id in reviews})
    rules = rules_of(expected(folder, name)["weights"], sorted(table), **more)
    round = Round(rules, Nominations(tuple(Nomination(id, id) for id in ids)))
    ballots = {
        juror: Ballot(rules.id, juror, {id: Review(id, given) for id, given in reviews.items()})
        for juror, reviews in table.items()
    }
    return rank(round, ballots, ())


def test_exact_ties_that_floats_break_are_ties(shared: Path) -> None:
    means = expected(shared, "float_tie_trap")["mean"]
    found = ranked(shared, "float_tie_trap", tie_break=())
    assert {row.nomination: row.mean for row in found.standings} == {
        f"{pair}{side}": Fraction(*mean) for pair, mean in means.items() for side in "ab"
    }
    ranks = {row.nomination: row.rank for row in found.standings}
    assert all(ranks[f"{pair}a"] == ranks[f"{pair}b"] for pair in means)
    assert sorted(row.rank for row in found.standings if row.rank) == [1, 1, 3, 3, 5, 5, 7, 7, 9, 9, 11, 11]


def test_means_of_incomplete_assignments_agree_where_every_review_is_complete(shared: Path) -> None:
    # The reference corrects reviews with criteria missing, so that only nominations without such compare.
    means = expected(shared, "incomplete_26x10")["reference"]["mean"]
    found = ranked(shared, "incomplete_26x10")
    whole = [row for row in found.standings if row.n == 5]
    assert len(whole) > 10
    assert {row.nomination: float(row.mean or 0) for row in whole} == pytest.approx(
        {row.nomination: means[row.nomination] for row in whole}, abs=1e-9
    )


def test_where_incomplete_reviews_may_count_all_of_the_case_do(shared: Path) -> None:
    case = expected(shared, "incomplete_26x10")["reference"]
    found = ranked(shared, "incomplete_26x10", incomplete_reviews=True)
    assert sum(row.n for row in found.standings) == case["reviews"]
