"""Text as it is compared: how a word is spelt, in which case and with which signs round it does not matter.

A title that looks the same to a reader must compare as the same, whatever code points it is made of.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_IGNORABLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Signs that nobody sees: the property Default_Ignorable_Code_Point of the Unicode Character Database."""

_ALIKE: Final = dict(
    zip(
        # Cyrillic, then Greek, then Armenian and the rest; lower case, for the text is folded before. A letter whose
        # capital is the one that deceives (Cyrillic Н) goes to what the capital looks like.
        "авекмнорстухіјѕһԁԛԝӕӏүѵ" + "αβεζηικμνορτυχγ" + "օսհոɑɡı",
        "abekmhopctyxijshdqwælyv" + "abezhikmvoptuxy" + "ouhnagi",
        strict=True,
    )
)
"""Letters of other scripts, and the Latin letter each is taken for (a part of Unicode's confusables.txt)."""
_CROSSED: Final = "o\u0338"
"""An o with a stroke of its own, which no form of Unicode makes one letter of."""
_FOREIGN: Final = re.compile(f"[{''.join(_ALIKE)}]")
_ORDINARY: Final = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿ–—’“”]*")
"""Texts that are the same in every form of Unicode."""
_WORD: Final = re.compile(r"[^\W_]+")

Words = tuple[str, ...]
"""Folded words, in order."""


def visible(text: str) -> str:
    """The text without the signs that nobody sees, its accents composed (NFC)."""
    return (
        text
        if text.isascii() or _ORDINARY.fullmatch(text)
        else unicodedata.normalize("NFC", _IGNORABLE.sub("", text))
    )


def fold(text: str) -> str:
    """The text in one case, without unseen signs, with one spelling for what looks the same; accents stay."""
    if text.isascii():
        return text.lower()
    if _ORDINARY.fullmatch(text):
        return text.casefold()
    folded = _IGNORABLE.sub("", unicodedata.normalize("NFKD", text)).casefold()
    folded = folded.replace(_CROSSED, "ø")
    return unicodedata.normalize("NFC", _FOREIGN.sub(lambda found: _ALIKE[found[0]], folded))


def words(text: str) -> Words:
    """The words of a text, folded, in order; punctuation and spaces are gone."""
    return tuple(_WORD.findall(fold(text)))


class Names:
    """Reads names of organisations, and knows which of them mean the same."""

    def __init__(self, aliases: Iterable[Iterable[str]] = ()) -> None:
        """Take groups of names for one organisation: `[["BFH", "Bispebjerg og Frederiksberg Hospital"]]`."""
        self._first: dict[Words, Words] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        """By the first word of a name how many words such names have, the longest first."""
        self._every: dict[Words, set[str]] = {}
        for group in aliases:
            self._learn([name for name in map(words, group) if name])

    def _learn(self, group: Sequence[Words]) -> None:
        for name in group:
            first = self._first.setdefault(name, group[0])
            self._every.setdefault(first, set()).update(name)
            lengths = {*self._lengths.get(name[0], ()), len(name)}
            self._lengths[name[0]] = tuple(sorted(lengths, reverse=True))

    def words(self, text: str) -> Words:
        """The folded words of a text, each known name as the words of the first name of its group."""
        return self.known(words(text))

    def spelt(self, text: str) -> str:
        """A text, with each known name as the first name of its group; only its words matter."""
        if not self._first:
            return text
        return " ".join(self.words(text))

    def known(self, said: Words) -> Words:
        """The same of the folded words of a text."""
        if self._lengths.keys().isdisjoint(said):
            return said
        return tuple(word for name in self._read(said) for word in self._first.get(name, name))

    def every_word(self, text: str) -> frozenset[str]:
        """The folded words of a text, and those of every other name of what it names."""
        said = words(text)
        if self._lengths.keys().isdisjoint(said):
            return frozenset(said)
        known = [self._first[name] for name in self._read(said) if name in self._first]
        return frozenset(said).union(*(self._every[first] for first in known))

    def _read(self, said: Words) -> Iterator[Words]:
        """Words as known names, the longest at each place, and single words between them."""
        place = 0
        while place < len(said):
            end = place + 1
            for length in self._lengths.get(said[place], ()):
                if said[place : place + length] in self._first:
                    end = place + length
                    break
            yield said[place:end]
            place = end
