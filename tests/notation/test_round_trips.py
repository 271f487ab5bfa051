"""What is written is read again as it was, for every noun."""

from hypothesis import given, settings

from nominate_tui.model.ballot import Ballot
from nominate_tui.model.conflict import Recusal
from nominate_tui.model.deliberation import Deliberation
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Contact, Nomination, Nominations
from nominate_tui.model.rules import Rules
from nominate_tui.notation.ballot import read_ballot, write_ballot
from nominate_tui.notation.contacts import read_contacts, write_contacts
from nominate_tui.notation.deliberation import amend_deliberation, read_deliberation
from nominate_tui.notation.nominations import read_nominations, write_nominations
from nominate_tui.notation.recusals import amend_recusals, read_recusals
from nominate_tui.notation.rules import read_rules, write_rules
from nominate_tui.notation.verdicts import amend_verdicts, read_verdicts
from notation import nouns


@settings(deadline=None)
@given(nouns.rules())
def test_rules(rules: Rules) -> None:
    assert read_rules(write_rules(rules), "scoring.toml") == rules


def orders(nomination: Nomination) -> list[list[str]]:
    """The keys of everything in a nomination that has an order."""
    boxes = list(nomination.choices.values())
    rows = [figures.rows for figures in nomination.tables.values()]
    parts = (nomination.answers, nomination.facts, nomination.choices, nomination.tables, nomination.shared)
    return [list(keys) for keys in (*parts, *boxes, *rows)]


@settings(deadline=None)
@given(nouns.nominations)
def test_nominations(nominations: Nominations) -> None:
    again = read_nominations(write_nominations(nominations), "nominations.toml")
    assert again == nominations
    assert [orders(one) for one in again] == [orders(one) for one in nominations]


@settings(deadline=None)
@given(nouns.contacts)
def test_contacts(contacts: tuple[Contact, ...]) -> None:
    assert read_contacts(write_contacts(contacts), "contacts.toml") == contacts


@settings(deadline=None)
@given(nouns.ballots())
def test_ballots(ballot: Ballot) -> None:
    again = read_ballot(write_ballot(ballot), "anna.toml", "anna", nouns.RULES, nouns.NOMINATIONS)
    assert again == ballot
    assert list(again.reviews) == list(ballot.reviews)


@settings(deadline=None)
@given(nouns.verdicts, nouns.verdicts)
def test_verdicts_in_the_place_of_others(old: tuple[Verdict, ...], new: tuple[Verdict, ...]) -> None:
    text = amend_verdicts("", "duplicates.toml", old)
    assert read_verdicts(text, "duplicates.toml") == old
    assert read_verdicts(amend_verdicts(text, "duplicates.toml", new), "duplicates.toml") == new


@settings(deadline=None)
@given(nouns.recusals, nouns.recusals)
def test_recusals_in_the_place_of_others(old: tuple[Recusal, ...], new: tuple[Recusal, ...]) -> None:
    text = amend_recusals("", "recusals.toml", old)
    assert read_recusals(text, "recusals.toml") == old
    assert read_recusals(amend_recusals(text, "recusals.toml", new), "recusals.toml") == new


@settings(deadline=None)
@given(nouns.deliberations, nouns.deliberations)
def test_decisions_in_the_place_of_others(old: Deliberation, new: Deliberation) -> None:
    text = amend_deliberation("", "deliberation.toml", old)
    assert read_deliberation(text, "deliberation.toml") == old
    again = amend_deliberation(text, "deliberation.toml", new)
    assert read_deliberation(again, "deliberation.toml") == new
