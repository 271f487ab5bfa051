"""Nominations that name one another: the title of one stands word for word in a field of the other.

What follows a dash or a colon explains a title; the name before it counts too: "Evening Bridge – walks for two".
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.texts import Texts, many
from nominate_tui.model.nomination import Nomination, Nominations

Field = Literal["title", "organisation", "responsible"]
"""A field that can name another initiative."""
FIELDS: Final[tuple[Field, ...]] = ("title", "organisation", "responsible")
_DASH: Final = re.compile(r"\s[-–—]+\s|:\s")
"""What parts a name from its explanation."""


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


class Namings:
    """Finds nominations of one round that name one another by a phrase that is their own."""

    def __init__(self, nominations: Nominations, names: Names, texts: Texts) -> None:
        """Read the fields; `texts` are searched to know how common a title's words are."""
        self._names = names
        self._titles = {nomination.id: nomination.title for nomination in nominations}
        self._fields = {nomination.id: _fields(nomination, names) for nomination in nominations}
        self._texts = texts
        self._holders = _holders(self._fields)
        self._found = cache(self._find)

    def pairs(self) -> set[frozenset[str]]:
        """The ids of every two of which one names the other."""
        return {frozenset((named, by)) for named in self._fields for by in self._found(named)}

    def between(self, a: str, b: str) -> Naming | None:
        """How one of two nominations names the other, if it does; the longer phrase where both do."""
        both = [found for found in (self._found(a).get(b), self._found(b).get(a)) if found]
        return max(both, key=lambda naming: (len(naming.phrase), naming.phrase), default=None)

    def _find(self, named: str) -> Mapping[str, Naming]:
        """Who names a nomination, by id: by its name first, and by its whole title where that stands there too."""
        title = self._titles[named]
        return {**self._naming(named, _DASH.split(title)[0]), **self._naming(named, title)}

    def _naming(self, named: str, phrase: str) -> Mapping[str, Naming]:
        """Who has a phrase of a title in its fields, by id; nobody where it stands in many nominations."""
        words = " ".join(self._names.words(phrase))
        others = [by for by in self._having(words) if not self._has_same_title(named, by)]
        having = [(by, self._field(words, by)) for by in others]
        namings = {by: Naming(phrase.strip(), named, by, field) for by, field in having if field}
        if not namings:
            return {}
        own = self._texts.holding(words) | namings.keys() | {named}
        return namings if len(own) <= many(len(self._fields)) else {}

    def _having(self, words: str) -> frozenset[str]:
        """The ids of the nominations that have every one of some words in their fields."""
        holders = [self._holders[word] for word in words.split()]
        return frozenset.intersection(*map(frozenset, holders)) if holders else frozenset()

    def _has_same_title(self, named: str, by: str) -> bool:
        """Whether the whole titles are the same: then it is the name that two have, and neither names the other."""
        return self._fields[named]["title"] == self._fields[by]["title"]

    def _field(self, words: str, by: str) -> Field | None:
        """The first field in which words stand in a row."""
        fields = self._fields[by]
        return next((field for field in FIELDS if f" {words} " in f" {fields[field]} "), None)


def _fields(nomination: Nomination, names: Names) -> Mapping[Field, str]:
    written: Mapping[Field, str] = {
        "title": nomination.title,
        "organisation": nomination.organisation,
        "responsible": nomination.responsible,
    }
    return {field: " ".join(names.words(text)) for field, text in written.items()}


def _holders(fields: Mapping[str, Mapping[Field, str]]) -> Mapping[str, set[str]]:
    """The ids of the nominations that have a word in one of their fields, by word."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for id, texts in fields.items():
        for word in " ".join(texts.values()).split():
            holders[word].add(id)
    return holders
