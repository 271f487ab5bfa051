from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.titles import Form, Title, read_title
from nominate_tui.duplicates.weighing import Likeness, Weighing


def weighing(*titles: str, text: str = "") -> tuple[Weighing, list[Form]]:
    """A round of some titles, and the first form of each."""
    nominations = round_of(*(nomination(str(n), title, text=text) for n, title in enumerate(titles)))
    read: list[Title] = [read_title(title, frozenset(), Names()) for title in titles]
    return Weighing(read, Common(Corpus(nominations))), [title.forms[0] for title in read]


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


def test_words_in_another_order_with_other_endings_are_others_where_they_are_short() -> None:
    assert alike("Jens Hansen", "Hans Jensen", "Bicycles") < 0.5
    assert alike("Jens Hansen", "Hansen Jens", "Bicycles") == 1
    assert alike("Bridges evening", "Evenings bridge", "Bicycles") == 1


def test_a_letter_left_out_or_in_another_place_is_misspelt_and_another_letter_is_not() -> None:
    assert alike("Tæt tør", "Tæt ør", "Bicycles") > 0.85
    assert alike("Multi choir", "Mutli choir", "Bicycles") > 0.85
    assert alike("Maria choir", "Marie choir", "Bicycles") < 0.7


def test_several_misspelt_words_count_by_all_their_letters() -> None:
    assert alike("Sommerlejr børn", "Sommerleir born", "Bicycles") > 0.85


def test_what_two_forms_are_alike_by_is_told() -> None:
    weighed, (one, other, apart, typed) = weighing(
        "Skole med mobil", "Skolen med mobiler", "Skole uden mobil", "Skole med moobil"
    )
    same = weighed.compared(one, one, 0.85)
    assert (same.value, same.letters, same.apart, same.written, same.words) == (1, False, None, True, 2)
    assert weighed.compared(one, other, 0.85) == Likeness(1.0, written=False, words=2)
    assert weighed.compared(one, apart, 0.85) == Likeness(1.0, apart=("med", "uden"), words=2)
    misspelt = weighed.compared(one, typed, 0.85)
    assert (0.85 < misspelt.value < 1, misspelt.letters, misspelt.apart) == (True, True, None)


def test_of_equally_alike_forms_that_is_best_of_which_least_is_to_be_said() -> None:
    least = [
        Likeness(0.9, written=True),
        Likeness(1.0, letters=True, apart=("a", "b")),
        Likeness(1.0, apart=("a", "b")),
        Likeness(1.0, letters=True),
        Likeness(1.0),
        Likeness(1.0, written=True),
    ]
    assert sorted(least, key=lambda each: each.rank) == least


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Kitchen garden", True),
        ("Projekt", False),
        ("På og med", False),
        ("Nyt projekt", False),
        ("Nyt hus", True),
        ("B", False),
        ("24/7", False),
        ("B7", True),
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


def test_words_of_one_owner_are_its_own_however_many_names_have_them() -> None:
    walks = ["Walk", *(f"Walk {place}" for place in ("Alder", "Birch", "Cedar", "Douglas", "Elder"))]
    nominations = round_of(*(nomination(str(n), title) for n, title in enumerate(walks)))
    read = [read_title(title, frozenset(), Names()) for title in walks]
    assert Weighing(read, Common(Corpus(nominations)), ["North"] * 6).own(read[0].forms[0]) is True
    assert Weighing(read, Common(Corpus(nominations)), list("abcdef")).own(read[0].forms[0]) is False


WORDS = st.lists(
    st.sampled_from(["evening", "bridge", "brigde", "walk", "projekt", "og"]), min_size=1, max_size=4
)


@given(WORDS, WORDS)
def test_forms_are_alike_between_not_at_all_and_wholly(a: list[str], b: list[str]) -> None:
    assert 0 <= alike(" ".join(a), " ".join(b)) <= 1
    assert alike(" ".join(a), " ".join(a[::-1])) == 1
