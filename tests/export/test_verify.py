import os
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from export.hostile import hostile_round
from export.sample import mended, sample, sample_ballots
from nominate_tui.export.bundle import FILES, write_bundle
from nominate_tui.export.manifest import program_version
from nominate_tui.export.verify import Verification, verify
from nominate_tui.locale import catalogue
from ranking.rounds import ballots_of, round_of

CHANGED = "the file was changed after it was exported (SHA-256)"
OTHER_VALUE = "another value follows from the scores and rules"
OTHER_BYTES = "its bytes are not those that the program writes"


@pytest.fixture
def result(tmp_path: Path) -> Path:
    """The folder of a bundle."""
    folder = tmp_path / "result"
    write_bundle(folder, sample("en"), sample_ballots())
    return folder


def change(folder: Path, file: str, old: str, new: str, *, mend: bool = True) -> None:
    """Change a file of a bundle once, and mend the digests too."""
    content = (folder / file).read_bytes()
    assert content.count(old.encode()) > 0
    (folder / file).write_bytes(content.replace(old.encode(), new.encode(), 1))
    if mend:
        mended(folder)


def told(found: Verification, file: str) -> list[tuple[str, str, str, str]]:
    return [(d.place, d.message, d.recorded, d.recomputed) for d in found.differences if d.file == file]


def messages(found: Verification) -> list[tuple[str, str]]:
    return [(difference.file, difference.message) for difference in found.differences]


def test_a_bundle_as_it_was_written_holds(result: Path) -> None:
    found = verify(result)
    assert (found.holds, found.version, found.differences, found.notes) == (True, program_version(), (), ())
    # Bo three, Anna three (1 and 4 are one), Cy three.
    assert found.reviews == 9


@pytest.mark.parametrize("method", ["mean", "adjusted", "majority"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_round_with_everything_in_it_holds_by_every_method(
    tmp_path: Path, method: str, language: str
) -> None:
    round, ballots = hostile_round(method=method, language=language)
    write_bundle(tmp_path, round, ballots, with_names=True)
    assert verify(tmp_path).differences == ()


def test_a_trimmed_mean_holds_too(tmp_path: Path) -> None:
    table = {f"j{at}": {"a": (1 + at % 5, 3), "b": (3, 1 + at % 3)} for at in range(6)}
    round = round_of("ab", table, method="trimmed", shortlist=1)
    write_bundle(tmp_path, round, ballots_of(round, table))
    assert verify(tmp_path).holds


def test_a_bundle_with_names_holds_and_says_where_they_are(tmp_path: Path) -> None:
    write_bundle(tmp_path, sample(), sample_ballots(), with_names=True)
    found = verify(tmp_path)
    note = "Jurors stand by name in scores.csv; whose names they are cannot be worked out again."
    assert (found.holds, found.notes) == (True, (note,))


def test_what_language_is_spoken_does_not_matter(tmp_path: Path) -> None:
    write_bundle(tmp_path, sample("en"), sample_ballots())
    catalogue.use("da")
    assert verify(tmp_path).holds


@pytest.mark.parametrize("file", [name for name in FILES if name not in ("bundle.toml", "recusals.toml")])
def test_one_changed_byte_is_found_in_any_file(result: Path, file: str) -> None:
    content = bytearray((result / file).read_bytes())
    content[len(content) // 2] ^= 1
    (result / file).write_bytes(content)
    assert CHANGED in [message for name, message in messages(verify(result)) if name == file]


@pytest.mark.parametrize("file", [name for name in FILES if name not in ("result.xlsx", "recusals.toml")])
def test_other_line_ends_are_found_in_any_file_also_where_its_digest_was_mended(
    result: Path, file: str
) -> None:
    content = (result / file).read_bytes()
    other = content.replace(b"\r\n", b"\n") if b"\r\n" in content else content.replace(b"\n", b"\r\n")
    (result / file).write_bytes(other)
    mended(result)
    assert OTHER_BYTES in [message for name, message in messages(verify(result)) if name == file]


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_told(result: Path, file: str) -> None:
    (result / file).unlink()
    assert messages(verify(result)) == [(file, "the file is missing")]


def test_what_does_not_belong_there_is_told_and_what_systems_leave_is_not(result: Path) -> None:
    (result / "minutes.txt").write_text("mine", encoding="utf-8")
    (result / "folder").mkdir()
    (result / ".DS_Store").write_bytes(b"")
    message = "this does not belong to the bundle"
    assert messages(verify(result)) == [("folder", message), ("minutes.txt", message)]


def test_a_changed_score_is_found_though_its_digest_was_mended(result: Path) -> None:
    # Anna, who is J2, gave 2 a 4 and a 4. With a 5 the mean of 2 is (4.62 + 4)/2 = 4.31.
    change(result, "reviews.csv", "J2,2,complete,yes,,,0,4,4", "J2,2,complete,yes,,,0,5,4")
    found = verify(result)
    assert not found.holds
    assert told(found, "scores.csv") == [("line 11, score", OTHER_VALUE, "4", "5")]
    ranking = told(found, "ranking.toml")
    assert ("ranking, nomination 2, overall", OTHER_VALUE, "4.00", "4.31") in ranking
    assert ("ranking, nomination 2, rank", OTHER_VALUE, "2", "1") in ranking
    assert ("ranking, nomination 3, rank", OTHER_VALUE, "1", "2") in ranking
    assert told(found, "shortlist.toml")[0] == ("nomination, id 2, rank", OTHER_VALUE, "2", "1")
    assert CHANGED not in [message for _file, message in messages(found)]


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("rules.toml", "weight = 60", "weight = 61", "criteria, id innovation, weight"),
        ("rules.toml", "quorum = 2", "quorum = 3", "quorum"),
        ("rules.toml", "decimals = 2", "decimals = 1", "decimals"),
        ("rules.toml", 'seed = "trukket"', 'seed = "valgt"', "seed"),
        ("rules.toml", '"chair"', '"lot"', "tie_break"),
        ("rules.toml", 'tie_at_line = "extend"', 'tie_at_line = "chair"', "tie_at_line"),
        ("deliberation.toml", '["3", "2"]', '["2", "3"]', "ranking, nomination 2, rank"),
        ("deliberation.toml", "Haven", "Havet", "tie_decision"),
        ("duplicates.toml", "Samme", "Ikke samme", "verdict"),
        ("nominations.toml", "Haven", "Havet", "ranking, nomination 3, title"),
        ("recusals.toml", "", '[[recusal]]\njuror = "J1"\nnomination = "3"\nkind = "other"\nreason = ""\n'
         'by = "chair"\nat = 2026-11-22T10:00:00Z\n', "ranking, nomination 3, n"),
    ],
)  # fmt: skip
def test_a_changed_rule_or_decision_is_found_by_what_follows_from_it(
    result: Path, file: str, old: str, new: str, place: str
) -> None:
    change(result, file, old, new)
    found = verify(result)
    assert place in [
        where.partition(",")[0] if "," not in place else where
        for where, *_rest in told(found, "ranking.toml")
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (
            "ranking.toml",
            "in_shortlist = 0.98\n",
            "in_shortlist = 0.99\n",
            "ranking, nomination 2, in_shortlist",
        ),
        ("shortlist.toml", 'overall = "4.00"', 'overall = "4.10"', "nomination, id 3, overall"),
        ("ranking.csv", "4.00,3,", "4.10,3,", "line 2, overall"),
        ("scores.csv", "J1,1,innovation,4", "J1,1,innovation,5", "line 2, score"),
        ("reviews.csv", "J1,1,complete,yes", "J1,1,complete,no", "line 2, counted"),
        ("bundle.toml", 'seed = "trukket"', 'seed = "valgt"', "seed"),
        ("bundle.toml", 'title = "Prisen"', 'title = "En pris"', "title"),
        ("bundle.toml", "names_in = []", 'names_in = ["scores.csv"]', "names_in"),
    ],
)
def test_a_changed_result_is_found_though_its_digest_was_mended(
    result: Path, file: str, old: str, new: str, place: str
) -> None:
    change(result, file, old, new)
    found = verify(result)
    assert [(each.file, each.place) for each in found.differences] == [(file, place)]


def test_a_changed_page_is_found_though_its_digest_was_mended(result: Path) -> None:
    change(result, "result.html", "Haven", "Havet")
    assert messages(verify(result)) == [("result.html", OTHER_BYTES)]


def repacked(content: bytes, edit: Callable[[str, bytes], bytes], compression: int) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(packed, "w", compression) as after:
        for name in before.namelist():
            after.writestr(name, edit(name, before.read(name)))
    return packed.getvalue()


def test_a_changed_workbook_is_found_and_one_that_is_only_packed_otherwise_is_not(result: Path) -> None:
    place = result / "result.xlsx"
    written = place.read_bytes()
    place.write_bytes(repacked(written, lambda _name, inside: inside, zipfile.ZIP_STORED))
    mended(result)
    assert verify(result).holds
    place.write_bytes(
        repacked(written, lambda _name, inside: inside.replace(b"Haven", b"Havet"), zipfile.ZIP_STORED)
    )
    mended(result)
    assert [(d.file, d.place, d.message) for d in verify(result).differences] == [
        ("result.xlsx", "xl/sharedStrings.xml", OTHER_BYTES)
    ]


@pytest.mark.parametrize(
    "around", [lambda data: data + b"more", lambda data: b"more" + data, lambda data: data[:-2] + b"\4\0more"]
)
def test_what_stands_around_the_workbook_is_found(result: Path, around: Callable[[bytes], bytes]) -> None:
    (result / "result.xlsx").write_bytes(around((result / "result.xlsx").read_bytes()))
    mended(result)
    assert [(d.file, d.message) for d in verify(result).differences] == [
        ("result.xlsx", "something stands before or after what is packed in it")
    ]


def test_a_name_that_was_changed_in_one_place_is_found(tmp_path: Path) -> None:
    write_bundle(tmp_path, sample("en"), sample_ballots(), with_names=True)
    change(tmp_path, "scores.csv", "bo,3,spread,4,37.5,yes,Bo", "bo,3,spread,4,37.5,yes,Ib")
    assert told(verify(tmp_path), "scores.csv") == [("line 6, name", OTHER_VALUE, "Ib", "Bo")]


# Other versions


def test_an_older_version_is_told_and_its_pages_are_held_against_their_digests_only(result: Path) -> None:
    change(result, "bundle.toml", f'version = "{program_version()}"', 'version = "0.0.9"')
    change(result, "result.html", "Haven", "Havet")
    found = verify(result)
    assert (found.holds, found.version) == (True, "0.0.9")
    assert found.unknown == ("result.html", "result.xlsx")
    assert found.notes == (
        f"The bundle says that version 0.0.9 of the program wrote it, and this is {program_version()}. What the two"
        " files say can be held against ranking.csv, or verified with that version.",
    )


def test_of_another_version_every_figure_is_held_against_what_is_recomputed(result: Path) -> None:
    change(result, "bundle.toml", f'version = "{program_version()}"', 'version = "0.0.9"')
    change(result, "ranking.toml", "kept_by_weights = 1.0\n", "")
    assert verify(result).holds
    change(result, "ranking.toml", 'overall = "4.00"', 'overall = "4.10"')
    assert [(d.file, d.place) for d in verify(result).differences] == [
        ("ranking.toml", "ranking, nomination 3, overall")
    ]


def test_a_form_that_is_not_known_yet_is_told(result: Path) -> None:
    change(result, "bundle.toml", "format = 1", "format = 2", mend=False)
    assert messages(verify(result)) == [
        ("bundle.toml", "this bundle has format 2, which this version does not know")
    ]


# What somebody may put in our way


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("rules.toml", b""),
        ("rules.toml", b"\xff\xfe"),
        ("rules.toml", b"= broken ="),
        ("rules.toml", b"x = " + b"[" * 20_000),
        ("rules.toml", b"a." * 20_000 + b"b = 1"),
        ("rules.toml", b"x = " + b"9" * 5000),
        ("nominations.toml", b"[[nomination]]\nid = 3\n"),
        ("nominations.toml", b"nomination = 3\n"),
        ("duplicates.toml", b'[[verdict]]\npair = ["1"]\n'),
        ("recusals.toml", b"[[recusal]]\n"),
        ("deliberation.toml", b"locked = true\n"),
        ("reviews.csv", b""),
        ("reviews.csv", b"\x00" * 1000),
        ("ranking.toml", b"= broken ="),
        ("ranking.toml", b"x = " + b"[" * 20_000),
        ("shortlist.toml", b""),
        ("ranking.csv", b'"'),
        ("scores.csv", b"\xff"),
        ("scores.csv", b""),
        ("result.html", b""),
        ("result.xlsx", b"no archive"),
        ("result.xlsx", b"PK\x03\x04" + b"\x00" * 100),
        ("bundle.toml", b""),
        ("bundle.toml", b"\xff"),
        ("bundle.toml", b"format = 1\n"),
    ],
)
@pytest.mark.parametrize("mend", [False, True])
def test_whatever_stands_in_a_file_it_is_told_and_never_a_crash(
    result: Path, file: str, content: bytes, *, mend: bool
) -> None:
    entries = (result / "bundle.toml").read_bytes()
    (result / file).write_bytes(content)
    if mend and file != "bundle.toml":
        (result / "bundle.toml").write_bytes(entries)
        mended(result)
    found = verify(result)
    assert file in {difference.file for difference in found.differences}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("weight = 60", "weight = 1e-300"),
        ("weight = 60", "weight = 1000000000"),
        ("min = 1", "min = -1000000000"),
        ("max = 5", "max = 1000000000"),
        ("shortlist = 3", "shortlist = 1000000000"),
        ("decimals = 2", "decimals = 9"),
        ("quorum = 2", "quorum = 1000000000"),
        ('method = "mean"', 'method = "trimmed"'),
    ],
)
def test_rules_that_no_jury_has_are_told_and_never_a_crash(result: Path, old: str, new: str) -> None:
    change(result, "rules.toml", old, new)
    assert not verify(result).holds


def test_a_workbook_that_unpacks_to_more_than_it_should_is_not_unpacked(result: Path) -> None:
    place = result / "result.xlsx"

    def bomb(name: str, inside: bytes) -> bytes:
        return b"0" * 50_000_000 if name == "xl/sharedStrings.xml" else inside

    place.write_bytes(repacked(place.read_bytes(), bomb, zipfile.ZIP_DEFLATED))
    mended(result)
    assert [difference.place for difference in verify(result).differences] == ["xl/sharedStrings.xml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other links")
def test_a_link_in_the_place_of_a_file_is_told_and_not_followed(result: Path, tmp_path: Path) -> None:
    real = (result / "rules.toml").rename(tmp_path / "elsewhere.toml")
    (result / "rules.toml").symlink_to(real)
    assert messages(verify(result)) == [("rules.toml", "this is a symbolic link and no file")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_or_a_folder_in_the_place_of_a_file_is_told(result: Path) -> None:
    for name in ("rules.toml", "bundle.toml"):
        (result / name).unlink()
    os.mkfifo(result / "rules.toml")
    (result / "bundle.toml").mkdir()
    assert messages(verify(result)) == [
        ("bundle.toml", "this is a folder and no file"),
        ("rules.toml", "this is a pipe and no file"),
    ]


def test_a_file_that_is_far_too_large_is_not_read(result: Path) -> None:
    with (result / "reviews.csv").open("r+b") as file:
        file.truncate(2**40)
    assert messages(verify(result)) == [("reviews.csv", "this file is too large for a bundle")]


def test_a_manifest_may_name_no_file_outside_of_the_bundle(result: Path) -> None:
    place = result / "bundle.toml"
    more = '\n[[file]]\nname = "../../etc/passwd"\nbytes = 3\nsha256 = "' + "0" * 64 + '"\n'
    place.write_bytes(place.read_bytes() + more.encode())
    found = verify(result)
    assert ("bundle.toml", "no file of a bundle has this name") in messages(found)
    assert {difference.file for difference in found.differences} == {"bundle.toml"}


def test_a_manifest_may_leave_no_file_out(result: Path) -> None:
    head, _file, rest = (result / "bundle.toml").read_text(encoding="utf-8").partition("\n[[file]]\n")
    (result / "bundle.toml").write_text(
        head + "\n[[file]]" + rest.partition("\n[[file]]")[2], encoding="utf-8"
    )
    assert messages(verify(result)) == [("bundle.toml", "the digest of this file is missing")]


def test_an_empty_folder_is_told_file_by_file(tmp_path: Path) -> None:
    assert sorted(messages(verify(tmp_path))) == sorted((name, "the file is missing") for name in FILES)


def test_a_round_in_which_nothing_counts_holds(tmp_path: Path) -> None:
    bare = sample()
    write_bundle(tmp_path, replace(bare, verdicts=()), {})
    found = verify(tmp_path)
    assert (found.holds, found.reviews) == (True, 0)
