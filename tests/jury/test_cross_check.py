from nominate_tui.jury.count import Count
from nominate_tui.jury.cross_check import Contrary, cross_check
from nominate_tui.ranking.collecting import collect
from ranking.rounds import ballots_of, round_of

# a is before b by its mean (13/4 > 12/4), as one juror gave it much more; three of four placed b higher.
TABLE = {
    "anna": {"a": (5, 5), "b": (1, 1)},
    "bo": {"a": (3, 3), "b": (4, 4)},
    "carl": {"a": (3, 3), "b": (4, 4)},
    "dora": {"a": (2, 2), "b": (3, 3)},
}


def counted(table: dict[str, dict[str, tuple[int, int]]]) -> Count:
    """The count of a table of scores."""
    round = round_of("abc", table, shortlist=1)
    return Count(round, collect(round, ballots_of(round, table)))


def test_a_pair_of_which_head_to_head_says_otherwise_is_told() -> None:
    assert cross_check(counted(TABLE)) == (Contrary("a", "b", 1, 3, 0),)


def test_a_pair_with_two_jurors_in_common_is_not_held() -> None:
    few = {juror: given for juror, given in TABLE.items() if juror in ("bo", "carl")}
    few |= {"anna": {"a": (5, 5)}, "dora": {"b": (1, 1)}}
    assert [row.nomination for row in counted(few).ranking.standings[:2]] == ["a", "b"]
    assert cross_check(counted(few)) == ()


def test_where_head_to_head_agrees_nothing_is_told() -> None:
    agreed = {juror: {"a": (4, 4), "b": (3, 3)} for juror in TABLE}
    assert cross_check(counted(agreed)) == ()


def test_of_one_or_none_there_is_nothing_to_check() -> None:
    assert cross_check(counted({"anna": {}, "bo": {}})) == ()
    assert cross_check(counted({"anna": {"a": (3, 3)}})) == ()


def test_how_sure_it_is_is_known_once_it_was_worked_out() -> None:
    count = counted(TABLE)
    assert count.known_certainty is None
    found = count.certainty
    assert count.known_certainty is found
