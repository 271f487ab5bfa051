"""Reviews and ballots as values."""

from datetime import UTC, datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.ballot import Ballot, Review, ReviewState
from nominate_tui.model.conflict import Conflict
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
