"""Whole commands: a long table to a ranking, and what importing costs, beside the bare reading and numpy alone."""

import json
import sys
from pathlib import Path
from typing import Final

import numpy as np
from ranking_runs import Answers, Took, command, worker

import nominate_tui

RANKING: Final = Path(nominate_tui.__file__).parent / "ranking"
ALL_OF_RANKING: Final = ", ".join(
    f"nominate_tui.ranking.{file.stem}" for file in sorted(RANKING.glob("*.py")) if file.stem != "__init__"
)
"""Every module, parted by commas."""
UNWANTED: Final = ("scipy", "pandas", "textual", "rich", "click")
"""What `ranking` never loads."""
NUMPY: Final = "import numpy"
POLARS: Final = "import sys, polars; polars.read_csv(sys.argv[1])"


def rank_table(folder: Path) -> tuple[Took, Answers]:
    """`ranking --scores`, from the start of the process to the printed JSON."""
    table, rules = folder / "scores.csv", folder / "scoring.toml"
    words = ("ranking", "--scores", str(table), "--rules", str(rules), "--format", "json")
    took, printed = command(sys.executable, "-m", "nominate_tui", *words)
    rows = sorted(json.loads(printed)["ranking"], key=lambda row: row["nomination"])
    return took, {"mean": np.array([np.nan if row["mean"] is None else row["mean"] for row in rows])}


def read_by_polars(python: str, folder: Path) -> tuple[Took, Answers]:
    """`polars.read_csv` of the same table and nothing else, from the start of the process.

    The answers are those of pandas, so that what was read into a ranking is checked too.
    """
    took, _printed = command(python, "-c", POLARS, str(folder / "scores.csv"))
    return took, worker(python, "ranking_peers.py", "pandas_means", "", folder, 1)[1]


def import_ranking() -> tuple[Took, Answers]:
    """A process that imports every module of `ranking` and ends."""
    check = f"import sys; assert not {{*{UNWANTED}}} & sys.modules.keys()"
    return command(sys.executable, "-c", f"import {ALL_OF_RANKING}; {check}")[0], {}


def import_numpy() -> tuple[Took, Answers]:
    """A process that imports numpy and ends, by the same Python."""
    return command(sys.executable, "-c", NUMPY)[0], {}
