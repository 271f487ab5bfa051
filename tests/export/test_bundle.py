import sys
import zipfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from export.sample import GOLDEN, sample, sample_ballots
from nominate_tui.errors import CannotStore, NotAllowed
from nominate_tui.export.bundle import FILES, bundle, write_bundle
from nominate_tui.export.manifest import MANIFEST, Entry, entry_of, read_manifest, write_manifest
from nominate_tui.locale import catalogue
from nominate_tui.model.ballot import Ballot

AS_BEFORE = ["ranking.csv", "ranking.toml", "scores.csv", "shortlist.toml"]
"""The files whose bytes are kept beside the tests; the workbook's depend on how the machine packs."""


def write(folder: Path, *, with_names: bool = False) -> tuple[Path, ...]:
    return write_bundle(folder, sample(), sample_ballots(), with_names=with_names)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def everything(files: Mapping[str, bytes]) -> bytes:
    """All that is in the files, those inside the workbook too."""
    with zipfile.ZipFile(BytesIO(files["result.xlsx"])) as workbook:
        inside = b"".join(workbook.read(name) for name in workbook.namelist())
    return inside + b"".join(files.values())


def test_the_files_are_there_and_the_answer_names_them(tmp_path: Path) -> None:
    folder = tmp_path / "results" / "2026"
    assert sorted(write(folder)) == sorted(folder / name for name in FILES)
    assert sorted(contents(folder)) == sorted(FILES)


def test_tables_and_records_are_the_golden_ones(tmp_path: Path) -> None:
    write(tmp_path)
    found = contents(tmp_path)
    assert {name: found[name] for name in AS_BEFORE} == {
        name: (GOLDEN / name).read_bytes() for name in AS_BEFORE
    }


def test_the_same_round_gives_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "a")
    write(tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_order_of_ballots_reviews_and_jurors_changes_no_byte() -> None:
    round = sample()
    turned = replace(round, rules=replace(round.rules, jurors=round.rules.jurors[::-1]))
    ballots = {
        id: Ballot(ballot.round, id, dict(list(ballot.reviews.items())[::-1]))
        for id, ballot in list(sample_ballots().items())[::-1]
    }
    assert bundle(turned, ballots) == bundle(round, sample_ballots())


def test_what_is_spoken_on_the_screen_changes_no_byte_and_goes_on() -> None:
    in_english = bundle(sample(), sample_ballots())
    catalogue.use("da")
    assert bundle(sample(), sample_ballots()) == in_english
    assert catalogue.language() == "da"


def test_the_manifest_has_the_digest_of_every_other_file() -> None:
    files = bundle(sample(), sample_ballots())
    expected = {name: entry_of(content) for name, content in files.items() if name != MANIFEST}
    assert read_manifest(files[MANIFEST]).files == expected
    assert list(files)[-1] == MANIFEST


def test_files_that_are_no_result_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ranking.csv").write_text("old", encoding="utf-8")
    (tmp_path / "minutes.txt").write_text("mine", encoding="utf-8")
    write(tmp_path)
    assert sorted(contents(tmp_path)) == sorted([*FILES, "minutes.txt"])
    assert contents(tmp_path)["ranking.csv"] == (GOLDEN / "ranking.csv").read_bytes()


def older(folder: Path, entries: Mapping[str, Entry]) -> None:
    (folder / MANIFEST).write_bytes(write_manifest(sample().rules, entries, ()))


def test_what_an_older_bundle_has_beyond_the_new_one_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "old.svg").write_bytes(b"old")
    (tmp_path / "mine.txt").write_bytes(b"changed since")
    (tmp_path / "folder").mkdir()
    of_old = entry_of(b"old")
    older(tmp_path, {"old.svg": of_old, "mine.txt": of_old, "folder": of_old, "gone.txt": of_old})
    write(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*FILES, "mine.txt", "folder"])


def test_an_older_manifest_can_take_nothing_away_outside_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"old")
    result = tmp_path / "result"
    result.mkdir()
    older(result, {"../precious": entry_of(b"old"), str(tmp_path / "precious"): entry_of(b"old")})
    write(result)
    assert (tmp_path / "precious").read_bytes() == b"old"


def test_names_are_in_the_score_table_only_when_they_are_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "without")
    write(tmp_path / "with", with_names=True)
    without, named = contents(tmp_path / "without"), contents(tmp_path / "with")
    assert sorted(name for name in FILES if without[name] != named[name]) == [MANIFEST, "scores.csv"]
    assert b"anna" not in everything(without).lower()
    assert b"anna" not in everything({**named, "scores.csv": b""}).lower()
    assert b"Anna" in named["scores.csv"]


def test_the_manifest_says_where_names_are() -> None:
    found = [bundle(sample(), sample_ballots(), with_names=named)[MANIFEST] for named in (False, True)]
    assert [read_manifest(text).names_in for text in found] == [(), ("scores.csv",)]


@pytest.mark.parametrize("secret", [b"COMMENT", b"NOTE", b"CONFLICT", b"RESPONSIBLE", b"ANSWER", b"hemmelig"])
def test_nothing_that_was_written_in_confidence_leaves_the_round(secret: bytes) -> None:
    assert secret not in everything(bundle(sample(), sample_ballots(), with_names=True))


def test_a_method_that_does_not_hold_writes_nothing(tmp_path: Path) -> None:
    bare = sample()
    round = replace(bare, rules=replace(bare.rules, method="trimmed"))
    with pytest.raises(NotAllowed):
        write_bundle(tmp_path / "result", round, sample_ballots())
    assert not (tmp_path / "result").exists()


def test_a_round_without_a_single_review_is_told_too() -> None:
    bare = sample()
    files = bundle(bare, {})
    assert sorted(files) == sorted(FILES)
    assert files["scores.csv"].decode("utf-8-sig") == "juror;nomination;criterion;score;weight;counted\r\n"


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
    write(tmp_path / "alone")
    with ThreadPoolExecutor(4) as pool:
        written = list(pool.map(lambda _number: write(tmp_path / "together"), range(8)))
    assert len(set(written)) == 1
    assert contents(tmp_path / "together") == contents(tmp_path / "alone")
