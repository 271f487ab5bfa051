"""Reads and writes `[intake]` of `scoring.toml`: the limits of an intake, and what it hides."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Final

from nominate_tui.model.limits import BOUNDS, Limits
from nominate_tui.model.rules import IntakeRules
from nominate_tui.notation.reader import Table
from nominate_tui.notation.writing import table

INTAKE_KEYS: Final = (*(field.name for field in fields(Limits)), "redact")
"""What may stand in the table."""

_DEFAULT: Final[Mapping[str, int]] = asdict(Limits())


def read_intake(entry: Table) -> IntakeRules:
    """The rules of the intake; what is wrong is noted in the document, and its default is the answer."""
    limits = {key: entry.whole(key, _DEFAULT[key], bound[0], bound[-1]) for key, bound in BOUNDS.items()}
    return IntakeRules(Limits(**limits), entry.flag("redact"))


def intake_written(rules: IntakeRules) -> str:
    """The table, with what differs from the defaults; an empty text where nothing does."""
    changed = {key: value for key, value in asdict(rules.limits).items() if value != _DEFAULT[key]}
    flags = {"redact": True} if rules.redact else {}
    return table("[intake]", {**changed, **flags}) if changed or flags else ""
