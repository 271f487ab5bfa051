"""Who stands behind the pseudonyms in a table of scores with names, as far as the table itself tells."""

import csv
import io
from collections.abc import Mapping

from nominate_tui.export.outcome import Outcome
from nominate_tui.export.score_table import COLUMNS, NAME, Named, scores_csv
from nominate_tui.export.table import as_written, delimiter


def names_in_table(data: bytes, outcome: Outcome) -> Mapping[str, Named] | None:
    """The jurors by pseudonym, each as in the first of the rows that are that juror's; `None` in a table without names.

    Which rows are whose is known from the table under pseudonyms, whose rows stand in the same order. A juror without
    a score is in neither.
    """
    parted_by = delimiter(outcome.round.rules.language)
    rows = _rows(data, parted_by)
    if not rows or tuple(rows[0]) != (*COLUMNS, NAME):
        return None
    found = {juror.id: Named(juror.id, juror.id) for juror in outcome.round.rules.jurors}
    anonymous = _rows(scores_csv(outcome), parted_by)
    told: dict[str, Named] = {}
    for row, other in zip(rows[1:], anonymous[1:], strict=False):
        if len(row) == len(rows[0]):
            told.setdefault(other[0], Named(as_written(row[0]), as_written(row[-1])))
    return found | told


def _rows(data: bytes, parted_by: str) -> list[list[str]]:
    """The rows of a table; none where it is none."""
    try:
        return list(
            csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=parted_by, strict=True)
        )
    except (UnicodeDecodeError, csv.Error):
        return []
