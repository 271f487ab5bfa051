"""Tells where the reason of a decision names a person: it goes into results as it was typed, and others read it."""

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.errors import NominateError, Problem
from nominate_tui.intake.personal_data import Kind, find, may_be_any
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.deliberation import Deliberation
from nominate_tui.model.nomination import Contact
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Juror
from nominate_tui.notation.clean import clean
from nominate_tui.store.contract import Store
from nominate_tui.store.names import DELIBERATION, VERDICTS

_KINDS: Final[Mapping[Kind, str]] = {
    "e-mail": later("an e-mail address"),
    "telephone": later("a telephone number"),
    "cpr": later("a CPR number"),
}
_WORD: Final = re.compile(r"[^\W_]+")

Words = tuple[str, ...]
"""A name or a text, word by word."""


@dataclass(frozen=True, slots=True)
class _Reason:
    """The reason of a decision, and where it stands."""

    file: str
    of: str
    text: str


def persons_named(store: Store, round: Round, said: str | None = None) -> tuple[Problem, ...]:
    """A warning for each reason in the verdicts and decisions of a round that names a person.

    That is a juror by the whole name or a part of it as it is written, somebody who nominated by the whole name, an
    e-mail address, a telephone number, a CPR number. With `said`, only the reasons that are just this text. Contacts
    that cannot be read are done without.
    """
    wanted = None if said is None else clean(said).strip()
    reasons = [reason for reason in _reasons(round) if wanted in (None, reason.text)]
    names = _Names(round.rules.jurors, _contacts(store) if reasons else ())
    return tuple(_warning(reason, found) for reason in reasons if (found := tuple(names.of(reason.text))))


def _contacts(store: Store) -> Iterable[Contact]:
    with contextlib.suppress(NominateError):
        return store.contacts()
    return ()


def _reasons(round: Round) -> Iterator[_Reason]:
    for verdict in round.verdicts:
        yield _Reason(VERDICTS, f"{verdict.a}–{verdict.b}", verdict.reason)
    yield from _decided(round.deliberation)


def _decided(deliberation: Deliberation) -> Iterator[_Reason]:
    for tie in deliberation.ties:
        yield _Reason(DELIBERATION, " > ".join(tie.order), tie.reason)
    for place, each in enumerate(deliberation.amendments, start=1):
        yield _Reason(DELIBERATION, f"amendment[{place}]", each.signed.reason)
        if each.taken_back:
            yield _Reason(DELIBERATION, f"amendment[{place}].taken_back", each.taken_back.reason)


def _warning(reason: _Reason, found: Sequence[str]) -> Problem:
    message = _("the reason has {persons} in it, and every result tells it as it is")
    todo = _("leave it if everybody may read it, or write it there without")
    return Problem("warning", reason.file, reason.of, message.format(persons=", ".join(found)), todo)


class _Names:
    """Who is looked for in texts."""

    def __init__(self, jurors: Iterable[Juror], contacts: Iterable[Contact]) -> None:
        """A single word of a contact's is no name: too many other things are called that."""
        jury, others = [juror.name for juror in jurors], [contact.name for contact in contacts]
        whole = {_folded(name): name for name in (*others, *jury)}
        self._whole: dict[str, list[Words]] = {}
        for words in whole:
            if len(words) > 1:
                self._whole.setdefault(words[0], []).append(words)
        self._name = whole
        self._parts = {part: name for name in jury for part in _WORD.findall(name) if len(part) > 1}

    def of(self, text: str) -> Iterator[str]:
        """Whom a text names, and what else is personal in it; each once."""
        yield from dict.fromkeys((*self._named(text), *self._by_part(text)))
        if may_be_any(text):
            yield from dict.fromkeys(_(_KINDS[found.kind]) for found in find(text))

    def _named(self, text: str) -> Iterator[str]:
        words = _folded(text)
        for place, word in enumerate(words):
            for name in self._whole.get(word, ()):
                there = words[place : place + len(name)]
                if there[:-1] == name[:-1] and there[-1] in (name[-1], f"{name[-1]}s"):
                    yield self._name[name]

    def _by_part(self, text: str) -> Iterator[str]:
        """The jurors of whose names a part is in a text, with its capital letter, as it is or with an s behind it."""
        for word in _WORD.findall(text):
            if word[0].isupper():
                for part in (word, word.removesuffix("s")):
                    if part in self._parts:
                        yield self._parts[part]


def _folded(text: str) -> Words:
    return tuple(word.casefold() for word in _WORD.findall(text))
