"""Guesses what the headings of an unknown form fill: what the shipped forms call so, or an answer named by its words."""

import re
import unicodedata
from collections.abc import Container, Iterable
from typing import Final

from nominate_tui.intake.form import ANSWER, FILLS, heading_key
from nominate_tui.intake.form_files import known_forms

_FACT: Final = "facts."

_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th", "ł": "l"})

_SMALL_WORD: Final = re.compile(
    "hvad|hvem|hvilke[nt]?|hvor|hvor(?:dan|for|når)|er|har|kan|skal|vil|bliver|blev|de[nrt]?|som|en|et|af|for|fra|i|med"
    "|om|på|til|ved|og|eller|jeres|din|dit|dine"
    "|what|who|which|where|how|why|when|is|are|was|were|has|have|can|could|will|would|do|does|did|the|an?|of|from|in"
    "|with|about|on|to|by|and|or|your|this|that"
)
"""Words that say nothing of what is asked, in Danish and English."""

_MOST_WORDS: Final = 4
_LONGEST: Final = 40
"""How many words and characters an id has at most; a number may come behind it."""


def fills_of(headings: Iterable[str], never: Container[str] = ()) -> tuple[str, ...]:
    """What each heading probably fills, each something else; nothing of `never`.

    Where a shipped form has a heading for a fixed field or a fact, it fills that, and of two such only the first does.
    All others are answers.
    """
    known = {
        heading: question.fills
        for form in known_forms()
        for question in form.questions
        for heading in map(heading_key, question.headings)
        if question.fills.startswith((*FILLS, _FACT)) and question.fills not in never
    }
    taken: dict[str, None] = {}
    for heading in headings:
        fixed = known.get(heading_key(heading), "")
        taken[fixed if fixed and fixed not in taken else _answer(heading, taken)] = None
    return tuple(taken)


def _answer(heading: str, taken: Container[str]) -> str:
    """A name for an answer that is not taken yet."""
    id = id_of(heading) or "answer"
    free, count = id, 1
    while f"{ANSWER}{free}" in taken or f"{_FACT}{free}" in taken:
        count += 1
        free = f"{id}_{count}"
    return f"{ANSWER}{free}"


def id_of(heading: str) -> str:
    """The first telling words of a heading as an id, in letters a to z; empty where none of it can be written so."""
    words = heading_key(heading).split()
    telling = [word for word in words if not _SMALL_WORD.fullmatch(word.strip("?:.,()"))] or words
    plain = (re.sub("[^a-z0-9]+", "", _folded(word)) for word in telling)
    return "_".join([word for word in plain if word][:_MOST_WORDS])[:_LONGEST].rstrip("_")


def _folded(word: str) -> str:
    """A word without accents, and with its Danish letters written with two."""
    return unicodedata.normalize("NFD", word.casefold().translate(_LETTERS))
