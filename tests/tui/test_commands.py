"""The words of the line of keys are short, so that many of them fit."""

import pytest

from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.tui.commands import CHAIR, EVERYWHERE, JUROR, TRYING


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_every_word_of_the_line_of_keys_has_twelve_letters_at_most(language: str) -> None:
    catalogue.use(language)
    labels = {_(command.label) for command in (*JUROR, *CHAIR, *TRYING, *EVERYWHERE) if command.footer}
    assert {label for label in labels if len(label) > 12} == set()
