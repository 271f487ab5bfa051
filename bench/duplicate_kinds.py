"""How a second nomination comes of a first: ten kinds of duplicates, and the kinds of related ones and of look-alikes."""

import random
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from duplicate_world import Draft, World

Make = Callable[[Draft, World], Draft]
"""Makes the second of the first."""

TYPING_ERRORS: Final = 0.03
"""The part of the letters that are mistyped."""
SHORT: Final = 4
"""Letters up to which a word has no endings."""
DISGUISED: Final = 0.1
"""The part of the letters that are written in another way."""
LOOK_ALIKE: Final = str.maketrans("aeopcxyi", "аеорсхуі")
"""Latin letters, and the Cyrillic ones that look the same."""
UNSEEN: Final = ("\u200b", "\u00ad", "\u2060", "\ufeff")


def resubmitted(first: Draft, world: World) -> Draft:
    """The same once more, sent in by whoever of the organisation."""
    return replace(first, contact=world.draw.choice(first.owner.people), prompted=not first.prompted)


def mistyped(first: Draft, world: World) -> Draft:
    """Typed off paper: errors in title, names and text."""

    def typed(text: str) -> str:
        return _mistyped(text, world.draw)

    responsible = replace(first.responsible, name=typed(first.responsible.name))
    return replace(_altered(first, typed), responsible=responsible)


def retitled(first: Draft, world: World) -> Draft:
    """Under another title, with a new paragraph before the text."""
    title = world.title(first.topic)
    return replace(_told(first, world, [*_new(first, world, 40), *first.paragraphs]), title=title)


def shuffled(first: Draft, world: World) -> Draft:
    """The paragraphs in another order, under other questions."""
    return _told(first, world, world.draw.sample(first.paragraphs, len(first.paragraphs)))


def halved(first: Draft, world: World) -> Draft:
    """Half of the paragraphs, in their order, and nothing else; under a title without its last word."""
    kept = sorted(world.draw.sample(range(len(first.paragraphs)), len(first.paragraphs) // 2))
    title = " ".join(first.title.split()[:-1])
    return replace(_told(first, world, [first.paragraphs[place] for place in kept]), title=title)


def rewritten(first: Draft, world: World) -> Draft:
    """Another text under the same title, by the same organisation."""
    other = world.draft(first.owner, first.topic)
    return replace(other, title=first.title, started=first.started)


def renamed(first: Draft, world: World) -> Draft:
    """Half rewritten; the organisation by its short name, or by a foreign one with the same person responsible."""
    half = [p if n % 2 else world.paragraphs(first.topic, 40)[0] for n, p in enumerate(first.paragraphs)]
    second = _told(first, world, half)
    if world.draw.random() < 0.5:
        return replace(
            second, organisation=first.owner.alias, responsible=world.draw.choice(first.owner.people)
        )
    return replace(second, organisation=first.owner.foreign)


def reordered(first: Draft, world: World) -> Draft:
    """Another text, under a title with its words in another order and other endings."""
    words = [word.strip(":–") for word in first.title.lower().split()]
    words = [word + world.draw.choice(("", "", "s", "en")) if len(word) > SHORT else word for word in words]
    world.draw.shuffle(words)
    return replace(rewritten(first, world), title=" ".join(filter(None, words)).capitalize())


def sent_by_another(first: Draft, world: World) -> Draft:
    """By somebody else of the organisation, under another title, with most of every other paragraph, and other words.

    It is a good quarter of the text. As one piece it would be a paragraph that somebody pasted, and no duplicate.
    """
    other = world.draft(first.owner, first.topic)
    person = world.draw.choice([person for person in first.owner.people if person != first.responsible])
    told = _told(
        other,
        world,
        [
            _begun(mine, theirs) if place % 2 == 0 else theirs
            for place, (mine, theirs) in enumerate(zip(first.paragraphs, other.paragraphs, strict=False))
        ],
    )
    return replace(told, responsible=person, contact=person, started=first.started)


def _begun(paragraph: str, other: str) -> str:
    """The first three fifths of a paragraph, and the rest of another."""
    words, others = paragraph.split(), other.split()
    kept = 3 * len(words) // 5
    return " ".join((*words[:kept], *others[kept:]))


def disguised(first: Draft, world: World) -> Draft:
    """To look the same and be other letters: Cyrillic ones, accents apart, unseen signs."""

    def masked(text: str) -> str:
        return _disguised(text, world.draw)

    return _altered(first, masked)


DUPLICATES: Final[Mapping[str, Make]] = {
    make.__name__: make
    for make in (
        *(resubmitted, mistyped, retitled, shuffled, halved, rewritten, renamed, reordered),
        *(sent_by_another, disguised),
    )
}
"""Kinds of duplicates, by name."""


AGAIN: Final = (shuffled, mistyped, disguised)
"""What a duplicate may go through besides."""


def same_title(first: Draft, world: World) -> Draft:
    """Strangers who call theirs the same."""
    return replace(world.draft(world.stranger(first.owner)), title=first.title)


def sibling(first: Draft, world: World) -> Draft:
    """The same concept at another branch: the title with another place, one paragraph of the text."""
    owner = world.sibling(first.owner)
    title = first.title.replace(first.owner.place, owner.place)
    other = replace(world.draft(owner, first.topic), title=title)
    return _told(other, world, [first.paragraphs[0], *other.paragraphs[1:]])


def numbered(first: Draft, world: World) -> Draft:
    """The next of several: the title with another number, and another text."""
    return replace(world.draft(first.owner, first.topic), title=first.title.replace("1", "2"))


def quoting(first: Draft, world: World) -> Draft:
    """Strangers who copied a paragraph."""
    other = world.draft(world.stranger(first.owner))
    quoted = world.draw.choice(first.paragraphs[:-1])
    return _told(other, world, [*other.paragraphs[:1], quoted, *other.paragraphs[2:]])


def partner(first: Draft, world: World) -> Draft:
    """A project that names the first as its partner."""
    other = world.draft(world.stranger(first.owner))
    return replace(other, organisation=f"{other.organisation} med {first.title.split(' – ')[0]}")


RELATED: Final[Mapping[str, Make]] = {
    make.__name__: make for make in (same_title, sibling, numbered, quoting, partner)
}
"""Kinds of related nominations, by name."""


def same_owner(first: Draft, world: World) -> Draft:
    """Another project of the same persons, sent in at the same time: nothing."""
    other = world.draft(first.owner, (first.topic + 1) % 200)
    return replace(other, responsible=first.responsible, contact=first.contact, started=first.started)


def own_words(first: Draft, world: World) -> Draft:
    """Another project of the same owner, with the paragraph that all of its projects have: nothing."""
    other = same_owner(first, world)
    return _told(other, world, [*other.paragraphs[:-1], first.paragraphs[-2]])


LOOKALIKES: Final[Mapping[str, Make]] = {make.__name__: make for make in (same_owner, own_words)}
"""Kinds of nominations that are strangers and do not look it, by name."""


def local(world: World) -> Draft:
    """A branch's project, with its place in the title."""
    draft = world.draft(world.draw.choice(world.branches))
    return replace(draft, title=f"{draft.title} i {draft.owner.place}")


def first_of_several(world: World) -> Draft:
    """A project with a number in its title."""
    draft = world.draft()
    return replace(draft, title=f"{draft.title} 1")


FIRST: Final[Mapping[str, Callable[[World], Draft]]] = {"sibling": local, "numbered": first_of_several}
"""How the first is made where any would not do, by the kind of the second."""


def _told(draft: Draft, world: World, paragraphs: Iterable[str]) -> Draft:
    return replace(draft, answers=world.dealt([*paragraphs]))


def _new(draft: Draft, world: World, words: int) -> list[str]:
    return world.paragraphs(draft.topic, words)


def _altered(draft: Draft, alter: Callable[[str], str]) -> Draft:
    answers = tuple(tuple(map(alter, answer)) for answer in draft.answers)
    return replace(draft, title=alter(draft.title), organisation=alter(draft.organisation), answers=answers)


def _mistyped(text: str, draw: random.Random) -> str:
    """The text with a letter missing, twice, wrong or behind the next, here and there; at least one."""
    letters = list(text)
    errors = max(1, round(TYPING_ERRORS * len(letters)))
    for place in sorted(draw.sample(range(len(letters) - 1), errors), reverse=True):
        here, after = letters[place : place + 2]
        wrong = draw.choice([letter for letter in "etnrdsilg" if letter != here])
        letters[place : place + 2] = draw.choice((after, here + here + after, wrong + after, after + here))
    return "".join(letters)


def _disguised(text: str, draw: random.Random) -> str:
    letters = list(unicodedata.normalize("NFD", text))
    for place in draw.sample(range(len(letters)), round(DISGUISED * len(letters))):
        letters[place] = letters[place].translate(LOOK_ALIKE) + draw.choice(("", *UNSEEN))
    return "".join(letters)
