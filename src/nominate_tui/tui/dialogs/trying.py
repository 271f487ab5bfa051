"""What if: the ranking beside the choices it is made by, which may all be changed and see it move at once."""

import gc

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from nominate_tui.errors import NominateError
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.count import Count
from nominate_tui.jury.moves import moves
from nominate_tui.jury.trial import Trial, begin
from nominate_tui.locale.catalogue import _
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.what_if_told import as_sentence
from nominate_tui.tui.chair_words import effect
from nominate_tui.tui.commands import HELP, TRYING, bindings
from nominate_tui.tui.widgets.footer import Footer
from nominate_tui.tui.widgets.top import Top
from nominate_tui.tui.widgets.trial_panel import TrialPanel
from nominate_tui.tui.widgets.tried_list import TriedList


class Trying(Screen[WhatIf | None]):
    """The answer is what the chair means to adopt; `None` adopts nothing, and then nothing is stored."""

    CSS_PATH = "trying.tcss"
    OFFERED = (*TRYING, HELP)
    """What the palette finds here."""
    BINDINGS = bindings(OFFERED)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    AUTO_FOCUS = ""

    def __init__(self, desk: ChairDesk, trial: Trial | None = None) -> None:
        """Begin with what holds, or go on with a trial of this round."""
        super().__init__(classes="trying")
        self._desk = desk
        self._sight = desk.sight
        self._begin = begin(desk.sight)
        self._trial = trial or self._begin
        self._list = TriedList(desk.ranking(), desk.round.nominations)
        self._panel = TrialPanel(self._begin)
        self._top = Top()
        self._effect = Static(classes="notice")
        self._waiting = False
        """Whether what is tried was changed since it was shown."""

    @property
    def trial(self) -> Trial:
        """What is tried."""
        return self._trial

    def compose(self) -> ComposeResult:
        """What changes, the ranking and the choices."""
        yield self._top
        yield self._effect
        with Container(classes="both"):
            yield self._list
            yield self._panel
        yield Footer((*TRYING[:-1], HELP, TRYING[-1]))

    def on_mount(self) -> None:
        """Show what holds."""
        # To look through all scores of a large round for garbage takes half a second, in the middle of a key.
        gc.freeze()
        self._top.show(
            _("What if · {award}").format(award=self._desk.round.rules.title), _("nothing is stored")
        )
        self.call_after_refresh(self._show)

    def on_unmount(self) -> None:
        """Let garbage be collected everywhere again."""
        gc.unfreeze()

    def on_resize(self) -> None:
        """The lists fit their columns anew."""
        self.call_after_refresh(self._show)

    def action_pick(self, steps: int) -> None:
        """Pick another choice."""
        self._panel.move(steps)

    def action_turn(self, steps: int) -> None:
        """More or less of what is picked; a juror or a verdict is left out, or counts again."""
        self._try(_turned(self._trial, self._panel, steps))

    def action_method(self) -> None:
        """The next method."""
        self._try(self._trial.with_method(1))

    def action_places(self, places: int) -> None:
        """More or fewer places."""
        self._try(self._trial.longer(places))

    def action_anew(self) -> None:
        """Begin again."""
        self._try(self._begin)

    def action_read(self, pages: int) -> None:
        """Read on in the ranking, or back."""
        self._list.read(pages)

    def action_adopt(self) -> None:
        """Answer with what is tried, if there is anything, and its method holds."""
        count = self._counted()
        if self._trial.what.empty:
            self._say(_("Nothing is different from what holds already"))
        elif count and not count.ranking.refused:
            self.dismiss(self._trial.what)

    def action_help(self) -> None:
        """Show all keys."""
        from nominate_tui.tui.dialogs.help import Help

        self.app.push_screen(Help(None, [(_("What if"), TRYING)]))

    def action_leave(self) -> None:
        """Leave it as it was."""
        self.dismiss(None)

    def _try(self, trial: Trial) -> None:
        """Show another trial as soon as no more keys are waiting: a key that is held down is not fallen behind."""
        self._trial = trial
        self._panel.show(trial)
        if not self._waiting:
            self._waiting = True
            self.call_later(self._show)

    def _show(self) -> None:
        self._waiting = False
        self._panel.show(self._trial)
        count = self._counted()
        if count:
            self._list.show(count.ranking)
            self._say(self._told(count))

    def _counted(self) -> Count | None:
        try:
            return self._desk.try_out(self._trial.what)
        except NominateError as error:
            self._say(f"! {error}")
            return None

    def _told(self, count: Count) -> str:
        if refused := count.ranking.refused:
            # What to do comes first: the rest may name more nominations than there is room for.
            return f"! {as_sentence(refused.todo)}: {refused.message}"
        if self._trial.what.empty:
            return _("Nothing is changed yet: pick a choice, and turn it with ← and →")
        return as_sentence(effect(moves(self._sight.ranking, count.ranking)))

    def _say(self, told: str) -> None:
        self._effect.update(Content(told))


def _turned(trial: Trial, panel: TrialPanel, steps: int) -> Trial:
    """The trial with the picked choice turned; Space (no steps) turns what is left out or not."""
    picked = panel.picked
    if picked.part == "juror":
        return trial.with_or_without(picked.about)
    if picked.part == "verdict":
        return trial.with_or_without_verdict(picked.pair)
    if picked.part == "weight":
        return trial.heavier(picked.about, steps)
    return trial.with_method(steps) if picked.part == "method" else trial.longer(steps)
