import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import BadInput
from nominate_tui.intake.document import Document
from nominate_tui.intake.readers.text import read_text, text_of
from nominate_tui.model.limits import Limits

LIMITS = Limits()


def read(data: bytes | str) -> Document:
    data = data.encode() if isinstance(data, str) else data
    (document,) = read_text("a.txt", data, Limits())
    return document


def refusal(data: bytes, limits: Limits = LIMITS) -> tuple[str, str]:
    with pytest.raises(BadInput) as caught:
        read_text("a.txt", data, limits)
    (problem,) = caught.value.problems
    assert problem.severity == "error"
    assert problem.todo
    return problem.where, problem.message


# Lines and their numbers


def test_lines_lose_the_white_space_around_them_and_keep_what_is_inside() -> None:
    assert read("  én  to \t\n \nsmå\t").lines == ("én  to", "", "små")


def test_a_line_is_found_by_its_number_in_the_file() -> None:
    assert read("one\n\nthree").where(2) == "a.txt:3"


def test_the_digest_is_that_of_the_whole_file() -> None:
    data = b"\xef\xbb\xbfone\r\n"
    assert read(data).sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_to_end_a_line_is_the_same(end: str) -> None:
    document = read(f"one{end}{end}three{end}")
    assert document.lines == ("one", "", "three", "")
    assert list(document.places) == [1, 2, 3, 4]


def test_ways_to_end_a_line_may_be_mixed_in_one_file() -> None:
    assert read("one\r\ntwo\rthree\nfour").lines == ("one", "two", "three", "four")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_encodings_of_unicode_read_the_same(encoding: str) -> None:
    document = read("Klædeskabet\nÆrø".encode(encoding))
    assert (document.lines, document.notices) == (("Klædeskabet", "Ærø"), ())


def test_a_form_feed_is_read_as_the_three_blank_lines_of_a_page_break_and_numbers_stay() -> None:
    document = read("one\n\ftwo\nthree")
    assert document.lines == ("one", "", "", "", "two", "three")
    assert list(document.places) == [1, 2, 2, 2, 2, 3]


@pytest.mark.parametrize("text", ["one\ftwo", "one \f two", "one\n\ftwo"])
def test_a_form_feed_makes_three_blank_lines_wherever_it_stands(text: str) -> None:
    assert read(text).lines == ("one", "", "", "", "two")


def test_two_form_feeds_are_two_page_breaks() -> None:
    assert read("one\n\f\ftwo").lines == ("one", *[""] * 6, "two")


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_a_separator_ends_a_line_that_keeps_its_number(separator: str) -> None:
    document = read(f"one{separator}two\nthree")
    assert document.lines == ("one", "two", "three")
    assert document.where(1) == "a.txt:1"


def test_paragraphs_of_a_text_run_over_several_lines() -> None:
    assert read("one").wrapped is True


# Clean text


def test_text_is_clean_when_it_is_read() -> None:
    assert read(b"a\x1b[2Jb\x00c and a good deal of text").lines == ("a␛[2Jb␀c and a good deal of text",)


def test_a_next_line_character_is_shown_and_ends_no_line() -> None:
    assert read("one\x85two").lines == ("one⟨85⟩two",)


def test_the_name_of_a_document_is_clean_too() -> None:
    assert read_text("a\x1b\n.txt", b"one", Limits())[0].name == "a␛ .txt"


# Tabs


def test_a_tab_between_words_stays_as_text_that_was_copied_from_a_table_has_it() -> None:
    assert read("Titel\tKlædeskabet").lines == ("Titel\tKlædeskabet",)


def test_tabs_in_a_row_are_one() -> None:
    assert read("Titel \t\t Klædeskabet\t").lines == ("Titel\tKlædeskabet",)


def test_tabs_around_a_line_are_white_space() -> None:
    assert read("\tTitel\t \t").lines == ("Titel",)


@pytest.mark.parametrize("marker", ["•", "-", "–", "1.", "12)", "a)", "(b)", "1.2."])
def test_a_tab_behind_the_marker_of_a_list_item_is_a_space(marker: str) -> None:
    assert read(f"\t{marker}\tFlere cykler\tog hjelme").lines == (f"{marker} Flere cykler\tog hjelme",)


@pytest.mark.parametrize("cell", ["2026", "3,0", "Navn:", "A"])
def test_a_tab_behind_a_cell_stays(cell: str) -> None:
    assert read(f"{cell}\t4").lines == (f"{cell}\t4",)


# What is refused


@pytest.mark.parametrize("data", [b"", b" \n\r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b" \x00 \x00", b"\f\f"])
def test_an_empty_document_is_refused(data: bytes) -> None:
    assert refusal(data) == ("a.txt", "the document is empty")


def test_nothing_but_nuls_is_told_as_what_it_is() -> None:
    message = "the document has nothing but NUL characters, as a copy has that was broken off"
    assert refusal(b"\0" * 5000) == ("a.txt", message)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"GIF89a", "a GIF picture"),
        (b"II*\0\x08\0\0\0", "a TIFF picture"),
        (b"MM\0*\0\0\0\x08", "a TIFF picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP picture"),
        (b"\0\0\0\x18ftypheic", "a HEIC picture"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04", "a Word document, a spreadsheet or a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word document or spreadsheet"),
        (rb"{\rtf1\ansi Hello}", "a document in RTF"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0\0\0\0\0", "a binary file"),
        (b"".join(hashlib.sha512(bytes([number])).digest() for number in range(8)), "a binary file"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_is(data: bytes, kind: str) -> None:
    assert refusal(data) == ("a.txt", f"the document is not plain text but {kind}")


def test_a_document_that_is_too_large_is_refused() -> None:
    assert refusal(b"x" * 2_000_001, Limits(document_mb=2)) == (
        "a.txt",
        "the document has 3 MB, and at most 2 MB are read",
    )


def test_the_largest_document_is_read() -> None:
    (document,) = read_text("a.txt", b"x" * 1_000_000, Limits(document_mb=1))
    assert [len(line) for line in document.lines] == [1_000_000]


# Mending, one after the other


def test_the_text_that_others_read_is_neither_clean_nor_mended() -> None:
    assert text_of("a.csv", b"evalu-\r\nation\x1b", Limits()) == ("evalu-\r\nation\x1b", ())


def test_soft_hyphens_at_line_ends_divide_words_and_go_elsewhere() -> None:
    document = read("Vi har sam\u00adarbejde om evalu\u00ad\neringen af det.")
    assert document.lines == ("Vi har samarbejde om", "evalueringen af det.")


def test_a_word_is_put_together_over_the_number_of_a_page() -> None:
    text = "Side 1\nEt par linjer\nmed indsat-\n\fSide 2\nsen og mere\nstår her.\n\fSide 3\nDet er\nalt."
    document = read(text)
    assert document.lines == (
        *("", "Et par linjer", "med indsatsen", "", "", "", ""),
        *("og mere", "står her.", "", "", "", "", "Det er", "alt."),
    )
    assert [(notice.where, notice.message) for notice in document.notices] == [
        ("a.txt:1", 'what pages repeat at their edges was left out: "Side 1" on 3 pages'),
        ("a.txt:3", 'a word that was divided at the end of a line was put together: "indsatsen"'),
    ]


def test_all_that_was_done_is_told_in_its_order() -> None:
    document = read("Bjørn’s reﬁned evalu-\nation and KlÃ¦de\n".encode() + b"\xff")
    assert document.lines == ("Bjørn’s refined", "evaluation and Klæde", "�")
    assert [(notice.severity, notice.where, notice.message) for notice in document.notices] == [
        ("warning", "a.txt:3", "bytes that are not UTF-8 were replaced by � (line 3: FF)"),
        (
            "warning",
            "a.txt:2",
            'a line that had been read in a wrong encoding was repaired: "KlÃ¦de" is "Klæde"',
        ),
        ("warning", "a.txt:1", 'a ligature was written as its letters: "reﬁned" is "refined"'),
        ("warning", "a.txt:1", 'a word that was divided at the end of a line was put together: "evaluation"'),
    ]


# Documents of strangers


@pytest.mark.shared
@pytest.mark.parametrize(
    ("case", "lines", "warnings"),
    [
        ("e01-cp1252", {1: "Title: Fjorden – “lys”", 2: "Nominee: Bjørn Næss", 5: "Å være … €100"}, 1),
        ("e02-latin1", {2: "Nominee: Bjørn Næss"}, 1),
        ("e03-utf16le-bom", {1: "Title: Fjorden – “lys”", 2: "Nominee: Bjørn Næss"}, 0),
        ("e04-utf8-bom", {1: "Title: Fjorden – “lys”", 2: "Nominee: Bjørn Næss"}, 0),
        ("e05-mojibake", {2: "Nominee: Bjørn Næss", 5: "Være på øya"}, 1),
        ("e06-not-mojibake", {1: "Title: IRMÃ e MÃE", 2: "Nominee: João Ãngelo"}, 0),
        ("e07-bad-utf8", {1: "Title: Bad ���� bytes ���"}, 1),
        ("r01-hyphen-ligature", {5: "The effort to refine the", 6: "evaluation was significant and", 7: "well-known; office."}, 2),
        ("r02-mixed-eol", {2: "Nominee: A B", 3: "Category: X", 5: "line one", 6: "line two", 7: "line three"}, 0),
        ("t09-nul", {1: "Title: Nul␀ byte␀ title"}, 0),
    ],
)  # fmt: skip
def test_texts_of_strangers_are_read(shared: Path, case: str, lines: dict[int, str], warnings: int) -> None:
    document = read((shared / "cases" / "hostile" / "nominations" / f"{case}.txt").read_bytes())
    assert {number: document.lines[number - 1] for number in lines} == lines
    assert len(document.notices) == warnings


@pytest.mark.shared
def test_of_the_real_documents_only_hyphens_and_page_numbers_are_touched(shared: Path) -> None:
    touched = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        written = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
        document = read(path.read_bytes())
        touched.append(len(document.notices))
        assert "".join(document.lines).replace("-", "").replace(" ", "") == "".join(
            "" if line.startswith("Side ") else line for line in written
        ).replace("-", "").replace(" ", "")
    assert touched == [2, 1, 0, 1, 0]


# Properties


@given(st.text(alphabet="abeÆø 1.:-\u2010•\t\n\f\r\u2028ﬁ", min_size=1))
def test_a_document_that_was_read_reads_the_same_again(text: str) -> None:
    try:
        document = read(text)
    except BadInput:
        return
    if any(document.lines):
        again = read("\n".join(document.lines))
        assert again.lines == document.lines
        assert again.notices == ()


@given(st.lists(st.text(alphabet="abc æøå.,", min_size=1), min_size=1))
def test_ordinary_text_is_not_changed(lines: list[str]) -> None:
    if any(line.strip() for line in lines):
        document = read("\n".join(lines))
        assert document.lines == tuple(line.strip() for line in lines)
        assert document.notices == ()
