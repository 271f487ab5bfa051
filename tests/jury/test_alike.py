from dataclasses import replace
from pathlib import Path

import pytest

from jury.chaired import NOON, nominations, stored
from nominate_tui.jury.alike import Alike, Lookalike
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.model.duplicate import Kind, Verdict
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.round import Round
from nominate_tui.store.folder import FolderStore

SUGGESTED = Lookalike("5", "duplicate", settled=False)


def verdict(a: str, b: str, kind: Kind = "duplicate") -> Verdict:
    return Verdict(a, b, kind, "because", NOON)


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return stored(tmp_path)


def looked(store: FolderStore, *verdicts: Verdict) -> tuple[Alike, Round]:
    """What a juror is told of, after it was looked for, and the round with these verdicts."""
    round = replace(store.round(), verdicts=verdicts)
    alike = Alike(store)
    alike.find(round)
    return alike, round


def test_what_is_only_suggested_is_told_so(store: FolderStore) -> None:
    alike, round = looked(store)
    assert (alike.of("3", round), alike.of("1", round)) == ((SUGGESTED,), ())


def test_before_it_was_looked_for_only_what_the_chair_settled_is_told(store: FolderStore) -> None:
    round = replace(store.round(), verdicts=(verdict("1", "2", "related"),))
    alike = Alike(store)
    assert alike.of("3", round) == ()
    assert alike.of("1", round) == (Lookalike("2", "related", settled=True),)


@pytest.mark.parametrize("kind", ["duplicate", "related"])
def test_a_verdict_counts_more_than_the_suggestion_on_the_same_pair(store: FolderStore, kind: Kind) -> None:
    alike, round = looked(store, verdict("5", "3", kind))
    told = {"duplicate": ("duplicate", True), "related": ("related", True)}[kind]
    assert [(each.id, each.kind, each.settled) for each in alike.of("3", round)] == [("5", *told)]


def test_what_is_called_distinct_is_not_told(store: FolderStore) -> None:
    alike, round = looked(store, verdict("3", "5", "distinct"))
    assert alike.of("3", round) == ()


def test_who_is_in_one_group_over_others_is_settled(store: FolderStore) -> None:
    alike, round = looked(store, verdict("1", "2"), verdict("2", "6"))
    assert alike.of("1", round) == (
        Lookalike("2", "duplicate", settled=True),
        Lookalike("6", "duplicate", settled=True),
    )


def test_a_group_counts_more_than_a_verdict_of_related_within_it(store: FolderStore) -> None:
    alike, round = looked(store, verdict("1", "2"), verdict("2", "6"), verdict("1", "6", "related"))
    assert Lookalike("6", "duplicate", settled=True) in alike.of("1", round)


def test_who_hangs_together_over_a_suggestion_is_suggested(store: FolderStore) -> None:
    alike, round = looked(store, verdict("1", "3"))
    assert alike.of("1", round) == (
        Lookalike("3", "duplicate", settled=True),
        Lookalike("5", "duplicate", settled=False),
    )


def test_a_nomination_that_is_gone_is_not_told_and_joins_nobody(store: FolderStore) -> None:
    alike, round = looked(store, verdict("1", "99"), verdict("99", "2"), verdict("6", "98", "related"))
    assert [alike.of(id, round) for id in ("1", "2", "6")] == [(), (), ()]
    without = replace(round, nominations=Nominations(nominations().all[:4]))
    assert alike.of("3", without) == ()


def test_a_verdict_given_after_it_was_looked_for_is_told(store: FolderStore) -> None:
    alike, round = looked(store)
    later = replace(round, verdicts=(verdict("3", "5"),))
    assert alike.of("3", later) == (Lookalike("5", "duplicate", settled=True),)
    assert alike.of("3", round) == (SUGGESTED,)


def test_what_is_found_later_is_told_from_then_on(store: FolderStore) -> None:
    round, alike = store.round(), Alike(store)
    assert alike.of("3", round) == ()
    alike.find(round)
    assert alike.of("3", round) == (SUGGESTED,)


def test_the_chair_who_settles_a_pair_is_heard(store: FolderStore) -> None:
    ChairDesk(store).settle("3", "5", "duplicate", "one wardrobe")
    alike, round = looked(store, *store.round().verdicts)
    assert alike.of("5", round) == (Lookalike("3", "duplicate", settled=True),)
