from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from jury.chaired import NOON, SCORING, ballot, chair, stored
from nominate_tui.duplicates.rules import LIMITED, NEAR_TOPIC, RULES
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.moves import moves
from nominate_tui.jury.progress import JurorProgress
from nominate_tui.locale import catalogue
from nominate_tui.model.ballot import Review
from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.duplicate import BY_TOPIC_ALONE, Group, Verdict
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import Juror
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.result import Ranking
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui import chair_words
from nominate_tui.tui.decisions_told import decisions
from nominate_tui.tui.standing_told import standing_told
from ranking.rounds import ballots_of, round_of


def why(desk: ChairDesk, nomination: str) -> str:
    row = desk.ranking().standing(nomination)
    assert row is not None
    return chair_words.why_here(desk.ranking(), row, desk.round, "en")


# Rules, and who stands for whom


def test_every_rule_that_suggests_a_pair_is_told_in_words() -> None:
    assert list(chair_words.RULE_WORDS) == [rule.name for rule in (*RULES, *LIMITED)]


def test_the_lower_tier_is_that_of_the_topic_alone() -> None:
    assert NEAR_TOPIC.name == BY_TOPIC_ALONE


@pytest.mark.parametrize(
    ("verdict", "group", "told"),
    [
        (Verdict("3", "5", "duplicate", "", NOON, "5"), Group(("3", "5"), "5"), "5 stands for both"),
        (Verdict("3", "5", "duplicate", "", NOON), Group(("3", "5"), "3"), "3 stands for both"),
        (
            Verdict("3", "5", "duplicate", "", NOON, "5"),
            Group(("3", "4", "5"), "5"),
            "5 stands for the whole group (3, 4, 5)",
        ),
        (
            Verdict("3", "5", "duplicate", "", NOON, "5"),
            Group(("3", "4", "5"), "4"),
            "4 stands for the whole group (3, 4, 5)",
        ),
        (Verdict("3", "99", "duplicate", "", NOON, "3"), Group(("3",), "3"), ""),
        (Verdict("3", "5", "related", "", NOON), Group(("3",), "3"), ""),
    ],
)
def test_who_stands_for_two_is_the_one_that_is_ranked(verdict: Verdict, group: Group, told: str) -> None:
    assert chair_words.stands_for(verdict, group) == told


def test_a_decision_tells_who_stands_for_the_group_now(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "5", "duplicate", "one wardrobe", "5")
    desk.settle("5", "4", "duplicate", "the choir sings in it", "4")
    assert [decision.what for decision in decisions(desk.round)] == [
        "= 3–5 duplicate, 4 stands for the whole group (3, 4, 5)",
        "= 5–4 duplicate, 4 stands for the whole group (3, 4, 5)",
    ]


def test_a_verdict_from_before_a_text_changed_has_its_sign_among_the_decisions(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "5", "related", "two rooms")
    store = FolderStore(tmp_path)
    changed = (replace(one, title="Coats") if one.id == "3" else one for one in store.nominations())
    store.save_nominations(Nominations(tuple(changed)), ())
    desk.refresh()
    assert [decision.what for decision in decisions(desk.round)] == ["~ 3–5 related ↻"]


def test_a_recusal_without_a_reason_is_told_without_a_gap(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    store = FolderStore(tmp_path)
    store.save_recusals([Recusal("anna", "1", Conflict("personal", ""), "chair", NOON)])
    desk.refresh()
    row = desk.ranking().standing("1")
    assert row is not None
    assert "× Anna Holm: recused" in [text for _style, text in standing_told(desk, row)]


# The effect of a decision


def test_a_verdict_tells_who_stands_for_whom_who_enters_and_how_many_move(tmp_path: Path) -> None:
    moves = chair(tmp_path).effect("3", "5", "duplicate", "3")
    assert chair_words.effect(moves) == (
        "3 stands for 5: rank 4= → 3; 2 enters the shortlist; 2 others move in rank"
    )


def test_a_primary_that_stays_where_it_is_says_so_and_one_other_is_named(tmp_path: Path) -> None:
    # 1 and 5 together: 5.00 from three jurors, alone at rank 1. Only 2 comes up, into the second place.
    moves = chair(tmp_path).effect("1", "5", "duplicate", "1")
    assert (
        chair_words.effect(moves)
        == "1 stands for 5: rank 1= → 1; 2 enters the shortlist; 2 others move in rank"
    )


def test_one_other_that_moves_is_named() -> None:
    # b and c together: (3 + 4 + 4) / 3 = 3.67 in the second place, so that d comes up by one.
    round = round_of("abcd", ("anna", "bo"), shortlist=1)
    table = {"anna": {"a": (5, 5), "b": (3, 3), "c": (4, 4), "d": (1, 1)}, "bo": {"b": (4, 4)}}
    ballots = ballots_of(round, table)
    before = rank(round, ballots, ())
    after = rank(round, ballots, (Group(("b", "c"), "c"),))
    assert chair_words.effect(moves(before, after)) == "c stands for b: rank 2; d moves from rank 4 to 3"


def test_a_verdict_taken_back_tells_who_is_ranked_again(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "5", "duplicate", "one wardrobe")
    assert chair_words.effect(desk.effect("3", "5", None)) == (
        "5 is ranked on its own: rank 1=; 3 is ranked on its own: rank 3 → 4=; 5 enters the shortlist;"
        " 2 leaves the shortlist; 2 others move in rank"
    )


def test_a_primary_that_is_taken_out_is_told_to_be_ranked_on_its_own(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle_group(["3", "4", "5"], "one wardrobe", "5")
    told = chair_words.effect(desk.effect_of_taking_out("5"))
    assert "5 is ranked on its own: rank 3 → 1=" in told
    assert "3 stands for 4" in told


def test_a_verdict_that_changes_nothing_says_so(tmp_path: Path) -> None:
    assert chair_words.effect(chair(tmp_path).effect("3", "5", "related")) == "nothing in the ranking changes"


# Why somebody stands somewhere


def test_the_first_has_nobody_before_it(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("1", "5", "duplicate", "one initiative")
    assert why(desk, "1") == "Nobody is before it"


def test_the_overall_score_separates_with_both_figures(tmp_path: Path) -> None:
    assert why(chair(tmp_path), "2") == "Behind 5 at rank 1= by: overall score (5.00 > 4.00)"


def test_a_shared_rank_says_with_whom_and_what_put_both_behind_the_others(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    assert why(desk, "1") == "Shares rank 1 with 5: no rule separates them"
    assert why(desk, "4") == (
        "Shares rank 4 with 3: no rule separates them. Behind 2 at rank 3 by: overall score (4.00 > 3.00)"
    )


def test_a_criterion_that_separates_is_named_in_the_language_spoken() -> None:
    round = round_of("ab", ("anna",), {"innovation": 1, "spread": 1}, tie_break=("criteria",))
    ranking = rank(round, ballots_of(round, {"anna": {"a": (4, 2), "b": (3, 3)}}), ())
    row = ranking.standing("b")
    assert row is not None
    told = chair_words.why_here(ranking, row, round, "en")
    assert told == "Behind a at rank 1 by: innovation (4.00 > 3.00)"


def test_the_chairs_own_decision_is_named(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.decide_tie(("4", "3"), "it sings")
    assert why(desk, "3") == "Behind 4 at rank 4 by: the chair"


def test_who_has_no_review_has_no_rank(tmp_path: Path) -> None:
    assert why(chair(tmp_path), "6") == "No review counts yet, so it has no rank"


def one_place(scores: dict[str, tuple[int, int]]) -> Ranking:
    round = round_of("abc", ("anna",), shortlist=1)
    return rank(round, ballots_of(round, {"anna": scores}), ())


def test_a_tie_across_the_line_is_told_in_words() -> None:
    assert chair_words.tie_at_the_line(one_place({"a": (4, 4), "b": (4, 4), "c": (1, 1)})) == (
        "a, b share rank 1 across the line and no rule separates them: 2 are in a shortlist of 1"
    )


def test_a_tie_that_the_line_does_not_cut_is_not_told() -> None:
    assert chair_words.tie_at_the_line(one_place({"a": (5, 5), "b": (4, 4), "c": (4, 4)})) == ""


# Everything about one nomination


def test_a_standing_tells_score_why_each_juror_and_each_criterion(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    row = desk.ranking().standing("2")
    assert row is not None
    assert list(standing_told(desk, row)) == [
        ("strong", "3  Garden path"),
        ("line", "2 · Parks"),
        ("", "Overall score 4.00 from 2 jurors; disagreement 0.00"),
        ("dim", "○ 1 not begun  ◐ 0 unfinished  ● 2 finished  – 0 abstained  × 0 recused"),
        ("", "Behind 5 at rank 1= by: overall score (5.00 > 4.00)"),
        ("dim", "How sure this is, is being worked out …"),
        ("", ""),
        ("", "● Anna Holm: 4.00"),
        ("", "● Bo Lind: 4.00"),
        ("", "○ Carl Friis: not begun"),
        ("", ""),
        ("", "4.00  Innovation (75%)"),
        ("", "4.00  Spread (25%)"),
    ]


def test_a_standing_below_the_quorum_says_what_did_not_count_and_why(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    row = desk.ranking().standing("6")
    assert row is not None
    told = list(standing_told(desk, row))
    assert ("alarm", "! Below the quorum: 0 of 2") in told
    assert ("", "◐ Bo Lind: unfinished, 4.00 so far, not counted") in told
    assert ("", "× Carl Friis: recused: my own ward") in told
    assert ("", "–  Innovation (75%)") in told


def test_a_review_that_lacks_a_criterion_tells_what_it_was_given_and_what_it_counts_as(
    tmp_path: Path,
) -> None:
    store = stored(tmp_path)
    abstained = Review("1", {"innovation": 5}, frozenset({"spread"}), changed=NOON)
    seen = store.ballot("bo").mark
    store.save_ballot(ballot("bo", {"2": (4, 4), "3": (3, 3), "4": (3, 3)}, one=abstained), seen)
    desk = ChairDesk(store, lambda: NOON)
    row = desk.ranking().standing("1")
    assert row is not None
    told = list(standing_told(desk, row))
    # Innovation is 35/9 in the mean, spread 30/8: 3/4 · 35/9 + 1/4 · 30/8 + (5 - 35/9) = 4.965.
    assert ("", "● Bo Lind: 5.00, which without the missing criteria counts as 4.97") in told
    assert ("", "● Anna Holm: 5.00") in told


def test_a_primary_tells_what_was_said_of_each_member(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "5", "duplicate", "one wardrobe")
    row = desk.ranking().standing("3")
    assert row is not None
    told = [text for _style, text in standing_told(desk, row)]
    assert "Stands for 5" in told
    assert [text for text in told if "(3)" in text or "(5)" in text] == [
        "● Anna Holm (3): 3.00",
        "● Bo Lind (3): 3.00",
        "○ Carl Friis (3): not begun",
        "● Carl Friis (5): 5.00",
    ]


# Small words


def test_figures_have_two_decimals_in_the_manner_of_the_language() -> None:
    assert chair_words.figure(Fraction(37, 12)) == "3.08"
    assert chair_words.figure(None) == "–"
    catalogue.use("da")
    assert chair_words.figure(Fraction(37, 12)) == "3,08"


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("overall", "overall score"),
        ("criteria:spread", "Spread"),
        ("head_to_head", "head to head"),
        ("fewest_lowest", "fewest lowest"),
        ("lot", "the lot"),
    ],
)
def test_every_rule_has_a_name_for_people(tmp_path: Path, rule: str, told: str) -> None:
    assert chair_words.separator(rule, chair(tmp_path, SCORING).round, "en") == told


@pytest.mark.parametrize(
    ("unfinished", "confirmed", "changed", "outdated", "told"),
    [
        ((), None, None, (), "not confirmed"),
        (("1", "2"), NOON, None, (), "2 unfinished"),
        ((), None, None, ("1", "2"), "2 read before the text changed, not confirmed"),
        (
            ("1",),
            None,
            datetime(2026, 11, 20, 12, tzinfo=UTC),
            (),
            "1 unfinished, not confirmed, last seen 20/11",
        ),
    ],
)
def test_what_a_juror_still_has_to_do_is_told(
    unfinished: tuple[str, ...],
    confirmed: datetime | None,
    changed: datetime | None,
    outdated: tuple[str, ...],
    told: str,
) -> None:
    juror = JurorProgress(Juror("anna", "Anna"), {}, 3, unfinished, confirmed, changed, outdated)
    assert chair_words.waited_for(juror) == told


def test_every_decision_is_listed_the_latest_first(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "5", "duplicate", "one wardrobe")
    desk.recuse("anna", "1", Conflict("personal", "her sister"))
    desk.lock()
    assert [(decision.what, decision.reason) for decision in decisions(desk.round)] == [
        ("The round is locked", "no ballot may change any more"),
        ("= 3–5 duplicate, 3 stands for both", "one wardrobe"),
        ("× Anna Holm is out for 1", "her sister"),
    ]


def test_a_decided_tie_is_listed_with_its_order(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.decide_tie(("4", "3"), "it sings")
    (decision,) = decisions(desk.round)
    assert (decision.what, decision.reason, decision.at) == ("Tie decided: 4 > 3", "it sings", NOON)


def test_a_standing_says_how_sure_it_is_once_that_is_known(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    known = desk.sight.count.certainty
    row = desk.ranking().standing("2")
    assert row is not None
    told = [line for _style, line in standing_told(desk, row)]
    # All jurors agree, so that there is no noise and 2 stands at rank 3 in every draw.
    assert (known.places["2"].rank_low, known.places["2"].rank_high) == (3, 3)
    assert "In the shortlist with <1 %; rank 3 in nine of ten draws" in told
    assert any(line.startswith("With other weights near these it is in with ") for line in told)


@pytest.mark.parametrize(("id", "told"), [("1", "out"), ("2", "in")])
def test_a_standing_says_where_the_plain_mean_has_it(tmp_path: Path, id: str, told: str) -> None:
    rules = SCORING.replace('"mean"', '"majority"').replace("shortlist = 2", "shortlist = 1")
    store = stored(tmp_path, rules)
    # Grades: 1 has 3 (3, 3, 2), 2 has 2 (2, 5, 2). Means: 1 has 8/3, 2 has 3.
    given = {"anna": (3, 2), "bo": (3, 5), "carl": (2, 2)}
    for juror, (one, two) in given.items():
        store.save_ballot(ballot(juror, {"1": (one, one), "2": (two, two)}), store.ballot(juror).mark)
    desk = ChairDesk(store)
    row = desk.ranking().standing(id)
    assert row is not None
    mean = {"1": "2.67", "2": "3.00"}[id]
    lines = [line for _style, line in standing_told(desk, row)]
    assert f"! By the plain mean ({mean}) it would be {told}" in lines


def test_what_was_adopted_and_taken_back_are_two_decisions(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.adopt(WhatIf(shortlist=3), "Karen Holm", "one more")
    desk.take_back("Ib Kold", "voted down")
    assert [(decision.what, decision.reason) for decision in decisions(desk.round)] == [
        ("Adopted: places in the shortlist 2 → 3 (by Karen Holm)", "one more"),
        ("Taken back: places in the shortlist 2 → 3 (by Ib Kold)", "voted down"),
    ]
