"""The way from documents to nominations and problems. It reads files and writes none."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.document import Document, Read, Ready, Sheet
from nominate_tui.intake.form import Form
from nominate_tui.intake.privacy import (
    may_be_private,
    problem_of_number,
    problems_of,
    protected,
    protected_contact,
    told_without_cpr,
    without_cpr,
)
from nominate_tui.intake.result import Entered, IntakeResult, Taken, Understood
from nominate_tui.intake.sandbox import Sandbox
from nominate_tui.intake.sheet_lines import as_document
from nominate_tui.intake.sources import documents_in
from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.rules import IntakeRules

Progress = Callable[[float, str], None]
"""Is told what share of the work is done, 0 to 1, and the name of the document that is read next."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the one who takes documents in has asked for."""

    form: str | None = None
    """The form that all of the documents follow; without it, each is recognised."""
    maps: Mapping[str, str] | None = None
    """For tables: which column fills what, by the name of what is filled (`title`)."""
    renumber: bool = False
    """Whether the documents' own numbers are left aside, since they are not those of the round."""
    redact: bool = False
    """Whether contact data of persons inside answers is hidden from the jury."""


_NOTHING: Final = Wishes()
_RULES: Final = IntakeRules()


def take_in(
    named: Iterable[Path],
    forms: Sequence[Form],
    wishes: Wishes = _NOTHING,
    rules: IntakeRules = _RULES,
    progress: Progress = lambda _share, _name: None,
) -> IntakeResult:
    """Read documents and all that is in folders, each by the form it follows.

    Nothing is raised for a document that is not as it must be: it gives problems, and the others are read.

    Raises:
        NominateError: The process that reads foreign files cannot be started.
    """
    sources = documents_in(named, rules.limits)
    problems = list(sources.problems)
    understood: list[Understood] = []
    with Sandbox(rules.limits) as sandbox:
        for done, file in enumerate(sources.files):
            progress(done / len(sources.files), file.name)
            reading = sandbox.read(file)
            problems += reading.problems
            for place, read in enumerate(reading.reads):
                # To read it was the first half; what it means is the second.
                progress((done + (1 + place / len(reading.reads)) / 2) / len(sources.files), read.name)
                problems += read.notices
                with _uncollected():
                    _understand(read, forms, wishes, understood, problems)
    progress(1, "")
    with _uncollected():
        return _result(understood, problems, wishes, redact=wishes.redact or rules.redact)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put off the collector of garbage.

    It would look through the hundreds of thousands of parts of a large document again and again, which takes an
    eighth of the whole time, and hardly any of them are garbage. It looks when the document is done.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _understand(
    read: Read, forms: Sequence[Form], wishes: Wishes, understood: list[Understood], problems: list[Problem]
) -> None:
    try:
        understood.append(_understood(read, forms, wishes))
    except BadInput as bad:
        problems += bad.problems


def _understood(read: Read, forms: Sequence[Form], wishes: Wishes) -> Understood:
    if isinstance(read, Document):
        # Imported here, as below: what understands documents and what understands sheets each take as long to
        # load as an ordinary document to read, and few commands need both.
        from nominate_tui.intake.understand import understand

        return understand(read, forms, wishes.form)
    if isinstance(read, Ready):
        return _ready(read)
    return _of_sheet(read, forms, wishes)


def _ready(read: Ready) -> Understood:
    why = _("it is a file of nominations of this program")
    taken = Taken(read.name, "nominations", why, len(read.nominations))
    return Understood(
        taken, tuple(Entered(one, None) for one in read.nominations), read.nominations.questions
    )


def _of_sheet(sheet: Sheet, forms: Sequence[Form], wishes: Wishes) -> Understood:
    """A sheet as a record each row; where no heading is of a title, as a form that was filled in cell by cell."""
    from nominate_tui.intake.columns import asked, match_columns
    from nominate_tui.intake.rows import entered

    try:
        matched = match_columns(sheet, forms, wishes.form, wishes.maps or {})
    except BadInput as bad:
        filled_in = None if wishes.maps else _filled_in(sheet, forms, wishes.form)
        if filled_in is None:
            raise bad
        return filled_in
    rows, problems = entered(sheet, matched)
    taken = Taken(sheet.name, matched.form.id, matched.why, len(rows))
    return Understood(taken, rows, asked(matched), (*matched.problems, *problems))


def _filled_in(sheet: Sheet, forms: Sequence[Form], wanted: str | None) -> Understood | None:
    from nominate_tui.intake.understand import understand

    try:
        return understand(as_document(sheet), forms, wanted)
    except BadInput:
        return None


def _result(
    understood: Sequence[Understood], problems: Sequence[Problem], wishes: Wishes, *, redact: bool
) -> IntakeResult:
    guarded = (_guarded(one, redact=redact) for each in understood for one in each.entered)
    named, unnumbered = _named(guarded, renumber=wishes.renumber)
    once, doubled = _once(named)
    return IntakeResult(
        taken=tuple(each.taken for each in understood),
        nominations=Nominations(tuple(one.nomination for one in once), _questions(understood)),
        contacts=tuple(one.contact for one in once if one.contact),
        problems=_in_order(
            [
                *problems,
                *(problem for each in understood for problem in each.problems),
                *(problem for one in named for problem in one.problems),
                *doubled,
            ],
            understood,
        ),
        unnumbered=unnumbered,
        warnings={one.nomination.id: _warnings(one) for one in once},
    )


def _in_order(problems: Iterable[Problem], understood: Iterable[Understood]) -> tuple[Problem, ...]:
    """Problems document by document; within one, what was found in reading it comes first, and then by line.

    What they repeat of the documents goes to screens and reports: no CPR number is in it.
    """
    order = {each.taken.document: place for place, each in enumerate(understood)}

    def key(problem: Problem) -> tuple[int, int]:
        document, _colon, line = problem.where.rpartition(":")
        return order.get(document or problem.where, -1), int(line) if line.isdecimal() else 0

    return tuple(map(told_without_cpr, sorted(problems, key=key)))


def _warnings(one: Entered) -> int:
    return sum(problem.severity == "warning" for problem in one.problems)


def _questions(understood: Iterable[Understood]) -> dict[str, str]:
    """What the documents asked, without CPR numbers; where two put it otherwise, the first says it."""
    asked: dict[str, str] = {}
    for id, question in (pair for each in understood for pair in each.questions.items()):
        asked.setdefault(id, without_cpr(question))
    return asked


def _guarded(one: Entered, *, redact: bool) -> Entered:
    """The nomination without what the jury may not see, and a warning for each piece of it."""
    if not may_be_private(one.nomination, one.contact):
        return one
    found = problems_of(one.nomination, _where(one), redact=redact, contact=one.contact)
    contact = protected_contact(one.contact) if one.contact else None
    nomination = protected(one.nomination, redact=redact)
    return replace(one, nomination=nomination, contact=contact, problems=(*one.problems, *found))


def _where(one: Entered) -> Callable[[str, int], str]:
    return one.where or partial(_at_source, one.nomination)


def _at_source(nomination: Nomination, _field: str, _start: int) -> str:
    return str(nomination.source or "")


def _named(entered: Iterable[Entered], *, renumber: bool) -> tuple[list[Entered], frozenset[str]]:
    """The nominations with an id each, and which of these are provisional; no number of a document looks like those.

    A number that looks like a CPR number is an error, and a provisional one stands for it.
    """
    named: list[Entered] = []
    provisional: set[str] = set()
    for one in entered:
        wrong = None if renumber else problem_of_number(one.nomination.id, _where(one)("id", 0))
        if one.nomination.id and not renumber and not wrong:
            named.append(one)
            continue
        id = f"?{len(named) + 1}"
        provisional.add(id)
        named.append(_renamed(one, id, (wrong,) if wrong else ()))
    return named, frozenset(provisional)


def _renamed(one: Entered, id: str, wrong: tuple[Problem, ...]) -> Entered:
    """The nomination under another id, with its contact, and with these problems besides its own."""
    nomination = replace(one.nomination, id=id)
    contact = replace(one.contact, nomination=id) if one.contact else None
    return replace(one, nomination=nomination, contact=contact, problems=(*one.problems, *wrong))


def _once(entered: Iterable[Entered]) -> tuple[list[Entered], list[Problem]]:
    """The nominations whose number was not there before, and a problem for each of the others."""
    first: dict[str, Entered] = {}
    doubled: list[Problem] = []
    for one in entered:
        before = first.setdefault(one.nomination.id, one)
        if before is not one:
            doubled.append(_doubled(before.nomination, one.nomination))
    return list(first.values()), doubled


def _doubled(before: Nomination, nomination: Nomination) -> Problem:
    message = _("the number {number} is there twice: “{title}” has it too, at {where}").format(
        number=nomination.id, title=before.title, where=before.source or ""
    )
    todo = _("give one of the two another number in the document, or take both in with --renumber")
    return Problem("error", str(nomination.source or ""), "id", message, todo)
