"""Texts as numbers: every folded word of many texts as a number made of its letters, by whole arrays.

It reads what `fold.words` reads, thirty times faster: ordinary letters are folded by a table, and only texts with
other signs (Greek, emoji, accents apart, unseen signs) are folded one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.fold import fold, words

Hashes = NDArray[np.uint64]
"""Words or rows of words, each as a number made of its letters alone, the same in every round and process."""
Places = NDArray[np.int64]
"""Numbers of words or characters, or how many they are."""
Codes = NDArray[np.uint32 | np.uint64]
"""Code points."""

BLOCK: Final = 1 << 18
"""Characters that are read at once, about: so many that their arrays stay in the processor's cache."""
STEM: Final = 6
"""Letters by which words are known to be inflections of one. Of 4 to 9 and whole words the best on public proposals."""
_ORDINARY: Final = (range(0x250), range(0x2010, 0x2040), range(0x20A0, 0x20C0))
"""Code points that are looked up: Latin letters, the signs of print, currencies."""
_END: Final = 0x20C0
_STRANGE: Final = 0xFFFFFFFF
"""Stands for a sign that the table does not know."""
_USUAL: Final = BLOCK + BLOCK // 4
"""Characters whose powers are kept: a block with a long text at its end. For a longer text they are made anew."""
_BASE: Final = 0x9E3779B97F4A7C15
"""Odd, so that it has an inverse modulo 2^64; the golden ratio of 64 bits."""
_INVERSE: Final = pow(_BASE, -1, 1 << 64)
_MIX: Final = 0xBF58476D1CE4E5B9


@dataclass(frozen=True, slots=True)
class Read:
    """The words of some texts, one text after the other."""

    words: Hashes
    """Each word."""
    stems: Hashes
    """The first `STEM` letters of each word: what is left of most when case, number and tense are taken away."""
    lengths: Places
    """How many words each text has."""


def read(texts: Sequence[str]) -> Read:
    """The words of some texts.

    A word is the polynomial of its folded code points modulo 2^64, mixed (as splitmix64 does). Of a million
    words two are the same number with a probability of 3 in 100 million.
    """
    codes, starts = _joined(texts)
    folded = _table().take(codes, mode="clip")
    strange = np.unique(np.searchsorted(starts, np.flatnonzero(folded == _STRANGE), side="right") - 1)
    if len(strange):
        ordinary = [*texts]
        for place in strange.tolist():
            ordinary[place] = " ".join(words(texts[place]))
        codes, starts = _joined(ordinary)
        folded = _table().take(codes, mode="clip")
        for place in strange.tolist():
            there = slice(starts[place], starts[place] + len(ordinary[place]))
            folded[there] = np.where(codes[there] == ord(" "), 0, codes[there])
    return _words(folded, starts)


def read_all(texts: Sequence[str]) -> Read:
    """The words of very many texts, read block by block."""
    return together([read(block) for block in blocks(texts)])


def blocks(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts, some at once: as many as have so many characters together that they are read best."""
    block: list[str] = []
    size = 0
    for text in texts:
        block.append(text)
        size += len(text)
        if size >= BLOCK:
            yield block
            block, size = [], 0
    if block:
        yield block


def together(several: Sequence[Read]) -> Read:
    """What was read in several blocks, as one."""
    nothing = np.empty(0, np.uint64)
    return Read(
        np.concatenate([nothing, *(each.words for each in several)]),
        np.concatenate([nothing, *(each.stems for each in several)]),
        np.concatenate([np.empty(0, np.int64), *(each.lengths for each in several)]),
    )


def mixed(numbers: Hashes) -> Hashes:
    """Numbers that differ in some bits as numbers that differ in half of them."""
    numbers = (numbers ^ (numbers >> np.uint64(31))) * np.uint64(_MIX)
    return numbers ^ (numbers >> np.uint64(29))


def in_a_row(hashes: Hashes, count: int, begin: Places | None = None) -> Hashes:
    """So many words in a row as one number, for every place where they begin; `count` - 1 fewer than there are words.

    Where only some places matter, `begin` has these, and the answer has a number for each.
    """
    length = max(0, len(hashes) - count + 1)
    total = np.zeros(length if begin is None else len(begin), np.uint64)
    for place in range(count):
        total *= np.uint64(_BASE)
        total += hashes[place : place + length] if begin is None else hashes[begin + place]
    return mixed(total)


def _joined(texts: Sequence[str]) -> tuple[Codes, Places]:
    """All code points, with a line break before, between and after the texts; and where each text begins."""
    joined = "\n".join(["", *texts, ""]).encode("utf-32-le", errors="surrogatepass")
    return np.frombuffer(joined, np.uint32), np.cumsum([1, *(len(text) + 1 for text in texts)])[:-1]


@cache
def _table() -> Codes:
    """For every ordinary code point the folded one, 0 where it is in no word; the last stands for all others."""
    table = np.full(_END + 1, _STRANGE, np.uint64)
    for code in (code for part in _ORDINARY for code in part):
        folded = fold(chr(code))
        if folded and not words(folded):
            table[code] = 0
        elif len(folded) == 1:
            table[code] = ord(folded)
    return table


def _words(codes: Codes, starts: Places) -> Read:
    """The words of folded code points, in which 0 is what is in no word; and how many each text has."""
    inside = codes != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    begin, end = edges[::2] + 1, edges[1::2]
    polynomials = _polynomials(codes, begin)
    return Read(
        polynomials(end),
        polynomials(np.minimum(end, begin + STEM - 1)),
        np.diff(np.searchsorted(begin, [*starts, len(codes)])),
    )


def _polynomials(codes: Codes, begin: Places) -> Callable[[Places], Hashes]:
    """What makes numbers of the code points between the places `begin` and some last places, both included."""
    powers, inverse = _powers(len(codes))
    sums = np.cumsum(codes * powers)
    before, factors = sums[begin - 1], inverse[begin]
    return lambda last: mixed((sums[last] - before) * factors)


def _powers(count: int) -> tuple[Hashes, Hashes]:
    """base^0, base^1 …, and the same of its inverse, modulo 2^64; so many of each."""
    powers, inverse = _usual_powers() if count <= _USUAL else (_row(_BASE, count), _row(_INVERSE, count))
    return powers[:count], inverse[:count]


@cache
def _usual_powers() -> tuple[Hashes, Hashes]:
    return _row(_BASE, _USUAL), _row(_INVERSE, _USUAL)


def _row(base: int, count: int) -> Hashes:
    factors = np.full(count, base, np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)
