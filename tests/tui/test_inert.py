"""Foreign text does nothing, wherever it is shown: it is seen as it is written, or as a visible sign.

Foreign is whatever comes out of a file: title, organisation, answers, questions, names of jurors and criteria,
anchors, reasons, comments, notes.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from textual.pilot import Pilot

from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.figures import Figures
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.notation.ballot import write_ballot
from nominate_tui.notation.clean import clean
from nominate_tui.notation.nominations import write_nominations
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import CHAIR, NominateApp
from tui.hosting import rows
from tui.seated import LARGE, part_with, seated
from tui.seen import until
from tui.terminal import Terminal, opened

MARKUP: Final = "[@click=app.quit]x[/] [ @click=app.quit]y[/] [/] [sic] [b]z"
CONTROL: Final = "\x1b]0;EVIL\x07 \x1b[31mEVIL\x1b[0m \x1b[2J \x9b31mEVIL \u202eEVIL\u202c a\x08b"
SHOWN: Final = "␛]0;EVIL␇ ␛[31mEVIL␛[0m ␛[2J ⟨9B⟩31mEVIL ⟨RLO⟩EVIL⟨PDF⟩ a␈b"
NOON: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)

ANSWERS: Final = ("purpose", "innovation")


def hostile(folder: Path, text: str) -> Path:
    """A round in which every text that a file can hold begins with a text."""
    (folder / "data" / "ballots").mkdir(parents=True)
    (folder / "scoring.toml").write_text(_rules(text), encoding="utf-8")
    label = text if text == MARKUP else "line"  # the name of a line with anything else in it is refused
    judged = [
        Nomination(
            id,
            f"{text} {id}",
            text,
            text,
            text,
            {"purpose": f"{text} {id}", "innovation": text},
            facts={"proposed_by": text},
            tables={"economy": Figures(text, (text,), {label: (None,)})},
            choices={"financing": {label: text}},
            shared={"introduction": text},
            changes=(Change(NOON + timedelta(hours=1), (text, "facts.proposed_by")),),
        )
        for id in ("1", "2")
    ]
    questions = dict.fromkeys(("purpose", "proposed_by", "economy", "financing", "introduction"), text)
    nominations = Nominations(tuple(judged), questions)
    (folder / "data" / "nominations.toml").write_text(write_nominations(nominations), encoding="utf-8")
    for juror in ("anna", "bo"):
        (folder / "data" / "ballots" / f"{juror}.toml").write_text(
            write_ballot(_ballot(juror, text)), encoding="utf-8"
        )
    return folder


def _rules(text: str) -> str:
    return f"""\
[round]
id = "2026"
title = "{text}"
language = "en"
[[criterion]]
id = "innovation"
label = {{ en = "{text}" }}
answers = ["innovation"]
[criterion.anchors.en]
1 = "{text}"
5 = "{text}"
[[juror]]
id = "anna"
name = "{text}"
[[juror]]
id = "bo"
name = "Bo {text}"
"""


def _ballot(juror: str, text: str) -> Ballot:
    scored = Review("1", {"innovation": 4}, comment=text, note=text, flagged=True, changed=NOON)
    out = Review("2", {}, comment=text, conflict=Conflict("other", text), changed=NOON)
    return Ballot("2026", juror, {"1": scored, "2": out})


# Markup is no markup


async def look_for_links(pilot: Pilot[None]) -> None:
    """Click on every cell of what would be a link, and on every line that has one."""
    for y, row in enumerate(rows(pilot)):
        for sign in ("x[/]", "y[/]"):
            if sign in row:
                await pilot.click(offset=(row.index(sign), y))
    await pilot.pause()
    assert pilot.app.is_running


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A round full of markup."""
    return hostile(tmp_path / "round", MARKUP)


async def test_markup_in_list_text_scores_and_head_is_shown_as_it_is(marked: Path) -> None:
    async with seated(marked, LARGE) as pilot:
        await pilot.press("home")
        assert rows(pilot)[0].startswith(f" {MARKUP[:20]}")
        await part_with(pilot, "#list", "1 [@click=app.quit]")
        await part_with(pilot, "#reader", MARKUP[:50])
        await part_with(pilot, "#scores", "[@click=app.quit]x[/]")
        await look_for_links(pilot)


async def test_markup_in_a_reason_a_comment_and_a_note_is_shown_as_it_is(marked: Path) -> None:
    async with seated(marked, LARGE) as pilot:
        await pilot.press("j")
        await part_with(pilot, "#reader", "× conflict of interest: [@click=app.quit]x[/]")
        await look_for_links(pilot)
        await pilot.press("k", "home")
        await part_with(pilot, "#reader", "1 [@click=app.quit]x[/]")
        for key in ("c", "p"):
            await pilot.press(key)
            await until(pilot, "Esc")
            await until(pilot, MARKUP[:40])
            await pilot.press("escape")
            await part_with(pilot, "#reader", "1 [@click=app.quit]x[/]")


async def test_markup_in_the_ballot_beside_one_another_and_in_a_search_is_shown_as_it_is(
    marked: Path,
) -> None:
    async with seated(marked, LARGE) as pilot:
        await pilot.press("b")
        await until(pilot, "Your ballot")
        await until(pilot, "1 [@click=app.quit]x[/]")
        await pilot.press("escape")
        await until(pilot, "2 (d: look)")
        await pilot.press("d")
        await until(pilot, "Space reads on")
        await until(pilot, "2  [@click=app.quit]x[/]")
        await look_for_links(pilot)
        await pilot.press("escape")
        await part_with(pilot, "#scores", "[4]")
        await pilot.press("slash", *"[/]")
        await until(pilot, "2 found")
        await part_with(pilot, "#reader", MARKUP[:50])
        await pilot.press("escape")


async def test_markup_in_the_names_of_the_jury_is_shown_as_it_is(marked: Path) -> None:
    app = NominateApp(FolderStore(marked), marked)
    async with app.run_test(size=LARGE) as pilot:
        seen = await until(pilot, "Bo [@click=app.quit]x[/]")
        assert sum(MARKUP[:40] in row for row in seen) == 3  # the award, and both jurors
        assert app.is_running


async def test_markup_is_shown_as_it_is_in_what_is_refused(marked: Path) -> None:
    async with seated(marked, LARGE) as pilot:
        await pilot.press("j", "4")
        await until(pilot, "You declared a conflict")
        assert pilot.app.is_running


@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
async def test_markup_in_the_views_of_the_chair_is_shown_as_it_is(marked: Path, key: str) -> None:
    app = NominateApp(FolderStore(marked), marked, CHAIR)
    async with app.run_test(size=LARGE) as pilot:
        await until(pilot, "ballots confirmed")
        await pilot.press(key)
        await until(pilot, f"[ {key} ")
        assert rows(pilot)[0].startswith(f" Chair · {MARKUP[:20]}")
        await look_for_links(pilot)


async def test_two_side_by_side_at_the_chairs_desk_are_shown_as_they_are(marked: Path) -> None:
    app = NominateApp(FolderStore(marked), marked, CHAIR)
    async with app.run_test(size=LARGE) as pilot:
        await until(pilot, "ballots confirmed")
        await pilot.press("2")
        await until(pilot, "1–2")
        await pilot.press("enter")
        await until(pilot, "2  [@click=app.quit]x[/]")
        await look_for_links(pilot)


# No control character reaches the terminal


@pytest.fixture
def controlled(tmp_path: Path) -> Path:
    """A round full of control characters, written by another program than ours."""
    folder = hostile(tmp_path / "round", "MARK")
    toml = "".join(letter if " " <= letter <= "~" else f"\\u{ord(letter):04x}" for letter in CONTROL)
    for file in (folder / "scoring.toml", *(folder / "data").rglob("*.toml")):
        file.write_text(file.read_text(encoding="utf-8").replace("MARK", toml), encoding="utf-8")
    return folder


@pytest.fixture
def desk(controlled: Path, tmp_path: Path) -> Iterator[Terminal]:
    """Anna's desk at that round, in a terminal."""
    with opened(controlled, "--as", "anna", home=tmp_path, size=(160, 48)) as terminal:
        terminal.wait_for("all saved")
        yield terminal


def assert_inert(terminal: Terminal) -> None:
    """Nothing that the round holds was obeyed by the terminal, and it was seen."""
    for evil in ("\x1b]0;EVIL", "\x1b[31mEVIL", "\x9b", "\u202e", "\u202c", "EVIL\x07", "a\x08"):
        assert evil.encode() not in terminal.raw
    # The program clears the screen itself when it begins and ends; the text must not.
    assert b"\x1b[2J a" not in terminal.raw
    assert "␛]0;EVIL␇ ␛[31mEVIL" in terminal.text


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_no_control_character_of_the_text_reaches_the_terminal_at_the_jurors_desk(desk: Terminal) -> None:
    desk.press("j", "× conflict of interest: ␛]0;EVIL")
    desk.press("k", "2 (d: look)")
    desk.press("b", "Your ballot")
    desk.press("q", "≈")
    desk.press("d", "Space reads on")
    desk.press("q", "≈")
    desk.press("c", "␛]0;EVIL")
    desk.press("\x1b", "≈")
    desk.press("/", "Enter keeps")
    desk.press("evil", "2 found")
    desk.press("\x1b", "≈")
    desk.press("u", "Nothing to undo")
    desk.type("q")
    assert desk.ended() == 0
    assert_inert(desk)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_no_control_character_reaches_the_terminal_where_one_chooses_who_one_is(
    controlled: Path, tmp_path: Path
) -> None:
    with opened(controlled, home=tmp_path) as terminal:
        terminal.wait_for("Bo ␛]0;EVIL")
        terminal.type("q")
        assert terminal.ended() == 0
        assert_inert(terminal)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_no_control_character_reaches_the_terminal_at_the_chairs_desk(
    controlled: Path, tmp_path: Path
) -> None:
    with opened(controlled, "--chair", home=tmp_path, size=(160, 48)) as terminal:
        terminal.wait_for("ballots confirmed")
        terminal.press("2", "nearly the same")
        terminal.press("\r", "Enter goes back")
        terminal.press("q", "[ 2 ")
        terminal.press("3", "[ 3 ")
        terminal.press("4", "[ 4 ")
        terminal.press("1", "[ 1 ")
        terminal.press("x", "Who is out for 1?")
        terminal.press("q", "[ 1 ")
        terminal.type("q")
        assert terminal.ended() == 0
        assert_inert(terminal)


async def test_control_characters_are_seen_as_signs(controlled: Path) -> None:
    async with seated(controlled, LARGE) as pilot:
        await part_with(pilot, "#reader", SHOWN)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_what_a_juror_pastes_is_inert_too(tmp_path: Path) -> None:
    folder = hostile(tmp_path / "round", "harmless")
    with opened(folder, "--as", "bo", home=tmp_path, size=(160, 48)) as terminal:
        terminal.wait_for("all saved")
        terminal.press("c", "Comment for the chair")
        terminal.press("\x1b[200~\x1b]0;EVIL\x07 pasted\x1b[201~", "pasted")
        terminal.press("\x1b", "finished")
        terminal.press("c", "pasted")
        terminal.press("\x1b", "finished")
        terminal.type("q")
        assert terminal.ended() == 0
        assert b"\x1b]0;EVIL" not in terminal.raw
    comment = FolderStore(folder).ballot("bo").ballot.review("1").comment
    assert comment.endswith(" pasted")
    assert comment.isprintable()


def test_the_signs_are_what_cleaning_makes_of_the_characters() -> None:
    assert (clean(CONTROL), clean(MARKUP)) == (SHOWN, MARKUP)
