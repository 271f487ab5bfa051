"""The real budget initiatives are read whole: two alone, three in one document, and a package of eight."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from intake.making import real_document
from nominate_tui.intake.account import account, first_loss
from nominate_tui.intake.fill import contents_of
from nominate_tui.intake.form_files import known_forms
from nominate_tui.intake.recognise import recognise
from nominate_tui.intake.result import IntakeResult
from nominate_tui.intake.take import take_in
from nominate_tui.model.figures import Figures
from nominate_tui.model.nomination import Nomination

pytestmark = pytest.mark.shared

EMPTY = "· · · ·"

LINES = ["Etableringsudgifter", "Løn", "Øvrig drift", "Udgifter i alt"]

NUMBERS = ("000", "002", "003", "004")


@pytest.fixture(scope="module")
def result() -> IntakeResult:
    seeds = Path(__file__).parents[3] / "shared" / "seeds"
    return take_in([next(seeds.glob(f"{number}_*.txt")) for number in NUMBERS], known_forms())


def of(result: IntakeResult, number: str) -> list[Nomination]:
    return [one for one in result.nominations if one.source and one.source.document.startswith(number)]


def shown(figures: Figures) -> Mapping[str, str]:
    return {name: " ".join(str(one or "·") for one in row) for name, row in figures.rows.items()}


def lines_of_salary(one: Nomination) -> str:
    return shown(one.tables["economy"])["Løn"]


def test_every_document_is_recognised_as_a_budget_initiative(shared: Path, result: IntakeResult) -> None:
    assert [(taken.form, taken.nominations) for taken in result.taken] == [
        ("budgetinitiativ", 1),
        ("budgetinitiativ", 1),
        ("budgetinitiativ", 8),
        ("budgetinitiativ", 3),
    ]
    assert result.errors == ()


@pytest.mark.parametrize("number", NUMBERS)
def test_every_word_is_told_once_and_none_is_not_understood(shared: Path, number: str) -> None:
    document = real_document(shared, number)
    layout = recognise(document, known_forms()).layout
    contents = contents_of(layout)
    portions = list(account(layout, contents))
    told = [word for portion in portions for word in portion.words]
    assert sorted(told) == sorted(" ".join(document.lines).split())
    assert first_loss(layout, contents) is None
    assert [portion.text for portion in portions if portion.role == "not understood"] == []


def test_titles_and_who_proposes_are_read(shared: Path, result: IntakeResult) -> None:
    told = [(one.title.split()[:5], one.facts["proposed_by"].split()[0]) for one in result.nominations]
    assert told == [
        (["Tværsektorielt", "samarbejde", "for", "bedre", "liv:"], "Socialdemokratiet"),
        (["Strategi", "for", "styrket", "samarbejde", "med"], "Enhedslisten,"),
        (["Socialsygeplejersker", "i", "psykiatrien:", "2", "socialsygeplejersker"], "Social-"),
        (["Socialsygeplejersker", "i", "psykiatrien:", "2", "socialsygeplejersker"], "Social-"),
        (["Socialoverlæger", "i", "somatikken"], "Social-"),
        (["Socialoverlæger", "i", "både", "somatik", "og"], "Social-"),
        (["Etablering", "af", "enhed", "på", "tværs"], "Social-"),
        (["Udefunktion", "fra", "psykiatrien", "til", "herberger"], "Social-"),
        (["Fast", "sundhedspersonale", "på", "herberger", "og"], "Social-"),
        (["I", "samarbejde", "med", "Københavns", "Kommune"], "Social-"),
        (["Etablering", "af", "et", "specialiseret", "sengeafsnit"], "Administrationen"),
        (["Implementering", "af", "”Det", "udadvendte", "hospital"], "Administrationen"),
        (["Styrket", "lighed", "i", "behandling", "og"], "Administrationen"),
    ]


def test_a_title_divided_at_the_end_of_a_line_is_whole(shared: Path, result: IntakeResult) -> None:
    assert "frivillige fællesskaber" in of(result, "000")[0].title


def test_the_economy_is_read_as_numbers_by_year_and_line(shared: Path, result: IntakeResult) -> None:
    (one,) = of(result, "000")
    assert one.tables["economy"].columns == ("2026", "2027", "2028", "2029")
    assert one.tables["economy"].unit == "mio. kr."
    assert list(shown(one.tables["economy"]).values()) == [EMPTY, EMPTY, "0.6 0.6 0.6 ·", "0.6 0.6 0.6 ·"]
    assert list(one.tables["economy"].rows) == LINES


def test_a_range_stays_a_range_and_a_written_zero_is_no_empty_cell(
    shared: Path, result: IntakeResult
) -> None:
    (one,) = of(result, "002")
    assert shown(one.tables["economy"])["Udgifter i alt"] == " ".join(["1.0-3.0"] * 4)
    assert shown(one.tables["staff"]) == {"Årsværk": "0 0 0 0"}


def test_three_initiatives_in_one_document_keep_their_own_figures(shared: Path, result: IntakeResult) -> None:
    assert [list(shown(one.tables["economy"]).values()) for one in of(result, "004")] == [
        [EMPTY] * 4,
        [EMPTY, "1.5 3.0 3.0 3.0", "0.5 1.0 1.0 1.0", EMPTY],
        [EMPTY] * 4,
    ]


def test_the_crossed_box_is_told_and_none_is_told_where_none_is(shared: Path, result: IntakeResult) -> None:
    crossed = {"financing": {"Sundhedskassen": "x"}}
    assert [one.choices for one in of(result, "004")] == [crossed, crossed, {"financing": {}}]
    assert of(result, "000")[0].choices == crossed
    assert of(result, "002")[0].choices == crossed


def test_remarks_are_found_under_both_of_their_names(shared: Path, result: IntakeResult) -> None:
    assert of(result, "000")[0].answers["remarks"].startswith("Bispebjerg og Frederiksberg")
    assert of(result, "002")[0].answers["remarks"].startswith("Region Hovedstaden samarbejder")


def test_parts_of_the_template_that_were_not_filled_are_told_and_not_taken(
    shared: Path, result: IntakeResult
) -> None:
    told = [
        (problem.where[:3], problem.field)
        for problem in result.problems
        if problem.message.startswith("the template's own words")
    ]
    assert told == [("003", "answers.un_goals"), *[("004", "answers.draft")] * 3]
    assert {one.answers["draft"] for one in of(result, "004")} == {""}
    assert {one.answers["un_goals"] for one in of(result, "003")} == {""}
    assert of(result, "002")[0].answers["un_goals"].startswith("Initiativet bidrager")


def test_the_eight_proposals_of_the_package_have_their_own_numbers_and_figures(
    shared: Path, result: IntakeResult
) -> None:
    package = of(result, "003")
    assert [one.id for one in package] == ["A.1", "A.2", "A.3", "A.4", "A.5", "B.1", "B.2", "C.1"]
    assert [lines_of_salary(one) for one in package[:-1]] == [
        "0.9 0.9 0.9 0.9",
        "6.3 6.3 6.3 6.3",
        "1.8 1.8 1.8 1.8",
        "3.6 3.6 3.6 3.6",
        "6.8 6.8 6.8 6.8",
        "5.5 5.5 5.5 5.5",
        "· · · ·",
    ]
    assert [shown(one.tables["staff"])["Årsværk"].split()[0] for one in package[:-1]] == [
        *("2", "14", "2", "4", "12", "·", "·"),
    ]
    assert shown(package[4].tables["economy"])["Etableringsudgifter"] == "0.5 · · ·"
    assert package[-1].tables == {}


def test_the_proposals_of_the_package_have_their_own_texts(shared: Path, result: IntakeResult) -> None:
    package = of(result, "003")
    assert [one.answers["purpose"].split()[:3] for one in package] == [
        ["Den", "eksisterende", "socialsygeplejerskefunktion"],
        ["Den", "eksisterende", "socialsygeplejerskefunktion"],
        ["Der", "etableres", "en"],
        ["Der", "etableres", "en"],
        ["Der", "etableres", "en"],
        ["Mange", "herberger", "har"],
        ["Fra", "herberger", "og"],
        ["Målgruppen", "er", "de"],
    ]
    assert len({one.answers["remarks"] for one in package[:5]}) == 1
    assert len({one.answers["remarks"] for one in package}) == 4
    assert [bool(one.answers["draft"]) for one in package] == [*[False] * 7, True]


def test_what_the_package_has_in_common_is_kept_with_each_proposal_as_such(
    shared: Path, result: IntakeResult
) -> None:
    package = of(result, "003")
    assert {one.facts["package"] for one in package} == {"Budgetforslag målrettet socialt udsatte"}
    assert len({one.shared["introduction"] for one in package}) == 1
    assert len(package[0].shared["introduction"].split()) > 250
    assert len({one.shared["part"] for one in package}) == 3
    assert {one.shared["common_draft"].split()[0] for one in package} == {"”Vi"}
    assert {tuple(one.choices["financing"].items()) for one in package} == {(("Sundhedskassen", "x"),)}
