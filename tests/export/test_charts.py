from dataclasses import replace
from typing import Any

import pytest

from export.hostile import hostile_outcome
from export.read_page import Page, read_page
from export.sample import outcome_of
from nominate_tui.export.chart import LABELS, WIDTH, Axis, name_of
from nominate_tui.export.chart_profile import profile_chart
from nominate_tui.export.chart_ranks import MOST, drawn, rank_chart
from nominate_tui.export.chart_scores import score_chart
from nominate_tui.export.outcome import Outcome
from ranking.rounds import Table, ballots_of, round_of

TABLE: Table = {
    "anna": {"a": (5, 1), "b": (2, 2)},
    "bo": {"a": (5, 1), "b": (1, 1)},
    "cy": {"a": (1, 1), "b": (2, 2)},
}


def small(**more: Any) -> Outcome:
    round = round_of("abc", TABLE, **more)
    return outcome_of(round, ballots_of(round, TABLE))


def many() -> Outcome:
    table: Table = {
        f"j{at}": {f"n{number:03}": (1 + (at * number) % 5, 1 + (at + number) % 5) for number in range(60)}
        for at in range(1, 5)
    }
    round = round_of(table["j1"], table, shortlist=5)
    return outcome_of(round, ballots_of(round, table))


def seen(markup: object) -> Page:
    assert hasattr(markup, "html")
    return read_page(markup.html)


def test_an_axis_places_its_ends_at_its_ends() -> None:
    axis = Axis(1, 5, 100, 300)
    assert [axis.at(value) for value in (1, 2, 5)] == [100, 150, 300]


def test_a_long_name_is_cut() -> None:
    assert name_of("15", "Klædeskabet") == "15 Klædeskabet"
    assert name_of("15", "x" * 99) == "15 " + "x" * 28 + "…"


def test_a_rank_interval_reaches_from_its_best_to_its_worst_rank() -> None:
    found = hostile_outcome()
    page = seen(rank_chart(found))
    bars = [each for each in page.all("line") if each.attributes["class"].startswith("interval")]
    places = [found.certainty.places[row.nomination] for row in drawn(found)]
    worst = max(max(place.rank_high for place in places), found.ranking.k + 1)
    axis = Axis(1, worst, LABELS + 10, WIDTH - 130)
    ends = [float(bar.attributes[end]) for bar in bars for end in ("x1", "x2")]
    expected = [axis.at(end) for place in places for end in (place.rank_low, place.rank_high)]
    # A bar of one rank has some length too, or it would not be drawn.
    assert ends == pytest.approx(expected, abs=0.2)


def test_who_is_in_has_a_full_circle_and_who_is_contested_a_broken_bar_and_the_word() -> None:
    found = hostile_outcome()
    page = seen(rank_chart(found))
    rows = drawn(found)
    assert [each.attributes["class"] for each in page.all("circle")] == [
        "in" if row.in_shortlist else "out" for row in rows
    ]
    broken = [
        each.attributes["class"] == "interval contested"
        for each in page.all("line")
        if "interval" in each.attributes["class"]
    ]
    told = [
        each.text.endswith("contested") for each in page.all("text") if each.text.split(",")[0].endswith("%")
    ]
    assert (
        broken == told == [0.1 <= found.certainty.places[row.nomination].in_shortlist <= 0.9 for row in rows]
    )


def test_a_chart_has_forty_rows_at_most() -> None:
    found = many()
    assert len(drawn(found)) == MOST == len(seen(rank_chart(found)).all("circle"))
    assert len(seen(score_chart(found)).all("polygon")) == MOST


def test_without_reviews_there_is_no_chart() -> None:
    found = outcome_of(round_of("ab", ["anna"]), {})
    assert [
        rank_chart(found).html,
        score_chart(found).html,
        profile_chart(found, found.ranking.standings).html,
    ] == ["", "", ""]


def test_scores_stand_where_they_lie_on_the_scale_and_as_high_as_they_are_many() -> None:
    # a has (3·5 + 1)/4 = 4 twice and 1 once; b has 2 twice and 1 once; c nothing.
    bars = seen(score_chart(small())).all("rect")
    axis = Axis(1, 5, LABELS + 28, WIDTH - 22)
    middles = [float(bar.attributes["x"]) + float(bar.attributes["width"]) / 2 for bar in bars]
    assert middles == pytest.approx([axis.at(value) for value in (1, 4, 1, 2)], abs=0.2)
    assert [float(bar.attributes["height"]) for bar in bars] == [10, 20, 10, 20]


def test_a_triangle_points_at_the_plain_mean() -> None:
    points = [each.attributes["points"].split(",")[0] for each in seen(score_chart(small())).all("polygon")]
    axis = Axis(1, 5, LABELS + 28, WIDTH - 22)
    assert [float(point) for point in points] == [axis.at(3), axis.at(5 / 3)]


def test_a_profile_has_a_bar_and_a_figure_for_each_criterion() -> None:
    found = small(decimals=1)
    page = seen(profile_chart(found, found.ranking.standings))
    texts = [each.text for each in page.all("text")]
    assert texts == [
        "a Title a",
        "innovation",
        "3.7",
        "spread",
        "1.0",
        "b Title b",
        "innovation",
        "1.7",
        "spread",
        "1.7",
    ]
    widths = [float(bar.attributes["width"]) for bar in page.all("rect")]
    full = WIDTH / 2 - 130 - 44
    assert widths == pytest.approx([full * (11 / 3 - 1) / 4, 0, full / 6, full / 6], abs=0.2)


def test_a_criterion_that_nobody_scored_has_a_dash_and_no_bar() -> None:
    table: Table = {"anna": {"a": (4, "abstained")}}
    round = round_of("a", table)
    page = seen(profile_chart(found := outcome_of(round, ballots_of(round, table)), found.ranking.standings))
    assert [each.text for each in page.all("text")][-1] == "–"
    assert len(page.all("rect")) == 1


def test_a_title_in_a_chart_is_a_text() -> None:
    page = seen(rank_chart(hostile_outcome()))
    assert page.all("script") == []
    assert "1 <script>alert(1)</script>" in [each.text for each in page.all("text")]


def test_a_wide_scale_is_cut_into_no_more_bars_than_can_be_seen() -> None:
    table: Table = {"anna": {"a": (77, 77)}}
    bare = round_of("a", table)
    round = replace(bare, rules=replace(bare.rules, scale=replace(bare.rules.scale, min=0, max=100)))
    page = seen(score_chart(outcome_of(round, ballots_of(round, table))))
    assert len(page.all("rect")) == 1
    assert [each.text for each in page.all("text") if each.attributes.get("class") == "tick"] == [
        str(value) for value in range(0, 101, 10)
    ]
