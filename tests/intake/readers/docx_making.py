"""Makes Word files: from XML by hand, for what python-docx cannot write."""

import io
import zipfile
from typing import Final

from docx.document import Document as WordDocument

from nominate_tui.intake.document import Document
from nominate_tui.intake.readers.docx import read_docx
from nominate_tui.model.limits import Limits

LIMITS: Final = Limits()

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def part(root: str, content: str) -> str:
    """The XML of a part, whose root element is `w:root`."""
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def word_file(body: str, **parts: str) -> bytes:
    """A Word file with that XML in its body, and in other parts of it (`numbering`, `header1`)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", part("document", f"<w:body>{body}<w:sectPr/></w:body>"))
        for name, xml in parts.items():
            file.writestr(f"word/{name}.xml", xml)
    return made.getvalue()


def read(body: str, **parts: str) -> Document:
    """What is read from such a file."""
    (document,) = read_docx("form.docx", word_file(body, **parts), LIMITS)
    return document


def lines(body: str, **parts: str) -> tuple[str, ...]:
    """The lines that are read from such a file."""
    return read(body, **parts).lines


def warnings(body: str, **parts: str) -> list[str]:
    """What is told of such a file."""
    return [notice.message for notice in read(body, **parts).notices]


def run(text: str, properties: str = "") -> str:
    """A run with a text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of these runs; text that is no XML is a run."""
    content = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(*blocks: str, properties: str = "") -> str:
    """A cell of these blocks; text that is no XML is a paragraph."""
    content = "".join(one if one.startswith("<") else paragraph(one) for one in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of these cells; text that is no XML is a cell."""
    content = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def table(*rows: str) -> str:
    """A table of these rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def saved(document: WordDocument) -> bytes:
    """The bytes of a file that python-docx makes."""
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
