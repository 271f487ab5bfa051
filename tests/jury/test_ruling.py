import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury.chaired import NOON
from nominate_tui.duplicates.groups import made_one
from nominate_tui.errors import NotAllowed
from nominate_tui.jury.ruling import LONGEST, said, says_something
from nominate_tui.model.duplicate import Group, Kind, Verdict
from nominate_tui.notation.clean import clean

UNSEEN = (
    "",
    " ",
    "\t\n",
    "\u200b",
    "  \u200b ",
    "\u00a0\u2003\u3000",
    "\u200c\u200d\u2060\ufeff\u00ad\u180e",
    "\u202e\u2066",
    "\x00\x1b\x7f\x9b",
    "\u0301",
    "\u3164",
    "\u115f\u1160\uffa0",
    "\u2800",
    "\U000e0041",
    "\ufe0f",
    "\ue000",
)


def verdict(pair: str, kind: Kind = "duplicate") -> Verdict:
    return Verdict(pair[0], pair[1], kind, "because", NOON)


@pytest.mark.parametrize("reason", UNSEEN)
def test_a_reason_in_which_there_is_nothing_to_see_is_none(reason: str) -> None:
    with pytest.raises(NotAllowed, match="A reason is needed"):
        said(reason)


@pytest.mark.parametrize("reason", ["x", "?", "één", "好", "✓", "👍", "1", "…"])
def test_anything_to_see_is_a_reason(reason: str) -> None:
    assert said(f" \u200b{reason}\n") == reason


def test_control_characters_in_a_reason_are_made_inert() -> None:
    assert said("one \x1b[2Jgarden\u202e\r\nhere") == "one ␛[2Jgarden⟨RLO⟩\nhere"


def test_a_reason_of_a_page_is_kept_and_a_longer_one_is_refused() -> None:
    assert said("x" * LONGEST + "  ") == "x" * LONGEST
    with pytest.raises(NotAllowed) as refused:
        said("x" * (LONGEST + 1))
    assert str(refused.value) == (
        "A reason has at most 2000 characters, and this one has 2001 → say it in a few sentences"
    )


@given(st.text(max_size=40))
def test_a_reason_is_kept_clean_or_refused(text: str) -> None:
    if says_something(text):
        assert said(text) == clean(text).strip() != ""
    else:
        with pytest.raises(NotAllowed):
            said(text)


@given(st.text(max_size=40))
def test_a_reason_that_was_tidied_stays_as_it_is(text: str) -> None:
    if says_something(text):
        assert said(said(text)) == said(text)


def test_related_and_distinct_within_one_group_are_found_and_nothing_else() -> None:
    related, distinct = verdict("ac", "related"), verdict("bc", "distinct")
    group = Group(("a", "b", "d", "c"), "a")
    joining = (verdict("ab"), verdict("bd"), verdict("dc"))
    assert made_one((*joining, related, distinct)) == ((related, group), (distinct, group))
    assert made_one((verdict("ab"), related, verdict("cd"))) == ()
    assert made_one(()) == ()
