"""Words and signs that several screens use."""

from collections.abc import Iterable
from typing import Final

from nominate_tui.locale.catalogue import _, language, later
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.conflict import ConflictKind
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Rules, in_language

CHAIR: Final = "chair:"
"""Who sits down, where it is no juror: no juror's id has a colon."""

SIGNS: Final[dict[ReviewState, str]] = {
    ReviewState.COMPLETE: "●",
    ReviewState.UNFINISHED: "◐",
    ReviewState.MISSING: "○",
    ReviewState.ABSTAINED: "–",
    ReviewState.RECUSED: "×",
    ReviewState.UNASSIGNED: "·",
}
"""Each state has a sign of its own: none is told by colour alone."""

STATES: Final[dict[ReviewState, str]] = {
    ReviewState.COMPLETE: later("finished"),
    ReviewState.UNFINISHED: later("unfinished"),
    ReviewState.MISSING: later("not begun"),
    ReviewState.ABSTAINED: later("abstained"),
    ReviewState.RECUSED: later("recused"),
    ReviewState.UNASSIGNED: later("unassigned"),
}


def is_told(state: ReviewState, rules: Rules) -> bool:
    """Whether a state can occur in a round: nothing is unassigned where everybody scores everything."""
    return state is not ReviewState.UNASSIGNED or rules.in_parts


CONFLICTS: Final[dict[ConflictKind, str]] = {
    "professional": later("professional: my department, employer or project"),
    "personal": later("personal: family or friends"),
    "financial": later("financial: money or ownership"),
    "other": later("something else"),
}

_QUESTIONS: Final[dict[str, str]] = {
    "purpose": later("What is the purpose of the initiative?"),
    "audience": later("Whom is the initiative for?"),
    "innovation": later("How is the initiative new?"),
    "implementation": later("How is the initiative implemented?"),
    "user_value": later("How has the initiative created value for its users?"),
    "staff_recognition": later("Do the staff recognise the initiative?"),
    "spread": later("How can the initiative be spread?"),
}


OUTDATED: Final = "↻"
"""Stands beside what was scored before the text changed."""

_FIELDS: Final[dict[str, str]] = {
    "title": later("Title"),
    "organisation": later("Organisation"),
    "responsible": later("Responsible"),
    "started": later("Started"),
}


def fields_told(round: Round, fields: Iterable[str]) -> str:
    """What changed (`title`, `answers.spread`), by the names that people know."""
    return ", ".join(_field(round, field) for field in fields)


def _field(round: Round, field: str) -> str:
    """The label of the criterion that is judged by it alone, or else what the form asked."""
    if field in _FIELDS:
        return _(_FIELDS[field])
    id = field.partition(".")[2]
    judged = next((each for each in round.rules.criteria if each.answers == (id,)), None)
    return in_language(judged.label, language()) if judged else question(round.nominations, id)


def read_before(change: Change) -> str:
    """That something was scored before a change of the text, for the chair."""
    return _("read before the text changed on {day}").format(day=day_and_month(change.when))


def question(nominations: Nominations, answer: str) -> str:
    """What the form asked; where the round does not say, a question of our own, or the answer's id in words."""
    if asked := nominations.questions.get(answer):
        return asked
    return _(_QUESTIONS[answer]) if answer in _QUESTIONS else answer.replace("_", " ").capitalize()
