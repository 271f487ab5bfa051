import pytest

from nominate_tui.model.rules import Scale
from nominate_tui.ranking.certainty import Agreement, Certainty, PlaceRange, Swap, WeightsRadius
from nominate_tui.ranking.sure_told import (
    contested_ids,
    contested_sentence,
    contradicted,
    groups_apart,
    off_the_scale,
    other_by_mean,
    radius_sentence,
    reliability_sentence,
    without_jurors,
)
from ranking.rounds import ranked

RANKING = ranked({"anna": {"a": (5, 5), "b": (4, 4), "c": (3, 3)}}, shortlist=1)


def places(*chances: float) -> Certainty:
    """What is known where a, b and c have these probabilities."""
    return Certainty({id: PlaceRange(chance, 1, 3) for id, chance in zip("abc", chances, strict=False)})


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0.93, "These scores distinguish the nominations well"),
        (0.85, "These scores distinguish most nominations"),
        (0.7, "These scores tell the best from the weakest"),
        (0.1, "These scores hardly distinguish the nominations"),
    ],
)
def test_reliability_is_told_in_one_of_four_sentences_with_its_figure(value: float, told: str) -> None:
    sentence = reliability_sentence(Certainty(agreement=Agreement(value, None, 1, None, None)))
    assert sentence.startswith(told)
    assert sentence.endswith(f"Reliability of the overall scores: {value:.2f} of 1.")


@pytest.mark.parametrize(
    ("value", "told", "figure"),
    [
        (0.895, "These scores distinguish most nominations", "0.89"),
        (0.8999999, "These scores distinguish most nominations", "0.89"),
        (0.9, "These scores distinguish the nominations well", "0.90"),
        (0.7999, "These scores tell the best from the weakest", "0.79"),
        (0.599, "These scores hardly distinguish", "0.59"),
        (0.29, "These scores hardly distinguish", "0.29"),
        (1.0, "These scores distinguish the nominations well", "1.00"),
        (0.0, "These scores hardly distinguish", "0.00"),
    ],
)
def test_the_figure_is_in_the_range_of_its_sentence(value: float, told: str, figure: str) -> None:
    sentence = reliability_sentence(Certainty(agreement=Agreement(value, None, 1, None, None)))
    assert sentence.startswith(told)
    assert sentence.endswith(f"Reliability of the overall scores: {figure} of 1.")


def test_scores_beyond_the_scale_are_told_to_be_no_error() -> None:
    assert off_the_scale(RANKING.standings, Scale()) == ""
    # a has 5.00, b 4.00 and c 3.00.
    assert off_the_scale(RANKING.standings, Scale(4, 4)) == (
        "Beyond the scale from 4 to 4, which is no error: a, c. What is put in or taken out for strict and mild jurors,"
        " and for criteria without a score, may lead further than a juror can score."
    )
    assert off_the_scale(RANKING.standings, Scale(3, 5)) == ""


def test_grades_and_nominations_without_a_score_are_not_beyond_the_scale() -> None:
    table = {"anna": {"a": (5, 5)}, "bo": {"b": (1, 1)}}
    for method in ("majority", "mean"):
        assert off_the_scale(ranked(table, method=method).standings, Scale()) == ""


def test_without_enough_data_that_is_told_in_the_place_of_a_figure() -> None:
    assert reliability_sentence(Certainty()).startswith("Reliability is not known, not enough data:")


def test_the_contested_are_those_between_a_tenth_and_nine_tenths() -> None:
    known = places(0.95, 0.9, 0.1)
    assert contested_ids(RANKING, known) == ("b", "c")
    assert contested_sentence(RANKING, known) == "In the contested zone: b (90 %), c (10 %)."
    assert contested_sentence(RANKING, places(0.95, 0.05)) == "Nobody is in the contested zone."
    assert contested_sentence(RANKING, Certainty()) == ""


def test_who_is_in_or_out_against_the_probabilities_is_named() -> None:
    # a is in, b and c are out.
    assert contradicted(RANKING, places(0.1, 0.9, 0.0)) == ""
    assert contradicted(RANKING, Certainty()) == ""
    because = " They allow for strict and mild jurors, which the method that ranks does not."
    assert contradicted(RANKING, places(0.09, 0.5, 0.5)) == (
        f"In, though hardly with these probabilities: a.{because}"
    )
    assert contradicted(RANKING, places(0.09, 0.91, 0.99)) == (
        "In, though hardly with these probabilities: a."
        f" Out, though almost surely in with these probabilities: b, c.{because}"
    )
    adjusted = ranked({"anna": {"a": (5, 5), "b": (4, 4), "c": (3, 3)}}, shortlist=1, method="adjusted")
    assert contradicted(adjusted, places(0.09, 0.5, 0.5)) == "In, though hardly with these probabilities: a."


def test_groups_that_share_no_nomination_are_told() -> None:
    assert groups_apart(0) == groups_apart(1) == ""
    assert groups_apart(2).startswith("The jury falls into 2 groups that share no nomination")


def test_by_the_plain_mean_itself_nobody_is_otherwise() -> None:
    assert list(other_by_mean(RANKING)) == []


def test_whose_absence_changes_the_shortlist_is_told() -> None:
    assert list(without_jurors([])) == ["The shortlist is the same whichever single juror is left out."]
    swaps = [("Anna", Swap(("a",), ("b", "c"))), ("Bo", Swap(("a",), ())), ("Carl", Swap((), ("b",)))]
    assert list(without_jurors(swaps)) == [
        "The shortlist would be another one without any one of these 3 jurors:",
        "Without Anna: a would go out, and b, c come in.",
        "Without Bo: a would go out.",
        "Without Carl: b would come in.",
    ]


def test_the_smallest_change_of_weights_is_told() -> None:
    assert radius_sentence(None) == "No weights at all would change the shortlist."
    assert "the least change of them parts a and b" in radius_sentence(WeightsRadius(0.0, "a", "b"))
    assert radius_sentence(WeightsRadius(0.0512, "a", "b")) == (
        "The smallest change of weights that changes the shortlist moves 5.1 % of the whole weight:"
        " then a goes out and b comes in."
    )
