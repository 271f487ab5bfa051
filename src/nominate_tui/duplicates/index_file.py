"""Writes and reads what is kept of a large round: arrays and lists in one file, which is the program's own.

Whatever is not as the program writes it is the same as no file: comparing makes it anew. A digest at its beginning tells
whether anything after it was changed; it keeps nobody out who means to deceive.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any, Final, TypeVar, get_type_hints
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.index import Index
from nominate_tui.model.duplicate import Fingerprint

_FORMAT: Final = b"nominate-tui index 1\n"
"""How the file begins."""
_DIGEST: Final = hashlib.sha256().digest_size
_MADE_FROM: Final = "made_from"
_LISTS: Final = "lists"
"""The array that has, as UTF-8, everything that is no array."""

Part = TypeVar("Part")
_Arrays = Mapping[str, NDArray[Any]]
_Lists = Mapping[str, Any]


def write_index(made_from: Fingerprint, index: Index) -> bytes:
    """The file: what is kept of a round, and what that was made from."""
    parts = dict(_parts("", index))
    lists = {name: part for name, part in parts.items() if not isinstance(part, np.ndarray)}
    arrays = {name: part for name, part in parts.items() if isinstance(part, np.ndarray)}
    text = json.dumps({**lists, _MADE_FROM: [getattr(made_from, field.name) for field in fields(made_from)]})
    packed = BytesIO()
    np.savez(packed, allow_pickle=False, **{_LISTS: np.frombuffer(text.encode(), np.uint8)}, **arrays)
    content = packed.getbuffer()
    return b"".join((_FORMAT, hashlib.sha256(content).digest(), content))


def read_index(content: bytes) -> tuple[Fingerprint, Index] | None:
    """What is kept, and what it was made from; `None` for what the program has not written."""
    start = len(_FORMAT) + _DIGEST
    packed = memoryview(content)[start:]
    if content[:start] != _FORMAT + hashlib.sha256(packed).digest():
        return None
    try:
        with np.load(BytesIO(packed), allow_pickle=False) as arrays:
            lists = json.loads(arrays[_LISTS].tobytes())
            program, rules, nominations, contacts = lists[_MADE_FROM]
            made_from = Fingerprint(program, rules, tuple(map(tuple, nominations)), contacts)
            return made_from, _read(Index, "", arrays, lists)
    except (BadZipFile, ValueError, KeyError, TypeError, OSError, EOFError):
        # Sealed by another version, or by somebody else.
        return None


def _parts(name: str, part: object) -> Iterator[tuple[str, object]]:
    """Every array and every list of what is kept, by where it stands: `titles.keys`."""
    if not is_dataclass(part):
        yield name, part
        return
    for field in fields(part):
        yield from _parts(f"{name}.{field.name}".lstrip("."), getattr(part, field.name))


def _read(kind: type[Part], name: str, arrays: _Arrays, lists: _Lists) -> Part:
    hints = get_type_hints(kind)
    return kind(
        **{
            field.name: _read(hints[field.name], where, arrays, lists)
            if is_dataclass(hints[field.name])
            else arrays[where]
            if where in arrays
            else lists[where]
            for field in fields(kind)  # type: ignore[arg-type]
            for where in [f"{name}.{field.name}".lstrip(".")]
        }
    )
