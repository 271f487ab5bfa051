from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.alignment import Alignment, aligned
from nominate_tui.duplicates.corpus import MARKS, Corpus
from nominate_tui.duplicates.passages import Places, length, passages, seeds
from nominate_tui.duplicates.seeds import meetings, seeds_of


def alignment_of(*texts: str) -> Alignment:
    corpus = Corpus(round_of(*(nomination(str(n), "t", text=text) for n, text in enumerate(texts))))
    return aligned(corpus, meetings(corpus, seeds_of(corpus)))


def places(text: str) -> Places:
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, seed in enumerate(seeds(text.split())):
        found[seed].append(place)
    return found


TEXT = st.lists(st.sampled_from("abcde"), max_size=60).map(" ".join)


@given(TEXT, TEXT)
def test_two_texts_share_the_passages_that_are_found_one_pair_at_a_time(a: str, b: str) -> None:
    wanted, found = passages(places(a), places(b)), alignment_of(a, b)
    assert found.passages.tolist() == [len(wanted)] * bool(wanted)
    if wanted:
        longest = max(wanted, key=length)
        assert found.words.tolist() == [length([run for passage in wanted for run in passage])]
        assert found.longest.tolist() == [length(longest)]
        assert found.start.tolist() == [MARKS + longest[0].a]
        assert found.end.tolist() == [MARKS + longest[0].a + longest[0].length]


@given(st.lists(TEXT, min_size=2, max_size=5))
def test_pairs_do_not_disturb_one_another(texts: Sequence[str]) -> None:
    found = alignment_of(*texts)
    together = dict(zip(found.pair.tolist(), found.words.tolist(), strict=True))
    for a in range(len(texts)):
        for b in range(a + 1, len(texts)):
            alone = alignment_of(texts[a], texts[b]).words.tolist()
            assert together.get(a << 32 | b, 0) == sum(alone)


ANSWERS = st.lists(TEXT, min_size=1, max_size=4)


@given(ANSWERS, ANSWERS)
def test_words_beside_one_answer_are_those_that_other_answers_share(
    a: Sequence[str], b: Sequence[str]
) -> None:
    corpus = Corpus(
        round_of(
            *(
                nomination(str(n), "t", text=dict(zip("wxyz", answers, strict=False)))
                for n, answers in enumerate((a, b))
            )
        )
    )
    found = aligned(corpus, meetings(corpus, seeds_of(corpus)))
    wanted = passages(*(places(" ".join(_marked(answers, mark))) for answers, mark in ((a, "1"), (b, "2"))))
    runs = [run for passage in wanted for run in passage]
    spots = [
        (_spots(a, [(run.a, run.length) for run in runs])),
        (_spots(b, [(run.b, run.length) for run in runs])),
    ]
    assert found.beside.tolist() == ([max(sum(each) - max(each) for each in spots)] if runs else [])


def _marked(answers: Sequence[str], mark: str) -> list[str]:
    """Words with four marks after each answer, as a corpus has them; those of two texts are never the same."""
    return [word for answer in answers for word in (*answer.split(), *[mark] * MARKS)]


def _spots(answers: Sequence[str], runs: Sequence[tuple[int, int]]) -> list[int]:
    """How many words some runs cover in each answer."""
    covered = {place for start, length in runs for place in range(start, start + length)}
    counts, start = [], 0
    for answer in answers:
        end = start + len(answer.split())
        counts.append(len(covered & set(range(start, end))))
        start = end + MARKS
    return counts


def test_a_word_over_and_over_is_counted_once() -> None:
    found = alignment_of("la " * 100_000, "la " * 30_000)
    assert (found.words.tolist(), found.passages.tolist()) == ([30_000], [1])


def test_two_seeds_over_three_changed_words_are_a_passage_and_over_four_none() -> None:
    assert alignment_of("a b c d e 1 2 3 f g h i j", "a b c d e 4 5 6 f g h i j").words.tolist() == [10]
    assert alignment_of("a b c d e 1 2 3 4 f g h i j", "a b c d e 5 6 7 8 f g h i j").pair.tolist() == []


def test_of_passages_of_the_same_length_the_first_is_told() -> None:
    there, here = "a b c d e f g h", "k l m n o p q r"
    found = alignment_of(f"{here} 1 2 3 4 {there}", f"{there} 5 6 7 8 {here}")
    assert (found.passages.tolist(), found.longest.tolist()) == ([2], [8])
    assert (found.start.tolist(), found.end.tolist()) == ([MARKS], [MARKS + 8])


def test_nothing_met_is_nothing_shared() -> None:
    found = alignment_of("a b c", "d e f")
    columns = (found.pair, found.words, found.passages, found.longest, found.start, found.end, found.beside)
    assert [len(column) for column in columns] == [0] * 7


def test_pairs_are_in_the_order_of_the_round() -> None:
    text = "a b c d e f g h i"
    found = alignment_of(text, "x", text, text)
    assert found.pair.tolist() == [0 << 32 | 2, 0 << 32 | 3, 2 << 32 | 3]
    assert np.unique(found.words).tolist() == [9]
