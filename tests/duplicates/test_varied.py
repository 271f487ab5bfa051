"""Nominations varied by rule are called what a chair would call them: precision and recall a kind."""

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Final, Literal

import pytest

from duplicates import changes
from duplicates.labelled import SIX, real, sample
from duplicates.varied import NEW, Kind, Report, Result, cases, failures, reported, table
from duplicates.varied_kinds import KINDS
from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.passages import seeds
from nominate_tui.model.duplicate import Evidence, Suggestion

OF_SAMPLE: Final = 4
"""Cases of a kind on the sample round."""
OF_REAL: Final = 2
"""Cases of a kind on the real round, whose texts are twice as long."""
FLOORS: Final[dict[str, float]] = {}
"""From what precision and recall on a kind holds, where it is less than 1."""

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def assert_holds(report: Report) -> None:
    floor = FLOORS.get(report.kind.name, 1.0)
    figures = [1.0 if part is None else part for part in (report.precision, report.recall)]
    assert min(figures) >= floor, "\n".join((table([report]), *failures(report)))


@each_kind
def test_of_the_sample_round_a_kind_is_called_what_it_is(kind: Kind) -> None:
    report = reported(kind, sample(), OF_SAMPLE)
    assert report.results
    assert_holds(report)


@pytest.mark.shared
@each_kind
def test_of_the_real_round_a_kind_is_called_what_it_is(shared: Path, kind: Kind) -> None:
    assert_holds(reported(kind, real(), OF_REAL))


def test_the_sample_round_alone_gives_more_than_two_hundred_cases() -> None:
    assert sum(len(list(cases(kind, sample(), OF_SAMPLE))) for kind in KINDS) > 200


@pytest.mark.shared
def test_with_the_real_round_there_are_more_than_four_hundred(shared: Path) -> None:
    each = ((sample(), OF_SAMPLE), (real(), OF_REAL))
    assert sum(len(list(cases(kind, ground, most))) for kind in KINDS for ground, most in each) > 400


def test_kinds_have_names_of_their_own_and_the_floors_are_of_kinds() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    assert set(FLOORS) <= set(names)


@each_kind
def test_the_cases_of_a_kind_are_the_same_every_time(kind: Kind) -> None:
    once, again = (list(cases(kind, sample(), 3)) for _ in range(2))
    assert once == again


@each_kind
def test_a_case_is_one_variation_in_a_round_of_the_others(kind: Kind) -> None:
    for case in cases(kind, sample(), OF_SAMPLE):
        ids = case.nominations.ids
        assert len(set(ids)) == len(ids)
        assert set(case.pair) <= set(ids)
        assert set(ids) <= {*sample().nominations.ids, NEW}
        assert len(ids) in (25, 26)


# The report -------------------------------------------------------------------------------------------------------

COPY: Final = next(kind for kind in KINDS if kind.name == "copy under another title")
PERSON: Final = next(kind for kind in KINDS if kind.name == "the same person with another project")


def suggestion(pair: tuple[str, str], kind: Literal["duplicate", "related"]) -> Suggestion:
    return Suggestion(*pair, kind, "same-text", 0.9, (Evidence("text", 0.5, "half of it"),))


def results(kind: Kind, *answers: Literal["duplicate", "related", "distinct"]) -> list[Result]:
    """A result for each answer, in which all other pairs of the round are called what they are."""
    known = [
        suggestion(pair, "duplicate" if label == "duplicate" else "related") for pair, label in SIX.items()
    ]
    made = []
    for answer, case in zip(answers, cases(kind, sample(), len(answers)), strict=True):
        own = [] if answer == "distinct" else [suggestion(case.pair, answer)]
        there = [one for one in known if one.pair <= set(case.nominations.ids)]
        made.append(Result(case, {one.pair: one for one in (*there, *own)}))
    return made


def test_precision_is_of_what_was_suggested_and_recall_of_what_should_be() -> None:
    report = Report(COPY, results(COPY, "duplicate", "duplicate", "related", "distinct"))
    assert (report.right, report.disturbed) == (2, 0)
    assert (report.precision, report.recall) == (2 / 3, 2 / 4)


def test_where_nothing_should_be_suggested_there_is_no_recall_and_at_first_no_precision() -> None:
    quiet, loud = (Report(PERSON, results(PERSON, answer)) for answer in ("distinct", "duplicate"))
    assert (quiet.right, quiet.precision, quiet.recall) == (1, None, None)
    assert (loud.right, loud.precision, loud.recall) == (0, 0.0, None)


def test_another_pair_that_is_suggested_lowers_precision() -> None:
    (result,) = results(COPY, "duplicate")
    pair = next(
        (a, b)
        for a, b in combinations(["1", "4", "5", "9", "12", "14"], 2)
        if not {a, b} & {*result.case.pair}
    )
    wrong = suggestion(pair, "related")
    report = Report(COPY, [replace(result, suggested={**result.suggested, wrong.pair: wrong})])
    assert result.disturbed == []
    assert report.results[0].disturbed == [pair]
    assert (report.precision, report.recall) == (1 / 2, 1.0)
    assert len(list(failures(report))) == 1


def test_a_copy_may_be_called_what_its_original_is_and_nothing_else() -> None:
    case = next(one for one in cases(COPY, sample(), 26) if one.pair[0] == "7")
    assert case.may_be("7", NEW) == {"duplicate"}
    assert case.may_be("10", NEW) == {"related", "distinct"}
    assert case.may_be("7", "10") == {"related"}
    assert case.may_be("1", NEW) == case.may_be("1", "7") == {"distinct"}


def test_the_table_has_a_line_a_kind() -> None:
    report = Report(COPY, results(COPY, "duplicate", "related"))
    head, line = table([report]).splitlines()
    assert head.split() == ["kind", "may", "be", "cases", "right", "precision", "recall", "disturbed"]
    assert line.split() == ["copy", "under", "another", "title", "duplicate", "2", "1", "0.50", "0.50", "0"]


# The changes ------------------------------------------------------------------------------------------------------

TEXT: Final = (
    "Haven åbner kl. 9. De 12 frivillige vander, sår og høster sammen med afsnittet! Bagefter spiser alle suppe. "
    "Om vinteren mødes de indenfor, hvor der bindes kranse."
)


def drawn() -> Random:
    return Random(1)  # noqa: S311 - no secret hangs on it


def test_own_words_leave_no_five_in_a_row() -> None:
    told = changes.own_words(TEXT, drawn())
    assert set(seeds(words(told))) & set(seeds(words(TEXT))) == set()
    assert set(words(told)) < set(words(TEXT))


def test_three_in_a_hundred_letters_are_mistyped() -> None:
    told = changes.typing_errors("x" * 10_000, drawn())
    # Half of the errors bring another letter in: 150 of 10,000, give or take four standard deviations.
    assert 100 < len(told) - told.count("x") < 200
    assert 9_900 < len(told) < 10_200


def test_two_halves_are_the_whole() -> None:
    assert f"{changes.first_half(TEXT, drawn())} {changes.last_half(TEXT, drawn())}" == TEXT


@pytest.mark.parametrize("change", [changes.wrapped, changes.look_alike, changes.unseen])
def test_what_a_reader_does_not_see_changes_no_word(change: changes.Change) -> None:
    assert change(TEXT, drawn()) != TEXT
    assert words(change(TEXT, drawn())) == words(TEXT)


def test_numbers_become_others_and_nothing_else_does() -> None:
    told = changes.new_figures(TEXT, drawn())
    assert re.findall(r"\d+", told) != re.findall(r"\d+", TEXT)
    assert re.sub(r"\d+", "", told) == re.sub(r"\d+", "", TEXT)


def test_names_of_organisations_are_said_in_english() -> None:
    told = changes.in_english("Afdeling for Sår på Sygehus Lillebælt og Ungdommens Røde Kors", drawn())
    assert told == "Department of Sår at Lillebaelt Hospital and Red Cross Youth"


def test_a_cut_is_of_whole_sentences_and_of_the_length_asked_for() -> None:
    one = sample().nominations["1"]
    quote = changes.cut(one, 40, 60, drawn())
    assert 40 <= len(quote.split()) <= 60
    assert any(quote in text for text in one.answers.values())
    assert changes.cut(one, 900, 999, drawn()) == ""
