"""Keys that come all at once, as over a slow line: what is typed ahead of a question is never a command."""

import sys
from pathlib import Path

import pytest

from tui.seated import desk_round, on_disk, scores
from tui.terminal import opened

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round in which nothing is scored."""
    desk_round(tmp_path / "round")
    return tmp_path / "round"


@pytest.mark.parametrize(
    ("key", "asked"),
    [("c", "Comment for the chair"), ("p", "Private note"), ("/", "Esc ends")],
)
def test_words_typed_ahead_of_a_question_are_never_taken_for_commands(
    folder: Path, tmp_path: Path, key: str, asked: str
) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for("all saved")
        terminal.press(f"{key}4 quaint faxes", asked)
        assert terminal.process.poll() is None
        terminal.press("\x1b", "Innovation")
        terminal.type("q")
        assert terminal.ended() == 0
    review = on_disk(folder).review("1")
    assert (review.scores, review.abstained, review.conflict, review.flagged) == (
        {},
        frozenset(),
        None,
        False,
    )


def test_scores_given_in_one_go_all_count(folder: Path, tmp_path: Path) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for("all saved")
        terminal.type("543j12uj4q")
        assert terminal.ended() == 0
    assert [scores(folder, id) for id in "123"] == [
        {"innovation": 5, "user_value": 4, "spread": 3},
        {"innovation": 1},
        {"innovation": 4},
    ]
