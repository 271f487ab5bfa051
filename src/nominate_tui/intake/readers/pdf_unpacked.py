"""Tells how large the packed parts of a PDF become before a reader unpacks them: a bomb is known by that."""

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
_IMAGE: Final = re.compile(rb"/Subtype\s*/Image\b")
_FLATE: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")

_LONGEST_DICTIONARY: Final = 4096
"""How many bytes before a packed part are looked through for what it is."""

_MOST_LAYERS: Final = 4
"""How often a part may be packed into itself and still be looked into."""

_PIECE: Final = 1 << 16


def unpacks_beyond(data: bytes, most: int) -> bool:
    """Whether the packed parts of a PDF come to more than so many bytes together; pictures, which nobody draws, aside.

    Parts that are packed in another way than deflate, and encrypted ones, are not counted.
    """
    total = 0
    for found in _STREAM.finditer(data):
        described = data[max(0, found.start() - _LONGEST_DICTIONARY) : found.start()].rpartition(b" obj")[2]
        if _IMAGE.search(described):
            continue
        pieces = _pieces(data, found.end())
        for _layer in range(min(max(1, len(_FLATE.findall(described))), _MOST_LAYERS)):
            pieces = _inflated(pieces)
        for piece in pieces:
            total += len(piece)
            if total > most:
                return True
    return False


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    view = memoryview(data)
    return (bytes(view[index : index + _PIECE]) for index in range(start, len(data), _PIECE))


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What comes out, in pieces; it ends where the packed part ends, or is none."""
    inflater = zlib.decompressobj()
    for piece in pieces:
        left = piece
        while left:
            try:
                unpacked = inflater.decompress(left, _PIECE)
            except zlib.error:
                return
            yield unpacked
            if inflater.eof:
                return
            left = inflater.unconsumed_tail
