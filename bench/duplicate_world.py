"""An invented country to nominate from: organisations, their persons, and the projects they might send in."""

import random
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from duplicate_words import TOPICS, Words

QUESTIONS: Final = (
    *("purpose", "audience", "innovation", "implementation", "user_value", "staff_recognition", "spread"),
)
"""The answers of the form `indstilling`."""
PARAGRAPH: Final = 40
"""Words of a paragraph on average."""
PROMPT: Final = 20
"""Words of the form's own that some leave standing before each answer."""
PROMPTED: Final = 0.3
"""How many do, as a part of all."""
MONTHS: Final = ("januar", "marts", "maj", "august", "oktober", "november")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who answers for projects, or sends them in."""

    name: str
    email: str
    telephone: str


@dataclass(frozen=True, slots=True)
class Owner:
    """An organisation."""

    name: str
    alias: str
    """What it is called for short; the round's rules know it."""
    foreign: str
    """What it is called in another language; nobody has told the rules."""
    people: tuple[Person, ...]
    umbrella: str = ""
    """What the organisation is called that it is a local branch of."""
    place: str = ""
    """Where the branch is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A nomination before it has an id."""

    title: str
    owner: Owner
    responsible: Person
    contact: Person
    topic: int
    started: str
    organisation: str
    """The owner as the nomination writes it."""
    answers: tuple[tuple[str, ...], ...]
    """The paragraphs of each answer."""
    prompted: bool = False
    """Whether the form's own words were left standing before each answer."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All paragraphs, in order."""
        return tuple(paragraph for answer in self.answers for paragraph in answer)


class World:
    """Organisations and persons enough for so many nominations of so many words; the same for the same seed."""

    def __init__(self, count: int, words: int, seed: int) -> None:
        """Found the organisations: one for four nominations, a third of them branches."""
        self.draw = random.Random(seed)  # noqa: S311 - invented texts, no secret
        self.words = Words(seed)
        self._length = words - round(PROMPTED * len(QUESTIONS) * PROMPT)
        self._first = [self.words.name() for _name in range(300)]
        self._kinds = [self.words.compound().capitalize() for _kind in range(12)]
        self._umbrellas = [f"{self.words.name()} {self.words.name()}" for _name in range(count // 200 + 2)]
        self._places = [self.words.name() for _place in range(80)]
        self.owners = [self._found(number) for number in range(max(12, count // 4))]
        self.branches = [owner for owner in self.owners if owner.umbrella]
        self.prompts = [" ".join(self.words.text(0, PROMPT)).capitalize() for _question in QUESTIONS]

    def owner(self) -> Owner:
        """An organisation; the first have more projects than the last."""
        return self.owners[int(len(self.owners) * self.draw.random() ** 1.5)]

    def stranger(self, owner: Owner) -> Owner:
        """Another organisation, of another umbrella."""
        while (other := self.owner()).name == owner.name or (
            other.umbrella and other.umbrella == owner.umbrella
        ):
            pass
        return other

    def sibling(self, owner: Owner) -> Owner:
        """Another branch of the umbrella of one, newly founded."""
        place = next(p for p in self.draw.sample(self._places, len(self._places)) if p != owner.place)
        return self._branch(owner.umbrella, place)

    def draft(self, owner: Owner | None = None, topic: int | None = None) -> Draft:
        """A project of an organisation, about a topic; of any where nothing is said."""
        owner = owner or self.owner()
        topic = self.draw.randrange(TOPICS) if topic is None else topic
        responsible = self.draw.choice(owner.people)
        return Draft(
            title=self.title(topic),
            owner=owner,
            responsible=responsible,
            contact=self.draw.choice((responsible, *owner.people)),
            topic=topic,
            started=f"{self.draw.choice(MONTHS)} {self.draw.randint(2012, 2025)}",
            organisation=owner.name,
            answers=self.dealt(self.paragraphs(topic)),
            prompted=self.draw.random() < PROMPTED,
        )

    def title(self, topic: int) -> str:
        """A title of three to six words, two of them hardly used elsewhere, in one of the usual forms."""
        name, other = self.words.compound(), self.words.compound()
        of, also = self.words.of_topic(topic), self.words.of_topic(topic)
        shapes = (
            f"{name} – {of} for {other}",
            f"{name} og {other} i {of}",
            f"{of} med {name} {other}",
            f"{name} {other}: {of} for {also}",
        )
        title = self.draw.choice(shapes)
        return title[0].upper() + title[1:]

    def paragraphs(self, topic: int, words: int | None = None) -> list[str]:
        """The paragraphs of a text of so many words; of the length of this round, give or take, if nothing is said."""
        left = words or int(self._length * self.draw.uniform(0.8, 1.2))
        text = self.words.text(topic, left)
        made: list[str] = []
        while text:
            size = self.draw.randint(PARAGRAPH - 6, PARAGRAPH + 6)
            size = size if len(text) > size + PARAGRAPH // 2 else len(text)
            made.append(_closed(text[:size]))
            text = text[size:]
        return made

    def dealt(self, paragraphs: list[str]) -> tuple[tuple[str, ...], ...]:
        """Paragraphs as answers to the questions of the form, in their order."""
        ends = [round(len(paragraphs) * n / len(QUESTIONS)) for n in range(len(QUESTIONS) + 1)]
        return tuple(tuple(paragraphs[a:b]) for a, b in pairwise(ends))

    def _found(self, number: int) -> Owner:
        place = self.draw.choice(self._places)
        if number % 3 == 0:
            return self._branch(self.draw.choice(self._umbrellas), place)
        name = f"{self.draw.choice(self._kinds)} {self.words.name()}"
        return self._owner(f"{name} i {place}" if number % 3 == 1 else name)

    def _branch(self, umbrella: str, place: str) -> Owner:
        return self._owner(f"{umbrella} {place}", umbrella, place)

    def _owner(self, name: str, umbrella: str = "", place: str = "") -> Owner:
        alias = f"{''.join(word[0].upper() for word in name.split())}{self.draw.randrange(10_000)}"
        foreign = f"The {self.words.name()} {self.words.name()} of {self.words.name()}"
        domain = f"{alias.lower()}.example"
        people = tuple(self._person(domain) for _person in range(self.draw.randint(2, 4)))
        return Owner(name, alias, foreign, people, umbrella, place)

    def _person(self, domain: str) -> Person:
        first, last = self.draw.choice(self._first), self.words.name()
        telephone = f"{self.draw.randrange(20_000_000, 99_999_999)}"
        return Person(f"{first} {last}", f"{first}.{last}@{domain}".lower(), telephone)


def _closed(words: list[str]) -> str:
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"
