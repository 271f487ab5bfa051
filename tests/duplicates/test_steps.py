import gc
from itertools import count
from sys import getswitchinterval
from threading import Event, current_thread
from time import sleep

import pytest

from nominate_tui.duplicates.steps import Steps, StoppedWorkError, ahead, looking, undisturbed


class Enough(Exception):
    """Raised by a progress that wants no more."""


def test_both_parts_are_returned_in_their_order() -> None:
    assert Steps().both(lambda: "one", lambda: 2) == ("one", 2)


def test_the_parts_run_side_by_side() -> None:
    there, here = Event(), Event()

    def one() -> bool:
        there.set()
        return here.wait(5)

    def other() -> bool:
        here.set()
        return there.wait(5)

    assert Steps().both(one, other) == (True, True)


def test_progress_is_told_several_times_a_second_by_whoever_asked() -> None:
    told: list[float] = []
    threads = set()

    def progress(done: float) -> None:
        told.append(done)
        threads.add(current_thread())

    steps = Steps(progress)

    def long() -> None:
        for _step in range(10):
            sleep(0.1)
            steps.did(0.05)

    steps.both(long, long)
    assert len(told) >= 4
    assert told == sorted(told)
    assert all(0 <= done <= 1 for done in told)
    assert threads == {current_thread()}


def test_what_progress_raises_goes_through_and_stops_both_parts() -> None:
    ended = []

    def progress(_done: float) -> None:
        raise Enough

    steps = Steps(progress)

    def long() -> None:
        try:
            for _step in range(1000):
                sleep(0.01)
                steps.did(0.0001)
        except StoppedWorkError:
            ended.append("stopped")
            raise

    with pytest.raises(Enough):
        steps.both(long, long)
    assert ended == ["stopped", "stopped"]


@pytest.mark.parametrize("first", [True, False])
def test_what_a_part_raises_goes_through(*, first: bool) -> None:
    def fails() -> None:
        raise ValueError("one of them")

    def works() -> None:
        return

    with pytest.raises(ValueError, match="one of them"):
        Steps().both(fails if first else works, works if first else fails)


def test_items_are_passed_on_while_progress_is_told() -> None:
    told: list[float] = []
    found = []
    for item in Steps(told.append).each([1, 2, 3, 4], 0.5):
        sleep(0.15)
        found.append(item)
    assert found == [1, 2, 3, 4]
    assert 1 <= len(told) <= 4
    assert told == sorted(told)
    assert told[-1] <= 0.5


def test_what_progress_raises_ends_the_items() -> None:
    def progress(_done: float) -> None:
        raise Enough

    def slowly() -> None:
        for _item in Steps(progress).each(range(100), 1):
            sleep(0.05)

    with pytest.raises(Enough):
        slowly()


def test_work_alone_is_told_of_and_stopped_too() -> None:
    told: list[float] = []

    def slow() -> str:
        """Work that ends when it was told of twice; if it never is, the suite's own limit ends it."""
        while len(told) < 2:
            sleep(0.01)
        return "done"

    assert Steps(told.append).alone(slow) == "done"
    assert Steps().alone(lambda: 3) == 3


def test_short_work_is_done_one_part_after_the_other_where_it_is_asked_for() -> None:
    told: list[float] = []
    threads = set()
    steps = Steps(told.append, aside=False)

    def part(share: float) -> float:
        threads.add(current_thread())
        steps.did(share)
        return share

    assert steps.both(lambda: part(0.25), lambda: part(0.5)) == (0.25, 0.5)
    assert told == [0.25, 0.75]
    assert threads == {current_thread()}


def test_what_progress_raises_ends_short_work_too() -> None:
    done = []

    def progress(_done: float) -> None:
        raise Enough

    with pytest.raises(Enough):
        Steps(progress, aside=False).both(lambda: done.append("one"), lambda: done.append("other"))
    assert done == ["one"]


def test_long_work_goes_on_until_it_is_stopped() -> None:
    steps = Steps()
    steps.go_on()
    steps._stopped.set()
    with pytest.raises(StoppedWorkError):
        steps.go_on()


def test_what_disturbs_comes_back_when_the_work_has_ended_or_failed() -> None:
    before = getswitchinterval()
    with undisturbed():
        assert getswitchinterval() < before
        assert not gc.isenabled()
    with pytest.raises(Enough), undisturbed():
        raise Enough
    assert getswitchinterval() == before
    assert gc.isenabled()


def test_two_that_are_undisturbed_may_end_in_any_order() -> None:
    before = getswitchinterval()
    first, second = undisturbed(), undisturbed()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert getswitchinterval() == before
    assert gc.isenabled()


def test_what_is_worked_out_ahead_comes_in_order() -> None:
    assert [*ahead(lambda number: number * 2, range(9))] == [*range(0, 18, 2)]
    assert [*ahead(str, ())] == []


def test_the_next_items_are_worked_on_meanwhile_and_no_more() -> None:
    begun: list[int] = []
    found = ahead(begun.append, count())
    next(found)
    found.close()
    assert 2 <= len(begun) <= 4


def test_who_goes_through_many_looks_now_and_then_whether_to_go_on() -> None:
    looks = []
    assert [*looking(range(1_200), lambda: looks.append(1))] == [*range(1_200)]
    assert 2 <= len(looks) <= 12

    def enough() -> None:
        raise Enough

    with pytest.raises(Enough):
        [*looking(range(1_200), enough)]
