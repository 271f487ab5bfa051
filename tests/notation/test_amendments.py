"""What was adopted, in data/deliberation.toml: it is kept beside the ties, and each kind leaves the other alone."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

from nominate_tui.model.deliberation import Amendment, Deliberation, Signed, TieDecision
from nominate_tui.model.what_if import WhatIf
from nominate_tui.notation.deliberation import amend_deliberation, read_deliberation
from notation.problems import problems

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
TIE = TieDecision(("15", "3"), "reaches more people", AT)
AMENDMENT = Amendment(
    WhatIf(
        {"innovation": Fraction(30), "spread": Fraction("12.5")},
        "mean",
        6,
        frozenset({"bo", "anna"}),
        frozenset({frozenset({"3", "11"})}),
    ),
    WhatIf({"innovation": Fraction(25), "spread": Fraction(20)}, "adjusted", 5, frozenset(), frozenset()),
    Signed("Karen Holm", "agreed by all", AT),
)
LATER = Amendment(WhatIf(shortlist=4), WhatIf(shortlist=6), Signed("Ib Kold", "", AT.replace(hour=12)))

TEXT = """# The meeting.
locked = 2026-11-22T10:00:00Z

[[tie]]
order = ["15", "3"]
reason = "reaches more people"
at = 2026-11-22T10:00:00Z

# After two rounds of talk.
[[amendment]]
weights = { innovation = 30, spread = 12.5 }   # five for one
method = "mean"
shortlist = 6
left_out = ["anna", "bo"]
set_aside = [["11", "3"]]
before = { weights = { innovation = 25, spread = 20 }, method = "adjusted", shortlist = 5, left_out = [], set_aside = [] }
by = "Karen Holm"
reason = "agreed by all"
at = 2026-11-22T10:00:00Z
"""
DECIDED = Deliberation(AT, (TIE,), (AMENDMENT,))


def amended(text: str, decided: Deliberation) -> str:
    """A text with these decisions, which reading finds in it."""
    result = amend_deliberation(text, "d.toml", decided)
    assert read_deliberation(result, "d.toml") == decided
    return result


def test_what_was_adopted_is_read() -> None:
    assert read_deliberation(TEXT, "d.toml") == DECIDED


def test_the_same_decisions_leave_every_byte() -> None:
    assert amended(TEXT, DECIDED) == TEXT


def test_what_is_written_is_what_a_person_would_write() -> None:
    plain = TEXT.replace("# The meeting.\n", "").replace("# After two rounds of talk.\n", "")
    assert amended("", DECIDED) == plain.replace("   # five for one", "")


def test_what_is_adopted_later_comes_at_the_end() -> None:
    assert amended(TEXT, replace(DECIDED, amendments=(AMENDMENT, LATER))) == TEXT + (
        "\n[[amendment]]\nshortlist = 4\nbefore = { shortlist = 6 }\n"
        'by = "Ib Kold"\nreason = ""\nat = 2026-11-22T12:00:00Z\n'
    )


def test_how_much_was_scored_by_then_is_kept() -> None:
    later = replace(LATER, scored=128)
    assert amended("", replace(Deliberation(), amendments=(later,))) == (
        "[[amendment]]\nshortlist = 4\nbefore = { shortlist = 6 }\nscored = 128\n"
        'by = "Ib Kold"\nreason = ""\nat = 2026-11-22T12:00:00Z\n'
    )


def test_less_than_nothing_is_no_number_of_reviews() -> None:
    text = '[[amendment]]\nshortlist = 4\nscored = -1\nby = "Ib Kold"\nat = 2026-11-22T12:00:00Z\n'
    assert problems(lambda: read_deliberation(text, "d.toml")) == [
        "d.toml:3 amendment[1].scored: -1 does not fit here → write a whole number from 0 to 1000000000"
    ]


def test_what_is_taken_back_is_marked_and_the_comments_stay() -> None:
    back = replace(AMENDMENT, taken_back=Signed("Ib Kold", "voted down", AT))
    assert amended(TEXT, replace(DECIDED, amendments=(back,))) == TEXT + (
        'taken_back = { by = "Ib Kold", reason = "voted down", at = 2026-11-22T10:00:00Z }\n'
    )


def test_a_tie_that_is_added_leaves_what_was_adopted_where_it_is() -> None:
    later = TieDecision(("3", "15"), "talked again", AT)
    assert amended(TEXT, replace(DECIDED, ties=(TIE, later))) == TEXT + (
        '\n[[tie]]\norder = ["3", "15"]\nreason = "talked again"\nat = 2026-11-22T10:00:00Z\n'
    )


def test_a_tie_that_goes_leaves_what_was_adopted_as_it_is() -> None:
    kept = amended(TEXT, replace(DECIDED, ties=()))
    assert kept == TEXT[: TEXT.index("[[tie]]")] + TEXT[TEXT.index("# After") :]


def test_entries_of_both_kinds_may_be_mixed() -> None:
    end = '\n[[tie]]\norder = ["3", "7"]\nreason = ""\nat = 2026-11-22T11:00:00Z\n'
    second = TieDecision(("3", "7"), "", AT.replace(hour=11))
    mixed = replace(DECIDED, ties=(TIE, second))
    assert amended(TEXT + end, mixed) == TEXT + end
    assert amended(TEXT + end, replace(mixed, amendments=())) == (
        TEXT[: TEXT.index("# After")] + end.lstrip() + "\n# After two rounds of talk.\n\n"
    )


def test_an_entry_written_with_tables_of_its_own_is_kept() -> None:
    text = (
        '[[amendment]]\nby = "Karen Holm"\nreason = ""\nat = 2026-11-22T10:00:00Z\n'
        "[amendment.weights]\ninnovation = 30\n"
        '[amendment.before]\nshortlist = 5\n\n[[tie]]\norder = ["15", "3"]\nat = 2026-11-22T10:00:00Z\n'
    )
    decided = read_deliberation(text, "d.toml")
    assert decided.amendments[0].what == WhatIf(weights={"innovation": Fraction(30)})
    assert amended(text, decided) == text
    assert amended(text, replace(decided, locked=AT)) == f"locked = 2026-11-22T10:00:00Z\n\n{text}"


def test_ties_in_one_value_are_written_anew_beside_what_was_adopted() -> None:
    text = (
        'tie = [{ order = ["15", "3"], at = 2026-11-22T10:00:00Z }]\n\n'
        '[[amendment]]\nshortlist = 4\nby = "Ib Kold"\nat = 2026-11-22T12:00:00Z\n'
    )
    decided = read_deliberation(text, "d.toml")
    assert len(decided.ties) == len(decided.amendments) == 1
    assert amended(text, decided).count("[[tie]]") == 1


def test_what_is_wrong_is_told() -> None:
    text = (
        '[[amendment]]\nweights = { innovation = 0 }\nmethod = "median"\nshortlist = 0\n'
        'set_aside = [["3"], ["4", "4"]]\nat = 2026-11-22T10:00:00Z\n'
        '[[amendment]]\nby = "K"\nreason = "none"\nat = 2026-11-22T10:00:00Z\n'
    )
    assert problems(lambda: read_deliberation(text, "d.toml")) == [
        'd.toml:1 amendment[1].by: by is missing → write for example by = "Karen Holm"',
        "d.toml:2 amendment[1].weights.innovation: 0 does not fit here"
        " → write a number above 0, at most 1000000000, with a point for decimals",
        'd.toml:3 amendment[1].method: "median" does not fit here'
        " → write one of: mean, adjusted, trimmed, majority",
        "d.toml:4 amendment[1].shortlist: 0 does not fit here → write a whole number from 1 to 1000000000",
        "d.toml:5 amendment[1].set_aside: not each of these is a pair of nominations"
        ' → write pairs of two different ids: set_aside = [["3", "11"]]',
        "d.toml:8 amendment[2].by: this amendment changes nothing"
        " → write one of: weights, method, shortlist, left_out, set_aside",
    ]


def test_two_of_the_same_second_are_two() -> None:
    back = replace(AMENDMENT, taken_back=AMENDMENT.signed)
    twice = amended("", replace(DECIDED, amendments=(back, AMENDMENT)))
    assert amended(twice, replace(DECIDED, amendments=(back, back))).count("taken_back") == 2
