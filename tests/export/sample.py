"""A small round with one of everything: a tie, a decision, a duplicate, a recusal, an abstention, a hostile title."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from nominate_tui.export.basis import basis_of
from nominate_tui.export.manifest import MANIFEST, entry_of, read_manifest
from nominate_tui.export.outcome import Outcome
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.deliberation import Amendment, Deliberation, Signed, TieDecision
from nominate_tui.model.duplicate import Group, Verdict
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.result import Ranking
from ranking.rounds import ABSTAINED, Table, ballots_of, round_of

GOLDEN = Path(__file__).with_name("golden")

TABLE: Table = {
    "anna": {"1": (5, 3), "2": (4, 4), "3": (4, 4), "4": (3, 3)},
    "bo": {"1": (4, ABSTAINED), "2": (3, 5), "3": (4, 4), "6": (4, 3)},
    "cy": {"2": (4, 4), "3": (4, 4), "5": (3, None), "6": (4, ABSTAINED)},
}

NOMINATIONS = Nominations(
    (
        Nomination("1", "Nattelys på stuen", "Østby Sygehus", "RESPONSIBLE", answers={"purpose": "ANSWER"}),
        Nomination("2", "=SUM(A1:A9)", "Åhavnens Plejehjem; afdeling 2", "RESPONSIBLE"),
        Nomination("3", "Haven på taget", "Østby Sygehus", "RESPONSIBLE"),
        Nomination("4", "Nattelyset", "Østby Sygehus", "RESPONSIBLE"),
        Nomination("5", "Sangkufferten", "", "RESPONSIBLE"),
        Nomination("6", "Den “lange” bænk, igen", "Skovlunden", "RESPONSIBLE"),
    )
)

VERDICT = Verdict(
    "1", "4", "duplicate", "Samme initiativ, to indstillere", datetime(2026, 11, 20, 9, tzinfo=UTC), "1"
)
DECISION = TieDecision(("3", "2"), "Haven når flere", datetime(2026, 11, 22, 10, tzinfo=UTC))


def sample(language: str = "da") -> Round:
    """The round. 2 and 3 are tied and the chair decided; 1, which stands for 4 too, and 6 are tied at the line."""
    bare = round_of(
        NOMINATIONS.ids,
        TABLE,
        {"innovation": Fraction(60), "spread": Fraction(75, 2)},
        language=language,
        title="Prisen",
        shortlist=3,
        quorum=2,
        seed="trukket",
        pseudonym_key="hemmelig",
    )
    locked = datetime(2026, 11, 22, 9, tzinfo=UTC)
    return replace(
        bare, nominations=NOMINATIONS, verdicts=(VERDICT,), deliberation=Deliberation(locked, (DECISION,))
    )


def sample_ballots() -> dict[str, Ballot]:
    """The ballots: Bo is out for 2, and everybody wrote a comment and a note."""
    plain = ballots_of(sample(), TABLE)
    told = {
        juror: replace(
            ballot,
            reviews={
                id: replace(review, comment="COMMENT", note="NOTE") for id, review in ballot.reviews.items()
            },
        )
        for juror, ballot in plain.items()
    }
    out = replace(told["bo"].review("2"), conflict=Conflict("personal", "CONFLICT"))
    return {**told, "bo": told["bo"].with_review(out)}


def sample_ranking(round: Round) -> Ranking:
    """The ranking, with 4 as a duplicate of 1."""
    return rank(round, sample_ballots(), [Group(("1", "4"), "1")])


def outcome_of(round: Round, ballots: Mapping[str, Ballot]) -> Outcome:
    """What an export works out of a round."""
    return Outcome(basis_of(round, ballots))


def sample_outcome(language: str = "da") -> Outcome:
    """What an export works out of the round."""
    return outcome_of(sample(language), sample_ballots())


AMENDMENT = Amendment(
    WhatIf(shortlist=3),
    WhatIf(shortlist=2),
    Signed("Karen Holm", "one more", datetime(2026, 11, 22, 10, tzinfo=UTC)),
    scored=11,
)


def amended_outcome(**more: Any) -> Outcome:
    """What an export works out of the round in English where three places were adopted; `more` as in `Amendment`."""
    bare = sample("en")
    decided = replace(bare.deliberation, amendments=(replace(AMENDMENT, **more),))
    return outcome_of(replace(bare, deliberation=decided), sample_ballots())


def mended(folder: Path) -> None:
    """Put the digests that the files in a bundle have now into its manifest, as somebody who knows how would."""
    place = folder / MANIFEST
    text = place.read_bytes().decode()
    for name, old in read_manifest(place.read_bytes()).files.items():
        new = entry_of((folder / name).read_bytes())
        lines = 'name = "{}"\nbytes = {}\nsha256 = "{}"\n'
        text = text.replace(
            lines.format(name, old.size, old.sha256), lines.format(name, new.size, new.sha256)
        )
    place.write_bytes(text.encode())
