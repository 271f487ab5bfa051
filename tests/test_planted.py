"""The invented nominations that the search for duplicates is measured with: what is said of them must be so."""

import sys
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

sys.path.append(str(Path(__file__).parents[1] / "bench"))

from duplicate_kinds import DUPLICATES, LOOKALIKES, RELATED
from duplicate_scores import Score, best, pair, score
from planted import Known, Planted, plant

from duplicates.late_rounds import exactly
from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.suggest import compare, suggest, suggest_late
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.rules import DuplicateRules

# Or else `bench/duplicates.py` stands in for the folder `tests/duplicates` from here on.
sys.path.remove(str(Path(__file__).parents[1] / "bench"))

COUNT = 200


@cache
def made(seed: int = 26) -> Planted:
    return plant(COUNT, 300, seed, again=False)


def pairs(kind: str) -> list[tuple[Nomination, Nomination]]:
    both = made().nominations
    return [(both[known.a], both[known.b]) for known in made().known if known.kind == kind]


def paragraphs(nomination: Nomination) -> set[str]:
    return set(nomination.text.split("\n\n"))


def own_paragraphs(nomination: Nomination) -> set[str]:
    """Without those that the form wrote: they stand in more than two nominations."""
    return {
        p for p in paragraphs(nomination) if sum(p in paragraphs(other) for other in made().nominations) < 3
    }


def common(a: Nomination, b: Nomination) -> set[str]:
    return own_paragraphs(a) & own_paragraphs(b)


def known_pairs(known: tuple[Known, ...]) -> list[frozenset[str]]:
    return [frozenset((one.a, one.b)) for one in known]


def test_the_same_seed_makes_the_same_and_another_seed_makes_others() -> None:
    again, other = plant(COUNT, 300, 26, again=False), made(27)
    assert again == made()
    assert not {n.text for n in other.nominations} & {n.text for n in again.nominations}


def test_there_are_as_many_as_wanted_in_the_order_of_their_ids() -> None:
    assert made().nominations.ids == tuple(str(number) for number in range(1, COUNT + 1))
    assert [contact.nomination for contact in made().contacts] == list(made().nominations.ids)


def test_they_have_about_as_many_words_as_wanted() -> None:
    average = sum(nomination.words for nomination in made().nominations) / COUNT
    assert 270 <= average <= 330


def test_every_kind_is_planted_as_often_as_it_says() -> None:
    planted = Counter(one.kind for one in made().known if one.label != "open")
    assert planted == {**dict.fromkeys(DUPLICATES, COUNT // 100), **dict.fromkeys(RELATED, COUNT // 200)}
    assert len(DUPLICATES) == 10
    assert [*LOOKALIKES] == ["same_owner", "own_words"]


def test_one_duplicate_in_three_is_changed_twice() -> None:
    kinds = Counter(one.kind for one in plant(900, 300).known if one.kind.startswith("retitled"))
    assert kinds == {
        "retitled": 6,
        "retitled and shuffled": 1,
        "retitled and mistyped": 1,
        "retitled and disguised": 1,
    }


def test_kinds_have_the_label_of_their_table() -> None:
    labels = {(one.kind, one.label) for one in made().known if one.label != "open"}
    assert labels == {(kind, "duplicate") for kind in DUPLICATES} | {(kind, "related") for kind in RELATED}


def test_a_pair_is_told_of_once_and_nothing_is_like_itself() -> None:
    told = known_pairs(made().known)
    assert len(told) == len(set(told))
    assert {len(both) for both in told} == {2}


def test_planted_pairs_have_no_member_in_common() -> None:
    members = [id for one in made().known if one.label != "open" for id in (one.a, one.b)]
    assert len(members) == len(set(members))


@pytest.mark.parametrize("kind", ["resubmitted", "shuffled", "retitled"])
def test_all_of_the_first_text_stands_in_the_second(kind: str) -> None:
    assert [own_paragraphs(a) - own_paragraphs(b) for a, b in pairs(kind)] == [set(), set()]


def test_the_title_stays_or_goes_as_the_kind_says() -> None:
    same = {kind: {words(a.title) == words(b.title) for a, b in pairs(kind)} for kind in DUPLICATES}
    assert same == {
        **{kind: {True} for kind in ("resubmitted", "shuffled", "rewritten", "renamed", "disguised")},
        **{kind: {False} for kind in ("mistyped", "retitled", "halved", "reordered", "sent_by_another")},
    }


def test_half_of_the_paragraphs_are_left_of_a_halved_one() -> None:
    for a, b in pairs("halved"):
        assert own_paragraphs(b) < own_paragraphs(a)
        assert len(own_paragraphs(b)) == len(own_paragraphs(a)) // 2


@pytest.mark.parametrize("kind", ["rewritten", "reordered", "same_title", "numbered", "partner"])
def test_other_texts_have_no_paragraph_in_common(kind: str) -> None:
    assert [common(a, b) for a, b in pairs(kind) if common(a, b)] == []


@pytest.mark.parametrize("kind", ["sibling", "quoting"])
def test_related_texts_that_quote_share_one_paragraph(kind: str) -> None:
    assert [len(common(a, b)) for a, b in pairs(kind)] == [1]


def test_a_quarter_of_the_text_is_what_another_nominator_took() -> None:
    for a, b in pairs("sent_by_another"):
        begun = [paragraph.split() for paragraph in own_paragraphs(a)]
        taken = [words[: 3 * len(words) // 5] for words in begun]
        held = [words for words in taken if words and " ".join(words) in b.text]
        assert 0.2 < sum(map(len, held)) / sum(map(len, begun)) < 0.45
        assert len(held) > 2
        assert a.responsible != b.responsible


def test_a_disguised_text_is_the_same_once_it_is_folded_and_not_before() -> None:
    for a, b in pairs("disguised"):
        assert a.title != b.title
        assert words(a.text) == words(b.text)


def test_a_mistyped_text_has_almost_as_many_letters_and_other_words() -> None:
    for a, b in pairs("mistyped"):
        assert 0.97 < len(b.text) / len(a.text) < 1.03
        assert 0.03 < len(set(words(b.text)) - set(words(a.text))) / len(set(words(b.text))) < 0.45


def test_a_short_name_of_an_organisation_is_among_the_aliases() -> None:
    aliases = {alias: name for name, alias in made().aliases}
    renamed = [(a.organisation, b.organisation) for a, b in pairs("renamed")]
    assert all(aliases.get(b, a) == a for a, b in renamed)
    assert all(a != b for a, b in renamed)


def test_a_partner_names_the_title_in_its_organisation() -> None:
    assert [a.title.split(" – ")[0] in b.organisation for a, b in pairs("partner")] == [True]


def test_numbered_ones_differ_in_the_number_alone() -> None:
    assert [(a.title[:-1] == b.title[:-1], a.title[-1], b.title[-1]) for a, b in pairs("numbered")] == [
        (True, "1", "2")
    ]


def test_strangers_share_no_paragraph_but_what_an_organisation_says_of_itself() -> None:
    told = set(known_pairs(made().known))
    texts = {nomination.id: own_paragraphs(nomination) for nomination in made().nominations}
    strangers = (both for both in combinations(texts, 2) if frozenset(both) not in told)
    ((a, b),) = ((a, b) for a, b in strangers if texts[a] & texts[b])
    assert len(texts[a] & texts[b]) == 1
    assert made().nominations[a].organisation == made().nominations[b].organisation
    assert made().nominations[a].title != made().nominations[b].title


def test_a_third_of_the_nominations_keep_the_words_of_the_form() -> None:
    begun = Counter(nomination.answers["purpose"].split("\n\n")[0] for nomination in made().nominations)
    assert 0.2 < begun.most_common(1)[0][1] / COUNT < 0.45


def test_precision_and_recall_are_counted_by_hand() -> None:
    found, true = [pair("2", "1"), pair("1", "3")], {pair("1", "2"), pair("4", "5"), pair("6", "7")}
    assert score(found, true) == Score(1 / 2, 1 / 3)
    assert score(found, true).f1 == pytest.approx(0.4)
    assert score([], true) == Score(1.0, 0.0)
    assert score([], true).f1 == 0.0


def test_the_best_threshold_takes_equal_values_together() -> None:
    true = {("a", "b"), ("a", "c")}
    scored = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.8, ("c", "d"): 0.1}
    assert best(scored, true) == (Score(2 / 3, 1.0), 0.8)
    assert best({}, true)[0] == Score(1.0, 0.0)


@pytest.mark.parametrize("seed", [1, 2])
def test_late_ones_of_every_planted_kind_are_found_as_where_all_are_compared(seed: int) -> None:
    planted = plant(2_200, 200, seed)
    rules = DuplicateRules(aliases=planted.aliases)
    ids = {each.b for each in Random(seed).sample(planted.known, 80)}  # noqa: S311 - no secret hangs on it
    before = Nominations(tuple(each for each in planted.nominations if each.id not in ids))
    known, index = compare(before, rules, [each for each in planted.contacts if each.nomination not in ids])
    assert index is not None
    since = Since.of(index, before.ids, planted.nominations.ids, ids)
    found = suggest_late(planted.nominations, rules, known, since, planted.contacts)
    full = suggest(planted.nominations, rules, planted.contacts)
    assert [exactly(each) for each in found if each.pair & ids] == [
        exactly(each) for each in full if each.pair & ids
    ]
    assert len([each for each in full if each.pair & ids]) > 60
