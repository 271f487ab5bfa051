"""A small round on the disk for the tests of the chair: six nominations, three jurors, known scores.

Weighted scores are (3 · innovation + spread) / 4. What is scored:

    nomination   anna   bo     carl   overall
    1            5 5    5 5    -      5.00
    2            4 4    4 4    -      4.00
    3            3 3    3 3    -      3.00
    4            3 3    3 3    -      3.00
    5            -      -      5 5    5.00    the same initiative as 3
    6            -      4 -    ×      none    bo is unfinished, carl has a conflict of interest
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.store.folder import FolderStore

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
"""The time of every decision."""

OWN_WARD = Conflict("professional", "my own ward")
PRIVATE = "only I may read this"
"""The private note that is in every review of anna's."""

SCORING = """
[round]
id = "2026"
title = "An award"
language = "en"
shortlist = 2
quorum = 2
[[criterion]]
id = "innovation"
label = { en = "Innovation" }
weight = 3
[[criterion]]
id = "spread"
label = { en = "Spread" }
weight = 1
[ranking]
method = "mean"
tie_break = ["criteria", "chair"]
[[juror]]
id = "anna"
name = "Anna Holm"
[[juror]]
id = "bo"
name = "Bo Lind"
[[juror]]
id = "carl"
name = "Carl Friis"
"""

TITLES = ("Night ferry", "Garden path", "Wardrobe", "Choir practice", "Wardrobe", "Kitchen table")
OWNERS = ("Harbour", "Parks", "Esbjerg Hospital", "Music school", "Esbjerg Hospital", "Scouts")
TEXTS = (
    "Boats carry patients home after dark.",
    "Roses and benches along the way to the clinic.",
    "Warm clothes for those who were brought in with none.",
    "Singing strengthens lungs and moods on Thursdays.",
    "Coats and shoes hang ready by the emergency entrance.",
    "Families cook soup together while they wait.",
)


def nominations() -> Nominations:
    """Six nominations, the third and the fifth of which are one initiative."""
    each = zip(TITLES, OWNERS, TEXTS, strict=True)
    return Nominations(
        tuple(
            Nomination(str(number), title, owner, answers={"purpose": text})
            for number, (title, owner, text) in enumerate(each, start=1)
        )
    )


def ballot(juror: str, scores: Mapping[str, Sequence[int]], **more: Review) -> Ballot:
    """A ballot with these scores by nomination, on innovation and spread, and further reviews."""
    note = PRIVATE if juror == "anna" else ""
    reviews = {
        id: Review(id, dict(zip(("innovation", "spread"), given, strict=False)), note=note, changed=NOON)
        for id, given in scores.items()
    }
    return Ballot("2026", juror, reviews | {review.nomination: review for review in more.values()})


BALLOTS = (
    ballot("anna", {"1": (5, 5), "2": (4, 4), "3": (3, 3), "4": (3, 3)}),
    ballot("bo", {"1": (5, 5), "2": (4, 4), "3": (3, 3), "4": (3, 3), "6": (4,)}),
    ballot("carl", {"5": (5, 5)}, six=Review("6", conflict=OWN_WARD, changed=NOON)),
)


def stored(folder: Path, scoring: str = SCORING) -> FolderStore:
    """The round in a folder."""
    (folder / "scoring.toml").write_text(scoring, encoding="utf-8")
    store = FolderStore(folder)
    store.save_nominations(nominations(), ())
    for each in BALLOTS:
        store.save_ballot(each, "")
    return store


def write_answers(folder: Path, answers: Mapping[str, str]) -> None:
    """Give nominations of the round in a folder other answers, by id, as somebody does by hand."""
    store = FolderStore(folder)
    told = (
        replace(each, answers={"purpose": answers[each.id]}) if each.id in answers else each
        for each in store.nominations()
    )
    store.save_nominations(Nominations(tuple(told)), ())


def chair(folder: Path, scoring: str = SCORING) -> ChairDesk:
    """The chair's desk at the round, at noon."""
    return ChairDesk(stored(folder, scoring), lambda: NOON)
