import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from export.hostile import TITLES, hostile_outcome
from export.sample import amended_outcome, outcome_of, sample_outcome
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.why import Why
from nominate_tui.export.workbook import result_xlsx
from nominate_tui.export.workbook_sheets import sheets
from nominate_tui.locale import catalogue
from nominate_tui.model.deliberation import Signed
from ranking.rounds import NOON, Table, ballots_of, round_of


def opened(outcome: Outcome) -> Workbook:
    return load_workbook(BytesIO(result_xlsx(outcome)))


def rows(book: Workbook, name: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in book[name].iter_rows(values_only=True)]


def test_there_is_a_sheet_for_each_subject() -> None:
    assert opened(sample_outcome("en")).sheetnames == ["Ranking", "Scores", "Criteria", "Decisions"]


def test_the_ranking_has_numbers_as_numbers() -> None:
    heading, first, second, *_others = rows(opened(sample_outcome("en")), "Ranking")
    assert heading[:10] == (
        "Rank",
        "Shared",
        "No.",
        "Title",
        "Organisation",
        "Overall",
        "Plain mean",
        "Reviews",
        "innovation",
        "spread",
    )
    assert first[:10] == (1, None, 3, "Haven på taget", "Østby Sygehus", 4, 4, 3, 4, 4)
    assert second[2:8] == (2, "=SUM(A1:A9)", "Åhavnens Plejehjem; afdeling 2", 4, 4, 2)
    assert heading[10:] == (
        "Disagreement",
        "Shortlist",
        "Probability of the shortlist",
        "Best rank (90 %)",
        "Worst rank (90 %)",
        "Recused",
        "Abstained",
        "Unfinished",
        "Missing",
        "Unassigned",
        "Stands for",
        "Why",
    )
    assert second[10:20] == (0, "yes", 0.98, 1, 3, 1, 0, 0, 0, 0)


def test_ranks_and_ids_are_numbers_so_that_a_spreadsheet_sorts_them() -> None:
    found = rows(opened(sample_outcome("en")), "Ranking")[1:]
    assert [row[:3] for row in found] == [
        (1, None, 3),
        (2, None, 2),
        (3, "yes", 1),
        (3, "yes", 6),
        (None, None, 5),
    ]


@pytest.mark.parametrize("ids", [("1", "A.1"), ("1", "01"), ("1", "1234567890")])
def test_ids_are_texts_where_one_of_them_is_no_plain_number(ids: tuple[str, ...]) -> None:
    table: Table = {"anna": dict.fromkeys(ids, (3, 3))}
    round = round_of(ids, table)
    found = opened(outcome_of(round, ballots_of(round, table)))
    assert [row[2] for row in rows(found, "Ranking")[1:]] == list(ids)
    assert [row[1] for row in rows(found, "Scores")[1:]] == list(ids)


def test_the_scores_are_under_pseudonyms_with_their_states() -> None:
    found = rows(opened(sample_outcome("en")), "Scores")
    assert found[:4] == [
        ("Juror", "No.", "Title", "State", "Counted", "innovation", "spread"),
        ("J1", 1, "Nattelys på stuen", "complete", "yes", 4, "abstained"),
        ("J1", 2, "=SUM(A1:A9)", "recused", "no", 3, 5),
        ("J1", 3, "Haven på taget", "complete", "yes", 4, 4),
    ]
    assert found[-2] == ("J3", 5, "Sangkufferten", "unfinished", "no", 3, None)


def test_the_decisions_stand_with_their_reasons() -> None:
    assert rows(opened(sample_outcome("en")), "Decisions")[1:] == [
        ("duplicate", "1 4", "1", "Samme initiativ, to indstillere", "2026-11-20 09:00", None),
        ("order of a tie", "3 > 2", None, "Haven når flere", "2026-11-22 10:00", None),
    ]


def test_what_was_adopted_and_taken_back_stands_among_the_decisions() -> None:
    changed = amended_outcome(taken_back=Signed("Ib Kold", "voted down", NOON))
    assert rows(opened(changed), "Decisions")[3:] == [
        ("adopted: places in the shortlist 2 → 3", None, None, "one more", "2026-11-22 10:00", "Karen Holm"),
        (
            "taken back: places in the shortlist 2 → 3",
            None,
            None,
            "voted down",
            "2026-11-22 12:00",
            "Ib Kold",
        ),
    ]


def test_the_criteria_have_their_shares_of_the_weight() -> None:
    found = rows(opened(sample_outcome("en")), "Criteria")
    assert [row[:2] for row in found[1:]] == [("innovation", 0.615385), ("spread", 0.384615)]


def test_no_cell_is_a_formula_or_a_link_whatever_its_text_is() -> None:
    book = opened(hostile_outcome())
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.value for cell in cells if cell.hyperlink] == []
    titles = {cell.value for cell in book["Scores"]["C"]}
    assert set(TITLES) - titles == set()


def test_what_should_be_a_number_is_one_and_what_should_be_text_is_text() -> None:
    outcome = hostile_outcome()
    book = opened(outcome)
    for sheet in sheets(outcome, Why(outcome.round, outcome.ranking)):
        for place, column in enumerate(sheet.columns, start=1):
            values = [row[place - 1].value for row in book[sheet.name].iter_rows(min_row=2)]
            kinds = {type(value) for value in values if value is not None}
            numbers = kinds <= {int, float}
            assert (
                numbers or column.kind == "text" or {"abstained"} == {v for v in values if isinstance(v, str)}
            )


def test_the_headings_stay_in_sight_and_columns_are_as_wide_as_what_is_in_them() -> None:
    book = opened(hostile_outcome())
    assert [sheet.freeze_panes for sheet in book] == ["E2", "D2", "B2", "A2"]
    widths = {letter: round(book["Scores"].column_dimensions[letter].width) for letter in "AC"}
    assert widths == {"A": 11, "C": 61}


def test_a_text_that_is_too_long_for_a_cell_is_cut() -> None:
    outcome = hostile_outcome()
    object.__setattr__(outcome.round.nominations.all[0], "title", "x" * 40_000)
    assert max(len(str(cell.value)) for cell in opened(outcome)["Scores"]["C"]) == 32_000


@pytest.mark.parametrize("method", ["mean", "majority"])
def test_a_round_without_reviews_is_a_workbook_too(method: str) -> None:
    outcome = hostile_outcome(method=method)
    empty = Outcome(type(outcome.basis)(outcome.round, {}))
    assert len(rows(opened(empty), "Ranking")) == 1 + len(TITLES) - 3


def test_a_grade_is_a_text() -> None:
    grades = [row[5] for row in rows(opened(hostile_outcome(method="majority")), "Ranking")[1:]]
    assert {str(grade)[-1] for grade in grades} <= {"+", "-"}


def test_the_same_outcome_gives_the_same_bytes_without_a_time() -> None:
    assert result_xlsx(hostile_outcome()) == result_xlsx(hostile_outcome())
    with zipfile.ZipFile(BytesIO(result_xlsx(sample_outcome("en")))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_names_of_sheets_are_such_as_a_workbook_may_have() -> None:
    outcome = sample_outcome()
    for language in catalogue.LANGUAGES:
        catalogue.use(language)
        names = [sheet.name for sheet in sheets(outcome, Why(outcome.round, outcome.ranking))]
        assert [name for name in names if len(name) > 31 or set(name) & set("[]:*?/\\")] == []
