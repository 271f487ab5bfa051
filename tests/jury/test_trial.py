"""A what-if is put together step by step. Innovation has three quarters of the weight, spread one."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury.chaired import chair
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.trial import Trial, begin
from nominate_tui.model.in_force import tried
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Juror, Rules
from nominate_tui.model.what_if import WhatIf


@pytest.fixture
def desk(tmp_path: Path) -> ChairDesk:
    return chair(tmp_path)


@pytest.fixture
def trial(desk: ChairDesk) -> Trial:
    return begin(desk.sight)


def test_it_begins_with_what_holds(trial: Trial) -> None:
    assert trial.what.empty
    assert trial.shares == {"innovation": Fraction(3, 4), "spread": Fraction(1, 4)}
    assert (trial.method, trial.shortlist, trial.left_out) == ("mean", 2, frozenset())


def test_a_point_of_weight_is_a_hundredth_of_the_whole(trial: Trial) -> None:
    # 76 % and 24 % of 4.
    assert trial.heavier("innovation", 1).what == WhatIf(
        {"innovation": Fraction("3.04"), "spread": Fraction("0.96")}
    )


def test_a_point_to_and_fro_leaves_nothing_behind(trial: Trial) -> None:
    assert trial.heavier("spread", 1).heavier("spread", -1) == trial


def test_a_criterion_keeps_some_weight_and_never_has_all(trial: Trial) -> None:
    assert trial.heavier("spread", -25) == trial
    assert trial.heavier("spread", 75) == trial
    assert trial.heavier("spread", 74).shares["spread"] == Fraction(99, 100)


def test_the_methods_come_one_after_the_other_around_the_end(trial: Trial) -> None:
    assert [trial.with_method(steps).method for steps in (1, 2, 3, 4, -1)] == [
        *("adjusted", "trimmed", "majority"),
        "mean",
        "majority",
    ]


def test_there_is_one_place_at_least_and_one_for_each_nomination_at_most(trial: Trial) -> None:
    assert [trial.longer(places).shortlist for places in (1, -1, -2, 4, 9)] == [3, 1, 1, 6, 6]


def test_a_juror_goes_and_comes_and_somebody_stays(trial: Trial) -> None:
    without = trial.with_or_without("anna").with_or_without("bo")
    assert without.what == WhatIf(left_out=frozenset({"anna", "bo"}))
    assert without.with_or_without("carl") == without
    assert without.with_or_without("anna").with_or_without("bo") == trial


def test_verdicts_of_duplicates_may_be_set_aside(desk: ChairDesk) -> None:
    desk.settle("3", "5", "duplicate", "one wardrobe")
    desk.settle("1", "2", "related", "both near the harbour")
    trial, pair = begin(desk.sight), frozenset({"3", "5"})
    assert trial.pairs == {pair}
    assert trial.with_or_without_verdict(pair).what == WhatIf(set_aside=frozenset({pair}))
    assert trial.with_or_without_verdict(pair).with_or_without_verdict(pair) == trial


def test_what_was_adopted_is_where_the_next_trial_begins(desk: ChairDesk) -> None:
    desk.settle("3", "5", "duplicate", "one wardrobe")
    first = begin(desk.sight).heavier("spread", 5).longer(1).with_or_without("carl")
    first = first.with_or_without_verdict(frozenset({"3", "5"}))
    desk.adopt(first.what, "Karen Holm", "agreed")
    then = begin(desk.sight)
    assert then.what.empty
    assert (then.shares["spread"], then.shortlist) == (Fraction(3, 10), 3)
    assert then.left_out == {"carl"}
    assert then.with_or_without("carl").what == WhatIf(left_out=frozenset())
    assert then.with_or_without_verdict(frozenset({"3", "5"})).what == WhatIf(set_aside=frozenset())


weights = st.lists(st.decimals("0.01", 99, places=2).map(Fraction), min_size=2, max_size=6)


@settings(deadline=None)
@given(weights, st.lists(st.tuples(st.integers(0, 5), st.integers(-9, 9)), max_size=6))
def test_what_is_stored_is_what_was_shown_to_six_decimals(
    given: list[Fraction], steps: list[tuple[int, int]]
) -> None:
    criteria = tuple(Criterion(f"c{n}", {}, weight) for n, weight in enumerate(given))
    rules = Rules("2026", "An award", criteria, (Juror("anna", "Anna"),))
    round = Round(rules)
    shares = {criterion.id: rules.share(criterion) for criterion in criteria}
    trial = Trial(round, shares, rules.method, 5, frozenset(), frozenset(), frozenset(), frozenset())
    for place, points in steps:
        trial = trial.heavier(f"c{place % len(criteria)}", points)
    assert sum(trial.shares.values()) == 1
    after = tried(round, trial.what).rules
    assert all(10**6 % weight.denominator == 0 for weight in trial.what.weights.values())
    for criterion in after.criteria:
        assert abs(criterion.weight - trial.shares[criterion.id] * rules.total_weight) <= Fraction(1, 10**6)
