from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury.chaired import BALLOTS, NOON, OWN_WARD, ballot
from nominate_tui.jury.progress import Progress, progress, regrouped
from nominate_tui.model.ballot import Ballot, Review, ReviewState
from nominate_tui.model.duplicate import Group
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.model.round import Round
from nominate_tui.ranking.rank import rank
from ranking.rounds import ABSTAINED, Table, ballots_of, round_of

ROUND = round_of("123456", ("anna", "bo", "carl"), quorum=2)
BY_JUROR = {each.juror: each for each in BALLOTS}


def seen(ballots: dict[str, Ballot] = BY_JUROR, round: Round = ROUND, **more: int) -> Progress:
    return progress(round, ballots, (), **more)


def test_every_juror_has_a_count_of_every_state() -> None:
    bo = seen().jurors[1]
    assert bo.states == {
        ReviewState.MISSING: 1,
        ReviewState.UNFINISHED: 1,
        ReviewState.COMPLETE: 4,
        ReviewState.ABSTAINED: 0,
        ReviewState.RECUSED: 0,
        ReviewState.UNASSIGNED: 0,
    }
    assert bo.unfinished == ("5", "6")


def test_the_states_of_a_nomination_stand_in_the_order_of_the_jury() -> None:
    assert seen().nominations[5].states == (
        ReviewState.MISSING,
        ReviewState.UNFINISHED,
        ReviewState.RECUSED,
    )


def test_a_juror_without_a_ballot_has_begun_nothing() -> None:
    nobody = seen({}).jurors[0]
    assert nobody.unfinished == ("1", "2", "3", "4", "5", "6")
    assert (nobody.confirmed, nobody.changed) == (None, None)


def test_the_last_change_is_the_latest_of_all_reviews() -> None:
    later = NOON + timedelta(hours=2)
    anna = BY_JUROR["anna"].with_review(Review("6", {"innovation": 1}, changed=later))
    assert seen({"anna": anna}).jurors[0].changed == later


def test_quorum_counts_the_reviews_that_count() -> None:
    assert [(row.nomination, row.n, row.quorum_met) for row in seen().nominations] == [
        ("1", 2, True),
        ("2", 2, True),
        ("3", 2, True),
        ("4", 2, True),
        ("5", 1, False),
        ("6", 0, False),
    ]
    assert seen().below_quorum == ("5", "6")


CHANGE = Change(NOON + timedelta(hours=1), ("title",))


def test_reviews_that_were_given_before_a_text_changed_are_told_for_the_juror_and_the_nomination() -> None:
    changed = tuple(
        replace(one, changes=(CHANGE,)) if one.id in ("2", "6") else one for one in ROUND.nominations
    )
    told = seen(round=replace(ROUND, nominations=Nominations(changed)))
    assert [juror.outdated for juror in told.jurors] == [("2",), ("2", "6"), ()]
    assert [(row.nomination, row.outdated) for row in told.outdated] == [
        ("2", {"anna": CHANGE, "bo": CHANGE}),
        ("6", {"bo": CHANGE}),
    ]
    assert seen().outdated == ()


def test_a_recusal_by_the_chair_takes_a_review_out_of_the_count() -> None:
    round = round_of("123456", ("anna", "bo", "carl"), quorum=2, recusals=[("bo", "1")])
    row = seen(round=round).nominations[0]
    assert row.states == (ReviewState.COMPLETE, ReviewState.RECUSED, ReviewState.MISSING)
    assert (row.n, row.quorum_met) == (1, False)


def test_the_members_of_a_group_have_their_own_states_and_the_groups_count() -> None:
    together = progress(ROUND, BY_JUROR, (Group(("3", "5"), "3"),))
    third, fifth = together.nominations[2], together.nominations[4]
    assert (third.n, fifth.n) == (3, 3)
    assert (third.primary, fifth.primary) == ("3", "3")
    assert fifth.states == (ReviewState.MISSING, ReviewState.MISSING, ReviewState.COMPLETE)


GROUPINGS: tuple[tuple[Group, ...], ...] = (
    (),
    (Group(("3", "5"), "3"),),
    (Group(("3", "5"), "5"),),
    (Group(("3", "5", "6"), "3"),),
    (Group(("1", "2"), "2"), Group(("3", "5"), "3")),
    (Group(("1", "3"), "3"), Group(("2", "6"), "2")),
)


@pytest.mark.parametrize(("before", "after"), [*product(GROUPINGS, GROUPINGS)])
def test_after_other_groups_it_is_what_counting_anew_says(
    before: tuple[Group, ...], after: tuple[Group, ...]
) -> None:
    known = progress(ROUND, BY_JUROR, before, 1)
    assert regrouped(known, ROUND, BY_JUROR, (before, after), 2) == progress(ROUND, BY_JUROR, after, 2)


def test_only_what_is_ranked_can_be_below_the_quorum() -> None:
    five_alone = {"carl": BY_JUROR["carl"]}
    together = progress(ROUND, five_alone, (Group(("3", "5"), "3"),))
    assert together.below_quorum == ("1", "2", "3", "4", "6")


def test_a_juror_is_waited_for_until_all_is_finished_and_confirmed() -> None:
    everything = dict.fromkeys("123456", (3, 3))
    done = replace(ballot("anna", everything), confirmed=NOON)
    unconfirmed = ballot("bo", everything)
    early = replace(ballot("carl", {"1": (3, 3)}), confirmed=NOON)
    found = seen({"anna": done, "bo": unconfirmed, "carl": early})
    assert [each.juror.id for each in found.missing] == ["bo", "carl"]
    assert found.confirmed == 2


def test_a_recusal_and_an_abstention_leave_nothing_to_do() -> None:
    reviews = {
        "1": Review("1", conflict=OWN_WARD),
        "2": Review("2", abstained=frozenset({"innovation", "spread"})),
    }
    anna = seen({"anna": Ballot("2026", "anna", reviews)}).jurors[0]
    assert anna.unfinished == ("3", "4", "5", "6")


CELLS = st.sampled_from([1, 3, 5, None, ABSTAINED])
REVIEWS = st.dictionaries(st.sampled_from("abcd"), st.tuples(CELLS, CELLS), max_size=4)


@given(
    st.fixed_dictionaries({"anna": REVIEWS, "bo": REVIEWS, "carl": REVIEWS}),
    st.lists(st.tuples(st.sampled_from(["anna", "bo", "carl"]), st.sampled_from("abcd")), max_size=2),
    st.booleans(),
)
def test_as_many_jurors_count_as_in_the_ranking(
    table: Table, recusals: list[tuple[str, str]], incomplete: bool
) -> None:
    jury = ("anna", "bo", "carl")
    round = round_of("abcd", jury, quorum=2, recusals=recusals, incomplete_reviews=incomplete)
    ballots, groups = ballots_of(round, table), (Group(("b", "d"), "d"),)
    counted = {
        row.nomination: (row.n, row.quorum_met) for row in progress(round, ballots, groups).nominations
    }
    ranked = {row.nomination: (row.n, not row.below_quorum) for row in rank(round, ballots, groups).standings}
    assert counted == ranked | {"b": ranked["d"]}


def test_the_number_of_problems_is_handed_on() -> None:
    assert (seen().problems, seen(problems=3).problems) == (0, 3)


# A part for each juror

PARTS = round_of("123456", ("anna", "bo", "carl"), quorum=2, given={"anna": "126", "carl": "5"})


def test_a_juror_with_a_part_has_only_that_to_finish() -> None:
    anna, bo, carl = seen(round=PARTS).jurors
    # Anna finished 1 and 2, and 3 and 4, which nobody asked for.
    assert (anna.given, anna.finished, anna.unfinished) == (3, 2, ("6",))
    assert (bo.given, bo.finished, bo.unfinished) == (6, 4, ("5", "6"))
    assert (carl.given, carl.finished, carl.unfinished) == (1, 1, ())


def test_what_nobody_asked_for_is_unassigned_unless_something_was_said() -> None:
    anna, _bo, carl = seen(round=PARTS).jurors
    assert {state.value: count for state, count in anna.states.items() if count} == {
        "complete": 4,
        "missing": 1,
        "unassigned": 1,
    }
    # Carl is out for 6 by a conflict that he declared.
    assert {state.value: count for state, count in carl.states.items() if count} == {
        "complete": 1,
        "recused": 1,
        "unassigned": 4,
    }


def test_a_juror_who_finished_the_part_and_confirmed_is_done() -> None:
    carl = replace(BY_JUROR["carl"], confirmed=NOON)
    assert [each.juror.id for each in seen({"carl": carl}, PARTS).missing] == ["anna", "bo"]


def test_how_many_are_asked_is_told_for_a_nomination_and_for_a_group() -> None:
    assert [row.asked for row in seen(round=PARTS).nominations] == [2, 2, 2, 2, 2, 3]
    together = progress(PARTS, BY_JUROR, (Group(("3", "5"), "3"),))
    assert [(row.nomination, row.n, row.asked) for row in together.nominations if row.nomination in "35"] == [
        ("3", 3, 3),
        ("5", 3, 3),
    ]
    assert [row.asked for row in seen().nominations] == [3] * 6


def test_a_score_beyond_the_part_counts_for_the_quorum() -> None:
    assert [(row.nomination, row.n) for row in seen(round=PARTS).nominations] == [
        (row.nomination, row.n) for row in seen().nominations
    ]
