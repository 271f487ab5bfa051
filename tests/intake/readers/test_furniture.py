from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.intake.readers.furniture import without_furniture

BREAK = ["", "", ""]
WORDS = ["cykler", "haver", "køkkener", "musik", "heste", "både", "bøger"]


def body(nth: int = 0, begins: str = "Vi") -> list[str]:
    """The lines of a page, of which none is like one of another page; a sentence goes on at their end."""
    word = WORDS[nth % len(WORDS)]
    return [
        f"{begins} har i mange år haft {word}",
        f"og {word} er vi glade for",
        f"fordi {word} giver os alle noget, når",
    ]


def document(pages: Iterable[Sequence[str]], gap: Sequence[str] = BREAK) -> list[str]:
    lines: list[str] = []
    for page in pages:
        lines += [*(gap if lines else []), *page]
    return lines


def taken(lines: Sequence[str]) -> list[str]:
    """What was left out, in order; everything else must be as it was."""
    kept, places, notices = without_furniture("a.txt", lines, range(1, len(lines) + 1))
    assert len(kept) == len(lines)
    assert places == range(1, len(lines) + 1)
    assert all(after in (before, "") for before, after in zip(lines, kept, strict=True))
    left_out = [before for before, after in zip(lines, kept, strict=True) if before != after]
    assert len(notices) == (1 if left_out else 0)
    return left_out


def told(lines: Sequence[str]) -> tuple[str, str]:
    _kept, _places, (notice,) = without_furniture("a.txt", lines, range(1, len(lines) + 1))
    assert (notice.severity, notice.field) == ("warning", "")
    assert (
        notice.todo == "if it belongs to a nomination, move it away from the edge of its page in the document"
    )
    return notice.where, notice.message


# Page numbers


def test_page_numbers_are_left_out_and_told_once() -> None:
    lines = document([body(1), ["Side 2", *body(2)], ["Side 3", *body(3)]])
    assert taken(lines) == ["Side 2", "Side 3"]
    assert told(lines) == ("a.txt:7", 'what pages repeat at their edges was left out: "Side 2" on 2 pages')


def test_what_is_left_out_becomes_a_blank_line_so_that_pages_stay_apart() -> None:
    lines = document([body(1), ["Side 2", *body(2)], ["Side 3", *body(3)]])
    kept, _places, _notices = without_furniture("a.txt", lines, range(1, len(lines) + 1))
    assert list(kept) == [*body(1), *BREAK, "", *body(2), *BREAK, "", *body(3)]


@pytest.mark.parametrize(
    "number",
    [
        "Side {}",
        "side {} af 12",
        "Page {} of 12",
        "Seite: {}",
        "S. {}",
        "p. {}",
        "- {} -",
        "– {} –",
        "{} af 12",
    ],
)
@pytest.mark.parametrize("at_top", [True, False])
def test_page_numbers_are_known_by_their_words_or_form(number: str, at_top: bool) -> None:
    numbers = [number.format(page) for page in (1, 2, 3)]
    pages = [[one, *body(nth)] if at_top else [*body(nth), one] for nth, one in enumerate(numbers)]
    assert taken(document(pages)) == numbers


def test_a_running_header_with_the_number_of_the_page_is_left_out_whole() -> None:
    headers = [f"Region Hovedstaden – budget 2026   Side {page}" for page in (1, 2, 3)]
    assert taken(document([header, *body(nth)] for nth, header in enumerate(headers))) == headers


def test_a_page_number_may_stand_far_below_the_text() -> None:
    pages = [page for number in (1, 2, 3) for page in (body(number), [f"Side {number}"])]
    assert taken(document(pages)) == ["Side 1", "Side 2", "Side 3"]


def test_a_header_and_a_footer_are_told_together() -> None:
    lines = document([f"Side {page} af 3", *body(page), f"- {page} -"] for page in (1, 2, 3))
    assert told(lines) == (
        "a.txt:1",
        'what pages repeat at their edges was left out: "Side 1 af 3" on 3 pages, "- 1 -" on 3 pages',
    )


def test_page_numbers_may_begin_again_as_in_documents_put_together_of_several() -> None:
    lines = document([*body(page), f"Side {page}"] for page in (1, 2, 3, 1, 2))
    assert len(taken(lines)) == 5


def test_page_numbers_may_be_missing_on_some_pages() -> None:
    lines = document([body(1), body(2), [*body(3), "Side 3"], body(4), [*body(5), "Side 5"]])
    assert taken(lines) == ["Side 3", "Side 5"]


def test_more_lines_of_a_header_are_left_out_one_after_the_other() -> None:
    header = ["Side {}", "Page {}", "Seite {}"]
    lines = document([[*(one.format(page) for one in header), *body(page)] for page in (1, 2, 3)])
    assert len(taken(lines)) == 9


def test_bare_numbers_at_the_bottom_are_left_out_where_they_count_at_least_three_pages() -> None:
    assert taken(document([*body(page), str(page)] for page in (4, 5, 6))) == ["4", "5", "6"]


# What stays


@pytest.mark.parametrize(
    "lines",
    [
        document([*body(answer), str(answer)] for answer in (4, 5)),
        document([*body(answer), str(answer)] for answer in (4, 5, 7)),
        document([str(number), *body(number)] for number in (1, 2, 3)),
        document([f"Indstilling {number}", *body(number)] for number in (1, 2, 3)),
        document([f"{number}. Klædeskabet", *body(number)] for number in (1, 2, 3)),
        document([f"Side {number}", *body(number)] for number in (9, 7, 3)),
        document([f"Sidemand {number}", *body(number)] for number in (1, 2, 3)),
        document([[*body(0), "Side 1"], *(body(nth) for nth in range(1, 6))]),
    ],
    ids=[
        "two answers",
        "no counting",
        "number on top",
        "headings",
        "numbered titles",
        "falling",
        "word",
        "once",
    ],
)
def test_numbers_that_may_be_an_answer_or_a_heading_stay(lines: list[str]) -> None:
    assert taken(lines) == []


def test_a_line_is_only_looked_at_near_the_edge_of_a_page() -> None:
    assert taken(document([*body(page), f"Side {page}", *body(page)] for page in (1, 2, 3))) == []


def test_without_page_breaks_nothing_is_left_out() -> None:
    assert taken(document(([*body(page), f"Side {page}"] for page in (1, 2, 3)), gap=["", ""])) == []


# Lines that are the same on each page


def test_a_running_header_that_sentences_go_on_through_is_left_out_but_for_the_first_page() -> None:
    header = "Region Hovedstaden"
    lines = document([header, *body(nth, "og vi")] for nth in range(3))
    assert taken(lines) == [header] * 2


def test_a_running_footer_is_left_out_in_the_same_way() -> None:
    footer = "Civilsamfundsprisen 2026"
    lines = document([*body(nth, "og vi"), footer] for nth in range(4))
    assert taken(lines) == [footer] * 4


@pytest.mark.parametrize("heading", ["NOMINERING", "Indstilling til prisen", "Forslag til budgetinitiativ"])
def test_a_heading_that_each_page_begins_with_stays(heading: str) -> None:
    pages = ([heading, "Titel: Cykler til alle", *body(nth), "Det er slut."] for nth in range(4))
    assert taken(document(pages)) == []


def test_a_heading_stays_where_its_nomination_goes_on_to_the_next_page() -> None:
    pages = (
        page
        for nth in range(4)
        for page in (["NOMINERING", *body(nth)], ["og her er", *body(nth + 4), "Slut."])
    )
    assert taken(document(pages)) == []


def test_nominations_that_are_alike_are_not_taken_for_furniture() -> None:
    pages = [page for _nth in range(4) for page in (["NOMINERING", *body()], ["og Vi", *body(1), "Slut."])]
    assert taken(document(pages)) == []
    assert taken(document([body()] * 4)) == []


@pytest.mark.parametrize("heading", ["Navn:", "Hvem er målgruppen?", "x" * 81])
def test_headings_that_ask_and_long_lines_stay(heading: str) -> None:
    lines = document([heading, *body(nth, "og vi")] for nth in range(4))
    assert taken(lines) == []


def test_labels_in_small_letters_are_no_sentence_that_goes_on() -> None:
    pages = (["Nominering", f"titel: {WORDS[nth]}", *body(nth)] for nth in range(4))
    assert taken(document(pages)) == []


def test_an_answer_that_all_nominations_give_stays() -> None:
    assert taken(document(["Titel", *body(nth), "Ja"] for nth in range(4))) == []


# Real documents and properties


@pytest.mark.shared
def test_of_the_real_documents_only_the_page_numbers_of_one_are_left_out(shared: Path) -> None:
    found = {
        path.name[:3]: taken([line.strip() for line in path.read_text(encoding="utf-8").split("\n")])
        for path in (shared / "seeds").glob("*.txt")
    }
    assert found == {"000": ["Side 2", "Side 3"], "001": [], "002": [], "003": [], "004": []}


LINES = st.lists(
    st.sampled_from(["", "", "", "Side 1", "Side 2", "Side 3", "1", "2", "3", "Region", "og", "Ja."])
)


@given(LINES)
def test_to_do_it_again_changes_nothing(lines: list[str]) -> None:
    kept, _places, _notices = without_furniture("a.txt", lines, range(len(lines)))
    assert taken(kept) == []


@given(LINES)
def test_only_lines_that_repeat_are_left_out(lines: list[str]) -> None:
    assert len(taken(lines)) != 1
    assert not {"og", "Ja."} & set(taken(lines)) or lines.count("og") > 1


@pytest.mark.parametrize("footer", ["Side {page} af 2", "Fortroligt · side {page}/2", "Page {page} of 2"])
def test_on_two_pages_a_line_that_counts_them_rightly_is_left_out(footer: str) -> None:
    lines = document(
        [*body(0), footer.format(page=1)] if page == 1 else [*body(1), footer.format(page=2)]
        for page in (1, 2)
    )
    assert taken(lines) == [footer.format(page=1), footer.format(page=2)]


@pytest.mark.parametrize(
    "footers", [("Side 1 af 3", "Side 2 af 3"), ("Side 2 af 2", "Side 1 af 2"), ("1 af 2 børn", "slut")]
)
def test_on_two_pages_no_other_line_is_certain(footers: tuple[str, str]) -> None:
    assert taken(document([*body(page), footers[page]] for page in (0, 1))) == []
