"""Reviews and ballots as values."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.ballot import Ballot, Review, ReviewState
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.nomination import Change, Nomination
from nominate_tui.model.rules import Criterion, Rules

NEW = Criterion("new", {"en": "New"}, Fraction(30))
USED = Criterion("used", {"en": "Used"}, Fraction(20))
RULES = Rules("r", "Award", (NEW, USED))


def test_a_review_without_anything_is_missing() -> None:
    assert Review("1").state(RULES.criteria) is ReviewState.MISSING


def test_a_review_with_a_criterion_left_is_unfinished() -> None:
    assert Review("1", {"new": 3}).state(RULES.criteria) is ReviewState.UNFINISHED
    assert Review("1", abstained=frozenset({"new"})).state(RULES.criteria) is ReviewState.UNFINISHED


def test_a_review_with_a_score_and_abstentions_is_complete() -> None:
    assert Review("1", {"new": 3}, frozenset({"used"})).state(RULES.criteria) is ReviewState.COMPLETE


def test_a_review_with_abstentions_only_is_abstained() -> None:
    assert Review("1", abstained=frozenset({"new", "used"})).state(RULES.criteria) is ReviewState.ABSTAINED


def test_a_conflict_or_the_chair_takes_a_review_out_whatever_it_says() -> None:
    review = Review("1", {"new": 3, "used": 3})
    assert review.state(RULES.criteria, recused=True) is ReviewState.RECUSED
    declared = Review("1", {"new": 3, "used": 3}, conflict=Conflict("other", "why"))
    assert declared.state(RULES.criteria) is ReviewState.RECUSED


def test_a_score_ends_an_abstention_and_the_other_way_round() -> None:
    assert Review("1", abstained=frozenset({"new"})).with_score("new", 2) == Review("1", {"new": 2})
    assert Review("1", {"new": 2}).with_abstention("new") == Review("1", abstained=frozenset({"new"}))


def test_a_criterion_can_be_cleared() -> None:
    assert Review("1", {"new": 2}, frozenset({"used"})).without("new") == Review("1", {}, frozenset({"used"}))
    assert Review("1", {"new": 2}, frozenset({"used"})).without("used") == Review("1", {"new": 2})


def test_the_weighted_score_is_exact_and_leaves_abstentions_out() -> None:
    assert Review("1", {"new": 4, "used": 3}).weighted_score(RULES) == Fraction(18, 5)
    assert Review("1", {"used": 3}, frozenset({"new"})).weighted_score(RULES) == 3
    assert Review("1").weighted_score(RULES) is None


@given(st.integers(1, 5), st.integers(1, 5))
def test_the_weighted_score_lies_between_the_scores(new: int, used: int) -> None:
    score = Review("1", {"new": new, "used": used}).weighted_score(RULES)
    assert score is not None
    assert min(new, used) <= score <= max(new, used)


def test_an_empty_review_is_not_kept() -> None:
    ballot = Ballot("r", "anna").with_review(Review("1", {"new": 2}))
    assert ballot.reviews == {"1": Review("1", {"new": 2})}
    assert ballot.with_review(Review("1", changed=datetime(2026, 1, 1, tzinfo=UTC))).reviews == {}


def test_reviews_stay_in_the_order_they_were_begun_in() -> None:
    ballot = Ballot("r", "anna").with_review(Review("2", {"new": 2})).with_review(Review("1", {"new": 1}))
    assert tuple(ballot.with_review(Review("2", {"new": 5})).reviews) == ("2", "1")


# When it was scored

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
CHANGE = Change(NOON, ("title",))
CHANGED = Nomination("1", "Klædeskabet", changes=(CHANGE,))
BEFORE = Review("1", {"new": 3}, changed=NOON - HOUR)


@pytest.mark.parametrize(
    "review",
    [
        BEFORE,
        Review("1", abstained=frozenset({"new"}), changed=NOON - HOUR),
        replace(BEFORE, changed=NOON + HOUR, scored=NOON - HOUR),
        replace(BEFORE, changed=None),
    ],
)
def test_what_was_scored_before_the_text_changed_is_outdated(review: Review) -> None:
    assert review.outdated_by(CHANGED) == CHANGE
    assert review.outdated_by(Nomination("1", "Klædeskabet")) is None


@pytest.mark.parametrize(
    "review",
    [
        Review("1", comment="good", changed=NOON - HOUR),
        replace(BEFORE, conflict=Conflict("other", "why")),
        replace(BEFORE, changed=NOON),
        replace(BEFORE, changed=NOON + HOUR),
        replace(BEFORE, changed=NOON + HOUR, scored=NOON),
    ],
)
def test_what_says_nothing_or_is_out_or_was_scored_since_is_not_outdated(review: Review) -> None:
    assert review.outdated_by(CHANGED) is None


def test_who_was_taken_out_by_the_chair_need_not_read_again() -> None:
    assert BEFORE.outdated_by(CHANGED, recused=True) is None


def test_scores_that_are_given_now_are_of_now() -> None:
    given = replace(BEFORE, scored=NOON - 2 * HOUR).scored_now(NOON + HOUR)
    assert given == replace(BEFORE, changed=NOON + HOUR)
    assert given.scored_at == NOON + HOUR


def test_a_comment_makes_the_scores_no_younger() -> None:
    once = BEFORE.changed_now(NOON + HOUR)
    assert once == replace(BEFORE, changed=NOON + HOUR, scored=NOON - HOUR)
    assert once.changed_now(NOON + 2 * HOUR).scored_at == NOON - HOUR


def test_where_nothing_is_scored_there_is_no_time_of_it_to_keep() -> None:
    assert Review("1", comment="a", changed=NOON).changed_now(NOON + HOUR).scored is None
    assert BEFORE.changed_now(NOON - HOUR).scored is None


def test_a_review_with_nothing_but_times_is_empty() -> None:
    assert Review("1", changed=NOON, scored=NOON).empty


def test_what_nobody_asked_for_is_unassigned_only_while_nothing_is_said() -> None:
    states = {
        ReviewState.UNASSIGNED: Review("1", comment="seen it"),
        ReviewState.UNFINISHED: Review("1", {"new": 3}),
        ReviewState.COMPLETE: Review("1", {"new": 3, "used": 2}),
        ReviewState.ABSTAINED: Review("1", abstained=frozenset({"new", "used"})),
        ReviewState.RECUSED: Review("1", conflict=Conflict("other", "why")),
    }
    assert {state: each.state(RULES.criteria, assigned=False) for state, each in states.items()} == {
        state: state for state in states
    }
    assert Review("1").state(RULES.criteria, recused=True, assigned=False) is ReviewState.RECUSED
