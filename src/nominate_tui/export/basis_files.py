"""The basis of a result as files, in the formats of a round; `reviews.csv` stands for the ballots."""

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from nominate_tui.errors import BadInput, Problem
from nominate_tui.export.basis import Basis, basis_of
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.review_reading import read_reviews
from nominate_tui.export.review_table import reviews_csv
from nominate_tui.model.deliberation import Deliberation
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.round import Round
from nominate_tui.notation.deliberation import amend_deliberation, read_deliberation
from nominate_tui.notation.nominations import read_nominations, write_nominations
from nominate_tui.notation.recusals import amend_recusals, read_recusals
from nominate_tui.notation.rules import read_rules, write_rules
from nominate_tui.notation.verdicts import amend_verdicts, read_verdicts

RULES: Final = "rules.toml"
NOMINATIONS: Final = "nominations.toml"
DUPLICATES: Final = "duplicates.toml"
RECUSALS: Final = "recusals.toml"
DELIBERATION: Final = "deliberation.toml"
REVIEWS: Final = "reviews.csv"
FILES: Final = (RULES, NOMINATIONS, DUPLICATES, RECUSALS, DELIBERATION, REVIEWS)
"""The names of the files that a result can be worked out from."""

Value = TypeVar("Value")


def basis_files(outcome: Outcome) -> Mapping[str, bytes]:
    """The files by name. `reviews.csv` also says which reviews counted, which follows from the rest."""
    round = outcome.round
    return {
        RULES: write_rules(round.rules).encode(),
        NOMINATIONS: write_nominations(round.nominations).encode(),
        DUPLICATES: amend_verdicts("", DUPLICATES, round.verdicts).encode(),
        RECUSALS: amend_recusals("", RECUSALS, round.recusals).encode(),
        DELIBERATION: amend_deliberation("", DELIBERATION, round.deliberation).encode(),
        REVIEWS: reviews_csv(outcome),
    }


def read_basis(contents: Mapping[str, bytes]) -> Basis:
    """The basis in files, which must all be there.

    Raises:
        BadInput: Something in them is not as it must be; every problem has its file and line.
    """
    problems: list[Problem] = []

    def part(read: Callable[[bytes, str], Value], name: str) -> Value | None:
        try:
            return read(contents[name], name)
        except BadInput as error:
            problems.extend(error.problems)
            return None

    rules = part(read_rules, RULES)
    nominations = part(read_nominations, NOMINATIONS) or Nominations()
    verdicts = part(read_verdicts, DUPLICATES) or ()
    recusals = part(read_recusals, RECUSALS) or ()
    deliberation = part(read_deliberation, DELIBERATION) or Deliberation()
    if rules is None or problems:
        raise BadInput(problems)
    ballots = read_reviews(contents[REVIEWS], REVIEWS, rules, nominations)
    return basis_of(Round(rules, nominations, recusals, verdicts, deliberation), ballots)
