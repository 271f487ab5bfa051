"""What a juror of a round is to score, and what was scored beyond it."""

from nominate_tui.model.ballot import Ballot, Review
from ranking.rounds import round_of

ROUND = round_of("abcd", ("anna", "bo"), given={"anna": ("c", "x", "a")})


def test_a_juror_is_given_a_part_in_the_order_of_the_round() -> None:
    assert ROUND.given("anna").ids == ("a", "c")


def test_a_juror_without_a_part_is_given_everything() -> None:
    assert ROUND.given("bo") is ROUND.nominations
    assert ROUND.given("nobody") is ROUND.nominations


def test_what_was_judged_beyond_ones_part_is_told_in_the_order_of_the_round() -> None:
    reviews = (
        Review("d", {"innovation": 3}),
        Review("a", {"innovation": 3}),
        Review("b", abstained=frozenset({"spread"})),
    )
    given = {review.nomination: review for review in reviews}
    assert ROUND.beyond(Ballot("2026", "anna", given)) == ("b", "d")
    assert ROUND.beyond(Ballot("2026", "bo", given)) == ()


def test_a_comment_or_a_flag_is_no_judgement() -> None:
    said = {"b": Review("b", comment="seen it", flagged=True)}
    assert ROUND.beyond(Ballot("2026", "anna", said)) == ()
