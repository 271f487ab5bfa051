from pathlib import Path

import pytest

from cli.printing import CommandLine
from export.sample import mended
from nominate_tui.export.manifest import program_version
from nominate_tui.locale import catalogue


@pytest.fixture
def result(nominate: CommandLine, small: Path, tmp_path: Path) -> Path:
    """The folder of an exported result."""
    nominate.done("export", small, "--to", tmp_path / "result")
    return tmp_path / "result"


def change(folder: Path, file: str, old: bytes, new: bytes) -> None:
    content = (folder / file).read_bytes()
    assert old in content
    (folder / file).write_bytes(content.replace(old, new, 1))


def test_a_result_holds_without_the_round(nominate: CommandLine, result: Path, small: Path) -> None:
    small.rename(small.with_name("gone"))
    assert nominate.done("verify", result).lines == [
        "The result holds: worked out again from 8 reviews, every file is as it was written."
    ]


def test_nobody_is_told_that_a_page_holds_that_could_not_be_worked_out_again(
    nominate: CommandLine, result: Path
) -> None:
    change(result, "bundle.toml", f'version = "{program_version()}"'.encode(), b'version = "0.0.9"')
    change(result, "result.html", b"The wardrobe", b"The war-robe")
    mended(result)
    printed = nominate.done("verify", result)
    assert printed.lines[0] == (
        "Scores, ranking and shortlist hold: worked out again from 8 reviews. But result.html, result.xlsx could not be"
        " worked out again: nobody knows whether they were changed."
    )
    assert nominate("verify", result, "--format", "json").json["not_worked_out"] == [
        "result.html",
        "result.xlsx",
    ]


def test_one_changed_score_is_told_with_what_follows_from_it(nominate: CommandLine, result: Path) -> None:
    # Of nomination 4 the scores 3 and 4 become 3 and 5, where innovation counts three times: 3.50 becomes 3.88.
    change(result, "reviews.csv", b",4,complete,yes,,,0,4,4", b",4,complete,yes,,,0,5,4")
    mended(result)
    printed = nominate("verify", result)
    assert (printed.code, printed.err, printed.lines[0]) == (1, "", "The result does not hold:")
    told = "shortlist.toml, nomination, id 4, overall: another value follows from the scores and rules"
    assert f"{told} (recorded 3.50, recomputed 3.88)" in printed.lines


def test_the_answer_for_programs(nominate: CommandLine, result: Path) -> None:
    held = nominate.done("verify", result, "--format", "json").json
    assert held == {
        "holds": True,
        "version": program_version(),
        "reviews": 8,
        "differences": [],
        "not_worked_out": [],
        "notes": [],
    }
    change(result, "ranking.csv", b"The wardrobe", b"The war-robe")
    mended(result)
    printed = nominate("verify", result, "--format", "json")
    expected = {
        "file": "ranking.csv",
        "place": "line 4, title",
        "message": "another value follows from the scores and rules",
        "recorded": "The war-robe",
        "recomputed": "The wardrobe",
    }
    assert (printed.code, printed.json["holds"], printed.json["differences"]) == (1, False, [expected])
    assert nominate("verify", result, "--format", "csv").rows == [expected]


def test_no_more_than_eight_differences_of_a_file_are_told_to_a_person(
    nominate: CommandLine, result: Path
) -> None:
    content = (result / "ranking.toml").read_bytes()
    (result / "ranking.toml").write_bytes(content.replace(b"n = ", b"m = "))
    mended(result)
    lines = nominate("verify", result).lines
    assert sum(line.startswith("ranking.toml, ") for line in lines) == 8
    (more,) = (line for line in lines if line.startswith("ranking.toml: and "))
    assert more.endswith("more differences; --format csv has all that are known")


def test_what_is_told_of_a_strange_file_is_inert(nominate: CommandLine, result: Path) -> None:
    (result / "\x1b[31mred").write_bytes(b"")
    printed = nominate("verify", result)
    assert (printed.code, "\x1b" in printed.out) == (1, False)


def test_a_folder_is_needed(nominate: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    codes = [nominate("verify", *place).code for place in ((), (tmp_path / "none",), (tmp_path / "file",))]
    assert codes == [2, 2, 2]


def test_a_folder_without_a_result_does_not_hold(nominate: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    printed = nominate("verify", tmp_path / "empty")
    assert (printed.code, printed.lines[-1].startswith("bundle.toml: ")) == (1, False)
    assert "bundle.toml: the file is missing" in printed.lines


def test_the_language_can_be_chosen(nominate: CommandLine, result: Path) -> None:
    nominate.done("verify", result, "--language", "da")
    assert catalogue.language() == "da"
