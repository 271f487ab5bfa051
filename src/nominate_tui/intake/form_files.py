"""Reads form files: those shipped with the program, and those of a round (`data/forms/*.toml`)."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.form import ANSWER, FILLS, KINDS, MISSING, Form, Question, heading_key
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.reader import Document, Table, is_identifier
from nominate_tui.notation.wording import shown
from nominate_tui.store.regular import other_kind

_SHIPPED: Final = Path(__file__).parent / "forms"

_TOP: Final = ("format", "label", "begins", "question")
_QUESTION: Final = ("fills", "headings", "kind", "beside", "missing", "limit")


def known_forms(folder: Path | None = None) -> tuple[Form, ...]:
    """The forms of a round's folder of forms, then the shipped ones; a round's own replaces a shipped one of its name.

    Raises:
        BadInput: A form file is not as it must be; the problems of all files are in it.
    """
    shipped = read_forms(sorted(_SHIPPED.glob("*.toml")))
    own = read_forms(sorted(folder.glob("*.toml"))) if folder and folder.is_dir() else ()
    names = {form.id for form in own}
    return (*own, *(form for form in shipped if form.id not in names))


def read_forms(paths: Iterable[Path]) -> tuple[Form, ...]:
    """The forms in these files.

    Raises:
        BadInput: A file is not as it must be; the problems of all files are in it.
    """
    forms: list[Form] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            if kind := other_kind(path):
                problems.append(_not_a_form(path.name, kind))
            else:
                forms.append(read_form(path.read_bytes(), path.name))
        except BadInput as bad:
            problems += bad.problems
        except OSError as error:
            problems.append(_unreadable(path.name, error))
    if problems:
        raise BadInput(problems)
    return tuple(forms)


def read_form(text: str | bytes, where: str) -> Form:
    """The form in a file; `where` is the name of the file, and without its ending that of the form.

    Raises:
        BadInput: Something in it is not as it must be; every problem has its line and key path.
    """
    read = Document(text, where, _TOP)
    root = read.root
    root.whole("format", 1, low=1, high=1)
    label = root.table("label")
    form = Form(
        id=Path(where).stem,
        label={language: label.line(language) for language in label},
        begins=_begins(root),
        questions=tuple(map(_question, root.tables("question", _QUESTION))),
    )
    _check_name(root, form.id)
    _check_apart(root, form.questions)
    read.finish()
    return form


def _begins(root: Table) -> tuple[str, ...]:
    begins = root.lines("begins")
    if not begins or any(line.count("{number}") != 1 or line.count("{title}") > 1 for line in begins):
        message = _("a nomination begins with at least one kind of line, with its number in it once")
        todo = _("write for example {example}").format(example='begins = ["Indstilling {number}: {title}"]')
        root.problem("begins", message, todo)
    return begins


def _question(entry: Table) -> Question:
    fills = entry.needed("fills", 'fills = "answers.purpose"')
    if fills and fills not in FILLS and not _is_answer(fills):
        message = _("{value} cannot be filled").format(value=shown(fills))
        known = ", ".join((*FILLS, f"{ANSWER}…"))
        entry.problem("fills", message, _("write one of: {words}").format(words=known))
    return Question(
        fills=fills,
        headings=_headings(entry),
        kind=entry.choice("kind", KINDS, "text"),
        beside=entry.flag("beside"),
        missing=entry.choice("missing", MISSING, "error"),
        limit=entry.whole("limit", 1, low=1) if "limit" in entry else None,
    )


def _is_answer(fills: str) -> bool:
    return fills.startswith(ANSWER) and is_identifier(fills.removeprefix(ANSWER))


def _headings(entry: Table) -> tuple[str, ...]:
    headings = entry.lines("headings")
    if not headings or not all(map(heading_key, headings)):
        message = _("a question has at least one heading, and none is empty")
        todo = _("write for example {example}").format(example='headings = ["Hvem er målgruppen?"]')
        entry.problem("headings", message, todo)
    return headings


def _check_name(root: Table, name: str) -> None:
    if not is_identifier(name):
        message = _("{value} cannot be the name of a form").format(value=shown(name))
        root.problem("format", message, _("name the file with at most 64 letters a to z, digits, - and _"))


def _check_apart(root: Table, questions: Sequence[Question]) -> None:
    """Two questions may not fill the same, and no heading may belong to two."""
    if not questions:
        root.problem(
            "question", _("a form has at least one question"), _("begin each one with a line [[question]]")
        )
    _check_once(root, "fills", [question.fills for question in questions])
    _check_once(
        root, "headings", [key for question in questions for key in {*map(heading_key, question.headings)}]
    )


def _check_once(root: Table, what: str, values: Sequence[str]) -> None:
    for value in dict.fromkeys(value for value in values if value and values.count(value) > 1):
        message = _("two questions have {value} among their {what}").format(value=shown(value), what=what)
        root.problem("question", message, _("let each question have its own"))


def _not_a_form(name: str, kind: str) -> Problem:
    message = _("{name} is not a file but {kind}").format(name=name, kind=kind)
    return Problem("error", name, "", message, _("move it away, or put the file there"))


def _unreadable(name: str, error: OSError) -> Problem:
    message = _("the form cannot be read: {reason}").format(reason=error.strerror or error)
    return Problem("error", name, "", message, _("check the name and whether you may read the file"))
