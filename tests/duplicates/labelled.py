"""Rounds whose every pair was labelled by hand: the sample round, the real one, and the real one with the budget's."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Final

from nominate_tui.duplicates.suggest import suggest
from nominate_tui.intake.form_files import known_forms
from nominate_tui.intake.take import take_in
from nominate_tui.model.nomination import Contact, Nomination, Nominations
from nominate_tui.model.rules import DuplicateRules

SHARED: Final = Path(__file__).parents[3] / "shared"
"""The folder of real documents, which only the builders have."""
SAMPLE: Final = Path(__file__).parents[2] / "data" / "indstillinger.txt"
"""The sample round: persons and texts are invented."""
SIX: Final = {
    ("2", "22"): "related",
    ("3", "11"): "duplicate",
    ("7", "10"): "related",
    ("15", "18"): "related",
    ("15", "20"): "related",
    ("18", "20"): "related",
}
"""What is not distinct in the real round; the sample round was written to have the same."""
KIN: Final = frozenset(id for pair in SIX for id in pair)
"""The ids that have a duplicate or something related."""
THEMES: Final = frozenset(
    frozenset(pair)
    for pair in (
        *(("3", "26"), ("11", "26"), ("4", "13"), ("4", "17"), ("13", "17"), ("7", "14"), ("10", "14")),
        *(("8", "17"), ("23", "25"), ("12", "14"), ("12", "15"), ("7", "9"), ("7", "19"), ("10", "19")),
        *(("8", "14"), ("2", "6"), ("6", "17"), ("6", "8")),
    )
)
"""Pairs of one theme, distinct, but nobody is wrong who calls them related once they have an owner in common too."""
PERSONS: Final = {
    "1": "Signe Rovsing",
    "2": "Merethe Skaarup",
    "3": "Gunver Stenbæk",
    "4": "Ditte Skovmand-Krogh",
    "5": "Vibeke Ellegaard",
    "6": "Regitze Holmskov",
    "8": "Solvej Kjærbye",
    "12": "Gudrun Friis",
    "16": "Ejnar Bjerregaard-Holt",
    "19": "Annelise Qvistgaard",
    "20": "Jytte Mosegaard",
    "22": "Charlotte Wedell-Brandt",
    "23": "Thilde Vesterby",
    "24": "Ragnhild Kofoed-Dam",
    "26": "Annika Rosenvinge",
}
"""Who is responsible in the sample round, where it is a person."""
_REAL_PERSONS: Final = ("2", "3", "4", "8", "12", "16", "19", "20", "24")
"""The nominations of the real round whose responsible begins with a person's name."""
_PERSON: Final = re.compile(r"[^\W\d_][\w-]+(?: [A-ZÆØÅ][\w-]+)+")

Labels = Mapping[frozenset[str], str]
"""What pairs are, by their ids: duplicate or related; distinct where they are not named."""


@dataclass(frozen=True)
class Ground:
    """A round with everything that is known of it."""

    name: str
    nominations: Nominations
    contacts: tuple[Contact, ...]
    labels: Labels
    persons: Mapping[str, str]
    """Persons who are responsible, by the id of the nomination."""

    def label(self, a: str, b: str) -> str:
        """What two nominations are."""
        return self.labels.get(frozenset((a, b)), "distinct")

    @property
    def alone(self) -> list[Nomination]:
        """The nominations that have no duplicate and nothing related."""
        return [one for one in self.nominations if one.id not in KIN]


@cache
def sample() -> Ground:
    """The sample round."""
    return Ground("sample", *_taken(SAMPLE), _pairs(SIX), PERSONS)


@cache
def real() -> Ground:
    """The real round of 26."""
    nominations, contacts = _taken(seed("001"))
    begins = {id: _PERSON.match(nominations[id].responsible) for id in _REAL_PERSONS}
    persons = {id: found[0] for id, found in begins.items() if found}
    return Ground("real", nominations, contacts, _pairs(SIX), persons)


@cache
def across_forms() -> Ground:
    """The 26 and the budget initiatives in one round, by the ids of the labels: N01, B000, B004-1."""
    documents = [seed(number) for number in ("001", "000", "002", "003", "004")]
    nominations, contacts = _taken(*documents)
    named = dict(zip(nominations.ids, _names_of(nominations), strict=True))
    parts = [one for one in nominations if named[one.id] == "B003"]
    singles = [replace(one, id=named[one.id]) for one in nominations if one not in parts]
    every = Nominations((*singles, _joined(parts)), nominations.questions)
    moved = tuple(replace(contact, nomination=named[contact.nomination]) for contact in contacts)
    return Ground("across forms", every, moved, _pairs(labels()), {})


def seed(number: str) -> Path:
    """The real document of that number."""
    (document,) = (SHARED / "seeds").glob(f"{number}_*.txt")
    return document


def labels(*scopes: str) -> dict[tuple[str, str], str]:
    """What every two of the real documents are, by hand; scopes are NN, NB, BB, all of them where none is named."""
    table = SHARED / "cases" / "duplicates" / "seeds" / "truth.csv"
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if not scopes or row["scope"] in scopes]
    return {(row["id1"], row["id2"]): row["label"] for row in rows}


def found(ground: Ground, rules: DuplicateRules) -> dict[frozenset[str], str]:
    """What is suggested for a round, by pairs of ids."""
    suggestions = suggest(ground.nominations, rules, ground.contacts)
    return {one.pair: one.suggested for one in suggestions}


def every_pair(ids: Iterable[str]) -> Iterator[frozenset[str]]:
    """Every two ids."""
    return map(frozenset, combinations(ids, 2))


def taken(*documents: Path) -> Ground:
    """A round of some documents, of which nothing is known."""
    return Ground("documents", *_taken(*documents), {}, {})


def _taken(*documents: Path) -> tuple[Nominations, tuple[Contact, ...]]:
    result = take_in(documents, known_forms())
    assert result.errors == ()
    return result.nominations, result.contacts


def _names_of(nominations: Nominations) -> Iterator[str]:
    """What the labels call nominations: N07 for the seventh, B000 for a budget initiative, B004-1 for one of three."""
    several: dict[str, int] = {}
    for one in nominations:
        number = one.source.document[:3] if one.source else ""
        several[number] = several.get(number, 0) + 1
        yield {"001": f"N{one.id:>02}", "004": f"B004-{several[number]}"}.get(number, f"B{number}")


def _joined(parts: list[Nomination]) -> Nomination:
    """The parts of a package as one nomination: each text once, however many parts have it."""
    texts = dict.fromkeys(text for part in parts for text in (*part.shared.values(), *part.answers.values()))
    answers = {f"part_{place}": text for place, text in enumerate(texts) if text}
    return Nomination("B003", parts[0].facts["package"], answers=answers, facts=parts[0].facts)


def _pairs(labelled: Mapping[tuple[str, str], str]) -> Labels:
    return {frozenset(pair): label for pair, label in labelled.items() if label != "distinct"}
