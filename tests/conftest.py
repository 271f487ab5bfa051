"""What all tests share."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from nominate_tui.locale import catalogue

SHARED = Path(__file__).parents[2] / "shared"

# Whoever starts the tests in the background may leave them deaf to Ctrl-C, which some of them send to themselves.
signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example takes is measured in `bench/`; on a machine that is busy it is no reason to fail.
settings.register_profile("nominate-tui", deadline=None)
settings.load_profile("nominate-tui")


@pytest.fixture
def shared() -> Path:
    """The folder of real documents and cases with known answers, which only the builders have."""
    if SHARED.is_dir():
        return SHARED
    if os.environ.get("CI"):
        pytest.fail(f"CI is set and {SHARED.name}/ is not beside the project")
    pytest.skip("../shared is not here: real documents and cases lie with the builders only")


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Every test begins and ends in English."""
    catalogue.use("en")
    yield
    catalogue.use("en")
