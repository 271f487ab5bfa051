"""Writes large documents to measure with: so many invented nominations, as text, CSV and XLSX."""

import csv
import random
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

import openpyxl

WORDS: Final = (
    *("patienten", "pårørende", "frivillige", "afdelingen", "hver", "uge", "kommer", "og", "til", "samtale"),
    *("med", "personalet", "i", "huset", "nye", "veje", "for", "borgere", "der", "har", "brug", "hjælp"),
    *("blev", "prøvet", "to", "år", "siden", "kan", "gøres", "andre", "steder", "uden", "mange", "penge"),
)
"""What the invented texts are made of."""

HEADINGS: Final = (
    "Titel på initiativet",
    "Ansvarlig for initiativet",
    "Organisatorisk forankring for initiativet",
    "Navn",
    "E-mail",
    "Telefonnummer",
    "Starttidspunkt for initiativet",
    "Hvad er formålet med initiativet?",
    "Hvem er målgruppen for initiativet?",
    "Hvordan er initiativet nyskabende?",
    "Hvordan er initiativet implementeret?",
    "Hvordan har initiativet skabt værdi for brugerne?",
    "Personalets anerkendelse af initiativet?",
    "Hvordan kan initiativet spredes?",
)
"""The questions of the form `indstilling`."""

FACTS: Final = 7
"""How many of them are facts of one line; the others are answers."""


def write_text(path: Path, count: int) -> None:
    """So many nominations in the layout of the form, wrapped at 100 characters."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number, texts in enumerate(_nominations(count), start=1):
            file.write(f"Indstilling {number}: {texts[0]}\n")
            for heading, text in zip(HEADINGS, texts, strict=True):
                file.write(f"{heading}:\n{_wrapped(text)}\n\n")


def write_csv(path: Path, count: int) -> None:
    """The same, a row each, as Danish Excel writes it: semicolons, and UTF-8 with its mark."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(_rows(count))


def write_xlsx(path: Path, count: int) -> None:
    """The same as a workbook of one sheet."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Svar")
    for row in _rows(count):
        sheet.append(row)
    book.save(path)


def _rows(count: int) -> Iterator[list[str]]:
    yield ["Nr.", *HEADINGS]
    for number, texts in enumerate(_nominations(count), start=1):
        yield [str(number), *texts]


def _nominations(count: int) -> Iterator[list[str]]:
    """For each nomination one text for each heading; the same on every run."""
    draw = random.Random(26)  # noqa: S311 - invented texts, no secret
    for number in range(1, count + 1):
        facts = [f"Initiativ {number}", *(_sentence(draw, 3) for _fact in range(FACTS - 1))]
        facts[4] = f"person{number}@example.org"
        yield [*facts, *(_answer(draw) for _heading in HEADINGS[FACTS:])]


def _answer(draw: random.Random) -> str:
    return " ".join(_sentence(draw, 10) for _sentence_number in range(3))


def _sentence(draw: random.Random, words: int) -> str:
    return " ".join(draw.choices(WORDS, k=words)).capitalize() + "."


def _wrapped(text: str) -> str:
    lines: list[str] = [""]
    for word in chain.from_iterable([text.split()]):
        if len(lines[-1]) + len(word) > 100:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
