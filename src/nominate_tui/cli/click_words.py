"""Lets click speak the language of the user: the sentences that it says itself are in our catalogue."""

import gettext
from pathlib import Path
from typing import Final

from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import later, ngettext

WORDS: Final = (
    later("Usage:"),
    later("Options"),
    later("Show the version and exit."),
    later("Show this message and exit."),
    later("%(prog)s, version %(version)s"),
    later("No such option {name!r}."),
    later("Missing argument"),
    later("Missing option"),
    later("Choose from:\n\t{choices}"),
    later("Invalid value: {message}"),
    later("Invalid value for {param_hint}: {message}"),
    later("file"),
    later("directory"),
    later("{name} {filename!r} does not exist."),
    later("{name} {filename!r} is a directory."),
    later("{name} {filename!r} is a file."),
    later("{value!r} is not a valid {number_type}."),
    later("{value} is not in the range {range}."),
    later("Option {name!r} does not take a value."),
)
"""What click says where this program uses it, letter by letter; what another version says stays English."""

COUNTED: Final = (
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 2),
    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 2),
    ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 2),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 2),
)
"""What click says in two forms; named here so that the catalogue has both."""

_DOMAIN: Final = "nominate_tui"

_NONE: Final = "messages"
"""What Python asks for where nothing else is set; there is no such catalogue of ours."""


def speak_along() -> None:
    """Give click our catalogue, so that it speaks the language of the user as the program does.

    It finds the catalogue by the environment, which asks for Danish when the program speaks it. In English it is
    given none: an environment that wishes for Danish after English would have it speak Danish alone.
    """
    gettext.bindtextdomain(_DOMAIN, Path(catalogue.__file__).parent)
    gettext.textdomain(_DOMAIN if catalogue.language() == "da" else _NONE)
