"""What the tests of the command line share."""

from pathlib import Path

import pytest

from cli.printing import CommandLine
from cli.small_round import small_round


@pytest.fixture(autouse=True)
def of_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The user speaks English, and has settings of the test's own."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def nominate(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The folder of the small round."""
    return small_round(tmp_path / "small")
