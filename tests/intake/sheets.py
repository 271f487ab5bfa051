"""Makes sheets, for tests of tables."""

from collections.abc import Sequence

from nominate_tui.errors import Problem
from nominate_tui.intake.document import Row, Sheet
from nominate_tui.intake.form import Form
from nominate_tui.intake.form_files import known_forms

SHA256 = "ab" * 32
FORMS = known_forms()


def form_of(id: str) -> Form:
    """A shipped form."""
    return next(form for form in FORMS if form.id == id)


TABLE = form_of("table")
INDSTILLING = form_of("indstilling")


def sheet(header: Sequence[str], *rows: Sequence[str]) -> Sheet:
    """A sheet of a text file with a row a line."""
    return Sheet(
        "a.csv", SHA256, tuple(header), 1, tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, 2))
    )


def workbook(header: Sequence[str], *rows: Sequence[str]) -> Sheet:
    """The same as a sheet of a workbook."""
    made = tuple(Row(f"Ark1!{n}", tuple(cells)) for n, cells in enumerate(rows, 2))
    return Sheet("a.xlsx", SHA256, tuple(header), "Ark1!1", made)


def records(header: Sequence[str], *rows: Sequence[str]) -> Sheet:
    """The same as a list of objects."""
    made = tuple(Row(f"[{n}]", tuple(cells)) for n, cells in enumerate(rows, 1))
    return Sheet("a.json", SHA256, tuple(header), "", made)


def headed(*header: str) -> Sheet:
    """A sheet with these headings and a row in which each column has two words."""
    return sheet(header, [f"celle {n}" for n in range(1, len(header) + 1)])


def told(problem: Problem) -> tuple[str, str, str, str, str]:
    """All that a problem says."""
    return problem.severity, problem.where, problem.field, problem.message, problem.todo
