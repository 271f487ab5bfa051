"""The juror's door, on a round in a folder: what may be done, what is refused, what is on the disk."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury.chaired import BALLOTS, NOON, OWN_WARD, SCORING, chair, stored
from nominate_tui.errors import ChangedMeanwhile, NotAllowed
from nominate_tui.jury.history import Step
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.model.ballot import Ballot, Review, ReviewState
from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.store.folder import FolderStore

Act = Callable[[JurorDesk], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round of six nominations in which anna has scored four."""
    stored(tmp_path)
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Iterator[JurorDesk]:
    """Anna's desk."""
    desk = JurorDesk(FolderStore(folder), "anna", lambda: NOON)
    yield desk
    desk.close()


def on_disk(folder: Path, juror: str = "anna") -> Ballot:
    """A ballot as it lies in its file."""
    return FolderStore(folder).ballot(juror).ballot


def bytes_of(folder: Path, juror: str = "anna") -> bytes:
    """The file of a ballot."""
    return (folder / "data" / "ballots" / f"{juror}.toml").read_bytes()


def without_times(ballot: Ballot) -> Ballot:
    """A ballot that says nothing of when."""
    reviews = {id: replace(review, changed=None, scored=None) for id, review in ballot.reviews.items()}
    return replace(ballot, reviews=reviews)


# Sitting down


def test_a_desk_opens_with_what_was_scored_before(desk: JurorDesk) -> None:
    assert desk.juror.name == "Anna Holm"
    assert desk.ballot == BALLOTS[0]
    assert (desk.own.finished, desk.own.unfinished) == (4, ("5", "6"))
    assert (desk.saved, desk.all_saved, desk.closed_because) == (None, True, "")


def test_a_juror_without_a_ballot_begins_with_an_empty_one(tmp_path: Path) -> None:
    store = stored(tmp_path)
    (tmp_path / "data" / "ballots" / "anna.toml").unlink()
    desk = JurorDesk(store, "anna")
    assert desk.ballot == Ballot("2026", "anna")
    desk.close()
    assert not (tmp_path / "data" / "ballots" / "anna.toml").exists()


def test_who_is_no_juror_is_told_who_is(folder: Path) -> None:
    with pytest.raises(NotAllowed) as refusal:
        JurorDesk(FolderStore(folder), "eve")
    assert str(refusal.value) == "eve is not a juror of this round → choose one of: anna, bo, carl"


# Scoring


def test_a_score_is_kept_and_on_the_disk_when_that_is_asked_for(desk: JurorDesk, folder: Path) -> None:
    desk.score("5", "innovation", 4)
    assert desk.review("5") == Review("5", {"innovation": 4}, changed=NOON)
    assert desk.flush()
    assert on_disk(folder).review("5") == Review("5", {"innovation": 4}, changed=NOON)
    assert (desk.saved, desk.all_saved, desk.failure) == (NOON, True, None)


def test_a_score_comes_to_the_disk_by_itself(desk: JurorDesk, folder: Path) -> None:
    told = threading.Event()
    desk.listen(told.set)
    desk.score("5", "innovation", 4)
    assert not desk.all_saved
    assert told.wait(60)
    assert on_disk(folder).review("5").scores == {"innovation": 4}


def test_to_save_soon_does_not_wait_and_tells_when_it_is_done(desk: JurorDesk, folder: Path) -> None:
    told = threading.Event()
    desk.listen(told.set)
    desk.score("5", "innovation", 4)
    desk.save_soon()
    assert told.wait(60)
    assert on_disk(folder).review("5").scores == {"innovation": 4}


def test_to_close_the_desk_keeps_the_last_change(folder: Path) -> None:
    desk = JurorDesk(FolderStore(folder), "anna")
    desk.score("5", "innovation", 4)
    desk.close()
    assert on_disk(folder).review("5").scores == {"innovation": 4}


def test_a_value_off_the_scale_is_refused(desk: JurorDesk, folder: Path) -> None:
    before = bytes_of(folder)
    for value in (0, 6, -1):
        with pytest.raises(NotAllowed) as refusal:
            desk.score("5", "innovation", value)
        assert str(refusal.value) == f"{value} is not on the scale → 1-5"
    desk.flush()
    assert bytes_of(folder) == before


def test_the_same_score_again_is_no_change(desk: JurorDesk) -> None:
    before = desk.ballot
    desk.score("1", "innovation", 5)
    assert desk.ballot is before
    assert desk.undo() is None


def test_the_state_follows_the_scores(desk: JurorDesk) -> None:
    states = [desk.state("5")]
    for criterion in ("innovation", "spread"):
        desk.score("5", criterion, 3)
        states.append(desk.state("5"))
    desk.clear("5", "innovation")
    states.append(desk.state("5"))
    assert states == [
        ReviewState.MISSING,
        ReviewState.UNFINISHED,
        ReviewState.COMPLETE,
        ReviewState.UNFINISHED,
    ]


def test_to_abstain_takes_the_score_back_and_to_abstain_again_ends_the_abstention(desk: JurorDesk) -> None:
    desk.abstain("1", "spread")
    assert (desk.review("1").scores, desk.review("1").abstained) == (
        {"innovation": 5},
        frozenset({"spread"}),
    )
    desk.abstain("1", "spread")
    assert (desk.review("1").scores, desk.review("1").abstained) == ({"innovation": 5}, frozenset())


def test_a_score_ends_an_abstention(desk: JurorDesk) -> None:
    desk.abstain("1", "spread")
    desk.score("1", "spread", 2)
    assert (desk.review("1").scores, desk.review("1").abstained) == (
        {"innovation": 5, "spread": 2},
        frozenset(),
    )


# Conflicts and recusals


def test_a_conflict_takes_the_review_out_and_keeps_its_scores(desk: JurorDesk, folder: Path) -> None:
    desk.declare_conflict("1", OWN_WARD)
    assert desk.state("1") is ReviewState.RECUSED
    desk.flush()
    review = on_disk(folder).review("1")
    assert (review.scores, review.conflict) == ({"innovation": 5, "spread": 5}, OWN_WARD)
    desk.declare_conflict("1", None)
    assert desk.state("1") is ReviewState.COMPLETE


@pytest.mark.parametrize("reason", ["", " \u200b", "x" * 2001])
def test_a_conflict_has_a_reason_that_can_be_seen_and_read(desk: JurorDesk, reason: str) -> None:
    with pytest.raises(NotAllowed, match=r"^A reason"):
        desk.declare_conflict("1", Conflict("other", reason))
    assert desk.review("1").conflict is None


def test_what_a_terminal_would_obey_in_the_reason_of_a_conflict_is_made_inert(desk: JurorDesk) -> None:
    desk.declare_conflict("1", Conflict("other", " my\x1b[2J sister "))
    assert desk.review("1").conflict == Conflict("other", "my␛[2J sister")


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: desk.score("1", "spread", 1),
        lambda desk: desk.abstain("1", "spread"),
        lambda desk: desk.clear("1", "spread"),
    ],
)
def test_nothing_is_scored_under_a_conflict(desk: JurorDesk, act: Act) -> None:
    desk.declare_conflict("1", OWN_WARD)
    with pytest.raises(NotAllowed, match="You declared a conflict of interest here; press x to take it back"):
        act(desk)
    assert desk.review("1").scores == {"innovation": 5, "spread": 5}


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: desk.score("1", "spread", 1),
        lambda desk: desk.abstain("1", "spread"),
        lambda desk: desk.clear("1", "spread"),
    ],
)
def test_nothing_is_scored_where_the_chair_recused_the_juror(tmp_path: Path, act: Act) -> None:
    chair(tmp_path).recuse("anna", "1", OWN_WARD)
    desk = JurorDesk(FolderStore(tmp_path), "anna")
    assert (desk.recusal_by_chair("1"), desk.recusal_by_chair("2")) == (OWN_WARD, None)
    assert desk.state("1") is ReviewState.RECUSED
    with pytest.raises(NotAllowed, match="The chair has recused you from this nomination"):
        act(desk)
    desk.close()


def test_a_recusal_of_another_juror_is_not_ones_own(tmp_path: Path) -> None:
    chair(tmp_path).recuse("bo", "1", OWN_WARD)
    desk = JurorDesk(FolderStore(tmp_path), "anna")
    assert (desk.recusal_by_chair("1"), desk.state("1")) == (None, ReviewState.COMPLETE)
    desk.close()


# Words and flags


def test_comment_and_note_are_kept_without_blanks_around_them(desk: JurorDesk, folder: Path) -> None:
    desk.comment("5", "  strong on numbers\n\nweak on words \n")
    desk.note("5", " ask Bo ")
    desk.flush()
    review = on_disk(folder).review("5")
    assert (review.comment, review.note) == ("strong on numbers\n\nweak on words", "ask Bo")


def test_a_flag_comes_and_goes(desk: JurorDesk) -> None:
    desk.flag("5")
    assert list(desk.own.flagged) == ["5"]
    desk.flag("5")
    assert list(desk.own.flagged) == []
    assert "5" not in desk.ballot.reviews


def test_words_and_flags_are_no_scores(desk: JurorDesk) -> None:
    desk.comment("5", "later")
    desk.flag("5")
    assert desk.state("5") is ReviewState.MISSING


# Texts that changed

HOUR = timedelta(hours=1)
SCORED = NOON - HOUR
"""Half an hour before the texts changed."""


def retold(folder: Path, *ids: str, fields: tuple[str, ...] = ("title",)) -> Nominations:
    """Take these nominations in with another title, half an hour after anna scored them at the latest."""
    store = FolderStore(folder)
    change = Change(NOON - HOUR / 2, fields)
    changed = tuple(
        replace(one, title=f"{one.title} anew", changes=(change,)) if one.id in ids else one
        for one in store.nominations()
    )
    nominations = Nominations(changed, store.nominations().questions)
    store.save_nominations(nominations, ())
    return nominations


@pytest.fixture
def late(folder: Path) -> Iterator[JurorDesk]:
    """Anna's desk at noon: she scored an hour ago, and the texts of 1 and 6 changed since."""
    store = FolderStore(folder)
    seen = store.ballot("anna")
    reviews = {id: replace(review, changed=SCORED) for id, review in seen.ballot.reviews.items()}
    store.save_ballot(replace(seen.ballot, reviews=reviews), seen.mark)
    retold(folder, "1", "6")
    desk = JurorDesk(store, "anna", lambda: NOON)
    yield desk
    desk.close()


def outdated(desk: JurorDesk) -> list[str]:
    """The nominations whose text changed after they were scored."""
    return [id for id in desk.round.nominations.ids if desk.outdated(id)]


def test_what_changed_after_it_was_scored_is_told_and_what_was_not_scored_is_not(late: JurorDesk) -> None:
    assert outdated(late) == ["1"]
    assert late.outdated("1") == Change(NOON - HOUR / 2, ("title",))


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: desk.score("1", "spread", 5),
        lambda desk: desk.score("1", "spread", 1),
        lambda desk: desk.abstain("1", "spread"),
        lambda desk: desk.clear("1", "spread"),
        lambda desk: desk.still_holds("1"),
    ],
)
def test_to_score_again_or_to_say_that_it_holds_is_to_have_read_the_new_text(
    late: JurorDesk, folder: Path, act: Act
) -> None:
    act(late)
    assert outdated(late) == []
    late.flush()
    assert (on_disk(folder).review("1").changed, on_disk(folder).review("1").scored) == (NOON, None)


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: desk.flag("1"),
        lambda desk: desk.comment("1", "to be read again"),
        lambda desk: desk.note("1", "to be read again"),
        lambda desk: desk.declare_conflict("1", OWN_WARD) or desk.declare_conflict("1", None),
        lambda desk: desk.score("2", "spread", 1),
    ],
)
def test_a_flag_or_a_comment_does_not_say_that_the_new_text_was_read(
    late: JurorDesk, folder: Path, act: Act
) -> None:
    act(late)
    assert outdated(late) == ["1"]
    late.flush()
    assert on_disk(folder).review("1").scored_at == SCORED


def test_to_take_back_that_it_holds_is_to_have_read_the_old_text_only(late: JurorDesk) -> None:
    late.still_holds("1")
    late.undo()
    assert outdated(late) == ["1"]
    late.redo()
    assert outdated(late) == []


def test_to_clear_what_has_no_score_says_nothing(late: JurorDesk) -> None:
    late.clear("1", "spread")
    late.undo()
    late.undo()
    assert outdated(late) == ["1"]
    late.clear("5", "spread")
    assert late.undo() is None


def test_where_the_text_did_not_change_there_is_nothing_to_hold(late: JurorDesk) -> None:
    for id in ("2", "6"):
        with pytest.raises(NotAllowed, match="The text has not changed since you scored it"):
            late.still_holds(id)


def test_a_closed_ballot_holds_nothing_anew(late: JurorDesk) -> None:
    late.confirm()
    with pytest.raises(NotAllowed, match="Your ballot is confirmed"):
        late.still_holds("1")
    assert outdated(late) == ["1"]


def test_who_was_taken_out_by_the_chair_has_nothing_to_read_again(late: JurorDesk, folder: Path) -> None:
    FolderStore(folder).save_recusals([Recusal("anna", "1", OWN_WARD, "chair", NOON)])
    late.look_again()
    assert outdated(late) == []
    with pytest.raises(NotAllowed, match="The chair has recused you"):
        late.still_holds("1")


def test_texts_that_are_taken_in_meanwhile_are_learnt(desk: JurorDesk, folder: Path) -> None:
    known = desk.round.rules
    nominations = retold(folder, "2")
    assert desk.look_again()
    assert (desk.round.nominations, desk.round.rules) == (nominations, known)
    assert not desk.look_again()


def test_texts_stay_as_they_were_where_a_nomination_is_gone(desk: JurorDesk, folder: Path) -> None:
    store, known = FolderStore(folder), desk.round.nominations
    store.save_nominations(Nominations(store.nominations().all[1:]), ())
    assert not desk.look_again()
    assert desk.round.nominations is known


# Step by step


def test_steps_are_taken_back_one_by_one_and_tell_where_they_were(desk: JurorDesk) -> None:
    desk.score("5", "innovation", 4)
    desk.flag("2")
    desk.score("5", "innovation", 2)
    undone = [desk.undo() for _ in range(4)]
    assert [step and (step.before.nomination, step.criterion) for step in undone] == [
        ("5", "innovation"),
        ("2", ""),
        ("5", "innovation"),
        None,
    ]
    assert without_times(desk.ballot) == without_times(BALLOTS[0])


def test_what_was_taken_back_is_done_again_in_order(desk: JurorDesk) -> None:
    desk.score("5", "innovation", 4)
    desk.score("5", "spread", 1)
    desk.undo()
    desk.undo()
    step = desk.redo()
    assert isinstance(step, Step)
    assert step.criterion == "innovation"
    assert desk.review("5").scores == {"innovation": 4}
    desk.redo()
    assert desk.review("5").scores == {"innovation": 4, "spread": 1}
    assert desk.redo() is None


def test_a_step_taken_back_is_taken_back_on_the_disk_too(desk: JurorDesk, folder: Path) -> None:
    desk.abstain("1", "spread")
    desk.flush()
    desk.undo()
    desk.flush()
    assert on_disk(folder).review("1").scores == {"innovation": 5, "spread": 5}


def test_a_step_taken_back_is_a_change_of_now(folder: Path) -> None:
    times = iter(NOON + timedelta(minutes=n) for n in range(10))
    desk = JurorDesk(FolderStore(folder), "anna", lambda: next(times))
    desk.score("1", "spread", 2)
    desk.undo()
    assert desk.review("1").changed == NOON + timedelta(minutes=1)
    desk.close()


acts = st.one_of(
    st.tuples(st.sampled_from("12345"), st.sampled_from(["innovation", "spread"]), st.integers(1, 5)).map(
        lambda t: lambda desk: desk.score(*t)
    ),
    st.tuples(st.sampled_from("12345"), st.sampled_from(["innovation", "spread"])).map(
        lambda t: lambda desk: desk.abstain(*t)
    ),
    st.tuples(st.sampled_from("12345"), st.sampled_from(["innovation", "spread"])).map(
        lambda t: lambda desk: desk.clear(*t)
    ),
    st.sampled_from("12345").map(lambda id: lambda desk: desk.flag(id)),
    st.tuples(st.sampled_from("12345"), st.sampled_from(["", "a", "b"])).map(
        lambda t: lambda desk: desk.comment(*t)
    ),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(acts, max_size=12))
def test_everything_taken_back_is_the_beginning_and_everything_done_again_the_end(did: list[Act]) -> None:
    with TemporaryDirectory() as name:
        stored(Path(name))
        desk = JurorDesk(FolderStore(Path(name)), "anna")
        first = without_times(desk.ballot)
        for act in did:
            act(desk)
        last = without_times(desk.ballot)
        while desk.undo():
            pass
        assert without_times(desk.ballot) == first
        while desk.redo():
            pass
        assert without_times(desk.ballot) == last
        desk.close()
        assert without_times(on_disk(Path(name))) == last


# Confirming, and the lock


def test_a_confirmed_ballot_is_on_the_disk_and_changes_no_more(desk: JurorDesk, folder: Path) -> None:
    desk.confirm()
    assert on_disk(folder).confirmed == NOON
    for act in (
        lambda: desk.score("5", "innovation", 3),
        lambda: desk.comment("5", "late"),
        lambda: desk.flag("5"),
        lambda: desk.declare_conflict("5", OWN_WARD),
        desk.undo,
        desk.redo,
        desk.confirm,
    ):
        with pytest.raises(NotAllowed, match="Your ballot is confirmed; press b to reopen it"):
            act()
    assert on_disk(folder) == replace(BALLOTS[0], confirmed=NOON)


def test_a_reopened_ballot_can_be_changed_again(desk: JurorDesk, folder: Path) -> None:
    desk.confirm()
    desk.reopen()
    assert on_disk(folder).confirmed is None
    desk.score("5", "innovation", 3)
    assert desk.review("5").scores == {"innovation": 3}


def test_steps_from_before_the_confirmation_can_be_taken_back_after_it(desk: JurorDesk) -> None:
    desk.score("5", "innovation", 3)
    desk.confirm()
    desk.reopen()
    desk.undo()
    assert desk.review("5").scores == {}


def test_in_a_locked_round_nothing_changes(tmp_path: Path) -> None:
    chair(tmp_path).lock()
    desk = JurorDesk(FolderStore(tmp_path), "anna")
    for act in (lambda: desk.score("5", "innovation", 3), desk.confirm, desk.reopen, desk.undo):
        with pytest.raises(
            NotAllowed, match="The chair has locked the round; scores can no longer be changed"
        ):
            act()
    desk.close()
    assert on_disk(tmp_path) == BALLOTS[0]


def test_a_ballot_is_not_reopened_once_the_chair_has_locked_the_round(tmp_path: Path) -> None:
    head = chair(tmp_path)
    desk = JurorDesk(FolderStore(tmp_path), "anna", lambda: NOON)
    desk.confirm()
    head.lock()
    with pytest.raises(NotAllowed, match="The chair has locked the round"):
        desk.reopen()
    assert on_disk(tmp_path).confirmed == NOON
    head.unlock()
    desk.reopen()
    desk.close()
    assert on_disk(tmp_path).confirmed is None


def test_what_the_chair_did_meanwhile_is_known_when_a_ballot_is_reopened(tmp_path: Path) -> None:
    head = chair(tmp_path)
    desk = JurorDesk(FolderStore(tmp_path), "anna")
    assert desk.state("1") is ReviewState.COMPLETE
    desk.confirm()
    head.recuse("anna", "1", OWN_WARD)
    desk.reopen()
    assert (desk.recusal_by_chair("1"), desk.state("1")) == (OWN_WARD, ReviewState.RECUSED)
    desk.close()


# Two windows, and other programs


def test_a_second_session_of_the_same_juror_is_told_and_can_only_read(desk: JurorDesk, folder: Path) -> None:
    second = JurorDesk(FolderStore(folder), "anna")
    told = "This ballot is open in another window; here it can only be read"
    assert second.closed_because == told
    for act in (lambda: second.score("5", "innovation", 1), second.confirm, second.reopen, second.undo):
        with pytest.raises(NotAllowed, match=told):
            act()
    second.close()
    assert on_disk(folder) == BALLOTS[0]
    desk.score("5", "innovation", 3)
    assert desk.flush()


def test_two_jurors_sit_in_the_same_round_at_the_same_time(desk: JurorDesk, folder: Path) -> None:
    other = JurorDesk(FolderStore(folder), "bo")
    assert other.closed_because == ""
    desk.score("5", "innovation", 3)
    other.score("5", "innovation", 1)
    assert (desk.flush(), other.flush()) == (True, True)
    other.close()
    assert [on_disk(folder, juror).review("5").scores for juror in ("anna", "bo")] == [
        {"innovation": 3},
        {"innovation": 1},
    ]


def test_when_the_first_session_is_closed_another_can_write(folder: Path) -> None:
    first = JurorDesk(FolderStore(folder), "anna")
    first.close()
    desk = JurorDesk(FolderStore(folder), "anna")
    assert desk.closed_because == ""
    desk.close()


def test_where_no_lock_can_be_made_a_ballot_can_be_read(folder: Path) -> None:
    (folder / "data" / "ballots" / ".anna.lock").mkdir()
    desk = JurorDesk(FolderStore(folder), "anna")
    assert desk.closed_because.startswith("Nothing can be written here, so it can only be read: ")
    assert desk.review("1").scores == {"innovation": 5, "spread": 5}
    desk.close()


def test_a_ballot_changed_by_another_program_is_not_overwritten_and_ones_own_is_kept_beside_it(
    desk: JurorDesk, folder: Path
) -> None:
    meanwhile = replace(BALLOTS[0], confirmed=NOON)
    store = FolderStore(folder)
    store.save_ballot(meanwhile, store.ballot("anna").mark)
    desk.score("5", "innovation", 3)
    assert not desk.flush()
    assert on_disk(folder) == meanwhile
    assert isinstance(desk.failure, ChangedMeanwhile)
    assert desk.failure.message.startswith("your ballot was changed by another program meanwhile")
    (aside,) = (folder / "data" / "ballots").glob("anna.*.toml")
    assert desk.failure.where == str(aside)
    assert aside.read_text(encoding="utf-8").count("innovation = 3") == 3  # of 3, of 4, and the new one of 5
    assert (desk.all_saved, desk.saved) == (False, None)


# What is nobody else's business


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_no_other_jurors_ballot_is_opened(folder: Path) -> None:
    ballots = folder / "data" / "ballots"
    (ballots / "bo.toml").unlink()
    os.mkfifo(ballots / "bo.toml")  # to open it would wait for ever
    (ballots / "carl.toml").write_bytes(b"\xff\x00 this is no TOML")
    desk = JurorDesk(FolderStore(folder), "anna", lambda: NOON)
    desk.find_lookalikes()
    desk.score("5", "innovation", 3)
    desk.confirm()
    desk.reopen()
    assert desk.flush()
    desk.close()
    assert on_disk(folder).review("5").scores == {"innovation": 3}


# Look-alikes


def test_lookalikes_are_named_once_they_were_looked_for(desk: JurorDesk) -> None:
    assert desk.lookalikes("3") == ()
    desk.find_lookalikes()
    assert {id: desk.lookalikes(id) for id in "123456"} == {
        "1": (),
        "2": (),
        "3": ("5",),
        "4": (),
        "5": ("3",),
        "6": (),
    }


def test_what_the_chair_settled_is_known_without_looking_for_it(tmp_path: Path) -> None:
    head = chair(tmp_path)
    head.settle("3", "5", "distinct", "two towns")
    head.settle("1", "2", "related", "both on the water")
    desk = JurorDesk(FolderStore(tmp_path), "anna")
    assert (desk.lookalikes("1"), desk.lookalikes("3")) == (("2",), ())
    desk.find_lookalikes()
    assert (desk.lookalikes("1"), desk.lookalikes("3")) == (("2",), ())
    desk.close()


# A part of the nominations


@pytest.fixture
def part(tmp_path: Path) -> Iterator[JurorDesk]:
    """Anna's desk where she is to score 2 and 6, after she scored 1, 2, 3 and 4."""
    anna = 'name = "Anna Holm"\n'
    stored(tmp_path, SCORING.replace(anna, f'{anna}nominations = ["6", "2"]\n'))
    desk = JurorDesk(FolderStore(tmp_path), "anna", lambda: NOON)
    yield desk
    desk.close()


def test_a_juror_with_a_part_has_that_to_do_and_no_more(part: JurorDesk) -> None:
    assert part.nominations.ids == ("2", "6")
    assert (part.own.finished, part.own.unfinished, part.own.beyond) == (1, ("6",), ("1", "3", "4"))
    assert part.last_touched == "2"


def test_what_is_not_the_jurors_to_score_is_not_scored(part: JurorDesk) -> None:
    before = part.ballot
    acts: tuple[Callable[[], object], ...] = (
        lambda: part.score("5", "spread", 3),
        lambda: part.abstain("5", "spread"),
        lambda: part.score("1", "spread", 3),
    )
    for act in acts:
        with pytest.raises(NotAllowed, match="is not among those that you are to score"):
            act()
    assert part.ballot is before


def test_what_was_scored_beyond_can_be_taken_back(part: JurorDesk) -> None:
    part.clear("1", "spread")
    assert part.review("1").scores == {"innovation": 5}


def test_a_conflict_with_what_was_not_asked_can_be_declared(part: JurorDesk) -> None:
    part.declare_conflict("5", OWN_WARD)
    assert part.state("5") is ReviewState.RECUSED
    assert part.nominations.ids == ("2", "6")


def test_a_part_stays_what_it_was_while_the_juror_sits(part: JurorDesk, tmp_path: Path) -> None:
    known = part.nominations
    (tmp_path / "scoring.toml").write_text(SCORING, encoding="utf-8")
    part.look_again()
    part.confirm()
    part.reopen()
    assert part.nominations == known


def test_what_is_taken_in_meanwhile_is_the_jurors_where_the_list_has_it(
    part: JurorDesk, tmp_path: Path
) -> None:
    store = FolderStore(tmp_path)
    kept = store.nominations()
    store.save_nominations(Nominations((*kept, replace(kept["1"], id="7"), replace(kept["1"], id="8"))), ())
    assert part.look_again()
    assert part.nominations.ids == ("2", "6")
