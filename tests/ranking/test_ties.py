import pytest

from nominate_tui.model.rules import Scale
from nominate_tui.ranking.ties import lot
from ranking.rounds import ABSTAINED, Table, places, ranked

ONE = {"innovation": 1}

TIED: Table = {"anna": dict.fromkeys("abc", (3,))}
"""Three nominations that nothing in the scores tells apart."""

CYCLE: Table = {
    "anna": {"a": (4,), "b": (3,), "c": (2,)},
    "bo": {"b": (4,), "c": (3,), "a": (2,)},
    "cy": {"c": (4,), "a": (3,), "b": (2,)},
}
"""a beats b, b beats c, c beats a, two jurors to one each time; all have the mean 3."""

SHARED = [("a", "1=", None), ("b", "1=", None), ("c", "1=", None)]


# The criteria


def test_the_heaviest_criterion_separates_first() -> None:
    # (3·4 + 2)/4 and (3·3 + 5)/4 are both 3.5.
    found = ranked({"anna": {"a": (3, 5), "b": (4, 2)}})
    assert places(found) == [("b", "1", None), ("a", "2", "criteria:innovation")]


def test_criteria_of_equal_weight_are_asked_in_the_order_of_the_rules() -> None:
    table: Table = {"anna": {"a": (2, 4), "b": (4, 2)}}
    assert places(ranked(table, weights={"spread": 1, "innovation": 1})) == [
        ("b", "1", None),
        ("a", "2", "criteria:spread"),
    ]


def test_the_next_criterion_separates_what_the_heaviest_does_not() -> None:
    # Weights 2, 1, 1: (6 + 4 + 1)/4 and (6 + 2 + 3)/4.
    table: Table = {"anna": {"a": (3, 2, 3), "b": (3, 4, 1)}}
    found = ranked(table, weights={"innovation": 2, "craft": 1, "spread": 1})
    assert places(found) == [("b", "1", None), ("a", "2", "criteria:craft")]


def test_criteria_are_compared_as_they_are_printed() -> None:
    # Without decimals 11/3 and 4 are both 4, and 3 and 8/3 are both 3; overall both are 10/3.
    table: Table = {
        "anna": {"a": (4, 3), "b": (4, 2)},
        "bo": {"a": (4, 3), "b": (4, 3)},
        "cy": {"a": (3, 3), "b": (4, 3)},
    }
    weights = {"innovation": 1, "spread": 1}
    assert places(ranked(table, weights=weights, decimals=0)) == SHARED[:2]
    assert places(ranked(table, weights=weights, decimals=2)) == [
        ("b", "1", None),
        ("a", "2", "criteria:innovation"),
    ]


def test_a_criterion_that_one_of_them_has_no_score_on_separates_nobody() -> None:
    found = ranked({"anna": {"a": (3, ABSTAINED), "b": (3, 3)}})
    assert places(found) == SHARED[:2]


# Head to head


def test_who_is_placed_higher_by_more_of_the_common_jurors_wins() -> None:
    table: Table = {
        "anna": {"a": (3,), "b": (4,)},
        "bo": {"a": (3,), "b": (4,)},
        "cy": {"a": (3,), "b": (1,)},
    }
    found = ranked(table, weights=ONE, tie_break=("head_to_head",))
    assert places(found) == [("b", "1", None), ("a", "2", "head_to_head")]


def test_jurors_who_scored_only_one_of_them_have_no_say() -> None:
    table: Table = {"anna": {"b": (2,)}, "bo": {"a": (3,), "b": (4,)}}
    found = ranked(table, weights=ONE, tie_break=("head_to_head",))
    assert places(found) == [("b", "1", None), ("a", "2", "head_to_head")]


def test_without_a_common_juror_nobody_wins() -> None:
    found = ranked({"anna": {"a": (3,)}, "bo": {"b": (3,)}}, weights=ONE, tie_break=("head_to_head",))
    assert places(found) == SHARED[:2]


def test_a_cycle_separates_nobody() -> None:
    assert places(ranked(CYCLE, weights=ONE, tie_break=("head_to_head",))) == SHARED


def test_who_beats_every_member_of_a_cycle_stands_before_it() -> None:
    # d has 5, 1, 1, 3, 3: the mean is 13/5 for all, and three of five jurors place d above each of the others.
    table: Table = {
        "anna": {**CYCLE["anna"], "d": (5,)},
        "bo": {**CYCLE["bo"], "d": (1,)},
        "cy": {**CYCLE["cy"], "d": (1,)},
        "di": {"a": (2,), "b": (2,), "c": (2,), "d": (3,)},
        "ed": {"a": (2,), "b": (2,), "c": (2,), "d": (3,)},
    }
    assert places(ranked(table, weights=ONE, tie_break=("head_to_head",))) == [
        ("d", "1", None),
        ("a", "2=", "head_to_head"),
        ("b", "2=", None),
        ("c", "2=", None),
    ]


def test_three_in_a_strict_order_are_separated_each_from_the_next() -> None:
    # Each has the sum 7; Anna and Bo place c above b above a, Cy the other way round.
    table: Table = {
        "anna": {"a": (1,), "b": (2,), "c": (3,)},
        "bo": {"a": (1,), "b": (2,), "c": (3,)},
        "cy": {"a": (5,), "b": (3,), "c": (1,)},
    }
    assert places(ranked(table, weights=ONE, tie_break=("head_to_head",))) == [
        ("c", "1", None),
        ("b", "2", "head_to_head"),
        ("a", "3", "head_to_head"),
    ]


def test_a_draw_with_a_third_keeps_all_together() -> None:
    # a beats c two to one; b draws with a (5:4, 3:4, 1:1) and with c (5:3, 3:3, 1:3).
    table: Table = {
        "anna": {"a": (4,), "b": (5,), "c": (3,)},
        "bo": {"a": (4,), "b": (3,), "c": (3,)},
        "cy": {"a": (1,), "b": (1,), "c": (3,)},
    }
    assert places(ranked(table, weights=ONE, tie_break=("head_to_head",))) == SHARED


# Fewest lowest scores


def test_who_has_fewer_of_the_lowest_scores_stands_before() -> None:
    table: Table = {"anna": {"a": (1,), "b": (3,)}, "bo": {"a": (5,), "b": (3,)}}
    found = ranked(table, weights=ONE, tie_break=("fewest_lowest",))
    assert places(found) == [("b", "1", None), ("a", "2", "fewest_lowest")]


def test_shares_of_lowest_scores_are_compared_and_not_numbers() -> None:
    # Two of four, one of two, one of three.
    table: Table = {
        "anna": {"a": (1,), "b": (1,), "c": (1,)},
        "bo": {"a": (5,), "b": (5,), "c": (3,)},
        "cy": {"a": (5,), "c": (5,)},
        "di": {"a": (1,)},
    }
    found = ranked(table, weights=ONE, tie_break=("fewest_lowest",))
    assert places(found) == [("c", "1", None), ("a", "2=", "fewest_lowest"), ("b", "2=", None)]


def test_the_lowest_score_is_that_of_the_scale() -> None:
    table: Table = {"anna": {"a": (1,), "b": (3,)}, "bo": {"a": (5,), "b": (3,)}}
    found = ranked(table, weights=ONE, tie_break=("fewest_lowest",), scale=Scale(0, 5))
    assert places(found) == SHARED[:2]


# The chair


def test_the_chair_decides_what_the_scores_do_not() -> None:
    found = ranked(TIED, weights=ONE, decisions=["cab"])
    assert places(found) == [("c", "1", None), ("a", "2", "chair"), ("b", "3", "chair")]


def test_the_chair_does_not_decide_what_the_scores_do() -> None:
    found = ranked({"anna": {"a": (3,), "b": (4,)}}, weights=ONE, decisions=["ab"])
    assert places(found) == [("b", "1", None), ("a", "2", "overall")]


def test_the_latest_decision_about_two_counts() -> None:
    found = ranked({"anna": {"a": (3,), "b": (3,)}}, weights=ONE, decisions=["ab", "bxa", "ax"])
    assert places(found) == [("b", "1", None), ("a", "2", "chair")]


def test_decisions_about_pairs_add_up_to_an_order() -> None:
    found = ranked(TIED, weights=ONE, decisions=["cb", "ba", "ca"])
    assert [row for row, _rank, _by in places(found)] == ["c", "b", "a"]


@pytest.mark.parametrize("decisions", [["ba"], ["abc", "ca"]], ids=["one is left out", "a cycle"])
def test_decisions_that_make_no_order_of_all_leave_the_rank_shared(decisions: list[str]) -> None:
    assert places(ranked(TIED, weights=ONE, decisions=decisions)) == SHARED


def test_the_chair_can_part_some_from_the_rest() -> None:
    found = ranked(TIED, weights=ONE, decisions=["ca", "cb"])
    assert places(found) == [("c", "1", None), ("a", "2=", "chair"), ("b", "2=", None)]


def test_the_chair_has_no_say_where_the_rules_do_not_name_the_chair() -> None:
    assert places(ranked(TIED, weights=ONE, decisions=["cba"], tie_break=("criteria",))) == SHARED


# The lot


def test_a_lot_is_the_digest_of_the_seed_and_the_id() -> None:
    # printf 'drawn:a' | sha256sum
    assert lot("drawn", "a") == "00b50c6995e4b064bd47494d57991483bf412318c7ec4aa569a88efabe964ad3"


def test_the_smaller_lot_stands_before() -> None:
    # The digests of a, b and c begin with 00b5, 59c5 and 59e3.
    found = ranked(TIED, "cba", weights=ONE, tie_break=("lot",), seed="drawn")
    assert places(found) == [("a", "1", None), ("b", "2", "lot"), ("c", "3", "lot")]


def test_no_lot_is_drawn_without_a_seed() -> None:
    assert places(ranked(TIED, weights=ONE, tie_break=("lot",))) == SHARED


# The chain


def test_what_one_rule_leaves_tied_goes_on_to_the_next() -> None:
    table: Table = {"anna": {"a": (3, 5), "b": (4, 2), "c": (3, 5)}}
    assert places(ranked(table, decisions=["ca"])) == [
        ("b", "1", None),
        ("c", "2", "criteria:innovation"),
        ("a", "3", "chair"),
    ]


def test_the_rules_are_asked_in_their_order() -> None:
    table: Table = {"anna": {"a": (3, 5), "b": (4, 2)}}
    found = ranked(table, decisions=["ab"], tie_break=("chair", "criteria"))
    assert places(found) == [("a", "1", None), ("b", "2", "chair")]


def test_without_rules_a_tie_stays() -> None:
    assert places(ranked(TIED, weights=ONE, tie_break=(), decisions=["cba"])) == SHARED
