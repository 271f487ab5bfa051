from dataclasses import replace
from datetime import UTC, datetime

import pytest

from nominate_tui.model.duplicate import Verdict
from nominate_tui.notation.verdicts import amend_verdicts, read_verdicts
from notation.problems import problems

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)

TEXT = """# The verdicts of 2026.

# Both wards asked for this.
[[verdict]]   # the first
pair = ["3", "11"]   # see the letter
verdict = "duplicate"     # everybody agrees
primary = "3"
reason = "one initiative, nominated twice"
at = 2026-11-22T10:00:00Z

# Settled in the second meeting:

[[verdict]]
pair = [
    "7",   # seven
    "10",
]
verdict = 'related'
reason = \"\"\"
[[not an entry]]
# not a comment\"\"\"
at = 2026-11-22 11:00:00+01:00
"""

FIRST = Verdict("3", "11", "duplicate", "one initiative, nominated twice", AT, "3")
SECOND = Verdict("7", "10", "related", "[[not an entry]]\n# not a comment", AT)
NEW = Verdict("15", "18", "distinct", "two hospitals", AT)


def amended(text: str, *verdicts: Verdict) -> str:
    """A text with these verdicts, which reading finds in it."""
    result = amend_verdicts(text, "duplicates.toml", verdicts)
    assert read_verdicts(result, "duplicates.toml") == verdicts
    return result


def test_verdicts_are_read_in_their_order() -> None:
    assert read_verdicts(TEXT, "duplicates.toml") == (FIRST, SECOND)


def test_the_same_verdicts_leave_every_byte() -> None:
    assert amended(TEXT, FIRST, SECOND) == TEXT


def test_a_new_verdict_comes_at_the_end() -> None:
    assert amended(TEXT, FIRST, SECOND, NEW) == TEXT + (
        '\n[[verdict]]\npair = ["15", "18"]\nverdict = "distinct"\nreason = "two hospitals"\n'
        "at = 2026-11-22T10:00:00Z\n"
    )


def test_a_changed_verdict_keeps_its_comments_and_its_place() -> None:
    changed = replace(FIRST, kind="related", primary="", reason='so "to say"')
    assert amended(TEXT, changed, SECOND) == TEXT.replace('primary = "3"\n', "").replace(
        '"duplicate"     #', '"related"     #'
    ).replace('"one initiative, nominated twice"', '"so \\"to say\\""')


def test_a_key_that_was_absent_comes_after_the_others() -> None:
    changed = replace(SECOND, kind="duplicate", primary="7")
    expected = TEXT.replace("'related'", '"duplicate"') + 'primary = "7"\n'
    assert amended(TEXT, FIRST, changed) == expected


def test_of_a_verdict_that_goes_the_comments_stay() -> None:
    assert amended(TEXT, SECOND) == (
        "# The verdicts of 2026.\n\n# Both wards asked for this.\n# Settled in the second meeting:\n\n"
        + TEXT[TEXT.index("[[verdict]]\n") :]
    )
    assert amended(TEXT, FIRST) == TEXT[: TEXT.index("[[verdict]]\n")]


def test_the_order_asked_for_is_the_order_of_the_file() -> None:
    second = TEXT[TEXT.index("[[verdict]]\n") :]
    first = TEXT[TEXT.index("# Both") : TEXT.index("[[verdict]]\n")]
    assert amended(TEXT, SECOND, FIRST) == f"# The verdicts of 2026.\n\n{second}\n{first}"


def test_an_empty_file_begins_with_the_first_verdict() -> None:
    assert amended("", NEW).startswith('[[verdict]]\npair = ["15", "18"]\n')


def test_a_file_of_comments_keeps_them_above() -> None:
    assert amended("# nothing yet", NEW).startswith("# nothing yet\n\n[[verdict]]\n")


def test_verdicts_in_one_value_become_tables_and_the_comments_stay() -> None:
    text = """# top
verdict = [ # list
  { pair = ["3", "11"], verdict = "distinct", at = 2026-11-22T10:00:00Z },  # why
]
# end
"""
    assert amended(text, NEW).startswith("# top\n# list\n# why\n# end\n\n[[verdict]]\n")


def test_windows_ends_of_lines_stay_where_nothing_changed() -> None:
    text = TEXT.replace("\n", "\r\n")
    old = read_verdicts(text, "duplicates.toml")
    assert amend_verdicts(text.encode(), "duplicates.toml", old) == text


def test_what_is_wrong_is_told_and_not_amended() -> None:
    text = """[[verdict]]
pair = ["3", "3"]
verdict = "same"
[[verdict]]
pair = ["1", "2"]
verdict = "related"
primary = "1"
reason = ""
at = 2026-11-22T10:00:00
[[verdict]]
pair = ["2", "1"]
verdict = "duplicate"
primary = "3"
at = 2026-11-22T10:00:00Z
[[verdict]]
pair = ["5", "6"]
at = 2026-11-22T10:00:00Z
"""
    expected = [
        "d.toml:1 verdict[1].at: at is missing → write for example at = 2026-11-22T10:00:00Z",
        "d.toml:2 verdict[1].pair: this is not a pair of nominations"
        ' → write two different ids: pair = ["3", "11"]',
        'd.toml:3 verdict[1].verdict: "same" does not fit here → write one of: duplicate, related, distinct',
        'd.toml:7 verdict[2].primary: "1" cannot be the primary here'
        " → name one of a pair of duplicates, or take it out",
        "d.toml:9 verdict[2].at: 2026-11-22 10:00:00 does not fit here"
        " → write date, time and zone without quotes: 2026-11-22T10:00:00Z",
        "d.toml:11 verdict[3].pair: there is a verdict on this pair already → keep one of the two verdicts",
        'd.toml:13 verdict[3].primary: "3" cannot be the primary here'
        " → name one of a pair of duplicates, or take it out",
        "d.toml:15 verdict[4].verdict: verdict is missing → write one of: duplicate, related, distinct",
    ]
    assert problems(lambda: read_verdicts(text, "d.toml")) == expected
    assert problems(lambda: amend_verdicts(text, "d.toml", [NEW])) == expected


def test_the_digests_of_the_two_texts_are_kept() -> None:
    noted = replace(NEW, texts=("0123456789abcdef", "fedcba9876543210"))
    assert 'texts = ["0123456789abcdef", "fedcba9876543210"]\n' in amended(TEXT, FIRST, SECOND, noted)


@pytest.mark.parametrize("texts", ['["0123456789abcdef"]', '["0123456789abcdef", "x"]', '["", ""]'])
def test_other_than_two_digests_are_a_problem(texts: str) -> None:
    told = problems(lambda: read_verdicts(f"{TEXT}texts = {texts}\n", "duplicates.toml"))
    assert told == [
        "duplicates.toml:23 verdict[2].texts: these are not the digests of two texts"
        " → take it out; the program notes it with the next verdict"
    ]
