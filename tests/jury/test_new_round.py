"""A new round: what lies in its folder, and that a chair can begin with it."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from nominate_tui.errors import CannotStore, NotAllowed
from nominate_tui.jury.new_round import is_round, make_round
from nominate_tui.model.rules import Rules
from nominate_tui.notation.rules import read_rules


def clock() -> datetime:
    """The first of February 2027, at noon."""
    return datetime(2027, 2, 1, 12, tzinfo=UTC)


def rules_of(folder: Path) -> Rules:
    """The rules of a round."""
    return read_rules((folder / "scoring.toml").read_bytes(), "scoring.toml")


def test_a_new_round_has_rules_and_an_empty_folder_for_ballots(tmp_path: Path) -> None:
    rules = make_round(tmp_path / "prize", "da", clock)
    assert rules == tmp_path / "prize" / "scoring.toml"
    assert is_round(tmp_path / "prize")
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "prize",
        "prize/data",
        "prize/data/ballots",
        "prize/scoring.toml",
    ]


@pytest.mark.parametrize("language", ["da", "en"])
def test_its_rules_are_read_without_a_problem(tmp_path: Path, language: str) -> None:
    make_round(tmp_path, language, clock)
    rules = rules_of(tmp_path)
    assert (rules.id, rules.language, rules.shortlist, rules.quorum, rules.decimals) == (
        "2027",
        language,
        5,
        2,
        2,
    )
    assert [(criterion.id, criterion.weight) for criterion in rules.criteria] == [
        ("innovation", Fraction(25)),
        ("implementation", Fraction(20)),
        ("user_value", Fraction(25)),
        ("staff_recognition", Fraction(10)),
        ("spread", Fraction(20)),
    ]
    assert [juror.id for juror in rules.jurors] == ["anna", "bo", "clara"]
    assert rules.tie_break == ("criteria", "chair")


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_value_of_every_criterion_is_explained_in_both_languages(tmp_path: Path, language: str) -> None:
    make_round(tmp_path, language, clock)
    for criterion in rules_of(tmp_path).criteria:
        assert sorted(criterion.label) == ["da", "en"]
        assert {spoken: sorted(texts) for spoken, texts in criterion.anchors.items()} == {
            "da": [1, 2, 3, 4, 5],
            "en": [1, 2, 3, 4, 5],
        }
        texts = [text for texts in criterion.anchors.values() for text in texts.values()]
        assert len(set(texts)) == len(texts)


def test_both_templates_differ_in_their_language_only(tmp_path: Path) -> None:
    make_round(tmp_path / "da", "da", clock)
    make_round(tmp_path / "en", "en", clock)
    danish, english = rules_of(tmp_path / "da"), rules_of(tmp_path / "en")
    assert (danish.criteria, danish.jurors, danish.duplicates) == (
        english.criteria,
        english.jurors,
        english.duplicates,
    )


def test_seed_and_pseudonym_key_are_drawn_anew_for_each_round(tmp_path: Path) -> None:
    make_round(tmp_path / "a", "en", clock)
    make_round(tmp_path / "b", "en", clock)
    a, b = rules_of(tmp_path / "a"), rules_of(tmp_path / "b")
    drawn = {a.seed, a.pseudonym_key, b.seed, b.pseudonym_key}
    assert len(drawn) == 4
    assert {len(text) for text in drawn} == {16, 32}


def test_a_language_without_a_template_gets_the_english_one(tmp_path: Path) -> None:
    make_round(tmp_path, "fi", clock)
    assert rules_of(tmp_path).language == "en"


def test_a_folder_that_is_a_round_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "scoring.toml").write_text("# mine\n", encoding="utf-8")
    with pytest.raises(NotAllowed) as refused:
        make_round(tmp_path, "en", clock)
    assert refused.value.message == "This folder is a round already"
    assert (tmp_path / "scoring.toml").read_text(encoding="utf-8") == "# mine\n"
    assert not (tmp_path / "data").exists()


def test_what_else_lies_in_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "data" / "ballots").mkdir(parents=True)
    (tmp_path / "data" / "nominations.toml").write_text("# kept\n", encoding="utf-8")
    make_round(tmp_path, "en", clock)
    assert (tmp_path / "data" / "nominations.toml").read_text(encoding="utf-8") == "# kept\n"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CannotStore) as failed:
        make_round(tmp_path / "file" / "round", "en", clock)
    assert failed.value.where == str(tmp_path / "file" / "round")
