"""A form: how a nomination begins in a document, and the questions whose headings divide it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from nominate_tui.errors import Severity
from nominate_tui.model.rules import Words

Fills = Literal[
    "title", "responsible", "organisation", "started", "contact.name", "contact.email", "contact.telephone"
]
"""What a question can fill besides an answer. `contact.` is personal data, kept apart from the nominations."""

FILLS: Final[tuple[str, ...]] = (
    "title",
    "responsible",
    "organisation",
    "started",
    "contact.name",
    "contact.email",
    "contact.telephone",
)

ANSWER: Final = "answers."
"""How the name of what a question fills begins where it is an answer that is judged."""

Kind = Literal["line", "text"]
"""`line`: what was written is one line, however it was wrapped. `text`: paragraphs and lists are kept."""

KINDS: Final[tuple[Kind, ...]] = ("line", "text")

Missing = Literal["error", "warning", "ignore"]
"""What it is when a nomination does not have the heading at all."""

MISSING: Final[tuple[Missing, ...]] = ("error", "warning", "ignore")


@dataclass(frozen=True, slots=True)
class Question:
    """One heading of a form and what stands under it."""

    fills: str
    """One of `FILLS`, or `answers.` and the id of the answer."""
    headings: tuple[str, ...]
    """The heading as the form prints it, then its variants. Case, spacing and a final `?`, `:` or `.` do not count."""
    kind: Kind = "text"
    beside: bool = False
    """Whether what was written may also stand on the line of the heading, behind a colon."""
    missing: Missing = "error"
    limit: int | None = None
    """The most characters that the form lets through, where it is known."""

    @property
    def answer(self) -> str:
        """The id of the answer it fills; empty where it fills something else."""
        return self.fills.removeprefix(ANSWER) if self.fills.startswith(ANSWER) else ""

    @property
    def severity(self) -> Severity | None:
        """How bad it is that the heading is missing; `None` where it does not matter."""
        return None if self.missing == "ignore" else self.missing


@dataclass(frozen=True)
class Form:
    """A form, ready to be looked for in a document."""

    id: str
    """Its name in files and on the command line."""
    label: Words
    """What a person calls it, by language."""
    begins: tuple[str, ...]
    """The lines that a nomination begins with, with `{number}` and `{title}` in their places."""
    questions: tuple[Question, ...]
    """In the order of the form."""

    @cached_property
    def beginnings(self) -> tuple[re.Pattern[str], ...]:
        """`begins` as patterns with the groups `number` and `title`."""
        return tuple(_pattern(line) for line in self.begins)

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
    def longest_heading(self) -> int:
        """The number of characters beyond which a line is no heading; it leaves room for spacing and signs."""
        return max(len(heading) for heading in self.by_heading) + 20


def heading_key(text: str) -> str:
    """A heading as it is compared: small letters, single spaces, no `?`, `:` or `.` at its end."""
    return " ".join(text.split()).rstrip("?:. ").casefold()


def first_word(text: str) -> str:
    """The first word of a heading as it is compared; a line that begins with another is no heading."""
    return text.split(maxsplit=1)[0].rstrip("?:.").casefold()


def _pattern(begins: str) -> re.Pattern[str]:
    """`Indstilling {number}: {title}` as a pattern; around the number and for a space, any white space or none."""
    parts = re.split(r"(\{number\}|\{title\}|\s+)", begins.strip())
    known = {"{number}": r"\s*+(?P<number>[0-9]{1,9})\s*+", "{title}": r"(?P<title>.*)"}
    made = [known.get(part) or (r"\s*+" if part.isspace() else re.escape(part)) for part in parts if part]
    return re.compile("".join(made), re.IGNORECASE)
