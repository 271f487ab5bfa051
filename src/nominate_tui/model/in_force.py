"""A round as it counts: what was agreed, with what the meeting adopted since. Rankings are made of this alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Final

from nominate_tui.model.deliberation import Amendment, Signed
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Rules
from nominate_tui.model.what_if import Pairs, WhatIf

_LAST: Final = Signed("", "", datetime.max.replace(tzinfo=UTC))
"""Of what is only tried: later than any verdict."""


def in_force(round: Round) -> Round:
    """The round with weights, method, places and verdicts as its standing amendments have them.

    A verdict that was set aside counts again once it is given anew. What names a criterion that is gone changes
    nothing. Jurors who are left out stay in the jury: `deliberation.left_out` names them, and nobody counts them.
    The round in force of a round in force is the same again.
    """
    rules = round.rules
    for amendment in round.deliberation.standing:
        rules = _amended(rules, amendment.what)
    return replace(round, rules=rules, verdicts=_verdicts(round))


def tried(round: Round, what: WhatIf) -> Round:
    """The round in force as it would be if `what` were adopted now; `round` is as it is kept."""
    amendments = (*round.deliberation.amendments, Amendment(what, WhatIf(), _LAST))
    return in_force(replace(round, deliberation=replace(round.deliberation, amendments=amendments)))


def set_aside(round: Round) -> Pairs:
    """The pairs of the kept verdicts that do not count."""
    return frozenset(v.pair for v in round.verdicts) - frozenset(v.pair for v in _verdicts(round))


def before(round: Round, what: WhatIf) -> WhatIf:
    """What holds so far where `what` says something; `round` is as it is kept."""
    rules = in_force(round).rules
    weights = _weights(rules)
    return WhatIf(
        weights={id: weights[id] for id in what.weights if id in weights},
        method=None if what.method is None else rules.method,
        shortlist=None if what.shortlist is None else rules.shortlist,
        left_out=None if what.left_out is None else round.deliberation.left_out,
        set_aside=None if what.set_aside is None else set_aside(round),
    )


def changed(round: Round, what: WhatIf) -> WhatIf:
    """The parts of `what` that say something else than holds so far; `round` is as it is kept."""
    now = before(round, what)
    return WhatIf(
        weights={id: weight for id, weight in what.weights.items() if now.weights.get(id) != weight},
        method=None if what.method == now.method else what.method,
        shortlist=None if what.shortlist == now.shortlist else what.shortlist,
        left_out=None if what.left_out == now.left_out else what.left_out,
        set_aside=None if what.set_aside == now.set_aside else what.set_aside,
    )


def _amended(rules: Rules, what: WhatIf) -> Rules:
    criteria = (replace(c, weight=what.weights.get(c.id, c.weight)) for c in rules.criteria)
    return replace(
        rules,
        criteria=tuple(criteria),
        method=what.method or rules.method,
        shortlist=what.shortlist or rules.shortlist,
    )


def _verdicts(round: Round) -> tuple[Verdict, ...]:
    last = next((a for a in reversed(round.deliberation.standing) if a.what.set_aside is not None), None)
    if last is None or not last.what.set_aside:
        return round.verdicts
    aside, since = last.what.set_aside, last.signed.at
    return tuple(v for v in round.verdicts if v.pair not in aside or v.at > since)


def _weights(rules: Rules) -> Mapping[str, Fraction]:
    return {criterion.id: criterion.weight for criterion in rules.criteria}
