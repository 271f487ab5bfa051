"""Comparing goes on in a thread while the chair works: it tells how far it is, can be stopped, and begins again."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from jury.chaired import NOON, nominations, stored
from nominate_tui.duplicates import late, suggest, topic
from nominate_tui.duplicates.since import Since
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.model.duplicate import Suggestion, Verdict
from nominate_tui.model.nomination import Contact, Nomination, Nominations
from nominate_tui.model.rules import DuplicateRules
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import CHAIR, NominateApp
from nominate_tui.tui.chair_messages import ComparedSoFar
from nominate_tui.tui.widgets.pairs_view import PairsView
from tui.chairing import LARGE, sitting
from tui.seen import lines, until


class Held(FolderStore):
    """A store in which nobody learns what was found the last time before it is told to: comparing waits for that."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.read_on = Event()

    def compared(self) -> str | None:
        assert self.read_on.wait(60)
        return super().compared()


class Broken(FolderStore):
    """A store with a fault of its own."""

    def compared(self) -> str | None:
        raise RuntimeError("out of order")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    stored(tmp_path)
    return tmp_path


async def test_how_far_comparing_is_is_told_with_a_bar(folder: Path) -> None:
    store = Held(folder)
    async with sitting(folder, LARGE, store) as pilot:
        await pilot.press("2")
        seen = await until(pilot, "Comparing 6 nominations … 0%")
        assert any("░" * 40 in line for line in seen)
        pilot.app.screen.post_message(ComparedSoFar(0.4))
        seen = await until(pilot, "Comparing 6 nominations … 40%")
        assert any("█" * 16 + "░" * 24 in line for line in seen)
        store.read_on.set()
        seen = await until(pilot, "the titles are the same")
        assert not any("Comparing" in line for line in seen)


async def test_meanwhile_settled_pairs_are_listed_and_can_be_worked_on(folder: Path) -> None:
    store = Held(folder)
    store.save_verdicts([Verdict("1", "2", "related", "both at night", NOON)])
    async with sitting(folder, store=store) as pilot:
        await pilot.press("2")
        seen = await until(pilot, "Comparing 6 nominations …")
        assert any("~ related" in line and "1–2" in line for line in seen)
        assert any("both at night" in line for line in seen)
        await pilot.press("w")
        await until(pilot, "Take the verdict on 1–2 back?")
        await pilot.press("down", "enter")
        await pilot.pause(0.2)
        assert not any("1–2" in line for line in lines(pilot))
        store.read_on.set()
        await until(pilot, "? duplicate")
    assert FolderStore(folder).round().verdicts == ()


async def test_where_nothing_was_picked_meanwhile_the_first_open_pair_is(folder: Path) -> None:
    store = Held(folder)
    store.save_verdicts([Verdict("2", "4", "distinct", "two paths", NOON)])
    async with sitting(folder, store=store) as pilot:
        await pilot.press("2")
        await until(pilot, "two paths")
        store.read_on.set()
        await until(pilot, "the titles are the same")
        await pilot.press("j")
        await until(pilot, "two paths")


async def test_comparing_is_stopped_with_a_key_and_begun_again_with_another(folder: Path) -> None:
    store = Held(folder)
    async with sitting(folder, store=store) as pilot:
        await pilot.press("2")
        await until(pilot, "Esc stops it")
        await pilot.press("escape")
        await until(pilot, "Comparing was stopped: only what was known before is listed")
        await pilot.press("n")
        await until(pilot, "The nominations are not compared yet")
        await until(pilot, "F5 begins again")
        store.read_on.set()
        await pilot.pause(0.3)
        assert any("Comparing was stopped" in line for line in lines(pilot))
        assert store.compared() is None
        await pilot.press("f5")
        await until(pilot, "? duplicate")


async def test_comparing_that_was_stopped_does_not_begin_by_itself_when_the_ballots_are_read_again(
    folder: Path,
) -> None:
    store = Held(folder)
    async with sitting(folder, store=store) as pilot:
        await pilot.press("2")
        await until(pilot, "Esc stops it")
        await pilot.press("escape")
        store.read_on.set()
        store.save_verdicts([Verdict("1", "2", "related", "both at night", NOON)])
        screen = pilot.app.screen
        screen._look_again()  # type: ignore[attr-defined]  # what the clock does every ten seconds
        seen = await until(pilot, "both at night")
        assert any("Comparing was stopped" in line for line in seen)
        await pilot.press("f5")
        await until(pilot, "? duplicate")


async def test_what_is_begun_again_before_it_has_ended_goes_on(folder: Path) -> None:
    store = Held(folder)
    async with sitting(folder, store=store) as pilot:
        await pilot.press("2")
        await until(pilot, "Esc stops it")
        await pilot.press("escape", "f5")
        await pilot.pause(0.1)
        store.read_on.set()
        await until(pilot, "? duplicate")


async def test_where_all_is_compared_there_is_nothing_to_stop(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "? duplicate")
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert any("? duplicate" in line for line in lines(pilot))
        assert not any("Comparing" in line for line in lines(pilot))


async def test_a_nomination_that_is_taken_in_meanwhile_is_compared_too(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "3–5")
        third = nominations()["3"]
        more = Nomination("7", "Wardrobe", third.organisation, answers={"purpose": "Dry socks."})
        FolderStore(folder).save_nominations(Nominations((*nominations(), more)), ())
        await pilot.press("f5")
        seen = await until(pilot, "3–7")
        assert any("5–7" in line for line in seen)


async def test_texts_that_change_while_they_are_compared_are_compared_anew(folder: Path) -> None:
    store = Held(folder)
    async with sitting(folder, store=store) as pilot:
        await pilot.press("2")
        await until(pilot, "Esc stops it")
        renamed = (replace(each, title="Lamp") if each.id == "3" else each for each in nominations())
        FolderStore(folder).save_nominations(Nominations(tuple(renamed)), ())
        await pilot.press("f5")
        await pilot.pause(0.2)
        store.read_on.set()
        await until(pilot, "No two nominations look alike")


async def test_a_fault_while_comparing_is_told_and_takes_nothing_else_with_it(folder: Path) -> None:
    async with sitting(folder, store=Broken(folder)) as pilot:
        await pilot.press("2")
        await until(pilot, "Comparing failed: RuntimeError('out of order')")
        await pilot.press("3")
        await until(pilot, "Preliminary")


async def test_who_leaves_does_not_wait_for_what_is_compared(folder: Path) -> None:
    store = Held(folder)
    app = NominateApp(store, folder, CHAIR)
    async with app.run_test() as pilot:
        await until(pilot, "Chair · An award")
        await pilot.press("2")
        await until(pilot, "Esc stops it")
        await pilot.press("q")
        await pilot.pause()
    assert not app.is_running
    store.read_on.set()
    assert store.compared() is None


async def test_what_is_known_of_a_large_round_stands_there_while_a_late_one_is_compared(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topic, "ALL", 1)
    ChairDesk(FolderStore(folder)).suggestions()
    monkeypatch.setattr(late, "ONE_IN", 2)
    go_on, usual = Event(), suggest.suggest_late

    def slow(
        nominations: Nominations,
        rules: DuplicateRules,
        known: Iterable[Suggestion],
        since: Since,
        contacts: Iterable[Contact] = (),
        progress: Callable[[float], None] = lambda _share: None,
    ) -> tuple[Suggestion, ...]:
        progress(0.5)
        assert go_on.wait(60)
        return usual(nominations, rules, known, since, contacts, progress)

    monkeypatch.setattr(suggest, "suggest_late", slow)
    more = Nomination("7", "Wardrobe", nominations()["3"].organisation, answers={"purpose": "Dry socks."})
    FolderStore(folder).save_nominations(Nominations((*nominations(), more)), ())
    async with sitting(folder) as pilot:
        await pilot.press("2")
        seen = await until(pilot, "3–5")
        assert any("Comparing 7 nominations … 50%" in line for line in seen)
        assert not any("3–7" in line for line in seen)
        await pilot.press("d")
        await until(pilot, "Enter chooses")
        await pilot.press("escape")
        go_on.set()
        seen = await until(pilot, "3–7")
        assert any("3–5" in line for line in seen)
        assert any("5–7" in line for line in seen)


async def test_who_picked_a_pair_stays_with_it_while_a_nomination_more_is_compared(folder: Path) -> None:
    store = Held(folder)
    every = [replace(each, title="Wardrobe") if each.id in "12" else each for each in nominations()]
    store.save_nominations(Nominations(tuple(every)), ())
    store.read_on.set()
    async with sitting(folder, LARGE, store) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        view = pilot.app.screen.query_one(PairsView)
        await pilot.press("end")
        picked, before = view.picked, [line for line in lines(pilot) if "–" in line]
        assert picked is not None
        assert len(before) > 3
        store.read_on.clear()
        # Twice what 4 says, which is louder than any other pair.
        again = (replace(every[3], id="7"), replace(every[3], id="8"))
        FolderStore(folder).save_nominations(Nominations((*every, *again)), ())
        await pilot.press("f5")
        await until(pilot, "Comparing 8 nominations … 0%")
        assert view.picked is not None
        assert view.picked.ids == picked.ids
        store.read_on.set()
        seen = await until(pilot, "4–7")
        assert any("7–8" in line for line in seen)
        assert view.picked.ids == picked.ids


async def test_who_picked_a_pair_that_is_compared_anew_has_it_again_and_who_moves_on_has_not(
    folder: Path,
) -> None:
    store = Held(folder)
    every = [replace(each, title="Wardrobe") if each.id in "12" else each for each in nominations()]
    store.save_nominations(Nominations(tuple(every)), ())
    store.read_on.set()
    async with sitting(folder, LARGE, store) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        view = pilot.app.screen.query_one(PairsView)
        for moves in (False, True):
            await pilot.press("home", "down", "down")
            picked = view.picked
            assert picked is not None
            store.read_on.clear()
            every = [
                replace(each, answers={"purpose": f"Other words, {moves}."})
                if each.id == min(picked.ids)
                else each
                for each in every
            ]
            FolderStore(folder).save_nominations(Nominations(tuple(every)), ())
            await pilot.press("f5")
            await until(pilot, "Comparing 6 nominations … 0%")
            assert view.picked is None or view.picked.ids != picked.ids
            if moves:
                await pilot.press("home")
            stands_in = view.picked
            store.read_on.set()
            await until(pilot, "the titles are the same")
            await until(pilot, f"{min(picked.ids)}–{max(picked.ids)}")
            assert view.picked is not None
            assert (view.picked.ids == picked.ids) != moves
            assert not moves or view.picked.ids == (stands_in.ids if stands_in else view.picked.ids)


async def test_who_decides_before_anything_is_compared_is_told_so(folder: Path) -> None:
    store = Held(folder)
    async with sitting(folder, store=store) as pilot:
        await pilot.press("2", "d")
        await until(pilot, "The nominations are not compared yet")
        store.read_on.set()
