"""The chair at the small round of `jury.chaired`, and what is suggested there, for the tests of the chair's desk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

from textual.pilot import Pilot

from nominate_tui.duplicates.fingerprint import fingerprint
from nominate_tui.model.duplicate import Compared, Evidence, Suggestion
from nominate_tui.notation.compared import write_compared
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import CHAIR, NominateApp
from tui.seen import until

SMALL, LARGE = (80, 24), (160, 48)


@asynccontextmanager
async def sitting(
    folder: Path, size: tuple[int, int] = SMALL, store: FolderStore | None = None
) -> AsyncIterator[Pilot[None]]:
    """The chair at the round that is in a folder."""
    app = NominateApp(store or FolderStore(folder), folder, CHAIR)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, "Chair · An award")
        yield pilot


def alike(a: str, b: str, likeness: float = 0.9, rule: str = "", *evidence: Evidence) -> Suggestion:
    """Two that are suggested: as duplicates where their likeness is above a half."""
    suggested: Literal["duplicate", "related"] = "duplicate" if likeness > 0.5 else "related"
    usual = "same-text" if suggested == "duplicate" else "copied-passages"
    return Suggestion(a, b, suggested, rule or usual, likeness, evidence)


def found(folder: Path, *suggestions: Suggestion) -> None:
    """Keep these as what comparing the round has found, so that the chair's desk finds just them."""
    store = FolderStore(folder)
    round = store.round()
    made_from = fingerprint(round.nominations, round.rules.duplicates, store.contacts())
    store.keep_compared(write_compared(Compared(made_from, suggestions)))
