"""One title, read: what it is called, where, and by which number; "Klædeskab på Esbjerg Sygehus" is called "Klædeskab"."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from string import ascii_lowercase
from typing import Final

from nominate_tui.duplicates.fold import Names, fold, visible, words
from nominate_tui.duplicates.stems import GENERAL, LINKING, NAMELESS, stem
from nominate_tui.duplicates.units import codes

EXPLAINED: Final = re.compile(r"\s+[-–—]+\s+|:\s+|\s+\(")
"""What parts a name from its explanation."""
_PARTING: Final = frozenset("-–—:(/|")
"""Signs without which a title has no parts."""
_HALVED: Final = re.compile(r"\s+[/|]\s+")
"""What parts two names of one thing: "Levende arkiv / Living Archive"."""
LONGEST: Final = 500
"""Characters of a title that are compared at most: more are a text that came into the wrong field."""
_BRACKETS: Final = re.compile(r"\(([^()]+)\)\s*$")
"""What stands in brackets at the end."""
_NAMED: Final = r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?"
_AT_END: Final = re.compile(rf"(?:\(({_NAMED})\)|, ({_NAMED}))\s*$")
"""Words with capitals in brackets or after a comma at the end."""
_CATEGORY: Final = re.compile(
    r"(?:kategori|category)\s*[:–—-](?!.*(?:\s[-–—/|]\s|:\s|\())", re.IGNORECASE | re.DOTALL
)
"""How a title begins that says only in which category something was sent in, and no name after that."""
_SHORT: Final = re.compile(r"\(\s*([A-ZÆØÅ][A-ZÆØÅa-zæøå]*[A-ZÆØÅ][A-ZÆØÅa-zæøå]*)\s*\)")
"""A word with two capitals or more in brackets: an abbreviation."""
_LETTERS: Final = 3
"""Letters of an abbreviation, at least."""
_COUNTED: Final = (
    "two / tre three / fire four / fem five / seks six / syv seven / otte eight / ni nine / ti ten / elleve eleven / "
    "tolv twelve / tretten thirteen / fjorten fourteen / femten fifteen / seksten sixteen / sytten seventeen / "
    "atten eighteen / nitten nineteen / tyve twenty"
)
_TENS: Final = (
    "tredive thirty / fyrre forty / halvtreds fifty / tres sixty / halvfjerds seventy / firs eighty / halvfems ninety / "
    "hundrede hundred"
)
_NUMERALS: Final = {
    word: str(number)
    for numbers, told in (
        (range(2, 21), _COUNTED),
        (range(30, 101, 10), _TENS),
        ((1_000,), "tusind tusinde thousand"),
    )
    for number, same in zip(numbers, told.split("/"), strict=True)
    for word in same.split()
}
"""Numbers in words, but those that are other words too: "en", "one", and "to", which is 2 where a title begins with it."""
_PARTED: Final = re.compile(r"(\s[-–—]+\s|\s/\s|[:;(),.|])")
"""What parts a title: no name of an owner reaches over it."""
_TOKEN: Final = re.compile(r"\S+")
_THOUSANDS: Final = re.compile(r"(?<![\w.,])[1-9][0-9]{0,2}(?:[.,][0-9]{3})+(?![\w.,])")
"""A number whose thousands are parted: "1.000" is 1000."""
_PLACE: Final = frozenset(["på", "i", "ved", "hos"])
"""What stands before a place, where a capital makes a name: in Danish. English titles have capitals anywhere."""
_BELONGING: Final = _PLACE | frozenset(
    ["at", "in", "mellem", "med", "fra", "af", "for", "between", "with", "from", "of", "by"]
)
"""What stands before an owner or a place."""
_JOINING: Final = frozenset(("og", "and", "af", "of", "&"))
"""What stands between the words of one name."""
_ROMANS: Final = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV"
_ROMAN: Final = {roman: str(number) for number, roman in enumerate(_ROMANS.split(), 1)}
_COUNTING: Final = re.compile(
    r"(?<= )(?:I{2,3}|IV|VI{2,3}|IX|XI{1,3}|XIV|XV|(?:[A-Z]|VI)(?=\s*(?:$|[:–(),])))(?!\w)"
)
"""A Roman number that is no word ("VI" is one in Danish), or a letter where it counts: "Team B", "Part I: the road"."""

_DIGIT: Final = re.compile("[0-9]")
_COUNTERS: Final = frozenset((*map(str.lower, _ROMAN), *ascii_lowercase))
"""Folded words without one of which nothing counts so, where all letters are ordinary ones ("II™" is folded to "iitm")."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to call a nomination."""

    stems: tuple[str, ...]
    """Its words without endings, each once, in the order of the alphabet."""
    said: tuple[str, ...]
    """The words themselves, folded, in the order of the title."""
    part: bool = False
    """Whether it is only the name before an explanation."""
    written: tuple[str, ...] = field(default=(), compare=False)
    """All of its words as they stand, folded: with linking words and numbers."""

    def without(self, stems: Collection[str]) -> list[str]:
        """Its words, but those of some stems."""
        return [word for word in self.said if stem(word) not in stems]


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says."""

    forms: tuple[Form, ...]
    """As it stands, without owner and place, and the name without its explanation; each once."""
    numbers: frozenset[str]
    """Its numbers, and the letters that count."""
    taken_out: tuple[str, ...]
    """Names of owner and place, as written."""


def read_title(title: str, own: frozenset[str], names: Names) -> Title:
    """Read a title whose owner has some folded words of its own; of one longer than `LONGEST` its beginning."""
    seen = _THOUSANDS.sub(_in_one, visible(title).strip()[:LONGEST])
    said = words(seen)
    left, taken_out = _without_owner(seen, said, own)
    numbers = _numbers(seen, said)
    told = _in_words(said)
    wholes = {left: words(left), seen: said} if taken_out else {seen: said}
    written = dict.fromkeys(chain.from_iterable(map(_parts_of, wholes)))
    # Where a number is told in words it is left out, as one in digits is; and it stays, for "fire" burns in English.
    counts = [numbers, {**numbers, **told}] if told else [numbers]
    parts = [_form(names.words(name), left_out, part=True) for name in written for left_out in counts]
    whole = [_form(names.known(each), numbers) for each in wholes.values()]
    counted = [_form(names.known(each), counts[1]) for each in wholes.values() if told]
    forms = {form.stems: form for form in (*filter(_names_one, (*parts, *counted)), *whole)}
    forms.pop((), None)
    return Title(tuple(forms.values()), frozenset((*numbers.values(), *told.values())), taken_out)


def _in_one(number: re.Match[str]) -> str:
    return number[0].replace(".", "").replace(",", "")


def _parts_of(title: str) -> list[str]:
    """What stands before each explanation, and what else a title says that it is called."""
    if not may_have_parts(title):
        return []
    named = [title[: found.start()] for found in EXPLAINED.finditer(title)]
    return [*named, *also_called(title), *_in_brackets(title)]


def _in_brackets(title: str) -> list[str]:
    """What stands in brackets at the end of a title, where it may be its name in another language."""
    found = _BRACKETS.search(title)
    said = words(found[1]) if found else ()
    return [found[1]] if found and len(said) > 1 and said[0] not in LINKING else []


def may_have_parts(title: str) -> bool:
    """Whether any of the signs stands in a title that parts are told by."""
    return not _PARTING.isdisjoint(title)


def also_called(title: str) -> list[str]:
    """Both halves of a title that has two, and its abbreviation in brackets."""
    halves = [half for half in _HALVED.split(title) if half] if "/" in title or "|" in title else ()
    return [*(halves if len(halves) > 1 else ()), *_shortened(title)]


def is_category(title: str) -> bool:
    """Whether a title only says in which category something was sent in: "Kategori: Patientinddragelse"."""
    return bool(_CATEGORY.match(title.strip()))


def initials(title: str) -> str:
    """The first letters of the words of a title that begin with a capital, folded; empty where they are few."""
    if title.isupper():
        return ""
    found = "".join(token[0] for token in _TOKEN.findall(visible(title)) if token[0].isupper())
    return fold(found) if len(found) >= _LETTERS else ""


def abbreviation(title: str) -> str:
    """The title, folded, where it is one word in capitals; else nothing."""
    seen = visible(title).strip()
    return fold(seen) if seen.isalpha() and seen.isupper() and len(seen) >= _LETTERS else ""


def _shortened(title: str) -> Iterator[str]:
    """The abbreviations in brackets whose letters are those of the title, in its order and from its beginning on."""
    if "(" not in title or title.isupper():
        return
    for found in _SHORT.finditer(title):
        before = iter(fold(title[: found.start()]))
        short = fold(found[1])
        if (
            len(short) >= _LETTERS
            and fold(title.strip())[0] == short[0]
            and all(each in before for each in short)
        ):
            yield found[1]


def _in_words(said: Sequence[str]) -> dict[str, str]:
    """The numbers of a title that are told in words, and what they are."""
    none = _NUMERALS.keys().isdisjoint(said)
    found = {} if none else {word: _NUMERALS[word] for word in said if word in _NUMERALS}
    return {**found, "to": "2"} if said[:1] == ("to",) and len(said) > 1 else found


def _names_one(form: Form) -> bool:
    """Whether a name before an explanation says which one it is: "Podcast: living with asthma" is not called "Podcast"."""
    return not NAMELESS.issuperset(form.stems)


def _form(said: Sequence[str], numbers: Collection[str], *, part: bool = False) -> Form:
    """The words that carry a title: without linking words and numbers, where others are left."""
    named = tuple([word for word in said if word not in LINKING and word not in numbers]) or tuple(said)
    return Form(tuple(sorted({*map(stem, named)})), named, part, tuple(said))


def _numbers(title: str, said: Sequence[str]) -> dict[str, str]:
    """The numbers of a title: folded as they stand, and what they are ("01" is 1, "II" is 2)."""
    found = {word: word.lstrip("0") or "0" for word in said if word.isdigit()}
    if _DIGIT.search(title):
        found |= {word: word for word in codes(said) if not (word.isdigit() or word.isalpha())}
    if (title.isascii() and _COUNTERS.isdisjoint(said)) or title.isupper():
        return found
    for each in _COUNTING.findall(title):
        found[fold(each)] = _ROMAN.get(each, fold(each))
    return found


def _without_owner(title: str, said: Sequence[str], own: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """A title without the names of owner and place, and these; the whole title where nothing would be left."""
    last = _place_at_end(title)
    if _PLACE.isdisjoint(said) and own.isdisjoint(said) and not last:
        return title, ()
    kept: list[str] = []
    out: list[str] = []
    for part in _PARTED.split(title):
        tokens = [_Token(written, own, capitals=not title.isupper()) for written in _TOKEN.findall(part)]
        runs = [range(len(tokens))] if last and part.strip() == last else list(_runs(tokens))
        gone = {place for run in runs for place in _with_link(tokens, run)}
        kept.append(" ".join(token.written for place, token in enumerate(tokens) if place not in gone))
        out += [" ".join(token.written for token in tokens[run.start : run.stop]) for run in runs]
    if not out:
        return title, ()
    left = " ".join(kept)
    return (left, tuple(out)) if any(word not in LINKING for word in words(left)) else (title, ())


def _place_at_end(title: str) -> str:
    """One or two words with capitals that stand in brackets at the end of a title, or after a comma; else nothing.

    Where all words have capitals, what stands after a comma may be anything.
    """
    found = _AT_END.search(title)
    if not found or found[0].isupper() or title.isupper():
        return ""
    before = words(title[: found.start()])
    capitals = all(token[0].isupper() or token in LINKING for token in title[: found.start()].split())
    return "" if found[2] and capitals and len(before) > 1 else found[1] or found[2]


@lru_cache(maxsize=1 << 16)
def _folded(written: str) -> tuple[tuple[str, ...], bool]:
    """A word as it is written, folded, and whether it says more than any title may."""
    said = words(written)
    return said, any(stem(word) not in GENERAL for word in said)


class _Token:
    """A word of a title, and what it may be."""

    def __init__(self, written: str, own: frozenset[str], *, capitals: bool) -> None:
        folded, tells = _folded(written)
        self.written = written
        self.folded = " ".join(folded)
        self.own = tells and own.issuperset(folded)
        self.name = self.own or (capitals and written[0].isupper())
        self.joining = written in _JOINING
        self.owners = self.own or LINKING.issuperset(word for word in folded if word not in own)


def _runs(tokens: Sequence[_Token]) -> Iterator[range]:
    """The places of words that name the owner or a place."""
    if any(token.own for token in tokens) and all(token.owners for token in tokens):
        yield range(len(tokens))
        return
    start = 0
    while start < len(tokens):
        before = tokens[start - 1].folded if start else ""
        end = _run_end(tokens, start, place=before in _PLACE)
        if end > start and (before in _BELONGING or (end == len(tokens) and end - start > 1)):
            yield range(start, end)
        start = max(end, start + 1)


def _with_link(tokens: Sequence[_Token], run: range) -> range:
    """The places of some names, and of the word that ties them to what stands before."""
    tied = run.start > 0 and tokens[run.start - 1].folded in _BELONGING
    return range(run.start - tied, run.stop)


def _run_end(tokens: Sequence[_Token], start: int, *, place: bool) -> int:
    """Where the names end that begin at a place; the place itself where none does."""
    end = start
    for number in range(start, len(tokens)):
        token = tokens[number]
        if token.name if place else token.own:
            end = number + 1
        elif not token.joining or number != end:
            break
    return end
