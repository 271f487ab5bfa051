import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from export.sample import GOLDEN, sample, sample_ballots, sample_ranking
from nominate_tui.errors import CannotStore
from nominate_tui.export.bundle import bundle, write_bundle

NAMES = ["shortlist.toml", "ranking.toml", "ranking.csv", "scores.csv"]


def write(folder: Path, *, with_names: bool = False) -> tuple[Path, ...]:
    round = sample()
    return write_bundle(folder, round, sample_ballots(), sample_ranking(round), with_names=with_names)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def golden() -> dict[str, bytes]:
    return {name: (GOLDEN / name).read_bytes() for name in NAMES}


def test_the_files_are_the_golden_ones_and_the_answer_names_them(tmp_path: Path) -> None:
    folder = tmp_path / "results" / "2026"
    assert write(folder) == tuple(folder / name for name in NAMES)
    assert contents(folder) == golden()


def test_the_same_round_gives_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "a")
    write(tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_an_older_result_is_replaced_and_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ranking.csv").write_text("old", encoding="utf-8")
    (tmp_path / "minutes.txt").write_text("mine", encoding="utf-8")
    write(tmp_path)
    assert contents(tmp_path) == {**golden(), "minutes.txt": b"mine"}


def test_names_are_in_the_score_table_only_when_they_are_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "without")
    write(tmp_path / "with", with_names=True)
    without, named = contents(tmp_path / "without"), contents(tmp_path / "with")
    assert [name for name in NAMES if without[name] != named[name]] == ["scores.csv"]
    assert not any(b"anna" in content.lower() for content in without.values())
    assert b"Anna" in named["scores.csv"]


@pytest.mark.parametrize("secret", [b"COMMENT", b"NOTE", b"CONFLICT", b"RESPONSIBLE", b"ANSWER", b"hemmelig"])
def test_nothing_that_was_written_in_confidence_leaves_the_round(secret: bytes) -> None:
    round = sample()
    files = bundle(round, sample_ballots(), sample_ranking(round), with_names=True)
    assert not any(secret in content for content in files.values())


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    taken = tmp_path / "results"
    taken.write_text("a file of that name", encoding="utf-8")
    with pytest.raises(CannotStore) as caught:
        write(taken)
    assert caught.value.message == "results could not be read or written: File exists"
    assert caught.value.where == str(taken)
    assert caught.value.todo == (
        "something else of that name is in the way: move it away, or use another folder"
    )
    assert taken.read_text(encoding="utf-8") == "a file of that name"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such device")
def test_a_device_in_the_place_of_the_folder_is_not_told_as_a_full_disk() -> None:
    with pytest.raises(CannotStore) as caught:
        write(Path("/dev/full"))
    assert caught.value.todo == (
        "something else of that name is in the way: move it away, or use another folder"
    )


def test_a_file_that_cannot_be_replaced_leaves_the_older_result_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "ranking.csv").mkdir()
    (tmp_path / "shortlist.toml").write_text("old", encoding="utf-8")
    with pytest.raises(CannotStore) as caught:
        write(tmp_path)
    assert caught.value.where == str(tmp_path / "ranking.csv")
    assert (tmp_path / "shortlist.toml").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ranking.csv", "shortlist.toml"]


def test_several_exports_at_once_all_end_well(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        written = list(pool.map(lambda _number: write(tmp_path), range(12)))
    assert written == [tuple(tmp_path / name for name in NAMES)] * 12
    assert contents(tmp_path) == golden()
