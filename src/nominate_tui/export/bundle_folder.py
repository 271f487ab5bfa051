"""Reads a folder that claims to be a bundle: only files of a bundle's names, none of them a link, none too large."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nominate_tui.errors import BadInput
from nominate_tui.export.bundle import FILES
from nominate_tui.export.difference import Difference
from nominate_tui.export.manifest import MANIFEST, Entry, Manifest, read_manifest
from nominate_tui.locale.catalogue import _
from nominate_tui.store.files import telling
from nominate_tui.store.regular import other_kind

_LARGEST: Final = 512 * 1024 * 1024
"""In bytes; no file of a bundle is as large."""
_BY_SYSTEMS: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What systems put into a folder when somebody looks into it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a folder."""

    manifest: Manifest | None
    """`None` where there is none that can be read; then it is told in the differences."""
    contents: Mapping[str, bytes]
    """By name the files that could be read, the manifest among them."""
    differences: tuple[Difference, ...]
    """What the manifest alone tells: files that are missing, changed, or not in it."""


def look_into(folder: Path) -> Found:
    """Read the files of a bundle and hold them against its manifest.

    Raises:
        CannotStore: The folder or a file in it cannot be read.
    """
    contents: dict[str, bytes] = {}
    differences: list[Difference] = []
    with telling(folder):
        names = sorted(path.name for path in folder.iterdir())
    for name in (name for name in names if name in FILES):
        refused = _refused(folder / name)
        if refused:
            differences.append(Difference(name, "", refused))
        else:
            with telling(folder / name):
                contents[name] = (folder / name).read_bytes()
    manifest = _manifest(contents, differences)
    return Found(manifest, contents, (*differences, *_against(manifest, contents, names, differences)))


def _refused(path: Path) -> str:
    """Why a file of a bundle's name is not read; empty where it is."""
    with telling(path):
        if path.is_symlink():
            return _("this is a symbolic link and no file")
        kind = other_kind(path)
        if kind:
            return _("this is {kind} and no file").format(kind=kind)
        return _("this file is too large for a bundle") if path.stat().st_size > _LARGEST else ""


def _manifest(contents: Mapping[str, bytes], differences: list[Difference]) -> Manifest | None:
    """The manifest; what is wrong with it is added to the differences."""
    if MANIFEST not in contents:
        if not any(each.file == MANIFEST for each in differences):
            differences.append(Difference(MANIFEST, "", _("the file is missing")))
        return None
    try:
        return read_manifest(contents[MANIFEST])
    except BadInput as error:
        differences += told(error)
        return None


def told(error: BadInput) -> Iterator[Difference]:
    """The problems of files that cannot be read, as differences."""
    for problem in error.problems:
        file, _colon, line = problem.where.partition(":")
        place = ", ".join(
            part for part in (_("line {n}").format(n=line) if line else "", problem.field) if part
        )
        yield Difference(file, place, problem.message)


def _against(
    manifest: Manifest | None, contents: Mapping[str, bytes], names: list[str], known: list[Difference]
) -> Iterator[Difference]:
    """What does not agree with the manifest."""
    refused = {each.file for each in known}
    for name in names:
        if name not in FILES and name not in _BY_SYSTEMS:
            yield Difference(name, "", _("this does not belong to the bundle"))
    for name in FILES:
        if name not in contents and name not in refused:
            yield Difference(name, "", _("the file is missing"))
    if manifest:
        yield from _digests(manifest, contents)


def _digests(manifest: Manifest, contents: Mapping[str, bytes]) -> Iterator[Difference]:
    for name in manifest.files:
        if name not in FILES or name == MANIFEST:
            yield Difference(MANIFEST, f"file {name}", _("no file of a bundle has this name"))
    for name in (name for name in contents if name != MANIFEST):
        entry = manifest.files.get(name)
        if entry is None:
            yield Difference(MANIFEST, f"file {name}", _("the digest of this file is missing"))
        elif not _is(contents[name], entry):
            digest = hashlib.sha256(contents[name]).hexdigest()
            message = _("the file was changed after it was exported (SHA-256)")
            yield Difference(name, "", message, digest, entry.sha256)


def _is(content: bytes, entry: Entry) -> bool:
    return len(content) == entry.size and hashlib.sha256(content).hexdigest() == entry.sha256
