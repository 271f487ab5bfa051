import pytest

from nominate_tui.intake.readers.divisions import Division, divisions

PAGE = ["", "", ""]


def untouched(*lines: str) -> bool:
    return list(divisions(lines)) == []


def test_a_word_is_divided_by_a_hyphen_at_the_end_of_a_line() -> None:
    assert list(divisions(["The (evalu-", "ation) was", "", "AND WELL\u2010", "KNOWN"])) == [
        Division(0, 1, "(evalu", "-", "ation)", False),
        Division(3, 4, "WELL", "\u2010", "KNOWN", True),
    ]


def test_a_word_may_be_written_with_its_hyphen_or_without() -> None:
    (division,) = divisions(["The well-", "known"])
    assert (division.kept, division.joined) == ("well-known", "wellknown")


@pytest.mark.parametrize("blanks", [1, 2])
def test_a_blank_line_that_ends_a_paragraph_parts_words(blanks: int) -> None:
    assert untouched("The evalu-", *[""] * blanks, "ation was")


def test_over_the_end_of_a_page_a_capital_begins_something_else() -> None:
    assert untouched("The evalu-", *PAGE, "Ation was")


def test_over_the_end_of_a_page_a_small_letter_goes_on() -> None:
    assert list(divisions(["The evalu-", *PAGE, "", "ation"])) == [
        Division(0, 5, "evalu", "-", "ation", False)
    ]


@pytest.mark.parametrize("end", ["At komme sig -", "At komme sig –", "At komme sig--", "At komme sig.-", "-"])
def test_a_dash_is_no_hyphen(end: str) -> None:
    assert untouched(end, "recovery handler om")


@pytest.mark.parametrize(
    "word", ["og", "eller", "samt", "til", "and", "or", "to", "und", "oder", "og/eller", "Og,"]
)
def test_a_hyphen_for_a_part_that_words_share_stays(word: str) -> None:
    assert untouched("inden for sundheds-", f"{word} omsorgsområdet")


@pytest.mark.parametrize(("first", "second"), [("ind", "til"), ("Pho", "to"), ("here", "to-morrow")])
def test_such_words_may_still_be_the_end_of_another(first: str, second: str) -> None:
    assert not untouched(f"Det er {first}-", f"{second} nu")


@pytest.mark.parametrize(
    "line",
    ["• evaluering", "- evaluering", "1. evaluering", "a) evaluering", "“evaluering”", "(her)", "i dag"],
)
def test_items_of_lists_signs_and_single_letters_are_no_second_part(line: str) -> None:
    assert untouched("Vi vil sam-", line)


@pytest.mark.parametrize("line", ["Navn: Ane", "Hvem er målgruppen?", "Titel på initiativet:"])
def test_a_heading_is_no_second_part(line: str) -> None:
    assert untouched("Vi har et sam-", line)


@pytest.mark.parametrize("lines", [("Drift\tsam-", "arbejde her"), ("Drift sam-", "arbejde\ther")])
def test_rows_of_tables_stay(lines: tuple[str, str]) -> None:
    assert untouched(*lines)


@pytest.mark.parametrize(
    "lines", [("ci-", "vil-", "sam-"), ("ci-", "vil- og", "mere"), ("her er ci-", "vil-", "sam")]
)
def test_columns_of_parts_of_words_stay(lines: tuple[str, ...]) -> None:
    assert untouched(*lines)


def test_the_last_line_has_nothing_to_be_put_together_with() -> None:
    assert untouched("Vi har et sam-")
    assert untouched("Vi har et sam-", "", "")
