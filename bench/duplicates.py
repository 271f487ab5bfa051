"""Measures the search for duplicates against public truth and planted truth, beside its peers, in one run.

`python bench/duplicates.py` measures all; `--only 26`, `--only dblp_acm` or `--only 10000` a part of it. Every
rival runs in a fresh process on the same nominations; times are by the clock, after imports, and ratios are of the
time of word TF-IDF in the same run. Each peer has its best threshold, found with the truth at hand; ours has its
default rules. `--wrong N` prints our first N mistakes of each part.
"""

import argparse
import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from duplicate_records import write
from duplicate_runs import Run, by_turns, ours, peer
from duplicate_sets import HERE, Labelled, View, invented, of_public, of_sample, public, sample
from duplicate_tables import ALONE, OURS, Rivals, print_kinds, print_view, print_wrong

PEERS: Final = (
    *(ALONE, "TF-IDF characters", "rapidfuzz WRatio", "rapidfuzz token_sort"),
    *("splink", "recordlinkage", "datasketch", "dedupe"),
)
LARGE: Final = (ALONE, "TF-IDF characters")
"""The peers that whole rounds are given to."""
SLOW: Final = {("dblp_acm", "dedupe"), ("planted 100,000 × 300", "TF-IDF characters")}
"""The one takes minutes and 16 GB, the other many minutes."""
SIZES: Final = ((1_000, 800), (10_000, 800), (100_000, 300))


def measured(labelled: Labelled, names: tuple[str, ...], wishes: argparse.Namespace) -> Rivals:
    """Our runs and those of some peers over the same file."""
    wanted = [name for name in names if wishes.slow or (labelled.name, name) not in SLOW]
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder, "records.jsonl")
        same = dict(sorted(labelled.of("duplicate")))
        write(records, labelled.nominations, labelled.contacts, labelled.sources, same)
        runs: dict[str, Callable[[], Run]] = {OURS: partial(ours, labelled, records)}
        runs |= {name: partial(peer, name, wishes.peers, labelled, records) for name in wanted}
        return by_turns(runs, wishes.runs)


def sets(wishes: argparse.Namespace) -> None:
    """The sample and the public sets beside all peers."""
    known = {"26": (sample, of_sample)}
    for name in ("fodors_zagats", "dblp_acm", "madrid"):
        known[name] = (partial(public, wishes.sets / name), partial(of_public, wishes.sets / name))
    for name, (read, views) in known.items():
        if wishes.only in (name, None):
            labelled = read()
            rivals = measured(labelled, LARGE[:1] if name == "26" else PEERS, wishes)
            for view in views(labelled):
                print_view(view, rivals)
                print_wrong(view, rivals, wishes.wrong)


def sizes(wishes: argparse.Namespace) -> None:
    """Planted rounds beside TF-IDF."""
    for count, words in SIZES:
        if wishes.only in (str(count), None):
            labelled = invented(count, words)
            rivals = measured(labelled, LARGE, wishes)
            for label in ("duplicate", "related"):
                view = View(f"{labelled.name}: {label}", labelled, (label,))
                print_view(view, rivals)
                print_wrong(view, rivals, wishes.wrong)
            print_kinds(labelled, rivals)


def main() -> None:
    """Measure what is wanted."""
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("--sets", type=Path, default=HERE.parents[1] / "shared" / "cases" / "duplicates")
    told.add_argument(
        "--peers", default=os.environ.get("PEERS", "python3"), help="the Python that has the peers"
    )
    told.add_argument("--only", help="26, fodors_zagats, dblp_acm, madrid, 1000, 10000 or 100000")
    told.add_argument("--runs", type=int, default=3, help="how often quick rivals run")
    told.add_argument("--wrong", type=int, default=0, help="how many of our mistakes are printed")
    told.add_argument("--slow", action="store_true", help="also what takes many minutes, or 16 GB")
    wishes = told.parse_args()
    sets(wishes)
    sizes(wishes)


if __name__ == "__main__":
    main()
