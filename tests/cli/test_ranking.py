import re
from pathlib import Path

import pytest

from cli.printing import CommandLine
from nominate_tui.ranking.pseudonyms import pseudonyms
from nominate_tui.store.folder import FolderStore

SURE = re.compile(r" +(?:<1|>99|\d+) %(?: \?|  ) +\d(?:–\d)?(?= |$)")
"""The two cells that say how sure a row is, which no hand can work out."""


def test_the_table_tells_rank_score_and_shortlist(nominate: CommandLine, small: Path) -> None:
    lines = nominate.done("ranking", small).lines
    assert lines[0].split() == [
        *("Rank", "No.", "Title", "Overall", "Reviews", "In", "with", "Ranks", "Innovation", "Spread"),
        *("Disagreement", "Shortlist", "Separated", "by"),
    ]
    assert [SURE.sub(" #", line).split() for line in lines[2:6]] == [
        ["1", "2", "A", "walking", "companion", "4.50", "2", "#", "4.50", "4.50", "0.71", "yes"],
        ["2", "4", "Night", "café", "3.50", "2", "#", "3.50", "3.50", "0.71", "yes", "overall", "score"],
        ["3", "1", "The", "wardrobe", "3.17", "3", "#", "3.33", "2.67", "1.04", "no", "overall", "score"],
        ["4", "3", "The", "wardrobe", "2.50", "1", "#", "2.00", "4.00", "–", "no", "overall", "score"],
    ]
    assert lines[6:8] == ["In the shortlist of 2: 2, 4", "Fewer reviews than the 2 that are asked for: 3"]


def test_the_table_says_how_sure_it_is(nominate: CommandLine, small: Path) -> None:
    lines = nominate.done("ranking", small).lines
    assert lines[8] == (
        "Reliability is not known, not enough data: it takes three jurors, eight nominations and twenty pairs of"
        " reviews of the same nomination."
    )
    assert lines[9].startswith("In the contested zone: ")
    # 4 has 3.5 on both criteria, 3 has 2 and 4: it takes a weight of 0.25 in the place of 0.75.
    assert lines[10:] == [
        "The smallest change of weights that changes the shortlist moves 50.0 % of the whole weight: then 4 goes out"
        " and 3 comes in."
    ]


def test_all_of_it_is_told_where_that_is_asked_for(nominate: CommandLine, small: Path) -> None:
    lines = nominate.done("ranking", small, "--sure").lines
    headings = ("How sure", "By the plain mean", "Without one of the jurors", "With other weights")
    assert [line for line in lines if line in headings] == list(headings)
    # Anna and Bo scored 1, 2 and 4, and no third juror counts for two of them.
    told = "No pair of the best 4 has 3 jurors in common: nothing can be compared head to head."
    assert told in lines
    assert any(line.startswith("Anna Lund: ") for line in lines)


def test_json_has_the_keys_that_other_programs_rely_on(nominate: CommandLine, small: Path) -> None:
    told = nominate.done("ranking", small, "--format", "json").json
    assert (told["method"], told["decimals"], told["k"], told["seed"]) == ("mean", 2, 2, "s")
    # 4 has 3.5 on both criteria and 3 has 2 and 4, so that they are level where innovation has a quarter.
    assert told["criteria"] == [
        {"id": "innovation", "weight": 0.75, "low": pytest.approx(0.25), "high": 1.0, "alpha": None},
        {"id": "spread", "weight": 0.25, "low": 0.0, "high": pytest.approx(0.75), "alpha": None},
    ]
    assert told["head_to_head"] == {"depth": 4, "pairs": 6, "held": 0, "contrary": []}
    assert told["weights_radius"] == {"moved": pytest.approx(0.5), "out": "4", "in": "3"}
    assert told["agreement"]["reliability"] is None
    sure = [(row.pop("rank_low"), row.pop("rank_high"), row.pop("in_shortlist")) for row in told["ranking"]]
    assert all(1 <= low <= high <= 4 and 0 <= share <= 1 for low, high, share in sure)
    assert all(0 <= row.pop("kept_by_weights") <= 1 for row in told["ranking"])
    assert told["ranking"][1] == {
        "nomination": "4",
        "title": "Night café",
        "rank": 2,
        "shared": False,
        "overall": "3.50",
        "mean": 3.5,
        "n": 2,
        "below_quorum": False,
        "states": {
            "missing": 0,
            "unfinished": 1,
            "complete": 2,
            "abstained": 0,
            "recused": 0,
            "unassigned": 0,
        },
        "criteria": {"innovation": 3.5, "spread": 3.5},
        "disagreement": pytest.approx(0.5**0.5),
        "separated_by": "overall",
        "duplicates": [],
    }
    assert (told["shortlist"], told["tie_at_the_line"], told["shortlist_by_mean"]) == (
        ["2", "4"],
        False,
        ["2", "4"],
    )
    assert sorted(juror["n"] for juror in told["jurors"]) == [1, 3, 4]
    assert [juror["flags"] for juror in told["jurors"]] == [[], [], []]


def test_csv_has_a_row_for_each_nomination(nominate: CommandLine, small: Path) -> None:
    rows = nominate.done("ranking", small, "--format", "csv").rows
    assert [(row["rank"], row["nomination"], row["overall"], row["shortlist"]) for row in rows] == [
        ("1", "2", "4.50", "yes"),
        ("2", "4", "3.50", "yes"),
        ("3", "1", "3.17", "no"),
        ("4", "3", "2.50", "no"),
    ]


def test_csv_has_commas_and_points_in_a_danish_round_too(nominate: CommandLine, small: Path) -> None:
    english = nominate.done("ranking", small, "--format", "csv").out
    rules = (small / "scoring.toml").read_text(encoding="utf-8")
    (small / "scoring.toml").write_text(rules.replace('language = "en"', 'language = "da"'), encoding="utf-8")
    assert nominate.done("ranking", small, "--format", "csv").out == english


def test_the_options_change_the_rules_for_one_answer_only(nominate: CommandLine, small: Path) -> None:
    told = nominate.done(
        "ranking", small, "--shortlist", 1, "--seed", "t", "--method", "mean", "--format", "json"
    ).json
    assert (told["k"], told["seed"], told["shortlist"]) == (1, "t", ["2"])
    assert nominate.done("ranking", small, "--format", "json").json["k"] == 2


def test_the_seed_decides_the_lot(nominate: CommandLine, small: Path) -> None:
    rules = (small / "scoring.toml").read_text(encoding="utf-8")
    (small / "scoring.toml").write_text(
        rules.replace("[ranking]", '[ranking]\ntie_break = ["lot"]'), encoding="utf-8"
    )
    ballot = 'format = 1\nround = "2026"\njuror = "bo"\n'
    for id in "1234":
        ballot += f'[[review]]\nnomination = "{id}"\nscores = {{ innovation = 3, spread = 3 }}\n'
    (small / "data" / "ballots" / "bo.toml").write_text(ballot, encoding="utf-8")
    for other in ("anna", "clara"):
        (small / "data" / "ballots" / f"{other}.toml").unlink()
    orders = {
        tuple(
            row["nomination"]
            for row in nominate.done("ranking", small, "--seed", seed, "--format", "csv").rows
        )
        for seed in "abcdefgh"
    }
    assert len(orders) > 1


def test_the_adjusted_method_stands_beside_the_plain_mean(nominate: CommandLine, small: Path) -> None:
    told = nominate.done("ranking", small, "--method", "adjusted", "--format", "json").json
    assert told["method"] == "adjusted"
    assert told["shortlist_by_mean"] == ["2", "4"]
    assert {row["nomination"]: row["mean"] for row in told["ranking"]} == {
        "1": pytest.approx(9.5 / 3),
        "2": 4.5,
        "3": 2.5,
        "4": 3.5,
    }
    # Eight reviews of four nominations by three jurors in one group: two degrees of freedom.
    assert told["agreement"]["components"] == 1
    assert told["agreement"]["sigma2"] > 0
    rows = {row["nomination"]: row for row in told["ranking"]}
    assert all(f"{row['adjusted']:.2f}" == row["overall"] for row in rows.values())


def test_the_mean_has_a_column_beside_another_method(nominate: CommandLine, small: Path) -> None:
    lines = nominate.done("ranking", small, "--method", "majority").lines
    assert lines[0].split()[:7] == ["Rank", "No.", "Title", "Overall", "Mean", "Reviews", "In"]
    # By 3 of innovation and 1 of spread the grades are those of the innovation: 2 has 5 and 4, 1 has 4, 2 and 4.
    assert lines[2].split()[:7] == ["1", "2", "A", "walking", "companion", "4+", "4.50"]
    assert lines[3].split()[:6] == ["2", "1", "The", "wardrobe", "4-", "3.17"]
    assert "In the shortlist, and out of it by the plain mean: 1" in lines
    assert "Out of the shortlist, and in it by the plain mean: 4" in lines


def test_a_method_that_does_not_hold_refuses(nominate: CommandLine, small: Path) -> None:
    printed = nominate("ranking", small, "--method", "trimmed")
    assert (printed.code, printed.out) == (1, "")
    assert printed.err == (
        "error: the trimmed mean needs 5 reviews of every nomination; these have fewer: 1, 2, 3, 4"
        " → choose another method, or wait for more reviews\n"
    )


@pytest.mark.parametrize("wrong", [["--method", "median"], ["--shortlist", "0"], ["--shortlist", "x"]])
def test_a_wrong_option_is_a_wrong_command(nominate: CommandLine, small: Path, wrong: list[str]) -> None:
    assert nominate("ranking", small, *wrong).code == 2


def test_a_tie_across_the_line_is_told(nominate: CommandLine, small: Path) -> None:
    for name, old in (("anna", "innovation = 5, spread = 5"), ("bo", "innovation = 4, spread = 4")):
        file = small / "data" / "ballots" / f"{name}.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace(old, "innovation = 4, spread = 3", 2).replace("= 3, spread = 3", "= 4, spread = 3"),
            encoding="utf-8",
        )
    printed = nominate.done("ranking", small, "--shortlist", 1)
    assert printed.lines[2].split()[:2] == ["1=", "2"]
    assert printed.lines[3].split()[:2] == ["1=", "4"]
    assert (
        "2, 4 share rank 1 across the line and no rule separates them: 2 are in a shortlist of 1"
        in printed.lines
    )


def test_a_round_without_ballots_ranks_nobody(nominate: CommandLine, small: Path) -> None:
    for file in (small / "data" / "ballots").iterdir():
        file.unlink()
    lines = nominate.done("ranking", small).lines
    assert lines[2].split()[:2] == ["–", "1"]
    assert lines[6:] == [
        "In the shortlist of 2: nobody yet",
        "Fewer reviews than the 2 that are asked for: 1, 2, 3, 4",
    ]


@pytest.mark.parametrize("command", [["ranking"], ["progress"], ["export", "--to", "result"]])
def test_a_ballot_that_cannot_be_read_stops_every_result_until_it_is_said_otherwise(
    nominate: CommandLine, small: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(small)
    bo = small / "data" / "ballots" / "bo.toml"
    bo.write_text(
        bo.read_text(encoding="utf-8").replace("innovation = 2", "innovation = 9"), encoding="utf-8"
    )
    stopped = nominate(*command)
    assert (stopped.code, stopped.out, (small / "result").exists()) == (1, "", False)
    assert stopped.err.startswith("error: data/ballots/bo.toml:7 review[1].scores.innovation: ")
    going_on = nominate(*command, "--despite-problems")
    assert (going_on.code, going_on.err) == (0, stopped.err.replace("error: ", "warning: "))


MISTYPED = {
    "recusals.toml": (
        '[[recusal]]\njuror = "dan"\nnomination = "1"\nkind = "other"\nreason = "so"\nby = "chair"\n'
        "at = 2026-11-22T10:00:00Z\n",
        ["data/recusals.toml:2 recusal[1].juror: "],
    ),
    "duplicates.toml": (
        '[[verdict]]\npair = ["1", "33"]\nverdict = "duplicate"\nprimary = "1"\nreason = "so"\n'
        "at = 2026-11-22T10:00:00Z\n",
        ["data/duplicates.toml:2 verdict[1].pair: "],
    ),
    "deliberation.toml": (
        '[[tie]]\norder = ["22", "44"]\nreason = "so"\nat = 2026-11-22T10:00:00Z\n',
        ["data/deliberation.toml:2 tie[1].order: ", "data/deliberation.toml:2 tie[1].order: "],
    ),
    "contacts.toml": ("[[contact]]\n", ["data/contacts.toml:1 contact[1].nomination: "]),
}
"""What a person mistyped in a file of the round, and where that is told."""


@pytest.mark.parametrize("file", MISTYPED)
@pytest.mark.parametrize("command", [["ranking"], ["progress"], ["export", "--to", "result"]])
def test_what_does_not_fit_into_the_round_stops_every_result_until_it_is_said_otherwise(
    nominate: CommandLine, small: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], file: str
) -> None:
    monkeypatch.chdir(small)
    text, where = MISTYPED[file]
    (small / "data" / file).write_text(text, encoding="utf-8")
    stopped = nominate(*command)
    assert (stopped.code, stopped.out, (small / "result").exists()) == (1, "", False)
    lines = stopped.err.splitlines()
    assert [line[: len(place) + 7] for line, place in zip(lines, where, strict=True)] == [
        f"error: {place}" for place in where
    ]
    going_on = nominate(*command, "--despite-problems")
    assert (going_on.code, going_on.err) == (0, stopped.err.replace("error: ", "warning: "))


def test_what_is_only_a_warning_about_the_rules_is_left_to_the_check(
    nominate: CommandLine, small: Path
) -> None:
    rules = small / "scoring.toml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("quorum = 2", "quorum = 9"), encoding="utf-8")
    assert nominate("check", small).out.startswith("warning: scoring.toml:")
    nominate.done("ranking", small)


def test_the_other_ballots_count_without_the_broken_one(nominate: CommandLine, small: Path) -> None:
    bo = small / "data" / "ballots" / "bo.toml"
    bo.write_text("broken [", encoding="utf-8")
    rows = nominate("ranking", small, "--despite-problems", "--format", "csv").rows
    assert [(row["nomination"], row["overall"], row["n"]) for row in rows] == [
        ("2", "5.00", "1"),
        ("1", "3.75", "2"),
        ("4", "3.00", "1"),
        ("3", "2.50", "1"),
    ]


# What if


def test_what_is_tried_is_told_and_not_stored(nominate: CommandLine, small: Path) -> None:
    before = {path: path.read_bytes() for path in small.rglob("*.toml")}
    # Without clara 1 has 3.5 and 2: 2.75, still behind 4 with 3.5; with one place 4 is out.
    lines = nominate.done("ranking", small, "--without", "clara", "--shortlist", 1).lines
    assert lines[-2:] == [
        "Tried, and not stored: places in the shortlist 2 → 1; without Clara Friis",
        "In the ranking: 4 leaves the shortlist",
    ]
    assert {path: path.read_bytes() for path in small.rglob("*.toml")} == before


def test_json_has_what_was_tried_and_what_moves(nominate: CommandLine, small: Path) -> None:
    words = ("--weight", "spread=27", "--method", "mean", "--format", "json")
    told = nominate.done("ranking", small, *words).json
    # Weights 3 and 27: 3 has (2 + 9·4)/10 = 3.8, before 4 with 3.5 and 1 with (3.33 + 9·2.67)/10.
    assert told["shortlist"] == ["2", "3"]
    assert told["criteria"][1]["weight"] == 0.9
    assert told["what_if"] == {
        "tried": {"weights": {"spread": 27.0}, "method": "mean"},
        "before": {"weights": {"spread": 1.0}, "method": "mean"},
        "moves": [
            {"nomination": "3", "rank_before": 4, "rank": 2, "enters": True, "leaves": False},
            {"nomination": "4", "rank_before": 2, "rank": 3, "enters": False, "leaves": True},
            {"nomination": "1", "rank_before": 3, "rank": 4, "enters": False, "leaves": False},
        ],
    }


def test_jurors_who_are_left_out_stand_under_pseudonyms(nominate: CommandLine, small: Path) -> None:
    told = nominate.done("ranking", small, "--without", "clara", "--format", "json").json
    clara = pseudonyms(FolderStore(small).rules())["clara"]
    assert told["what_if"]["tried"] == {"left_out": [clara]}
    assert {juror["juror"]: juror["n"] for juror in told["jurors"]}[clara] == 0


def test_a_table_of_scores_is_tried_otherwise_too(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    table = tmp_path / "scores.csv"
    table.write_text(
        "juror,nomination,criterion,score\na,1,x,5\na,1,y,1\nb,1,x,1\nb,1,y,1\n", encoding="utf-8"
    )
    words = ("--scores", table, "--method", "mean", "--format", "json")
    assert nominate.done("ranking", *words).json["ranking"][0]["overall"] == "2.00"
    # (3·5 + 1)/4 without b.
    tried = nominate.done("ranking", *words, "--weight", "x=3", "--without", "b").json
    assert (tried["ranking"][0]["overall"], tried["ranking"][0]["n"]) == ("4.00", 1)


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("--weight", "humour=3"), 2, "there is no criterion humour"),
        (("--weight", "spread"), 2, "spread is no weight of a criterion"),
        (("--weight", "spread=-1"), 2, "spread=-1 is no weight of a criterion"),
        (("--weight", "spread=1e3"), 2, "spread=1e3 is no weight of a criterion"),
        (("--weight", "spread=0.0000001"), 2, "spread=0.0000001 is no weight of a criterion"),
        (("--without", "dora"), 2, "there is no juror dora"),
        (("--without", "anna", "--without", "bo", "--without", "clara"), 1, "Somebody must be left"),
        (("--set-aside", "1", "9"), 2, "there is no nomination 9"),
        (("--set-aside", "1", "3"), 1, "No verdict makes 1 and 3 duplicates"),
        (("--method", "trimmed"), 1, "needs 5 reviews"),
    ],
)
def test_what_cannot_be_tried_is_refused(
    nominate: CommandLine, small: Path, words: tuple[str, ...], code: int, why: str
) -> None:
    printed = nominate("ranking", small, *words)
    assert (printed.code, printed.out) == (code, "")
    assert why in printed.err
