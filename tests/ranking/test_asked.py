"""Who was asked to score what: the states of a ranking, against those that the reviews themselves tell."""

from collections import Counter
from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round
from nominate_tui.ranking.collecting import collect
from nominate_tui.ranking.rank import rank, ranking
from nominate_tui.ranking.result import Ranking, Standing
from nominate_tui.ranking.tally import tally
from ranking.rounds import ABSTAINED, Table, ballots_of, places, round_of

JURY: Final = ("anna", "bo", "cy")
IDS: Final = "abcd"
FURTHEST: Final = (
    ReviewState.RECUSED,
    ReviewState.COMPLETE,
    ReviewState.UNFINISHED,
    ReviewState.ABSTAINED,
    ReviewState.MISSING,
    ReviewState.UNASSIGNED,
)
"""Of a juror's states for the members of a group, the first of these is told."""

HALVES: Final[Table] = {
    "anna": {"a": (5, 5), "b": (4, 4)},
    "bo": {"c": (3, 3), "d": (2, None)},
    "cy": {"a": (4, 4), "c": (3, 3)},
}


def states(row: Standing | None) -> dict[str, int]:
    """The states that somebody is in."""
    assert row is not None
    return {state.value: jurors for state, jurors in row.states.items() if jurors}


def halves(**more: Any) -> Round:
    """Anna is to score the first two and Bo the last two; Cy everything."""
    return round_of(IDS, JURY, given={"anna": "ab", "bo": "cd"}, **more)


def of_halves(*groups: Group, table: Table = HALVES, **more: Any) -> Ranking:
    round = halves(**more)
    return rank(round, ballots_of(round, table), groups)


def test_a_review_that_nobody_asked_for_is_unassigned_and_no_zero() -> None:
    found = of_halves()
    assert {id: states(found.standing(id)) for id in IDS} == {
        "a": {"complete": 2, "unassigned": 1},
        "b": {"complete": 1, "unassigned": 1, "missing": 1},
        "c": {"complete": 2, "unassigned": 1},
        "d": {"unfinished": 1, "unassigned": 1, "missing": 1},
    }
    assert places(found) == [("a", "1", None), ("b", "2", "overall"), ("c", "3", "overall"), ("d", "", None)]
    assert [row.overall for row in found.standings] == ["4.50", "4.00", "3.00", ""]


def test_a_score_that_nobody_asked_for_counts_as_any_other() -> None:
    found = of_halves(table={**HALVES, "bo": {"a": (3, 3)}}).standing("a")
    assert states(found) == {"complete": 3}
    assert found is not None
    assert (found.overall, found.n) == ("4.00", 3)


def test_who_is_out_for_what_was_not_asked_is_recused() -> None:
    assert states(of_halves(recusals=[("bo", "b")]).standing("b")) == {
        "complete": 1,
        "recused": 1,
        "missing": 1,
    }


def test_a_juror_is_asked_for_a_group_who_is_asked_for_one_of_it() -> None:
    both, one = of_halves(Group(("b", "d"), "d")), of_halves(Group(("a", "b"), "a"))
    assert states(both.standing("d")) == {"complete": 1, "unfinished": 1, "missing": 1}
    assert states(one.standing("a")) == {"complete": 2, "unassigned": 1}


def test_a_juror_who_is_left_out_is_neither_asked_nor_unasked() -> None:
    round = halves()
    count = tally(round, collect(round, ballots_of(round, HALVES)), (), ["bo"])
    assert states(ranking(count).standing("a")) == {"complete": 2}
    assert states(ranking(count).standing("d")) == {"unassigned": 1, "missing": 1}


def test_who_is_to_score_only_what_the_round_has_not_is_asked_for_nothing() -> None:
    round = round_of("ab", ("anna", "bo"), given={"anna": "xy"})
    found = rank(round, {}, ())
    assert [states(row) for row in found.standings] == [{"unassigned": 1, "missing": 1}] * 2


def test_where_everybody_scores_everything_nobody_is_told_of_as_asked() -> None:
    round = round_of(IDS, JURY)
    assert collect(round, ballots_of(round, HALVES)).asked is None


@pytest.mark.parametrize("method", ["mean", "adjusted"])
def test_what_was_asked_changes_no_score(method: str) -> None:
    everything = replace(halves(), rules=round_of(IDS, JURY, method=method).rules)
    ballots = ballots_of(everything, HALVES)
    asked, all_asked = rank(halves(method=method), ballots, ()), rank(everything, ballots, ())
    assert [(row.nomination, row.overall, row.n) for row in asked.standings] == [
        (row.nomination, row.overall, row.n) for row in all_asked.standings
    ]


CELLS = st.sampled_from([1, 5, None, ABSTAINED])
REVIEWS = st.dictionaries(st.sampled_from(IDS), st.tuples(CELLS, CELLS), max_size=4)
PARTS = st.dictionaries(
    st.sampled_from(JURY), st.lists(st.sampled_from("abcdx"), min_size=1, max_size=5, unique=True)
)


def by_hand(
    round: Round, table: Table, members: tuple[str, ...], out: frozenset[str]
) -> Counter[ReviewState]:
    """How many jurors are in each state for a group, review by review."""
    ballots, found = ballots_of(round, table), Counter[ReviewState]()
    for juror in round.rules.jurors:
        if juror.id not in out:
            said = (
                ballots[juror.id]
                .review(id)
                .state(
                    round.rules.criteria,
                    recused=id in round.recused(juror.id),
                    assigned=juror.assigned(id),
                )
                for id in members
            )
            found[min(said, key=FURTHEST.index)] += 1
    return found


@given(
    st.fixed_dictionaries(dict.fromkeys(JURY, REVIEWS)),
    PARTS,
    st.lists(st.tuples(st.sampled_from(JURY), st.sampled_from(IDS)), max_size=2),
    st.sampled_from([(), (Group(("b", "d"), "d"),), (Group(("a", "b", "c"), "b"),)]),
    st.frozensets(st.sampled_from(JURY), max_size=2),
)
def test_the_states_are_those_that_the_reviews_tell(
    table: Table,
    parts: dict[str, list[str]],
    recusals: list[tuple[str, str]],
    groups: tuple[Group, ...],
    out: frozenset[str],
) -> None:
    round = round_of(IDS, JURY, recusals=recusals, given=parts)
    members = {group.primary: group.members for group in groups}
    count = tally(round, collect(round, ballots_of(round, table)), groups, out)
    for row in ranking(count).standings:
        told = by_hand(round, table, members.get(row.nomination, (row.nomination,)), out)
        assert Counter(row.states) == told


@given(st.fixed_dictionaries(dict.fromkeys(JURY, REVIEWS)), PARTS)
def test_the_order_of_a_list_changes_nothing(table: Table, parts: dict[str, list[str]]) -> None:
    shuffled = {juror: sorted(ids, reverse=True) for juror, ids in parts.items()}
    one, other = (round_of(IDS, JURY, given=given) for given in (parts, shuffled))
    assert rank(one, ballots_of(one, table), ()) == rank(other, ballots_of(other, table), ())
