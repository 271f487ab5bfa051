"""A round with titles that attack whoever shows them, three groups of duplicates, ties, recusals and abstentions."""

from dataclasses import replace
from typing import Any

from export.sample import outcome_of
from nominate_tui.export.outcome import Outcome
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from ranking.rounds import ABSTAINED, NOON, Cell, ballots_of, round_of, with_conflict

TITLES = (
    "<script>alert(1)</script>",
    '" onload="x',
    "=1+1",
    "&lt;",
    "שלום עולם",
    "A very long title, " * 60,
    "</title></style>",
    "=HYPERLINK(A1)",
    "http://example.org",
    "1e5",
    "@SUM(1)",
    "Å",
)

_JURORS = ("anna", "bo", "cy", "di", "eva")
_PAIRS = (("1", "2"), ("3", "4"), ("5", "6"))


def hostile_round(**more: Any) -> tuple[Round, dict[str, Ballot]]:
    """The round and its ballots; with one decimal several nominations are tied."""
    ids = [str(number) for number in range(1, len(TITLES) + 1)]
    table = {
        juror: {id: _cells(at, int(id)) for id in ids if (at + int(id)) % 4}
        for at, juror in enumerate(_JURORS)
    }
    named = {
        "method": "adjusted",
        "shortlist": 4,
        "quorum": 3,
        "decimals": 1,
        "seed": "drawn",
        "tie_break": ("criteria", "chair", "lot"),
    }
    bare = round_of(ids, table, recusals=[("anna", "1"), ("bo", "12")], **{**named, **more})
    nominations = tuple(
        Nomination(id, title, f"Owner of {title}"[:200]) for id, title in zip(ids, TITLES, strict=True)
    )
    verdicts = tuple(Verdict(a, b, "duplicate", '<b>"one"</b>', NOON, a) for a, b in _PAIRS)
    round = replace(bare, nominations=Nominations(nominations), verdicts=verdicts)
    return round, with_conflict(ballots_of(round, table), "cy", "8")


def hostile_outcome(**more: Any) -> Outcome:
    """What an export works out of it."""
    return outcome_of(*hostile_round(**more))


def _cells(juror: int, nomination: int) -> tuple[Cell, Cell]:
    first = 1 + (juror + nomination // 2) % 5
    return first, ABSTAINED if (juror * nomination) % 7 == 3 else 1 + (nomination * 3) % 5
