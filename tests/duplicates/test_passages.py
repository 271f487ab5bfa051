from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.passages import Places, Run, length, passages, seeds


def places(text: str) -> Places:
    """Where the seeds of a text stand."""
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, seed in enumerate(seeds(text.split())):
        found[seed].append(place)
    return found


def lengths(a: str, b: str) -> list[int]:
    """How long the passages of two texts are, in the order of the first."""
    return [length(passage) for passage in passages(places(a), places(b))]


TEN = "one two three four five six seven eight nine ten"
TEXTS = st.lists(st.sampled_from("abc"), max_size=40).map(" ".join)


def test_a_seed_is_five_words_in_a_row() -> None:
    assert list(seeds(["a", "b", "c", "d", "e", "f"])) == [
        ("a", "b", "c", "d", "e"),
        ("b", "c", "d", "e", "f"),
    ]
    assert list(seeds(["a", "b", "c", "d"])) == []


def test_words_in_a_row_that_both_have_are_a_passage() -> None:
    assert passages(places(f"x y {TEN} z"), places(f"{TEN} v w")) == ((Run(2, 0, 10),),)


def test_a_passage_counts_from_eight_words_on() -> None:
    assert lengths(
        "one two three four five six seven eight a", "b one two three four five six seven eight"
    ) == [8]
    assert lengths("one two three four five six seven a", "b one two three four five six seven") == []


def test_a_passage_reaches_over_three_changed_words_and_not_over_four() -> None:
    assert lengths("a b c d e 1 2 3 f g h i j", "a b c d e 4 5 6 f g h i j") == [10]
    assert lengths("a b c d e 1 2 3 4 f g h i j", "a b c d e 5 6 7 8 f g h i j") == []


def test_a_passage_reaches_over_words_that_were_added_or_left_out() -> None:
    assert lengths("a b c d e f g h i j", "a b c d e 1 2 3 f g h i j") == [10]
    assert lengths("a b c d e 1 2 3 f g h i j", "a b c d e f g h i j") == [10]


def test_four_words_in_a_row_begin_no_passage() -> None:
    assert lengths("a b c d 1 e f g h 2 i j k l", "a b c d 3 e f g h 4 i j k l") == []


def test_passages_in_another_order_are_told_apart() -> None:
    there, here = "a b c d e f g h", "k l m n o p q r s"
    assert lengths(f"{there} 1 2 3 4 {here}", f"{here} 5 6 7 8 {there}") == [8, 9]


def test_a_word_that_is_repeated_at_a_change_does_not_break_a_passage() -> None:
    assert lengths("a b c d e e f g h i", "a b c d e f g h i") == [9]


def test_a_word_over_and_over_is_counted_once() -> None:
    assert lengths("la " * 100, "la " * 100) == [100]
    assert lengths("la " * 100, "la " * 20) == [20]


def test_a_thousand_times_the_same_word_costs_no_square() -> None:
    assert lengths("la " * 100_000, "la " * 100_000) == [100_000]


def test_texts_without_a_common_word_share_nothing() -> None:
    assert lengths(TEN, "a b c d e f g h i j") == []
    assert lengths("", TEN) == []


@given(TEXTS.filter(lambda text: len(text.split()) >= 8))
def test_a_text_is_a_single_passage_of_itself(text: str) -> None:
    assert lengths(text, text) == [len(text.split())]


@given(TEXTS, TEXTS)
def test_passages_are_the_same_with_the_texts_changed_about(a: str, b: str) -> None:
    there = {
        frozenset((run.a, run.b, run.length) for run in passage) for passage in passages(places(a), places(b))
    }
    back = {
        frozenset((run.b, run.a, run.length) for run in passage) for passage in passages(places(b), places(a))
    }
    assert there == back


@given(TEXTS, TEXTS)
def test_what_a_run_says_stands_in_both_texts(a: str, b: str) -> None:
    for passage in passages(places(a), places(b)):
        for run in passage:
            assert a.split()[run.a : run.a + run.length] == b.split()[run.b : run.b + run.length]
            assert run.length >= 5


@given(st.lists(st.sampled_from("ab"), max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_planted_passage_is_found_wherever_it_stands(noise: list[str], there: int, here: int) -> None:
    a, b = [f"1{word}" for word in noise], [f"2{word}" for word in noise]
    found = lengths(
        " ".join((*a[:there], TEN, *a[there:])),
        " ".join((*b[:here], TEN, *b[here:])),
    )
    assert found == [10]
