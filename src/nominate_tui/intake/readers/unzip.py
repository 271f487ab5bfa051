"""Opens ZIP files that strangers made, and the XML in them: Word files, workbooks and archives are such files.

What a ZIP file says of itself is not believed: a member is read only as far as it said it would go, and what
all of them say together is held against the limits before anything is unpacked.
"""

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from xml.etree import ElementTree
from xml.parsers import expat

from nominate_tui.errors import BadInput
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean_line
from nominate_tui.notation.wording import shown

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an Office file begins that is older than 2007, or that a password protects."""

_SMALL: Final = 100_000
"""Up to so many bytes, unpacked, a member may be packed as tightly as it likes: a long blank text is no bomb."""

_ENCRYPTED: Final = 0x2041
"""The flags of a member that say that it, or the directory, is encrypted (APPNOTE.TXT of PKWARE, 4.4.4)."""

_HEADER: Final = 30
"""The bytes that stand before each member, its name aside."""

_DEEPEST: Final = 150
"""How many elements of XML may stand in one another. Tables in tables of Word files come to a few tens."""

# What zipfile raises where the bytes are not what they should be.
_BROKEN = (
    zipfile.BadZipFile,
    struct.error,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    NotImplementedError,
)
_TORN = (*_BROKEN, RuntimeError, zlib.error)

# What expat raises: wrong XML, and an encoding that is none or that it cannot read.
_WRONG_XML = (expat.ExpatError, ElementTree.ParseError, ValueError, LookupError)


@dataclass(frozen=True, slots=True)
class Packed:
    """A ZIP file that keeps to the limits."""

    where: str
    """The name of the document, for problems."""
    _file: zipfile.ZipFile
    _members: dict[str, zipfile.ZipInfo]
    _joint: str

    def __contains__(self, name: str) -> bool:
        """Whether it has a member of that name."""
        return name in self._members

    def names(self) -> tuple[str, ...]:
        """The names of its members, folders too, in the order of the file. They are foreign text, and no paths."""
        return tuple(self._members)

    def place(self, name: str) -> str:
        """The address of a member, for problems: `form.docx:word/document.xml`, `archive.zip/inner.docx`."""
        return f"{self.where}{self._joint}{clean_line(name)}"

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises:
            BadInput: There is none of that name, or it is broken or not as long as it says.
        """
        info = self._members.get(name)
        if info is None:
            raise refused(self.where, _("the file has no part {name}").format(name=shown(name)), _again())
        try:
            with self._file.open(info) as member:
                data = member.read(info.file_size + 1)
        except _TORN as error:
            raise self._broken(name) from error
        if len(data) != info.file_size:
            raise self._broken(name)
        return data

    def _broken(self, name: str) -> BadInput:
        return refused(self.place(name), _("this part of the file is broken"), _again())


def packed(data: bytes, where: str, limits: Limits, joint: str = ":") -> Packed:
    """A ZIP file, after a look at its directory; nothing is unpacked yet.

    `where` is the name of the document, and `joint` what stands between it and the name of a member in addresses.

    Raises:
        BadInput: It is none, it is encrypted, it would pass a limit, or its directory is not as it must be.
    """
    if data.startswith(_OLE):
        raise _ole(where)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise _no_zip(where) from error
    members = file.infolist()
    _check_limits(members, where, limits)
    _check_directory(members, where)
    return Packed(where, file, {member.filename: member for member in members}, joint)


def xml_of(data: bytes, where: str) -> ElementTree.Element:
    """The root of an XML document; `where` is its address, as `Packed.place` gives it.

    Raises:
        BadInput: It is not well-formed, it has a document type (DTD), or its elements are nested too deep.
    """
    refuse_doctype(data, where)
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - without a document type there are no entities
    except _WRONG_XML as error:
        raise _wrong_xml(where, error) from error
    _check_depth(root, where)
    return root


def refuse_doctype(data: bytes, where: str) -> None:
    """Refuse XML that has a document type: only there can entities be declared, which fetch files or grow.

    A document type stands before the root element, so no more than that is read; by expat, as ElementTree does
    it, so that both see the same in any encoding. Office never writes one.

    Raises:
        BadInput: There is one, or what stands before the root element is not well-formed.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _on_doctype
    parser.StartElementHandler = _on_element
    try:
        parser.ParseFile(io.BytesIO(data))
    except _RootBegins:
        return
    except _HasDoctype:
        message = _("the file declares a document type (DTD), which no Office program writes")
        raise refused(where, message, _again()) from None
    except _WRONG_XML as error:
        raise _wrong_xml(where, error) from error


class _RootBegins(Exception):
    """The root element is reached."""


class _HasDoctype(Exception):
    """A document type is reached."""


def _on_element(name: str, attributes: dict[str, str]) -> None:  # noqa: ARG001 - expat gives them
    raise _RootBegins


def _on_doctype(name: str, system: str | None, public: str | None, internal: int) -> None:  # noqa: ARG001
    raise _HasDoctype


def _check_limits(members: list[zipfile.ZipInfo], where: str, limits: Limits) -> None:
    """Hold what the directory says against the limits."""
    if len(members) > limits.documents:
        message = _("the file has {count} parts, and the limit is {limit}")
        raise _over(where, message.format(count=len(members), limit=limits.documents), "documents")
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        message = _("the file would unpack to more than {limit} MB")
        raise _over(where, message.format(limit=limits.unpacked_mb), "unpacked_mb")
    for member in members:
        if member.file_size > max(_SMALL, limits.ratio * member.compress_size):
            message = _("{name} would unpack to more than {limit} times its size")
            raise _over(where, message.format(name=shown(member.filename), limit=limits.ratio), "ratio")


def _check_directory(members: list[zipfile.ZipInfo], where: str) -> None:
    """Refuse members that would not be read as others read them."""
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            message = _("the file is protected by a password")
            raise refused(where, message, _("save it without a password"))
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            message = _("{name} is packed in a way that is not read").format(name=shown(member.filename))
            raise refused(where, message, _("pack it as an ordinary ZIP file"))
    if double := _doubled(member.filename for member in members):
        raise refused(where, _("the file has {name} twice").format(name=shown(double)), _again())
    if _overlap(members):
        raise refused(where, _("parts of the file lie upon one another"), _again())


def _doubled(names: Iterable[str]) -> str | None:
    """The first name that stands twice."""
    return next((name for name, times in Counter(names).items() if times > 1), None)


def _overlap(members: list[zipfile.ZipInfo]) -> bool:
    """Whether bytes of one member belong to another too; zipfile tells so only in its newer releases."""
    in_order = sorted(members, key=lambda member: member.header_offset)
    return any(
        lower.header_offset + _HEADER + lower.compress_size > upper.header_offset
        for lower, upper in pairwise(in_order)
    )


def _check_depth(root: ElementTree.Element, where: str) -> None:
    """Refuse elements that are nested so deep that reading them would go too deep as well."""
    level = [root]
    for _depth in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return
    raise refused(where, _("its elements are nested too deep"), _again())


def _ole(where: str) -> BadInput:
    message = _("this is an Office file of the old kind (.doc, .xls), or one that a password protects")
    return refused(where, message, _("save it as .docx or .xlsx, without a password"))


def _no_zip(where: str) -> BadInput:
    message = _(
        "this is something else than its name says, or it is broken: it is no ZIP file, as .docx, .xlsx and .zip are"
    )
    return refused(where, message, _again())


def _wrong_xml(where: str, error: Exception) -> BadInput:
    """The refusal of XML, with the line where that is known."""
    line = error.lineno if isinstance(error, expat.ExpatError) else None
    if isinstance(error, ElementTree.ParseError):
        line = error.position[0]
    return refused(f"{where}:{line}" if line else where, _("the XML is not well-formed"), _again())


def _over(where: str, message: str, limit: str) -> BadInput:
    todo = _('if you trust the file, raise "{limit}" in the [intake] table of scoring.toml')
    return refused(where, message, todo.format(limit=limit))


def _again() -> str:
    return _("save the file again in the program that made it, or ask for another copy")
