"""What is kept of a large round that was compared, so that who comes later is compared with all, and none is read again.

Counts of what many have, and who has what may bring two together; whoever is looked at closer is read then. Places are
those of the round as it was compared.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.reading import Hashes, Places
from nominate_tui.duplicates.vocabulary import Words


@dataclass(frozen=True, slots=True)
class CorpusIndex:
    """The texts as numbers; see `corpus.Corpus`."""

    words: Words
    """The words of all answers, with marks."""
    lengths: Places
    """Shape (answers,): how many words each has."""
    answers: Places
    """Shape (nominations + 1,): which is the first answer of each, and how many there are."""
    titles: Words
    """The words of all titles."""
    title_starts: Places
    """Shape (nominations + 1,): where in `titles` each begins, and where the last ends."""
    hashes: Hashes
    """Shape (words + 1,): what each number stands for, from 1 on."""
    stems: Hashes
    """Shape (words + 1,): the same of its stem."""
    digests: Hashes
    """Shape (nominations,): see `corpus.Corpus.digests`."""


@dataclass(frozen=True, slots=True)
class TitleIndex:
    """What titles are called, and how rare their words are; see `weighing.Counted`."""

    stems: Mapping[str, int]
    """In how many titles each stem stands."""
    alone: Mapping[str, int]
    """How many titles are called by one word, by its stem."""
    headings: Sequence[Sequence[str]]
    """The stems of each form that is nobody's name."""
    general: Sequence[str]
    """Stems that name nothing in this round."""
    called: NDArray[np.int32]
    """Which titles are an abbreviation."""
    keys: Sequence[str]
    """The stems of every form of every title, with spaces between them."""
    places: NDArray[np.int32]
    """Shape (keys,): which nomination is called so."""


@dataclass(frozen=True, slots=True)
class OwnerIndex:
    """How rare the words of organisations are, and by what nominations say that they may be reached."""

    words: Mapping[str, int]
    """How many owners have each word."""
    wide: Sequence[str]
    """The words of wide organisations."""
    named: Sequence[str]
    """Of each nomination the words of the organisation, with spaces between them."""
    emails: Sequence[str]
    """Addresses that stand in nominations, one entry for each in which one stands; none of contacts."""
    email_places: NDArray[np.int32]
    """Shape (emails,): in which."""
    telephones: Sequence[str]
    """The same of numbers."""
    telephone_places: NDArray[np.int32]
    """Shape (telephones,): in which."""


@dataclass(frozen=True, slots=True)
class Told:
    """Phrases by which nominations may be named. The arrays have the shape (phrases,)."""

    numbers: Hashes
    """What stands for the words of each."""
    lengths: Places
    """How many words each has."""
    places: Places
    """Whose they are."""


@dataclass(frozen=True, slots=True)
class NamingIndex:
    """By which phrases nominations may be named, and the words of their fields; see `naming.Namings`."""

    phrases: Told
    """Titles and names in them."""
    persons: Told
    """The names of whoever is responsible for something."""
    fields: Hashes
    """The words of title, organisation and responsible of every nomination."""
    field_lengths: Places
    """Shape (nominations · fields,): how many words each has."""


@dataclass(frozen=True, slots=True)
class TopicIndex:
    """How rare words are in texts, and by which of them each is found; see `topic.Topics`."""

    stems: Hashes
    """Shape (stems,): what each stem is, in rising order."""
    holders: NDArray[np.int32]
    """Shape (stems,): how many nominations have it."""
    population: NDArray[np.float32]
    """The cosines of a sample of all pairs, in rising order."""
    tongues: NDArray[np.int8]
    """Shape (nominations,): see `tongues.Tongue`."""
    heavy_starts: Places
    """Shape (nominations + 1,): where in the next two the heaviest words of each begin, and where the last end."""
    heavy: NDArray[np.int32]
    """Which stem each is, by its place in `stems`."""
    heavy_values: NDArray[np.float32]
    """What it weighs, 0 to 1."""
    least: NDArray[np.float32]
    """Shape (nominations,): how near, by these words, the last of those is that were its nearest; 0 where these were few."""


@dataclass(frozen=True, slots=True)
class Index:
    """All that is kept."""

    corpus: CorpusIndex
    titles: TitleIndex
    owners: OwnerIndex
    namings: NamingIndex
    topics: TopicIndex
