"""What people and machines do to a text on its way from one nomination to another: every change by rule, from a seed."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from typing import Final

from duplicates.varied_words import ENGLISH
from nominate_tui.model.nomination import Nomination

_SENTENCE: Final = re.compile(r"(?<=[.!?:”])\s+")
_NUMBER: Final = re.compile(r"\d+")
_LETTERS: Final = "abdefghiklmnoprstuvyæøå"
_LOOK_ALIKE: Final = str.maketrans("aecopxyABEHKMOPTX", "аесорхуАВЕНКМОРТХ")
"""Latin letters, and the Cyrillic ones that look the same."""

Change = Callable[[str, Random], str]
"""A text changed; all chance comes from what is given."""


def answers(nomination: Nomination, change: Change, rng: Random) -> Nomination:
    """A nomination with every answer changed."""
    return replace(nomination, answers={id: change(text, rng) for id, text in nomination.answers.items()})


def sentences(text: str) -> list[str]:
    """A text's sentences, or what comes near to them."""
    return [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]


def own_words(text: str, rng: Random) -> str:
    """The same said in another way: two of three sentences, each with its words in another order.

    No five words in a row are left, as when two persons write of one thing; the vocabulary is.
    """
    kept = [sentence for place, sentence in enumerate(sentences(text)) if place % 3 != 2]
    return " ".join(shuffled(sentence.lower(), rng) for sentence in kept)


def shuffled(text: str, rng: Random) -> str:
    """The words in another order."""
    words = text.split()
    rng.shuffle(words)
    return " ".join(words)


def turned(text: str, rng: Random) -> str:
    """The words after a cut first, then those before it."""
    words = text.split()
    cut_at = rng.randint(1, max(1, len(words) - 1))
    return " ".join(words[cut_at:] + words[:cut_at])


def typing_errors(text: str, rng: Random, share: float = 0.03) -> str:
    """Every letter left out, doubled, replaced or put in the next one's place with a chance of `share` (0 to 1)."""
    return "".join(_mistyped(letter, rng) if _hit(letter, rng, share) else letter for letter in text)


def _hit(letter: str, rng: Random, share: float) -> bool:
    return letter.isalpha() and rng.random() < share


def _mistyped(letter: str, rng: Random) -> str:
    return rng.choice(("", letter * 2, rng.choice(_LETTERS), rng.choice(_LETTERS) + letter))


def first_half(text: str, _: Random) -> str:
    """The first half of the sentences, at least one."""
    every = sentences(text)
    return " ".join(every[: (len(every) + 1) // 2])


def last_half(text: str, _: Random) -> str:
    """What `first_half` leaves out."""
    every = sentences(text)
    return " ".join(every[(len(every) + 1) // 2 :])


def abridged(text: str, _: Random) -> str:
    """Every other sentence."""
    return " ".join(sentences(text)[::2])


def as_list(text: str, _: Random) -> str:
    """A sentence a line, with a bullet before it."""
    return "\n".join(f"• {sentence}" for sentence in sentences(text))


def wrapped(text: str, _: Random) -> str:
    """In capitals, with lines of five words, as an old mail program leaves a text."""
    words = text.upper().split()
    return "\n".join("  ".join(words[start : start + 5]) for start in range(0, len(words), 5))


def look_alike(text: str, _: Random) -> str:
    """Letters of another script in the place of Latin ones that look the same."""
    return text.translate(_LOOK_ALIKE)


def unseen(text: str, _: Random) -> str:
    """Soft hyphens and zero-width spaces in every longer word, and accents as signs of their own (NFD)."""
    within = re.sub(r"(\w{3})(?=\w{2})", "\\1\u00ad\u200b", text)
    return unicodedata.normalize("NFD", within)


def spelt_out(text: str, _: Random) -> str:
    """Danish letters as systems without them write them."""
    pairs = (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("Æ", "Ae"), ("Ø", "Oe"), ("Å", "Aa"), ("é", "e"))
    for letter, two in pairs:
        text = text.replace(letter, two)
    return text


def new_figures(text: str, rng: Random) -> str:
    """Every number another one."""
    return _NUMBER.sub(lambda number: str(int(number[0]) + rng.randint(1, 9)), text)


def in_english(text: str, _: Random) -> str:
    """Names of organisations, and the little words between them, in English."""
    for danish in sorted(ENGLISH, key=len, reverse=True):
        text = text.replace(danish, ENGLISH[danish])
    return text


def cut(nomination: Nomination, least: int, most: int, rng: Random) -> str:
    """Some sentences in a row out of one answer, between `least` and `most` words together; empty where none are."""
    found = [run for text in nomination.answers.values() for run in _runs(sentences(text), least, most)]
    return rng.choice(found) if found else ""


def _runs(every: list[str], least: int, most: int) -> Iterable[str]:
    for start in range(len(every)):
        for end in range(start + 1, len(every) + 1):
            run = " ".join(every[start:end])
            if least <= len(run.split()) <= most:
                yield run


def with_quote(nomination: Nomination, quote: str, rng: Random) -> Nomination:
    """A nomination with a text put at the end of one of its answers."""
    id = rng.choice(sorted(nomination.answers))
    return replace(nomination, answers={**nomination.answers, id: f"{nomination.answers[id]}\n\n{quote}"})
