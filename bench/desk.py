"""How fast the juror's desk opens and answers a key, as ratios against bare Textual programs in the same run.

.venv/bin/python bench/desk.py [RUNS]
"""

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from terminal import Terminal, python

HERE = Path(__file__).parent
ROUND = HERE.parent
RIVALS = str(HERE / "rivals.py")


def opened(command: list[str], shown: str) -> float:
    """Seconds to the first useful screen of a command."""
    terminal = Terminal(command)
    try:
        return terminal.wait_for(shown)
    finally:
        terminal.end()


def answered(command: list[str], shown: str, keys: list[bytes]) -> list[float]:
    """Seconds from each key to what is painted after it."""
    terminal = Terminal(command)
    try:
        terminal.wait_for(shown)
        terminal.settle(0.8)
        return [terminal.key(key) for key in keys]
    finally:
        terminal.end()


def report(name: str, ours: list[float], rival: list[float], aim: float) -> None:
    """One line: both medians and their ratio."""
    mine, theirs = statistics.median(ours) * 1000, statistics.median(rival) * 1000
    print(f"{name:<46} {mine:8.1f} ms {theirs:8.1f} ms {mine / theirs:6.2f} x   (at most {aim})")


def main(runs: int) -> None:
    """Measure by turns, so that a busy moment hits both."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROUND / "scoring.toml", folder)
        shutil.copytree(ROUND / "data", Path(folder, "data"))
        desk = python("-m", "nominate_tui", folder, "--as", "anna")
        label, table = python(RIVALS, "label"), python(RIVALS, "table")
        opened(desk, "Patientpanel"), opened(label, "Ready")
        pairs = [(opened(desk, "Patientpanel"), opened(label, "Ready")) for _ in range(runs)]
        print(f"{'':<46} {'desk':>11} {'rival':>11} {'ratio':>8}")
        report("first screen, beside a bare label", [a for a, _ in pairs], [b for _, b in pairs], 2.0)
        down, up = [b"\x1b[B"] * 10, [b"\x1b[A"] * 10
        rival = [t for _ in range(runs) for t in answered(table, "Nomination", down + up)]
        for name, keys in (
            ("next and previous nomination", [b"j"] * 10 + [b"k"] * 10),
            ("next criterion", [b"\t"] * 20),
            ("a score", [b"3", b"4", b"2", b"5", b"1"] * 4),
        ):
            ours = [t for _ in range(runs) for t in answered(desk, "Patientpanel", keys)]
            report(f"key to paint, beside a bare table: {name}"[:46], ours, rival, 2.0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
