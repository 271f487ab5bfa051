import pytest

from intake.making import FORM, HEADINGS, answer, document, layout, nomination, texts_of
from nominate_tui.intake.scan import Mark
from nominate_tui.intake.split import divide, headings

FIELDS = list(HEADINGS)


def test_each_field_is_what_stands_under_its_heading() -> None:
    (entry,) = layout(nomination(7)).entries
    assert entry.number == "7"
    assert entry.title == "Cykler til alle"
    assert [section.question.fills for section in entry.sections] == FIELDS
    assert [section.lines[0] for section in entry.sections][6:8] == ["Maj 2023", "Flere skal cykle."]


def test_a_title_goes_on_below_the_line_that_begins_a_nomination() -> None:
    (entry,) = layout(nomination(title="Cykler\n til alle")).entries
    assert entry.title == "Cykler til alle"
    assert entry.heading == range(2)


def test_nominations_end_where_the_next_begins() -> None:
    first, second = layout(nomination(1) + nomination(2)).entries
    assert (first.number, second.number) == ("1", "2")
    assert first.sections[-1].lines == ("Med flere cykler.", "")
    assert second.heading.start == 30


def test_a_question_in_an_answer_that_only_resembles_a_heading_is_text() -> None:
    text = "Hvordan kan vi mindske ulighed i sundhed?\n\nHvem er målgruppen for initiativet? spurgte de."
    assert texts_of(answer(text))["answers.purpose"] == text


def test_a_paragraph_that_begins_as_the_word_nomination_is_text() -> None:
    last = {"answers.spread": "Det kan andre også.\n\nIndstillingen giver anledning til mere."}
    first, _second = layout(nomination(1, last) + nomination(2)).entries
    assert first.sections[-1].lines[2] == "Indstillingen giver anledning til mere."


def test_a_quoted_heading_in_an_earlier_answer_is_text() -> None:
    text = "De spurgte:\nHvordan kan initiativet spredes?\nOg vi svarede."
    (entry,) = layout(answer(text)).entries
    assert [section.question.fills for section in entry.sections] == FIELDS
    assert [mark.line for mark in entry.repeated] == [17]


def test_a_quoted_heading_in_a_later_answer_is_text() -> None:
    text = {"answers.spread": "De spurgte:\nHvad er formålet med initiativet?\nOg vi svarede."}
    (entry,) = layout(nomination(1, text)).entries
    assert [section.question.fills for section in entry.sections] == FIELDS
    assert entry.sections[-1].lines[1] == "Hvad er formålet med initiativet?"


def test_a_mentioned_nomination_is_text_since_the_headings_only_go_on() -> None:
    (entry,), mentions = (
        (found := layout(answer("Se også:\nIndstilling 9: Andre cykler"))).entries,
        found.mentions,
    )
    assert entry.sections[7].lines[1] == "Indstilling 9: Andre cykler"
    assert [(mention.line, mention.number) for mention in mentions] == [(17, "9")]


def test_a_nomination_mentioned_in_the_last_answer_is_text() -> None:
    text = {"answers.spread": "Se også:\nIndstilling 9: Andre cykler"}
    found = layout(nomination(1, text) + nomination(2))
    assert [entry.number for entry in found.entries] == ["1", "2"]
    assert [mention.number for mention in found.mentions] == ["9"]


def test_a_table_of_contents_begins_no_nominations() -> None:
    found = layout("Indhold\nIndstilling 1: Cykler\nIndstilling 2: Biler\n\n" + nomination(1) + nomination(2))
    assert [entry.number for entry in found.entries] == ["1", "2"]
    assert found.before == range(4)


def test_a_nomination_without_its_first_headings_still_begins() -> None:
    second = nomination(2, {"title": None, "responsible": None}, title="Cykler til alle")
    assert [entry.number for entry in layout(nomination(1) + second).entries] == ["1", "2"]


def test_a_missing_heading_leaves_the_others_in_their_places() -> None:
    (entry,) = layout(nomination(1, {"contact.email": None})).entries
    assert [section.question.fills for section in entry.sections] == [
        f for f in FIELDS if f != "contact.email"
    ]


def test_a_heading_in_another_place_is_taken_where_it_stands_nowhere_else() -> None:
    swapped = nomination().replace(HEADINGS["answers.spread"], "?spread?")
    swapped = swapped.replace(HEADINGS["answers.audience"], HEADINGS["answers.spread"])
    swapped = swapped.replace("?spread?", HEADINGS["answers.audience"])
    (entry,) = layout(swapped).entries
    assert {section.question.fills for section in entry.sections} == set(FIELDS)
    assert [section.lines[0] for section in entry.sections if section.question.answer == "spread"] == [
        "Alle, der kan."
    ]
    assert [mark.line for mark in entry.displaced] == [17, 27]


def test_a_heading_may_be_wrapped() -> None:
    text = nomination().replace("skabt værdi for brugerne?", "skabt\nværdi for\nbrugerne?")
    (entry,) = layout(text).entries
    assert [section.question.fills for section in entry.sections] == FIELDS
    assert entry.sections[11].heading == range(23, 26)
    assert entry.sections[11].lines == ("De smiler mere.",)


def test_the_beginning_of_a_heading_alone_is_text() -> None:
    assert (
        texts_of(answer("Hvordan\n\nkan initiativet spredes?\nDet ved vi."))["answers.spread"]
        == "Med flere cykler."
    )


def test_a_short_fact_may_stand_beside_its_heading() -> None:
    text = nomination().replace("Navn:\n", "Navn: ").replace("E-mail:\n", "E-mail : ")
    assert texts_of(text)["contact.name"] == "Ane Mønster"
    assert texts_of(text)["contact.email"] == "ane@example.org"


def test_a_label_in_an_answer_is_text_where_the_heading_stands_by_itself() -> None:
    assert texts_of(nomination(1, {"organisation": "Byen.\nNavn: ukendt"}))["contact.name"] == "Ane Mønster"


def test_what_stands_between_the_beginning_and_the_first_heading_is_told() -> None:
    (entry,) = layout("Indstilling 1: Cykler\n\nModtaget i maj\n" + nomination().split("\n", 1)[1]).entries
    assert entry.title == "Cykler"
    assert entry.stray == range(1, 3)


@pytest.mark.parametrize("text", ["Ingen former her.", "Indstilling 1: Cykler\nOg så ingen spørgsmål."])
def test_a_document_of_another_kind_has_no_nominations(text: str) -> None:
    found = layout(text)
    assert found.entries == ()
    assert found.before == range(len(found.document.lines))


def test_of_two_marks_of_one_question_the_first_is_the_heading() -> None:
    first, second = Mark(1, 2, 0), Mark(5, 6, 0)
    assert headings([first, second]) == ([first], ())


def test_thousands_of_quoted_headings_do_not_slow_it_down() -> None:
    quoted = "\n".join([*HEADINGS.values(), "Indstilling 9: Cykler"] * 3000)
    # In quadratic time this would not end.
    assert len(divide(document(answer(quoted)), FORM).entries) == 3001
