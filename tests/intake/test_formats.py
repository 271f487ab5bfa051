"""The sample nominations, written in every format by other programs' writers, are the same nominations again."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Paragraph, SimpleDocTemplate

from intake.making import FORM, HEADINGS
from nominate_tui.intake.form_files import known_forms
from nominate_tui.intake.result import IntakeResult
from nominate_tui.intake.take import take_in
from nominate_tui.model.nomination import Contact, Nomination
from nominate_tui.notation.nominations import write_nominations

SAMPLE = Path(__file__).parents[2] / "data" / "indstillinger.txt"

Record = Mapping[str, str]
"""The texts of one nomination, by what they fill."""


@pytest.fixture(scope="module")
def sample() -> IntakeResult:
    return take_in([SAMPLE], known_forms())


def record(one: Nomination, contact: Contact) -> Record:
    return {
        "title": one.title,
        "responsible": one.responsible,
        "organisation": one.organisation,
        "contact.name": contact.name,
        "contact.email": contact.email,
        "contact.telephone": contact.telephone,
        "started": one.started,
        **{f"answers.{id}": text for id, text in one.answers.items()},
    }


def records(result: IntakeResult) -> Mapping[str, Record]:
    contacts = {contact.nomination: contact for contact in result.contacts}
    return {one.id: record(one, contacts.get(one.id, Contact(one.id))) for one in result.nominations}


def write_docx(path: Path, wanted: Mapping[str, Record]) -> None:
    document = docx.Document()
    for id, texts in wanted.items():
        document.add_heading(f"Indstilling {id}: {texts['title']}", level=1)
        for fills, heading in HEADINGS.items():
            document.add_heading(heading, level=2)
            for paragraph in texts[fills].split("\n\n"):
                document.add_paragraph(paragraph)
    document.save(str(path))


def write_docx_table(path: Path, wanted: Mapping[str, Record]) -> None:
    document = docx.Document()
    for id, texts in wanted.items():
        document.add_paragraph(f"Indstilling {id}: {texts['title']}")
        table = document.add_table(rows=0, cols=2)
        for fills, heading in HEADINGS.items():
            left, right = table.add_row().cells
            left.text, right.text = heading, ""
            first, *others = texts[fills].split("\n\n")
            right.paragraphs[0].text = first
            for paragraph in others:
                right.add_paragraph(paragraph)
    document.save(str(path))


def rows(wanted: Mapping[str, Record]) -> list[list[str]]:
    return [
        ["Nr.", *HEADINGS.values()],
        *([id, *(texts[fills] for fills in HEADINGS)] for id, texts in wanted.items()),
    ]


def write_xlsx(path: Path, wanted: Mapping[str, Record]) -> None:
    book = openpyxl.Workbook()
    for row in rows(wanted):
        book.active.append(row)
    book.save(path)


def write_csv(path: Path, wanted: Mapping[str, Record]) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows(rows(wanted))
    path.write_bytes(written.getvalue().encode("utf-8-sig"))


def write_tsv(path: Path, wanted: Mapping[str, Record]) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter="\t").writerows(rows(wanted))
    path.write_bytes(written.getvalue().encode("utf-16"))


def write_json(path: Path, wanted: Mapping[str, Record]) -> None:
    path.write_text(json.dumps([{"id": id, **texts} for id, texts in wanted.items()]), encoding="utf-8")


def write_zip(path: Path, wanted: Mapping[str, Record]) -> None:
    inner = path.with_suffix(".docx")
    write_docx(inner, wanted)
    with ZipFile(path, "w") as archive:
        archive.write(inner, "alle/indstillinger.docx")


def write_pdf(path: Path, wanted: Mapping[str, Record]) -> None:
    style = ParagraphStyle("text", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
    heading = ParagraphStyle("heading", style, fontName="Helvetica-Bold")
    story: list[Flowable] = []
    for id, texts in wanted.items():
        story.append(Paragraph(escape(f"Indstilling {id}: {texts['title']}"), heading))
        for fills, asked in HEADINGS.items():
            story.append(Paragraph(escape(asked), heading))
            paragraphs = texts[fills].split("\n\n")
            story += [Paragraph("<br/>".join(map(escape, one.split("\n"))), style) for one in paragraphs]
    SimpleDocTemplate(str(path)).build(story, onFirstPage=_footer, onLaterPages=_footer)


def _footer(canvas: Canvas, template: BaseDocTemplate) -> None:
    canvas.drawCentredString(300, 30, f"Side {template.page}")


WRITERS: Mapping[str, Callable[[Path, Mapping[str, Record]], None]] = {
    "a.docx": write_docx,
    "table.docx": write_docx_table,
    "a.xlsx": write_xlsx,
    "a.csv": write_csv,
    "a.tsv": write_tsv,
    "a.json": write_json,
    "a.zip": write_zip,
    "a.pdf": write_pdf,
}


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_nominations_come_from_every_format(sample: IntakeResult, tmp_path: Path, name: str) -> None:
    wanted = records(sample)
    assert len(wanted) == 26
    WRITERS[name](tmp_path / name, wanted)
    found = take_in([tmp_path / name], known_forms())
    assert found.errors == ()
    assert [taken.form for taken in found.taken] == [FORM.id]
    assert found.nominations.questions == sample.nominations.questions
    assert records(found) == wanted


def test_our_own_file_gives_the_same_nominations_again(sample: IntakeResult, tmp_path: Path) -> None:
    (tmp_path / "nominations.toml").write_text(write_nominations(sample.nominations), encoding="utf-8")
    found = take_in([tmp_path / "nominations.toml"], known_forms())
    assert found.nominations == sample.nominations
