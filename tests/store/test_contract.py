"""Every store keeps the promise of `store/contract.py`; the one there is today is the folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nominate_tui.errors import BadInput, ChangedMeanwhile, InUse
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.deliberation import Deliberation
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.round import Round
from nominate_tui.store.contract import Store
from nominate_tui.store.folder import FolderStore
from store.rounds import (
    BALLOT,
    CONTACTS,
    DELIBERATION,
    NOMINATIONS,
    RECUSAL,
    RULES,
    VERDICT,
    folder_round,
    scored,
)

Open = Callable[[], Store]
"""Opens the same round once more, as another session would."""


@pytest.fixture(params=["folder"])
def open_round(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """A round in each kind of store."""
    folder_round(tmp_path)
    return {"folder": lambda: FolderStore(tmp_path)}[request.param]


@pytest.fixture
def store(open_round: Open) -> Store:
    """One session's store."""
    return open_round()


def test_the_rules_and_nominations_are_those_that_were_stored(store: Store) -> None:
    assert store.rules() == RULES
    assert store.nominations() == NOMINATIONS
    assert store.contacts() == CONTACTS


def test_a_round_begins_without_decisions(store: Store) -> None:
    assert store.round() == Round(RULES, NOMINATIONS)


def test_decisions_are_there_for_another_session(store: Store, open_round: Open) -> None:
    store.save_verdicts([VERDICT])
    store.save_recusals([RECUSAL])
    store.save_deliberation(DELIBERATION)
    assert open_round().round() == Round(RULES, NOMINATIONS, (RECUSAL,), (VERDICT,), DELIBERATION)


def test_decisions_are_taken_back(store: Store) -> None:
    store.save_verdicts([VERDICT])
    store.save_recusals([RECUSAL])
    store.save_deliberation(DELIBERATION)
    store.save_verdicts([])
    store.save_recusals([])
    store.save_deliberation(Deliberation())
    assert store.round() == Round(RULES, NOMINATIONS)


def test_nominations_and_contacts_are_replaced(store: Store) -> None:
    fewer = Nominations(NOMINATIONS.all[:1])
    store.save_nominations(fewer, [])
    assert (store.nominations(), store.contacts()) == (fewer, ())


def test_a_ballot_begins_empty_and_unmarked(store: Store) -> None:
    seen = store.ballot("anna")
    assert (seen.ballot, seen.mark) == (Ballot("2026", "anna"), "")


def test_a_saved_ballot_is_there_for_another_session(store: Store, open_round: Open) -> None:
    mark = store.save_ballot(BALLOT, "")
    seen = open_round().ballot("anna")
    assert (seen.ballot, seen.mark) == (BALLOT, mark)


def test_a_ballot_is_saved_again_and_again_with_the_mark_of_the_last_time(store: Store) -> None:
    mark = ""
    for value in (1, 2, 3, 2, 1):
        mark = store.save_ballot(scored(value), mark)
    assert store.ballot("anna").ballot == scored(1)


def test_nobody_overwrites_what_they_have_not_seen(store: Store, open_round: Open) -> None:
    mark = store.save_ballot(scored(1), "")
    open_round().save_ballot(scored(2), mark)
    with pytest.raises(ChangedMeanwhile):
        store.save_ballot(scored(3), mark)
    assert store.ballot("anna").ballot == scored(2)


def test_a_ballot_that_appeared_meanwhile_is_not_overwritten(store: Store, open_round: Open) -> None:
    open_round().save_ballot(scored(2), "")
    with pytest.raises(ChangedMeanwhile):
        store.save_ballot(scored(3), "")
    assert store.ballot("anna").ballot == scored(2)


def test_a_ballot_that_disappeared_meanwhile_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ChangedMeanwhile):
        store.save_ballot(scored(3), "a mark of something that is not there")
    assert store.ballot("anna").mark == ""


def test_what_is_stored_already_can_be_saved_once_more(store: Store) -> None:
    # A write whose acknowledgement was lost is tried again with the old mark.
    mark = store.save_ballot(scored(3), "")
    assert store.save_ballot(scored(3), "") == mark


def test_a_ballot_set_aside_is_beside_the_stored_one(store: Store) -> None:
    mark = store.save_ballot(scored(1), "")
    where = store.set_aside(scored(2))
    assert where
    assert (store.ballot("anna").ballot, store.ballot("anna").mark) == (scored(1), mark)
    assert store.ballots().ballots == {"anna": scored(1)}


def test_a_ballot_set_aside_later_replaces_the_earlier_of_the_session(store: Store, open_round: Open) -> None:
    first = store.set_aside(scored(1))
    assert store.set_aside(scored(2)) == first
    assert open_round().set_aside(scored(3)) != first


def test_one_session_at_a_time_holds_a_ballot(store: Store, open_round: Open) -> None:
    hold = store.hold("anna")
    with pytest.raises(InUse):
        open_round().hold("anna")
    with pytest.raises(InUse):
        store.hold("anna")
    other = open_round().hold("bo")
    hold.release()
    hold.release()
    open_round().hold("anna").release()
    other.release()


def test_all_ballots_come_in_the_order_of_the_jury(store: Store) -> None:
    for juror in ("anna", "carl", "bo"):
        store.save_ballot(scored(3, juror), "")
    collected = store.ballots()
    assert list(collected.ballots) == ["bo", "anna", "carl"]
    assert collected.ballots["carl"] == scored(3, "carl")
    assert collected.problems == ()


def test_a_juror_without_a_stored_ballot_is_not_among_them(store: Store) -> None:
    store.save_ballot(BALLOT, "")
    assert store.ballots().ballots == {"anna": BALLOT}


def test_somebody_who_is_no_juror_has_no_ballot(store: Store) -> None:
    for stranger in ("dora", "../anna", ""):
        with pytest.raises(BadInput) as caught:
            store.ballot(stranger)
        assert caught.value.todo == "choose one of: bo, anna, carl"


def test_a_round_in_order_has_no_problems(store: Store) -> None:
    store.save_ballot(BALLOT, "")
    store.save_verdicts([VERDICT])
    store.save_recusals([RECUSAL])
    store.save_deliberation(DELIBERATION)
    assert store.problems() == ()
    assert store.settled_problems() == ()


def test_nothing_is_kept_of_comparing_before_it_was_done(store: Store) -> None:
    assert store.compared() is None


def test_what_was_kept_of_comparing_is_there_for_another_session(store: Store, open_round: Open) -> None:
    for text in ('{"of": "Æblet"}\n', "[]"):
        store.keep_compared(text)
        assert open_round().compared() == text
    assert store.problems() == ()
