from collections.abc import Mapping, Sequence

from nominate_tui.intake.form import TableLine, TableQuestion
from nominate_tui.intake.tables import Tables, find_tables
from nominate_tui.model.figures import Figures

ECONOMY = TableQuestion(
    "tables.economy",
    ("Økonomi (mio. kr.)",),
    "mio. kr.",
    (
        TableLine(("Løn", "Løn til evt. nye årsværk")),
        TableLine(("Drift", "Øvrig drift")),
        TableLine(("I alt", "Samlet udgift")),
    ),
)
STAFF = TableQuestion(
    "tables.staff",
    ("Personale (antal)",),
    "årsværk",
    (TableLine(("Årsværk", "Årsværk (hvis der ansættes) Angiv antal")),),
)


def find(text: str, questions: Sequence[TableQuestion] = (ECONOMY, STAFF)) -> Tables:
    return find_tables(text.split("\n"), questions)


def shown(figures: Figures) -> Mapping[str, list[str]]:
    return {name: [str(one) if one else "" for one in row] for name, row in figures.rows.items()}


def test_a_table_below_its_heading_is_read_with_its_years_and_unit() -> None:
    found = find(
        "før\nØkonomi (mio. kr.) 2026 2027\nLøn\nØvrig drift 0,6 1,0-3,0\nSamlet udgift 0,6 1,0-3,0\nefter"
    )
    assert found.figures["economy"].columns == ("2026", "2027")
    assert found.figures["economy"].unit == "mio. kr."
    assert shown(found.figures["economy"]) == {
        "Løn": ["", ""],
        "Drift": ["0.6", "1.0-3.0"],
        "I alt": ["0.6", "1.0-3.0"],
    }
    assert (found.lines, found.doubts) == (frozenset((1, 2, 3, 4)), ())


def test_rows_of_several_kinds_under_bare_years_go_to_their_own_tables() -> None:
    found = find(
        "2021 2022\nLøn til evt. nye årsværk 0,7 mio. 0,8 mio.\nÅrsværk (hvis der ansættes)\nAngiv antal\n\n2 3"
    )
    assert shown(found.figures["economy"]) == {"Løn": ["0.7", "0.8"]}
    assert shown(found.figures["staff"]) == {"Årsværk": ["2", "3"]}
    assert found.lines == {0, 1, 2, 3, 4, 5}


def test_a_page_break_inside_a_table_does_not_end_it() -> None:
    found = find("2021 2022\nLøn 1 1\n\n\n\nØvrig drift 2 2\nOg så videre.")
    assert shown(found.figures["economy"]) == {"Løn": ["1", "1"], "Drift": ["2", "2"]}
    assert 6 not in found.lines


def test_cells_keep_their_columns_also_the_empty_ones() -> None:
    found = find("Økonomi (mio. kr.)\t2026\t2027\t2028\nLøn\t\t0,5\t\nDrift\t1,0")
    assert shown(found.figures["economy"]) == {"Løn": ["", "0.5", ""], "Drift": ["1.0", "", ""]}
    assert found.doubts == ()


def test_the_heading_may_stand_above_the_years() -> None:
    found = find("Personale (antal)\n2026 2027\nÅrsværk 1 2")
    assert (shown(found.figures["staff"]), found.lines) == ({"Årsværk": ["1", "2"]}, frozenset((0, 1, 2)))


def test_too_few_amounts_are_taken_for_the_first_years_and_told() -> None:
    found = find("2026 2027 2028\nLøn 0,5 0,6")
    assert shown(found.figures["economy"]) == {"Løn": ["0.5", "0.6", ""]}
    assert [(doubt.index, doubt.message) for doubt in found.doubts] == [
        (1, "the line “Løn” has 2 amounts for 3 years: 0,5  0,6")
    ]


def test_a_cell_that_is_no_amount_is_empty_and_told() -> None:
    found = find("Økonomi (mio. kr.)\t2026\t2027\nLøn\tca. 2\t-")
    assert shown(found.figures["economy"]) == {"Løn": ["", ""]}
    assert [doubt.message for doubt in found.doubts] == ["“ca. 2” is not understood as an amount"]


def test_a_second_table_of_a_kind_stays_in_the_text_and_is_told() -> None:
    found = find("2026 2027\nLøn 1 1\nog så\n2026 2027\nLøn 2 2")
    assert shown(found.figures["economy"]) == {"Løn": ["1", "1"]}
    assert found.lines == {0, 1}
    assert [doubt.index for doubt in found.doubts] == [3]


def test_years_in_a_sentence_and_years_without_rows_are_text() -> None:
    for text in ("Vi søger i 2026 2027", "2026 2027\nOg så videre.", "Løn 1 1", "i 2026\nLøn 1"):
        assert find(text) == Tables()


def test_a_form_without_tables_finds_none() -> None:
    assert find("2026 2027\nLøn 1 1", ()) == Tables()


def test_endless_lines_are_no_rows_and_take_no_time() -> None:
    years, spaces, amounts = (
        "x " + "2026 " * 60_000 + "y",
        "x" + " " * 300_000 + "y",
        "Løn " + "1 " * 100_000 + "x",
    )
    for line in (years, spaces, amounts):
        assert find(f"{line}\n2026 2027\n{line}") == Tables()  # in quadratic time this would not end


def test_a_line_that_is_there_twice_is_told_with_its_figures_and_the_first_holds() -> None:
    found = find("2026 2027\nLøn 1 2\nLøn til evt. nye årsværk 4 5")
    assert shown(found.figures["economy"]) == {"Løn": ["1", "2"]}
    assert [(doubt.index, doubt.message) for doubt in found.doubts] == [
        (2, "the line “Løn” is there twice; this one was left out: 4  5")
    ]


def test_a_line_of_the_table_that_is_not_understood_is_told_and_stays_in_the_text() -> None:
    found = find("2026 2027\nLøn 1 2\nØvrig drift 900.000 kr. 0\nslut")
    assert (shown(found.figures["economy"]), found.lines) == ({"Løn": ["1", "2"]}, frozenset((0, 1)))
    assert [doubt.index for doubt in found.doubts] == [2]


def test_a_line_behind_one_that_the_form_does_not_know_is_told() -> None:
    found = find("Økonomi (mio. kr.)\t2026\t2027\nLøn\t1\t2\nUkendt\t1\t1\nDrift\t3\t4")
    assert [doubt.index for doubt in found.doubts] == [3]


def test_a_headed_table_without_a_line_that_is_understood_is_told() -> None:
    found = find("Økonomi (mio. kr.) 2026 2027\nAndet 1 2")
    assert (found.figures, found.lines) == ({}, frozenset())
    assert [doubt.message for doubt in found.doubts] == [
        "a table of figures seems to begin here, but none of its lines is understood"
    ]
