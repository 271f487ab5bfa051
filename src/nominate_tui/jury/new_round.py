"""Makes a new round: rules that a chair can change without other help, and empty folders for the rest."""

import secrets
from pathlib import Path
from string import Template
from typing import Final

from nominate_tui.errors import CannotStore, NotAllowed
from nominate_tui.jury.clock import Clock, now
from nominate_tui.locale.catalogue import LANGUAGES, _

_TEMPLATES: Final = Path(__file__).parent / "templates"
_RULES: Final = "scoring.toml"


def is_round(folder: Path) -> bool:
    """Whether a folder holds the rules of a round."""
    return (folder / _RULES).is_file()


def make_round(folder: Path, language: str, clock: Clock = now) -> Path:
    """Make a folder a round, and the folder itself where it does not exist; the answer is its rules file.

    The rules come from a commented template in the language (English for one that has none), named after the
    year, with a seed and a pseudonym key drawn at random. What else lies in the folder stays as it is.

    Raises:
        NotAllowed: The folder is a round already.
        CannotStore: The folder cannot be written.
    """
    if is_round(folder):
        raise NotAllowed(
            _("This folder is a round already"),
            str(folder),
            _("change its scoring.toml, or name another folder"),
        )
    rules = folder / _RULES
    try:
        (folder / "data" / "ballots").mkdir(parents=True, exist_ok=True)
        with rules.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_text(language, clock))
    except OSError as error:
        raise CannotStore(
            _("The round cannot be made: {reason}").format(reason=error.strerror or error),
            str(folder),
            _("check the name and your rights, or name another folder"),
        ) from error
    return rules


def _text(language: str, clock: Clock) -> str:
    known = language if language in LANGUAGES else "en"
    template = Template((_TEMPLATES / f"scoring.{known}.toml").read_text(encoding="utf-8"))
    return template.substitute(
        id=clock().year, seed=secrets.token_hex(8), pseudonym_key=secrets.token_hex(16)
    )
