from fractions import Fraction

import pytest

from nominate_tui.model.rules import Criterion, DuplicateRules, Juror, Rules, Scale
from nominate_tui.notation.rules import read_rules
from notation.problems import problems

LEAST = '[round]\nid = "2026"\n[[criterion]]\nid = "innovation"\n'
"""The shortest rules there can be."""

FULL = """
[round]
id = "2026"
title = "Civilsamfundsprisen"
language = "da"
shortlist = 5
quorum = 3
decimals = 2
seed = "drawn before scores were seen"
pseudonym_key = "k"
incomplete_reviews = false                 # may a review with criteria missing count?
[scale]
min = 1
max = 5
[[criterion]]
id = "innovation"
label = { da = "Nyskabelse", en = "Innovation" }
weight = 25
answers = ["innovation"]                   # the answers it is judged by
anchors.da = { 1 = "kendt fra andre steder", 3 = "…", 5 = "…" }
anchors.en = { 1 = "known from elsewhere", 3 = "…", 5 = "…" }
[ranking]
method = "mean"
tie_break = ["criteria", "head_to_head", "fewest_lowest", "chair", "lot"]
tie_at_line = "chair"
[duplicates]
aliases = [["BFH", "Bispebjerg og Frederiksberg Hospital"]]
[[juror]]
id = "anna"
name = "Anna …"
panel = "North"
"""


def read(text: str) -> Rules:
    """The rules of a text."""
    return read_rules(text, "scoring.toml")


def refused(more: str) -> list[str]:
    """The problems of the shortest rules with something added."""
    return problems(lambda: read(LEAST + more))


def test_rules_are_read_as_they_are_written() -> None:
    assert read(FULL) == Rules(
        id="2026",
        title="Civilsamfundsprisen",
        language="da",
        shortlist=5,
        quorum=3,
        decimals=2,
        seed="drawn before scores were seen",
        pseudonym_key="k",
        scale=Scale(1, 5),
        criteria=(
            Criterion(
                "innovation",
                {"da": "Nyskabelse", "en": "Innovation"},
                Fraction(25),
                ("innovation",),
                {
                    "da": {1: "kendt fra andre steder", 3: "…", 5: "…"},
                    "en": {1: "known from elsewhere", 3: "…", 5: "…"},
                },
            ),
        ),
        method="mean",
        tie_break=("criteria", "head_to_head", "fewest_lowest", "chair", "lot"),
        tie_at_line="chair",
        duplicates=DuplicateRules(aliases=(("BFH", "Bispebjerg og Frederiksberg Hospital"),)),
        jurors=(Juror("anna", "Anna …", "North"),),
    )


def test_what_is_absent_has_a_default() -> None:
    assert read(LEAST) == Rules(
        id="2026", title="2026", criteria=(Criterion("innovation", {"en": "innovation"}),)
    )


def test_a_plain_label_is_in_the_language_of_the_round() -> None:
    text = '[round]\nid = "x"\nlanguage = "da"\n[[criterion]]\nid = "a"\nlabel = "Nyskabelse"'
    assert read(text).criteria[0].label == {"da": "Nyskabelse"}


def test_anchors_may_stand_in_tables_of_their_own() -> None:
    rules = read(LEAST + '[criterion.anchors.en]\n1 = "low"\n5 = "high"\n')
    assert rules.criteria[0].anchors == {"en": {1: "low", 5: "high"}}


def test_anchors_lie_on_the_scale_also_below_zero() -> None:
    text = '[scale]\nmin = -2\nmax = 2\n[[criterion]]\nid = "b"\nanchors.en = { -2 = "low", 0 = "even" }\n'
    assert read(LEAST + text).criteria[1].anchors == {"en": {-2: "low", 0: "even"}}


def test_the_name_of_a_juror_is_the_id_where_none_is_given() -> None:
    assert read(LEAST + '[[juror]]\nid = "bo"').jurors == (Juror("bo", "bo"),)


def test_an_empty_file_tells_what_it_needs() -> None:
    assert problems(lambda: read("")) == [
        'scoring.toml:1 round.id: id is missing → write for example id = "2026"',
        "scoring.toml:1 criterion: there is no criterion → write at least one [[criterion]]",
    ]


@pytest.mark.parametrize("method", ["mean", "adjusted", "trimmed", "majority"])
def test_there_are_four_methods(method: str) -> None:
    assert read(LEAST + f'[ranking]\nmethod = "{method}"').method == method


def test_the_method_is_adjusted_where_none_is_named() -> None:
    assert read(LEAST).method == "adjusted"


def test_a_tie_at_the_line_may_be_left_to_the_chair() -> None:
    assert read(LEAST).tie_at_line == "extend"
    assert read(LEAST + '[ranking]\ntie_at_line = "chair"').tie_at_line == "chair"


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (
            '[ranking]\nmethod = "median"',
            '6 ranking.method: "median" does not fit here → write one of: mean, adjusted, trimmed, majority',
        ),
        (
            '[ranking]\ntie_break = ["lot"]\ntie_at_line = "chair"',
            "7 ranking.tie_at_line: a tie at the line is left to the chair, who is not among the tie-breaks"
            ' → add "chair" to tie_break, or write tie_at_line = "extend"',
        ),
        (
            '[ranking]\ntie_break = ["chairs"]',
            '6 ranking.tie_break: "chairs" is no tie-break → did you mean chair?',
        ),
        (
            '[ranking]\ntie_break = ["lot", "lot"]',
            '6 ranking.tie_break: "lot" stands here a second time → write each at most once: '
            "criteria, head_to_head, fewest_lowest, chair, lot",
        ),
        (
            "[scale]\nmin = 5\nmax = 5",
            "7 scale.max: a scale from 5 to 5 cannot be used → let max be larger than min, "
            "with at most 100 values between them",
        ),
        (
            "[scale]\nmax = 200",
            "6 scale.max: a scale from 1 to 200 cannot be used → let max be larger than min, "
            "with at most 100 values between them",
        ),
        (
            'anchors.en = { 6 = "x" }',
            '5 criterion[1].anchors.en.6: "6" is not on the scale → write a whole number from 1 to 5',
        ),
        (
            'anchors.en = { 01 = "x" }',
            '5 criterion[1].anchors.en.01: "01" is not on the scale → write a whole number from 1 to 5',
        ),
        (
            'label = { dansk = "x" }',
            '5 criterion[1].label.dansk: "dansk" is no language → write a code of ISO 639, such as da or en',
        ),
        ('label = ""', "5 criterion[1].label: label is empty → write a text, or take the line out"),
        ("label = {}", "5 criterion[1].label: label is empty → write a text, or take the line out"),
        (
            'label = { da = "Ny", en = " " }',
            "5 criterion[1].label.en: en is empty → write a text, or take the line out",
        ),
        (
            '[[juror]]\nid = "anna"\nname = ""',
            "7 juror[1].name: name is empty → write a text, or take the line out",
        ),
        (
            "weight = 1234567890",
            "5 criterion[1].weight: 1234567890 does not fit here → "
            "write a number above 0, at most 1000000000, with a point for decimals",
        ),
        ("label = 3", "5 criterion[1].label: 3 does not fit here → write text, in quotes"),
        (
            "weight = nan",
            "5 criterion[1].weight: nan does not fit here → "
            "write a number above 0, at most 1000000000, with a point for decimals",
        ),
        (
            '[[criterion]]\nid = "innovation"',
            '6 criterion[2].id: "innovation" stands here a second time → give each an id of its own',
        ),
        (
            '[[criterion]]\nid = "In novation"',
            '6 criterion[2].id: "In novation" cannot be an id → '
            "write at most 64 lower-case letters a to z, digits and _",
        ),
        (
            '[[juror]]\nid = "../anna"',
            '6 juror[1].id: "../anna" cannot be an id → write at most 64 letters a to z, digits, - and _',
        ),
        (
            '[[juror]]\nid = "anna"\n[[juror]]\nid = "Anna"',
            '8 juror[2].id: "anna" stands here a second time → give each an id of its own',
        ),
        ("[[juror]]\nid = 7", "6 juror[1].id: 7 does not fit here → write text, in quotes"),
        (
            "[duplicates]\ntitle = 85",
            "6 duplicates.title: 85 does not fit here → write a number from 0 to 1, with a point for decimals",
        ),
        ("[rankings]", "5 rankings: the key rankings is not known here → did you mean ranking?"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_to_do(more: str, problem: str) -> None:
    assert refused(more) == [f"scoring.toml:{problem}"]


@pytest.mark.parametrize(
    ("line", "todo"),
    [
        ("shortlist = 0", "write a whole number from 1 to 1000000000"),
        ("quorum = true", "write a whole number from 1 to 1000000000"),
        ("decimals = 2.0", "write a whole number from 0 to 9"),
        ('incomplete_reviews = "no"', "write true or false, without quotes"),
        ('language = "dk"', "write one of: da, en"),
        ("title = 7", "write text, in quotes"),
    ],
)
def test_the_round_is_read_strictly(line: str, todo: str) -> None:
    key, _, value = line.partition(" = ")
    assert problems(lambda: read(LEAST.replace("[[", f"{line}\n[["))) == [
        f"scoring.toml:3 round.{key}: {value} does not fit here → {todo}"
    ]


def test_an_empty_title_is_told() -> None:
    assert problems(lambda: read(LEAST.replace("[[", 'title = "\\u200b "\n[['))) == [
        "scoring.toml:3 round.title: title is empty → write a text, or take the line out"
    ]


def test_an_empty_list_of_criteria_is_told() -> None:
    assert problems(lambda: read('criterion = []\n[round]\nid = "2026"\n')) == [
        "scoring.toml:1 criterion: there is no criterion → write at least one [[criterion]]"
    ]


def test_all_problems_are_told_at_once() -> None:
    assert len(refused('weight = -1\nlabel = 1\n[scale]\nmin = "x"\n[[juror]]\nid = "a b"')) == 4
