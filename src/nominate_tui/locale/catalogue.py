"""The language the program speaks: one choice for the whole process, made by the round or by the user; a result has its own.

English messages are the keys, so English needs no catalogue. `tests/locale` shows that every message has
a Danish translation and that the compiled catalogue is the one of the `.po` file.
"""

import gettext
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("da", "en")
"""The languages of the interface, by their ISO 639-1 codes."""

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A language, and its catalogue."""

    language: str = "en"
    catalogue: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)


_everywhere = [_Spoken()]
"""What the program speaks: one entry, for the whole process."""
_here: Final[ContextVar[_Spoken | None]] = ContextVar("spoken here", default=None)
"""What is spoken in this thread or task alone, where that is something else."""


def use(language: str) -> None:
    """Speak a language from now on; one that is not known is spoken as English."""
    _everywhere[0] = _speaker(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while, in this thread or task alone: a result has its own language, whatever a screen speaks."""
    before = _here.set(_speaker(language))
    try:
        yield
    finally:
        _here.reset(before)


def language() -> str:
    """The language spoken now, as its ISO 639-1 code."""
    return _spoken().language


def _speaker(language: str) -> _Spoken:
    known = language if language in LANGUAGES else "en"
    return _Spoken(known, gettext.translation("nominate_tui", _FOLDER, languages=[known], fallback=True))


def _spoken() -> _Spoken:
    return _here.get() or _everywhere[0]


def language_of_user(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the user's environment asks for, by the variables of gettext; English otherwise."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "da" if value.lower().startswith("da") else "en"
    return "en"


def _(message: str) -> str:
    """The message in the language spoken now."""
    return _spoken().catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message in the language spoken now, in the form that the number asks for."""
    return _spoken().catalogue.ngettext(singular, plural, count)


def later(message: str) -> str:
    """Mark a message for translation where it is written, to be translated when it is shown."""
    return message


def nlater(singular: str, plural: str) -> tuple[str, str]:
    """Mark a message that depends on a number where it is written, to be given to `counted` when it is shown."""
    return singular, plural


def counted(singular: str, plural: str, count: int) -> str:
    """A message that was marked by `nlater`, in the language spoken now."""
    return _spoken().catalogue.ngettext(singular, plural, count)


def decimal(number: str) -> str:
    """A number written with a point (`4.13`) as the language spoken now writes it (`4,13`)."""
    return number.replace(".", ",") if _spoken().language == "da" else number
