"""Remembers who sat down with a round, so that the name is not asked for again on this machine.

To remember is a comfort: where the settings cannot be read or written, nothing is remembered and nothing fails.
"""

import os
from pathlib import Path
from typing import Final

import platformdirs
import tomli
import tomli_w

_SETTINGS: Final = "settings.toml"
_JURORS: Final = "juror"


def remember(round: Path, who: str) -> None:
    """Remember the id of the juror who reads the round in this folder."""
    settings = _settings()
    settings[_JURORS] = {**_jurors(settings), _key(round): who}
    try:
        _write(settings)
    except (OSError, ValueError):
        # A folder that may not be written, or a path that no text can hold: the name is asked for again.
        return


def remembered(round: Path) -> str | None:
    """The id of the juror who read the round last on this machine; `None` where nobody is remembered."""
    return _jurors(_settings()).get(_key(round))


def settings_file() -> Path:
    """Where it is kept: `settings.toml` in the folder that the system has for a program's settings."""
    return Path(platformdirs.user_config_dir("nominate-tui", appauthor=False)) / _SETTINGS


def _key(round: Path) -> str:
    return str(round.resolve())


def _settings() -> dict[str, object]:
    try:
        return dict(tomli.loads(settings_file().read_text(encoding="utf-8")))
    except (OSError, ValueError):
        # Not there yet, or no TOML: both mean that nothing is remembered.
        return {}


def _jurors(settings: dict[str, object]) -> dict[str, str]:
    jurors = settings.get(_JURORS)
    if not isinstance(jurors, dict):
        return {}
    return {str(round): who for round, who in jurors.items() if isinstance(who, str)}


def _write(settings: dict[str, object]) -> None:
    """Whole or not at all: two sessions may write at the same time."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{_SETTINGS}.{os.getpid()}")
    unfinished.write_text(tomli_w.dumps(settings), encoding="utf-8")
    unfinished.replace(file)
