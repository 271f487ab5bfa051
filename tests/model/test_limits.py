"""The limits of an intake as a value."""

from dataclasses import asdict

from nominate_tui.model.limits import BOUNDS, Limits


def test_megabytes_are_a_million_bytes() -> None:
    limits = Limits(document_mb=3, unpacked_mb=7)
    assert (limits.document_bytes, limits.unpacked_bytes) == (3_000_000, 7_000_000)


def test_every_limit_has_bounds_and_its_default_lies_within() -> None:
    assert list(BOUNDS) == list(asdict(Limits()))
    assert [key for key, value in asdict(Limits()).items() if value not in BOUNDS[key]] == []
