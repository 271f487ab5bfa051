from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.making import FORM, HEADINGS, document, nomination, real_document
from intake.sheets import records, sheet
from nominate_tui.errors import BadInput
from nominate_tui.intake.columns import match_columns
from nominate_tui.intake.document import Document
from nominate_tui.intake.form import Form, Question, heading_key
from nominate_tui.intake.form_files import read_form
from nominate_tui.intake.readers.text import read_text
from nominate_tui.intake.recognise import recognise
from nominate_tui.intake.skeleton import skeleton
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean

SAMPLE = Path(__file__).parents[2] / "data" / "indstillinger.txt"


def form_from(read: Document) -> Form:
    return read_form(skeleton(read, "Prisen"), "own.toml")


def numbers(read: Document, form: Form) -> list[str]:
    """The numbers of the nominations that a form finds in a document."""
    return [entry.number for entry in recognise(read, [form]).layout.entries]


def headings(form: Form) -> list[str]:
    return [question.headings[0] for question in form.questions]


@pytest.fixture
def sample() -> Document:
    (read,) = read_text(SAMPLE.name, SAMPLE.read_bytes(), Limits())
    return read


def test_the_sample_gives_the_questions_of_its_form(sample: Document) -> None:
    form = form_from(sample)
    assert form.label == {"da": "Prisen", "en": "Prisen"}
    assert form.begins == FORM.begins
    assert headings(form) == headings(FORM)
    assert [question.fills for question in form.questions][:7] == [
        question.fills for question in FORM.questions
    ][:7]
    assert all(question.answer for question in form.questions[7:])
    assert [question.kind for question in form.questions].count("line") == 5


def test_the_nominations_of_the_sample_are_found_with_it(sample: Document) -> None:
    assert numbers(sample, form_from(sample)) == [str(number) for number in range(1, 27)]


@pytest.mark.shared
def test_the_real_documents_are_understood_with_their_skeletons(shared: Path) -> None:
    real = real_document(shared)
    form = form_from(real)
    assert list(map(heading_key, headings(form))) == list(map(heading_key, headings(FORM)))
    assert numbers(real, form) == [str(number) for number in range(1, 27)]
    several, one = real_document(shared, "004"), real_document(shared, "002")
    assert numbers(several, form_from(several)) == ["", "", ""]
    assert numbers(one, form_from(one)) == [""]


WRITTEN = """\
# A form, written from the headings found in a.txt. It is a beginning: finish it by hand.
# docs/forms.md explains each key. The file's name is the name of the form.
format = 1
label = { da = "Prisen", en = "Prisen" }

# 3 nominations were found, and each begins with such a line.
begins = ["Ansøgning nr. {number} – {title}"]

[[question]]
fills = "contact.email"
headings = ["E-mail"]
kind = "line"
beside = true
missing = "warning"

[[question]]
fills = "answers.formaalet"
headings = ["Hvad er formålet?"]
missing = "error"

# found 2 times of 3
[[question]]
fills = "answers.andet"
headings = ["Andet"]
missing = "ignore"

# ends neither as a question nor with a colon: take it out if it is no heading
[[question]]
fills = "answers.underskrift"
headings = ["Underskrift"]
missing = "warning"
"""


def application(number: int, other: str) -> str:
    begins = f"Ansøgning nr. {number} – Cykler {number}\nE-mail: a{number}@example.org"
    return f"{begins}\nHvad er formålet?\nAt cykle {number}.\n{other}Underskrift\nAne {number}\n"


APPLICATIONS = "".join(application(n, f"Andet:\nVi {n} er glade.\n" if n < 3 else "") for n in (1, 2, 3))


def test_what_is_doubtful_stands_in_comments() -> None:
    assert skeleton(document(APPLICATIONS), "Prisen") == WRITTEN


def test_what_keeps_to_no_order_is_told_below() -> None:
    parts = ["A:\nB:\nOBS:", "OBS:\nA:\nB:", "A:\nOBS:\nB:"]
    text = "\n".join(f"Nr. {n}\n{part}" for n, part in enumerate(parts, 1))
    assert skeleton(document(text), "x").endswith("\n\n# Left out, since it keeps to no order: OBS\n")


def test_a_nomination_alone_is_read_with_the_form_it_gives() -> None:
    read = document(nomination(7))
    form = form_from(read)
    assert form.begins == ("Indstilling {number}: {title}",)
    assert headings(form) == [heading.rstrip(":") for heading in HEADINGS.values()]
    assert {question.missing for question in form.questions} == {"warning"}
    assert numbers(read, form) == ["7"]


def comments(text: str) -> list[str]:
    return [line for line in skeleton(document(text), "x").split("\n")[2:] if line.startswith("#")]


def test_nominations_without_a_number_or_a_title_are_told_of() -> None:
    one = "# One nomination was found: see whether others begin with such a line too."
    without_number = "# They have no number there, and get one in the round."
    without_title = '# Nothing is known for the title: write {title} into the line, or fills = "title" below.'
    assert comments("INITIATIV: Cykler\nSted: Byen") == [one, without_number]
    assert comments("Skema\nHvorfor?\nFordi.") == [one, without_number, without_title]
    assert comments("Skema\nHvorfor?\nFordi.\nTitel:\nCykler") == [one, without_number]
    assert comments("Nr. 1\nHvorfor?\nFordi.") == [one]


def test_a_title_is_not_taken_from_the_first_label_where_another_heading_has_it() -> None:
    assert form_from(document("Ansøger: Ane\nTitel: Cykler\nHvorfor?\n")).begins == ("Ansøger:",)
    assert form_from(document("Titel: Cykler\nProjektets navn: Cykler\n")).begins == ("Titel: {title}",)


def test_every_column_of_a_table_is_a_question() -> None:
    read = sheet(
        ["Projektets navn", "E-mail", "Løbenummer", "Hvad er det\nnye?"],
        ["Cykler", "a@example.org", "1", "Alt"],
    )
    form = read_form(skeleton(read, "Tabel"), "own.toml")
    assert form == Form(
        id="own",
        label={"da": "Tabel", "en": "Tabel"},
        begins=(),
        questions=(
            Question("title", ("Projektets navn",), "line"),
            Question("contact.email", ("E-mail",), "line", missing="warning"),
            Question("id", ("Løbenummer",), "line", missing="warning"),
            Question("answers.nye", ("Hvad er det nye?",), missing="warning"),
        ),
    )
    assert match_columns(read, [form], None, {}).form == form


def test_columns_without_a_heading_of_their_own_are_told_of() -> None:
    text = skeleton(records(["Hvad?", "", "hvad", "Hvem?"]), "x")
    assert text.split("\n\n")[1] == (
        "# A table: each row is a nomination, so that there is no line begins.\n"
        '# No column is known for the title: write fills = "title" under the one that has it.\n'
        "# Column 2 has no heading.\n"
        "# Column 3 has the heading of another: hvad"
    )
    assert headings(read_form(text, "own.toml")) == ["Hvad?", "Hvem?"]


def test_a_document_or_a_table_without_headings_is_refused() -> None:
    for read in (document("Vi cykler."), document(""), sheet(["", " "], ["a", "b"])):
        with pytest.raises(BadInput) as caught:
            skeleton(read, "x")
        (problem,) = caught.value.problems
        assert (problem.severity, problem.where) == ("error", read.name)
        assert problem.message == "the document has nothing that looks like a heading"


LINES = st.sampled_from(
    [
        "",
        "Nr. 1",
        "Nr. 2",
        "Nr. 3: {number}",
        "1. Ja",
        "Titel:",
        "titel",
        "Navn: Ane",
        "Hvad?",
        "Hvad er\t2",
        "\"a\\b\": 'c'",
        "E-mail",
        "Hvordan har",
        "det gået?",
        "{title}: a",
        "§ 4?",
        "# x:",
        "a" * 130,
        "Sted\there\tnu",
        "?:",
        "目的:",
    ]
)


@given(st.lists(LINES, max_size=25), st.text(max_size=5))
def test_whatever_a_document_has_its_form_can_be_read(lines: list[str], name: str) -> None:
    read = document("\n".join(lines))
    try:
        text = skeleton(read, name)
    except BadInput:
        return
    assert read_form(text, "own.toml").questions


@given(st.lists(st.text(max_size=20).map(clean), max_size=12))
def test_whatever_headings_a_table_has_its_form_can_be_read(header: list[str]) -> None:
    try:
        text = skeleton(sheet(header), "x")
    except BadInput:
        return
    assert read_form(text, "own.toml").begins == ()


def test_the_questions_in_the_left_column_of_a_form_are_headings() -> None:
    lines = ["Ansvarlig\tBo", "Hvad går det ud på?\tVi cykler", "", "Hvorfor netop nu?\tFor solens skyld"]
    document = Document("a.docx", "0" * 64, ("Indstilling: Cykler", *lines), range(5), wrapped=False)
    form = read_form(skeleton(document, "a"), "a.toml")
    assert [question.headings[0] for question in form.questions] == [
        "Ansvarlig",
        "Hvad går det ud på?",
        "Hvorfor netop nu?",
    ]
