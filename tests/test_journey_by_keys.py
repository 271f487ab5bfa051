"""From documents to the shortlist with keys, as jurors and the chair press them: the same bytes as by commands.

The round and its result, worked out by hand, are those of `test_journey.py`.
"""

import re
from pathlib import Path
from typing import Final

import pytest

from cli.printing import CommandLine
from nominate_tui.export.bundle import FILES
from nominate_tui.jury.secretariat import Secretariat, read_documents
from nominate_tui.locale import catalogue
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import CHAIR, NominateApp
from test_journey import REASON, SCORES, documents, score_table
from tui.seated import SMALL, seated
from tui.seen import quickly, typed, until

_MOMENT: Final = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture(autouse=True)
def of_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A user who speaks English and is remembered nowhere."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))


@pytest.fixture
def nominate(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


def new_round(nominate: CommandLine, folder: Path) -> Path:
    """An empty round with room for two on its shortlist."""
    nominate.done("new", folder, "--language", "da")
    rules = folder / "scoring.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("shortlist = 5 ", "shortlist = 2 "), encoding="utf-8")
    return folder


def same_round(round: Path, folder: Path) -> Path:
    """Another empty round with the same rules, and so with the same pseudonyms."""
    folder.mkdir()
    (folder / "scoring.toml").write_bytes((round / "scoring.toml").read_bytes())
    return folder


def by_commands(nominate: CommandLine, folder: Path, papers: Path) -> dict[str, bytes]:
    """The result, by plain commands."""
    new_round(nominate, folder)
    nominate.done("intake", *documents(papers), "--round", folder)
    nominate.done("collect", score_table(papers), "--round", folder)
    nominate.done("settle", 1, 3, "duplicate", *REASON, "--round", folder)
    nominate.done("decide", 2, 1, "--reason", "Den yngste", "--round", folder)
    nominate.done("lock", folder)
    nominate.done("export", folder, "--to", folder / "result")
    return written(folder / "result")


def written(folder: Path) -> dict[str, bytes]:
    """The files of a result, without the moments at which something was decided.

    Two files are left out, since nothing but such a moment makes them others: the digests, and the packed workbook.
    """
    return {
        path.name: _MOMENT.sub(b"(then)", path.read_bytes())
        for path in folder.iterdir()
        if path.name not in ("bundle.toml", "result.xlsx")
    }


async def score_by_keys(folder: Path, juror: str) -> None:
    """One juror's evening: every score is one key, an empty one is passed over with Tab."""
    async with seated(folder, juror=juror) as pilot:
        for given in SCORES[juror].values():
            await quickly(pilot, *("tab" if score == " " else score for score in given), "j")
        await pilot.press("q")


async def decide_by_keys(folder: Path) -> None:
    """The chair's evening: the duplicate, the tie, the lock, the result."""
    app = NominateApp(FolderStore(folder), folder, CHAIR)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await until(pilot, "ballots confirmed")
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        await pilot.press("d")
        await until(pilot, "Which of the two stands for both?")
        await pilot.press("enter")
        await until(pilot, "1–3 duplicate: why?")
        await typed(pilot, REASON[1])
        await until(pilot, "= duplicate")
        await pilot.press("3")
        await until(pilot, "3=")
        await pilot.press("j", "j", "t")
        await until(pilot, "Which of them comes first?")
        await pilot.press("down", "enter")
        await until(pilot, "2 > 1: why?")
        await typed(pilot, "Den yngste")
        await until(pilot, "the chair")
        await pilot.press("L")
        await until(pilot, "Lock the round?")
        await pilot.press("down", "enter")
        await until(pilot, "locked · ")
        await pilot.press("e")
        await until(pilot, "Write the result into which folder?")
        await pilot.press("enter")
        await until(pilot, "Under pseudonyms: J1, J2")
        await pilot.press("enter")
        await until(pilot, "Written to")
        await pilot.press("q")


async def test_keys_and_commands_lead_to_the_same_bytes(nominate: CommandLine, tmp_path: Path) -> None:
    expected = by_commands(nominate, tmp_path / "commands", tmp_path)
    folder = same_round(tmp_path / "commands", tmp_path / "keys")
    Secretariat(FolderStore(folder)).take_in(read_documents(documents(tmp_path), folder))
    catalogue.use("en")  # the commands above spoke the language of the round
    for juror in SCORES:
        await score_by_keys(folder, juror)
    await decide_by_keys(folder)
    assert sorted((*expected, "bundle.toml", "result.xlsx")) == sorted(FILES)
    assert written(folder / "result") == expected
