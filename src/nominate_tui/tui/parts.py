"""The parts of a nomination in the order they are read, each under what the form asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nominate_tui.locale.catalogue import _
from nominate_tui.model.figures import Figures
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.tui.words import question


@dataclass(frozen=True, slots=True)
class Part:
    """One answer, fact, table, group of boxes or shared text."""

    id: str
    """By which criteria name it."""
    label: str
    """What the form asked."""
    text: str = ""
    figures: Figures | None = None
    """The table, in the place of a text."""


def brief(nominations: Nominations, nomination: Nomination) -> Iterator[Part]:
    """What is told in a line at the beginning: facts, then boxes."""
    yield from _texts(nominations, nomination.facts)
    for id, marked in nomination.choices.items():
        yield Part(id, question(nominations, id), boxes(marked))


def full(nominations: Nominations, nomination: Nomination) -> Iterator[Part]:
    """What the nomination says itself: answers, then tables."""
    yield from _texts(nominations, nomination.answers)
    for id, figures in nomination.tables.items():
        yield Part(id, question(nominations, id), figures=figures)


def shared(nominations: Nominations, nomination: Nomination) -> Iterator[Part]:
    """What it has in common with the other parts of a package."""
    return _texts(nominations, nomination.shared)


def common_heading() -> str:
    """What stands above the shared parts."""
    return _("── Common to the whole package ──")


def boxes(marked: Mapping[str, str]) -> str:
    """The boxes that are marked, with their marks where these say more than that."""
    told = (label if mark == "x" else f"{label} ({mark})" for label, mark in marked.items())
    return "; ".join(told)


def _texts(nominations: Nominations, texts: Mapping[str, str]) -> Iterator[Part]:
    for id, text in texts.items():
        yield Part(id, question(nominations, id), text)
