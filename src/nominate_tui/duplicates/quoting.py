"""Words of a nomination as they are written, found by their number."""

import re
from typing import Final

from nominate_tui.duplicates.fold import visible, words

QUOTED: Final = 12
"""Words of a passage that are quoted at most."""

_WORD: Final = re.compile(r"[^\W_]+")
_SIGNS: Final = 8
"""Signs before a word that are looked at, at most."""
_BEFORE: Final = re.compile(r"(?<!\S)(?:[^\w\s]|_)*\Z")
"""Signs before a word, where they stand after a space."""
_AFTER: Final = re.compile(r"(?:[^\w\s]|_)*(?=\s|\Z)")
"""Signs after a word, where no other word follows on them without a space."""


def quote(text: str, start: int, end: int) -> str:
    """The first words of a text from one place on and before another, as they are written.

    Places count folded words. Signs round the words stay, up to a space or a word that is not quoted.
    """
    answer = visible(text)
    end = min(end, start + QUOTED)
    written = list(_WORD.finditer(answer))
    if len(written) != len(words(answer)):
        written = [word for word in written for _ in words(word[0])]  # "½" is two words.
    quoted = written[start:end]
    if not quoted:
        return ""
    first, last = quoted[0].start(), quoted[-1].end()
    before, after = _BEFORE.search(answer[max(0, first - _SIGNS) : first]), _AFTER.match(answer, last)
    text = (before[0] if before else "") + answer[first : after.end() if after else last]
    return " ".join(chunk for chunk in text.split() if _WORD.search(chunk))
