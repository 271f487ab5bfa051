"""What is judged: nominations, the contacts of those who sent them in, and all of them as one value."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from nominate_tui.model.figures import Figures


@dataclass(frozen=True, slots=True)
class Source:
    """Where a nomination was read."""

    document: str
    """The name of the document, without its folder; a document in an archive has the archive's name before it."""
    place: str
    """Where in the document it begins: the line of a text (`1352`), page and line (`3:12`), sheet and cell (`Ark1!A7`)."""
    sha256: str
    """The digest of the whole document, in hexadecimal digits."""

    def __str__(self) -> str:
        """The address, as problems have it."""
        return f"{self.document}:{self.place}" if self.place else self.document


@dataclass(frozen=True, slots=True)
class Change:
    """An intake that gave a nomination other texts than it had before."""

    when: datetime
    fields: tuple[str, ...]
    """What changed: `title`, `answers.spread`, `tables.economy`."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person who nominated. Kept in a file of its own, so that it need not travel."""

    nomination: str
    """The id of the nomination."""
    name: str = ""
    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Nomination:
    """One initiative, as its form describes it. All of its text is clean: see `notation.clean`."""

    id: str
    """Stable and never reused; often the number in the document."""
    title: str
    organisation: str = ""
    """Where the initiative belongs."""
    responsible: str = ""
    """Who answers for the initiative, as written."""
    started: str = ""
    """When it began, as written."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """The answers by the form's question ids, in the form's order; paragraphs stand apart by an empty line."""
    source: Source | None = None
    """Where it was read; `None` for one that was typed in."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Short facts that the form asks for besides those named here (`proposed_by`), by their ids."""
    tables: Mapping[str, Figures] = field(default_factory=dict)
    """Figures that the form asks for (`economy`), by their ids."""
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Boxes that the form has (`financing`), by their ids: each that is marked, with its mark (`x`, `1/3`)."""
    shared: Mapping[str, str] = field(default_factory=dict)
    """Texts of a package that this nomination is a part of (`introduction`), which all of its parts have alike."""
    changes: tuple[Change, ...] = ()
    """The intakes that changed its texts after the first, the oldest first."""

    @property
    def text(self) -> str:
        """All answers, one after the other."""
        return "\n\n".join(self.answers.values())

    @property
    def words(self) -> int:
        """How many words the answers have."""
        return len(self.text.split())

    def changed_since(self, moment: datetime | None) -> Change | None:
        """Every change after a moment as one, at the time of the last; `None` where there is none.

        All changes are after a moment that is not known (`None`).
        """
        later = [change for change in self.changes if moment is None or change.when > moment]
        if not later:
            return None
        fields = dict.fromkeys(field for change in later for field in change.fields)
        return Change(max(change.when for change in later), tuple(fields))


@dataclass(frozen=True)
class Nominations:
    """Nominations in their order. A value: to filter it makes a new one."""

    all: tuple[Nomination, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)
    """What the form asked, by answer id, so that an answer is read under its question."""

    def __iter__(self) -> Iterator[Nomination]:
        """Each nomination, in order."""
        return iter(self.all)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.all)

    def __contains__(self, id: object) -> bool:
        """Whether there is a nomination of that id."""
        return id in self._by_id

    def __getitem__(self, id: str) -> Nomination:
        """The nomination of that id.

        Raises:
            KeyError: There is none.
        """
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> dict[str, Nomination]:
        return {nomination.id: nomination for nomination in self.all}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(nomination.id for nomination in self.all)

    def where(self, holds: Callable[[Nomination], bool]) -> "Nominations":
        """Those for which something holds, in the same order."""
        return Nominations(tuple(nomination for nomination in self.all if holds(nomination)), self.questions)

    def matching(self, wanted: str) -> "Nominations":
        """Those that have every word of a search, in any case: in id, title, organisation or what they say."""
        words = wanted.casefold().split()
        return self.where(lambda nomination: _has_all(nomination, words))


def _has_all(nomination: Nomination, words: Iterable[str]) -> bool:
    boxes = (label for marked in nomination.choices.values() for label in marked)
    lines = (line for figures in nomination.tables.values() for line in figures.rows)
    head = (nomination.id, nomination.title, nomination.organisation)
    texts = (*nomination.answers.values(), *nomination.facts.values(), *nomination.shared.values())
    heard = "\n".join((*head, *texts, *boxes, *lines)).casefold()
    return all(word in heard for word in words)
