import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from nominate_tui.errors import CannotStore, ChangedMeanwhile, NominateError
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.store.folder import FolderStore
from nominate_tui.store.writer import BallotWriter
from store.rounds import NOON, folder_round, scored


class Heard:
    """Notes what a writer tells, and lets a test wait for it."""

    def __init__(self) -> None:
        self.saved: list[tuple[Ballot, datetime]] = []
        self.failed: list[NominateError] = []
        self._told = threading.Condition()

    def on_saved(self, ballot: Ballot, at: datetime) -> None:
        with self._told:
            self.saved.append((ballot, at))
            self._told.notify_all()

    def on_failed(self, error: NominateError) -> None:
        with self._told:
            self.failed.append(error)
            self._told.notify_all()

    def wait(self, *, saved: int = 0, failed: int = 0) -> None:
        """Return when so many saves and failures were told."""
        with self._told:
            assert self._told.wait_for(
                lambda: len(self.saved) >= saved and len(self.failed) >= failed, timeout=60
            )


def noon() -> datetime:
    """A clock that stands still."""
    return NOON


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """A small round in a folder."""
    return folder_round(tmp_path)


@pytest.fixture
def heard() -> Heard:
    """What the writer tells."""
    return Heard()


@pytest.fixture
def writer(store: FolderStore, heard: Heard) -> Iterator[BallotWriter]:
    """A writer of anna's ballot that waits for a minute unless it is flushed."""
    writer = BallotWriter(store, store.ballot("anna"), heard.on_saved, heard.on_failed, 60, noon)
    yield writer
    writer.close(10)


def threads() -> int:
    """How many writers' threads live."""
    return sum(thread.name == "ballot writer" for thread in threading.enumerate())


def test_what_is_put_is_on_the_disk_soon(store: FolderStore, heard: Heard) -> None:
    writer = BallotWriter(store, store.ballot("anna"), heard.on_saved, heard.on_failed, 0.01, noon)
    ballot = scored(4)
    writer.put(ballot)
    heard.wait(saved=1)
    assert heard.saved == [(ballot, NOON)]
    assert heard.saved[0][0] is ballot
    assert store.ballot("anna").ballot == ballot
    assert writer.close()


def test_changes_without_end_do_not_put_the_writing_off(store: FolderStore, heard: Heard) -> None:
    writer = BallotWriter(store, store.ballot("anna"), heard.on_saved, heard.on_failed, 0.1, noon)
    began = time.monotonic()
    while not heard.saved and time.monotonic() < began + 60:
        writer.put(scored(random.randint(1, 5)))  # noqa: S311
        time.sleep(0.005)
    assert heard.saved
    assert writer.close()


def test_only_the_newest_version_is_written(writer: BallotWriter, store: FolderStore, heard: Heard) -> None:
    for value in (1, 2, 3):
        writer.put(scored(value))
    assert writer.flush()
    heard.wait(saved=1)
    assert [ballot for ballot, _ in heard.saved] == [scored(3)]
    assert store.ballot("anna").ballot == scored(3)


def test_a_flush_does_not_wait_for_the_delay(writer: BallotWriter, store: FolderStore) -> None:
    writer.put(scored(2))
    assert writer.flush()
    assert store.ballot("anna").ballot == scored(2)


def test_nothing_to_write_needs_no_thread(writer: BallotWriter) -> None:
    before = threads()
    assert writer.flush()
    assert writer.close()
    assert threads() == before


def test_the_thread_ends_when_all_is_written_and_comes_again(
    writer: BallotWriter, store: FolderStore
) -> None:
    before = threads()
    for value in (1, 2, 3):
        writer.put(scored(value))
        assert threads() == before + 1
        assert writer.close()
        assert threads() == before
    assert store.ballot("anna").ballot == scored(3)


def test_a_listener_that_waits_for_the_flushing_thread_does_not_stop_it(
    store: FolderStore, heard: Heard
) -> None:
    go_on = threading.Event()

    def wait(ballot: Ballot, at: datetime) -> None:
        go_on.wait(60)

    writer = BallotWriter(store, store.ballot("anna"), wait, heard.on_failed, 60, noon)
    writer.put(scored(2))
    assert writer.flush(10)
    go_on.set()
    assert writer.close()


def test_a_ballot_that_was_changed_by_others_is_kept_apart_and_told_once(
    writer: BallotWriter, store: FolderStore, heard: Heard
) -> None:
    store.save_ballot(scored(1), "")
    writer.put(scored(2))
    assert not writer.flush()
    heard.wait(failed=1)
    writer.put(scored(3))
    assert not writer.flush()
    (error,) = heard.failed
    assert isinstance(error, ChangedMeanwhile)
    assert "set-aside" in error.where
    assert error.message == (
        f"your ballot was changed by another program meanwhile; your version is kept in {error.where}"
    )
    assert heard.saved == []
    assert store.ballot("anna").ballot == scored(1)
    assert "innovation = 3" in Path(error.where).read_text(encoding="utf-8")
    assert len(store.ballots().problems) == 1


def block(folder: Path) -> None:
    """Let no ballot be written."""
    (folder / "data" / "ballots").rename(folder / "data" / "away")
    (folder / "data" / "ballots").write_text("in the way", encoding="utf-8")


def unblock(folder: Path) -> None:
    """Let ballots be written again."""
    (folder / "data" / "ballots").unlink()
    (folder / "data" / "away").rename(folder / "data" / "ballots")


def test_a_ballot_that_cannot_be_written_is_told_and_tried_again(
    writer: BallotWriter, store: FolderStore, heard: Heard, tmp_path: Path
) -> None:
    writer.put(scored(1))
    assert writer.flush()
    block(tmp_path)
    writer.put(scored(2))
    assert not writer.flush()
    heard.wait(failed=1)
    assert isinstance(heard.failed[0], CannotStore)
    unblock(tmp_path)
    assert writer.flush()
    heard.wait(saved=2)
    assert store.ballot("anna").ballot == scored(2)


def test_a_ballot_that_cannot_be_written_is_tried_again_by_itself(
    writer: BallotWriter, store: FolderStore, heard: Heard, tmp_path: Path
) -> None:
    writer.put(scored(1))
    assert writer.flush()
    block(tmp_path)
    writer.put(scored(2))
    assert not writer.flush()
    unblock(tmp_path)
    heard.wait(saved=2)
    assert store.ballot("anna").ballot == scored(2)


def test_closing_does_not_wait_for_what_cannot_be_written(
    writer: BallotWriter, heard: Heard, tmp_path: Path
) -> None:
    writer.put(scored(1))
    assert writer.flush()
    block(tmp_path)
    before = threads()
    writer.put(scored(2))
    assert not writer.close()
    deadline = time.monotonic() + 60
    while threads() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threads() == before
    unblock(tmp_path)


def test_no_change_is_lost_when_many_put_and_flush(store: FolderStore, heard: Heard) -> None:
    writer = BallotWriter(store, store.ballot("anna"), heard.on_saved, heard.on_failed, 0.001, noon)
    ballots = [
        Ballot("2026", "anna", {"1": Review("1", {"innovation": 1 + number % 5}, comment=str(number))})
        for number in range(200)
    ]
    stop = threading.Event()

    def flush_on() -> None:
        while not stop.is_set():
            writer.flush(10)

    flushing = [threading.Thread(target=flush_on) for _ in range(3)]
    for thread in flushing:
        thread.start()
    for ballot in ballots:
        writer.put(ballot)
        time.sleep(random.random() * 0.002)  # noqa: S311
    stop.set()
    for thread in flushing:
        thread.join()
    assert writer.close()
    assert heard.failed == []
    assert store.ballot("anna").ballot == ballots[-1]
    told = [int(ballot.review("1").comment) for ballot, _ in heard.saved]
    assert told == sorted(set(told))
    assert told[-1] == 199


PROGRAM = """
import os, signal, sys, time
from pathlib import Path
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.store.folder import FolderStore
from nominate_tui.store.writer import BallotWriter

store = FolderStore(Path(sys.argv[1]))
seen = store.ballot("anna")
number = int(seen.ballot.review("1").comment or 0)

def saved(ballot, at):
    os.write(1, (ballot.review("1").comment + "\\n").encode())

writer = BallotWriter(store, seen, saved, print, 0.002)

def put():
    global number
    number += 1
    writer.put(Ballot("2026", "anna", {"1": Review("1", {"innovation": 1}, comment=str(number))}))

def leave(*_):
    flushed = writer.flush(10)
    os.write(1, f"left {flushed} {number}\\n".encode())
    os._exit(0)
"""


def run(program: str, folder: Path) -> "subprocess.Popen[bytes]":
    """A process with a writer of anna's ballot."""
    return subprocess.Popen([sys.executable, "-c", PROGRAM + program, str(folder)], stdout=subprocess.PIPE)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_killed_session_loses_nothing_that_was_shown_as_saved(store: FolderStore, tmp_path: Path) -> None:
    for round in range(6):
        process = run("\nwhile True:\n    put()\n    time.sleep(0.0005)\n", tmp_path)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(0.005 * round)
        process.kill()
        rest, _ = process.communicate()
        *told, _torn = (first + rest).split(b"\n")
        assert int(store.ballot("anna").ballot.review("1").comment) >= int(told[-1])


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM is POSIX")
def test_a_signal_handler_brings_everything_to_the_disk(store: FolderStore, tmp_path: Path) -> None:
    for _ in range(6):
        process = run(
            "\nsignal.signal(signal.SIGTERM, leave)\nput()\nwriter.flush()\nwhile True:\n    put()\n",
            tmp_path,
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=60)
        (last,) = (line.split() for line in rest.split(b"\n") if line.startswith(b"left"))
        assert last[1] == b"True"
        stored = int(store.ballot("anna").ballot.review("1").comment)
        # The handler may have come between a new number and its put.
        assert int(last[2]) - 1 <= stored <= int(last[2])


def test_a_program_that_ends_without_closing_still_writes(store: FolderStore, tmp_path: Path) -> None:
    process = run("\nput()\nraise SystemExit", tmp_path)
    process.communicate(timeout=60)
    assert store.ballot("anna").ballot.review("1").comment == "1"
