import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import Problem
from nominate_tui.intake.readers.hyphens import words_together

PAGE = ["", "", ""]


def together(*lines: str) -> tuple[str, ...]:
    return words_together("a.txt", lines, range(1, len(lines) + 1))[0]


def whole(first: str, second: str, *others: str) -> str:
    """How the word of two parts is written, in a document that has these other lines."""
    text = " ".join(together(f"Det er {first}", f"{second} her", *others)[:2])
    assert text.startswith("Det er ")
    assert text.endswith(" her")
    return text.removeprefix("Det er ").removesuffix(" her")


# Where the word stands


def test_a_divided_word_is_put_together_on_the_lower_line() -> None:
    assert together("The evalu-", "ation was good.") == ("The", "evaluation was good.")


def test_words_that_are_divided_on_each_of_several_lines_all_go_down_one() -> None:
    assert together("The evalu-", "ation of the hos-", "pital and the regi-", "on is good.") == (
        *("The", "evaluation of the", "hospital and the", "region is good."),
    )


def test_words_that_go_up_and_down_on_lines_in_a_row_all_come_out_whole() -> None:
    assert together("Evalu-", "ation of the hos-", "pital in Køben-", "havn now") == (
        *("Evaluation", "of the", "hospital in København", "now"),
    )


def test_a_lower_line_that_has_nothing_else_gets_the_word_and_does_not_become_blank() -> None:
    assert together("good evalu-", "ation.", "The end") == ("good", "evaluation.", "The end")
    assert together("in Køben-", "havn", "The end") == ("in", "København", "The end")


def test_an_upper_line_that_has_nothing_else_gets_the_word_and_does_not_become_blank() -> None:
    assert together("The", "evalu-", "ation is good.") == ("The", "evaluation", "is good.")


def test_where_neither_line_has_anything_else_the_lower_becomes_blank() -> None:
    assert together("evalu-", "ation", "The end") == ("evaluation", "", "The end")


def test_a_line_that_was_left_with_the_part_of_a_word_alone_gets_the_rest_of_it() -> None:
    assert together("sam-", "arbejde hos-", "pital nu") == ("samarbejde", "hospital", "nu")


def test_a_suspended_hyphen_is_not_brought_to_the_end_of_a_line() -> None:
    assert together("We drive- evalu-", "ation") == ("We drive- evaluation", "")


@pytest.mark.parametrize(
    "beginning",
    [
        "•",
        "1.",
        "a)",
        "A.1",
        "A.1 og A.2",
        "2",
        "Indstilling 15",
        "Titel:",
        "Titel –",
        "Er det godt?",
        "(her)",
    ],
)
def test_after_a_sign_a_number_or_a_label_the_word_stands_on_the_upper_line(beginning: str) -> None:
    assert together(f"{beginning} sam-", "arbejde her") == (f"{beginning} samarbejde", "her")


def test_after_a_letter_the_word_stands_on_the_lower_line_whatever_the_line_begins_with() -> None:
    assert together("1. Et sam-", "arbejde her") == ("1. Et", "samarbejde her")


def test_a_word_that_begins_with_no_small_letter_stands_on_the_upper_line() -> None:
    assert together("A.2 Udvidelse af Social-", "styrelsens tilbud") == (
        "A.2 Udvidelse af Socialstyrelsens",
        "tilbud",
    )
    assert together("hos (sam-", "arbejdet) her") == ("hos (samarbejdet)", "her")


def test_words_are_put_together_on_the_upper_line_over_the_end_of_a_page() -> None:
    assert together("The evalu-", *PAGE, "", "ation was") == ("The evaluation", *PAGE, "", "was")


def test_over_the_end_of_a_page_too_no_line_becomes_blank() -> None:
    assert together("The evalu-", *PAGE, "ation.", "It was") == ("The", *PAGE, "evaluation.", "It was")
    assert together("evalu-", *PAGE, "ation was") == ("evaluation", *PAGE, "was")


def test_a_second_hyphen_sign_is_a_hyphen_too() -> None:
    assert together("The evalu\u2010", "ation was well\u2010", "known here") == (
        "The",
        "evaluation was",
        "well\u2010known here",
    )


# Whether the hyphen stays


@pytest.mark.parametrize(("first", "second"), [("2010-", "2012."), ("90-", "erne"), ("covid-", "19")])
def test_beside_a_digit_the_hyphen_stays(first: str, second: str) -> None:
    assert whole(first, second) == first + second


def test_a_word_is_written_as_it_stands_elsewhere_in_the_document() -> None:
    assert whole("udsatte-", "fagligheden", "Styrke (Udsatte-fagligheden).") == "udsatte-fagligheden"
    assert whole("self-", "hjælp,", "Det er selfhjælp.") == "selfhjælp,"
    assert whole("WeShelter-pro-", "jekt", "Et projekt.") == "WeShelter-projekt"


def test_where_it_stands_in_both_ways_the_hyphen_stays() -> None:
    assert whole("lavterskel-", "tilbud", "Lavterskeltilbud og lavterskel-tilbud") == "lavterskel-tilbud"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("F-ACT-", "teams"),
        ("BBH-", "ansatte"),
        ("Nord-", "Jylland"),
        ("(peer-", "to-peer)"),
        ("peer-to-", "peer-støtte"),
        ("Én-", "til-én"),
        ("tv-", "serien"),
        ("e-", "mail"),
        ("t-", "shirt,"),
    ],
)
def test_hyphens_that_no_division_makes_stay(first: str, second: str) -> None:
    assert whole(first, second) == first + second


def test_a_heading_in_capitals_may_have_divided_words() -> None:
    assert together("TVÆRSEKTORIELT SAMAR-", "BEJDE HER") == ("TVÆRSEKTORIELT SAMARBEJDE", "HER")


@pytest.mark.parametrize(
    ("first", "second"), [("well-", "known"), ("Self-", "help"), ("ikke-", "voldelig"), ("long-", "term")]
)
def test_some_first_parts_are_followed_by_a_hyphen(first: str, second: str) -> None:
    assert whole(first, second) == first + second


@pytest.mark.parametrize(
    ("first", "second"), [("well-", "ness."), ("self-", "ish"), ("long-", "er"), ("high-", "light")]
)
def test_but_not_before_an_ending(first: str, second: str) -> None:
    assert whole(first, second) == first.removesuffix("-") + second


@pytest.mark.parametrize(
    ("first", "second"), [("fæl-", "lesskaber,"), ("So-", "cialstyrelsen"), ("sengeaf-", "snit")]
)
def test_otherwise_the_hyphen_goes(first: str, second: str) -> None:
    assert whole(first, second) == first.removesuffix("-") + second


TEXT = ["Vi har i mange år cyklet med beboerne"] * 60


def test_in_a_document_that_divides_no_other_word_the_hyphen_is_the_writers_own() -> None:
    assert together(*TEXT, "et lavterskel-", "tilbud her", *TEXT)[60:62] == ("et", "lavterskel-tilbud her")


def test_with_another_divided_word_near_by_it_is_none() -> None:
    lines = (*TEXT, "et sam-", "arbejde her", *TEXT[:40], "et lavterskel-", "tilbud her", *TEXT)
    assert together(*lines)[102:104] == ("et", "lavterskeltilbud her")


def test_another_that_is_far_away_says_nothing() -> None:
    lines = (*TEXT, "et samar-", "bejde her", *TEXT, "et lavterskel-", "tilbud her", *TEXT)
    assert together(*lines)[122:124] == ("et", "lavterskel-tilbud her")


def test_hyphens_that_are_certain_to_stay_do_not_tell_that_words_are_divided() -> None:
    lines = (*TEXT, "om peer-", "to-peer her", "et lavterskel-", "tilbud her", *TEXT)
    assert together(*lines)[62:64] == ("et", "lavterskel-tilbud her")


# What is told


def test_all_are_told_at_once_with_the_first_three_words() -> None:
    lines = ["evalu-", "ation, well-", "known to hos-", "pital, and hos-", "pital, and regi-", "on x"]
    assert words_together("a.txt", lines, ["1:7", *"23456"])[1] == (
        Problem(
            "warning",
            "a.txt:1:7",
            "",
            '5 words that were divided at the ends of lines were put together: "evaluation", "well-known", "hospital", …',
            "where a hyphen should have stayed or gone, mend it in the document",
        ),
    )


def test_nothing_is_told_of_a_document_without() -> None:
    lines = ("Vi har et samarbejde", "- og et -", "sundheds-", "og omsorgsområde")
    assert words_together("a.txt", lines, range(4)) == (lines, ())


# The real documents, looked at one by one

REAL = {
    "000": (
        *("fællesskaber", "sengeafsnit,", "etableret", "behandling", "Socialstyrelsen", "indlæggelsen"),
        *("behandles,", "indlæggelse,", "hospital,", "således", "hospitalet.", "væresteder", "etableres"),
        *("civilsamfundsorganisationen", "ekstrem", "frivillige", "relationer.", "afdeling,"),
        *("tilbagemeldinger", "yderligere", "anvendes", "civilsamfundsorganisationen"),
    ),
    "001": (
        *("recovery-effekter.Det", "lavterskel-tilbud,", "app-repræsentanterne", "(peer-to-peer)"),
        *(
            "peer-to-peer-støtte",
            "Én-til-én",
            "væske-vandladningsskema",
            "regionalt-civilsamfundssamarbejde.",
        ),
    ),
    "002": (),
    "003": ("udsatte-fagligheden", "2010-2012.", "F-ACT-teams"),
    "004": (),
}


ON_THE_UPPER_LINE = {"Socialstyrelsen", "(peer-to-peer)", "Én-til-én", "2010-2012.", "F-ACT-teams"}
"""Those that do not begin with a small letter."""


@pytest.mark.shared
@pytest.mark.parametrize("seed", sorted(REAL))
def test_the_divided_words_of_the_real_documents_come_out_right(shared: Path, seed: str) -> None:
    (path,) = (shared / "seeds").glob(f"{seed}_*.txt")
    before = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
    after = together(*before)
    words = []
    for index, line in enumerate(before):
        if re.search(r"\w-\Z", line) and after[index] != line:
            upper, lower = after[index].split()[-1], after[index + 1].split()[0]
            words.append(upper if upper in ON_THE_UPPER_LINE else lower)
    assert tuple(words) == REAL[seed]
    assert sum(old != new for old, new in zip(before, after, strict=True)) <= 2 * len(REAL[seed])


# Properties

LINES = st.lists(st.text(alphabet="abeoøgAB1.):- ").map(lambda line: " ".join(line.split())))


@given(LINES)
def test_to_do_it_again_changes_nothing(lines: list[str]) -> None:
    after = together(*lines)
    assert words_together("a.txt", after, range(len(after))) == (after, ())


@given(LINES)
def test_nothing_but_hyphens_and_spaces_is_changed(lines: list[str]) -> None:
    def letters(text: tuple[str, ...] | list[str]) -> str:
        return "".join(text).replace("-", "").replace(" ", "")

    after = together(*lines)
    assert len(after) == len(lines)
    assert letters(after) == letters(lines)


@given(st.lists(st.text(alphabet="abc æøå.,").map(str.strip)))
def test_text_without_hyphens_is_not_changed(lines: list[str]) -> None:
    assert together(*lines) == tuple(lines)
