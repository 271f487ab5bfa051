import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.reach import emails, given_telephones, telephones, without_reach


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna.Holm@North.example", {"anna.holm@north.example"}),
        ("Write to <a@b.example>, or c-d@e-f.example.", {"a@b.example", "c-d@e-f.example"}),
        ("anna@", set()),
        ("@north", set()),
        ("nothing", set()),
    ],
)
def test_addresses_are_read_in_lower_case(text: str, found: set[str]) -> None:
    assert emails(text) == found


@pytest.mark.parametrize(
    "written",
    [
        "20000011",
        "20 00 00 11",
        "2000 0011",
        "20-00-00-11",
        "+4520000011",
        "+45 20 00 00 11",
        "(+45) 2000 0011",
        "0045 20000011",
        "tlf.: 20000011, hverdage",
        "tlf. 20/00/00/11",
    ],
)
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert telephones(written) == {"20000011"}


def test_numbers_of_other_countries_are_read_with_what_stands_before_them() -> None:
    assert telephones("310/246-1501 or 310-246-1501") == {"3102461501"}
    assert telephones("+46 70 000 00 11") == telephones("0046 70 0000011") == {"46700000011"}


@pytest.mark.parametrize(
    "text",
    [
        "01-09-2023",
        "1. 10. 2023",
        "2023-09-01",
        "2022-2023",
        "2022/2023",
        "2022 2023",
        "20230901",
        "12.500.000 kr.",
        "12 500 000",
        "010190-1234",
        "1234567",
        "123456789012345",
        "no. x20000011",
        "20000011x",
        "open 08.00-16.00, and 07.30 - 15.30",
        "31.12.2022-01.01.2023",
        "01.09.22 - 01.09.23",
        "2021/22 2022/23",
        "10.000-20.000 kr.",
        "1000-2000 borgere",
        "1234-5678 km",
        "blodtryk 120/80 130/85",
        "40 50 60 70 procent",
        "12-13-14-15",
        "CVR 20000011",
        "EAN 5790001234567",
        "sagsnr. 20231144",
        "",
    ],
)
def test_dates_years_amounts_and_other_numbers_are_none(text: str) -> None:
    assert telephones(text) == frozenset()


def test_numbers_with_their_area_are_read_in_their_own_countries() -> None:
    assert telephones("020 7946 0958 or 070-000 00 11 or (310) 246-1501") == {
        "2079460958",
        "700000011",
        "3102461501",
    }


def test_in_a_field_for_it_a_number_may_be_written_in_any_way() -> None:
    assert given_telephones("200.00/011") == given_telephones("20000011 (work)") == {"20000011"}
    assert given_telephones("ask Anna, 1234567") == frozenset()


def test_a_long_run_of_signs_that_an_address_could_begin_with_takes_linear_time() -> None:
    assert emails("a." * 200_000 + " @ b@c.example") == {"b@c.example"}


def test_digits_that_are_no_day_may_be_a_number() -> None:
    assert telephones("20239901") == {"20239901"}


def test_a_text_is_shown_without_addresses_and_numbers() -> None:
    text = "Anna Holm, anna@north.example, 20 00 00 11, since 01-09-2023"
    assert without_reach(text) == "Anna Holm, …, …, since 01-09-2023"


@given(st.text(alphabet="0123456789 -./+()@ab", max_size=60))
def test_nothing_is_left_to_reach_anybody_by(text: str) -> None:
    left = without_reach(text)
    assert emails(left) == frozenset()
    assert telephones(left) <= telephones(text)
