import hashlib

import pytest

from export.sample import sample
from nominate_tui.errors import BadInput
from nominate_tui.export.manifest import Entry, entry_of, program_version, read_manifest, write_manifest

ENTRY = entry_of(b"ranking")


def written(names_in: tuple[str, ...] = ()) -> bytes:
    return write_manifest(sample().rules, {"ranking.toml": ENTRY}, names_in)


def refused(text: bytes) -> list[tuple[str, str, str]]:
    with pytest.raises(BadInput) as caught:
        read_manifest(text)
    return [(problem.where, problem.field, problem.message) for problem in caught.value.problems]


def test_it_says_who_wrote_what_from_which_seed() -> None:
    assert written().decode().splitlines() == [
        "format = 1",
        f'version = "{program_version()}"',
        'round = "2026"',
        'title = "Prisen"',
        'method = "mean"',
        'seed = "trukket"',
        "names_in = []",
        "",
        "[[file]]",
        'name = "ranking.toml"',
        "bytes = 7",
        f'sha256 = "{hashlib.sha256(b"ranking").hexdigest()}"',
    ]


def test_what_is_read_is_what_was_written() -> None:
    found = read_manifest(written(("scores.csv",)))
    assert (found.version, found.names_in, dict(found.files)) == (
        program_version(),
        ("scores.csv",),
        {"ranking.toml": Entry(7, hashlib.sha256(b"ranking").hexdigest())},
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            b"format = 1",
            b"format = 2",
            ("format", "this bundle has format 2, which this version does not know"),
        ),
        (b"format = 1\n", b"", ("format", "this bundle has format 0, which this version does not know")),
        (b"round = ", b"ruond = ", ("ruond", "the key ruond is not known here")),
        (b"bytes = 7", b"bytes = -7", ("file[1].bytes", "-7 does not fit here")),
        (
            b"bytes = 7",
            b"bytes = " + b"9" * 40,
            ("file[1].bytes", "a number of more than 30 digits does not fit here"),
        ),
        (b'sha256 = "', b'sha256 = "x', None),
        (b'"ranking.toml"', b'""', ("file[1].name", "name is empty")),
    ],
)
def test_what_is_not_as_it_must_be_is_told(old: bytes, new: bytes, expected: tuple[str, str] | None) -> None:
    (_where, field, message), *_more = refused(written().replace(old, new))
    digest = f'"x{ENTRY.sha256[:38]}…" is no SHA-256 digest'
    assert (field, message) == (expected or ("file[1].sha256", digest))


def test_a_file_that_is_named_twice_is_told() -> None:
    again = written() + b"\n" + written().partition(b"\n\n")[2]
    assert refused(again) == [("bundle.toml:15", "file[2].name", '"ranking.toml" stands here a second time')]


@pytest.mark.parametrize("text", [b"", b"\xff", b"= 3", b"x = " + b"[" * 5000, b"x = " + b"9" * 5000])
def test_what_is_no_manifest_at_all_is_told(text: bytes) -> None:
    assert refused(text)
