import csv
from collections.abc import Iterator
from dataclasses import replace

import pytest

from export.sample import sample, sample_outcome
from nominate_tui.errors import BadInput
from nominate_tui.export.review_reading import read_reviews
from nominate_tui.export.review_table import reviews_csv
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.nomination import Nomination, Nominations

HEAD = (
    b"juror,nomination,state,counted,recused,recused_by,text_changes_since,score_innovation,score_spread\r\n"
)


def read(data: bytes) -> dict[str, Ballot]:
    outcome = sample_outcome("en")
    return dict(read_reviews(data, "reviews.csv", outcome.round.rules, outcome.round.nominations))


def refused(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as caught:
        read(data)
    return [(problem.where, problem.message) for problem in caught.value.problems]


def test_what_is_read_is_what_was_written() -> None:
    outcome = sample_outcome("en")
    assert read(reviews_csv(outcome)) == outcome.ballots


def test_state_and_whether_it_counted_are_worked_out_and_not_read() -> None:
    (ballot,) = read(HEAD + b"J1,3,missing,perhaps,,,0,4,5\r\n").values()
    assert ballot.review("3").scores == {"innovation": 4, "spread": 5}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"J9,3,,,,,0,4,5", 'there is no such juror: "J9"'),
        (b"J1,99,,,,,0,4,5", 'there is no such nomination: "99"'),
        (b"J1,3,,,,,1,4,5", 'this is not a whole number from 0 to 0: "1"'),
        (b"J1,3,,,,,,4,5", "this is not a whole number from 0 to 0"),
        (b"J1,3,,,,,0,6,5", 'this is not a whole number from 1 to 5: "6"'),
        (b"J1,3,,,,,0,4.0,5", 'this is not a whole number from 1 to 5: "4.0"'),
        (b"J1,3,,,,,0,\xd9\xa4,5", 'this is not a whole number from 1 to 5: "٤"'),
        (b"J1,3,,,,,0," + b"9" * 5000 + b",5", f'this is not a whole number from 1 to 5: "{"9" * 39}…"'),
        (b"J1,3,,,love,juror,0,4,5", 'there is no such conflict of interest: "love"'),
        (b"J1,3,,,,,0,4", "this is not a line of such a table"),
        (b"J1,3,,,,,0,4,5,6", "this is not a line of such a table"),
        (b"J1,3,,,,,0,\x1b[31m,5", 'this is not a whole number from 1 to 5: "␛[31m"'),
    ],
)
def test_a_line_that_no_export_wrote_is_told_with_its_number(line: bytes, message: str) -> None:
    assert refused(HEAD + line + b"\r\n") == [("reviews.csv:2", message)]


def test_every_line_that_is_wrong_is_told() -> None:
    lines = b"J9,3,,,,,0,4,5\r\nJ1,3,,,,,0,4,5\r\nJ1,3,,,,,0,4,5\r\n"
    assert refused(HEAD + lines) == [
        ("reviews.csv:2", 'there is no such juror: "J9"'),
        ("reviews.csv:4", 'this review stands here a second time: "3"'),
    ]


def test_other_columns_are_no_such_table() -> None:
    assert refused(HEAD.replace(b"juror,", b"judge,", 1)) == [
        ("reviews.csv:1", "this is not a line of such a table")
    ]


@pytest.fixture
def usual_limit() -> Iterator[None]:
    """Cells of the size that Python allows, whatever was read in this process before: the limit is the process's."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.mark.parametrize("data", [b"\xff\xfe", b'"', b'"' + b"x" * 200_000 + b'"'])
@pytest.mark.usefixtures("usual_limit")
def test_what_is_no_table_is_told(data: bytes) -> None:
    ((where, message),) = refused(data)
    assert (where, message.partition(":")[0]) == ("reviews.csv", "this is no table that an export wrote")


def test_an_id_that_a_spreadsheet_would_run_comes_back_as_it_was() -> None:
    bare = sample("en")
    for id in ("=1", "'=1", "'x", "-3", "a"):
        nominations = Nominations((Nomination(id, "A title"),))
        round = replace(bare, nominations=nominations)
        written = f"'{id}" if id in ("=1", "'=1", "-3") else id
        data = HEAD + f"J1,{written},,,,,0,4,5\r\n".encode()
        jurors = tuple(replace(juror, id="J1") for juror in round.rules.jurors[:1])
        found = read_reviews(data, "", replace(round.rules, jurors=jurors), nominations)
        assert list(found["J1"].reviews) == [id]
