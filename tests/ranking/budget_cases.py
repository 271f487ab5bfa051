"""Priced nominations for the tests of budgets, and real elections over a budget."""

import csv
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from nominate_tui.ranking.budget import Priced, Selection


def priced(**costs: int) -> list[Priced]:
    """Nominations with their costs, the best ranked first."""
    return [Priced(id, Fraction(cost)) for id, cost in costs.items()]


def ids(selection: Selection) -> str:
    """Who is selected, in order, for ids of one letter."""
    return "".join(one.nomination for one in selection.selected)


@dataclass(frozen=True, slots=True)
class Election:
    """A real election over a budget."""

    by_votes: list[Priced]
    """The projects, those with the most votes first."""
    approvals: list[set[str]]
    """By voter."""
    budget: Fraction
    expected: dict[str, Any]


def election(shared: Path, name: str) -> Election:
    """An election of Pabulib, with its known results."""
    folder = shared / "cases" / "ranking"
    expected = tomllib.loads((folder / f"{name}.expected.toml").read_text(encoding="utf-8"))
    with (folder / f"{name}.projects.csv").open(encoding="utf-8", newline="") as file:
        projects = sorted(csv.DictReader(file), key=lambda row: -int(row["votes"]))
    approved: dict[str, set[str]] = defaultdict(set)
    with (folder / f"{name}.votes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            approved[row["voter"]].add(row["project"])
    assert len(approved) == expected["num_voters"]
    by_votes = [Priced(row["project"], Fraction(row["cost"])) for row in projects]
    return Election(by_votes, list(approved.values()), Fraction(expected["budget"]), expected)
