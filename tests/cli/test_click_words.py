import inspect
from pathlib import Path

import click
import pytest

from cli.printing import CommandLine
from nominate_tui.cli.click_words import WORDS


@pytest.mark.parametrize("words", WORDS)
def test_click_says_these_words_letter_by_letter(words: str) -> None:
    folder = Path(inspect.getfile(click)).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    assert f'"{words}"'.replace("\n", "\\n").replace("\t", "\\t") in source


def test_an_english_user_is_helped_in_english(nominate: CommandLine) -> None:
    assert nominate.done("check", "--help").lines[-1].endswith("Show this message and exit.")


def test_a_language_without_a_catalogue_is_helped_in_english(
    nominate: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fi_FI.UTF-8")
    assert nominate.done("check", "--help").out.startswith("Usage: nominate-tui check")
