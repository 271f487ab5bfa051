from dataclasses import replace

from nominate_tui.ranking.pseudonyms import pseudonyms
from ranking.rounds import rules_of

RULES = rules_of({"innovation": 1}, ["anna", "bo", "cy"], id="2026")


def test_the_order_is_that_of_the_digests_of_the_key_and_the_id() -> None:
    # printf 'secret:anna' | sha256sum begins with 9624, secret:bo with 13d5, secret:cy with 0876.
    found = pseudonyms(replace(RULES, pseudonym_key="secret", seed="drawn"))
    assert list(found.items()) == [("cy", "J1"), ("bo", "J2"), ("anna", "J3")]


def test_without_a_key_the_seed_stands_in_for_it() -> None:
    # drawn:anna 6c11, drawn:bo e452, drawn:cy df18
    assert pseudonyms(replace(RULES, seed="drawn")) == {"anna": "J1", "cy": "J2", "bo": "J3"}


def test_without_a_seed_too_the_id_of_the_round_does() -> None:
    # 2026:anna f770, 2026:bo 1822, 2026:cy 5f63
    assert pseudonyms(RULES) == {"bo": "J1", "cy": "J2", "anna": "J3"}


def test_the_order_of_the_roster_does_not_matter() -> None:
    assert pseudonyms(replace(RULES, jurors=RULES.jurors[::-1])) == pseudonyms(RULES)


def test_who_is_called_by_a_pseudonym_already_keeps_it() -> None:
    jurors = [f"J{number}" for number in (10, 2, 3, 1, 4, 5, 6, 7, 8, 9)]
    found = pseudonyms(rules_of({"innovation": 1}, jurors, pseudonym_key="secret"))
    assert list(found.items()) == [(f"J{number}", f"J{number}") for number in range(1, 11)]


def test_ids_that_only_look_like_pseudonyms_are_replaced() -> None:
    found = pseudonyms(rules_of({"innovation": 1}, ["J2", "J3"]))
    assert sorted(found) == ["J2", "J3"]
    assert sorted(found.values()) == ["J1", "J2"]
