import tomllib
import zipfile
from pathlib import Path

import pytest

from cli.printing import CommandLine

FILES = [
    "bundle.toml",
    "deliberation.toml",
    "duplicates.toml",
    "nominations.toml",
    "ranking.csv",
    "ranking.toml",
    "recusals.toml",
    "result.html",
    "result.xlsx",
    "reviews.csv",
    "rules.toml",
    "scores.csv",
    "shortlist.toml",
]


def test_the_result_is_written_and_its_files_are_named(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    result = tmp_path / "result"
    printed = nominate.done("export", small, "--to", result)
    assert sorted(path.name for path in result.iterdir()) == FILES
    assert sorted(printed.lines) == [f"Written: {result / name}" for name in FILES]
    shortlist = tomllib.loads((result / "shortlist.toml").read_text(encoding="utf-8"))
    assert [row["id"] for row in shortlist["nomination"]] == ["2", "4"]


def test_jurors_stand_under_pseudonyms_unless_their_names_are_asked_for(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    nominate.done("export", small, "--to", tmp_path / "a")
    nominate.done("export", small, "--to", tmp_path / "b", "--with-names")
    assert "Anna" not in (tmp_path / "a" / "scores.csv").read_text(encoding="utf-8-sig")
    assert "Anna Lund" in (tmp_path / "b" / "scores.csv").read_text(encoding="utf-8-sig")


def test_no_contact_note_or_comment_is_in_the_result(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    nominate.done("export", small, "--to", tmp_path / "a", "--with-names")
    written = b"".join(path.read_bytes() for path in (tmp_path / "a").iterdir()).decode(errors="replace")
    with zipfile.ZipFile(tmp_path / "a" / "result.xlsx") as workbook:
        written += "".join(workbook.read(name).decode() for name in workbook.namelist())
    for secret in (
        "example.org",
        "20 00 00 11",
        "nobody else sees this",
        "for the chair",
        "my sister works there",
    ):
        assert secret not in written


def test_the_files_for_programs(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    told = nominate.done("export", small, "--to", tmp_path / "a", "--format", "json").json
    assert sorted(told["files"]) == [str(tmp_path / "a" / name) for name in FILES]
    rows = nominate.done("export", small, "--to", tmp_path / "a", "--format", "csv").rows
    assert [row["file"] for row in rows] == told["files"]


def test_a_place_is_needed(nominate: CommandLine, small: Path) -> None:
    printed = nominate("export", small)
    assert (printed.code, "Missing option '--to'" in printed.err) == (2, True)


@pytest.mark.parametrize("place", ["scoring.toml", "scoring.toml/result", "scoring.toml/result/more"])
def test_a_file_in_the_way_is_named(nominate: CommandLine, small: Path, place: str) -> None:
    printed = nominate("export", small, "--to", small / place)
    told = f"error: {small / 'scoring.toml'} is a file and no folder; name another place"
    assert (printed.code, printed.out, printed.err.split(" → ")[0]) == (2, "", told)


@pytest.mark.parametrize("place", ["data", "data/result", "data/ballots", "data/../data/x"])
def test_no_result_is_written_into_the_data_of_the_round(
    nominate: CommandLine, small: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(small)
    before = sorted(small.rglob("*"))
    printed = nominate("export", "--to", place)
    told = "lies in the data of the round itself; name a folder outside of it, such as result"
    assert (printed.code, printed.err.split(" → ")[0]) == (2, f"error: {Path(place)} {told}")
    assert sorted(small.rglob("*")) == before


def test_a_result_may_lie_beside_the_rules(nominate: CommandLine, small: Path) -> None:
    nominate.done("export", small, "--to", small / "result")
    nominate.done("export", small, "--to", small)
