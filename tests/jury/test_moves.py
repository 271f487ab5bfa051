from nominate_tui.jury.moves import Move, moves
from nominate_tui.model.duplicate import Group
from nominate_tui.ranking.rank import rank
from ranking.rounds import ballots_of, round_of

ROUND = round_of("abc", ("anna",), shortlist=1)
BALLOTS = ballots_of(ROUND, {"anna": {"a": (5, 5), "b": (3, 3), "c": (1, 1)}})


def changed(*groups: Group) -> dict[str, Move]:
    found = moves(rank(ROUND, BALLOTS, ()), rank(ROUND, BALLOTS, groups))
    return {move.nomination: move for move in found}


def test_nothing_moves_between_equal_rankings() -> None:
    assert changed() == {}


def test_a_primary_that_keeps_its_rank_is_told_for_its_new_duplicate() -> None:
    # b and c together: (3 + 1) / 2 = 2, still behind a.
    assert list(changed(Group(("b", "c"), "b"))) == ["b", "c"]


def test_who_enters_and_who_leaves_the_shortlist_is_told() -> None:
    # a and c together: (5 + 1) / 2 = 3, level with b, so that both stand at rank 1.
    found = changed(Group(("a", "c"), "c"))
    assert {id: (move.enters, move.leaves) for id, move in found.items()} == {
        "b": (True, False),
        "c": (True, False),
        "a": (False, True),
    }


def test_those_that_are_ranked_come_first_and_the_best_of_them_first() -> None:
    assert list(changed(Group(("a", "b"), "b"))) == ["b", "c", "a"]
