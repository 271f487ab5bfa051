"""What the kinds of varied nominations are made with."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from duplicates import changes
from duplicates.varied import NEW, Kind, Maker
from duplicates.varied_words import OTHER_TITLES
from nominate_tui.model.nomination import Nomination

DUPLICATE: Final = frozenset({"duplicate"})
RELATED: Final = frozenset({"related"})
NOTHING: Final = frozenset({"distinct"})
_HOSPITAL: Final = re.compile(
    r"(?:[A-ZÆØÅ]\w+ og )?[A-ZÆØÅ]\w+ (?:Sygehus|Hospital|Universitetshospital)\b|Rigshospitalet|Sygehus [A-ZÆØÅ]\w+"
)
"""Where in an organisation a hospital is named."""
_DASH: Final = re.compile(r"\s[-–—]+\s|:\s")


class Kinds(list[Kind]):
    """Kinds in the order in which they were entered."""

    def enter(self, name: str, *allowed: frozenset[str], person: bool = False) -> Callable[[Maker], Maker]:
        """Enter a maker as a kind: a pair of it may be called any of `allowed`."""

        def enter(make: Maker) -> Maker:
            self.append(Kind(name, frozenset().union(*allowed), make, person))
            return make

        return enter


def again(one: Nomination, rng: Random, title: str = "") -> Nomination:
    """A nomination written anew by somebody else: the same title (or another) and owner, other words in other order."""
    told = changes.answers(one, changes.own_words, rng)
    return replace(told, id=NEW, title=title or one.title)


def copied(one: Nomination, rng: Random, change: changes.Change | None = None) -> Nomination:
    """A copy under another title, with its texts changed or as they are."""
    told = changes.answers(one, change, rng) if change else one
    return replace(told, id=NEW, title=rng.choice(OTHER_TITLES))


def name_of(one: Nomination) -> str:
    """A title up to its dash or colon."""
    return _DASH.split(one.title)[0]


def is_its_owner(one: Nomination) -> bool:
    """Whether a nomination is named as its organisation is: then the organisation's other projects name it."""
    return name_of(one) in one.organisation


def hospital(text: str) -> str:
    """The first hospital that a text names; empty where it names none."""
    found = _HOSPITAL.search(text)
    return found[0] if found else ""
