"""Nominations that name one another: the title of one stands word for word in a field of the other.

What follows a dash or a colon explains a title; the name before it counts too: "Evening Bridge – walks for two".
Names of any length are looked up at once in all fields, by the sums that stand for so many words in a row.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.common import Common, many_mentions
from nominate_tui.duplicates.comparison import Field, Naming
from nominate_tui.duplicates.fold import Names, Words
from nominate_tui.duplicates.pairing import NONE, Pairs, pairs_of
from nominate_tui.duplicates.reading import mixed
from nominate_tui.duplicates.stems import NAMELESS, heads, stem, tells
from nominate_tui.duplicates.titles import also_called
from nominate_tui.model.nomination import Nomination, Nominations

FIELDS: Final[tuple[Field, ...]] = ("title", "organisation", "responsible")
_DASH: Final = re.compile(r"\s[-–—]+\s|:\s")
"""What parts a name from its explanation."""
_END: Final = 0
"""Stands for the end of a field in the row of all words."""
CALLED: Final = 20
"""Nominations of one name of which it is told who names them, at most."""
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
"""What a sum is multiplied with before the next word is added: odd, and with no pattern in its bits."""

Sums = NDArray[np.uint64]
Said = Callable[[str], Words]
"""The folded words of a text."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A title, or the name in it, to be looked for."""

    place: int
    """Whose title it is."""
    written: str
    words: Words
    """The same, folded."""
    part: bool
    """Whether it is only the name before an explanation."""


class Namings:
    """Finds nominations of one round that name one another by a phrase that is their own."""

    def __init__(self, nominations: Nominations, names: Names, common: Common) -> None:
        """Read the fields; `common` knows which phrases stand in many texts."""
        self._ids = nominations.ids
        said = cache(names.words)
        self._fields = [_read(nomination, said) for nomination in nominations]
        self._phrases = [
            phrase
            for place, nomination in enumerate(nominations)
            for phrase in _phrases(place, nomination.title, said)
        ]
        self._common = common

    def near(self) -> Pairs:
        """The places of every two of which one names the other."""
        if not self._found:
            return NONE
        places = np.array([*self._found])
        return pairs_of(places[:, 0], places[:, 1])

    def between(self, a: int, b: int) -> Naming | None:
        """How one of two nominations names the other, if it does; the longer phrase where both do."""
        both = [found for found in (self._found.get((a, b)), self._found.get((b, a))) if found]
        return max(both, key=lambda naming: (len(naming.phrase), naming.phrase), default=None)

    @cached_property
    def _found(self) -> Mapping[tuple[int, int], Naming]:
        """Who is named by whom and how, by the places of both; by the whole title where that stands there too."""
        found: dict[tuple[int, int], Naming] = {}
        for phrase, by in self._standing():
            named = Naming(phrase.written, self._ids[phrase.place], self._ids[by], self._field(phrase, by))
            known = found.setdefault((phrase.place, by), named)
            if len(known.phrase) < len(named.phrase):
                found[phrase.place, by] = named
        return found

    def _standing(self) -> Iterator[tuple[_Phrase, int]]:
        """Every phrase that is somebody's own, with every other nomination in whose fields it stands.

        Of very many that are called so, the first by their ids are told of.
        """
        series = _series(self._phrases)
        for (words, _part), phrases, holders in _holders(self._phrases, self._fields):
            # Who is called so too does not name the others: it is the name that both have.
            others = holders - {phrase.place for phrase in phrases}
            if not others or words in series or len(others) >= many_mentions(len(self._ids)):
                continue
            if not self._common.is_mentioned(" ".join(words), len(phrases) - 1):
                told = sorted(phrases, key=lambda phrase: self._ids[phrase.place])[:CALLED]
                yield from ((phrase, by) for phrase in told for by in sorted(others))

    def _field(self, phrase: _Phrase, by: int) -> Field:
        """The first field in which a phrase stands; it stands in one."""
        wanted = f" {' '.join(phrase.words)} "
        return next(
            field
            for field, has in zip(FIELDS, self._fields[by], strict=True)
            if wanted in f" {' '.join(has)} "
        )


def _read(nomination: Nomination, said: Said) -> tuple[Words, ...]:
    return said(nomination.title), said(nomination.organisation), said(nomination.responsible)


def _phrases(place: int, title: str, said: Said) -> Iterator[_Phrase]:
    """The whole title and the name in it, each once; none that is a letter, a number or a kind of thing: "Podcast"."""
    whole = said(title)
    if _names_one(whole):
        yield _Phrase(place, title.strip(), whole, part=False)
    first = _DASH.split(title)[0]
    parts = {said(part): part for part in (first, *also_called(title))}
    for words, part in parts.items():
        if words != whole and _names_one(words):
            yield _Phrase(place, part.strip(), words, part=True)


def _names_one(words: Words) -> bool:
    return tells(words) and not NAMELESS.issuperset(map(stem, words)) and not heads(words)


def _series(phrases: Sequence[_Phrase]) -> frozenset[Words]:
    """Single words that stand before the explanation in several titles: of a series, and nobody's name."""
    having: defaultdict[Words, set[Words]] = defaultdict(set)
    for phrase, whole in zip(phrases[1:], phrases, strict=False):
        if phrase.part and len(phrase.words) == 1 and phrase.place == whole.place:
            having[phrase.words].add(whole.words)
    return frozenset(words for words, titles in having.items() if len(titles) > 1)


def _holders(
    phrases: Sequence[_Phrase], fields: Sequence[Sequence[Words]]
) -> Iterator[tuple[tuple[Words, bool], Sequence[_Phrase], set[int]]]:
    """Every phrase that some have as their title, or before its explanation, with who has it in a field."""
    holders: defaultdict[Words, set[int]] = defaultdict(set)
    for words, by in _hits({phrase.words for phrase in phrases}, fields):
        holders[words].add(by)
    called: defaultdict[tuple[Words, bool], list[_Phrase]] = defaultdict(list)
    for phrase in phrases:
        called[phrase.words, phrase.part].append(phrase)
    yield from ((named, same, holders[named[0]]) for named, same in called.items())


def _hits(phrases: set[Words], fields: Sequence[Sequence[Words]]) -> Iterator[tuple[Words, int]]:
    """Every phrase and every place of a nomination that has it in a field."""
    code = {word: number for number, word in enumerate(sorted({*chain(*phrases)}), _END + 1)}
    row, owners = _row(fields, code)
    by_length: defaultdict[int, list[Words]] = defaultdict(list)
    for phrase in sorted(phrases):
        by_length[len(phrase)].append(phrase)
    for length, same in sorted(by_length.items()):
        wanted = _sums(_row([same], code)[0], length)[:: length + 1]
        yield from _matches(same, wanted, _sums(row, length), owners)


def _row(fields: Sequence[Sequence[Words]], code: Mapping[str, int]) -> tuple[Sums, NDArray[np.int32]]:
    """The words of all fields in a row as numbers, an end after each field; and whose they are.

    A word of no phrase is an end too.
    """
    row: list[int] = []
    lengths: list[int] = []
    known = code.get
    for texts in fields:
        before = len(row)
        for text in texts:
            row.extend([known(word, _END) for word in text])
            row.append(_END)
        lengths.append(len(row) - before)
    # Spread over all 64 bits, so that sums of different words differ.
    spread = mixed(np.arange(1, len(code) + 2, dtype=np.uint64) * _FACTOR)
    return spread[row], np.repeat(np.arange(len(fields), dtype=np.int32), lengths)


def _sums(row: Sums, length: int) -> Sums:
    """For every place of a row the sum that stands for so many words from there on (a polynomial hash)."""
    count = max(0, len(row) - length + 1)
    sums = np.zeros(count, dtype=np.uint64)
    for step in range(length):
        sums = sums * _FACTOR + row[step : step + count]
    return sums


def _matches(
    phrases: Sequence[Words], wanted: Sums, sums: Sums, owners: NDArray[np.int32]
) -> Iterator[tuple[Words, int]]:
    order = np.argsort(wanted)
    found = np.minimum(np.searchsorted(wanted[order], sums), len(wanted) - 1)
    hits = np.flatnonzero(wanted[order][found] == sums)
    yield from ((phrases[order[found[hit]]], int(owners[hit])) for hit in hits.tolist())
