"""What if the ranking were made otherwise: tried at once and kept nowhere, or adopted, with who, when and why."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from nominate_tui.errors import NotAllowed
from nominate_tui.jury.count import Count
from nominate_tui.jury.ruling import said, says_something
from nominate_tui.jury.sight import Sight
from nominate_tui.locale.catalogue import _
from nominate_tui.model.deliberation import Amendment, Deliberation, Signed
from nominate_tui.model.in_force import before, changed
from nominate_tui.model.round import Round
from nominate_tui.model.what_if import WhatIf
from nominate_tui.notation.clean import clean_line

_DIGITS: Final = 10**6
"""A weight has at most six decimals: so many a file gives back exactly."""


def try_out(sight: Sight, what: WhatIf) -> Count:
    """What would follow if `what` were adopted. Where the method does not hold, its ranking is `refused`.

    Raises:
        NotAllowed: It names what the round does not have, or leaves nothing to rank by.
    """
    must_fit(sight.stored, what)
    return sight.tried(what)


def must_fit(stored: Round, what: WhatIf) -> None:
    """Raise `NotAllowed` for what cannot be tried in a round; `stored` is the round as it is kept."""
    for message in _wrong(stored, what):
        raise NotAllowed(message)


def adopted(sight: Sight, stored: Round, what: WhatIf, signed: Signed) -> Deliberation:
    """The decisions of a round with `what` among them; only what differs from what holds so far is recorded.

    How much was scored by then is recorded too: rules that change afterwards are easily changed for somebody.

    `sight` has the ballots, `stored` is the round as it is kept now.

    Raises:
        NotAllowed: It does not fit, nothing is different, the method does not hold, or name or reason is not there.
    """
    must_fit(stored, what)
    new = changed(stored, what)
    if new.empty:
        raise NotAllowed(_("Nothing is different from what holds already"))
    sight.with_round(stored).tried(new).ranking.must_hold()
    amendment = Amendment(new, before(stored, new), must_be_signed(signed), scored=_scored(sight))
    decided = stored.deliberation
    return replace(decided, amendments=(*decided.amendments, amendment))


def _scored(sight: Sight) -> int:
    """How many reviews have a score."""
    return sum(bool(review.scores) for ballot in sight.ballots.values() for review in ballot.reviews.values())


def taken_back(decided: Deliberation, signed: Signed) -> Deliberation:
    """The decisions without the latest amendment that stands, which is kept as taken back: it no longer holds.

    Only the latest can be: so what held before it is what holds again.

    Raises:
        NotAllowed: None stands, or name or reason is not there.
    """
    if not decided.standing:
        raise NotAllowed(_("No amendment stands that could be taken back"))
    last = decided.standing[-1]
    back = replace(last, taken_back=must_be_signed(signed))
    return replace(decided, amendments=tuple(back if a is last else a for a in decided.amendments))


def must_be_signed(signed: Signed) -> Signed:
    """Who decides and why, tidied.

    Raises:
        NotAllowed: There is nothing to see in the name or the reason, or the reason is too long.
    """
    if not says_something(signed.by):
        raise NotAllowed(_("A name is needed"), todo=_("say who decides"))
    return replace(signed, by=clean_line(signed.by).strip(), reason=said(signed.reason))


def _wrong(stored: Round, what: WhatIf) -> Iterator[str]:
    yield from _wrong_weights(stored, what)
    if what.shortlist is not None and what.shortlist < 1:
        yield _("A shortlist has room for one at least")
    yield from _wrong_jurors(stored, what.left_out or frozenset())
    for pair in sorted(map(sorted, what.set_aside or ())):
        verdict = stored.verdict(pair)
        if verdict is None or verdict.kind != "duplicate":
            a, b = pair
            yield _("No verdict makes {a} and {b} duplicates").format(a=a, b=b)


def _wrong_weights(stored: Round, what: WhatIf) -> Iterator[str]:
    for id, weight in what.weights.items():
        if stored.rules.criterion(id) is None:
            yield _("There is no criterion {id}").format(id=id)
        if weight <= 0:
            yield _("A weight is above zero")
        if _DIGITS % weight.denominator:
            yield _("A weight has at most six decimals")


def _wrong_jurors(stored: Round, left_out: frozenset[str]) -> Iterator[str]:
    jury = {juror.id for juror in stored.rules.jurors}
    for juror in sorted(left_out - jury):
        yield _("{juror} is not a juror of this round").format(juror=juror)
    if left_out and left_out >= jury:
        yield _("Somebody must be left in the jury")
