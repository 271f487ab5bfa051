"""The smallest Textual programs to compare with: `python rivals.py label` and `python rivals.py table`."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Label


class BareLabel(App[None]):
    """A label and nothing else: what Textual itself costs."""

    def compose(self) -> ComposeResult:
        yield Label("Ready")


class BareTable(App[None]):
    """A table of 26 rows: what moving in a list costs."""

    def compose(self) -> ComposeResult:
        yield DataTable[str](cursor_type="row")

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("No", "Title", "Organisation", "State")
        table.add_rows((str(n), f"Nomination {n}", f"Hospital {n % 7}", "Ready") for n in range(26))
        table.focus()


if __name__ == "__main__":
    (BareTable if sys.argv[1] == "table" else BareLabel)().run()
