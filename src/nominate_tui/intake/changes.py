"""What differs between a nomination of a round and the same one as a document has it now, field by field."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from nominate_tui.model.figures import Figures
from nominate_tui.model.nomination import Nomination

_WORD: Final = re.compile(r"\w+")

_BEFORE: Final = 4
"""How many words before the first difference are shown."""

_SHOWN: Final = 12
"""How many words are shown in all."""

_LONGEST: Final = 120
"""How many characters are shown at most: a word may be of any length."""

_MOST: Final = 250_000
"""How many pairs of words are compared at the most to find which were moved; comparing takes longer than in proportion."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a nomination that says something else now."""

    field: str
    """`title`, `answers.spread`, `tables.economy`."""
    before: str
    """All of the old text; empty where there was none. Figures are lines, their cells parted by tabs."""
    now: str
    """All of the new text; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A difference in short."""

    taken_out: int
    """How many words of the old text are gone."""
    put_in: int
    """How many words of the new text are new. Where neither is any, only spaces and line ends differ."""
    before: str
    """A few words of the old text around the first difference, on one line; `…` where it goes on."""
    now: str
    """The same of the new text."""


def differences(before: Nomination, now: Nomination) -> tuple[Difference, ...]:
    """Every field whose text differs, in the order of the newer one; none where only the source is another.

    A text that is absent and one that is empty are the same.
    """
    if _are_same(before, now):
        return ()  # as most are when a document is taken in again
    old, new = dict(_texts(before)), dict(_texts(now))
    fields = (*new, *(field for field in old if field not in new))
    told = (Difference(field, old.get(field, ""), new.get(field, "")) for field in fields)
    return tuple(difference for difference in told if difference.before != difference.now)


def _are_same(before: Nomination, now: Nomination) -> bool:
    """Whether two nominations surely say the same; of figures it is not asked, since equal ones may be written apart."""
    return not (before.tables or now.tables) and _but_figures(before) == _but_figures(now)


def _but_figures(one: Nomination) -> tuple[object, ...]:
    head = (one.title, one.organisation, one.responsible, one.started)
    return (*head, one.facts, one.answers, one.choices, one.shared)


def glance(difference: Difference) -> Glance:
    """The difference in short; the time it takes is in proportion to the texts, however long they are."""
    before, now = difference.before.split(), difference.now.split()
    start = _alike(before, now)
    end = _alike(before[start:][::-1], now[start:][::-1])
    taken_out, put_in = _counts(before[start : len(before) - end], now[start : len(now) - end])
    if not taken_out and not put_in:
        return Glance(0, 0, "", "")
    return Glance(taken_out, put_in, _around(before, start), _around(now, start))


def words_of(nomination: Nomination) -> frozenset[str]:
    """Every word of its own texts, in lower case; what a package has in common says nothing of one nomination."""
    own = (text for field, text in _texts(nomination) if not field.startswith("shared."))
    return frozenset(word for text in own for word in _WORD.findall(text.casefold()))


def texts_of(nomination: Nomination) -> tuple[tuple[str, str], ...]:
    """Every text of it that is not empty, by its field; two with the same texts say the same."""
    return tuple((field, text) for field, text in _texts(nomination) if text)


def _texts(nomination: Nomination) -> Iterator[tuple[str, str]]:
    yield "title", nomination.title
    yield "organisation", nomination.organisation
    yield "responsible", nomination.responsible
    yield "started", nomination.started
    yield from ((f"facts.{id}", text) for id, text in nomination.facts.items())
    yield from ((f"answers.{id}", text) for id, text in nomination.answers.items())
    for id, marked in nomination.choices.items():
        yield f"choices.{id}", "\n".join(f"{label}: {mark}" for label, mark in marked.items())
    yield from ((f"tables.{id}", _told(figures)) for id, figures in nomination.tables.items())
    yield from ((f"shared.{id}", text) for id, text in nomination.shared.items())


def _told(figures: Figures) -> str:
    rows = [
        "\t".join((name, *(str(amount) if amount else "–" for amount in amounts)))
        for name, amounts in figures.rows.items()
    ]
    return "\n".join(("\t".join((figures.unit, *figures.columns)), *rows))


def _alike(before: Sequence[str], now: Sequence[str]) -> int:
    """How many words at the beginning are the same."""
    pairs = enumerate(zip(before, now, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(before), len(now)))


def _counts(before: Sequence[str], now: Sequence[str]) -> tuple[int, int]:
    """How many words were taken out and put in; of very long texts only those that are not anywhere else."""
    if len(before) * len(now) > _MOST:
        kept = (Counter(before) & Counter(now)).total()
    else:
        matcher = SequenceMatcher(None, before, now, autojunk=False)
        kept = sum(block.size for block in matcher.get_matching_blocks())
    return len(before) - kept, len(now) - kept


def _around(words: Sequence[str], place: int) -> str:
    start = max(place - _BEFORE, 0)
    end = start + _SHOWN
    told = " ".join(words[start:end])
    cut = len(told) > _LONGEST
    behind = "…" if cut else " …" if end < len(words) else ""
    return ("… " if start else "") + told[:_LONGEST] + behind
