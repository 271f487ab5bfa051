"""A label of several lines is read whole, and then what was answered beside it."""

import pytest

from intake.readers.pdf_making import texts, written
from nominate_tui.intake.readers.pdf_grid import Band
from nominate_tui.intake.readers.pdf_labels import in_pairs
from nominate_tui.intake.readers.pdf_parts import Run, Word
from nominate_tui.intake.readers.pdf_rows import Row


def run(text: str, left: float, base: float) -> Run:
    words = []
    at = left
    for word in text.split():
        words.append(Word(word, at, at + 5 * len(word)))
        at += 5 * len(word) + 3
    return Run(tuple(words), base, 10)


def rows(*cells: tuple[str, str], leading: float = 12) -> list[Row]:
    """Rows with a label at 50 and an answer at 200, of which either may be empty."""
    made = []
    for index, pair in enumerate(cells):
        runs = (
            run(text, left, 700 - leading * index) for text, left in zip(pair, (50, 200), strict=True) if text
        )
        made.append(Row(tuple(runs)))
    return made


def read(*cells: tuple[str, str], leading: float = 12) -> list[tuple[str, ...]]:
    """The cells of each part, their lines apart by a stroke."""
    return [
        tuple(" | ".join(run.text for run in cell) for cell in part.cells)
        if isinstance(part, Band)
        else tuple(run.text for run in part.runs)
        for part in in_pairs(rows(*cells, leading=leading))
    ]


def test_a_wrapped_label_is_put_together() -> None:
    assert read(("Organisatorisk", "Byens"), ("forankring:", "Hospital")) == [
        ("Organisatorisk | forankring:", "Byens | Hospital")
    ]


def test_a_label_may_have_more_lines_than_its_answer() -> None:
    assert read(("Organisatorisk", "Hospitalet"), ("forankring for", ""), ("initiativet:", "")) == [
        ("Organisatorisk | forankring for | initiativet:", "Hospitalet")
    ]


def test_what_follows_the_label_stays_with_the_answer() -> None:
    cells = [
        ("Hvad er formålet med", "Flere skal"),
        ("initiativet?", "cykle, og de"),
        ("", "skal cykle mere."),
    ]
    assert read(*cells) == [
        ("Hvad er formålet med | initiativet?", "Flere skal | cykle, og de"),
        ("skal cykle mere.",),
    ]


@pytest.mark.parametrize(
    "cells",
    [
        [("Navn:", "Ane"), ("By:", "Esbjerg")],  # two labels
        [("Navn:", "Ane"), ("og:", "Bo")],  # the first is at its end
        [("navn", "Ane"), ("by", "Esbjerg")],  # labels in small letters
        [("Løn", "1,0"), ("heraf læger", "0,5")],  # amounts
        [("Løn", "1,0-3,0"), ("heraf læger", "")],  # and an empty cell
        [("Navn", "Ane"), ("", "og Bo")],  # no more of the label
        [("Et afsnit af teksten,", ""), ("som går videre", "")],  # no answer
    ],
)
def test_other_rows_stay_as_they_are(cells: list[tuple[str, str]]) -> None:
    assert read(*cells) == [tuple(filter(None, pair)) for pair in cells]


def test_an_answer_may_be_a_number() -> None:
    assert read(("Begyndt i", "2023"), ("året:", "")) == [("Begyndt i | året:", "2023")]
    assert read(("Antal på", "34 frivillige"), ("afsnittet", "")) == [
        ("Antal på | afsnittet", "34 frivillige")
    ]


def test_the_lines_of_label_and_answer_need_not_stand_at_one_height() -> None:
    head = Row((run("Skabt værdi", 50, 700), run("En opgørelse:", 200, 700)))
    lines = [Row((run("- 33 procent", 200, 692),)), Row((run("for brugerne?", 50, 688),))]
    (band,) = in_pairs([head, *lines])
    assert isinstance(band, Band)
    assert [[run.text for run in cell] for cell in band.cells] == [
        ["Skabt værdi", "for brugerne?"],
        ["En opgørelse:", "- 33 procent"],
    ]


def test_lines_that_stand_farther_apart_are_no_label() -> None:
    cells = [("Organisatorisk", "Byens"), ("forankring:", "Hospital")]
    assert read(*cells, leading=20) == cells


def test_a_line_that_begins_elsewhere_is_no_part_of_a_label() -> None:
    (first, _second) = rows(("Organisatorisk", "Byens"), ("forankring:", "Hospital"))
    indented = Row((run("forankring:", 60, 688), run("Hospital", 200, 688)))
    assert list(in_pairs([first, indented])) == [first, indented]


def test_a_row_of_three_cells_is_no_answer_to_a_label() -> None:
    first, second = rows(("Organisatorisk", "Byens"), ("forankring:", "Hospital"))
    longer = Row((*second.runs, run("Esbjerg", 400, 688)))
    assert list(in_pairs([first, longer])) == [first, longer]


def test_a_form_without_lines_is_read_label_by_label() -> None:
    data = written(
        *((60, 700, "Titel på initiativet:"), (200, 700, "Cykler til alle")),
        *((60, 687, "Organisatorisk foran-"), (200, 687, "Byens Hospital og")),
        *((60, 674, "kring for initiativet:"), (200, 674, "Frivilligcentret")),
        (200, 661, "i Esbjerg"),
        *((60, 648, "Navn:"), (200, 648, "Ane Mønster")),
    )
    assert texts(data) == [
        "Titel på initiativet:\tCykler til alle",
        "Organisatorisk forankring for initiativet:\tByens Hospital og",
        "Frivilligcentret",
        "i Esbjerg",
        "Navn:\tAne Mønster",
    ]
