from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.titles import Form, Title, read_title
from nominate_tui.duplicates.weighing import Weighing


def weighing(*titles: str, text: str = "") -> tuple[Weighing, list[Form]]:
    """A round of some titles, and the first form of each."""
    nominations = round_of(*(nomination(str(n), title, text=text) for n, title in enumerate(titles)))
    read: list[Title] = [read_title(title, frozenset(), Names()) for title in titles]
    return Weighing(read, Common(nominations)), [title.forms[0] for title in read]


def alike(*titles: str) -> float:
    weighed, (one, other, *_rest) = weighing(*titles)
    assert weighed.alike(one, other) == weighed.alike(other, one)
    return weighed.alike(one, other)


def test_forms_are_as_alike_as_the_weight_of_what_they_share() -> None:
    # N = 3: two have "kitchen", one each "garden" and "choir".
    both, one = log(1 + 3 / 2), log(1 + 3 / 1)
    assert alike("Kitchen garden", "Kitchen choir", "Bicycles") == pytest.approx(
        2 * both / (2 * both + 2 * one)
    )


def test_a_general_word_weighs_as_one_that_all_have() -> None:
    assert alike("Choir", "Projekt Choir") == pytest.approx(2 * log(2) / (2 * log(2) + log(2)))


def test_a_misspelt_word_counts_by_its_letters() -> None:
    # Both spellings stand in one title each; "klinik" and "klinnik" are 12/13 alike.
    both, one = log(1 + 2 / 2), log(1 + 2 / 1)
    found = alike("Klinik walk", "Klinnik walk")
    assert found == pytest.approx((2 * both + 2 * one * 12 / 13) / (2 * both + 2 * one))


def test_another_letter_in_a_word_of_five_makes_another_word() -> None:
    assert alike("House choir", "Mouse walk", "Bicycles") == 0
    assert alike("Houses choir", "Mouses walk", "Bicycles") > 0


def test_words_written_together_and_apart_are_alike() -> None:
    assert alike("Ungdomsmentor", "Ungdoms mentor") == 1
    assert alike("Mentor ungdoms", "Ungdoms mentor") == 1


def test_words_with_other_digits_are_others() -> None:
    assert alike("Vaccine covid19", "Vaccine covid20") < 0.6


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Kitchen garden", True),
        ("Projekt", False),
        ("På og med", False),
        ("Nyt projekt", False),
        ("Nyt hus", True),
    ],
)
def test_a_form_of_general_words_is_nobodys_own(title: str, own: bool) -> None:
    weighed, (form,) = weighing(title)
    assert weighed.own(form) is own


def test_words_that_many_titles_have_are_general() -> None:
    walks = [f"Walk {place}" for place in ("Alder", "Birch", "Cedar", "Douglas", "Elder")]
    weighed, forms = weighing("Walk", *walks)
    assert weighed.own(forms[0]) is False
    assert weighed.own(forms[1]) is True
    fewer, forms = weighing("Walk", *walks[:4])
    assert fewer.own(forms[0]) is True


WORDS = st.lists(
    st.sampled_from(["evening", "bridge", "brigde", "walk", "projekt", "og"]), min_size=1, max_size=4
)


@given(WORDS, WORDS)
def test_forms_are_alike_between_not_at_all_and_wholly(a: list[str], b: list[str]) -> None:
    assert 0 <= alike(" ".join(a), " ".join(b)) <= 1
    assert alike(" ".join(a), " ".join(a[::-1])) == 1
