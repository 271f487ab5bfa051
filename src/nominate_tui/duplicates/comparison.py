"""What was found when two nominations were compared: four axes, kept apart. The rules and the evidence read nothing else."""

from dataclasses import dataclass
from typing import Literal

from nominate_tui.model.nomination import Nomination

Field = Literal["title", "organisation", "responsible", "answers", "persons"]
"""Where another initiative can be named; in `persons` by who is responsible for it, in the answers."""

Relation = Literal["same", "different", "unknown"]
"""What two owners are to one another; unknown where one of them is not named."""


@dataclass(frozen=True, slots=True)
class Name:
    """How alike two titles are."""

    value: float = 0.0
    """0 to 1, of what is left when the words of owners and places are taken out."""
    taken_out: tuple[str, ...] = ()
    """The words that were taken out of either title, as written; empty where the titles were compared as they stand."""
    numbers: tuple[str, str] | None = None
    """The numbers of the two titles where they differ ("2", "3"): siblings, not one name. `None` where they do not."""
    places: tuple[str, str] | None = None
    """What was taken out of either title, as written, where they name other ones: siblings too. `None` where they do not."""
    apart: tuple[str, str] | None = None
    """Words that tell otherwise like titles apart ("with", "without"); one may be empty. Siblings; `None` where nothing does."""
    letters: bool = False
    """Whether they are as alike as one name by their letters alone: some words are others, misspelt or not."""
    written: bool = False
    """Whether what was compared is written alike, but for case, spaces and signs."""
    words: int = 0
    """How many different words the shorter of what was compared has."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The title of one nomination, or the name in it, stands word for word in another."""

    phrase: str
    """What stands there, as the title writes it."""
    named: str
    """The id of the one whose title it is."""
    by: str
    """The id of the other."""
    field: Field
    """Where in the other it stands; the first such field."""


@dataclass(frozen=True, slots=True)
class Owner:
    """What the owners of two nominations are to one another, and by what."""

    relation: Relation = "unknown"
    value: float = 0.0
    """How alike, 0 to 1."""
    by: Literal["", "person", "contact", "email", "telephone", "organisation"] = ""
    """What makes them the same; empty where they are not."""
    who: str = ""
    """The person or organisation that both name, as written; never an address or a number."""
    elsewhere: bool = False
    """Of a person, an address or a number that is the same, whether the organisations have no word in common."""
    in_part: bool = False
    """Whether two that differ have a good part of their telling words in common: not those for what kind they are."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts have in common word for word."""

    words: int = 0
    """How many words stand in passages."""
    share: float = 0.0
    """The same over the words of the shorter text, 0 to 1."""
    passages: int = 0
    """How many passages there are."""
    longest: int = 0
    """How many words the longest passage has."""
    beside: int = 0
    """How many of the words stand in other answers than the one that has most of them; in the text where these are more."""
    quote: str = ""
    """How the longest passage begins, as the first nomination writes it, up to the first changed word."""


@dataclass(frozen=True, slots=True)
class Topic:
    """How near two nominations are in all of their words."""

    cosine: float = 0.0
    """Of their words, rare ones weighing more (TF-IDF), 0 to 1."""
    percentile: float = 0.0
    """The part of all pairs of the round that are less near, 0 to 1."""
    telling: bool = True
    """Whether that part says something: there are pairs enough, and few of them are just as near."""
    nearest: int = 0
    """To how many of the two, 0 to 2, no other nomination is as near; 0 in a round in which not all are compared."""
    foreign: bool = False
    """Whether one is written in Danish and the other in English, so that words do not tell how near they are."""
    words: tuple[str, ...] = ()
    """The folded words that bring them together most; only of two of one owner, of which one is the nearest to the other."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two nominations, and how alike they are on each axis. `a` comes before `b` in the round."""

    a: Nomination
    b: Nomination
    name: Name
    naming: Naming | None
    """How one names the other; `None` where neither does, or by a phrase that is nobody's own."""
    owner: Owner
    text: Shared | None
    """What the texts share word for word; `None` where one of them has no text."""
    topic: Topic | None
    """`None` where one of them has no words."""
