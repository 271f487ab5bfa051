"""Nominations varied by rule, each put into a round of others: a pair should be called what a chair would call it.

`python tests/duplicates/varied.py [KIND…]` prints a table of precision and recall a kind, and every case that failed.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from random import Random
from typing import Final

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from duplicates.labelled import SHARED, THEMES, Ground, every_pair, real, sample
from nominate_tui.duplicates.suggest import suggest
from nominate_tui.model.duplicate import Suggestion
from nominate_tui.model.nomination import Contact, Nomination, Nominations
from nominate_tui.model.rules import DuplicateRules

NEW: Final = "new"
"""The id of a nomination that is added to a round."""


@dataclass(frozen=True)
class Made:
    """What a kind makes of a nomination: others, by their ids in the place of the round's own, or added as new."""

    nominations: tuple[Nomination, ...]
    contacts: tuple[Contact, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    same: frozenset[str] = frozenset()
    """Nominations of which any two are what the watched pair is."""


Maker = Callable[[Nomination, Nomination, Ground, Random], "Made | Nomination | None"]
"""Makes a case of a nomination and another one that is alone in the round; `None` where the kind does not fit.

The other one is not in the round, unless it is among what is made: its texts are at hand as strange ones."""


@dataclass(frozen=True)
class Kind:
    """One way in which nominations meet, and what a chair would call the pair."""

    name: str
    allowed: frozenset[str]
    """duplicate, related or distinct; several where nobody is wrong who says either."""
    make: Maker
    person: bool = False
    """Whether it needs a person who is responsible."""


@dataclass(frozen=True)
class Case:
    """A round in which one pair is watched."""

    kind: Kind
    ground: Ground
    nominations: Nominations
    pair: tuple[str, str]
    contacts: tuple[Contact, ...]
    rules: DuplicateRules
    sources: Mapping[str, frozenset[str]]
    """Which nominations of the ground a changed one is made of, by its id."""
    same: frozenset[str] = frozenset()
    """Nominations of which any two are what the watched pair is."""

    def may_be(self, a: str, b: str) -> frozenset[str]:
        """What two nominations of the round may be called."""
        if frozenset((a, b)) == frozenset(self.pair) or {a, b} <= self.same:
            theme = frozenset(self.sources["theme"]) in THEMES and "distinct" in self.kind.allowed
            return self.kind.allowed | {"related"} if theme else self.kind.allowed
        if a not in self.sources and b not in self.sources:
            return frozenset((self.ground.label(a, b),))
        of_a, of_b = self.sources.get(a, {a}), self.sources.get(b, {b})
        kin = {self.ground.label(p, q) for p in of_a for q in of_b} - {"distinct"}
        return frozenset(("distinct", *kin, *(["related"] if kin else [])))


@dataclass(frozen=True)
class Result:
    """What was suggested for a case."""

    case: Case
    suggested: Mapping[frozenset[str], Suggestion]

    @property
    def answer(self) -> str:
        """What the watched pair was called."""
        return self.called(*self.case.pair)

    @property
    def right(self) -> bool:
        """Whether the watched pair was called as it may be."""
        return self.answer in self.case.may_be(*self.case.pair)

    @property
    def disturbed(self) -> list[tuple[str, str]]:
        """The other pairs that are not called as they may be."""
        others = (pair for pair in every_pair(self.case.nominations.ids) if pair != frozenset(self.case.pair))
        ordered = [(a, b) for a, b in map(sorted, others)]
        return [pair for pair in ordered if self.called(*pair) not in self.case.may_be(*pair)]

    def called(self, a: str, b: str) -> str:
        """What two nominations were called."""
        suggestion = self.suggested.get(frozenset((a, b)))
        return suggestion.suggested if suggestion else "distinct"


@dataclass(frozen=True)
class Report:
    """The results of one kind."""

    kind: Kind
    results: list[Result] = field(default_factory=list)

    @property
    def right(self) -> int:
        """In how many cases the pair was called as it may be."""
        return sum(result.right for result in self.results)

    @property
    def disturbed(self) -> int:
        """How many other pairs were not called as they may be."""
        return sum(len(result.disturbed) for result in self.results)

    @property
    def precision(self) -> float | None:
        """The right ones among the suggestions that were made for the cases; `None` where there are none."""
        made = [result for result in self.results if result.answer != "distinct"]
        count = len(made) + self.disturbed
        return sum(result.right for result in made) / count if count else None

    @property
    def recall(self) -> float | None:
        """The rightly suggested among the pairs that must be suggested; `None` where none must."""
        wanted = [one for one in self.results if "distinct" not in one.case.may_be(*one.case.pair)]
        return sum(result.right for result in wanted) / len(wanted) if wanted else None


def cases(kind: Kind, ground: Ground, most: int) -> Iterator[Case]:
    """At most so many cases of a kind on one round; the same ones every time."""
    rng = Random(f"{kind.name} of {ground.name}")  # noqa: S311 - the same chance every time
    bases = [one for one in ground.nominations if not kind.person or one.id in ground.persons]
    made = (_case(kind, base, ground, rng) for base in rng.sample(bases, len(bases)))
    for _, case in zip(range(most), filter(None, made), strict=False):
        yield case


def _case(kind: Kind, base: Nomination, ground: Ground, rng: Random) -> Case | None:
    other = rng.choice([one for one in ground.alone if one.id != base.id])
    made = kind.make(base, other, ground, rng)
    if made is None:
        return None
    made = made if isinstance(made, Made) else Made((made,))
    changed = {one.id: one for one in made.nominations}
    kept = [
        changed.get(one.id, one) for one in ground.nominations if one.id != other.id or other.id in changed
    ]
    added = [one for one in made.nominations if one.id not in ground.nominations]
    places = iter(added)
    place = rng.randint(0, len(kept))
    every = Nominations((*kept[:place], *places, *kept[place:]), ground.nominations.questions)
    partner = next(id for id in changed if id != base.id)
    both = {base.id, other.id, NEW}
    sources = {id: frozenset((base.id, other.id) if id in both else (id,)) for id in changed}
    return Case(
        kind=kind,
        ground=ground,
        nominations=every,
        pair=(base.id, partner),
        contacts=(*_of(ground.contacts, every, made.contacts), *made.contacts),
        rules=DuplicateRules(aliases=made.aliases),
        sources={**sources, "theme": frozenset((base.id, other.id))},
        same=made.same,
    )


def _of(contacts: Iterable[Contact], round_: Nominations, instead: Iterable[Contact]) -> list[Contact]:
    replaced = {contact.nomination for contact in instead}
    return [one for one in contacts if one.nomination in round_ and one.nomination not in replaced]


def judged(case: Case) -> Result:
    """A case, compared."""
    suggestions = suggest(case.nominations, case.rules, case.contacts)
    return Result(case, {one.pair: one for one in suggestions})


def reported(kind: Kind, ground: Ground, most: int) -> Report:
    """All cases of a kind on one round, compared."""
    return Report(kind, [judged(case) for case in cases(kind, ground, most)])


def table(reports: Iterable[Report]) -> str:
    """Precision and recall of kinds, a line each."""
    head = (
        f"{'kind':44} {'may be':20} {'cases':>5} {'right':>5} {'precision':>9} {'recall':>6} {'disturbed':>9}"
    )
    return "\n".join((head, *map(_line, reports)))


def _line(report: Report) -> str:
    may_be = "/".join(sorted(report.kind.allowed))
    figures = (
        f"{len(report.results):5} {report.right:5} {_part(report.precision):>9} {_part(report.recall):>6}"
    )
    return f"{report.kind.name:44} {may_be:20} {figures} {report.disturbed:9}"


def _part(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def failures(report: Report) -> Iterator[str]:
    """What failed in a report, a line each, with the evidence."""
    for result in report.results:
        wrong = [] if result.right else [result.case.pair]
        for pair in chain(wrong, result.disturbed):
            suggestion = result.suggested.get(frozenset(pair))
            yield (
                f"{report.kind.name}, {result.case.ground.name}, pair {result.case.pair}: {pair} is called "
                + (f"{result.called(*pair)}, may be {sorted(result.case.may_be(*pair))}; {_told(suggestion)}")
            )


def _told(suggestion: Suggestion | None) -> str:
    if suggestion is None:
        return "no suggestion"
    return f"{suggestion.rule}: " + "; ".join(f"{e.kind} {e.value:.2f} {e.text}" for e in suggestion.evidence)


def main(wanted: list[str]) -> None:
    """Print the table of the kinds whose names have one of some words, of all where none is given."""
    from duplicates.varied_kinds import KINDS, MOST  # the kinds are made of what stands here

    chosen = [kind for kind in KINDS if not wanted or any(word in kind.name for word in wanted)]
    for ground in (sample, real) if SHARED.is_dir() else (sample,):
        reports = [reported(kind, ground(), MOST) for kind in chosen]
        lines = (f"\n{ground.__name__}", table(reports), *chain.from_iterable(map(failures, reports)))
        sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    from duplicates import varied

    varied.main(sys.argv[1:])
