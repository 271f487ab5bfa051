from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.jury.shared import Spans, shared_spans
from nominate_tui.model.nomination import Nomination

COPIED = "we hang coats and shoes beside the door of the emergency ward"


def marked(nomination: Nomination, spans: Spans) -> dict[str, list[str]]:
    return {answer: [nomination.answers[answer][a:b] for a, b in found] for answer, found in spans.items()}


def both(a: dict[str, str], b: dict[str, str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    one, other = Nomination("1", "One", answers=a), Nomination("2", "Two", answers=b)
    in_one, in_other = shared_spans(one, other)
    return marked(one, in_one), marked(other, in_other)


def test_a_passage_is_marked_where_it_stands_in_each() -> None:
    found = both(
        {"purpose": f"Every night {COPIED}, says the nurse."}, {"spread": f"“{COPIED.upper()}” – so it goes."}
    )
    assert found == ({"purpose": [COPIED]}, {"spread": [COPIED.upper()]})


def test_eight_words_are_marked_and_seven_are_not() -> None:
    eight = "one two three four five six seven eight"
    seven = eight.rpartition(" ")[0]
    assert both({"a": f"x {eight} y"}, {"a": f"z {eight} w"})[0] == {"a": [eight]}
    assert both({"a": f"x {seven} y"}, {"a": f"z {seven} w"}) == ({}, {})


def test_a_changed_word_inside_a_passage_is_not_marked() -> None:
    left, right = both({"a": f"{COPIED} red {COPIED}"}, {"a": f"{COPIED} blue {COPIED}"})
    assert left == right == {"a": [COPIED, COPIED]}


def test_a_passage_does_not_run_on_from_one_answer_into_the_next() -> None:
    left, _right = both({"a": COPIED, "b": COPIED[::-1]}, {"a": f"{COPIED} {COPIED[::-1]}"})
    assert left["a"] == [COPIED]


def test_a_nomination_without_answers_shares_nothing() -> None:
    assert both({}, {"a": COPIED}) == ({}, {})


@given(st.text(max_size=200), st.text(max_size=200))
def test_what_is_marked_lies_within_the_answers_in_rising_order(a: str, b: str) -> None:
    one = Nomination("1", "", answers={"a": f"{a} {COPIED} {b}"})
    two = Nomination("2", "", answers={"a": f"{b} {COPIED} {a}"})
    for nomination, spans in zip((one, two), shared_spans(one, two), strict=True):
        for answer, found in spans.items():
            flat = [place for span in found for place in span]
            assert flat == sorted(flat)
            assert 0 <= flat[0] < flat[-1] <= len(nomination.answers[answer])
