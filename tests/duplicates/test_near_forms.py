from collections.abc import Sequence
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.likeness import keys_alike
from nominate_tui.duplicates.near_forms import ALIKE, LEAST, MANY, near_forms
from nominate_tui.duplicates.pairing import Pairs
from nominate_tui.duplicates.titles import Form


def form(said: str, *, part: bool = False) -> Form:
    return Form(tuple(sorted(set(said.split()))), tuple(said.split()), part)


def alike(a: Form, b: Form) -> float:
    return keys_alike(" ".join(a.stems), " ".join(b.stems))


def near(*titles: list[Form], least: float = 0.85) -> list[list[int]]:
    def within(forms: Sequence[Form], pairs: Pairs) -> Pairs:
        kept = [alike(forms[a], forms[b]) >= least for a, b in pairs.tolist()]
        return pairs[np.array(kept, np.bool_)]

    return [[*pair] for pair in near_forms(titles, within).tolist()]


def test_titles_are_near_if_any_two_of_their_forms_are() -> None:
    bridge, walks = form("evening bridge"), form("evening walks")
    assert near([form("choir"), bridge], [walks], [form("bridge evening")], []) == [[0, 2]]


def test_where_all_begin_alike_titles_are_found_by_what_few_have() -> None:
    def titles(count: int) -> list[list[Form]]:
        names = [f"{chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(count)]
        prize = "application for the great prize of the north"
        return [[form(f"{prize} {name}")] for name in (*names, "garden again", "garden")]

    few, many = titles(MANY - 2), titles(3 * MANY)
    assert len(near(*few, least=0.7)) == len(few) * (len(few) - 1) // 2
    found = near(*many, least=0.7)
    assert [len(many) - 2, len(many) - 1] in found
    assert len(found) < len(many) * len(many) / 4


def test_where_all_begin_alike_what_is_written_apart_is_found_all_the_same() -> None:
    names = [f"{chr(97 + n // 26)}{chr(97 + n % 26)}{chr(122 - n % 26)}" * 3 for n in range(250)]
    titles = [[form(f"nominated for the prize {name}")] for name in (*names, "risånæjehuka", "riså næjehuka")]
    assert [250, 251] in near(*titles, least=0.6)


def test_where_letters_tell_nothing_titles_are_found_by_what_few_have() -> None:
    titles = [[form(f"abcdefghijklmnopqrstuvw{n:03}{n:03}")] for n in range(3 * ALIKE)]
    found = near(*titles, [form("garden abc")], [form("garden abd")], least=0.7)
    assert [300, 301] in found
    assert len(found) < len(titles)


def test_two_forms_that_are_parts_bring_nobody_together() -> None:
    part, whole = form("evening bridge", part=True), form("evening bridge")
    assert near([part], [part]) == []
    assert near([part], [whole], [part]) == [[0, 1], [1, 2]]


def test_no_titles_are_near_to_nobody() -> None:
    assert near() == []
    assert near([], []) == []


def test_of_a_form_that_hundreds_have_those_of_one_owner_are_taken_together() -> None:
    titles = [[form("evening bridge")] for _place in range(400)]
    owners = [f"{'north' if place % 8 == 0 else place} {place}" for place in range(400)]
    found = near_forms(titles, lambda _forms, pairs: pairs, owners).tolist()
    assert len(found) == 20 * (20 * 19 // 2)
    of_north = [pair for pair in found if pair[0] % 8 == pair[1] % 8 == 0]
    # Fifty of one owner: at least two whole blocks.
    assert len(of_north) >= 2 * (20 * 19 // 2)


def test_up_to_a_hundred_are_all_compared_and_the_order_of_more_changes_nothing() -> None:
    titles = [[form("evening bridge")] for _place in range(101)]
    assert len(near(*titles[:100])) == 100 * 99 // 2
    owners = [f"{place:03}" for place in range(101)]
    there = near_forms(titles, lambda _forms, pairs: pairs, owners).tolist()
    back = near_forms(titles, lambda _forms, pairs: pairs, owners[::-1]).tolist()
    assert there == sorted([100 - b, 100 - a] for a, b in back)
    assert len(there) == 5 * (20 * 19 // 2)


def test_two_forms_that_hundreds_have_cost_no_product() -> None:
    titles = [[form("evening bridge")]] * 150 + [[form("evening bridgge")]] * 150
    assert len(near(*titles)) < 150 * 20 * 2


FORMS = st.lists(
    st.builds(form, st.text(alphabet="ab ", max_size=8).filter(str.strip), part=st.booleans()), max_size=3
)


@given(st.lists(FORMS, max_size=6), st.sampled_from([LEAST, 0.85, 1.0]))
def test_near_titles_are_found_as_if_all_were_compared(titles: list[list[Form]], least: float) -> None:
    every = combinations(range(len(titles)), 2)
    wanted = [
        [a, b]
        for a, b in every
        if any(
            alike(one, other) >= least and not (one.part and other.part)
            for one in titles[a]
            for other in titles[b]
        )
    ]
    assert near(*titles, least=least) == wanted
