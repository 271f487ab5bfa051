import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jury.chaired import NOON, nominations, stored
from nominate_tui.duplicates import late, topic
from nominate_tui.duplicates.index_file import read_index, write_index
from nominate_tui.errors import CannotStore
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.comparing import Comparing, Stopped
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.model.duplicate import Suggestion
from nominate_tui.model.nomination import Change, Contact, Nomination, Nominations
from nominate_tui.notation.compared import read_compared, sealed
from nominate_tui.store.folder import FolderStore

KEPT = "data/compared.json"


def compared(folder: Path, *, for_chair: bool = True) -> tuple[Suggestion, ...]:
    """What a new desk finds."""
    store = FolderStore(folder)
    return Comparing(store, for_chair=for_chair).suggestions(store.round())


def resealed(folder: Path, old: str, new: str) -> None:
    """Write other words in the place of the first such ones in what is kept, as if the program had written them."""
    file = folder / KEPT
    text = file.read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    file.write_text(sealed(text.rpartition(', "digest": ')[0]), encoding="utf-8")


def forged(folder: Path) -> tuple[Suggestion, ...]:
    """Keep another likeness than was found, so that it shows who reads what is kept."""
    found = compared(folder)
    resealed(folder, f'"likeness": {found[0].likeness}', '"likeness": 0.625')
    return (replace(found[0], likeness=0.625), *found[1:])


def test_what_was_found_is_kept_and_read_again(tmp_path: Path) -> None:
    stored(tmp_path)
    found = compared(tmp_path)
    assert [(each.a, each.b) for each in found] == [("3", "5")]
    before = (tmp_path / KEPT).read_bytes()
    assert compared(tmp_path) == found
    assert (tmp_path / KEPT).read_bytes() == before
    other = forged(tmp_path)
    assert other != found
    assert compared(tmp_path) == other


def test_what_was_kept_holds_as_long_as_nothing_that_is_compared_changes(tmp_path: Path) -> None:
    store = stored(tmp_path)
    other = forged(tmp_path)
    other_package = (replace(each, shared={"introduction": "Bo"}) for each in nominations())
    store.save_nominations(Nominations(tuple(other_package)), ())
    assert compared(tmp_path) == other


def test_another_text_rule_or_contact_is_compared_anew(tmp_path: Path) -> None:
    store = stored(tmp_path)
    found = compared(tmp_path)
    for change in ("text", "contact", "rule"):
        assert forged(tmp_path) != found
        if change == "text":
            each = nominations().all
            store.save_nominations(Nominations((replace(each[0], title="Night ferries"), *each[1:])), ())
        elif change == "contact":
            store.save_nominations(store.nominations(), [Contact("1", "Ada Berg")])
        else:
            with (tmp_path / "scoring.toml").open("a", encoding="utf-8") as file:
                file.write('[duplicates]\naliases = [["Harbour", "The quay"]]\n')
        assert compared(tmp_path) == found, change


def test_another_program_compares_anew(tmp_path: Path) -> None:
    stored(tmp_path)
    found = compared(tmp_path)
    assert forged(tmp_path) != found
    file = tmp_path / KEPT
    text = file.read_text(encoding="utf-8")
    of_program = text.partition('"program": "')[2][:64]
    resealed(tmp_path, of_program, "0" * 64)
    assert compared(tmp_path) == found
    assert of_program in file.read_text(encoding="utf-8")


def test_with_one_nomination_more_the_answer_is_that_of_comparing_all(tmp_path: Path) -> None:
    store = stored(tmp_path)
    forged(tmp_path)
    more = Nomination("7", "Wardrobe", "Esbjerg Hospital", answers={"purpose": "Trousers and a warm word."})
    store.save_nominations(Nominations((*nominations(), more)), ())
    found = compared(tmp_path)
    (tmp_path / KEPT).unlink()
    assert compared(tmp_path) == found
    assert {frozenset("37"), frozenset("57"), frozenset("35")} == {each.pair for each in found}


# In a large round


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FolderStore:
    """The round, which is taken for a large one, of which half may be late."""
    monkeypatch.setattr(topic, "ALL", 1)
    monkeypatch.setattr(late, "ONE_IN", 2)
    return stored(tmp_path)


MORE = Nomination("7", "Wardrobe", "Esbjerg Hospital", answers={"purpose": "Trousers and a warm word."})


def test_one_nomination_more_is_compared_and_no_others(large: FolderStore, tmp_path: Path) -> None:
    other = forged(tmp_path)
    large.save_nominations(Nominations((*nominations(), MORE)), ())
    found = compared(tmp_path)
    assert {frozenset("37"), frozenset("57"), frozenset("35")} == {each.pair for each in found}
    assert other[0] in found
    assert compared(tmp_path) == found
    kept = read_compared((tmp_path / KEPT).read_text(encoding="utf-8"))
    assert kept is not None
    assert kept.suggestions == found


def test_after_many_all_are_compared(large: FolderStore, tmp_path: Path) -> None:
    other = forged(tmp_path)
    several = [*nominations()]
    for number in range(7, 13):
        several.append(replace(MORE, id=str(number), organisation=f"House {number}"))
        large.save_nominations(Nominations(tuple(several)), ())
        assert other[0] in compared(tmp_path)
    large.save_nominations(Nominations((*several, replace(MORE, id="13", organisation="Varde"))), ())
    found = compared(tmp_path)
    assert other[0] not in found
    (tmp_path / KEPT).unlink()
    assert compared(tmp_path) == found


def test_the_contact_of_one_more_is_compared_and_no_others(large: FolderStore, tmp_path: Path) -> None:
    ada = [Contact("1", "Ada Berg", "ada@example.org"), Contact("2", "Bo Lind")]
    large.save_nominations(nominations(), ada)
    other = forged(tmp_path)
    large.save_nominations(Nominations((*nominations(), MORE)), [*ada, Contact("7", "Cy Moe")])
    assert other[0] in compared(tmp_path)


def test_where_another_contact_changed_all_are_compared(large: FolderStore, tmp_path: Path) -> None:
    large.save_nominations(nominations(), [Contact("1", "Ada Berg")])
    other = forged(tmp_path)
    large.save_nominations(Nominations((*nominations(), MORE)), [Contact("1", "Ada Holm")])
    assert other[0] not in compared(tmp_path)


def test_a_juror_is_shown_one_more_too(large: FolderStore, tmp_path: Path) -> None:
    other = forged(tmp_path)
    before = (tmp_path / KEPT).read_bytes()
    large.save_nominations(Nominations((*nominations(), MORE)), ())
    found = compared(tmp_path, for_chair=False)
    assert {frozenset("37"), frozenset("57"), frozenset("35")} == {each.pair for each in found}
    assert other[0] in found
    assert (tmp_path / KEPT).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"[" * 50_000, b'{"format": 1}'])
def test_a_damaged_file_is_the_same_as_none(tmp_path: Path, content: bytes) -> None:
    stored(tmp_path)
    found = compared(tmp_path)
    good = (tmp_path / KEPT).read_bytes()
    (tmp_path / KEPT).write_bytes(content)
    assert compared(tmp_path, for_chair=False) == found
    assert (tmp_path / KEPT).read_bytes() == content
    assert compared(tmp_path) == found
    assert (tmp_path / KEPT).read_bytes() == good


def test_what_was_changed_by_hand_is_found_anew(tmp_path: Path) -> None:
    stored(tmp_path)
    found = compared(tmp_path)
    file = tmp_path / KEPT
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace(f'"likeness": {found[0].likeness}', '"likeness": 0.625'), encoding="utf-8")
    assert file.read_text(encoding="utf-8") != good
    assert compared(tmp_path) == found
    assert file.read_text(encoding="utf-8") == good


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"message": "the titles are the same"', '"message": "the chair is a crook"'),
        ('"kind": "name"', '"kind": "topic"'),
        ('"rule": "same-name-same-owner"', '"rule": "same-taste"'),
        ('"rule": "same-name-same-owner"', '"rule": "same-name"'),
        ('"suggested": "duplicate"', '"suggested": "related"'),
    ],
)
def test_what_the_program_never_says_is_found_anew_though_the_digest_fits(
    tmp_path: Path, old: str, new: str
) -> None:
    stored(tmp_path)
    found = compared(tmp_path)
    for for_chair in (False, True):
        resealed(tmp_path, old, new)
        assert compared(tmp_path, for_chair=for_chair) == found
        compared(tmp_path)


def test_where_nothing_can_be_kept_the_answer_is_the_same(tmp_path: Path) -> None:
    stored(tmp_path)
    (tmp_path / KEPT).mkdir()
    with pytest.raises(CannotStore):
        FolderStore(tmp_path).keep_compared("{}")
    assert [(each.a, each.b) for each in compared(tmp_path)] == [("3", "5")]


def test_a_single_nomination_leaves_nothing_to_keep(tmp_path: Path) -> None:
    store = stored(tmp_path)
    store.save_nominations(Nominations(nominations().all[:1]), ())
    assert compared(tmp_path) == ()
    assert not (tmp_path / KEPT).exists()


def test_of_a_round_of_which_one_is_left_nothing_is_said_of_the_others_any_more(tmp_path: Path) -> None:
    store = stored(tmp_path)
    assert compared(tmp_path)
    store.save_nominations(Nominations(nominations().all[:1]), ())
    assert compared(tmp_path) == ()
    kept = read_compared((tmp_path / KEPT).read_text(encoding="utf-8"))
    assert kept is not None
    assert (kept.suggestions, len(kept.made_from.nominations)) == ((), 1)


# A juror


def test_a_juror_writes_nothing(tmp_path: Path) -> None:
    stored(tmp_path)
    compared(tmp_path, for_chair=False)
    assert not (tmp_path / KEPT).exists()


def test_a_juror_is_shown_what_the_chair_was_shown_also_of_contacts_and_by_another_program(
    tmp_path: Path,
) -> None:
    store = stored(tmp_path)
    store.save_nominations(store.nominations(), [Contact("1", "Ada Berg", "ada@example.org")])
    other = forged(tmp_path)
    file = tmp_path / KEPT
    text = file.read_text(encoding="utf-8")
    resealed(tmp_path, text.partition('"program": "')[2][:64], "0" * 64)
    assert compared(tmp_path, for_chair=False) == other


def test_a_juror_reads_no_contacts(tmp_path: Path) -> None:
    stored(tmp_path)
    (tmp_path / "data" / "contacts.toml").write_bytes(b"\xff this is no TOML")
    assert [(each.a, each.b) for each in compared(tmp_path, for_chair=False)] == [("3", "5")]


def test_a_chair_without_the_contacts_goes_on_with_what_was_found_with_them(tmp_path: Path) -> None:
    store = stored(tmp_path)
    store.save_nominations(store.nominations(), [Contact("1", "Ada Berg")])
    other = forged(tmp_path)
    (tmp_path / "data" / "contacts.toml").unlink()
    assert compared(tmp_path) == other


def test_contacts_that_cannot_be_read_are_left_out(tmp_path: Path) -> None:
    stored(tmp_path)
    (tmp_path / "data" / "contacts.toml").write_bytes(b"\xff this is no TOML")
    assert [(each.a, each.b) for each in compared(tmp_path)] == [("3", "5")]


def test_no_contact_is_in_what_is_kept(tmp_path: Path) -> None:
    store = stored(tmp_path)
    contacts = [Contact(id, "Ada Berg", "ada@example.org", "20 00 00 11") for id in "123456"]
    store.save_nominations(store.nominations(), contacts)
    compared(tmp_path)
    text = (tmp_path / KEPT).read_text(encoding="utf-8").casefold()
    for personal in ("ada berg", "ada@example.org", "20 00 00 11", "20000011", "ada", "berg"):
        assert f'"{personal}' not in text
        assert personal not in text.replace("esbjerg", "")


# In a thread


def test_comparing_tells_how_far_it_is(tmp_path: Path) -> None:
    stored(tmp_path)
    told: list[float] = []
    desk = ChairDesk(FolderStore(tmp_path))
    assert not desk.compared
    desk.suggestions(told.append)
    assert desk.compared
    assert told == sorted(told)
    assert {0 <= share <= 1 for share in told} == {True}


def test_a_desk_that_is_closed_compares_no_more_and_keeps_nothing(tmp_path: Path) -> None:
    stored(tmp_path)
    desk = ChairDesk(FolderStore(tmp_path))
    with pytest.raises(Stopped):
        desk.suggestions(lambda share: desk.close())
    assert not (tmp_path / KEPT).exists()
    juror = JurorDesk(FolderStore(tmp_path), "anna")
    juror.close()
    with pytest.raises(Stopped):
        juror.find_lookalikes()


def test_a_desk_that_is_closed_ends_what_goes_on_in_a_thread(tmp_path: Path) -> None:
    stored(tmp_path)
    desk = ChairDesk(FolderStore(tmp_path))
    begun, go_on = threading.Event(), threading.Event()
    ended: list[str] = []

    def hold(share: float) -> None:
        begun.set()
        assert go_on.wait(60)

    def work() -> None:
        try:
            desk.suggestions(hold)
        except Stopped as stopped:
            ended.append(stopped.message)

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(60)
    desk.close()
    go_on.set()
    thread.join(60)
    assert ended == ["comparing was stopped"]


def test_what_is_known_is_known_after_closing_too(tmp_path: Path) -> None:
    stored(tmp_path)
    desk = ChairDesk(FolderStore(tmp_path))
    found = desk.suggestions()
    desk.close()
    assert desk.suggestions() is found


def test_texts_that_changed_are_compared_again(tmp_path: Path) -> None:
    store = stored(tmp_path)
    desk = ChairDesk(store)
    desk.suggestions()
    each = nominations().all
    changed = replace(each[4], title="Coat rack", changes=(Change(NOON + timedelta(hours=1), ("title",)),))
    store.save_nominations(Nominations((*each[:4], changed, *each[5:])), ())
    desk.refresh()
    assert not desk.compared
    assert [each.suggested for each in desk.suggestions()] == []


def test_what_was_kept_is_read_without_loading_what_compares(tmp_path: Path) -> None:
    stored(tmp_path)
    compared(tmp_path)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from nominate_tui.jury.chair import ChairDesk\n"
        "from nominate_tui.jury.juror import JurorDesk\n"
        "from nominate_tui.store.folder import FolderStore\n"
        f"store = FolderStore(Path({str(tmp_path)!r}))\n"
        "juror = JurorDesk(store, 'anna')\n"
        "juror.find_lookalikes()\n"
        "chair = ChairDesk(store)\n"
        "print([pair.a for pair in chair.pairs()], juror.lookalikes('5'), chair.grouping().groups[0].members)\n"
        "juror.close()\n"
        "print([name for name in ('rapidfuzz', 'nominate_tui.duplicates.compare') if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["['3'] ('3',) ('3', '5')", "[]"]


def test_what_reads_what_was_kept_loads_no_arrays() -> None:
    code = (
        "import sys\n"
        "import nominate_tui.jury.alike, nominate_tui.jury.comparing, nominate_tui.jury.settling\n"
        "import nominate_tui.duplicates.suggested_groups\n"
        "print([name for name in ('numpy', 'scipy', 'rapidfuzz') if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


# What is kept of a large round


INDEX = "data/compared.index"


def test_of_a_small_round_no_index_is_kept(tmp_path: Path) -> None:
    stored(tmp_path)
    compared(tmp_path)
    assert not (tmp_path / INDEX).exists()


def test_an_index_stays_as_it_is_while_nominations_come(large: FolderStore, tmp_path: Path) -> None:
    compared(tmp_path)
    before = (tmp_path / INDEX).read_bytes()
    large.save_nominations(Nominations((*nominations(), MORE)), ())
    compared(tmp_path)
    assert (tmp_path / INDEX).read_bytes() == before


@pytest.mark.parametrize("change", ["gone", "changed"])
def test_who_went_or_changed_is_in_no_index_after_the_next_comparing(
    large: FolderStore, tmp_path: Path, change: str
) -> None:
    other = forged(tmp_path)
    first, *rest = nominations()
    now = [] if change == "gone" else [replace(first, answers={"purpose": "Nothing of that."})]
    large.save_nominations(Nominations((*now, *rest)), ())
    assert other[0] in compared(tmp_path)
    assert not (tmp_path / INDEX).exists()
    large.save_nominations(Nominations((*now, *rest, MORE)), ())
    assert other[0] not in compared(tmp_path)
    kept = read_index((tmp_path / INDEX).read_bytes())
    assert kept is not None
    assert [id for id, _digest in kept[0].nominations] == [
        *(each.id for each in now),
        *(each.id for each in rest),
        "7",
    ]


def test_where_a_round_has_become_small_its_index_goes(
    large: FolderStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared(tmp_path)
    monkeypatch.setattr(topic, "ALL", 2_000)
    (tmp_path / KEPT).unlink()
    compared(tmp_path)
    assert not (tmp_path / INDEX).exists()


@pytest.mark.parametrize("content", [None, b"", b"no index"])
def test_without_an_index_that_can_be_read_all_are_compared(
    large: FolderStore, tmp_path: Path, content: bytes | None
) -> None:
    other = forged(tmp_path)
    good = (tmp_path / INDEX).read_bytes()
    (tmp_path / INDEX).unlink()
    if content is not None:
        (tmp_path / INDEX).write_bytes(content)
    large.save_nominations(Nominations((*nominations(), MORE)), ())
    found = compared(tmp_path)
    assert other[0] not in found
    assert {frozenset("37"), frozenset("57"), frozenset("35")} == {each.pair for each in found}
    assert (tmp_path / INDEX).read_bytes() not in (good, content)


def test_the_index_of_another_program_is_not_read(large: FolderStore, tmp_path: Path) -> None:
    other = forged(tmp_path)
    kept = read_index((tmp_path / INDEX).read_bytes())
    assert kept is not None
    (tmp_path / INDEX).write_bytes(write_index(replace(kept[0], program="0" * 64), kept[1]))
    large.save_nominations(Nominations((*nominations(), MORE)), ())
    for for_chair in (False, True):
        assert other[0] not in compared(tmp_path, for_chair=for_chair)


def test_where_no_index_can_be_kept_the_answer_is_the_same(large: FolderStore, tmp_path: Path) -> None:
    (tmp_path / INDEX).mkdir(parents=True)
    assert [(each.a, each.b) for each in compared(tmp_path)] == [("3", "5")]
    large.save_nominations(Nominations((*nominations(), MORE)), ())
    assert {frozenset("37"), frozenset("57"), frozenset("35")} == {each.pair for each in compared(tmp_path)}
    with pytest.raises(CannotStore):
        large.keep_compared_index(None)
    with pytest.raises(CannotStore):
        large.keep_compared_index(b"something")


def test_suggestions_of_fewer_than_the_index_has_are_made_up_for(large: FolderStore, tmp_path: Path) -> None:
    """Somebody put an older file of suggestions beside a newer index."""
    large.save_nominations(Nominations((*nominations(),)), ())
    compared(tmp_path)
    older = (tmp_path / KEPT).read_bytes()
    (tmp_path / KEPT).unlink()
    large.save_nominations(Nominations((*nominations(), MORE)), ())
    found = compared(tmp_path)
    (tmp_path / KEPT).write_bytes(older)
    assert compared(tmp_path) == found


def test_a_juror_writes_no_index(large: FolderStore, tmp_path: Path) -> None:
    compared(tmp_path, for_chair=False)
    assert not (tmp_path / INDEX).exists()
