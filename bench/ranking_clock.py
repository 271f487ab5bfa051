"""Times a piece of work in this process, several times, and tells what it took and what came out."""

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike

Answers = Mapping[str, ArrayLike]
"""What came out, by a name that both sides use where they work out the same."""

SHORT: Final = 0.01
"""Work that takes fewer seconds is done several times over for one figure."""
SLOW: Final = 3.0
"""Work that takes more seconds is done once."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is timed, and what of it is compared."""

    do: Callable[[], Any]
    answers: Callable[[Any], Answers]
    """From what came out; not timed."""
    times: float = 1.0
    """What the time stands for so many times, where only a part of the work is done."""


def measure(work: Work, runs: int, out: Path) -> None:
    """Do the work, write what came out, and print seconds and megabytes as JSON.

    `cpu` are seconds that all threads of the process had a processor, `wall` seconds by the clock, `held` what the
    process had at its highest before the work, `peak` after it. The first run only warms up, unless it is slow.
    """
    held = _peak()
    cpu, wall, result = _timed(work.do, 1)
    took = [(cpu, wall)]
    if wall < SLOW:
        number = max(1, round(SHORT / wall))
        took = [_timed(work.do, number)[:2] for _run in range(runs)]
    peak = _peak()
    answers: dict[str, Any] = {name: np.asarray(value) for name, value in work.answers(result).items()}
    np.savez(out, **answers)
    told = {
        "cpu": [seconds * work.times for seconds, _wall in took],
        "wall": [seconds * work.times for _cpu, seconds in took],
        "held": held,
        "peak": peak,
    }
    print(json.dumps(told))


def _timed(do: Callable[[], Any], number: int) -> tuple[float, float, Any]:
    cpu, wall = time.process_time(), time.perf_counter()
    for _time in range(number):
        result = do()
    return (time.process_time() - cpu) / number, (time.perf_counter() - wall) / number, result


def _peak() -> float:
    """Megabytes of this process at its highest, not of the one that started it, which Linux counts in `getrusage`."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
        return float(lines["VmHWM"].split()[0]) / 1024
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
