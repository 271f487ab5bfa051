from pathlib import Path

import pytest

from cli.documents import document, entry
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


def test_a_form_is_begun_from_a_document(nominate: CommandLine, tmp_path: Path) -> None:
    filled_in = document(tmp_path / "Ærens skema.txt", [entry(1, "Klædeskabet"), entry(2, "Natcaféen")])
    printed = nominate.done("new", tmp_path / "prize", "--from", filled_in)
    form = tmp_path / "prize" / "data" / "forms" / "arens-skema.toml"
    assert f"A form is begun. Finish it by hand: {form}" in printed.lines
    told = nominate(
        "intake", filled_in, "--round", tmp_path / "prize", "--form", "arens-skema", "--format", "json"
    )
    assert (told.code, told.json["new"]) == (0, ["1", "2"])


def test_a_form_is_begun_in_a_round_that_is_there_but_none_is_overwritten(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    filled_in = document(tmp_path / "two.txt", [entry(1, "Klædeskabet"), entry(2, "Natcaféen")])
    before = (small / "scoring.toml").read_bytes()
    assert nominate("new", small, "--from", filled_in).code == 0
    printed = nominate("new", small, "--from", filled_in)
    assert (printed.code, "The round has a form of this name" in printed.err) == (1, True)
    assert (small / "scoring.toml").read_bytes() == before


def test_a_document_that_cannot_be_read_makes_no_round(nominate: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG")
    assert nominate("new", tmp_path / "prize", "--from", tmp_path / "a.txt").code == 1
    assert not (tmp_path / "prize").exists()


def test_a_document_without_headings_makes_no_form(nominate: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kære alle, det går godt.", encoding="utf-8")
    assert nominate("new", tmp_path / "prize", "--from", tmp_path / "a.txt").code == 1
