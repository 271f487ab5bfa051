from datetime import UTC, datetime

from nominate_tui.duplicates.lookalikes import Lookalikes
from nominate_tui.model.duplicate import BY_TOPIC_ALONE, Kind, Suggestion, Verdict


def lookalikes(
    nomination: str, suggestions: tuple[Suggestion, ...], verdicts: tuple[Verdict, ...]
) -> tuple[str, ...]:
    return Lookalikes(suggestions, verdicts).of(nomination)


def duplicate(a: str, b: str) -> Suggestion:
    return Suggestion(a, b, "duplicate", "same-text", 1.0, ())


def related(a: str, b: str, likeness: float = 0.3) -> Suggestion:
    return Suggestion(a, b, "related", "same-name", likeness, ())


def verdict(a: str, b: str, kind: Kind) -> Verdict:
    return Verdict(a, b, kind, "because", datetime(2026, 1, 1, tzinfo=UTC))


def test_a_pair_by_topic_alone_is_not_named_to_a_reader() -> None:
    found = (Suggestion("15", "18", "related", BY_TOPIC_ALONE, 0.1, ()), related("15", "20"))
    assert lookalikes("15", found, ()) == ("20",)
    assert lookalikes("15", found, (verdict("15", "18", "related"),)) == ("20", "18")


def test_what_is_suggested_is_named_on_both_sides_the_most_alike_first() -> None:
    found = (related("15", "20", 0.4), related("15", "18", 0.3))
    assert lookalikes("15", found, ()) == ("20", "18")
    assert lookalikes("18", found, ()) == ("15",)


def test_a_nomination_without_suggestions_has_no_lookalikes() -> None:
    assert lookalikes("7", (related("15", "20"),), (verdict("1", "2", "duplicate"),)) == ()


def test_a_pair_that_the_chair_called_distinct_is_left_out() -> None:
    found = (related("15", "20"), related("15", "18"))
    assert lookalikes("15", found, (verdict("20", "15", "distinct"),)) == ("18",)


def test_a_pair_that_only_the_chair_saw_is_named_after_the_others() -> None:
    given = (verdict("15", "3", "related"), verdict("4", "15", "duplicate"))
    assert lookalikes("15", (related("15", "20"),), given) == ("20", "3", "4")


def test_a_duplicate_of_one_that_the_chair_joined_with_another_is_named_at_both() -> None:
    found, given = (duplicate("1", "2"),), (verdict("2", "3", "duplicate"),)
    assert lookalikes("1", found, given) == ("2", "3")
    assert lookalikes("3", found, given) == ("2", "1")


def test_suggestions_make_no_chain_of_strangers() -> None:
    found = (duplicate("1", "2"), duplicate("2", "3"), duplicate("3", "4"))
    assert lookalikes("1", found, ()) == ("2",)
    assert lookalikes("2", found, ()) == ("1", "3")
    assert lookalikes("1", found, (verdict("2", "3", "duplicate"),)) == ("2", "3")


def test_what_is_related_to_something_related_is_not_named() -> None:
    assert lookalikes("1", (related("1", "2"), related("2", "3")), ()) == ("2",)
    assert lookalikes("1", (duplicate("1", "2"), related("2", "3")), ()) == ("2",)


def test_a_verdict_of_related_ends_a_chain_of_duplicates() -> None:
    found = (duplicate("1", "2"), duplicate("2", "3"))
    assert lookalikes("1", found, (verdict("2", "3", "related"),)) == ("2",)


def test_what_was_called_distinct_is_not_named_over_a_third_one_either() -> None:
    found = (duplicate("1", "2"), duplicate("2", "3"))
    assert lookalikes("1", found, (verdict("1", "3", "distinct"),)) == ("2",)


def test_who_is_distinct_from_one_of_a_group_is_named_at_none_of_it() -> None:
    found = (duplicate("1", "3"), duplicate("2", "3"))
    given = (verdict("1", "2", "duplicate"), verdict("1", "3", "distinct"))
    assert lookalikes("3", found, given) == ()
    assert lookalikes("2", found, given) == ("1",)
