"""What is tried, adopted or taken back, told in words."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from nominate_tui.locale.catalogue import _, decimal, language, later
from nominate_tui.model.deliberation import Amendment
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Method, in_language
from nominate_tui.model.what_if import Pairs, WhatIf

METHOD_WORDS: Final[Mapping[Method, str]] = {
    "mean": later("plain mean"),
    "adjusted": later("adjusted mean"),
    "trimmed": later("trimmed mean"),
    "majority": later("majority judgment"),
}


def amendment_told(round: Round, amendment: Amendment) -> str:
    """What was adopted, in a line."""
    return "; ".join(changes_told(round, amendment.before, amendment.what))


def changes_told(round: Round, before: WhatIf, what: WhatIf) -> Iterator[str]:
    """What changes from what to what, a phrase each; `before` has the parts of `what`."""
    if what.weights:
        yield _("weights: {changes}").format(changes=", ".join(_weights(round, before, what)))
    if what.method:
        told = _("method {before} → {after}")
        yield told.format(before=method_told(before.method), after=method_told(what.method))
    if what.shortlist is not None:
        told = _("places in the shortlist {before} → {after}")
        yield told.format(before=_number(before.shortlist), after=what.shortlist)
    if what.left_out is not None:
        yield from _jurors(round, before.left_out or frozenset(), what.left_out)
    if what.set_aside is not None:
        yield from _verdicts(before.set_aside or frozenset(), what.set_aside)


def as_sentence(told: str) -> str:
    """The same with a capital letter at its beginning."""
    return told[:1].upper() + told[1:]


def method_told(method: Method | None) -> str:
    """The name of a method for people; a dash where none is known."""
    return _(METHOD_WORDS[method]) if method else "–"


def weight_told(weight: Fraction | None) -> str:
    """A weight in the unit of the round, with at most two decimals from one on; a dash where none is known."""
    return "–" if weight is None else decimal(f"{float(round(weight, 2 if weight >= 1 else 6)):.12g}")


def _weights(round: Round, before: WhatIf, what: WhatIf) -> Iterator[str]:
    for id, weight in what.weights.items():
        so_far = weight_told(before.weights.get(id))
        yield f"{_criterion(round, id)} {so_far} → {weight_told(weight)}"


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)


def _criterion(round: Round, id: str) -> str:
    found = round.rules.criterion(id)
    return in_language(found.label, language()) if found else id


def _jurors(round: Round, before: frozenset[str], after: frozenset[str]) -> Iterator[str]:
    names = {juror.id: juror.name for juror in round.rules.jurors}
    for juror in sorted(after - before):
        yield _("without {juror}").format(juror=names.get(juror, juror))
    for juror in sorted(before - after):
        yield _("{juror} counts again").format(juror=names.get(juror, juror))


def _verdicts(before: Pairs, after: Pairs) -> Iterator[str]:
    for a, b in sorted(map(sorted, after - before)):
        yield _("the verdict on {a}–{b} set aside").format(a=a, b=b)
    for a, b in sorted(map(sorted, before - after)):
        yield _("the verdict on {a}–{b} counts again").format(a=a, b=b)
