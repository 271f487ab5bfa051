"""Puts together the words that are divided between two lines: `evalu-`, `ation was` become `evaluation`, `was`.

Whether such a hyphen was the writer's own (`udsatte-`, `fagligheden`) or came with the end of the line is not
written anywhere. The rules were made by looking at every such line of five real documents. The first that holds
tells:

1. A digit stands beside it: it stays (`2010-`, `2012`; `covid-`, `19`).
2. The word stands somewhere else in the document, within a line: it is written as there.
3. The hyphen is one that no division makes, and stays: the part above is an abbreviation (`F-ACT-`, `teams`), the
   part below begins with a capital (unless the whole line is in capitals), either has a hyphen of its own (`peer-`,
   `to-peer`), either has no vowel (`tv-`, `serie`), the part above is a single letter (`e-`, `mail`).
4. The part above begins words that have a hyphen, as `well` and `ikke` do: it stays.
5. It stands alone: there is text around it, `_NEAR` lines up and down, and no other word divided. Who divides words
   does it every few lines, so this hyphen is the writer's own and stays (`lavterskel-`, `tilbud`).
6. Otherwise it goes.

Within a sentence, the word then stands on the lower line. A line that loses its first word and ends with a full
stop would look as if a paragraph ended early there; the upper line loses its last, but is followed by a longer one,
and looks as full as it was. The word stands on the upper line

- where what is left of this line does not end with a letter. It may be blank, or a sign, a number or a label that
  means nothing by itself (`•`, `A.1`, `Titel:`), or have a hyphen that would then end the line;
- where the word does not begin with a small letter, or the lower line is on the next page, unless the lower would
  come to be blank. A line that begins with a small letter tells that a sentence or a title goes on, and stays so.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.intake.readers.divisions import HYPHENS, PUNCTUATION, Division, divisions
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.notation.wording import shown

_NO_VOWEL: Final = re.compile(r"[b-df-hj-np-tv-xz]+", re.IGNORECASE)
_OUTSIDE: Final = re.compile(r"[^\w'’]")

_HYPHENATED: Final = re.compile("well|self|non|ikke|long|short|high")
"""First parts of words that have a hyphen, but for a few: wellness, selfish, nonsense, longest, highlight."""
_ENDINGS: Final = re.compile("ness|less|ish|sense|ing|ers?|est|ages?|ly|lights?|ways?|stop")

_NEAR: Final = 50
_ENOUGH: Final = 40
"""Of the lines within `_NEAR` of a hyphen, how many must have text right below for it to stand alone."""

_EXAMPLES: Final = 3
"""How many words the warning repeats."""


def words_together(
    name: str, lines: Sequence[str], places: Sequence[int | str]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The lines with divided words put together, and one warning that tells which; there are as many lines as before.

    `lines` are clean and without white space around them, `places` tells where each stands. No word is lost, and to
    do it again changes nothing.
    """
    divided = list(divisions(lines))
    if not divided:
        return tuple(lines), ()
    whole = _whole_words(lines, divided)
    mended = list(lines)
    for division, word in zip(divided, whole, strict=True):
        _write(mended, division, word)
    return tuple(mended), (_told(f"{name}:{places[divided[0].upper]}", whole),)


def _write(lines: list[str], division: Division, word: str) -> None:
    above = lines[division.upper].removesuffix(division.first + division.hyphen)
    below = lines[division.lower].removeprefix(division.second)
    if _stands_below(division, above.rstrip(), below):
        lines[division.upper], lines[division.lower] = above.rstrip(), word + below
    else:
        lines[division.upper], lines[division.lower] = above + word, below.lstrip()


def _stands_below(division: Division, above: str, below: str) -> bool:
    """Whether the whole word is put on the lower line, by what is left of both without it."""
    if not above[-1:].isalpha():
        return False
    same_page = division.lower == division.upper + 1
    return not below or (same_page and division.first[0].islower())


def _told(where: str, words: Sequence[str]) -> Problem:
    message = ngettext(
        "a word that was divided at the end of a line was put together: {words}",
        "{count} words that were divided at the ends of lines were put together: {words}",
        len(words),
    )
    return Problem(
        "warning",
        where,
        "",
        message.format(count=len(words), words=_examples(words)),
        _("where a hyphen should have stayed or gone, mend it in the document"),
    )


def _examples(words: Sequence[str]) -> str:
    bare = list(dict.fromkeys(word.strip(PUNCTUATION) for word in words))
    named = ", ".join(map(shown, bare[:_EXAMPLES]))
    return named if len(bare) <= _EXAMPLES else f"{named}, …"


def _whole_words(lines: Sequence[str], divided: Sequence[Division]) -> list[str]:
    """How each of the words is written when it is whole."""
    words = _words(lines)
    certain = [_certain(division, words) for division in divided]
    both = list(zip(divided, certain, strict=True))
    others = [division.upper for division, word in both if word is None or word == division.joined]
    return [word or _by_others(division, others, lines) for division, word in both]


def _words(lines: Sequence[str]) -> frozenset[str]:
    """Every word that stands within a line, in small letters."""
    found: set[str] = set()
    for line in lines:
        if line:
            parts = line.split()
            found.update(parts[:-1] if line.endswith(HYPHENS) else parts)
    return frozenset(word.casefold().strip(PUNCTUATION) for word in found)


def _certain(division: Division, words: frozenset[str]) -> str | None:
    """The whole word by the rules 1 to 4; `None` where none of them holds."""
    first, second = division.first, division.second
    if first[-1].isdigit() or second[0].isdigit() or _is(division.kept, words):
        return division.kept
    if _is(division.joined, words) or _is(_last_part(first) + second, words):
        return division.joined
    return division.kept if _is_own(division) or _is_hyphenated(division) else None


def _is(word: str, words: frozenset[str]) -> bool:
    return word.casefold().strip(PUNCTUATION) in words


def _last_part(first: str) -> str:
    """Of what stands before the hyphen, the part behind the last hyphen, slash or bracket."""
    return first if first.isalnum() else _OUTSIDE.split(first)[-1]


def _is_own(division: Division) -> bool:
    """Whether the hyphen is one that no division of a word makes."""
    first, second = _last_part(division.first), division.second.rstrip(PUNCTUATION)
    if len(first) == 1 or any(hyphen in division.first + second for hyphen in HYPHENS):
        return True
    if _NO_VOWEL.fullmatch(first) or _NO_VOWEL.fullmatch(second):
        return True
    in_capitals = division.shouted and second.isupper()
    return not in_capitals and (first.isupper() or second[0].isupper())


def _is_hyphenated(division: Division) -> bool:
    """Whether the first part is one of those that are followed by a hyphen."""
    if not _HYPHENATED.fullmatch(_last_part(division.first).casefold()):
        return False
    return not _ENDINGS.fullmatch(division.second.rstrip(PUNCTUATION).casefold())


def _by_others(division: Division, others: Sequence[int], lines: Sequence[str]) -> str:
    """The whole word by the rules 5 and 6; `others` are the lines at which words may be divided, in order."""
    alone = _stands_alone(division.upper, others, lines)
    return division.kept if alone else division.joined


def _stands_alone(index: int, others: Sequence[int], lines: Sequence[str]) -> bool:
    """Whether there is text around a line and no other word divided in it."""
    around = others[bisect_left(others, index - _NEAR) : bisect_left(others, index + _NEAR + 1)]
    if len(around) > 1:
        return False
    near = lines[max(0, index - _NEAR) : index + _NEAR + 1]
    return sum(1 for line, below in pairwise(near) if line and below) >= _ENOUGH
