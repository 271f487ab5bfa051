"""What is said of documents whose reading was given up."""

import pytest

from nominate_tui.intake.beyond import crashed, own_mistake, place_of, raised, too_hungry, too_large, too_slow
from nominate_tui.model.limits import Limits


def test_a_limit_is_raised_in_the_round_or_for_once() -> None:
    assert raised("seconds", 60) == (
        "if you trust the document, write seconds = 60 under [intake] in scoring.toml, or add --limit seconds=60"
    )


def test_no_more_is_proposed_than_can_be_set() -> None:
    assert too_slow("a.pdf", Limits(seconds=3_000)).todo == raised("seconds", 3_600)
    assert too_hungry("a.pdf", Limits(memory_mb=64_000)).todo == raised("memory_mb", 64_000)


@pytest.mark.parametrize(("size", "told"), [(20_000_001, 21), (21_000_000, 21), (2_000_000_000, 2_000)])
def test_megabytes_are_rounded_up_and_the_limit_proposed_is_enough(size: int, told: int) -> None:
    problem = too_large("a.pdf", size, Limits())
    assert problem.message == f"the document has {told} MB, and at most 20 MB are read"
    assert problem.todo == raised("document_mb", told)


def test_a_document_that_no_limit_lets_in_is_to_be_divided() -> None:
    assert too_large("a.pdf", 2_000_000_001, Limits()).todo == (
        "divide it into several documents, and take in all of them at once"
    )


def test_seconds_are_told_in_their_number() -> None:
    assert too_slow("a.pdf", Limits(seconds=1)).message == (
        "reading the document took longer than 1 second and was given up"
    )
    assert too_slow("a.pdf", Limits()).message == (
        "reading the document took longer than 10 seconds and was given up"
    )


def test_a_crash_is_told_with_the_memory_that_may_have_been_missing() -> None:
    assert str(crashed("a.pdf", "signal SIGABRT", Limits())) == (
        "a.pdf: the document brought the process that reads documents to its end (signal SIGABRT)"
        " → save the document anew in the program that made it, or as plain text, and take that in;"
        f" it may have needed more memory, and {raised('memory_mb', 10_000)}"
    )


def test_a_mistake_is_told_by_its_line_without_the_folders_of_this_machine() -> None:
    assert place_of("/home/anna/nominate_tui/intake/readers/pdf.py", 12) == "pdf.py:12"
    assert str(own_mistake("a.pdf", "KeyError", "pdf.py:12")) == (
        "a.pdf: the document cannot be read, by a mistake of this program (KeyError at pdf.py:12)"
        " → report this line to the makers of the program; until it is mended, save the document anew in the"
        " program that made it, or as plain text, and take that in"
    )
