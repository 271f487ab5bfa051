"""Who is remembered, and that nothing ever fails because of it."""

import sys
from pathlib import Path

import pytest

from nominate_tui.jury.remembered import remember, remembered, settings_file


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of settings of the test's own."""
    folder = tmp_path / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    return folder


def test_nobody_is_remembered_at_first(tmp_path: Path) -> None:
    assert remembered(tmp_path) is None


def test_the_last_juror_of_a_round_is_remembered(tmp_path: Path) -> None:
    remember(tmp_path, "anna")
    remember(tmp_path, "bo")
    assert remembered(tmp_path) == "bo"


def test_each_round_has_its_own_juror(tmp_path: Path) -> None:
    remember(tmp_path / "2026", "anna")
    remember(tmp_path / "2027", "bo")
    assert (remembered(tmp_path / "2026"), remembered(tmp_path / "2027")) == ("anna", "bo")


def test_a_round_is_known_by_whatever_way_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    round = tmp_path / "round"
    round.mkdir()
    remember(round, "anna")
    monkeypatch.chdir(round)
    assert remembered(Path()) == "anna"
    assert remembered(round / ".." / "round") == "anna"


@pytest.mark.skipif(sys.platform != "linux", reason="the place is that of the system")
def test_the_settings_lie_in_the_folder_that_the_user_chose(settings: Path, tmp_path: Path) -> None:
    remember(tmp_path, "anna")
    assert settings_file() == settings / "nominate-tui" / "settings.toml"
    assert [file.name for file in settings_file().parent.iterdir()] == ["settings.toml"]


def test_other_settings_stay(tmp_path: Path) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('theme = "dark"\n', encoding="utf-8")
    remember(tmp_path, "anna")
    assert settings_file().read_text(encoding="utf-8").startswith('theme = "dark"\n')
    assert remembered(tmp_path) == "anna"


@pytest.mark.parametrize(
    "broken", ["no toml [", 'juror = "anna"', "juror = [1]", "[juror]\n'/round' = 3\n", "\udcff"]
)
def test_settings_that_cannot_be_read_remember_nobody(tmp_path: Path, broken: str) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(broken.encode("utf-8", "surrogateescape"))
    assert remembered(tmp_path) is None
    remember(tmp_path, "anna")
    assert remembered(tmp_path) == "anna"


def test_a_folder_that_cannot_be_written_stops_nobody(settings: Path, tmp_path: Path) -> None:
    settings.write_text("a file where the folder should be", encoding="utf-8")
    remember(tmp_path, "anna")
    assert remembered(tmp_path) is None


def test_a_path_that_no_text_can_hold_stops_nobody(tmp_path: Path) -> None:
    remember(tmp_path / "caf\udce9", "anna")
    assert remembered(tmp_path / "caf\udce9") is None
