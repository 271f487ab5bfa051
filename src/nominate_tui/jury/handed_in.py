"""Reads what jurors hand in, ballots and score tables, and checks all of it against the round."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nominate_tui.errors import BadInput, Problem
from nominate_tui.jury.score_table import TableRow, misfits, read_score_table
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.round import Round
from nominate_tui.notation.ballot import read_ballot
from nominate_tui.notation.clean import clean_line
from nominate_tui.notation.toml import parse
from nominate_tui.store.strays import owner_of_copy


@dataclass(slots=True)
class HandedIn:
    """Everything that was handed in, while it is read."""

    ballots: list[tuple[str, Ballot]] = field(default_factory=list)
    """Each with the name of its file."""
    rows: list[TableRow] = field(default_factory=list)
    """Of all score tables."""
    problems: list[Problem] = field(default_factory=list)

    def jurors(self, round: Round) -> tuple[str, ...]:
        """Whose ballots are in it, in the order of the jury."""
        named = {row.juror for row in self.rows} | {ballot.juror for _name, ballot in self.ballots}
        return tuple(juror.id for juror in round.rules.jurors if juror.id in named)


def read_handed_in(round: Round, files: Iterable[Path]) -> HandedIn:
    """What is in the files: a ballot where the name ends in `.toml`, otherwise a score table.

    Raises:
        BadInput: Something is wrong in one of them; every problem is in it, warnings too.
    """
    read = HandedIn()
    named = list(files)
    names = Counter(file.name for file in named)
    for file in named:
        try:
            _read(read, round, clean_line(str(file) if names[file.name] > 1 else file.name), _bytes(file))
        except BadInput as bad:
            read.problems += bad.problems
    read.problems += _contradictions(read.rows)
    read.problems += _twice(read.ballots)
    if any(problem.severity == "error" for problem in read.problems):
        raise BadInput(read.problems)
    return read


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=error.strerror or error)
        raise BadInput(
            [Problem("error", str(file), "", message, _("check its name and your rights"))]
        ) from error


def _read(read: HandedIn, round: Round, name: str, data: bytes) -> None:
    if name.casefold().endswith(".toml"):
        ballot = _ballot(round, name, data)
        read.ballots.append((name, ballot))
        read.problems += _misnamed(round, name, ballot)
        return
    table = read_score_table(name, data)
    read.rows += table.rows
    read.problems += table.problems
    read.problems += (problem for row in table.rows for problem in _strange(round, row))


def _ballot(round: Round, name: str, data: bytes) -> Ballot:
    """The ballot in a file that may have any name: it is the juror's who is named in it."""
    named = parse(data, name).get("juror")
    if isinstance(named, str) and round.rules.juror(named) is None:
        raise BadInput([_no_juror(round, name, named)])
    juror = named if isinstance(named, str) else ""
    return read_ballot(data, name, juror, round.rules, round.nominations)


def _misnamed(round: Round, name: str, ballot: Ballot) -> Iterator[Problem]:
    """What is strange about a ballot in a file of that name."""
    jurors = {juror.id for juror in round.rules.jurors}
    stem = Path(name).stem.casefold()
    if stem == ballot.juror:
        return
    if stem in jurors:
        message = _("the file is called after {other}, and the ballot in it says that it is {juror}'s")
        todo = _("ask whose it is, and name the file or its `juror` accordingly")
        yield Problem("error", name, "juror", message.format(other=stem, juror=ballot.juror), todo)
    elif owner := owner_of_copy(stem, jurors):
        message = _("by its name, this is a copy of {juror}'s ballot").format(juror=owner)
        yield Problem("warning", name, "", message, _("see that it is the one that is meant"))


def _twice(ballots: Iterable[tuple[str, Ballot]]) -> Iterator[Problem]:
    """Ballots of one juror in two files."""
    first: dict[str, str] = {}
    for name, ballot in ballots:
        if ballot.juror in first:
            message = _("this is a ballot of {juror}, and so is {file}")
            told = message.format(juror=ballot.juror, file=first[ballot.juror])
            todo = _("hand in only one of the two, unless this one is the later")
            yield Problem("warning", name, "juror", told, todo)
        first[ballot.juror] = name


def _strange(round: Round, row: TableRow) -> Iterator[Problem]:
    """What a line of a table has that the round does not."""
    rules = round.rules
    if rules.juror(row.juror) is None:
        yield _no_juror(round, row.where, row.juror)
    if row.nomination not in round.nominations:
        message = _("there is no nomination {id}").format(id=row.nomination)
        yield Problem("error", row.where, "nomination", message, _("correct the id, or take the line out"))
    yield from misfits(row, rules)


def _no_juror(round: Round, where: str, juror: str) -> Problem:
    known = ", ".join(member.id for member in round.rules.jurors)
    message = _("{juror} is not a juror of this round").format(juror=clean_line(juror))
    return Problem("error", where, "juror", message, _("write one of: {words}").format(words=known))


def _contradictions(rows: Iterable[TableRow]) -> Iterator[Problem]:
    """Lines that give one place two scores."""
    first: dict[tuple[str, str, str], TableRow] = {}
    for row in rows:
        before = first.setdefault((row.juror, row.nomination, row.criterion), row)
        if before.score != row.score:
            message = _("{before} stands here already, with {score} at {where}").format(
                before=f"{row.juror}, {row.nomination}, {row.criterion}",
                score=before.score,
                where=before.where,
            )
            yield Problem("error", row.where, "score", message, _("take one of the two lines out"))
