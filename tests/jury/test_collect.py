"""What jurors hand in, beside what is stored: nothing that was said is lost unless somebody says so."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.jury.collect import Received, receive_ballot, receive_scores, without_asking
from nominate_tui.jury.score_table import TableRow
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict

MORNING = datetime(2026, 11, 22, 8, tzinfo=UTC)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
EVENING = datetime(2026, 11, 22, 20, tzinfo=UTC)

EMPTY = Ballot("2026", "anna")


def ballot(*reviews: Review, confirmed: datetime | None = None) -> Ballot:
    """Anna's ballot."""
    return Ballot("2026", "anna", {review.nomination: review for review in reviews}, confirmed)


def row(nomination: str, criterion: str, score: int) -> TableRow:
    """A line of Anna's table."""
    return TableRow("s.csv:2", "anna", nomination, criterion, score)


def counts(received: Received) -> tuple[int, int, int, int]:
    """Scores added, replaced and as before, and how much was removed."""
    return received.added, received.replaced, received.same, received.removed


def told(received: Received) -> list[str]:
    """What would be lost, in words."""
    return [loss.message for loss in received.losses]


def test_scores_are_added_to_an_empty_ballot() -> None:
    received = receive_scores(EMPTY, [row("15", "innovation", 4), row("15", "spread", 2)], NOON)
    review = Review("15", {"innovation": 4, "spread": 2}, changed=NOON)
    assert received == Received(EMPTY, ballot(review))
    assert counts(received) == (2, 0, 0, 0)


def test_scores_that_are_there_already_change_nothing() -> None:
    stored = ballot(Review("15", {"innovation": 4}, changed=MORNING), confirmed=MORNING)
    received = receive_scores(stored, [row("15", "innovation", 4)], NOON)
    assert received == Received(stored, stored)
    assert (counts(received), received.unconfirmed) == ((0, 0, 1, 0), False)


def test_a_different_score_is_a_loss_and_names_both() -> None:
    stored = ballot(Review("15", {"innovation": 4}, changed=MORNING))
    received = receive_scores(stored, [row("15", "innovation", 5)], NOON)
    assert told(received) == ["anna gave 4, the table says 5"]
    assert [(loss.where, loss.field) for loss in received.losses] == [("s.csv:2", "15.innovation")]
    assert received.ballot == ballot(Review("15", {"innovation": 5}, changed=NOON))
    assert counts(received) == (0, 1, 0, 0)


def test_a_score_of_a_table_is_given_when_it_is_collected() -> None:
    stored = ballot(Review("15", {"innovation": 4}, comment="a", changed=NOON, scored=MORNING))
    received = receive_scores(stored, [row("15", "spread", 5)], EVENING)
    review = Review("15", {"innovation": 4, "spread": 5}, comment="a", changed=EVENING)
    assert received.ballot == ballot(review)


def test_a_score_instead_of_an_abstention_is_a_loss() -> None:
    stored = ballot(Review("15", abstained=frozenset({"spread"}), changed=MORNING))
    received = receive_scores(stored, [row("15", "spread", 1)], NOON)
    assert told(received) == ["anna abstained, the table says 1"]
    assert counts(received) == (1, 0, 0, 1)
    assert received.ballot == ballot(Review("15", {"spread": 1}, changed=NOON))


def test_a_new_score_in_a_confirmed_ballot_is_a_loss_and_takes_the_confirmation_back() -> None:
    stored = ballot(Review("15", {"innovation": 4}), confirmed=MORNING)
    received = receive_scores(stored, [row("15", "spread", 1)], NOON)
    assert told(received) == ["anna confirmed the ballot without a score here, the table says 1"]
    assert (received.ballot.confirmed, received.unconfirmed) == (None, True)


def test_comments_notes_and_other_scores_stay() -> None:
    review = Review("15", {"innovation": 4}, comment="for the chair", note="mine", flagged=True)
    received = receive_scores(ballot(review), [row("15", "spread", 1)], NOON)
    assert received.ballot == ballot(replace(review, scores={"innovation": 4, "spread": 1}, changed=NOON))


def test_a_ballot_takes_the_place_of_an_empty_one() -> None:
    handed_in = ballot(Review("15", {"innovation": 4}), Review("3", {"spread": 2}))
    received = receive_ballot(EMPTY, handed_in, "anna.toml")
    assert received == Received(EMPTY, handed_in)
    assert counts(received) == (2, 0, 0, 0)


def test_the_same_ballot_again_changes_nothing() -> None:
    stored = ballot(Review("15", {"innovation": 4}, changed=NOON), confirmed=NOON)
    assert receive_ballot(stored, stored, "anna.toml") == Received(stored, stored)


def test_a_review_that_changed_later_takes_the_place_of_the_stored_one() -> None:
    stored = ballot(Review("15", {"innovation": 4}, comment="no", changed=MORNING))
    handed_in = ballot(Review("15", {"innovation": 2}, changed=NOON))
    received = receive_ballot(stored, handed_in, "anna.toml")
    assert received == Received(stored, handed_in)
    assert counts(received) == (0, 1, 0, 1)


def test_a_review_that_did_not_change_later_must_have_everything() -> None:
    before = Review("15", {"innovation": 4}, comment="why", changed=NOON)
    without_comment = ballot(replace(before, comment="", changed=MORNING))
    with_more = ballot(replace(before, scores={"innovation": 4, "spread": 1}, changed=MORNING))
    received = receive_ballot(ballot(before), without_comment, "anna.toml")
    assert told(received) == ["the stored review of 15 has something that this ballot does not have"]
    assert [(loss.where, loss.field) for loss in received.losses] == [("anna.toml", "review 15")]
    assert receive_ballot(ballot(before), with_more, "anna.toml").losses == ()


def test_a_review_without_a_time_is_not_later() -> None:
    stored = ballot(Review("15", {"innovation": 4}))
    assert len(receive_ballot(stored, ballot(Review("15", {"innovation": 2})), "anna.toml").losses) == 1


def test_a_stored_review_that_is_missing_is_a_loss() -> None:
    stored = ballot(
        Review("15", {"innovation": 4}, changed=MORNING), Review("3", {"spread": 1}, changed=MORNING)
    )
    handed_in = ballot(Review("15", {"innovation": 5}, changed=EVENING))
    assert told(receive_ballot(stored, handed_in, "a.toml")) == [
        "the stored review of 3 has something that this ballot does not have"
    ]


def test_a_conflict_and_an_abstention_are_not_lost_either() -> None:
    conflict = Review("15", conflict=Conflict("personal", "family"))
    abstention = Review("3", abstained=frozenset({"spread"}))
    assert len(receive_ballot(ballot(conflict, abstention), EMPTY, "a.toml").losses) == 2


def test_an_older_copy_does_not_take_a_confirmation_back() -> None:
    review = Review("15", {"innovation": 4}, changed=MORNING)
    stored = ballot(review, confirmed=NOON)
    assert told(receive_ballot(stored, ballot(review), "a.toml")) == [
        "the stored ballot is confirmed; this one is not, and no later"
    ]
    reopened = ballot(replace(review, scores={"innovation": 5}, changed=EVENING))
    assert receive_ballot(stored, reopened, "a.toml").losses == ()


def test_everything_that_is_gone_is_counted() -> None:
    before = Review(
        "15",
        {"innovation": 4, "spread": 2},
        frozenset({"value"}),
        comment="why",
        note="mine",
        conflict=Conflict("personal", "family"),
    )
    stored = ballot(before, Review("3", {"spread": 1}), confirmed=NOON)
    received = receive_ballot(stored, ballot(Review("15", {"innovation": 5}, comment="so")), "a.toml")
    assert counts(received) == (0, 1, 0, 5)
    assert received.unconfirmed
    assert (len(received.losses), received.ballot.confirmed) == (3, None)


def test_what_is_lost_from_another_file_is_not_called_stored() -> None:
    first = ballot(Review("15", {"innovation": 4}), confirmed=NOON)
    lost = receive_ballot(first, EMPTY, "b.toml", "a.toml").losses
    assert [(loss.where, loss.message, loss.todo) for loss in lost] == [
        (
            "b.toml",
            "the review of 15 in a.toml has something that this ballot does not have",
            "hand in only one of the two files",
        ),
        (
            "b.toml",
            "the ballot in a.toml is confirmed; this one is not, and no later",
            "hand in only one of the two files",
        ),
    ]


def test_a_loss_that_is_wished_is_a_warning() -> None:
    (loss,) = receive_ballot(ballot(Review("15", {"innovation": 4})), EMPTY, "a.toml").losses
    wished = without_asking(loss)
    assert (wished.severity, wished.where, wished.message) == ("warning", loss.where, loss.message)
    assert wished.todo == "it was given up, as `--replace` says"


def test_one_after_the_other_adds_up_against_what_was_stored() -> None:
    first = receive_scores(EMPTY, [row("15", "innovation", 4)], NOON)
    second = receive_scores(first.ballot, [row("15", "innovation", 5), row("3", "spread", 1)], EVENING)
    both = first.then(second)
    assert (counts(both), both.losses) == ((2, 0, 0, 0), second.losses)
    assert (both.stored, both.ballot) == (EMPTY, second.ballot)


PLACES = st.dictionaries(st.tuples(st.sampled_from("123"), st.sampled_from("xy")), st.integers(1, 5))


def of_scores(scores: Mapping[tuple[str, str], int]) -> Ballot:
    """A ballot with these scores by nomination and criterion."""
    made = EMPTY
    for (nomination, criterion), value in scores.items():
        made = made.with_review(made.review(nomination).with_score(criterion, value))
    return made


@given(PLACES, PLACES)
def test_without_a_loss_every_stored_score_is_still_there(
    stored: Mapping[tuple[str, str], int], table: Mapping[tuple[str, str], int]
) -> None:
    rows = [row(nomination, criterion, value) for (nomination, criterion), value in table.items()]
    received = receive_scores(of_scores(stored), rows, NOON)
    after = {
        (id, criterion): value
        for id, r in received.ballot.reviews.items()
        for criterion, value in r.scores.items()
    }
    assert after == {**stored, **table}
    assert len(received.losses) == received.replaced
    assert bool(received.losses) == any(table.get(place, value) != value for place, value in stored.items())
    assert received.added + received.replaced + received.same == len(after)
