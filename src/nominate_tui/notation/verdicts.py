"""Reads and amends `data/duplicates.toml`: what the chair decided about pairs of nominations."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import KINDS, Kind, Verdict
from nominate_tui.notation.clean import clean
from nominate_tui.notation.reader import Document, Table
from nominate_tui.notation.wording import shown

_VERDICT: Final = ("pair", "verdict", "primary", "reason", "at", "texts")
_DIGEST: Final = re.compile("[0-9a-f]{16}")


def read_verdicts(text: str | bytes, where: str) -> tuple[Verdict, ...]:
    """The verdicts of a file, in its order; `where` is its name.

    Raises:
        BadInput: Something in it is not as it must be; every problem has its line and key path.
    """
    read = Document(text, where, ("verdict",))
    found: dict[frozenset[str], Verdict] = {}
    for entry in read.root.tables("verdict", _VERDICT):
        verdict = _verdict(entry)
        if verdict.pair in found:
            message = _("there is a verdict on this pair already")
            entry.problem("pair", message, _("keep one of the two verdicts"))
        found[verdict.pair] = verdict
    read.finish()
    return tuple(found.values())


def amend_verdicts(text: str | bytes, where: str, verdicts: Iterable[Verdict]) -> str:
    """The file with these verdicts in the place of those in it; a person's comments and unchanged entries stay.

    Raises:
        BadInput: What is in the file is not as it must be.
    """
    # Imported here: tomlkit takes longer to load than all else that is needed to begin.
    from nominate_tui.notation.amend import amend

    old = [(verdict.pair, _fields(verdict)) for verdict in read_verdicts(text, where)]
    new = [(verdict.pair, _fields(verdict)) for verdict in verdicts]
    return amend(text, "verdict", old, new)


def _verdict(entry: Table) -> Verdict:
    a, b = _pair(entry)
    kind = _kind(entry)
    primary = entry.line("primary")
    if primary and (kind != "duplicate" or primary not in (a, b)):
        message = _("{primary} cannot be the primary here").format(primary=shown(primary))
        entry.problem("primary", message, _("name one of a pair of duplicates, or take it out"))
    return Verdict(a, b, kind, entry.text("reason"), entry.needed_moment("at"), primary, _texts(entry))


def _pair(entry: Table) -> tuple[str, str]:
    pair = entry.lines("pair")
    if len(set(pair)) == 2 == len(pair):
        return pair[0], pair[1]
    todo = _("write two different ids: {example}").format(example='pair = ["3", "11"]')
    entry.problem("pair", _("this is not a pair of nominations"), todo)
    return "", ""


def _texts(entry: Table) -> tuple[str, ...]:
    texts = entry.lines("texts")
    if texts and not (len(texts) == 2 and all(map(_DIGEST.fullmatch, texts))):
        todo = _("take it out; the program notes it with the next verdict")
        entry.problem("texts", _("these are not the digests of two texts"), todo)
        return ()
    return texts


def _kind(entry: Table) -> Kind:
    if "verdict" not in entry:
        todo = _("write one of: {words}").format(words=", ".join(KINDS))
        entry.problem("verdict", _("{key} is missing").format(key="verdict"), todo)
    return entry.choice("verdict", KINDS, "distinct")


def _fields(verdict: Verdict) -> Mapping[str, object]:
    return {
        "pair": (verdict.a, verdict.b),
        "verdict": verdict.kind,
        "primary": verdict.primary or None,
        "reason": clean(verdict.reason),
        "at": verdict.at,
        "texts": verdict.texts or None,
    }
