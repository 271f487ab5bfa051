import csv
import io
from dataclasses import replace
from typing import Any

from export.sample import GOLDEN, outcome_of, sample_outcome
from nominate_tui.export.review_table import reviews_csv
from nominate_tui.model.conflict import Conflict
from ranking.rounds import ABSTAINED, Table, ballots_of, round_of

TABLE: Table = {
    "anna": {"a": (5, ABSTAINED), "b": (None, None)},
    "bo": {"a": (ABSTAINED, ABSTAINED), "b": (4, None)},
}


def rows(**more: Any) -> list[dict[str, str]]:
    round = round_of("abc", TABLE, **more)
    text = reviews_csv(outcome_of(round, ballots_of(round, TABLE))).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def told(rows: list[dict[str, str]], *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_the_table_is_the_golden_one() -> None:
    assert reviews_csv(sample_outcome()) == (GOLDEN / "reviews.csv").read_bytes()


def test_every_state_is_told_and_who_said_nothing_has_no_row() -> None:
    # 2026:bo begins with 1822, 2026:anna with f770: Bo is J1.
    assert told(rows(), "juror", "nomination", "state", "counted", "score_innovation", "score_spread") == [
        ("J1", "a", "abstained", "no", "abstained", "abstained"),
        ("J1", "b", "unfinished", "no", "4", ""),
        ("J2", "a", "complete", "yes", "5", "abstained"),
    ]


def test_an_unfinished_review_counts_where_the_round_says_so() -> None:
    assert told(rows(incomplete_reviews=True), "nomination", "counted") == [
        ("a", "no"),
        ("b", "yes"),
        ("a", "yes"),
    ]


def test_a_recusal_has_its_kind_and_who_set_it_also_without_a_review() -> None:
    found = rows(recusals=[("anna", "a"), ("anna", "c")])
    assert told(found, "juror", "nomination", "state", "recused", "recused_by", "score_innovation")[2:] == [
        ("J2", "a", "recused", "professional", "chair", "5"),
        ("J2", "c", "recused", "professional", "chair", ""),
    ]


def test_of_a_conflict_that_the_juror_declared_too_the_jurors_word_is_told() -> None:
    round = round_of("a", TABLE, recusals=[("anna", "a")])
    ballots = ballots_of(round, TABLE)
    own = replace(ballots["anna"].review("a"), conflict=Conflict("financial", "shares"))
    text = reviews_csv(outcome_of(round, {"anna": ballots["anna"].with_review(own)})).decode("utf-8-sig")
    assert text.splitlines()[1] == "J2,a,recused,no,financial,juror,0,5,abstained"
