from dataclasses import replace
from typing import Any

from export.hostile import hostile_outcome
from export.sample import outcome_of
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.why import Why, label
from nominate_tui.locale import catalogue
from ranking.rounds import Table, ballots_of, round_of, with_conflict

TABLE: Table = {
    "anna": {"a": (5, 5), "b": (4, 1), "c": (3, 4), "d": (2, 2), "e": (1, 1)},
    "bo": {"a": (5, 5), "b": (4, 1), "c": (3, 4), "d": (2, 2), "e": (1, 1)},
}
"""By three to one b and c are tied at 3.25."""


def outcome(**more: Any) -> Outcome:
    round = round_of("abcdef", TABLE, **more)
    return outcome_of(round, ballots_of(round, TABLE))


def reasons(found: Outcome) -> dict[str, str]:
    why = Why(found.round, found.ranking)
    return {row.nomination: why.of(row) for row in found.ranking.standings}


def test_each_is_in_or_out_by_what_separated_it_from_the_other_side_of_the_line() -> None:
    assert reasons(outcome(shortlist=2)) == {
        "a": "Ahead of c, the first one out, by the overall score (5.00 against 3.25).",
        "b": "Ahead of c, the first one out, by the mean on innovation (4.00 against 3.00).",
        "c": "Behind b, the last one in, by the mean on innovation (4.00 against 3.00).",
        "d": "Behind b, the last one in, by the overall score (3.25 against 2.00).",
        "e": "Behind b, the last one in, by the overall score (3.25 against 1.00).",
        "f": "No review counts, so it has no rank.",
    }


def test_the_same_is_said_in_danish_figures() -> None:
    catalogue.use("da")
    assert "3,25" in reasons(outcome(shortlist=2))["d"]


def test_who_shares_a_rank_across_the_line_is_in_or_waits_for_the_chair() -> None:
    extended = reasons(outcome(shortlist=2, tie_break=()))
    assert (
        extended["b"]
        == "Shares rank 2 with c across the line, and no rule separates them: all of them are in."
    )
    waiting = reasons(outcome(shortlist=2, tie_break=("chair",), tie_at_line="chair"))
    assert waiting["c"] == "Shares rank 2 with b across the line, and the chair has not decided: none is in."
    assert waiting["a"] == "Ahead of b, the first one out, by the overall score (5.00 against 3.25)."


def test_where_there_is_room_for_all_that_is_the_reason() -> None:
    assert reasons(outcome(shortlist=5))["e"] == "There is room for everybody who is ranked."


def test_who_waits_for_a_chair_before_anybody_is_in_says_so() -> None:
    found = reasons(outcome(shortlist=1, tie_break=("chair",), tie_at_line="chair", decimals=0))
    assert found["d"] == "Behind a, the last one in, by the overall score (5 against 2)."


def test_every_rule_has_its_words() -> None:
    table: Table = {juror: {"a": (3, 3), "b": (3, 3)} for juror in ("anna", "bo")}
    table = {**table, "cy": {"a": (3, 3), "b": (2, 4)}}
    weights = {"innovation": 1, "spread": 1}
    by_lowest: Table = {"anna": {"a": (2, 2), "b": (1, 3)}}
    told = []
    for scores, rules, decisions in (
        (table, ("criteria",), ()),
        ({"anna": {"a": (3, 3), "b": (3, 3)}}, ("chair",), [("b", "a")]),
        (by_lowest, ("fewest_lowest",), ()),
        ({"anna": {"a": (3, 3), "b": (3, 3)}}, ("lot",), ()),
        ({"anna": {"a": (3, 3), "b": (2, 2)}, "bo": {"b": (4, 4)}}, ("head_to_head",), ()),
    ):
        round = round_of("ab", scores, weights, tie_break=rules, decisions=decisions, shortlist=1, seed="s")
        found = outcome_of(round, ballots_of(round, scores))
        told.append(Why(found.round, found.ranking).of(found.ranking.standings[0]).partition(" by ")[2])
    assert told == [
        "the mean on innovation (3.00 against 2.67).",
        "the decision of the chair.",
        "a smaller share of lowest scores.",
        "the lot, drawn from the declared seed.",
        "head to head: more of the jurors who scored both placed it higher.",
    ]


def test_the_majority_gauge_separates_the_same_grade() -> None:
    table: Table = {
        juror: {"a": (first, first), "b": (second, second)}
        for juror, first, second in (("anna", 4, 4), ("bo", 5, 4), ("cy", 5, 5), ("di", 3, 3), ("eva", 4, 4))
    }
    round = round_of("ab", table, method="majority", shortlist=1)
    found = outcome_of(round, ballots_of(round, table))
    assert [row.overall for row in found.ranking.standings] == ["4+", "4-"]
    assert Why(found.round, found.ranking).of(found.ranking.standings[0]) == (
        "Ahead of b, the first one out, by the overall score (4+ against 4-)."
    )


def test_the_first_ones_out_are_five_and_all_who_are_contested() -> None:
    found = hostile_outcome(shortlist=1)
    why = Why(found.round, found.ranking)
    assert [row.nomination for row in why.first_out({})] == [row.nomination for row in why.outside[:5]]
    last = why.outside[-1].nomination
    assert [row.nomination for row in why.first_out({last: 0.5})][5:] == [last]


def test_a_nomination_that_nobody_counts_for_is_neither_in_nor_first_out() -> None:
    round = round_of("ab", ["anna"], shortlist=1)
    ballots = with_conflict(ballots_of(round, {"anna": {"a": (3, 3)}}), "anna", "a")
    found = outcome_of(round, ballots)
    why = Why(found.round, found.ranking)
    assert (why.inside, why.outside, why.ranked) == ((), (), ())
    assert {why.of(row) for row in found.ranking.standings} == {"No review counts, so it has no rank."}


def test_a_criterion_has_its_label_in_the_language_spoken() -> None:
    bare = round_of("a", ["anna"])
    innovation = replace(bare.rules.criteria[0], label={"en": "Novelty", "da": "Nyskabelse"})
    rules = replace(bare.rules, criteria=(innovation, bare.rules.criteria[1]))
    assert (label(rules, "innovation"), label(rules, "gone")) == ("Novelty", "gone")
    catalogue.use("da")
    assert label(rules, "innovation") == "Nyskabelse"
