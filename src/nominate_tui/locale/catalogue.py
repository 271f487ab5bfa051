"""The language the program speaks: one choice for the whole process, made by the round or by the user.

English messages are the keys, so English needs no catalogue. `tests/locale` shows that every message has
a Danish translation and that the compiled catalogue is the one of the `.po` file.
"""

import gettext
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("da", "en")
"""The languages of the interface, by their ISO 639-1 codes."""

_FOLDER = Path(__file__).parent


class _Spoken:
    """Holds the catalogue in use."""

    language: str = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak a language from now on; one that is not known is spoken as English."""
    _Spoken.language = language if language in LANGUAGES else "en"
    _Spoken.catalogue = gettext.translation(
        "nominate_tui", _FOLDER, languages=[_Spoken.language], fallback=True
    )


def language() -> str:
    """The language spoken now, as its ISO 639-1 code."""
    return _Spoken.language


def language_of_user(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the user's environment asks for, by the variables of gettext; English otherwise."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "da" if value.lower().startswith("da") else "en"
    return "en"


def _(message: str) -> str:
    """The message in the language spoken now."""
    return _Spoken.catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message in the language spoken now, in the form that the number asks for."""
    return _Spoken.catalogue.ngettext(singular, plural, count)


def later(message: str) -> str:
    """Mark a message for translation where it is written, to be translated when it is shown."""
    return message


def nlater(singular: str, plural: str) -> tuple[str, str]:
    """Mark a message that depends on a number where it is written, to be given to `counted` when it is shown."""
    return singular, plural


def counted(singular: str, plural: str, count: int) -> str:
    """A message that was marked by `nlater`, in the language spoken now."""
    return _Spoken.catalogue.ngettext(singular, plural, count)


def decimal(number: str) -> str:
    """A number written with a point (`4.13`) as the language spoken now writes it (`4,13`)."""
    return number.replace(".", ",") if _Spoken.language == "da" else number
