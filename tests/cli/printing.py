"""Runs one command line and gives back what it printed."""

import csv
import io
import json
from dataclasses import dataclass
from typing import Any

import pytest

from nominate_tui.cli.main import run


@dataclass(frozen=True, slots=True)
class Printed:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output, read as JSON."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[dict[str, str]]:
        """The output, read as CSV."""
        return list(csv.DictReader(io.StringIO(self.out, newline="")))

    @property
    def lines(self) -> list[str]:
        """The lines of the output, without the blanks at their ends and without empty ones."""
        return [line.rstrip() for line in self.out.split("\n") if line.strip()]


class CommandLine:
    """`nominate-tui`, called in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Printed:
        """Run a command line, whatever becomes of it."""
        self._capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = self._capsys.readouterr()
        return Printed(code, printed.out, printed.err)

    def done(self, *arguments: object) -> Printed:
        """Run a command line that must do what it is told, without a word of complaint."""
        printed = self(*arguments)
        assert (printed.code, printed.err) == (0, "")
        return printed
