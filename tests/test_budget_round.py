"""The round of docs/budget-round.md: its rules are good, and a jury can judge the real proposals by them."""

import re
from pathlib import Path

import pytest

from cli.printing import CommandLine
from nominate_tui.notation.rules import read_rules

DOCUMENT = Path(__file__).parents[1] / "docs" / "budget-round.md"


def rules() -> str:
    """The scoring.toml that the document shows."""
    shown: list[str] = re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    return shown[0]


@pytest.fixture
def nominate(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line of a user who speaks English."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return CommandLine(capsys)


def test_the_rules_are_as_they_must_be() -> None:
    read = read_rules(rules(), "scoring.toml")
    assert [criterion.id for criterion in read.criteria] == ["need", "effect", "feasibility", "economy"]


@pytest.mark.shared
def test_real_proposals_are_judged_and_ranked(nominate: CommandLine, shared: Path, tmp_path: Path) -> None:
    (tmp_path / "scoring.toml").write_text(rules(), encoding="utf-8")
    proposals = [next((shared / "seeds").glob(f"{number}_*")) for number in ("000", "002", "003", "004")]
    told = nominate("intake", *proposals, "--round", tmp_path, "--format", "json")
    assert (told.code, told.json["written"], len(told.json["new"])) == (0, True, 13)
    for juror in ("udvalg-1", "udvalg-2", "udvalg-3"):
        for id, value in (("1", 5), ("A.1", 3), ("C.1", 4)):
            scores = [f"{criterion}={value}" for criterion in ("need", "effect", "feasibility", "economy")]
            assert nominate("score", id, *scores, "--as", juror, "--round", tmp_path).code == 0
    ranking = nominate("ranking", tmp_path, "--format", "json").json["ranking"]
    assert [(one["nomination"], one["overall"]) for one in ranking[:3]] == [
        ("1", "5.00"),
        ("C.1", "4.00"),
        ("A.1", "3.00"),
    ]
