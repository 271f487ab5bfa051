"""Two nominations side by side on four axes, kept apart: those of a round that any axis brings together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.comparison import Comparison, Topic
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.index import Index
from nominate_tui.duplicates.names import Titles
from nominate_tui.duplicates.naming import Namings
from nominate_tui.duplicates.nearness import NEAR
from nominate_tui.duplicates.owners import Owners
from nominate_tui.duplicates.pairing import Pairs, among, unite, with_any
from nominate_tui.duplicates.since import Since
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

_PART: Final = 0.25
"""How much of all work it is to read the texts, about; the same for what is done with them, and for the names."""


class Comparer:
    """Compares the nominations of one round."""

    def __init__(
        self,
        nominations: Nominations,
        rules: DuplicateRules,
        contacts: Iterable[Contact] = (),
        progress: Progress | None = None,
        since: Since | None = None,
    ) -> None:
        """Read what is compared, names and texts side by side; words are weighed by how rare they are in this round.

        `progress` is told from 0 to 1 how far all comparing is, here and in `candidates`; what it raises goes through.
        Where most of the round is kept, only pairs of which one is late are candidates, and only who is in one is read.
        """
        steps = Steps(progress, aside=len(nominations) >= LARGE)
        self._nominations = nominations
        self._steps = steps
        self._late = since.late if since else None
        corpus = steps.alone(lambda: Corpus(nominations, lambda share: steps.did(_PART * share), since))
        self._corpus = corpus
        self._heads, self._texts = steps.both(
            lambda: _Heads(nominations, rules, contacts, Common(corpus), steps, since),
            lambda: _Texts(nominations, rules, corpus, steps, since),
        )

    @property
    def index(self) -> Index | None:
        """What is to be kept of a large round; `None` of one so small that it is compared whole each time."""
        topics = self._texts.topics.index
        if topics is None:
            return None
        heads = self._heads
        return Index(self._corpus.index, heads.titles.index, heads.owners.index, heads.namings.index, topics)

    def candidates(self) -> Iterator[Comparison]:
        """Every two nominations that name, text or topic brings together, in the order of the round."""
        pairs, topics = self._steps.alone(self._near)
        for (a, b), topic in zip(self._steps.each(pairs.tolist(), _PART), topics, strict=True):
            yield self._compare(a, b, topic)

    def _near(self) -> tuple[Pairs, list[Topic | None]]:
        """The pairs that name, text or topic brings together, and their topics.

        An owner in common is not enough: no rule asks for one alone, and somebody may send in a hundred.
        """
        heads, texts = self._heads, self._texts
        pairs = unite(heads.near, texts.near)
        pairs = unite(pairs, texts.topics.near(pairs))
        nearest = texts.topics.nearest()
        pairs = unite(pairs, nearest)
        cosines = texts.topics.cosines(pairs)
        more = (
            (cosines >= NEAR) | among(pairs, nearest) | among(pairs, heads.named) | among(pairs, texts.near)
        )
        more |= texts.topics.foreign(pairs) & among(pairs, heads.owned)
        more[~more] = heads.titles.may_be(pairs[~more])
        return pairs[more], list(texts.topics.between(pairs[more], cosines[more]))

    def _compare(self, a: int, b: int, topic: Topic | None) -> Comparison:
        heads = self._heads
        owner = heads.owners.alike(a, b)
        if topic and topic.nearest and owner.relation == "same":
            topic = replace(topic, words=self._texts.topics.words(self._nominations, a, b))
        return Comparison(
            a=self._nominations.all[a],
            b=self._nominations.all[b],
            name=heads.titles.alike(a, b),
            naming=heads.namings.between(a, b),
            owner=owner,
            text=self._texts.texts.shared(a, b),
            topic=topic,
        )


class _Heads:
    """What nominations are called and who they belong to."""

    def __init__(
        self,
        nominations: Nominations,
        rules: DuplicateRules,
        contacts: Iterable[Contact],
        common: Common,
        steps: Steps,
        since: Since | None,
    ) -> None:
        names = Names(rules.aliases)
        self.owners = Owners(nominations, names, contacts, steps.go_on, since)
        steps.did(_PART / 4)
        self.titles = Titles(nominations, names, common, rules.title, steps.go_on, since)
        steps.go_on()
        near_titles = self.titles.near(steps.go_on)
        steps.did(_PART / 2)
        self.namings = Namings(nominations, names, common, self.owners.persons, since)
        steps.go_on()
        self.named = with_any(self.namings.near(), since.late if since else None)
        self.owned = self.owners.near(steps.go_on)
        self.near = unite(near_titles, self.owned, self.named)
        steps.did(_PART / 4)


class _Texts:
    """What nominations say."""

    def __init__(
        self,
        nominations: Nominations,
        rules: DuplicateRules,
        corpus: Corpus,
        steps: Steps,
        since: Since | None,
    ) -> None:
        self.texts = Texts(nominations, corpus, since.late if since else None)
        self.near = self.texts.near(min(rules.text, LEAST_SHARE), LEAST_PASSAGE)
        steps.did(_PART / 2)
        self.topics = Topics(corpus, since)
        steps.did(_PART / 2)
