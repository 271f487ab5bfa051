"""What comparing costs: small rounds at once, large ones in time that grows with the words, and what is not needed not loaded."""

import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from duplicates.exhaustive import shares
from duplicates.making import GARDEN, nomination, round_of
from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.names import Titles
from nominate_tui.duplicates.owners import Owners
from nominate_tui.duplicates.suggest import suggest
from nominate_tui.duplicates.texts import Texts
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import DuplicateRules
from steps import steps


class Enough(Exception):
    """Raised by a progress that wants no more."""


def a_round(count: int, words: int) -> Nominations:
    """Nominations that are nothing to one another, and one that says what the eighth says under another title."""
    drawn = Random(1)  # noqa: S311 - no secret hangs on it

    def phrase(length: int) -> str:
        return " ".join(f"{drawn.randrange(50_000):x}" for _ in range(length))

    many = [
        nomination(str(n), f"{phrase(5)} {n}", phrase(3), phrase(2), phrase(words)) for n in range(count - 1)
    ]
    return round_of(*many, replace(many[7], id="copy", title=phrase(5)))


def test_the_one_copy_among_two_thousand_and_one_nominations_is_found() -> None:
    found = suggest(a_round(2_001, 300), DuplicateRules())
    assert [(each.a, each.b) for each in found if each.suggested == "duplicate"] == [("7", "copy")]


def test_twice_the_nominations_take_twice_the_steps_and_not_those_of_all_pairs() -> None:
    some, twice = a_round(600, 50), a_round(1_200, 50)
    assert steps(lambda: suggest(twice, DuplicateRules())) < 2.5 * steps(
        lambda: suggest(some, DuplicateRules())
    )


def test_progress_rises_from_nothing_to_all_of_it() -> None:
    told: list[float] = []
    suggest(a_round(2_001, 300), DuplicateRules(), (), told.append)
    assert told == sorted(told)
    assert all(0 <= done <= 1 for done in told)
    assert len(told) >= 2


def test_what_progress_raises_ends_comparing() -> None:
    def progress(_done: float) -> None:
        raise Enough

    with pytest.raises(Enough):
        suggest(a_round(2_001, 300), DuplicateRules(), (), progress)


@pytest.mark.parametrize("reading", ["owners", "titles"])
def test_reading_owners_and_titles_of_a_large_round_ends_soon_when_nobody_wants_it(reading: str) -> None:
    nominations, names = a_round(2_001, 10), Names()
    common = Common(Corpus(nominations))
    looks: list[int] = []

    def looked() -> None:
        looks.append(1)
        if len(looks) == 3:
            raise Enough

    with pytest.raises(Enough):
        _ = (
            Owners(nominations, names, (), looked)
            if reading == "owners"
            else Titles(nominations, names, common, 0.85, looked)
        )


def test_texts_of_a_larger_round_share_what_each_pair_shares_by_itself() -> None:
    nominations = a_round(60, 800)
    texts = Texts(nominations, Corpus(nominations))
    found = {pair: texts.shared(*pair) for pair in combinations(range(60), 2)}
    assert {
        pair: (shared.words, shared.passages, shared.longest)
        for pair, shared in found.items()
        if shared and shared.passages
    } == shares(nominations)


@pytest.mark.parametrize(
    "module", ["duplicates.groups", "duplicates.lookalikes", "duplicates.passages", "jury.shared"]
)
def test_what_the_screens_need_at_start_loads_no_numpy(module: str) -> None:
    code = f"import sys, nominate_tui.{module}; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_small_round_is_compared_without_scipy() -> None:
    code = (
        "import sys; from duplicates.test_size import a_round, suggest, DuplicateRules;"
        "suggest(a_round(26, 100), DuplicateRules()); print('scipy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert done.stdout == "False\n"


def test_dozens_who_send_in_the_same_text_are_found() -> None:
    campaign = [nomination(f"c{n}", f"Title of {n}", text=GARDEN) for n in range(40)]
    found = suggest(round_of(*a_round(41, 100), *campaign), DuplicateRules())
    assert {each.rule for each in found if each.a[0] == each.b[0] == "c"} == {"same-text"}
    assert sum(each.a[0] == each.b[0] == "c" for each in found) == 40 * 39 / 2
