from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from nominate_tui.jury.count import Count
from nominate_tui.model.deliberation import Amendment, Signed
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.certainty import PlaceRange
from nominate_tui.ranking.collecting import collect
from nominate_tui.tui.certainty_told import chance_told, ranking_notices, ranks_told, sure_told
from ranking.rounds import NOON, ballots_of, round_of

Scores = dict[str, dict[str, tuple[int, int]]]

# Nine nominations; anna and bo agree, carl is two steps below both throughout.
HIGH = dict(zip("abcdefghi", (5, 5, 5, 4, 4, 4, 3, 3, 3), strict=True))
AGREED: Scores = {
    "anna": {id: (score, score) for id, score in HIGH.items()},
    "bo": {id: (score, score) for id, score in HIGH.items()},
    "carl": {id: (score - 2, score - 2) for id, score in HIGH.items()},
}


def counted(table: Scores, **more: Any) -> Count:
    """The count of a table of scores."""
    round = round_of("abcdefghi", table, **{"shortlist": 3, **more})
    return Count(round, collect(round, ballots_of(round, table)))


def page(count: Count) -> dict[str, list[str]]:
    """The lines of the page under their headings."""
    parts: dict[str, list[str]] = {}
    for style, line in sure_told(count):
        if style == "strong":
            parts[line] = current = []
        elif line:
            current.append(line)
    return parts


def notices(table: Scores, **more: Any) -> Sequence[str]:
    """What must be known of the ranking of a table."""
    count = counted(table, **more)
    return list(ranking_notices(count.round, count.ranking))


def test_the_page_has_a_part_for_each_question() -> None:
    assert list(page(counted(AGREED))) == [
        "How sure",
        "By the plain mean",
        "Without one of the jurors",
        "With other weights",
        "The jurors, beside this jury",
        "Head to head",
    ]


def test_where_all_agree_the_scores_distinguish_well() -> None:
    told = page(counted(AGREED))
    assert told["How sure"][0].startswith("These scores distinguish the nominations well")
    assert told["How sure"][1] == "Nobody is in the contested zone."
    assert told["Without one of the jurors"] == [
        "The shortlist is the same whichever single juror is left out."
    ]
    # Both criteria have the same scores, so that weights change nothing.
    assert told["With other weights"][0] == "No weights at all would change the shortlist."
    # Three jurors scored all nine: 9 · 8 / 2 pairs.
    assert told["Head to head"] == [
        "Of the best 9, 36 of 36 pairs have at least 3 jurors in common and were compared head to head.",
        "Head to head none of these speaks against the ranking.",
    ]


def test_jurors_are_told_beside_this_jury_and_nothing_follows() -> None:
    told = page(counted(AGREED, method="adjusted"))["The jurors, beside this jury"]
    assert [line.split(" steps ")[1].split(" than ")[0] for line in told if " steps " in line] == [
        "higher",
        "higher",
        "lower",
    ]
    assert "  ! Carl scores clearly lower than the rest of this jury on the same nominations" in told
    assert told[-1].startswith("Nothing follows from this by itself")


def test_who_is_left_out_has_no_figures() -> None:
    count = counted(AGREED)
    amendment = Amendment(WhatIf(left_out=frozenset({"carl"})), WhatIf(), Signed("K", "", NOON))
    decided = replace(count.round.deliberation, amendments=(amendment,))
    told = page(replace(count, round=replace(count.round, deliberation=decided)))
    assert "Carl: left out" in told["The jurors, beside this jury"]


def test_too_little_to_tell_is_told() -> None:
    told = page(counted({"anna": {"a": (5, 5), "b": (3, 3)}}))
    assert told["How sure"][0].startswith("Reliability is not known, not enough data")
    assert told["How sure"][1] == "Too few reviews to tell noise from nominations."
    assert told["With other weights"][-1].startswith("– agreement: not enough data")
    assert told["The jurors, beside this jury"][0] == "Anna: how strict cannot be told"


def test_where_no_pair_can_be_compared_nothing_is_said_to_agree() -> None:
    told = page(counted({"anna": {"a": (5, 5), "b": (3, 3)}, "bo": {"a": (5, 5), "b": (3, 3)}}))
    assert told["Head to head"] == [
        "No pair of the best 2 has 3 jurors in common: nothing can be compared head to head."
    ]


def test_a_score_beyond_the_scale_is_told_to_be_no_error() -> None:
    # anna is a step above bo and carl, and alone with a, to which she gave the lowest.
    table: Scores = {
        "anna": {
            "a": (1, 1),
            **{id: (score, score) for id, score in zip("bcdefghi", (2, 3, 4, 5, 2, 3, 4, 5), strict=True)},
        },
        "bo": {id: (score, score) for id, score in zip("bcdefghi", (1, 2, 3, 4, 1, 2, 3, 4), strict=True)},
        "carl": {id: (score, score) for id, score in zip("bcdefghi", (1, 2, 3, 4, 1, 2, 3, 3), strict=True)},
    }
    count = counted(table, method="adjusted")
    assert count.ranking.standings[-1].overall.startswith("0.")
    assert page(count)["How sure"][-1].startswith("Beyond the scale from 1 to 5, which is no error: a. ")


def test_who_is_in_against_the_probabilities_is_named() -> None:
    count = counted(AGREED)
    inside = count.ranking.shortlist[-1]
    known = replace(count.certainty, places={inside: PlaceRange(0.05, 4, 9)})
    vars(count)["certainty"] = known
    assert page(count)["How sure"][2].startswith(
        f"! In, though hardly with these probabilities: {inside}. They allow for"
    )


def test_nothing_scored_is_told() -> None:
    told = page(counted({"anna": {}}))
    assert told["Head to head"] == ["There are no two nominations to be compared head to head."]
    assert told["With other weights"] == ["Nothing is scored yet."]


def test_a_pair_that_head_to_head_sees_otherwise_is_told() -> None:
    table: Scores = {
        "anna": {"a": (5, 5), "b": (1, 1)},
        "bo": {"a": (3, 3), "b": (4, 4)},
        "carl": {"a": (3, 3), "b": (4, 4)},
        "dora": {"a": (2, 2), "b": (3, 3)},
    }
    assert page(counted(table))["Head to head"][1:] == [
        "a is before b, but head to head b wins: 3 of the jurors who scored both gave it more, 1 gave it less,"
        " 0 the same"
    ]


# Above the ranking


def test_of_a_usual_ranking_nothing_must_be_known_before() -> None:
    assert notices(AGREED) == []


def test_a_method_that_does_not_hold_is_told() -> None:
    told = notices(AGREED, method="trimmed")
    assert told[0].startswith("! the trimmed mean needs 5 reviews of every nomination")


def test_groups_that_share_no_nomination_are_told() -> None:
    apart = {juror: dict(list(given.items())[:5]) for juror, given in AGREED.items()}
    apart |= {"dora": {"h": (3, 3), "i": (4, 4)}, "emil": {"h": (3, 3), "i": (4, 4)}}
    assert notices(apart, method="adjusted")[0].startswith(
        "! The jury falls into 2 groups that share no nomination"
    )


def test_a_juror_who_gave_only_the_lowest_is_told_as_a_probable_error() -> None:
    told = notices({**AGREED, "dora": {"a": (1, 1), "b": (1, 1)}})
    assert told == ["! Only the lowest score throughout, which is probably an error: Dora"]


def test_who_is_in_or_out_by_the_plain_mean_is_told() -> None:
    table: Scores = {
        "anna": {"a": (3, 3), "b": (2, 2)},
        "bo": {"a": (3, 3), "b": (5, 5)},
        "carl": {"a": (2, 2), "b": (2, 2)},
    }
    # Means: a 8/3, b 3. Grades: a 3, b 2.
    assert notices(table, method="majority", shortlist=1) == ["By the plain mean a would be out, and b in"]


def test_what_was_adopted_is_told() -> None:
    count = counted(AGREED)
    amendment = Amendment(WhatIf(shortlist=4), WhatIf(shortlist=3), Signed("K", "", NOON))
    decided = replace(count.round.deliberation, amendments=(amendment,))
    round = replace(count.round, deliberation=decided)
    assert list(ranking_notices(round, count.ranking)) == ["1 amendment adopted, see 4"]


# Cells


@pytest.mark.parametrize(
    ("chance", "told"),
    [(0.004, "<1 %  "), (0.05, "5 %  "), (0.48, "48 % ?"), (0.9, "90 % ?"), (1, ">99 %  ")],
)
def test_what_is_contested_has_a_sign_beside_it(chance: float, told: str) -> None:
    assert chance_told(PlaceRange(chance, 1, 2)) == told


def test_an_interval_of_one_rank_is_that_rank() -> None:
    assert ranks_told(PlaceRange(1, 1, 1)) == "1"
    assert ranks_told(PlaceRange(1, 3, 11)) == "3–11"
