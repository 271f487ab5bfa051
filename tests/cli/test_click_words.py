import inspect
from pathlib import Path

import click
import pytest

from cli.printing import CommandLine
from cli.small_round import with_danish
from nominate_tui.cli.click_words import COUNTED, WORDS


@pytest.mark.parametrize("words", [*WORDS, *COUNTED])
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


def test_a_danish_user_is_helped_in_danish(nominate: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    told = nominate.done("--help").lines
    assert told[0].startswith("Brug: nominate-tui [ROUND]")
    assert told[told.index("Tilvalg:") + 1 :][:2] == [
        "  --version   Vis versionen, og slut.",
        "  -h, --help  Vis denne hjælp, og slut.",
    ]


def test_a_danish_user_is_told_in_danish_what_is_wrong_with_a_command(
    nominate: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    told = [
        nominate(*command.split()).err.partition(" → ")[0]
        for command in ("ranking --shortlist 0", "ranking --shortlist x", "ranking --format y", "show")
    ]
    assert told == [
        "fejl: '--shortlist': 0 ligger uden for det tilladte: x>=1.",
        "fejl: '--shortlist': 'x' er ikke et helt tal.",
        "fejl: '--format': 'y' er ikke en af disse: 'table', 'json', 'csv'.",
        "fejl: Her mangler 'NOMINATION'.",
    ]


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        (
            {"LANG": "en_GB.UTF-8"},
            "error: Invalid value for '--shortlist': 0 is not in the range x>=1. → see",
        ),
        (
            {"LANG": "en_GB.UTF-8", "LANGUAGE": "da"},
            "fejl: '--shortlist': 0 ligger uden for det tilladte: x>=1. → se",
        ),
        (
            {"LANG": "da_DK.UTF-8", "LANGUAGE": "en:da"},
            "error: Invalid value for '--shortlist': 0 is not in the range",
        ),
    ],
)
def test_click_and_the_program_speak_one_language(
    nominate: CommandLine, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], told: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert nominate("ranking", "--shortlist", "0").err[: len(told)] == told


def test_a_name_that_the_round_does_not_have_is_told_in_its_language_alone(
    nominate: CommandLine, small: Path
) -> None:
    printed = nominate("show", 99, with_danish(small))
    assert (
        printed.err == "fejl: der er ingen indstilling 99; der er: 1, 2, 3, 4 → se nominate-tui show --help\n"
    )
