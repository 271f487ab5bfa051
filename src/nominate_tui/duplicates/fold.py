"""Text as it is compared: how a word is spelt, in which case and with which signs round it does not matter.

A title that looks the same to a reader must compare as the same, whatever code points it is made of.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_IGNORABLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Signs that nobody sees: the property Default_Ignorable_Code_Point of the Unicode Character Database."""

_ALIKE: Final = str.maketrans(
    # Cyrillic, then Greek, then Armenian and the rest; lower case, for the text is folded before. A letter whose
    # capital is the one that deceives (Cyrillic Н) goes to what the capital looks like.
    "авекмнорстухіјѕһԁԛԝ" + "αβεζηικμνορτυχγ" + "օսհոɑɡı",
    "abekmhopctyxijshdqw" + "abezhikmvoptuxy" + "ouhnagi",
)
"""Letters of other scripts, and the Latin letter each is taken for (a part of Unicode's confusables.txt)."""
_FOREIGN: Final = re.compile(f"[{''.join(map(chr, _ALIKE))}]")
_WORD: Final = re.compile(r"[^\W_]+")


def visible(text: str) -> str:
    """The text without the signs that nobody sees, its accents composed (NFC)."""
    return unicodedata.normalize("NFC", _IGNORABLE.sub("", text))


def fold(text: str) -> str:
    """The text in one case, without unseen signs, with one spelling for what looks the same; accents stay."""
    if text.isascii():
        return text.casefold()
    folded = _IGNORABLE.sub("", unicodedata.normalize("NFKD", text)).casefold()
    if _FOREIGN.search(folded):
        folded = folded.translate(_ALIKE)
    return unicodedata.normalize("NFC", folded)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, in order; punctuation and spaces are gone."""
    return tuple(_WORD.findall(fold(text)))


class Names:
    """Reads names of organisations, and knows which of them mean the same."""

    def __init__(self, aliases: Iterable[Iterable[str]] = ()) -> None:
        """Take groups of names for one organisation: `[["BFH", "Bispebjerg og Frederiksberg Hospital"]]`."""
        self._first: dict[str, str] = {}
        for group in aliases:
            self._learn([name for name in map(_spelt, group) if name])
        longest_first = sorted(self._first, key=len, reverse=True)
        self._known = re.compile(rf"(?<!\S)(?:{'|'.join(longest_first)})(?!\S)") if longest_first else None

    def _learn(self, group: list[str]) -> None:
        for name in group:
            self._first.setdefault(name, group[0])

    def words(self, text: str) -> tuple[str, ...]:
        """The folded words of a text, each known name as the words of the first name of its group."""
        spelt = _spelt(text)
        if self._known is not None:
            spelt = self._known.sub(lambda found: self._first[found[0]], spelt)
        return tuple(spelt.split())


def _spelt(text: str) -> str:
    return " ".join(words(text))
