"""Who may sit down at a juror's desk."""

from pathlib import Path

import pytest

from jury.chaired import stored
from nominate_tui.errors import NotAllowed
from nominate_tui.jury.admission import hold, member


def test_a_juror_of_the_round_is_let_in(tmp_path: Path) -> None:
    assert member(stored(tmp_path).round(), "bo").name == "Bo Lind"


def test_who_is_no_juror_is_told_who_is(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed) as refusal:
        member(stored(tmp_path).round(), "eve")
    assert str(refusal.value) == "eve is not a juror of this round → choose one of: anna, bo, carl"


def test_the_first_session_may_write_and_the_second_may_only_read(tmp_path: Path) -> None:
    store = stored(tmp_path)
    first, because = hold(store, "anna")
    assert first is not None
    assert because == ""
    assert hold(store, "anna") == (None, "This ballot is open in another window; here it can only be read")
    first.release()
    again, because = hold(store, "anna")
    assert again is not None
    assert because == ""
    again.release()
