"""What if on the screen: the ranking moves at once, and nothing is stored before it is adopted.

Innovation counts 3, spread 1; the shortlist has two places. What is scored:

    nomination   anna         bo           carl        overall
    1            5 1 → 4.0    5 1 → 4.0    -           4.00
    2            3 5 → 3.5    3 5 → 3.5    -           3.50
    3            2 2 → 2.0    4 4 → 4.0    -           3.00
    5            -            -            5 5 → 5.0   5.00
"""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from jury.chaired import NOON, SCORING, ballot, nominations
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.model.deliberation import Amendment
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.what_if import WhatIf
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.screens.chair import ChairScreen
from tui.chairing import LARGE, SMALL, sitting
from tui.seen import lines, quickly, typed, until

SIZES = [SMALL, LARGE]
HOSTILE = "[@click=app.quit]x[/] [ @click=app.quit]y[/] [/] \x1b[31m"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scoring.toml").write_text(SCORING, encoding="utf-8")
    store = FolderStore(tmp_path)
    store.save_nominations(nominations(), ())
    store.save_ballot(ballot("anna", {"1": (5, 1), "2": (3, 5), "3": (2, 2)}), "")
    store.save_ballot(ballot("bo", {"1": (5, 1), "2": (3, 5), "3": (4, 4)}), "")
    store.save_ballot(ballot("carl", {"5": (5, 5)}), "")
    return tmp_path


def files(folder: Path) -> dict[Path, bytes]:
    """Everything that a person wrote or decided, byte for byte."""
    return {path: path.read_bytes() for path in folder.rglob("*.toml")}


def amendments(folder: Path) -> tuple[Amendment, ...]:
    """What was adopted, as it lies on the disk."""
    return FolderStore(folder).round().deliberation.amendments


async def trying(pilot: Pilot[None]) -> None:
    """Open what if."""
    await pilot.press("3")
    await until(pilot, "[ 3 Ranking ]")
    await pilot.press("f")
    await until(pilot, "Nothing is changed yet")


def ranked(seen: list[str]) -> list[list[str]]:
    """The words of the rows of the ranking down to the first that has no rank."""
    first = next(number for number, line in enumerate(seen) if line.strip().startswith("rank")) + 1
    return [line.split("│")[0].split() for line in seen[first : first + 5]]


@pytest.mark.parametrize("size", SIZES)
async def test_a_weight_moves_the_ranking_at_once(folder: Path, size: tuple[int, int]) -> None:
    async with sitting(folder, size) as pilot:
        await trying(pilot)
        # 2 is before 1 once innovation has less than 4/6 of the weight: 5t + (1 − t) < 3t + 5(1 − t).
        await quickly(pilot, *["left"] * 9)
        seen = await until(pilot, "2 enters the shortlist; 1 leaves the shortlist")
    assert ranked(seen)[:2] == [
        ["1", "5", "Wardrobe", "5.00", "5.00"],
        ["2", "▲1", "→", "in", "2", "Garden", "path", "3.68", "3.50"],
    ]
    assert ranked(seen)[3] == ["3", "▼1", "←", "out", "1", "Night", "ferry", "3.64", "4.00"]
    panel = next(line for line in seen if "Innovation" in line).split()
    assert panel[-5:] == ["Innovation", "66.0", "%", "75.0", "%"]


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_nothing_runs_over_the_edge_and_the_keys_stand_below(
    folder: Path, size: tuple[int, int]
) -> None:
    async with sitting(folder, size) as pilot:
        await trying(pilot)
        seen = lines(pilot)
    assert len(seen) == size[1]
    assert max(map(len, seen)) <= size[0]
    assert seen[-1].endswith("? keys  Esc leave")


async def test_all_its_keys_are_told(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await trying(pilot)
        await pilot.press("question_mark")
        await until(pilot, "Try one place more in the shortlist")
        await pilot.press("enter")
        await until(pilot, "What if · An award")


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_it_is_left_with_nothing_stored(folder: Path, key: str) -> None:
    before = files(folder)
    async with sitting(folder) as pilot:
        await trying(pilot)
        await pilot.press("right", "m", "plus")
        await until(pilot, "adjusted mean")
        await pilot.press(key)
        await until(pilot, "[ 3 Ranking ]")
    assert files(folder) == before


async def test_the_method_and_the_places_have_keys_of_their_own(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await trying(pilot)
        await pilot.press("plus")
        await until(pilot, "shortlist: 3 of 3 places")
        await pilot.press("minus", "minus")
        await until(pilot, "shortlist: 1 of 1 places")
        await pilot.press("m", "m", "m")
        await until(pilot, "majority judgment")


async def test_a_method_that_does_not_hold_says_so_and_cannot_be_adopted(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await trying(pilot)
        await pilot.press("m", "m")
        await until(pilot, "! Choose another method, or wait for more reviews: the trimmed mean needs 5")
        await pilot.press("a")
        await until(pilot, "What if · An award")
    assert amendments(folder) == ()


async def test_a_juror_is_left_out_and_lets_the_ranking_move(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await trying(pilot)
        await pilot.press(*["down"] * 6, "space")
        seen = await until(pilot, "× left out")
        assert any("Carl Friis" in line and "× left out" in line for line in seen)
        await until(pilot, "2 enters the shortlist; 5 leaves the shortlist")
        await pilot.press("space")
        await until(pilot, "Nothing is changed yet")


async def test_a_verdict_is_set_aside(folder: Path) -> None:
    ChairDesk(FolderStore(folder)).settle("3", "5", "duplicate", "one wardrobe")
    async with sitting(folder, LARGE) as pilot:
        await trying(pilot)
        await pilot.press(*["down"] * 7, "x")
        await until(pilot, "5 is ranked on its own")


async def test_backspace_begins_again(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await trying(pilot)
        await pilot.press("plus", "m")
        await until(pilot, "shortlist: 3 of 3 places")
        await pilot.press("backspace")
        await until(pilot, "Nothing is changed yet")


async def test_nothing_different_is_not_adopted(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await trying(pilot)
        await pilot.press("a")
        await until(pilot, "Nothing is different from what holds already")


async def test_the_ranking_stays_where_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "scoring.toml").write_text(SCORING, encoding="utf-8")
    store = FolderStore(tmp_path)
    many = [Nomination(str(n), f"Title {n}") for n in range(1, 60)]
    store.save_nominations(Nominations(tuple(many)), ())
    store.save_ballot(ballot("anna", {one.id: (3, 4) for one in many}), "")
    async with sitting(tmp_path) as pilot:
        await trying(pilot)
        await pilot.press("pagedown", "pagedown")
        await until(pilot, "Title 20")
        await pilot.press("right")
        seen = await until(pilot, "76.0 %")
    assert not any("Title 1 " in line for line in seen)
    assert any("Title 20" in line for line in seen)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_adopted_is_recorded_with_who_and_why(folder: Path, size: tuple[int, int]) -> None:
    async with sitting(folder, size) as pilot:
        await trying(pilot)
        await pilot.press("plus", "a")
        await until(pilot, "who decides it?")
        await until(pilot, "Places in the shortlist 2 → 3")
        await typed(pilot, "Karen Holm")
        await until(pilot, "Rank by this from now on: why?")
        await typed(pilot, "one more place")
        await until(pilot, "shortlist: 3 of 3 places")
        await until(pilot, "1 amendment adopted, see 4")
        await pilot.press("4")
        await until(pilot, "Adopted: places in the shortlist 2 → 3")
    kept = amendments(folder)[0]
    assert (kept.what.shortlist, kept.before.shortlist) == (3, 2)
    assert (kept.signed.by, kept.signed.reason) == ("Karen Holm", "one more place")


async def test_without_a_name_or_a_reason_nothing_is_adopted(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await trying(pilot)
        await pilot.press("plus", "a")
        await until(pilot, "who decides it?")
        await pilot.press("escape")
        # What was tried is still there.
        await until(pilot, "shortlist: 3 of 3 places")
        await until(pilot, "nothing is stored")
        await pilot.press("a")
        await until(pilot, "who decides it?")
        await typed(pilot, "Karen Holm")
        await until(pilot, "why?")
        await pilot.press("escape")
        await until(pilot, "shortlist: 3 of 3 places")
        await pilot.press("backspace")
        await until(pilot, "Nothing is changed yet")
        await pilot.press("escape")
        await until(pilot, "[ 3 Ranking ]")
    assert amendments(folder) == ()


async def test_that_a_reason_names_a_person_is_told_with_the_effect(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await trying(pilot)
        await pilot.press("plus", "a")
        await until(pilot, "who decides it?")
        await typed(pilot, "Karen Holm")
        await until(pilot, "why?")
        await typed(pilot, "Bo was ill")
        # The line is broken between the two.
        await until(pilot, "! the")
        await until(pilot, "reason has Bo Lind in it, and every result tells it")
    assert amendments(folder)[0].signed.reason == "Bo was ill"


async def test_why_a_method_does_not_hold_is_told_on_as_many_lines_as_it_takes(tmp_path: Path) -> None:
    (tmp_path / "scoring.toml").write_text(SCORING, encoding="utf-8")
    store = FolderStore(tmp_path)
    many = [Nomination(str(n), f"Title {n}") for n in range(1, 51)]
    store.save_nominations(Nominations(tuple(many)), ())
    store.save_ballot(ballot("anna", {one.id: (3, 4) for one in many}), "")
    async with sitting(tmp_path) as pilot:
        await trying(pilot)
        await pilot.press("m", "m")
        seen = await until(pilot, "49, 50")
    told = " ".join(" ".join(seen[1:6]).split())
    assert told.startswith(
        "! Choose another method, or wait for more reviews: the trimmed mean needs 5 reviews of every nomination;"
        " these have fewer: 1, 2, 3,"
    )


async def test_it_is_taken_back_with_who_and_why(folder: Path) -> None:
    desk = ChairDesk(FolderStore(folder), lambda: NOON)
    desk.adopt(WhatIf(shortlist=1), "Karen Holm", "only the best")
    async with sitting(folder) as pilot:
        await pilot.press("3")
        await until(pilot, "shortlist: 1 of 1 places")
        await pilot.press("b")
        await until(pilot, "Take back what was adopted last")
        await pilot.press("enter")
        await until(pilot, "Take back what was adopted last: why?")
        await typed(pilot, "voted down")
        await until(pilot, "shortlist: 2 of 2 places")
    back = amendments(folder)[0].taken_back
    assert back is not None
    assert (back.by, back.reason) == ("Karen Holm", "voted down")


async def test_where_nothing_was_adopted_there_is_nothing_to_take_back(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("4", "b")
        await until(pilot, "No amendment stands")


async def test_strange_names_are_shown_as_they_are(folder: Path) -> None:
    store = FolderStore(folder)
    strange = [Nomination(one.id, f"{HOSTILE} {one.id}") for one in nominations()]
    store.save_nominations(Nominations(tuple(strange)), ())
    rules = (folder / "scoring.toml").read_text(encoding="utf-8")
    (folder / "scoring.toml").write_text(
        rules.replace('"Anna Holm"', '"[@click=app.quit]Anna[/]"').replace('"Innovation"', '"[/]Innovation"'),
        encoding="utf-8",
    )
    async with sitting(folder, LARGE) as pilot:
        await trying(pilot)
        seen = await until(pilot, "[@click=app.quit]Anna[/]")
        assert any("[/]Innovation" in line for line in seen)
        assert any("[@click=app.quit]x[/]" in line for line in seen)
        await pilot.press("escape", "s")
        await until(pilot, "[@click=app.quit]Anna[/]: ")


# How sure


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_says_how_sure_it_is(folder: Path, size: tuple[int, int]) -> None:
    async with sitting(folder, size) as pilot:
        await pilot.press("3")
        await until(pilot, "[ 3 Ranking ]")
        await pilot.press("s")
        seen = await until(pilot, "Reliability is not known, not enough data")
        assert "By the plain mean" in [line.strip() for line in seen]
        await pilot.press("space", "pagedown")
        await until(pilot, "Head to head")
        await pilot.press("enter")
        await until(pilot, "[ 3 Ranking ]")


async def test_the_list_says_how_sure_each_place_is_and_the_details_why(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await pilot.press("3")
        seen = await until(pilot, "nine of")
    head = next(line for line in seen if "behind by" in line)
    assert head.split()[3:5] == ["in", "ranks"]
    assert any(line.split()[:3] == ["1", "5", "Wardrobe"] and "%" in line for line in seen)


async def test_the_plain_mean_stands_beside_another_method(folder: Path) -> None:
    rules = (folder / "scoring.toml").read_text(encoding="utf-8")
    (folder / "scoring.toml").write_text(rules.replace('"mean"', '"adjusted"'), encoding="utf-8")
    async with sitting(folder) as pilot:
        await pilot.press("3")
        seen = await until(pilot, "mean")
    assert any(line.split()[:3] == ["rank", "score", "mean"] for line in seen)


async def test_only_the_ranking_asks_how_sure_it_is(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await until(pilot, "Kitchen table")
        screen = pilot.app.screen
        assert isinstance(screen, ChairScreen)
        assert screen.desk.sight.count.known_certainty is None
        await pilot.press("3")
        await until(pilot, "%")
        assert screen.desk.sight.count.known_certainty is not None
