from dataclasses import replace
from typing import Any

import pytest

from nominate_tui.model.round import Round
from nominate_tui.ranking.alpha import alpha_of_reviews, alphas_of_criteria
from nominate_tui.ranking.assessing import assess, leaves_out
from nominate_tui.ranking.certainty import Certainty, Swap
from nominate_tui.ranking.collecting import collect
from nominate_tui.ranking.draws import draws
from nominate_tui.ranking.rank import rank, ranking
from nominate_tui.ranking.reliability import reliability
from nominate_tui.ranking.tally import Tally, tally
from ranking.rounds import ABSTAINED, Table, ballots_of, round_of

NEAR: Table = {
    "anna": {"a": (5, 4), "b": (4, 4), "c": (2, 5), "d": (1, 1)},
    "bo": {"a": (5, 5), "b": (4, 3), "c": (3, 5), "d": (2, 1)},
    "cy": {"a": (4, 5), "b": (2, 3), "c": (3, 4), "d": (1, 2)},
}
WIDE: Table = {
    f"j{at}": {f"n{number}": (1 + (at + number) % 5, 1 + (at * number) % 5) for number in range(9)}
    for at in range(4)
}


def counted(table: Table, **more: Any) -> Tally:
    names = sorted({id for reviews in table.values() for id in reviews})
    round = round_of(names, table, **more)
    return tally(round, collect(round, ballots_of(round, table)))


def assessed(table: Table, **more: Any) -> Certainty:
    found = counted(table, **more)
    return assess(found, ranking(found))


def test_what_the_parts_say_stands_under_the_ids() -> None:
    found = counted(WIDE, shortlist=3, seed="s", method="adjusted")
    sure = assess(found, ranking(found))
    reviews = found.reviews
    assert sure.agreement is not None
    assert sure.agreement.reliability == reliability(found.fit, reviews)
    assert sure.agreement.alpha == alpha_of_reviews(reviews)
    assert list(sure.alphas.items()) == list(
        zip(("innovation", "spread"), alphas_of_criteria(reviews), strict=True)
    )
    outlook = draws(found.fit, reviews, 3, "s")
    assert outlook is not None
    assert [sure.places[f"n{number}"].in_shortlist for number in range(9)] == outlook.in_shortlist.tolist()
    assert [sure.places[f"n{number}"].rank_low for number in range(9)] == outlook.rank_low.tolist()
    assert [sure.places[f"n{number}"].rank_high for number in range(9)] == outlook.rank_high.tolist()
    assert {id: figures.n for id, figures in sure.jurors.items()} == dict.fromkeys(WIDE, 9)


def test_whose_absence_changes_the_shortlist_is_found_by_ranking_again_without_them() -> None:
    found = counted(NEAR, shortlist=2)
    standing = ranking(found).shortlist
    expected = {}
    for juror in NEAR:
        others = {id: reviews for id, reviews in NEAR.items() if id != juror}
        round = found.round
        other = rank(round, ballots_of(round, others), ()).shortlist
        if set(other) != set(standing):
            out = tuple(id for id in standing if id not in other)
            expected[juror] = Swap(out, tuple(id for id in other if id not in standing))
    assert assessed(NEAR, shortlist=2).without == expected
    # b has 4, 3.75 and 2.25, c has 2.75, 3.5 and 3.25. The means are 3.33 and 3.17; without Anna 3 and 3.375, without
    # Bo 3.125 and 3, without Cy 3.875 and 3.125.
    assert expected == {"anna": Swap(("b",), ("c",))}


def test_weights_are_tried_on_the_means_of_the_criteria() -> None:
    # b has the means 10/3 and 10/3, c 8/3 and 14/3: they are level where innovation has 2/3 of the weight.
    sure = assessed(NEAR, shortlist=2)
    ends = {id: (interval.low, interval.high) for id, interval in sure.intervals.items()}
    assert ends["innovation"] == pytest.approx((2 / 3, 1))
    assert ends["spread"] == pytest.approx((0, 1 / 3))
    assert sure.radius is not None
    assert (sure.radius.out, sure.radius.into) == ("b", "c")
    assert sure.radius.moved == pytest.approx(0.75 - 2 / 3)
    assert set(sure.kept) == set("abcd")
    assert sure.kept["a"] == 1.0
    assert sure.kept["d"] == 0.0
    assert sure.kept["b"] + sure.kept["c"] == pytest.approx(1.0)


def test_a_correction_for_strict_jurors_is_kept_under_all_weights() -> None:
    found = counted(WIDE, shortlist=3, method="adjusted")
    plain = counted(WIDE, shortlist=3, method="mean")
    assert found.fit.corrects == plain.fit.corrects
    sure = assess(found, ranking(found))
    assert [id for id, share in sure.kept.items() if share > 0.5] == sorted(ranking(found).shortlist)


def test_a_nomination_that_jurors_abstained_on_is_weighed_by_its_score() -> None:
    table: Table = {"anna": {"a": (4, ABSTAINED), "b": (4, 2)}, "bo": {"a": (4, 4), "b": (4, 2)}}
    sure = assessed(table, shortlist=1)
    assert sure.radius is not None
    assert (sure.radius.out, sure.radius.into) == ("a", "b")


def test_by_majority_judgment_the_plain_means_are_weighed() -> None:
    by_mean, by_grade = (assessed(NEAR, shortlist=2, method=method) for method in ("mean", "majority"))
    assert by_grade.intervals == by_mean.intervals


def test_without_any_review_nothing_is_said() -> None:
    assert assessed({"anna": {}}) == Certainty()


def test_with_one_review_each_nothing_is_drawn() -> None:
    sure = assessed({"anna": {"a": (4, 4), "b": (3, 3)}})
    assert sure.places == {}
    assert sure.without == {}


def test_a_juror_without_whom_the_method_does_not_hold_is_passed_over() -> None:
    table: Table = {f"j{at}": {"a": (3 + at % 2, 3), "b": (3, 1 + at % 3)} for at in range(5)}
    assert assessed(table, method="trimmed", shortlist=1).without == {}


def test_the_order_of_ballots_and_jurors_changes_nothing() -> None:
    found = counted(WIDE, shortlist=3, seed="s", method="adjusted")
    turned = turned_around(found.round)
    ballots = ballots_of(turned, dict(reversed(list(WIDE.items()))))
    other = tally(turned, collect(turned, ballots))
    assert assess(other, ranking(other)) == assess(found, ranking(found))


def turned_around(round: Round) -> Round:
    return replace(round, rules=replace(round.rules, jurors=round.rules.jurors[::-1]))


def test_where_one_juror_counts_nobody_can_be_left_out() -> None:
    assert leaves_out(counted(NEAR))
    assert not leaves_out(counted({"anna": {"a": (3, 3)}}))
