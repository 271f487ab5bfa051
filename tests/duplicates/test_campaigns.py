from collections.abc import Sequence
from random import Random

import numpy as np

from duplicates.making import CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.campaigns import PART, WHOLE, campaigns
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.seeds import seeds_of

FEW = 5


def compared(texts: Sequence[str], ids: Sequence[str] = ()) -> set[tuple[int, int]]:
    """Who is compared by phrases that more than five have, by their places."""
    corpus = Corpus(round_of(*(nomination(str(n), "t", text=text) for n, text in enumerate(texts))))
    seeds = seeds_of(corpus)
    found = campaigns(corpus, seeds, seeds.holders > FEW, ids or [f"{n:04}" for n in range(len(texts))])
    pairs = np.stack((corpus.owners(found >> 32), corpus.owners(found & 0xFFFFFFFF)), axis=1)
    return {(a, b) for a, b in pairs.tolist()}


def test_texts_that_are_mostly_common_are_compared_with_one_another() -> None:
    assert compared([GARDEN] * 6 + [CHOIR]) == {(a, b) for a in range(6) for b in range(a + 1, 6)}


def test_texts_of_the_forms_wording_and_words_of_their_own_are_not() -> None:
    own = [" ".join(f"{n}x{word}" for word in range(60)) for n in range(8)]
    assert compared([f"{GARDEN} {text}" for text in own]) == set()


def test_few_who_sent_in_the_same_are_no_campaign() -> None:
    assert compared([GARDEN] * 5 + [CHOIR]) == set()


def varied(count: int, name: str) -> list[str]:
    """One long text, each time with a few words of its own."""
    drawn = Random(name)  # noqa: S311 - no secret hangs on it
    words = [f"{name}{place}" for place in range(200)]
    return [
        " ".join(f"own{drawn.random()}" if drawn.random() < 0.01 else word for word in words)
        for _text in range(count)
    ]


def test_two_campaigns_in_one_large_round_are_kept_apart() -> None:
    one, other = varied(80, "a"), varied(70, "b")
    found = compared([*one, *other])
    whole = {(a, b) for some in (range(80), range(80, 150)) for a in some for b in some if a < b}
    assert found == whole


def test_a_very_large_campaign_is_compared_part_by_part() -> None:
    found = compared([GARDEN] * (WHOLE + 1))
    assert -(-(WHOLE + 1) // PART) == 6
    # 101 in six parts, as even as can be.
    parts = [range(17), range(17, 34), range(34, 51), range(51, 68), range(68, 85), range(85, 101)]
    assert found == {(a, b) for part in parts for a in part for b in part if a < b}


def test_the_parts_are_made_by_the_names_of_the_nominations() -> None:
    ids = [f"{n * 37 % 101:03}" for n in range(101)]
    by_place = {tuple(sorted((ids[a], ids[b]))) for a, b in compared([GARDEN] * 101, ids)}
    assert by_place == {(f"{a:03}", f"{b:03}") for a, b in compared([GARDEN] * 101)}


def test_a_round_without_texts_has_no_campaigns() -> None:
    assert compared([]) == set()
    assert compared(["", ""]) == set()
