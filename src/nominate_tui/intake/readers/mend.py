"""Mends what a text suffered on its way: misread encodings, ligatures, divided words, the furniture of its pages.

*Mojibake* is UTF-8 that was once read as Windows-1252 or Latin-1: `KlÃ¦deskabet`. A sign such as `Ã¦` is repaired
where no writer puts one: behind a small letter, before a letter, in a row of several, and elsewhere if its second half
cannot be punctuation. So `“IRMÃ”` stays. In a document that has any of these,
the others (`Ã…`) are repaired as well, but for the end of a word in capitals. What such a sign stands for, ftfy's
`fix_encoding` tells, which knows the encodings and what was misread twice; it is not asked for anything else.

*Ligatures* (`ﬁ`) become their letters. Nothing else that Unicode calls compatible is touched.

*Hyphens* that PDF readers and word processors have for the end of a line, U+FFFE, U+0002 and soft hyphens, become
ordinary ones there. See `hyphens` for divided words, and `furniture` for what pages repeat.

Each kind of repair is one warning, which tells how many there are and names the first.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.intake.readers.furniture import without_furniture
from nominate_tui.intake.readers.hyphens import words_together
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.notation.clean import clean, is_ordinary
from nominate_tui.notation.wording import shown

_MISREAD: Final = ("Ã", "Â", "â€", "â\x80", "ðŸ", "ð\x9f")
"""How characters beyond ASCII mostly begin when their UTF-8 was misread; most texts have none of these."""

_SECOND: Final = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""What the second byte of a character in UTF-8, and each after it, is read as."""

# Compiled when it is first needed, which for most texts is never.
_SIGNS: Final = (
    f"(?:[ÂÃ]{_SECOND}|(?<=[a-zß-ÿ])[ÄÅ]{_SECOND}|â[€‚„\x80\x82\x84]{_SECOND}|ð[Ÿ\x9f]{_SECOND}{_SECOND})+"
)
"""Letters with accents, punctuation and emoji as they are misread."""

_BEHIND_CAPITALS: Final = frozenset("¡¢£¤¥¦§¨¬¯±µ¶¸¼½¾¿")
_ELSEWHERE: Final = _BEHIND_CAPITALS | frozenset("©ª\xad®°²³´·¹º")
"""Second halves that no writer puts behind a word in capitals that ends with `Ã` or `Â`, and behind these letters
elsewhere."""

_EVIDENCE: Final = "VÃ¦re pÃ¥ Ã¸en\n"
_REPAIRED: Final = "Være på øen\n"
"""What is put before a sign to tell ftfy that it stands in mojibake, and what becomes of that."""
_STEPS: Final = frozenset(
    {
        ("encode", "latin-1"),
        ("encode", "windows-1252"),
        ("encode", "sloppy-windows-1252"),
        ("decode", "utf-8"),
        ("apply", "decode_inconsistent_utf8"),
    }
)
"""What ftfy may do to such a sign; other steps are guesses at rarer encodings."""

_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_TO_LETTERS: Final = str.maketrans(_LIGATURES)

_HYPHENS: Final = ("\ufffe", "\x02", "\xad")
_HYPHEN_AT_END: Final = "(?<=\\w)(?:[\ufffe\x02](?=\\s|\\Z)|\xad(?=\\s*\\Z))"

_TWO: Final = 2

_EXAMPLES: Final = 3
_LOOKED_AT: Final = 30
"""How many words a warning repeats, and how many lines are looked at for words that are not alike."""

Mended = tuple[Sequence[str], tuple[Problem, ...]]


def mended(
    name: str, lines: Sequence[str], places: Sequence[int | str]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The lines clean, mended, without furniture and without white space around them, and what was mended.

    `lines` are as they were read, each without its end; there are as many afterwards, and `places` tells where each
    stands. Ordinary text stays as it is, no word is lost but those that the warnings tell, and to mend it again
    changes nothing.
    """
    lines, told = _readable(name, lines, places)
    text, _same, left_out = without_furniture(name, tuple(map(str.strip, lines)), places)
    whole, divided = words_together(name, text, places)
    return whole, (*told, *left_out, *divided)


def without_mojibake(name: str, text: str) -> tuple[str, tuple[Problem, ...]]:
    """A text, still raw, of which no letter is one that was misread; and a warning where there were such."""
    if not any(sign in text for sign in _MISREAD):
        return text, ()
    lines = text.split("\n")
    repaired, told = _repaired(name, lines, range(1, len(lines) + 1))
    return "\n".join(repaired), told


def _readable(name: str, lines: Sequence[str], places: Sequence[int | str]) -> Mended:
    """The lines clean, with their letters right; cleaning comes last, since it takes away what tells."""
    told: tuple[Problem, ...] = ()
    text = "\n".join(lines)
    if any(sign in text for sign in _MISREAD):
        lines, told = _repaired(name, lines, places)
        text = "\n".join(lines)
    if is_ordinary(text):
        return lines, told
    if any(ligature in text for ligature in _LIGATURES):
        lines, ligatures = _in_letters(name, lines, places)
        told += ligatures
    if any(hyphen in text for hyphen in _HYPHENS):
        lines = [re.sub(_HYPHEN_AT_END, "-", line) for line in lines]
    # A line stays one line, also where it is found to have a separator in it.
    return [clean(line).replace("\n", " ") for line in lines], told


def _repaired(name: str, lines: Sequence[str], places: Sequence[int | str]) -> Mended:
    """The lines without mojibake."""
    suspect = [index for index, line in enumerate(lines) if re.search(_SIGNS, line)]
    if not any(_is_certain(sign) for index in suspect for sign in re.finditer(_SIGNS, lines[index])):
        return lines, ()
    fixed = {index: _fixed(lines[index]) for index in suspect}
    fixed = {index: line for index, line in fixed.items() if line != lines[index]}
    if not fixed:
        return lines, ()
    message = ngettext(
        "a line that had been read in a wrong encoding was repaired: {examples}",
        "{count} lines that had been read in a wrong encoding were repaired: {examples}",
        len(fixed),
    )
    message = message.format(count=len(fixed), examples=_examples(lines, fixed))
    warning = _warning(f"{name}:{places[min(fixed)]}", message)
    return [fixed.get(index, line) for index, line in enumerate(lines)], (warning,)


def _is_certain(sign: re.Match[str]) -> bool:
    """Whether it is mojibake wherever it stands."""
    before, after = _beside(sign)
    if len(sign[0]) > _TWO or before.islower() or (after.isalnum() and sign[0][1] != "\xa0"):
        return True
    return sign[0][1] in (_BEHIND_CAPITALS if before.isupper() else _ELSEWHERE)


def _beside(sign: re.Match[str]) -> tuple[str, str]:
    """The characters before and behind it, which are empty at the ends of the line."""
    return sign.string[max(0, sign.start() - 1) : sign.start()], sign.string[sign.end() : sign.end() + 1]


def _fixed(line: str) -> str:
    """The line of a document that has mojibake without it."""
    while (
        fixed := re.sub(_SIGNS, _meant, line)
    ) != line:  # what was repaired may be the half of another sign
        line = fixed
    return line


def _meant(sign: re.Match[str]) -> str:
    before, _after = _beside(sign)
    return sign[0] if before.isupper() and not _is_certain(sign) else _stands_for(sign[0])


@lru_cache(maxsize=1000)
def _stands_for(sign: str) -> str:
    """What was misread as this; the same where it cannot be told."""
    # Imported here: it takes a tenth of a second, and hardly any document needs it.
    from ftfy import TextFixerConfig, fix_encoding_and_explain

    # Without these, it would put spaces where none are known to be, and make letters of control characters.
    config = TextFixerConfig(restore_byte_a0=False, replace_lossy_sequences=False, fix_c1_controls=False)
    fixed, done = fix_encoding_and_explain(_EVIDENCE + sign, config)
    steps = {(step.action, step.parameter) for step in done or ()}
    return fixed.removeprefix(_REPAIRED) if steps <= _STEPS and fixed.startswith(_REPAIRED) else sign


def _in_letters(name: str, lines: Sequence[str], places: Sequence[int | str]) -> Mended:
    """The lines with letters for ligatures."""
    written = {
        index: line.translate(_TO_LETTERS)
        for index, line in enumerate(lines)
        if any(ligature in line for ligature in _LIGATURES)
    }
    count = sum(lines[index].count(ligature) for index in written for ligature in _LIGATURES)
    message = ngettext(
        "a ligature was written as its letters: {examples}",
        "{count} ligatures were written as their letters: {examples}",
        count,
    )
    message = message.format(count=count, examples=_examples(lines, written))
    warning = _warning(f"{name}:{places[min(written)]}", message)
    return [written.get(index, line) for index, line in enumerate(lines)], (warning,)


def _examples(lines: Sequence[str], mended: Mapping[int, str]) -> str:
    """Some words that were mended, before and after; `mended` are whole lines by their indices."""
    pairs = (_first_change(lines[index], line) for index, line in islice(mended.items(), _LOOKED_AT))
    unlike = list(dict.fromkeys(pairs))
    told = [_("{before} is {after}").format(before=shown(one), after=shown(other)) for one, other in unlike]
    return ", ".join(told if len(told) <= _EXAMPLES else [*told[:_EXAMPLES], "…"])


def _first_change(old: str, new: str) -> tuple[str, str]:
    """The first word that was mended, before and after."""
    words = zip(old.split(" "), new.split(" "), strict=False)
    return next((pair for pair in words if pair[0] != pair[1]), (old, new))


def _warning(where: str, message: str) -> Problem:
    return Problem(
        "warning", where, "", message, _("look whether it is right, and mend it in the document if not")
    )
