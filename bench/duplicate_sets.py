"""Labelled sets of nominations, public ones and planted ones, and what is asked about them.

A public set is a folder with `records.csv` (id, source, title, org, year, text) and `truth.csv` (id1, id2, label,
perhaps more). As nominations its records have a title, an organisation, a start and one answer.
"""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from duplicate_scores import Pair, pair
from planted import Planted, plant

from nominate_tui.intake.form_files import known_forms
from nominate_tui.intake.take import take_in
from nominate_tui.model.nomination import Contact, Nomination

HERE: Final = Path(__file__).parent
EITHER: Final = ("duplicate", "related")
SAMPLE: Final = {
    pair("3", "11"): "duplicate",
    **{
        pair(a, b): "related" for a, b in (("2", "22"), ("7", "10"), ("15", "18"), ("15", "20"), ("18", "20"))
    },
}
"""What is not distinct in the sample round, which was written so."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Nominations, and what is known of their pairs."""

    name: str
    nominations: tuple[Nomination, ...]
    labels: Mapping[Pair, str]
    """What pairs are: `duplicate`, `related`, `distinct`, or `open`, which is neither right nor wrong."""
    kinds: Mapping[Pair, str] = field(default_factory=dict)
    """How planted pairs were made."""
    judged_only: bool = False
    """Whether nothing is known of a pair without a label; else such a pair is distinct."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """By id; pairs of one source do not count. Empty where all do."""
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    aliases: tuple[tuple[str, ...], ...] = ()

    def of(self, *labels: str) -> set[Pair]:
        """The pairs of some labels."""
        return {pair for pair, label in self.labels.items() if label in labels}

    def counts(self, found: Pair) -> bool:
        """Whether it is known that a found pair is right, or that it is wrong."""
        if self.judged_only:
            return found in self.labels
        return self.labels.get(found) != "open" and not self._same_source(*found)

    def _same_source(self, a: str, b: str) -> bool:
        return bool(self.sources) and self.sources[a] == self.sources[b]


@dataclass(frozen=True, slots=True)
class View:
    """One question about a set: which pairs are to be found."""

    name: str
    labelled: Labelled
    labels: tuple[str, ...]
    """What the pairs are that are to be found."""
    called: tuple[tuple[str, ...], ...] = ()
    """What ours may call them, in several ways; what they are where nothing is said."""

    @property
    def ours(self) -> tuple[tuple[str, ...], ...]:
        """What ours may call them, in several ways."""
        return self.called or (self.labels,)

    @property
    def true(self) -> set[Pair]:
        """The pairs that are to be found."""
        return self.labelled.of(*self.labels)


def public(folder: Path, where: Callable[[Mapping[str, str]], bool] = bool) -> Labelled:
    """A public set; of its labels those whose row is wanted.

    Where `truth.csv` has distinct pairs too, only the pairs in it were judged.
    """
    with (folder / "records.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        labels = {
            pair(row["id1"], row["id2"]): _label(row["label"]) for row in csv.DictReader(file) if where(row)
        }
    sources = {row["id"]: row["source"] for row in rows if row["source"]}
    return Labelled(
        folder.name,
        tuple(map(_nomination, rows)),
        labels,
        judged_only="distinct" in labels.values(),
        sources=sources,
    )


def _label(written: str) -> str:
    return "duplicate" if written == "1" else written


def _nomination(row: Mapping[str, str]) -> Nomination:
    return Nomination(row["id"], row["title"], row["org"], started=row["year"], answers={"text": row["text"]})


def invented(count: int, words: int) -> Labelled:
    """Planted nominations."""
    planted: Planted = plant(count, words)
    return Labelled(
        name=f"planted {count:,} × {words}",
        nominations=planted.nominations.all,
        labels={pair(known.a, known.b): known.label for known in planted.known},
        kinds={pair(known.a, known.b): known.kind for known in planted.known},
        contacts={contact.nomination: contact for contact in planted.contacts},
        aliases=planted.aliases,
    )


def sample() -> Labelled:
    """The 26 nominations of the project's own sample round."""
    taken = take_in([HERE.parent / "data" / "indstillinger.txt"], known_forms())
    contacts = {contact.nomination: contact for contact in taken.contacts}
    return Labelled("the 26 of the sample", taken.nominations.all, SAMPLE, contacts=contacts)


def of_sample(labelled: Labelled) -> tuple[View, ...]:
    """What is asked about the sample: both labels apart."""
    return tuple(View(f"{labelled.name}: {label}", labelled, (label,)) for label in ("duplicate", "related"))


def of_public(folder: Path, labelled: Labelled) -> tuple[View, ...]:
    """What is asked about a public set: its duplicates; where pairs were judged by hand, also what is not distinct."""
    if not labelled.judged_only:
        return (View(labelled.name, labelled, ("duplicate",), (("duplicate",), EITHER)),)
    halves = {
        "all judged pairs": labelled,
        "its dev half": public(folder, lambda row: row["split"] == "dev"),
        "the other half": public(folder, lambda row: row["split"] != "dev"),
        "clear pairs only": public(folder, lambda row: row["ambiguous"] == "0"),
    }
    return tuple(
        View(f"{labelled.name}, {name}: {told}", half, labels)
        for name, half in halves.items()
        for told, labels in (("not distinct", EITHER), ("duplicate", ("duplicate",)))
        if half.labels and (half is labelled or half.labels != labelled.labels)
    )
