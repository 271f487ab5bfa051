import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nominate_tui.notation.clean import MARKS_KEPT, clean, clean_line, is_ordinary
from steps import steps

ANY_TEXT = st.text(st.characters(), max_size=60)
NASTY = st.text(
    st.sampled_from("ae \n\t\r\x1b\x07\x00\x7f\x85\x9b\xad\u200b\u200c\u200d\u200e\u202e\u2028\u2066\ufeff")
    | st.sampled_from(
        "\u0301\u0323\u0344\u0958\ufb2c\u1100\u1161\u11a8\u0e33\U000e0069\ud800\ufffe\ufffd⟨⟩æ"
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("foreign", "inert"),
    [
        ("a\x1b]52;c;QQ==\x07b", "a␛]52;c;QQ==␇b"),
        ("\x1b[2J\x1b[?25l", "␛[2J␛[?25l"),
        ("nul\x00 bs\x08 del\x7f", "nul␀ bs␈ del␡"),
        ("\x9b31m \x9d0;x\x9c", "⟨9B⟩31m ⟨9D⟩0;x⟨9C⟩"),
        ("page\x0cbreak\x0b", "page␌break␋"),
        ("ecnad\u202evoice\u202c", "ecnad⟨RLO⟩voice⟨PDF⟩"),
        ("\u061c\u200e\u200f\u2066\u2067\u2068\u2069", "⟨ALM⟩⟨LRM⟩⟨RLM⟩⟨LRI⟩⟨RLI⟩⟨FSI⟩⟨PDI⟩"),
        ("\u206a\ufff9", "⟨206A⟩⟨FFF9⟩"),
        ("Plain\U000e0068\U000e0069 title", "Plain⟨TAG⟩ title"),
        ("\ud800 \ufffe \U0001ffff \ufdd0", "\ufffd \ufffd \ufffd \ufffd"),
    ],
)
def test_what_a_terminal_obeys_or_nobody_sees_becomes_a_visible_sign(foreign: str, inert: str) -> None:
    assert clean(foreign) == inert


@pytest.mark.parametrize("invisible", ["\xad", "\u200b", "\u2060", "\ufeff", "\u180e", "\u2063"])
def test_characters_that_no_word_needs_go(invisible: str) -> None:
    assert clean(f"Har{invisible}bour") == "Harbour"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_every_end_of_line_becomes_a_newline(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


@pytest.mark.parametrize(
    "lawful",
    [
        "[@click=app.quit]Read more[/] [ @click=app.quit] [/] [sic] a[0]",
        "tab\tand\nnewline",
        "👨\u200d👩\u200d👧 family",
        "می\u200cخواهم",
        "פרס 2025",
        "น้ำ हिन्दी",
        "Bjørn Næss, José Ågren, Việt Nam, Þór",
        "“citat” – tankestreg … 5 € → 2 × 3 ≠ 7",
        "=HYPERLINK(1) ../../../etc/cron.d/x <script>",
    ],
)
def test_lawful_text_stays_as_it_is(lawful: str) -> None:
    assert clean(lawful) == lawful


def test_letters_that_came_apart_are_put_together() -> None:
    assert clean("Jose\u0301 A\u030agren") == "José Ågren"


def test_a_letter_keeps_eight_marks_and_the_text_goes_on() -> None:
    # With acute accents an `H` has no composed form, so all eight stay marks.
    assert clean("H" + "\u0301" * 4500 + "ello") == "H" + "\u0301" * MARKS_KEPT + "ello"


def test_joiners_do_not_make_room_for_more_marks() -> None:
    assert clean("H" + "\u0301\u200d" * 100 + "i") == "H" + "\u0301\u200d" * (MARKS_KEPT // 2) + "i"


def test_a_long_run_of_marks_is_cut_before_it_is_put_in_order() -> None:
    # To put all of them in order takes an hour.
    assert clean("a" + "\u0301\u0316" * 1_000_000) == "á" + "\u0316" * 4 + "\u0301" * 3


@settings(deadline=None)
@given(ANY_TEXT | NASTY)
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@settings(deadline=None)
@given(ANY_TEXT | NASTY)
def test_nothing_clean_can_move_the_cursor_or_fail_to_be_written(text: str) -> None:
    controls = [character for character in clean(text) if ord(character) < 32 or 127 <= ord(character) < 160]
    assert set(controls) <= {"\n", "\t"}
    assert clean(text).encode().decode() == clean(text)


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126) | st.sampled_from("\n\tæøåÆØÅé–“”…€")))
def test_ordinary_text_comes_back_itself(text: str) -> None:
    assert clean(text) is text


def test_a_title_stands_on_one_line() -> None:
    assert clean_line("The\r\nquiet\torchard\u2028of\x1b") == "The quiet orchard of␛"


@settings(deadline=None)
@given(ANY_TEXT | NASTY, st.sampled_from([0, 900, 5_000]), st.sampled_from(["a", "æ\n", "–"]))
def test_a_long_text_is_ordinary_where_each_part_of_it_is(text: str, length: int, filler: str) -> None:
    assert is_ordinary(filler * length + text + filler * length) == is_ordinary(text)
    assert not is_ordinary(text) or clean(text) is text


@pytest.mark.parametrize(
    "words", ["πρωτοβουλία για τους ασθενείς\n", "โครงการนี้ช่วยเหลือผู้ป่วย ", "这个倡议帮助病人和他们的亲属。"]
)
def test_other_scripts_are_not_looked_at_letter_by_letter(words: str) -> None:
    text = words * (1_000_000 // len(words))
    assert clean(text) == text
    assert steps(lambda: clean(text)) < 50
