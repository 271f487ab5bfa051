"""A round in a folder: text files that a person may read, mail, put under git and mend by hand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from nominate_tui.errors import BadInput, CannotStore, Problem
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.conflict import Recusal
from nominate_tui.model.deliberation import Deliberation
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Contact, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Rules
from nominate_tui.notation.ballot import read_ballot, write_ballot
from nominate_tui.notation.contacts import read_contacts, write_contacts
from nominate_tui.notation.deliberation import amend_deliberation, read_deliberation
from nominate_tui.notation.nominations import read_nominations, write_nominations
from nominate_tui.notation.reader import is_identifier
from nominate_tui.notation.recusals import amend_recusals, read_recusals
from nominate_tui.notation.rules import read_rules
from nominate_tui.notation.toml import KeyPath, decoded
from nominate_tui.notation.verdicts import amend_verdicts, read_verdicts
from nominate_tui.notation.wording import shown
from nominate_tui.store import files
from nominate_tui.store.contract import Collected, Seen
from nominate_tui.store.holding import FileHold, hold, hold_nominations
from nominate_tui.store.names import (
    BALLOTS,
    COMPARED,
    CONTACTS,
    DELIBERATION,
    INDEX,
    NOMINATIONS,
    NOMINATIONS_LOCK,
    RECUSALS,
    RULES,
    VERDICTS,
)
from nominate_tui.store.strays import SET_ASIDE, strays

# The same bytes are read again, for each ballot or before they are written; what was read of them is kept.
_rules_in = lru_cache(maxsize=4)(read_rules)
_nominations_in = lru_cache(maxsize=4)(read_nominations)
_contacts_in = lru_cache(maxsize=2)(read_contacts)


class FolderStore:
    """Keeps the promise of `contract.Store` with the files of a folder.

    Addresses of problems name files from the folder on: `data/ballots/anna.toml:12`.
    """

    def __init__(self, path: Path) -> None:
        """Take a folder; nothing is read yet."""
        self._root = path
        self._aside: dict[str, Path] = {}
        """Where this session set ballots aside, by juror."""

    # Reading

    def rules(self) -> Rules:
        """The rules of the round.

        Raises:
            CannotStore: The folder is no round.
            BadInput: The rules are not as they must be.
        """
        content = self._read(RULES)
        if content is None:
            raise CannotStore(
                _("this folder is no round: it has no {file}").format(file=RULES),
                str(self._root),
                _("`nominate-tui new FOLDER` makes one; or name the folder of a round"),
            )
        return _rules_in(content, RULES)

    def round(self) -> Round:
        """Everything that everybody may see; the problems of all its files are told at once."""
        try:
            return Round(
                self.rules(), self.nominations(), self._recusals(), self._verdicts(), self._deliberation()
            )
        except BadInput:
            raise BadInput(self._file_problems()) from None

    def nominations(self) -> Nominations:
        """What is judged; none before the first intake."""
        return _nominations_in(self._read(NOMINATIONS) or b"", NOMINATIONS)

    def contacts(self) -> tuple[Contact, ...]:
        """How to reach those who nominated."""
        return _contacts_in(self._read(CONTACTS) or b"", CONTACTS)

    def ballot(self, juror: str) -> Seen:
        """One juror's ballot; no other file of a juror is read."""
        rules = self.rules()
        if rules.juror(juror) is None:
            raise BadInput([_no_juror(juror, rules)])
        content = self._read(_ballot_name(juror))
        if content is None:
            return Seen(Ballot(rules.id, juror), "")
        ballot = read_ballot(content, _ballot_name(juror), juror, rules, self.nominations())
        return Seen(ballot, files.mark(content))

    def ballots(self) -> Collected:
        """Every juror's ballot that can be read, and what is wrong with the others."""
        rules = self.rules()
        self.nominations()  # where these cannot be read, no ballot is to blame
        problems: list[Problem] = []
        ballots = {}
        for juror in rules.jurors:
            try:
                seen = self.ballot(juror.id)
            except BadInput as error:
                problems += error.problems
            except CannotStore as error:
                problems.append(Problem("error", _ballot_name(juror.id), "", error.message, error.todo))
            else:
                ballots.update({juror.id: seen.ballot} if seen.mark else {})
        problems += strays(self._ballot_files(), BALLOTS, {juror.id for juror in rules.jurors})
        return Collected(ballots, tuple(problems))

    def compared(self) -> str | None:
        """What was kept of comparing the nominations; `None` where nothing is, or no text."""
        try:
            return (self._read(COMPARED) or b"").decode() or None
        except UnicodeDecodeError:
            return None

    def settled_problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong in the round but in its ballots, file by file."""
        return (*self._file_problems(), *self._misfits())

    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong in the round, file by file."""
        problems = list(self._file_problems())
        ballots: Mapping[str, Ballot] = {}
        if not _problems_of(self.rules) and not _problems_of(self.nominations):
            collected = self.ballots()
            ballots = collected.ballots
            problems += collected.problems
        return (*problems, *self._misfits(ballots))

    # Writing

    def save_ballot(self, ballot: Ballot, mark: str) -> str:
        """Keep a ballot in its file, whole and synced; the answer is the new mark."""
        return self._write(_ballot_name(ballot.juror), write_ballot(ballot), mark)

    def set_aside(self, ballot: Ballot) -> str:
        """Keep a ballot beside the stored one; the answer is the path of its file."""
        path = self._aside.get(ballot.juror) or self._free(ballot.juror)
        name = path.relative_to(self._root).as_posix()
        self._write(name, write_ballot(ballot), files.mark(files.read(path)))
        self._aside[ballot.juror] = path
        return str(path)

    def hold(self, juror: str) -> FileHold:
        """Take the right to write a juror's ballot."""
        return hold(self._writable(f"{BALLOTS}/.{_checked(juror)}.lock"), juror)

    def hold_nominations(self) -> FileHold:
        """Take the right to write the nominations, as soon as another intake is done."""
        return hold_nominations(self._writable(NOMINATIONS_LOCK))

    def save_nominations(self, nominations: Nominations, contacts: Iterable[Contact]) -> None:
        """Keep nominations and contacts in the place of those stored; contacts first."""
        self._write(CONTACTS, write_contacts(contacts), files.mark(self._read(CONTACTS)))
        self._write(NOMINATIONS, write_nominations(nominations), files.mark(self._read(NOMINATIONS)))

    def save_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        """Keep these verdicts in the place of those stored; a person's comments stay."""
        self._amend(VERDICTS, lambda content: amend_verdicts(content, VERDICTS, verdicts))

    def keep_compared(self, text: str) -> None:
        """Keep what was found by comparing the nominations, in the place of what is kept."""
        self._write(COMPARED, text, files.mark(self._read(COMPARED)))

    def compared_index(self) -> bytes | None:
        """What was kept so that a large round need not be read again, as it was given; `None` where nothing is."""
        return self._read(INDEX)

    def keep_compared_index(self, content: bytes | None) -> None:
        """Keep that in the place of what is kept, whatever it was; `None` leaves nothing."""
        path = self._writable(INDEX)
        if content is None:
            files.remove(path)
        else:
            files.replace_all(path.parent, {path.name: content})

    def save_recusals(self, recusals: Iterable[Recusal]) -> None:
        """Keep these recusals in the place of those stored; a person's comments stay."""
        self._amend(RECUSALS, lambda content: amend_recusals(content, RECUSALS, recusals))

    def save_deliberation(self, deliberation: Deliberation) -> None:
        """Keep these decisions in the place of those stored; a person's comments stay."""
        self._amend(DELIBERATION, lambda content: amend_deliberation(content, DELIBERATION, deliberation))

    # The files

    def _recusals(self) -> tuple[Recusal, ...]:
        return read_recusals(self._read(RECUSALS) or b"", RECUSALS)

    def _verdicts(self) -> tuple[Verdict, ...]:
        return read_verdicts(self._read(VERDICTS) or b"", VERDICTS)

    def _deliberation(self) -> Deliberation:
        return read_deliberation(self._read(DELIBERATION) or b"", DELIBERATION)

    def _file_problems(self) -> Iterator[Problem]:
        yield from _problems_of(self.rules)
        yield from _problems_of(self.nominations)
        yield from _problems_of(self.contacts)
        yield from _problems_of(self._verdicts)
        yield from _problems_of(self._recusals)
        yield from _problems_of(self._deliberation)

    def _misfits(self, ballots: Mapping[str, Ballot] | None = None) -> Iterator[Problem]:
        """What does not fit together in a round whose files can be read."""
        # Imported here: jurors never ask how the parts fit together.
        from nominate_tui.store.checks import check, check_parts, check_reading

        if not _problems_of(self.round):
            contacts = () if _problems_of(self.contacts) else self.contacts()
            yield from check(self.round(), contacts, self._address)
            yield from check_parts(self.round(), ballots or {}, self._address)
            yield from check_reading(self.round(), ballots or {}, self._address)

    def _read(self, name: str) -> bytes | None:
        return files.read(self._root / name)

    def _write(self, name: str, text: str, seen: str) -> str:
        # What cannot be encoded was cleaned away; should anything be left, a question mark is better than a loss.
        return files.replace(self._writable(name), text.encode(errors="replace"), seen)

    def _amend(self, name: str, amended: Callable[[bytes], str]) -> None:
        content = self._read(name)
        self._write(name, amended(content or b""), files.mark(content))

    def _writable(self, name: str) -> Path:
        """The path of a file, in a folder that exists now; the folder of the round itself is never made."""
        path = self._root / name
        for folder in reversed(path.relative_to(self._root).parents[:-1]):
            files.make_folder(self._root / folder)
        return path

    def _ballot_files(self) -> list[str]:
        folder = self._root / BALLOTS
        with files.telling(folder):
            return [path.name for path in folder.iterdir()] if folder.is_dir() else []

    def _free(self, juror: str) -> Path:
        """A path for a ballot set aside now, where nothing lies yet."""
        stamp = f"{_checked(juror)}{SET_ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
        path = self._root / BALLOTS / f"{stamp}.toml"
        number = 1
        while path.exists():
            number += 1
            path = path.with_name(f"{stamp}-{number}.toml")
        return path

    def _address(self, name: str, path: KeyPath) -> str:
        # Imported here: most rounds are as they must be.
        from nominate_tui.notation.places import nearest_line

        lines = _lines_in(decoded(self._read(name) or b"", name))
        return f"{name}:{nearest_line(lines, path)}"


@lru_cache(maxsize=2)
def _lines_in(text: str) -> dict[KeyPath, int]:
    """The line of every key path of a file: one that has a problem often has many."""
    from nominate_tui.notation.places import lines_of

    return lines_of(text)


def _problems_of(read: Callable[[], object]) -> tuple[Problem, ...]:
    try:
        read()
    except BadInput as error:
        return error.problems
    return ()


def _no_juror(juror: str, rules: Rules) -> Problem:
    message = _("{name} is not a juror of this round").format(name=shown(juror))
    names = ", ".join(known.id for known in rules.jurors)
    return Problem("error", RULES, "juror", message, _("choose one of: {names}").format(names=names))


def _ballot_name(juror: str) -> str:
    return f"{BALLOTS}/{_checked(juror)}.toml"


def _checked(juror: str) -> str:
    """The id of a juror, once it is sure to be no path."""
    if not is_identifier(juror):
        message = _("{value} cannot be an id").format(value=shown(juror))
        raise CannotStore(message, "", _("write at most 64 letters a to z, digits, - and _"))
    return juror
