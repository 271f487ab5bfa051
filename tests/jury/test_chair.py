from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from jury.chaired import BALLOTS, NOON, OWN_WARD, PRIVATE, SCORING, ballot, chair, stored, write_answers
from nominate_tui.errors import BadInput, NotAllowed
from nominate_tui.export.bundle import FILES
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.moves import Move
from nominate_tui.model.ballot import Review
from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.deliberation import Deliberation, TieDecision
from nominate_tui.model.duplicate import Group, Grouping, Kind, Verdict
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.model.outdated import noted
from nominate_tui.ranking.result import Ranking
from nominate_tui.store.folder import FolderStore


def placed(ranking: Ranking) -> dict[str, str]:
    return {row.nomination: row.printed_rank for row in ranking.standings}


def moved(moves: tuple[Move, ...]) -> dict[str, tuple[str, str]]:
    """Rank before and after; `stood for` where another nomination is ranked for it."""
    ranks = (
        (move.nomination, *(row.printed_rank if row else "stood for" for row in (move.before, move.after)))
        for move in moves
    )
    return {id: (before, after) for id, before, after in ranks}


# What the chair sees


def test_no_private_note_is_ever_at_the_chairs_desk(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    assert PRIVATE in (tmp_path / "data" / "ballots" / "anna.toml").read_text()
    assert {review.note for ballot in desk.sight.ballots.values() for review in ballot.reviews.values()} == {
        ""
    }
    assert PRIVATE not in repr((desk.sight, desk.ranking(), desk.progress(), desk.voices("1")))


def test_the_ranking_is_there_before_anybody_has_confirmed(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    assert placed(desk.ranking()) == {"1": "1=", "5": "1=", "2": "3", "3": "4=", "4": "4=", "6": ""}
    assert desk.progress().confirmed == 0


def test_what_a_juror_writes_meanwhile_is_seen_after_looking_again(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    store = FolderStore(tmp_path)
    store.save_ballot(replace(BALLOTS[0], confirmed=NOON), store.ballot("anna").mark)
    assert desk.progress().confirmed == 0
    desk.refresh()
    assert desk.progress().confirmed == 1


def test_what_was_read_in_a_thread_is_shown_when_it_is_taken(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    before = desk.sight
    store = FolderStore(tmp_path)
    store.save_ballot(replace(BALLOTS[0], confirmed=NOON), store.ballot("anna").mark)
    seen = desk.look_again()
    assert desk.progress().confirmed == 0
    assert desk.take(seen, instead_of=before)
    assert desk.progress().confirmed == 1


def test_looking_again_at_what_has_not_changed_shows_the_same(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    assert desk.look_again() is desk.sight


def test_what_was_read_before_a_decision_does_not_hide_it(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    before, seen = desk.sight, desk.look_again()
    desk.settle("3", "5", "duplicate", "one wardrobe")
    assert not desk.take(seen, instead_of=before)
    assert [verdict.pair for verdict in desk.round.verdicts] == [{"3", "5"}]


def test_those_who_still_have_something_to_do_are_missing(tmp_path: Path) -> None:
    store = stored(tmp_path)
    all_done = dict.fromkeys("123456", (3, 3))
    store.save_ballot(replace(ballot("anna", all_done), confirmed=NOON), store.ballot("anna").mark)
    store.save_ballot(ballot("bo", all_done), store.ballot("bo").mark)
    missing = ChairDesk(store).missing()
    assert [(each.juror.id, each.unfinished) for each in missing] == [
        ("bo", ()),
        ("carl", ("1", "2", "3", "4")),
    ]


def test_a_ballot_that_cannot_be_read_is_told_and_the_others_count(tmp_path: Path) -> None:
    stored(tmp_path)
    (tmp_path / "data" / "ballots" / "carl.toml").write_text("this is = not TOML =")
    desk = ChairDesk(FolderStore(tmp_path))
    assert len(desk.problems) == 1
    assert "carl.toml" in desk.problems[0].where
    assert desk.progress().problems == 1
    assert placed(desk.ranking()) == {"1": "1", "2": "2", "3": "3=", "4": "3=", "5": "", "6": ""}


def test_a_round_that_cannot_be_read_is_not_opened(tmp_path: Path) -> None:
    stored(tmp_path)
    (tmp_path / "scoring.toml").write_text("[round]\nid = 7\n")
    with pytest.raises(BadInput):
        ChairDesk(FolderStore(tmp_path))


def test_each_jurors_word_on_a_nomination_is_known_to_the_chair(tmp_path: Path) -> None:
    voices = chair(tmp_path).voices("6")
    assert [(v.juror.id, v.state, v.weighted, v.counted, v.conflict) for v in voices] == [
        ("anna", "missing", None, False, None),
        ("bo", "unfinished", 4, False, None),
        ("carl", "recused", None, False, OWN_WARD),
    ]


def test_who_scored_before_the_text_changed_is_known_to_the_chair(tmp_path: Path) -> None:
    store = stored(tmp_path)
    change = Change(NOON + timedelta(hours=1), ("title",))
    changed = (replace(one, changes=(change,)) if one.id == "6" else one for one in store.nominations())
    store.save_nominations(Nominations(tuple(changed)), ())
    desk = ChairDesk(store)
    assert [voice.outdated for voice in desk.voices("6")] == [None, change, None]
    assert [voice.outdated for voice in desk.voices("1")] == [None, None, None]
    desk.recuse("bo", "6", OWN_WARD)
    assert [voice.outdated for voice in desk.voices("6")] == [None, None, None]


# Pairs


def test_a_suggested_pair_is_open_until_it_is_settled(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    assert [(pair.a, pair.b, pair.verdict) for pair in desk.pairs()] == [("3", "5", None)]
    desk.settle("3", "5", "related", "two towns")
    assert [(pair.a, pair.b, pair.verdict and pair.verdict.kind) for pair in desk.pairs()] == [
        ("3", "5", "related")
    ]


def test_a_pair_that_nothing_suggested_can_be_settled_and_is_listed_in_the_order_of_the_round(
    tmp_path: Path,
) -> None:
    desk = chair(tmp_path)
    desk.settle("4", "2", "distinct", "nothing in common")
    assert [(pair.a, pair.b, pair.suggestion is None) for pair in desk.pairs()] == [
        ("3", "5", False),
        ("2", "4", True),
    ]


def test_nominations_are_compared_once(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    first = desk.suggestions()
    desk.settle("3", "5", "related", "two towns")
    desk.refresh()
    assert desk.suggestions() is first


def test_a_verdict_is_on_the_disk_with_its_time_and_binds_the_ranking(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "5", "duplicate", "  one wardrobe ", primary="5")
    verdict = Verdict("3", "5", "duplicate", "one wardrobe", NOON, primary="5")
    stored = FolderStore(tmp_path).round()
    assert stored.verdicts == (noted(verdict, stored.nominations),)
    assert desk.groups() == (Group(("3", "5"), "5"),)
    assert placed(desk.ranking()) == {"1": "1", "2": "2", "5": "3", "4": "4", "6": ""}


def test_after_each_decision_the_progress_is_what_counting_anew_says(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    decisions: tuple[Callable[[], object], ...] = (
        lambda: desk.settle("3", "5", "duplicate", "one cupboard"),
        lambda: desk.settle("3", "1", "duplicate", "one cupboard", primary="1"),
        lambda: desk.take_out("5", "another ward"),
        lambda: desk.settle("2", "6", "duplicate", "one ferry"),
    )
    for decide in decisions:
        before = desk.progress()
        if decide is decisions[-1]:
            ChairDesk(FolderStore(tmp_path), lambda: NOON).recuse("bo", "4", OWN_WARD)
        decide()
        assert before != desk.progress() == ChairDesk(FolderStore(tmp_path)).progress()


def test_a_verdict_given_anew_keeps_its_primary(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "5", "duplicate", "One kitchen", primary="5")
    desk.settle("3", "5", "duplicate", "Read again")
    assert [(each.reason, each.primary) for each in desk.round.verdicts] == [("Read again", "5")]


def test_without_a_primary_the_first_of_two_duplicates_stands_for_both(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("5", "3", "duplicate", "one wardrobe")
    assert desk.groups() == (Group(("3", "5"), "5"),)


def test_the_effect_of_a_verdict_is_known_before_it_is_given_and_told_after(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    foreseen = desk.effect("3", "5", "duplicate", "3")
    # 3 and 5 together: (3 + 3 + 5) / 3 = 3.67, between 2 (4.00) and 4 (3.00).
    assert moved(foreseen) == {
        "1": ("1=", "1"),
        "2": ("3", "2"),
        "3": ("4=", "3"),
        "4": ("4=", "4"),
        "5": ("1=", "stood for"),
    }
    assert [(m.nomination, m.enters, m.leaves) for m in foreseen if m.enters or m.leaves] == [
        ("2", True, False),
        ("5", False, True),
    ]
    assert desk.round.verdicts == ()
    assert desk.settle("3", "5", "duplicate", "one wardrobe", "3") == foreseen


@pytest.mark.parametrize("kind", ["related", "distinct"])
def test_a_verdict_that_joins_nobody_moves_nobody(tmp_path: Path, kind: Kind) -> None:
    desk = chair(tmp_path)
    assert desk.effect("3", "5", kind) == ()
    assert desk.settle("3", "5", kind, "two towns") == ()


def test_a_verdict_taken_back_leaves_everything_as_it_was(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    before = desk.ranking()
    desk.settle("3", "5", "duplicate", "one wardrobe")
    foreseen = desk.effect("5", "3", None)
    assert moved(foreseen)["5"] == ("stood for", "1=")
    assert desk.withdraw("5", "3") == foreseen
    assert desk.ranking() == before
    assert FolderStore(tmp_path).round().verdicts == ()


def test_a_new_verdict_on_a_pair_replaces_the_old_one(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "5", "duplicate", "one wardrobe")
    desk.settle("5", "3", "distinct", "two towns")
    assert [(v.kind, v.reason) for v in FolderStore(tmp_path).round().verdicts] == [("distinct", "two towns")]


def test_verdicts_that_contradict_one_another_are_told(tmp_path: Path) -> None:
    desk = ChairDesk(contradicting(tmp_path))
    assert [(set(verdict.pair), set(group.members)) for verdict, group in desk.sight.contradictions] == [
        ({"3", "4"}, {"3", "4", "5"})
    ]


def contradicting(folder: Path) -> FolderStore:
    """A round in which 3, 5 and 4 are one, and a verdict that was written by hand calls 3 and 4 distinct."""
    store = stored(folder)
    joining = (
        Verdict("3", "5", "duplicate", "one", NOON, "3"),
        Verdict("5", "4", "duplicate", "two", NOON, "5"),
    )
    store.save_verdicts((*joining, Verdict("3", "4", "distinct", "by hand", NOON)))
    return store


def test_two_that_earlier_verdicts_make_one_cannot_be_called_distinct(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "5", "duplicate", "one wardrobe")
    desk.settle("5", "4", "duplicate", "the choir sings in it")
    desk.settle("4", "1", "duplicate", "on the ferry")
    with pytest.raises(NotAllowed) as refusal:
        desk.settle("3", "4", "distinct", "a choir is no wardrobe")
    assert (refusal.value.message, refusal.value.todo) == (
        "3 and 4 cannot be distinct: earlier verdicts make them one (3–5, 5–4)",
        "take one of these verdicts back first",
    )
    assert len(FolderStore(tmp_path).round().verdicts) == 3


def test_two_cannot_be_duplicates_where_that_would_join_others_that_are_called_distinct(
    tmp_path: Path,
) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "4", "distinct", "a choir is no wardrobe")
    desk.settle("3", "5", "duplicate", "one wardrobe")
    with pytest.raises(NotAllowed) as refusal:
        desk.settle("5", "4", "duplicate", "the choir sings in it")
    assert (refusal.value.message, refusal.value.todo) == (
        "5 and 4 cannot be duplicates: that would join 3 and 4, which a verdict calls distinct",
        "take the verdict on 3–4 back first",
    )
    with pytest.raises(NotAllowed):
        desk.must_allow("4", "5", "duplicate")


def test_a_verdict_of_another_chair_is_not_contradicted_either(tmp_path: Path) -> None:
    desk, other = chair(tmp_path), ChairDesk(FolderStore(tmp_path))
    other.settle("3", "5", "duplicate", "one wardrobe")
    other.settle("5", "4", "duplicate", "the choir sings in it")
    desk.must_allow("3", "4", "distinct")
    with pytest.raises(NotAllowed):
        desk.settle("3", "4", "distinct", "a choir is no wardrobe")


def test_a_contradiction_written_by_hand_does_not_keep_the_chair_from_other_verdicts(tmp_path: Path) -> None:
    desk = ChairDesk(contradicting(tmp_path))
    desk.settle("3", "1", "duplicate", "one more")
    desk.settle("2", "6", "distinct", "a garden is no table")
    assert len(FolderStore(tmp_path).round().verdicts) == 5


# What is wrong in the round's own files


def test_what_names_nobody_and_what_contradicts_itself_is_among_the_problems(tmp_path: Path) -> None:
    store = contradicting(tmp_path)
    store.save_verdicts((*store.round().verdicts, Verdict("3", "99", "related", "gone", NOON)))
    store.save_recusals([Recusal("zoe", "98", OWN_WARD, "chair", NOON)])
    desk = ChairDesk(store)
    assert [(problem.where, problem.field) for problem in desk.problems] == [
        ("data/duplicates.toml:22", "verdict[4].pair"),
        ("data/duplicates.toml:17", "verdict[3].verdict"),
        ("data/recusals.toml:2", "recusal[1].juror"),
        ("data/recusals.toml:3", "recusal[1].nomination"),
    ]
    assert desk.progress().problems == 4


def test_what_is_only_a_warning_in_the_rounds_own_files_is_left_to_check(tmp_path: Path) -> None:
    store = stored(tmp_path, SCORING.replace("quorum = 2", "quorum = 7"))
    assert [problem.severity for problem in store.settled_problems()] == ["warning"] * 2
    assert ChairDesk(store).problems == ()


def test_a_problem_is_gone_as_soon_as_the_verdict_is_taken_back(tmp_path: Path) -> None:
    desk = ChairDesk(contradicting(tmp_path))
    before = desk.problems
    desk.withdraw("3", "4")
    assert [len(before), len(desk.problems)] == [1, 0]


def test_a_problem_in_the_round_stops_the_export_as_one_in_a_ballot_does(tmp_path: Path) -> None:
    desk = ChairDesk(contradicting(tmp_path))
    with pytest.raises(BadInput):
        desk.export(tmp_path / "result")
    assert len(desk.export(tmp_path / "result", leave_out=True)) == len(FILES)


def test_what_another_chair_decides_meanwhile_is_seen_after_looking_again(tmp_path: Path) -> None:
    desk, other = chair(tmp_path), ChairDesk(FolderStore(tmp_path))
    before = desk.sight
    other.settle("1", "2", "distinct", "a ferry is no garden")
    other.recuse("anna", "1", OWN_WARD)
    other.decide_tie(("4", "3"), "it sings")
    assert desk.take(desk.look_again(), instead_of=before)
    assert desk.round == other.round


def test_a_locked_round_can_still_be_settled(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.lock()
    desk.settle("3", "5", "duplicate", "one wardrobe")
    assert len(FolderStore(tmp_path).round().verdicts) == 1


REFUSED: list[tuple[str, Callable[[ChairDesk], object]]] = [
    ("A reason is needed", lambda desk: desk.settle("3", "5", "related", " ")),
    ("A nomination is not a duplicate of itself", lambda desk: desk.settle("3", "3", "duplicate", "why")),
    ("There is no nomination 99", lambda desk: desk.settle("3", "99", "duplicate", "why")),
    ("4 is not among 3, 5", lambda desk: desk.settle("3", "5", "duplicate", "why", "4")),
    ("4 is not among 3, 5", lambda desk: desk.effect("3", "5", "duplicate", "4")),
    ("There is no verdict on 3 and 5", lambda desk: desk.withdraw("3", "5")),
    ("A reason is needed", lambda desk: desk.decide_tie(("3", "4"), "")),
    ("There is no nomination 99", lambda desk: desk.decide_tie(("3", "99"), "why")),
    (
        "Only nominations that share a rank can be put in an order",
        lambda desk: desk.decide_tie(("1", "2"), "why"),
    ),
    (
        "Only nominations that share a rank can be put in an order",
        lambda desk: desk.decide_tie(("3",), "why"),
    ),
    (
        "Only nominations that share a rank can be put in an order",
        lambda desk: desk.decide_tie(("3", "4", "3"), "why"),
    ),
    ("zoe is not a juror of this round", lambda desk: desk.recuse("zoe", "1", OWN_WARD)),
    ("There is no nomination 99", lambda desk: desk.recuse("anna", "99", OWN_WARD)),
    ("A reason is needed", lambda desk: desk.recuse("anna", "1", Conflict("personal", ""))),
    ("Nobody took carl out for nomination 6", lambda desk: desk.unrecuse("carl", "6")),
]


@pytest.mark.parametrize(("because", "decision"), REFUSED)
def test_a_decision_against_the_rules_is_refused_and_nothing_is_written(
    tmp_path: Path, because: str, decision: Callable[[ChairDesk], object]
) -> None:
    desk = chair(tmp_path)
    before = FolderStore(tmp_path).round()
    with pytest.raises(NotAllowed) as refusal:
        decision(desk)
    assert refusal.value.message == because
    assert FolderStore(tmp_path).round() == before


# Ties, recusals, the lock


def test_a_decided_tie_is_stored_with_its_reason_and_separates(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.decide_tie(("4", "3"), "it sings")
    decision = TieDecision(("4", "3"), "it sings", NOON)
    assert FolderStore(tmp_path).round().deliberation == Deliberation(ties=(decision,))
    assert placed(desk.ranking()) == {"1": "1=", "5": "1=", "2": "3", "4": "4", "3": "5", "6": ""}
    row = desk.ranking().standing("3")
    assert row is not None
    assert row.separated_by == "chair"


def test_a_tie_can_be_decided_again_and_the_later_decision_counts(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.decide_tie(("4", "3"), "it sings")
    desk.decide_tie(("3", "4"), "it warms")
    ranks = placed(desk.ranking())
    assert (ranks["3"], ranks["4"]) == ("4", "5")


def test_a_round_whose_rules_leave_no_tie_to_the_chair_refuses(tmp_path: Path) -> None:
    desk = chair(tmp_path, SCORING.replace('["criteria", "chair"]', '["criteria"]'))
    with pytest.raises(NotAllowed) as refusal:
        desk.decide_tie(("3", "4"), "it warms")
    assert refusal.value.message == "The rules of this round leave no tie to the chair"


def test_what_stands_under_its_primary_is_in_no_tie(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("1", "5", "duplicate", "one initiative")
    with pytest.raises(NotAllowed):
        desk.decide_tie(("1", "5"), "why")


def test_a_juror_taken_out_by_the_chair_no_longer_counts(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.recuse("anna", "1", Conflict("personal", " her sister "))
    recusal = Recusal("anna", "1", Conflict("personal", "her sister"), "chair", NOON)
    assert FolderStore(tmp_path).round().recusals == (recusal,)
    row = desk.ranking().standing("1")
    assert row is not None
    assert row.n == 1


def test_a_second_recusal_of_the_same_replaces_the_first(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.recuse("anna", "1", Conflict("personal", "her sister"))
    desk.recuse("anna", "2", OWN_WARD)
    desk.recuse("anna", "1", OWN_WARD)
    stored = [(r.nomination, r.conflict.reason) for r in FolderStore(tmp_path).round().recusals]
    assert stored == [("2", "my own ward"), ("1", "my own ward")]


def test_a_juror_who_is_let_in_again_counts_again(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    before = desk.ranking()
    desk.recuse("anna", "1", OWN_WARD)
    desk.unrecuse("anna", "1")
    assert desk.ranking() == before
    assert FolderStore(tmp_path).round().recusals == ()


def test_a_lock_keeps_its_first_time_until_the_round_is_opened(tmp_path: Path) -> None:
    store = stored(tmp_path)
    times = iter([NOON, NOON.replace(hour=13), NOON.replace(hour=14)])
    desk = ChairDesk(store, lambda: next(times))
    desk.lock()
    desk.lock()
    assert FolderStore(tmp_path).round().deliberation.locked == NOON
    desk.unlock()
    assert desk.round.deliberation.locked is None
    desk.lock()
    assert desk.round.deliberation.locked == NOON.replace(hour=13)


def test_decisions_of_another_session_are_kept(tmp_path: Path) -> None:
    desk, other = chair(tmp_path), ChairDesk(FolderStore(tmp_path), lambda: NOON)
    other.settle("1", "2", "distinct", "a ferry is no garden")
    other.lock()
    desk.settle("3", "5", "related", "two towns")
    desk.decide_tie(("3", "4"), "it warms")
    round = FolderStore(tmp_path).round()
    assert [verdict.kind for verdict in round.verdicts] == ["distinct", "related"]
    assert round.deliberation.locked == NOON
    assert desk.round == round


# The result


def test_the_result_is_written_and_its_files_are_named(tmp_path: Path) -> None:
    files = chair(tmp_path).export(tmp_path / "result")
    assert sorted(file.name for file in files) == sorted(FILES)
    assert sorted(files) == sorted((tmp_path / "result").iterdir())


def test_no_name_and_no_note_is_in_the_result_unless_names_are_asked_for(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    without = b"".join(file.read_bytes() for file in desk.export(tmp_path / "without"))
    named = b"".join(file.read_bytes() for file in desk.export(tmp_path / "named", with_names=True))
    assert (b"Anna Holm" in without, b"Anna Holm" in named) == (False, True)
    assert PRIVATE.encode() not in without + named


def test_what_is_exported_is_what_is_in_the_store(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    store = FolderStore(tmp_path)
    better = ballot("carl", {"6": (5, 5)}, five=Review("5", conflict=OWN_WARD, changed=NOON))
    store.save_ballot(better, store.ballot("carl").mark)
    desk.export(tmp_path / "result")
    assert desk.ranking().shortlist == ("1", "6")


def test_a_broken_ballot_stops_the_export_unless_it_is_left_out(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    (tmp_path / "data" / "ballots" / "carl.toml").write_text("this is = not TOML =")
    with pytest.raises(BadInput) as refusal:
        desk.export(tmp_path / "result")
    assert refusal.value.problems == desk.problems
    assert not (tmp_path / "result").exists()
    assert len(desk.export(tmp_path / "result", leave_out=True)) == len(FILES)


# Whole groups


def test_a_group_is_settled_at_once_and_its_effect_is_known_before(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    foreseen = desk.effect_of_group(["3", "5", "6"], "5")
    assert desk.round.verdicts == ()
    assert desk.settle_group(["3", "5", "6"], "one wardrobe", "5") == foreseen
    assert desk.groups() == (Group(("3", "5", "6"), "5"),)
    assert FolderStore(tmp_path).round().verdicts == desk.round.verdicts
    assert [each.at for each in FolderStore(tmp_path).round().verdicts] == [NOON, NOON]


def test_a_member_is_taken_out_of_a_group_and_its_effect_is_known_before(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle_group(["3", "5", "6"], "one wardrobe")
    foreseen = desk.effect_of_taking_out("3", "6")
    assert desk.take_out("3", "another house", primary="6") == foreseen
    assert desk.groups() == (Group(("5", "6"), "6"),)
    assert FolderStore(tmp_path).round().verdicts == desk.round.verdicts
    assert {each.kind for each in desk.round.verdicts if "3" in each.pair} == {"distinct"}


def test_what_a_verdict_keeps_apart_is_not_settled_as_one(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "6", "distinct", "two houses")
    before = desk.round.verdicts
    with pytest.raises(NotAllowed):
        desk.settle_group(["3", "5", "6"], "one wardrobe")
    assert FolderStore(tmp_path).round().verdicts == before


def test_a_group_is_settled_on_the_verdicts_that_are_stored_now(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    ChairDesk(FolderStore(tmp_path), lambda: NOON).settle("3", "6", "distinct", "two houses")
    with pytest.raises(NotAllowed):
        desk.settle_group(["3", "5", "6"], "one wardrobe")


def test_suggestions_speak_for_groups_until_they_are_settled(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    assert [group.members for group in desk.grouping().groups] == [("3", "5")]
    desk.settle_group(["3", "5"], "one wardrobe")
    assert desk.grouping() == Grouping()


def test_a_new_nomination_is_compared_with_a_settled_group(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("3", "5", "duplicate", "one wardrobe", "5")
    store = FolderStore(tmp_path)
    more = replace(store.nominations()["3"], id="7")
    store.save_nominations(Nominations((*store.nominations(), more)), ())
    desk.refresh()
    found = [(pair.a, pair.b, pair.open, pair.groups.get(pair.a)) for pair in desk.pairs()]
    group = Group(("3", "5"), "5")
    assert sorted(found) == [
        ("3", "5", False, group),
        ("3", "7", False, group),
        ("5", "7", True, group),
    ]
    assert [(each.members, each.primary) for each in desk.grouping().groups] == [(("3", "5", "7"), "5")]


def test_a_verdict_from_before_a_text_changed_is_shown_again_until_it_is_renewed(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("2", "4", "distinct", "nothing in common")
    store = FolderStore(tmp_path)
    change = Change(NOON + timedelta(hours=1), ("answers.purpose",))
    changed = (
        replace(one, answers={"purpose": "Other words"}, changes=(change,)) if one.id == "4" else one
        for one in store.nominations()
    )
    store.save_nominations(Nominations(tuple(changed)), ())
    later = ChairDesk(store, lambda: NOON + timedelta(hours=2))
    assert [(pair.a, pair.outdated, pair.open) for pair in later.pairs()] == [
        ("3", False, True),
        ("2", True, True),
    ]
    assert later.settle("2", "4", "distinct", "nothing in common") == ()
    assert [(pair.a, pair.outdated, pair.open) for pair in later.pairs()] == [
        ("3", False, True),
        ("2", False, False),
    ]


def retold(folder: Path, *ids: str) -> None:
    """Write other answers into these nominations, by hand."""
    write_answers(folder, {id: f"Other words of {id}" for id in ids})


def outdated(folder: Path) -> list[tuple[str, str]]:
    """The pairs whose verdicts are from before a text changed."""
    return [(pair.a, pair.b) for pair in chair_later(folder).pairs() if pair.outdated]


def chair_later(folder: Path) -> ChairDesk:
    return ChairDesk(FolderStore(folder), lambda: NOON + timedelta(hours=2))


def test_a_verdict_is_of_the_texts_that_the_chair_read(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    retold(tmp_path, "4")
    desk.settle("2", "4", "distinct", "nothing in common")
    assert outdated(tmp_path) == [("2", "4")]
    chair_later(tmp_path).settle("2", "4", "distinct", "nothing in common")
    assert outdated(tmp_path) == []


@pytest.mark.parametrize("how", ["settle", "settle_group", "take_out"])
def test_the_texts_that_were_read_may_be_older_than_what_was_seen_last(tmp_path: Path, how: str) -> None:
    desk = chair(tmp_path)
    if how == "take_out":
        desk.settle("3", "4", "duplicate", "one room")
    read = desk.round.nominations
    retold(tmp_path, "4")
    desk.refresh()
    if how == "settle":
        desk.settle("3", "4", "related", "two rooms", seen=read)
    elif how == "settle_group":
        desk.settle_group(["3", "4"], "one room", seen=read)
    else:
        desk.take_out("4", "two rooms", seen=read)
    assert outdated(tmp_path) == [("3", "4")]


def test_another_primary_renews_no_verdict(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle_group(["1", "2", "4"], "one choir")
    retold(tmp_path, "2")
    assert outdated(tmp_path) == [("1", "2")]
    chair_later(tmp_path).settle("1", "4", "duplicate", "one choir still", "2")
    assert [group.primary for group in chair_later(tmp_path).groups()] == ["2"]
    assert outdated(tmp_path) == [("1", "2")]


def test_who_stays_when_another_is_taken_out_is_as_outdated_as_before(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    for other in ("1", "2", "6"):
        desk.settle("4", other, "duplicate", f"one with {other}", "4")
    retold(tmp_path, "2")
    assert outdated(tmp_path) == [("2", "4")]
    chair_later(tmp_path).take_out("4", "another choir")
    assert [group.members for group in chair_later(tmp_path).groups()] == [("1", "2", "6")]
    assert outdated(tmp_path) == [("1", "2")]


def test_what_cannot_be_is_said_before_who_is_to_stand_for_it(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle_group(["1", "2"], "one")
    desk.settle_group(["3", "5"], "one")
    desk.settle("2", "3", "related", "neighbours")
    with pytest.raises(NotAllowed, match="would join 2 and 3"):
        desk.settle("1", "5", "duplicate", "one")


def test_what_was_judged_twice_is_known_to_the_chair(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    assert desk.reliability().reviews == ()
    desk.settle("3", "5", "duplicate", "one wardrobe")
    # anna and bo gave 3 to 3, and carl gave 5 to 5.
    assert [(each.jurors, each.difference) for each in desk.reliability().reviews] == [
        (("anna", "carl"), Fraction(2)),
        (("bo", "carl"), Fraction(2)),
    ]


def test_settled_pairs_are_known_before_anything_is_compared(tmp_path: Path) -> None:
    desk = chair(tmp_path)
    desk.settle("1", "2", "related", "both at night")
    assert [(pair.a, pair.b, pair.suggestion) for pair in desk.pairs_so_far()] == [("1", "2", None)]
    assert not desk.compared
