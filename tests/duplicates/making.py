"""Small rounds for the tests of duplicates, in words of our own."""

from collections.abc import Mapping

from nominate_tui.model.nomination import Nomination, Nominations

GARDEN = (
    "Every Tuesday the patients of the ward walk down to the kitchen garden, where two volunteers from the village "
    "show them how to sow, water and harvest beans, and afterwards they cook a small meal together."
)
"""A text of 36 words."""

CHOIR = (
    "A choir meets in the chapel after supper; nobody has to read music, and whoever cannot stand may sing from a "
    "bed that the porters wheel in, so that visitors and patients end the day with the same three songs."
)
"""A text of 40 words that shares no five in a row with the garden's."""

BICYCLES = (
    "Retired mechanics repair bicycles that were left at the station, and lend them to people who come out of "
    "treatment and have a long way to work, to school or to the pharmacy."
)
"""A text of 32 words that shares no five in a row with the others."""


def nomination(
    id: str, title: str, organisation: str = "", responsible: str = "", text: str | Mapping[str, str] = ""
) -> Nomination:
    """A nomination with one answer, or with the answers given."""
    answers = {"purpose": text} if isinstance(text, str) else text
    return Nomination(id, title, organisation, responsible, answers=answers)


def round_of(*nominations: Nomination) -> Nominations:
    """Nominations in their order."""
    return Nominations(nominations)
