"""The chair's second view: which pairs are open, what is told of each, and what leads from one to the next."""

import asyncio
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from jury.chaired import NOON, ballot, stored, write_answers
from nominate_tui.duplicates import wording
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.duplicate import Evidence, Verdict
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.screens import chair_asking
from nominate_tui.tui.screens.chair import ChairScreen
from tui.chairing import LARGE, SMALL, alike, found, sitting
from tui.seen import lines, typed, until

LONG_AGO = NOON.replace(year=2020)
LATER = LONG_AGO + timedelta(hours=1)
"""Long ago too: what is decided in a test has the time of the clock on the wall."""
HOSTILE = "[@click=app.quit]x[/]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """3–5 and 1–2 are alike, 4–6 a little."""
    stored(tmp_path)
    found(tmp_path, alike("3", "5"), alike("1", "2", 0.8), alike("4", "6", 0.3, "same-name"))
    return tmp_path


def verdicts(folder: Path, *given: Verdict) -> None:
    FolderStore(folder).save_verdicts(given)


def change(folder: Path, *ids: str) -> None:
    """Take these nominations in with another title and purpose, an hour after long ago. What was found stays."""
    store = FolderStore(folder)
    fields = ("title", "answers.purpose")
    changed = (
        replace(each, changes=(Change(LATER, fields),)) if each.id in ids else each
        for each in store.nominations()
    )
    store.save_nominations(Nominations(tuple(changed)), ())


def copied(quote: str) -> Evidence:
    """A passage that stands in both, told with its beginning."""
    values: dict[str, str | int] = {"words": 20, "share": 50, "quote": quote, "passages": 1, "longest": 20}
    return Evidence("text", 0.5, wording.COPIED, values, wording.COPIED_OFTEN)


async def pairs(pilot: Pilot[None], shown: str) -> list[str]:
    """The rows of the list, once something is on the screen."""
    await pilot.press("2")
    return rows(await until(pilot, shown))


def rows(seen: list[str]) -> list[str]:
    """What a pair is, its numbers and its first title, row by row."""
    return [" ".join(line.split("│")[0].split()) for line in seen if re.match(r" [?=~≠·] .*\d–\d", line)]


async def details(pilot: Pilot[None]) -> str:
    """The details in a wide window, as one line."""
    await pilot.pause()
    return " ".join(line.rpartition("│")[2].strip() for line in lines(pilot)[2:-2])


# Which pairs there are


async def test_open_pairs_stand_before_settled_ones_and_those_that_are_outdated_are_open(
    folder: Path,
) -> None:
    change(folder, "2")
    verdicts(
        folder,
        Verdict("3", "5", "related", "two towns", NOON),
        Verdict("1", "2", "distinct", "sea and land", LONG_AGO),
        Verdict("1", "6", "distinct", "unasked", NOON),
    )
    async with sitting(folder) as pilot:
        assert await pairs(pilot, "? related") == [
            "≠ distinct ↻ 1–2 Night ferry",
            "? related 4–6 Choir practice",
            "~ related 3–5 Wardrobe",
            "≠ distinct 1–6 Night ferry",
        ]


async def test_a_pair_that_is_settled_keeps_its_place_until_the_view_is_left(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pairs(pilot, "? duplicate")
        await pilot.press("r")
        await until(pilot, "3–5 related: why?")
        await typed(pilot, "two towns")
        assert [row.split()[2] for row in rows(await until(pilot, "~ related"))] == ["3–5", "1–2", "4–6"]
        await pilot.press("1", "2")
        await until(pilot, "[ 2 Duplicates ]")
        assert [row.split()[2] for row in rows(lines(pilot))] == ["1–2", "4–6", "3–5"]


async def test_a_key_leads_from_one_open_pair_to_the_next_and_around_the_end(folder: Path) -> None:
    verdicts(folder, Verdict("1", "2", "distinct", "sea and land", NOON))
    async with sitting(folder) as pilot:
        await pairs(pilot, "≠ distinct")
        for expected in ("4  Choir practice", "3  Wardrobe", "4  Choir practice"):
            await pilot.press("n")
            await until(pilot, expected)


async def test_where_no_pair_is_open_it_is_said(tmp_path: Path) -> None:
    stored(tmp_path)
    found(tmp_path)
    async with sitting(tmp_path) as pilot:
        await pairs(pilot, "No two nominations look alike")
        await pilot.press("n")
        await until(pilot, "No pair is open")


async def test_who_types_ahead_decides_nothing_about_the_pair_just_settled(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = asyncio.Event()

    async def slowly(*_asked: object) -> str:
        await kept.wait()
        return "it is first now"

    monkeypatch.setattr(chair_asking, "settle", slowly)
    async with sitting(folder) as pilot:
        await pairs(pilot, "settled 0 of 3")
        await pilot.press("r", "i")
        await until(pilot, "One moment: the decision before")
        kept.set()
        await until(pilot, "Effect: it is first now")
        monkeypatch.undo()
        await pilot.press("i")
        await until(pilot, "3–5 distinct: why?")


async def test_a_pair_by_its_topic_alone_is_a_lower_tier(tmp_path: Path) -> None:
    stored(tmp_path)
    found(tmp_path, alike("3", "5"), alike("1", "4", 0.06, "near-topic"))
    async with sitting(tmp_path) as pilot:
        assert await pairs(pilot, "by topic only") == [
            "? duplicate 3–5 Wardrobe",
            "? by topic only 1–4 Night ferry",
        ]
        await pilot.press("j")
        await until(pilot, "Suggested: related, 6% alike: only the topics are near; half of such pairs")
        await pilot.press("enter")
        await until(pilot, "1 │ 4 · by topic only")


async def test_after_a_verdict_the_next_open_pair_is_picked_and_the_verdict_can_be_taken_back(
    folder: Path,
) -> None:
    async with sitting(folder) as pilot:
        await pairs(pilot, "settled 0 of 3")
        await pilot.press("r")
        await until(pilot, "3–5 related: why?")
        await typed(pilot, "two towns")
        seen = await until(pilot, "3–5: related · w takes it back")
        assert any("1  Night ferry" in line for line in seen), "1–2 is picked"
        await until(pilot, "Effect: nothing in the ranking changes")
        await until(pilot, "settled 1 of 3")
        await pilot.press("i")
        await until(pilot, "1–2 distinct: why?")
        await typed(pilot, "sea and land")
        await until(pilot, "1–2: distinct · w takes it back")
        await pilot.press("w")
        await until(pilot, "Take the verdict on 1–2 back?")
        await pilot.press("down", "enter")
        await until(pilot, "settled 1 of 3")
    assert [verdict.pair for verdict in FolderStore(folder).round().verdicts] == [frozenset("35")]


async def test_the_reason_of_another_verdict_is_not_offered(folder: Path) -> None:
    verdicts(folder, Verdict("3", "5", "distinct", "another thing", NOON))
    async with sitting(folder) as pilot:
        await pairs(pilot, "≠ distinct")
        await pilot.press("end", "r")
        await until(pilot, "3–5 related, and no longer distinct: why?")
        await typed(pilot, "one idea")
        await until(pilot, "~ related")
    assert [verdict.reason for verdict in FolderStore(folder).round().verdicts] == ["one idea"]


async def test_pairs_of_a_new_nomination_with_a_settled_group_are_asked_about_once(folder: Path) -> None:
    found(folder, alike("3", "4", 0.9), alike("4", "5", 0.8))
    verdicts(folder, Verdict("3", "5", "duplicate", "one wardrobe", NOON, "5"))
    async with sitting(folder, LARGE) as pilot:
        listed = await pairs(pilot, "settled 1 of 3")
        assert listed == [
            "? duplicate 4–5 Choir practice",
            "· with 4–5 3–4 Wardrobe",
            "= duplicate 3–5 Wardrobe",
        ]
        await pilot.press("i")
        await until(pilot, "4–5 distinct: why?")
        await typed(pilot, "no clothes")
        await until(pilot, "settled 3 of 3")
        assert "≠ by others 3–4 Wardrobe" in rows(lines(pilot))
        await pilot.press("home", "j")
        await pilot.pause()
        assert "No verdict of its own: distinct by the verdict on 4–5 · no clothes" in await details(pilot)


async def test_side_by_side_the_next_open_pair_is_a_key_away_and_the_keys_are_told(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await pairs(pilot, "? duplicate")
        await pilot.press("enter")
        await until(pilot, "3 │ 5 · suggested: duplicate")
        await until(pilot, "Suggested: duplicate, 90% alike")
        await pilot.press("question_mark")
        await until(pilot, "Go back to the list")
        await pilot.press("escape", "n")
        await until(pilot, "1 │ 2 · suggested: duplicate")
        await pilot.press("i")
        await until(pilot, "1–2 distinct: why?")
        await typed(pilot, "sea and land")
        await until(pilot, "1 │ 2 · distinct")
        await pilot.press("n")
        await until(pilot, "4 │ 6 · suggested: related")


# What is told of one


async def test_all_four_axes_are_told_also_those_on_which_nothing_was_found(tmp_path: Path) -> None:
    stored(tmp_path)
    name = Evidence("name", 1.0, "the titles are the same")
    naming = Evidence(
        "name", 1.0, "“{phrase}” stands in the title of {id}", {"phrase": "Wardrobe", "id": "5"}
    )
    owner = Evidence("owner", 1.0, "{who} is responsible in both", {"who": "Asta Holm"})
    found(tmp_path, alike("3", "5", 0.95, "same-name-same-owner", name, naming, owner))
    async with sitting(tmp_path) as pilot:
        await pairs(pilot, "Asta Holm")
        assert [line.strip() for line in lines(pilot)[-8:-2]] == [
            "Suggested: duplicate, 95% alike: the titles are alike, the owner is the same",
            "name   the titles are the same",
            "“Wardrobe” stands in the title of 5",
            "owner  Asta Holm is responsible in both",
            "text   no passage is the same word for word",
            "topic  the topics are not seen to be near",
        ]


async def test_a_long_piece_of_evidence_hangs_beside_its_axis(tmp_path: Path) -> None:
    stored(tmp_path)
    found(tmp_path, alike("3", "5", 0.9, "same-text", copied("word " * 20)))
    async with sitting(tmp_path) as pilot:
        await pairs(pilot, "stand word for word")
        first = next(n for n, line in enumerate(lines(pilot)) if "stand word for word" in line)
        assert lines(pilot)[first].startswith(" text   20 words stand word for word in both, 50 %")
        assert lines(pilot)[first + 1].startswith("        beginning “word word")


async def test_an_outdated_verdict_is_told_with_what_changed_and_renewed_by_the_same_again(
    folder: Path,
) -> None:
    verdicts(folder, Verdict("3", "5", "duplicate", "one wardrobe", LONG_AGO, "5"))
    change(folder, "5")
    async with sitting(folder, LARGE) as pilot:
        await pairs(pilot, "= duplicate ↻")
        text = await details(pilot)
        changed = f"↻ 5 changed on {day_and_month(LATER)}, after the verdict: Title, What is the purpose of"
        assert changed in text
        assert "The verdict holds; to settle the pair the same way again renews it" in text
        await pilot.press("d")
        seen = await until(pilot, "Which of the two stands for both?")
        offered = [
            line.split("│")[1].split()[0] for line in seen if "  Wardrobe · " in line and "╭" not in line
        ]
        assert offered[:1] == ["5"]
        await pilot.press("enter")
        await until(pilot, "3–5 duplicate: why?")
        await until(pilot, "one wardrobe")
        await pilot.press("enter")
        await until(pilot, "Effect:")
        assert not any("↻ 5 changed" in line for line in lines(pilot))
    (verdict,) = FolderStore(folder).round().verdicts
    assert (verdict.reason, verdict.primary) == ("one wardrobe", "5")
    assert verdict.at > LATER


async def test_an_open_pair_tells_the_settled_group_that_one_of_it_stands_in(folder: Path) -> None:
    verdicts(folder, Verdict("2", "4", "duplicate", "one path", NOON, "4"))
    async with sitting(folder) as pilot:
        await pairs(pilot, "? duplicate")
        await pilot.press("j")
        await until(pilot, "2 stands in the group of 4")
        await pilot.press("j")
        await until(pilot, "4 stands for 2")


async def test_two_that_other_verdicts_make_one_are_told_as_such(folder: Path) -> None:
    chained = (Verdict("3", "4", "duplicate", "a", NOON, "4"), Verdict("4", "5", "duplicate", "b", NOON, "4"))
    verdicts(folder, *chained)
    async with sitting(folder, LARGE) as pilot:
        listed = await pairs(pilot, "= same group")
        assert "= same group 3–5 Wardrobe" in listed
        await pilot.press("j", "j")
        told = "One by other verdicts · 4 stands for the whole group (3, 4, 5) · o takes one out"
        assert told in await details(pilot)
        await pilot.press("enter")
        await until(pilot, "3 │ 5 · one by other verdicts")


async def test_what_was_judged_twice_is_told_in_one_sentence_where_it_says_something(folder: Path) -> None:
    verdicts(folder, Verdict("1", "2", "duplicate", "one way", NOON, "1"))
    async with sitting(folder, LARGE) as pilot:
        await pairs(pilot, "= duplicate")
        await pilot.press("end")
        assert "one way" in await details(pilot)
        assert "Judged twice" not in await details(pilot)
    # Six pairs: each of three jurors' 5 on nomination 1 beside the 4 of either of the others on nomination 2.
    store = FolderStore(folder)
    for juror in ("anna", "bo", "carl"):
        store.save_ballot(ballot(juror, {"1": (5, 5), "2": (4, 4)}), store.ballot(juror).mark)
    async with sitting(folder, LARGE) as pilot:
        await pairs(pilot, "= duplicate")
        await pilot.press("end")
        told = "Judged twice: on two duplicates, two jurors lie 1.00 apart on average; on one and the same nomination, 0.00"
        assert told in await details(pilot)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_in_a_high_window_an_empty_line_stands_between_the_parts(
    folder: Path, size: tuple[int, int]
) -> None:
    async with sitting(folder, size) as pilot:
        await pairs(pilot, "? duplicate")
        seen = await until(pilot, "Suggested: duplicate")
    above = next(n for n, line in enumerate(seen) if "Suggested: duplicate" in line) - 1
    assert (seen[above].rpartition("│")[2].strip() == "") == (size == LARGE)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_long_titles_and_owners_stand_whole_where_there_is_room(
    folder: Path, size: tuple[int, int]
) -> None:
    store = FolderStore(folder)
    title, owner = "A long title " * 5 + "to its end", "The hospital of the west " * 4 + "and its ward"
    both = (
        replace(each, title=title, organisation=owner) if each.id == "3" else each
        for each in store.nominations()
    )
    store.save_nominations(Nominations(tuple(both)), ())
    found(folder, alike("3", "5"))
    async with sitting(folder, size=size) as pilot:
        await pairs(pilot, "3–5")
        seen = await until(pilot, "3  A long title")
        details = [line.rpartition("│")[2].rstrip(" ▐") for line in seen]
        told = " ".join(" ".join(details).split())
        assert (f"3 {title} {owner}" in told) == (size == LARGE)
        if size == LARGE:
            begun = next(place for place, line in enumerate(details) if line.startswith(" 3  A long"))
            assert details[begun + 1].startswith("    ")


async def test_foreign_text_in_reasons_and_evidence_does_nothing(folder: Path) -> None:
    found(folder, alike("3", "5", 0.9, "same-text", copied(HOSTILE)))
    verdicts(folder, Verdict("3", "5", "related", HOSTILE, NOON))
    async with sitting(folder) as pilot:
        await pairs(pilot, "~ related")
        seen = await until(pilot, f"beginning “{HOSTILE}”")
        assert any(f"· {HOSTILE}" in line for line in seen)
        for row in (n for n, line in enumerate(seen) if HOSTILE in line):
            await pilot.click(offset=(seen[row].index("x[/]"), row))
        assert pilot.app.is_running


async def test_another_chairs_verdict_closes_a_pair_where_it_stands(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pairs(pilot, "? duplicate")
        ChairDesk(FolderStore(folder)).settle("3", "5", "related", "two towns")
        await pilot.press("f5")
        assert rows(await until(pilot, "~ related"))[0] == "~ related 3–5 Wardrobe"


async def test_a_text_that_changed_while_it_was_read_is_shown_before_anything_is_decided(
    folder: Path,
) -> None:
    async with sitting(folder) as pilot:
        await pairs(pilot, "3–5")
        await pilot.press("enter")
        await until(pilot, "3 │ 5")
        write_answers(folder, {"3": "Quite other words"})
        screen = pilot.app.screen_stack[-2]
        assert isinstance(screen, ChairScreen)
        screen.desk.refresh()
        await pilot.press("i")
        seen = await until(pilot, "3 changed while you read")
        assert any("Quite other words" in line for line in seen)
        assert FolderStore(folder).round().verdicts == ()
        await pilot.press("i")
        await until(pilot, "3–5 distinct: why?")


async def test_side_by_side_it_is_told_what_changed_after_the_verdict(folder: Path) -> None:
    verdicts(folder, Verdict("3", "5", "related", "two rooms", LONG_AGO))
    change(folder, "5")
    async with sitting(folder, LARGE) as pilot:
        await pairs(pilot, "3–5")
        await pilot.press("enter")
        seen = await until(pilot, "3 │ 5")
        day = day_and_month(LATER)
        assert any(f"↻ 5 changed on {day}, after the verdict: " in line for line in seen)


async def test_the_effect_of_a_decision_is_told_until_something_else_is_decided(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await pairs(pilot, "3–5")
        await pilot.press("r")
        await typed(pilot, "two rooms")
        await until(pilot, "Effect:")
        ChairDesk(FolderStore(folder)).settle("1", "6", "distinct", "two houses")
        await pilot.press("f5")
        for _turn in range(50):
            await pilot.pause(0.05)
            if "Effect:" not in " ".join(lines(pilot)):
                break
        assert "Effect:" not in " ".join(lines(pilot))


async def test_the_ends_of_the_texts_are_a_key_away_and_the_passage_that_is_shown_is_marked(
    tmp_path: Path,
) -> None:
    stored(tmp_path)
    copied = "we hang coats and shoes beside the door of the ward"
    own = {id: " ".join(f"{id}word{n}." for n in range(400)) for id in ("3", "5")}
    texts = {id: f"{words}\n{copied}.\n{words}\nThe end of {id}." for id, words in own.items()}
    write_answers(tmp_path, texts)
    async with sitting(tmp_path) as pilot:
        await pairs(pilot, "the titles are the same")
        await pilot.press("enter")
        await until(pilot, "p shows where")
        await pilot.press("end")
        await until(pilot, "The end of 3.")
        await pilot.press("home")
        await until(pilot, "3  Wardrobe")
        await pilot.press("p")
        seen = await until(pilot, "passage 1 of 1")
        assert [line for line in seen if line.startswith("▸")] == [
            line for line in seen if "we hang coats" in line
        ]
        await pilot.press("pagedown")
        seen = await until(pilot, "p shows where")
        assert not any(line.startswith("▸") for line in seen)
