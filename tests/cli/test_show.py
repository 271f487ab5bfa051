from pathlib import Path

from cli.printing import CommandLine
from cli.small_round import with_danish


def test_a_nomination_is_printed_under_its_questions(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("show", 1, small).out == (
        "1  The wardrobe\n"
        "Organisation: North hospital\n"
        "Responsible: Eva Dahl\n"
        "Started: April 2022\n"
        "Also nominated: 3 The wardrobe\n"
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
        "lookalikes": ["3"],
    }
    rows = nominate.done("show", 4, small, "--format", "csv").rows
    assert [(row["field"], row["text"]) for row in rows] == [
        ("title", "Night café"),
        ("organisation", "The quay"),
        ("responsible", "Per Ask"),
        ("started", "2019"),
        ("answers.purpose", "Soup until five."),
    ]


def test_a_nomination_that_does_not_exist_is_a_wrong_command(nominate: CommandLine, small: Path) -> None:
    printed = nominate("show", 44, small)
    assert (printed.code, "there is no nomination 44; there are: 1, 2, 3, 4" in printed.err) == (2, True)


def test_contact_data_is_not_printed(nominate: CommandLine, small: Path) -> None:
    assert "example.org" not in nominate.done("show", 1, small).out


def test_the_language_can_be_chosen(nominate: CommandLine, small: Path) -> None:
    assert (
        nominate.done("show", 4, with_danish(small), "--language", "en").lines[1] == "Organisation: The quay"
    )
