import csv
import io
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import BadInput
from nominate_tui.jury.plain_scores import ScoreColumns, columns_of, plain_columns
from nominate_tui.jury.score_list import ScoreList, read_score_list
from nominate_tui.jury.score_table import read_score_table
from nominate_tui.model.rules import Rules
from nominate_tui.ranking.rank import rank, ranking
from nominate_tui.ranking.result import Ranking
from nominate_tui.ranking.tally import tally
from ranking.rounds import ballots_of, round_of, rules_of

HEADING = "juror,nomination,criterion,score\n"
PLAIN = (
    HEADING
    + "anna,a,innovation,5\nanna,a,spread,1\nbo,a,innovation,2\nbo,a,spread,5\nbo,b,innovation,4\nbo,b,spread,4\n"
)
WEIGHTS = {"innovation": 3, "spread": 1}


def read(text: str, rules: Rules | None = None) -> ScoreList:
    return read_score_list("scores.csv", text.encode(), rules)


def ranked(found: ScoreList) -> Ranking:
    return ranking(tally(found.round, found.collected))


def problems(text: str, rules: Rules | None = None) -> list[str]:
    with pytest.raises(BadInput) as refused:
        read(text, rules)
    return [str(problem) for problem in refused.value.problems]


def test_a_table_is_ranked_as_the_ballots_would_be() -> None:
    table = {"anna": {"a": (5, 1)}, "bo": {"a": (2, 5), "b": (4, 4)}}
    round = round_of("ab", table, WEIGHTS)
    found = ranked(read(PLAIN, rules_of(WEIGHTS, ["anna", "bo"])))
    assert found == rank(round, ballots_of(round, table), ())
    # (3·5 + 1)/4 and (3·2 + 5)/4
    assert [(row.nomination, row.mean) for row in found.standings] == [
        ("b", Fraction(4)),
        ("a", Fraction(27, 8)),
    ]


def test_without_rules_criteria_count_the_same_and_everybody_named_is_a_juror() -> None:
    found = read(PLAIN)
    assert [(each.id, each.weight) for each in found.round.rules.criteria] == [
        ("innovation", Fraction(1)),
        ("spread", Fraction(1)),
    ]
    assert [juror.id for juror in found.round.rules.jurors] == ["anna", "bo"]
    assert {row.nomination: row.mean for row in ranked(found).standings} == {
        "a": Fraction(13, 4),
        "b": Fraction(4),
    }


def test_rules_without_jurors_take_those_of_the_table_and_others_keep_theirs() -> None:
    assert [juror.id for juror in read(PLAIN, rules_of(WEIGHTS, [])).round.rules.jurors] == ["anna", "bo"]
    found = ranked(read(PLAIN, rules_of(WEIGHTS, ["anna", "bo", "cy"])))
    assert [sum(row.states.values()) for row in found.standings] == [3, 3]


def test_a_score_that_is_missing_or_empty_leaves_the_review_unfinished() -> None:
    text = PLAIN.replace("anna,a,spread,1\n", "anna,a,spread,\n").replace("bo,a,spread,5\n", "")
    rows = {row.nomination: row for row in ranked(read(text)).standings}
    assert {state.value: number for state, number in rows["a"].states.items() if number} == {"unfinished": 2}
    assert (rows["a"].n, rows["b"].n) == (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("\n", "\r\n"),
        "\ufeff" + PLAIN,
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace("anna", '"anna"'),
        PLAIN.replace("\n", "\n\n"),
        PLAIN.replace("5\n", "5.0\n"),
        PLAIN.replace(",a,", ", a ,"),
        "score,criterion,juror,nomination\n"
        + "".join(
            ",".join(reversed(line.split(",")[2:])) + "," + ",".join(line.split(",")[:2]) + "\n"
            for line in PLAIN.splitlines()[1:]
        ),
        PLAIN.rstrip("\n"),
    ],
    ids=[
        "crlf",
        "bom",
        "semicolons",
        "tabs",
        "quoted",
        "blank lines",
        "4.0",
        "spaces",
        "other order",
        "no last end",
    ],
)
def test_what_spreadsheets_write_is_the_same_table(text: str) -> None:
    assert ranked(read(text)) == ranked(read(PLAIN))


def test_a_column_more_is_told_as_a_warning() -> None:
    found = read(PLAIN.replace("\n", ",x\n").replace("score,x", "score,note"))
    assert [str(problem) for problem in found.warnings] == [
        "scores.csv:1: these columns are not read: note → nothing needs to be done if that is meant"
    ]
    assert ranked(found) == ranked(read(PLAIN))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("anna,b,innovation,6", "score: 6 is not on the scale → the scale goes from 1 to 5"),
        (
            "anna,b,innovation,x",
            "score: x is not a whole number → write one number of the scale, or leave the cell empty",
        ),
        (
            "anna,b,innovation",
            ": the line has 3 cells, the first line 4 → give the line as many cells as the first line",
        ),
        ("anna,b,craft,3", "criterion: there is no criterion craft → write one of: innovation, spread"),
        ("cy,b,spread,3", "juror: cy is not a juror of this round → write one of: anna, bo"),
        (",b,spread,3", "juror: juror is empty → write whose score of what it is"),
        ("anna,,spread,3", "nomination: nomination is empty → write whose score of what it is"),
        (
            "bo,b,spread,4",
            "score: bo, b, spread stands here already, at scores.csv:7 → take one of the two lines out",
        ),
    ],
)
def test_a_line_that_does_not_fit_is_told_with_its_number(line: str, problem: str) -> None:
    told = problems(
        PLAIN + line + "\n" + PLAIN.splitlines()[1].replace("anna,a", "anna,c") + "\n",
        rules_of(WEIGHTS, ["anna", "bo"]),
    )
    separator = "" if problem.startswith(":") else " "
    assert told == [f"scores.csv:8{separator}{problem}"]


def test_every_line_that_is_wrong_is_told() -> None:
    text = HEADING + "anna,a,innovation,9\nanna,a,spread,5\nbo,a,spread,0\n"
    assert [told.split(" ")[0] for told in problems(text)] == ["scores.csv:2", "scores.csv:4"]


def test_what_is_no_table_is_refused() -> None:
    assert problems("a,b\n1,2\n") == [
        "scores.csv:1: the first line does not name these columns once: juror, nomination, criterion, score"
        " → begin the table with a line juror,nomination,criterion,score"
    ]


def test_a_table_of_nothing_ranks_nobody() -> None:
    assert ranked(read(HEADING)).standings == ()


words = st.text(st.sampled_from("abæø 1;,\"'\t\x07\u202e\u0301"), max_size=4)


@given(
    st.lists(
        st.tuples(words, words, words, st.sampled_from(("", "1", "5", "4.0", "-1", "x", " 3"))), max_size=6
    )
)
def test_the_fast_reading_reads_what_the_close_one_reads_or_nothing(
    rows: list[tuple[str, str, str, str]],
) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([("juror", "nomination", "criterion", "score"), *rows])
    data = written.getvalue().encode()
    fast = plain_columns(data)
    if fast is not None:
        table = read_score_table("scores.csv", data)
        assert table.problems == ()
        assert told(fast) == told(columns_of(table.rows))


def told(columns: ScoreColumns) -> list[object]:
    named = (columns.juror, columns.nomination, columns.criterion)
    return [columns.score.tolist(), *((each.words, each.number.tolist()) for each in named)]


def test_the_rules_say_who_was_to_score_what() -> None:
    found = ranked(read(PLAIN, rules_of(WEIGHTS, ["anna", "bo", "cy"], given={"anna": "b", "cy": "b"})))
    states = {
        row.nomination: {state.value: n for state, n in row.states.items() if n} for row in found.standings
    }
    # Anna scored a, though nobody asked her.
    assert states == {"b": {"complete": 1, "missing": 2}, "a": {"complete": 2, "unassigned": 1}}
