"""Steps taken back and done again."""

from nominate_tui.jury.history import History, Step
from nominate_tui.model.ballot import Review

FIRST = Step(Review("1"), Review("1", {"new": 4}), "new")
SECOND = Step(Review("2"), Review("2", {"new": 2}), "new")


def test_there_is_nothing_to_take_back_at_first() -> None:
    history = History()
    assert history.undo() is None
    assert history.redo() is None


def test_steps_are_taken_back_last_first_and_done_again_in_order() -> None:
    history = History()
    history.add(FIRST)
    history.add(SECOND)
    assert [history.undo(), history.undo(), history.undo()] == [SECOND, FIRST, None]
    assert [history.redo(), history.redo(), history.redo()] == [FIRST, SECOND, None]


def test_a_new_step_ends_what_could_be_done_again() -> None:
    history = History()
    history.add(FIRST)
    history.undo()
    history.add(SECOND)
    assert history.redo() is None
    assert history.undo() == SECOND
