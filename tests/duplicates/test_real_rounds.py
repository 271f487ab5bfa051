"""The suggestions on whole documents: the real round, whose every pair is labelled by hand, and the sample round."""

import csv
from itertools import combinations
from pathlib import Path

import pytest

from nominate_tui.duplicates.suggest import suggest
from nominate_tui.intake.form_files import known_forms
from nominate_tui.intake.take import take_in
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import DuplicateRules

SAMPLE = Path(__file__).parents[2] / "data" / "indstillinger.txt"
SIX = {
    ("2", "22"): "related",
    ("3", "11"): "duplicate",
    ("7", "10"): "related",
    ("15", "18"): "related",
    ("15", "20"): "related",
    ("18", "20"): "related",
}


def nominations(document: Path) -> Nominations:
    return take_in([document], known_forms()).nominations


def found(document: Path, rules: DuplicateRules) -> dict[tuple[str, str], str]:
    return {(each.a, each.b): each.suggested for each in suggest(nominations(document), rules)}


def real(shared: Path) -> Path:
    (document,) = (shared / "seeds").glob("001_*.txt")
    return document


def labels(shared: Path) -> dict[tuple[str, str], str]:
    """What every two of the 26 are, by hand; N07 is nomination 7."""
    with (shared / "cases" / "duplicates" / "seeds" / "truth.csv").open(
        encoding="utf-8", newline=""
    ) as lines:
        pairs = [row for row in csv.DictReader(lines) if row["scope"] == "NN"]
    return {(str(int(row["id1"][1:])), str(int(row["id2"][1:]))): row["label"] for row in pairs}


@pytest.mark.shared
def test_all_325_real_pairs_are_as_a_person_labelled_them(shared: Path) -> None:
    suggested = found(real(shared), DuplicateRules())
    pairs = combinations(nominations(real(shared)).ids, 2)
    assert {pair: suggested.get(pair, "distinct") for pair in pairs} == labels(shared)
    assert suggested == SIX


@pytest.mark.shared
@pytest.mark.parametrize(
    "rules",
    [
        DuplicateRules(title=0.6),
        DuplicateRules(title=1.0),
        DuplicateRules(text=0.02),
        DuplicateRules(text=0.29),
        DuplicateRules(title=0.6, text=0.02),
    ],
)
def test_thresholds_far_from_the_usual_ones_change_nothing(shared: Path, rules: DuplicateRules) -> None:
    assert found(real(shared), rules) == SIX


@pytest.mark.shared
def test_the_duplicate_is_the_loudest_and_the_partnership_the_quietest(shared: Path) -> None:
    ordered = [(each.a, each.b) for each in suggest(nominations(real(shared)), DuplicateRules())]
    assert (ordered[0], ordered[-1]) == (("3", "11"), ("2", "22"))


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample round is not here")
def test_the_sample_round_has_the_same_six_pairs() -> None:
    assert found(SAMPLE, DuplicateRules()) == SIX
