"""What an intake gives: nominations, the contacts of those who sent them in, and everything that is wrong."""

from dataclasses import dataclass

from nominate_tui.errors import Problem
from nominate_tui.model.nomination import Contact, Nomination, Nominations


@dataclass(frozen=True, slots=True)
class Taken:
    """One document that was understood, and how."""

    document: str
    """The name of the file, without its folder."""
    form: str
    """The id of the form it follows."""
    why: str
    """What it was recognised by, in the language spoken."""
    nominations: int
    """How many there are in it."""


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """The answer of an intake. With an error among its problems, nothing of it may be written."""

    taken: tuple[Taken, ...]
    nominations: Nominations
    """In the order of the documents; of a doubled number only the first."""
    contacts: tuple[Contact, ...]
    problems: tuple[Problem, ...]
    """In the order of the documents."""

    @property
    def form(self) -> str:
        """The id of the form; several are joined by a comma, none is an empty string."""
        return ", ".join(dict.fromkeys(taken.form for taken in self.taken))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which nothing may be written."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def as_contract(result: IntakeResult) -> dict[str, object]:
    """The result as other programs read it (`intake --dry-run --format json`); see `docs/formats.md`."""
    return {
        "form": result.form,
        "documents": [{"name": t.document, "form": t.form, "why": t.why} for t in result.taken],
        "nominations": [_nomination(nomination) for nomination in result.nominations],
        "problems": [_problem(problem) for problem in result.problems],
    }


def _nomination(nomination: Nomination) -> dict[str, object]:
    return {
        "id": nomination.id,
        "title": nomination.title,
        "words": nomination.words,
        "answers": [id for id, text in nomination.answers.items() if text],
    }


def _problem(problem: Problem) -> dict[str, str]:
    return {
        "severity": problem.severity,
        "where": problem.where,
        "field": problem.field,
        "message": problem.message,
        "todo": problem.todo,
    }
