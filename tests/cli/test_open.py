"""Opening the screens from the command line, up to where the screens begin."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from cli.printing import CommandLine
from cli.watched import Terminal
from nominate_tui.cli import open as opening
from nominate_tui.tui.app import NominateApp


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What somebody at a terminal is told while the round is read; the screens end before they begin."""
    told: list[str] = []

    @contextmanager
    def waiting(label: str) -> Iterator[None]:
        told.append(label)
        yield

    monkeypatch.setattr(opening, "waiting", waiting)
    monkeypatch.setattr(opening, "sys", SimpleNamespace(stdin=Terminal(), stdout=Terminal()))
    monkeypatch.setattr(NominateApp, "run", lambda _app: None)
    return told


def in_danish(folder: Path) -> None:
    rules = folder / "scoring.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace('language = "en"', 'language = "da"'), encoding="utf-8")


def test_that_the_round_is_read_is_said_in_its_language(
    nominate: CommandLine, small: Path, said: list[str]
) -> None:
    nominate(str(small), "--chair")
    in_danish(small)
    nominate(str(small), "--chair")
    nominate(str(small), "--chair", "--language", "en")
    assert said == ["Reading the round …", "Læser runden …", "Reading the round …"]


def test_rules_that_cannot_be_read_are_told_with_all_that_is_wrong(
    nominate: CommandLine, small: Path, said: list[str]
) -> None:
    (small / "scoring.toml").write_text("[round", encoding="utf-8")
    assert nominate(str(small), "--chair").code == 1
    assert len(said) == 1
