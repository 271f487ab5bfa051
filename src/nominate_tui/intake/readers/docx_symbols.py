"""Says in ordinary characters what the signs of Word's symbol fonts are, which have codes of their own."""

import re
from collections.abc import Mapping
from typing import Final

UNKNOWN: Final = "\ufffd"
"""What stands for a sign that is not known: that something stands there must be seen."""

_PRIVATE: Final = range(0xE000, 0xF900)
"""Codes that have a meaning in one font only; Word moves those of symbol fonts up to F000."""

_CODE = re.compile("[0-9A-Fa-f]{1,4}")

_GREEK: Final = dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)) | dict(
    zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)
)

_FONTS: Final[Mapping[str, Mapping[int, str]]] = {
    "symbol": _GREEK
    | {0x2D: "−", 0xA0: "€", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓"}
    | {0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡"}
    | {0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xDE: "⇒", 0xE5: "∑"},
    "wingdings": {0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x75: "◆", 0x78: "☒"}
    | {0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔"}
    | {0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
}
"""By font, the signs that are common in documents: boxes and ticks, arrows, bullets, mathematics."""


def symbol(font: str, code: str) -> str:
    """The character for a sign (`w:sym`) of a font, by its code of four hexadecimal digits."""
    if not _CODE.fullmatch(code):
        return UNKNOWN
    number = int(code, 16)
    signs = _FONTS.get(font.lower())
    if signs is not None:
        return signs.get(number & 0xFF, UNKNOWN)
    return UNKNOWN if number in _PRIVATE else chr(number)
