from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.holding import held_by_many


def held(*owners: str, among: int = 0) -> frozenset[str]:
    """What too many hold, where each of some owners holds "name" once, among so many others that hold nothing."""
    return held_by_many([{"name"}] * len(owners) + [set()] * among, [*owners, *[""] * among])


def of(count: int) -> list[str]:
    return [f"owner {number}" for number in range(count)]


def test_what_one_owner_holds_is_never_held_by_many() -> None:
    assert held(*["North"] * 5_000, among=95_000) == frozenset()
    assert held(*["North"] * 30) == frozenset()


def test_in_a_small_round_half_of_it_is_many_from_six_on() -> None:
    assert held(*of(5)) == frozenset()
    assert held(*of(6)) == {"name"}
    assert held(*of(13), among=13) == frozenset()
    assert held(*of(14), among=13) == {"name"}


def test_in_a_large_round_twenty_owners_are_not_many_and_one_more_is() -> None:
    assert held(*of(20), among=1_000) == frozenset()
    assert held(*of(21), among=1_000) == {"name"}


def test_nominations_without_an_owner_may_be_of_one() -> None:
    assert held(*[""] * 30, among=30) == frozenset()
    assert held(*[""] * 31, among=30) == {"name"}
    assert held(*[""] * 100, among=1_000) == frozenset()
    assert held(*[""] * 101, among=1_000) == {"name"}
    # The square root of 40,000.
    assert held(*[""] * 200, among=39_800) == frozenset()
    assert held(*[""] * 201, among=39_799) == {"name"}


def test_things_are_counted_apart_and_once_an_owner() -> None:
    some = [{"a", "b"}] * 4 + [{"a"}] * 3
    assert held_by_many(some, of(7)) == {"a"}
    assert held_by_many(some, ["one", "two", *["three"] * 5]) == frozenset()
    assert held_by_many([], []) == frozenset()


@given(
    st.lists(st.tuples(st.sets(st.sampled_from("ab")), st.sampled_from(["", "x", "y", *of(9)])), max_size=40)
)
def test_the_order_of_the_round_changes_nothing(some: list[tuple[set[str], str]]) -> None:
    there, back = (
        held_by_many([one for one, _owner in each], [owner for _one, owner in each])
        for each in (some, some[::-1])
    )
    assert there == back
