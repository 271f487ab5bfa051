import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from nominate_tui.errors import BadInput, CannotStore, ChangedMeanwhile, InUse, Problem
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.model.round import Round
from nominate_tui.store.folder import FolderStore
from store.rounds import (
    BALLOT,
    CONTACTS,
    DELIBERATION,
    NOMINATIONS,
    NOON,
    RECUSAL,
    RULES,
    VERDICT,
    folder_round,
    scored,
)

COPY_TODO = "compare it with anna.toml, keep what is right there, and take this one out of the folder"


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """A small round in a folder."""
    return folder_round(tmp_path)


def put(folder: Path, name: str, text: str) -> None:
    """Write a file of the round by hand."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    """Severity, place and field of each problem."""
    return [(problem.severity, problem.where, problem.field) for problem in problems]


def test_the_files_lie_where_people_look_for_them(store: FolderStore, tmp_path: Path) -> None:
    store.save_ballot(BALLOT, "")
    store.save_verdicts([VERDICT])
    store.save_recusals([RECUSAL])
    store.save_deliberation(DELIBERATION)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == [
        "data/ballots/anna.toml",
        "data/contacts.toml",
        "data/deliberation.toml",
        "data/duplicates.toml",
        "data/nominations.toml",
        "data/recusals.toml",
        "scoring.toml",
    ]


def test_a_folder_without_rules_is_no_round(tmp_path: Path) -> None:
    for read in (FolderStore(tmp_path).rules, FolderStore(tmp_path / "absent").round):
        with pytest.raises(CannotStore) as caught:
            read()
        assert caught.value.message == "this folder is no round: it has no scoring.toml"
        assert caught.value.todo == "`nominate-tui new FOLDER` makes one; or name the folder of a round"


def test_rules_alone_are_a_round(store: FolderStore, tmp_path: Path) -> None:
    (tmp_path / "data" / "nominations.toml").unlink()
    (tmp_path / "data" / "contacts.toml").unlink()
    (tmp_path / "data").rmdir()
    assert store.round() == Round(RULES)
    assert store.contacts() == ()
    assert store.ballots().ballots == {}
    assert store.problems() == ()


def test_a_change_by_hand_is_seen(store: FolderStore, tmp_path: Path) -> None:
    assert store.rules().title == "An award"
    text = (tmp_path / "scoring.toml").read_text(encoding="utf-8")
    put(tmp_path, "scoring.toml", text.replace("An award", "A prize"))
    assert store.rules().title == "A prize"


def test_the_problems_of_all_files_of_a_round_are_told_at_once(store: FolderStore, tmp_path: Path) -> None:
    put(tmp_path, "data/duplicates.toml", "[[verdict]]\n")
    put(tmp_path, "data/recusals.toml", "x = 1\n")
    with pytest.raises(BadInput) as caught:
        store.round()
    assert {problem.where for problem in caught.value.problems} == {
        "data/duplicates.toml:1",
        "data/recusals.toml:1",
    }


def test_of_all_ballots_one_juror_s_only_is_read(store: FolderStore, tmp_path: Path) -> None:
    store.save_ballot(BALLOT, "")
    put(tmp_path, "data/ballots/bo.toml", "this is no ballot")
    assert store.ballot("anna").ballot == BALLOT


def test_a_ballot_that_cannot_be_read_is_told_and_the_others_are(store: FolderStore, tmp_path: Path) -> None:
    store.save_ballot(scored(3), "")
    store.save_ballot(scored(4, "carl"), "")
    put(tmp_path, "data/ballots/bo.toml", 'format = 1\nround = "2026"\njuror = "anna"\n')
    collected = store.ballots()
    assert collected.ballots == {"anna": scored(3), "carl": scored(4, "carl")}
    assert told(collected.problems) == [("error", "data/ballots/bo.toml:3", "juror")]


def test_a_ballot_that_is_a_folder_is_told_and_the_others_are_read(
    store: FolderStore, tmp_path: Path
) -> None:
    store.save_ballot(scored(3), "")
    (tmp_path / "data/ballots/bo.toml").mkdir()
    collected = store.ballots()
    assert collected.ballots == {"anna": scored(3)}
    assert told(collected.problems) == [("error", "data/ballots/bo.toml", "")]


@pytest.mark.parametrize(
    "name",
    [
        "anna.sync-conflict-20251122-010203-ABCDEFG.toml",
        "anna (1).toml",
        "anna (Bo's conflicted copy 2026-11-22).toml",
        "anna (conflicted copy 2026-11-22 101010).toml",
        "anna - Copy.toml",
        "anna - kopi.toml",
        "anna-LAPTOP.toml",
    ],
)
def test_a_copy_by_a_synchronised_folder_is_no_second_juror_and_is_told(
    store: FolderStore, tmp_path: Path, name: str
) -> None:
    store.save_ballot(BALLOT, "")
    put(tmp_path, f"data/ballots/{name}", (tmp_path / "data/ballots/anna.toml").read_text(encoding="utf-8"))
    collected = store.ballots()
    assert collected.ballots == {"anna": BALLOT}
    assert collected.problems == (
        Problem(
            "warning",
            f"data/ballots/{name}",
            "",
            "this seems to be a copy of anna's ballot; it does not count",
            COPY_TODO,
        ),
    )


def test_a_ballot_set_aside_is_told(store: FolderStore, tmp_path: Path) -> None:
    where = Path(store.set_aside(BALLOT))
    assert where.parent == tmp_path / "data/ballots"
    assert where.name.startswith("anna.set-aside-2")
    assert store.ballots().problems == (
        Problem(
            "warning",
            f"data/ballots/{where.name}",
            "",
            "this is anna's ballot from a session that could not keep it; it does not count",
            COPY_TODO,
        ),
    )


@pytest.mark.parametrize("name", ["dora.toml", "Anna.toml", "annabel.toml", "anna.TOML", "a\x1bb.toml"])
def test_a_file_that_is_no_juror_s_is_told(store: FolderStore, tmp_path: Path, name: str) -> None:
    put(tmp_path, f"data/ballots/{name}", "")
    (problem,) = store.ballots().problems
    assert (problem.severity, problem.where) == ("warning", f"data/ballots/{name}".replace("\x1b", "␛"))
    assert problem.message == "the round has no juror of this name; the file does not count"


@pytest.mark.parametrize("name", [".anna.toml.4711.deadbeef.tmp", ".anna.lock", "anna.toml~", "readme.txt"])
def test_hidden_and_other_files_are_none_of_our_business(
    store: FolderStore, tmp_path: Path, name: str
) -> None:
    put(tmp_path, f"data/ballots/{name}", "")
    assert store.ballots().problems == ()


def test_comments_of_a_person_stay_in_the_files_that_people_edit(store: FolderStore, tmp_path: Path) -> None:
    store.save_verdicts([VERDICT])
    path = tmp_path / "data/duplicates.toml"
    put(tmp_path, "data/duplicates.toml", "# agreed by mail\n" + path.read_text(encoding="utf-8"))
    before = path.read_text(encoding="utf-8")
    store.save_verdicts(store.round().verdicts)
    assert path.read_text(encoding="utf-8") == before


def test_a_file_with_problems_is_not_amended(store: FolderStore, tmp_path: Path) -> None:
    put(tmp_path, "data/duplicates.toml", "[[verdict]]\n")
    with pytest.raises(BadInput):
        store.save_verdicts([VERDICT])
    assert (tmp_path / "data/duplicates.toml").read_text(encoding="utf-8") == "[[verdict]]\n"


def test_a_round_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "gone")
    with pytest.raises(CannotStore) as caught:
        store.save_ballot(BALLOT, "")
    assert caught.value.todo == "see whether the folder was moved, or its drive is away"
    assert not (tmp_path / "gone").exists()


def test_no_path_is_made_of_what_is_no_id(store: FolderStore) -> None:
    with pytest.raises(CannotStore) as caught:
        store.save_ballot(scored(3, "../../x"), "")
    assert caught.value.message == '"../../x" cannot be an id'


def test_a_ballot_is_saved_while_the_rules_cannot_be_read(store: FolderStore, tmp_path: Path) -> None:
    put(tmp_path, "scoring.toml", "in the midst of an edi")
    store.save_ballot(BALLOT, "")
    assert (tmp_path / "data/ballots/anna.toml").is_file()


def test_problems_are_told_for_everything_that_can_be_read(store: FolderStore, tmp_path: Path) -> None:
    put(tmp_path, "data/ballots/anna.toml", "torn = ")
    put(tmp_path, "data/ballots/anna (1).toml", "")
    put(tmp_path, "data/contacts.toml", "[[contact]]\n")
    put(
        tmp_path,
        "data/recusals.toml",
        '[[recusal]]\njuror = "dora"\nnomination = "9"\nkind = "other"\nreason = ""\nat = 2026-11-22T10:00:00Z\n',
    )
    assert told(store.problems()) == [
        ("error", "data/contacts.toml:1", "contact[1].nomination"),
        ("error", "data/ballots/anna.toml:1", ""),
        ("warning", "data/ballots/anna (1).toml", ""),
        ("error", "data/recusals.toml:2", "recusal[1].juror"),
        ("error", "data/recusals.toml:3", "recusal[1].nomination"),
    ]
    assert told(store.settled_problems()) == [
        ("error", "data/contacts.toml:1", "contact[1].nomination"),
        ("error", "data/recusals.toml:2", "recusal[1].juror"),
        ("error", "data/recusals.toml:3", "recusal[1].nomination"),
    ]


def test_reviews_that_were_given_before_a_text_changed_are_told_where_the_change_stands(
    store: FolderStore, tmp_path: Path
) -> None:
    store.save_ballot(BALLOT, "")
    change = Change(NOON + timedelta(days=1), ("title",))
    store.save_nominations(
        Nominations(tuple(replace(one, changes=(change,)) for one in NOMINATIONS)), CONTACTS
    )
    lines = (tmp_path / "data/nominations.toml").read_text(encoding="utf-8").split("\n")
    line = lines.index("[[nomination.changes]]") + 1
    assert told(store.problems()) == [
        ("warning", f"data/nominations.toml:{line}", "nomination[1].changes[1]"),
    ]
    assert store.settled_problems() == ()


def test_problems_of_the_rules_do_not_hide_those_of_other_files(store: FolderStore, tmp_path: Path) -> None:
    put(tmp_path, "scoring.toml", '[round]\nid = "2026"\n')
    put(tmp_path, "data/deliberation.toml", "locked = 1")
    put(tmp_path, "data/ballots/anna.toml", "torn = ")
    assert told(store.problems()) == [
        ("error", "scoring.toml:1", "criterion"),
        ("error", "data/deliberation.toml:1", "locked"),
    ]


def test_a_second_process_is_told_that_the_ballot_is_open_and_a_killed_one_lets_it_go(
    store: FolderStore, tmp_path: Path
) -> None:
    script = (
        "import sys, time; from pathlib import Path; from nominate_tui.store.folder import FolderStore; "
        "hold = FolderStore(Path(sys.argv[1])).hold('anna'); print('held', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"held"
        with pytest.raises(InUse) as caught:
            store.hold("anna")
        assert caught.value.message == "the ballot of anna is open in another window"
    finally:
        process.kill()
        process.communicate()
    store.hold("anna").release()


def test_a_ballot_cannot_be_held_where_nothing_can_be_written(tmp_path: Path) -> None:
    folder_round(tmp_path)
    put(tmp_path, "data/ballots", "a file where a folder should be")
    with pytest.raises(CannotStore):
        FolderStore(tmp_path).hold("anna")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_is_told(store: FolderStore, tmp_path: Path) -> None:
    (tmp_path / "data" / "ballots").mkdir()
    (tmp_path / "data" / "ballots").chmod(0o500)
    for write in (lambda: store.save_ballot(BALLOT, ""), lambda: store.hold("anna")):
        with pytest.raises(CannotStore) as caught:
            write()
        assert caught.value.todo == "ask whoever owns the folder for the right to read and write it"


def test_what_is_kept_of_comparing_lies_beside_the_nominations(store: FolderStore, tmp_path: Path) -> None:
    store.keep_compared('{"of": "Æblet"}\n')
    file = tmp_path / "data" / "compared.json"
    assert file.read_text(encoding="utf-8") == '{"of": "Æblet"}\n'
    file.write_bytes(b"\xff\xfe{")
    assert store.compared() is None
    file.write_bytes(b"")
    assert store.compared() is None
    assert store.problems() == ()
    store.keep_compared("{}")
    assert store.compared() == "{}"


def test_a_folder_in_the_place_of_what_is_kept_is_told(store: FolderStore, tmp_path: Path) -> None:
    (tmp_path / "data" / "compared.json").mkdir(parents=True)
    for ask in (store.compared, lambda: store.keep_compared("{}")):
        with pytest.raises(CannotStore):
            ask()
    assert store.problems() == ()


def test_nominations_changed_between_reading_and_writing_are_not_lost(
    store: FolderStore, tmp_path: Path
) -> None:
    store.save_nominations(NOMINATIONS, CONTACTS)
    with pytest.raises(ChangedMeanwhile):
        store.save_ballot(BALLOT, "not the mark")


def test_reading_a_round_loads_nothing_that_only_changes_need(store: FolderStore, tmp_path: Path) -> None:
    store.save_ballot(BALLOT, "")
    script = (
        "import sys; from pathlib import Path; from nominate_tui.store.folder import FolderStore; "
        "store = FolderStore(Path(sys.argv[1])); store.round(); store.ballot('anna'); "
        "print(sorted({'tomlkit', 'filelock', 'difflib', 'textual', 'rich', 'click'} & sys.modules.keys()))"
    )
    answer = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=True)
    assert answer.stdout.strip() == b"[]"
