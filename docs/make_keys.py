"""Prints `docs/keys.md`, made from the table of commands: `python docs/make_keys.py > docs/keys.md`."""

import sys
from collections.abc import Iterator, Sequence

from nominate_tui.tui.commands import CHAIR, EVERYWHERE, JUROR, TRYING, Command


def page() -> str:
    """The whole page."""
    parts = [
        "# Keys",
        "Made from `src/nominate_tui/tui/commands.py`; a test fails when the two differ.",
        "## The juror's desk",
        "| key | what it does |\n|---|---|\n"
        "| `1` – `5` (each value of the scale) | Score the criterion in focus, and go on to the next one |\n"
        "| `0` (`t` where the scale has a 0) | Score 10, where the scale has it |\n"
        + "\n".join(_rows(JUROR)),
        "## The chair's desk",
        "| key | what it does |\n|---|---|\n" + "\n".join(_rows(CHAIR)),
        "## What if",
        "| key | what it does |\n|---|---|\n" + "\n".join(_rows(TRYING)),
        "## Everywhere",
        "| key | what it does |\n|---|---|\n" + "\n".join(_rows(EVERYWHERE)),
    ]
    return "\n\n".join(parts) + "\n"


def _rows(commands: Sequence[Command]) -> Iterator[str]:
    for command in commands:
        keys = " ".join(f"`{key}`" for key in command.shown.split(" "))
        yield f"| {keys} | {command.help} |"


if __name__ == "__main__":
    sys.stdout.write(page())
