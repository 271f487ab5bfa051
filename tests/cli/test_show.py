from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.printing import CommandLine
from cli.small_round import with_danish
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.store.folder import FolderStore
from tui.budget import BATH, BUDGET, RULES

RETOLD = datetime(2026, 11, 22, 10, tzinfo=UTC)
CHANGE = Change(RETOLD, ("title", "tables.economy"))


@pytest.fixture
def budget(tmp_path: Path) -> Path:
    """A round of budget proposals, the first of which was changed."""
    folder = tmp_path / "budget"
    folder.mkdir()
    (folder / "scoring.toml").write_text(RULES, encoding="utf-8")
    changed = (replace(BATH, changes=(CHANGE,)), *BUDGET.all[1:])
    FolderStore(folder).save_nominations(Nominations(changed, BUDGET.questions), ())
    return folder


def test_a_nomination_is_printed_under_its_questions(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("show", 1, small).out == (
        "1  The wardrobe\n"
        "Organisation: North hospital\n"
        "Responsible: Eva Dahl\n"
        "Started: April 2022\n"
        "Perhaps the same initiative: 3 The wardrobe\n"
        "\n"
        "What is it for?\n"
        "\n"
        "Clothes for those who have none.\n"
        "\n"
        "How is the initiative new?\n"
        "\n"
        "A room.\n"
        "\n"
        "With a mirror.\n"
    )


def test_a_nomination_for_programs(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("show", 1, small, "--format", "json").json == {
        "id": "1",
        "title": "The wardrobe",
        "organisation": "North hospital",
        "responsible": "Eva Dahl",
        "started": "April 2022",
        "answers": [
            {"answer": "purpose", "question": "What is it for?", "text": "Clothes for those who have none."},
            {
                "answer": "innovation",
                "question": "How is the initiative new?",
                "text": "A room.\n\nWith a mirror.",
            },
        ],
        "facts": [],
        "choices": [],
        "tables": [],
        "shared": [],
        "changes": [],
        "lookalikes": ["3"],
        "alike": [{"nomination": "3", "kind": "duplicate", "settled": False}],
    }
    rows = nominate.done("show", 4, small, "--format", "csv").rows
    assert [(row["field"], row["text"]) for row in rows] == [
        ("title", "Night café"),
        ("organisation", "The quay"),
        ("responsible", "Per Ask"),
        ("started", "2019"),
        ("answers.purpose", "Soup until five."),
    ]


@pytest.mark.parametrize(
    ("kind", "line"),
    [("duplicate", "Also nominated as 3 The wardrobe"), ("related", "Related: 3 The wardrobe")],
)
def test_what_the_chair_settled_is_printed_as_that(
    nominate: CommandLine, small: Path, kind: str, line: str
) -> None:
    nominate.done("settle", 1, 3, kind, "--reason", "so", "--round", small)
    assert nominate.done("show", 1, small).lines[4] == line
    told = nominate.done("show", 1, small, "--format", "json").json
    assert told["alike"] == [{"nomination": "3", "kind": kind, "settled": True}]


def test_a_verdict_on_a_nomination_that_is_gone_is_not_printed(nominate: CommandLine, small: Path) -> None:
    gone = Verdict("1", "99", "duplicate", "so", RETOLD, "1")
    FolderStore(small).save_verdicts([gone, Verdict("99", "4", "duplicate", "so", RETOLD)])
    assert nominate.done("show", 1, small).lines[4] == "Perhaps the same initiative: 3 The wardrobe"
    assert nominate.done("show", 4, small, "--format", "json").json["lookalikes"] == []


def test_a_nomination_that_does_not_exist_is_a_wrong_command(nominate: CommandLine, small: Path) -> None:
    printed = nominate("show", 44, small)
    assert (printed.code, "there is no nomination 44; there are: 1, 2, 3, 4" in printed.err) == (2, True)


def test_contact_data_is_not_printed(nominate: CommandLine, small: Path) -> None:
    assert "example.org" not in nominate.done("show", 1, small).out


def test_the_language_can_be_chosen(nominate: CommandLine, small: Path) -> None:
    assert (
        nominate.done("show", 4, with_danish(small), "--language", "en").lines[1] == "Organisation: The quay"
    )


def test_facts_boxes_figures_shared_texts_and_changes_are_printed(
    nominate: CommandLine, budget: Path
) -> None:
    assert [line.rstrip() for line in nominate.done("show", "A.1", budget).out.split("\n")] == [
        "A.1  A bath",
        "Organisation: The town",
        "Responsible: The head of the office",
        "Started: 2026",
        "Proposed by: List A and List B",
        "Who pays?: The town's own money; Funds (1/3)",
        f"The text changed on {day_and_month(RETOLD)}: Title, Money",
        "",
        "What is the purpose of the initiative?",
        "",
        "More people bathe.",
        "",
        "Economy",
        "",
        "mio. kr.           2026     2027  2028",
        "──────────────────────────────────────",
        "Running costs       0.6  1.0-3.0",
        "Building and land         -12.25     3",
        "",
        "── Common to the whole package ──",
        "",
        "Introduction",
        "",
        "All of it is about water.",
        "",
    ]


def test_facts_boxes_figures_shared_texts_and_changes_for_programs(
    nominate: CommandLine, budget: Path
) -> None:
    told = nominate.done("show", "A.1", budget, "--format", "json").json
    assert told["facts"] == [{"fact": "proposed_by", "question": "Proposed by", "text": "List A and List B"}]
    assert told["choices"] == [
        {
            "choice": "financing",
            "question": "Who pays?",
            "marked": {"The town's own money": "x", "Funds": "1/3"},
        }
    ]
    assert told["tables"] == [
        {
            "table": "economy",
            "question": "Economy",
            "unit": "mio. kr.",
            "columns": ["2026", "2027", "2028"],
            "rows": {
                "Running costs": ["0.6", "1.0-3.0", None],
                "Building and land": [None, "-12.25", "3"],
            },
        }
    ]
    assert told["shared"] == [
        {"shared": "introduction", "question": "Introduction", "text": "All of it is about water."}
    ]
    assert told["changes"] == [{"when": "2026-11-22T10:00:00Z", "fields": ["title", "tables.economy"]}]
    rows = nominate.done("show", "A.1", budget, "--format", "csv").rows
    assert [(row["field"], row["text"]) for row in rows[4:]] == [
        ("answers.purpose", "More people bathe."),
        ("facts.proposed_by", "List A and List B"),
        ("choices.financing.The town's own money", "x"),
        ("choices.financing.Funds", "1/3"),
        ("tables.economy.Running costs.2026", "0.6"),
        ("tables.economy.Running costs.2027", "1.0-3.0"),
        ("tables.economy.Building and land.2027", "'-12.25"),
        ("tables.economy.Building and land.2028", "3"),
        ("shared.introduction", "All of it is about water."),
    ]
