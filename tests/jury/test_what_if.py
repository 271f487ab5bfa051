"""What if: tried beside the ranking that stands, adopted, taken back.

Innovation counts 3, spread 1, unless something else is tried; the shortlist has two places. What is scored:

    nomination   anna         bo           carl        overall
    1            5 1 → 4.0    5 1 → 4.0    -           4.00
    2            3 5 → 3.5    3 5 → 3.5    -           3.50
    3            2 2 → 2.0    4 4 → 4.0    -           3.00
    5            -            -            5 5 → 5.0   5.00
"""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from jury.chaired import NOON, SCORING, ballot, nominations
from nominate_tui.errors import NotAllowed
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.moves import moves
from nominate_tui.model.deliberation import Amendment, Signed
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.result import Ranking
from nominate_tui.store.folder import FolderStore

REASON = "the meeting agreed"
WIDER = WhatIf(weights={"spread": Fraction(3)})
WITHOUT_CARL = WhatIf(left_out=frozenset({"carl"}))
APART = WhatIf(set_aside=frozenset({frozenset({"3", "5"})}))
BALLOTS = (
    ballot("anna", {"1": (5, 1), "2": (3, 5), "3": (2, 2)}),
    ballot("bo", {"1": (5, 1), "2": (3, 5), "3": (4, 4)}),
    ballot("carl", {"5": (5, 5)}),
)


@pytest.fixture
def desk(tmp_path: Path) -> ChairDesk:
    (tmp_path / "scoring.toml").write_text(SCORING, encoding="utf-8")
    store = FolderStore(tmp_path)
    store.save_nominations(nominations(), ())
    for each in BALLOTS:
        store.save_ballot(each, "")
    return ChairDesk(store, lambda: NOON)


def again(desk: ChairDesk, tmp_path: Path) -> ChairDesk:
    """Another desk at the round as it lies on the disk."""
    return ChairDesk(FolderStore(tmp_path), lambda: NOON)


def overall(ranking: Ranking) -> dict[str, str]:
    """The printed score of everything that is ranked, the best first."""
    return {row.nomination: row.overall for row in ranking.standings if row.rank}


STANDING = {"5": "5.00", "1": "4.00", "2": "3.50", "3": "3.00"}


def test_the_ranking_that_stands_is_by_what_was_agreed(desk: ChairDesk) -> None:
    assert overall(desk.ranking()) == STANDING
    assert desk.ranking().shortlist == ("5", "1")


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        # Equal weights: 1 has (5 + 1)/2, 2 has (3 + 5)/2.
        (WIDER, {"5": "5.00", "2": "4.00", "1": "3.00", "3": "3.00"}),
        (WITHOUT_CARL, {"1": "4.00", "2": "3.50", "3": "3.00"}),
        (WhatIf(left_out=frozenset({"anna", "carl"})), {"1": "4.00", "3": "4.00", "2": "3.50"}),
        (WhatIf(), STANDING),
    ],
)
def test_weights_and_jurors_are_tried(desk: ChairDesk, what: WhatIf, expected: dict[str, str]) -> None:
    assert overall(desk.try_out(what).ranking) == expected


def test_the_number_of_places_is_tried(desk: ChairDesk) -> None:
    assert desk.try_out(WhatIf(shortlist=1)).ranking.shortlist == ("5",)
    assert desk.try_out(WhatIf(shortlist=3)).ranking.shortlist == ("5", "1", "2")


def test_another_method_is_tried(desk: ChairDesk) -> None:
    tried = desk.try_out(WhatIf(method="majority")).ranking
    assert tried.method == "majority"
    assert tried.standings[0].overall[0] == "5"


def test_a_verdict_is_set_aside_on_trial(desk: ChairDesk) -> None:
    desk.settle("3", "5", "duplicate", "one wardrobe")
    # anna 2, bo 4, carl 5: 11/3.
    assert overall(desk.ranking()) == {"1": "4.00", "3": "3.67", "2": "3.50"}
    assert overall(desk.try_out(APART).ranking) == STANDING


def test_what_is_tried_tells_who_moves(desk: ChairDesk) -> None:
    found = moves(desk.ranking(), desk.try_out(WIDER).ranking)
    assert [(move.nomination, move.enters, move.leaves) for move in found] == [
        ("2", True, False),
        ("1", False, True),
    ]


def test_nothing_of_what_is_tried_is_stored(desk: ChairDesk, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.toml")}
    for what in (WIDER, WITHOUT_CARL, WhatIf(method="majority", shortlist=1)):
        assert desk.try_out(what).ranking.standings
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.toml")} == before
    assert overall(desk.ranking()) == STANDING


def test_a_method_that_does_not_hold_says_so(desk: ChairDesk) -> None:
    refused = desk.try_out(WhatIf(method="trimmed")).ranking.refused
    assert refused is not None
    assert "needs 5 reviews" in refused.message


@pytest.mark.parametrize(
    ("what", "why"),
    [
        (WhatIf(weights={"humour": Fraction(1)}), "There is no criterion humour"),
        (WhatIf(weights={"spread": Fraction(0)}), "A weight is above zero"),
        (WhatIf(weights={"spread": Fraction(1, 3)}), "A weight has at most six decimals"),
        (WhatIf(shortlist=0), "A shortlist has room for one at least"),
        (WhatIf(left_out=frozenset({"dora"})), "dora is not a juror of this round"),
        (WhatIf(left_out=frozenset({"anna", "bo", "carl"})), "Somebody must be left in the jury"),
        (APART, "No verdict makes 3 and 5 duplicates"),
    ],
)
def test_what_is_impossible_is_refused(desk: ChairDesk, what: WhatIf, why: str) -> None:
    with pytest.raises(NotAllowed) as tried:
        desk.try_out(what)
    with pytest.raises(NotAllowed) as adopted:
        desk.adopt(what, "Karen Holm", REASON)
    assert (tried.value.message, adopted.value.message) == (why, why)


# Adopted


def test_what_is_adopted_ranks_from_then_on(desk: ChairDesk, tmp_path: Path) -> None:
    found = desk.adopt(WIDER, "Karen Holm", REASON)
    assert [move.nomination for move in found] == ["2", "1"]
    for each in (desk, again(desk, tmp_path)):
        assert list(overall(each.ranking())) == ["5", "2", "1", "3"]
        assert each.round.rules.share(each.round.rules.criteria[0]) == Fraction(1, 2)


def test_what_is_adopted_ranks_as_it_did_on_trial(desk: ChairDesk) -> None:
    desk.settle("3", "5", "duplicate", "one wardrobe")
    what = WhatIf(WIDER.weights, "majority", 1, frozenset({"anna"}), APART.set_aside)
    tried = desk.try_out(what).ranking
    desk.adopt(what, "Karen Holm", REASON)
    assert desk.ranking() == tried


def test_it_is_recorded_what_was_changed_from_what_by_whom_when_and_why(
    desk: ChairDesk, tmp_path: Path
) -> None:
    desk.adopt(WhatIf(WIDER.weights, "mean", 3), " Karen Holm ", f" {REASON} ")
    assert again(desk, tmp_path).round.deliberation.amendments == (
        Amendment(
            WhatIf(weights={"spread": Fraction(3)}, shortlist=3),
            WhatIf(weights={"spread": Fraction(1)}, shortlist=2),
            Signed("Karen Holm", REASON, NOON),
            # Three reviews of anna's, three of bo's, one of carl's.
            scored=7,
        ),
    )


def test_what_is_adopted_before_anything_is_scored_says_so(tmp_path: Path) -> None:
    (tmp_path / "scoring.toml").write_text(SCORING, encoding="utf-8")
    store = FolderStore(tmp_path)
    store.save_nominations(nominations(), ())
    early = ChairDesk(store, lambda: NOON)
    early.adopt(WIDER, "Karen Holm", REASON)
    assert [each.scored for each in early.round.deliberation.amendments] == [0]


def test_the_rules_stay_as_they_were_agreed(desk: ChairDesk, tmp_path: Path) -> None:
    desk.adopt(WhatIf(WIDER.weights, "majority", 1, frozenset({"anna"})), "Karen Holm", REASON)
    assert (tmp_path / "scoring.toml").read_text(encoding="utf-8") == SCORING
    assert FolderStore(tmp_path).round().rules.criteria[1].weight == 1


def test_a_juror_who_is_left_out_is_in_the_jury_and_does_not_count(desk: ChairDesk) -> None:
    desk.adopt(WITHOUT_CARL, "Karen Holm", REASON)
    assert [row.juror.id for row in desk.progress().jurors] == ["anna", "bo", "carl"]
    assert {row.nomination: row.n for row in desk.progress().nominations}["5"] == 0
    assert [(voice.juror.id, voice.counted) for voice in desk.voices("5")][-1] == ("carl", False)
    assert desk.ranking().heard == {"anna": 3, "bo": 3, "carl": 0}


def test_a_locked_round_can_be_amended_and_stays_locked(desk: ChairDesk) -> None:
    desk.lock()
    desk.adopt(WIDER, "Karen Holm", REASON)
    assert desk.round.deliberation.locked == NOON
    assert desk.ranking().shortlist == ("5", "2")


@pytest.mark.parametrize(
    ("by", "reason", "why"),
    [
        (" ", REASON, "A name is needed"),
        ("\u200b", REASON, "A name is needed"),
        ("Karen Holm", " ", "A reason is needed"),
        ("Karen Holm", "\u200b\u00a0", "A reason is needed"),
        ("Karen Holm", "x" * 2001, "A reason has at most 2000 characters, and this one has 2001"),
    ],
)
def test_nothing_is_adopted_or_taken_back_without_name_and_reason(
    desk: ChairDesk, by: str, reason: str, why: str
) -> None:
    desk.adopt(WITHOUT_CARL, "Karen Holm", REASON)
    decisions: list[Callable[[], object]] = [
        lambda: desk.adopt(WIDER, by, reason),
        lambda: desk.take_back(by, reason),
    ]
    for decide in decisions:
        with pytest.raises(NotAllowed) as refused:
            decide()
        assert refused.value.message == why
    assert len(desk.round.deliberation.standing) == 1


def test_what_holds_already_cannot_be_adopted(desk: ChairDesk) -> None:
    with pytest.raises(NotAllowed, match="Nothing is different"):
        desk.adopt(WhatIf({"spread": Fraction(1)}, "mean", 2, frozenset()), "Karen Holm", REASON)


def test_a_method_that_does_not_hold_cannot_be_adopted(desk: ChairDesk) -> None:
    with pytest.raises(NotAllowed, match="needs 5 reviews"):
        desk.adopt(WhatIf(method="trimmed"), "Karen Holm", REASON)


# Taken back


def test_what_was_adopted_is_taken_back_and_both_are_recorded(desk: ChairDesk, tmp_path: Path) -> None:
    desk.adopt(WIDER, "Karen Holm", REASON)
    found = desk.take_back("Ib Kold", "voted down")
    assert [move.nomination for move in found] == ["1", "2"]
    other = again(desk, tmp_path)
    assert overall(other.ranking()) == STANDING
    assert [each.taken_back for each in other.round.deliberation.amendments] == [
        Signed("Ib Kold", "voted down", NOON)
    ]


def test_the_latest_is_taken_back_first(desk: ChairDesk) -> None:
    desk.adopt(WhatIf(shortlist=3), "Karen Holm", "one more")
    desk.adopt(WhatIf(shortlist=1), "Karen Holm", "no, one")
    desk.take_back("Karen Holm", REASON)
    assert desk.ranking().k == 3
    desk.take_back("Karen Holm", REASON)
    assert desk.ranking().k == 2
    with pytest.raises(NotAllowed, match="No amendment stands"):
        desk.take_back("Karen Holm", REASON)


def test_a_juror_who_was_left_out_can_be_tried_again(desk: ChairDesk) -> None:
    desk.adopt(WITHOUT_CARL, "Karen Holm", REASON)
    assert overall(desk.try_out(WhatIf(left_out=frozenset())).ranking) == STANDING


# Verdicts that are set aside


def test_a_verdict_that_is_set_aside_joins_nobody_and_is_kept(desk: ChairDesk) -> None:
    desk.settle("3", "5", "duplicate", "one wardrobe")
    desk.adopt(APART, "Karen Holm", REASON)
    assert overall(desk.ranking()) == STANDING
    assert desk.groups() == ()
    assert [verdict.pair for verdict in desk.sight.stored.verdicts] == [{"3", "5"}]


def test_other_decisions_leave_it_set_aside(desk: ChairDesk) -> None:
    desk.settle("3", "5", "duplicate", "one wardrobe")
    desk.adopt(APART, "Karen Holm", REASON)
    desk.settle("1", "2", "related", "both near the harbour")
    assert desk.groups() == ()
    assert len(desk.sight.stored.verdicts) == 2


def test_a_verdict_given_anew_counts_again(desk: ChairDesk, tmp_path: Path) -> None:
    desk.settle("3", "5", "duplicate", "one wardrobe")
    desk.adopt(APART, "Karen Holm", REASON)
    later = ChairDesk(FolderStore(tmp_path), lambda: NOON.replace(hour=13))
    later.settle("3", "5", "duplicate", "one wardrobe after all")
    assert [group.members for group in later.groups()] == [("3", "5")]


def test_it_can_be_withdrawn(desk: ChairDesk) -> None:
    desk.settle("3", "5", "duplicate", "one wardrobe")
    desk.adopt(APART, "Karen Holm", REASON)
    desk.withdraw("3", "5")
    assert desk.sight.stored.verdicts == ()


def test_its_effect_is_told_as_if_it_counted_anew(desk: ChairDesk, tmp_path: Path) -> None:
    desk.settle("3", "5", "duplicate", "one wardrobe")
    effect = desk.effect("3", "5", None)
    desk.adopt(APART, "Karen Holm", REASON)
    later = ChairDesk(FolderStore(tmp_path), lambda: NOON.replace(hour=13))
    back = {move.nomination: move.after for move in later.effect("3", "5", "duplicate", "3")}
    assert {move.nomination: move.before for move in effect} == back
