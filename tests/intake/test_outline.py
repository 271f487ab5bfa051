from nominate_tui.intake.openings import Opening
from nominate_tui.intake.outline import Heading, Outline, outline

FIVE = range(1, 6)


def found(text: str) -> Outline:
    outlined = outline(text.split("\n"))
    assert outlined
    return outlined


def told(text: str) -> list[tuple[str, int]]:
    return [(heading.text, heading.count) for heading in found(text).headings]


def test_headings_are_the_lines_that_all_nominations_have_in_their_order() -> None:
    text = "\n".join(f"Nr. {n}\nTitel:\nCykler {n}\nHvorfor?\nFordi {n}." for n in FIVE)
    assert found(text) == Outline(
        Opening(("Nr. {number} {title}",), (0, 5, 10, 15, 20)),
        (
            Heading("Titel", 5, beside=False, certain=True),
            Heading("Hvorfor?", 5, beside=False, certain=True),
        ),
    )


def test_a_label_with_its_text_beside_it_is_a_heading() -> None:
    text = "\n".join(f"Nr. {n}\nPuljen: {n}\nHvor\tSted {n}" for n in FIVE)
    assert found(text).headings == (
        Heading("Puljen", 5, beside=True, certain=True),
        Heading("Hvor", 5, beside=True, certain=True),
    )


def test_a_label_beside_which_all_wrote_the_same_is_a_heading_without_it() -> None:
    assert told("\n".join(f"Nr. {n}\nFremsat af: Ane" for n in FIVE)) == [("Fremsat af", 5)]


def test_a_question_with_a_colon_in_it_is_one_heading() -> None:
    assert told("\n".join(f"Nr. {n}\nFormål: Hvad vil I?\nSvar {n}" for n in FIVE)) == [
        ("Formål: Hvad vil I?", 5)
    ]


def test_a_heading_is_told_with_how_many_have_it() -> None:
    text = "\n".join(f"Nr. {n}\nTitel:\nCykler {n}\n" + ("Hvorfor?\nFordi.\n" if n > 3 else "") for n in FIVE)
    assert told(text) == [("Titel", 5), ("Hvorfor?", 2)]


def test_what_few_have_is_no_heading() -> None:
    assert told(
        "\n".join(f"Nr. {n}\nTitel:\nCykler {n}\n" + ("Hvorfor?\n" if n == 3 else "") for n in FIVE)
    ) == [("Titel", 5)]


def test_a_line_that_does_not_end_as_a_heading_must_stand_in_nearly_all() -> None:
    text = "\n".join(f"Nr. {n}\nFormål\nCykler {n}\n" + ("Ja tak\n" if n > 2 else "") for n in FIVE)
    assert found(text).headings == (Heading("Formål", 5, beside=False, certain=False),)


def test_items_of_lists_the_rest_of_sentences_and_long_lines_are_none() -> None:
    line = "Hvor " + "meget " * 20 + "er det?"
    text = "\n".join(f"Nr. {n}\nTitel:\nVi {n} kan\ncykle?\n• Ja?\n- Nej?\n{line}" for n in FIVE)
    assert told(text) == [("Titel", 5)]


def test_a_question_with_a_number_before_it_is_a_heading() -> None:
    assert told("\n".join(f"Nr. {n}\n2. Hvorfor?\nFordi {n}." for n in FIVE)) == [("2. Hvorfor?", 5)]


def test_a_heading_that_is_wrapped_is_put_together() -> None:
    text = "\n".join(
        f"Nr. {n}\nHvordan har projektet\nskabt værdi for alle\nbrugerne?\nVærdi {n}." for n in FIVE
    )
    assert told(text) == [("Hvordan har projektet skabt værdi for alle brugerne?", 5)]


def test_the_order_is_that_of_most_nominations() -> None:
    parts = ["A:\nB:\nC:", "A:\nC:", "B:\nA:\nC:", "A:\nB:\nC:", "A:\nB:\nC:", "A:\nB:\nC:"]
    text = "\n".join(f"Nr. {n}\n{part}" for n, part in enumerate(parts, 1))
    assert told(text) == [("A", 6), ("B", 5), ("C", 6)]


def test_a_line_that_keeps_to_no_order_is_left_out_and_told() -> None:
    parts = ["A:\nB:\nC:\nOBS:", "OBS:\nA:\nB:\nC:", "A:\nOBS:\nB:\nC:", "A:\nB:\nOBS:\nC:"]
    outlined = found("\n".join(f"Nr. {n}\n{part}" for n, part in enumerate(parts, 1)))
    assert [heading.text for heading in outlined.headings] == ["A", "B", "C"]
    assert [heading.text for heading in outlined.astray] == ["OBS"]


def test_of_two_kinds_of_lines_the_one_that_explains_more_begins_nominations() -> None:
    text = "\n".join(f"Nr. {n}\nTitel: Cykler {n}\n1. Først\n2. Så\nHvorfor?" for n in FIVE)
    assert found(text).opening.begins == ("Nr. {number} {title}",)


def test_without_numbers_the_label_that_comes_first_begins_them() -> None:
    text = "\n".join(
        f"INITIATIV: Cykler {n}\nFremsat af: Ane {n}\nFormål og indhold:\nCykle {n}" for n in FIVE
    )
    outlined = found(text)
    assert outlined.opening.begins == ("INITIATIV: {title}",)
    assert outlined.nominations == 5
    assert [heading.text for heading in outlined.headings] == ["Fremsat af", "Formål og indhold"]


def test_in_a_document_of_one_nomination_every_line_that_ends_as_a_heading_is_taken_for_one() -> None:
    text = "Skema\n\nTitel: Cykler\nSted:\nByen\nHvorfor?\nFordi vi kan.\nSted: her"
    assert found(text) == Outline(
        Opening(("Titel: {title}",), (2,)),
        (
            Heading("Sted", 1, beside=True, certain=True),
            Heading("Hvorfor?", 1, beside=False, certain=True),
        ),
    )


def test_a_document_without_headings_has_no_outline() -> None:
    assert outline([]) is None
    assert outline(["", ""]) is None
    assert outline(["Vi cykler.", "Vi cykler meget."]) is None
    assert outline(["Indstilling 1. Cykler", "Vi cykler.", "Indstilling 2. Busser", "Vi kører."]) is None


def test_page_numbers_begin_no_nominations() -> None:
    text = "\n".join(f"INITIATIV: Cykler {n}\nFremsat af: Ane {n}\nSide {n}" for n in range(1, 27))
    assert found(text).opening.begins == ("INITIATIV: {title}",)
