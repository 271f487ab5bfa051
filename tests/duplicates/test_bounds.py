from itertools import combinations, product
from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.bounds import Bounds
from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.stems import stem
from nominate_tui.duplicates.titles import Form, Title
from nominate_tui.duplicates.weighing import Weighing


def form(said: str) -> Form:
    words = tuple(said.split())
    return Form(tuple(sorted({*map(stem, words)})), words)


def bounds(*said: str, weights: dict[str, float] | None = None) -> list[float]:
    """How alike every two of some forms are at most; each word weighs 1 where nothing else is said."""
    forms = [form(each) for each in said]
    known = weights or {each: 1.0 for one in forms for each in one.stems}
    pairs = np.array([*combinations(range(len(forms)), 2)], np.int32)
    found: list[float] = Bounds(forms, known).of(pairs).tolist()
    return found


def weighing(said: list[str]) -> tuple[Weighing, list[Form]]:
    forms = [form(each) for each in said]
    nominations = round_of(*(nomination(str(n), each) for n, each in enumerate(said)))
    return Weighing([Title((each,), frozenset(), ()) for each in forms], Common(Corpus(nominations))), forms


def test_words_of_other_letters_are_as_alike_as_what_they_share() -> None:
    assert bounds("bridge", "choir walk") == [0]
    assert bounds("bridge choir", "bridge walk") == [0.5]


def test_common_words_count_by_their_weight() -> None:
    weights = {"bridg": 3.0, "choir": 1.0, "walk": 2.0}
    assert bounds("bridge choir", "bridge walk", weights=weights) == [2 * 3 / (2 * 3 + 1 + 2)]


def test_a_word_counts_once_however_often_it_is_said() -> None:
    assert bounds("bridge bridges choir", "bridge walk") == [0.5]


def test_what_may_be_misspelt_counts_in_full() -> None:
    assert bounds("klinik walk", "klinnik walk") == [1]
    assert bounds("klinik walk", "klinnik choir garden") == [2 / 5]


def test_what_may_be_written_apart_counts_by_its_letters() -> None:
    assert bounds("ungdomsmentor", "ungdoms mentor") == [1]


@pytest.mark.parametrize("strange", ["ærø", "\u4e2d\u6587\u5b57", "\U0001f600", "\ud800bad"])
def test_letters_of_every_script_are_counted(strange: str) -> None:
    assert bounds(f"{strange} choir", f"{strange} walk") == [0.5]
    assert bounds(strange, "walk") == [0]


def test_forms_are_looked_at_in_any_pairs() -> None:
    forms = [form("bridge"), form("choir walk"), form("walk")]
    weights = {each: log(2) for one in forms for each in one.stems}
    pairs = np.array([[1, 2], [0, 1], [1, 2]], np.int32)
    assert Bounds(forms, weights).of(pairs).tolist() == [2 / 3, 0, 2 / 3]


WORD = st.one_of(
    st.sampled_from(
        ["evening", "evenings", "bridge", "brigde", "house", "mouse", "walk", "projekt", "a1b2", "a1b3"]
    ),
    st.text(alphabet="abcæ1", min_size=1, max_size=7),
)
FORMS = st.lists(st.lists(WORD, min_size=1, max_size=5).map(" ".join), min_size=2, max_size=6)


@settings(deadline=None)
@given(FORMS)
def test_no_two_forms_are_more_alike_than_their_bound(said: list[str]) -> None:
    weighed, forms = weighing(said)
    pairs = [*combinations(range(len(forms)), 2)]
    weights = {each: weighed._weights[each] for one in forms for each in one.stems}
    found = Bounds(forms, weights).of(np.array(pairs, np.int32)).tolist()
    assert all(
        weighed.alike(forms[a], forms[b]) <= most + 1e-9 for (a, b), most in zip(pairs, found, strict=True)
    )


@settings(deadline=None)
@given(FORMS, st.sampled_from([0.3, 0.5, 0.85, 1.0]))
def test_forms_within_a_likeness_are_those_that_are_so_alike(said: list[str], least: float) -> None:
    weighed, forms = weighing(said)
    pairs = [pair for pair in product(range(len(forms)), repeat=2) if pair[0] < pair[1]]
    found = weighed.within(forms, np.array(pairs, np.int32), least, lambda: None)
    assert [(a, b) for a, b in found.tolist()] == [
        (a, b) for a, b in pairs if weighed.alike(forms[a], forms[b]) >= least
    ]
