"""Documents that strangers send: every one of the collected cases comes out as it must."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomli

from intake.making import nomination, written
from nominate_tui.duplicates.suggest import suggest
from nominate_tui.intake.form import Form
from nominate_tui.intake.form_files import known_forms, read_forms
from nominate_tui.intake.result import IntakeResult
from nominate_tui.intake.take import take_in
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import DuplicateRules

pytestmark = pytest.mark.shared

HOSTILE = Path(__file__).parents[3] / "shared" / "cases" / "hostile"

REASONS = {
    "e08-empty.txt": "empty",
    "e09-png.txt": "a PNG picture",
    "v04-unbalanced-quote.csv": "quotation mark",
    "o02-nested-5000.toml": "nested too deep",
    "o03-int-5000.toml": "too many digits",
    "o05-wrong-types.toml": "nominee",
    "w01-xxe.docx": "document type (DTD)",
    "w02-laughs.docx": "document type (DTD)",
    "w03-bomb.docx": "MB",
    "w07-not-a-zip.docx": "Office file of the old kind",
    "s01-laughs.xlsx": "document type (DTD)",
    "s02-merge-bomb.xlsx": "merged",
    "s03-far-cell.xlsx": "XFD1048576",
    "s05-bomb.xlsx": "MB",
    "p02-flate-bomb.pdf": "larger than 20 MB",
    "p03-truncated.pdf": "cut off",
    "p05-no-text.pdf": "no text layer",
}
"""What is refused, and a word that its message must have."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document of the collection."""

    name: str
    expect: str
    contains: tuple[str, ...]
    absent: tuple[str, ...]


def cases() -> list[Case]:
    """The documents among the cases; the ballots are tested where ballots are read."""
    if not HOSTILE.is_dir():
        return []
    manifest: Mapping[str, list[Mapping[str, Any]]] = tomli.loads(
        (HOSTILE / "manifest.toml").read_text(encoding="utf-8")
    )
    return [
        Case(
            one["file"].removeprefix("nominations/"),
            one["expect"],
            tuple(one["contains"]),
            tuple(one["absent"]),
        )
        for one in manifest["case"]
        if one["file"].startswith("nominations/")
    ]


@cache
def forms() -> tuple[Form, ...]:
    return (*read_forms([Path(__file__).parent / "statement.toml"]), *known_forms())


def taken(name: str) -> IntakeResult:
    return take_in([HOSTILE / "nominations" / name], forms())


def texts(nominations: Nominations) -> str:
    """Everything that a juror can read of nominations."""
    return "\n".join(
        text
        for one in nominations
        for text in (one.id, one.title, one.organisation, *one.facts.values(), *one.answers.values())
    )


CASES = cases()
REFUSED = [case.name for case in CASES if case.expect == "refused"]
READ = [case for case in CASES if case.expect != "refused"]


def test_the_collection_has_the_cases_that_are_known(shared: Path) -> None:
    assert len(CASES) == 75
    assert set(REFUSED) == set(REASONS)


@pytest.mark.parametrize("name", REFUSED)
def test_what_must_be_refused_is_named_with_its_reason_and_nothing_of_it_is_taken(
    shared: Path, name: str
) -> None:
    result = taken(name)
    assert len(result.nominations) == 0
    assert result.errors
    for problem in result.errors:
        assert problem.where.startswith(name)
        assert problem.todo
        assert "mistake of this program" not in problem.message
    assert any(REASONS[name] in str(problem) for problem in result.errors)


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_what_can_be_read_shows_what_it_must_and_nothing_that_acts(shared: Path, case: Case) -> None:
    result = taken(case.name)
    shown = texts(result.nominations)
    assert len(result.nominations) > 0
    assert [text for text in case.contains if text not in shown] == []
    told = "\n".join([shown, *map(str, result.problems)])
    assert [text for text in case.absent if text in told] == []
    assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in told)
    assert not any(0x7F <= ord(sign) < 0xA0 for sign in told)


@pytest.mark.parametrize(
    "name",
    [
        "e01-cp1252.txt",
        "e02-latin1.txt",
        "e05-mojibake.txt",
        "e07-bad-utf8.txt",
        "r01-hyphen-ligature.txt",
        "p06-hyphen.pdf",
        "v02-semicolon-cp1252.csv",
        "v05-ragged.csv",
        "s04-formula-cells.xlsx",
        "s06-types.xlsx",
        "w04-tracked.docx",
    ],
)
def test_what_was_repaired_or_is_doubtful_is_told(shared: Path, name: str) -> None:
    result = taken(name)
    assert [problem for problem in result.problems if problem.where.startswith(name)] != []


@pytest.mark.parametrize("name", ["k06-field-words.txt"])
def test_a_line_that_only_looks_like_a_title_stays_in_the_statement(shared: Path, name: str) -> None:
    (one,) = taken(name).nominations
    assert one.title == "The Quiet Orchard"
    assert one.answers["statement"].endswith("Category: none")


@pytest.mark.parametrize("name", ["x03-dup-zwsp.txt", "x04-dup-homoglyph.txt", "x05-dup-case-space.txt"])
def test_a_title_in_disguise_is_found_to_be_the_same(shared: Path, name: str) -> None:
    pair = take_in([HOSTILE / "nominations" / one for one in ("x02-dup-original.txt", name)], forms())
    assert len(suggest(pair.nominations, DuplicateRules())) == 1


def test_a_bad_file_never_stops_the_others(shared: Path, tmp_path: Path) -> None:
    for name in REFUSED:
        shutil.copy(HOSTILE / "nominations" / name, tmp_path / name)
    written(tmp_path, nomination(1), "good.txt")
    result = take_in([tmp_path], forms())
    assert result.nominations.ids == ("1",)
    assert {problem.where.partition(":")[0] for problem in result.errors} == set(REFUSED)
