from nominate_tui.jury.count import Count
from nominate_tui.ranking.collecting import collect
from ranking.rounds import Table, ballots_of, round_of


def test_how_sure_it_is_is_known_once_it_was_worked_out() -> None:
    table: Table = {"anna": {"a": (5, 5), "b": (1, 1)}, "bo": {"a": (3, 3), "b": (4, 4)}}
    round = round_of("ab", table)
    count = Count(round, collect(round, ballots_of(round, table)))
    assert count.known_certainty is None
    found = count.certainty
    assert count.known_certainty is found
