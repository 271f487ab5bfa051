"""Every document that strangers were thought to send is read or refused as it should be, by the process that reads."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import tomli

from nominate_tui.intake.document import Document, Read, Sheet
from nominate_tui.intake.sandbox import Reading, Sandbox
from nominate_tui.intake.sources import DocumentFile, documents_in
from nominate_tui.model.limits import Limits

pytestmark = pytest.mark.shared


def manifest(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """What is expected of each document, by the name of its file."""
    cases = tomli.loads((folder / "manifest.toml").read_text(encoding="utf-8"))["case"]
    wanted = (case for case in cases if case["file"].startswith("nominations/"))
    return {case["file"].removeprefix("nominations/"): case for case in wanted}


def texts(read: Read) -> str:
    """All text of what was read."""
    if isinstance(read, Document):
        return "\n".join(read.lines)
    if isinstance(read, Sheet):
        return "\n".join((*read.header, *(cell for row in read.rows for cell in row.cells)))
    return "\n".join(part for one in read.nominations for part in (one.title, one.text))


def test_each_case_is_read_or_refused_and_shows_what_it_must(shared: Path) -> None:
    folder = shared / "cases" / "hostile"
    cases = manifest(folder)
    with Sandbox(Limits()) as sandbox:
        files = documents_in([folder / "nominations"], Limits()).files
        readings = {file.name: sandbox.read(file) for file in files}
    assert sorted(readings) == sorted(cases)
    for name, reading in readings.items():
        problems = [str(problem) for problem in reading.problems]
        assert not any("mistake of this program" in problem for problem in problems), problems
        assert bool(problems) == (cases[name]["expect"] == "refused"), (name, problems)
        text = "\n".join(map(texts, reading.reads))
        assert [part for part in cases[name].get("contains", ()) if part not in text] == []
        assert [part for part in cases[name].get("absent", ()) if part in text] == []


def reading_of(path: Path, limits: Limits) -> Reading:
    """What becomes of one file."""
    with Sandbox(limits) as sandbox:
        return sandbox.read(DocumentFile(path, path.name))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_a_bomb_that_a_reader_lets_through_is_stopped_by_the_limits(shared: Path) -> None:
    bomb = shared / "cases" / "hostile" / "nominations" / "p02-flate-bomb.pdf"
    limits = Limits(unpacked_mb=2_000, ratio=100_000, memory_mb=200, seconds=5)
    reading = reading_of(bomb, limits)
    assert reading.reads == ()
    (problem,) = reading.problems
    assert problem.severity == "error"
