import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.making import wrapped
from nominate_tui.intake.heal import Joint, heal, pieces, width_of

WIDTH = 40
"""At this width a line is full beyond 36 characters with the next word, and long beyond 24."""

FULL = "Vi har i mange år cyklet med beboerne"  # 37 characters
ENDED = "Vi har i mange år cyklet med dem alle."  # 38 characters
SHORT = "Det er slut."
PAGE = ["", "", ""]


def test_wrapped_lines_become_one_paragraph() -> None:
    paragraph = "En sætning, der er lang nok til at fylde flere linjer på en smal side. Og en til."
    lines = wrapped([paragraph], WIDTH)
    assert len(lines) > 1
    assert heal(lines, WIDTH) == paragraph


def test_paragraphs_stay_apart_by_an_empty_line() -> None:
    assert heal([FULL, "her.", "", "Nu holder vi op."], WIDTH) == f"{FULL} her.\n\nNu holder vi op."


def test_a_line_that_ends_early_with_a_full_stop_ends_its_paragraph() -> None:
    assert heal([FULL, SHORT, "Nyt afsnit."], WIDTH) == f"{FULL} {SHORT}\n\nNyt afsnit."


def test_a_short_line_without_a_full_stop_is_a_line_of_its_own() -> None:
    assert (
        heal(["Odense 2017", "Vejle 2023", "Esbjerg 2024"], WIDTH) == "Odense 2017\nVejle 2023\nEsbjerg 2024"
    )


def test_a_page_break_in_a_sentence_is_healed() -> None:
    assert heal([FULL, *PAGE, "og deres børn."], WIDTH) == f"{FULL} og deres børn."


def test_a_page_break_before_a_name_in_a_sentence_is_healed() -> None:
    assert (
        heal(["Vi holder meget af at cykle med", *PAGE, "Røde Kors."], WIDTH)
        == "Vi holder meget af at cykle med Røde Kors."
    )


def test_a_page_break_after_a_comma_is_healed_whatever_follows() -> None:
    assert heal(["Efter maj,", *PAGE, "Røde Kors."], WIDTH) == "Efter maj, Røde Kors."


def test_a_page_break_between_two_sentences_of_a_paragraph_is_healed_where_the_page_was_full() -> None:
    assert heal([ENDED, *PAGE, "Nu holder vi op."], WIDTH) == f"{ENDED} Nu holder vi op."


def test_a_page_break_after_a_paragraph_that_ended_early_keeps_them_apart() -> None:
    assert heal([FULL, SHORT, *PAGE, "Nu holder vi op."], WIDTH) == f"{FULL} {SHORT}\n\nNu holder vi op."


def test_a_page_break_after_a_short_line_without_a_full_stop_keeps_it_apart() -> None:
    assert heal(["Kvalitativt", *PAGE, "Mange er glade."], WIDTH) == "Kvalitativt\n\nMange er glade."


def test_an_empty_line_beside_a_page_break_is_a_paragraph() -> None:
    assert heal([ENDED, "", *PAGE, "Nu holder vi op."], WIDTH) == f"{ENDED}\n\nNu holder vi op."


@pytest.mark.parametrize("lower", ["og deres børn.", "Østerbros børn."])
def test_a_sentence_that_goes_on_is_healed_also_beside_an_empty_line(lower: str) -> None:
    assert heal([FULL, *PAGE, "", lower], WIDTH) == f"{FULL} {lower}"


@pytest.mark.parametrize("blanks", [1, 2])
def test_a_blank_line_in_a_sentence_is_healed_where_a_small_letter_follows(blanks: int) -> None:
    assert heal([FULL, *[""] * blanks, "og deres børn."], WIDTH) == f"{FULL} og deres børn."


@pytest.mark.parametrize("upper", [SHORT, "Kvalitativt", FULL])
def test_a_blank_line_before_a_capital_is_a_paragraph(upper: str) -> None:
    assert heal([upper, "", "Mange er glade."], WIDTH) == f"{upper}\n\nMange er glade."


def test_closing_quotes_and_brackets_belong_to_the_end_of_a_sentence() -> None:
    for end in (".”", '."', "!)", "?’", "…»"):
        assert heal([f"Han var glad{end}", "Hun også."], WIDTH) == f"Han var glad{end}\n\nHun også."


def test_items_of_a_list_stand_on_lines_of_their_own() -> None:
    lines = ["Vi har:", "• cykler", "• hjelme, som vi har fået af de gode", "naboer", "• vejr"]
    assert heal(lines, WIDTH) == "Vi har:\n\n• cykler\n• hjelme, som vi har fået af de gode naboer\n• vejr"


def test_blank_lines_around_and_between_items_do_not_part_them() -> None:
    lines = ["Vi har:", "", "- cykler", "", "- hjelme", "- vejr", "", "Det er nok."]
    assert heal(lines, WIDTH) == "Vi har:\n\n- cykler\n- hjelme\n- vejr\n\nDet er nok."


def test_a_paragraph_right_below_a_list_stands_apart() -> None:
    assert heal(["- cykler.", "- vejr.", "Det er nok."], WIDTH) == "- cykler.\n- vejr.\n\nDet er nok."


def test_an_item_torn_apart_by_a_blank_line_is_whole_again() -> None:
    lines = ["• hjelme, som vi har fået af vore gode", "", "naboer", "• vejr"]
    assert heal(lines, WIDTH) == "• hjelme, som vi har fået af vore gode naboer\n• vejr"


def test_an_item_torn_before_a_name_is_whole_again_where_the_list_goes_on() -> None:
    lines = ["• hjelme, som vi har fået af vore gode", "", "Nørrebro-naboer", "• vejr"]
    assert heal(lines, WIDTH) == "• hjelme, som vi har fået af vore gode Nørrebro-naboer\n• vejr"


def test_a_list_whose_items_lack_full_stops_ends_at_a_blank_line() -> None:
    lines = ["• hjelme, som vi har fået af vore gode", "", "Senere kom flere.", "", "• vejr"]
    assert heal(lines, WIDTH) == "• hjelme, som vi har fået af vore gode\n\nSenere kom flere.\n\n• vejr"


def test_a_line_that_announces_the_next_list_does_not_belong_to_the_item_above() -> None:
    lines = ["• hjelme, som vi har fået af vore gode", "", "Senere kom så:", "• vejr"]
    assert heal(lines, WIDTH) == "• hjelme, som vi har fået af vore gode\n\nSenere kom så:\n\n• vejr"


def test_a_page_break_ends_a_list_after_a_closed_item() -> None:
    lines = ["• hjelme, som vi har fået af de gode.", *PAGE, "Nu holder vi op."]
    assert heal(lines, WIDTH) == "• hjelme, som vi har fået af de gode.\n\nNu holder vi op."


def test_a_page_break_between_items_leaves_them_in_one_list() -> None:
    assert heal(["- cykler", *PAGE, "- vejr"], WIDTH) == "- cykler\n- vejr"


def test_a_dash_at_the_beginning_of_a_line_in_a_sentence_is_no_item() -> None:
    lines = ["Vi cykler på en måde, der er anderledes", "- og måske bedre – end før."]
    assert heal(lines, WIDTH) == " ".join(lines)


def test_a_numbered_list_counts_on_and_a_date_is_no_item() -> None:
    lines = [
        "1. cykler",
        "2. hjelme",
        "Vi kom i gang i byen omkring den",
        "12. maj og holdt op den",
        "1. juni.",
    ]
    assert (
        heal(lines, WIDTH)
        == "1. cykler\n2. hjelme\n\nVi kom i gang i byen omkring den 12. maj og holdt op den 1. juni."
    )


def test_a_list_may_number_on_after_a_paragraph() -> None:
    assert (
        heal(["1. cykler.", "", "De er røde.", "", "2. vejr."], WIDTH)
        == "1. cykler.\n\nDe er røde.\n\n2. vejr."
    )


def test_a_hyphen_at_the_end_of_a_line_stays_with_its_space() -> None:
    lines = ["Det er et godt og billigt lavterskel-", "tilbud."]
    assert heal(lines, WIDTH) == "Det er et godt og billigt lavterskel- tilbud."


def test_nothing_but_blank_lines_is_an_empty_text() -> None:
    assert heal(["", "", ""], WIDTH) == heal([], WIDTH) == ""


def test_in_a_document_that_is_not_wrapped_each_line_is_a_paragraph() -> None:
    lines = [f"{'ord ' * 60}slut.", f"{'ord ' * 59}slut.", "Kort."]
    width = width_of([lines])
    assert width == 0
    assert heal(lines, width) == "\n\n".join(lines)


def test_the_width_is_what_nineteen_of_twenty_wrapped_lines_keep_to() -> None:
    lines = ["x" * 70] * 95 + ["x" * 90] * 5 + ["", "x" * 300]
    assert width_of([lines, ["y" * 80], ["", "z" * 99, ""]]) == 70


def test_without_wrapped_lines_there_is_no_width() -> None:
    assert width_of([["one", "", "two"], []]) == 0


def test_short_lines_are_not_wrapped_ones() -> None:
    assert width_of([["Odense 2017", "Vejle 2023"]]) == 0


LINES = st.sampled_from(
    ["", "ord", "Ord.", "- punkt", "• punkt", "2. punkt", "a) punkt", "B) punkt"]
) | st.builds(
    lambda begins, words, ends: begins + " ord" * words + ends,
    st.sampled_from(["Når", "og", "-", "1.", "(se"]),
    st.integers(5, 14),
    st.sampled_from(["", ".", ",", ":"]),
)


@given(
    st.lists(LINES, max_size=6) | st.lists(LINES, min_size=100, max_size=110),
    st.sampled_from([0, 40, 50, 60]),
)
def test_a_text_is_its_pieces_however_quickly_it_was_put_together(lines: list[str], width: int) -> None:
    told = "".join(piece.joint + piece.text for piece in pieces(lines, width))
    assert heal(lines, width) == told.removeprefix(Joint.PARAGRAPH)
