"""All texts of a round as one row of numbers: read once, for everything that compares words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.index import CorpusIndex
from nominate_tui.duplicates.reading import Hashes, Places, Read, blocks, mixed, read, together
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.steps import ahead
from nominate_tui.duplicates.vocabulary import MOST, Vocabulary, Words
from nominate_tui.model.nomination import Nominations

MARKS: Final = 4
"""Marks after an answer: one more than the changed words that a passage reaches over."""

_AT_ONCE: Final = 1 << 20
"""Words whose numbers are added up at once, so that little memory is taken."""


def _nothing(_share: float) -> None:
    """Tell nobody what was read."""


class Corpus:
    """The texts of a round: every answer of every nomination, and the titles."""

    def __init__(
        self,
        nominations: Nominations,
        did: Callable[[float], None] = _nothing,
        since: Since | None = None,
    ) -> None:
        """Read every text, or, where most of a round is kept, the others.

        `did` is told, again and again, what part of these was read just now, 0 to 1.
        """
        kept = since.index.corpus if since else None
        self._vocabulary = Vocabulary(kept.hashes, kept.stems) if kept else Vocabulary()
        new = nominations.all if since is None else [nominations.all[place] for place in since.places]
        self._answers = _starts([len(nomination.answers) for nomination in new])
        answers = (text for each in new for text in each.answers.values())
        part = 1 / max(1, int(self._answers[-1]))
        self.words: Words
        """The words of all answers, one after the other, with marks after each answer and before the first."""
        self.words, self._lengths = self._read(answers, MARKS, lambda texts: did(texts * part))
        self.titles, title_lengths = self._read((nomination.title for nomination in new), 0, _nothing)
        """The words of all titles, one after the other."""
        self.title_starts: Places = _starts(title_lengths)
        """Shape (nominations + 1,): where in `titles` each begins, and where the last ends."""
        self.answer_starts: Places = _answer_starts(self._lengths)
        """Shape (answers + 1,): where in `words` each answer begins, and where the last ends."""
        self.starts: Places = self.answer_starts[self._answers]
        """Shape (nominations + 1,): where in `words` each nomination begins, and where the last ends."""
        if since:
            self._splice(since)
        self.lengths: Places = self.rows(1)
        """Shape (nominations,): how many words the answers of each have, without marks."""

    def _splice(self, since: Since) -> None:
        """Put what is kept of those who stayed before, between and after the others, which were read."""
        kept = since.index.corpus
        counts = np.diff(kept.answers), np.diff(self._answers)
        titles = np.diff(kept.title_starts), np.diff(self.title_starts)
        each, each_new = (np.arange(len(one) + 1) for one in counts)
        words = since.spliced(kept.words, _answer_starts(kept.lengths)[kept.answers], self.words, self.starts)
        self.digests = since.spliced(kept.digests, each, self.digests, each_new)
        self._lengths = since.spliced(kept.lengths, kept.answers, self._lengths, self._answers)
        self.titles = since.spliced(kept.titles, kept.title_starts, self.titles, self.title_starts)
        self.title_starts = _starts(since.spliced(titles[0], each, titles[1], each_new))
        self._answers = _starts(since.spliced(counts[0], each, counts[1], each_new))
        self.words = np.concatenate((np.zeros(MARKS, np.uint32), words))
        self.answer_starts = _answer_starts(self._lengths)
        self.starts = self.answer_starts[self._answers]

    @property
    def index(self) -> CorpusIndex:
        """What is to be kept."""
        return CorpusIndex(
            words=self.words,
            lengths=self._lengths,
            answers=self._answers,
            titles=self.titles,
            title_starts=self.title_starts,
            hashes=self.hashes,
            stems=self._vocabulary.stem_hashes,
            digests=self.digests,
        )

    def __len__(self) -> int:
        """How many nominations there are."""
        return len(self.lengths)

    @cached_property
    def hashes(self) -> Hashes:
        """What each word number stands for, the same in every round."""
        return self._vocabulary.hashes()

    @property
    def stem_hashes(self) -> Hashes:
        """Shape (stems,): what each stem is, by its number less 1, in rising order; the same in every round."""
        return self._stems[0]

    @property
    def stems(self) -> Words:
        """The number of each word's stem, by the number of the word; 0 of a mark."""
        return self._stems[1]

    @cached_property
    def _stems(self) -> tuple[Hashes, Words]:
        return self._vocabulary.stems()

    def rows(self, words: int) -> Places:
        """Shape (nominations,): in how many places of each so many words in a row begin, within one answer."""
        return np.diff(_starts(np.maximum(0, self._lengths - words + 1))[self._answers])

    def owners(self, places: NDArray[np.integer]) -> NDArray[np.int32]:
        """Which nominations some places of `words` are in."""
        return (np.searchsorted(self.starts, places, side="right") - 1).astype(np.int32)

    def numbers(self, words: Sequence[str]) -> Words:
        """Shape (words,): the numbers of some folded words; 0 for each that stands nowhere in the round."""
        found = read(words)
        single = found.lengths == 1
        numbers = np.zeros(len(words), np.uint32)
        numbers[single] = self.known(found.words[np.repeat(single, found.lengths)])
        return numbers

    def known(self, hashes: Hashes) -> Words:
        """The numbers of some words, which are given as they are read; 0 for each that stands nowhere in the round."""
        return self._vocabulary.numbers(hashes)

    @cached_property
    def digests(self) -> Hashes:
        """Shape (nominations,): a number for the words of each and of its title, in any order, the same in every round."""
        return mixed(
            self._added(self.words, self.starts) + mixed(self._added(self.titles, self.title_starts))
        )

    def _added(self, words: Words, starts: Places) -> Hashes:
        """The numbers of words, added up from each start to the next."""
        numbers = mixed(self.hashes)
        totals, before = np.zeros(len(starts), np.uint64), np.uint64(0)
        for start in range(0, len(words), _AT_ONCE):
            sums = before + np.cumsum(numbers[words[start : start + _AT_ONCE]])
            first, last = np.searchsorted(starts, (start, start + len(sums)), side="right")
            totals[first:last] = sums[starts[first:last] - start - 1]
            before = sums[-1]
        return np.diff(totals)

    def _read(self, texts: Iterable[str], marks: int, did: Callable[[int], None]) -> tuple[Words, Places]:
        """The words of some texts with so many marks before and after each, and how many words each has.

        `did` is told how many texts were read just now.
        """
        words, lengths = [np.zeros(marks, np.uint32)], [np.empty(0, np.int64)]
        with closing(ahead(read, blocks(texts))) as reading:
            for found in _together(_telling(reading, did)):
                words.append(_marked(self._numbers(found), found.lengths, marks))
                lengths.append(found.lengths)
        return np.concatenate(words), np.concatenate(lengths)

    def _numbers(self, found: Read) -> Words:
        parts = [slice(start, start + MOST) for start in range(0, len(found.words), MOST)]
        numbers = [self._vocabulary.learn(found.words[part], found.stems[part]) for part in parts]
        return np.concatenate([np.empty(0, np.uint32), *numbers])


def _telling(blocks: Iterable[Read], did: Callable[[int], None]) -> Iterator[Read]:
    """The same blocks, each told of when it was read."""
    for block in blocks:
        did(len(block.lengths))
        yield block


def _together(blocks: Iterable[Read]) -> Iterator[Read]:
    """Blocks that were read, several as one: words are numbered faster the more of them there are at once."""
    waiting: list[Read] = []
    for block in blocks:
        if waiting and sum(len(each.words) for each in (*waiting, block)) > MOST:
            yield together(waiting)
            waiting = []
        waiting.append(block)
    if waiting:
        yield together(waiting)


def _answer_starts(lengths: Places) -> Places:
    """Where answers of so many words begin among all words and marks, and where the last ends."""
    return MARKS + _starts(lengths + MARKS)


def _starts(lengths: Sequence[int] | Places) -> Places:
    """Where each of some parts begins, and where the last ends."""
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))


def _marked(words: Words, lengths: Places, marks: int) -> Words:
    """Words with so many marks after each text."""
    marked = np.zeros(len(words) + marks * len(lengths), np.uint32)
    marked[np.arange(len(words)) + marks * np.repeat(np.arange(len(lengths)), lengths)] = words
    return marked
