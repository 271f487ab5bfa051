"""The questions that the juror's desk asks: the ballot, a choice, a line, a text, the keys, two side by side."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import NominateApp
from nominate_tui.tui.dialogs.beside import Beside
from tui.budget import BUDGET, budget_round
from tui.seated import (
    CRITERIA,
    LARGE,
    SMALL,
    desk_round,
    nominations,
    on_disk,
    part_with,
    saved,
    scoring,
    seated,
    told,
)
from tui.seen import lines, quickly, typed, until

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round of five nominations in which anna has finished 1, 3 and 5, and begun 4."""
    store = desk_round(tmp_path)
    whole = {id: Review(id, dict.fromkeys(CRITERIA, 3), changed=NOON) for id in "135"}
    begun = {"4": Review("4", {"innovation": 2}, changed=NOON)}
    store.save_ballot(Ballot("2026", "anna", whole | begun), "")
    return tmp_path


def finish(folder: Path) -> None:
    """Finish anna's ballot behind the program's back."""
    store = FolderStore(folder)
    whole = {id: Review(id, dict.fromkeys(CRITERIA, 3), changed=NOON) for id in "12345"}
    store.save_ballot(Ballot("2026", "anna", whole), store.ballot("anna").mark)


# The ballot


async def test_what_is_unfinished_is_shown_before_a_ballot_is_confirmed(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("b")
        seen = [line.strip(" │▌") for line in await until(pilot, "Your ballot")]
    body = " ".join(seen)
    assert "2 nominations are not finished. What is unfinished does not count, and is never a zero." in body
    begin = seen.index("Go on with the first unfinished one")
    assert [" ".join(row.split()) for row in seen[begin : begin + 4]] == [
        "Go on with the first unfinished one",
        "Confirm it as it is",
        "○ 2 Wardrobe · not begun",
        "◐ 4 Wardrobe · unfinished",
    ]


async def test_flagged_ones_are_shown_too_though_they_are_finished(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "j", "f", "b")
        await until(pilot, "Your ballot")
        await until(pilot, "· finished ⚑")


async def test_what_changed_after_it_was_scored_is_shown_too(folder: Path) -> None:
    store = FolderStore(folder)
    change = Change(NOON + timedelta(hours=1), ("title",))
    changed = (replace(one, changes=(change,)) if one.id in "35" else one for one in store.nominations())
    store.save_nominations(Nominations(tuple(changed)), ())
    async with seated(folder) as pilot:
        await pilot.press("b")
        seen = [" ".join(line.strip(" │▌").split()) for line in await until(pilot, "Your ballot")]
    begin = seen.index("○ 2 Wardrobe · not begun")
    assert seen[begin : begin + 4] == [
        "○ 2 Wardrobe · not begun",
        "◐ 4 Wardrobe · unfinished",
        "● 3 Choir practice · finished ↻",
        "● 5 Kitchen table · finished ↻",
    ]
    assert "↻ The texts of 2 nominations changed after you scored them." in seen


async def test_one_unfinished_is_told_in_the_singular(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "3", "3", "3", "b")
        await until(pilot, "1 nomination is not finished.")


async def test_to_go_on_leads_to_the_first_unfinished_one(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("k", "b")
        await until(pilot, "Your ballot")
        await pilot.press("enter")
        await part_with(pilot, "#reader", "2 Wardrobe")
    assert on_disk(folder).confirmed is None


async def test_one_of_the_list_can_be_gone_to_at_its_first_unscored_criterion(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("b")
        await until(pilot, "Your ballot")
        await quickly(pilot, "j", "j", "j", "enter")
        await part_with(pilot, "#reader", "4 Wardrobe")
        await part_with(pilot, "#scores", "▸ Value for users")


async def test_a_search_does_not_hide_what_is_gone_to(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "slash", *"choir", "enter", "b")
        await until(pilot, "Your ballot")
        await pilot.press("enter")
        await part_with(pilot, "#reader", "2 Wardrobe")
        await pilot.press("j")
        await part_with(pilot, "#reader", "3 Choir practice")


async def test_a_finished_ballot_is_confirmed_and_reopened_with_its_keys(folder: Path) -> None:
    finish(folder)
    async with seated(folder) as pilot:
        await pilot.press("b")
        await until(pilot, "Everything is finished.")
        await pilot.press("enter")
        await until(pilot, "5 of 5 finished · confirmed")
        assert on_disk(folder).confirmed is not None
        await pilot.press("4")
        await told(pilot, "Your ballot is confirmed; press b to reopen it")
        await pilot.press("b")
        await until(pilot, "Reopen the ballot")
        await pilot.press("enter")
        await saved(pilot)
        assert on_disk(folder).confirmed is None
        await pilot.press("5")
    assert on_disk(folder).review("1").scores["innovation"] == 5


async def test_an_unfinished_ballot_can_be_confirmed_as_it_is(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("b")
        await until(pilot, "Your ballot")
        await pilot.press("j", "enter")
        await until(pilot, "Enter again confirms it, although 2 are not finished")
        assert on_disk(folder).confirmed is None
        await pilot.press("enter")
        await until(pilot, "3 of 5 finished · confirmed")
    assert on_disk(folder).confirmed is not None


@pytest.mark.parametrize("key", ["escape", "q", "b"])
async def test_to_look_at_the_ballot_changes_nothing(folder: Path, key: str) -> None:
    before = on_disk(folder)
    async with seated(folder) as pilot:
        await pilot.press("b")
        await until(pilot, "Your ballot")
        await pilot.press("j", key)
        await until(pilot, "3 of 5 finished · all saved")
        assert pilot.app.is_running
    assert on_disk(folder) == before


async def test_once_the_chair_has_locked_the_round_a_ballot_is_not_reopened_and_that_is_told(
    folder: Path,
) -> None:
    finish(folder)
    async with seated(folder) as pilot:
        await pilot.press("b", "enter")
        await until(pilot, "5 of 5 finished · confirmed")
        ChairDesk(FolderStore(folder)).lock()
        await pilot.press("b")
        await until(pilot, "Reopen the ballot")
        await pilot.press("enter")
        await told(pilot, "The chair has locked the round; scores can no longer be changed")
    assert on_disk(folder).confirmed is not None


async def test_in_a_locked_round_nothing_is_scored_confirmed_or_declared(folder: Path) -> None:
    ChairDesk(FolderStore(folder)).lock()
    before = on_disk(folder)
    async with seated(folder) as pilot:
        for key in ("4", "a", "f", "x", "u"):
            await pilot.press(key)
            await told(pilot, "The chair has locked the round; scores can no longer be changed")
            pilot.app.clear_notifications()
        await pilot.press("b")
        await until(pilot, "Your ballot")
        await until(pilot, "The chair has locked the round")
    assert on_disk(folder) == before


# Words


async def test_words_that_could_not_be_kept_are_not_asked_for_and_those_that_were_are_shown(
    folder: Path,
) -> None:
    finish(folder)
    async with seated(folder) as pilot:
        await quickly(pilot, "c", *"old words", "escape")
        await part_with(pilot, "#summary", "✎ comment")
        await pilot.press("b", "enter")
        await until(pilot, "5 of 5 finished · confirmed")
        await pilot.press("c")
        seen = await until(pilot, "Your ballot is confirmed; press b to reopen it")
        assert [row for line in seen if (row := line.strip(" │▌"))].count("old words") == 1
        await quickly(pilot, "n", "escape", "p")
        await until(pilot, "Private note")
        await pilot.press("enter")
        await part_with(pilot, "#reader", "1 Night ferry")
    assert on_disk(folder).review("1").comment == "old words"


async def test_a_text_holds_what_was_written_before_and_goes_on_at_its_end(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "p", *"one", "escape")
        await part_with(pilot, "#summary", "✎ note")
        await quickly(pilot, "p", *"two", "escape")
        await saved(pilot)
    assert on_disk(folder).review("2").note == "onetwo"


async def test_a_text_that_is_emptied_is_none(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "c", *"one", "escape")
        await part_with(pilot, "#summary", "✎ comment")
        await quickly(pilot, "c", "backspace", "backspace", "backspace", "escape")
        await saved(pilot)
    assert "2" not in on_disk(folder).reviews


# A choice


async def test_which_of_several_lookalikes_is_asked(folder: Path) -> None:
    store = FolderStore(folder)
    ChairDesk(store).settle("3", "4", "related", "both sing")
    async with seated(folder) as pilot:
        await pilot.press("j", "j")
        await part_with(pilot, "#reader", "4 Wardrobe")
        await until(pilot, "Perhaps the same initiative: 2")
        await until(pilot, "Related: 3 (d: look)")
        await pilot.press("d")
        seen = [line.strip(" │▌") for line in await until(pilot, "Which one beside this?")]
        begin = seen.index("Which one beside this?") + 2
        assert seen[begin : begin + 2] == [
            "2  Wardrobe · Esbjerg Hospital",
            "3  Choir practice · Music school",
        ]
        await pilot.press("down", "enter")
        seen = await until(pilot, "Space reads on")
        assert [side.strip() for side in seen[1].split("│")] == ["4  Wardrobe", "3  Choir practice"]


# Two side by side


async def test_two_are_read_on_together(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("j", "j")
        await until(pilot, "Perhaps the same initiative: 2")
        await pilot.press("d")
        await until(pilot, "The purpose of 4:")
        for key in ("space", "pageup", "j", "k", "pagedown"):
            before = lines(pilot)
            await pilot.press(key)
            await pilot.pause()
            assert lines(pilot) != before
        await pilot.press("escape")
        await part_with(pilot, "#scores", "▸ Value for users")


# The keys


async def test_all_keys_are_told_also_in_a_small_window(folder: Path) -> None:
    async with seated(folder, SMALL) as pilot:
        await pilot.press("question_mark")
        seen = await until(pilot, "Score the criterion in focus")
        assert max(map(len, seen)) <= 80
        await pilot.press("end")
        await until(pilot, "Leave; everything is saved")
        await pilot.press("q")
        await part_with(pilot, "#scores", "▸ Innovation")
        assert pilot.app.is_running


@pytest.mark.parametrize(("low", "high", "key"), [(1, 10, "0"), (0, 10, "t")])
async def test_the_key_of_ten_is_told_where_the_scale_has_it(
    tmp_path: Path, low: int, high: int, key: str
) -> None:
    desk_round(tmp_path, rules=scoring(low, high))
    async with seated(tmp_path) as pilot:
        await pilot.press("question_mark")
        seen = await until(pilot, "Score 10")
    (row,) = (line for line in seen if "Score 10" in line)
    assert row.strip(" │▌").split() == [key, "Score", "10"]


async def test_the_palette_finds_a_command_by_its_name(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("ctrl+p")
        await quickly(pilot, *"flag this")
        await until(pilot, "Flag this nomination")
        await pilot.press("enter")
        await part_with(pilot, "#summary", "⚑ flagged")
    assert on_disk(folder).review("2").flagged


# Small windows


@pytest.mark.parametrize("key", ["b", "x", "c", "p", "question_mark"])
async def test_no_question_runs_over_the_edge_of_a_small_window(tmp_path: Path, key: str) -> None:
    long = (
        "A title that is far longer than any line of a small window can ever hold, and then some more of it"
    )
    judged = Nominations(
        tuple(replace(n, id=f"{k}{n.id}", title=long) for k in range(9) for n in nominations(20))
    )
    desk_round(tmp_path, judged=judged)
    async with seated(tmp_path, SMALL) as pilot:
        await pilot.press(key)
        await pilot.pause(0.1)
        boxes = pilot.app.screen.query(".box")
        assert len(boxes) == 1
        assert pilot.app.screen.region.contains_region(boxes.first().region)
        hint = pilot.app.screen.query(".hint").first()
        assert key == "question_mark" or pilot.app.screen.region.contains_region(hint.region)
        assert max(map(len, lines(pilot))) <= 80


async def test_a_line_is_kept_with_enter_and_left_with_escape(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("x", "enter")
        await until(pilot, "The reason, in a few words")
        await typed(pilot, "  my ward ")
        await part_with(pilot, "#reader", "× conflict of interest: my ward")
    conflict = on_disk(folder).review("2").conflict
    assert conflict is not None
    assert (conflict.kind, conflict.reason) == ("professional", "my ward")


async def test_facts_figures_and_what_is_shared_lie_side_by_side_too(tmp_path: Path) -> None:
    budget_round(tmp_path)
    app = NominateApp(FolderStore(tmp_path), tmp_path, "anna")
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, "all saved")
        app.push_screen(Beside(BUDGET, "A.1", "A.2"))
        seen = await until(pilot, "Common to the whole package")
    assert [[side.strip() for side in line.split("│")] for line in seen[1:21]] == [
        ["A.1  A bath", "A.2  A pond"],
        ["The town · The head of the office ·", "The town"],
        ["2026", ""],
        ["Proposed by: List A and List B", ""],
        ["Who pays?: The town's own money;", ""],
        ["Funds (1/3)", ""],
        ["", ""],
        ["What is the purpose of the", "What is the purpose of the"],
        ["initiative?", "initiative?"],
        ["More people bathe.", "More ducks."],
        ["", ""],
        ["Economy", "Economy"],
        ["mio. kr.          2026     2027  2028", ""],
        ["Running costs      0.6  1.0-3.0", ""],
        ["Building and             -12.25     3", ""],
        ["land", ""],
        ["", ""],
        ["── Common to the whole package ──", "── Common to the whole package ──"],
        ["", ""],
        ["Introduction", "Introduction"],
    ]
