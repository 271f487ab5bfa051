"""Reasons that name persons. The jury is Anna Holm, Bo Lind and Carl Friis; Eva Dahl-Berg nominated 1."""

from pathlib import Path

import pytest

from jury.chaired import BALLOTS, NOON, SCORING, nominations
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.model.nomination import Contact
from nominate_tui.model.what_if import WhatIf
from nominate_tui.store.folder import FolderStore

CONTACTS = (Contact("1", "Eva Dahl-Berg", "eva@example.org", "20 00 00 11"), Contact("2", "Eva"))


@pytest.fixture
def desk(tmp_path: Path) -> ChairDesk:
    (tmp_path / "scoring.toml").write_text(SCORING, encoding="utf-8")
    store = FolderStore(tmp_path)
    store.save_nominations(nominations(), CONTACTS)
    for each in BALLOTS:
        store.save_ballot(each, "")
    return ChairDesk(store, lambda: NOON)


def named(desk: ChairDesk, reason: str) -> str:
    """Whom a verdict with this reason is said to have in it; nothing where nothing is said."""
    desk.settle("3", "5", "related", reason)
    told = [problem.message for problem in desk.persons_named(reason)]
    assert len(told) < 2
    before, behind = "the reason has ", " in it, and every result tells it as it is"
    return told[0].removeprefix(before).removesuffix(behind) if told else ""


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Anna Holm knows them", "Anna Holm"),
        ("as ANNA HOLM said", "Anna Holm"),
        ("by Anna Holms vote", "Anna Holm"),
        ("Anna was too strict", "Anna Holm"),
        ("Linds ward", "Bo Lind"),
        ("Anna and Carl and Anna again", "Anna Holm, Carl Friis"),
        ("nominated by eva dahl-berg", "Eva Dahl-Berg"),
        ("Eva Dahl–Berg", "Eva Dahl-Berg"),
        ("write to somebody@example.org", "an e-mail address"),
        ("call +45 20 00 00 11", "a telephone number"),
        ("Carl: call +45 20 00 00 11 or +45 20 00 00 12", "Carl Friis, a telephone number"),
        ("born 010190-1234", "a CPR number"),
    ],
)
def test_persons_in_a_reason_are_told(desk: ChairDesk, reason: str, told: str) -> None:
    assert named(desk, reason) == told


@pytest.mark.parametrize(
    "reason",
    [
        "the same idea in two wards",
        # Parts of jurors' names in small letters are words like others, and so is one name of a contact's.
        "a holm with a lind on it",
        "Eva has a wardrobe",
        "Bosse and Holmen",
        "12 of 300 patients, 2024-2026, 1.250.000 kr.",
    ],
)
def test_what_names_nobody_is_not_told(desk: ChairDesk, reason: str) -> None:
    assert named(desk, reason) == ""


def test_each_kind_of_decision_is_told_with_its_file_and_place(desk: ChairDesk) -> None:
    desk.settle("3", "5", "related", "so says Anna")
    desk.decide_tie(["3", "4"], "so says Bo")
    desk.adopt(WhatIf(shortlist=1), "Karen", "so says Carl")
    desk.take_back("Karen", "Anna changed her mind")
    desk.adopt(WhatIf(shortlist=3), "Karen", "one more")
    assert [(each.severity, each.where, each.field) for each in desk.persons_named()] == [
        ("warning", "data/duplicates.toml", "3–5"),
        ("warning", "data/deliberation.toml", "3 > 4"),
        ("warning", "data/deliberation.toml", "amendment[1]"),
        ("warning", "data/deliberation.toml", "amendment[1].taken_back"),
    ]


def test_of_one_reason_only_that_is_told(desk: ChairDesk) -> None:
    desk.settle("3", "5", "related", "so says Anna")
    desk.settle("1", "2", "distinct", "  so says Bo ")
    assert [each.field for each in desk.persons_named("  so says Bo ")] == ["1–2"]
    assert desk.persons_named("one more") == ()


def test_who_decides_is_on_record_by_name_and_not_told(desk: ChairDesk) -> None:
    desk.adopt(WhatIf(shortlist=1), "Anna Holm", "fewer places")
    assert desk.persons_named() == ()


def test_a_round_without_decisions_has_nothing_to_tell(desk: ChairDesk) -> None:
    assert desk.persons_named() == ()


def test_contacts_that_cannot_be_read_are_done_without(desk: ChairDesk, tmp_path: Path) -> None:
    desk.settle("3", "5", "related", "Eva Dahl-Berg and Anna")
    (tmp_path / "data" / "contacts.toml").write_text("[[", encoding="utf-8")
    assert [each.message.split(" in it")[0] for each in desk.persons_named()] == ["the reason has Anna Holm"]
