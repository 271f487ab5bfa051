"""Runs rivals over one file of nominations, each in a process of its own, and reads what they found."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np
from duplicate_scores import Pair, Score, best, pair, score
from duplicate_sets import Labelled

HERE: Final = Path(__file__).parent
MISSING: Final = 3
"""The exit code of a peer that is not installed."""
QUICK: Final = 10.0
"""Seconds up to which a run is repeated."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a rival found, and what it took."""

    seconds: float
    """By the clock, with the nominations in memory and the modules imported."""
    process: float
    """Seconds of the whole process, its start, imports and reading included."""
    peak: float
    """Megabytes of the whole process at its highest."""
    scored: Mapping[Pair, float]
    """How alike the rival calls the pairs it names; 1 for all of ours."""
    suggested: Mapping[Pair, tuple[str, str]]
    """Of ours what each pair is called, and by which rule."""
    late: float = 0.0
    """Of ours the seconds for one nomination more, when all others are compared."""

    def at_best(self, labelled: Labelled, labels: Sequence[str]) -> tuple[Score, float]:
        """The score at the rival's best threshold, and that threshold."""
        return best(
            {p: value for p, value in self.scored.items() if labelled.counts(p)}, labelled.of(*labels)
        )

    def suggesting(
        self, labelled: Labelled, labels: Sequence[str], called: Sequence[str], but: Collection[str] = ()
    ) -> Score:
        """The score against some labels of the pairs that ours calls one thing or another, by any rules but some."""
        found = [p for p, (label, rule) in self.suggested.items() if label in called and rule not in but]
        return score([p for p in found if labelled.counts(p)], labelled.of(*labels))


class Failed(RuntimeError):
    """A rival ended with an error."""


def ours(labelled: Labelled, records: Path) -> Run:
    """One run of our own search."""
    aliases, out = records.with_suffix(".aliases"), records.with_suffix(".found")
    aliases.write_text(json.dumps(labelled.aliases), encoding="utf-8")
    told = _told([sys.executable, str(HERE / "duplicate_ours.py"), str(records), str(aliases), str(out)])
    rows = json.loads(out.read_text(encoding="utf-8"))
    suggested = {pair(a, b): (label, rule) for a, b, label, rule in rows}
    return Run(*_took(told), dict.fromkeys(suggested, 1.0), suggested, told["late"])


def peer(name: str, python: str, labelled: Labelled, records: Path) -> Run:
    """One run of a peer, by the Python that has the peers.

    Raises:
        Failed: It is not installed, or it ended with an error.
    """
    out = records.with_suffix(".npz")
    told = _told([python, "-W", "ignore", str(HERE / "duplicate_peers.py"), name, str(records), str(out)])
    ids = labelled.nominations
    with np.load(out) as found:
        rows = zip(found["a"].tolist(), found["b"].tolist(), found["value"].tolist(), strict=True)
        scored = {pair(ids[a].id, ids[b].id): value for a, b, value in rows}
    return Run(*_took(told), scored, {})


def by_turns(rivals: Mapping[str, Callable[[], Run]], runs: int) -> dict[str, Run | Failed]:
    """Every rival so often, by turns, so that a busy moment hits all; a slow one once. Times are medians."""
    done: dict[str, list[Run]] = {name: [] for name in rivals}
    failed: dict[str, Failed] = {}
    for turn in range(runs):
        for name, run in rivals.items():
            if name in failed or (turn and done[name][0].seconds > QUICK):
                continue
            try:
                done[name].append(run())
            except Failed as error:
                failed[name] = error
    return {name: failed[name] if name in failed else _middle(done[name]) for name in rivals}


def _middle(runs: Sequence[Run]) -> Run:
    seconds, process = median(run.seconds for run in runs), median(run.process for run in runs)
    late = median(run.late for run in runs)
    return replace(runs[0], seconds=seconds, process=process, peak=max(run.peak for run in runs), late=late)


def _told(command: Sequence[str]) -> Mapping[str, float]:
    began = time.perf_counter()
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise Failed(f"no Python at {command[0]}") from error
    if done.returncode == MISSING:
        raise Failed("not installed")
    if done.returncode:
        raise Failed(
            done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"exit code {done.returncode}"
        )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {**told, "process": time.perf_counter() - began - told.get("beside", 0.0)}


def _took(told: Mapping[str, float]) -> tuple[float, float, float]:
    return told["seconds"], told["process"], told["peak"]
