import tomllib
from dataclasses import replace
from datetime import timedelta

import pytest

from export.sample import DECISION, GOLDEN, VERDICT, sample, sample_ballots, sample_ranking
from nominate_tui.export.record import ranking_toml, shortlist_toml
from nominate_tui.model.deliberation import Deliberation
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.ranking.shape import ranking_as_dict
from ranking.rounds import NOON


def test_the_record_is_the_golden_one() -> None:
    round = sample()
    assert (
        ranking_toml(round, sample_ballots(), sample_ranking(round)) == (GOLDEN / "ranking.toml").read_bytes()
    )


def test_the_shortlist_is_the_golden_one() -> None:
    round = sample()
    assert shortlist_toml(round, sample_ranking(round)) == (GOLDEN / "shortlist.toml").read_bytes()


def test_the_record_says_what_the_json_says_without_its_nulls() -> None:
    round = sample()
    record = tomllib.loads(ranking_toml(round, sample_ballots(), sample_ranking(round)).decode())
    told = ranking_as_dict(sample_ranking(round), round)
    rows = told.pop("ranking")
    assert isinstance(rows, list)
    assert {key: record[key] for key in told} == told
    for row, recorded in zip(rows, record["ranking"], strict=True):
        present = {key: value for key, value in row.items() if value is not None and key != "criteria"}
        criteria = {id: value for id, value in row["criteria"].items() if value is not None}
        assert recorded == {**present, "criteria": criteria}


def test_every_decision_stands_in_it_with_its_reason() -> None:
    bare = sample()
    related = Verdict("2", "3", "related", 'Samme idé\n"et andet sted"', NOON)
    round = replace(bare, verdicts=(VERDICT, related))
    record = tomllib.loads(ranking_toml(round, sample_ballots(), sample_ranking(round)).decode())
    assert record["verdict"][1] == {
        "a": "2",
        "b": "3",
        "kind": "related",
        "reason": 'Samme idé\n"et andet sted"',
        "at": NOON,
    }
    assert record["tie_decision"] == [{"order": ["3", "2"], "reason": DECISION.reason, "at": DECISION.at}]


def test_every_text_that_changed_stands_in_it_with_how_many_had_scored_before() -> None:
    bare = sample()
    early, late = (NOON + timedelta(hours=hours) for hours in (-1, 1))
    changes = (Change(early, ("title",)), Change(late, ("answers.purpose", "organisation")))
    changed = (replace(one, changes=changes) if one.id in ("3", "6") else one for one in bare.nominations)
    round = replace(bare, nominations=Nominations(tuple(changed)))
    scored = {
        juror: replace(
            ballot, reviews={id: replace(review, changed=NOON) for id, review in ballot.reviews.items()}
        )
        for juror, ballot in sample_ballots().items()
    }
    record = tomllib.loads(ranking_toml(round, scored, sample_ranking(round)).decode())
    title = {"at": early, "fields": ["title"], "reviews_before": 0}
    rest = {"at": late, "fields": ["answers.purpose", "organisation"]}
    # Three scored the third nomination, and two the sixth.
    assert record["text_change"] == [
        {"nomination": "3", **title},
        {"nomination": "3", **rest, "reviews_before": 3},
        {"nomination": "6", **title},
        {"nomination": "6", **rest, "reviews_before": 2},
    ]


def test_a_round_that_is_not_locked_says_nothing_of_a_lock() -> None:
    round = replace(sample(), deliberation=Deliberation())
    record = tomllib.loads(ranking_toml(round, sample_ballots(), sample_ranking(round)).decode())
    assert "locked" not in record
    assert record["tie_decision"] == []


def test_a_shortlist_of_nothing_is_empty() -> None:
    bare = sample()
    round = replace(bare, rules=replace(bare.rules, shortlist=0))
    assert tomllib.loads(shortlist_toml(round, sample_ranking(round)).decode()) == {
        "format": 1,
        "round": "2026",
        "title": "Prisen",
        "k": 0,
        "tie_at_the_line": False,
        "nomination": [],
    }


@pytest.mark.parametrize(
    "secret", ["hemmelig", "anna", "Anna", "COMMENT", "NOTE", "CONFLICT", "RESPONSIBLE", "ANSWER"]
)
def test_neither_jurors_nor_what_they_wrote_nor_keys_nor_persons_are_in_it(secret: str) -> None:
    round = sample()
    ranking = sample_ranking(round)
    assert (
        secret
        not in ranking_toml(round, sample_ballots(), ranking).decode()
        + shortlist_toml(round, ranking).decode()
    )
