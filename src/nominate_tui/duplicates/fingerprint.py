"""Tells by digests whether a round would be compared to the same suggestions again."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from nominate_tui.model.duplicate import Fingerprint
from nominate_tui.model.nomination import Contact, Nomination, Nominations
from nominate_tui.model.rules import DuplicateRules

_BESIDE: Final = ("notation/telephones.py", "notation/number_signs.py")
"""What tells telephone numbers for comparing, beside this folder."""


def fingerprint(
    nominations: Nominations, rules: DuplicateRules, contacts: Iterable[Contact] = ()
) -> Fingerprint:
    """What suggestions are made from, as SHA-256 digests in hexadecimal digits."""
    return Fingerprint(
        program=_program(),
        rules=_digest([(repr(rules),)]),
        nominations=tuple((each.id, _digest([_compared(each)])) for each in nominations),
        contacts=contacts_digest(contacts, nominations.ids),
    )


def contacts_digest(contacts: Iterable[Contact], ids: Iterable[str]) -> str:
    """The digest of the contacts of some nominations, all together; empty where they have none."""
    wanted = frozenset(ids)
    known = sorted(
        (each.nomination, each.name, each.email, each.telephone)
        for each in contacts
        if each.nomination in wanted
    )
    return _digest(known) if known else ""


def _compared(nomination: Nomination) -> tuple[str, ...]:
    """Every text of a nomination that is compared, and which document it came in; its facts tell addresses and its package."""
    owner = (nomination.organisation, nomination.responsible)
    document = nomination.source.sha256 if nomination.source else ""
    head = (nomination.id, nomination.title, *owner, nomination.started, document)
    fields = (*nomination.answers.items(), ("", ""), *nomination.facts.items())
    return (*head, *(text for field in fields for text in field))


def _digest(records: Iterable[tuple[str, ...]]) -> str:
    """Of records of texts, each with its length before it: no two rounds run together into the same bytes."""
    digest = hashlib.sha256()
    for record in records:
        told = "".join(f"{len(text)}:{text}" for text in record)
        digest.update(f"{len(record)};{told}".encode(errors="surrogatepass"))
    return digest.hexdigest()


@cache
def _program() -> str:
    """Of the code that compares: whoever changes it need not remember to raise a number."""
    here = Path(__file__).parent
    files = [*sorted(here.glob("*.py")), *(here.parent / name for name in _BESIDE)]
    return _digest((file.name, file.read_text(encoding="utf-8")) for file in files)
