"""Two jurors with a half each, from the documents to a bundle that holds, with a result that was worked out by hand.

"4 × 5" is a 4 on all five criteria. Anna is to score 1, 2 and 3, Bo 4, 5 and 6; Anna scored 4, too, before she was given
her half. Both halves meet in 4 alone, which is too little to tell strict from mild: the adjusted scores are the means.

    nomination        anna     bo       overall
    1 Klædeskabet     4 × 5             4.00
    2 Natcaféen       3 × 5             3.00
    3 Sangkufferten   2 × 5             2.00
    4 Følgesvenden    4 × 5    5 × 5    9/2   → 4.50
    5 Haven                    5 × 5    5.00
    6 Fiskeriet                1 × 5    1.00
"""

import csv
import io
import tomllib
from pathlib import Path
from typing import Final

import pytest

from cli.documents import document, entry
from cli.printing import CommandLine
from export.sample import mended

TITLES: Final = ("Klædeskabet", "Natcaféen", "Sangkufferten", "Følgesvenden", "Haven", "Fiskeriet")
OWNERS: Final = ("Eva Dahl", "Per Ask", "Ane Bro", "Ib Kold", "Lis Lund", "Ove Krag")
CRITERIA: Final = ("innovation", "implementation", "user_value", "staff_recognition", "spread")
HALVES: Final = {"anna": ("1", "2", "3"), "bo": ("4", "5", "6")}
GIVEN: Final = {"anna": {"1": 4, "2": 3, "3": 2}, "bo": {"4": 5, "5": 5, "6": 1}}


@pytest.fixture
def nominate(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


@pytest.fixture
def prize(nominate: CommandLine, tmp_path: Path) -> Path:
    """A round of six nominations, in which Anna scored 4 before each juror was given a half."""
    folder = tmp_path / "prisen"
    nominate.done("new", folder, "--language", "da")
    entries = [entry(place, *each) for place, each in enumerate(zip(TITLES, OWNERS, strict=True), start=1)]
    nominate.done("intake", document(tmp_path / "alle.txt", entries), "--round", folder)
    change(folder, ("quorum = 2 ", "quorum = 1 "), ("shortlist = 5 ", "shortlist = 2 "))
    change(folder, ('[[juror]]\nid = "clara"\nname = "Clara Christensen"\n', ""))
    give(nominate, folder, "anna", "4", 4)
    for juror, half in HALVES.items():
        listed = ", ".join(f'"{id}"' for id in half)
        change(folder, (f'id = "{juror}"\n', f'id = "{juror}"\nnominations = [{listed}]\n'))
    return folder


def change(folder: Path, *texts: tuple[str, str]) -> None:
    """Put other texts into the rules, each of which stands there once."""
    rules = folder / "scoring.toml"
    text = rules.read_text(encoding="utf-8")
    for old, new in texts:
        assert text.count(old) == 1
        text = text.replace(old, new)
    rules.write_text(text, encoding="utf-8")


def give(nominate: CommandLine, prize: Path, juror: str, nomination: str, score: int) -> None:
    """Score every criterion of a nomination alike."""
    scores = [f"{criterion}={score}" for criterion in CRITERIA]
    nominate.done("score", nomination, *scores, "--as", juror, "--round", prize)


def judged(nominate: CommandLine, prize: Path) -> None:
    """Everybody scores a half and confirms it."""
    for juror, given in GIVEN.items():
        for nomination, score in given.items():
            give(nominate, prize, juror, nomination, score)
        nominate.done("confirm", prize, "--as", juror)


def test_a_half_is_all_that_a_juror_is_waited_for(nominate: CommandLine, prize: Path) -> None:
    before = nominate.done("progress", prize, "--format", "json").json
    assert [(each["given"], each["unfinished"]) for each in before["jurors"]] == [
        (3, ["1", "2", "3"]),
        (3, ["4", "5", "6"]),
    ]
    judged(nominate, prize)
    told = nominate.done("progress", prize, "--format", "json").json
    assert (told["confirmed"], told["below_quorum"]) == (2, [])
    assert [(each["given"], each["unfinished"], each["states"]) for each in told["jurors"]] == [
        (
            3,
            [],
            {"missing": 0, "unfinished": 0, "complete": 4, "abstained": 0, "recused": 0, "unassigned": 2},
        ),
        (
            3,
            [],
            {"missing": 0, "unfinished": 0, "complete": 3, "abstained": 0, "recused": 0, "unassigned": 3},
        ),
    ]
    lines = nominate.done("progress", prize).lines
    assert [line.split()[8:10] for line in lines[2:4]] == [["2", "3/3"], ["3", "3/3"]]


def test_halves_become_a_ranking_in_which_nothing_is_a_zero(nominate: CommandLine, prize: Path) -> None:
    judged(nominate, prize)
    told = nominate.done("ranking", prize, "--format", "json").json
    assert told["method"] == "adjusted"
    rows = [
        (row["nomination"], row["overall"], row["n"], row["states"]["unassigned"]) for row in told["ranking"]
    ]
    assert rows == [
        ("5", "5.00", 1, 1),
        ("4", "4.50", 2, 0),
        ("1", "4.00", 1, 1),
        ("2", "3.00", 1, 1),
        ("3", "2.00", 1, 1),
        ("6", "1.00", 1, 1),
    ]
    assert {row["states"]["missing"] for row in told["ranking"]} == {0}


def test_the_bundle_of_halves_tells_them_and_holds(
    nominate: CommandLine, prize: Path, tmp_path: Path
) -> None:
    judged(nominate, prize)
    result = tmp_path / "resultat"
    nominate.done("export", prize, "--to", result)
    verified = nominate.done("verify", result, "--format", "json").json
    assert (verified["holds"], verified["reviews"], verified["differences"]) == (True, 7, [])
    rules = tomllib.loads((result / "rules.toml").read_text(encoding="utf-8"))
    assert sorted(juror["nominations"] for juror in rules["juror"]) == [["1", "2", "3"], ["4", "5", "6"]]
    assert {juror["name"] for juror in rules["juror"]} == {"J1", "J2"}
    table = csv.DictReader(
        io.StringIO((result / "ranking.csv").read_text(encoding="utf-8-sig")), delimiter=";"
    )
    assert [(row["nomination"], row["missing"], row["unassigned"]) for row in table] == [
        (id, "0", "0" if id == "4" else "1") for id in "541236"
    ]
    record = tomllib.loads((result / "ranking.toml").read_text(encoding="utf-8"))
    assert [row["states"]["unassigned"] for row in record["ranking"]] == [1, 0, 1, 1, 1, 1]


def test_another_list_in_a_bundle_is_found(nominate: CommandLine, prize: Path, tmp_path: Path) -> None:
    judged(nominate, prize)
    result = tmp_path / "resultat"
    nominate.done("export", prize, "--to", result)
    rules = result / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace('["1", "2", "3"]', '["1", "2", "3", "5"]'), encoding="utf-8")
    mended(result)
    told = nominate("verify", result, "--format", "json")
    assert (told.code, told.json["holds"]) == (1, False)
    found = [
        (each["place"], each["recorded"], each["recomputed"])
        for each in told.json["differences"]
        if each["file"] == "ranking.toml"
    ]
    assert found == [
        ("ranking, nomination 5, states, missing", "0", "1"),
        ("ranking, nomination 5, states, unassigned", "1", "0"),
    ]


def test_what_is_wrong_in_a_half_is_told_before_anything_is_ranked(
    nominate: CommandLine, prize: Path
) -> None:
    assert [each["message"] for each in checked(nominate, prize)] == [
        'anna judged what is not in this list, which counts all the same: "4"'
    ]
    change(prize, ('["1", "2", "3"]', '["1", "2", "3", "7"]'))
    (error,) = (each for each in checked(nominate, prize) if each["severity"] == "error")
    lines = (prize / "scoring.toml").read_text(encoding="utf-8").splitlines()
    line = lines.index('nominations = ["1", "2", "3", "7"]') + 1
    assert (error["where"], error["field"], error["message"]) == (
        f"scoring.toml:{line}",
        "juror[1].nominations[4]",
        'there is no nomination "7"',
    )
    assert nominate("ranking", prize).code == 1


def checked(nominate: CommandLine, prize: Path) -> list[dict[str, str]]:
    """What `check` tells, in English."""
    problems: list[dict[str, str]] = nominate("check", prize, "--language", "en", "--format", "json").json[
        "problems"
    ]
    return problems
