"""Two nominations side by side on four axes, kept apart: those of a round that any axis brings together."""

from collections.abc import Iterable, Iterator
from typing import Final

from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.comparison import Comparison, Topic
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.names import Titles
from nominate_tui.duplicates.naming import Namings
from nominate_tui.duplicates.owners import Owners
from nominate_tui.duplicates.pairing import Pairs, unite
from nominate_tui.duplicates.steps import Progress, Steps
from nominate_tui.duplicates.texts import Texts
from nominate_tui.duplicates.topic import Topics
from nominate_tui.model.nomination import Contact, Nominations
from nominate_tui.model.rules import DuplicateRules

LEAST_SHARE: Final = 0.05
"""From what share of the shorter text on two are compared on all axes; from the round's own where that is less."""
LEAST_PASSAGE: Final = 30
"""From how many words in one passage on they are, too."""
LARGE: Final = 500
"""From so many nominations on names and texts are read side by side."""

_READING: Final = 0.25
"""How much of all work it is to read the texts, about; the same for what is done with them, and for the names."""


class Comparer:
    """Compares the nominations of one round."""

    def __init__(
        self,
        nominations: Nominations,
        rules: DuplicateRules,
        contacts: Iterable[Contact] = (),
        progress: Progress | None = None,
    ) -> None:
        """Read what is compared, names and texts side by side; words are weighed by how rare they are in this round.

        `progress` is told from 0 to 1 how far all comparing is, here and in `candidates`; what it raises goes through.
        """
        steps = Steps(progress, aside=len(nominations) >= LARGE)
        self._nominations = nominations
        self._steps = steps
        self._heads, self._texts = steps.both(
            lambda: _Heads(nominations, rules, contacts, steps), lambda: _Texts(nominations, rules, steps)
        )

    def candidates(self) -> Iterator[Comparison]:
        """Every two nominations that name, owner, text or topic brings together, in the order of the round."""
        pairs, topics = self._steps.alone(self._near)
        for (a, b), topic in zip(self._steps.each(pairs.tolist(), _READING), topics, strict=True):
            yield self._compare(a, b, topic)

    def _near(self) -> tuple[Pairs, list[Topic | None]]:
        """The pairs that any axis brings together, and their topics."""
        pairs = unite(self._heads.near, self._texts.near)
        pairs = unite(pairs, self._texts.topics.near(pairs))
        return pairs, list(self._texts.topics.between(pairs))

    def _compare(self, a: int, b: int, topic: Topic | None) -> Comparison:
        heads = self._heads
        return Comparison(
            a=self._nominations.all[a],
            b=self._nominations.all[b],
            name=heads.titles.alike(a, b),
            naming=heads.namings.between(a, b),
            owner=heads.owners.alike(a, b),
            text=self._texts.texts.shared(a, b),
            topic=topic,
        )


class _Heads:
    """What nominations are called and who they belong to."""

    def __init__(
        self, nominations: Nominations, rules: DuplicateRules, contacts: Iterable[Contact], steps: Steps
    ) -> None:
        names, common = Names(rules.aliases), Common(nominations)
        self.titles = Titles(nominations, names, common, rules.title)
        steps.go_on()
        near_titles = self.titles.near(steps.go_on)
        steps.did(_READING / 2)
        self.owners = Owners(nominations, names, contacts)
        steps.go_on()
        self.namings = Namings(nominations, names, common)
        self.near = unite(near_titles, self.owners.near(), self.namings.near())
        steps.did(_READING / 2)


class _Texts:
    """What nominations say."""

    def __init__(self, nominations: Nominations, rules: DuplicateRules, steps: Steps) -> None:
        corpus = Corpus(nominations, lambda share: steps.did(_READING * share))
        self.texts = Texts(nominations, corpus)
        self.near = self.texts.near(min(rules.text, LEAST_SHARE), LEAST_PASSAGE)
        steps.did(_READING / 2)
        self.topics = Topics(corpus)
        steps.did(_READING / 2)
