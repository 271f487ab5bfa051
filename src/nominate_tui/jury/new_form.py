"""Begins a form file for a round, from the headings found in a document."""

import re
import unicodedata
from pathlib import Path
from typing import Final

from nominate_tui.errors import BadInput, CannotStore, NotAllowed, Problem
from nominate_tui.intake.document import Document, Sheet
from nominate_tui.intake.sandbox import Sandbox
from nominate_tui.intake.skeleton import skeleton
from nominate_tui.intake.sources import documents_in
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits

_PLAIN: Final = str.maketrans("øðþæ", "odta")
"""Letters that do not come apart into a plain one and its accent."""

_LONGEST: Final = 40
"""How many characters the name of a form made here has at most."""


def form_text(document: Path) -> str:
    """The text of a form file for documents like this one.

    Raises:
        BadInput: The document cannot be read, or nothing in it looks like a heading.
        NominateError: The process that reads foreign files cannot be started.
    """
    limits = Limits()
    sources = documents_in([document], limits)
    with Sandbox(limits) as sandbox:
        readings = [sandbox.read(file) for file in sources.files[:1]]
    reads = [read for reading in readings for read in reading.reads if isinstance(read, Document | Sheet)]
    problems = (*sources.problems, *(problem for reading in readings for problem in reading.problems))
    if not reads:
        raise BadInput(problems or [_nothing(document)])
    return skeleton(reads[0], document.stem)


def write_form(folder: Path, document: Path, text: str) -> Path:
    """Keep a form among those of a round, under the name of the document; the answer is its file.

    Raises:
        NotAllowed: The round has a form of that name.
        CannotStore: The folder cannot be written.
    """
    file = folder / "data" / "forms" / f"{_name(document.stem)}.toml"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as written:
            written.write(text)
    except FileExistsError:
        todo = _("change it by hand, or take it away first")
        raise NotAllowed(_("The round has a form of this name"), str(file), todo) from None
    except OSError as error:
        message = _("The form cannot be written: {reason}").format(reason=error.strerror or error)
        raise CannotStore(message, str(file), _("check the name and your rights")) from error
    return file


def _name(stem: str) -> str:
    """A name for a form: plain letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", stem.casefold().translate(_PLAIN))
    return (
        re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode())[:_LONGEST].strip("-") or "form"
    )


def _nothing(document: Path) -> Problem:
    message = _("there is no text from which a form could be made")
    return Problem("error", document.name, "", message, _("name a document that was filled in"))
