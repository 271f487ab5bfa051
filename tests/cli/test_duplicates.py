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
    for a, b, kind in ((1, 3, "duplicate"), (3, 4, "duplicate"), (1, 4, "distinct")):
        nominate.done("settle", a, b, kind, "--reason", "so", "--round", small)
    told = nominate.done("duplicates", small, "--format", "json").json
    assert told["contradictions"] == [{"a": "1", "b": "4", "group": ["1", "3", "4"]}]
    assert nominate.done("duplicates", small).lines[-1] == (
        "1 and 4 are called distinct, and other verdicts make them one: 1, 3, 4"
    )


def test_a_round_without_likenesses_says_so(nominate: CommandLine, tmp_path: Path) -> None:
    nominate.done("new", tmp_path / "empty")
    assert nominate.done("duplicates", tmp_path / "empty").lines == [
        "No two nominations are worth a look, and none are settled."
    ]
