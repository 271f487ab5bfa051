from collections.abc import Sequence

from nominate_tui.ranking.collecting import collect
from nominate_tui.ranking.cross_check import (
    Contrary,
    CrossCheck,
    cross_check,
    cross_check_as_dict,
    cross_check_told,
)
from nominate_tui.ranking.rank import ranking
from nominate_tui.ranking.tally import tally
from ranking.rounds import ballots_of, ranked, round_of

# a is before b by its mean (13/4 > 12/4), as one juror gave it much more; three of four placed b higher.
TABLE = {
    "anna": {"a": (5, 5), "b": (1, 1)},
    "bo": {"a": (3, 3), "b": (4, 4)},
    "carl": {"a": (3, 3), "b": (4, 4)},
    "dora": {"a": (2, 2), "b": (3, 3)},
}


def checked(table: dict[str, dict[str, tuple[int, int]]], ids: Sequence[str] = "abc") -> CrossCheck:
    """The cross-check of a table of scores."""
    round = round_of(ids, table, shortlist=1)
    found = tally(round, collect(round, ballots_of(round, table)), ())
    return cross_check(found, ranking(found))


def test_a_pair_of_which_head_to_head_says_otherwise_is_told() -> None:
    assert checked(TABLE) == CrossCheck(2, 1, (Contrary("a", "b", 1, 3, 0),))


def test_a_pair_with_two_jurors_in_common_is_not_held() -> None:
    few = {juror: given for juror, given in TABLE.items() if juror in ("bo", "carl")}
    few |= {"anna": {"a": (5, 5)}, "dora": {"b": (1, 1)}}
    assert [row.nomination for row in ranked(few).standings[:2]] == ["a", "b"]
    assert checked(few) == CrossCheck(2, 0, ())


def test_where_head_to_head_agrees_nothing_is_told() -> None:
    agreed = {juror: {"a": (4, 4), "b": (3, 3)} for juror in TABLE}
    assert checked(agreed) == CrossCheck(2, 1, ())


def test_of_one_or_none_there_is_nothing_to_check() -> None:
    none, one = checked({"anna": {}, "bo": {}}), checked({"anna": {"a": (3, 3)}})
    assert (none, one) == (CrossCheck(0, 0, ()), CrossCheck(1, 0, ()))
    assert (none.pairs, one.pairs) == (0, 0)


def test_of_the_pairs_only_those_with_three_jurors_in_common_are_compared() -> None:
    # Of a, b and c, three jurors scored a and b; c was scored by two of them.
    table = {"anna": {"a": (5, 5), "b": (4, 4), "c": (3, 3)}, "bo": {"a": (5, 5), "b": (4, 4), "c": (3, 3)}}
    found = checked({**table, "carl": {"a": (5, 5), "b": (4, 4)}})
    assert (found.held, found.pairs, found.contrary) == (1, 3, ())


def test_only_the_best_twenty_are_looked_at() -> None:
    ids = [f"n{number:02}" for number in range(25)]
    table = {juror: {id: (1 + at // 5, 1) for at, id in enumerate(ids)} for juror in ("anna", "bo", "carl")}
    found = checked(table, ids)
    assert (found.depth, found.pairs, found.held) == (20, 190, 190)


def test_it_is_told_of_how_many_pairs_anything_can_be_said() -> None:
    assert list(cross_check_told(CrossCheck(1, 0, ()))) == [
        "There are no two nominations to be compared head to head."
    ]
    assert list(cross_check_told(CrossCheck(20, 0, ()))) == [
        "No pair of the best 20 has 3 jurors in common: nothing can be compared head to head."
    ]
    assert list(cross_check_told(CrossCheck(20, 12, ()))) == [
        "Of the best 20, 12 of 190 pairs have at least 3 jurors in common and were compared head to head.",
        "Head to head none of these speaks against the ranking.",
    ]
    assert list(cross_check_told(CrossCheck(2, 1, (Contrary("a", "b", 1, 3, 0),)))) == [
        "Of the best 2, 1 of 1 pairs has at least 3 jurors in common and was compared head to head.",
        "a is before b, but head to head b wins: 3 of the jurors who scored both gave it more, 1 gave it less,"
        " 0 the same",
    ]


def test_programs_are_told_the_same() -> None:
    assert cross_check_as_dict(checked(TABLE)) == {
        "depth": 2,
        "pairs": 1,
        "held": 1,
        "contrary": [{"before": "a", "behind": "b", "for_before": 1, "for_behind": 3, "even": 0}],
    }
