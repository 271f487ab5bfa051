from datetime import UTC, datetime
from pathlib import Path

import pytest

from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict
from nominate_tui.notation.ballot import read_ballot, write_ballot
from notation.nouns import NOMINATIONS, RULES
from notation.problems import problems

TEXT = """format = 1
round = "2026"
juror = "anna"
confirmed = 2026-11-22T10:00:00Z

[[review]]
nomination = "2"
scores = { innovation = 4 }
abstained = ["spread"]
comment = "for the chair and the deliberation"
note = \"\"\"
private:
stays in this ballot\"\"\"
flagged = true
changed = 2026-11-22T09:58:11Z

[[review]]
nomination = "1"
recused = { kind = "professional", reason = "my own department" }
"""

BALLOT = Ballot(
    "2026",
    "anna",
    {
        "2": Review(
            "2",
            {"innovation": 4},
            frozenset({"spread"}),
            "for the chair and the deliberation",
            "private:\nstays in this ballot",
            flagged=True,
            changed=datetime(2026, 11, 22, 9, 58, 11, tzinfo=UTC),
        ),
        "1": Review("1", conflict=Conflict("professional", "my own department")),
    },
    datetime(2026, 11, 22, 10, tzinfo=UTC),
)

HEAD = 'format = 1\nround = "2026"\njuror = "anna"\n'


def read(text: str) -> Ballot:
    """Anna's ballot in the file anna.toml."""
    return read_ballot(text, "anna.toml", "anna", RULES, NOMINATIONS)


def refused(review: str) -> list[str]:
    """The problems of a ballot with one review, of nomination 1, that begins on line 4."""
    return problems(lambda: read(f'{HEAD}[[review]]\nnomination = "1"\n{review}'))


def test_a_ballot_is_read_as_it_is_written() -> None:
    assert read(TEXT) == BALLOT
    assert list(read(TEXT).reviews) == ["2", "1"]


def test_a_ballot_is_written_for_people_to_read() -> None:
    assert write_ballot(BALLOT) == TEXT


def test_a_new_ballot_is_a_head_only() -> None:
    assert write_ballot(Ballot("2026", "anna")) == HEAD
    assert read(HEAD) == Ballot("2026", "anna")


def test_reviews_may_be_written_as_tables_or_in_one_value() -> None:
    text = HEAD + 'review = [\n  { nomination = "1", scores = { innovation = 4 } },\n]\n'
    assert read(text) == read(f'{HEAD}[[review]]\nnomination = "1"\n[review.scores]\ninnovation = 4\n')


def test_times_of_other_zones_are_told_in_utc() -> None:
    assert read(HEAD + "confirmed = 2026-11-22T11:00:00+01:00").confirmed == BALLOT.confirmed


def test_what_a_juror_writes_is_inert_for_the_chair() -> None:
    text = f'{HEAD}[[review]]\nnomination = "1"\ncomment = "x\\u001b]52;c;QQ==\\u001b\\\\y [ @click=app.quit]z[/]"'
    assert read(text).review("1").comment == "x␛]52;c;QQ==␛\\y [ @click=app.quit]z[/]"


def test_unclean_text_is_written_clean() -> None:
    ballot = Ballot("2026", "anna", {"1": Review("1", comment="a\ud800\x1b")})
    assert read(write_ballot(ballot)).review("1").comment == "a\ufffd␛"


@pytest.mark.parametrize(
    ("review", "problem"),
    [
        (
            "scores = { innovation = 6 }",
            "6 review[1].scores.innovation: 6 does not fit here → write a whole number from 1 to 5",
        ),
        (
            "scores = { innovation = 0 }",
            "6 review[1].scores.innovation: 0 does not fit here → write a whole number from 1 to 5",
        ),
        (
            "scores = { innovation = nan }",
            "6 review[1].scores.innovation: nan does not fit here → write a whole number from 1 to 5",
        ),
        (
            "scores = { innovation = true }",
            "6 review[1].scores.innovation: true does not fit here → write a whole number from 1 to 5",
        ),
        (
            "scores = { innovation = 4.0 }",
            "6 review[1].scores.innovation: 4.0 does not fit here → write a whole number from 1 to 5",
        ),
        (
            "scores = { inovation = 4 }",
            '6 review[1].scores.inovation: there is no criterion "inovation" → did you mean innovation?',
        ),
        (
            "scores = { xyz = 4 }",
            '6 review[1].scores.xyz: there is no criterion "xyz" → write one of: innovation, spread',
        ),
        ("scores = 4", "6 review[1].scores: 4 does not fit here → write a table: scores = { … }"),
        (
            'abstained = ["xyz"]',
            '6 review[1].abstained: there is no criterion "xyz" → write one of: innovation, spread',
        ),
        (
            'scores = { spread = 4 }\nabstained = ["spread"]',
            "7 review[1].abstained: spread is both scored and abstained from"
            " → take out the score or the abstention",
        ),
        (
            'recused = { kind = "family", reason = "x" }',
            '6 review[1].recused.kind: "family" does not fit here → '
            "write one of: professional, personal, financial, other",
        ),
        (
            'recused = { reason = "x" }',
            "6 review[1].recused.kind: kind is missing → "
            "write one of: professional, personal, financial, other",
        ),
        (
            'recused = { kind = "other" }',
            "6 review[1].recused.reason: reason is missing → say the reason in a few words",
        ),
        (
            "recused = true",
            "6 review[1].recused: true does not fit here → write a table: recused = { … }",
        ),
        ("flagged = 1", "6 review[1].flagged: 1 does not fit here → write true or false, without quotes"),
        (
            "changed = 2026-11-22",
            "6 review[1].changed: 2026-11-22 does not fit here → "
            "write date, time and zone without quotes: 2026-11-22T10:00:00Z",
        ),
        ("coment = 'x'", "6 review[1].coment: the key coment is not known here → did you mean comment?"),
        (
            '[[review]]\nnomination = "1"',
            '7 review[2].nomination: nomination "1" is reviewed a second time → keep one of the two reviews',
        ),
        (
            '[[review]]\nnomination = "99"',
            '7 review[2].nomination: there is no nomination "99" → correct the id, or take the review out',
        ),
        (
            "[[review]]",
            '6 review[2].nomination: nomination is missing → write for example nomination = "15"',
        ),
    ],
)
def test_what_is_wrong_in_a_review_is_told_with_its_line(review: str, problem: str) -> None:
    assert problem in {found.removeprefix("anna.toml:") for found in refused(review)}


def test_a_wrong_kind_of_conflict_is_one_problem_for_each_thing_that_is_wrong() -> None:
    assert len(refused("recused = true")) == 1


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        (
            'format = 2\nround = "2026"\njuror = "anna"',
            "1 format: this file has format 2, which this version does not know"
            " → open it with the version of the program that wrote it",
        ),
        ('round = "2026"\njuror = "anna"', "1 format: format is missing → write for example format = 1"),
        (
            'format = 1\nround = "2025"\njuror = "anna"',
            '2 round: the ballot is of the round "2025", and this round is "2026"'
            " → put the ballot into the folder of its round",
        ),
        (
            'format = 1\nround = "2026"\njuror = "bo"',
            '3 juror: the ballot says it is by "bo", but its place is that of "anna"'
            ' → give the file its juror\'s name, or write juror = "anna" if the ballot is theirs',
        ),
        (
            'format = 1\nround = "2026"',
            '1 juror: juror is missing → write for example juror = "anna"',
        ),
        (
            'format = 1\njuror = "anna"',
            '1 round: round is missing → write for example round = "2026"',
        ),
    ],
)
def test_the_head_says_whose_ballot_of_which_round_it_is(head: str, problem: str) -> None:
    assert problems(lambda: read(head)) == [f"anna.toml:{problem}"]


@pytest.mark.parametrize(
    "end", ["scores = { innov", "abstained = [", "private:\nstays", "confirmed = 2026-11"]
)
def test_a_ballot_torn_in_a_value_is_refused_with_the_line(end: str) -> None:
    torn = TEXT[: TEXT.index(end) + len(end)]
    (problem,) = problems(lambda: read(torn))
    assert problem.startswith(f"anna.toml:{torn.count(chr(10)) + 1}: this is not valid TOML: ")


def test_all_problems_are_told_at_once() -> None:
    text = HEAD + '[[review]]\nnomination = "9"\nscores = { innovation = 7, x = 1 }\nnot = 1\n'
    assert [problem.split(": ")[0] for problem in problems(lambda: read(text))] == [
        "anna.toml:5 review[1].nomination",
        "anna.toml:6 review[1].scores.innovation",
        "anna.toml:6 review[1].scores.x",
        "anna.toml:7 review[1].not",
    ]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("ana.toml", [4, 5, 6]),
        ("bo.toml", [4, 5, 6]),
        ("cy.toml", [4, 5, 6]),
        ("di.toml", [4, 5, 6]),
        ("ed.toml", [3, 4, 5, 6]),
        ("fi.toml", [4, 5, 6]),
        ("gu.toml", [7]),
        ("ha.toml", [4, 5, 7]),
    ],
)
def test_a_ballot_of_another_program_is_refused_with_its_lines(
    shared: Path, name: str, lines: list[int]
) -> None:
    content = (shared / "cases" / "hostile" / "ballots" / name).read_bytes()
    juror = name.removesuffix(".toml")
    found = problems(lambda: read_ballot(content, name, juror, RULES, NOMINATIONS))
    # Each is of another round (line 2) and has the keys revision, saved_at and reviews, which are not ours.
    expected = lines if name == "gu.toml" else [2, *lines]
    assert [int(problem.split(" ")[0].split(":")[1]) for problem in found] == expected
    assert all(problem.isprintable() for problem in found)
