"""Reads form files: those shipped with the program, and those of a round (`data/forms/*.toml`)."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.form import (
    FILLS,
    KINDS,
    MISSING,
    OWN,
    TABLE,
    Form,
    PackageForm,
    Question,
    TableLine,
    TableQuestion,
    heading_key,
)
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.reader import Document, Table, is_identifier
from nominate_tui.notation.wording import shown
from nominate_tui.store.regular import other_kind

_SHIPPED: Final = Path(__file__).parent / "forms"

_TOP: Final = ("format", "label", "begins", "wording", "package", "question", "table")
_QUESTION: Final = (
    "fills",
    "headings",
    "kind",
    "beside",
    "missing",
    "limit",
    "boxes",
    "unfilled",
    "whole_package",
)
_ANY: Final = "{any}"
_MOST_ANY: Final = 2
_TABLE: Final = ("fills", "headings", "unit", "lines")
_PACKAGE: Final = ("begins", "introduction", "part", "text")


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
        tables=tuple(map(_table, root.tables("table", _TABLE))),
        wording=_own_words(root, "wording"),
        package=_package(root),
    )
    _check_name(root, form.id)
    _check_apart(root, form)
    _check_numbers(root, form)
    _check_package(root, form)
    read.finish()
    return form


def _begins(root: Table) -> tuple[str, ...]:
    begins = root.lines("begins")
    if not all(map(_is_beginning, begins)):
        message = _("a nomination begins with a line of the form, with its number or title in it")
        todo = _("write for example {example}").format(example='begins = ["Indstilling {number}: {title}"]')
        root.problem("begins", message, todo)
        return ()
    return begins


def _is_beginning(line: str) -> bool:
    return (
        line.count("{number}") <= 1 and line.count("{title}") <= 1 and "{any}" not in line and _is_told(line)
    )


def _own_words(entry: Table, key: str) -> tuple[str, ...]:
    """Wordings of the form: each has words of its own, and few places for any others, which take time to look for."""
    wordings = entry.lines(key)
    for each in wordings:
        if each.count(_ANY) > _MOST_ANY or not any(map(str.isalpha, each.replace(_ANY, ""))):
            message = _("{value} cannot be looked for").format(value=shown(each))
            todo = _("write words of the form, and {any} in them twice at most").format(any=_ANY)
            entry.problem(key, message, todo)
    return wordings


def _is_told(begins: str) -> bool:
    """Whether a line has words of the form, or at least a number, by which it can be told."""
    return "{number}" in begins or bool(begins.replace("{title}", "").strip())


def _question(entry: Table) -> Question:
    fills = entry.needed("fills", 'fills = "answers.purpose"')
    if fills and fills not in FILLS and not _is_own(fills, OWN):
        _cannot_fill(entry, fills, (*FILLS, *(f"{own}…" for own in OWN)))
    boxes = entry.lines("boxes")
    kind = entry.choice("kind", KINDS, "text")
    if (kind == "choices") != bool(boxes) or (kind == "choices") != fills.startswith("choices."):
        message = _("boxes, the kind choices and a name that begins with choices. belong together")
        todo = _("write for example {example}").format(
            example='fills = "choices.financing", kind = "choices", boxes = ["…"]'
        )
        entry.problem("kind", message, todo)
    return Question(
        fills=fills,
        headings=_headings(entry),
        kind=kind,
        beside=entry.flag("beside"),
        missing=entry.choice("missing", MISSING, "error"),
        limit=entry.whole("limit", 1, low=1) if "limit" in entry else None,
        boxes=boxes,
        unfilled=_own_words(entry, "unfilled"),
        whole=entry.flag("whole_package"),
    )


def _cannot_fill(entry: Table, fills: str, known: Sequence[str]) -> None:
    message = _("{value} cannot be filled").format(value=shown(fills))
    entry.problem("fills", message, _("write one of: {words}").format(words=", ".join(known)))


def _table(entry: Table) -> TableQuestion:
    fills = entry.needed("fills", 'fills = "tables.economy"')
    if fills and not _is_own(fills, (TABLE,)):
        _cannot_fill(entry, fills, (f"{TABLE}…",))
    lines = tuple(map(TableLine, entry.groups("lines")))
    if not lines or not all(line.labels and all(map(heading_key, line.labels)) for line in lines):
        message = _("a table has at least one line, and each line has a name")
        todo = _("write for example {example}").format(example='lines = [["Løn", "Løn til nye årsværk"]]')
        entry.problem("lines", message, todo)
    return TableQuestion(fills, _headings(entry), entry.line("unit"), lines)


def _package(root: Table) -> PackageForm | None:
    entry = root.table("package", _PACKAGE)
    if not root.holds_table("package"):
        return None
    begins = entry.lines("begins")
    if not begins or any(line.count("{title}") != 1 or not _is_told(line) for line in begins):
        message = _("a package begins with a line of the form, with its title in it")
        todo = _("write for example {example}").format(example='begins = ["Pakke: {title}"]')
        entry.problem("begins", message, todo)
    example = 'introduction = "shared.introduction"'
    return PackageForm(begins, *(entry.needed(key, example) for key in ("introduction", "part", "text")))


def _check_package(root: Table, form: Form) -> None:
    filled = {question.fills for question in form.questions}
    package = form.package
    for key in ("introduction", "part", "text") if package else ():
        if getattr(package, key) not in filled:
            message = _("no question fills {value}").format(value=shown(getattr(package, key)))
            root.problem("package", message, _("write a [[question]] that fills it"))


def _is_own(fills: str, beginnings: tuple[str, ...]) -> bool:
    return fills.startswith(beginnings) and is_identifier(fills.partition(".")[2])


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


def _check_apart(root: Table, form: Form) -> None:
    """Two questions may not fill the same, nor have one id in different places; no heading may belong to two."""
    questions = form.questions
    if not questions:
        root.problem(
            "question", _("a form has at least one question"), _("begin each one with a line [[question]]")
        )
    _check_once(root, "fills", [question.fills for question in questions if not question.own_id])
    own = [*(each.own_id for each in questions), *(each.own_id for each in form.tables)]
    _check_once(root, "fills", [id for id in own if id])
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


def _check_numbers(root: Table, form: Form) -> None:
    """The number of a nomination in a document stands on the line it begins with, and nowhere else."""
    if form.begins and any(question.fills == "id" for question in form.questions):
        message = _("{value} cannot be filled in a form with {key}").format(value=shown("id"), key="begins")
        todo = _("write {number} into the line that a nomination begins with").format(number="{number}")
        root.problem("question", message, todo)
