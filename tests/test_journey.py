"""From documents to the shortlist with plain commands, with a result that was worked out by hand.

The criteria weigh 25, 20, 25, 10 and 20. "4 × 5" is a 4 on all five of them:

    nomination        anna                     bo              clara    overall
    1 Klædeskabet     4 × 5                    5 × 5           3 × 5    4.00
    2 Natcaféen       3 × 5                    4 × 5           3 × 5    10/3   → 3.33
    3 Klædeskabet     2 × 5                    nothing         1 × 5    3/2    → 1.50
    4 Følgesvenden    5 4 3 2 1 → 3.20         4 × 5           3 × 5    10.2/3 → 3.40
    5 Haven           5 × 5                    one score       4 × 5    9/2    → 4.50

With 3 as a duplicate of 1, anna gave (4 + 2)/2 = 3, bo 5 and clara (3 + 1)/2 = 2: together 10/3 → 3.33, the same
as 2 has, and the same on every criterion: they share rank 3, until the chair decides.
"""

import csv
import io
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from cli.documents import document, entry
from cli.printing import CommandLine

CRITERIA: Final = ("innovation", "implementation", "user_value", "staff_recognition", "spread")

SCORES: Final[Mapping[str, Mapping[str, str]]] = {
    "anna": {"1": "44444", "2": "33333", "3": "22222", "4": "54321", "5": "55555"},
    "bo": {"1": "55555", "2": "44444", "3": "     ", "4": "44444", "5": "5    "},
    "clara": {"1": "33333", "2": "33333", "3": "11111", "4": "33333", "5": "44444"},
}

REASON: Final = ("--reason", "Det samme rum, indstillet to gange")


@pytest.fixture
def nominate(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


@pytest.fixture
def prize(nominate: CommandLine, tmp_path: Path) -> Path:
    """A round with room for two, its nominations taken in and its scores collected."""
    folder = tmp_path / "prisen"
    nominate.done("new", folder, "--language", "da")
    rules = folder / "scoring.toml"
    text = rules.read_text(encoding="utf-8")
    assert "shortlist = 5 " in text
    assert 'method = "adjusted"' in text
    changed = text.replace("shortlist = 5 ", "shortlist = 2 ").replace('"adjusted"', '"mean"')
    rules.write_text(changed, encoding="utf-8")
    nominate.done("intake", *documents(tmp_path), "--round", folder)
    nominate.done("collect", score_table(tmp_path), "--round", folder)
    nominate.done("check", folder)
    return folder


def documents(folder: Path) -> list[Path]:
    """Two documents, as they came in the mail."""
    first = [entry(1, "Klædeskabet"), entry(2, "Natcaféen", "Per Ask"), entry(3, "Klædeskabet")]
    second = [entry(4, "Følgesvenden", "Ib Kold"), entry(5, "Haven", "Lis Lund")]
    return [document(folder / "første.txt", first), document(folder / "anden.txt", second)]


def score_table(folder: Path) -> Path:
    """The scores as a Danish spreadsheet saves them: semicolons, a byte order mark, empty cells."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["nomination", "criterion", "juror", "score"])
    for juror, ballot in SCORES.items():
        for nomination, given in ballot.items():
            writer.writerows((nomination, *row) for row in zip(CRITERIA, [juror] * 5, given, strict=True))
    file = folder / "point.csv"
    file.write_bytes(text.getvalue().encode("utf-8-sig"))
    return file


def order(nominate: CommandLine, prize: Path) -> list[tuple[str, str, str, str]]:
    """Rank, nomination, overall score and how many jurors count, the best first."""
    rows = nominate.done("ranking", prize, "--format", "csv").rows
    return [(row["rank"], row["nomination"], row["overall"], row["n"]) for row in rows]


def test_scores_become_a_ranking(nominate: CommandLine, prize: Path) -> None:
    assert order(nominate, prize) == [
        ("1", "5", "4.50", "2"),
        ("2", "1", "4.00", "3"),
        ("3", "4", "3.40", "3"),
        ("4", "2", "3.33", "3"),
        ("5", "3", "1.50", "2"),
    ]
    assert nominate.done("ranking", prize, "--format", "json").json["shortlist"] == ["5", "1"]


def test_a_settled_duplicate_changes_the_shortlist(nominate: CommandLine, prize: Path) -> None:
    pair = nominate.done("duplicates", prize, "--format", "json").json["pairs"][0]
    assert (pair["a"], pair["b"], pair["suggested"]) == ("1", "3", "duplicate")
    nominate.done("settle", 1, 3, "duplicate", *REASON, "--round", prize)
    assert order(nominate, prize) == [
        ("1", "5", "4.50", "2"),
        ("2", "4", "3.40", "3"),
        ("3=", "1", "3.33", "3"),
        ("3=", "2", "3.33", "3"),
    ]
    assert nominate.done("ranking", prize, "--format", "json").json["shortlist"] == ["5", "4"]


def test_the_chair_decides_what_nothing_else_separates(nominate: CommandLine, prize: Path) -> None:
    nominate.done("settle", 1, 3, "duplicate", *REASON, "--round", prize)
    asked = ("ranking", prize, "--shortlist", 3, "--format", "json")
    undecided = nominate.done(*asked).json
    assert (undecided["shortlist"], undecided["tie_at_the_line"]) == (["5", "4", "1", "2"], True)
    nominate.done("decide", 2, 1, "--reason", "Den yngste", "--round", prize)
    decided = nominate.done(*asked).json
    assert (decided["shortlist"], decided["tie_at_the_line"]) == (["5", "4", "2"], False)
    assert [row["separated_by"] for row in decided["ranking"]] == [None, "overall", "overall", "chair"]


def test_the_result_is_exported_and_the_same_bytes_come_again(
    nominate: CommandLine, prize: Path, tmp_path: Path
) -> None:
    nominate.done("settle", 1, 3, "duplicate", *REASON, "--round", prize)
    nominate.done("lock", prize)
    nominate.done("export", prize, "--to", tmp_path / "a")
    nominate.done("export", prize, "--to", tmp_path / "b")
    a, b = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in "ab")
    assert a == b
    shortlist = tomllib.loads(a["shortlist.toml"].decode())
    assert [(row["id"], row["overall"]) for row in shortlist["nomination"]] == [("5", "4.50"), ("4", "3.40")]
    ranking = a["ranking.csv"].decode("utf-8-sig").splitlines()
    assert [line.split(";")[:3] for line in ranking[1:]] == [
        ["1", "5", "Haven"],
        ["2", "4", "Følgesvenden"],
        ["3=", "1", "Klædeskabet"],
        ["3=", "2", "Natcaféen"],
    ]
    # anna 25 scores, bo 15 and one, clara 25, below the names of the columns.
    assert a["scores.csv"].decode("utf-8-sig").count("\r\n") == 1 + 25 + 16 + 25


def test_what_was_exported_with_names_can_be_collected_again(
    nominate: CommandLine, prize: Path, tmp_path: Path
) -> None:
    nominate.done("export", prize, "--to", tmp_path / "a", "--with-names")
    printed = nominate("collect", tmp_path / "a" / "scores.csv", "--round", prize, "--format", "json")
    nothing_else = {"added": 0, "replaced": 0, "removed": 0, "unconfirmed": False}
    assert (printed.code, printed.json["jurors"]) == (
        0,
        [
            {"juror": "anna", "same": 25, **nothing_else},
            {"juror": "bo", "same": 16, **nothing_else},
            {"juror": "clara", "same": 25, **nothing_else},
        ],
    )
