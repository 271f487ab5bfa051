"""The folder of results: every file is whole on the disk before the first takes its place, so that a bundle is of one piece."""

from collections.abc import Mapping
from pathlib import Path

from nominate_tui.export.ranking_table import ranking_csv
from nominate_tui.export.record import ranking_toml, shortlist_toml
from nominate_tui.export.score_table import scores_csv
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.round import Round
from nominate_tui.ranking.result import Ranking
from nominate_tui.store import files


def bundle(
    round: Round, ballots: Mapping[str, Ballot], ranking: Ranking, *, with_names: bool = False
) -> Mapping[str, bytes]:
    """The files of a result by name. The same round gives the same bytes; the ranking must be the round's."""
    return {
        "shortlist.toml": shortlist_toml(round, ranking),
        "ranking.toml": ranking_toml(round, ballots, ranking),
        "ranking.csv": ranking_csv(round, ranking),
        "scores.csv": scores_csv(round, ballots, ranking, with_names=with_names),
    }


def write_bundle(
    folder: Path, round: Round, ballots: Mapping[str, Ballot], ranking: Ranking, *, with_names: bool = False
) -> tuple[Path, ...]:
    """Write the files of a result into a folder, which is made if need be; files of other names are left alone.

    The answer names the files. Jurors go by pseudonyms unless `with_names`.

    Raises:
        CannotStore: The folder cannot be written.
    """
    contents = bundle(round, ballots, ranking, with_names=with_names)
    files.make_folder(folder, parents=True)
    return files.replace_all(folder, contents)
