from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.weights import FINEST, Weights, weighted
from nominate_tui.model.nomination import Nominations

TEXT = st.lists(st.sampled_from(["a", "b", "gardens", "gardener", "choir"]), max_size=8).map(" ".join)
ROUNDS = st.lists(st.tuples(TEXT, TEXT), max_size=5).map(
    lambda texts: round_of(*(nomination(str(n), title, text=text) for n, (title, text) in enumerate(texts)))
)


def rows(weights: Weights) -> list[list[float]]:
    """The weights of each nomination, the heaviest first."""
    ends = zip(weights.starts[:-1], weights.starts[1:], strict=True)
    return [sorted(weights.values[start:end].tolist(), reverse=True) for start, end in ends]


def by_hand(nominations: Nominations) -> list[list[float]]:
    """The formula, word for word."""
    counts = [Counter(word[:6] for word in f"{n.title} {n.title} {n.text}".split()) for n in nominations]
    holders = Counter(word for count in counts for word in count)
    found = []
    for count in counts:
        raw = {
            word: (1 + log(n)) * (1 + log((1 + len(counts)) / (1 + holders[word])))
            for word, n in count.items()
        }
        length = sqrt(sum(weight * weight for weight in raw.values()))
        found.append(sorted((raw[word] / length for word in raw if holders[word] > 1), reverse=True))
    return found


@given(ROUNDS)
def test_weights_are_those_of_the_formula(nominations: Nominations) -> None:
    found = rows(weighted(Corpus(nominations)))
    for row, wanted in zip(found, by_hand(nominations), strict=True):
        assert row == pytest.approx(wanted, abs=2e-6)


@given(ROUNDS)
def test_weights_are_whole_parts_of_one(nominations: Nominations) -> None:
    assert all(
        (weight * FINEST).is_integer() for row in rows(weighted(Corpus(nominations))) for weight in row
    )


@given(ROUNDS)
def test_stems_rise_in_a_row_and_are_the_same_in_any_order_of_the_round(nominations: Nominations) -> None:
    there = weighted(Corpus(nominations))
    back = weighted(Corpus(Nominations(nominations.all[::-1])))
    assert there.holders.tolist() == back.holders.tolist()
    for place, (start, end) in enumerate(zip(there.starts[:-1], there.starts[1:], strict=True)):
        row = there.stems[start:end].tolist()
        other = len(nominations) - 1 - place
        assert row == sorted(set(row))
        assert row == back.stems[back.starts[other] : back.starts[other + 1]].tolist()


def test_each_entry_knows_its_nomination() -> None:
    found = weighted(Corpus(round_of(nomination("1", "a b"), nomination("2", "c"), nomination("3", "a b"))))
    assert found.rows.tolist() == [0, 0, 2, 2]


def test_inflections_are_one_stem() -> None:
    found: Sequence[Sequence[float]] = rows(
        weighted(Corpus(round_of(nomination("1", "gardening"), nomination("2", "gardeners"))))
    )
    assert found == [[1.0], [1.0]]


def test_a_round_of_no_nominations_has_no_weights() -> None:
    assert weighted(Corpus(round_of())).starts.tolist() == [0]


def test_more_words_than_are_counted_at_once_are_counted_whole() -> None:
    long = "a b " * 300_000
    found = weighted(Corpus(round_of(*(nomination(str(n), "t", text=long) for n in range(4)))))
    assert found.starts.tolist() == [0, 3, 6, 9, 12]
