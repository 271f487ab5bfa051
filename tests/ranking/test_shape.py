import json
from typing import Any

from nominate_tui.model.duplicate import Group
from nominate_tui.model.rules import Method
from nominate_tui.ranking.certainty import (
    Agreement,
    Certainty,
    JurorFigures,
    PlaceRange,
    Swap,
    WeightInterval,
    WeightsRadius,
)
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.shape import ranking_as_dict
from ranking.rounds import Table, ballots_of, round_of

TABLE: Table = {
    "anna": {"a": (5, 1), "b": (4, 4), "d": (2, 2)},
    "bo": {"a": (2, 2), "c": (4, 4)},
}


def told() -> dict[str, object]:
    """Four nominations, of which c is a duplicate of b and nobody finished e."""
    round = round_of("abcde", TABLE, shortlist=2, seed="drawn", quorum=2, recusals=[("bo", "d")])
    ranking = rank(round, ballots_of(round, TABLE), [Group(("b", "c"), "b")])
    return ranking_as_dict(ranking, round)


def test_the_shape_is_the_one_that_other_programs_rely_on() -> None:
    found = told()
    assert list(found) == [
        "method",
        "decimals",
        "k",
        "seed",
        "criteria",
        "ranking",
        "shortlist",
        "tie_at_the_line",
        "shortlist_by_mean",
        "jurors",
    ]
    assert {key: found[key] for key in ("method", "decimals", "k", "seed", "tie_at_the_line")} == {
        "method": "mean",
        "decimals": 2,
        "k": 2,
        "seed": "drawn",
        "tie_at_the_line": False,
    }
    assert found["criteria"] == [{"id": "innovation", "weight": 0.75}, {"id": "spread", "weight": 0.25}]
    assert found["shortlist"] == found["shortlist_by_mean"] == ["b", "a"]


def test_a_row_tells_what_the_nomination_got_and_from_whom() -> None:
    rows = told()["ranking"]
    assert isinstance(rows, list)
    assert rows[0] == {
        "nomination": "b",
        "title": "Title b",
        "rank": 1,
        "shared": False,
        "overall": "4.00",
        "mean": 4.0,
        "n": 2,
        "below_quorum": False,
        "states": {
            "missing": 0,
            "unfinished": 0,
            "complete": 2,
            "abstained": 0,
            "recused": 0,
            "unassigned": 0,
        },
        "criteria": {"innovation": 4.0, "spread": 4.0},
        "disagreement": 0.0,
        "separated_by": None,
        "duplicates": ["c"],
    }
    assert [row["nomination"] for row in rows] == ["b", "a", "d", "e"]
    # (3·5 + 1)/4 and 2: the mean is 3.
    assert (rows[1]["overall"], rows[1]["mean"], rows[1]["separated_by"]) == ("3.00", 3.0, "overall")
    assert rows[2]["states"] == {
        "missing": 0,
        "unfinished": 0,
        "complete": 1,
        "abstained": 0,
        "recused": 1,
        "unassigned": 0,
    }


def test_what_nobody_scored_is_null_and_not_zero() -> None:
    rows = told()["ranking"]
    assert isinstance(rows, list)
    assert rows[3] == {
        "nomination": "e",
        "title": "Title e",
        "rank": None,
        "shared": False,
        "overall": "",
        "mean": None,
        "n": 0,
        "below_quorum": True,
        "states": {
            "missing": 2,
            "unfinished": 0,
            "complete": 0,
            "abstained": 0,
            "recused": 0,
            "unassigned": 0,
        },
        "criteria": {"innovation": None, "spread": None},
        "disagreement": None,
        "separated_by": None,
        "duplicates": [],
    }


def test_jurors_go_by_pseudonyms_with_the_number_of_rows_they_count_in() -> None:
    # drawn:anna is digested to 6c11, drawn:bo to e452.
    assert told()["jurors"] == [{"juror": "J1", "n": 3, "flags": []}, {"juror": "J2", "n": 2, "flags": []}]
    assert "anna" not in json.dumps(told())


def by(method: Method, certainty: Certainty | None = None) -> dict[str, Any]:
    """The same round by another method."""
    round = round_of("abcde", TABLE, quorum=2, seed="drawn", method=method)
    return ranking_as_dict(rank(round, ballots_of(round, TABLE), ()), round, certainty)


def test_what_the_method_says_stands_beside_the_plain_mean() -> None:
    adjusted = by("adjusted")
    row = adjusted["ranking"][0]
    assert (row["mean"], row["adjusted"], row["overall"]) == (4.0, 4.0, "4.00")
    # a, b and d are Anna's, a and c Bo's: five reviews, four nominations, two jurors in one group leave nothing over.
    assert adjusted["agreement"] == {"components": 1, "sigma2": None, "tau2": None}
    assert adjusted["jurors"][0] == {"juror": "J1", "n": 3, "severity": 0.0, "flags": []}
    by_majority = {row["nomination"]: row["majority"] for row in by("majority")["ranking"]}
    # The weights are 3 and 1, so that the innovation decides: Anna's grade for a is 5, Bo's 2.
    assert by_majority["a"] == {"grade": 2, "above": 0.5, "below": 0.0}
    assert by_majority["e"] is None


def test_a_juror_of_lowest_scores_only_is_flagged() -> None:
    table: Table = {"anna": {"a": (1, 1)}, "bo": {"a": (1, 2)}}
    round = round_of("a", table, seed="drawn")
    told = ranking_as_dict(rank(round, ballots_of(round, table), ()), round)
    assert told["jurors"] == [
        {"juror": "J1", "n": 1, "flags": ["all_lowest"]},
        {"juror": "J2", "n": 1, "flags": []},
    ]


def test_what_is_known_of_certainty_has_its_keys() -> None:
    certainty = Certainty(
        places={"b": PlaceRange(0.97, 1, 3)},
        jurors={"anna": JurorFigures(3, -0.31, 0.12, ("severe",))},
        agreement=Agreement(0.82, 0.41, 1, 0.31, 0.12),
        alphas={"spread": None, "innovation": 0.41},
        intervals={"innovation": WeightInterval(0.11, 0.35)},
        radius=WeightsRadius(0.008, "b", "c"),
        kept={"b": 0.5},
        without={"bo": Swap(("b",), ("c",))},
    )
    told = by("adjusted", certainty)
    rows = {row["nomination"]: row for row in told["ranking"]}
    known = ("rank_low", "rank_high", "in_shortlist", "kept_by_weights")
    assert [rows["b"].get(key) for key in known] == [1, 3, 0.97, 0.5]
    assert [key in rows["a"] for key in known] == [False] * 4
    assert told["jurors"] == [
        {"juror": "J1", "n": 3, "severity": -0.31, "se": 0.12, "flags": ["severe"]},
        {"juror": "J2", "n": 2, "severity": 0.0, "flags": []},
    ]
    assert told["agreement"] == {
        "reliability": 0.82,
        "alpha": 0.41,
        "components": 1,
        "sigma2": 0.31,
        "tau2": 0.12,
    }
    assert told["criteria"] == [
        {"id": "innovation", "weight": 0.75, "low": 0.11, "high": 0.35, "alpha": 0.41},
        {"id": "spread", "weight": 0.25, "alpha": None},
    ]
    assert told["weights_radius"] == {"moved": 0.008, "out": "b", "in": "c"}
    assert told["without_juror"] == [{"juror": "J2", "out": ["b"], "in": ["c"]}]


def test_it_goes_through_json_unchanged() -> None:
    assert json.loads(json.dumps(told())) == told()
