"""Every key of the juror's desk, pressed. What a score does to the file is read from the file."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nominate_tui.errors import NotAllowed
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import NominateApp
from nominate_tui.tui.commands import EVERYWHERE, JUROR
from nominate_tui.tui.screens.juror import JurorScreen
from tui.seated import (
    CRITERIA,
    LARGE,
    SMALL,
    desk_round,
    on_disk,
    part,
    part_with,
    saved,
    scores,
    scoring,
    seated,
    told,
)
from tui.seen import lines, quickly, typed, until

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MY_WARD = Conflict("professional", "my own ward")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round of five nominations in which nothing is scored."""
    desk_round(tmp_path)
    return tmp_path


def complete(id: str, value: int = 3) -> Review:
    """A finished review."""
    return Review(id, dict.fromkeys(CRITERIA, value), changed=NOON)


def keep(folder: Path, *reviews: Review, confirmed: datetime | None = None, juror: str = "anna") -> None:
    """Put a ballot into its file."""
    ballot = Ballot("2026", juror, {review.nomination: review for review in reviews}, confirmed)
    store = FolderStore(folder)
    store.save_ballot(ballot, store.ballot(juror).mark)


# The table of keys


async def test_every_key_of_the_table_is_a_key_of_the_desk(folder: Path) -> None:
    async with seated(folder) as pilot:
        bound = {key: active.binding.action for key, active in pilot.app.screen.active_bindings.items()}
    for command in (*JUROR, *EVERYWHERE):
        for key in command.keys.split(","):
            assert bound[key] == command.action.removeprefix("app.")


# Texts that changed

SCORED = datetime(2020, 11, 20, 12, tzinfo=UTC)
"""Long ago: what is pressed in these tests is pressed now."""
RETOLD = SCORED + timedelta(days=2)
CHANGED = f"↻ The text changed on {day_and_month(RETOLD)} after you scored it (h: my scores still hold): "


def scored_long_ago(id: str) -> Review:
    """A finished review, older than the new texts."""
    return replace(complete(id), changed=SCORED)


def retell(folder: Path, *ids: str, fields: tuple[str, ...] = ("title", "answers.spread")) -> None:
    """Take these nominations in with another title, two days after they were scored."""
    store = FolderStore(folder)
    change = Change(RETOLD, fields)
    changed = (
        replace(one, title=f"{one.title} anew", changes=(change,)) if one.id in ids else one
        for one in store.nominations()
    )
    store.save_nominations(Nominations(tuple(changed)), ())


async def test_a_text_that_changed_after_it_was_scored_is_told_and_marked_in_the_list(folder: Path) -> None:
    keep(folder, scored_long_ago("1"), scored_long_ago("2"), scored_long_ago("3"))
    retell(folder, "1", "4")
    async with seated(folder, LARGE) as pilot:
        await pilot.press("k", "k", "k", "home")
        await part_with(pilot, "#reader", "1 Night ferry anew")
        assert f"{CHANGED}Title, Spread" in " ".join(" ".join(part(pilot, "#reader")).split())
        rows = [" ".join(row.split()) for row in part(pilot, "#list")[:4]]
    assert rows == [
        "● 1 Night ferry anew ↻ 3.00",
        "● 2 Wardrobe 3.00",
        "● 3 Choir practice 3.00",
        "○ 4 Wardrobe anew",
    ]


@pytest.mark.parametrize("key", ["h", "3", "5", "a"])
async def test_to_score_again_or_to_press_h_is_to_have_read_the_new_text(folder: Path, key: str) -> None:
    keep(folder, *(scored_long_ago(id) for id in "12345"))
    retell(folder, "1")
    async with seated(folder, LARGE) as pilot:
        await part_with(pilot, "#list", "↻")
        await pilot.press(key)
        await saved(pilot)
        assert not any("↻" in row for row in (*part(pilot, "#list"), *part(pilot, "#reader")))
        await pilot.press("u")
        await part_with(pilot, "#list", "↻")
        await part_with(pilot, "#reader", "↻ The text changed")
    assert on_disk(folder).review("1").scored_at == SCORED


async def test_a_flag_leaves_the_mark(folder: Path) -> None:
    keep(folder, *(scored_long_ago(id) for id in "12345"))
    retell(folder, "1")
    async with seated(folder, LARGE) as pilot:
        await pilot.press("f")
        await saved(pilot)
        await part_with(pilot, "#list", "↻")


async def test_h_is_answered_where_the_text_did_not_change(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("h")
        await told(pilot, "The text has not changed since you scored it")
    assert on_disk(folder).reviews == {}


async def test_in_a_small_window_the_key_is_told_before_what_changed(folder: Path) -> None:
    keep(folder, *(scored_long_ago(id) for id in "12345"))
    retell(folder, "1", fields=("title", "organisation", "responsible", "started", "answers.purpose"))
    async with seated(folder) as pilot:
        rows = await part_with(pilot, "#reader", "↻ The text changed")
    at = next(number for number, row in enumerate(rows) if "↻" in row)
    assert rows[at + 1].strip().startswith("scored it (h: my scores still hold): Title")
    assert rows[at + 1].endswith("…")


async def test_texts_that_are_taken_in_meanwhile_are_shown(folder: Path) -> None:
    keep(folder, *(scored_long_ago(id) for id in "12345"))
    async with seated(folder, LARGE) as pilot:
        await part_with(pilot, "#list", "1 Night ferry ")
        retell(folder, "1")
        screen = pilot.app.screen
        assert isinstance(screen, JurorScreen)
        screen.look_again()
        await part_with(pilot, "#list", "1 Night ferry anew")
        await part_with(pilot, "#reader", "↻ The text changed")
        await told(pilot, "Documents were taken in anew; ↻ is beside what you scored before")


async def test_a_nomination_that_is_taken_in_meanwhile_is_in_the_list(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await pilot.press("j")
        store = FolderStore(folder)
        more = (*store.nominations(), Nomination("6", "Late tram"))
        store.save_nominations(Nominations(more), ())
        screen = pilot.app.screen
        assert isinstance(screen, JurorScreen)
        screen.look_again()
        await part_with(pilot, "#list", "6 Late tram")
        assert screen.place.nomination == "2"
        await pilot.press("j", "j", "j", "j")
        await part_with(pilot, "#reader", "6 Late tram")


# Scoring


async def test_one_key_scores_shows_what_the_value_means_saves_and_goes_on(folder: Path) -> None:
    async with seated(folder) as pilot:
        assert any("▸ Innovation" in row for row in part(pilot, "#scores"))
        await pilot.press("4")
        seen = await part_with(pilot, "#scores", "▸ Value for users")
        assert "  Innovation               [4]" in seen or "   1  2  3 [4] 5" in seen
        assert " Innovation 4: new as a 4" in seen
        await saved(pilot)
        assert scores(folder, "1") == {"innovation": 4}
        await pilot.press("5", "1")
        await saved(pilot)
    assert scores(folder, "1") == {"innovation": 4, "user_value": 5, "spread": 1}


async def test_each_value_of_the_scale_has_its_digit(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, *"123", "j", *"45")
    assert (scores(folder, "1"), scores(folder, "2")) == (
        {"innovation": 1, "user_value": 2, "spread": 3},
        {"innovation": 4, "user_value": 5},
    )


async def test_a_digit_that_is_no_value_is_answered_and_scores_nothing(folder: Path) -> None:
    async with seated(folder) as pilot:
        for key in ("0", "6", "9"):
            await pilot.press(key)
            await told(pilot, f"{key} is not on the scale")
            assert any("▸ Innovation" in row for row in part(pilot, "#scores"))
    assert on_disk(folder).reviews == {}


@pytest.mark.parametrize(
    ("low", "high", "keys", "given"),
    [
        (1, 10, ("0", "9", "1"), (10, 9, 1)),
        (0, 10, ("0", "9", "t"), (0, 9, 10)),
        (0, 3, ("0", "3", "2"), (0, 3, 2)),
    ],
)
async def test_a_scale_up_to_ten_has_a_key_for_every_value(
    tmp_path: Path, low: int, high: int, keys: tuple[str, ...], given: tuple[int, ...]
) -> None:
    desk_round(tmp_path, rules=scoring(low, high))
    async with seated(tmp_path) as pilot:
        await quickly(pilot, *keys)
    assert tuple(scores(tmp_path, "1")[id] for id in CRITERIA) == given


async def test_after_the_last_criterion_the_first_one_without_a_score_is_next(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "tab", "3", "2")
        await part_with(pilot, "#scores", "▸ Innovation")
        await quickly(pilot, "1", "tab", "5")
        await part_with(pilot, "#scores", "▸ Spread")  # all is scored: nothing is left to go on to
    assert scores(folder, "1") == {"innovation": 1, "user_value": 3, "spread": 5}


async def test_a_score_given_again_replaces_the_first(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "2", "shift+tab", "5")
    assert scores(folder, "1") == {"innovation": 5}


async def test_a_abstains_and_goes_on_and_takes_the_abstention_back(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "4", "shift+tab", "a")
        await part_with(pilot, "#scores", "▸ Value for users")
        await saved(pilot)
        review = on_disk(folder).review("1")
        assert (review.scores, review.abstained) == ({}, frozenset({"innovation"}))
        await pilot.press("shift+tab")
        await part_with(pilot, "#scores", "– abstained")
        await pilot.press("a")
        await part_with(pilot, "#scores", "▸ Innovation")
        assert not any("abstained" in row for row in part(pilot, "#scores"))
    assert on_disk(folder).reviews == {}


@pytest.mark.parametrize("key", ["backspace", "delete"])
async def test_a_score_is_taken_back(folder: Path, key: str) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "4", "5", "shift+tab", key)
    assert scores(folder, "1") == {"innovation": 4}


# Going about


async def test_tab_and_shift_tab_go_around_the_criteria(folder: Path) -> None:
    async with seated(folder) as pilot:
        for key, name in (
            ("tab", "Value for users"),
            ("tab", "Spread"),
            ("tab", "Innovation"),
            ("shift+tab", "Spread"),
            ("shift+tab", "Value for users"),
            ("right", "Spread"),
            ("left", "Value for users"),
        ):
            await pilot.press(key)
            await part_with(pilot, "#scores", f"▸ {name}")


async def test_j_k_and_the_arrows_go_from_nomination_to_nomination_and_no_further(folder: Path) -> None:
    async with seated(folder) as pilot:
        for key, title in (
            ("k", "1 Night ferry"),
            ("j", "2 Wardrobe"),
            ("down", "3 Choir practice"),
            ("up", "2 Wardrobe"),
            ("k", "1 Night ferry"),
        ):
            await pilot.press(key)
            assert part(pilot, "#reader")[0].strip() == title
        await quickly(pilot, *"jjjjjjjj")
        assert part(pilot, "#reader")[0].strip() == "5 Kitchen table"


async def test_a_desk_opens_at_the_first_nomination_and_criterion_that_something_is_left_for(
    folder: Path,
) -> None:
    keep(folder, complete("1"), Review("2", {"innovation": 3}), Review("3", {"spread": 1}))
    async with seated(folder) as pilot:
        assert part(pilot, "#reader")[0].strip() == "2 Wardrobe"
        await part_with(pilot, "#scores", "▸ Value for users")


async def test_n_goes_to_the_next_unfinished_one_and_around(folder: Path) -> None:
    keep(folder, complete("1"), Review("2", {"innovation": 3}), complete("3"), Review("4", conflict=MY_WARD))
    async with seated(folder) as pilot:
        for title, criterion in (
            ("5 Kitchen table", "Innovation"),
            ("2 Wardrobe", "Value for users"),
            ("5 Kitchen table", "Innovation"),
        ):
            await pilot.press("n")
            assert part(pilot, "#reader")[0].strip() == title
            await part_with(pilot, "#scores", f"▸ {criterion}")


async def test_when_nothing_is_left_n_says_what_comes_next(folder: Path) -> None:
    keep(folder, *map(complete, "12345"))
    async with seated(folder) as pilot:
        await pilot.press("n")
        await told(pilot, "Everything is finished. b confirms your ballot.")
        assert part(pilot, "#reader")[0].strip() == "1 Night ferry"


async def test_to_leave_a_nomination_saves_at_once(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("4", "j")
        await saved(pilot)
        assert scores(folder, "1") == {"innovation": 4}


# Conflicts, words and flags


async def test_x_declares_a_conflict_with_its_kind_and_reason(folder: Path) -> None:
    keep(folder, complete("1"))
    async with seated(folder) as pilot:
        await pilot.press("k", "x")
        await until(pilot, "A conflict of interest: what ties you to this nominee?")
        await pilot.press("j", "enter")
        await until(pilot, "The reason, in a few words")
        await pilot.press("enter")
        await until(pilot, "A few words are needed here")
        await typed(pilot, "my sister")
        await part_with(pilot, "#reader", "× conflict of interest: my sister")
        await part_with(pilot, "#summary", "× recused: does not count")
        await saved(pilot)
        review = on_disk(folder).review("1")
        assert (review.conflict, review.scores) == (Conflict("personal", "my sister"), complete("1").scores)
        await pilot.press("5")
        await told(pilot, "You declared a conflict of interest here; press x to take it back")
        await pilot.press("x")
        await part_with(pilot, "#summary", "number 1 of your 1")
    before, after = complete("1"), on_disk(folder).review("1")
    assert after == replace(before, changed=after.changed, scored=before.changed)


@pytest.mark.parametrize("leave", [("escape",), ("q",), ("enter", "escape")])
async def test_a_conflict_that_was_not_declared_to_the_end_is_none(
    folder: Path, leave: tuple[str, ...]
) -> None:
    async with seated(folder) as pilot:
        await pilot.press("x")
        await until(pilot, "what ties you to this nominee?")
        for key in leave:
            await pilot.press(key)
        await until(pilot, "▸ Innovation")
    assert on_disk(folder).reviews == {}


async def test_who_was_recused_by_the_chair_is_told_and_cannot_score(folder: Path) -> None:
    ChairDesk(FolderStore(folder)).recuse("anna", "2", MY_WARD)
    async with seated(folder) as pilot:
        await pilot.press("j")
        await part_with(pilot, "#reader", "× recused by the chair: my own ward")
        await pilot.press("4")
        await told(pilot, "The chair has recused you from this nomination")
    assert on_disk(folder).reviews == {}


async def test_c_writes_a_comment_and_p_a_note(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("c")
        await until(pilot, "The chair reads it, and the meeting may.")
        await quickly(pilot, *"good", "enter", *"work", "escape")
        await part_with(pilot, "#summary", "✎ comment")
        await pilot.press("p")
        await until(pilot, "it is in no export and in no chair's view")
        await quickly(pilot, *"ask", "ctrl+s")
        await part_with(pilot, "#summary", "✎ comment · ✎ note")
        await pilot.press("c")
        await until(pilot, "work")
        await quickly(pilot, *"!", "escape")
        await saved(pilot)
    review = on_disk(folder).review("1")
    assert (review.comment, review.note) == ("good\nwork!", "ask")


async def test_f_flags_and_takes_the_flag_off(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await pilot.press("f")
        assert part(pilot, "#list")[0] == " ○⚑   1 Night ferry"
        await part_with(pilot, "#summary", "⚑ flagged")
        await saved(pilot)
        assert on_disk(folder).review("1").flagged
        await pilot.press("f")
        assert part(pilot, "#list")[0] == " ○    1 Night ferry"
    assert on_disk(folder).reviews == {}


async def test_shift_f_goes_from_flag_to_flag(folder: Path) -> None:
    keep(folder, replace(complete("2"), flagged=True), Review("5", flagged=True))
    async with seated(folder) as pilot:
        seen = []
        for _step in range(3):
            await pilot.press("F")
            seen.append(part(pilot, "#reader")[0].strip())
    assert sorted(seen[:2]) == ["2 Wardrobe", "5 Kitchen table"]
    assert seen[2] == seen[0]


async def test_where_nothing_is_flagged_that_is_told(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("F")
        await told(pilot, "No nomination is flagged. f flags one.")


async def test_all_that_was_said_of_a_nomination_can_be_seen_at_once_in_a_small_window(folder: Path) -> None:
    keep(folder, replace(complete("1"), comment="good", note="ask", flagged=True), complete("2"))
    async with seated(folder) as pilot:
        await quickly(pilot, "k", "k", "k")
        assert part(pilot, "#reader")[0].strip() == "1 Night ferry"
        assert part(pilot, "#summary")[3].strip() == "⚑ flagged · ✎ comment · ✎ note"
        await pilot.press("j")
        assert part(pilot, "#summary")[3].strip() == "✓ finished · n"


async def test_s_shows_in_full_what_each_value_means(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("s")
        seen = [row.strip(" │▌") for row in await until(pilot, "Enter goes back")]
        begin = seen.index("Innovation")
        assert [row for row in seen[begin + 1 :] if row[:1].isdigit()][:5] == [
            f"{value}  new as a {value}" for value in (5, 4, 3, 2, 1)
        ]
        await pilot.press("enter")
        await part_with(pilot, "#scores", "▸ Innovation")


# Taking back


async def test_u_and_shift_u_go_step_by_step_also_to_another_nomination(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "4", "5", "j", "2", "j", "j")
        await pilot.press("u")
        assert part(pilot, "#reader")[0].strip() == "2 Wardrobe"
        await part_with(pilot, "#scores", "▸ Innovation")
        await pilot.press("u")
        assert part(pilot, "#reader")[0].strip() == "1 Night ferry"
        await part_with(pilot, "#scores", "▸ Value for users")
        await pilot.press("U")
        await saved(pilot)
        assert (scores(folder, "1"), scores(folder, "2")) == ({"innovation": 4, "user_value": 5}, {})
        await pilot.press("U")
        assert part(pilot, "#reader")[0].strip() == "2 Wardrobe"
    assert (scores(folder, "1"), scores(folder, "2")) == (
        {"innovation": 4, "user_value": 5},
        {"innovation": 2},
    )


@pytest.mark.parametrize(("key", "answer"), [("u", "Nothing to undo"), ("U", "Nothing to redo")])
async def test_where_there_is_no_step_that_is_told(folder: Path, key: str, answer: str) -> None:
    async with seated(folder) as pilot:
        await pilot.press(key)
        await told(pilot, answer)


# What is always visible


async def test_progress_own_score_place_and_distribution_follow_each_key(folder: Path) -> None:
    keep(folder, complete("2", 4), complete("3", 2))
    async with seated(folder) as pilot:
        assert lines(pilot)[0].rstrip().endswith("2 of 5 finished · all saved")
        assert part(pilot, "#summary")[:2] == [" Your weighted score –", " not finished yet"]
        await pilot.press("3", "3")
        assert part(pilot, "#summary")[:2] == [" Your weighted score 3.00", " not finished yet"]
        await pilot.press("3")
        # 2 · 3 + 3 + 3 are twelve quarters; three scores of 2, of 3 and of 4 each.
        assert part(pilot, "#summary")[:3] == [
            " Your weighted score 3.00",
            " number 2 of your 3",
            " Your scores 1  2█ 3█ 4█ 5",
        ]
        await until(pilot, "3 of 5 finished · saved ")


async def test_a_place_that_is_shared_is_told_as_shared(folder: Path) -> None:
    keep(folder, complete("2", 4), complete("3", 4), complete("1", 5))
    async with seated(folder) as pilot:
        await pilot.press("k")
        assert part(pilot, "#summary")[1] == " shared number 2 of your 3"


@pytest.mark.parametrize(
    ("review", "figure"),
    [
        (Review("1", abstained=frozenset(CRITERIA)), " abstained"),
        (Review("1", {"innovation": 3}, conflict=MY_WARD), " recused"),
    ],
)
async def test_a_review_that_is_finished_without_a_place_is_not_called_unfinished(
    folder: Path, review: Review, figure: str
) -> None:
    keep(folder, review)
    async with seated(folder) as pilot:
        await pilot.press("k")
        assert part(pilot, "#reader")[0].strip() == "1 Night ferry"
        assert part(pilot, "#summary")[1] == figure


async def test_the_time_of_the_last_save_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with seated(folder) as pilot:
        await pilot.press("4")
        seen = await until(pilot, "finished · saved ")
        changed = on_disk(folder).review("1").changed
    assert changed is not None
    shown = datetime.strptime(seen[0][-8:], "%H:%M:%S").replace(tzinfo=UTC)
    local = changed.astimezone()
    apart = (
        (shown.hour - local.hour) * 3600 + (shown.minute - local.minute) * 60 + shown.second - local.second
    )
    assert apart % 86400 <= 5


async def test_the_list_shows_state_flag_title_and_own_score_of_each(folder: Path) -> None:
    keep(
        folder,
        complete("1", 4),
        Review("2", {"innovation": 3}, flagged=True),
        Review("3", abstained=frozenset(CRITERIA)),
        replace(complete("4"), conflict=MY_WARD),
    )
    async with seated(folder, LARGE) as pilot:
        rows = [row.split() for row in part(pilot, "#list")[:5]]
    assert rows == [
        ["●", "1", "Night", "ferry", "4.00"],
        ["◐⚑", "2", "Wardrobe"],
        ["–", "3", "Choir", "practice"],
        ["×", "4", "Wardrobe"],
        ["○", "5", "Kitchen", "table"],
    ]


# Look-alikes


async def test_lookalikes_are_named_where_they_are_read(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("j")
        await part_with(pilot, "#reader", "≈ Perhaps the same initiative: 4")
        await pilot.press("j")
        assert not any("the same initiative" in row for row in part(pilot, "#reader"))


async def test_d_opens_the_lookalike_beside_the_nomination_and_enter_goes_back(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("j")
        await part_with(pilot, "#reader", "≈ Perhaps the same initiative: 4")
        await pilot.press("d")
        seen = await until(pilot, "Space reads on · Enter goes back")
        assert [side.strip() for side in seen[1].split("│")] == ["2  Wardrobe", "4  Wardrobe"]
        await pilot.press("enter")
        await until(pilot, "▸ Innovation")


async def test_where_nothing_looks_alike_d_says_so(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("d")
        await told(pilot, "No other nomination looks like this one")


# The window


async def test_in_a_wide_window_list_text_and_scores_lie_side_by_side(folder: Path) -> None:
    async with seated(folder, (120, 30)) as pilot:
        places = [pilot.app.screen.query_one(f"#{id}").region for id in ("list", "reader", "scores")]
    assert places[0].right <= places[1].x < places[1].right <= places[2].x
    assert {place.y for place in places} == {1}
    assert all(place.area for place in places)


async def test_in_a_small_window_the_list_folds_away_and_l_brings_it(folder: Path) -> None:
    async with seated(folder) as pilot:
        assert not pilot.app.screen.query_one("#list").display
        for back in ("l", "enter", "escape"):
            await pilot.press("l")
            await part_with(pilot, "#list", "5 Kitchen table")
            await part_with(pilot, "#scores", "▸ Innovation")
            await pilot.press(back)
            await part_with(pilot, "#reader", "1 Night ferry")


async def test_in_a_wide_window_l_makes_room_for_the_text(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        before = pilot.app.screen.query_one("#reader").region.width
        await pilot.press("l")
        await pilot.pause()
        assert pilot.app.screen.query_one("#reader").region.width > before


@pytest.mark.parametrize("size", [SMALL, LARGE, (119, 30), (72, 20)])
async def test_nothing_runs_over_the_edge_and_the_focus_is_in_view(
    folder: Path, size: tuple[int, int]
) -> None:
    async with seated(folder, size) as pilot:
        for key in ("tab", "tab", "3", "j", "5", "a", "4"):
            await pilot.press(key)
            seen = lines(pilot)
            assert len(seen) == size[1]
            assert max(map(len, seen)) <= size[0]
            assert sum("▸" in row for row in part(pilot, "#scores")) == 1
            assert seen[-1].endswith("? keys  q leave")
            widgets = [w for w in pilot.app.screen.query("*") if w.display and w.region.area]
            assert all(pilot.app.screen.region.contains_region(w.region) for w in widgets)


async def test_a_window_that_changes_its_size_keeps_the_place(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await pilot.press("j", "tab")
        await pilot.resize_terminal(80, 24)
        await part_with(pilot, "#scores", "▸ Value for users")
        assert part(pilot, "#reader")[0].strip() == "2 Wardrobe"
        await part_with(pilot, "#reader", "The user_value of 2:")


# The pointer


async def test_a_click_on_a_value_scores_it(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        rows = part(pilot, "#scores")
        y = next(n for n, row in enumerate(rows) if "Spread" in row) + 1
        await pilot.click("#scores", offset=(rows[y].index("4"), y))
    assert scores(folder, "1") == {"spread": 4}


async def test_a_click_on_a_criterion_puts_it_in_focus(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        y = next(n for n, row in enumerate(part(pilot, "#scores")) if "Spread" in row)
        await pilot.click("#scores", offset=(6, y))
        await part_with(pilot, "#scores", "▸ Spread")
    assert on_disk(folder).reviews == {}


async def test_a_click_in_the_list_opens_a_nomination(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await pilot.click("#list", offset=(10, 2))
        await part_with(pilot, "#reader", "3 Choir practice")


# A part of the nominations


def in_parts(folder: Path, *ids: str) -> None:
    """Let Anna score only these."""
    listed = ", ".join(f'"{id}"' for id in ids)
    anna = 'name = "Anna Holm"\n'
    (folder / "scoring.toml").write_text(
        scoring().replace(anna, f"{anna}nominations = [{listed}]\n"), encoding="utf-8"
    )


async def test_a_juror_with_a_part_has_only_that_on_the_desk(folder: Path) -> None:
    in_parts(folder, "5", "2")
    keep(folder, complete("2"), complete("1"))
    async with seated(folder, LARGE) as pilot:
        rows = [row for row in part(pilot, "#list") if row.strip()]
        assert [row.split()[1:3] for row in rows] == [["2", "Wardrobe"], ["5", "Kitchen"]]
        assert "1 of 2 finished" in lines(pilot)[0]
        await pilot.press("n")
        await part_with(pilot, "#reader", "5 Kitchen table")
        await pilot.press("j", "j", "3", "3", "3")
        await until(pilot, "2 of 2 finished")
        await pilot.press("n")
        await told(pilot, "Everything is finished. b confirms your ballot.")
        await saved(pilot)
    assert scores(folder, "5") == dict.fromkeys(CRITERIA, 3)
    assert scores(folder, "1") == dict.fromkeys(CRITERIA, 3)


async def test_a_search_finds_only_what_the_juror_is_to_score(folder: Path) -> None:
    in_parts(folder, "5", "2")
    async with seated(folder, LARGE) as pilot:
        await quickly(pilot, "slash", *"wardrobe", "enter")
        rows = [row for row in part(pilot, "#list") if row.strip()]
        assert [row.split()[1:3] for row in rows] == [["2", "Wardrobe"]]


async def test_what_was_scored_beyond_the_part_is_told_with_the_ballot(folder: Path) -> None:
    in_parts(folder, "5", "2")
    keep(folder, complete("2"), complete("1"), complete("5"))
    async with seated(folder) as pilot:
        await pilot.press("b")
        seen = [line.strip(" │▌") for line in await until(pilot, "Everything is finished.")]
        begin = next(place for place, line in enumerate(seen) if "You were not asked" in line)
        assert seen[begin : begin + 2] == [
            "You were not asked to score 1; what you gave there is kept, and counts",
            "as any other.",
        ]
        await pilot.press("enter")
        await told(pilot, "Your ballot is confirmed.")
    assert on_disk(folder).confirmed is not None
    assert scores(folder, "1") == dict.fromkeys(CRITERIA, 3)


async def test_the_lock_does_not_renew_the_list_of_a_part(folder: Path) -> None:
    in_parts(folder, "5", "2")
    async with seated(folder, LARGE) as pilot:
        await pilot.press("j")
        ChairDesk(FolderStore(folder)).lock()
        screen = pilot.app.screen
        assert isinstance(screen, JurorScreen)
        screen.look_again()
        await told(pilot, "The chair has locked the round")
        assert screen.place.ids == ("2", "5")


def test_who_is_to_score_only_what_is_not_there_is_told_so(folder: Path) -> None:
    in_parts(folder, "8")
    with pytest.raises(NotAllowed) as caught:
        NominateApp(FolderStore(folder), folder, "anna")
    assert str(caught.value) == (
        "None of the nominations that anna is to score is in the round → correct the juror's nominations in"
        " scoring.toml, or take in the missing documents"
    )
    FolderStore(folder).hold("anna").release()
