import io

import pytest

from nominate_tui.cli.bar import bar


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


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
