import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import Problem
from nominate_tui.intake.readers.encoding import decoded

DANISH = "Klædeskabet på Ærø\nÅbent – “lys”\n"

GUESSED = Problem(
    "warning",
    "a.txt",
    "",
    "the text is no UTF-8 and was read as Windows-1252, which is a guess",
    "look whether letters such as æ, ø and é are right",
)


def warning(data: bytes) -> tuple[str, str, str]:
    """The text, and the place and message of the one warning about it."""
    text, (notice,) = decoded("a.txt", data)
    assert notice.severity == "warning"
    assert notice.todo
    return text, notice.where, notice.message


def replaced(places: str, encoding: str = "UTF-8") -> str:
    return f"bytes that are not {encoding} were replaced by � ({places})"


# What is certain


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_read_without_its_mark_and_nothing_is_told(mark: bytes, encoding: str) -> None:
    assert decoded("a.txt", mark + DANISH.encode(encoding)) == (DANISH, ())


def test_a_few_nuls_in_utf8_do_not_make_it_utf16() -> None:
    assert decoded("a.txt", "Næ\0ss a\0b cde".encode()) == ("Næ\0ss a\0b cde", ())


def test_nuls_on_both_sides_are_no_utf16() -> None:
    assert decoded("a.txt", b"a\0\0b\0c\0\0") == ("a\0\0b\0c\0\0", ())


def test_the_own_replacement_marks_of_a_text_are_no_wrong_bytes() -> None:
    assert decoded("a.txt", "a�b".encode()) == ("a�b", ())


@given(st.text())
def test_utf8_is_always_read_as_it_was_written(text: str) -> None:
    assert decoded("a.txt", b"\xef\xbb\xbf" + text.encode()) == (text, ())


@given(st.text(alphabet=st.characters(blacklist_characters="\0", codec="utf-8")))
def test_without_a_mark_too_where_there_is_no_nul(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decoded("a.txt", text.encode()) == (text, ())


# What is guessed


def test_western_text_that_is_no_utf8_is_read_as_windows_1252_and_that_is_told() -> None:
    assert decoded("a.txt", DANISH.encode("cp1252")) == (DANISH, (GUESSED,))


def test_a_row_of_dashes_is_no_row_of_letters() -> None:
    text = "–––––––––– Å ––––––––––"
    assert decoded("a.txt", text.encode("cp1252")) == (text, (GUESSED,))


def test_one_letter_is_enough_for_a_guess() -> None:
    assert decoded("a.txt", b"K\xf8benhavn") == ("København", (GUESSED,))


def test_words_of_another_alphabet_are_not_made_letters_of_ours() -> None:
    text, where, message = warning("Привет мир".encode("cp1251"))
    assert (text, where) == ("������ ���", "a.txt:1")
    assert message == replaced("line 1: CF F0 E8 E2 E5 F2 EC E8 F0")


# What is wrong


def test_a_few_wrong_bytes_in_utf8_are_named_with_their_lines() -> None:
    data = "Ærø\r\nlæser\r".encode() + b"b\xe6d\nto\xff\xfe\n\xf8"
    assert warning(data.replace(b"l\xc3\xa6ser", "læseøåæø".encode())) == (
        "Ærø\r\nlæseøåæø\rb�d\nto��\n�",
        "a.txt:3",
        replaced("line 3: E6; line 4: FF FE; line 5: F8"),
    )


def test_windows_1252_has_no_character_for_five_bytes() -> None:
    assert warning(b"b\xe6d \x81") == ("b�d �", "a.txt:1", replaced("line 1: E6 81"))


def test_ten_wrong_places_are_named_and_the_others_counted() -> None:
    text, where, message = warning("æ".encode() * 20 + b"\n\xff" * 13)
    assert text == "æ" * 20 + "\n�" * 13
    assert where == "a.txt:2"
    named = "; ".join(f"line {line}: FF" for line in range(2, 12))
    assert message == replaced(f"{named}; and 3 more")


def test_own_replacement_marks_are_not_counted_among_the_wrong() -> None:
    assert warning("��æøå".encode() + b"\xff")[2] == replaced("line 1: FF")


def test_a_character_that_is_cut_off_at_the_end_is_wrong() -> None:
    assert warning("så\nfå".encode()[:-1]) == ("så\nf�", "a.txt:2", replaced("line 2: C3"))


def test_utf8_with_its_mark_is_never_read_as_anything_else() -> None:
    assert warning(b"\xef\xbb\xbfb\xe6d") == ("b�d", "a.txt:1", replaced("line 1: E6"))


def test_utf16_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    assert warning("én\nto".encode("utf-16")[:-1]) == ("én\nt�", "a.txt:2", replaced("line 2: 6F", "UTF-16"))


def test_half_a_pair_of_utf16_is_wrong() -> None:
    data = "a".encode("utf-16") + b"\x3d\xd8" + "b".encode("utf-16-le")
    assert warning(data) == ("a�b", "a.txt:1", replaced("line 1: 3D D8", "UTF-16"))


def test_utf32_beyond_unicode_is_wrong() -> None:
    data = "a\n".encode("utf-32") + b"\xff\xff\xff\xff" + "b".encode("utf-32-le")
    assert warning(data) == ("a\n�b", "a.txt:2", replaced("line 2: FF FF FF FF", "UTF-32"))


@given(st.binary())
def test_any_bytes_are_decoded(data: bytes) -> None:
    text, notices = decoded("a.txt", data)
    assert len(text) <= len(data)
    assert len(notices) <= 1
