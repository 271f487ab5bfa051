"""Writes documents in the layout of the form `indstilling`, for tests."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from nominate_tui.errors import Problem
from nominate_tui.intake.document import Document
from nominate_tui.intake.fill import Filled, contents_of, fill
from nominate_tui.intake.form import Form
from nominate_tui.intake.form_files import known_forms
from nominate_tui.intake.readers.text import read_text
from nominate_tui.intake.split import Layout, divide
from nominate_tui.model.limits import Limits

FORM: Form = next(form for form in known_forms() if form.id == "indstilling")

ANSWERS = ("purpose", "audience", "innovation", "implementation", "user_value", "staff_recognition", "spread")

HEADINGS = {
    "title": "Titel på initiativet:",
    "responsible": "Ansvarlig for initiativet:",
    "organisation": "Organisatorisk forankring for initiativet:",
    "contact.name": "Navn:",
    "contact.email": "E-mail:",
    "contact.telephone": "Telefonnummer:",
    "started": "Starttidspunkt for initiativet:",
    "answers.purpose": "Hvad er formålet med initiativet?",
    "answers.audience": "Hvem er målgruppen for initiativet?",
    "answers.innovation": "Hvordan er initiativet nyskabende?",
    "answers.implementation": "Hvordan er initiativet implementeret?",
    "answers.user_value": "Hvordan har initiativet skabt værdi for brugerne?",
    "answers.staff_recognition": "Personalets anerkendelse af initiativet?",
    "answers.spread": "Hvordan kan initiativet spredes?",
}

TEXTS = {
    "title": "Cykler til alle",
    "responsible": "Frivilligcentret",
    "organisation": "Byens Hospital",
    "contact.name": "Ane Mønster",
    "contact.email": "ane@example.org",
    "contact.telephone": "+45 20 00 00 99",
    "started": "Maj 2023",
    "answers.purpose": "Flere skal cykle.",
    "answers.audience": "Alle, der kan.",
    "answers.innovation": "Det er nyt her.",
    "answers.implementation": "Vi begyndte i maj.",
    "answers.user_value": "De smiler mere.",
    "answers.staff_recognition": "Vi er glade for det.",
    "answers.spread": "Med flere cykler.",
}


def nomination(
    number: int = 1, texts: Mapping[str, str | None] | None = None, title: str | None = None
) -> str:
    """One nomination; `texts` replaces what stands under a heading, and `None` leaves the heading out."""
    filled: dict[str, str | None] = {**TEXTS, **(texts or {})}
    begins = f"Indstilling {number}: {filled['title'] if title is None else title}"
    under = (f"{HEADINGS[field]}\n{text}\n" for field, text in filled.items() if text is not None)
    return f"{begins}\n{''.join(under)}\n"


def answer(text: str) -> str:
    """A document with one nomination, whose first answer is a text."""
    return nomination(texts={"answers.purpose": text})


def document(text: str, name: str = "a.txt") -> Document:
    """A document with this text."""
    lines = tuple(line.strip() for line in text.split("\n"))
    return Document(name, "0" * 64, lines, range(1, len(lines) + 1))


def real_document(shared: Path, number: str = "001") -> Document:
    """One of the real documents, by the number its name begins with."""
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    (read,) = read_text(path.name, path.read_bytes(), Limits())
    return read


def layout(text: str) -> Layout:
    """The document with this text, divided."""
    return divide(document(text), FORM)


def filled(text: str) -> tuple[Filled, ...]:
    """The nominations of the document with this text."""
    divided = layout(text)
    return fill(divided, contents_of(divided))


def texts_of(text: str) -> Mapping[str, str]:
    """What stands under each heading of the only nomination of a document."""
    (one,) = filled(text)
    return one.texts


def written(folder: Path, text: str, name: str = "a.txt") -> Path:
    """A document with this text in a folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def wrapped(paragraphs: Iterable[str], width: int = 72) -> list[str]:
    """The lines of paragraphs, a blank line between them, words whole."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += ["", *textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)]
    return lines[1:]


def told(problems: Sequence[Problem]) -> list[tuple[str, str, str]]:
    """Severity, place and field of problems."""
    return [(problem.severity, problem.where, problem.field) for problem in problems]
