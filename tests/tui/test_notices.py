from pathlib import Path

import pytest

from jury.chaired import NOON, chair, stored
from nominate_tui.jury.alike import Lookalike
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.model.duplicate import Kind, Verdict
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.notices import alike_told, notices

ROOM = 44
"""Cells of a line of text where the terminal is 80 wide."""

NAMES = {"2": "Garden path", "3": "Wardrobe"}


def told(folder: Path, nomination: str) -> tuple[str, ...]:
    """What a juror is told once it was looked for."""
    desk = JurorDesk(FolderStore(folder), "carl")
    desk.find_lookalikes()
    try:
        return notices(desk, nomination)
    finally:
        desk.close()


def like(id: str, kind: Kind, *, settled: bool) -> Lookalike:
    assert kind != "distinct"
    return Lookalike(id, kind, settled)


def test_each_kind_has_its_words_and_what_is_settled_comes_before_what_is_suggested() -> None:
    alike = [
        like("9", "related", settled=False),
        like("7", "related", settled=True),
        like("5", "duplicate", settled=False),
        like("3", "duplicate", settled=True),
        like("8", "related", settled=True),
    ]
    assert [*alike_told(alike)] == [
        "Also nominated as 3",
        "Perhaps the same initiative: 5",
        "Related: 7, 8",
        "Perhaps related: 9",
    ]


def test_lookalikes_are_named_as_wished_and_those_beyond_the_most_are_left_out() -> None:
    alike = [like(id, "related", settled=True) for id in NAMES]
    assert [*alike_told(alike, NAMES.__getitem__)] == ["Related: Garden path, Wardrobe"]
    assert [*alike_told(alike, NAMES.__getitem__, most=1)] == ["Related: Garden path …"]
    assert [*alike_told(alike, most=2)] == ["Related: 2, 3"]


def test_without_lookalikes_nothing_is_told(tmp_path: Path) -> None:
    stored(tmp_path)
    assert [*alike_told(())] == []
    assert told(tmp_path, "1") == ()


def test_a_suggestion_is_not_told_as_if_it_were_settled(tmp_path: Path) -> None:
    stored(tmp_path)
    assert told(tmp_path, "3") == ("≈ Perhaps the same initiative: 5 (d: look)",)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("duplicate", "≈ Also nominated as 5 (d: look)"),
        ("related", "≈ Related: 5 (d: look)"),
    ],
)
def test_what_the_chair_settled_is_told_as_that(tmp_path: Path, kind: Kind, line: str) -> None:
    chair(tmp_path).settle("3", "5", kind, "because")
    assert told(tmp_path, "3") == (line,)


def test_one_kind_fits_on_one_line_of_a_narrow_terminal(tmp_path: Path) -> None:
    stored(tmp_path)
    assert len(told(tmp_path, "3")[0]) + 1 <= ROOM


def test_of_many_the_first_four_are_named(tmp_path: Path) -> None:
    store = stored(tmp_path)
    store.save_verdicts([Verdict("1", id, "related", "so", NOON) for id in ("2", "3", "4", "5", "6")])
    assert told(tmp_path, "1") == ("≈ Related: 2, 3, 4, 5 … (d: look)",)


def test_each_kind_has_a_line_of_its_own_and_the_last_has_the_key(tmp_path: Path) -> None:
    store = stored(tmp_path)
    store.save_verdicts(
        [Verdict("3", "1", "related", "so", NOON), Verdict("3", "2", "duplicate", "so", NOON)]
    )
    assert told(tmp_path, "3") == (
        "≈ Also nominated as 2",
        "≈ Perhaps the same initiative: 5",
        "≈ Related: 1 (d: look)",
    )


def test_a_verdict_on_a_nomination_that_is_gone_is_not_told(tmp_path: Path) -> None:
    store = stored(tmp_path)
    store.save_verdicts([Verdict("1", "99", "duplicate", "gone", NOON, "1")])
    assert told(tmp_path, "1") == ()
