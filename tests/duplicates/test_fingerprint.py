from dataclasses import replace

import pytest

from duplicates.making import CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.fingerprint import contacts_digest, fingerprint
from nominate_tui.model.figures import Figures
from nominate_tui.model.nomination import Contact, Nomination, Source
from nominate_tui.model.rules import DuplicateRules

RULES = DuplicateRules()
FIRST = replace(
    nomination("1", "Garden", "North", "Eva Dahl", {"purpose": GARDEN, "spread": "Widely."}),
    source=Source("a.txt", "1", "0" * 64),
)
SECOND = nomination("2", "Choir", "South", "Ib Kold", CHOIR)
ADA = Contact("1", "Ada Berg", "ada@example.org", "20 00 00 11")
BO = Contact("2", "Bo Lind")


def of_first(**changes: object) -> tuple[tuple[str, str], ...]:
    """What is told of the nominations with another first one."""
    changed: Nomination = replace(FIRST, **changes)  # type: ignore[arg-type]
    return fingerprint(round_of(changed, SECOND), RULES).nominations


SAME = fingerprint(round_of(FIRST, SECOND), RULES)


def test_the_same_has_the_same_digests() -> None:
    assert fingerprint(round_of(replace(FIRST), replace(SECOND)), DuplicateRules()) == SAME
    assert {len(digest) for digest in (SAME.program, SAME.rules, *dict(SAME.nominations).values())} == {64}
    assert [id for id, _digest in SAME.nominations] == ["1", "2"]
    assert SAME.contacts == ""


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "11"},
        {"title": "Gardens"},
        {"organisation": ""},
        {"responsible": "Eva Dahls"},
        {"started": "2020"},
        {"answers": {"purpose": GARDEN}},
        {"answers": {"purpose": GARDEN, "spread": "Widely"}},
        {"answers": {"spread": "Widely.", "purpose": GARDEN}},
        {"answers": {"purpose": GARDEN, "spreading": "Widely."}},
        {"answers": {"purpose": GARDEN}, "facts": {"spread": "Widely."}},
        {"facts": {"proposed_by": "ada@example.org"}},
        {"source": Source("a.txt", "1", "1" * 64)},
    ],
)
def test_what_is_compared_changes_the_digest(changes: dict[str, object]) -> None:
    first, second = of_first(**changes)
    assert first[1] != SAME.nominations[0][1]
    assert second == SAME.nominations[1]


@pytest.mark.parametrize(
    "changes",
    [
        {"shared": {"introduction": "Everything."}},
        {"source": Source("b.txt", "2", "0" * 64)},
        {"tables": {"economy": Figures("kr", ("2026",), {"in all": (None,)})}},
    ],
)
def test_what_is_not_compared_does_not(changes: dict[str, object]) -> None:
    assert of_first(**changes) == SAME.nominations


def test_the_order_of_the_round_is_a_part_of_it() -> None:
    assert fingerprint(round_of(SECOND, FIRST), RULES).nominations != SAME.nominations


def test_texts_that_run_together_are_not_the_same() -> None:
    one = fingerprint(round_of(nomination("1", "ab", "c")), RULES)
    other = fingerprint(round_of(nomination("1", "a", "bc")), RULES)
    assert one.nominations != other.nominations


def test_another_threshold_or_alias_changes_the_digest_of_the_rules_alone() -> None:
    for rules in (DuplicateRules(title=0.9), DuplicateRules(aliases=(("BFH", "Bispebjerg"),))):
        found = fingerprint(round_of(FIRST, SECOND), rules)
        assert found.rules != SAME.rules
        assert replace(found, rules=SAME.rules) == SAME


def test_contacts_have_one_digest_in_whatever_order_they_are_kept() -> None:
    both = fingerprint(round_of(FIRST, SECOND), RULES, [ADA, BO])
    assert both.contacts == fingerprint(round_of(FIRST, SECOND), RULES, [BO, ADA]).contacts
    assert both.contacts != fingerprint(round_of(FIRST, SECOND), RULES, [ADA]).contacts
    assert replace(both, contacts="") == SAME


def test_the_contacts_of_others_are_not_told_of() -> None:
    other = Contact("3", "Cy Moe")
    assert contacts_digest([ADA, BO, other], ["2", "1"]) == contacts_digest([BO, ADA], ["1", "2"])
    assert contacts_digest([ADA, BO], ["1"]) == contacts_digest([ADA], ["1"]) != ""
    assert contacts_digest([other], ["1", "2"]) == ""


def test_a_text_that_cannot_be_encoded_has_a_digest_too() -> None:
    assert len(of_first(title="half \ud800")[0][1]) == 64
