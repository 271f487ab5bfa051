"""What a juror says in one go: all of it, or nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cli.small_round import small_round
from nominate_tui.errors import BadInput, NotAllowed
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.jury.statement import Statement, confirm, reopen, state
from nominate_tui.model.ballot import Review
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.store.folder import FolderStore

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FAMILY = Conflict("personal", "family")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the small round."""
    return small_round(tmp_path / "round")


@pytest.fixture
def store(folder: Path) -> FolderStore:
    """The store of the small round."""
    return FolderStore(folder)


@pytest.fixture
def desk(store: FolderStore) -> Iterator[JurorDesk]:
    """Bo's desk."""
    opened = JurorDesk(store, "bo", lambda: NOON)
    yield opened
    opened.close()


def stored(store: FolderStore, nomination: str) -> Review:
    """What is on the disk, without the time of the change."""
    return replace(store.ballot("bo").ballot.review(nomination), changed=None)


def test_everything_that_is_said_is_on_the_disk(desk: JurorDesk, store: FolderStore) -> None:
    said = Statement(
        "3", {"innovation": 4}, abstained=("spread",), comment=" why ", note="mine", flagged=True
    )
    state(desk, said)
    assert stored(store, "3") == Review(
        "3", {"innovation": 4}, frozenset({"spread"}), "why", "mine", None, True
    )
    assert store.ballot("bo").ballot.review("3").changed == NOON


def test_what_is_not_said_stays(desk: JurorDesk, store: FolderStore) -> None:
    state(desk, Statement("1", {"spread": 5}))
    assert stored(store, "1") == Review("1", {"innovation": 2, "spread": 5})
    state(desk, Statement("1"))
    assert stored(store, "1") == Review("1", {"innovation": 2, "spread": 5})


def test_a_score_is_taken_back(desk: JurorDesk, store: FolderStore) -> None:
    state(desk, Statement("1", cleared=("spread",)))
    assert stored(store, "1") == Review("1", {"innovation": 2})


def test_an_empty_comment_takes_the_comment_back(desk: JurorDesk, store: FolderStore) -> None:
    state(desk, Statement("1", comment="x", note="y"))
    state(desk, Statement("1", comment=""))
    assert (stored(store, "1").comment, stored(store, "1").note) == ("", "y")


def test_an_abstention_said_twice_stays_one(desk: JurorDesk, store: FolderStore) -> None:
    state(desk, Statement("3", abstained=("spread",)))
    state(desk, Statement("3", abstained=("spread",)))
    assert stored(store, "3") == Review("3", abstained=frozenset({"spread"}))


def test_a_flag_said_twice_stays(desk: JurorDesk, store: FolderStore) -> None:
    state(desk, Statement("3", flagged=True))
    state(desk, Statement("3", flagged=True))
    assert stored(store, "3").flagged


def test_a_conflict_is_declared_and_taken_back(desk: JurorDesk, store: FolderStore) -> None:
    state(desk, Statement("1", {"spread": 3}, conflict=Conflict("personal", " family\n")))
    assert stored(store, "1") == Review("1", {"innovation": 2, "spread": 3}, conflict=FAMILY)
    with pytest.raises(NotAllowed):
        state(desk, Statement("1", {"spread": 4}))
    state(desk, Statement("1", {"spread": 4}, no_conflict=True))
    assert stored(store, "1") == Review("1", {"innovation": 2, "spread": 4})


def test_texts_are_cleaned(desk: JurorDesk, store: FolderStore) -> None:
    state(desk, Statement("1", comment="a\x1bb", note="c\u202ed", conflict=Conflict("other", "e\nf\x07")))
    review = stored(store, "1")
    assert (review.comment, review.note, review.conflict) == ("a␛b", "c⟨RLO⟩d", Conflict("other", "e f␇"))


def changed(store: FolderStore, *ids: str) -> None:
    """Take these nominations in with another title, after Bo scored them."""
    change = Change(NOON - timedelta(hours=1), ("title",))
    nominations = (replace(one, changes=(change,)) if one.id in ids else one for one in store.nominations())
    store.save_nominations(Nominations(tuple(nominations)), ())


@pytest.mark.parametrize(
    "said",
    [Statement("1", still_holds=True), Statement("1", {"spread": 2}), Statement("1", {"innovation": 5})],
)
def test_scores_are_said_to_hold_for_a_text_that_changed(store: FolderStore, said: Statement) -> None:
    changed(store, "1")
    desk = JurorDesk(store, "bo", lambda: NOON)
    assert desk.outdated("1")
    state(desk, said)
    assert desk.outdated("1") is None
    assert stored(store, "1").scores == {"innovation": 2, "spread": 2, **said.scores}
    desk.close()


def test_where_the_text_did_not_change_nothing_of_the_statement_is_taken(
    desk: JurorDesk, store: FolderStore
) -> None:
    desk.declare_conflict("1", FAMILY)
    with pytest.raises(NotAllowed, match="The text has not changed since you scored it"):
        state(desk, Statement("1", comment="x", still_holds=True, no_conflict=True))
    desk.flush()
    assert stored(store, "1") == Review("1", {"innovation": 2, "spread": 2}, conflict=FAMILY)


def test_a_conflict_is_taken_back_and_the_scores_hold_in_one_go(store: FolderStore) -> None:
    desk = JurorDesk(store, "bo", lambda: NOON - timedelta(hours=2))
    state(desk, Statement("1", {"spread": 4}, conflict=FAMILY))
    desk.close()
    changed(store, "1")
    desk = JurorDesk(store, "bo", lambda: NOON + timedelta(hours=1))
    state(desk, Statement("1", still_holds=True, no_conflict=True))
    assert desk.review("1").conflict is None
    desk.close()


def test_every_mistake_is_told_and_nothing_is_changed(desk: JurorDesk, store: FolderStore) -> None:
    before = stored(store, "1")
    said = Statement(
        "44",
        {"sprout": 1, "spread": 0, "innovation": 3},
        ("sprout",),
        ("x",),
        conflict=Conflict("other", " "),
    )
    with pytest.raises(BadInput) as refused:
        state(desk, said)
    assert [problem.message for problem in refused.value.problems] == [
        "There is no nomination 44",
        "There is no criterion sprout",
        "There is no criterion sprout",
        "There is no criterion x",
        "0 is not on the scale",
        "A reason is needed",
    ]
    assert stored(store, "1") == before


def test_a_recused_juror_changes_nothing_at_all(store: FolderStore) -> None:
    ChairDesk(store).recuse("bo", "1", FAMILY)
    desk = JurorDesk(store, "bo", lambda: NOON)
    with pytest.raises(NotAllowed):
        state(desk, Statement("1", {"spread": 4}, comment="and yet"))
    desk.close()
    assert stored(store, "1").comment == ""


def test_a_ballot_is_confirmed_reopened_and_changed_only_in_between(
    desk: JurorDesk, store: FolderStore
) -> None:
    confirm(desk)
    assert store.ballot("bo").ballot.confirmed == NOON
    with pytest.raises(NotAllowed) as refused:
        state(desk, Statement("1", {"spread": 5}))
    assert refused.value.todo == "to change it: nominate-tui reopen --as bo"
    with pytest.raises(NotAllowed):
        confirm(desk)
    reopen(desk)
    assert store.ballot("bo").ballot.confirmed is None
    state(desk, Statement("1", {"spread": 5}))


def test_a_ballot_that_is_open_elsewhere_is_only_read(desk: JurorDesk, store: FolderStore) -> None:
    second = JurorDesk(store, "bo")
    with pytest.raises(NotAllowed, match="another window"):
        state(second, Statement("1", {"spread": 5}))
    second.close()
    state(desk, Statement("1", {"spread": 5}))


@pytest.fixture
def part(folder: Path) -> Iterator[JurorDesk]:
    """Bo's desk where he is to score 3 and 4."""
    rules = folder / "scoring.toml"
    bo = 'name = "Bo Holm"\n'
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace(bo, f'{bo}nominations = ["3", "4"]\n'), encoding="utf-8")
    opened = JurorDesk(FolderStore(folder), "bo", lambda: NOON)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "said", [Statement("1", {"spread": 5}, comment="why"), Statement("1", abstained=("spread",))]
)
def test_nothing_is_kept_of_a_score_that_was_not_asked_for(
    part: JurorDesk, store: FolderStore, said: Statement
) -> None:
    before = stored(store, "1")
    with pytest.raises(NotAllowed) as caught:
        state(part, said)
    assert str(caught.value) == (
        "Nomination 1 is not among those that you are to score → `nominate-tui ballot` lists them"
    )
    assert stored(store, "1") == before


def test_what_was_scored_beyond_is_taken_back_in_one_go(part: JurorDesk, store: FolderStore) -> None:
    state(part, Statement("1", cleared=("spread",), comment="not mine"))
    assert stored(store, "1") == Review("1", {"innovation": 2}, comment="not mine")
