"""A round of budget proposals, which have facts, boxes, figures and shared texts beside their answers."""

from decimal import Decimal
from pathlib import Path
from typing import Final

from nominate_tui.model.figures import Amount, Figures
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.store.folder import FolderStore
from tui.seated import desk_round

RULES: Final = """\
[round]
id = "2026"
title = "A budget"
language = "en"
[[criterion]]
id = "need"
label = { en = "Need" }
answers = ["purpose"]
[[criterion]]
id = "money"
label = { en = "Money" }
answers = ["economy"]
[[juror]]
id = "anna"
name = "Anna Holm"
[[juror]]
id = "bo"
name = "Bo Lind"
"""


def amount(low: str, high: str = "") -> Amount:
    """An amount, or a range where there are two."""
    return Amount(Decimal(low), Decimal(high or low))


ECONOMY: Final = Figures(
    "mio. kr.",
    ("2026", "2027", "2028"),
    {
        "Running costs": (amount("0.6"), amount("1.0", "3.0"), None),
        "Building and land": (None, amount("-12.25"), amount("3")),
    },
)

BATH: Final = Nomination(
    "A.1",
    "A bath",
    "The town",
    "The head of the office",
    "2026",
    {"purpose": "More people bathe."},
    facts={"proposed_by": "List A and List B"},
    tables={"economy": ECONOMY},
    choices={"financing": {"The town's own money": "x", "Funds": "1/3"}},
    shared={"introduction": "All of it is about water."},
)
POND: Final = Nomination("A.2", "A pond", "The town", answers={"purpose": "More ducks."}, shared=BATH.shared)

BUDGET: Final = Nominations(
    (BATH, POND),
    {
        "proposed_by": "Proposed by",
        "economy": "Economy",
        "financing": "Who pays?",
        "introduction": "Introduction",
    },
)


def budget_round(folder: Path) -> FolderStore:
    """The round in a folder."""
    return desk_round(folder, rules=RULES, judged=BUDGET)
