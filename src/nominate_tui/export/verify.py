"""Works a result out again from its bundle alone, and says whether it holds or exactly what differs."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from nominate_tui.errors import BadInput, NotAllowed
from nominate_tui.export.basis_files import FILES as BASIS_FILES
from nominate_tui.export.basis_files import read_basis
from nominate_tui.export.bundle import RESULT_FILES, SCORES, contents, names_in
from nominate_tui.export.bundle_folder import Found, look_into, told
from nominate_tui.export.difference import Difference, compared
from nominate_tui.export.manifest import MANIFEST, Manifest, program_version, write_manifest
from nominate_tui.export.naming import names_in_table
from nominate_tui.export.outcome import Outcome
from nominate_tui.locale.catalogue import _

_WORKBOOK: Final = "result.xlsx"
_BY_VERSION: Final = ("result.html", _WORKBOOK)
"""What another version of the program may write in other words."""
_NO_ARCHIVE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""How the reader of archives says that it cannot read one."""
_END: Final = 22
"""Bytes that end an archive which has no comment."""
_ORDER: Final = tuple(dict.fromkeys((SCORES, "shortlist.toml", "ranking.toml", *RESULT_FILES, *BASIS_FILES)))
"""The files, first those that tell best what differs."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of verifying a bundle."""

    version: str
    """The version of the program that wrote it; empty where it does not say."""
    reviews: int
    """How many reviews the result was worked out from; 0 where it could not be."""
    differences: tuple[Difference, ...]
    """What does not hold."""
    notes: tuple[str, ...]
    """What should be known beside it, in sentences."""
    unknown: tuple[str, ...] = ()
    """The files that could not be worked out again: whoever changed one and its digest is not found out."""

    @property
    def holds(self) -> bool:
        """Whether nothing differs, in all that could be worked out again."""
        return not self.differences


def verify(folder: Path) -> Verification:
    """Verify the bundle in a folder, whatever lies there.

    Raises:
        CannotStore: The folder or a file in it cannot be read.
    """
    found = look_into(folder)
    version = found.manifest.version if found.manifest else ""
    outcome, problems = _worked_out(found)
    again = tuple(_again(found, outcome)) if outcome else ()
    return Verification(
        version,
        len(outcome.counted.joined.target) if outcome else 0,
        (*found.differences, *problems, *again),
        tuple(_notes(found.manifest)),
        _BY_VERSION if _by_another_version(found.manifest) else (),
    )


def _worked_out(found: Found) -> tuple[Outcome | None, tuple[Difference, ...]]:
    """The outcome of the basis in a folder, or why there is none; what is missing was told already."""
    if not set(BASIS_FILES) <= found.contents.keys():
        return None, ()
    try:
        outcome = Outcome(read_basis(found.contents))
        with np.errstate(divide="raise", invalid="raise", over="raise"):
            outcome.ranking.must_hold()
            _complete = outcome.certainty
    except BadInput as error:
        return None, tuple(told(error))
    except NotAllowed as error:
        return None, (Difference(BASIS_FILES[0], "", error.message),)
    except (ArithmeticError, ValueError, MemoryError) as error:
        # Numbers that no jury gives, such as weights with a thousand decimals, are more than arithmetic can hold.
        reason = f"{type(error).__name__}: {error}"[:200]
        message = _("the result cannot be worked out: {reason}").format(reason=reason)
        return None, (Difference(BASIS_FILES[0], "", message),)
    return outcome, ()


def _again(found: Found, outcome: Outcome) -> Iterator[Difference]:
    """What differs between the files in a folder and those that the program writes now."""
    names = names_in_table(found.contents.get(SCORES, b""), outcome)
    expected = contents(outcome, names)
    other_version = found.manifest is None or _by_another_version(found.manifest)
    language = outcome.round.rules.language
    for name in (name for name in _ORDER if name in found.contents):
        there, wanted = found.contents[name], expected[name]
        if name == _WORKBOOK:
            yield from () if other_version else _workbook(there, wanted)
        elif not other_version or name not in _BY_VERSION:
            yield from compared(name, there, wanted, language, more_allowed=other_version)
    if found.manifest and not other_version:
        # The digests were held against the files: here it is about all else that the manifest says.
        manifest = write_manifest(outcome.round.rules, found.manifest.files, names_in(names))
        yield from compared(MANIFEST, found.contents[MANIFEST], manifest, language, more_allowed=False)


def _workbook(recorded: bytes, expected: bytes) -> Iterator[Difference]:
    """What differs inside two workbooks; how they are packed may depend on the machine."""
    if recorded == expected:
        return
    wanted = _unpacked(expected)
    try:
        there = _unpacked(recorded, {name: len(content) for name, content in wanted.items()})
    except _NO_ARCHIVE as error:
        message = _("this is no workbook: {reason}").format(reason=f"{type(error).__name__}: {error}"[:200])
        yield Difference(_WORKBOOK, "", message)
        return
    if not _is_all_archive(recorded):
        yield Difference(_WORKBOOK, "", _("something stands before or after what is packed in it"))
    for name in dict.fromkeys((*wanted, *there)):
        if there.get(name) != wanted.get(name):
            yield Difference(_WORKBOOK, name, _("its bytes are not those that the program writes"))


def _is_all_archive(data: bytes) -> bool:
    """Whether an archive begins with its first file and ends with its list of contents, without a comment."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = min((info.header_offset for info in archive.infolist()), default=0)
    return first == 0 and data[-_END:].startswith(b"PK\x05\x06") and data.endswith(b"\0\0")


def _unpacked(data: bytes, largest: Mapping[str, int] | None = None) -> dict[str, bytes]:
    """The files in a workbook; of none more than one byte beyond what it should have, so that none can be a bomb."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            info.filename: archive.open(info).read(largest.get(info.filename, 0) + 1 if largest else -1)
            for info in archive.infolist()
        }


def _by_another_version(manifest: Manifest | None) -> bool:
    return manifest is not None and manifest.version != program_version()


def _notes(manifest: Manifest | None) -> Iterator[str]:
    if manifest is None:
        return
    if _by_another_version(manifest):
        told = _(
            "The bundle says that version {version} of the program wrote it, and this is {own}. What the two files say"
            " can be held against ranking.csv, or verified with that version."
        )
        yield told.format(version=manifest.version, own=program_version())
    if manifest.names_in:
        told = _("Jurors stand by name in {files}; whose names they are cannot be worked out again.")
        yield told.format(files=", ".join(manifest.names_in))
