"""A process that reads documents as `nominate_tui.intake.child` does, with a reader that does what a document says."""

import ctypes
import hashlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import FileIO
from pathlib import Path

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.child import serve
from nominate_tui.intake.document import Document, Read
from nominate_tui.model.limits import Limits


def compute_for_ever(_path: str) -> Iterator[str]:
    yield str(sum(range(10**18)))


def sleep(_path: str) -> Iterator[str]:
    time.sleep(3_600)
    yield "slept"


def take_memory(_path: str) -> Iterator[str]:
    yield str(len(bytearray(2_000_000_000)))


def take_memory_bit_by_bit(_path: str) -> Iterator[str]:
    while True:
        yield "x" * 1_000_000 + str(time.monotonic_ns())


def crash(_path: str) -> Iterator[str]:
    yield str(ctypes.string_at(8))


def leave(_path: str) -> Iterator[str]:
    sys.exit(3)
    yield "left"


def make_a_mistake(_path: str) -> Iterator[str]:
    yield {"known": "value"}["unknown"]


def recurse(path: str) -> Iterator[str]:
    yield from recurse(path)


def print_much(_path: str) -> Iterator[str]:
    for _time in range(100):
        sys.stdout.write("printed" * 1000)
    os.write(1, b"written" * 1000)
    sys.stdout.flush()
    yield "nothing was seen"


def answer_nonsense(_path: str) -> Iterator[str]:
    for descriptor in range(3, 10):
        try:
            os.write(descriptor, (8).to_bytes(8, "big") + b"nonsense")
        except OSError:
            continue
    yield "nonsense was said"


def tell_surroundings(_path: str) -> Iterator[str]:
    import json

    yield str(Path.cwd())
    yield str(Path(str(json.__file__)).parent)
    yield os.environ["PYTHONPATH"]
    yield " ".join(sorted(name for name in os.environ if name != "LC_CTYPE"))


def refuse(_path: str) -> Iterator[str]:
    raise BadInput([Problem("error", "here", "", "wrong", "mend it")])
    yield ""


def try_what_is_forbidden(path: str) -> Iterator[str]:
    """Say of each attempt how it ended."""
    yield from (attempted(attempt, path) for attempt in ATTEMPTS)


def attempted(attempt: Callable[[str], object], path: str) -> str:
    try:
        attempt(path)
    except PermissionError:
        return "refused"
    return "done"


ATTEMPTS: tuple[Callable[[str], object], ...] = (
    lambda path: Path(path).write_text("written", encoding="utf-8"),
    lambda path: FileIO(path, "a"),
    lambda path: FileIO(path, "r+"),
    lambda path: os.open(path, os.O_RDONLY | os.O_CREAT),
    lambda path: Path(path).unlink(),
    lambda path: Path(path).rename(f"{path}.new"),
    lambda path: Path(f"{path}.folder").mkdir(),
    lambda path: Path(f"{path}.link").symlink_to(path),
    lambda path: Path(path).chmod(0o600),
    lambda path: os.truncate(path, 0),
    lambda _path: subprocess.run([sys.executable, "-c", ""], check=True),
    lambda _path: os.fork(),
    lambda _path: socket.socket(),
    lambda _path: socket.getaddrinfo("localhost", 80),
    lambda _path: os.kill(os.getppid(), 0),
)

DEEDS: dict[str, Callable[[str], Iterator[str]]] = {
    "compute": compute_for_ever,
    "sleep": sleep,
    "memory": take_memory,
    "more memory": take_memory_bit_by_bit,
    "crash": crash,
    "leave": leave,
    "mistake": make_a_mistake,
    "recurse": recurse,
    "print": print_much,
    "nonsense": answer_nonsense,
    "surroundings": tell_surroundings,
    "refuse": refuse,
    "forbidden": try_what_is_forbidden,
}


def read(name: str, data: bytes, _limits: Limits) -> tuple[Read, ...]:
    """Do what the first line says, about the file named on the second; a text that says nothing known is read."""
    first, _end, path = data.decode().strip().partition("\n")
    lines = tuple(DEEDS[first](path)) if first in DEEDS else (first,)
    return (Document(name, hashlib.sha256(data).hexdigest(), lines, range(1, len(lines) + 1)),)


if __name__ == "__main__":
    serve(read)
