"""Pictures of the sample round's screens: a change of how they look is seen, and is meant.

After a wanted change, `pytest tests/tui/test_pictures.py --snapshot-update` draws them again.
"""

import re
import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation

from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import CHAIR, NominateApp
from tui.seated import LARGE, SMALL, part_with
from tui.seen import until

ROOT = Path(__file__).parents[2]


class Svg(SingleFileSnapshotExtension):
    """One SVG file a picture, in `snapshots/`."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        """The folder of the pictures of one file of tests."""
        return str(Path(test_location.filepath).parent / "snapshots" / test_location.basename)


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compares a picture with the one that was kept."""
    return snapshot.use_extension(Svg)


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample round, seen by a user who has asked for no other colours."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    shutil.copy(ROOT / "scoring.toml", tmp_path)
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns(".*"))
    return tmp_path


def svg(app: NominateApp) -> str:
    """The screen as it is, without the number that Rich draws for the ids of each picture."""
    return re.sub(r"terminal-\d+", "terminal", app.export_screenshot(title="nominate-tui"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_the_jurors_desk(sample: Path, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    app = NominateApp(FolderStore(sample), sample, "anna")
    async with app.run_test(size=size) as pilot:
        await until(pilot, "all saved")
        await app.workers.wait_for_complete()
        await pilot.press("j", "tab")
        await part_with(pilot, "#reader", "≈ Perhaps related: 22")
        await pilot.pause()
        assert svg(app) == picture


async def test_the_ranking_at_the_chairs_desk(sample: Path, picture: SnapshotAssertion) -> None:
    app = NominateApp(FolderStore(sample), sample, CHAIR)
    async with app.run_test(size=LARGE) as pilot:
        await until(pilot, "ballots confirmed")
        await pilot.press("3")
        await until(pilot, "shortlist: ")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert svg(app) == picture
