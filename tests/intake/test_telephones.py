import pytest

from nominate_tui.intake.personal_data import find


def telephones(text: str) -> list[str]:
    found = find(text)
    assert all(one.kind == "telephone" for one in found)
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    "number",
    [
        "12345678",
        "20 00 00 11",
        "20.00.00.11",
        "20-00-00-11",
        "2000 0011",
        "20 000 011",
        "20\u00a000\u00a000\u00a011",
        "45 20 00 00 11",
        "4520000011",
        "+45 20 00 00 11",
        "+4520000011",
        "+45 2000 0011",
        "+45-20-00-00-11",
        "(+45) 20 00 00 11",
        "0045 20000011",
        "004520000011",
        "+44 (0)20 7946 0000",
        "+46 70-000 00 00",
        "+358 9 000 0000",
        "0046 70 000 00 00",
        "00 45 20 00 00 11",
        "２０００００１１",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "Ring til {}.", "({})", "Ane: {}, hele dagen", "nu\n{}\ni dag", "“{}”"]
)
def test_a_telephone_number_is_found_whole_however_it_is_grouped(number: str, around: str) -> None:
    assert telephones(around.format(number)) == [number]


@pytest.mark.parametrize(
    "word",
    [
        "tlf. ",
        "Tlf.: ",
        "tlf ",
        "Tel. ",
        "telefon ",
        "Telefonnr. ",
        "telefonnummer: ",
        "telefonnummeret er ",
        "Mobil: ",
        "mobil-nr. ",
        "mob. ",
        "phone ",
        "Phone number: ",
        "Telephone: ",
        "cell ",
        "SMS til ",
        "Ring på ",
        "Tlf",
        "fax ",
    ],
)
@pytest.mark.parametrize(
    "number",
    [
        "2000-0011",
        "200 00 011",
        "200 000 11",
        "2000 00 11",
        "20 00 0011",
        "20/00/00/11",
        "10 20 30 40",
        "20212024",
        "2021 2022",
        "14 14 14 14",
    ],
)
def test_a_word_for_telephone_says_what_rare_groups_years_and_rows_are(word: str, number: str) -> None:
    assert telephones(f"Kontakt: {word}{number}.") == [number]
    assert telephones(f"Kontakt: {number}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "20000011, 20000012",
        "20000011/20000012",
        "20 00 00 11 / 20 00 00 12",
        "20000011 20000012",
        "+4520000011+4520000012",
    ],
)
def test_two_numbers_are_two(text: str) -> None:
    assert len(telephones(text)) == 2


@pytest.mark.parametrize(
    "amount",
    [
        "262.500",
        "1.250.000",
        "12.345.678",
        "+12.500.000",
        "12 345 678 kr.",
        "12 345 678 kroner",
        "kr. 12 345 678",
        "DKK 12345678",
        "20000011 kr.",
        "€ 20 000 011",
        "20000011,50",
        "0,20000011",
        "20000011 %",
        "20 000 011 mio.",
        "20000011,-",
        "+12 345 678 kr.",
        "1 234 567 890",
        "tlf. 20 000 011 kr.",
        "22 345 678 borgere",
        "20000011 patienter",
        "20000000 timer",
        "20000011 m2",
        "20 000 011 visninger",
        "1000 2000",
        "2500 3500",
        "10 20 30 40",
        "beløbet 20000011",
    ],
)
def test_an_amount_is_none(amount: str) -> None:
    assert telephones(f"Det kostede {amount} i alt") == []


@pytest.mark.parametrize(
    "time",
    [
        "2021-2024",
        "2021–2024",
        "2021 2022",
        "20212024",
        "2026 2027 2028 2029",
        "1998 2004",
        "2021/2022 2023/2024",
        "12.03.2024",
        "2024-03-12",
        "20240312",
        "12032024",
        "12/03/2024",
        "12 03 2024",
        "01-09-2023",
        "kl. 1000 1600",
        "10.00-12.30",
        "Mobil 2021-2024",
        "telefon 12.03.2024",
        "telefon 2024-03-12",
        "telefon 12 03 2024",
        "telefon 2024 03 12",
    ],
)
def test_years_dates_and_times_are_none(time: str) -> None:
    assert telephones(f"Det varede {time} hos os") == []


def test_eight_digits_that_only_look_like_a_date_are_one() -> None:
    assert telephones("Ring 20241345, eller 31022024") == ["20241345", "31022024"]


@pytest.mark.parametrize(
    "row", ["14 14 14 14", "12 12 13 14", "20 22 24 26", "20 00 00 11 20 00", "2 20 00 00 11"]
)
def test_a_row_of_figures_is_none(row: str) -> None:
    assert telephones(f"Stillinger {row}") == []


@pytest.mark.parametrize(
    "number",
    [
        "CVR 20000011",
        "CVR-nr. 20 00 00 11",
        "CVR: DK20000011",
        "SE-nr. 20000011",
        "EAN 5790001234567",
        "EAN 5790 0012 34567",
        "EAN-nummer: 5790001234567",
        "GLN 5790001234567",
        "ISBN 978-87-000-0000-0",
        "ISSN 2000-0011",
        "PMID 20000011",
        "konto 1234 20000011",
        "reg.nr. 1234 20000011",
        "IBAN DK5000400440116243",
        "DK50 0040 0440 1162 43",
        "NO93 8601 1117 947",
        "CVR/SE 20000011",
        "cvr-nummeret 20000011",
        "cvr-nummeret er 20000011",
        "lov nr. 20000011",
        "projektnr. 20000011",
        "bevilling 20000011",
        "postnr 2100 2200",
        "sagsnr. 20000011",
        "j.nr. 20000011",
        "ordre nr. 20000011",
        "faktura 20000011",
        "side 2000 0011",
        "id: 20000011",
        "2024-20000011",
        "REF-20000011",
        "A20000011",
        "#20000011",
    ],
)
def test_a_number_of_something_else_is_none(number: str) -> None:
    assert telephones(f"Det står på {number} hos os") == []


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/20000011",
        "www.example.org/?nr=20000011",
        "20000011.pdf",
        "v1.20000011",
        "200000112",
        "2000001",
        "2100 København Ø",
        "112",
        "1813",
        "s. 12-34",
        "020 00 00 11",
        "00 00 00 11",
    ],
)
def test_a_part_of_something_longer_or_shorter_is_none(text: str) -> None:
    assert telephones(text) == []


def test_a_row_in_cells_or_on_lines_of_its_own_is_none() -> None:
    assert telephones("20\t00\t00\t11") == []
    assert telephones("20\n00\n00\n11") == []


@pytest.mark.parametrize("text", ["20000011kl.10", "tlf. 20000011kl. 10-12", "Ring 20000011kl 9"])
def test_a_time_of_day_may_be_joined_to_a_number(text: str) -> None:
    assert telephones(text) == ["20000011"]


@pytest.mark.parametrize("text", ["20000011klub", "20000011k", "20000011kl"])
def test_another_word_may_not(text: str) -> None:
    assert telephones(text) == []
