"""Draws `docs/juror.svg`, the picture of the README, from the sample round: `python docs/make_picture.py`."""

import asyncio
import re
import shutil
import tempfile
from pathlib import Path

from nominate_tui.locale import catalogue
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import NominateApp

ROOT = Path(__file__).parents[1]
KEYS = ("4", "2", "3", "5", "4", "n", "3", "4")


async def draw(round_folder: Path) -> str:
    """The juror's desk after a few scores; fonts are left to whoever looks, so that nothing is fetched."""
    app = NominateApp(FolderStore(round_folder), round_folder, "anna")
    async with app.run_test(size=(132, 38)) as pilot:
        await pilot.pause(1)
        await pilot.press(*KEYS)
        await pilot.pause(1)
        return re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(), flags=re.DOTALL)


def main() -> None:
    """Draw it on a copy, so that Anna's ballot stays empty."""
    catalogue.use("da")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "scoring.toml", folder)
        shutil.copytree(ROOT / "data", Path(folder, "data"))
        (ROOT / "docs" / "juror.svg").write_text(asyncio.run(draw(Path(folder))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
