"""`bundle.toml`: what lies in a bundle, each file with its digest, and which program made it from which seed."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.model.rules import Rules
from nominate_tui.notation.reader import Document, Table
from nominate_tui.notation.wording import shown
from nominate_tui.notation.writing import document, table

MANIFEST: Final = "bundle.toml"
FORMAT: Final = 1
"""The version of the bundle's form that this program writes and reads."""

_TOP: Final = ("format", "version", "round", "title", "method", "seed", "names_in", "file")
_FILE: Final = ("name", "bytes", "sha256")
_SHA256: Final = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a bundle, as it was written."""

    size: int
    """In bytes."""
    sha256: str
    """The digest of its bytes, in hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself."""

    version: str
    """Of the program that wrote it."""
    names_in: tuple[str, ...]
    """The files in which jurors stand by name."""
    files: Mapping[str, Entry]
    """By name."""


def program_version() -> str:
    """The version of this program."""
    return version("nominate-tui")


def entry_of(content: bytes) -> Entry:
    """What a manifest says of these bytes."""
    return Entry(len(content), hashlib.sha256(content).hexdigest())


def write_manifest(rules: Rules, files: Mapping[str, Entry], names_in: tuple[str, ...]) -> bytes:
    """The manifest of a bundle with these files (by name), written by this version of the program."""
    head = {
        "format": FORMAT,
        "version": program_version(),
        "round": rules.id,
        "title": rules.title,
        "method": rules.method,
        "seed": rules.seed,
        "names_in": names_in,
    }
    return document(
        table("", head),
        *(
            table("[[file]]", {"name": name, "bytes": entry.size, "sha256": entry.sha256})
            for name, entry in files.items()
        ),
    ).encode()


def read_manifest(text: bytes) -> Manifest:
    """The manifest in a file of its name.

    Raises:
        BadInput: Something in it is not as it must be; every problem has its line and key path.
    """
    read = Document(text, MANIFEST, _TOP)
    root = read.root
    _check_format(root)
    manifest = Manifest(root.needed("version", 'version = "0.1.0"'), root.lines("names_in"), _files(root))
    for key in ("round", "title", "method", "seed"):
        root.line(key)
    read.finish()
    return manifest


def _check_format(root: Table) -> None:
    number = root.whole("format", 0)
    if number != FORMAT:
        message = _("this bundle has format {number}, which this version does not know").format(number=number)
        root.problem("format", message, _("verify it with the version of the program that wrote it"))


def _files(root: Table) -> Mapping[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in root.tables("file", _FILE):
        name, sha256 = entry.needed("name", 'name = "ranking.toml"'), entry.line("sha256")
        if name in found:
            message = _("{id} stands here a second time").format(id=shown(name))
            entry.problem("name", message, _("take the bundle that was exported"))
        if not _SHA256.fullmatch(sha256):
            message = _("{value} is no SHA-256 digest").format(value=shown(sha256))
            entry.problem("sha256", message, _("take the bundle that was exported"))
        found[name] = Entry(entry.whole("bytes", 0, low=0), sha256)
    return found
