"""A small round in a folder, whose figures can be checked by hand.

Innovation counts three times as much as spread, so that a weighted score is (3 · innovation + spread) / 4:

    nomination  anna       bo         clara           overall
    1           4 2 → 3.5  2 2 → 2.0  4 4 → 4.0       9.5/3 → 3.17, n 3
    2           5 5 → 5.0  4 4 → 4.0  out (conflict)  9/2   → 4.50, n 2
    3           2 4 → 2.5                             2.5   → 2.50, n 1, below the quorum of 2
    4           3 3 → 3.0  4 4 → 4.0  3 – (half)      7/2   → 3.50, n 2

As duplicates, 1 and 3 are one: anna (3.5 + 2.5)/2 = 3, bo 2, clara 4, so 9/3 = 3.00 with n 3.
"""

from pathlib import Path
from typing import Final

from nominate_tui.model.nomination import Contact, Nomination, Nominations
from nominate_tui.notation.contacts import write_contacts
from nominate_tui.notation.nominations import write_nominations

RULES: Final = """\
[round]
id = "2026"
title = "A prize"
language = "en"
shortlist = 2
quorum = 2
seed = "s"
pseudonym_key = "k"

[[criterion]]
id = "innovation"
label = { en = "Innovation", da = "Nyskabelse" }
weight = 3

[[criterion]]
id = "spread"
label = { en = "Spread", da = "Spredning" }
weight = 1

[ranking]
method = "mean"

[[juror]]
id = "anna"
name = "Anna Lund"

[[juror]]
id = "bo"
name = "Bo Holm"

[[juror]]
id = "clara"
name = "Clara Friis"
"""

ANNA: Final = """\
format = 1
round = "2026"
juror = "anna"
confirmed = 2026-11-22T10:00:00Z

[[review]]
nomination = "1"
scores = { innovation = 4, spread = 2 }
comment = "for the chair"
note = "nobody else sees this"
changed = 2026-11-22T09:00:00Z

[[review]]
nomination = "2"
scores = { innovation = 5, spread = 5 }
changed = 2026-11-22T09:01:00Z

[[review]]
nomination = "3"
scores = { innovation = 2, spread = 4 }
changed = 2026-11-22T09:02:00Z

[[review]]
nomination = "4"
scores = { innovation = 3, spread = 3 }
changed = 2026-11-22T09:03:00Z
"""

BO: Final = """\
format = 1
round = "2026"
juror = "bo"

[[review]]
nomination = "1"
scores = { innovation = 2, spread = 2 }

[[review]]
nomination = "2"
scores = { innovation = 4, spread = 4 }

[[review]]
nomination = "4"
scores = { innovation = 4, spread = 4 }
"""

CLARA: Final = """\
format = 1
round = "2026"
juror = "clara"

[[review]]
nomination = "1"
scores = { innovation = 4, spread = 4 }
flagged = true

[[review]]
nomination = "2"
scores = { innovation = 1, spread = 1 }
recused = { kind = "personal", reason = "my sister works there" }

[[review]]
nomination = "4"
scores = { innovation = 3 }
"""

NOMINATIONS: Final = Nominations(
    (
        Nomination(
            "1",
            "The wardrobe",
            "North hospital",
            "Eva Dahl",
            "April 2022",
            {"purpose": "Clothes for those who have none.", "innovation": "A room.\n\nWith a mirror."},
        ),
        Nomination(
            "2",
            "A walking companion",
            "South hospital",
            "Ib Kold",
            "2020",
            {"purpose": "Somebody comes along."},
        ),
        Nomination(
            "3", "The wardrobe", "North hospital", "Eva Dahl", "2022", {"purpose": "Coats, shoes, dignity."}
        ),
        Nomination("4", "Night café", "The quay", "Per Ask", "2019", {"purpose": "Soup until five."}),
    ),
    {"purpose": "What is it for?"},
)


def small_round(folder: Path, *, ballots: bool = True) -> Path:
    """Write the round into a folder; without its ballots where that is wished."""
    (folder / "data" / "ballots").mkdir(parents=True)
    files = {
        "scoring.toml": RULES,
        "data/nominations.toml": write_nominations(NOMINATIONS),
        "data/contacts.toml": write_contacts([Contact("1", "Eva Dahl", "eva@example.org", "20 00 00 11")]),
    }
    if ballots:
        files |= {
            "data/ballots/anna.toml": ANNA,
            "data/ballots/bo.toml": BO,
            "data/ballots/clara.toml": CLARA,
        }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def with_danish(folder: Path) -> Path:
    """The same round in Danish."""
    rules = folder / "scoring.toml"
    rules.write_text(
        rules.read_text(encoding="utf-8").replace('language = "en"', 'language = "da"'), encoding="utf-8"
    )
    return folder


def give(small: Path, juror: str, *ids: str) -> None:
    """Let a juror of the small round score only these."""
    rules = small / "scoring.toml"
    head = f'[[juror]]\nid = "{juror}"\n'
    listed = ", ".join(f'"{id}"' for id in ids)
    text = rules.read_text(encoding="utf-8")
    assert head in text
    rules.write_text(text.replace(head, f"{head}nominations = [{listed}]\n"), encoding="utf-8")
