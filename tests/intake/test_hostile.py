"""Documents that strangers send: each gives nominations or a clear refusal, and never another exception."""

from pathlib import Path

import pytest

from intake.making import answer, written
from nominate_tui.intake.form_files import known_forms
from nominate_tui.intake.take import take_in

pytestmark = pytest.mark.shared

REFUSED = {
    "e01-cp1252.txt": "are not UTF-8",
    "e02-latin1.txt": "are not UTF-8",
    "e07-bad-utf8.txt": "are not UTF-8",
    "e08-empty.txt": "the document is empty",
    "e09-png.txt": "a PNG picture",
}
"""What cannot be read, and what is said of it; the others follow no form that is known."""


def test_no_hostile_text_does_more_than_be_refused_with_its_name(shared: Path) -> None:
    paths = sorted((shared / "cases" / "hostile" / "nominations").glob("*.txt"))
    assert len(paths) > 30
    for path in paths:
        result = take_in([path], known_forms())
        assert len(result.nominations) == 0
        (problem,) = result.problems
        assert problem.severity == "error"
        assert problem.where.partition(":")[0] == path.name
        assert REFUSED.get(path.name, "no form is recognised") in problem.message


def test_other_kinds_of_files_are_refused_by_what_they_are(shared: Path) -> None:
    folder = shared / "cases" / "hostile" / "nominations"
    for path in (
        one for one in sorted(folder.iterdir()) if one.suffix in {".pdf", ".docx", ".xlsx", ".csv", ".toml"}
    ):
        (problem,) = take_in([path], known_forms()).problems
        assert problem.severity == "error"


@pytest.mark.parametrize("place", range(4))
def test_a_hostile_text_in_an_answer_is_taken_in_clean(shared: Path, tmp_path: Path, place: int) -> None:

    names = ("t01-osc52-st.txt", "t08-overstrike.txt", "x01-rlo-title.txt", "t09-nul.txt")
    text = (shared / "cases" / "hostile" / "nominations" / names[place]).read_text(encoding="utf-8")
    (one,) = take_in([written(tmp_path, answer(text * 20))], known_forms()).nominations
    assert not any(sign in one.text for sign in "\x00\x07\x08\x1b\x9b\u202e")
    assert "\n" in one.text
