import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nominate_tui.errors import CannotStore, ChangedMeanwhile
from nominate_tui.store import files


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_that_is_absent_has_no_bytes_and_no_mark(tmp_path: Path) -> None:
    assert files.read(tmp_path / "a.toml") is None
    assert files.mark(None) == ""


def test_the_mark_is_the_digest_of_the_bytes() -> None:
    assert files.mark(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_file_is_written_whole_and_nothing_else_stays(tmp_path: Path) -> None:
    mark = files.replace(tmp_path / "a.toml", b"one", "")
    assert (tmp_path / "a.toml").read_bytes() == b"one"
    assert mark == files.mark(b"one")
    assert names(tmp_path) == ["a.toml"]


def test_only_what_was_seen_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"theirs")
    for seen in ("", files.mark(b"mine")):
        with pytest.raises(ChangedMeanwhile) as caught:
            files.replace(path, b"new", seen)
        assert caught.value.message == "a.toml was changed by somebody else since it was read"
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.toml"]


def test_what_is_there_already_needs_no_writing(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"same")
    before = path.stat().st_ino
    assert files.replace(path, b"same", "whatever was seen") == files.mark(b"same")
    assert path.stat().st_ino == before


def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    files.replace(path, b"new", files.mark(b"old"))
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_symbolic_link_goes_on_pointing_to_the_file(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "real.toml"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "a.toml"
    link.symlink_to(target)
    files.replace(link, b"new", files.mark(b"old"))
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(target.parent) == ["real.toml"]


def test_only_old_temporary_files_of_the_same_file_are_taken_away(tmp_path: Path) -> None:
    old, young, other = ".a.toml.1.aa.tmp", ".a.toml.2.bb.tmp", ".b.toml.1.cc.tmp"
    for name in (old, young, other):
        (tmp_path / name).write_bytes(b"half")
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    for name in (old, other):
        os.utime(tmp_path / name, (two_days_ago, two_days_ago))
    files.replace(tmp_path / "a.toml", b"new", "")
    assert names(tmp_path) == [young, other, "a.toml"]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotStore) as caught:
        files.replace(tmp_path / "gone" / "a.toml", b"new", "")
    assert caught.value.where == str(tmp_path / "gone" / "a.toml")
    assert caught.value.todo == "see whether the folder was moved, or its drive is away"


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(CannotStore) as reading:
        files.read(tmp_path / "a.toml")
    with pytest.raises(CannotStore) as writing:
        files.replace(tmp_path / "a.toml", b"new", "")
    for caught in (reading, writing):
        assert caught.value.message == "a.toml is not a file but a folder"
        assert caught.value.where == str(tmp_path / "a.toml")
        assert caught.value.todo == "move it away, or put the file there"
    assert names(tmp_path) == ["a.toml"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices have no place among files")
def test_a_pipe_or_a_device_is_neither_waited_for_nor_read_nor_written(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    os.mkfifo(path)
    (tmp_path / "b.toml").symlink_to("/dev/zero")
    for name, kind in (("a.toml", "a pipe"), ("b.toml", "a device")):
        for attempt in (files.read, lambda path: files.replace(path, b"new", "")):
            with pytest.raises(CannotStore, match=f"is not a file but {kind}"):
                attempt(tmp_path / name)
    assert names(tmp_path) == ["a.toml", "b.toml"]


def test_several_files_are_written_whole_whatever_they_were(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"old")
    wanted = {"a.toml": b"one", "b.toml": b"two"}
    assert files.replace_all(tmp_path, wanted) == (tmp_path / "a.toml", tmp_path / "b.toml")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == wanted


def test_of_several_files_none_is_replaced_if_one_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"old")
    (tmp_path / "b.toml").mkdir()
    with pytest.raises(CannotStore) as caught:
        files.replace_all(tmp_path, {"a.toml": b"one", "b.toml": b"two"})
    assert caught.value.where == str(tmp_path / "b.toml")
    assert (tmp_path / "a.toml").read_bytes() == b"old"
    assert names(tmp_path) == ["a.toml", "b.toml"]


@pytest.mark.parametrize(
    ("number", "todo"),
    [
        (errno.ENOSPC, "make room on the disk"),
        (errno.EACCES, "ask whoever owns the folder for the right to read and write it"),
        (errno.ENOENT, "see whether the folder was moved, or its drive is away"),
        (errno.EEXIST, "something else of that name is in the way: move it away, or use another folder"),
        (errno.ENOTDIR, "something else of that name is in the way: move it away, or use another folder"),
        (errno.EROFS, "this disk can only be read: use a folder on another one"),
        (errno.EIO, "see whether the disk is in order"),
    ],
)
def test_the_advice_fits_the_error(tmp_path: Path, number: int, todo: str) -> None:
    with pytest.raises(CannotStore) as caught, files.telling(tmp_path):
        raise OSError(number, "told by the system")
    assert caught.value.todo == todo


ALL_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from nominate_tui.errors import CannotStore
from nominate_tui.store import files
folder = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    files.replace_all(folder, {"a.toml": b"new", "b.toml": b"x" * 100_000})
except CannotStore as error:
    print(error.todo)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are POSIX")
def test_a_disk_that_fills_up_half_way_leaves_all_the_old_files_and_no_other(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_bytes(b"old")
    script = [sys.executable, "-c", ALL_ON_A_FULL_DISK, str(tmp_path)]
    answer = subprocess.run(script, capture_output=True, check=True)
    assert answer.stdout.decode().strip() == "make room on the disk"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.toml": b"old",
        "b.toml": b"old",
    }


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from nominate_tui.errors import CannotStore
from nominate_tui.store import files
path = Path(sys.argv[1])
mark = files.replace(path, b"whole", "")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    files.replace(path, b"x" * 100_000, mark)
except CannotStore as error:
    print(error.todo)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are POSIX")
def test_a_disk_that_is_full_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    answer = subprocess.run([sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, check=True)
    assert answer.stdout.decode().strip() == "make room on the disk"
    assert path.read_bytes() == b"whole"
    assert names(tmp_path) == ["a.toml"]


WRITING_ON = """
import sys
from pathlib import Path
from nominate_tui.store import files
path = Path(sys.argv[1])
mark = files.mark(files.read(path))
number = int(sys.argv[2])
while True:
    number += 1
    mark = files.replace(path, f"{number} ".encode() * 20_000, mark)
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_killed_at_any_moment_a_file_is_whole_and_has_what_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    number = 0
    for round in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITING_ON, str(path), str(number)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        acknowledged = process.stdout.readline()
        time.sleep(0.003 * round)
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate()
        *whole, _torn = (acknowledged + rest).split(b"\n")
        numbers = set(path.read_bytes().split(b" ")) - {b""}
        (number,) = map(int, numbers)
        assert path.stat().st_size == len(f"{number} ") * 20_000
        assert int(whole[-1]) <= number <= int(whole[-1]) + 1
