"""The ballot as a whole: what is unfinished first, then confirm it, or reopen it."""

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from nominate_tui.errors import NominateError
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.tui.standing_line import beyond_told
from nominate_tui.tui.widgets.wrapping import shortened
from nominate_tui.tui.words import OUTDATED, SIGNS, STATES

_WIDTH: Final = 66
"""How wide a line of the list is."""

CONFIRM = "confirm"
REOPEN = "reopen"


class BallotScreen(ModalScreen[str | None]):
    """The answer is `CONFIRM` or `REOPEN` where that was done, or the id of a nomination to go to."""

    CSS_PATH = "ask.tcss"
    BINDINGS = [Binding("escape,q,b", "leave"), Binding("j", "down"), Binding("k", "up")]

    def __init__(self, desk: JurorDesk) -> None:
        """Look at a desk's ballot."""
        super().__init__(classes="question")
        self._desk = desk
        self._sure = False
        self._outdated = tuple(id for id in desk.nominations.ids if desk.outdated(id))

    def compose(self) -> ComposeResult:
        """How far it is, and what can be done."""
        with Vertical(classes="box"):
            yield Static(Content(_("Your ballot")), classes="title")
            yield Static(Content(self._told()), classes="body")
            yield OptionList(*self._options())
            yield Static(Content(_("Enter chooses · Esc leaves it as it was")), classes="hint")

    def on_mount(self) -> None:
        """Begin on the first answer."""
        for options in self.query(OptionList):  # none are left where the program is being left already
            options.highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Confirm, reopen, or go to a nomination."""
        if event.option.id == CONFIRM and self._desk.own.unfinished and not self._sure:
            self._ask_again(event.option_list)
            return
        doing = {CONFIRM: self._desk.confirm, REOPEN: self._desk.reopen}.get(event.option.id or "")
        if doing is None:
            self.dismiss((event.option.id or "").partition(":")[2])
            return
        try:
            doing()
        except NominateError as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
            self.dismiss(None)
        else:
            self.dismiss(event.option.id)

    def _ask_again(self, options: OptionList) -> None:
        """An unfinished ballot is confirmed by a second Enter, so that it never happens by accident."""
        self._sure = True
        told = _("Enter again confirms it, although {count} are not finished · Esc leaves it as it was")
        self.query_one(".hint", Static).update(Content(told.format(count=len(self._desk.own.unfinished))))
        options.highlighted = 1

    def action_leave(self) -> None:
        """Leave it as it was."""
        self.dismiss(None)

    def action_down(self) -> None:
        """The next answer."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """The answer before."""
        self.query_one(OptionList).action_cursor_up()

    def _told(self) -> str:
        if self._desk.closed_because and not self._desk.ballot.confirmed:
            return self._desk.closed_because
        if self._desk.ballot.confirmed:
            return _("It is confirmed. You can reopen it until the chair locks the round.")
        parts = (self._told_left(), self._told_outdated(), beyond_told(self._desk))
        return "\n".join(told for told in parts if told)

    def _told_left(self) -> str:
        left = len(self._desk.own.unfinished)
        if not left:
            return _("Everything is finished. Confirm it, and the chair knows that you are done.")
        return ngettext(
            "{count} nomination is not finished. What is unfinished does not count, and is never a zero.",
            "{count} nominations are not finished. What is unfinished does not count, and is never a zero.",
            left,
        ).format(count=left)

    def _told_outdated(self) -> str:
        changed = len(self._outdated)
        told = ngettext(
            "{sign} The text of {count} nomination changed after you scored it.",
            "{sign} The texts of {count} nominations changed after you scored them.",
            changed,
        )
        return told.format(sign=OUTDATED, count=changed) if changed else ""

    def _options(self) -> Iterator[Option]:
        if self._desk.ballot.confirmed:
            yield Option(Content(_("Reopen the ballot")), id=REOPEN)
            return
        unfinished = self._desk.own.unfinished
        if unfinished:
            yield Option(Content(_("Go on with the first unfinished one")), id=f"go:{unfinished[0]}")
        yield Option(Content(_("Confirm it as it is") if unfinished else _("Confirm the ballot")), id=CONFIRM)
        flagged = (id for id in self._desk.own.flagged if id not in unfinished)
        for id in dict.fromkeys((*unfinished, *self._outdated, *flagged)):
            yield Option(Content(self._line(id)), id=f"at:{id}")

    def _line(self, id: str) -> str:
        state = self._desk.state(id)
        flag = " ⚑" if self._desk.review(id).flagged else ""
        changed = f" {OUTDATED}" if id in self._outdated else ""
        told = f" · {_(STATES[state])}{flag}{changed}"
        title = f"{SIGNS[state]} {id:>3} {self._desk.round.nominations[id].title}"
        return shortened(title, _WIDTH - len(told)) + told
