"""What the tests of the screens share."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def of_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The user has settings of the test's own, in which nobody is remembered."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
