from pathlib import Path

from cli.printing import CommandLine


def test_a_pair_is_told_with_its_evidence(nominate: CommandLine, small: Path) -> None:
    lines = nominate.done("duplicates", small).lines
    assert lines[2:] == [
        "1 – 3  The wardrobe / The wardrobe  duplicate  the titles are the same; Eva Dahl is responsible in both  open"
    ]


def test_pairs_for_programs(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("duplicates", small, "--format", "json").json == {
        "pairs": [
            {
                "a": "1",
                "b": "3",
                "suggested": "duplicate",
                "rule": "same-name-same-owner",
                "likeness": 1.0,
                "evidence": [
                    {"kind": "name", "value": 1.0, "text": "the titles are the same"},
                    {"kind": "owner", "value": 1.0, "text": "Eva Dahl is responsible in both"},
                ],
                "verdict": None,
                "primary": None,
                "reason": None,
            }
        ],
        "groups": [],
        "contradictions": [],
    }


def test_verdicts_and_groups_are_told(nominate: CommandLine, small: Path) -> None:
    nominate.done("settle", 1, 3, "duplicate", "--primary", 3, "--reason", "the same room", "--round", small)
    nominate.done("settle", 2, 4, "related", "--reason", "both at night", "--round", small)
    told = nominate.done("duplicates", small, "--format", "json").json
    assert [(pair["verdict"], pair["primary"], pair["reason"]) for pair in told["pairs"]] == [
        ("duplicate", "3", "the same room"),
        ("related", None, "both at night"),
    ]
    assert (told["pairs"][1]["suggested"], told["pairs"][1]["rule"], told["pairs"][1]["evidence"]) == (
        None,
        None,
        [],
    )
    assert told["groups"] == [{"members": ["1", "3"], "primary": "3", "verdict": "duplicate"}]
    lines = nominate.done("duplicates", small).lines
    assert lines[2].endswith("duplicate: the same room")
    assert lines[-1] == "3 stands for 1"


def test_csv_has_a_row_for_each_pair(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("duplicates", small, "--format", "csv").rows == [
        {
            "a": "1",
            "b": "3",
            "suggested": "duplicate",
            "rule": "same-name-same-owner",
            "likeness": "1.0",
            "evidence": "the titles are the same; Eva Dahl is responsible in both",
            "verdict": "",
            "primary": "",
            "reason": "",
        }
    ]


def test_verdicts_that_contradict_one_another_are_told(nominate: CommandLine, small: Path) -> None:
    for a, b in ((1, 3), (3, 4)):
        nominate.done("settle", a, b, "duplicate", "--reason", "so", "--round", small)
    with (small / "data" / "duplicates.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[verdict]]\npair = ["1", "4"]\nverdict = "distinct"\nreason = "so"\nat = 2026-11-22T10:00:00Z\n'
        )
    told = nominate.done("duplicates", small, "--format", "json").json
    assert told["contradictions"] == [{"a": "1", "b": "4", "group": ["1", "3", "4"]}]
    assert nominate.done("duplicates", small).lines[-1] == (
        "1 and 4 are called distinct, and other verdicts make them one: 1, 3, 4"
    )


def test_figures_have_four_decimals_at_the_most(nominate: CommandLine, tmp_path: Path, small: Path) -> None:
    text = "A room with a mirror where those who have nothing get coats, shoes and a word, every day of the year."
    nominations = small / "data" / "nominations.toml"
    stored = nominations.read_text(encoding="utf-8")
    for purpose in ("Somebody comes along.", "Soup until five."):
        stored = stored.replace(purpose, f"{text} {purpose}")
    nominations.write_text(stored, encoding="utf-8")
    told = nominate.done("duplicates", small, "--format", "json").json
    figures = [pair["likeness"] for pair in told["pairs"]]
    figures += [evidence["value"] for pair in told["pairs"] for evidence in pair["evidence"]]
    assert [figure for figure in figures if not float(figure).is_integer()] != []
    assert figures == [round(figure, 4) for figure in figures]
    rows = nominate.done("duplicates", small, "--format", "csv").rows
    assert [float(row["likeness"]) for row in rows] == [pair["likeness"] for pair in told["pairs"]]


def test_a_round_without_likenesses_says_so(nominate: CommandLine, tmp_path: Path) -> None:
    nominate.done("new", tmp_path / "empty")
    assert nominate.done("duplicates", tmp_path / "empty").lines == [
        "No two nominations are worth a look, and none are settled."
    ]
