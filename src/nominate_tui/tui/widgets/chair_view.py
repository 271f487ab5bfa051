"""What the chair's views have in common: a list, beside or below it the details, what the signs mean, the keys."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.tui.chair_words import wrong
from nominate_tui.tui.commands import CHAIR, EVERYWHERE
from nominate_tui.tui.widgets.footer import Footer
from nominate_tui.tui.widgets.pick_list import PickList
from nominate_tui.tui.widgets.told import Told


class ChairView(Vertical):
    """One view of the round. It asks the desk for everything, and decides nothing."""

    KEYS: tuple[str, ...] = ()
    """The actions that the footer names, the most wanted first."""

    def __init__(self, desk: ChairDesk, rows: PickList, id: str) -> None:
        """Show what the desk sees."""
        super().__init__(id=id)
        self.desk = desk
        self._rows = rows
        self._details = Told()
        self._notice = Static(classes="notice")
        self._legend = Static(classes="legend")

    def compose(self) -> ComposeResult:
        """Notice, list and details; the screen's style says what lies beside what."""
        yield self._notice
        with Container(classes="both"):
            yield self._rows
            yield self._details
        yield self._legend
        named = {command.action: command for command in CHAIR}
        yield Footer([*(named[action] for action in self.KEYS), *EVERYWHERE])

    def notice(self) -> str:
        """What must be seen before the list; empty where there is nothing of the kind."""
        return wrong(self.desk.problems)

    def legend(self) -> str:
        """What the signs mean."""
        raise NotImplementedError

    def details(self) -> Iterable[Content]:
        """The paragraphs about the picked row."""
        raise NotImplementedError

    def renew(self) -> None:
        """Show what the desk sees now."""
        self._rows.renew()
        self._tell_all()

    def tell(self) -> None:
        """Show the details of the picked row."""
        self._details.tell(self.details())

    def move(self, steps: int) -> None:
        """Pick another row."""
        self._rows.move(steps)

    def read(self, pages: int) -> None:
        """Read on in the details."""
        self._details.read(pages)

    def on_picked_row(self) -> None:
        """Another row is picked."""
        self.tell()

    def on_resize(self) -> None:
        """Notice, legend and details follow their width."""
        self.call_after_refresh(self._tell_all)

    def _tell_all(self) -> None:
        notice = self.notice()
        self._notice.update(Content(notice))
        self._notice.display = bool(notice)
        self._legend.update(Content(self.legend()))
        self.tell()

    @property
    def room_for_details(self) -> int:
        """How many cells wide a paragraph of the details is."""
        return self._details.width

    def strong(self, text: str) -> Content:
        """A text that stands out."""
        return Content(text).stylize(self._details.style_of("told--strong"))

    def dim(self, text: str) -> Content:
        """A text that stands back."""
        return Content(text).stylize(self._details.style_of("told--dim"))

    def line(self, text: str) -> Content:
        """A text that stands back and takes one line, with an ellipsis where it is longer."""
        one = self.dim(text.replace("\n", " "))
        return one.truncate(self._details.width, ellipsis=True)

    def alarm(self, text: str) -> Content:
        """A text that must be seen."""
        return Content(text).stylize(self._details.style_of("told--alarm"))
