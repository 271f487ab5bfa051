import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.fingerprint import fingerprint
from nominate_tui.duplicates.suggest import suggest
from nominate_tui.duplicates.wording import is_ours
from nominate_tui.model.duplicate import Compared, Evidence, Fingerprint, Suggestion
from nominate_tui.model.rules import DuplicateRules
from nominate_tui.notation.clean import clean
from nominate_tui.notation.compared import read_compared, sealed, write_compared

ORDER = ("3", "11", "15", "18")
MADE_FROM = Fingerprint("a" * 64, "b" * 64, tuple((id, "c" * 64) for id in ORDER), "d" * 64)
SAME_NAME = Suggestion(
    "3",
    "11",
    "duplicate",
    "same-name-same-owner",
    1.0,
    (
        Evidence("name", 1.0, "the titles are the same"),
        Evidence(
            "text",
            0.25,
            "{words} word in both, beginning “{quote}”",
            {"words": 12, "quote": "Every [Tuesday] “the” {patients}"},
            "{words} words in both, beginning “{quote}”",
            12,
        ),
    ),
)
COPIED = Suggestion("15", "18", "related", "copied-passages", 0.123456789012345, ())
KEPT = Compared(MADE_FROM, (SAME_NAME, COPIED))


def changed(change: Callable[[Any], object]) -> str:
    """The file after a change to what it holds, with the digest of what it holds now."""
    read = json.loads(write_compared(KEPT))
    del read["digest"]
    change(read)
    return sealed(json.dumps(read, ensure_ascii=False)[:-1])


def resealed(old: str, new: str) -> str:
    """The file with other words in it, and the digest of what it holds now."""
    text = write_compared(KEPT)
    assert text.count(old) == 1
    return sealed(text.rpartition(', "digest": ')[0].replace(old, new))


def test_what_was_written_is_read_again() -> None:
    assert read_compared(write_compared(KEPT)) == KEPT


def test_a_round_without_suggestions_and_contacts_is_kept_too() -> None:
    nothing = Compared(Fingerprint("a" * 64, "b" * 64, (("3", "c" * 64),), ""), ())
    assert read_compared(write_compared(nothing)) == nothing


def test_the_file_has_a_line_for_each_suggestion() -> None:
    text = write_compared(KEPT)
    *lines, last = text.splitlines()
    assert [*(line[:20] for line in lines), last] == [
        '{"format": 4, "made_',
        '{"a": "3", "b": "11"',
        '{"a": "15", "b": "18',
        '], "digest": "' + hashlib.sha256(text.rpartition(", ")[0].encode()).hexdigest() + '"}',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "\ufeff" + write_compared(KEPT),
        write_compared(KEPT)[:-10],
        "[" * 100_000,
        '{"a":' * 100_000,
        "null",
        "[]",
        "{}",
        '"text"',
        "9" * 10_000,
        sealed("[" * 100_000),
        sealed('{"a":' * 100_000),
        sealed('{"format": 4'),
        resealed('"likeness": 1.0', '"likeness": NaN'),
        resealed('"likeness": 1.0', '"likeness": 1e999'),
        resealed('"likeness": 1.0', f'"likeness": {"9" * 10_000}'),
    ],
)
def test_what_is_not_whole_is_the_same_as_nothing(text: str) -> None:
    assert read_compared(text) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda read: read.update(format=2),
        lambda read: read.update(format=3.0),
        lambda read: read.update(format=True),
        lambda read: read.update(more=1),
        lambda read: read.pop("made_from"),
        lambda read: read["made_from"].update(rules="b" * 63),
        lambda read: read["made_from"].update(rules="B" * 64),
        lambda read: read["made_from"].update(program=""),
        lambda read: read["made_from"].update(contacts=["d"]),
        lambda read: read["made_from"].update(nominations="c" * 64),
        lambda read: read["made_from"]["nominations"].update({"3": "c"}),
        lambda read: read["made_from"]["nominations"].pop("3"),
        lambda read: read["made_from"]["nominations"].update(
            {"3": read["made_from"]["nominations"].pop("3")}
        ),
        lambda read: read.update(late=0),
        lambda read: read.update(suggestions={}),
        lambda read: read["suggestions"].append(None),
        lambda read: read["suggestions"].append(read["suggestions"][1]),
        lambda read: read["suggestions"].reverse(),
        lambda read: read["suggestions"][0].update(a="99"),
        lambda read: read["suggestions"][0].update(a="11"),
        lambda read: read["suggestions"][0].update(a="11", b="3"),
        lambda read: read["suggestions"][0].update(a=3),
        lambda read: read["suggestions"][0].update(suggested="distinct"),
        lambda read: read["suggestions"][0].update(suggested=["duplicate"]),
        lambda read: read["suggestions"][0].update(rule="[@click=app.quit]"),
        lambda read: read["suggestions"][0].update(rule=""),
        lambda read: read["suggestions"][0].update(likeness=1.5),
        lambda read: read["suggestions"][0].update(likeness=-0.5),
        lambda read: read["suggestions"][0].update(likeness=True),
        lambda read: read["suggestions"][0].update(likeness="1.0"),
        lambda read: read["suggestions"][0].update(evidence=None),
        lambda read: read["suggestions"][0].pop("evidence"),
        lambda read: read["suggestions"][0]["evidence"][0].update(kind="taste"),
        lambda read: read["suggestions"][0]["evidence"][0].update(kind={}),
        lambda read: read["suggestions"][0]["evidence"][0].update(value=2.0),
        lambda read: read["suggestions"][0]["evidence"][0].update(message=""),
        lambda read: read["suggestions"][0]["evidence"][0].update(message="\u001b[2J"),
        lambda read: read["suggestions"][0]["evidence"][0].update(message="a\u202eb"),
        lambda read: read["suggestions"][0]["evidence"][0].update(message="[@click=app.quit]here"),
        lambda read: read["suggestions"][0]["evidence"][0].update(message="{words} words"),
        lambda read: read["suggestions"][0]["evidence"][0].update(message="{"),
        lambda read: read["suggestions"][0]["evidence"][0].update(message="{}"),
        lambda read: read["suggestions"][0]["evidence"][1].update(message="{words:>999999999}{quote}"),
        lambda read: read["suggestions"][0]["evidence"][1].update(message="{words.__class__}"),
        lambda read: read["suggestions"][0]["evidence"][1].update(message="{quote[0]}"),
        lambda read: read["suggestions"][0]["evidence"][1].update(message="{quote!r}"),
        lambda read: read["suggestions"][0]["evidence"][1].update(plural="{more}"),
        lambda read: read["suggestions"][0]["evidence"][1].update(count=1.5),
        lambda read: read["suggestions"][0]["evidence"][1].update(count=True),
        lambda read: read["suggestions"][0]["evidence"][1].update(count=-1),
        lambda read: read["suggestions"][0]["evidence"][1].update(count=10**30),
        lambda read: read["suggestions"][0]["evidence"][1].update(values=[]),
        lambda read: read["suggestions"][0]["evidence"][1]["values"].update(words=None),
        lambda read: read["suggestions"][0]["evidence"][1]["values"].update(quote="\u009b31m"),
        lambda read: read["suggestions"][0]["evidence"][1]["values"].update(quote="\ud800"),
        lambda read: read["suggestions"][0]["evidence"][1]["values"].update({"Not a name": "x"}),
    ],
)
def test_what_the_program_would_not_write_is_the_same_as_nothing(change: Callable[[Any], object]) -> None:
    assert read_compared(changed(change)) is None


def test_what_stands_in_another_form_but_says_the_same_is_read() -> None:
    assert read_compared(changed(lambda read: None)) == KEPT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"likeness": 1.0', '"likeness": 0.9'),
        ("the titles are the same", "the chair is a crook"),
        ('"rule": "same-name-same-owner"', '"rule": "same-text"'),
        ("a" * 64, "0" * 64),
        ('"contacts": "' + "d" * 64, '"contacts": "'),
        ('"digest": "', '"digest": "0'),
        ('"digest": "', '"digest":  "'),
        ("}\n", "}"),
        ("}\n", "}\n\n"),
    ],
)
def test_what_was_changed_by_hand_is_the_same_as_nothing(old: str, new: str) -> None:
    text = write_compared(KEPT)
    head, found, tail = text.rpartition(old)
    assert found
    assert read_compared(head + new + tail) is None


def test_a_suggestion_that_was_taken_out_is_missed() -> None:
    lines = write_compared(KEPT).splitlines(keepends=True)
    assert read_compared(lines[0] + lines[2] + lines[3]) is None
    fewer = sealed((lines[0] + lines[2] + lines[3]).rpartition(', "digest": ')[0])
    assert read_compared(fewer) == Compared(MADE_FROM, (COPIED,))


@given(st.data())
def test_no_character_can_be_changed(data: st.DataObject) -> None:
    text = write_compared(KEPT)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters(codec="utf-8").filter(lambda each: each != text[place]))
    assert read_compared(text[:place] + other + text[place + 1 :]) is None


def test_a_text_with_a_backslash_before_a_u_is_read_as_it_was_written() -> None:
    evidence = Evidence("name", 0.5, "{phrase}", {"phrase": 'C:\\users, \\\\u0041 and "quotes"'})
    kept = Compared(MADE_FROM, (Suggestion("3", "11", "related", "same-name", 0.5, (evidence,)),))
    assert read_compared(write_compared(kept)) == kept


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@given(JSON, st.sampled_from(["format", "made_from", "suggestions"]))
def test_whatever_stands_in_the_file_is_read_without_an_error(anything: object, key: str) -> None:
    text = changed(lambda read: read.update({key: anything}))
    found = read_compared(text)
    empty = key == "suggestions" and found == replace(KEPT, suggestions=())
    assert found is None or empty or found == KEPT


TEXTS = st.text().map(clean)


@given(st.dictionaries(st.sampled_from(["a", "phrase"]), TEXTS | st.integers(0, 10**9)), st.floats(0, 1))
def test_every_suggestion_is_read_as_it_was_written(values: dict[str, str | int], likeness: float) -> None:
    evidence = Evidence("owner", likeness, "the owner", values)
    kept = Compared(MADE_FROM, (Suggestion("3", "11", "related", "same-name", likeness, (evidence,)),))
    assert read_compared(write_compared(kept)) == kept


def test_what_is_found_in_a_large_round_can_be_kept() -> None:
    """Above 2,000 nominations topics are worked out in another way, with other roundings."""
    draw = Random(3)  # noqa: S311 - nothing here is secret
    words = [f"{n}word" for n in range(2_000)]
    texts = [" ".join(draw.choices(words, k=200)) for _ in range(1_100)]
    several = [nomination(str(n), text[:20], text=text) for n, text in enumerate([*texts, *texts])]
    nominations, rules = round_of(*several), DuplicateRules()
    found = Compared(fingerprint(nominations, rules), suggest(nominations, rules))
    assert len(found.suggestions) >= 1_100
    assert all(map(is_ours, found.suggestions))
    assert read_compared(write_compared(found)) == found
