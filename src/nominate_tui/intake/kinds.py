"""Finds out what a file is, by how it begins and then by its name, and hands it to the reader of that format."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final, Literal

from nominate_tui.errors import Problem
from nominate_tui.intake.document import Read
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.limits import Limits

Readable = Literal["text", "pdf", "docx", "xlsx", "delimited", "json", "toml"]
"""The formats that have a reader."""

Format = Readable | Literal["zip"]
"""The same, and archives of documents: their members are read."""

Reader = Callable[[str, bytes, Limits], tuple[Read, ...]]
"""Reads the bytes of a document of that name, within limits; raises `BadInput` where it cannot."""

_BY_EXTENSION: Final[Mapping[str, Format]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xltx": "xlsx",
    ".csv": "delimited",
    ".tsv": "delimited",
    ".json": "json",
    ".toml": "toml",
    ".zip": "zip",
}
"""What a name promises by its end."""

_TOLD: Final[Mapping[Format, str]] = {
    "text": later("plain text"),
    "pdf": later("a PDF document"),
    "docx": later("a Word document"),
    "xlsx": later("a spreadsheet"),
    "delimited": later("a table as text (CSV)"),
    "json": later("a JSON file"),
    "toml": later("a TOML file"),
    "zip": later("an archive"),
}

_OTHER_FORM: Final = later("take in its text as a PDF, a Word document, a spreadsheet or plain text")
_NEWER_FORM: Final = later("save it as .docx or .xlsx, without a password")
_UNPACKED: Final = later("unpack it, and take in the documents that were in it")
_UTF8: Final = later("save it as plain text in UTF-8, and take that in")

_REFUSED: Final = (
    (0, b"\x89PNG", later("a PNG picture"), _OTHER_FORM),
    (0, b"\xff\xd8\xff", later("a JPEG picture"), _OTHER_FORM),
    (0, b"GIF8", later("a GIF picture"), _OTHER_FORM),
    (0, b"II*\0", later("a TIFF picture"), _OTHER_FORM),
    (0, b"MM\0*", later("a TIFF picture"), _OTHER_FORM),
    (8, b"WEBPVP8", later("a WebP picture"), _OTHER_FORM),
    (4, b"ftyp", later("a HEIC picture, or a film"), _OTHER_FORM),
    (0, b"{\\rtf", later("an RTF document"), _NEWER_FORM),
    (30, b"mimetypeapplication/vnd.oasis.opendocument", later("an OpenDocument file"), _NEWER_FORM),
    (
        0,
        b"\xd0\xcf\x11\xe0",
        later("an Office file of the old kind (.doc, .xls), or one that a password protects"),
        _NEWER_FORM,
    ),
    (0, b"\x1f\x8b", later("a compressed file"), _UNPACKED),
    (4, b"1AY&SY", later("a compressed file"), _UNPACKED),
    (0, b"\xfd7zXZ\0", later("a compressed file"), _UNPACKED),
    (0, b"7z\xbc\xaf\x27\x1c", later("a 7-Zip archive"), _UNPACKED),
    (0, b"Rar!\x1a\x07", later("a RAR archive"), _UNPACKED),
    (0, b"\xff\xfe\0\0", later("text in UTF-32"), _UTF8),
    (0, b"\0\0\xfe\xff", later("text in UTF-32"), _UTF8),
)
"""What is not read: the bytes that tell it, where they stand, what it is called, what to do."""

_BY_NAME: Final[Mapping[str, str]] = {
    ".eml": later("an e-mail"),
    ".msg": later("an e-mail"),
    ".mht": later("a web page"),
    ".html": later("a web page"),
    ".htm": later("a web page"),
}
"""What is not read, and looks as text or as something else: by the end of the name."""

_CONTENTS: Final = later("save its text and its attachments, and take those in")

_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024
"""So many bytes may stand before the signature of a PDF (PDF Reference 1.7, appendix H.3, note 13)."""

_ZIPPED: Final = (b"PK\x03\x04", b"PK\x05\x06")
"""How a ZIP file begins; the second is one without members."""

_OFFICE: Final = "[Content_Types].xml"
"""The member that a file of Word or Excel has (ECMA-376, part 2, 10.1.2.2) and an archive of documents has not."""


def format_of(name: str, data: bytes, limits: Limits) -> Format:
    """What the bytes of a document of that name are.

    Raises:
        BadInput: They are of a kind that is not read, such as a picture; or a ZIP file that is broken or too large.
    """
    _refuse_others(name, data)
    promised = _BY_EXTENSION.get(_extension(name))
    if data.startswith(_PDF) or (promised == "pdf" and _PDF in data[:_PDF_WITHIN]):
        return "pdf"
    if data.startswith(_ZIPPED):
        return _zipped(name, data, limits)
    return promised if promised in ("delimited", "json", "toml") else "text"


def is_archive(name: str, data: bytes, limits: Limits) -> bool:
    """Whether a document of that name is an archive of documents.

    Raises:
        BadInput: It is a ZIP file that is broken or too large.
    """
    return data.startswith(_ZIPPED) and format_of(name, data, limits) == "zip"


def read(name: str, data: bytes, limits: Limits) -> tuple[Read, ...]:
    """Read a document, whatever it is, but for an archive. A name that promises another kind is warned of.

    Raises:
        BadInput: It is of a kind that is not read, or it is not as it must be.
    """
    format = format_of(name, data, limits)
    if format == "zip":
        message = _("this is an archive inside an archive, which is not opened")
        raise refused(name, message, _(_UNPACKED))
    reads = reader_of(format)(name, data, limits)
    warned = _disagreement(name, format)
    return tuple(replace(one, notices=(*warned, *one.notices)) for one in reads[:1]) + reads[1:]


def reader_of(format: Readable) -> Reader:
    """The reader of a format.

    Each is imported only when it is asked for: the library behind one may take longer to load than a text to read.
    """
    match format:
        case "pdf":
            from nominate_tui.intake.readers.pdf import read_pdf

            return read_pdf
        case "docx":
            from nominate_tui.intake.readers.docx import read_docx

            return read_docx
        case "xlsx":
            from nominate_tui.intake.readers.xlsx import read_xlsx

            return read_xlsx
        case "delimited":
            from nominate_tui.intake.readers.delimited import read_delimited

            return read_delimited
        case "json":
            from nominate_tui.intake.readers.records import read_json

            return read_json
        case "toml":
            from nominate_tui.intake.readers.records import read_toml

            return read_toml
        case "text":
            from nominate_tui.intake.readers.text import read_text

            return read_text


def _refuse_others(name: str, data: bytes) -> None:
    if kind := _BY_NAME.get(_extension(name)):
        raise refused(name, _("this is {kind}").format(kind=_(kind)), _(_CONTENTS))
    for place, signature, kind, todo in _REFUSED:
        if data.startswith(signature, place):
            raise refused(name, _("this is {kind}").format(kind=_(kind)), _(todo))


def _zipped(name: str, data: bytes, limits: Limits) -> Format:
    """What a ZIP file is, by its members."""
    # Imported here: most documents are none.
    from nominate_tui.intake.readers.unzip import packed

    members = packed(data, name, limits)
    if _OFFICE not in members:
        return "zip"
    folders = {member.partition("/")[0] for member in members.names()}
    if "word" in folders:
        return "docx"
    if "xl" in folders:
        return "xlsx"
    message = _("this is {kind}").format(kind=_("a presentation, or another Office file"))
    raise refused(name, message, _(_OTHER_FORM))


def _disagreement(name: str, format: Format) -> tuple[Problem, ...]:
    """A warning where the name promises another format than the one the document has."""
    extension = _extension(name)
    if _BY_EXTENSION.get(extension, format) == format:
        return ()
    message = _("the name ends in {extension}, but this is {kind}; it was read as that")
    message = message.format(extension=extension, kind=_(_TOLD[format]))
    return (Problem("warning", name, "", message, _("give the file a name that ends as it should")),)


def _extension(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
