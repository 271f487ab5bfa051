import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.intake.emails import is_email


@pytest.mark.parametrize(
    "text", ["ane@example.org", "Ane.B-C.01@sub.example.org", "ærø@example.org", "a+b@example.co.uk"]
)
def test_an_address_is_one(text: str) -> None:
    assert is_email(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ane",
        "ane@example",
        "ane.example.org",
        "ane@@example.org",
        "@example.org",
        "ane@.org",
        "ane@example.",
        "ane@example.org, bo@example.org",
        "Ane <ane@example.org>",
        "ane@example.org\n",
        " ane@example.org",
    ],
)
def test_what_is_none_or_more_than_one_is_not(text: str) -> None:
    assert not is_email(text)


@given(st.text(alphabet="ab.", min_size=1), st.text(alphabet="ab.", min_size=1))
def test_the_host_has_a_point_inside_and_no_part_of_it_is_empty(name: str, host: str) -> None:
    assert is_email(f"{name}@{host}") == ("." in host and all(host.split(".")))
