"""Makes foreign text inert: what a terminal would obey or a reader could not see becomes a visible sign or goes.

Text is cleaned once, when it is read. Words and layout stay; `[markup]` stays too, since it is only dangerous
where a screen parses it, and no screen may parse foreign text.
"""

import re
import unicodedata
from typing import Final

MARKS_KEPT: Final = 8
"""How many combining marks and joiners stay on one letter; Thai, Hebrew and Vietnamese need three or four."""

_ORDINARY = r"\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122\u2190-\u21ff"
"""Characters that are harmless and already in normal form, whatever stands beside them: all of most texts."""

_UNUSUAL = re.compile(f"[^{_ORDINARY}]")

# The other three are compiled when the first unusual text comes, which at the start of the program is seldom.
_NO_LETTER: Final = rf"[^{_ORDINARY}\w]"
"""What is neither ordinary nor a letter: all that is strange, combining marks and joiners, and rare signs."""

_MAY_BE_MARKS: Final = f"{_NO_LETTER}{_NO_LETTER}{{{MARKS_KEPT},}}"
_TAGS: Final = r"\U000e0000-\U000e007f"
"""They spell hidden text."""

# One set of characters, which a search jumps to, and what may follow some of them.
_STRANGE: Final = (
    r"[\r\u2028\u2029"  # ends of lines
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters
    r"\xad\u180e\u200b\u2060-\u2064\ufeff"  # invisible, and never needed to spell a word
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb"  # these turn the reading direction or hide text
    r"\ud800-\udfff\ufdd0-\ufdef"  # lone surrogates, and code points that never are characters
    + "".join(f"{chr(plane << 16 | 0xFFFE)}-{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + rf"{_TAGS}](?:(?<=\r)\n|(?<=[{_TAGS}])[{_TAGS}]+)?"
)

_ASCII: Final = b"\t\n" + bytes(range(0x20, 0x7F))
"""What is ordinary of ASCII."""

_SHORT: Final = 1_000
"""A text of fewer characters is looked through as it is."""

_PIECE: Final = 1_000_000
"""How many characters of a text are looked at together."""

_DIRECTIONS: Final = {
    "\u061c": "ALM",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_JOINERS: Final = "\u200c\u200d"
_UNREADABLE: Final = "\ufffd"


def clean(text: str) -> str:
    """The text in normal form C, made inert; cleaning it again changes nothing.

    CR and CRLF, line and paragraph separators become LF; tabs stay. Control characters become their pictures
    (`␛`, `␡`) or, above 7F, their number (`⟨9B⟩`). Characters that turn the reading direction become their
    name (`⟨RLO⟩`), hidden TAG characters one `⟨TAG⟩`. Soft hyphens, zero-width spaces, word joiners and byte
    order marks go; the joiners that spell Persian and emoji stay. Of combining marks a letter keeps eight. What
    is no character at all becomes U+FFFD.
    """
    if is_ordinary(text):
        return text
    if not re.search(_NO_LETTER, text):
        return unicodedata.normalize("NFC", text)
    # Marks are cut before normalising, which takes quadratic time on long runs of them, and after it, since
    # some characters come apart into more marks.
    text = _without_pile(re.sub(_STRANGE, _sign, text))
    normal = unicodedata.normalize("NFC", text)
    return normal if normal == text else _without_pile(normal)


def is_ordinary(text: str) -> bool:
    """Whether nothing in a text, or in any part of it, needs cleaning; some that say no need none either."""
    if len(text) < _SHORT:
        return not _UNUSUAL.search(text)
    return not _UNUSUAL.search(text, 0, _SHORT) and all(
        not _UNUSUAL.search(_beyond_ascii(text[start : start + _PIECE]))
        for start in range(0, len(text), _PIECE)
    )


def _beyond_ascii(text: str) -> str:
    """A text without what is ordinary of ASCII, which most of it is, and which goes at the speed of C."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def clean_line(text: str) -> str:
    """The same for a text that is shown on one line: ends of lines and tabs become spaces."""
    return clean(text).replace("\n", " ").replace("\t", " ")


def _sign(found: re.Match[str]) -> str:
    """What is shown for one strange character."""
    strange = found[0]
    code = ord(strange[0])
    if strange[0] in "\r\u2028\u2029":
        return "\n"
    if code < 0xA0:
        return _picture(code)
    if strange in "\xad\u180e\u200b\ufeff" or 0x2060 <= code <= 0x2064:
        return ""
    return _name(strange, code)


def _picture(code: int) -> str:
    """The Unicode control picture of a control character; a number in brackets where there is none."""
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟨{code:02X}⟩"


def _name(strange: str, code: int) -> str:
    """The name of a character that turns the reading direction or hides text; U+FFFD for what is none."""
    if 0xE0000 <= code <= 0xE007F:
        return "⟨TAG⟩"
    if 0x206A <= code <= 0x206F or 0xFFF9 <= code <= 0xFFFB:
        return f"⟨{code:04X}⟩"
    name = _DIRECTIONS.get(strange)
    return f"⟨{name}⟩" if name else _UNREADABLE


def _without_pile(text: str) -> str:
    """The text with at most `MARKS_KEPT` marks and joiners in a row; only runs that may have more are looked at."""
    return re.sub(_MAY_BE_MARKS, _cut, text)


def _cut(run: re.Match[str]) -> str:
    kept = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= MARKS_KEPT:
            kept.append(character)
    return "".join(kept)


def _is_mark(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character).startswith("M")
