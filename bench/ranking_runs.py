"""Runs ours and a peer by turns, each time in a fresh process, and sees to it that they agree."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

HERE: Final = Path(__file__).parent
TURNS: Final = 3
"""How often each side is run."""
SLOW: Final = 20.0
"""A peer that took more seconds by the clock is not run again."""
ONE_THREAD: Final = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""For numpy on both sides, so that the processor's time is of the work and not of threads that wait."""

WATCHED: Final = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
wall = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(done.stderr or f"exit code {done.returncode}")
print(json.dumps([used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, done.stdout]))
"""
"""Runs a command in a process of its own, so that what is told is that command's."""

Answers = Mapping[str, NDArray[Any]]
"""What came out of a run, by name."""


class Failed(RuntimeError):
    """A run ended with an error."""


@dataclass(frozen=True, slots=True)
class Took:
    """What one or several runs took."""

    cpu: tuple[float, ...]
    """Seconds of the processor."""
    wall: tuple[float, ...]
    """Seconds by the clock."""
    held: float
    """Megabytes at the highest before the work."""
    peak: float
    """Megabytes at the highest after it."""

    def and_also(self, other: "Took") -> "Took":
        """Both together."""
        highest = max(self, other, key=lambda took: took.peak)
        return Took(self.cpu + other.cpu, self.wall + other.wall, highest.held, highest.peak)

    @property
    def least(self) -> float:
        """The fewest seconds of the processor."""
        return min(self.cpu)

    @property
    def middle(self) -> float:
        """The median of the processor's seconds."""
        return median(self.cpu)


Side = Callable[[], tuple[Took, Answers]]
"""One of the two that are compared: run once in a fresh process, it tells what it took and what came out."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides of one comparison."""

    ours: Took
    peer: Took
    agreed: int
    """How many arrays both worked out, and the same."""

    @property
    def times(self) -> float:
        """How many times ours goes into the peer, by the least of the processor's time."""
        return self.peer.least / self.ours.least


def by_turns(ours: Side, peer: Side, tolerance: float) -> Compared:
    """Run both so often, by turns, so that a busy moment hits both; a slow peer once.

    Raises:
        AssertionError: What both worked out is not the same.
    """
    took, answers = ours()
    rival, others = peer()
    agreed = must_agree(answers, others, tolerance)
    for _turn in range(1, TURNS):
        took = took.and_also(ours()[0])
        if sum(rival.wall) < SLOW * len(rival.wall):
            rival = rival.and_also(peer()[0])
    return Compared(took, rival, agreed)


def must_agree(ours: Answers, peer: Answers, tolerance: float) -> int:
    """How many arrays have the same name in both; they must differ by no more than the tolerance.

    Raises:
        AssertionError: They differ.
    """
    common = sorted(ours.keys() & peer.keys())
    for name in common:
        mine, theirs = (np.asarray(side[name], dtype=np.float64) for side in (ours, peer))
        np.testing.assert_allclose(mine, theirs, rtol=tolerance, atol=tolerance, err_msg=name)
    return len(common)


def worker(python: str, script: str, name: str, size: str, folder: Path, runs: int) -> tuple[Took, Answers]:
    """Run one piece of work by a script.

    Raises:
        Failed: It ended with an error; the last line of it is told.
    """
    out = folder / "answers.npz"
    arguments = (name, size, str(folder), str(runs), str(out))
    told = json.loads(_said([python, "-W", "ignore", str(HERE / script), *arguments]).splitlines()[-1])
    with np.load(out) as found:
        answers = {key: found[key] for key in found.files}
    return Took(tuple(told["cpu"]), tuple(told["wall"]), told["held"], told["peak"]), answers


def command(*words: str) -> tuple[Took, str]:
    """Run a whole command; what it took and what it printed.

    Raises:
        Failed: It ended with an error.
    """
    cpu, wall, peak, printed = json.loads(_said([sys.executable, "-c", WATCHED, *words]))
    return Took((cpu,), (wall,), 0.0, peak), printed


def _said(words: Sequence[str]) -> str:
    told = {**os.environ, **ONE_THREAD}
    try:
        done = subprocess.run(words, check=False, capture_output=True, text=True, env=told)
    except FileNotFoundError as error:
        raise Failed(f"no Python at {words[0]}") from error
    if done.returncode:
        raise Failed((done.stderr.strip() or f"exit code {done.returncode}").splitlines()[-1])
    return done.stdout
