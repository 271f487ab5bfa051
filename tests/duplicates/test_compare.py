from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import BICYCLES, CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.compare import Comparer
from nominate_tui.duplicates.comparison import Comparison
from nominate_tui.duplicates.rules import judged
from nominate_tui.model.nomination import Nomination
from nominate_tui.model.rules import DuplicateRules

ROUND = (
    nomination("1", "Kitchen Garden", "North Hospital", "Anna Holm", GARDEN),
    nomination("2", "Kitchen Garden", "South School", "Bo Lund", CHOIR),
    nomination("3", "Beans", "West Station", "Ida Dam", f"{GARDEN} And then some."),
    nomination("4", "Friends of the Kitchen Garden", "Lake House", "Una Ask", "A few other words here."),
    nomination("5", "Bicycles for all", "East Library", "Per Eg", BICYCLES),
    nomination("6", "", "", "", ""),
)

FAR = ("Weaving", "Rowing", "Baking", "Fencing", "Sledging", "Painting")
"""Six projects that have nothing to do with one another."""


def compared(
    *nominations: Nomination, rules: DuplicateRules | None = None
) -> dict[tuple[str, str], Comparison]:
    found = Comparer(round_of(*nominations), rules or DuplicateRules()).candidates()
    return {(pair.a.id, pair.b.id): pair for pair in found}


def test_every_axis_brings_pairs_together() -> None:
    found = compared(*ROUND)
    assert found["1", "2"].name.value == 1
    text = found["1", "3"].text
    assert text is not None
    assert (text.words, text.share) == (36, 1)
    naming = found["1", "4"].naming
    assert naming is not None
    assert (naming.named, naming.by) == ("1", "4")


def test_a_pair_is_compared_on_all_axes_whichever_brings_it_together() -> None:
    pair = compared(*ROUND)["1", "3"]
    assert pair.name.value < 0.5
    assert pair.naming is None
    assert pair.owner.relation == "different"
    assert pair.topic is not None
    assert pair.topic.percentile > 0.9


def test_pairs_come_in_the_order_of_the_round_each_once() -> None:
    found = [(pair.a.id, pair.b.id) for pair in Comparer(round_of(*ROUND), DuplicateRules()).candidates()]
    assert found == sorted(set(found))
    assert all(a < b for a, b in found)


def test_a_round_may_ask_for_less_text_than_is_usual() -> None:
    sentence = "At dusk we row across the lake and sing."
    first = nomination(
        "1", "Beans", "North", "Anna Holm", f"{sentence} {' '.join(f'a{n}' for n in range(300))}"
    )
    second = nomination(
        "2", "Songs", "South", "Bo Lund", f"{' '.join(f'b{n}' for n in range(300))} {sentence}"
    )
    others = [nomination(str(n), f"Title {n}", f"Owner {n}", text=f"{'x y z ' * n} {n}") for n in range(3, 9)]

    def share(rules: DuplicateRules) -> float:
        pair = compared(first, second, *others, rules=rules).get(("1", "2"))
        return pair.text.share if pair and pair.text else 0

    # 9 of 309 words: the topic may bring the two together in either case, the text only in the first.
    assert share(DuplicateRules(text=0.02)) == 9 / 309


@given(st.permutations(ROUND))
def test_the_order_of_the_nominations_changes_nothing_but_who_is_a(order: Sequence[Nomination]) -> None:
    def told(found: dict[tuple[str, str], Comparison]) -> dict[frozenset[str], tuple[object, ...]]:
        return {
            frozenset(ids): (
                pair.name.value,
                pair.owner.relation,
                pair.text and (pair.text.words, pair.text.longest),
                pair.topic,
            )
            for ids, pair in found.items()
        }

    assert told(compared(*order)) == told(compared(*ROUND))


def test_a_person_in_common_is_not_enough_to_be_compared() -> None:
    mine = [nomination(f"m{n}", word, "", "Anna Holm", word) for n, word in enumerate(FAR)]
    assert not any(a.startswith("m") for a, _b in compared(*ROUND, *mine))
    again = nomination("m9", "Weaving", "", "Anna Holm", "Looms")
    assert ("m0", "m9") in compared(*ROUND, *mine, again)


TOLD = st.sampled_from(
    ["", GARDEN, CHOIR, BICYCLES, f"{GARDEN} {CHOIR}", f"{BICYCLES} {GARDEN[:150]}", CHOIR[:90]]
)
TITLES = st.sampled_from(
    [
        "",
        "Kitchen Garden",
        "Kitchen Gardens",
        "Garden",
        "Choir of the Lake House",
        "Choirs",
        "Old Choir",
        "A walk",
    ]
)
OWNERS = st.sampled_from(["", "Lake House", "North Hospital", "Anna Holm, Lake House"])


@given(st.lists(st.tuples(TITLES, OWNERS, OWNERS, TOLD), min_size=2, max_size=9))
def test_no_rule_suggests_a_pair_that_is_not_compared(told: Sequence[tuple[str, str, str, str]]) -> None:
    several, rules = round_of(*(nomination(str(n), *each) for n, each in enumerate(told))), DuplicateRules()
    comparer = Comparer(several, rules)
    candidates = {(pair.a.id, pair.b.id) for pair in comparer.candidates()}
    pairs = np.array([*combinations(range(len(several)), 2)], np.int32)
    topics = comparer._texts.topics
    for (a, b), topic in zip(pairs.tolist(), topics.between(pairs, topics.cosines(pairs)), strict=True):
        assert (str(a), str(b)) in candidates or judged(comparer._compare(a, b, topic), rules) is None


@pytest.mark.parametrize("nominations", [(), ROUND[:1], (ROUND[5], ROUND[5])])
def test_rounds_with_nothing_to_compare_have_no_pairs(nominations: Sequence[Nomination]) -> None:
    assert compared(*nominations) == {}
