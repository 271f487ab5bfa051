import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from export.hostile import hostile_outcome
from export.read_page import Page, read_page
from export.sample import GOLDEN, amended_outcome, outcome_of, sample, sample_ballots, sample_outcome
from nominate_tui.export.page import result_html
from nominate_tui.locale import catalogue
from nominate_tui.model.deliberation import Deliberation
from ranking.rounds import Table, ballots_of, round_of


def page(language: str = "en") -> Page:
    return read_page(result_html(sample_outcome(language)).decode())


def hostile() -> Page:
    return read_page(result_html(hostile_outcome()).decode())


def test_the_english_page_is_the_golden_one() -> None:
    assert result_html(sample_outcome("en")) == (GOLDEN / "result.en.html").read_bytes()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_page_says_in_which_language_it_is(language: str) -> None:
    catalogue.use(language)
    assert page(language).all("html")[0].attributes == {"lang": language}


def test_the_page_may_load_nothing_and_run_nothing() -> None:
    found = page()
    (style,) = found.all("style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    (policy,) = (each for each in found.all("meta") if "http-equiv" in each.attributes)
    assert policy.attributes == {
        "http-equiv": "Content-Security-Policy",
        "content": f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
    }


@pytest.mark.parametrize("of", [page, hostile])
def test_nothing_in_it_runs_or_comes_from_elsewhere(of: object) -> None:
    found = page() if of is page else hostile()
    assert found.all("script", "link", "img", "iframe", "object", "embed", "form", "input", "base") == []
    names = {name for element in found.elements for name in element.attributes}
    assert {
        name for name in names if name.startswith("on") or name in ("src", "srcset", "style", "xlink:href")
    } == set()
    links = [element.attributes["href"] for element in found.all("a")]
    ids = {element.attributes.get("id") for element in found.elements}
    assert [link for link in links if link.removeprefix("#") not in ids] == []
    assert re.findall(r"url\(|@import|https?:", found.all("style")[0].text) == []


def test_headings_go_down_one_step_at_a_time_and_there_is_one_of_the_first() -> None:
    levels = [int(element.name[1]) for element in page().all("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert [b for a, b in pairwise(levels) if b > a + 1] == []


def test_every_heading_of_a_table_says_what_it_is_of() -> None:
    assert {element.attributes.get("scope") for element in page().all("th")} == {"col", "row"}
    assert len(page().all("caption")) == len(page().all("table"))


def test_every_drawing_is_read_out_by_its_name_and_description() -> None:
    found = hostile()
    drawings = found.all("svg")
    assert len(drawings) == 3
    for drawing in drawings:
        name, described = (found.by_id(id) for id in drawing.attributes["aria-labelledby"].split())
        assert (name.name, described.name, drawing.attributes["role"]) == ("title", "desc", "img")
        assert name.text
        assert described.text


def test_no_id_stands_twice() -> None:
    ids = [element.attributes["id"] for element in hostile().elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_who_is_in_and_why() -> None:
    rows = [row.text for row in page().all("tr") if row.text.startswith("1")]
    assert rows[0].startswith("13 Haven på taget Østby Sygehus4.003")
    # 1 and 6 share rank 3 across the line of a shortlist of three, so that nobody who is ranked is out.
    assert rows[0].endswith("There is room for everybody who is ranked.")


def test_ties_are_told_with_what_separated_them_and_the_chairs_reason() -> None:
    items = [each.text for each in page().all("li")]
    assert "3 is before 2 by the decision of the chair. 2026-11-22: Haven når flere" in items
    assert "1, 6 share rank 3: no rule separates them." in items


def test_a_tie_across_the_line_is_told_at_the_top() -> None:
    (banner,) = (each for each in page().all("section") if each.attributes.get("class") == "banner")
    assert "A tie that nothing separates lies across the line of the shortlist: 1, 6." in banner.text


def test_changed_rules_are_told_at_the_top_and_who_changed_them_and_why_further_down() -> None:
    found = read_page(result_html(amended_outcome()).decode())
    sentence = (
        "The rules were changed on 2026-11-22, when 11 reviews had scores: places in the shortlist 2 → 3."
    )
    (banner,) = (each for each in found.all("section") if each.attributes.get("class") == "banner")
    assert sentence in banner.text
    assert f"{sentence} Decided by Karen Holm: one more" in [each.text for each in found.all("p")]


def test_an_open_round_says_that_it_is_open() -> None:
    bare = sample("en")
    round = replace(bare, deliberation=Deliberation())
    found = read_page(result_html(outcome_of(round, sample_ballots())).decode())
    assert "The round is not locked yet: ballots may still change." in [
        each.text for each in found.all("strong")
    ]
    assert "The round was locked on 2026-11-22." in page().all("header")[0].text


def test_no_juror_is_named_and_no_severity_is_told() -> None:
    text = result_html(sample_outcome("en")).decode()
    assert [name for name in ("Anna", "anna", "Cy<", "hemmelig", "severity", "severe") if name in text] == []


def test_titles_stand_in_it_as_texts_whatever_they_are() -> None:
    titles = {each.text for each in hostile().all("bdi")}
    assert {"<script>alert(1)</script>", "=1+1", "שלום עולם", "</title></style>", "Å"} <= titles


def test_a_majority_of_grades_is_told_too() -> None:
    table: Table = {"anna": {"a": (5, 5), "b": (3, 3)}, "bo": {"a": (4, 4), "b": (3, 2)}}
    round = round_of("ab", table, method="majority", shortlist=1)
    found = read_page(result_html(outcome_of(round, ballots_of(round, table))).decode())
    assert "Ahead of b, the first one out, by the overall score (4+ against 3-)." in [
        each.text for each in found.all("td")
    ]


@pytest.mark.parametrize("method", ["mean", "adjusted", "majority"])
def test_a_round_without_reviews_is_a_page_too(method: str) -> None:
    round = round_of("ab", ["anna"], method=method)
    found = read_page(result_html(outcome_of(round, {})).decode())
    assert found.all("svg") == []
    assert "Not known, not enough data" in found.all("main")[0].text
