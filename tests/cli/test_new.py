from pathlib import Path

import pytest

from cli.printing import CommandLine


def test_a_new_round_is_made_and_the_next_step_is_told(nominate: CommandLine, tmp_path: Path) -> None:
    printed = nominate.done("new", tmp_path / "prize")
    assert printed.lines == [
        f"A new round is made. Its rules: {tmp_path}/prize/scoring.toml",
        "Change them as you like: award, criteria, jurors, quorum, shortlist.",
        f"Then take in the documents: nominate-tui intake DOCUMENT --round {tmp_path}/prize",
    ]
    assert nominate.done("check", tmp_path / "prize").lines == ["There are no problems."]


@pytest.mark.parametrize(("asked", "language"), [([], "en"), (["--language", "da"], "da")])
def test_its_language_is_the_users_or_the_one_asked_for(
    nominate: CommandLine, tmp_path: Path, asked: list[str], language: str
) -> None:
    nominate.done("new", tmp_path / "prize", *asked)
    assert f'language = "{language}"' in (tmp_path / "prize" / "scoring.toml").read_text(encoding="utf-8")


def test_a_round_is_not_made_anew(nominate: CommandLine, small: Path) -> None:
    before = (small / "scoring.toml").read_bytes()
    printed = nominate("new", small)
    assert (printed.code, printed.out) == (1, "")
    assert printed.err == (
        f"error: {small}: This folder is a round already → change its scoring.toml, or name another folder\n"
    )
    assert (small / "scoring.toml").read_bytes() == before
