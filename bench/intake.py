"""Measures the taking in of large documents beside the bare reading of the same file.

`python bench/intake.py [COUNT]` writes COUNT nominations (10,000 where nothing is said) as text, CSV and XLSX to a
temporary folder, and runs each command by turns: reading with the library alone, `intake --dry-run`, and `intake`
into a new round. Times are what whole processes and their children have the processor do, their start included,
so that a busy machine tells much the same; memory is the highest of any process.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final

from documents import write_csv, write_text, write_xlsx

HERE: Final = Path(__file__).parent
SAMPLE: Final = HERE.parent / "data" / "indstillinger.txt"
RUNS: Final = 3

MEASURED: Final = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
"""Runs a command in a process of its own, so that what is told is that command's."""

WRITERS: Final[Mapping[str, Callable[[Path, int], None]]] = {
    "text": write_text,
    "csv": write_csv,
    "xlsx": write_xlsx,
}
RIVALS: Final[Mapping[str, Sequence[str]]] = {
    "text": ("text",),
    "csv": ("csv",),
    "xlsx": ("calamine", "openpyxl"),
}


def measure(command: Sequence[str]) -> tuple[float, float]:
    """Seconds and megabytes that a command takes.

    Raises:
        RuntimeError: The command failed, so that its time says nothing.
    """
    told = subprocess.run(
        [sys.executable, "-c", MEASURED, *command], check=True, capture_output=True, text=True
    )
    code, seconds, peak = json.loads(told.stdout)
    if code:
        raise RuntimeError(f"exit code {code}: {' '.join(command)}")
    return seconds, peak


def intake(document: Path, folder: Path, *, dry: bool) -> list[str]:
    """The command that takes a document into a new round, or tries to."""
    shutil.rmtree(folder, ignore_errors=True)
    limits = ("--limit", "document_mb=200", "--limit", "unpacked_mb=400", "--limit", "seconds=120")
    wanted = [*("intake", str(document), "--round", str(folder)), *limits, *(["--dry-run"] if dry else [])]
    return [sys.executable, "-m", "nominate_tui", *wanted, "--format", "json"]


def told(name: str, runs: Sequence[tuple[float, float]], beside: float) -> str:
    """One line: time, memory, and how many times the rival's."""
    seconds, peak = median(one[0] for one in runs), max(one[1] for one in runs)
    return f"  {name:28} {seconds:7.2f} s {peak:7.0f} MB   {seconds / beside:5.2f} x"


def compare(kind: str, document: Path, folder: Path) -> None:
    """Measure a document by turns and print it."""
    reading = [sys.executable, str(HERE / "reading.py")]
    rows: dict[str, list[tuple[float, float]]] = {}
    for _run in range(RUNS):
        for rival in RIVALS[kind]:
            rows.setdefault(f"bare reading: {rival}", []).append(measure([*reading, rival, str(document)]))
        rows.setdefault("intake --dry-run", []).append(measure(intake(document, folder, dry=True)))
        rows.setdefault("intake", []).append(measure(intake(document, folder, dry=False)))
    print(f"{kind}: {document.name}, {document.stat().st_size / 1e6:.1f} MB")
    beside = median(one[0] for one in next(iter(rows.values())))
    for name, runs in rows.items():
        print(told(name, runs, beside))


def main() -> None:
    """Measure the sample, and a large document of each kind."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compare("text", SAMPLE, folder / "round")
        for kind, write in WRITERS.items():
            document = folder / f"large.{'txt' if kind == 'text' else kind}"
            write(document, count)
            compare(kind, document, folder / "round")


if __name__ == "__main__":
    main()
