"""Who sits down, what is remembered, and what the process of a juror never opens or holds."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from nominate_tui.errors import BadInput, NotAllowed
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.remembered import remember, remembered
from nominate_tui.locale import catalogue
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.nomination import Nominations
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import CHAIR, NominateApp, app_at
from nominate_tui.tui.screens.juror import JurorScreen
from tui.seated import LARGE, SMALL, desk_round, on_disk, part, part_with, saved, scores, seated, told
from tui.seen import quickly, until

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round of two jurors, anna and bo."""
    desk_round(tmp_path / "round")
    return tmp_path / "round"


@asynccontextmanager
async def started(folder: Path, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[None]]:
    """The program, without a word of who one is."""
    app = NominateApp(FolderStore(folder), folder)
    async with app.run_test(size=size, notifications=True) as pilot:
        yield pilot


# Who


async def test_who_one_is_is_asked_at_first_and_then_remembered(folder: Path) -> None:
    async with started(folder) as pilot:
        seen = [row.strip() for row in await until(pilot, "Who are you?")]
        names = seen.index("Anna Holm")
        assert seen[names : names + 3] == ["Anna Holm", "Bo Lind", "I am the chair or the secretariat"]
        await pilot.press("j", "enter")
        await until(pilot, "Bo Lind · An award")
    assert remembered(folder) == "bo"
    async with started(folder) as pilot:
        await until(pilot, "Bo Lind · An award")


async def test_the_chair_is_remembered_too(folder: Path) -> None:
    async with started(folder) as pilot:
        await until(pilot, "Who are you?")
        await quickly(pilot, "down", "down", "enter")
        await until(pilot, "Chair · An award")
    async with started(folder) as pilot:
        await until(pilot, "Chair · An award")


async def test_whoever_is_nobody_leaves(folder: Path) -> None:
    async with started(folder) as pilot:
        await until(pilot, "Who are you?")
        await pilot.press("escape")
        await until(pilot, "Who are you?")
        await pilot.press("q")
        await pilot.pause()
        assert not pilot.app.is_running
    assert remembered(folder) is None


async def test_who_is_remembered_and_no_juror_any_more_is_asked_again(folder: Path) -> None:
    remember(folder, "carl")
    async with started(folder) as pilot:
        await until(pilot, "Who are you?")


async def test_somebody_else_sits_down_and_the_first_ones_change_is_kept(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("4", "ctrl+p")
        await quickly(pilot, *"change person")
        await until(pilot, "Change person")
        await pilot.press("enter")
        await until(pilot, "Who are you?")
        assert scores(folder, "1") == {"innovation": 4}
        await pilot.press("escape")
        await until(pilot, "Anna Holm · An award")
        await pilot.app.run_action("app.change_person")
        await until(pilot, "Who are you?")
        await quickly(pilot, "home", "down", "enter")
        await until(pilot, "Bo Lind · An award")
        await pilot.press("2")
        await saved(pilot)
    assert (scores(folder, "1"), scores(folder, "1", "bo")) == ({"innovation": 4}, {"innovation": 2})


async def test_another_language_is_spoken_at_once_and_nothing_is_lost(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("4")
        await pilot.app.run_action("app.speak('da')")
        await until(pilot, "4,00")
        assert catalogue.language() == "da"
        await pilot.app.run_action("app.speak('en')")
        await until(pilot, "Your weighted score 4.00")
        await pilot.press("5")
        await saved(pilot)
    assert scores(folder, "1") == {"innovation": 4, "user_value": 5}


def test_who_is_no_juror_is_told_before_any_screen(folder: Path) -> None:
    with pytest.raises(NotAllowed, match="eve is not a juror of this round"):
        NominateApp(FolderStore(folder), folder, "eve")


def test_a_round_without_nominations_says_what_comes_first(folder: Path) -> None:
    FolderStore(folder).save_nominations(Nominations(), ())
    with pytest.raises(NotAllowed) as refusal:
        app_at(folder, "anna")
    assert (refusal.value.message, refusal.value.todo) == (
        "The round has no nominations yet",
        f"nominate-tui intake DOCUMENT --round {folder}",
    )


def test_a_ballot_that_cannot_be_read_is_told_before_any_screen(folder: Path) -> None:
    (folder / "data" / "ballots").mkdir()
    (folder / "data" / "ballots" / "anna.toml").write_text("this is = not TOML =", encoding="utf-8")
    with pytest.raises(BadInput) as problem:
        NominateApp(FolderStore(folder), folder, "anna")
    assert problem.value.where == "data/ballots/anna.toml:1"


async def test_who_is_chosen_and_has_a_ballot_that_cannot_be_read_is_told_and_can_choose_again(
    folder: Path,
) -> None:
    (folder / "data" / "ballots").mkdir()
    (folder / "data" / "ballots" / "anna.toml").write_text("this is = not TOML =", encoding="utf-8")
    async with started(folder, LARGE) as pilot:
        await until(pilot, "Who are you?")
        await pilot.press("enter")
        await told(pilot, "anna.toml:1")
        await until(pilot, "Who are you?")
        await pilot.press("j", "enter")
        await until(pilot, "Bo Lind · An award")


# Two windows, and other programs


async def test_a_second_window_says_at_once_that_it_can_only_read(folder: Path) -> None:
    async with seated(folder) as first:
        second = NominateApp(FolderStore(folder), folder, "anna")
        async with second.run_test(size=SMALL, notifications=True) as pilot:
            await until(pilot, "0 of 5 finished · only to read")
            await told(pilot, "This ballot is open in another window; here it can only be read")
            await quickly(pilot, "4", "f", "u")
            await told(pilot, "This ballot is open in another window; here it can only be read")
        await first.press("5")
    assert scores(folder, "1") == {"innovation": 5}


async def test_when_another_program_wrote_the_ballot_that_is_told_with_the_file_that_ones_own_is_kept_in(
    folder: Path,
) -> None:
    async with seated(folder) as pilot:
        meanwhile = Ballot("2026", "anna", {"2": Review("2", {"spread": 1}, changed=NOON)})
        store = FolderStore(folder)
        store.save_ballot(meanwhile, store.ballot("anna").mark)
        await pilot.press("4")
        await until(pilot, "NOT SAVED")
        (aside,) = (folder / "data" / "ballots").glob("anna.*.toml")
        await told(pilot, "your ballot was changed by another program meanwhile")
        await told(pilot, aside.name)
        await pilot.press("q")
        await until(pilot, "Your last change is not saved")
        await until(pilot, aside.name)
        await pilot.press("down", "enter")
        await part_with(pilot, "#reader", "1 Night ferry")
        await pilot.press("q")
        await until(pilot, "Leave without it")
        await pilot.press("end", "enter")
        await pilot.pause()
    assert on_disk(folder) == meanwhile
    assert "innovation = 4" in aside.read_text(encoding="utf-8")


async def test_what_could_not_be_written_is_told_and_written_when_it_can_be(folder: Path) -> None:
    ballots = folder / "data" / "ballots"
    async with seated(folder) as pilot:
        ballots.rename(folder / "away")
        ballots.write_text("a file where the folder was", encoding="utf-8")
        await pilot.press("4")
        await until(pilot, "NOT SAVED")
        ballots.unlink()
        (folder / "away").rename(ballots)
        await saved(pilot)
    assert scores(folder, "1") == {"innovation": 4}


# What the chair does meanwhile


async def test_a_lock_is_known_to_a_juror_who_sits_at_the_desk(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("4")
        await saved(pilot)
        before = on_disk(folder)
        ChairDesk(FolderStore(folder)).lock()
        await pilot.press("b")
        await until(pilot, "Your ballot")
        await quickly(pilot, "j", "enter", "enter")
        await told(pilot, "The chair has locked the round; scores can no longer be changed")
        await pilot.press("5")
    assert on_disk(folder) == before


async def test_what_the_chair_does_is_seen_at_the_desk_after_a_while(folder: Path) -> None:
    head = ChairDesk(FolderStore(folder))
    async with seated(folder) as pilot:
        desk = pilot.app.screen
        assert isinstance(desk, JurorScreen)
        head.recuse("anna", "1", Conflict("other", "her cousin"))
        desk.look_again()  # as it does by itself every few seconds
        await part_with(pilot, "#reader", "× recused by the chair: her cousin")
        head.lock()
        desk.look_again()
        await until(pilot, "1 of 5 finished · only to read")
        head.unlock()
        desk.look_again()
        await until(pilot, "1 of 5 finished · all saved")


# What is nobody else's business

_WATCHED = """
import asyncio, gc, json, sys
from pathlib import Path

opened = []
sys.addaudithook(lambda event, what: opened.append(str(what[0])) if event == "open" else None)

from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import NominateApp

async def evening(folder):
    app = NominateApp(FolderStore(folder), folder, "anna")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        for key in ["4", "5", "1", "j", "d", "escape", "u", "U", "n", "f", "slash", "w", "escape", "b", "escape", "a"]:
            await pilot.press(key)
        await app.workers.wait_for_complete()
        word = sys.argv[2][::-1]  # turned about, so that the question is not its own answer
        things = [each for thing in gc.get_objects() for each in gc.get_referents(thing)]
        held = [each for each in things if type(each) is str and word in each and each is not word]
        held += [each for each in things if type(each) is bytes and word.encode() in each]
        return held, sum(1 for thing in gc.get_objects() if type(thing).__name__ == "Ballot" and thing.juror != "anna")

held, foreign = asyncio.run(evening(Path(sys.argv[1])))
names = sorted({Path(path).name for path in opened if "/ballots/" in path and not path.endswith(".tmp")})
print(json.dumps({"opened": names, "held": held, "foreign": foreign}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="compares paths as POSIX writes them")
def test_no_other_ballot_is_opened_in_a_jurors_process_and_nothing_of_it_is_held(folder: Path) -> None:
    store = FolderStore(folder)
    secret = Review("1", {"innovation": 1}, comment="BO-WROTE-THIS", note="BO-WROTE-THIS", changed=NOON)
    store.save_ballot(Ballot("2026", "bo", {"1": secret}), "")
    finished = subprocess.run(
        [sys.executable, "-c", _WATCHED, str(folder), "ETORW"], capture_output=True, text=True, check=True
    )
    assert json.loads(finished.stdout) == {
        "opened": [".anna.lock", "anna.toml"],
        "held": [],
        "foreign": 0,
    }
    assert on_disk(folder, "bo").reviews == {"1": secret}


async def test_a_garbled_ballot_of_another_juror_is_no_word_worth_at_ones_own_desk(folder: Path) -> None:
    (folder / "data" / "ballots").mkdir()
    (folder / "data" / "ballots" / "bo.toml").write_bytes(b"\xff\x00 garbage")
    async with seated(folder) as pilot:
        await pilot.press("4")
        await saved(pilot)
        assert list(pilot.app.screen.query("Toast")) == []
        assert part(pilot, "#reader")[0].strip() == "1 Night ferry"
    assert scores(folder, "1") == {"innovation": 4}


async def test_both_themes_show_a_desk(folder: Path) -> None:
    async with seated(folder) as pilot:
        for theme in ("nominate-light", "nominate-dark"):
            pilot.app.theme = theme
            await pilot.press("tab")
            await until(pilot, "Your weighted score")


async def test_the_chairs_desk_is_opened_by_name(folder: Path) -> None:
    app = NominateApp(FolderStore(folder), folder, CHAIR)
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, "Chair · An award")
    assert replace(on_disk(folder)).reviews == {}
