import pytest

from nominate_tui.model.rules import Juror, Rules
from nominate_tui.notation.juror_rules import juror_written
from nominate_tui.notation.rules import read_rules
from notation.problems import problems

LEAST = '[round]\nid = "2026"\n[[criterion]]\nid = "new"\n[[juror]]\nid = "anna"\n'


def read(more: str) -> Rules:
    return read_rules(LEAST + more, "scoring.toml")


def test_a_juror_may_be_given_a_part_of_the_nominations() -> None:
    assert read('nominations = ["4", "1"]').jurors == (Juror("anna", "anna", nominations=("4", "1")),)


def test_without_the_line_it_is_all_of_them() -> None:
    assert read("").jurors[0].nominations is None


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "[]",
            "nominations is empty → name what this juror is to score; without the line it is all of them",
        ),
        ('["4", "1", "4"]', '"4" stands here a second time → name each nomination once'),
        ('["4", "4", "4"]', '"4" stands here a second time → name each nomination once'),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_place(written: str, told: str) -> None:
    assert problems(lambda: read(f"nominations = {written}")) == [
        f"scoring.toml:7 juror[1].nominations: {told}"
    ]


def test_numbers_without_quotes_are_told_one_by_one() -> None:
    found = problems(lambda: read("nominations = [1, 4]"))
    assert [problem.split(":")[1] for problem in found] == [
        "7 juror[1].nominations[1]",
        "7 juror[1].nominations[2]",
    ]


def test_a_juror_is_written_without_what_is_absent() -> None:
    assert juror_written(Juror("bo", "Bo Lind")) == '[[juror]]\nid = "bo"\nname = "Bo Lind"\n'
    assert juror_written(Juror("bo", "Bo", "North", ("4", "1"))) == (
        '[[juror]]\nid = "bo"\nname = "Bo"\npanel = "North"\nnominations = ["4", "1"]\n'
    )
