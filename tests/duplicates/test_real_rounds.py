"""The suggestions on whole documents: real rounds, whose every pair is labelled by hand, and the sample round."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from duplicates import changes
from duplicates.labelled import (
    SIX,
    Ground,
    across_forms,
    every_pair,
    found,
    labels,
    real,
    sample,
    seed,
    taken,
)
from nominate_tui.duplicates.suggest import suggest
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import DuplicateRules

TWO = {frozenset(("N03", "N11")), frozenset(("N22", "B004-3"))}
"""The duplicates among nominations and budget initiatives."""
EIGHT = {
    *(
        frozenset(pair)
        for pair in (("N02", "N22"), ("N07", "N10"), ("N15", "N18"), ("N15", "N20"), ("N18", "N20"))
    ),
    *(frozenset(pair) for pair in (("N02", "B004-3"), ("N26", "B000"), ("B000", "B004-1"))),
}
"""What is related among them."""


def suggested(ground: Ground) -> dict[frozenset[str], str]:
    return found(ground, DuplicateRules())


def by_ids(labelled: dict[tuple[str, str], str]) -> dict[frozenset[str], str]:
    return {frozenset(pair): label for pair, label in labelled.items()}


def turned(ground: Ground) -> Ground:
    return replace(
        ground, nominations=Nominations(ground.nominations.all[::-1]), contacts=ground.contacts[::-1]
    )


@pytest.mark.shared
def test_all_325_real_pairs_are_as_a_person_labelled_them(shared: Path) -> None:
    made = suggested(real())
    wanted = {
        frozenset(str(int(id[1:])) for id in pair): label for pair, label in by_ids(labels("NN")).items()
    }
    assert len(wanted) == 325
    assert {pair: made.get(pair, "distinct") for pair in every_pair(real().nominations.ids)} == wanted
    assert made == by_ids(SIX)


@pytest.mark.shared
@pytest.mark.parametrize(
    "rules",
    [
        DuplicateRules(title=0.6),
        DuplicateRules(title=1.0),
        DuplicateRules(text=0.02),
        DuplicateRules(text=0.29),
        DuplicateRules(title=0.6, text=0.02),
    ],
)
def test_thresholds_far_from_the_usual_ones_change_nothing(shared: Path, rules: DuplicateRules) -> None:
    assert found(real(), rules) == by_ids(SIX)


@pytest.mark.shared
def test_the_duplicate_is_the_loudest_and_the_partnership_the_quietest(shared: Path) -> None:
    ordered = [one.pair for one in suggest(real().nominations, DuplicateRules(), real().contacts)]
    assert (ordered[0], ordered[-1]) == (frozenset(("3", "11")), frozenset(("2", "22")))


def varied(change: changes.Change, id: str, chance: int) -> Ground:
    """The real round with every answer of one nomination changed."""
    rng = Random(chance)  # noqa: S311 - the same chance every time
    every = (changes.answers(one, change, rng) if one.id == id else one for one in real().nominations)
    return replace(real(), nominations=Nominations(tuple(every), real().nominations.questions))


@pytest.mark.shared
@pytest.mark.parametrize("id", ["8", "11"])
@pytest.mark.parametrize(
    "change",
    [changes.typing_errors, changes.turned, changes.abridged, changes.new_figures, changes.spelt_out],
)
def test_another_project_of_the_same_contact_stays_nothing_however_it_is_typed(
    shared: Path, change: changes.Change, id: str
) -> None:
    for chance in range(3):
        assert frozenset(("8", "11")) not in suggested(varied(change, id, chance))


@pytest.mark.shared
@pytest.mark.parametrize("question", ["purpose", "user_value"])
def test_an_answer_pasted_between_two_projects_of_an_office_makes_them_no_duplicate(
    shared: Path, question: str
) -> None:
    pasted = replace(
        real().nominations["10"],
        answers={**real().nominations["10"].answers, question: real().nominations["12"].answers[question]},
    )
    every = Nominations(tuple(pasted if one.id == "10" else one for one in real().nominations))
    made = suggested(replace(real(), nominations=every))
    assert made.pop(frozenset(("10", "12"))) == "related"
    assert made == by_ids(SIX)


@pytest.mark.shared
def test_parts_of_a_package_are_related_at_most(shared: Path) -> None:
    package = taken(seed("003"))
    assert package.nominations.ids[:5] == ("A.1", "A.2", "A.3", "A.4", "A.5")
    made = suggested(package)
    # The five share one long section of remarks; the others have nothing in common.
    assert made == dict.fromkeys(every_pair(package.nominations.ids[:5]), "related")


@pytest.mark.shared
def test_the_labels_name_every_pair_of_nominations_and_budget_initiatives(shared: Path) -> None:
    labelled = by_ids(labels())
    assert set(labelled) == set(every_pair(across_forms().nominations.ids))
    assert {pair for pair, label in labelled.items() if label == "duplicate"} == TWO
    assert {pair for pair, label in labelled.items() if label == "related"} == EIGHT
    assert len(labelled) == 496


@pytest.mark.shared
def test_a_package_is_one_nomination_with_each_of_its_texts_once(shared: Path) -> None:
    package = across_forms().nominations["B003"]
    assert package.title == "Budgetforslag målrettet socialt udsatte"
    texts = list(package.answers.values())
    assert len(texts) == len(set(texts))
    # The introduction, three parts, what all have in common, eight purposes of which two are alike, four remarks …
    assert len(texts) > 16


@pytest.mark.shared
def test_among_budget_initiatives_no_pair_of_nominations_changes(shared: Path) -> None:
    made = suggested(across_forms())
    assert {pair: made.get(pair, "distinct") for pair in by_ids(labels("NN"))} == by_ids(labels("NN"))


@pytest.mark.shared
def test_across_forms_both_duplicates_are_found_and_nothing_else_is_called_one(shared: Path) -> None:
    assert {pair for pair, kind in suggested(across_forms()).items() if kind == "duplicate"} == TWO


@pytest.mark.shared
def test_across_forms_at_most_two_related_pairs_are_missed_and_none_is_invented(shared: Path) -> None:
    related = {pair for pair, kind in suggested(across_forms()).items() if kind == "related"}
    assert related - EIGHT == set()
    assert len(EIGHT - related) <= 2


@pytest.mark.shared
@pytest.mark.parametrize("ground", [real, across_forms], ids=["real", "across forms"])
def test_another_order_of_the_real_documents_changes_nothing(
    shared: Path, ground: Callable[[], Ground]
) -> None:
    assert suggested(turned(ground())) == suggested(ground())


def test_the_sample_round_has_the_same_six_pairs() -> None:
    assert suggested(sample()) == by_ids(SIX)
    assert suggested(turned(sample())) == by_ids(SIX)
