"""Brings the Danish catalogue up to date with the messages in the code, and compiles it.

Run `.venv/bin/python tests/refresh_danish.py` after a change of words. It names the messages that wait for their Danish.
Neither file tells when or by what it was made, and no message carries a line number: the same words give the same
bytes.
"""

import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE: Final = Path(__file__).parents[1] / "src" / "nominate_tui"
"""Where the messages are written."""

PO: Final = SOURCE / "locale" / "da" / "LC_MESSAGES" / "nominate_tui.po"
"""The Danish, to be written by hand."""

MO: Final = PO.with_suffix(".mo")
"""What the program reads: the `.po` file, compiled."""

_MARKS: Final[Mapping[str, tuple[int, ...] | None]] = {
    "_": None,
    "later": None,
    "ngettext": (1, 2),
    "nlater": (1, 2),
}
"""The functions that mark a message, and which of their arguments are messages."""

_WORTH_A_HEADER: Final = (
    "Language",
    "Plural-Forms",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)
"""The other headers tell when and by whom a catalogue was made, which the history of the file tells better."""

_COMMENT: Final = """\
# The Danish of nominate-tui. After a change of words in the code, `tests/refresh_danish.py`
# brings it up to date; by hand only the Danish is written. A juror is "du", those who run the
# round are "I". The words are those of `scoring.toml`: indstilling, jurymedlem, vurdering,
# stemmeseddel, point, inhabil, dublet, beslægtet, votering; never "nomineret"."""


class Undated(Catalog):
    """A catalogue whose header has only what a reader of catalogues needs."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header, without dates and names."""
        return [(name, text) for name, text in self._get_mime_headers() if name in _WORTH_A_HEADER]


def messages(catalog: Catalog) -> Iterator[Message]:
    """The messages of a catalogue, without the header that it begins with."""
    return (message for message in catalog if message.id)


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The forms of a message or of its translation: one, or one for each grammatical number."""
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def extracted() -> Catalog:
    """Every message that the code marks, untranslated, with the files it stands in.

    They are in the order of the files by name, and in a file in the order they are written.
    """
    catalog = _empty()
    found = extract_from_dir(SOURCE, keywords=_MARKS)
    for file, _line, message, _comments, _context in sorted(found, key=lambda each: each[:2]):
        catalog.add(message, locations=[(Path(file).as_posix(), 0)])
    return catalog


def written() -> Catalog:
    """What the `.po` file holds; nothing where there is none yet."""
    if not PO.exists():
        return _empty()
    with PO.open("rb") as file:
        return read_po(file, locale="da")


def refreshed() -> Catalog:
    """The messages of the code with their Danish, as far as it is written; what the code has no more is left out."""
    catalog, before = extracted(), written()
    for message in messages(catalog):
        known = before.get(message.id)
        if known and len(forms(known.id)) == len(forms(message.id)):
            message.string = known.string
            message.user_comments = known.user_comments
            message.flags |= known.flags & {"fuzzy"}
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """A catalogue as text."""
    file = io.BytesIO()
    write_po(file, catalog, width=100, include_lineno=False)
    return file.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """A catalogue compiled."""
    undated = _empty()
    for message in messages(catalog):
        undated.add(message.id, message.string)
    file = io.BytesIO()
    write_mo(file, undated)
    return file.getvalue()


def main() -> int:
    """Write both files; the answer is 1 while some messages have no Danish."""
    catalog = refreshed()
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(as_po(catalog))
    MO.write_bytes(as_mo(catalog))
    waiting = [message for message in messages(catalog) if not all(forms(message.string))]
    sys.stdout.writelines(f"no Danish yet: {forms(message.id)[0]}\n" for message in waiting)
    return int(bool(waiting))


def _empty() -> Catalog:
    return Undated(locale="da", header_comment=_COMMENT, fuzzy=False)


if __name__ == "__main__":
    sys.exit(main())
