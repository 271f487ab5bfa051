"""The text of a nomination: what is judged comes into view, what is long is read page by page."""

from pathlib import Path

import pytest

from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.tui.widgets.reader import Reader
from tui.budget import budget_round
from tui.seated import ANSWERS, LARGE, LAST_WORDS, SMALL, desk_round, nominations, part, part_with, seated
from tui.seen import quickly

QUESTIONS = {
    "purpose": "What is the purpose of the initiative?",
    "innovation": "How is the initiative new?",
    "user_value": "How has the initiative created value for its users?",
    "spread": "How can the initiative be spread?",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round whose nominations are far longer than a screen."""
    desk_round(tmp_path)
    return tmp_path


def head_and_body(rows: list[str]) -> tuple[list[str], list[str]]:
    """What stays at the top, and what scrolls under it."""
    empty = next(number for number, row in enumerate(rows) if row == "" or row.startswith("  ↑"))
    return [row.strip() for row in rows[:empty]], rows[empty + 1 :]


def laid(text: list[str]) -> str:
    """Rows as one text, without the marks at their beginnings."""
    return " ".join(" ".join(row[2:] for row in text).split())


# What is judged


@pytest.mark.parametrize("size", [SMALL, (120, 30), LARGE])
async def test_the_criterion_in_focus_brings_its_own_answer_into_view(
    folder: Path, size: tuple[int, int]
) -> None:
    async with seated(folder, size) as pilot:
        for criterion in ("innovation", "user_value", "spread", "innovation"):
            _head, body = head_and_body(part(pilot, "#reader"))
            marked = [row for row in body if row.startswith("▌ ")]
            assert laid(marked).startswith(f"{QUESTIONS[criterion]} The {criterion} of 1: ")
            assert laid(marked[:2])[:20] == QUESTIONS[criterion][:20]
            await pilot.press("tab")


async def test_each_answer_begins_right_under_what_stays_at_the_top(folder: Path) -> None:
    async with seated(folder) as pilot:
        for key in ("tab", "tab", "tab", "shift+tab"):
            await pilot.press(key)
            head, body = head_and_body(part(pilot, "#reader"))
            assert head == ["1 Night ferry", "Harbour · 2022"]
            assert body[0].startswith("▌ How")


async def test_only_the_answer_in_focus_is_marked(folder: Path) -> None:
    async with seated(folder, LARGE) as pilot:
        await pilot.press("tab")
        rows = part(pilot, "#reader")
        marked = laid([row for row in rows if row.startswith("▌ ")])
        assert marked.startswith(QUESTIONS["user_value"])
        assert marked.endswith(LAST_WORDS)
        assert "The innovation of 1" not in marked
        assert "The spread of 1" not in marked


async def test_what_is_wholly_in_view_already_does_not_jump(tmp_path: Path) -> None:
    desk_round(tmp_path, words=10)
    async with seated(tmp_path, LARGE) as pilot:
        before = [row[2:] for row in part(pilot, "#reader")]
        await pilot.press("tab", "tab")
        assert [row[2:] for row in part(pilot, "#reader")] == before


async def test_another_nomination_begins_with_its_own_answer_in_view(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "tab", "tab", "j")
        await part_with(pilot, "#reader", "The innovation of 2:")
        await pilot.press("k")
        await part_with(pilot, "#reader", "The innovation of 1:")


async def test_the_answer_is_in_view_still_when_the_lookalikes_were_found(folder: Path) -> None:
    async with seated(folder) as pilot:
        await quickly(pilot, "j", "tab", "tab")
        await part_with(pilot, "#reader", "≈ Perhaps the same initiative: 4")
        _head, body = head_and_body(part(pilot, "#reader"))
        assert body[0] == f"▌ {QUESTIONS['spread']}"


async def test_a_criterion_without_an_answer_of_its_own_leaves_the_text_where_it_is(tmp_path: Path) -> None:
    text = "A few words, and no more of them."
    only = Nomination("1", "Night ferry", answers={"purpose": text})
    desk_round(tmp_path, judged=Nominations((only, Nomination("2", "Nothing said"))))
    async with seated(tmp_path) as pilot:
        for key in ("tab", "tab", "j", "k"):
            await pilot.press(key)
        await part_with(pilot, "#reader", text)
        await pilot.press("j")
        assert part(pilot, "#reader")[0].strip() == "2 Nothing said"


# Reading on


async def test_the_whole_text_can_be_read_page_by_page_and_no_line_is_passed_over(folder: Path) -> None:
    async with seated(folder) as pilot:
        reader = pilot.app.screen.query_one(Reader)
        await pilot.press("home")
        pages = [reader.seen]
        while pages[-1].stop < reader.count():
            await pilot.press("space")
            pages.append(reader.seen)
            assert pages[-2].start < pages[-1].start <= pages[-2].stop
    assert pages[0].start == reader.sticky
    assert pages[-1].stop == reader.count()


async def test_what_the_reader_holds_is_the_whole_text(folder: Path) -> None:
    async with seated(folder) as pilot:
        reader = pilot.app.screen.query_one(Reader)
        text = " ".join(reader.line(number).plain for number in range(reader.sticky, reader.count()))
    words = [word for word in text.split() if word != "▌"]
    nomination = nominations()["1"]
    assert words == " ".join(f"{QUESTIONS[id]} {nomination.answers[id]}" for id in ANSWERS).split()


@pytest.mark.parametrize(("on", "back"), [("space", "pageup"), ("pagedown", "pageup")])
async def test_a_page_on_and_a_page_back_are_the_same_place(folder: Path, on: str, back: str) -> None:
    async with seated(folder) as pilot:
        await pilot.press("home")
        before = part(pilot, "#reader")
        await pilot.press(on)
        assert part(pilot, "#reader") != before
        await pilot.press(back)
        assert part(pilot, "#reader") == before


async def test_home_and_end_are_the_beginning_and_the_end_of_the_text(folder: Path) -> None:
    async with seated(folder) as pilot:
        await pilot.press("end")
        _head, body = head_and_body(part(pilot, "#reader"))
        assert LAST_WORDS in laid([row for row in body if row][-2:])
        await pilot.press("home")
        head, body = head_and_body(part(pilot, "#reader"))
        assert head == ["1 Night ferry", "Harbour · 2022"]
        assert body[0].strip() == QUESTIONS["purpose"]


async def test_title_and_owner_stay_while_the_text_is_read(folder: Path) -> None:
    async with seated(folder) as pilot:
        for _page in range(5):
            await pilot.press("space")
            assert head_and_body(part(pilot, "#reader"))[0] == ["1 Night ferry", "Harbour · 2022"]


# How it is laid out


async def test_paragraphs_stand_apart_and_items_hang_under_their_sign(tmp_path: Path) -> None:
    text = "First.\n\n• one that is so long that it does not fit on a single line of the reader\n• two"
    judged = Nominations((Nomination("1", "Night ferry", answers={"purpose": text}),))
    desk_round(tmp_path, judged=judged)
    async with seated(tmp_path) as pilot:
        _head, body = head_and_body(part(pilot, "#reader"))
    assert body[:7] == [
        "  What is the purpose of the initiative?",
        "  First.",
        "",
        "  • one that is so long that it does not fit",
        "    on a single line of the reader",
        "  • two",
        "",
    ]


async def test_the_question_of_the_form_goes_before_ours_and_an_unknown_answer_has_its_name(
    tmp_path: Path,
) -> None:
    answers = {"purpose": "P.", "side_effects": "S."}
    judged = Nominations((Nomination("1", "Night ferry", answers=answers),), {"purpose": "Why?"})
    desk_round(tmp_path, judged=judged)
    async with seated(tmp_path) as pilot:
        _head, body = head_and_body(part(pilot, "#reader"))
    assert [row.strip() for row in body if row] == ["Why?", "P.", "Side effects", "S."]


async def test_a_long_title_takes_two_lines_and_ends_in_an_ellipsis(tmp_path: Path) -> None:
    judged = Nominations((Nomination("1", "word " * 60, "owner " * 60, answers={"purpose": "P."}),))
    desk_round(tmp_path, judged=judged)
    async with seated(tmp_path) as pilot:
        head, _body = head_and_body(part(pilot, "#reader"))
    assert [(row[:6], row[-1]) for row in head] == [
        ("1 word", "d"),
        ("word w", "…"),
        ("owner ", "r"),
        ("owner ", "…"),
    ]


async def test_letters_that_are_two_cells_wide_stay_within_their_line(tmp_path: Path) -> None:
    judged = Nominations((Nomination("1", "家" * 40, answers={"purpose": "家族" * 200}),))
    desk_round(tmp_path, judged=judged)
    async with seated(tmp_path) as pilot:
        await pilot.pause()
        rows = part(pilot, "#reader")
    assert "".join(rows).count("家") > 200
    assert max(sum(2 if letter in "家族" else 1 for letter in row) for row in rows) <= 48


# What a nomination has beside its answers


async def test_facts_boxes_answers_figures_and_what_is_shared_are_read_in_this_order(tmp_path: Path) -> None:
    budget_round(tmp_path)
    async with seated(tmp_path) as pilot:
        await pilot.press("home")
        _head, body = head_and_body(part(pilot, "#reader"))
    assert [row[2:] for row in body][:17] == [
        "Proposed by: List A and List B",
        "Who pays?: The town's own money; Funds (1/3)",
        "",
        "What is the purpose of the initiative?",
        "More people bathe.",
        "",
        "Economy",
        "mio. kr.           2026     2027  2028",
        "Running costs       0.6  1.0-3.0",
        "Building and land         -12.25     3",
        "",
        "── Common to the whole package ──",
        "",
        "Introduction",
        "All of it is about water.",
        "",
        "",
    ]


async def test_a_table_that_a_criterion_is_judged_by_is_marked(tmp_path: Path) -> None:
    budget_round(tmp_path)
    async with seated(tmp_path) as pilot:
        await pilot.press("tab")
        marked = [row[2:] for row in part(pilot, "#reader") if row.startswith("▌ ")]
    assert marked == [
        "Economy",
        "mio. kr.           2026     2027  2028",
        "Running costs       0.6  1.0-3.0",
        "Building and land         -12.25     3",
    ]


async def test_a_search_finds_facts_and_makes_them_visible(tmp_path: Path) -> None:
    budget_round(tmp_path)
    async with seated(tmp_path, LARGE) as pilot:
        await pilot.press("slash", *"list b")
        await part_with(pilot, "#reader", "Proposed by: List A and List B")
        assert [row.split()[1:4] for row in part(pilot, "#list") if row] == [["A.1", "A", "bath"]]
