import hashlib
import json
from contextlib import suppress
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import BadInput
from nominate_tui.intake.document import Ready, Row, Sheet
from nominate_tui.intake.readers.records import read_json, read_toml
from nominate_tui.model.limits import Limits
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.notation.clean import clean
from nominate_tui.notation.nominations import write_nominations

LIMITS = Limits()


def from_json(text: str | bytes, limits: Limits = LIMITS) -> Sheet:
    """The sheet in a JSON document."""
    (sheet,) = read_json("a.json", text if isinstance(text, bytes) else text.encode(), limits)
    return sheet


def from_toml(text: str | bytes, limits: Limits = LIMITS) -> Sheet:
    """The sheet in a TOML document."""
    (sheet,) = read_toml("a.toml", text if isinstance(text, bytes) else text.encode(), limits)
    assert isinstance(sheet, Sheet)
    return sheet


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    """The headings and the rows of a sheet."""
    return [sheet.header, *(row.cells for row in sheet.rows)]


def json_problems(text: str, limits: Limits = LIMITS) -> list[tuple[str, str, str]]:
    """Address, key path and message of what is wrong in a JSON document."""
    with pytest.raises(BadInput) as caught:
        from_json(text, limits)
    return [(problem.where, problem.field, problem.message) for problem in caught.value.problems]


def toml_problems(text: str | bytes, limits: Limits = LIMITS) -> list[tuple[str, str, str]]:
    """The same of a TOML document."""
    with pytest.raises(BadInput) as caught:
        from_toml(text, limits)
    return [(problem.where, problem.field, problem.message) for problem in caught.value.problems]


# JSON


def test_a_list_of_objects_has_the_keys_as_headings_and_its_numbers_as_places() -> None:
    text = '[{"title": "En", "svar": "ja\\nnej"}, {"title": "To", "år": "2025"}]'
    assert from_json(text) == Sheet(
        "a.json",
        hashlib.sha256(text.encode()).hexdigest(),
        ("title", "svar", "år"),
        "",
        (Row("[1]", ("En", "ja\nnej", "")), Row("[2]", ("To", "", "2025"))),
    )


def test_an_object_may_have_its_records_under_nominations_and_what_stands_beside_them_is_told() -> None:
    sheet = from_json('{"form": "x", "nominations": [{"title": "En"}], "problems\\u001b": []}')
    assert cells(sheet) == [("title",), ("En",)]
    assert [(problem.severity, problem.where, problem.message) for problem in sheet.notices] == [
        ("warning", "a.json", "keys beside the records are left out: form, problems␛")
    ]


def test_an_object_may_have_its_records_under_its_only_key() -> None:
    sheet = from_json('{"indstillinger": [{"title": "En"}, {"title": "To"}]}')
    assert cells(sheet) == [("title",), ("En",), ("To",)]
    assert sheet.rows[1].place == "[2]"
    assert sheet.notices == ()


def test_an_object_alone_is_one_record_without_a_place() -> None:
    sheet = from_json('{"title": "En", "svar": "ja"}')
    assert (sheet.header, sheet.rows) == (("title", "svar"), (Row("", ("En", "ja")),))


def test_answers_may_be_an_object_in_a_record() -> None:
    sheet = from_json('[{"title": "En", "answers": {"purpose": "ja", "spread": null}, "id": "1"}]')
    assert cells(sheet) == [("title", "answers.purpose", "answers.spread", "id"), ("En", "ja", "", "1")]
    assert cells(from_json('[{"answers": "ja"}]')) == [("answers",), ("ja",)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2025", "2025"),
        ("1.50", "1.50"),
        ("-3e5", "-3e5"),
        ("9" * 5000, "9" * 5000),
        ("true", "true"),
        ("false", "false"),
        ("null", ""),
        ("[]", ""),
        ("{}", ""),
        ('" a\\r\\nb\\t"', "a\nb"),
        ('"\\u001b]52;\\u202e\\ud800"', "␛]52;⟨RLO⟩\ufffd"),
        ('"jose\\u0301"', "josé"),
    ],
)
def test_values_of_json_are_text_as_they_are_written(value: str, text: str) -> None:
    assert cells(from_json(f'[{{"title": "En", "b": {value}}}]')) == [("title", "b"), ("En", text)]


def test_keys_are_clean_headings_on_one_line() -> None:
    assert from_json('{" Titel\\n\\u001b ": "En"}').header == ("Titel ␛",)


def test_records_without_text_go_and_the_others_keep_their_places() -> None:
    assert from_json('[{"a": ""}, {}, {"b": "x"}]').rows == (Row("[3]", ("x",)),)


def test_lists_and_objects_where_text_is_expected_are_all_told_with_their_type() -> None:
    text = '{"nominations": [{"title": "En"}, {"title": ["A"], "answers": {"x": {"y": 1}}}, 7, "tekst"]}'
    assert json_problems(text) == [
        ("a.json:[2]", "nominations[2].title", "a list does not fit here"),
        ("a.json:[2]", "nominations[2].answers.x", "a table does not fit here"),
        ("a.json:[3]", "nominations[3]", '"7" does not fit here'),
        ("a.json:[4]", "nominations[4]", '"tekst" does not fit here'),
    ]
    assert json_problems('{"title": ["A"], "x": "y"}') == [("a.json", "title", "a list does not fit here")]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('[{"a": "1", "a": "2"}]', "[1].a"),
        ('[{"a": "1", " a": "2"}]', "[1]. a"),
        ('[{"answers": {"a": "1"}, "answers.a": "2"}]', "[1].answers.a"),
    ],
)
def test_a_key_that_stands_twice_is_told(text: str, field: str) -> None:
    ((where, told, message),) = json_problems(text)
    assert (where, told) == ("a.json:[1]", field)
    assert message == f"the key {field[4:].strip()} stands here a second time"


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ('[{"a": "b"},\n{"a": }]', "a.json:2", "Expecting value, at character 7"),
        ('{"a": "b"} x', "a.json:1", "Extra data, at character 12"),
        ('{"a": "b\n"}', "a.json:1", "Invalid control character at, at character 9"),
        ("[" * 100_000, "a.json", "values are nested too deep"),
        ('{"a":' * 100_000, "a.json", "values are nested too deep"),
        ('[{"a": NaN}]', "a.json", "NaN is no number of JSON"),
        ('[{"a": -Infinity}]', "a.json", "-Infinity is no number of JSON"),
    ],
)
def test_what_is_no_json_is_one_problem(text: str, where: str, reason: str) -> None:
    assert json_problems(text) == [(where, "", f"this is not valid JSON: {reason}")]


@pytest.mark.parametrize("text", ["", " \n", "\ufeff", "[]", "{}", '[{}, {"a": ""}]', '{"nominations": []}'])
def test_json_without_a_word_is_an_empty_document(text: str) -> None:
    assert json_problems(text) == [("a.json", "", "the document is empty")]


@pytest.mark.parametrize("text", ["3", '"tekst"', "null", "true"])
def test_a_single_value_is_no_record(text: str) -> None:
    assert json_problems(text) == [("a.json", "", "the document has no records, but one single value")]


def test_a_byte_order_mark_is_no_part_of_the_text_and_other_encodings_are_refused() -> None:
    assert cells(from_json('\ufeff[{"a": "æ"}]')) == [("a",), ("æ",)]
    for encoding, message in (("utf-16", "this is saved as UTF-16"), ("cp1252", "this is not UTF-8 text")):
        with pytest.raises(BadInput) as caught:
            from_json('[{"a": "æ"}]'.encode(encoding))
        assert caught.value.message == message


def test_as_many_records_as_the_limit_are_read() -> None:
    records = [{"a": "1"}] * 4
    assert len(from_json(json.dumps(records[:3]), Limits(rows=3)).rows) == 3
    message = "the table has more rows than the limit, which is 3"
    assert json_problems(json.dumps(records), Limits(rows=3)) == [("a.json:[4]", "", message)]


def test_records_that_have_no_key_in_common_are_refused_before_they_fill_the_memory() -> None:
    text = json.dumps([{f"key{number}": "1"} for number in range(20_000)])
    message = "a table of 20000 rows and 20000 columns is too large"
    assert json_problems(text) == [("a.json", "", message)]


def test_a_hostile_name_is_clean_in_the_sheet_and_in_problems() -> None:
    (sheet,) = read_json("a\x1b\n.json", b'{"a": "b"}', LIMITS)
    assert sheet.name == "a␛ .json"
    for reader in (read_json, read_toml):
        with pytest.raises(BadInput) as caught:
            reader("a\x1b\n.json", b"[", LIMITS)
        assert caught.value.where == "a␛ .json:1"


KEYS = st.text(st.sampled_from("abæø ._\n"), min_size=1, max_size=5).filter(lambda key: key.strip() == key)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)


@given(st.lists(st.dictionaries(KEYS.filter(lambda key: "\n" not in key), TEXTS, max_size=4), max_size=5))
def test_what_a_writer_of_json_writes_is_read_again(records: list[dict[str, str]]) -> None:
    kept = [{key: clean(text).strip() for key, text in record.items()} for record in records]
    kept = [record for record in kept if any(record.values())]
    with suppress(BadInput):
        sheet = from_json(json.dumps(records))
        read = [dict(zip(sheet.header, row.cells, strict=True)) for row in sheet.rows]
        assert read == [{key: record.get(key, "") for key in sheet.header} for record in kept]
        assert set(sheet.header) == {key for record in kept for key in record}
        return
    assert not kept


@given(st.text(st.sampled_from('[]{}",:a1-.eE \\u\n'), max_size=40))
def test_no_text_does_anything_but_be_read_or_refused(text: str) -> None:
    with suppress(BadInput):
        sheet = from_json(text)
        assert {len(row.cells) for row in sheet.rows} == {len(sheet.header)}


# TOML


def test_our_own_notation_is_ready() -> None:
    nominations = Nominations(
        (Nomination("15", "Klædeskabet", answers={"purpose": "ja"}),), {"purpose": "Hvad?"}
    )
    data = b"\xef\xbb\xbf" + write_nominations(nominations).encode()
    assert read_toml("nominations.toml", data, LIMITS) == (
        Ready("nominations.toml", hashlib.sha256(data).hexdigest(), nominations),
    )


def test_what_is_wrong_in_our_own_notation_is_told_by_its_lines() -> None:
    text = '[[nomination]]\nid = "1"\ntitle = 7\nnote = "x"\n'
    assert [(where, field) for where, field, _message in toml_problems(text)] == [
        ("a.toml:3", "nomination[1].title"),
        ("a.toml:4", "nomination[1].note"),
    ]


def test_one_array_of_tables_is_a_list_of_records() -> None:
    sheet = from_toml('[[indstilling]]\ntitel = "En"\n[[indstilling]]\ntitel = "To"\nanswers.x = "ja"\n')
    assert cells(sheet) == [("titel", "answers.x"), ("En", ""), ("To", "ja")]
    assert [row.place for row in sheet.rows] == ["[1]", "[2]"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("7", "7"),
        ("1.5", "1.5"),
        ("true", "true"),
        ("2026-11-22", "2026-11-22"),
        ("10:30:00", "10:30:00"),
        ("2026-11-22T10:30:00Z", "2026-11-22 10:30:00+00:00"),
        ("'''\na\n b'''", "a\n b"),
        ('"\\u001b\\u202e"', "␛⟨RLO⟩"),
    ],
)
def test_one_table_of_plain_values_is_one_record(value: str, text: str) -> None:
    sheet = from_toml(f'titel = "En"\nb = {value}\n')
    assert (sheet.header, sheet.rows) == (("titel", "b"), (Row("", ("En", text)),))


def test_lists_and_tables_where_text_is_expected_are_told_by_their_lines_and_types() -> None:
    text = 'titel = "En"\nnavne = ["A", "B"]\nsvar = { a = 1 }\nantal = 0x' + "f" * 5000
    assert toml_problems(text) == [
        ("a.toml:2", "navne", "a list does not fit here"),
        ("a.toml:3", "svar", "a table does not fit here"),
        ("a.toml:4", "antal", "a number of more than 30 digits does not fit here"),
    ]


@pytest.mark.parametrize("text", ["", "# nothing\n", '[questions]\na = ""\n'])
def test_toml_without_a_record_is_refused(text: str) -> None:
    ((where, _field, _message),) = toml_problems(text)
    assert where.partition(":")[0] == "a.toml"


@given(st.dictionaries(KEYS.filter(lambda key: "\n" not in key and key != "nomination"), TEXTS, min_size=1))
def test_what_a_writer_of_toml_writes_is_read_again(record: dict[str, str]) -> None:
    kept = {key: clean(text).strip() for key, text in record.items()}
    if any(kept.values()):
        assert cells(from_toml(tomli_w.dumps(record))) == [tuple(kept), tuple(kept.values())]


@pytest.mark.shared
def test_hostile_records_that_are_in_order_are_read(shared: Path) -> None:
    folder = shared / "cases" / "hostile" / "nominations"
    header = ("title", "nominee", "category", "statement")
    found = from_toml((folder / "o01-esc-escape.toml").read_bytes())
    assert cells(found) == [header, ("T␛]52;c;QQ==␛\\x", "A B", "X", "s")]
    found = from_toml((folder / "o04-bom.toml").read_bytes())
    assert cells(found) == [header, ("t", "A B", "X", "s")]


@pytest.mark.shared
def test_hostile_records_that_are_not_are_refused(shared: Path) -> None:
    folder = shared / "cases" / "hostile" / "nominations"
    problems = {
        name: toml_problems((folder / name).read_bytes())
        for name in ("o02-nested-5000.toml", "o03-int-5000.toml", "o05-wrong-types.toml")
    }
    assert {name: [where for where, _field, _message in found] for name, found in problems.items()} == {
        "o02-nested-5000.toml": ["a.toml:1"],
        "o03-int-5000.toml": ["a.toml:5"],
        "o05-wrong-types.toml": ["a.toml:2", "a.toml:4"],
    }
    assert [told[1:] for told in problems["o05-wrong-types.toml"]] == [
        ("nominee", "a list does not fit here"),
        ("statement", "a table does not fit here"),
    ]
