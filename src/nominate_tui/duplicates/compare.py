"""Two nominations side by side, by name, owner and text: what was found on each axis, kept apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.likeness import OwnerLikeness, Owners, keys_alike, near_keys, title_key
from nominate_tui.duplicates.naming import Naming, Namings
from nominate_tui.duplicates.texts import Shared, Texts
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.rules import DuplicateRules


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two nominations, and how alike they are on each axis. `a` comes before `b` in the round."""

    a: Nomination
    b: Nomination
    name: float
    """How alike the titles are, 0 to 1."""
    naming: Naming | None
    """How one names the other; `None` where neither does, or by a phrase that is nobody's own."""
    owner: OwnerLikeness | None
    """How alike the owners are; `None` where one of them names none."""
    text: Shared | None
    """What the texts share word for word; `None` where one of them has no text."""


class Comparer:
    """Compares the nominations of one round."""

    def __init__(self, nominations: Nominations, rules: DuplicateRules) -> None:
        """Read what is compared; words are weighed by how rare they are in this round."""
        names = Names(rules.aliases)
        self._nominations = nominations
        self._least = rules.title
        self._titles = {nomination.id: title_key(names.words(nomination.title)) for nomination in nominations}
        self._owners = Owners(nominations, names)
        self._texts = Texts(nominations)
        self._namings = Namings(nominations, names, self._texts)

    def candidates(self) -> Iterator[Comparison]:
        """Every two nominations that name or text brings together, in the order of the round."""
        place = {id: place for place, id in enumerate(self._nominations.ids)}
        pairs = self._near_titles() | self._namings.pairs() | self._texts.pairs()
        for a, b in sorted(sorted(map(place.__getitem__, pair)) for pair in pairs):
            yield self._compare(self._nominations.all[a], self._nominations.all[b])

    def _near_titles(self) -> set[frozenset[str]]:
        ids = tuple(self._titles)
        near = near_keys([*self._titles.values()], self._least)
        return {frozenset((ids[i], ids[j])) for i, j in near}

    def _compare(self, a: Nomination, b: Nomination) -> Comparison:
        return Comparison(
            a=a,
            b=b,
            name=keys_alike(self._titles[a.id], self._titles[b.id]),
            naming=self._namings.between(a.id, b.id),
            owner=self._owners.alike(a.id, b.id),
            text=self._texts.shared(a, b),
        )
