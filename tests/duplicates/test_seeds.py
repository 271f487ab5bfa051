from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.corpus import MARKS, Corpus
from nominate_tui.duplicates.seeds import changes, counted, meetings, seeds_of

TEXTS = st.lists(st.lists(st.sampled_from("ab"), max_size=14).map(" ".join), max_size=4)


def corpus_of(texts: Sequence[str]) -> Corpus:
    return Corpus(round_of(*(nomination(str(n), "t", text=text) for n, text in enumerate(texts))))


def met(texts: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Every meeting: the earlier nomination, the place in it, the later nomination, the place in that."""
    corpus = corpus_of(texts)
    found = []
    for meeting in meetings(corpus, seeds_of(corpus)).tolist():
        for a, b in [(meeting >> 32, meeting & 0xFFFFFFFF)]:
            owners = [next(n for n in range(len(texts)) if corpus.starts[n + 1] > place) for place in (a, b)]
            found.append(
                (owners[0], a - int(corpus.starts[owners[0]]), owners[1], b - int(corpus.starts[owners[1]]))
            )
    return sorted(found)


def expected(texts: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The same, by looking at every place of every two texts."""
    words = [text.split() for text in texts]
    rows = [[tuple(row[place : place + 5]) for place in range(len(row) - 4)] for row in words]
    found = []
    for one in range(len(texts)):
        for other in range(one + 1, len(texts)):
            for seed in {*rows[one]} & {*rows[other]}:
                there = [place for place, row in enumerate(rows[one]) if row == seed]
                here = [place for place, row in enumerate(rows[other]) if row == seed]
                found += [(one, a, other, b) for a, b in zip(there, here, strict=False)]
    return sorted(found)


@given(TEXTS)
def test_a_seed_that_stands_several_times_is_met_in_order(texts: Sequence[str]) -> None:
    assert met(texts) == expected(texts)


def test_a_seed_that_one_nomination_has_alone_is_left_out() -> None:
    found = seeds_of(corpus_of(["a b c d e a b c d e", "x y z u v", "v w x y z u v"]))
    assert (found.places - MARKS).tolist() == [14, 25]
    assert (found.owner.tolist(), found.turn.tolist(), found.holders.tolist()) == ([1, 2], [0, 0], [2, 2])


def test_holders_are_nominations_and_not_places() -> None:
    found = seeds_of(corpus_of(["a b c d e x a b c d e", "a b c d e"]))
    assert (found.owner.tolist(), found.turn.tolist()) == ([0, 0, 1], [0, 1, 0])
    assert found.holders.tolist() == [2, 2, 2]


def test_no_seed_reaches_from_one_answer_into_the_next() -> None:
    answers = {"one": "a b c", "two": "d e f"}
    corpus = Corpus(round_of(nomination("1", "t", text=answers), nomination("2", "t", text=answers)))
    assert len(seeds_of(corpus).places) == 0


def test_some_entries_keep_what_is_said_of_them() -> None:
    found = seeds_of(corpus_of(["a b c d e f", "a b c d e f"]))
    assert found.where(found.owner == 1).holders.tolist() == [2, 2]


def test_the_first_of_a_row_is_always_a_change() -> None:
    assert changes(corpus_of([]).words[:0]).tolist() == []
    assert changes(corpus_of(["a a b"]).words[MARKS:]).tolist() == [
        True,
        False,
        True,
        True,
        False,
        False,
        False,
    ]


@given(st.lists(st.booleans(), max_size=20))
def test_counting_begins_anew_with_each_change(new: Sequence[bool]) -> None:
    row = [True, *new]
    wanted: list[int] = []
    for each in row:
        wanted.append(0 if each else wanted[-1] + 1)
    assert counted(np.array(row)).tolist() == wanted
