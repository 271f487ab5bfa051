import sys
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import Problem
from nominate_tui.intake.readers.mend import mended

TODO = "look whether it is right, and mend it in the document if not"


def mend(*lines: str) -> tuple[str, ...]:
    return mended("a.txt", lines, range(1, len(lines) + 1))[0]


def told(*lines: str) -> list[tuple[str, str]]:
    return [(notice.where, notice.message) for notice in mended("a.txt", lines, range(1, len(lines) + 1))[1]]


# Mojibake


@pytest.mark.parametrize("misread", ["latin-1", "cp1252"])
@pytest.mark.parametrize(
    "line", ["Klædeskabet", "Være på øya", "Lås op", "garçon", "5° og 1½", "René’s “ord – og"]
)
def test_utf8_that_was_misread_is_repaired(line: str, misread: str) -> None:
    assert mend(line.encode().decode(misread)) == (line,)


def test_quotes_that_windows_1252_has_no_second_sign_for_are_repaired() -> None:
    assert mend("â€œlysâ€\x9d") == ("“lys”",)


def test_what_was_misread_twice_is_repaired() -> None:
    assert mend("KlÃƒÂ¦deskabet") == ("Klædeskabet",)


def test_a_line_that_is_partly_right_is_repaired_where_it_is_wrong() -> None:
    assert mend("på øen er KlÃ¦deskabet") == ("på øen er Klædeskabet",)


@pytest.mark.parametrize(
    "line",
    [
        "IRMÃ e MÃE",
        "“IRMÃ”",
        "«IRMû",
        "IRMÃ\xa0e",
        "João Ãngelo",
        "PÅ”",
        "KØ–",
        "HØ° 3",
        "Â, Ê og Î",
        "à la carte",
        "René’s café™",
        "Ã",
        "Æ’er og Ø’er",
    ],
)
def test_real_letters_stay(line: str) -> None:
    assert mend(line) == (line.replace("\xa0", "\xa0"),)
    assert told(line) == []


def test_what_a_line_alone_does_not_tell_the_others_of_the_document_do() -> None:
    assert mend("PÃ¥", "Ã…", "KlÃ¦de", "Ã\xa0 la") == ("På", "Å", "Klæde", "à la")
    assert mend("SKALDEÃ…", "lys") == ("SKALDEÃ…", "lys")


def test_real_letters_stay_beside_mojibake_too() -> None:
    assert mend("“IRMÃ”", "KlÃ¦de") == ("“IRMÃ”", "Klæde")


@pytest.mark.parametrize(
    ("sign", "meant"),
    [
        ("SMÃ˜RREBRÃ˜D", "SMØRREBRØD"),
        ("Ã…rhus", "Århus"),
        ("JarosÃ¸Å‚aw", "Jarosøław"),
        ("ðŸ˜€", "😀"),
        ("Ã¢â‚¬â„¢", "’"),
    ],
)
def test_signs_within_words_and_in_a_row_are_repaired_by_themselves(sign: str, meant: str) -> None:
    assert mend(f"Det er {sign}") == (f"Det er {meant}",)


def test_a_character_that_is_lost_stays_as_it_is() -> None:
    assert mend("KlÃ¦de\ufffd") == ("Klæde\ufffd",)


def test_control_characters_are_not_made_letters() -> None:
    assert mend("\x9b31m \x9c", "KlÃ¦de \x9b") == ("⟨9B⟩31m ⟨9C⟩", "Klæde ⟨9B⟩")


def test_a_line_separator_that_comes_out_of_mojibake_does_not_part_the_line() -> None:
    assert mend("en â\x80¨linje") == ("en  linje",)


def test_repairs_are_told_once_with_the_first_place_and_three_examples() -> None:
    lines = ["Nej", "er pÃ¥ Ã¸en", "KlÃ¦deskabet", "pÃ¥", "gÃ¥ hÃ¥", "Ã¸"]
    assert mended("a.txt", lines, ["1:1", "1:2", "2:1", "2:2", "2:3", "3:1"])[1] == (
        Problem(
            "warning",
            "a.txt:1:2",
            "",
            "5 lines that had been read in a wrong encoding were repaired: "
            '"pÃ¥" is "på", "KlÃ¦deskabet" is "Klædeskabet", "gÃ¥" is "gå", …',
            TODO,
        ),
    )


def test_one_repair_is_told_as_one() -> None:
    message = 'a line that had been read in a wrong encoding was repaired: "KlÃ¦de" is "Klæde"'
    assert told("KlÃ¦de") == [("a.txt:1", message)]


def test_ftfy_is_not_loaded_for_ordinary_text() -> None:
    program = (
        "import sys; from nominate_tui.intake.readers.mend import mended;"
        "mended('a', ['Klædeskabet', 'IRMÃ e MÃE', '“evalu-', 'ation”'], range(4)); assert 'ftfy' not in sys.modules"
    )
    assert run([sys.executable, "-c", program], check=False).returncode == 0


# Ligatures


def test_ligatures_become_their_letters() -> None:
    assert mend("eﬀort, reﬁne, ﬂy, oﬃce, baﬄe, ﬅop, beﬆ") == (
        "effort, refine, fly, office, baffle, stop, best",
    )


def test_ligatures_are_told_once() -> None:
    assert told("Nej", "The eﬀort", "to reﬁne the ﬁne", "to reﬁne", "oﬃce", "and ﬁx") == [
        (
            "a.txt:2",
            '6 ligatures were written as their letters: "eﬀort" is "effort", "reﬁne" is "refine", "oﬃce" is "office", …',
        )
    ]
    assert told("ﬁn") == [("a.txt:1", 'a ligature was written as its letters: "ﬁn" is "fin"')]


@pytest.mark.parametrize("line", ["½ og 10 m²", "№ 5", "Ⅳ", "ĳ", "…", "™", "①"])  # fmt: skip
def test_nothing_else_that_is_compatible_is_changed(line: str) -> None:
    assert mend(line) == (line,)


# Hyphens as PDF readers have them


@pytest.mark.parametrize("hyphen", ["\ufffe", "\x02", "\xad", "\xad \t"])
def test_the_hyphens_that_end_a_line_in_a_pdf_divide_words(hyphen: str) -> None:
    assert mend(f"The evalu{hyphen}", f"ation was well{hyphen}", "known here") == (
        "The",
        "evaluation was",
        "well-known here",
    )


def test_within_a_line_a_soft_hyphen_goes_and_the_end_of_a_cell_keeps_its_hyphen() -> None:
    assert mend("sam\xadarbejde", "sam\ufffe\tarbejde") == ("samarbejde", "sam-\tarbejde")


def test_elsewhere_these_signs_are_shown_as_what_they_are() -> None:
    assert mend("a\x02b", "a\ufffeb", "\x02") == ("a␂b", "a�b", "␂")


# All of it


def test_lines_come_out_clean() -> None:
    assert mend("  a\x1b[2Jb\u202e ", "\u200bIn") == ("a␛[2Jb⟨RLO⟩", "In")


def test_furniture_goes_before_words_are_put_together() -> None:
    lines = ["Vi har sam-", "", "", "", "Side 2", "arbejde her", "nu", "", "", "", "Side 3", "Og", "Slut."]
    assert mend(*lines) == ("Vi har samarbejde", *[""] * 4, "her", "nu", *[""] * 4, "Og", "Slut.")
    assert [where for where, _message in told(*lines)] == ["a.txt:5", "a.txt:1"]


@given(st.lists(st.text(alphabet="abeA1.:- \xad\ufffe\x02ﬁ\u200d\u0301æ")))
def test_mending_twice_changes_nothing(lines: list[str]) -> None:
    once = mend(*lines)
    assert len(once) == len(lines)
    assert mended("a.txt", once, range(len(once))) == (once, ())


@given(st.lists(st.text(alphabet="abeÃ¦¥Â°â€”œA1 ﬁ")))
def test_mending_mojibake_twice_changes_nothing(lines: list[str]) -> None:
    once = mend(*lines)
    assert mended("a.txt", once, range(len(once))) == (once, ())


@given(st.lists(st.text(alphabet="abcæøåÆØÅé –’“”.,;?!0123456789")))
def test_ordinary_text_is_not_changed(lines: list[str]) -> None:
    stripped = tuple(line.strip() for line in lines)
    numbered = any(line.isdecimal() for line in stripped)
    assert numbered or mended("a.txt", lines, range(len(lines))) == (stripped, ())
