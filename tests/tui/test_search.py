"""Searching: the list narrows while one types, what is sought stands out in the text, Esc ends it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui.seated import LARGE, SMALL, desk_round, on_disk, part, part_with, seated
from tui.seen import quickly, until


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round of five nominations; the answers of the second begin with "The purpose of 2:" and so on."""
    desk_round(tmp_path)
    return tmp_path


def listed(pilot: Pilot[None]) -> list[str]:
    """The titles in the list."""
    return [row.split(maxsplit=2)[2] for row in part(pilot, "#list") if row]


def found_in_text(pilot: Pilot[None]) -> list[str]:
    """What stands out in the text as found."""
    reader = pilot.app.screen.query_one("#reader")
    style = reader.get_visual_style("reader--found").rich_style.bgcolor
    region = reader.region
    strips = pilot.app.screen._compositor.render_strips()[region.y : region.bottom]
    segments = (segment for strip in strips for segment in strip.crop(region.x, region.right))
    return [segment.text for segment in segments if segment.style and segment.style.bgcolor == style]


async def test_the_list_narrows_with_every_letter(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "slash", *"wardr")
        await until(pilot, "2 found · Enter keeps · Esc ends")
        assert listed(pilot) == ["Wardrobe", "Wardrobe"]
        await quickly(pilot, *"obe", "space", "4")
        await until(pilot, "1 found")
        assert part(pilot, "#reader")[0].strip() == "4 Wardrobe"


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ("KITCHEN", ["Kitchen table"]),
        ("hospital", ["Wardrobe", "Wardrobe"]),
        ("innovation of 3:", ["Choir practice"]),
        ("table night", []),
    ],
)
async def test_title_organisation_and_text_are_searched_for_every_word_in_any_case(
    folder: Path, wanted: str, titles: list[str]
) -> None:
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "slash", *("space" if letter == " " else letter for letter in wanted))
        await until(pilot, f"{len(titles)} found")
        assert listed(pilot) == titles


async def test_what_is_sought_stands_out_in_the_text(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "slash", *"innovation", "enter")
        await until(pilot, "5 found")
        # In the question, which is in a colour of its own, it does not; in the first line of the answer it does.
        assert found_in_text(pilot)[:1] == ["innovation"]
        await pilot.press("escape")
        await pilot.pause()
        assert found_in_text(pilot) == []


async def test_letters_are_written_and_not_obeyed_while_one_searches(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "slash", *"1qaxf5")
        await until(pilot, "0 found")
        assert part(pilot, "#reader")[0].strip() == "1 Night ferry"
    assert on_disk(folder).reviews == {}


@pytest.mark.parametrize("key", ["enter", "down"])
async def test_a_search_that_is_kept_leaves_the_keys_free_and_the_list_narrow(folder: Path, key: str) -> None:
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "slash", *"wardrobe", key)
        await until(pilot, "Wardrobe")
        assert part(pilot, "#reader")[0].strip() == "2 Wardrobe"
        await pilot.press("j")
        assert part(pilot, "#reader")[0].strip() == "4 Wardrobe"
        await pilot.press("j", "4")
        assert part(pilot, "#reader")[0].strip() == "4 Wardrobe"
        assert listed(pilot) == ["Wardrobe", "Wardrobe"]
    assert on_disk(folder).review("4").scores == {"innovation": 4}


@pytest.mark.parametrize("keys", [("escape",), ("enter", "escape")])
async def test_esc_ends_the_search_and_stays_where_one_is(folder: Path, keys: tuple[str, ...]) -> None:
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "slash", *"choir")
        await until(pilot, "1 found")
        await pilot.press(*keys)
        await part_with(pilot, "#list", "Kitchen table")
        assert listed(pilot) == ["Night ferry", "Wardrobe", "Choir practice", "Wardrobe", "Kitchen table"]
        assert part(pilot, "#reader")[0].strip() == "3 Choir practice"
        assert not any("found" in row for row in await until(pilot, "1-5 score"))


async def test_where_nothing_is_found_the_text_stays_and_no_key_leads_astray(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "slash", *"xyzzy", "enter")
        await until(pilot, "0 found")
        await quickly(pilot, "j", "k", "n", "tab")
        assert part(pilot, "#reader")[0].strip() == "1 Night ferry"
        await pilot.press("escape", "j")
        assert part(pilot, "#reader")[0].strip() == "2 Wardrobe"


async def test_an_empty_search_that_is_kept_is_none(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await pilot.press("slash")
        await until(pilot, "Enter keeps · Esc ends")
        await pilot.press("enter", "4")
        assert not any("Enter keeps" in row for row in await until(pilot, "1-5 score"))
    assert on_disk(folder).review("1").scores == {"innovation": 4}


async def test_a_search_can_be_changed_and_begun_again(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "slash", *"choir", "enter", "slash", *["backspace"] * 5, *"night", "enter")
        await until(pilot, "1 found")
        assert listed(pilot) == ["Night ferry"]
        await quickly(pilot, "escape", "slash", *"kitchen")
        await until(pilot, "1 found")
        assert listed(pilot) == ["Kitchen table"]


async def test_in_a_small_window_the_list_lies_over_the_text_while_one_types(folder: Path) -> None:
    async with seated(folder, SMALL) as pilot:
        await quickly(pilot, "slash", *"wardrobe")
        await part_with(pilot, "#list", "4 Wardrobe")
        assert not pilot.app.screen.query_one("#reader").display
        await pilot.press("enter")
        await part_with(pilot, "#reader", "2 Wardrobe")
        assert not pilot.app.screen.query_one("#list").display


async def test_a_step_is_taken_back_also_outside_of_what_was_found(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "4", "slash", *"choir", "enter", "u")
        assert part(pilot, "#reader")[0].strip() == "1 Night ferry"
        await pilot.press("j")
        assert part(pilot, "#reader")[0].strip() == "3 Choir practice"
    assert on_disk(folder).reviews == {}
