import hashlib
from dataclasses import fields, is_dataclass
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.labelled import sample
from duplicates.late_rounds import kept_of
from nominate_tui.duplicates.fingerprint import fingerprint
from nominate_tui.duplicates.index_file import read_index, write_index
from nominate_tui.model.rules import DuplicateRules

ROUND = sample().nominations
MADE_FROM = fingerprint(ROUND, DuplicateRules(), sample().contacts)
INDEX = kept_of(ROUND, {"3"}, sample().contacts)[1].index
FILE = write_index(MADE_FROM, INDEX)


def assert_same(one: object, other: object) -> None:
    assert type(one) is type(other) or not isinstance(one, np.ndarray)
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        assert one.dtype == other.dtype
        assert one.tolist() == other.tolist()
    elif is_dataclass(one):
        for field in fields(one):
            assert_same(getattr(one, field.name), getattr(other, field.name))
    else:
        assert one == other or [*map(list, one)] == other  # type: ignore[call-overload]


def sealed(content: bytes) -> bytes:
    """What begins as the program's file does, with a digest that fits."""
    begin = FILE[: FILE.index(b"\n") + 1]
    return begin + hashlib.sha256(content).digest() + content


def packed(**arrays: object) -> bytes:
    file = BytesIO()
    np.savez(file, **arrays)  # type: ignore[arg-type]
    return sealed(file.getvalue())


def test_what_was_written_is_read_again() -> None:
    found = read_index(FILE)
    assert found is not None
    assert found[0] == MADE_FROM
    assert_same(INDEX, found[1])


def test_nothing_of_contacts_is_written() -> None:
    said = {word for each in sample().contacts for word in (each.email, each.telephone) if word}
    assert said
    assert not [word for word in said if word.encode() in FILE]


@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed(place: int, by: int) -> None:
    changed = bytearray(FILE)
    changed[place] ^= by
    assert read_index(bytes(changed)) is None


@given(st.integers(0, len(FILE) - 1))
def test_of_a_file_that_was_cut_off_nothing_is_read(end: int) -> None:
    assert read_index(FILE[:end]) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        sealed(b""),
        sealed(b"PK no archive"),
        packed(),
        packed(lists=np.frombuffer(b"{}", np.uint8)),
        packed(lists=np.frombuffer(b'{"made_from": ["a", "b", [], ""]}', np.uint8)),
        packed(lists=np.frombuffer(b"[1, 2", np.uint8)),
        packed(lists=np.array([{"made_from": ()}], object)),
        sealed(FILE),
    ],
)
def test_what_the_program_has_not_written_is_no_file(content: bytes) -> None:
    assert read_index(content) is None
