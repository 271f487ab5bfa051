"""Invents nominations with planted duplicates of ten kinds, related pairs and look-alikes, and knows which is which.

`plant(10_000, 800)` makes 10,000 nominations of about 800 words, the same on every run. One pair in a hundred
nominations is planted of each kind of duplicate, a third of them changed once more, and one in two hundred of each
kind of related ones and of look-alikes; the rest are strangers. Hard negatives are everywhere: organisations nominate several projects by the same persons, a person's
name comes twice, a form's wording stands in a third of the nominations, common phrases in all, and one stranger in
a hundred has a title that many have.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Final, Literal

from duplicate_kinds import AGAIN, DUPLICATES, FIRST, LOOKALIKES, RELATED
from duplicate_world import QUESTIONS, Draft, World

from nominate_tui.model.nomination import Contact, Nomination, Nominations

Label = Literal["duplicate", "related", "open"]
"""What two nominations are; of an open pair nobody can say whether it is related, only that it is no duplicate."""

PER_DUPLICATE: Final = 100
"""Of how many nominations one pair is a duplicate of a kind."""
PER_RELATED: Final = 200
"""Of how many nominations one pair is related in one way, or a look-alike."""
COMMON_TITLES: Final = 5
"""Titles that many nominations have."""

AND: Final = " and "
"""What parts the names of two changes, one after the other."""

_Kind = tuple[str, ...]
"""The changes that a pair is planted by."""
_KINDS: Final = {**DUPLICATES, **RELATED, **LOOKALIKES}
_LABELS: Final[Mapping[str, Label]] = {
    **dict.fromkeys(DUPLICATES, "duplicate"),
    **dict.fromkeys(RELATED, "related"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of two nominations."""

    a: str
    b: str
    label: Label
    kind: str
    """How the second was made of the first, by its name in `duplicate_kinds` (or two); or why the pair is open."""


@dataclass(frozen=True, slots=True)
class Planted:
    """Invented nominations, and what is known of them. Two that `known` does not have are strangers."""

    nominations: Nominations
    contacts: tuple[Contact, ...]
    aliases: tuple[tuple[str, ...], ...]
    """Names of one organisation, for the rules of the round."""
    known: tuple[Known, ...]


@dataclass(slots=True)
class _Likes:
    """Which nominations have a title, or a person and a topic, in common by chance."""

    found: defaultdict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, id: str, draft: Draft) -> None:
        for email in sorted({draft.responsible.email, draft.contact.email}):
            self.found["same person and topic", f"{email} {draft.topic}"].append(id)
        self.found["common title", draft.title].append(id)

    def pairs(self, planted: set[frozenset[str]]) -> Iterator[Known]:
        seen = set(planted)
        for (kind, _what), ids in self.found.items():
            for a, b in combinations(ids, 2):
                if (both := frozenset((a, b))) not in seen:
                    seen.add(both)
                    yield Known(a, b, "open", kind)


def plant(count: int, words: int, seed: int = 26, *, again: bool = True) -> Planted:
    """So many nominations of about so many words each, and what is known of them.

    `again` has one duplicate in three go through a second change.
    """
    world = World(count, words, seed)
    ids = [str(number) for number in world.draw.sample(range(1, count + 1), count)]
    plan = _plan(count, again=again)
    likes, made = _Likes(), {}
    for id, draft in zip(ids, _drafts(world, plan, count), strict=True):
        likes.note(id, draft)
        made[id] = (_nomination(id, draft, world.prompts), _contact(id, draft))
    planned = [*zip(ids[::2], ids[1::2], plan, strict=False)]
    known = [Known(a, b, _LABELS[kind[0]], AND.join(kind)) for a, b, kind in planned if kind[0] in _LABELS]
    open_pairs = likes.pairs({frozenset((a, b)) for a, b, _kind in planned})
    nominations, contacts = zip(*(made[id] for id in sorted(made, key=int)), strict=True)
    aliases = tuple((owner.name, owner.alias) for owner in world.owners)
    return Planted(Nominations(nominations), contacts, aliases, (*known, *open_pairs))


def _plan(count: int, *, again: bool) -> list[_Kind]:
    """How every pair is planted."""
    plan: list[_Kind] = [(kind,) for kind in (*RELATED, *LOOKALIKES) for _pair in range(count // PER_RELATED)]
    for kind in DUPLICATES:
        for number in range(count // PER_DUPLICATE):
            besides = AGAIN[number // 3 % len(AGAIN)].__name__ if again and number % 3 == 0 else kind
            plan.append((kind,) if besides == kind else (kind, besides))
    return plan


def _drafts(world: World, plan: Sequence[_Kind], count: int) -> Iterator[Draft]:
    """Two drafts for each planted pair, one after the other, then strangers until there are enough."""
    for kinds in plan:
        first = second = FIRST.get(kinds[0], World.draft)(world)
        for kind in kinds:
            second = _KINDS[kind](second, world)
        yield first
        yield second
    common = [world.title(topic) for topic in range(COMMON_TITLES)]
    for number in range(count - 2 * len(plan)):
        draft = world.draft()
        yield replace(draft, title=world.draw.choice(common)) if number % 100 == 0 else draft


def _nomination(id: str, draft: Draft, prompts: Sequence[str]) -> Nomination:
    texts = ["\n\n".join(answer) for answer in draft.answers]
    if draft.prompted:
        texts = [f"{prompt}\n\n{text}" for prompt, text in zip(prompts, texts, strict=True)]
    return Nomination(
        id=id,
        title=draft.title,
        organisation=draft.organisation,
        responsible=draft.responsible.name,
        started=draft.started,
        answers=dict(zip(QUESTIONS, texts, strict=True)),
    )


def _contact(id: str, draft: Draft) -> Contact:
    return Contact(id, draft.contact.name, draft.contact.email, draft.contact.telephone)
