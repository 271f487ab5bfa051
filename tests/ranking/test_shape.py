import json

from nominate_tui.model.duplicate import Group
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
        "states": {"missing": 0, "unfinished": 0, "complete": 2, "abstained": 0, "recused": 0},
        "criteria": {"innovation": 4.0, "spread": 4.0},
        "disagreement": 0.0,
        "separated_by": None,
        "duplicates": ["c"],
    }
    assert [row["nomination"] for row in rows] == ["b", "a", "d", "e"]
    # (3·5 + 1)/4 and 2: the mean is 3.
    assert (rows[1]["overall"], rows[1]["mean"], rows[1]["separated_by"]) == ("3.00", 3.0, "overall")
    assert rows[2]["states"] == {"missing": 0, "unfinished": 0, "complete": 1, "abstained": 0, "recused": 1}


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
        "states": {"missing": 2, "unfinished": 0, "complete": 0, "abstained": 0, "recused": 0},
        "criteria": {"innovation": None, "spread": None},
        "disagreement": None,
        "separated_by": None,
        "duplicates": [],
    }


def test_jurors_go_by_pseudonyms_with_the_number_of_rows_they_count_in() -> None:
    # drawn:anna is digested to 6c11, drawn:bo to e452.
    assert told()["jurors"] == [{"juror": "J1", "n": 3}, {"juror": "J2", "n": 2}]
    assert "anna" not in json.dumps(told())


def test_it_goes_through_json_unchanged() -> None:
    assert json.loads(json.dumps(told())) == told()
