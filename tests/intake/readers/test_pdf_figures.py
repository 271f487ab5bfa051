"""The amounts of a table of figures stand in the columns of their years, also where others are empty."""

from intake.readers.pdf_making import texts, written
from nominate_tui.intake.readers.pdf_figures import placed
from nominate_tui.intake.readers.pdf_parts import Run, Word
from nominate_tui.intake.readers.pdf_rows import Row

YEARS = {"2026": 300, "2027": 350, "2028": 400, "2029": 450}


def row(label: str, **amounts: str) -> Row:
    """A label at the left, and amounts that end right below the end of their year; `y2026` is what stands there."""
    words = []
    at = 50.0
    for word in label.split():
        words.append(Word(word, at, at + 5 * len(word)))
        at += 5 * len(word) + 3
    for year, text in amounts.items():
        right = YEARS[year[1:]] + 20
        words.append(Word(text, right - 5 * len(text), right))
    return Row((Run(tuple(words), 700, 10),))


HEAD = row("Økonomi (mio. kr.)", y2026="2026", y2027="2027", y2028="2028", y2029="2029")
HEAD_CELLS = ("Økonomi (mio. kr.)", "2026", "2027", "2028", "2029")


def test_an_amount_stands_in_the_column_of_its_year() -> None:
    rows = [HEAD, row("Øvrig drift", y2026="0,6", y2027="0,6", y2029="0,6")]
    assert placed(rows) == {0: HEAD_CELLS, 1: ("Øvrig drift", "0,6", "0,6", "", "0,6")}


def test_ranges_signs_and_crosses_are_amounts() -> None:
    rows = [HEAD, row("Løn", y2026="1,0-3,0", y2027="-", y2028="x", y2029="(1.200,5)")]
    assert placed(rows)[1] == ("Løn", "1,0-3,0", "-", "x", "(1.200,5)")


def test_a_label_alone_does_not_end_the_table() -> None:
    rows = [HEAD, row("Etableringsudgifter"), row("Løn", y2028="1,0")]
    assert placed(rows) == {0: HEAD_CELLS, 2: ("Løn", "", "", "1,0", "")}


def test_a_sentence_ends_the_table() -> None:
    sentence = row("Der er i alt brug for", y2027="mange", y2028="kroner")
    rows = [HEAD, sentence, row("Løn", y2028="1,0")]
    assert placed(rows) == {0: HEAD_CELLS}


def test_a_new_row_of_years_begins_a_new_table() -> None:
    staff = row("Personale (antal)", y2026="2026", y2027="2027")
    rows = [HEAD, staff, row("Årsværk", y2027="2,5")]
    assert placed(rows) == {
        0: HEAD_CELLS,
        1: ("Personale (antal)", "2026", "2027"),
        2: ("Årsværk", "", "2,5"),
    }


def test_years_in_a_sentence_are_no_head() -> None:
    words = (Word("i", 50, 53), Word("2026", 56, 76), Word("2027", 79, 99))
    assert placed([Row((Run(words, 700, 10),)), row("Løn", y2026="1,0")]) == {}
    assert placed([row("Indsatsen begyndte", y2029="2023"), row("Løn", y2026="1,0")]) == {}


def test_a_long_label_may_reach_into_the_first_column() -> None:
    label = (
        "Udgifter til frivillige koordinatorer mv. i alt"  # ends at 300, where the first column begins at 285
    )
    rows = [HEAD, row(label, y2026="0,6")]
    assert placed(rows)[1] == (label, "0,6", "", "", "")


def test_a_table_without_lines_is_read_in_its_columns() -> None:
    head = [(60, 700, "Økonomi (mio. kr.)"), *((x, 700, year) for year, x in YEARS.items())]
    data = written(
        *head,
        (60, 684, "Etableringsudgifter"),
        *((60, 668, "Løn"), (400, 668, "1,0-3,0")),
        *((60, 652, "Øvrig drift"), (300, 652, "0,6"), (350, 652, "0,6"), (450, 652, "0,6")),
        (60, 600, "Finansiering er i 2026 ikke fundet, og den er i 2027 ikke"),
    )
    assert texts(data) == [
        "Økonomi (mio. kr.)\t2026\t2027\t2028\t2029",
        "Etableringsudgifter",
        "Løn\t\t\t1,0-3,0",
        "Øvrig drift\t0,6\t0,6\t\t0,6",
        "Finansiering er i 2026 ikke fundet, og den er i 2027 ikke",
    ]
