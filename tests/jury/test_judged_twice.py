"""Weighted scores are (3 · innovation + spread) / 4, as in `chaired.py`."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from jury.chaired import NOON, OWN_WARD, ballot, nominations
from nominate_tui.jury.judged_twice import Difference, JudgedTwice, Reliability, reliability
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Recusal
from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Juror, Rules

CRITERIA = (Criterion("innovation", {}, Fraction(3)), Criterion("spread", {}, Fraction(1)))
JURORS = ("anna", "bo", "carl")
ROUND = Round(Rules("2026", "An award", CRITERIA, tuple(Juror(id, id) for id in JURORS)), nominations())
PAIR, THREE = Group(("3", "5"), "5"), Group(("1", "2", "4"), "1")


def ballots(**scores: dict[str, tuple[int, ...]]) -> dict[str, Ballot]:
    return {juror: ballot(juror, given) for juror, given in scores.items()}


def test_without_a_group_there_is_nothing_to_tell() -> None:
    given = ballots(anna={"1": (5, 5)}, bo={"1": (1, 1)})
    nothing = Difference(0, None)
    assert reliability(ROUND, given, ()) == Reliability((), (), nothing, nothing, nothing)


def test_two_jurors_on_two_members_are_a_pair_and_one_juror_on_both_is_kept_apart() -> None:
    given = ballots(anna={"3": (4, 2), "5": (2, 2)}, bo={"5": (5, 1)})
    found = reliability(ROUND, given, [PAIR])
    # anna gave 3.5 to 3 and 2 to 5; bo gave 4 to 5.
    assert found.reviews == (JudgedTwice("5", ("3", "5"), ("anna", "bo"), (Fraction(7, 2), Fraction(4))),)
    assert found.own == (JudgedTwice("5", ("3", "5"), ("anna", "anna"), (Fraction(7, 2), Fraction(2))),)
    assert [each.difference for each in (*found.reviews, *found.own)] == [Fraction(1, 2), Fraction(3, 2)]
    # On 5 alone anna and bo are a pair: 2 and 4.
    assert found.judged_once == Difference(1, None)


def test_the_mean_is_told_from_five_pairs_on_beside_that_of_one_nomination() -> None:
    given = ballots(
        anna={"1": (5, 5), "2": (3, 3), "4": (1, 1), "6": (2, 2)},
        bo={"1": (4, 4), "2": (4, 4), "6": (5, 5)},
        carl={"1": (5, 1), "6": (2, 2)},
    )
    found = reliability(ROUND, given, [THREE])
    # 1: 5, 4, 4. 2: 3, 4. 4: 1. Different jurors, 1–2: |5−4|, |4−3|, |4−3|, |4−4|; 1–4: |4−1|, |4−1|; 2–4: |4−1|.
    assert found.judged_twice == Difference(7, Fraction(1 + 1 + 1 + 0 + 3 + 3 + 3, 7))
    # Oneself: anna 5–3, 5–1, 3–1; bo 4–4.
    assert found.by_oneself == Difference(4, None)
    # One nomination, 1: 1, 1, 0; 2: 1; 6: 3, 0, 3.
    assert found.judged_once == Difference(7, Fraction(1 + 1 + 0 + 1 + 3 + 0 + 3, 7))


def test_only_reviews_that_count_are_compared() -> None:
    given = ballots(anna={"3": (4, 2), "5": (2, 2)}, bo={"5": (5,), "3": (1, 1)})
    found = reliability(ROUND, given, [PAIR])
    # bo's review of 5 is unfinished.
    assert [each.jurors for each in found.reviews] == [("bo", "anna")]


def test_whoever_is_out_for_one_member_is_out_for_the_group() -> None:
    given = ballots(anna={"3": (4, 2)}, bo={"5": (5, 1)}, carl={"5": (3, 3)})
    recused = replace(ROUND, recusals=(Recusal("bo", "3", OWN_WARD, "chair", NOON),))
    assert [each.jurors for each in reliability(recused, given, [PAIR]).reviews] == [("anna", "carl")]
    given["carl"] = ballot("carl", {"5": (3, 3)}, three=Review("3", conflict=OWN_WARD))
    assert reliability(recused, given, [PAIR]).reviews == ()


def test_strangers_to_the_jury_are_not_looked_at() -> None:
    given = ballots(anna={"3": (4, 2)}, dora={"5": (5, 1)})
    assert reliability(ROUND, given, [PAIR]).reviews == ()


SCORES = st.dictionaries(
    st.sampled_from(JURORS),
    st.dictionaries(st.sampled_from("123456"), st.tuples(st.integers(1, 5), st.integers(1, 5))),
)


@given(SCORES)
def test_the_means_are_those_of_all_pairs_looked_at_one_by_one(
    scores: dict[str, dict[str, tuple[int, ...]]],
) -> None:
    found = reliability(ROUND, ballots(**scores), [THREE])
    weighted = {
        (juror, id): Fraction(3 * one + other, 4)
        for juror, of in scores.items()
        for id, (one, other) in of.items()
    }
    once = [
        abs(weighted[a, id] - weighted[b, id])
        for id in "123456"
        for a, b in combinations(JURORS, 2)
        if (a, id) in weighted and (b, id) in weighted
    ]
    twice = [
        abs(weighted[one] - weighted[other])
        for one, other in combinations(sorted(weighted), 2)
        if one[0] != other[0] and one[1] != other[1] and {one[1], other[1]} <= set("124")
    ]
    assert found.judged_once == Difference(
        len(once), sum(once, Fraction(0)) / len(once) if len(once) > 4 else None
    )
    assert found.judged_twice == Difference(
        len(twice), sum(twice, Fraction(0)) / len(twice) if len(twice) > 4 else None
    )
