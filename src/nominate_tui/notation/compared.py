"""Reads and writes `data/compared.json`: the suggestions of a round, kept so that it is not compared again.

The file is the program's own. Whatever is not as the program writes it is the same as no file: comparing makes it anew.
A digest at its end tells whether anything before it was changed; it keeps nobody out who means to deceive.
"""

import hashlib
import json
import re
from collections.abc import Collection, Mapping, Set
from dataclasses import asdict
from functools import lru_cache
from string import Formatter
from typing import Final, Literal

from nominate_tui.model.duplicate import Axis, Compared, Evidence, Fingerprint, Suggestion
from nominate_tui.notation.clean import clean

_FORMAT: Final = 4
_EVIDENCE: Final = frozenset(("kind", "value", "message", "values", "plural", "count"))
_SUGGESTION: Final = frozenset(("a", "b", "suggested", "rule", "likeness", "evidence"))
_MADE_FROM: Final = frozenset(("program", "rules", "nominations", "contacts"))
_FILE: Final = frozenset(("format", "made_from", "suggestions", "digest"))
_MOST: Final = 10**9
"""The largest number that a sentence is told with."""
_ESCAPED: Final = re.compile(r"(?<!\\)(?:\\\\)*\\u")
"""A character written by its number: the program writes none so, and control characters can be written in no other way."""
_DIGEST: Final = re.compile("[0-9a-f]{64}")
_NAME: Final = re.compile("[a-z][a-z_]*")
_RULE: Final = re.compile("[a-z]+(-[a-z]+)*")
_KINDS: Final[Mapping[object, Literal["duplicate", "related"]]] = {
    "duplicate": "duplicate",
    "related": "related",
}
_AXES: Final[Mapping[object, Axis]] = {"name": "name", "owner": "owner", "text": "text", "topic": "topic"}


class _NotOurs(ValueError):
    """Something in the file is not as the program writes it."""


def write_compared(compared: Compared) -> str:
    """The file, with a line for each suggestion."""
    made_from = {**asdict(compared.made_from), "nominations": dict(compared.made_from.nominations)}
    head = _json({"format": _FORMAT, "made_from": made_from})
    lines = ",\n".join(_json(_written(each)) for each in compared.suggestions)
    return sealed(f'{head[:-1]}, "suggestions": [\n{lines}\n]')


def sealed(text: str) -> str:
    """The file, which is whole but for its last key: the SHA-256 digest of all that stands before it."""
    return f'{text}, "digest": "{hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()}"}}\n'


def read_compared(text: str) -> Compared | None:
    """What is kept, of the round as it was then; `None` for what the program has not written."""
    try:
        # Looked for in plain first, which takes a hundredth of the time.
        _must(clean(text) == text and not ("\\u" in text and _ESCAPED.search(text)))
        _must(text == sealed(text.rpartition(', "digest": ')[0]))
        read = _object(json.loads(text), _FILE)
        _must(type(read["format"]) is int and read["format"] == _FORMAT)
        suggestions = tuple(map(_suggestion, _list(read["suggestions"])))
        made_from = _fingerprint(read["made_from"])
        _must_be_of(suggestions, {id: place for place, (id, _of) in enumerate(made_from.nominations)})
        return Compared(made_from, suggestions)
    except (ValueError, RecursionError):
        # No JSON, numbers and nesting beyond all bounds, and what is JSON but not ours.
        return None


def _written(suggestion: Suggestion) -> Mapping[str, object]:
    return {
        "a": suggestion.a,
        "b": suggestion.b,
        "suggested": suggestion.suggested,
        "rule": suggestion.rule,
        "likeness": float(suggestion.likeness),
        "evidence": [_evidence_written(each) for each in suggestion.evidence],
    }


def _evidence_written(evidence: Evidence) -> Mapping[str, object]:
    return {
        "kind": evidence.kind,
        "value": float(evidence.value),
        "message": evidence.message,
        "values": dict(evidence.values),
        "plural": evidence.plural,
        "count": evidence.count,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _fingerprint(value: object) -> Fingerprint:
    read = _object(value, _MADE_FROM)
    return Fingerprint(
        program=_digest(read["program"]),
        rules=_digest(read["rules"]),
        nominations=tuple((id, _digest(of)) for id, of in _any_object(read["nominations"]).items()),
        contacts=_digest(read["contacts"]) if read["contacts"] else "",
    )


def _suggestion(value: object) -> Suggestion:
    read = _object(value, _SUGGESTION)
    _must(read["suggested"] in _KINDS.values())
    return Suggestion(
        a=_text(read["a"]),
        b=_text(read["b"]),
        suggested=_KINDS[read["suggested"]],
        rule=_matching(_RULE, read["rule"]),
        likeness=_share(read["likeness"]),
        evidence=tuple(map(_evidence, _list(read["evidence"]))),
    )


def _evidence(value: object) -> Evidence:
    read = _object(value, _EVIDENCE)
    _must(read["kind"] in _AXES.values())
    values = {_matching(_NAME, name): _value(given) for name, given in _any_object(read["values"]).items()}
    message, plural = _text(read["message"]), _text(read["plural"])
    _must(message != "" and _names_in(message) | _names_in(plural) <= values.keys())
    return Evidence(
        kind=_AXES[read["kind"]],
        value=_share(read["value"]),
        message=message,
        values=values,
        plural=plural,
        count=_count(read["count"]),
    )


def _must_be_of(suggestions: Collection[Suggestion], place: Mapping[str, int]) -> None:
    """Refuse pairs that the round does not have, or has the other way round, or twice; and softer ones before louder."""
    _must(len({each.pair for each in suggestions}) == len(suggestions))
    softest = 1.0
    for each in suggestions:
        _must(each.a in place and each.b in place and place[each.a] < place[each.b])
        _must(each.likeness <= softest)
        softest = each.likeness


@lru_cache(maxsize=256)
def _names_in(message: str) -> frozenset[str]:
    """What a sentence is told with: names in plain braces, for a form or an attribute could do harm."""
    fields = [field[1:] for field in Formatter().parse(message) if field[1] is not None]
    _must("[" not in message and all(not form and not conversion for _name, form, conversion in fields))
    return frozenset(_matching(_NAME, name) for name, _form, _conversion in fields)


def _must(holds: bool) -> None:  # noqa: FBT001  a sentence that holds or does not
    if not holds:
        raise _NotOurs


def _object(value: object, keys: Set[str]) -> Mapping[str, object]:
    """An object with just these keys."""
    read = _any_object(value)
    _must(read.keys() == keys)
    return read


def _any_object(value: object) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    raise _NotOurs


def _list(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    raise _NotOurs


def _text(value: object) -> str:
    """A text; that nothing in it has to be cleaned was seen from the whole file."""
    if isinstance(value, str):
        return value
    raise _NotOurs


def _matching(form: re.Pattern[str], value: object) -> str:
    if isinstance(value, str) and _matches(form, value):
        return value
    raise _NotOurs


@lru_cache(maxsize=256)
def _matches(form: re.Pattern[str], text: str) -> bool:
    # The same few names stand in every suggestion.
    return form.fullmatch(text) is not None


def _digest(value: object) -> str:
    return _matching(_DIGEST, value)


def _value(value: object) -> str | int:
    return _text(value) if isinstance(value, str) else _count(value)


def _count(value: object) -> int:
    if type(value) is int and 0 <= value <= _MOST:
        return value
    raise _NotOurs


def _share(value: object) -> float:
    if type(value) is float and 0 <= value <= 1:
        return value
    raise _NotOurs
