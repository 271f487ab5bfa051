"""Documents in the layout of the form, as a secretariat receives them; the contents are invented."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

ANSWERS: Final = {
    "Hvad er formålet med initiativet?": "Tøj til den, der intet har.",
    "Hvem er målgruppen for initiativet?": "Patienter uden pårørende.",
    "Hvordan er initiativet nyskabende?": "Et rum med et spejl.",
    "Hvordan er initiativet implementeret?": "Åbent hver dag.",
    "Hvordan har initiativet skabt værdi for brugerne?": "De går hjem i tørt tøj.",
    "Personalets anerkendelse af initiativet?": "De henviser selv.",
    "Hvordan kan initiativet spredes?": "Det kræver et rum.",
}
"""Thirty words, four of them the last answer's."""


def entry(number: int, title: str, responsible: str = "Eva Dahl", **changed: str) -> str:
    """One nomination; `changed` puts another text under the heading that contains the word, or none."""
    lines = [
        f" Indstilling {number}: {title} ",
        "Titel på initiativet:  ",
        f"{title} ",
        "Ansvarlig for initiativet:  ",
        f"{responsible} ",
        "Organisatorisk forankring for initiativet:  ",
        f"{responsible}s sygehus ",
        "Navn:  ",
        f"{responsible} ",
        "E-mail:  ",
        "person@example.org ",
        "Telefonnummer:  ",
        "+45 20 00 00 11 ",
        "Starttidspunkt for initiativet:  ",
        "April 2022 ",
        " ",
    ]
    for heading, text in ANSWERS.items():
        said = next((new for word, new in changed.items() if word in heading), text)
        lines += [f"{heading} ", f"{said} ", " "]
    return "\n".join(lines)


def document(file: Path, entries: Iterable[str]) -> Path:
    """A document with these nominations, a page break between any two."""
    file.write_text("\n\n\n".join(entries), encoding="utf-8")
    return file
