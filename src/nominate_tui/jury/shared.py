"""Where two nominations say the same, word for word: as places in their answers, to be marked side by side."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.passages import BRIDGE, Run, Seed, passages, seeds
from nominate_tui.model.nomination import Nomination

Spans = Mapping[str, tuple[tuple[int, int], ...]]
"""By answer id, where what is shared begins and ends, in characters, in rising order."""

_WRITTEN: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Word:
    """A folded word and where it is written."""

    folded: str
    answer: str
    start: int
    end: int


def shared_spans(a: Nomination, b: Nomination) -> tuple[Spans, Spans]:
    """What stands in both word for word: the places in the first, and those in the second."""
    in_a, in_b = _read(a), _read(b)
    found = passages(_places(in_a), _places(in_b))
    runs = [run for passage in found for run in passage]
    return _spans(in_a, (_places_of(run.a, run) for run in runs)), _spans(
        in_b, (_places_of(run.b, run) for run in runs)
    )


def _read(nomination: Nomination) -> list[_Word]:
    """All words in order, with so many marks after an answer that no passage reaches over them."""
    read = []
    for answer, text in nomination.answers.items():
        for written in _WRITTEN.finditer(text):
            read += [_Word(word, answer, *written.span()) for word in words(written[0])]
        read += [_Word(f"\n{nomination.id}", "", 0, 0)] * (BRIDGE + 1)
    return read


def _places(read: Sequence[_Word]) -> Mapping[Seed, Sequence[int]]:
    places: defaultdict[Seed, list[int]] = defaultdict(list)
    for place, seed in enumerate(seeds([word.folded for word in read])):
        places[seed].append(place)
    return places


def _places_of(start: int, run: Run) -> range:
    return range(start, start + run.length)


def _spans(read: Sequence[_Word], runs: Iterable[range]) -> Spans:
    """The runs as characters; what touches or overlaps is one span."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: run.start):
        answer, start, end = read[run.start].answer, read[run.start].start, read[run.stop - 1].end
        if found[answer] and start <= found[answer][-1][1]:
            start, end = found[answer][-1][0], max(end, found[answer][-1][1])
            found[answer].pop()
        found[answer].append((start, end))
    return {answer: tuple(spans) for answer, spans in found.items()}
