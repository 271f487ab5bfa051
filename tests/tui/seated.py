"""A juror at a small round whose nominations are long, for the tests of the juror's desk.

Innovation counts half, value for users and spread a quarter each: a weighted score is (2·i + v + s) / 4.
The second and the fourth nomination are one initiative. Nothing is scored yet.
"""

import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from textual.geometry import Region
from textual.pilot import Pilot

from nominate_tui.model.ballot import Ballot
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import NominateApp
from tui.seen import until

SMALL, LARGE = (80, 24), (160, 48)

CRITERIA: Final = ("innovation", "user_value", "spread")
TITLES: Final = ("Night ferry", "Wardrobe", "Choir practice", "Wardrobe", "Kitchen table")
OWNERS: Final = ("Harbour", "Esbjerg Hospital", "Music school", "Esbjerg Hospital", "Scouts")
ANSWERS: Final = ("purpose", "innovation", "user_value", "spread")
LAST_WORDS: Final = "That is all of it."

_WORDS: Final = (
    "ward boat garden lamp singing nurse thread soup winter bench letter quiet ferry tools child window"
    " morning volunteer corridor bread visit station evening paint neighbour coat river school letterbox"
    " harvest ticket promise clinic pillow stairs radio"
)


def scoring(low: int = 1, high: int = 5) -> str:
    """The rules of the round, with a scale."""
    anchors = "\n".join(f'{value} = "new as a {value}"' for value in range(low, high + 1))
    return f"""\
[round]
id = "2026"
title = "An award"
language = "en"
quorum = 1
shortlist = 2
[scale]
min = {low}
max = {high}
[[criterion]]
id = "innovation"
label = {{ en = "Innovation" }}
weight = 2
answers = ["innovation"]
[criterion.anchors.en]
{anchors}
[[criterion]]
id = "user_value"
label = {{ en = "Value for users" }}
weight = 1
answers = ["user_value"]
[criterion.anchors.en]
{high} = "worth a journey"
[[criterion]]
id = "spread"
label = {{ en = "Spread" }}
weight = 1
answers = ["spread"]
[[juror]]
id = "anna"
name = "Anna Holm"
[[juror]]
id = "bo"
name = "Bo Lind"
"""


def answer(id: str, name: str, words: int) -> str:
    """A text that no other nomination shares a passage with."""
    drawn = random.Random(f"{id} {name}")  # noqa: S311 - a text, no secret
    text = " ".join(drawn.choices(_WORDS.split(), k=words))
    return f"The {name} of {id}: {text}. {LAST_WORDS}"


def nominations(words: int = 260) -> Nominations:
    """Five nominations, each of whose four answers has so many words: far more than a screen shows."""
    each = zip("12345", TITLES, OWNERS, strict=True)
    return Nominations(
        tuple(
            Nomination(id, title, owner, "", "2022", {name: answer(id, name, words) for name in ANSWERS})
            for id, title, owner in each
        )
    )


def desk_round(
    folder: Path, *, words: int = 260, rules: str = "", judged: Nominations | None = None
) -> FolderStore:
    """The round in a folder."""
    folder.mkdir(exist_ok=True)
    (folder / "scoring.toml").write_text(rules or scoring(), encoding="utf-8")
    store = FolderStore(folder)
    store.save_nominations(judged or nominations(words), ())
    return store


def on_disk(folder: Path, juror: str = "anna") -> Ballot:
    """A ballot as it lies in its file."""
    return FolderStore(folder).ballot(juror).ballot


def scores(folder: Path, nomination: str, juror: str = "anna") -> Mapping[str, int]:
    """The scores of a review as they lie in the file of the ballot."""
    return on_disk(folder, juror).review(nomination).scores


@asynccontextmanager
async def seated(
    folder: Path, size: tuple[int, int] = SMALL, juror: str = "anna"
) -> AsyncIterator[Pilot[None]]:
    """A juror at the desk of the round that is in a folder."""
    app = NominateApp(FolderStore(folder), folder, juror)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, " finished · ")
        yield pilot


def part(pilot: Pilot[None], selector: str) -> list[str]:
    """The rows of one widget, without the spaces and scrollbars at their ends."""
    return rows_in(pilot, pilot.app.screen.query_one(selector).region)


def rows_in(pilot: Pilot[None], region: Region) -> list[str]:
    """The rows of a part of the screen, without the spaces and scrollbars at their ends."""
    strips = pilot.app.screen._compositor.render_strips()[region.y : region.bottom]
    return [strip.crop(region.x, region.right).text.rstrip(" ▐") for strip in strips]


async def part_with(pilot: Pilot[None], selector: str, text: str) -> list[str]:
    """The rows of one widget as soon as a text is in one of them."""
    for _attempt in range(200):
        rows = part(pilot, selector)
        if any(text in row for row in rows):
            return rows
        await pilot.pause(0.02)
    raise AssertionError(f"{text!r} is not in {selector}:\n" + "\n".join(part(pilot, selector)))


async def told(pilot: Pilot[None], text: str) -> None:
    """Wait until a notification says a text, which may be broken into lines."""
    said = ""
    for _attempt in range(200):
        await pilot.pause(0.02)
        rows = (row for toast in pilot.app.screen.query("Toast") for row in rows_in(pilot, toast.region))
        said = " ".join(" ".join(rows).replace("▌", " ").split())
        if text.replace(" ", "") in said.replace(" ", ""):  # long names are broken within
            return
    raise AssertionError(f"{text!r} is not told: {said!r}")


async def saved(pilot: Pilot[None]) -> None:
    """Wait until the screen says that the last change is on the disk."""
    await until(pilot, "finished · saved ")
