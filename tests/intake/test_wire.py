"""What the two processes say to each other comes through, and what is no answer is never taken for one."""

import io
import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.document import Document, Ready, Row, Sheet
from nominate_tui.intake.wire import (
    Answer,
    Request,
    Settings,
    answer_in,
    answer_packed,
    read_frame,
    request_in,
    request_packed,
    settings_in,
    settings_packed,
    write_frame,
)
from nominate_tui.model.figures import Amount, Figures
from nominate_tui.model.limits import Limits
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.notation.clean import clean, clean_line

DIGEST = "0123456789abcdef" * 4

texts = st.text(st.sampled_from('ab \t"\\æ🙂\u0301∀') | st.characters(exclude_categories=["Cs"])).map(clean)
lines = texts.map(clean_line)
places = st.integers(0, 10**6) | lines
notices = st.lists(
    st.builds(Problem, st.sampled_from(["error", "warning"]), lines, lines, lines, lines), max_size=2
).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of any lines; their places are counted, or told one by one."""
    read = draw(st.lists(lines).map(tuple))
    counted = st.integers(0, 9).map(lambda first: range(first, first + len(read)))
    told = st.lists(places, min_size=len(read), max_size=len(read)).map(tuple)
    return Document(draw(lines), DIGEST, read, draw(counted | told), draw(st.booleans()), draw(notices))


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet with at least one column."""
    header = draw(st.lists(texts, min_size=1, max_size=3).map(tuple))
    cells = st.lists(texts, min_size=len(header), max_size=len(header)).map(tuple)
    rows = draw(st.lists(st.builds(Row, places, cells), max_size=4).map(tuple))
    return Sheet(draw(lines), DIGEST, header, draw(places), rows, draw(notices))


@settings(deadline=None)
@given(st.lists(documents() | sheets(), max_size=3).map(tuple), notices, st.lists(lines).map(tuple))
def test_an_answer_comes_through_as_it_was(
    reads: tuple[Document | Sheet, ...], problems: tuple[Problem, ...], members: tuple[str, ...]
) -> None:
    answer = Answer(reads, problems, members, last=bool(members))
    assert answer_in(answer_packed(answer), "a.txt") == answer


def test_nominations_come_through_with_all_they_have() -> None:
    one = Nomination(
        "15",
        "Klædeskabet",
        answers={"purpose": "First.\n\nSecond “quoted”."},
        facts={"proposed_by": "A"},
        tables={
            "economy": Figures(
                "mio. kr.", ("2026", "2027"), {"drift": (Amount(Decimal("0.60"), Decimal(1)), None)}
            )
        },
        choices={"financing": {"own": "x"}},
        shared={"introduction": "Shared."},
        changes=(Change(datetime(2026, 11, 22, tzinfo=UTC), ("title",)),),
    )
    ready = Ready("nominations.toml", DIGEST, Nominations((one,), {"purpose": "Why?"}))
    assert answer_in(answer_packed(Answer((ready,))), "nominations.toml") == Answer((ready,))


def test_a_document_without_lines_and_one_with_an_empty_line_stay_apart() -> None:
    for read in (Document("a", DIGEST, (), ()), Document("a", DIGEST, ("",), (1,))):
        assert answer_in(answer_packed(Answer((read,))), "a") == Answer((read,))


def test_text_that_was_not_cleaned_is_cleaned_on_arrival() -> None:
    wrong = Problem("warning", "\x1b[a", "\nb", "c\x07", "\u202ed")
    document = Document("a\x1b", DIGEST, ("plain", "\x1b]52;c;aGk=\x07"), (1, "p\x1b"), notices=(wrong,))
    sheet = Sheet("b", DIGEST, ("h\x9b",), "\x1b", (Row(1, ("\x1b[2J",)),))
    mended = Problem("warning", "␛[a", " b", "c␇", "⟨RLO⟩d")
    assert answer_in(answer_packed(Answer((document, sheet), (wrong,), ("m\x1b",))), "a") == Answer(
        (
            Document("a␛", DIGEST, ("plain", "␛]52;c;aGk=␇"), (1, "p␛"), notices=(mended,)),
            Sheet("b", DIGEST, ("h⟨9B⟩",), "␛", (Row(1, ("␛[2J",)),)),
        ),
        (mended,),
        ("m␛",),
    )


READ = {"name": "a", "sha256": DIGEST, "notices": []}
LINES = {**READ, "size": 3, "places": {"first": 1, "count": 2}, "wrapped": True}
CELLS = {**READ, "size": 1, "header": ["a"], "header_place": 1, "places": [2]}
PROBLEM = {"severity": "error", "where": "", "field": "", "message": "", "todo": ""}
ANSWER = {"reads": [LINES, CELLS], "problems": [PROBLEM], "members": [], "last": False}
TEXTS = b"a\nbc"


def packed(head: object, texts: bytes) -> bytes:
    """An answer of a head and what stands behind it."""
    return json.dumps(head).encode() + b"\n" + texts


def test_the_answer_that_the_wrong_ones_are_made_of_is_one() -> None:
    document, sheet = answer_in(packed(ANSWER, TEXTS), "a").reads
    assert isinstance(document, Document)
    assert isinstance(sheet, Sheet)
    assert document.lines == ("a", "b")
    assert sheet.rows == (Row(2, ("c",)),)


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        None,
        {},
        {**ANSWER, "reads": {}},
        {**ANSWER, "reads": [1]},
        {**ANSWER, "reads": [READ, READ]},
        {**ANSWER, "reads": [LINES]},
        {**ANSWER, "reads": [LINES, {**CELLS, "size": 0}]},
        {**ANSWER, "reads": [LINES, {**CELLS, "size": 2}]},
        {**ANSWER, "reads": [LINES, {**CELLS, "size": 1.0}]},
        {**ANSWER, "reads": [{**LINES, "size": -3}, {**CELLS, "size": 7}]},
        {**ANSWER, "last": 1},
        {**ANSWER, "members": [1]},
        {**ANSWER, "members": "abc"},
        {**ANSWER, "problems": [{**PROBLEM, "severity": "fatal"}]},
        {**ANSWER, "problems": [{**PROBLEM, "where": None}]},
        {**ANSWER, "problems": [{"message": "x"}]},
        {**ANSWER, "reads": [{**LINES, "name": 1}, CELLS]},
        {**ANSWER, "reads": [{**LINES, "sha256": DIGEST[1:]}, CELLS]},
        {**ANSWER, "reads": [{**LINES, "sha256": "X" * 64}, CELLS]},
        {**ANSWER, "reads": [{**LINES, "wrapped": 1}, CELLS]},
        {**ANSWER, "reads": [{**LINES, "places": [1]}, CELLS]},
        {**ANSWER, "reads": [{**LINES, "places": [1, 2.0]}, CELLS]},
        {**ANSWER, "reads": [{**LINES, "places": [1, True]}, CELLS]},
        {**ANSWER, "reads": [{**LINES, "places": {"first": 1, "count": 3}}, CELLS]},
        {**ANSWER, "reads": [{**LINES, "places": {"first": 1, "count": 10**30}}, CELLS]},
        {**ANSWER, "reads": [{**LINES, "places": {"first": 1.5, "count": 2}}, CELLS]},
        {**ANSWER, "reads": [LINES, {**CELLS, "places": [2, 3]}]},
        {**ANSWER, "reads": [LINES, {**CELLS, "header": []}]},
        {**ANSWER, "reads": [LINES, {**CELLS, "header_place": None}]},
        {**ANSWER, "reads": [LINES, {**READ, "size": 1}]},
    ],
)
def test_what_has_another_shape_is_no_answer(wrong: object) -> None:
    with pytest.raises(BadInput) as refused:
        answer_in(packed(wrong, TEXTS), "a.txt")
    (problem,) = refused.value.problems
    assert (problem.severity, problem.where) == ("error", "a.txt")
    assert problem.message == (
        "the document brought the process that reads documents to its end (its answer is none)"
    )


@pytest.mark.parametrize("texts", [b"", b"a\nb", b"a\nbcd", b"a\nb\xe6", b"a\x1fbc"])
def test_texts_of_other_bytes_than_was_said_are_no_answer(texts: bytes) -> None:
    with pytest.raises(BadInput):
        answer_in(packed(ANSWER, texts), "a.txt")


@pytest.mark.parametrize("wrong", [b"", b"\xff", b"{", b"[" * 100_000, b"1" * 10_000])
def test_what_is_no_json_is_no_answer(wrong: bytes) -> None:
    with pytest.raises(BadInput):
        answer_in(wrong, "a.txt")


def test_settings_and_requests_come_through_also_with_a_path_that_is_no_unicode() -> None:
    told = Settings(Limits(seconds=3), "da")
    asked = Request("/home/\udce6.txt", "æ.zip", "in/ø.pdf")
    assert settings_in(settings_packed(told)) == told
    assert request_in(request_packed(asked)) == asked


def test_a_document_in_an_archive_is_called_after_both() -> None:
    assert Request("/a.zip", "a.zip").document == "a.zip"
    assert Request("/a.zip", "a.zip", "in/b.pdf").document == "a.zip/in/b.pdf"


@given(st.lists(st.binary()))
def test_frames_come_through_one_by_one_and_then_no_more(frames: list[bytes]) -> None:
    stream = io.BytesIO()
    for frame in frames:
        write_frame(stream, frame)
    stream.seek(0)
    assert [read_frame(stream, 1_000) for _frame in frames] == frames
    assert read_frame(stream, 1_000) is None


def test_a_frame_that_is_cut_off_or_too_long_is_none() -> None:
    stream = io.BytesIO()
    write_frame(stream, b"12345")
    whole = stream.getvalue()
    assert read_frame(io.BytesIO(whole), 5) == b"12345"
    assert read_frame(io.BytesIO(whole), 4) is None
    assert [read_frame(io.BytesIO(whole[:length]), 5) for length in range(len(whole))] == [None] * len(whole)
