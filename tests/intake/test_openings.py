import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.intake.openings import Opening, only_opening, openings, rising


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("Indstilling {}: Cykler", "Indstilling {number}: {title}"),
        ("Nomination {}", "Nomination {number} {title}"),
        ("Ansøgning nr. {} – Cykler", "Ansøgning nr. {number} – {title}"),
        ("NR. {}) Cykler", "NR. {number}) {title}"),
        ("{}. Cykler", "{number}. {title}"),
    ],
)
def test_lines_with_a_rising_number_may_begin_nominations(line: str, begins: str) -> None:
    lines = [line.format(1), "Tekst", "", line.format(2), "Tekst", line.format(4)]
    assert openings(lines) == (Opening((begins,), (0, 3, 5)),)


def test_every_way_in_which_they_are_written_is_kept_and_the_barest_stands_last() -> None:
    lines = ["Indstilling 1 Cykler", "Indstilling  2: Cykler", "INDSTILLING 3: Cykler"]
    begins = (
        "Indstilling {number}: {title}",
        "INDSTILLING {number}: {title}",
        "Indstilling {number} {title}",
    )
    assert openings(lines) == (Opening(begins, (0, 1, 2)),)


def test_lines_whose_number_does_not_rise_begin_none() -> None:
    assert openings(["Nr. 1", "Nr. 2", "Nr. 1", "Nr. 3", "Nr. 2"]) == (
        Opening(("Nr. {number} {title}",), (0, 1, 3)),
    )


@pytest.mark.parametrize(
    "line",
    [
        "I vores hus var der {} cykler",
        "Vi har nu fået lov til {}: Cykler",
        "{} cykler",
        "{}.000 kr.",
        "Nr.{}a",
    ],
)
def test_a_number_in_a_sentence_begins_none(line: str) -> None:
    assert openings([line.format(1), line.format(2), line.format(3)]) == ()


def test_a_label_that_repeats_may_begin_nominations_the_first_in_the_document_first() -> None:
    lines = ["INITIATIV: Cykler", "Fremsat af: Ane", "Initiativ: Busser", "Fremsat af: Bo", "Slut:"]
    assert openings(lines) == (
        Opening(("INITIATIV: {title}",), (0, 2)),
        Opening(("Fremsat af: {title}",), (1, 3)),
    )


def test_a_label_in_the_first_cell_of_a_row_is_one_too() -> None:
    assert openings(["Titel\tCykler", "Titel\tBusser"]) == (Opening(("Titel: {title}",), (0, 1)),)


def test_an_address_or_a_time_is_no_label() -> None:
    assert openings(["https://example.org", "https://example.org", "kl. 10:30", "kl. 10:45"]) == ()


def test_braces_of_a_document_get_no_meaning_in_a_form_file() -> None:
    assert openings(["Nr. {number} 1", "Nr. {number} 2", "{title}: a", "{title}: b"]) == ()
    assert only_opening(["{title}", "Hvad?"], 1) == Opening(("(title)",), (0,))


@pytest.mark.parametrize(
    ("lines", "opening"),
    [
        (["", "Indstilling 7: Cykler", "Navn:"], Opening(("Indstilling {number}: {title}",), (1,))),
        (["Ansøgning", "Navn: Ane"], Opening(("Navn: {title}",), (1,))),
        (["Ansøgning", "Navn:"], Opening(("Navn: {title}",), (1,))),
        (["Ansøgning", "Hvad?"], Opening(("Ansøgning",), (0,))),
        (["Prisen 2026", "Hvad?"], Opening(("Prisen 2026",), (0,))),
    ],
)
def test_the_only_nomination_begins_with_its_number_or_its_first_label_or_its_first_line(
    lines: list[str], opening: Opening
) -> None:
    assert only_opening(lines, len(lines) - 1) == opening


def test_the_longest_row_that_rises_is_found() -> None:
    values = [3, 1, 2, 9, 2, 4, 3]
    assert [values[place] for place in rising(values)] == [1, 2, 3]
    assert rising([]) == []


@given(st.lists(st.integers(0, 9), max_size=9))
def test_a_row_rises_and_no_longer_one_does(values: list[int]) -> None:
    row = rising(values)
    assert row == sorted(row)
    assert all(values[first] < values[second] for first, second in itertools.pairwise(row))
    longest = [0] * (len(values) + 1)
    for place, value in enumerate(values):
        longest[place] = 1 + max((longest[p] for p in range(place) if values[p] < value), default=0)
    assert len(row) == max(longest)
