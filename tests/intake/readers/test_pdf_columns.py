"""Text in columns is read column by column; labels and answers, and tables, are no columns."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
)

from intake.readers.pdf_making import PROSE, TEXT, drawn, flowed, lines, read, table, texts
from nominate_tui.intake.document import CELL, PAGE_BREAK
from nominate_tui.intake.readers.pdf_columns import blocks_of
from nominate_tui.intake.readers.pdf_parts import Level, Run, Word

WORDS = ["the", "text", "of", "a", "column", "goes", "on", "in"]


def in_columns(lefts: list[int], width: int, count: int, title: str = "") -> bytes:
    """Paragraphs in columns that begin at `lefts`, `width` points wide; the number of each paragraph in it."""

    def head(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(50, 780, title)

    target = io.BytesIO()
    frames = [Frame(left, 60, width, 700) for left in lefts]
    document = BaseDocTemplate(target, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=head))
    document.build([Paragraph(f"{number}: {PROSE}", TEXT) for number in range(count)])
    return target.getvalue()


def whole(data: bytes) -> str:
    return " ".join(texts(data))


def numbered(count: int) -> str:
    return " ".join(f"{number}: {PROSE}" for number in range(count))


def test_two_columns_are_read_one_after_the_other() -> None:
    assert whole(in_columns([50, 310], 235, 18)) == numbered(18)


def test_three_columns_are_read_one_after_the_other() -> None:
    assert whole(in_columns([40, 215, 390], 160, 18)) == numbered(18)


def test_columns_go_on_over_pages() -> None:
    assert whole(in_columns([50, 310], 235, 40)) == numbered(40)


def test_a_heading_across_the_columns_comes_before_them() -> None:
    title = "En overskrift på tværs af begge spalter"
    assert whole(in_columns([50, 310], 235, 18, title)) == f"{title} {numbered(18)}"


def test_the_end_of_a_column_is_one_of_a_page_to_a_paragraph_that_goes_on() -> None:
    one = read(in_columns([50, 310], 235, 18))
    last = next(index for index, line in enumerate(one.lines) if not line)
    assert one.lines[last : last + PAGE_BREAK + 1].count("") == PAGE_BREAK
    assert one.lines[last - 1].split()[-1].isalpha()


LABELS = [
    "Titel på initiativet og den indstillede:",
    "Organisatorisk forankring for initiativet i regionen:",
    "Hvad er formålet med initiativet for brugerne?",
    "Hvem er målgruppen for initiativet på hospitalet?",
    "Hvordan er initiativet nyskabende i regionen?",
    "Hvordan er initiativet implementeret til daglig?",
    "Hvordan har initiativet skabt værdi for brugerne?",
    "Personalets anerkendelse af initiativet i afdelingen?",
]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_labels_that_fill_their_column_are_read_with_their_answers(times: int, *, ruled: bool) -> None:
    answers = [" ".join([PROSE] * (1 + (times + index) % 3)) for index in range(len(LABELS))]
    data = flowed(table(list(zip(LABELS, answers, strict=True)), [140, 310], ruled=ruled))
    expected = (f"{label} {answer}" for label, answer in zip(LABELS, answers, strict=True))
    assert whole(data).replace(CELL, " ") == " ".join(expected)
    assert [line.split(CELL)[0] for line in lines(data) if CELL in line] == LABELS


def run(base: float, left: float, count: int = 6) -> Run:
    words = []
    at = left
    for word in WORDS[:count]:
        words.append(Word(word, at, at + 5 * len(word)))
        at += 5 * len(word) + 3
    return Run(tuple(words), base, 10)


def column(left: float, top: float, count: int) -> list[Run]:
    return [run(top - 12 * index, left) for index in range(count)]


def test_a_page_of_one_column_is_one_block() -> None:
    text = column(50, 700, 30)
    (block,) = blocks_of(text, ())
    assert block.elements == text
    assert not block.beside


def test_nothing_is_no_block_of_several() -> None:
    assert [list(block.elements) for block in blocks_of([], ())] == [[]]


def test_two_columns_are_two_blocks() -> None:
    left, right = column(50, 700, 20), column(300, 700, 20)
    assert [(list(block.elements), block.beside) for block in blocks_of([*left, *right], ())] == [
        (left, False),
        (right, True),
    ]


def test_the_lines_of_columns_need_not_stand_at_one_height() -> None:
    left, right = column(50, 700, 20), column(300, 694, 20)
    assert [list(block.elements) for block in blocks_of([*left, *right], ())] == [left, right]


def test_what_goes_across_divides_the_columns_above_from_those_below() -> None:
    above = [column(50, 700, 12), column(300, 700, 12)]
    across = run(540, 100, 7)
    wide = Run((*across.words, Word("wide", 400, 420)), across.base, across.size)
    below = [column(50, 520, 30), column(300, 520, 30)]
    blocks = blocks_of([*above[0], *above[1], wide, *below[0], *below[1]], ())
    # Those above take up less than half of the page: they might be a table.
    assert [list(block.elements) for block in blocks] == [[*_by_height(*above), wide], *below]


def _by_height(*columns: list[Run]) -> list[Run]:
    return sorted((run for runs in columns for run in runs), key=lambda run: -run.base)


def test_a_ruled_line_across_is_the_border_of_a_table() -> None:
    left, right = column(50, 700, 20), column(300, 700, 20)
    levels = [Level(694 - 60 * row, 40, 520) for row in range(5)]
    assert len(blocks_of([*left, *right], levels)) == 1
    assert len(blocks_of([*left, *right], [Level(694 - 60 * row, 40, 200) for row in range(5)])) == 2


def test_short_cells_are_no_columns() -> None:
    left = [run(700 - 12 * row, 50, 2) for row in range(20)]
    right = [run(700 - 12 * row, 300, 2) for row in range(20)]
    assert len(blocks_of([*left, *right], ())) == 1


def test_a_table_of_three_columns_is_not_two_columns() -> None:
    elements = [one for left in (50, 210, 380) for one in column(left, 700, 20)]
    assert [len(block.elements) for block in blocks_of(elements, ())] == [20, 20, 20]
    narrow = [run(700 - 12 * row, left, 2) for left in (50, 210, 380) for row in range(20)]
    assert len(blocks_of(narrow, ())) == 1


def test_paragraphs_that_begin_beside_one_another_are_a_table() -> None:
    heights = [700 - 12 * line - 10 * (line // 4) for line in range(20)]
    left, right = [run(height, 50) for height in heights], [run(height, 300) for height in heights]
    assert len(blocks_of([*left, *right], ())) == 1


def test_a_few_lines_at_the_side_are_no_column() -> None:
    def draw(canvas: Canvas) -> None:
        for line in range(30):
            canvas.drawString(60, 780 - 14 * line, "En linje med tekst i brevet")
        for line in range(3):
            canvas.drawString(350, 780 - 14 * line, "Afsenderens adresse")

    assert texts(drawn(draw))[:4] == [
        *["En linje med tekst i brevet\tAfsenderens adresse"] * 3,
        "En linje med tekst i brevet",
    ]
