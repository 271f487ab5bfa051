"""Every command once: its name, where it is written, and what it does in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nominate_tui.locale.catalogue import later


@dataclass(frozen=True, slots=True)
class Entry:
    """One command, not loaded yet."""

    module: str
    """The module of `nominate_tui.cli` that holds it."""
    attribute: str
    """What the command is called there."""
    help: str
    """A sentence for the list of commands, to be translated."""


COMMANDS: Final[Mapping[str, Entry]] = {
    "open": Entry("open", "open_screens", later("open the screens; the word itself may be left out")),
    "new": Entry("new", "new", later("make a new round: a commented scoring.toml and empty data/")),
    "intake": Entry("intake", "intake", later("read documents and take in their nominations")),
    "check": Entry("check", "check", later("list every problem in a round")),
    "show": Entry("show", "show", later("print a nomination, with the headings of its answers")),
    "ballot": Entry(
        "ballot", "ballot", later("print a juror's own ballot: what is scored, what is left to do")
    ),
    "score": Entry(
        "score", "score", later("score a nomination, abstain, comment, or declare a conflict of interest")
    ),
    "confirm": Entry("confirm", "confirm", later("say that a juror's ballot is done")),
    "reopen": Entry("confirm", "reopen", later("take the confirmation of a ballot back")),
    "collect": Entry("collect", "collect", later("take in ballots (TOML) and score tables (CSV)")),
    "progress": Entry("progress", "progress", later("who has scored what")),
    "duplicates": Entry(
        "duplicates", "duplicates", later("pairs that are worth a look, with evidence and verdicts")
    ),
    "settle": Entry("settle", "settle", later("decide whether two nominations are one initiative")),
    "recuse": Entry("recuse", "recuse", later("take a juror out for a nomination")),
    "decide": Entry("decide", "decide", later("put nominations that share a rank in an order")),
    "ranking": Entry("ranking", "ranking", later("the ranking, its ties and the line of the shortlist")),
    "adopt": Entry(
        "adopt", "adopt", later("rank by something else from now on, with a reason; or take it back")
    ),
    "lock": Entry("lock", "lock", later("lock the round, so that no ballot may change")),
    "unlock": Entry("lock", "unlock", later("open a locked round again")),
    "export": Entry("export", "export", later("write the result into a folder")),
    "verify": Entry("verify", "verify", later("work a result out again from its folder: does it hold?")),
}
"""By name, in the order of a round."""
