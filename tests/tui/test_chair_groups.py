"""A whole suggested group is settled at once, and one of a settled group is taken out.

3 and 5 are alike, and 4 is like both (least like 3): one group. 1 is like 2 and 2 is like 6, but 1 and 6 are not:
a chain. Scores are those of `jury.chaired`: 3, 4 and 5 together have 3.00, 3.00, 3.00, 3.00 and 5.00.
"""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from jury.chaired import NOON, stored
from nominate_tui.model.duplicate import Verdict
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.screens.chair import ChairScreen
from tui.chairing import LARGE, alike, found, sitting
from tui.seen import lines, typed, until

ALL_ONE = (
    Verdict("4", "3", "duplicate", "one initiative", NOON, "4"),
    Verdict("4", "5", "duplicate", "one initiative", NOON, "4"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    stored(tmp_path)
    found(
        tmp_path,
        alike("3", "5", 0.9),
        alike("4", "5", 0.8),
        alike("3", "4", 0.7),
        alike("1", "2", 0.65),
        alike("2", "6", 0.6),
    )
    return tmp_path


def settled(folder: Path) -> list[tuple[str, str, str, str, str]]:
    """What the verdicts of the round say."""
    given = FolderStore(folder).round().verdicts
    return sorted((each.a, each.b, each.kind, each.reason, each.primary) for each in given)


def details(pilot: Pilot[None]) -> str:
    """The details in a wide window, as one line."""
    return " ".join(line.rpartition("│")[2].strip() for line in lines(pilot)[2:-2])


# A whole group


async def test_a_suggested_group_is_told_at_each_of_its_pairs_with_its_weakest_link(folder: Path) -> None:
    told = (
        "Suggested as one: 3, 4, 5; 3 would stand for all. The weakest link is 3–4 (70% alike)."
        " g settles the whole group"
    )
    async with sitting(folder, LARGE) as pilot:
        await pilot.press("2")
        await until(pilot, "Suggested as one")
        for _pair in range(3):
            assert told in details(pilot)
            await pilot.press("j")
            await pilot.pause()
        assert "Suggested as one" not in details(pilot)


async def test_a_suggested_group_is_settled_at_once_with_its_primary_and_a_reason(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "Suggested as one")
        await pilot.press("g")
        await until(pilot, "Which of the 3 stands for all?")
        await until(pilot, "The weakest link is 3–4 (70% alike).")
        # Anna and Bo gave 3 and 4 each a 3, Carl gave 5 a 5: (3 + 3 + 5) / 3 of the jurors' own means is 3.67.
        await until(pilot, "5 stands for 3, 4: rank 1= → 3; 2 enters the shortlist")
        await pilot.press("down", "enter")
        await until(pilot, "3, 4, 5 are one: why?")
        await until(pilot, "Effect: 4 stands for 3, 5: rank 4= → 3; 2 enters the shortlist")
        await typed(pilot, "one wardrobe")
        seen = await until(pilot, "= duplicate")
        assert any("Effect: 4 stands for 3, 5: rank 4= → 3" in line for line in seen)
    assert settled(folder) == [
        ("4", "3", "duplicate", "one wardrobe", "4"),
        ("4", "5", "duplicate", "one wardrobe", "4"),
    ]


async def test_the_primary_of_a_settled_group_is_the_first_that_is_offered_for_the_larger_one(
    folder: Path,
) -> None:
    FolderStore(folder).save_verdicts([Verdict("3", "5", "duplicate", "one wardrobe", NOON, "5")])
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "= duplicate")
        await until(pilot, "Suggested as one: 3, 4, 5; 5 would stand for all.")
        await pilot.press("g", "enter")
        await until(pilot, "3, 4, 5 are one: why?")
        await typed(pilot, "also 4")
        await until(pilot, "Effect: 5 stands for 3, 4")
    assert settled(folder) == [
        ("3", "5", "duplicate", "one wardrobe", "5"),
        ("5", "4", "duplicate", "also 4", "5"),
    ]


@pytest.mark.parametrize("keys", [("g", "escape"), ("g", "enter", "escape")])
async def test_a_group_that_is_left_as_it_was_stays_as_it_was(folder: Path, keys: tuple[str, ...]) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "Suggested as one")
        await pilot.press(*keys)
        await until(pilot, "? duplicate")
        await pilot.pause(0.1)
        assert isinstance(pilot.app.screen, ChairScreen)
    assert settled(folder) == []


async def test_where_no_larger_group_is_suggested_that_is_said(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "Suggested as one")
        await pilot.press("end", "g")
        await until(pilot, "No group of more than two is")


async def test_a_chain_is_told_with_its_weakest_link_and_the_two_that_nothing_speaks_for(
    folder: Path,
) -> None:
    async with sitting(folder, LARGE) as pilot:
        await pilot.press("2")
        await until(pilot, "Suggested as one")
        await pilot.press("end")
        await until(pilot, "Not one group")
        told = details(pilot)
    expected = (
        "Not one group: 1, 2, 6 hang together over 2–6 (60% alike), and nothing makes duplicates of 1 and 6"
    )
    assert expected in told


# One member less


async def test_a_member_is_taken_out_with_a_reason_and_the_others_stay_one(folder: Path) -> None:
    FolderStore(folder).save_verdicts(ALL_ONE)
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "= same group")
        await pilot.press("j", "j", "o")
        seen = await until(pilot, "Which one is taken out of its group?")
        offered = [line.split("│")[1].split()[0] for line in seen if "│  3  " in line or "│  5  " in line]
        assert offered == ["3", "5"]
        await pilot.press("enter")
        await until(pilot, "What is 3 to 4, 5?")
        await pilot.press("enter")
        await until(pilot, "3 out of its group, distinct: why?")
        await until(pilot, "Effect: 4 stands for 5: rank 3; 3 is ranked on its own: rank 4")
        await typed(pilot, "another ward")
        await until(pilot, "≠ distinct")
    assert settled(folder) == [
        ("4", "3", "distinct", "another ward", ""),
        ("4", "5", "duplicate", "one initiative", "4"),
        ("5", "3", "distinct", "another ward", ""),
    ]


async def test_where_the_primary_is_taken_out_another_is_asked_for(folder: Path) -> None:
    FolderStore(folder).save_verdicts(ALL_ONE)
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "= same group")
        await pilot.press("j", "j", "o")
        await until(pilot, "Which one is taken out of its group?")
        await pilot.press("end", "enter")
        await until(pilot, "What is 4 to 3, 5?")
        await pilot.press("down", "enter")
        await until(pilot, "4 stood for the group. Which of the others does now?")
        await until(pilot, "5 stands for 3: rank")
        await pilot.press("down", "enter")
        await until(pilot, "4 out of its group, related: why?")
        await typed(pilot, "a sibling")
        await until(pilot, "~ related")
    assert settled(folder) == [
        ("3", "4", "related", "a sibling", ""),
        ("5", "3", "duplicate", "one initiative", "5"),
        ("5", "4", "related", "a sibling", ""),
    ]


@pytest.mark.parametrize(
    "keys", [("o", "escape"), ("o", "enter", "escape"), ("o", "end", "enter", "enter", "escape")]
)
async def test_a_member_that_is_left_where_it_was_stays(folder: Path, keys: tuple[str, ...]) -> None:
    FolderStore(folder).save_verdicts(ALL_ONE)
    before = settled(folder)
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "= same group")
        for key in ("j", "j", *keys):
            await pilot.press(key)
            await pilot.pause(0.05)
        await pilot.pause(0.1)
        assert isinstance(pilot.app.screen, ChairScreen)
    assert settled(folder) == before


async def test_where_neither_is_in_a_group_nothing_is_taken_out(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "Suggested as one")
        await pilot.press("o")
        await until(pilot, "Neither 3 nor 5 is in a duplicate")


@pytest.mark.parametrize(
    ("key", "title"),
    [("group", "Which of the 3 stands for all?"), ("take_out", "Which one is taken out of its group?")],
)
async def test_a_question_is_on_the_screen_before_the_next_key_is_looked_at(
    folder: Path, key: str, title: str
) -> None:
    FolderStore(folder).save_verdicts([Verdict("3", "5", "duplicate", "one wardrobe", NOON, "5")])
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "Suggested as one")
        screen = pilot.app.screen
        assert isinstance(screen, ChairScreen)
        await screen.run_action(key)
        assert pilot.app.screen is not screen
        await until(pilot, title)


@pytest.mark.parametrize("key", ["g", "o", "n"])
async def test_on_another_view_the_keys_of_groups_do_nothing(folder: Path, key: str) -> None:
    async with sitting(folder) as pilot:
        await until(pilot, "Kitchen table")
        await pilot.press(key)
        await pilot.pause(0.1)
        assert isinstance(pilot.app.screen, ChairScreen)
        assert not pilot.app.screen.query("Toast")
