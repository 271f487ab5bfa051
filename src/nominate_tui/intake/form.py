"""A form: how a nomination begins in a document, and the questions whose headings divide it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from nominate_tui.errors import Severity
from nominate_tui.model.rules import Words

FILLS: Final[tuple[str, ...]] = (
    "id",
    "title",
    "responsible",
    "organisation",
    "started",
    "contact.name",
    "contact.email",
    "contact.telephone",
)
"""What a question can fill by a fixed name. `contact.` is personal data, kept apart from the nominations."""

ANSWER: Final = "answers."
"""How the name of what a question fills begins where it is an answer that is judged."""

OWN: Final[tuple[str, ...]] = (ANSWER, "facts.", "choices.", "shared.")
"""How the name begins where a form has an id of its own behind it."""

TABLE: Final = "tables."
"""How the name begins of what a table fills."""

Kind = Literal["line", "text", "choices"]
"""`line`: what was written is one line, however it was wrapped. `text`: paragraphs and lists are kept.
`choices`: boxes, of which some are marked."""

KINDS: Final[tuple[Kind, ...]] = ("line", "text", "choices")

Missing = Literal["error", "warning", "ignore"]
"""What it is when a nomination does not have the heading at all."""

MISSING: Final[tuple[Missing, ...]] = ("error", "warning", "ignore")

NUMBER: Final = r"[A-ZÆØÅ]\.?\s?[0-9]{1,2}"
"""The number of a part of a package: `A.1`, `B2`."""


@dataclass(frozen=True, slots=True)
class Question:
    """One heading of a form and what stands under it."""

    fills: str
    """One of `FILLS`, or one of `OWN` and an id."""
    headings: tuple[str, ...]
    """The heading as the form prints it, then its variants. Case, spacing and a final `?`, `:` or `.` do not count."""
    kind: Kind = "text"
    beside: bool = False
    """Whether what was written may also stand on the line of the heading, behind a colon."""
    missing: Missing = "error"
    limit: int | None = None
    """The most characters that the form lets through, where it is known."""
    boxes: tuple[str, ...] = ()
    """The labels of the boxes, where the kind is `choices`."""
    unfilled: tuple[str, ...] = ()
    """What the template has in the place of an answer."""
    whole: bool = False
    """Whether it is asked once for a whole package."""

    @property
    def answer(self) -> str:
        """The id of the answer it fills; empty where it fills something else."""
        return self.fills.removeprefix(ANSWER) if self.fills.startswith(ANSWER) else ""

    @property
    def own_id(self) -> str:
        """The id behind a name that begins as one of `OWN`; empty where it fills something fixed."""
        return self.fills.partition(".")[2] if self.fills.startswith(OWN) else ""

    @property
    def severity(self) -> Severity | None:
        """How bad it is that the heading is missing; `None` where it does not matter."""
        return None if self.missing == "ignore" else self.missing


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of a table of figures."""

    labels: tuple[str, ...]
    """Its name as the nomination has it, then its variants in documents."""


@dataclass(frozen=True, slots=True)
class TableQuestion:
    """A table of figures with a column for each year, somewhere under a heading."""

    fills: str
    """`tables.` and an id."""
    headings: tuple[str, ...]
    """What stands before the years. A row of years without a heading may begin any of a form's tables."""
    unit: str
    """What is counted (`mio. kr.`)."""
    lines: tuple[TableLine, ...]

    @property
    def own_id(self) -> str:
        """The id behind `tables.`."""
        return self.fills.removeprefix(TABLE)


@dataclass(frozen=True, slots=True)
class PackageForm:
    """How a document looks that holds several nominations with an introduction for all of them."""

    begins: tuple[str, ...]
    """The lines that such a document begins with, with `{title}` in its place."""
    introduction: str
    """What is filled by the text before the first nomination."""
    part: str
    """What is filled by the text between the heading of a part and its first nomination."""
    text: str
    """What is filled by the text below the line that a nomination begins with."""

    @property
    def beginnings(self) -> tuple[re.Pattern[str], ...]:
        """`begins` as patterns with the group `title`."""
        return tuple(map(pattern_of, self.begins))


@dataclass(frozen=True)
class Form:
    """A form, ready to be looked for in a document."""

    id: str
    """Its name in files and on the command line."""
    label: Words
    """What a person calls it, by language."""
    begins: tuple[str, ...]
    """The lines that a nomination begins with, with `{number}` and `{title}` in their places; none in a form for
    tables of records only."""
    questions: tuple[Question, ...]
    """In the order of the form."""
    tables: tuple[TableQuestion, ...] = ()
    wording: tuple[str, ...] = ()
    """Lines of the form that are neither heading nor answer; `{any}` stands for any words."""
    package: PackageForm | None = None

    @cached_property
    def beginnings(self) -> tuple[re.Pattern[str], ...]:
        """`begins` as patterns with the groups `number` and `title`, as far as they are in it."""
        return tuple(map(pattern_of, self.begins))

    @cached_property
    def first_signs(self) -> frozenset[str]:
        """The signs of ASCII that a nomination or a package may begin with."""
        begins = (*self.begins, *(self.package.begins if self.package else ()))
        return frozenset(sign for each in begins for sign in _first_signs(each))

    @cached_property
    def by_heading(self) -> dict[str, int]:
        """The place of a question in the form, by its headings as `heading_key` makes them."""
        return {
            heading_key(heading): place
            for place, question in enumerate(self.questions)
            for heading in question.headings
        }

    @cached_property
    def wrapped_headings(self) -> frozenset[str]:
        """The beginnings of headings of several words: what stands on a line where a heading is wrapped."""
        words = [key.split() for key in self.by_heading]
        return frozenset(" ".join(parts[:end]) for parts in words for end in range(1, len(parts)))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that headings begin with, as `first_word` makes them."""
        return frozenset(map(first_word, self.by_heading))

    @cached_property
    def first_letters(self) -> frozenset[str]:
        """What stands first in headings; a letter of ASCII also as a capital, and figures, since headings are numbered."""
        letters = {word[0] for word in self.first_words}
        return frozenset((*letters, *map(str.upper, letters), *"0123456789"))

    @cached_property
    def longest_heading(self) -> int:
        """The number of characters beyond which a line is no heading; it leaves room for spacing and signs."""
        return max(len(heading) for heading in self.by_heading) + 20

    @cached_property
    def own_names(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """By each of `OWN`, what is filled under such a name: the id of each, and the whole name."""
        return {
            own: tuple((each.own_id, each.fills) for each in self.questions if each.fills.startswith(own))
            for own in OWN
        }

    @cached_property
    def needed(self) -> frozenset[int]:
        """The places of the questions without which a nomination is not whole."""
        return frozenset(place for place, each in enumerate(self.questions) if each.missing == "error")

    def question(self, fills: str) -> Question:
        """The question that fills something.

        Raises:
            StopIteration: No question does.
        """
        return next(question for question in self.questions if question.fills == fills)


_FINE: Final = "’‘”“„–—‐‑\N{NO-BREAK SPACE}"
_HAS_FINE: Final = re.compile(f"[{_FINE}]")
_PLAIN: Final = str.maketrans(_FINE, '\'\'"""---- ')


def heading_key(text: str) -> str:
    """A heading as it is compared: small letters, single spaces, plain quotes and dashes, no `?`, `:` or `.` at its end."""
    return " ".join(_plain(text).split()).rstrip("?:. ").casefold()


def first_word(text: str) -> str:
    """The first word of a heading as it is compared; a line that begins with another is no heading."""
    return _plain(text.split(maxsplit=1)[0]).rstrip("?:.").casefold()


def _plain(text: str) -> str:
    return text.translate(_PLAIN) if _HAS_FINE.search(text) else text


_PLACES: Final = {
    "{number}": r"\s*+(?P<number>[0-9]{1,9})\s*+",
    "{title}": r"(?P<title>.*)",
    "{any}": ".*",
}


def pattern_of(written: str) -> re.Pattern[str]:
    """`Indstilling {number}: {title}` as a pattern; around the number and for a space, any white space or none.

    `{any}` stands for any words.
    """
    made = [_PLACES.get(part) or (r"\s*+" if part.isspace() else re.escape(part)) for part in _parts(written)]
    return re.compile("".join(made), re.IGNORECASE)


def _first_signs(written: str) -> frozenset[str]:
    """The signs of ASCII that a line which is like `written` may begin with."""
    first = _parts(written)[0]
    pattern = re.compile(_PLACES.get(first) or re.escape(first[0]), re.IGNORECASE)
    return frozenset(sign for sign in map(chr, range(128)) if pattern.match(sign))


def _parts(written: str) -> list[str]:
    return [part for part in re.split(r"(\{number\}|\{title\}|\{any\}|\s+)", written.strip()) if part]
