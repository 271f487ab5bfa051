from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.ballot import Ballot
from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round
from nominate_tui.model.rules import METHODS, Method
from nominate_tui.ranking.collecting import collect
from nominate_tui.ranking.means import disagreement, mean
from nominate_tui.ranking.rank import ranking
from nominate_tui.ranking.tally import Tally, tally
from ranking import plain
from ranking.rounds import Table, ballots_of, round_of, with_conflict
from ranking.test_properties import JURORS, NOMINATIONS, Case, cases

GROUPINGS: tuple[list[Group], ...] = (
    [],
    [Group(("a", "b"), "b")],
    [Group(("a", "c", "d"), "c"), Group(("f", "b"), "b")],
)


def counted(case: Case, groups: list[Group]) -> Tally:
    round, ballots = case
    return tally(round, collect(round, ballots), groups)


@given(cases(), st.sampled_from(GROUPINGS), st.sampled_from(JURORS), st.sampled_from(NOMINATIONS))
def test_the_means_are_those_of_the_rules_worked_out_plainly(
    case: Case, groups: list[Group], juror: str, nomination: str
) -> None:
    round, ballots = case
    ballots = with_conflict(ballots, juror, nomination)
    found = counted((round, ballots), groups)
    means = {found.collected.nominations[place]: mean for place, mean in found.exact.means.items()}
    assert means == plain.means(round, ballots, groups)


@given(cases(), st.sampled_from(GROUPINGS))
def test_the_reviews_for_estimates_are_the_exact_ones_in_floats(case: Case, groups: list[Group]) -> None:
    found = counted(case, groups)
    reviews = found.reviews
    told = {
        (found.places[row.nomination], said.juror): (said.weighted, said.scores)
        for row in ranking(found).standings
        for said in row.counted
    }
    assert len(told) == len(reviews)
    lines = zip(reviews.nomination, reviews.juror, reviews.score, reviews.criteria, strict=True)
    for nomination, juror, score, criteria in lines:
        weighted, scores = told[nomination, found.collected.jurors[juror]]
        assert score == pytest.approx(float(weighted), abs=1e-12)
        by_id = dict(zip(found.collected.criteria, criteria.tolist(), strict=True))
        assert {id: value for id, value in by_id.items() if not np.isnan(value)} == pytest.approx(
            {id: float(value) for id, value in scores.items()}
        )


@given(cases(), st.sampled_from(GROUPINGS))
def test_the_means_in_floats_are_the_exact_ones(case: Case, groups: list[Group]) -> None:
    found = counted(case, groups).exact
    means = found.in_floats.tolist()
    assert {place for place, mean in enumerate(means) if not np.isnan(mean)} == set(found.means)
    for place, exact in found.means.items():
        assert means[place] == pytest.approx(float(exact), abs=1e-12)


@given(cases(), st.sampled_from(GROUPINGS))
def test_the_fit_is_given_the_same_reviews_without_criteria(case: Case, groups: list[Group]) -> None:
    found = counted(case, groups)
    assert np.array_equal(found.bare.score, found.reviews.score)
    assert np.array_equal(found.bare.nomination, found.reviews.nomination)
    assert np.array_equal(found.bare.juror, found.reviews.juror)
    assert found.bare.criteria.shape == (len(found.reviews), 0)


@given(cases(), st.sampled_from(GROUPINGS))
def test_levels_order_the_exact_scores(case: Case, groups: list[Group]) -> None:
    found = counted(case, groups)
    levels, values = found.levels
    assert list(values) == sorted(set(values))
    exact = [said.weighted for row in ranking(found).standings for said in row.counted]
    assert sorted(values[level] for level in levels) == sorted(exact)


@given(cases(), st.sampled_from(GROUPINGS))
def test_disagreement_and_criteria_are_those_of_the_counted_reviews(case: Case, groups: list[Group]) -> None:
    for row in ranking(counted(case, groups)).standings:
        apart = disagreement([said.weighted for said in row.counted])
        assert row.disagreement == (None if apart is None else pytest.approx(apart, abs=1e-12))
        for id, value in row.criteria.items():
            scores = [said.scores[id] for said in row.counted if id in said.scores]
            assert value == (mean(scores) if scores else None)


def test_equal_scores_disagree_by_nothing_at_all() -> None:
    table: Table = {juror: {"a": (4, 3, 5)} for juror in ("anna", "bo", "cy")}
    round = round_of("a", table, {"innovation": 3, "spread": 5, "craft": 5})
    found = tally(round, collect(round, ballots_of(round, table)))
    assert found.disagreement.tolist() == [0.0]


@given(cases(), st.permutations(JURORS), st.permutations(NOMINATIONS), st.sampled_from(GROUPINGS))
def test_the_arrays_are_the_same_to_the_last_bit_whatever_the_order_of_the_files(
    case: Case, jurors: list[str], nominations: list[str], groups: list[Group]
) -> None:
    round, ballots = case
    turned = _in_order(round, jurors, nominations)
    before = counted(case, groups)
    after = counted((turned, {juror: ballots[juror] for juror in jurors}), groups)
    for name in ("nomination", "juror", "score", "criteria"):
        assert np.array_equal(getattr(before.reviews, name), getattr(after.reviews, name), equal_nan=True)


@given(cases(), st.sampled_from(JURORS), st.sampled_from(GROUPINGS))
def test_to_leave_a_juror_out_is_to_have_no_such_juror(case: Case, juror: str, groups: list[Group]) -> None:
    round, ballots = case
    left_out = ranking(tally(round, collect(round, ballots), groups, [juror]))
    others = tuple(other for other in round.rules.jurors if other.id != juror)
    smaller = replace(round, rules=replace(round.rules, jurors=others))
    absent = ranking(tally(smaller, collect(smaller, ballots), groups))
    assert left_out.standings == absent.standings
    assert left_out.shortlist == absent.shortlist


@given(cases(), st.integers(1, 9), st.sampled_from(METHODS))
def test_what_if_gives_what_a_round_with_such_rules_gives(case: Case, weight: int, method: Method) -> None:
    round, ballots = case
    collected = collect(round, ballots)
    heavier = replace(round.rules.criteria[0], weight=Fraction(weight))
    rules = replace(round.rules, criteria=(heavier, *round.rules.criteria[1:]), method=method)
    changed = replace(round, rules=rules)
    assert ranking(tally(changed, collected)) == ranking(tally(changed, collect(changed, ballots)))


def _in_order(round: Round, jurors: list[str], nominations: list[str]) -> Round:
    by_id = {juror.id: juror for juror in round.rules.jurors}
    rules = replace(round.rules, jurors=tuple(by_id[id] for id in jurors))
    all = tuple(round.nominations[id] for id in nominations)
    return replace(round, rules=rules, nominations=replace(round.nominations, all=all))


def test_a_round_without_nominations_or_jurors_is_counted_too() -> None:
    nobody: Mapping[str, Ballot] = {}
    for round in (round_of("", ["anna"]), round_of("ab", []), round_of("", [])):
        for method in METHODS:
            changed = replace(round, rules=replace(round.rules, method=method))
            found = ranking(tally(changed, collect(changed, nobody)))
            assert [row.rank for row in found.standings] == [None] * len(round.nominations)


def test_a_group_of_very_many_duplicates_is_counted_exactly() -> None:
    # Jurors who scored 1, 2 … 47 of them: the least number that all of these divide has more than 64 bits.
    ids = [f"n{number:02}" for number in range(47)]
    table: Table = {
        f"j{last:02}": {id: (1 + n % 5, 5 - n % 4) for n, id in enumerate(ids[: last + 1])}
        for last in range(47)
    }
    round = round_of(ids, table)
    ballots, groups = ballots_of(round, table), [Group(tuple(ids), "n00")]
    (row,) = ranking(tally(round, collect(round, ballots), groups)).standings
    assert {"n00": row.mean} == plain.means(round, ballots, groups)
    assert row.criteria["spread"] == mean([said.scores["spread"] for said in row.counted])
