"""The round that lies in the repository, for whoever tries the program: it is what the README says of it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from cli.printing import CommandLine
from nominate_tui.duplicates.suggest import suggest
from nominate_tui.model.ballot import Review, ReviewState
from nominate_tui.store.folder import FolderStore

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
ANSWERS = (
    "purpose",
    "audience",
    "innovation",
    "implementation",
    "user_value",
    "staff_recognition",
    "spread",
)


@pytest.fixture
def nominate(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> CommandLine:
    """The command line of a user who speaks English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    return CommandLine(capsys)


@pytest.fixture
def store() -> FolderStore:
    """The round, to read."""
    return FolderStore(ROOT)


def test_nothing_in_it_is_wrong(nominate: CommandLine) -> None:
    assert nominate.done("check", ROOT, "--format", "json").json["problems"] == []


def test_the_document_taken_in_gives_the_nominations_and_contacts_byte_for_byte(
    nominate: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "scoring.toml").write_bytes((ROOT / "scoring.toml").read_bytes())
    assert nominate("intake", DATA / "indstillinger.txt", "--round", tmp_path).code == 0
    for name in ("nominations.toml", "contacts.toml"):
        assert (tmp_path / "data" / name).read_bytes() == (DATA / name).read_bytes()


def test_the_document_is_taken_in_whole_with_a_word_on_titles_that_are_written_in_two_ways(
    nominate: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "scoring.toml").write_bytes((ROOT / "scoring.toml").read_bytes())
    asked = ("intake", DATA / "indstillinger.txt", "--round", tmp_path, "--dry-run", "--format", "json")
    taken = nominate.done(*asked).json
    assert (taken["form"], len(taken["nominations"])) == ("indstilling", 26)
    told = {(problem["severity"], problem["field"]) for problem in taken["problems"]}
    assert told == {("warning", "title")}
    assert not (tmp_path / "data").exists()


def test_there_are_twenty_six_nominations_worth_reading(store: FolderStore) -> None:
    nominations = store.nominations()
    assert nominations.ids == tuple(str(number) for number in range(1, 27))
    for nomination in nominations:
        assert tuple(nomination.answers) == ANSWERS
        assert all(text.strip() for text in nomination.answers.values())
        assert 150 <= nomination.words <= 450
        assert nomination.title
        assert nomination.organisation
        assert nomination.started


def test_the_rules_are_those_that_the_chair_can_read_of(store: FolderStore) -> None:
    rules = store.rules()
    assert (rules.scale.min, rules.scale.max) == (1, 5)
    assert (rules.quorum, rules.shortlist, rules.language) == (3, 5, "da")
    assert (rules.method, rules.tie_break) == ("mean", ("criteria", "chair"))
    assert len(rules.jurors) == 5
    assert len({criterion.weight for criterion in rules.criteria}) > 1


def test_every_value_of_every_criterion_has_an_anchor_in_danish_and_english(store: FolderStore) -> None:
    for criterion in store.rules().criteria:
        assert {language: tuple(texts) for language, texts in criterion.anchors.items()} == {
            "da": (1, 2, 3, 4, 5),
            "en": (1, 2, 3, 4, 5),
        }
        assert set(criterion.label) == {"da", "en"}


def test_every_criterion_is_judged_by_an_answer_that_the_nominations_have(store: FolderStore) -> None:
    for criterion in store.rules().criteria:
        assert set(criterion.answers) <= set(ANSWERS)
        assert criterion.answers


def test_four_ballots_are_filled_and_annas_is_left_for_the_newcomer(store: FolderStore) -> None:
    collected = store.ballots()
    assert (sorted(collected.ballots), collected.problems) == (["bjarke", "cecilie", "dines", "elin"], ())
    assert not (DATA / "ballots" / "anna.toml").exists()


def test_among_them_are_a_recusal_an_abstention_and_an_unfinished_review(store: FolderStore) -> None:
    criteria = store.rules().criteria
    reviews = [review for ballot in store.ballots().ballots.values() for review in ballot.reviews.values()]
    states = Counter(review.state(criteria) for review in reviews)
    assert states[ReviewState.RECUSED] >= 1
    assert states[ReviewState.UNFINISHED] >= 1
    assert states[ReviewState.COMPLETE] >= 80
    assert any(review.abstained for review in reviews)


def test_jurors_do_not_agree(store: FolderStore) -> None:
    criteria = store.rules().criteria
    ballots = store.ballots().ballots.values()

    def apart(id: str) -> int:
        given = [_total(ballot.review(id)) for ballot in ballots if _complete(ballot.review(id))]
        return max(given) - min(given)

    def _complete(review: Review) -> bool:
        return review.state(criteria) is ReviewState.COMPLETE

    assert sum(apart(id) >= 2 for id in store.nominations().ids) >= 13


def _total(review: Review) -> int:
    return sum(review.scores.values())


def test_the_pairs_worth_a_look_are_these_six(store: FolderStore) -> None:
    suggestions = suggest(store.nominations(), store.rules().duplicates)
    assert {(s.a, s.b): s.suggested for s in suggestions} == {
        ("3", "11"): "duplicate",
        ("2", "22"): "related",
        ("7", "10"): "related",
        ("15", "18"): "related",
        ("15", "20"): "related",
        ("18", "20"): "related",
    }
    assert (suggestions[0].a, suggestions[0].b) == ("3", "11")


def test_every_address_is_one_that_nobody_has() -> None:
    for file in (ROOT / "scoring.toml", *DATA.rglob("*.toml"), *DATA.rglob("*.txt")):
        addresses = re.findall(r"[^\s\"'<>]+@[^\s\"'<>]+\.[^\s\"'<>]+", file.read_text(encoding="utf-8"))
        assert [each for each in addresses if not each.rstrip(".,;").endswith("@example.org")] == []


def test_every_nomination_has_a_contact_who_is_not_in_the_nominations(store: FolderStore) -> None:
    contacts = store.contacts()
    assert [contact.nomination for contact in contacts] == list(store.nominations().ids)
    nominations = (DATA / "nominations.toml").read_text(encoding="utf-8")
    for contact in contacts:
        assert contact.email.endswith("@example.org")
        assert contact.email not in nominations
        assert not contact.telephone or contact.telephone not in nominations


def test_a_ranking_and_a_shortlist_of_five_come_out_of_it(nominate: CommandLine) -> None:
    ranking = nominate.done("ranking", ROOT, "--format", "json").json
    assert (ranking["k"], len(ranking["ranking"]), len(ranking["shortlist"])) == (5, 26, 5)
