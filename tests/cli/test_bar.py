import time

import pytest

from cli.watched import Terminal
from nominate_tui.cli import bar as bars
from nominate_tui.cli.bar import bar, waiting


def test_nobody_who_reads_a_file_is_shown_a_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with bar("comparing") as told:
        assert told is None
    assert capsys.readouterr().err == ""


def test_somebody_at_a_terminal_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with bar("comparing") as told:
        assert told is not None
        assert terminal.getvalue() == ""
        told(0.25)
        told(0.5)
    shown = terminal.getvalue()
    assert "comparing" in shown
    assert shown.index(" 25%") < shown.index("100%")


def test_what_is_known_at_once_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with bar("comparing"):
        pass
    assert terminal.getvalue() == ""


def test_what_is_interrupted_is_never_shown_as_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)

    def interrupted() -> None:
        with bar("comparing") as told:
            assert told is not None
            told(0.25)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert " 25%" in terminal.getvalue()
    assert "100%" not in terminal.getvalue()


def test_what_takes_long_says_so_and_takes_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(bars, "_SOON", 0)
    with waiting("reading …"):
        until = time.monotonic() + 60
        while not terminal.getvalue() and time.monotonic() < until:
            time.sleep(0.001)
        assert terminal.getvalue() == "reading …"
    assert terminal.getvalue() == "reading …\r\x1b[2K"


def test_what_is_done_at_once_says_nothing_and_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(bars, "_SOON", 100_000)
    with waiting("reading …"):
        pass
    assert terminal.getvalue() == ""


def test_nobody_who_reads_a_file_is_told_to_wait(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bars, "_SOON", 0)
    with waiting("reading …"):
        time.sleep(0.05)
    assert capsys.readouterr().err == ""
