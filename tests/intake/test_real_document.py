"""The real document of 26 nominations is read whole."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.making import ANSWERS, FORM, HEADINGS, real_document, told
from nominate_tui.intake.account import account
from nominate_tui.intake.fill import contents_of
from nominate_tui.intake.form import heading_key
from nominate_tui.intake.form_files import known_forms
from nominate_tui.intake.merge import merge
from nominate_tui.intake.result import IntakeResult
from nominate_tui.intake.split import divide
from nominate_tui.intake.take import take_in
from nominate_tui.model.nomination import Nominations

pytestmark = pytest.mark.shared

NOW = datetime(2026, 11, 22, tzinfo=UTC)

MENDED = 8
"""How many words of the document are divided by a hyphen at the end of a line (counted by eye)."""

NAME = "001_b97b7e75f03eaa19.txt"

TITLES = [
    ("Patientpanel for kvinder & par i", 8),
    ("Social Sundhed", 2),
    ("Mennesker har brug for mennesker", 5),
    ("Ungementorer på Herlev og Hvidovre Hospital", 6),
    ("Lev godt efter brystkræft – bone@BC", 7),
    ("Ulighed i Sundhed – EN AF", 10),
    ("Frivillig Palliativ Indsats – et samarbejde", 12),
    ("En lille Social Sejr under Indlæggelse", 10),
    ("Succes i samarbejdet mellem Sygehus Lillebælt", 8),
    ("Palliativ Frivillig Indsats – et samarbejde", 9),
    ("Mennesker har brug for mennesker", 5),
    ("APP-guider Sygehus Sønderjylland Sønderborg", 4),
    ("Matching Brains – et peer to", 16),
    ("Tilkaldekorps af frivillige tryghedspersoner til utrygge", 7),
    ("Klædeskabet", 1),
    ("Tæt og tør", 3),
    ("Ungecaféer ved Ungdommens Røde Kors, i", 10),
    ("Klædeskabet", 1),
    ("Vidensenhed for rehabilitering og palliation ved", 10),
    ("Klædeskabet", 1),
    ("Det Tværsektorielle Fællesteam", 3),
    ("Partnerskab mellem Amager og Hvidovre Hospital", 9),
    ("KOL på gadeplan", 3),
    ("Sportscar Bornholm", 2),
    ("PreCare-KOL", 1),
    ("WeShelters Sociale Have på Bispebjerg Hospital", 6),
]
"""The first six words of each title, and how many words it has."""

STARTS = {
    1: "Primo 2023",
    2: "Oktober 2014",
    3: "1/1-2023",
    4: "1/9-2023",
    5: "1. maj 2019",
    7: "1. januar 2022",
    8: "November 2022",
    9: "2022",
    10: "2022",
    11: "1. januar 2023",
    12: "01-09-2023",
    13: "Projektet er påbegyndt i slutningen af 2022.",
    14: "Efteråret 2023",
    15: "April 2022",
    16: "3. januar 2022",
    18: "2023",
    19: "December 2020",
    20: "August 2023",
    21: "1.1.2023",
    22: "2. halvår 2023",
    23: "1. april 2023",
    24: "Est. 2021",
    25: "1 Marts 2023",
}
"""The starts that are one line; 6, 17 and 26 are more."""


def together(words: Iterable[str]) -> str:
    """Words as one text without hyphens: a word that was divided at the end of a line is one word again."""
    return "".join(words).replace("-", "")


@pytest.fixture(scope="module")
def result(request: pytest.FixtureRequest) -> IntakeResult:
    return take_in([Path(__file__).parents[3] / "shared" / "seeds" / NAME], known_forms())


def words_under_headings(path: Path) -> dict[tuple[int, str], list[str]]:
    """The words under each heading, found in the simplest way: a heading is a line that says just that."""
    fields = {heading_key(heading): field for field, heading in HEADINGS.items()}
    found: dict[tuple[int, str], list[str]] = {}
    number, field = 0, ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if begins := re.match(r" ?Indstilling (\d+):", line):
            number, field = int(begins[1]), ""
        elif heading_key(line) in fields:
            field = fields[heading_key(line)]
            found[number, field] = []
        elif field:
            found[number, field] += line.split()
    return found


def test_all_26_are_read_with_their_numbers_and_titles(shared: Path, result: IntakeResult) -> None:
    assert result.form == "indstilling"
    assert result.nominations.ids == tuple(str(number) for number in range(1, 27))
    titles = [one.title.split() for one in result.nominations]
    assert [(" ".join(words[:6]), len(words)) for words in titles] == TITLES


def test_every_nomination_has_its_facts_its_contact_and_seven_answers(
    shared: Path, result: IntakeResult
) -> None:
    for one, contact in zip(result.nominations, result.contacts, strict=True):
        assert all((one.organisation, one.responsible, one.started))
        assert contact.nomination == one.id
        assert all((contact.name, contact.telephone))
        assert re.fullmatch(r"\S+@\S+\.\S+", contact.email)
        assert tuple(answer for answer, text in one.answers.items() if text) == ANSWERS


def test_starts_are_as_they_were_written(shared: Path, result: IntakeResult) -> None:
    assert {int(one.id): one.started for one in result.nominations if int(one.id) in STARTS} == STARTS


def test_a_start_that_is_a_list_keeps_its_items(shared: Path, result: IntakeResult) -> None:
    introduction, items, after = result.nominations["17"].started.split("\n\n")
    assert introduction.endswith("følger:")
    assert [(line.split()[0], line.split()[3], line.split()[-1]) for line in items.split("\n")] == [
        ("-", "Odense:", "2017"),
        ("-", "Vejle", "2023"),
        ("-", "Esbjerg", "2023"),
        ("-", "Aabenraa", "2024"),
    ]
    assert after.startswith("Ti år,")
    assert after.endswith("i psykiatrien.")


@pytest.mark.parametrize("number", ["6", "26"])
def test_a_start_of_several_lines_is_one_paragraph(shared: Path, result: IntakeResult, number: str) -> None:
    assert "\n" not in result.nominations[number].started


def test_a_question_in_an_answer_is_no_heading_and_a_paragraph_no_nomination(
    shared: Path, result: IntakeResult
) -> None:
    assert result.nominations["6"].answers["purpose"].startswith("Hvordan kan vi mindske ulighed")
    assert result.nominations["26"].answers["spread"].split("\n\n")[-1].startswith("Indstillingen")


def test_the_words_under_each_heading_are_in_its_field_in_their_order(
    shared: Path, result: IntakeResult
) -> None:
    taken = {
        (int(one.id), field): text.split()
        for one, contact in zip(result.nominations, result.contacts, strict=True)
        for field, text in {
            "title": one.title,
            "responsible": one.responsible,
            "organisation": one.organisation,
            "contact.name": contact.name,
            "contact.email": contact.email,
            "contact.telephone": contact.telephone,
            "started": one.started,
            **{f"answers.{answer}": text for answer, text in one.answers.items()},
        }.items()
    }
    stood = words_under_headings(shared / "seeds" / NAME)
    assert {key: together(words) for key, words in taken.items()} == {
        key: together(words) for key, words in stood.items()
    }
    assert sum(map(len, stood.values())) - sum(map(len, taken.values())) == MENDED


def test_every_word_of_the_document_is_in_one_field_or_in_a_named_heading(shared: Path) -> None:
    divided = divide(real_document(shared), FORM)
    portions = list(account(divided, contents_of(divided)))
    words = (shared / "seeds" / NAME).read_text(encoding="utf-8").split()
    assert together(word for portion in portions for word in portion.words) == together(words)
    assert [portion for portion in portions if portion.role == "not understood" and portion.words] == []
    named = [portion.field for portion in portions if portion.role == "heading"]
    assert named == ["id", *HEADINGS] * 26


def test_exactly_the_answers_that_are_cut_are_told_and_nothing_else(
    shared: Path, result: IntakeResult
) -> None:
    assert told(result.problems) == [
        ("warning", f"{NAME}:641", ""),  # words that were divided at the ends of lines
        ("warning", f"{NAME}:881", "answers.purpose"),
        ("warning", f"{NAME}:924", "answers.implementation"),
        ("warning", f"{NAME}:1105", "answers.implementation"),
        ("warning", f"{NAME}:1620", "answers.implementation"),
        ("warning", f"{NAME}:1669", "answers.spread"),
    ]


def test_each_nomination_knows_the_line_it_begins_on(shared: Path, result: IntakeResult) -> None:
    lines = {one.id: int(one.source.place) for one in result.nominations if one.source}
    assert (lines["1"], lines["13"], lines["15"], lines["26"]) == (1, 1144, 1352, 2483)


def test_to_take_it_in_again_changes_nothing(shared: Path, result: IntakeResult) -> None:
    first = merge(Nominations(), (), result, NOW)
    again = merge(first.nominations, first.contacts, result, NOW)
    assert (again.nominations, again.contacts) == (result.nominations, result.contacts)
    assert (again.added, dict(again.changed), again.problems) == ((), {}, result.problems)
