"""Tables in a terminal, which has a width and colours: the program runs in one of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no such terminals on this system")

PROGRAM = [sys.executable, "-c", "from nominate_tui.cli.main import main; main()"]
STYLE = re.compile("\x1b\\[[0-9;]*m")


def in_a_terminal(columns: int, *arguments: object, program: Sequence[str] = PROGRAM) -> str:
    """What a command of the program, or another program, prints in a terminal of this width."""
    mine, its = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "LINES": "24", "TERM": "xterm-256color"}
    command = [*program, *(str(argument) for argument in arguments)]
    process = subprocess.Popen(command, stdin=its, stdout=its, stderr=subprocess.STDOUT, env=environment)
    os.close(its)
    printed = b"".join(_blocks(mine))
    assert process.wait() == 0
    os.close(mine)
    return printed.decode().replace("\r\n", "\n")


def _blocks(terminal: int) -> list[bytes]:
    blocks: list[bytes] = []
    while True:
        try:
            block = os.read(terminal, 65536)
        except OSError:  # Linux says so when the program is gone
            return blocks
        if not block:
            return blocks
        blocks.append(block)


def test_a_table_follows_the_width_of_the_terminal(small: Path) -> None:
    lines = STYLE.sub("", in_a_terminal(60, "ranking", small)).split("\n")
    assert max(map(len, lines)) <= 60
    assert [line.split()[:2] for line in lines if line.startswith("   ") and line.split()[0].isdigit()] == [
        ["1", "2"],
        ["2", "4"],
        ["3", "1"],
        ["4", "3"],
    ]


def test_columns_without_room_are_named(small: Path) -> None:
    printed = " ".join(STYLE.sub("", in_a_terminal(60, "ranking", small)).split())
    assert "Innovation, Spread, Disagreement, Separated by. A wider window has it, or --format csv" in printed
    assert "No room for: " in printed


def test_a_wide_terminal_has_every_column(small: Path) -> None:
    printed = STYLE.sub("", in_a_terminal(140, "ranking", small))
    assert "Disagreement" in printed
    assert "No room for" not in printed


def test_headings_are_told_apart_in_a_terminal_only(small: Path) -> None:
    assert "\x1b[1m" in in_a_terminal(140, "ranking", small)
    piped = subprocess.run([*PROGRAM, "ranking", str(small)], capture_output=True, check=True)
    assert b"\x1b" not in piped.stdout


def test_the_many_rows_of_a_folded_table_stand_once_each_under_one_heading() -> None:
    rows = ", ".join(f"({n}, 'a sentence that needs more than one line, number {n}.')" for n in range(130))
    code = (
        "from nominate_tui.cli.table import print_parts; from nominate_tui.cli.sheet import Column, Sheet;"
        f"print_parts([Sheet((Column('n', 'Number', right=True), Column('t', 'Sentence')), [{rows}])])"
    )
    printed = STYLE.sub("", in_a_terminal(30, program=[sys.executable, "-c", code]))
    lines = [line.rstrip() for line in printed.split("\n")]
    assert lines[0].split() == ["Number", "Sentence"]
    assert sum("Sentence" in line for line in lines) == 1
    numbers = [int(line.split()[0]) for line in lines if line[:6].strip().isdigit()]
    assert numbers == [*range(130)]
    assert len({line.index("a sentence") for line in lines if "a sentence" in line}) == 1
    assert "" not in lines[:-1]
