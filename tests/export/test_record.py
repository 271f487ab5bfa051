import re
import tomllib
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from export.sample import DECISION, GOLDEN, VERDICT, outcome_of, sample, sample_ballots, sample_outcome
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.record import ranking_toml, shortlist_toml
from nominate_tui.model.deliberation import Deliberation
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.ranking.shape import ranking_as_dict
from ranking.rounds import NOON


def test_the_record_is_the_golden_one() -> None:
    assert ranking_toml(sample_outcome()) == (GOLDEN / "ranking.toml").read_bytes()


def test_the_shortlist_is_the_golden_one() -> None:
    assert shortlist_toml(sample_outcome()) == (GOLDEN / "shortlist.toml").read_bytes()


def told(outcome: Outcome) -> dict[str, Any]:
    return tomllib.loads(ranking_toml(outcome).decode())


def as_recorded(value: object) -> object:
    """The value without nulls, and figures with six decimals."""
    if isinstance(value, dict):
        return {key: as_recorded(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [as_recorded(each) for each in value]
    return round(value, 6) if isinstance(value, float) else value


def test_the_record_says_what_the_json_says_without_its_nulls() -> None:
    outcome = sample_outcome()
    expected = as_recorded(ranking_as_dict(outcome.ranking, outcome.round, outcome.certainty))
    assert isinstance(expected, dict)
    expected["jurors"] = [{"juror": each["juror"], "n": each["n"]} for each in expected["jurors"]]
    assert {key: value for key, value in told(outcome).items() if key in expected} == expected


def test_how_a_juror_scores_is_for_the_chair_alone() -> None:
    assert told(sample_outcome())["jurors"] == [{"juror": f"J{at}", "n": 3} for at in (1, 2, 3)]


def test_figures_have_six_decimals_and_no_zero_has_a_minus() -> None:
    lines = ranking_toml(sample_outcome()).decode().splitlines()
    figures = [line.partition(" = ")[2] for line in lines if re.search(r" = -?[0-9]+\.[0-9]+$", line)]
    assert max(len(figure.partition(".")[2]) for figure in figures) == 6
    assert "-0.0" not in figures


def test_every_decision_stands_in_it_with_its_reason() -> None:
    bare = sample()
    related = Verdict("2", "3", "related", 'Samme idé\n"et andet sted"', NOON)
    round = replace(bare, verdicts=(VERDICT, related))
    record = told(outcome_of(round, sample_ballots()))
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
    record = told(outcome_of(round, scored))
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
    record = told(outcome_of(round, sample_ballots()))
    assert "locked" not in record
    assert record["tie_decision"] == []


def test_a_shortlist_of_nothing_is_empty() -> None:
    bare = sample()
    round = replace(bare, rules=replace(bare.rules, shortlist=0))
    assert tomllib.loads(shortlist_toml(outcome_of(round, {})).decode()) == {
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
    outcome = sample_outcome()
    assert secret not in ranking_toml(outcome).decode() + shortlist_toml(outcome).decode()
