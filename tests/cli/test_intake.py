import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomli

from cli.documents import document, entry
from cli.printing import CommandLine
from nominate_tui.jury.new_round import make_round


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A document with two nominations; in the second nobody said how it can be spread."""
    return document(
        tmp_path / "two.txt", [entry(1, "Klædeskabet"), entry(2, "Natcaféen", "Per Ask", spredes="")]
    )


def stored(round: Path) -> list[dict[str, Any]]:
    """The nominations in a round."""
    text = (round / "data" / "nominations.toml").read_text(encoding="utf-8")
    nominations: list[dict[str, Any]] = tomllib.loads(text)["nomination"]
    return nominations


def test_a_document_becomes_nominations_of_a_round(nominate: CommandLine, two: Path, tmp_path: Path) -> None:
    nominate.done("new", tmp_path / "prize")
    printed = nominate("intake", two, "--round", tmp_path / "prize")
    assert printed.code == 0
    assert [line.split()[:3] for line in printed.lines[2:4]] == [
        ["1", "Klædeskabet", "30"],
        ["2", "Natcaféen", "26"],
    ]
    assert printed.lines[-1] == "Nominations: 2, of them new: 2, changed: 0."
    assert [(each["id"], each["title"], each["organisation"]) for each in stored(tmp_path / "prize")] == [
        ("1", "Klædeskabet", "Eva Dahls sygehus"),
        ("2", "Natcaféen", "Per Asks sygehus"),
    ]
    assert "example.org" not in (tmp_path / "prize" / "data" / "nominations.toml").read_text(encoding="utf-8")
    assert "person@example.org" in (tmp_path / "prize" / "data" / "contacts.toml").read_text(encoding="utf-8")


def test_an_empty_answer_is_named_and_counted_as_a_warning(
    nominate: CommandLine, two: Path, tmp_path: Path
) -> None:
    printed = nominate("intake", two, "--round", tmp_path / "prize", "--format", "csv")
    assert [
        (row["id"], row["words"], row["empty"], row["warnings"], row["change"]) for row in printed.rows
    ] == [
        ("1", "30", "", "0", "new"),
        ("2", "26", "spread", "1", "new"),
    ]
    assert "warning: two.txt:" in printed.err


def test_a_named_folder_that_is_no_round_is_made_one(
    nominate: CommandLine, two: Path, tmp_path: Path
) -> None:
    printed = nominate("intake", two, "--round", tmp_path / "prize")
    assert printed.code == 0
    assert printed.err.splitlines()[-1] == f"A new round is made. Its rules: {tmp_path}/prize/scoring.toml"
    assert nominate("check", tmp_path / "prize").code == 0


def test_this_folder_is_not_made_a_round_unasked(
    nominate: CommandLine, two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    printed = nominate("intake", two)
    assert (printed.code, "this folder is not a round; name one with --round" in printed.err) == (2, True)
    assert list((tmp_path / "here").iterdir()) == []
    assert nominate("intake", two, "--round", ".").code == 0


def test_a_trial_writes_nothing(nominate: CommandLine, two: Path, tmp_path: Path, small: Path) -> None:
    assert nominate("intake", two, "--dry-run", "--round", tmp_path / "prize").code == 0
    assert not (tmp_path / "prize").exists()
    before = (small / "data" / "nominations.toml").read_bytes()
    nominate("intake", two, "--dry-run", "--round", small)
    assert (small / "data" / "nominations.toml").read_bytes() == before


def test_the_answer_for_programs(nominate: CommandLine, two: Path, tmp_path: Path) -> None:
    told = nominate("intake", two, "--dry-run", "--round", tmp_path / "prize", "--format", "json")
    assert (told.code, told.err) == (0, "")
    assert told.json["form"] == "indstilling"
    assert told.json["nominations"][1] == {
        "id": "2",
        "title": "Natcaféen",
        "words": 26,
        "answers": ["purpose", "audience", "innovation", "implementation", "user_value", "staff_recognition"],
        "words_by_answer": {
            "purpose": 6,
            "audience": 3,
            "innovation": 5,
            "implementation": 3,
            "user_value": 6,
            "staff_recognition": 3,
            "spread": 0,
        },
        "warnings": 1,
    }
    (problem,) = told.json["problems"]
    assert (problem["severity"], problem["field"], sorted(problem)) == (
        "warning",
        "answers.spread",
        ["field", "message", "severity", "todo", "where"],
    )
    assert (told.json["written"], told.json["new"], told.json["changed"]) == (False, ["1", "2"], [])


def test_the_same_document_again_changes_nothing(nominate: CommandLine, two: Path, tmp_path: Path) -> None:
    nominate("intake", two, "--round", tmp_path / "prize")
    before = (tmp_path / "prize" / "data" / "nominations.toml").read_bytes()
    printed = nominate("intake", two, "--round", tmp_path / "prize", "--format", "csv")
    assert [row["change"] for row in printed.rows] == ["same", "same"]
    assert (tmp_path / "prize" / "data" / "nominations.toml").read_bytes() == before


def test_a_changed_document_changes_its_nomination_and_the_others_stay(
    nominate: CommandLine, two: Path, tmp_path: Path
) -> None:
    nominate("intake", two, "--round", tmp_path / "prize")
    document(two, [entry(1, "Klædeskabet"), entry(2, "Natcaféen", "Per Ask", spredes="Overalt.")])
    printed = nominate("intake", two, "--round", tmp_path / "prize", "--format", "csv")
    assert [row["change"] for row in printed.rows] == ["same", "changed"]
    assert stored(tmp_path / "prize")[1]["answers"]["spread"] == "Overalt."


def test_an_error_in_one_document_stops_all_of_them(nominate: CommandLine, two: Path, tmp_path: Path) -> None:
    other = document(tmp_path / "other.txt", ["Nothing that looks like a form."])
    printed = nominate("intake", two, other, "--round", tmp_path / "prize")
    assert (printed.code, printed.lines[-1]) == (1, "Nothing was written: mend the errors first.")
    assert "error: other.txt" in printed.err
    assert not (tmp_path / "prize").exists()


def test_where_nothing_was_read_there_is_no_table(nominate: CommandLine, tmp_path: Path) -> None:
    other = document(tmp_path / "other.txt", ["Nothing that looks like a form."])
    assert nominate("intake", other, "--round", tmp_path / "prize").lines == [
        "Nominations: 0, of them new: 0, changed: 0.",
        "Nothing was written: mend the errors first.",
    ]


def test_empty_answers_are_counted_under_their_heading(
    nominate: CommandLine, two: Path, tmp_path: Path
) -> None:
    heading, _line, first, second = nominate("intake", two, "--round", tmp_path / "prize").lines[:4]
    end = heading.index("Empty answers") + len("Empty answers")
    assert [row[:end].split()[-1] for row in (first, second)] == ["0", "1"]
    assert [row[end - 1] for row in (first, second)] == ["0", "1"]


def test_a_round_that_cannot_be_read_is_answered_in_json_too(
    nominate: CommandLine, two: Path, small: Path
) -> None:
    (small / "data" / "nominations.toml").write_text("torn = ", encoding="utf-8")
    told = nominate("intake", two, "--round", small, "--format", "json")
    assert (told.code, told.err) == (1, "")
    (problem,) = told.json.pop("problems")
    assert (problem["severity"], problem["where"]) == ("error", "data/nominations.toml:1")
    assert told.json | {"problems": []} == {
        "form": "",
        "documents": [],
        "nominations": [],
        "problems": [],
        "written": False,
        "new": [],
        "changed": [],
        "changes": [],
    }


def test_a_changed_text_is_told_before_it_is_written(
    nominate: CommandLine, two: Path, tmp_path: Path
) -> None:
    nominate("intake", two, "--round", tmp_path / "prize")
    document(
        two, [entry(1, "Klædeskabet"), entry(2, "Natcaféen", "Per Ask", spredes="Alle steder i landet.")]
    )
    told = nominate("intake", two, "--round", tmp_path / "prize")
    assert told.err.splitlines() == [
        "nomination 2 “Natcaféen”, answers.spread: 0 words taken out, 4 put in: “” → “Alle steder i landet.”"
    ]
    document(
        two, [entry(1, "Klædeskabet"), entry(2, "Natcaféen", "Per Ask", spredes="Alle steder i verden.")]
    )
    told = nominate("intake", two, "--round", tmp_path / "prize", "--format", "json")
    assert told.json["changes"] == [
        {
            "nomination": "2",
            "field": "answers.spread",
            "before": "Alle steder i landet.",
            "now": "Alle steder i verden.",
        }
    ]


def test_a_report_says_the_same_as_toml(nominate: CommandLine, two: Path, tmp_path: Path) -> None:
    nominate("intake", two, "--dry-run", "--round", tmp_path / "prize", "--report", tmp_path / "report.toml")
    report = tomli.loads((tmp_path / "report.toml").read_text(encoding="utf-8"))
    told = nominate("intake", two, "--dry-run", "--round", tmp_path / "prize", "--format", "json").json
    assert (report["form"], report["written"], report["new"]) == (told["form"], False, ["1", "2"])
    assert report["document"] == told["documents"]
    assert report["nomination"] == told["nominations"]
    assert report["problem"] == told["problems"]


def test_a_report_takes_the_place_of_an_earlier_one_and_of_nothing_else(
    nominate: CommandLine, two: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.toml"
    for _time in range(2):
        assert nominate("intake", two, "--dry-run", "--round", tmp_path, "--report", report).code == 0
    before = two.read_bytes()
    for place in (two, tmp_path / "none" / "report.toml"):
        printed = nominate("intake", two, "--round", tmp_path / "prize", "--report", place)
        assert (printed.code, "the report cannot be written" in printed.err) == (2, True)
    assert two.read_bytes() == before
    assert not (tmp_path / "prize").exists()


def test_a_limit_can_be_set_for_one_intake(nominate: CommandLine, two: Path, tmp_path: Path) -> None:
    with two.open("a", encoding="utf-8") as file:
        file.write(" \n" * 800_000)
    printed = nominate("intake", two, "--round", tmp_path / "prize", "--dry-run", "--limit", "document_mb=1")
    assert (printed.code, "at most 1 MB" in printed.err) == (1, True)
    assert (
        nominate("intake", two, "--round", tmp_path / "prize", "--dry-run", "--limit", "document_mb=2").code
        == 0
    )


@pytest.mark.parametrize("limit", ["pages", "pages=0", "pages=many", "colour=3"])
def test_a_limit_that_is_none_is_a_wrong_command(
    nominate: CommandLine, two: Path, tmp_path: Path, limit: str
) -> None:
    printed = nominate("intake", two, "--round", tmp_path / "prize", "--dry-run", "--limit", limit)
    assert (printed.code, "--limit takes a name and a whole number" in printed.err) == (2, True)


def test_columns_of_a_table_can_be_named(nominate: CommandLine, tmp_path: Path) -> None:
    table = tmp_path / "answers.csv"
    table.write_text("Hvad hedder det?,Hvad går det ud på?\nCykler,Flere cykler\n", encoding="utf-8")
    assert nominate("intake", table, "--round", tmp_path, "--dry-run").code == 1
    maps = ("--map", "title=Hvad hedder det?", "--map", "answers.purpose=Hvad går det ud på?")
    told = nominate("intake", table, "--round", tmp_path, "--dry-run", *maps, "--format", "json")
    assert [(one["title"], one["answers"]) for one in told.json["nominations"]] == [("Cykler", ["purpose"])]


@pytest.mark.parametrize("map", ["title", "=Titel", "title="])
def test_a_map_that_is_none_is_a_wrong_command(
    nominate: CommandLine, two: Path, tmp_path: Path, map: str
) -> None:
    printed = nominate("intake", two, "--round", tmp_path, "--dry-run", "--map", map)
    assert (
        printed.code,
        "--map takes, once for each, a field and the heading of a column" in printed.err,
    ) == (2, True)


def test_the_documents_own_numbers_can_be_left_aside(nominate: CommandLine, two: Path, small: Path) -> None:
    before = len(stored(small))
    assert nominate("intake", two, "--round", small, "--renumber").code == 0
    assert len(stored(small)) == before + 2
    assert nominate("intake", two, "--round", small, "--renumber").code == 0
    assert len(stored(small)) == before + 2


def test_contact_data_inside_answers_can_be_hidden(nominate: CommandLine, two: Path, tmp_path: Path) -> None:
    document(two, [entry(1, "Klædeskabet", spredes="Skriv til os@example.org.")])
    nominate("intake", two, "--round", tmp_path / "prize", "--redact")
    assert "os@example.org" not in (tmp_path / "prize" / "data" / "nominations.toml").read_text("utf-8")
    assert "os@example.org" in two.read_text("utf-8")


def test_a_number_that_another_nomination_has_is_an_error(
    nominate: CommandLine, two: Path, small: Path
) -> None:
    before = (small / "data" / "nominations.toml").read_bytes()
    printed = nominate("intake", two, "--round", small)
    assert (printed.code, "the number 1 is taken" in printed.err) == (1, True)
    assert (small / "data" / "nominations.toml").read_bytes() == before


def test_a_form_that_does_not_exist_is_told(nominate: CommandLine, two: Path, tmp_path: Path) -> None:
    printed = nominate("intake", two, "--form", "none", "--round", tmp_path / "prize")
    assert (printed.code, printed.out) == (2, "")
    assert printed.err.startswith("error: there is no form none; there are: ")
    assert not (tmp_path / "prize").exists()
    nominate("intake", two, "--form", "indstilling", "--round", tmp_path / "prize")
    assert len(stored(tmp_path / "prize")) == 2


def test_a_document_that_is_not_there_is_a_wrong_command(nominate: CommandLine, tmp_path: Path) -> None:
    assert nominate("intake", tmp_path / "none.txt", "--round", tmp_path / "prize").code == 2


@pytest.mark.shared
def test_the_real_nominations_are_taken_in_with_one_line(
    nominate: CommandLine, shared: Path, tmp_path: Path
) -> None:
    (real,) = (shared / "seeds").glob("001_*.txt")
    told = nominate("intake", real, "--round", tmp_path / "prize", "--format", "json").json
    assert (told["written"], told["new"]) == (True, [str(number) for number in range(1, 27)])
    assert [problem["severity"] for problem in told["problems"] if problem["severity"] == "error"] == []
    assert nominate("check", tmp_path / "prize").code == 0


def test_a_locked_round_takes_nothing_in(nominate: CommandLine, two: Path, tmp_path: Path) -> None:
    round = tmp_path / "prize"
    nominate("intake", two, "--round", round)
    nominate.done("lock", round)
    before = (round / "data" / "nominations.toml").read_bytes()
    document(two, [entry(1, "Klædeskabet"), entry(2, "Natcaféen"), entry(3, "Cyklen")])
    printed = nominate("intake", two, "--round", round)
    assert (printed.code, "The chair has locked the round" in printed.err) == (1, True)
    assert (round / "data" / "nominations.toml").read_bytes() == before
    assert nominate("intake", two, "--round", round, "--dry-run").code == 0


def test_intakes_at_the_same_time_lose_nothing(two: Path, tmp_path: Path) -> None:
    for number in range(1, 5):
        document(tmp_path / f"d{number}.txt", [entry(number, f"Cykel {number}")])
    command = [sys.executable, "-m", "nominate_tui", "intake"]
    make_round(tmp_path / "prize", "en")
    running = [
        subprocess.Popen(
            [*command, str(tmp_path / f"d{number}.txt"), "--round", str(tmp_path / "prize")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for number in range(1, 5)
    ]
    assert [process.wait() for process in running] == [0, 0, 0, 0]
    assert sorted(one["id"] for one in stored(tmp_path / "prize")) == ["1", "2", "3", "4"]


def test_a_limit_of_endless_digits_is_a_wrong_command(
    nominate: CommandLine, two: Path, tmp_path: Path
) -> None:
    assert (
        nominate("intake", two, "--round", tmp_path, "--dry-run", "--limit", "seconds=" + "9" * 5000).code
        == 2
    )
