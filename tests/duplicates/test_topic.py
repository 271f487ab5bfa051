import csv
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import BICYCLES, CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.comparison import Topic
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.pairing import NONE
from nominate_tui.duplicates.topic import Topics
from nominate_tui.model.nomination import Nomination, Nominations


def told(nominations: Nominations) -> dict[frozenset[str], Topic | None]:
    """How near every two are, by their ids."""
    pairs = np.array([*combinations(range(len(nominations)), 2)], np.int32).reshape(-1, 2)
    found = Topics(Corpus(nominations))
    topics = found.between(pairs, found.cosines(pairs))
    ids = nominations.ids
    return {frozenset((ids[a], ids[b])): topic for (a, b), topic in zip(pairs.tolist(), topics, strict=True)}


def test_the_nearest_pair_is_closer_than_all_others() -> None:
    found = told(
        round_of(
            nomination("1", "Kitchen garden", text=GARDEN),
            nomination("2", "Garden", text=GARDEN[:120]),
            nomination("3", "Choir", text=CHOIR),
            nomination("4", "Bicycles", text=BICYCLES),
        )
    )
    near = found[frozenset("12")]
    assert near is not None
    assert near.percentile == 5 / 6
    assert all(topic and topic.cosine < near.cosine for pair, topic in found.items() if pair != {"1", "2"})


def test_the_same_words_in_another_order_are_as_near_as_can_be() -> None:
    found = told(
        round_of(nomination("1", "a b", text="c d"), nomination("2", "b a", text="d c"), nomination("3", "e"))
    )
    near = found[frozenset("12")]
    assert near is not None
    assert (round(near.cosine, 5), near.percentile) == (1.0, 2 / 3)
    assert found[frozenset("13")] == Topic(0.0, 0.0, telling=False)


def test_a_nomination_without_words_has_no_topic() -> None:
    found = told(
        round_of(nomination("1", "", text=" – "), nomination("2", "a"), nomination("3", "", text="a"))
    )
    assert found[frozenset("12")] is None
    assert found[frozenset("13")] is None
    assert found[frozenset("23")] == Topic(1.0, 2 / 3, telling=False, nearest=2)


def tells(nominations: Nominations, a: str, b: str) -> bool:
    """Whether the percentile of a pair says something."""
    topic = told(nominations)[frozenset((a, b))]
    return topic is not None and topic.telling


def many_texts(count: int) -> list[Nomination]:
    """Texts of numbers, of which every two share other ones."""
    texts = [" ".join(f"{n * k % 97}" for k in range(1, 30)) for n in range(1, count + 1)]
    return [nomination(str(n), "", text=text) for n, text in enumerate(texts)]


def test_a_percentile_of_fewer_than_a_hundred_pairs_says_nothing() -> None:
    assert not tells(round_of(*many_texts(14)), "0", "1")  # 91 pairs.
    assert tells(round_of(*many_texts(15)), "0", "1")  # 105 pairs.


def test_a_percentile_that_many_pairs_have_says_nothing() -> None:
    same = [nomination(f"same{n}", "", text=GARDEN) for n in range(30)]
    assert not tells(round_of(*same), "same0", "same1")
    # Of 60 nominations 30 are the same, 435 of 1,770 pairs; of 60 two are, and one pair is as near as that.
    assert not tells(round_of(*same, *many_texts(30)), "same0", "same1")
    assert tells(round_of(*same[:2], *many_texts(58)), "same0", "same1")


def test_the_title_counts_twice() -> None:
    found = told(
        round_of(
            nomination("1", "choir", text="garden"),
            nomination("2", "choir"),
            nomination("3", "", text="garden"),
        )
    )
    title, text = found[frozenset("12")], found[frozenset("13")]
    assert title is not None
    assert text is not None
    assert title.cosine > text.cosine


DANISH = "Vi har et kor på afdelingen, og det er for alle, der ikke kan sove; jeg synger også med."
ENGLISH = "There is a choir on the ward, and it was made by those who are awake; they sing with us."


@pytest.mark.parametrize(
    ("a", "b", "foreign"),
    [
        (DANISH, ENGLISH, True),
        (ENGLISH, DANISH, True),
        (DANISH, DANISH, False),
        (ENGLISH, ENGLISH, False),
        (DANISH, "Kor", False),
        (DANISH, "Un coro para la sala, y es para todos los que no pueden dormir.", False),
        # One that has both is in neither.
        (DANISH, f"{DANISH} {ENGLISH}", False),
    ],
)
def test_two_are_foreign_where_one_is_danish_and_the_other_english(a: str, b: str, foreign: bool) -> None:
    found = told(round_of(nomination("1", "a", text=a), nomination("2", "a", text=b)))[frozenset("12")]
    assert found is not None
    assert found.foreign == foreign


def test_the_words_that_bring_two_together_are_told_the_weightiest_first() -> None:
    others = [nomination(str(n), "Kaffe", text="Vi drikker en kop hver tirsdag.") for n in range(3, 9)]
    nominations = round_of(
        nomination("1", "Harmonika", text="Harmonikaen (nr. 7) spiller en vals i haven hver tirsdag."),
        nomination("2", "Musik", text="En vals på harmonika nr. 7, tirsdag efter kaffen."),
        *others,
    )
    topics = Topics(Corpus(nominations))
    # "Harmonika" stands three times in the first, its title counted twice; "nr" is short, and "tirsdag" common.
    assert topics.words(nominations, 0, 1)[0] == "harmonika"
    assert {*topics.words(nominations, 0, 1)} == {"harmonika", "vals", "7"}
    assert topics.words(nominations, 0, 1) == topics.words(nominations, 1, 0)


def test_no_address_no_number_and_no_endless_word_is_told() -> None:
    text = f"anna@hill.example, 20000011 or 010190-1234 or 20 00 00 11, {'x' * 41} 2140 vals"
    others = [nomination(str(n), "", text="ninety") for n in range(3, 9)]
    nominations = round_of(nomination("1", "", text=text), nomination("2", "", text=text), *others)
    assert {*Topics(Corpus(nominations)).words(nominations, 0, 1)} == {"1234", "2140", "vals"}


def test_five_words_at_most_are_told() -> None:
    text = "seven eight fifty sixty eleven twelve hundred"
    others = [nomination(str(n), "", text="ninety") for n in range(3, 9)]
    nominations = round_of(nomination("1", "", text=text), nomination("2", "", text=text), *others)
    assert len(Topics(Corpus(nominations)).words(nominations, 0, 1)) == 5


ROUND = [
    nomination("1", "Kitchen garden", text=GARDEN),
    nomination("2", "Garden", text=GARDEN[:120]),
    nomination("3", "Choir", text=CHOIR),
    nomination("4", "Bicycles", text=BICYCLES),
    nomination("5", "Songs and gardens", text=f"{CHOIR} {GARDEN[:50]}"),
    nomination("6", ""),
]


@given(st.permutations(ROUND))
def test_the_order_of_the_nominations_changes_not_the_last_digit(order: Sequence[Nomination]) -> None:
    assert told(round_of(*order)) == told(round_of(*ROUND))


def test_one_pair_of_twenty_nominations_is_near_for_its_topic_alone() -> None:
    texts = [" ".join(f"{n * k % 97}" for k in range(1, 12)) for n in range(1, 41)]
    found = Topics(Corpus(round_of(*(nomination(str(n), "", text=text) for n, text in enumerate(texts)))))
    first = found.near(NONE)
    assert len(first) == 2
    assert not {*map(tuple, first.tolist())} & {*map(tuple, found.near(first).tolist())}


@pytest.mark.parametrize("counted", [0, 2_000])
@given(
    texts=st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=30).map(" ".join), min_size=1, max_size=8)
)
def test_nothing_is_more_than_wholly_like_another(counted: int, texts: Sequence[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nominate_tui.duplicates.topic.ALL", counted)
        twice = round_of(*(nomination(str(n), "", text=text) for n, text in enumerate([*texts, *texts])))
        cosines = [each.cosine for each in told(twice).values() if each]
    assert all(0 <= cosine <= 1 for cosine in cosines)
    assert not any(texts) or max(cosines) == pytest.approx(1, abs=1e-4)


def test_an_empty_round_has_no_topics() -> None:
    found = Topics(Corpus(round_of()))
    assert found.near(NONE).tolist() == []
    assert [*found.between(NONE, found.cosines(NONE))] == []


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [*csv.DictReader(lines)]


@pytest.mark.shared
def test_related_proposals_are_told_from_distinct_ones_as_well_as_by_a_plain_tf_idf(shared: Path) -> None:
    folder = shared / "cases" / "duplicates" / "madrid"
    found = told(
        Nominations(
            tuple(
                Nomination(row["id"], row["title"], answers={"text": row["text"]})
                for row in rows(folder / "records.csv")
            )
        )
    )
    judged = [row for row in rows(folder / "truth.csv") if row["ambiguous"] == "0"]
    cosines = [
        topic.cosine if (topic := found[frozenset((row["id1"], row["id2"]))]) else 0.0 for row in judged
    ]
    alike = [row["label"] != "distinct" for row in judged]
    assert max(f1(cosines, alike, least) for least in cosines) > 0.94


def f1(cosines: Sequence[float], alike: Sequence[bool], least: float) -> float:
    found = [cosine >= least for cosine in cosines]
    return 2 * sum(a and b for a, b in zip(found, alike, strict=True)) / (sum(found) + sum(alike))
