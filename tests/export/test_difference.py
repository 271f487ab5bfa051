import pytest

from nominate_tui.export.difference import Difference, compared

VALUE = "another value follows from the scores and rules"


def found(
    recorded: str | bytes, expected: str | bytes, file: str = "ranking.toml", *, more: bool = False
) -> list[tuple[str, ...]]:
    both = [text.encode() if isinstance(text, str) else text for text in (recorded, expected)]
    told = compared(file, both[0], both[1], "en", more_allowed=more)
    return [(each.place, each.message, each.recorded, each.recomputed) for each in told]


def test_what_is_the_same_does_not_differ() -> None:
    assert found("a = 1", "a = 1") == []


def test_a_value_is_told_with_where_it_stands_and_both_figures() -> None:
    recorded = '[[ranking]]\nnomination = "15"\noverall = "4.13"\n'
    assert found(recorded, recorded.replace("4.13", "4.20")) == [
        ("ranking, nomination 15, overall", VALUE, "4.13", "4.20")
    ]


def test_rows_are_found_by_their_names_in_whatever_order() -> None:
    a, b = '[[ranking]]\nnomination = "a"\nrank = 1\n', '[[ranking]]\nnomination = "b"\nrank = 2\n'
    assert found(a + b, b.replace("2", "1") + a.replace("1", "2")) == [
        ("ranking, nomination b, rank", VALUE, "2", "1"),
        ("ranking, nomination a, rank", VALUE, "1", "2"),
    ]


def test_what_is_missing_and_what_does_not_belong_there_is_told() -> None:
    assert found("a = 1\nc = 3", "a = 1\nb = 2") == [
        ("b", "it is missing", "", "2"),
        ("c", "it does not belong there", "3", ""),
    ]


@pytest.mark.parametrize("other", ["1.0", "true", '"1"', "[1]", "{}", "nan", "1979-05-27T07:32:00Z"])
def test_a_value_of_another_kind_differs(other: str) -> None:
    ((place, message, _recorded, recomputed),) = found(f"a = {other}", "a = 1")
    assert (place, message, recomputed) == ("a", VALUE, "1")


def test_a_list_of_texts_is_told_whole() -> None:
    assert found('shortlist = ["a", "b"]', 'shortlist = ["a", "c"]') == [("shortlist", VALUE, "a, b", "a, c")]


def test_other_line_ends_are_other_bytes() -> None:
    ((place, message, *_values),) = found("a = 1\r\nb = 2\r\n", "a = 1\nb = 2\n")
    assert (place, message) == ("line 1", "its bytes are not those that the program writes")


def test_what_another_version_wrote_in_another_form_is_the_same() -> None:
    assert found("a = 1\r\n", "a = 1\nb = 2\n", more=True) == []
    assert found("a = 1\nc = 3\n", "a = 1\nb = 2\n", more=True) == [
        ("c", "it does not belong there", "3", "")
    ]


def test_what_is_no_toml_is_told_with_its_line() -> None:
    ((place, message, *_values),) = found("a = 1\nb =", "a = 1\n")
    assert (place, message.partition(":")[0]) == ("2", "this is not valid TOML")


def test_a_cell_is_told_by_line_and_column() -> None:
    assert found("a,b\r\n1,2\r\n3,4\r\n", "a,b\r\n1,2\r\n3,5\r\n", "scores.csv") == [
        ("line 3, b", VALUE, "4", "5")
    ]


def test_lines_too_many_and_too_few_are_told() -> None:
    assert found("a\r\n1\r\n", "a\r\n1\r\n2\r\n", "scores.csv") == [("line 3", "it is missing", "", "2")]
    assert found("a\r\n1\r\n2\r\n", "a\r\n1\r\n", "scores.csv") == [
        ("line 3", "it does not belong there", "2", "")
    ]


def test_an_empty_line_is_told_where_it_stands_and_the_others_are_held_against_their_own() -> None:
    for empty in ("a,b\r\n1,2\r\n3,4\r\n\r\n", "a,b\r\n1,2\r\n\r\n3,4\r\n", "a,b\r\n\r\n1,2\r\n3,4\r\n"):
        ((place, message, *_values),) = found(empty, "a,b\r\n1,2\r\n3,4\r\n", "scores.csv")
        number = empty.split("\r\n").index("") + 1
        assert (place, message) == (f"line {number}", "it does not belong there")


def test_other_columns_are_told_unless_another_version_had_fewer() -> None:
    recorded, expected = "a,b\r\n1,2\r\n", "a,new,b\r\n1,x,2\r\n"
    assert found(recorded, expected, "scores.csv") == [("line 1", VALUE, "a, b", "a, new, b")]
    assert found(recorded, expected, "scores.csv", more=True) == []
    assert found("c\r\n1\r\n", expected, "scores.csv", more=True) == [("line 1", VALUE, "c", "a, new, b")]


@pytest.mark.parametrize("recorded", [b"\xff", b'"', b"", b"\r\n"])
def test_what_is_no_table_is_told(recorded: bytes) -> None:
    assert len(found(recorded, "a\r\n1\r\n", "scores.csv")) >= 1


def test_of_a_page_the_first_line_that_differs_is_told() -> None:
    assert [each[0] for each in found("a\nb\nc", "a\nB\nC", "result.html")] == ["line 2"]


def test_no_more_than_a_hundred_differences_of_a_file_are_told() -> None:
    recorded = "".join(f"a{number} = 1\n" for number in range(500))
    assert len(found(recorded, recorded.replace("= 1", "= 2"))) == 100


def test_what_is_told_of_a_value_is_short_and_inert() -> None:
    ((_place, _message, recorded, _recomputed),) = found('a = "\\u001b[31m' + "x" * 100 + '"', 'a = "b"')
    assert recorded == "␛[31m" + "x" * 34 + "…"


def test_a_difference_of_a_whole_file_has_no_place() -> None:
    assert Difference("a", "", "gone") == Difference("a", "", "gone", "", "")
