import csv
import tomllib
from collections.abc import Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.ranking.arrays import Reviews
from nominate_tui.ranking.schulze import Duel, contrary, duels, head_to_head, held, ranks, strongest_paths

Scores = Mapping[int, Mapping[int, float]]
"""By juror, by nomination."""


def reviews(scores: Scores, nominations: int, jurors: int) -> Reviews:
    rows = [
        (nomination, juror, score) for juror, given in scores.items() for nomination, score in given.items()
    ]
    return Reviews(
        np.array([row[0] for row in rows], dtype=np.int32),
        np.array([row[1] for row in rows], dtype=np.int32),
        np.array([row[2] for row in rows], dtype=np.float64),
        np.empty((len(rows), 0)),
        nominations,
        jurors,
    )


def of_ballots(orders: Sequence[tuple[int, str]]) -> Reviews:
    """Jurors who put candidates A, B, C … in an order, so many of each."""
    jurors = [order for count, order in orders for _juror in range(count)]
    scores = {
        juror: {ord(name) - ord("A"): -float(place) for place, name in enumerate(order.split(">"))}
        for juror, order in enumerate(jurors)
    }
    return reviews(scores, 5, len(jurors))


def in_words(found: Sequence[int]) -> str:
    """The ranks of A, B, C … as `B>A=C`."""
    levels = [
        [chr(ord("A") + i) for i, rank in enumerate(found) if rank == level] for level in sorted(set(found))
    ]
    return ">".join("=".join(level) for level in levels)


def case(shared: Path, name: str) -> tuple[Reviews, int, dict[str, Any]]:
    folder = shared / "cases" / "ranking"
    expected = tomllib.loads((folder / f"{name}.expected.toml").read_text(encoding="utf-8"))
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        orders = [(int(row["voters"]), row["ballot"]) for row in csv.DictReader(file)]
    return of_ballots(orders), len(orders[0][1].split(">")), expected


@pytest.mark.shared
@pytest.mark.parametrize("name", ["schulze_wiki_45", "schulze_ex1_21", "tennessee_capital"])
def test_published_elections_have_their_published_order(name: str, shared: Path) -> None:
    ballots, candidates, expected = case(shared, name)
    found = head_to_head(duels(ballots, range(candidates)))
    assert found.duels.votes.tolist() == expected["reference"]["support"]
    assert in_words(found.ranks) == expected["schulze_order"]


@pytest.mark.shared
def test_the_strongest_paths_are_those_of_the_published_matrix(shared: Path) -> None:
    ballots, candidates, expected = case(shared, "schulze_wiki_45")
    found = head_to_head(duels(ballots, range(candidates)))
    assert found.duels.votes.tolist() == expected["pairwise"]
    assert found.paths.tolist() == expected["strongest_path"]


def test_only_jurors_who_scored_both_are_counted() -> None:
    scores = {0: {0: 4.0, 1: 3.0}, 1: {0: 2.0}, 2: {1: 5.0, 2: 1.0}, 3: {0: 3.0, 1: 3.0}}
    found = duels(reviews(scores, 3, 4), range(3))
    assert found.votes.tolist() == [[0, 1, 0], [0, 0, 1], [0, 0, 0]]
    assert found.common.tolist() == [[3, 2, 0], [2, 3, 1], [0, 1, 1]]


def test_the_duels_are_in_the_order_that_is_asked_for() -> None:
    scores = {0: {0: 4.0, 1: 3.0, 2: 5.0, 3: 1.0}}
    found = duels(reviews(scores, 4, 1), [2, 0])
    assert found.votes.tolist() == [[0, 1], [0, 0]]


def test_a_pair_with_two_jurors_in_common_is_no_duel() -> None:
    # a and b have three jurors in common, a and c two, b and c none.
    scores = {0: {0: 4.0, 1: 5.0, 2: 1.0}, 1: {0: 4.0, 1: 3.0}, 2: {0: 4.0, 1: 3.0, 2: 1.0}}
    found = head_to_head(duels(reviews(scores, 3, 3), range(3)))
    assert held(found.duels) == [Duel(0, 1, 2, 1, 0)]
    assert found.ranks == (1, 3, 1)


def test_even_scores_are_told_and_beat_nobody() -> None:
    scores = {juror: {0: 3.0, 1: 3.0} for juror in range(3)}
    found = head_to_head(duels(reviews(scores, 2, 3), range(2)))
    assert held(found.duels) == [Duel(0, 1, 0, 0, 3)]
    assert found.ranks == (1, 1)


def test_a_circle_of_equal_strength_shares_a_rank_and_the_next_is_left_out() -> None:
    # A before B, B before C, C before A, by two to one each; all before D.
    found = head_to_head(duels(of_ballots([(1, "A>B>C>D"), (1, "B>C>A>D"), (1, "C>A>B>D")]), range(4)))
    assert found.ranks == (1, 1, 1, 4)


def test_a_weak_link_of_a_circle_gives_way() -> None:
    # A beats B by 7 to 2, B beats C by 7 to 2, C beats A by 5 to 4: the path A-B-C is as strong as 7, C-A as 5.
    found = head_to_head(duels(of_ballots([(4, "A>B>C"), (3, "B>C>A"), (2, "C>A>B")]), range(3)))
    assert found.duels.votes.tolist() == [[0, 6, 4], [3, 0, 7], [5, 2, 0]]
    assert found.paths.tolist() == [[0, 6, 6], [5, 0, 7], [5, 5, 0]]
    assert in_words(found.ranks) == "A>B>C"


def test_strict_and_mild_jurors_count_alike() -> None:
    scores = {0: {0: 2.0, 1: 1.0}, 1: {0: 5.0, 1: 4.5}, 2: {0: 1.0, 1: 5.0}}
    assert head_to_head(duels(reviews(scores, 2, 3), range(2))).ranks == (1, 2)


def test_it_is_told_where_the_ranking_says_otherwise() -> None:
    found = head_to_head(duels(of_ballots([(3, "B>A>C")]), range(3)))
    assert contrary(found, [1, 2, 3]) == [(0, 1)]
    assert contrary(found, [2, 1, 3]) == []
    assert contrary(found, [3, 2, 1]) == [(2, 1), (2, 0)]


def test_who_shares_a_rank_in_the_ranking_is_contrary_to_nobody() -> None:
    found = head_to_head(duels(of_ballots([(3, "B>A>C")]), range(3)))
    assert contrary(found, [1, 1, 3]) == []


votes = st.integers(1, 5).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 9), min_size=size, max_size=size), min_size=size, max_size=size
    )
)


def by_walking(table: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strength of the strongest path between two, over all paths there are."""
    places = range(len(table))

    def step(a: int, b: int) -> int:
        return table[a][b] if table[a][b] > table[b][a] else 0

    def strongest(a: int, b: int) -> int:
        between = [place for place in places if place not in (a, b)]
        ways = [(a, *way, b) for length in range(len(places)) for way in permutations(between, length)]
        return max((min(map(step, way, way[1:])) for way in ways), default=0)

    return [[strongest(a, b) if a != b else 0 for b in places] for a in places]


@given(votes)
def test_paths_are_as_strong_as_their_weakest_step(table: list[list[int]]) -> None:
    assert strongest_paths(np.array(table, dtype=np.int32)).tolist() == by_walking(table)


@given(votes)
def test_whoever_beats_another_has_a_better_rank(table: list[list[int]]) -> None:
    paths = strongest_paths(np.array(table, dtype=np.int32))
    found = ranks(paths)
    places = range(len(table))
    assert all(found[a] < found[b] for a in places for b in places if paths[a, b] > paths[b, a])
    assert sorted(found) == sorted(1 + sum(other < rank for other in found) for rank in found)


@given(votes, st.randoms(use_true_random=False))
def test_the_order_of_the_nominations_moves_nobody(table: list[list[int]], random: Any) -> None:
    order = list(range(len(table)))
    random.shuffle(order)
    turned = np.array(table, dtype=np.int32)[np.ix_(order, order)]
    found = ranks(strongest_paths(np.array(table, dtype=np.int32)))
    assert ranks(strongest_paths(turned)) == [found[place] for place in order]


def test_no_nominations_have_no_ranks() -> None:
    assert head_to_head(duels(reviews({}, 0, 0), [])).ranks == ()
