"""The secretariat's door: take documents in, check a round, collect what jurors hand in."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nominate_tui.errors import BadInput, NotAllowed, Problem
from nominate_tui.intake.form import Form
from nominate_tui.intake.form_files import known_forms
from nominate_tui.intake.merge import Merged, merge
from nominate_tui.intake.result import IntakeResult
from nominate_tui.intake.take import Progress, Wishes, take_in
from nominate_tui.jury.clock import Clock, now
from nominate_tui.jury.collect import Received, receive_ballot, receive_scores, without_asking
from nominate_tui.jury.handed_in import HandedIn, read_handed_in
from nominate_tui.jury.new_round import is_round
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import IntakeRules
from nominate_tui.store.contract import Seen, Store
from nominate_tui.store.folder import FolderStore

_NOTHING: Final = Wishes()


@dataclass(frozen=True, slots=True)
class Collection:
    """What was collected."""

    received: Mapping[str, Received]
    """By juror id, in the order of the jury; jurors who handed in nothing are not in it."""
    problems: tuple[Problem, ...]
    """Warnings, among them what was lost where that was wished; what is an error is raised."""


def forms_of(round: Path) -> tuple[Form, ...]:
    """The forms that documents may follow: those in `data/forms/` of the round's folder and the shipped ones.

    The folder need not exist yet.

    Raises:
        BadInput: A form file is not as it must be.
    """
    return known_forms(round / "data" / "forms")


def intake_rules_of(round: Path) -> IntakeRules:
    """How documents of a round are taken in; as ever where the folder is no round yet.

    Raises:
        BadInput: The rules are not as they must be.
    """
    return FolderStore(round).rules().intake if is_round(round) else IntakeRules()


def read_documents(
    documents: Iterable[Path],
    round: Path,
    wishes: Wishes = _NOTHING,
    rules: IntakeRules | None = None,
    progress: Progress | None = None,
) -> IntakeResult:
    """The nominations in documents and folders of documents; nothing is written.

    The forms are those of the round (see `forms_of`), and so are the rules, where no others are given.

    Raises:
        BadInput: A form file or the rules are not as they must be. What is wrong in the documents is in the answer.
        NominateError: The process that reads foreign files cannot be started.
    """
    rules = rules or intake_rules_of(round)
    return take_in(documents, forms_of(round), wishes, rules, progress or (lambda _share, _name: None))


def first_intake(read: IntakeResult) -> Merged:
    """What the nominations of a new round would be."""
    return merge(Nominations(), (), read, now())


class Secretariat:
    """The paperwork of a round."""

    def __init__(self, store: Store, clock: Clock = now) -> None:
        """Sit down with a round; nothing is read yet."""
        self._store = store
        self._clock = clock

    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong in the round, each with its address."""
        return self._store.problems()

    def compare(self, read: IntakeResult) -> Merged:
        """What the nominations of the round would be with what was read; nothing is written.

        Raises:
            BadInput: What lies in the round is not as it must be.
        """
        return merge(self._store.nominations(), self._store.contacts(), read, self._clock())

    def take_in(self, read: IntakeResult) -> Merged:
        """Bring what was read into the nominations of the round, whole or not at all.

        Raises:
            NotAllowed: The round is locked.
            BadInput: Something is wrong in the documents, or does not go together with the round.
            InUse: Another intake is writing.
        """
        _must_be_open(self._store.round())
        with ExitStack() as held:
            held.callback(self._store.hold_nominations().release)
            merged = self.compare(read)
            if merged.errors:
                raise BadInput(merged.problems)
            self._store.save_nominations(merged.nominations, merged.contacts)
        return merged

    def collect(self, files: Iterable[Path], *, replace: bool = False) -> Collection:
        """Bring ballots (TOML) and score tables (CSV) into the stored ballots.

        Everything is checked before anything is written. What would be lost from a stored ballot stops all of it,
        unless `replace` says to take what was handed in.

        Raises:
            NotAllowed: The round is locked.
            BadInput: Something in the files is wrong, or something stored would be lost.
            InUse: A juror has the ballot open.
        """
        round = self._store.round()
        _must_be_open(round)
        handed_in = read_handed_in(round, files)
        jurors = handed_in.jurors(round)
        with ExitStack() as held:
            for juror in jurors:
                held.callback(self._store.hold(juror).release)
            seen = {juror: self._store.ballot(juror) for juror in jurors}
            received = {juror: self._receive(handed_in, seen[juror].ballot) for juror in jurors}
            losses = tuple(loss for each in received.values() for loss in each.losses)
            if losses and not replace:
                raise BadInput((*handed_in.problems, *losses))
            self._save(seen, received)
        return Collection(received, (*handed_in.problems, *map(without_asking, losses)))

    def _receive(self, handed_in: HandedIn, stored: Ballot) -> Received:
        """The juror's ballots one after the other, then the lines of score tables."""
        total = Received(stored, stored)
        before = ""
        for where, ballot in handed_in.ballots:
            if ballot.juror == stored.juror:
                total = total.then(receive_ballot(total.ballot, ballot, where, before))
                before = where
        rows = [row for row in handed_in.rows if row.juror == stored.juror]
        return total.then(receive_scores(total.ballot, rows, self._clock())) if rows else total

    def _save(self, seen: Mapping[str, Seen], received: Mapping[str, Received]) -> None:
        for juror, each in received.items():
            if each.ballot != seen[juror].ballot:
                self._store.save_ballot(each.ballot, seen[juror].mark)


def _must_be_open(round: Round) -> None:
    if round.deliberation.locked:
        raise NotAllowed(
            _("The chair has locked the round; nothing can be taken in or collected any more"),
            todo=_("the chair can open it again: nominate-tui unlock"),
        )
