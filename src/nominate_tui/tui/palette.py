"""What `Ctrl+P` finds: every command of the table by its name, and what concerns the whole program."""

from collections.abc import Iterable

from textual.app import App, SystemCommand
from textual.screen import Screen

from nominate_tui.locale.catalogue import _
from nominate_tui.tui.commands import Command


def system_commands(app: App[None], screen: Screen[object]) -> Iterable[SystemCommand]:
    """The commands of the screen that is shown, then those of the program."""
    offered: Iterable[Command] = getattr(screen, "OFFERED", ())
    for command in offered:
        yield SystemCommand(
            f"{_(command.label).capitalize()}  {command.shown}",
            _(command.help),
            lambda action=command.action: screen.call_later(screen.run_action, action),
        )
    yield SystemCommand(_("Speak Danish"), "Dansk", lambda: app.run_action("app.speak('da')"))
    yield SystemCommand(_("Speak English"), "English", lambda: app.run_action("app.speak('en')"))
    yield SystemCommand(_("Change colours"), _("Choose among the themes"), app.action_change_theme)
    yield SystemCommand(
        _("Change person"), _("Let somebody else sit down"), lambda: app.run_action("app.change_person")
    )
