"""The rules of a round as a value."""

from dataclasses import replace
from fractions import Fraction

import pytest

from nominate_tui.model.rules import Criterion, Juror, Rules, Scale, in_language

NEW = Criterion("new", {"en": "New", "da": "Ny"}, Fraction(1), anchors={"en": {1: "old", 5: "new"}})
USED = Criterion("used", {"en": "Used"}, Fraction(3))
RULES = Rules("r", "Award", (NEW, USED), (Juror("anna", "Anna"),))


@pytest.mark.parametrize("value", [0, 6, 3.0, True, "3", None])
def test_what_is_no_whole_number_of_the_scale_is_no_score(value: object) -> None:
    assert value not in Scale(1, 5)


def test_both_ends_are_on_the_scale() -> None:
    assert list(Scale(1, 5).values) == [1, 2, 3, 4, 5]
    assert 1 in Scale(1, 5)
    assert 5 in Scale(1, 5)


def test_a_weight_is_a_share_of_all_weights() -> None:
    assert RULES.share(NEW) == Fraction(1, 4)
    assert RULES.share(USED) == Fraction(3, 4)


def test_an_anchor_that_is_not_written_is_empty() -> None:
    assert NEW.anchor(5, "en") == "new"
    assert NEW.anchor(3, "en") == ""
    assert USED.anchor(3, "en") == ""


def test_another_language_falls_back_on_the_first() -> None:
    assert NEW.anchor(1, "da") == "old"
    assert in_language(USED.label, "da") == "Used"
    assert in_language({}, "da") == ""


def test_criteria_and_jurors_are_found_by_id() -> None:
    assert RULES.criterion("used") is USED
    assert RULES.criterion("none") is None
    assert RULES.juror("anna") == Juror("anna", "Anna")
    assert RULES.juror("bo") is None


def test_a_juror_is_to_score_what_is_in_the_list_and_without_one_everything() -> None:
    anna = Juror("anna", "Anna", nominations=("1", "4"))
    assert [anna.assigned(id) for id in ("1", "2", "4")] == [True, False, True]
    assert Juror("bo", "Bo").assigned("2")


def test_a_round_is_in_parts_where_some_juror_has_one() -> None:
    assert not RULES.in_parts
    assert replace(RULES, jurors=(*RULES.jurors, Juror("bo", "Bo", nominations=("1",)))).in_parts
