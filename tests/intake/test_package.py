from collections.abc import Mapping

from intake.making import document
from nominate_tui.intake.account import account, first_loss
from nominate_tui.intake.checks import findings, problem_of
from nominate_tui.intake.fill import contents_of, fill
from nominate_tui.intake.form_files import read_form
from nominate_tui.intake.package import divide_package, divided
from nominate_tui.intake.split import Layout
from nominate_tui.model.nomination import Nomination

FORM = read_form(
    """
begins = ["Forslag: {title}"]
[package]
begins = ["Pakke: {title}"]
introduction = "shared.introduction"
part = "shared.part"
text = "answers.purpose"
[[question]]
fills = "facts.proposed_by"
headings = ["Fremsat af"]
kind = "line"
beside = true
[[question]]
fills = "shared.introduction"
headings = ["Fælles indledning"]
missing = "ignore"
[[question]]
fills = "shared.part"
headings = ["Fælles for delen"]
missing = "ignore"
[[question]]
fills = "answers.purpose"
headings = ["Formål"]
[[question]]
fills = "answers.remarks"
headings = ["Bemærkninger"]
missing = "ignore"
[[question]]
fills = "answers.draft"
headings = ["Udkast"]
unfilled = ["Skriv her"]
missing = "ignore"
whole_package = true
[[question]]
fills = "shared.draft_for_all"
headings = ["Udkast for alle"]
missing = "ignore"
whole_package = true
""",
    "packages.toml",
)

PACKAGE = """Pakke: Flere cykler
Fremsat af: Cykeludvalget

Vi vil have flere cykler.
Cykler i de store byer
Cykler på landet og øerne
B.1 Elcykler

Cykler i de store byer
Byerne er store.
A.1 og A2. Cykelbude
Bude skal cykle.
A.3 Ladcykler
Lad skal rulle.
Bemærkninger
Det er dyrt i byen.
A.1 Ti bude
Ti er nok.
A.2 Tyve bude i
hele byen
Tyve er mange.

Cykler på landet og øerne
B.1 Elcykler
El skal der til.
Bemærkninger
Det er langt.
Udkast
Udkast for alle
Vi cykler.
B.1 Elcykler
Vi cykler med el.
"""


def package(text: str = PACKAGE) -> Layout:
    layout = divide_package(document(text), FORM)
    assert layout is not None
    return layout


def nominations(text: str = PACKAGE) -> Mapping[str, Nomination]:
    layout = package(text)
    return {one.nomination.id: one.nomination for one in fill(layout, contents_of(layout))}


def test_each_numbered_proposal_is_a_nomination_in_the_order_of_the_document() -> None:
    assert [(one.id, one.title) for one in nominations().values()] == [
        ("A.1", "Cykelbude: Ti bude"),
        ("A.2", "Cykelbude: Tyve bude i hele byen"),
        ("A.3", "Ladcykler"),
        ("B.1", "Elcykler"),
    ]


def test_what_stands_before_the_proposals_belongs_to_all_of_them() -> None:
    for one in nominations().values():
        assert one.facts == {"proposed_by": "Cykeludvalget", "package": "Flere cykler"}
        assert one.shared["introduction"].startswith("Vi vil have flere cykler.")


def test_the_introduction_of_a_part_belongs_to_its_proposals_only() -> None:
    assert [one.shared["part"] for one in nominations().values()] == [
        *["Cykler i de store byer\nByerne er store."] * 3,
        "Cykler på landet og øerne",
    ]


def test_a_proposal_has_its_own_text_and_two_on_one_line_share_it() -> None:
    assert [one.answers["purpose"] for one in nominations().values()] == [
        "Bude skal cykle.",
        "Bude skal cykle.",
        "Lad skal rulle.",
        "El skal der til.",
    ]


def test_remarks_belong_to_all_that_were_begun_before_them_and_then_to_the_one_named() -> None:
    assert [one.answers["remarks"] for one in nominations().values()] == [
        "Det er dyrt i byen.\n\nTi er nok.",
        "Det er dyrt i byen.\n\nTyve er mange.",
        "Det er dyrt i byen.",
        "Det er langt.",
    ]


def test_a_text_for_all_is_kept_as_such_and_one_for_a_proposal_is_its_own() -> None:
    found = nominations()
    assert {one.shared["draft_for_all"] for one in found.values()} == {"Vi cykler."}
    assert [one.answers["draft"] for one in found.values()] == ["", "", "", "Vi cykler med el."]


def test_every_word_of_a_package_is_told_once() -> None:
    layout = package()
    contents = contents_of(layout)
    told = [word for portion in account(layout, contents) for word in portion.words]
    assert sorted(told) == sorted(PACKAGE.split())
    assert first_loss(layout, contents) is None


def test_a_section_of_all_is_checked_once() -> None:
    layout = package(PACKAGE.replace("Udkast\n", "Udkast\nSkriv her\n"))
    contents = contents_of(layout)
    told = [problem_of(layout, one) for one in findings(layout, fill(layout, contents), contents)]
    assert [(one.where, one.field, one.message) for one in told] == [
        (
            "a.txt:28",
            "answers.draft",
            "the template's own words stand under “Udkast” of nomination A.1, A.2, A.3, B.1",
        )
    ]


def test_without_parts_the_introduction_goes_to_the_first_proposal() -> None:
    found = nominations("Pakke: P\nFremsat af: Os\nIndledning.\nA.1 En\nDet ene.\nA.2 To\nDet andet.\n")
    assert [(one.title, one.answers["purpose"]) for one in found.values()] == [
        ("En", "Det ene."),
        ("To", "Det andet."),
    ]


def test_a_document_that_is_no_package_is_divided_as_ever() -> None:
    text = "Forslag: Flere cykler\nFremsat af: Os\nFormål\nFlere skal cykle.\n"
    assert divide_package(document(text), FORM) is None
    (entry,) = divided(document(text), FORM).entries
    assert (entry.number, entry.title) == ("", "Flere cykler")


def test_a_package_without_proposals_is_none() -> None:
    assert divide_package(document("Pakke: Tom\nFremsat af: Os\n"), FORM) is None


def test_a_sentence_that_begins_with_a_number_begins_no_nomination() -> None:
    found = nominations(
        PACKAGE.replace("El skal der til.", "El skal der til.\nB.12 vitamin og\nA.2 er nævnt.")
    )
    assert list(found) == ["A.1", "A.2", "A.3", "B.1"]
    assert found["A.2"].title == "Cykelbude: Tyve bude i hele byen"
    assert "B.12 vitamin" in found["B.1"].answers["purpose"]


def test_an_announcement_that_stands_twice_in_the_introduction_loses_nothing() -> None:
    text = "Pakke: P\nHele regionen er med\nmere\nHele regionen er med\nBemærkninger\nDyrt.\nA.1 Et\ntekst\n"
    layout = package(text)
    assert first_loss(layout, contents_of(layout)) is None


def test_a_second_package_in_a_document_is_an_error() -> None:
    layout = package(PACKAGE + PACKAGE)
    contents = contents_of(layout)
    told = [problem_of(layout, one) for one in findings(layout, fill(layout, contents), contents)]
    assert [one.where for one in told if one.severity == "error"] == ["a.txt:33"]
