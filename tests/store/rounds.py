"""A small round for the tests of stores: two criteria, three jurors, three nominations."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.deliberation import Deliberation, TieDecision
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Contact, Nomination, Nominations
from nominate_tui.model.rules import Criterion, Juror, Rules
from nominate_tui.notation.rules import write_rules
from nominate_tui.store.folder import FolderStore

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

RULES = Rules(
    id="2026",
    title="An award",
    shortlist=2,
    quorum=2,
    pseudonym_key="known to the secretariat",
    criteria=(
        Criterion("innovation", {"en": "Innovation"}, Fraction(3), ("new",)),
        Criterion("spread", {"en": "Spread"}, Fraction(1)),
    ),
    jurors=(Juror("bo", "Bo Lind"), Juror("anna", "Anna Holm"), Juror("carl", "Carl Friis")),
)
NOMINATIONS = Nominations(
    tuple(Nomination(id, f"Title {id}", answers={"new": "It is new."}) for id in ("1", "2", "3")),
    {"new": "How is it new?"},
)
CONTACTS = (Contact("1", "Ada Berg", "ada@example.org"),)
BALLOT = Ballot("2026", "anna", {"1": Review("1", {"innovation": 4}, comment="good", changed=NOON)})
VERDICT = Verdict("1", "2", "duplicate", "the same", NOON, "1")
RECUSAL = Recusal("bo", "3", Conflict("personal", "a friend"), "chair", NOON)
DELIBERATION = Deliberation(NOON, (TieDecision(("2", "3"), "more people", NOON),))


def scored(value: int, juror: str = "anna") -> Ballot:
    """A ballot with one score in it."""
    return Ballot("2026", juror, {"1": Review("1", {"innovation": value})})


def folder_round(folder: Path, rules: Rules = RULES) -> FolderStore:
    """A round in a folder, with its nominations."""
    (folder / "scoring.toml").write_text(write_rules(rules), encoding="utf-8")
    store = FolderStore(folder)
    store.save_nominations(NOMINATIONS, CONTACTS)
    return store
