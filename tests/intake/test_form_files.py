from pathlib import Path

import pytest

from intake.making import told
from nominate_tui.errors import BadInput
from nominate_tui.intake.form import Form, Question
from nominate_tui.intake.form_files import known_forms, read_form, read_forms

WHOLE = """
format = 1
label = { da = "Ansøgning", en = "Application" }
begins = ["Nr. {number}"]
[[question]]
fills = "title"
headings = ["Navn på projektet", "Projektets navn"]
kind = "line"
beside = true
missing = "warning"
[[question]]
fills = "answers.why"
headings = ["Hvorfor?"]
limit = 500
"""


def problems(text: str, name: str = "a.toml") -> list[tuple[str, str, str]]:
    with pytest.raises(BadInput) as caught:
        read_form(text, name)
    assert all(problem.todo for problem in caught.value.problems)
    return told(caught.value.problems)


def test_a_form_file_is_read_whole() -> None:
    assert read_form(WHOLE, "grant.toml") == Form(
        id="grant",
        label={"da": "Ansøgning", "en": "Application"},
        begins=("Nr. {number}",),
        questions=(
            Question(
                "title", ("Navn på projektet", "Projektets navn"), "line", beside=True, missing="warning"
            ),
            Question("answers.why", ("Hvorfor?",), limit=500),
        ),
    )


def test_all_problems_of_a_form_file_are_told_with_their_lines() -> None:
    text = """format = 2
begins = ["{title}"]
[[question]]
fills = "score"
headings = []
colour = "red"
[[question]]
fills = "answers.why"
headings = [" ? "]
kind = "long"
limit = 0
"""
    assert problems(text) == [
        ("error", "a.toml:1", "format"),
        ("error", "a.toml:2", "begins"),
        ("error", "a.toml:4", "question[1].fills"),
        ("error", "a.toml:5", "question[1].headings"),
        ("error", "a.toml:6", "question[1].colour"),
        ("error", "a.toml:9", "question[2].headings"),
        ("error", "a.toml:10", "question[2].kind"),
        ("error", "a.toml:11", "question[2].limit"),
    ]


@pytest.mark.parametrize("begins", ['["{title}"]', '["{number} {number}"]', '["{number} {title} {title}"]'])
def test_a_beginning_has_the_number_once_and_the_title_at_most_once(begins: str) -> None:
    assert problems(WHOLE.replace('["Nr. {number}"]', begins)) == [("error", "a.toml:4", "begins")]


def test_a_form_has_at_least_one_question() -> None:
    assert problems('begins = ["{number}"]') == [("error", "a.toml:1", "question")]


def test_two_questions_may_not_fill_the_same_or_share_a_heading() -> None:
    doubled = WHOLE.replace("answers.why", "title").replace("Hvorfor?", "projektets  navn:")
    assert problems(doubled) == [("error", "a.toml:5", "question"), ("error", "a.toml:5", "question")]


def test_the_name_of_the_file_is_the_name_of_the_form_and_fit_for_a_command_line() -> None:
    assert problems(WHOLE, "my form.toml") == [("error", "my form.toml:2", "format")]


def test_the_shipped_forms_are_known_without_a_round() -> None:
    assert [form.id for form in known_forms()] == ["budgetinitiativ", "indstilling", "table"]


def test_the_forms_of_a_round_come_first_and_replace_shipped_ones_of_their_name(tmp_path: Path) -> None:
    for name in ("grant", "indstilling"):
        (tmp_path / f"{name}.toml").write_text(WHOLE)
    forms = known_forms(tmp_path)
    assert [(form.id, len(form.questions)) for form in forms[:2]] == [("grant", 2), ("indstilling", 2)]


def test_a_round_without_a_folder_of_forms_has_the_shipped_ones(tmp_path: Path) -> None:
    assert known_forms(tmp_path / "forms") == known_forms()


def test_the_problems_of_all_form_files_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("begins = 3")
    (tmp_path / "b.toml").write_text("=")
    with pytest.raises(BadInput) as caught:
        read_forms([tmp_path / "a.toml", tmp_path / "b.toml", tmp_path / "c.toml"])
    assert [problem.where for problem in caught.value.problems] == [
        "a.toml:1",
        "a.toml:1",
        "b.toml:1",
        "c.toml",
    ]


def test_a_folder_in_the_place_of_a_form_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.toml").mkdir()
    with pytest.raises(BadInput) as caught:
        known_forms(tmp_path)
    assert str(caught.value) == (
        "own.toml: own.toml is not a file but a folder → move it away, or put the file there"
    )


@pytest.mark.parametrize("wording", ["{any}", "{any} {any} {any} slut", "… {any}"])
def test_a_wording_has_words_of_its_own_and_few_places_for_others(wording: str) -> None:
    assert problems(f'wording = ["{wording}"]\n{WHOLE}') == [("error", "a.toml:1", "wording")]


def test_a_beginning_has_no_place_for_any_words() -> None:
    assert problems(WHOLE.replace("Nr. {number}", "{any} {number}")) == [("error", "a.toml:4", "begins")]


def test_a_number_in_a_document_stands_on_the_line_that_begins_a_nomination() -> None:
    assert problems(WHOLE.replace('"answers.why"', '"id"')) == [("error", "a.toml:5", "question")]
