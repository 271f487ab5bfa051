"""The criteria and what was scored on each, at every size of the panel."""

from fractions import Fraction

import pytest

from nominate_tui.model.ballot import Review
from nominate_tui.model.rules import Criterion, Juror, Rules, Scale
from nominate_tui.tui.widgets.score_panel import ScorePanel
from tui.hosting import Host, rows

ANCHORS = {
    1: "Known from many places; nothing is done differently here",
    3: "New to the place, and a known idea is used in a new way",
    5: "New anywhere, as far as we know, and the claim holds",
}
CRITERIA = (
    Criterion("innovation", {"en": "Innovation"}, Fraction(25), (), {"en": ANCHORS}),
    Criterion("implementation", {"en": "Implementation"}, Fraction(20), (), {"en": ANCHORS}),
    Criterion("user_value", {"en": "Value for users"}, Fraction(25), (), {"en": ANCHORS}),
    Criterion("staff_recognition", {"en": "Recognition by staff"}, Fraction(10)),
    Criterion("spread", {"en": "Spread"}, Fraction(20), (), {"en": {5: "In use in other places"}}),
)
RULES = Rules("2026", "An award", CRITERIA, (Juror("anna", "Anna Holm"),))
WIDE, NARROW, TINY = (40, 42), (32, 18), (32, 12)


async def shown(
    size: tuple[int, int], review: Review, focus: str, last: str = "", rules: Rules = RULES
) -> list[str]:
    """The rows of the panel."""
    panel = ScorePanel(rules)
    async with Host(panel).run_test(size=size) as pilot:
        panel.show(review, focus, last)
        await pilot.pause()
        return [row.rstrip(" ▐") for row in rows(pilot)]


async def test_every_criterion_has_its_share_and_the_scale() -> None:
    seen = await shown(WIDE, Review("1", {"user_value": 4}), "innovation")
    assert [row.strip() for row in seen[:14] if row] == [
        "▸ Innovation                      25 %",
        "1  2  3  4  5",
        "Implementation                  20 %",
        "1  2  3  4  5",
        "Value for users                 25 %",
        "1  2  3 [4] 5",
        "Recognition by staff            10 %",
        "1  2  3  4  5",
        "Spread                          20 %",
        "1  2  3  4  5",
    ]


async def test_the_anchors_of_the_criterion_in_focus_are_below() -> None:
    seen = await shown(WIDE, Review("1"), "spread")
    assert [row.strip() for row in seen[15:] if row] == ["5 In use in other places"]


async def test_where_a_value_has_no_anchor_nothing_stands_in_its_place() -> None:
    seen = await shown(WIDE, Review("1"), "innovation")
    values = [row.split()[0] for row in seen[15:] if row.strip()[:1].isdigit()]
    assert values == ["1", "3", "5"]


async def test_what_was_given_last_is_told_while_the_next_is_in_focus() -> None:
    seen = await shown(WIDE, Review("1", {"innovation": 3}), "implementation", "innovation")
    told = [row.strip() for row in seen[15:18] if row]
    assert told == ["Innovation 3: New to the place, and a", "known idea is used in a new way"]


async def test_a_value_without_a_meaning_is_told_alone() -> None:
    seen = await shown(WIDE, Review("1", {"spread": 2}), "innovation", "spread")
    assert "Spread 2" in [row.strip() for row in seen]


async def test_an_abstention_is_told_in_words_and_not_as_a_number() -> None:
    seen = await shown(WIDE, Review("1", abstained=frozenset({"innovation"})), "innovation")
    assert seen[1] == "   – abstained"


@pytest.mark.parametrize("size", [WIDE, NARROW, TINY, (28, 10)])
@pytest.mark.parametrize("focus", [criterion.id for criterion in CRITERIA])
async def test_the_criterion_in_focus_is_in_view_with_its_values(size: tuple[int, int], focus: str) -> None:
    last = CRITERIA[0].id if focus != CRITERIA[0].id else CRITERIA[1].id
    seen = await shown(size, Review("1", {last: 3}), focus, last)
    here = next(y for y, row in enumerate(seen) if row.lstrip().startswith("▸"))
    values = next(row for row in seen[here + 1 :] if "1  2" in row)
    assert values.split() == ["1", "2", "3", "4", "5"]


async def test_in_a_small_window_all_criteria_and_all_anchors_fit() -> None:
    review = Review("1", {"innovation": 3, "user_value": 5}, frozenset({"spread"}))
    seen = await shown(NARROW, review, "implementation")
    assert [row.strip() for row in seen[:6]] == [
        "Innovation               [3]",
        "▸ Implementation          20 %",
        "1  2  3  4  5",
        "Value for users          [5]",
        "Recognition by staff",
        "Spread                    –",
    ]
    assert [row.strip()[:1] for row in seen[7:] if row.strip()[:1].isdigit()] == ["1", "3", "5"]


async def test_criteria_stay_in_their_places_when_a_score_is_told() -> None:
    before = await shown(NARROW, Review("1"), "implementation")
    after = await shown(NARROW, Review("1", {"innovation": 3}), "implementation", "innovation")
    assert [row.split()[0] for row in before[:6]] == [row.split()[0] for row in after[:6]]


@pytest.mark.parametrize(
    ("scale", "size"),
    [
        *((scale, size) for scale in (Scale(1, 10), Scale(0, 10), Scale(-5, 5)) for size in (WIDE, NARROW)),
        (Scale(0, 100), WIDE),
    ],
)
async def test_every_value_of_a_long_scale_is_shown(scale: Scale, size: tuple[int, int]) -> None:
    criterion = Criterion("innovation", {"en": "Innovation"})
    few = Rules("2026", "An award", (criterion,), (Juror("anna", "Anna Holm"),), scale=scale)
    seen = await shown(size, Review("1", {"innovation": scale.max}), "innovation", rules=few)
    values = [word.strip("[]") for row in seen[1:] for word in row.split()]
    assert values == [str(value) for value in scale.values]
    assert sum(f"[{scale.max}]" in row for row in seen) == 1
