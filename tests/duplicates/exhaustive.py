"""What every two texts of a round share, found the slow way: each pair by itself, with lists of words."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.passages import Places, Seed, length, passages, seeds
from nominate_tui.duplicates.texts import many
from nominate_tui.model.nomination import Nomination, Nominations

Shares = Mapping[tuple[int, int], tuple[int, int, int]]
"""By the places of two nominations: words in passages, how many passages, words of the longest."""


@dataclass(frozen=True)
class Text:
    """A text with four marks after each answer."""

    words: Sequence[str]
    seeds: int
    """How many seeds it has, within answers."""


def read(nomination: Nomination) -> Text:
    answers = [words(answer) for answer in nomination.answers.values()]
    row = [word for answer in answers for word in (*answer, *[f"\n{nomination.id}"] * 4)]
    return Text(row, sum(max(0, len(answer) - 4) for answer in answers))


def shares(nominations: Nominations) -> Shares:
    """Every pair that shares a passage."""
    texts = [read(nomination) for nomination in nominations]
    holders = Counter(seed for text in texts for seed in set(seeds(text.words)))
    common = {seed for seed, count in holders.items() if count > many(len(texts))}
    mostly = [sum(seed in common for seed in seeds(text.words)) > 2 / 3 * text.seeds for text in texts]
    own, every = [places(text, common) for text in texts], [places(text, set()) for text in texts]
    found = {}
    for a, b in combinations(range(len(texts)), 2):
        there = passages(every[a], every[b]) if mostly[a] and mostly[b] else passages(own[a], own[b])
        if there:
            all_runs = [run for passage in there for run in passage]
            found[a, b] = (length(all_runs), len(there), max(map(length, there)))
    return found


def places(text: Text, without: set[Seed]) -> Places:
    found: defaultdict[Seed, list[int]] = defaultdict(list)
    for place, seed in enumerate(seeds(text.words)):
        if seed not in without:
            found[seed].append(place)
    return found
