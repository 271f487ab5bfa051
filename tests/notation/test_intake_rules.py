"""`[intake]` of scoring.toml: the limits of an intake, read strictly and written where they differ."""

from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.limits import BOUNDS, Limits
from nominate_tui.model.rules import Criterion, IntakeRules, Rules
from nominate_tui.notation.rules import read_rules, write_rules
from notation.problems import problems

LEAST = '[round]\nid = "2026"\n[[criterion]]\nid = "innovation"\n'
RULES = Rules("2026", "2026", (Criterion("innovation", {"en": "Innovation"}),))


def read(more: str) -> IntakeRules:
    """The rules of the intake in the shortest rules with something added."""
    return read_rules(LEAST + more, "scoring.toml").intake


def refused(more: str) -> list[str]:
    """The problems of the shortest rules with something added."""
    return problems(lambda: read(more))


def test_what_is_absent_has_the_limits_of_the_program() -> None:
    assert read("") == read("[intake]") == IntakeRules(Limits(20, 20, 200, 100_000, 5_000, 10_000, 10, 1_000))


def test_limits_are_read_one_by_one() -> None:
    assert read("[intake]\ndocument_mb = 300\nseconds = 60\nredact = true") == IntakeRules(
        Limits(document_mb=300, seconds=60), redact=True
    )


@pytest.mark.parametrize("key", [field.name for field in fields(Limits)])
def test_a_limit_has_bounds_and_both_are_read(key: str) -> None:
    low, high = BOUNDS[key][0], BOUNDS[key][-1]
    assert read(f"[intake]\n{key} = {low}").limits == replace(Limits(), **{key: low})
    assert read(f"[intake]\n{key} = {high}").limits == replace(Limits(), **{key: high})
    todo = f"write a whole number from {low} to {high}"
    for wrong in (low - 1, high + 1, f"{low}.0", "true", '"20"'):
        assert refused(f"[intake]\n{key} = {wrong}") == [
            f"scoring.toml:6 intake.{key}: {wrong} does not fit here → {todo}"
        ]


def test_an_unknown_limit_is_told_with_the_one_that_was_probably_meant() -> None:
    assert refused("[intake]\ndocuments_mb = 20\nredact = 1") == [
        "scoring.toml:6 intake.documents_mb: the key documents_mb is not known here → did you mean document_mb?",
        "scoring.toml:7 intake.redact: 1 does not fit here → write true or false, without quotes",
    ]


def test_only_what_differs_from_the_defaults_is_written() -> None:
    changed = replace(RULES, intake=IntakeRules(Limits(seconds=60)))
    assert "[intake]" not in write_rules(RULES)
    assert "\n[intake]\nseconds = 60\n" in write_rules(changed)
    assert "\n[intake]\nredact = true\n" in write_rules(replace(RULES, intake=IntakeRules(redact=True)))


limits = st.builds(Limits, **{key: st.sampled_from(bounds) for key, bounds in BOUNDS.items()})


@given(st.builds(IntakeRules, limits, st.booleans()))
def test_what_is_written_is_read_again_as_it_was(intake: IntakeRules) -> None:
    rules = replace(RULES, intake=intake)
    assert read_rules(write_rules(rules), "scoring.toml") == rules


def test_the_table_in_the_documentation_has_every_limit_with_its_default_and_bounds() -> None:
    document = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    section = document.partition("### The limits of an intake")[2].partition("\n## ")[0]
    rows = [line.split("|") for line in section.splitlines() if line.startswith("| `")]
    told = {row[1].strip(" `"): tuple(int(cell.replace(",", "")) for cell in row[3:6]) for row in rows}
    assert told == {key: (value, BOUNDS[key][0], BOUNDS[key][-1]) for key, value in asdict(Limits()).items()}
