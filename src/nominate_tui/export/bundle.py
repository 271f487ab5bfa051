"""The folder of results: every file is whole on the disk before the first takes its place, so that a bundle is of one piece."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from nominate_tui.errors import BadInput
from nominate_tui.export.basis import basis_of
from nominate_tui.export.basis_files import FILES as BASIS_FILES
from nominate_tui.export.basis_files import basis_files, read_basis
from nominate_tui.export.manifest import MANIFEST, Entry, entry_of, read_manifest, write_manifest
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.page import result_html
from nominate_tui.export.ranking_table import ranking_csv
from nominate_tui.export.record import ranking_toml, shortlist_toml
from nominate_tui.export.score_table import Named, scores_csv
from nominate_tui.export.workbook import result_xlsx
from nominate_tui.locale.catalogue import speaking
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Rules
from nominate_tui.ranking.pseudonyms import pseudonyms
from nominate_tui.store import files

SCORES: Final = "scores.csv"
RESULT_FILES: Final = (
    "result.html",
    "result.xlsx",
    "shortlist.toml",
    "ranking.toml",
    "ranking.csv",
    SCORES,
)
"""The names of the files that tell a result."""
FILES: Final = (*RESULT_FILES, *BASIS_FILES, MANIFEST)
"""The names of all files of a bundle."""


def bundle(round: Round, ballots: Mapping[str, Ballot], *, with_names: bool = False) -> Mapping[str, bytes]:
    """The files of a result by name, the manifest last. The same round gives the same bytes.

    The result is worked out from the files of its basis, as whoever verifies it does.

    Raises:
        NotAllowed: The method of the round cannot be used with these reviews.
        BadInput: The round is such that no program could read it again.
    """
    written = basis_files(Outcome(basis_of(round, ballots)))
    return contents(Outcome(read_basis(written)), named(round.rules) if with_names else None)


def contents(outcome: Outcome, names: Mapping[str, Named] | None = None) -> Mapping[str, bytes]:
    """The files of a result that was worked out; `names` (by pseudonym) are told in the table of scores alone.

    Raises:
        NotAllowed: The method of the round cannot be used with these reviews.
    """
    outcome.ranking.must_hold()
    with speaking(outcome.round.rules.language):
        made = {
            "result.html": result_html(outcome),
            "result.xlsx": result_xlsx(outcome),
            "shortlist.toml": shortlist_toml(outcome),
            "ranking.toml": ranking_toml(outcome),
            "ranking.csv": ranking_csv(outcome.round, outcome.ranking, outcome.certainty),
            SCORES: scores_csv(outcome, names),
            **basis_files(outcome),
        }
    entries = {name: entry_of(content) for name, content in made.items()}
    return {**made, MANIFEST: write_manifest(outcome.round.rules, entries, names_in(names))}


def names_in(names: Mapping[str, Named] | None) -> tuple[str, ...]:
    """The files in which jurors stand by name, where names are asked for."""
    return (SCORES,) if names else ()


def write_bundle(
    folder: Path, round: Round, ballots: Mapping[str, Ballot], *, with_names: bool = False
) -> tuple[Path, ...]:
    """Write the files of a result into a folder, which is made if need be; files that are no result are left alone.

    The answer names the files. Jurors go by pseudonyms unless `with_names`. What an older bundle in that folder has
    beyond these files is taken away.

    Raises:
        NotAllowed: The method of the round cannot be used with these reviews.
        CannotStore: The folder cannot be written.
    """
    made = bundle(round, ballots, with_names=with_names)
    files.make_folder(folder, parents=True)
    left_over = _left_over(folder, made)
    written = files.replace_all(folder, made)
    for path in left_over:
        with files.telling(path):
            path.unlink(missing_ok=True)
    return written


def named(rules: Rules) -> Mapping[str, Named]:
    """Who each juror is, by pseudonym."""
    ids = pseudonyms(rules)
    return {ids[juror.id]: Named(juror.id, juror.name) for juror in rules.jurors}


def _left_over(folder: Path, made: Mapping[str, bytes]) -> tuple[Path, ...]:
    """The files that an older bundle wrote and the new one has not; one that was changed since is somebody's own."""
    try:
        older = read_manifest(files.read(folder / MANIFEST) or b"")
    except BadInput:
        return ()
    unused = [folder / name for name in older.files if name not in made and Path(name).name == name]
    return tuple(path for path in unused if _is_as_written(path, older.files[path.name]))


def _is_as_written(path: Path, entry: Entry) -> bool:
    return path.is_file() and not path.is_symlink() and entry_of(files.read(path) or b"") == entry
