import re
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from jury.chaired import BALLOTS, NOON, OWN_WARD, SCORING, ballot, nominations, stored, write_answers
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.ballot import Review
from nominate_tui.model.conflict import Recusal
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.store.contract import Collected
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.app import CHAIR, NominateApp
from nominate_tui.tui.chair_words import when
from nominate_tui.tui.screens.chair import ChairScreen
from nominate_tui.tui.screens.chair_opening import ChairOpening
from tui.chairing import LARGE, SMALL, sitting
from tui.seen import lines, typed, until

LATER = NOON.replace(hour=13)
ASKING = [
    ("1", "recuse", "Who is out for 1?"),
    ("1", "lock", "Lock the round?"),
    ("1", "export", "Write the result into which folder?"),
    ("2", "open", "no passage shared"),
    ("2", "settle('duplicate')", "Which of the two stands for both?"),
    ("2", "settle('distinct')", "3–5 distinct: why?"),
    ("3", "tie", "Which of them comes first?"),
]
HOSTILE = "[@click=app.quit]x[/] [ @click=app.quit]y[/] [/]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    stored(tmp_path)
    return tmp_path


def contradicted(folder: Path) -> None:
    """3, 5 and 4 are one, and a verdict that was written by hand calls 3 and 4 distinct."""
    joining = (
        Verdict("3", "5", "duplicate", "one", NOON, "3"),
        Verdict("5", "4", "duplicate", "two", NOON, "5"),
    )
    FolderStore(folder).save_verdicts((*joining, Verdict("3", "4", "distinct", "by hand", NOON)))


class Slow(FolderStore):
    """A store whose ballots are not read before it is told to."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.read_on = Event()

    def ballots(self) -> Collected:
        assert self.read_on.wait(60)
        return super().ballots()


# Going about


async def test_the_first_view_is_the_matrix_of_nominations_and_jurors(folder: Path) -> None:
    async with sitting(folder) as pilot:
        seen = await until(pilot, "Kitchen table")
    assert seen[0] == " Chair · An award                               open · 0 of 3 ballots confirmed"
    assert seen[1] == " [ 1 Progress ]  2 Duplicates    3 Ranking    4 Decisions"
    assert seen[2:11] == [
        "                                                        n Anna   Bo     Carl",
        "     finished of 6                                        4      4      2",
        "     confirmed: 0 of 3                                    –      –      –",
        "   1 Night ferry                                      2 ✓ ●      ●      ○",
        "   2 Garden path                                      2 ✓ ●      ●      ○",
        "   3 Wardrobe                                         2 ✓ ●      ●      ○",
        "   4 Choir practice                                   2 ✓ ●      ●      ○",
        "   5 Wardrobe                                         1 ! ○      ○      ●",
        "   6 Kitchen table                                    0 ! ○      ◐      ×",
    ]


def retell(folder: Path, *ids: str) -> None:
    """Take these nominations in with another text, an hour after they were scored."""
    store = FolderStore(folder)
    change = Change(LATER, ("answers.purpose",))
    changed = (replace(one, changes=(change,)) if one.id in ids else one for one in store.nominations())
    store.save_nominations(Nominations(tuple(changed)), ())


async def test_reviews_that_were_given_before_the_text_changed_are_marked_and_told(folder: Path) -> None:
    retell(folder, "1", "5", "6")
    told = f"read before the text changed on {day_and_month(LATER)}"
    async with sitting(folder) as pilot:
        seen = await until(pilot, f"↻ {told}: Anna Holm, Bo Lind")
        assert seen[5:11] == [
            "   1 Night ferry                                      2 ✓ ●↻     ●↻     ○",
            "   2 Garden path                                      2 ✓ ●      ●      ○",
            "   3 Wardrobe                                         2 ✓ ●      ●      ○",
            "   4 Choir practice                                   2 ✓ ●      ●      ○",
            "   5 Wardrobe                                         1 ! ○      ○      ●↻",
            "   6 Kitchen table                                    0 ! ○      ◐↻     ×",
        ]
        assert any("↻ new text" in line for line in seen)
        await until(pilot, "Anna Holm: 2 unfinished, 1 read before the text changed, not confirmed")


async def test_who_read_the_older_text_is_told_in_the_ranking_too(folder: Path) -> None:
    retell(folder, "1")
    async with sitting(folder, LARGE) as pilot:
        await pilot.press("3")
        seen = await until(pilot, f"↻ read before the text changed on {day_and_month(LATER)}")
    assert sum("↻" in line for line in seen) == 2


async def test_where_the_jury_is_too_large_for_columns_the_mark_is_beside_the_title(tmp_path: Path) -> None:
    more = "".join(f'[[juror]]\nid = "j{n}"\nname = "Juror {n}"\n' for n in range(40))
    stored(tmp_path, SCORING + more)
    retell(tmp_path, "2")
    async with sitting(tmp_path) as pilot:
        await until(pilot, "   2 ↻ Garden path")


async def test_where_no_text_changed_the_legend_has_no_sign_for_it(folder: Path) -> None:
    async with sitting(folder) as pilot:
        seen = await until(pilot, "Kitchen table")
    assert not any("↻" in line for line in seen)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("1", "[ 1 Progress ]"),
        ("2", "[ 2 Duplicates ]"),
        ("3", "[ 3 Ranking ]"),
        ("4", "[ 4 Decisions ]"),
        ("tab", "[ 2 Duplicates ]"),
        ("shift+tab", "[ 4 Decisions ]"),
    ],
)
async def test_digits_and_tab_lead_to_the_views(folder: Path, key: str, shown: str) -> None:
    async with sitting(folder) as pilot:
        await pilot.press(key)
        await until(pilot, shown)


@pytest.mark.parametrize("size", [SMALL, LARGE, (60, 20), (100, 30)])
async def test_every_view_ends_in_its_keys_and_nothing_runs_over_the_edge(
    folder: Path, size: tuple[int, int]
) -> None:
    async with sitting(folder, size) as pilot:
        for key, tab in (("1", "[ 1"), ("2", "[ 2"), ("3", "[ 3"), ("4", "[ 4")):
            await pilot.press(key)
            seen = await until(pilot, tab)
            assert len(seen) == size[1]
            assert max(map(len, seen)) <= size[0]
            assert seen[-1].endswith("? keys  q leave")


async def test_the_picked_row_moves_with_the_keys_and_its_details_follow(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("j", "j", "down", "k")
        assert "3  Wardrobe" in [line.strip() for line in await until(pilot, "Esbjerg Hospital")]
        await pilot.press("end")
        assert "× Carl Friis: my own ward (declared)" in [
            line.strip() for line in await until(pilot, "Scouts")
        ]
        await pilot.press("home")
        await until(pilot, "Harbour")


async def test_a_row_is_picked_with_the_pointer_too(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await until(pilot, "Kitchen table")
        await pilot.click(offset=(10, 8))
        await until(pilot, "Music school")


async def test_in_a_wide_window_the_details_lie_beside_the_list(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        seen = await until(pilot, "Still to be waited for")
    assert seen[2].rstrip().endswith("1  Night ferry")


async def test_with_more_jurors_than_fit_there_are_counts_in_the_place_of_a_matrix(tmp_path: Path) -> None:
    many = "".join(f'[[juror]]\nid = "j{n}"\nname = "Juror {n}"\n' for n in range(40))
    stored(tmp_path, SCORING + many)
    async with sitting(tmp_path) as pilot:
        seen = await until(pilot, "Kitchen table")
    assert seen[2].strip() == "confirmed: 0 of 43"
    assert seen[3].split() == ["n", "○", "◐", "●", "–", "×"]
    assert seen[9].split() == ["6", "Kitchen", "table", "0", "!", "41", "1", "1"]


async def test_all_keys_are_told(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await pilot.press("question_mark")
        await until(pilot, "Ranking: put those that share a rank in an order, with")


async def test_leaving_asks_nothing(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not pilot.app.is_running


# What jurors do meanwhile


async def test_what_a_juror_writes_meanwhile_is_seen_after_looking_again(folder: Path) -> None:
    async with sitting(folder) as pilot:
        store = FolderStore(folder)
        store.save_ballot(replace(BALLOTS[0], confirmed=NOON), store.ballot("anna").mark)
        await pilot.press("f5")
        await until(pilot, "1 of 3 ballots confirmed")


async def test_a_ballot_that_cannot_be_read_is_told_with_its_address(folder: Path) -> None:
    (folder / "data" / "ballots" / "carl.toml").write_text("this is = not TOML =")
    async with sitting(folder) as pilot:
        seen = await until(pilot, "! 1 problem in the round")
        assert any("carl.toml:1" in line for line in seen)
        await pilot.press("3")
        await until(pilot, "! 1 problem in the round: what is wrong does not count (see 1)")


async def test_a_round_that_is_broken_meanwhile_is_told_and_what_was_seen_stays(folder: Path) -> None:
    async with sitting(folder) as pilot:
        (folder / "scoring.toml").write_text("[round]\nid = 7\n")
        await pilot.press("f5")
        seen = await until(pilot, "scoring.toml")
        assert any("Kitchen table" in line for line in seen)


# Duplicates


async def test_a_pair_is_shown_with_its_evidence_in_words(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        seen = await until(pilot, "the titles are the same")
    assert seen[3].split()[:3] == ["?", "duplicate", "3–5"]


async def test_a_duplicate_is_settled_with_its_primary_and_reason_and_its_effect_is_told(
    folder: Path,
) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        await pilot.press("d")
        seen = await until(pilot, "Which of the two stands for both?")
        assert any("3 stands for 5: rank 4= → 3; 2 enters the shortlist" in line for line in seen)
        await pilot.press("down", "enter")
        await until(pilot, "3–5 duplicate: why?")
        await typed(pilot, "one wardrobe")
        await until(pilot, "Effect: 5 stands for 3: rank 1= → 3; 2 enters the shortlist; 5 leaves the")
    (verdict,) = FolderStore(folder).round().verdicts
    assert (verdict.kind, verdict.reason, verdict.primary) == ("duplicate", "one wardrobe", "5")


async def test_a_verdict_is_not_given_without_a_reason(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        await pilot.press("r")
        await until(pilot, "3–5 related: why?")
        await pilot.press("enter")
        await until(pilot, "A few words are needed here")
        await pilot.press("escape")
        await until(pilot, "? duplicate")
    assert FolderStore(folder).round().verdicts == ()


async def test_a_verdict_is_taken_back(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        await pilot.press("i")
        await until(pilot, "nothing in the ranking changes")
        await typed(pilot, "two towns")
        await until(pilot, "≠ distinct")
        await pilot.press("w")
        await until(pilot, "Take the verdict on 3–5 back?")
        await pilot.press("down", "enter")
        await until(pilot, "? duplicate")
    assert FolderStore(folder).round().verdicts == ()


async def test_two_nominations_lie_side_by_side_answer_beside_answer(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        await pilot.press("enter")
        seen = await until(pilot, "no passage shared")
        assert [part.strip() for part in seen[2].split("│")] == ["3  Wardrobe", "5  Wardrobe"]
        assert [part.strip() for part in next(line for line in seen if "Warm" in line).split("│")] == [
            "Warm clothes for those who were",
            "Coats and shoes hang ready by the",
        ]
        await pilot.press("enter")
        await until(pilot, "[ 2 Duplicates ]")


async def test_what_both_say_word_for_word_is_counted_and_underlined(tmp_path: Path) -> None:
    stored(tmp_path)
    copied = "we hang coats and shoes beside the door of the ward"
    texts = {"3": f"Every night {copied}.", "5": f"{copied}, says the nurse."}
    write_answers(tmp_path, texts)
    async with sitting(tmp_path) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        await pilot.press("enter")
        await until(pilot, "11 words shared · p shows where")
        strips = pilot.app.screen._compositor.render_strips()
        underlined = [
            segment.text for strip in strips for segment in strip if segment.style and segment.style.underline
        ]
    assert sorted(" ".join(underlined).split()) == sorted(f"{copied} {copied}".split())


async def test_a_key_goes_from_one_passage_that_both_share_to_the_next_and_around(tmp_path: Path) -> None:
    stored(tmp_path)
    first, second = (
        f"{word} coats and shoes beside the door of the ward" for word in ("we hang", "they take")
    )
    own = {id: " ".join(f"{id}word{n}." for n in range(400)) for id in ("3", "5")}
    texts = {id: f"{words}\n{first}.\n{words}\n{second}.\n{words}" for id, words in own.items()}
    write_answers(tmp_path, texts)
    async with sitting(tmp_path) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        await pilot.press("enter")
        seen = await until(pilot, "p shows where")
        assert not any("coats" in line for line in seen)
        for begins, which in (("we hang", "1 of 2"), ("they take", "2 of 2"), ("we hang", "1 of 2")):
            await pilot.press("p")
            await until(pilot, f"passage {which} · p goes on")
            seen = await until(pilot, begins)
            assert sum("coats" in line for line in seen) == 1
        await pilot.press("pagedown", "p")
        await until(pilot, "they take")


async def test_of_two_without_a_passage_in_common_the_key_shows_nothing_and_the_suggestion_is_told(
    folder: Path,
) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        await pilot.press("enter")
        before = await until(pilot, "no passage shared")
        assert any("Suggested: duplicate" in line for line in before)
        await pilot.press("p")
        await pilot.pause()
        assert lines(pilot) == before


async def test_a_verdict_can_be_given_side_by_side(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        await pilot.press("enter")
        await until(pilot, "no passage shared")
        await pilot.press("r")
        seen = await until(pilot, "3–5 related: why?")
        assert any("no passage shared" in line for line in seen), "what is read stays behind the question"
        await typed(pilot, "two towns")
        await until(pilot, "3 │ 5 · related")
        await until(pilot, "Effect: nothing in the ranking changes")
        await pilot.press("enter")
        await until(pilot, "~ related")
    assert [verdict.kind for verdict in FolderStore(folder).round().verdicts] == ["related"]


async def test_verdicts_that_contradict_one_another_are_told(folder: Path) -> None:
    contradicted(folder)
    async with sitting(folder) as pilot:
        for view in "23":
            await pilot.press(view)
            await until(pilot, f"[ {view}")
            await until(pilot, "! 3–4 is called distinct, but verdicts join both in one group")


@pytest.mark.parametrize("view", ["1", "2", "3", "4"])
async def test_every_view_tells_what_is_wrong_in_the_round(folder: Path, view: str) -> None:
    contradicted(folder)
    FolderStore(folder).save_recusals([Recusal("zoe", "1", OWN_WARD, "chair", NOON)])
    async with sitting(folder) as pilot:
        await pilot.press(view)
        await until(pilot, f"[ {view}")
        await until(pilot, "! 2 problems in the round")


async def test_of_several_problems_each_takes_one_line_so_that_the_list_is_seen(folder: Path) -> None:
    contradicted(folder)
    FolderStore(folder).save_recusals([Recusal("zoe", "1", OWN_WARD, "chair", NOON)])
    async with sitting(folder) as pilot:
        seen = await until(pilot, "! 2 problems in the round")
    assert [line.split(":")[0].strip() for line in seen[3:5]] == [
        "data/duplicates.toml",
        "data/recusals.toml",
    ]
    assert all(line.endswith("…") for line in seen[3:5])
    assert "finished of 6" in seen[6]


async def test_the_result_of_a_round_with_problems_is_asked_for_once_more(folder: Path) -> None:
    contradicted(folder)
    async with sitting(folder) as pilot:
        await pilot.press("e")
        await until(pilot, "Write the result into which folder?")
        await pilot.press("enter")
        await until(pilot, "Under pseudonyms")
        await pilot.press("enter")
        await until(pilot, "1 problem in the round: what is wrong does not count.")
        await pilot.press("down", "enter")
        await until(pilot, "Written to")
    assert (folder / "result" / "ranking.toml").exists()


async def test_a_verdict_that_another_contradicts_is_refused_before_anything_is_asked(folder: Path) -> None:
    ChairDesk(FolderStore(folder)).settle("3", "5", "duplicate", "one wardrobe")
    ChairDesk(FolderStore(folder)).settle("5", "4", "duplicate", "the choir sings in it")
    ChairDesk(FolderStore(folder)).settle("3", "1", "related", "both at night")
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        FolderStore(folder).save_verdicts(
            [v for v in FolderStore(folder).round().verdicts if v.pair != {"3", "5"}]
            + [Verdict("3", "4", "duplicate", "one", NOON)]
        )
        await pilot.press("f5")
        await until(pilot, "= same group")
        await pilot.press("i")
        await until(pilot, "3 and 5 cannot be distinct: earlier")
        assert len(pilot.app.screen_stack) == 2


async def test_what_suggested_a_pair_is_told_in_words_and_not_by_the_name_of_the_rule(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        told = " ".join(line.split("│")[-1].strip() for line in lines(pilot)[2:])
    assert "Suggested: duplicate, 100% alike: the titles are alike, the owner is the same" in told
    assert "same-name" not in told


async def test_of_a_group_the_one_that_is_ranked_stands_for_it_and_an_empty_reason_leaves_no_gap(
    folder: Path,
) -> None:
    chained = (Verdict("3", "5", "duplicate", "", NOON, "5"), Verdict("5", "4", "duplicate", "", LATER, "4"))
    FolderStore(folder).save_verdicts(chained)
    async with sitting(folder, LARGE) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        told = " ".join(line.split("│")[-1].strip() for line in lines(pilot)[2:])
    whole = "4 stands for the whole group (3, 4, 5) · o takes one out"
    assert f"Verdict: duplicate ({when(NOON)}) · {whole}  Suggested" in told


async def test_a_pair_with_a_nomination_that_is_not_there_is_not_opened_and_can_be_taken_back(
    folder: Path,
) -> None:
    FolderStore(folder).save_verdicts([Verdict("3", "99", "related", "gone", NOON)])
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "~ related")
        await pilot.press("end")
        await until(pilot, "There is no nomination 99: the verdict does not count, and w takes it back")
        await pilot.press("enter")
        await pilot.press("w")
        await until(pilot, "Take the verdict on 3–99 back?")
        await pilot.press("down", "enter")
        await until(pilot, "? duplicate")
        await pilot.pause(0.2)
    assert FolderStore(folder).round().verdicts == ()


# Nothing that was typed is lost, and nothing that is typed is a command


async def test_a_reason_that_cannot_be_kept_is_asked_for_again_as_it_was_typed(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        await pilot.press("r")
        await until(pilot, "nothing in the ranking changes")
        away = folder.rename(folder.with_name("away"))
        await typed(pilot, "two towns")
        await until(pilot, "Not decided:")
        away.rename(folder)
        seen = await until(pilot, "two towns")
        assert any("3–5 related: why?" in line for line in seen)
        await pilot.press("enter")
        await until(pilot, "~ related")
    assert [verdict.reason for verdict in FolderStore(folder).round().verdicts] == ["two towns"]


async def test_what_is_told_takes_the_place_of_what_was_told_before(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("3")
        await until(pilot, "Preliminary")
        await pilot.press("j", "j", "t", "t", "t")
        await until(pilot, "No other nomination shares")
        await pilot.pause(0.2)
        assert len(pilot.app.screen.query("Toast")) == 1


@pytest.mark.parametrize(("view", "key", "title"), ASKING)
async def test_a_question_is_on_the_screen_before_the_next_key_is_looked_at(
    folder: Path, view: str, key: str, title: str
) -> None:
    async with sitting(folder) as pilot:
        await pilot.press(view)
        await until(pilot, f"[ {view}")
        await until(pilot, "the titles are the same" if view == "2" else "Wardrobe")
        screen = pilot.app.screen
        assert isinstance(screen, ChairScreen)
        await screen.run_action(key)
        assert pilot.app.screen is not screen
        await until(pilot, title)


# Reading


async def test_the_frame_is_there_while_the_ballots_are_read(folder: Path) -> None:
    store = Slow(folder)
    app = NominateApp(store, folder, CHAIR)
    async with app.run_test(size=SMALL) as pilot:
        seen = await until(pilot, "Reading the ballots …")
        assert seen[0].split() == ["An", "award", "Chair"]
        await pilot.press("question_mark")
        await until(pilot, "Progress: who has scored what")
        store.read_on.set()
        await pilot.pause(0.2)
        assert isinstance(app.screen_stack[1], ChairOpening)
        await pilot.press("escape")
        await until(pilot, "Chair · An award")


async def test_a_round_that_cannot_be_read_is_told_and_can_be_mended_and_read_again(folder: Path) -> None:
    store = FolderStore(folder)
    app = NominateApp(store, folder, CHAIR)
    rules = (folder / "scoring.toml").read_text(encoding="utf-8")
    (folder / "scoring.toml").write_text("[round]\nid = 7\n", encoding="utf-8")
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, "scoring.toml:")
        (folder / "scoring.toml").write_text(rules, encoding="utf-8")
        await pilot.press("f5")
        await until(pilot, "Chair · An award")


async def test_a_round_that_cannot_be_read_can_be_left(folder: Path) -> None:
    app = NominateApp(FolderStore(folder), folder, CHAIR)
    (folder / "scoring.toml").write_text("[round]\nid = 7\n", encoding="utf-8")
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, "scoring.toml:")
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running


async def test_what_another_chair_decides_is_shown_after_a_while(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("2")
        await until(pilot, "? duplicate")
        ChairDesk(FolderStore(folder)).settle("3", "5", "related", "two towns")
        screen = pilot.app.screen
        assert isinstance(screen, ChairScreen)
        screen.action_look()
        await until(pilot, "~ related")


# The ranking


async def test_the_ranking_shows_ties_the_line_and_what_put_each_behind(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("3")
        await until(pilot, "Preliminary: 0 of 3 ballots are confirmed")
        seen = await until(pilot, ">99 %")
    assert [line.split() for line in seen[4:7]] == [
        ["1=", "1", "Night", "ferry", "5.00", "2", ">99", "%", "1–2", "0.00", "=", "tied"],
        ["1=", "5", "Wardrobe", "5.00", "1!", ">99", "%", "1–2", "–", "=", "tied"],
        ["──", "shortlist:", "2", "of", "2", "places", "─" * 49],
    ]
    assert [line.split()[:3] for line in seen[7:11]] == [
        ["3", "2", "Garden"],
        ["4=", "3", "Wardrobe"],
        ["4=", "4", "Choir"],
        ["–", "6", "Kitchen"],
    ]


async def test_in_a_wide_window_every_criterion_has_its_column(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await pilot.press("3")
        seen = await until(pilot, ">99 %")
    head = next(line for line in seen if "behind by" in line)
    assert head.split("│")[0].split() == [
        "rank",
        "score",
        "n",
        "in",
        "ranks",
        "Innovation",
        "Spread",
        "±",
        "behind",
        "by",
    ]


async def test_duplicates_stand_under_their_primary_and_cannot_be_picked(folder: Path) -> None:
    ChairDesk(FolderStore(folder)).settle("3", "5", "duplicate", "one wardrobe")
    async with sitting(folder) as pilot:
        await pilot.press("3")
        await until(pilot, "└ 5 Wardrobe")
        await pilot.press("j", "j")
        await until(pilot, "Stands for 5")
        await pilot.press("j")
        await until(pilot, "4 · Music school")


async def test_a_tie_is_decided_with_an_order_and_a_reason(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("3")
        await until(pilot, "Preliminary")
        await pilot.press("j", "j", "j", "t")
        await until(pilot, "Which of them comes first?")
        await pilot.press("down", "enter")
        await until(pilot, "4 > 3: why?")
        await typed(pilot, "it sings")
        await until(pilot, "the chair")
    (tie,) = FolderStore(folder).round().deliberation.ties
    assert (tie.order, tie.reason) == (("4", "3"), "it sings")


async def test_that_the_reason_for_an_order_names_a_person_is_told(folder: Path) -> None:
    async with sitting(folder, LARGE) as pilot:
        await pilot.press("3")
        await until(pilot, "Preliminary")
        await pilot.press("j", "j", "j", "t")
        await until(pilot, "Which of them comes first?")
        await pilot.press("enter")
        await until(pilot, "why?")
        await typed(pilot, "Anna Holm says so")
        await until(pilot, "the reason has Anna Holm in")


async def test_a_tie_across_the_line_is_told_in_words(tmp_path: Path) -> None:
    stored(tmp_path, SCORING.replace("shortlist = 2", "shortlist = 1"))
    async with sitting(tmp_path) as pilot:
        await pilot.press("3")
        seen = await until(pilot, "share rank 1 across the line and no rule separates them")
        assert any("t decides, with a reason" in line for line in seen)
        await until(pilot, "shortlist: 2 of 1 places")


async def test_where_nothing_is_tied_there_is_nothing_to_decide(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("3")
        await until(pilot, "Preliminary")
        await pilot.press("j", "j", "t")
        await until(pilot, "No other nomination shares")
    assert FolderStore(folder).round().deliberation.ties == ()


# Recusals, the lock, the result


async def test_a_juror_is_taken_out_with_a_reason_and_let_in_again(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("x")
        await until(pilot, "Who is out for 1?")
        await pilot.press("down", "enter")
        await until(pilot, "What is the conflict of interest?")
        await pilot.press("down", "enter")
        await until(pilot, "Why? In a few words")
        await typed(pilot, "his sister")
        await until(pilot, "× Bo Lind: his sister (set by the chair)")
        assert [(r.juror, r.conflict.kind) for r in FolderStore(folder).round().recusals] == [
            ("bo", "personal")
        ]
        await pilot.press("x")
        await until(pilot, "Bo Lind: let in again")
        await pilot.press("down", "enter")
        await until(pilot, "2 of 3 jurors count")
    assert FolderStore(folder).round().recusals == ()


async def test_the_lock_says_who_is_unfinished_and_locks_only_when_told_to(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("L")
        await until(pilot, "Anna Holm: 2 unfinished, not confirmed")
        await pilot.press("enter")
        await until(pilot, "open · 0 of 3")
        await pilot.press("L")
        await until(pilot, "Lock the round?")
        await pilot.press("down", "enter")
        await until(pilot, "locked · 0 of 3")
        assert FolderStore(folder).round().deliberation.locked is not None
        await pilot.press("L")
        await until(pilot, "Open the round again?")
        await pilot.press("down", "enter")
        await until(pilot, "open · 0 of 3")
    assert FolderStore(folder).round().deliberation.locked is None


async def test_the_result_is_written_under_pseudonyms_into_a_folder(folder: Path) -> None:
    async with sitting(folder) as pilot:
        await pilot.press("e")
        await until(pilot, "Write the result into which folder?")
        await pilot.press("ctrl+u")
        await typed(pilot, str(folder / "result"))
        await until(pilot, "Under pseudonyms: J1, J2")
        await pilot.press("enter")
        seen = await until(pilot, "Written to")
        names = {file.name for file in (folder / "result").iterdir()}
        assert {"ranking.csv", "ranking.toml", "scores.csv", "shortlist.toml"} <= names
        assert names <= {word.strip(",") for line in seen for word in line.split()}
    assert "Anna" not in (folder / "result" / "scores.csv").read_text(encoding="utf-8")


async def test_a_broken_ballot_is_told_before_the_result_is_written_without_it(folder: Path) -> None:
    (folder / "data" / "ballots" / "carl.toml").write_text("this is = not TOML =")
    async with sitting(folder) as pilot:
        await pilot.press("e")
        await until(pilot, "Write the result into which folder?")
        await pilot.press("enter")
        await until(pilot, "Under pseudonyms")
        await pilot.press("enter")
        await until(pilot, "1 problem in the round: what is wrong does not count.")
        await pilot.press("enter")
        await until(pilot, "[ 1 Progress ]")
    assert not (folder / "result").exists()


async def test_decisions_are_listed_with_their_reasons(folder: Path) -> None:
    ChairDesk(FolderStore(folder), lambda: NOON).settle("3", "5", "duplicate", "one wardrobe", "5")
    async with sitting(folder) as pilot:
        await pilot.press("4")
        seen = await until(pilot, "one wardrobe")
    assert "= 3–5 duplicate, 5 stands for both" in [line.strip() for line in seen]


# Foreign text


async def test_foreign_text_is_shown_as_it_is_and_does_nothing(tmp_path: Path) -> None:
    store = stored(tmp_path)
    titles = {"1": f"Night ferry {HOSTILE}", "3": HOSTILE, "5": HOSTILE}
    hostile = [replace(n, title=titles.get(n.id, n.title), organisation=HOSTILE) for n in nominations()]
    store.save_nominations(Nominations(tuple(hostile)), ())
    said = ballot("carl", {"5": (5, 5)}, one=Review("1", {"innovation": 5, "spread": 5}, comment=HOSTILE))
    store.save_ballot(said, store.ballot("carl").mark)
    async with sitting(tmp_path, LARGE) as pilot:
        for key, tab in (("1", "[ 1"), ("2", "[ 2"), ("3", "[ 3")):
            await pilot.press(key)
            await until(pilot, tab)
            seen = await until(pilot, "[@click=app.quit]x[/]")
            row = next(y for y, line in enumerate(seen) if "[@click" in line)
            await pilot.click(offset=(seen[row].index("x[/]"), row))
        assert any(f"“{HOSTILE[:20]}" in line for line in lines(pilot))
        assert pilot.app.is_running


# A part for each juror

IN_PARTS = SCORING.replace(
    'name = "Anna Holm"\n', 'name = "Anna Holm"\nnominations = ["1", "2", "6"]\n'
).replace('name = "Bo Lind"\n', 'name = "Bo Lind"\nnominations = ["3", "4", "5", "6"]\n')
"""Anna judged 3 and 4 beyond her part, Bo 1 and 2 beyond his; Carl is to score everything."""


async def test_in_parts_the_matrix_tells_how_much_of_a_part_is_finished(tmp_path: Path) -> None:
    stored(tmp_path, IN_PARTS)
    async with sitting(tmp_path) as pilot:
        seen = await until(pilot, "Kitchen table")
        assert seen[3] == "     finished of those to score                           2/3    2/4    2/6"
        assert seen[9:11] == [
            "   5 Wardrobe                                         1 ! ·      ○      ●",
            "   6 Kitchen table                                    0 ! ○      ◐      ×",
        ]
        assert " ○ not begun  ◐ unfinished  ● finished  – abstained  × recused  · unassigned" in seen
        await until(pilot, "Anna Holm: 1 unfinished, not confirmed")
        await typed(pilot, "jjjj")
        seen = await until(pilot, "· unassigned: 1")
    assert " ! 1 of 2 jurors counts; 1 more needed for the quorum of 2" in seen


async def test_in_parts_the_ranking_tells_of_nobody_who_was_not_asked(tmp_path: Path) -> None:
    stored(tmp_path, IN_PARTS)
    async with sitting(tmp_path, LARGE) as pilot:
        await pilot.press("3")
        await until(pilot, "● Anna Holm: 5.00")
        await pilot.press("j")
        seen = await until(pilot, "· 1 unassigned")
    assert not any("Anna Holm" in line for line in seen)


async def test_a_large_jury_in_parts_is_told_in_numbers(tmp_path: Path) -> None:
    more = "".join(f'[[juror]]\nid = "j{n}"\nname = "J{n}"\nnominations = ["1"]\n' for n in range(40))
    stored(tmp_path, IN_PARTS + more)
    async with sitting(tmp_path) as pilot:
        seen = await until(pilot, "Kitchen table")
    assert seen[3].split() == ["n", "○", "◐", "●", "–", "×", "·"]
    assert [line.split()[-2:] for line in seen[4:6]] == [["41", "2"], ["2", "40"]]


async def test_the_forms_wording_is_marked_and_told_apart_from_what_the_two_share(tmp_path: Path) -> None:
    store = stored(tmp_path)
    form = "please describe in your own words how the idea came up and who was there"
    others = [replace(n, id=f"{n.id}0", title=f"Another {n.id}") for n in nominations()]
    every = [
        replace(n, answers={"purpose": f"{form}: " + " ".join(f"w{n.id}x{k}." for k in range(60))})
        for n in (*nominations(), *others)
    ]
    store.save_nominations(Nominations(tuple(every)), ())
    async with sitting(tmp_path) as pilot:
        await pilot.press("2")
        await until(pilot, "no passage is the same word for word")
        await pilot.press("enter")
        await until(pilot, "only the form's wording shared · p shows")


async def test_the_list_keeps_its_order_while_one_stays_in_it(tmp_path: Path) -> None:
    store = stored(tmp_path)
    again = [replace(n, id=f"{n.id}0", title=n.title) for n in nominations()]
    store.save_nominations(Nominations((*nominations(), *again)), ())

    def order(pilot: Pilot[None]) -> list[str]:
        rows = (re.search(r"(\d+–\d+) .*│.*%", line) for line in lines(pilot)[3:20])
        return [row[1] for row in rows if row]

    async with sitting(tmp_path) as pilot:
        await pilot.press("2")
        await until(pilot, "the titles are the same")
        before = order(pilot)
        await pilot.press("i")
        await until(pilot, "why?")
        await typed(pilot, "two")
        await until(pilot, "settled 1 of")
        await pilot.press("2")
        await pilot.pause()
        assert order(pilot) == before
        await pilot.press("1", "2")
        await until(pilot, "settled 1 of")
        assert sorted(order(pilot)) == sorted(before)
        assert order(pilot) == [*before[1:], before[0]]
