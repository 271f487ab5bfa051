"""What an intake gives: nominations, the contacts of those who sent them in, and everything that is wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

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
class Entered:
    """One nomination as a document has it."""

    nomination: Nomination
    """Its id is an empty string where the document gives it no number."""
    contact: Contact | None
    """`None` where the document says nothing of whom to reach; its `nomination` is that id."""
    problems: tuple[Problem, ...] = ()
    """What is wrong or doubtful in this nomination."""
    where: Callable[[str, int], str] | None = field(default=None, compare=False)
    """The address of a place in it, by its field (`answers.purpose`) and the index in the text; without it, all of
    it is at its source."""


@dataclass(frozen=True, slots=True)
class Understood:
    """One document, or one sheet of a workbook, of which the form is known."""

    taken: Taken
    entered: tuple[Entered, ...]
    """In the order of the document."""
    questions: Mapping[str, str] = field(default_factory=dict)
    """What was asked, by the ids of answers, facts, tables, choices and shared texts."""
    problems: tuple[Problem, ...] = ()
    """Those that are about no nomination."""


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """The answer of an intake. With an error among its problems, nothing of it may be written."""

    taken: tuple[Taken, ...]
    nominations: Nominations
    """In the order of the documents; of a doubled number only the first."""
    contacts: tuple[Contact, ...]
    problems: tuple[Problem, ...]
    """In the order of the documents."""
    unnumbered: frozenset[str] = frozenset()
    """The ids that are not the documents' own: those nominations have no number there, and get theirs in the round."""
    warnings: Mapping[str, int] = field(default_factory=dict)
    """How many of the problems are warnings about a nomination, by its id."""

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
        "nominations": [_nomination(one, result.warnings.get(one.id, 0)) for one in result.nominations],
        "problems": [_problem(problem) for problem in result.problems],
    }


def _nomination(nomination: Nomination, warnings: int) -> dict[str, object]:
    words = {id: len(text.split()) for id, text in nomination.answers.items()}
    return {
        "id": nomination.id,
        "title": nomination.title,
        "words": sum(words.values()),
        "answers": [id for id, text in nomination.answers.items() if text],
        "words_by_answer": words,
        "warnings": warnings,
    }


def _problem(problem: Problem) -> dict[str, str]:
    return {
        "severity": problem.severity,
        "where": problem.where,
        "field": problem.field,
        "message": problem.message,
        "todo": problem.todo,
    }
