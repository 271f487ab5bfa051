"""The secretariat's door; what comes of each file is told in detail by the tests of collecting and intake."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.documents import document, entry
from cli.small_round import ANNA, BO, small_round
from nominate_tui.errors import BadInput, InUse, NotAllowed
from nominate_tui.jury.new_round import make_round
from nominate_tui.jury.secretariat import Secretariat, first_intake, read_documents
from nominate_tui.store.folder import FolderStore

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the small round."""
    return small_round(tmp_path / "round")


@pytest.fixture
def secretariat(folder: Path) -> Secretariat:
    """The secretariat of the small round."""
    return Secretariat(FolderStore(folder), lambda: NOON)


def file(tmp_path: Path, name: str, text: str) -> Path:
    """A file that was handed in."""
    made = tmp_path / name
    made.write_text(text, encoding="utf-8")
    return made


def test_documents_are_read_by_the_forms_of_the_round_too(folder: Path, tmp_path: Path) -> None:
    forms = folder / "data" / "forms"
    forms.mkdir()
    own = '\n'.join([
        'format = 1', 'label = { en = "Short" }', 'begins = ["Entry {number}: {title}"]',
        '[[question]]', 'fills = "title"', 'headings = ["Title"]', 'kind = "line"',
        '[[question]]', 'fills = "answers.purpose"', 'headings = ["Purpose"]',
    ])  # fmt: skip
    (forms / "short.toml").write_text(own, encoding="utf-8")
    text = "Entry 7: Coats\nTitle\nCoats\nPurpose\nWarmth for all.\n"
    read = read_documents([file(tmp_path, "d.txt", text)], folder)
    assert (read.form, [(n.id, n.title) for n in read.nominations]) == ("short", [("7", "Coats")])


def test_nothing_is_written_by_reading_or_comparing(
    folder: Path, tmp_path: Path, secretariat: Secretariat
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.toml")}
    read = read_documents([document(tmp_path / "d.txt", [entry(9, "Haven")])], folder)
    assert secretariat.compare(read).added == ("9",)
    assert first_intake(read).added == ("9",)
    assert {path: path.read_bytes() for path in folder.rglob("*.toml")} == before


def test_nominations_and_contacts_are_taken_in(
    folder: Path, tmp_path: Path, secretariat: Secretariat
) -> None:
    read = read_documents([document(tmp_path / "d.txt", [entry(9, "Haven", "Lis Lund")])], folder)
    secretariat.take_in(read)
    store = FolderStore(folder)
    assert store.nominations().ids == ("1", "2", "3", "4", "9")
    assert [(c.nomination, c.name) for c in store.contacts()] == [("1", "Eva Dahl"), ("9", "Lis Lund")]


def test_an_error_leaves_the_round_as_it_is(folder: Path, tmp_path: Path, secretariat: Secretariat) -> None:
    read = read_documents([document(tmp_path / "d.txt", [entry(1, "Haven"), entry(9, "Haven")])], folder)
    with pytest.raises(BadInput):
        secretariat.take_in(read)
    assert FolderStore(folder).nominations().ids == ("1", "2", "3", "4")


def test_a_new_round_takes_its_first_document(tmp_path: Path) -> None:
    make_round(tmp_path / "new", "en")
    read = read_documents([document(tmp_path / "d.txt", [entry(1, "Haven")])], tmp_path / "new")
    Secretariat(FolderStore(tmp_path / "new")).take_in(read)
    assert FolderStore(tmp_path / "new").nominations().ids == ("1",)


def test_a_ballot_and_a_table_of_one_juror_come_together(
    folder: Path, tmp_path: Path, secretariat: Secretariat
) -> None:
    (folder / "data" / "ballots" / "bo.toml").unlink()
    table = file(tmp_path, "s.csv", "juror,nomination,criterion,score\nbo,3,spread,1\nbo,3,innovation,2\n")
    collection = secretariat.collect([table, file(tmp_path, "x.toml", BO)])
    assert [(juror, r.added, r.same, r.replaced) for juror, r in collection.received.items()] == [
        ("bo", 8, 0, 0)
    ]
    stored = FolderStore(folder).ballot("bo").ballot
    assert stored.review("3").scores == {"spread": 1, "innovation": 2}
    assert stored.review("3").changed == NOON
    assert list(stored.reviews) == ["1", "2", "4", "3"]


def test_jurors_are_told_in_the_order_of_the_jury(tmp_path: Path, secretariat: Secretariat) -> None:
    table = file(tmp_path, "s.csv", "juror,nomination,criterion,score\nclara,3,spread,1\nbo,3,spread,1\n")
    assert list(secretariat.collect([table]).received) == ["bo", "clara"]


def test_one_loss_stops_everything(folder: Path, tmp_path: Path, secretariat: Secretariat) -> None:
    table = file(tmp_path, "s.csv", "juror,nomination,criterion,score\nclara,3,spread,1\nbo,1,spread,1\n")
    before = {path: path.read_bytes() for path in folder.rglob("*.toml")}
    with pytest.raises(BadInput) as refused:
        secretariat.collect([table])
    assert [problem.where for problem in refused.value.problems] == ["s.csv:3"]
    assert {path: path.read_bytes() for path in folder.rglob("*.toml")} == before
    secretariat.collect([table], replace=True)
    assert FolderStore(folder).ballot("bo").ballot.review("1").scores == {"innovation": 2, "spread": 1}


def test_what_is_replaced_is_told_as_warnings(tmp_path: Path, secretariat: Secretariat) -> None:
    empty = file(tmp_path, "bo.toml", 'format = 1\nround = "2026"\njuror = "bo"\n')
    collection = secretariat.collect([empty], replace=True)
    assert [(each.severity, each.where, each.field) for each in collection.problems] == [
        ("warning", "bo.toml", "review 1"),
        ("warning", "bo.toml", "review 2"),
        ("warning", "bo.toml", "review 4"),
    ]
    assert collection.received["bo"].removed == 6


def test_two_ballots_of_one_juror_are_told_with_what_one_lacks(
    folder: Path, tmp_path: Path, secretariat: Secretariat
) -> None:
    (folder / "data" / "ballots" / "bo.toml").unlink()
    files = [
        file(tmp_path, "one.toml", BO),
        file(tmp_path, "two.toml", BO.replace("innovation = 2", "innovation = 3")),
    ]
    with pytest.raises(BadInput) as refused:
        secretariat.collect(files)
    assert [(each.severity, each.where, each.message) for each in refused.value.problems] == [
        ("warning", "two.toml", "this is a ballot of bo, and so is one.toml"),
        (
            "error",
            "two.toml",
            "the review of 1 in one.toml has something that this ballot does not have",
        ),
    ]


def test_two_files_of_one_name_are_told_apart(tmp_path: Path, secretariat: Secretariat) -> None:
    files = []
    for name in ("monday", "friday"):
        (tmp_path / name).mkdir()
        files.append(file(tmp_path / name, "bo.toml", BO))
    (problem,) = secretariat.collect(files).problems
    assert (problem.where, problem.message) == (
        str(files[1]),
        f"this is a ballot of bo, and so is {files[0]}",
    )


def test_a_ballot_in_a_file_called_after_another_juror_is_refused(
    folder: Path, tmp_path: Path, secretariat: Secretariat
) -> None:
    with pytest.raises(BadInput) as refused:
        secretariat.collect([file(tmp_path, "Clara.toml", BO)], replace=True)
    (problem,) = refused.value.problems
    assert (problem.severity, problem.where, problem.field, problem.message) == (
        "error",
        "Clara.toml",
        "juror",
        "the file is called after clara, and the ballot in it says that it is bo's",
    )


@pytest.mark.parametrize(
    "name", ["bo.sync-conflict-20261122-095811-ABCDEFG.toml", "bo (conflicted copy).toml", "bo (1).toml"]
)
def test_a_ballot_whose_name_is_that_of_a_copy_is_told(
    tmp_path: Path, secretariat: Secretariat, name: str
) -> None:
    (problem,) = secretariat.collect([file(tmp_path, name, BO)]).problems
    assert (problem.severity, problem.where, problem.message) == (
        "warning",
        name,
        "by its name, this is a copy of bo's ballot",
    )


def test_a_ballot_under_its_own_name_or_any_other_needs_no_word(
    tmp_path: Path, secretariat: Secretariat
) -> None:
    for name in ("bo.toml", "Bo.TOML", "from the mail.toml"):
        assert secretariat.collect([file(tmp_path, name, BO)]).problems == ()


def test_a_ballot_that_a_juror_has_open_is_left_alone(
    folder: Path, tmp_path: Path, secretariat: Secretariat
) -> None:
    table = file(tmp_path, "s.csv", "juror,nomination,criterion,score\nbo,3,spread,1\nclara,3,spread,1\n")
    held = FolderStore(folder).hold("clara")
    with pytest.raises(InUse):
        secretariat.collect([table])
    assert FolderStore(folder).ballot("bo").ballot.review("3").empty
    held.release()
    secretariat.collect([table])


def test_ballots_are_let_go_afterwards(folder: Path, tmp_path: Path, secretariat: Secretariat) -> None:
    secretariat.collect([file(tmp_path, "s.csv", "juror,nomination,criterion,score\nbo,3,spread,1\n")])
    FolderStore(folder).hold("bo").release()


def test_an_unchanged_ballot_is_not_written(folder: Path, tmp_path: Path, secretariat: Secretariat) -> None:
    stored = folder / "data" / "ballots" / "anna.toml"
    before = (stored.read_bytes(), stored.stat().st_mtime_ns)
    secretariat.collect([file(tmp_path, "anna.toml", ANNA)])
    assert (stored.read_bytes(), stored.stat().st_mtime_ns) == before


def test_a_locked_round_takes_nothing(folder: Path, tmp_path: Path, secretariat: Secretariat) -> None:
    (folder / "data" / "deliberation.toml").write_text("locked = 2026-11-22T12:00:00Z\n", encoding="utf-8")
    with pytest.raises(NotAllowed):
        secretariat.collect([tmp_path / "not even looked at.csv"])


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_are_read(
    tmp_path: Path, secretariat: Secretariat
) -> None:
    table = file(tmp_path, "s.csv", "juror,nomination,criterion,score\nbo,3,spread,9\n")
    with pytest.raises(BadInput) as refused:
        secretariat.collect([tmp_path / "none.csv", table])
    assert [problem.where for problem in refused.value.problems] == [str(tmp_path / "none.csv"), "s.csv:2"]


def test_a_ballot_file_is_checked_like_a_stored_one(tmp_path: Path, secretariat: Secretariat) -> None:
    with pytest.raises(BadInput) as refused:
        secretariat.collect([file(tmp_path, "b.toml", BO.replace("innovation = 4", "innovation = 9"))])
    assert [problem.where for problem in refused.value.problems] == ["b.toml:11", "b.toml:15"]


@pytest.mark.parametrize("text", ["format = 1", "juror = 3", "[["])
def test_what_is_no_ballot_is_refused(tmp_path: Path, secretariat: Secretariat, text: str) -> None:
    with pytest.raises(BadInput) as refused:
        secretariat.collect([file(tmp_path, "b.toml", text)])
    assert {problem.where.partition(":")[0] for problem in refused.value.problems} == {"b.toml"}


def test_problems_are_those_of_the_store(folder: Path, secretariat: Secretariat) -> None:
    assert secretariat.problems() == ()
    (folder / "data" / "ballots" / "bo.toml").write_text("[", encoding="utf-8")
    assert [problem.where for problem in secretariat.problems()] == ["data/ballots/bo.toml:1"]
