"""Measures the arithmetic of the ranking beside the libraries it is named against, in one run.

`python bench/ranking.py` measures all; `--only alpha`, `--size 10000` a part of it. Rounds are invented, the same on
every run; ours and the peer work by turns, each time in a fresh process, and where both work out the same their answers
must agree, or the run ends. The table is Markdown; `bench/README.md` says what it tells.
"""

import argparse
import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from ranking_commands import import_numpy, import_ranking, rank_table, read_by_polars
from ranking_given import give
from ranking_rounds import SIZES, Size, invent, save
from ranking_runs import Failed, Side, by_turns, worker
from ranking_table import HEADING, Aim, Comparison, row

AT_ONCE: Final = Aim(50, size="1000")
"""What is moved on screen is seen to move."""

COMPARISONS: Final = (
    Comparison("scores → nomination means", "means", "pandas_means", "pandas", Aim(2, 40)),
    Comparison("the same in fractions, and what counts", "exact", "pandas_means", "pandas"),
    Comparison("adjusted fit with its variances", "fit", "lsqr", "scipy lsqr", Aim(30, 10), tolerance=1e-6),
    Comparison(
        *("adjusted fit with its variances", "fit", "mixed", "statsmodels MixedLM"),
        sizes=("26", "1000sparse"),
        # Restricted likelihood, where ours equates sums of squares: τ² is a little another.
        tolerance=0.02,
    ),
    Comparison("ordinal alpha of a criterion", "alpha", "krippendorff", "krippendorff", Aim(5, 90)),
    Comparison("1,000 draws", "drawn", "bootstrap", "5 pandas bootstraps, × 200", Aim(2_000), same=False),
    Comparison("Schulze, the best 100", "schulze", "pref_voting", "pref_voting", Aim(5, 100)),
    Comparison("what if: a weight", "move_a_weight", "pandas_moved", "pandas means, ranks", AT_ONCE),
    Comparison("what if: a size", "another_size", "pandas_again", "pandas means, ranks", AT_ONCE),
    Comparison("what if: a method", "another_method", "pandas_again", "pandas means, ranks", AT_ONCE),
    Comparison("what if: a juror less", "without_a_juror", "pandas_without", "pandas means, ranks", AT_ONCE),
    Comparison("what if: a verdict", "a_verdict", "pandas_again", "pandas means, ranks", AT_ONCE, same=False),
)
TABLE: Final = Comparison("long CSV → ranking, command", "table", "", "polars.read_csv alone", Aim(3_000))
IMPORT: Final = Comparison("import of ranking", "import", "", "import numpy", Aim(150, more=True), same=False)


def make(size: Size, folder: Path) -> None:
    """Write a round; what is held for that is given back before anything is measured."""
    invented = invent(size)
    save(invented, folder)
    give(invented, folder)


def sides(comparison: Comparison, size: Size, folder: Path, wishes: argparse.Namespace) -> tuple[Side, Side]:
    """Our work and the peer's: on arrays, or as whole commands."""
    if comparison is TABLE:
        return partial(rank_table, folder), partial(read_by_polars, wishes.peers, folder)
    told = (size.name, folder, wishes.runs)
    return (
        partial(worker, sys.executable, "ranking_ours.py", comparison.ours, *told),
        partial(worker, wishes.peers, "ranking_peers.py", comparison.peer, *told),
    )


def compare(comparison: Comparison, size: Size | None, sides: tuple[Side, Side]) -> None:
    """Run both and print what they took; a side that fails is told."""
    try:
        found = by_turns(*sides, comparison.tolerance)
    except Failed as error:
        print(f"{comparison.title}, {comparison.told}: {error}", file=sys.stderr)
        return
    if comparison.same and not found.agreed:
        raise AssertionError(f"{comparison.title}: nothing was compared")
    print(row(comparison, size, found), flush=True)


def of_size(size: Size, wishes: argparse.Namespace) -> None:
    """Everything at one size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(size, folder)
        for comparison in (*COMPARISONS, TABLE):
            if size.name in comparison.sizes and wishes.only in (comparison.ours, None):
                compare(comparison, size, sides(comparison, size, folder, wishes))


def main() -> None:
    """Measure what is wanted."""
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument(
        "--peers", default=os.environ.get("PEERS", "python3"), help="the Python that has the peers"
    )
    told.add_argument("--only", choices=sorted({each.ours for each in (*COMPARISONS, TABLE, IMPORT)}))
    told.add_argument("--size", choices=SIZES)
    told.add_argument("--runs", type=int, default=7, help="how often quick work is done in a process")
    wishes = told.parse_args()
    print(HEADING)
    for size in SIZES.values():
        if wishes.size in (size.name, None):
            of_size(size, wishes)
    if wishes.only == IMPORT.ours or not (wishes.only or wishes.size):
        compare(IMPORT, None, (import_ranking, import_numpy))


if __name__ == "__main__":
    main()
