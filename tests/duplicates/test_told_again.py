"""What is found where the same is told again by somebody else: whole rounds that were written without knowing the program."""

import json
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest

from nominate_tui.duplicates.suggest import suggest
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.rules import DuplicateRules

ROUNDS: Final = sorted((Path(__file__).parent / "told_again").glob("*.json"), key=lambda path: path.name)


@cache
def nominations_of(path: Path) -> Nominations:
    return Nominations(
        tuple(
            Nomination(
                each["id"],
                each["title"],
                each["organisation"],
                each["responsible"],
                answers={f"question{number}": text for number, text in enumerate(each["answers"], 1)},
            )
            for each in json.loads(path.read_bytes())["records"]
        )
    )


@cache
def counted(path: Path) -> Counter[tuple[str, str]]:
    """How many pairs have a label and are suggested as something, or as nothing."""
    told = json.loads(path.read_bytes())
    nominations = nominations_of(path)
    labels = {frozenset((pair["a"], pair["b"])): pair["label"] for pair in told["pairs"]}
    found = {frozenset(each.pair): each.suggested for each in suggest(nominations, DuplicateRules())}
    pairs = map(frozenset, combinations(nominations.ids, 2))
    return Counter((labels.get(pair, "distinct"), found.get(pair, "nothing")) for pair in pairs)


def every() -> Counter[tuple[str, str]]:
    return sum(map(counted, ROUNDS), Counter())


@pytest.mark.parametrize("path", ROUNDS, ids=lambda path: path.stem)
def test_what_is_not_the_same_is_never_called_a_duplicate(path: Path) -> None:
    found = counted(path)
    assert sum(found.values()) in {n * (n - 1) // 2 for n in (26, 27, 28)}
    assert found["distinct", "duplicate"] == found["related", "duplicate"] == 0


def test_of_what_is_distinct_hardly_anything_is_suggested() -> None:
    found = every()
    false, all_distinct = (
        found["distinct", "related"],
        found["distinct", "related"] + found["distinct", "nothing"],
    )
    assert all_distinct > 2_500
    assert false / all_distinct < 0.0025


def test_most_of_what_is_told_again_is_suggested() -> None:
    found = every()
    duplicates = {kind: found["duplicate", kind] for kind in ("duplicate", "related", "nothing")}
    assert sum(duplicates.values()) > 40
    assert (duplicates["duplicate"] + duplicates["related"]) / sum(duplicates.values()) > 0.6
    assert found["related", "related"] / (found["related", "related"] + found["related", "nothing"]) > 0.43
