from dataclasses import replace
from typing import Any

import pytest

from export.hostile import hostile_outcome
from export.read_page import Page, read_page
from export.sample import AMENDMENT, amended_outcome, outcome_of
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.page_adopted import adopted_part, changed_rules
from nominate_tui.export.page_method import check_part, method_part
from nominate_tui.export.page_ranking import decisions_part, ranking_part, scores_part
from nominate_tui.export.page_shortlist import shortlist_part, ties_part
from nominate_tui.export.page_sure import sure_part
from nominate_tui.export.why import Why
from nominate_tui.locale import catalogue
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.ranking.certainty import (
    Agreement,
    Certainty,
    PlaceRange,
    Swap,
    WeightInterval,
    WeightsRadius,
)
from ranking.rounds import NOON, Table, ballots_of, round_of

NEAR: Table = {
    "anna": {"a": (5, 4), "b": (4, 4), "c": (2, 5)},
    "bo": {"a": (5, 5), "b": (4, 3), "c": (3, 5)},
}


def outcome(table: Table = NEAR, **more: Any) -> Outcome:
    named = {"shortlist": 2, "seed": "drawn", **more}
    round = round_of(sorted({id for reviews in table.values() for id in reviews}), table, **named)
    return outcome_of(round, ballots_of(round, table))


def known(certainty: Certainty, **more: Any) -> Outcome:
    """An outcome of which this is known."""
    found = outcome(**more)
    found.__dict__["certainty"] = certainty
    return found


def seen(part: Any) -> Page:
    return read_page(part.html)


def texts(part: Any, *names: str) -> list[str]:
    return [each.text for each in seen(part).all(*names)]


def sure(certainty: Certainty) -> list[str]:
    return texts(sure_part(known(certainty)), "p", "li")


def test_the_reliability_is_told_in_a_sentence_with_its_figure() -> None:
    told = sure(Certainty(agreement=Agreement(0.753, 0.4, 1, 0.3, 0.1)))
    assert told[0] == (
        "These scores tell the best from the weakest, but not nominations that are near in the ranking."
        " Reliability of the overall scores: 0.75 of 1."
    )


def test_where_there_is_not_enough_data_no_figure_is_told() -> None:
    assert sure(Certainty())[0] == (
        "Not known, not enough data: it takes three jurors, eight nominations and twenty pairs of reviews of the same"
        " nomination."
    )
    assert sure(Certainty())[1] == (
        "There are too few reviews to tell the noise from the nominations, so nothing is said."
    )


def test_the_contested_zone_is_named_with_whole_percents() -> None:
    places = {
        "a": PlaceRange(0.998, 1, 1),
        "b": PlaceRange(0.9, 1, 3),
        "c": PlaceRange(0.1, 2, 3),
    }
    assert "In the contested zone: b (90\u00a0%), c (10\u00a0%)." in sure(Certainty(places=places))
    certain = {id: PlaceRange(0.999 if id == "a" else 0.001, 1, 1) for id in "abc"}
    assert "Nobody is in the contested zone." in sure(Certainty(places=certain))


def test_who_is_in_against_the_probabilities_is_named() -> None:
    places = {"a": PlaceRange(0.95, 1, 2), "b": PlaceRange(0.05, 2, 3), "c": PlaceRange(0.99, 1, 2)}
    told = (
        "In, though hardly with these probabilities: b. Out, though almost surely in with these probabilities: c."
        " They allow for strict and mild jurors, which the method that ranks does not."
    )
    assert told in sure(Certainty(places=places))


def test_of_how_many_pairs_head_to_head_says_something_is_told() -> None:
    assert sure(Certainty())[-2] == (
        "No pair of the best 3 has 3 jurors in common: nothing can be compared head to head."
    )


def test_the_figure_of_the_reliability_is_in_the_range_of_its_sentence() -> None:
    told = sure(Certainty(agreement=Agreement(0.895, 0.4, 1, 0.3, 0.1)))
    assert told[0].startswith("These scores distinguish most nominations;")
    assert told[0].endswith("Reliability of the overall scores: 0.89 of 1.")


def test_whose_absence_changes_the_shortlist_is_told_by_pseudonym() -> None:
    swaps = {"J1": Swap(("b",), ("c",)), "J2": Swap((), ("c",))}
    assert sure(Certainty(without=swaps))[2:5] == [
        "The shortlist would be another one without any one of these 2 jurors:",
        "Without J1: b would go out, and c come in.",
        "Without J2: c would come in.",
    ]
    assert sure(Certainty(without={"J1": Swap(("b",), ())}))[2:4] == [
        "The shortlist would be another one without one of the jurors:",
        "Without J1: b would go out.",
    ]
    assert sure(Certainty())[2] == "The shortlist is the same whichever single juror is left out."


def test_where_nobody_can_be_left_out_that_is_told() -> None:
    alone = outcome({"anna": {"a": (4, 4), "b": (3, 3)}})
    assert (
        "The ranking was not made again without each juror: there are too many of them, or too few."
        in texts(sure_part(alone), "p")
    )


@pytest.mark.parametrize(
    ("radius", "told"),
    [
        (None, "No weights at all would change the shortlist."),
        (
            WeightsRadius(0.0, "b", "c"),
            "The line hangs on the weights as they are: the least change of them parts b and c.",
        ),
        (
            WeightsRadius(0.0833, "b", "c"),
            "The smallest change of weights that changes the shortlist moves 8.3\u00a0% of the whole weight: then b goes"
            " out and c comes in.",
        ),
    ],
)
def test_how_much_weight_must_move_is_told(radius: WeightsRadius | None, told: str) -> None:
    intervals = {"innovation": WeightInterval(0.5, 1), "spread": WeightInterval(0, 0.5)}
    assert told in sure(Certainty(intervals=intervals, radius=radius))


def test_each_criterion_has_its_weight_the_interval_and_its_alpha() -> None:
    intervals = {"innovation": WeightInterval(2 / 3, 1), "spread": WeightInterval(0, 1 / 3)}
    part = sure_part(known(Certainty(intervals=intervals, alphas={"innovation": 0.412, "spread": None})))
    assert texts(part, "th", "td")[5:] == [
        *("innovation", "75.0\u00a0%", "66.7\u00a0%", "100.0\u00a0%", "0.41"),
        *("spread", "25.0\u00a0%", "0.0\u00a0%", "33.3\u00a0%", "–"),
    ]
    catalogue.use("da")
    assert "66,7\u00a0%" in texts(part := sure_part(known(Certainty(intervals=intervals))), "td")


def test_the_shortlist_and_the_first_ones_out_stand_in_two_tables() -> None:
    found = outcome()
    assert texts(shortlist_part(found, Why(found.round, found.ranking)), "caption") == [
        "In the shortlist, the best first",
        "The first ones out",
    ]


def test_who_has_too_few_reviews_or_stands_for_others_is_told_with_the_reason() -> None:
    found = hostile_outcome(quorum=9)
    why = [
        text
        for text in texts(shortlist_part(found, Why(found.round, found.ranking)), "td")
        if text.endswith(".")
    ]
    assert all(text.endswith("Fewer reviews than the quorum.") for text in why)
    assert sum("It stands for" in text for text in why) == 3


def test_ties_name_everybody_with_the_same_score() -> None:
    found = hostile_outcome()
    assert texts(ties_part(found, Why(found.round, found.ranking)), "li") == [
        "5, 11 both have 3.4.5 is before 11 by the mean on innovation (3.5 against 3.3). ",
        "5 is before 11 by the mean on innovation (3.5 against 3.3). ",
    ]
    none = outcome()
    assert texts(ties_part(none, Why(none.round, none.ranking)), "p") == [
        "No two nominations have the same overall score."
    ]


def test_the_plain_mean_stands_beside_every_other_method() -> None:
    headings = [
        [
            each.text
            for each in seen(ranking_part(outcome(method=method))).all("th")
            if each.attributes["scope"] == "col"
        ]
        for method in ("mean", "adjusted")
    ]
    assert ["Plain mean" in each for each in headings] == [False, True]


def test_states_and_means_of_every_nomination_are_told() -> None:
    found = outcome()
    rows = seen(scores_part(found, Why(found.round, found.ranking))).all("tr")
    # a has 5 and 5 on innovation, 4 and 5 on spread.
    assert rows[1].text == "a Title a5.004.50200000"


def test_the_verdicts_are_told_with_their_reasons() -> None:
    items = texts(decisions_part(hostile_outcome()), "li")
    assert items[0] == '1 and 2 are one initiative. 1 is ranked for 1, 2. 2026-11-22: <b>"one"</b>'
    assert texts(decisions_part(outcome()), "p") == ["No two nominations were decided about."]


def test_texts_that_changed_are_told() -> None:
    bare = round_of("ab", ["anna"])
    changed = Nomination("b", "B", changes=(Change(NOON, ("title",)),))
    round = replace(bare, nominations=Nominations((Nomination("a", "A"), changed)))
    assert texts(decisions_part(outcome_of(round, {})), "p")[1] == (
        "Texts changed after they were taken in first: b. When, and what, stands in ranking.toml."
    )


@pytest.mark.parametrize(
    ("method", "begins"),
    [
        ("mean", "The overall score is the plain mean"),
        (
            "adjusted",
            "The overall score is the mean of the weighted scores of the jurors who count, corrected",
        ),
        ("majority", "By majority judgment a nomination has the grade"),
    ],
)
def test_every_method_is_told_in_words(method: str, begins: str) -> None:
    assert texts(method_part(outcome(method=method)), "p")[1].startswith(begins)


@pytest.mark.parametrize(
    ("scored", "told"),
    [
        (11, ", when 11 reviews had scores: "),
        (1, ", when 1 review had scores: "),
        (0, ", before anything was scored: "),
        (None, "; whether anything was scored by then is not on record: "),
    ],
)
def test_when_rules_were_changed_is_told_and_how_much_was_scored_by_then(
    scored: int | None, told: str
) -> None:
    sentence = f"The rules were changed on 2026-11-22{told}places in the shortlist 2 → 3."
    found = amended_outcome(scored=scored)
    assert list(changed_rules(found)) == [sentence]
    assert [read_page(part.html).all("p")[0].text for part in adopted_part(found)] == [
        f"{sentence} Decided by Karen Holm: one more"
    ]


def test_who_changed_rules_without_a_reason_is_told_to_have_given_none() -> None:
    found = amended_outcome(signed=replace(AMENDMENT.signed, reason=""))
    told = [read_page(part.html).all("p")[0].text for part in adopted_part(found)]
    assert [each.endswith(" Decided by Karen Holm, without a reason.") for each in told] == [True]


def test_rules_that_hold_as_agreed_or_again_are_not_told_to_be_changed() -> None:
    assert list(changed_rules(outcome())) == []
    assert list(changed_rules(amended_outcome(taken_back=AMENDMENT.signed))) == []


def test_scores_beyond_the_scale_are_told_under_the_ranking() -> None:
    found = outcome()
    assert not any(text.startswith("Beyond") for text in texts(ranking_part(found), "p"))
    lower = tuple(replace(row, overall="0.74") for row in found.ranking.standings[-1:])
    found.__dict__["ranking"] = replace(found.ranking, standings=lower)
    assert texts(ranking_part(found), "p")[0].startswith(
        f"Beyond the scale from 1 to 5, which is no error: {lower[0].nomination}. "
    )


def test_who_is_in_or_out_only_by_the_method_is_named() -> None:
    table: Table = {
        "anna": {"a": (5, 5), "b": (1, 1), "c": (1, 1)},
        "bo": {"a": (5, 5), "b": (2, 2), "c": (1, 1)},
        "cy": {"a": (4, 4), "c": (1, 1), "b": (5, 5)},
    }
    found = outcome(table, method="majority", shortlist=1)
    assert "By the plain mean the shortlist is the same." in texts(method_part(found), "p")
    changed = replace(found.ranking, shortlist_by_mean=("c",))
    found.__dict__["ranking"] = changed
    assert "In, and out by the plain mean: a. Out, and in by the plain mean: c." in texts(
        method_part(found), "p"
    )


def test_the_tie_breaks_are_told_in_their_order_and_what_becomes_of_the_rest() -> None:
    part = method_part(outcome(tie_break=("head_to_head", "chair", "lot"), tie_at_line="chair"))
    assert [text.split(":")[0].split(",")[0] for text in texts(part, "li")] == [
        "head to head",
        "the decision of the chair",
        "a lot",
    ]
    assert any(text.endswith("none in it is in until the chair decides.") for text in texts(part, "p"))
    assert "Where scores are equal, nothing separates them." in texts(method_part(outcome(tie_break=())), "p")


def test_unfinished_reviews_are_told_of_where_they_may_count() -> None:
    told = [texts(method_part(outcome(incomplete_reviews=may)), "p")[-5] for may in (False, True)]
    assert [text.partition(".")[0] for text in told] == [
        "A review counts when every criterion is scored or abstained from, and at least half of the weight is scored",
        "A review counts when at least half of the weight is scored; it may be unfinished",
    ]


def test_the_page_says_how_it_can_be_checked_and_from_which_seed_it_was_drawn() -> None:
    (_how, drawn) = texts(check_part(outcome(), "1.2.3"), "p")
    assert drawn == "Jurors stand under pseudonyms (J1, J2 …). Seed: drawn. Written by nominate-tui 1.2.3."
    (_how, undeclared) = texts(check_part(outcome(seed=""), "1.2.3"), "p")
    assert "No seed was declared." in undeclared
