from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.intake.personal_data import Found, find, may_be_any, may_be_cpr


def told(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in find(text)]


@pytest.mark.parametrize(
    "address",
    [
        "ane@example.org",
        "ane.m-b+frivillig@post.example.org",
        "o'ane@example.org",
        "søren@blåbær.example",
        "ANE@EXAMPLE.ORG",
        "a@b.example",
        "ane (at) example.org",
        "ane(at)example(dot)org",
        "ane [at] example [punktum] org",
        "ane (snabel-a) example.org",
        "ane＠example.org",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "Skriv til {}.", "<{}>", "mailto:{}", "Ane Mønster ({}), formand", "“{}”", "-{}"]
)
def test_an_email_address_is_found_without_what_stands_around_it(address: str, around: str) -> None:
    assert told(around.format(address)) == [("e-mail", address)]


@pytest.mark.parametrize(
    "text",
    [
        "bone@BC i lommen",
        "@example.org",
        "ane at example.org",
        "ane (at) sit arbejde. Org",
        "ane@example",
        "ane@example.c",
        "a @ b.dk",
        "[@click=app.quit]",
        "se (a) example.org",
    ],
)
def test_what_only_looks_like_an_email_address_is_none(text: str) -> None:
    assert told(text) == []


def test_a_long_run_of_signs_before_an_address_does_not_hide_it() -> None:
    assert told("-" * 500 + "ane@example.org") == [("e-mail", "ane@example.org")]


def test_two_addresses_are_two_whatever_stands_between_them() -> None:
    assert told("ane@example.org;bo@example.org-ea@example.org") == [
        ("e-mail", "ane@example.org"),
        ("e-mail", "bo@example.org"),
        ("e-mail", "ea@example.org"),
    ]


@pytest.mark.parametrize(
    "number",
    [
        "010190-1234",
        "0101901234",
        "010190 1234",
        "010190–1234",
        "010190 - 1234",
        "010190-\n1234",
        "311299-0000",
        "290200-1234",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "Hun har {}.", "({})", "CPR {}", "cpr:{},", "{}, født i Horsens", "2 {} 3"]
)
def test_a_cpr_number_is_found_however_it_is_written(number: str, around: str) -> None:
    assert told(around.format(number)) == [("cpr", number)]


@pytest.mark.parametrize(
    "number",
    [
        "01 01 90 12 34",
        "01.01.90 1234",
        "610190-1234",
        "9999999999",
        "01-01-90 1234",
        "01011990 1234",
        "010119901234",
    ],
)
@pytest.mark.parametrize(
    "word", ["CPR ", "cpr-nr. ", "CPR-nummer: ", "cpr-nummeret er ", "Personnummer: ", "person-nr. ", "CPR"]
)
def test_behind_the_word_any_ten_digits_are_a_cpr_number(number: str, word: str) -> None:
    assert told(f"Borgerens {word}{number}.") == [("cpr", number)]
    assert "cpr" not in {kind for kind, _text in told(f"Borgerens {number}.")}


@pytest.mark.parametrize(
    "text",
    [
        "320190-1234",
        "011390-1234",
        "310290-1234",
        "290201-1234",
        "000190-1234",
        "010190-123",
        "010190-12345",
        "1010190-1234",
        "010190-1234-56",
        "20-010190-1234",
        "0101901234,50",
        "0101901234 kr.",
        "kr. 0101901234",
        "ISBN 0101901234",
        "P-nr. 1003000000",
        "konto 1234 0101901234",
        "IBAN DK50 0040 0101 9012 34",
        "https://example.org/0101901234",
        "x0101901234",
    ],
)
def test_other_numbers_of_ten_digits_are_no_cpr_numbers(text: str) -> None:
    assert told(f"Der står {text} på den") == []


@pytest.mark.parametrize(
    "text",
    ["https://example.org/{}", "ane_{}_2.pdf", "Ane{}", "{}@example.org", "sagsnr. {}", "{} kr.", "ISBN {}"],
)
def test_with_a_hyphen_a_cpr_number_is_found_wherever_it_stands(text: str) -> None:
    assert told(text.format("010190-1234")) == [("cpr", "010190-1234")]


def test_without_a_hyphen_it_is_found_in_the_name_of_a_file() -> None:
    assert told("ansøgning_0101901234_2.pdf") == [("cpr", "0101901234")]


@pytest.mark.parametrize(
    "number",
    [
        "01 01 90-1234",
        "01.01.90-1234",
        "01-01-90-1234",
        "01/01/90-1234",
        "01/01/1990-1234",
        "01 01 90 - 1234",
        "01011990-1234",
        "010190\u20101234",
        "010190\u20111234",
        "010190\u20121234",
        "010190—1234",
        "010190\u20151234",
        "010190\u22121234",
        "010190\ufe581234",
        "010190\ufe631234",
        "010190\uff0d1234",
        "010190--1234",
        "010190.1234",
        "010190/1234",
        "010190  1234",
        "010190\t1234",
        "０１０１９０－１２３４",
        "０１０１９０１２３４",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "Hun har {}.", "({})", "cpr {}", "cpr nr: {},", "CPR-nummer {}", "Cpr.nr. {} og mere"]
)
def test_a_cpr_number_is_found_with_its_date_in_parts_any_dash_and_any_width(
    number: str, around: str
) -> None:
    assert told(around.format(number)) == [("cpr", number)]
    assert may_be_cpr(number)


@pytest.mark.parametrize(
    "text",
    [
        "P.nr. 1012345678",
        "p-enhed 1012345678",
        "produktionsenhed 1012345678",
        "120390 1500 patienter",
        "300624  1200 deltagere",
        "120390/1500 patienter",
        "sagsnr. 010190/1234",
        "12.03.2024 - 1500 patienter",
        "01.01.2020-2024",
        "12.03.24 1500",
        "320190—1234",
        "31.02.1990-1234",
        "01.01.1790-1234",
        "01.01-90-1234",
        "2 01 01 90-1234",
        "7\t010190\t1234",
        "010190\t1234\t5",
        "010190\t1234\t020290\t4321",
    ],
)
def test_what_may_be_two_figures_a_period_or_a_case_is_no_cpr_number(text: str) -> None:
    assert told(f"Der var {text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "født {} patienter",
        "CPR er vist: {} patienter",
        "{} og så videre",
        "{} har fået hjælp",
        "{}\npatienter",
        "{}, patienter",
    ],
)
def test_with_a_space_it_is_one_where_its_surroundings_leave_no_doubt(text: str) -> None:
    assert told(text.format("120390 1500")) == [("cpr", "120390 1500")]


def test_a_cue_further_back_than_the_number_before_says_nothing() -> None:
    assert told("cpr 010190-1234, 120390 1500 patienter") == [("cpr", "010190-1234")]
    assert told("[cpr], 120390 1500 patienter") == []


def test_two_dates_in_one_piece_are_taken_for_a_cpr_number() -> None:
    assert told("perioden 010124-0224") == [("cpr", "010124-0224")]


def test_cpr_numbers_with_dates_in_parts_are_found_behind_one_another() -> None:
    numbers = ["01 01 90-1234", "02 02 90-4321", "03/03/90-1234", "04/04/90-4321"]
    assert told("{} {} {}/{}".format(*numbers)) == [("cpr", number) for number in numbers]
    assert ("cpr", "01 01 90-1234") in told("tlf. 20 00 00 11 01 01 90-1234")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mail: ane @ example.org", "ane @ example.org"),
        ("Skriv til ane @ example.org i dag", "ane @ example.org"),
        ("<ane @ example.org>", "ane @ example.org"),
        ("ane.m @ example.org er her", "ane.m @ example.org"),
        ("Hun er ane@ example.org her", "ane@ example.org"),
        ("Ane Mønster\nane @ example.org\n", "ane @ example.org"),
    ],
)
def test_an_email_address_with_spaces_is_found_where_it_is_surely_one(text: str, address: str) -> None:
    assert told(text) == [("e-mail", address)]


@pytest.mark.parametrize("text", ["Fest @ huset.example i dag", "Vi var @ example.org"])
def test_what_is_at_a_place_is_no_email_address(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1-",
        "01 01 90-",
        "010190",
        "010190  ",
        "01.",
        "٣",
        "１",
        "—",
        "\t",
        " ",
        "01/01/1990-",
        "a@ ",
        "cpr ",
    ],
)
def test_a_text_that_repeats_one_beginning_is_looked_through_to_its_end(piece: str) -> None:
    # In more than linear time that takes many minutes.
    assert find(piece * (1_000_000 // len(piece))) == ()


def test_ten_digits_behind_a_country_are_a_telephone_number() -> None:
    assert told("+45 010190-1234") == [("telephone", "+45 010190-1234")]


def test_cpr_numbers_in_a_list_are_each_found() -> None:
    assert told("0101901234,0202901234;030390-1234/040490-1234") == [
        ("cpr", "0101901234"),
        ("cpr", "0202901234"),
        ("cpr", "030390-1234"),
        ("cpr", "040490-1234"),
    ]


def test_everything_is_found_in_its_order_with_its_place() -> None:
    text = "Ane (010190-1234) har tlf. 20 00 00 11 og ane@example.org."
    assert find(text) == (Found("cpr", 5, 16), Found("telephone", 27, 38), Found("e-mail", 42, 57))


def test_a_number_in_an_address_belongs_to_the_address() -> None:
    assert told("20000011@example.org") == [("e-mail", "20000011@example.org")]


@pytest.mark.parametrize(
    "text", ["", "Ingen tal her.", "Vi var 12 i 2024, 14 i 2025 og 3.500 i alt, dvs. 88 %."]
)
def test_an_ordinary_text_has_none(text: str) -> None:
    assert find(text) == ()


@pytest.mark.shared
def test_the_real_documents_have_no_more_than_their_contacts(shared: Path) -> None:
    kinds = {
        path.name[:3]: [one.kind for one in find(path.read_text(encoding="utf-8"))]
        for path in sorted((shared / "seeds").glob("*.txt"))
    }
    contacts = kinds.pop("001")
    assert (contacts.count("e-mail"), contacts.count("telephone"), len(contacts)) == (26, 26, 52)
    assert kinds == {"000": [], "002": [], "003": [], "004": []}


PIECES = st.sampled_from(
    [
        "0",
        "1",
        "2",
        "45",
        "00",
        "20",
        "12",
        "010190",
        "1234",
        "2021",
        "20000011",
        " ",
        " ",
        "-",
        "+",
        ".",
        ",",
        "/",
        "(",
        ")",
        "a",
        "@",
        "example.org",
        "(at)",
        "01 01 90-1234",
        "010190  1234",
        "—",
        "２",
        " patienter",
        "tlf. ",
        "cpr ",
        "kr.",
        "CVR ",
        "konto ",
        "https://",
        "DK50",
        "\n",
        "\t",
        ":",
        "[cpr]",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str) -> None:
    bounds = [bound for one in find(text) for bound in (one.start, one.end)]
    assert bounds == sorted(bounds)
    assert all(0 <= one.start < one.end <= len(text) for one in find(text))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_first_look_overlooks_nothing(text: str) -> None:
    kinds = {one.kind for one in find(text)}
    assert may_be_any(text) or not kinds
    assert may_be_cpr(text) or "cpr" not in kinds
