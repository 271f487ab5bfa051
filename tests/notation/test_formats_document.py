"""The examples in docs/formats.md are read as they stand there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from nominate_tui.model.ballot import Ballot
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.notation.ballot import read_ballot
from nominate_tui.notation.contacts import read_contacts
from nominate_tui.notation.deliberation import read_deliberation
from nominate_tui.notation.nominations import read_nominations
from nominate_tui.notation.recusals import read_recusals
from nominate_tui.notation.rules import read_rules
from nominate_tui.notation.verdicts import read_verdicts

DOCUMENT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n# (\S+)\n(.*?)```", DOCUMENT, re.DOTALL)


def ballot_in(text: str, where: str) -> Ballot:
    """The ballot in the example, in the round of the first example."""
    rules = read_rules(dict(reversed(EXAMPLES))["scoring.toml"], "scoring.toml")
    nominations = Nominations((Nomination("15", "a"), Nomination("3", "b")))
    return read_ballot(text, where, "anna", rules, nominations)


READERS: dict[str, Callable[[str, str], object]] = {
    "scoring.toml": read_rules,
    "data/nominations.toml": read_nominations,
    "data/contacts.toml": read_contacts,
    "data/ballots/anna.toml": ballot_in,
    "data/duplicates.toml": read_verdicts,
    "data/recusals.toml": read_recusals,
    "data/deliberation.toml": read_deliberation,
}


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_an_example_is_read_without_a_problem(name: str, text: str) -> None:
    assert READERS[name](text, name)


def test_every_file_has_an_example() -> None:
    assert {name for name, _ in EXAMPLES} == set(READERS)
