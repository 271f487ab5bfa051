from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cli.printing import CommandLine
from nominate_tui.duplicates.fingerprint import fingerprint
from nominate_tui.model.duplicate import Compared, Evidence, Suggestion, Verdict
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.notation.compared import write_compared
from nominate_tui.store.folder import FolderStore

SAME_NAME = Evidence("name", 1.0, "the titles are the same")
SAME_PERSON = Evidence("owner", 1.0, "{who} is responsible in both", {"who": "Eva Dahl"})


def alike(a: str, b: str, likeness: float = 1.0) -> Suggestion:
    """A suggested duplicate."""
    return Suggestion(a, b, "duplicate", "same-name-same-owner", likeness, (SAME_NAME, SAME_PERSON))


@pytest.fixture
def small(small: Path) -> Path:
    """The small round, of which 1 and 3 were found to be alike before, whatever the rules say today."""
    return keep(small, alike("1", "3"))


def keep(small: Path, *found: Suggestion) -> Path:
    """The round, with these suggestions kept from the last time it was compared."""
    store = FolderStore(small)
    made_from = fingerprint(store.nominations(), store.rules().duplicates, store.contacts())
    store.keep_compared(write_compared(Compared(made_from, found)))
    return small


def test_a_pair_is_told_with_its_evidence(nominate: CommandLine, small: Path) -> None:
    lines = nominate.done("duplicates", small).lines
    assert lines[2:] == [
        "1 – 3  The wardrobe / The wardrobe",
        "       open",
        "       Suggested: duplicate, 100% alike: the titles are alike, the owner is the same",
        "       the titles are the same",
        "       Eva Dahl is responsible in both",
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
                "outdated": False,
                "open": True,
                "kept_apart": None,
                "follows": None,
                "primaries": {},
                "gone": [],
            }
        ],
        "groups": [
            {
                "members": ["1", "3"],
                "primary": None,
                "verdict": None,
                "weakest": {"a": "1", "b": "3", "likeness": 1.0},
            }
        ],
        "chains": [],
        "contradictions": [],
        "related_in_group": [],
        "reliability": {
            "judged_twice": {"pairs": 0, "mean": None},
            "by_oneself": {"pairs": 0, "mean": None},
            "judged_once": {"pairs": 0, "mean": None},
            "reviews": [],
        },
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
    assert told["groups"] == [
        {
            "members": ["1", "3"],
            "primary": "3",
            "verdict": "duplicate",
            "weakest": {"a": "1", "b": "3", "likeness": 1.0},
        }
    ]
    assert [(pair["open"], pair["primaries"]) for pair in told["pairs"]] == [
        (False, {"1": "3", "3": "3"}),
        (False, {}),
    ]
    lines = nominate.done("duplicates", small).lines
    assert lines[3].endswith("duplicate: the same room")
    assert lines[-1] == "3 stands for 1"


def test_only_the_pairs_that_wait_for_a_decision_if_wished(nominate: CommandLine, small: Path) -> None:
    keep(small, alike("1", "3"), alike("1", "2", 0.5))
    nominate.done("settle", "1", "3", "duplicate", "--reason", "One thing.", "--round", small)
    # 1 and 2 are told with the primary of the group; 1 and 3 are settled.
    found = nominate.done("duplicates", small, "--open", "--format", "json").json["pairs"]
    assert [(pair["a"], pair["b"], pair["open"]) for pair in found] == [("1", "2", True)]
    assert len(nominate.done("duplicates", small, "--format", "json").json["pairs"]) == 2
    nominate.done("settle", "1", "2", "distinct", "--reason", "Another.", "--round", small)
    assert nominate.done("duplicates", small, "--open").lines[0] == "No pair waits for a decision."


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
            "outdated": "no",
            "open": "yes",
            "follows": "",
            "gone": "",
        }
    ]


def test_a_verdict_on_a_nomination_that_is_gone_is_told_with_what_to_do(
    nominate: CommandLine, small: Path
) -> None:
    at = datetime(2026, 11, 22, 10, tzinfo=UTC)
    FolderStore(small).save_verdicts([Verdict("2", "99", "duplicate", "one walk", at, "2")])
    lines = nominate.done("duplicates", small).lines
    assert lines[7:] == [
        "2 – 99  A walking companion / –",
        "        duplicate: one walk",
        "There is no nomination 99: the verdict on 2 and 99 does not count."
        " Take it back with: nominate-tui settle 2 99 open",
    ]
    told = nominate.done("duplicates", small, "--format", "json").json
    assert [pair["gone"] for pair in told["pairs"]] == [[], ["99"]]
    rows = nominate.done("duplicates", small, "--format", "csv").rows
    assert [row["gone"] for row in rows] == ["", "99"]
    nominate.done("settle", 2, 99, "open", "--round", small)
    assert len(nominate.done("duplicates", small).lines) == 7


def test_related_within_a_group_is_told_where_somebody_wrote_it_by_hand(
    nominate: CommandLine, small: Path
) -> None:
    at = datetime(2026, 11, 22, 10, tzinfo=UTC)
    joining = [Verdict("1", "2", "duplicate", "so", at), Verdict("2", "3", "duplicate", "so", at)]
    FolderStore(small).save_verdicts([*joining, Verdict("3", "1", "related", "two rooms", at)])
    assert (
        "3 and 1 are called related, and other verdicts make them one: 1, 2, 3"
        in nominate.done("duplicates", small).lines
    )
    told = nominate.done("duplicates", small, "--format", "json").json
    assert told["related_in_group"] == [{"a": "3", "b": "1", "group": ["1", "2", "3"]}]
    assert told["contradictions"] == []


def test_verdicts_that_contradict_one_another_are_told(nominate: CommandLine, small: Path) -> None:
    for a, b in ((1, 3), (3, 4)):
        nominate.done("settle", a, b, "duplicate", "--reason", "so", "--round", small)
    with (small / "data" / "duplicates.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[verdict]]\npair = ["1", "4"]\nverdict = "distinct"\nreason = "so"\nat = 2026-11-22T10:00:00Z\n'
        )
    told = nominate.done("duplicates", small, "--format", "json").json
    assert told["contradictions"] == [{"a": "1", "b": "4", "group": ["1", "3", "4"]}]
    assert (
        "1 and 4 are called distinct, and other verdicts make them one: 1, 3, 4"
        in nominate.done("duplicates", small).lines
    )


def test_three_that_are_all_alike_are_told_as_one_and_the_command_that_settles_them(
    nominate: CommandLine, small: Path
) -> None:
    keep(small, alike("1", "3"), alike("3", "4", 0.875), alike("1", "4", 0.75))
    told = nominate.done("duplicates", small, "--format", "json").json
    assert [(group["members"], group["primary"], group["verdict"]) for group in told["groups"]] == [
        (["1", "3", "4"], None, None)
    ]
    assert told["chains"] == []
    (line,) = (line for line in nominate.done("duplicates", small).lines if line.startswith("Suggested"))
    assert line == (
        "Suggested as one: 1, 3, 4; the weakest link is 1 – 4 (75 % alike)."
        " Decide with: nominate-tui settle 1 3 4 duplicate --reason …"
    )
    command = line.partition("nominate-tui ")[2].partition(" --reason")[0].split()
    nominate.done(*command, "--reason", "one room", "--round", small)
    told = nominate.done("duplicates", small, "--format", "json").json
    assert [(group["members"], group["primary"]) for group in told["groups"]] == [(["1", "3", "4"], "1")]
    # The verdicts are on 1 and 3, and 1 and 4; the third pair follows from them.
    assert [(pair["a"], pair["b"], pair["verdict"], pair["open"]) for pair in told["pairs"]] == [
        ("1", "3", "duplicate", False),
        ("3", "4", None, False),
        ("1", "4", "duplicate", False),
    ]
    assert "one by other verdicts" in nominate.done("duplicates", small).out


def test_a_chain_is_told_with_its_weakest_link(nominate: CommandLine, small: Path) -> None:
    keep(small, alike("1", "3"), alike("3", "4", 0.875), alike("1", "4", 0.75))
    nominate.done("settle", 1, 4, "distinct", "--reason", "another room", "--round", small)
    told = nominate.done("duplicates", small, "--format", "json").json
    (chain,) = told["chains"]
    assert (chain["members"], chain["unsupported"]) == (["1", "3", "4"], ["1", "4"])
    assert chain["weakest"] == {"a": "3", "b": "4", "likeness": 0.875}
    (line,) = (line for line in nominate.done("duplicates", small).lines if line.startswith("Not one"))
    assert line == (
        "Not one group: 1, 3, 4 hang together over 3 – 4 (88 % alike), and nothing makes duplicates of 1 and 4"
    )


def test_what_is_like_a_member_of_a_settled_group_is_told_of_its_primary(
    nominate: CommandLine, small: Path
) -> None:
    nominate.done("settle", 3, 2, "duplicate", "--reason", "one room", "--primary", 2, "--round", small)
    told = nominate.done("duplicates", small, "--format", "json").json
    assert [(pair["a"], pair["b"], pair["open"], pair["primaries"]) for pair in told["pairs"]] == [
        ("1", "3", True, {"3": "2"}),
        ("2", "3", False, {"2": "2", "3": "2"}),
    ]
    assert nominate.done("duplicates", small).lines[3].endswith("open; 3 is in the group of 2")


def test_a_verdict_from_before_a_text_changed_is_told(nominate: CommandLine, small: Path) -> None:
    nominate.done("settle", 1, 3, "related", "--reason", "two rooms", "--round", small)
    store = FolderStore(small)
    kept = store.nominations()
    change = Change(datetime.now(UTC) + timedelta(hours=1), ("answers.purpose",))
    answers = {"purpose": "Other words"}
    changed = (replace(each, answers=answers, changes=(change,)) if each.id == "3" else each for each in kept)
    store.save_nominations(Nominations(tuple(changed), kept.questions), store.contacts())
    (pair,) = nominate.done("duplicates", small, "--format", "json").json["pairs"]
    assert (pair["verdict"], pair["outdated"], pair["open"]) == ("related", True, True)
    assert nominate.done("duplicates", small, "--format", "csv").rows[0]["outdated"] == "yes"
    told = nominate.done("duplicates", small).lines[3].strip()
    assert told == "related: two rooms (before the text of 3 changed)"


def test_what_was_judged_twice_is_told(nominate: CommandLine, small: Path) -> None:
    # By the weighted scores of the small round: 1 has 3.5, 2, 4; 3 has 2.5; 4 has 3, 4.
    nominate.done("settle", 1, 3, 4, "duplicate", "--reason", "so", "--round", small)
    found = nominate.done("duplicates", small, "--format", "json").json["reliability"]
    # 1–3: 0.5, 1.5; 1–4: 0.5, 1, 1, 0; 3–4: 1.5; in all 6 of 7. One nomination: 1.5, 0.5, 2; 1; 1, in all 6 of 5.
    assert found["judged_twice"] == {"pairs": 7, "mean": 0.8571}
    assert found["judged_once"] == {"pairs": 5, "mean": 1.2}
    assert found["by_oneself"] == {"pairs": 4, "mean": None}
    assert found["reviews"][0] == {
        "group": "1",
        "nominations": ["1", "3"],
        "jurors": ["bo", "anna"],
        "scores": [2.0, 2.5],
        "difference": 0.5,
    }
    assert len(found["reviews"]) == 11
    assert nominate.done("duplicates", small).lines[-1] == (
        "Judged twice: 7 pairs of reviews of two duplicates by different jurors lie 0.86 apart on average;"
        " two jurors on one nomination lie 1.20 apart (5 pairs)"
    )


def test_what_was_found_is_kept_and_a_folder_that_cannot_be_written_is_no_error(
    nominate: CommandLine, small: Path
) -> None:
    kept = small / "data" / "compared.json"
    kept.unlink()
    first = nominate.done("duplicates", small).out
    assert kept.is_file()
    assert nominate.done("duplicates", small).out == first
    kept.unlink()
    kept.mkdir()
    assert nominate.done("duplicates", small).out == first


def test_interrupted_it_leaves_nothing_half_written(
    nominate: CommandLine, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(text: str) -> None:
        raise KeyboardInterrupt

    (small / "data" / "compared.json").unlink()
    # Ctrl-C comes as an exception wherever the program is; here, while a file is brought to the disk.
    monkeypatch.setattr("os.fsync", interrupted)
    printed = nominate("duplicates", small)
    assert (printed.code, printed.out) == (130, "")
    assert sorted(path.name for path in (small / "data").iterdir()) == [
        "ballots",
        "contacts.toml",
        "nominations.toml",
    ]


def test_figures_have_four_decimals_at_the_most(nominate: CommandLine, small: Path) -> None:
    evidence = Evidence("name", 0.123456789, "the titles are somewhat alike")
    keep(small, Suggestion("1", "3", "related", "copied-passages", 1 / 3, (evidence,)))
    (pair,) = nominate.done("duplicates", small, "--format", "json").json["pairs"]
    assert (pair["likeness"], pair["evidence"][0]["value"]) == (0.3333, 0.1235)
    assert nominate.done("duplicates", small, "--format", "csv").rows[0]["likeness"] == "0.3333"


def test_a_round_without_likenesses_says_so(nominate: CommandLine, tmp_path: Path) -> None:
    nominate.done("new", tmp_path / "empty")
    assert nominate.done("duplicates", tmp_path / "empty").lines == [
        "No two nominations are worth a look, and none are settled."
    ]
