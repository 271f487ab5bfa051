"""What is judged: nominations, the contacts of those who sent them in, and all of them as one value."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Source:
    """Where a nomination was read."""

    document: str
    """The name of the document, without its folder."""
    line: int
    """The line it begins on, from 1."""
    sha256: str
    """The digest of the whole document, in hexadecimal digits."""


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

    @property
    def text(self) -> str:
        """All answers, one after the other."""
        return "\n\n".join(self.answers.values())

    @property
    def words(self) -> int:
        """How many words the answers have."""
        return len(self.text.split())


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
        """Those whose id, title, organisation or text has every word of a search, in any case."""
        words = wanted.casefold().split()
        return self.where(lambda nomination: _has_all(nomination, words))


def _has_all(nomination: Nomination, words: Iterable[str]) -> bool:
    heard = "\n".join((nomination.id, nomination.title, nomination.organisation, nomination.text)).casefold()
    return all(word in heard for word in words)
