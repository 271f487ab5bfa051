"""What a desk knows of the look-alikes of its round: kept from the last time where it fits, and else compared anew."""

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from nominate_tui.duplicates.fingerprint import contacts_digest, fingerprint
from nominate_tui.duplicates.late import ids, late, staying
from nominate_tui.duplicates.wording import is_ours
from nominate_tui.errors import NominateError
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import Compared, Fingerprint, Suggestion
from nominate_tui.model.nomination import Contact, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import DuplicateRules
from nominate_tui.notation.compared import read_compared, write_compared
from nominate_tui.store.contract import Store

if TYPE_CHECKING:
    from nominate_tui.duplicates.index import Index
    from nominate_tui.duplicates.since import Since

Told = Callable[[float], None]
"""Is told how far comparing is, 0 to 1."""

_Of = tuple[tuple[Nominations, DuplicateRules], tuple[Suggestion, ...]]
"""What was compared, by which rules, and what was found."""
_PAIR: Final = 2
"""So many nominations can be compared."""


class Stopped(NominateError):
    """Comparing was stopped before it was done; nothing was kept."""


class Comparing:
    """Compares a round once, and again when its texts have changed. May be asked in a thread, and stopped from another."""

    def __init__(self, store: Store, *, for_chair: bool) -> None:
        """Nothing is compared yet.

        For the chair, contacts are compared too, and what was found is kept in the round. A juror is shown what the
        chair was shown, where it is of the same texts; contacts are not read, and nothing is written.
        """
        self._store = store
        self._for_chair = for_chair
        self._one_at_a_time = threading.Lock()
        self._stopped = threading.Event()
        self._known: _Of | None = None
        self._staying: _Of | None = None

    def known(self, round: Round) -> tuple[Suggestion, ...] | None:
        """The suggestions for a round as it is, where they are known already; nothing is read or compared."""
        known = self._known
        return known[1] if known and known[0] == _compared_of(round) else None

    def so_far(self, round: Round) -> tuple[Suggestion, ...]:
        """What is known already of a round that is being compared: what was found or kept of those who did not change."""
        if (known := self.known(round)) is not None:
            return known
        staying = self._staying
        if staying and staying[0] == _compared_of(round):
            return staying[1]
        return _of_those_who_stayed(self._known, round)

    def suggestions(self, round: Round, progress: Told | None = None) -> tuple[Suggestion, ...]:
        """The pairs that are worth a look, the loudest first. Whoever asks meanwhile waits for the same answer.

        Raises:
            Stopped: Somebody called `stop` before or meanwhile, and they are not known yet.
        """
        with self._one_at_a_time:
            found = self.known(round)
            if found is None:
                found = self._kept_or_found(round, progress)
                self._known = (_compared_of(round), found)
            return found

    def stop(self) -> None:
        """End comparing, soon and for good."""
        self._stopped.set()

    def _kept_or_found(self, round: Round, progress: Told | None) -> tuple[Suggestion, ...]:
        contacts = self._contacts()
        now = fingerprint(round.nominations, round.rules.duplicates, contacts)
        kept = self._kept()
        if kept and not self._fits(kept.made_from, now, contacts):
            kept = None
        if kept and kept.made_from.nominations == now.nominations:
            return kept.suggestions
        found = self._find(round, now, kept, contacts, progress)
        if self._for_chair and (len(round.nominations) >= _PAIR or self._store.compared() is not None):
            self._keep(Compared(now, found))
        return found

    def _fits(self, kept: Fingerprint, now: Fingerprint, contacts: tuple[Contact, ...]) -> bool:
        """Whether of the same texts the same would be found again; a desk that knows no contacts trusts one that knew some."""
        same_program = not self._for_chair or kept.program == now.program
        known = contacts_digest(contacts, (id for id, _of in kept.nominations))
        return same_program and kept.rules == now.rules and (not contacts or known == kept.contacts)

    def _find(
        self,
        round: Round,
        now: Fingerprint,
        kept: Compared | None,
        contacts: tuple[Contact, ...],
        progress: Told | None,
    ) -> tuple[Suggestion, ...]:
        """Compare all, or, where most of the round was compared before, what is new with all."""
        # Imported here: where the answer was kept, nothing is loaded that compares.
        from nominate_tui.duplicates.suggest import compare, suggest_late

        def told(share: float) -> None:
            if progress:
                progress(share)
            if self._stopped.is_set():
                raise Stopped(_("comparing was stopped"))

        told(0)
        nominations, rules = round.nominations, round.rules.duplicates
        since = self._since(now, kept.made_from, contacts) if kept else None
        if kept is None or since is None:
            found, index = compare(nominations, rules, contacts, told)
            self._keep_index(now, index)
            return found
        late = {nominations.ids[place] for place in since.places}
        self._staying = (_compared_of(round), staying(kept.suggestions, nominations.ids, late))
        found = suggest_late(nominations, rules, kept.suggestions, since, contacts, told)
        if since.gone:
            self._keep_index(now, None)
        return found

    def _since(self, now: Fingerprint, known: Fingerprint, contacts: tuple[Contact, ...]) -> "Since | None":
        """What is kept of a large round, where it fits, and most of the round is as it was then and when it was `known`."""
        from nominate_tui.duplicates.index_file import read_index
        from nominate_tui.duplicates.since import Since

        with contextlib.suppress(NominateError):
            content = self._store.compared_index()
            kept = read_index(content) if content else None
            if kept and kept[0].program == now.program and self._fits(kept[0], now, contacts):
                then, index = kept
                new = late(then, known, now)
                return None if new is None else Since.of(index, ids(then), ids(now), new)
        return None

    def _contacts(self) -> tuple[Contact, ...]:
        """What can be read of the contacts; a round whose contacts are damaged or away is compared without them."""
        if self._for_chair:
            with contextlib.suppress(NominateError):
                return self._store.contacts()
        return ()

    def _kept(self) -> Compared | None:
        """What was kept, if it can be read, and says nothing that this program would not say."""
        with contextlib.suppress(NominateError):
            text = self._store.compared()
            kept = read_compared(text) if text else None
            if kept and all(map(is_ours, kept.suggestions)):
                return kept
        return None

    def _keep_index(self, now: Fingerprint, index: "Index | None") -> None:
        """Keep what spares to read a large round again, or forget it; who went or changed is not to be found in it any more."""
        if not self._for_chair:
            return
        from nominate_tui.duplicates.index_file import write_index

        with contextlib.suppress(NominateError):
            self._store.keep_compared_index(write_index(now, index) if index else None)

    def _keep(self, found: Compared) -> None:
        """Keep it for the next time. Where that cannot be, it is compared again: no reason to fail."""
        with contextlib.suppress(NominateError):
            self._store.keep_compared(write_compared(found))


def _compared_of(round: Round) -> tuple[Nominations, DuplicateRules]:
    return round.nominations, round.rules.duplicates


def _of_those_who_stayed(known: _Of | None, now: Round) -> tuple[Suggestion, ...]:
    """What was found in a round as it was before, of two who are as they were; nothing where its rules were others."""
    if known is None or known[0][1] != now.rules.duplicates:
        return ()
    before, after = known[0][0], now.nominations
    return tuple(
        each
        for each in known[1]
        if all(id in after and (before[id] is after[id] or before[id] == after[id]) for id in each.pair)
    )
