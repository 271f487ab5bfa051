"""Finds what does not fit together in a round although each of its files is as it must be."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.nomination import Contact
from nominate_tui.model.outdated import outdated
from nominate_tui.model.round import Round
from nominate_tui.model.what_if import WhatIf
from nominate_tui.notation.wording import shown
from nominate_tui.store.check_verdicts import check_verdicts
from nominate_tui.store.names import CONTACTS, DELIBERATION, NOMINATIONS, RECUSALS, RULES, VERDICTS
from nominate_tui.store.notes import Address, Notes, no_nomination

_NEARLY_100: Final = (Fraction(90), Fraction(110))
"""Weights whose sum lies between these were probably meant to be percentages."""

_KEYS: Final = range(11)
"""The scores that have a key on the screens: the digits, and one for 10."""

_FEW: Final = 10
"""How many ids are named where there may be very many."""

_DEVICES: Final = frozenset(
    {"con", "nul", "prn", "aux", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that no file can have on Windows, whatever its ending and case."""


def check(round: Round, contacts: Iterable[Contact], address: Address) -> Iterator[Problem]:
    """Every problem between the parts of a round but its ballots, which are checked when they are read."""
    yield from _rules(round, Notes(RULES, address))
    yield from _contacts(round, contacts, Notes(CONTACTS, address))
    yield from check_verdicts(round, Notes(VERDICTS, address))
    yield from _recusals(round, Notes(RECUSALS, address))
    yield from _ties(round, Notes(DELIBERATION, address))
    yield from _amendments(round, Notes(DELIBERATION, address))


def check_reading(round: Round, ballots: Mapping[str, Ballot], address: Address) -> Iterator[Problem]:
    """A warning for each nomination that was scored before its text changed; `ballots` by juror id."""
    notes = Notes(NOMINATIONS, address)
    for place, nomination in enumerate(round.nominations):
        if found := outdated(round, ballots, nomination):
            message = ngettext(
                "{count} review was given before the text of nomination {id} changed on {day}",
                "{count} reviews were given before the text of nomination {id} changed on {day}",
                len(found),
            )
            last = max(change.when for change in found.values())
            told = message.format(count=len(found), id=shown(nomination.id), day=day_and_month(last))
            todo = _(
                "ask to read it again and to score it again, or to say that the scores still hold: {jurors}"
            )
            path = ("nomination", place, "changes", len(nomination.changes) - 1)
            yield notes.warning(path, told, todo.format(jurors=", ".join(found)))


def check_parts(round: Round, ballots: Mapping[str, Ballot], address: Address) -> Iterator[Problem]:
    """A warning for each juror who judged what was not to be scored; `ballots` by juror id."""
    notes = Notes(RULES, address)
    for place, juror in enumerate(round.rules.jurors):
        beyond = round.beyond(ballots[juror.id]) if juror.id in ballots else ()
        if beyond:
            message = _("{juror} judged what is not in this list, which counts all the same: {ids}")
            todo = _("add it to the list, or leave it at that")
            message = message.format(juror=juror.id, ids=_first(beyond))
            yield notes.warning(("juror", place, "nominations"), message, todo)


def _rules(round: Round, notes: Notes) -> Iterator[Problem]:
    yield from _sizes(round, notes)
    yield from _parts(round, notes)
    yield from _weights(round, notes)
    yield from _answers(round, notes)
    yield from _scale(round, notes)
    yield from _aliases(round, notes)
    yield from _jurors(round, notes)
    yield from _secrets(round, notes)


def _secrets(round: Round, notes: Notes) -> Iterator[Problem]:
    if not round.rules.pseudonym_key and not round.rules.seed:
        message = _("without pseudonym_key and seed, anybody can work out who J1, J2 … are in the results")
        todo = _("write a pseudonym_key that only the secretariat knows")
        yield notes.warning(("round", "pseudonym_key"), message, todo)
    if "lot" in round.rules.tie_break and not round.rules.seed:
        message = _("lots are to be drawn, and no seed is declared")
        yield notes.warning(("round", "seed"), message, _("write a seed before the first score is given"))


def _sizes(round: Round, notes: Notes) -> Iterator[Problem]:
    rules, nominations = round.rules, len(round.nominations)
    if not rules.jurors:
        yield notes.warning(("juror",), _("there is no juror"), _("write a [[juror]] for each"))
    elif rules.quorum > len(rules.jurors):
        message = _("the quorum of {quorum} is larger than the jury of {jurors}")
        message = message.format(quorum=rules.quorum, jurors=len(rules.jurors))
        yield notes.warning(("round", "quorum"), message, _("lower the quorum, or name the missing jurors"))
    if nominations and rules.shortlist > nominations:
        message = ngettext(
            "the shortlist of {k} is larger than the {count} nomination",
            "the shortlist of {k} is larger than the {count} nominations",
            nominations,
        )
        message = message.format(k=rules.shortlist, count=nominations)
        yield notes.warning(("round", "shortlist"), message, _("lower the number, or take in the rest"))


def _parts(round: Round, notes: Notes) -> Iterator[Problem]:
    """Nominations that no quorum can be reached for, since too few jurors are to score them."""
    rules = round.rules
    if not rules.in_parts or rules.quorum > len(rules.jurors):
        return
    everything = sum(juror.nominations is None for juror in rules.jurors)
    given = Counter(id for juror in rules.jurors for id in juror.nominations or ())
    few = [id for id in round.nominations.ids if everything + given[id] < rules.quorum]
    if few:
        message = ngettext(
            "nomination {ids} is given to fewer jurors than the quorum of {quorum}",
            "{count} nominations are given to fewer jurors than the quorum of {quorum}: {ids}",
            len(few),
        )
        message = message.format(ids=_first(few), count=len(few), quorum=rules.quorum)
        todo = _("give them to more jurors, or lower the quorum")
        yield notes.warning(("round", "quorum"), message, todo)


def _weights(round: Round, notes: Notes) -> Iterator[Problem]:
    total = round.rules.total_weight
    low, high = _NEARLY_100
    if low < total < high and total != 100:
        message = _("the weights add up to {total}, nearly 100").format(total=f"{float(total):g}")
        yield notes.warning(("criterion",), message, _("see whether one of them is mistyped"))


def _answers(round: Round, notes: Notes) -> Iterator[Problem]:
    given = {
        id
        for one in round.nominations
        for id in (*one.answers, *one.facts, *one.choices, *one.tables, *one.shared)
    }
    for place, criterion in enumerate(round.rules.criteria):
        for answer in criterion.answers:
            if given and answer not in given:
                message = _("no nomination has the answer {id}").format(id=shown(answer))
                todo = _("write one of: {words}").format(words=", ".join(sorted(given)))
                yield notes.warning(("criterion", place, "answers"), message, todo)


def _scale(round: Round, notes: Notes) -> Iterator[Problem]:
    beyond = [str(value) for value in round.rules.scale.values if value not in _KEYS]
    if beyond:
        message = _("the screens have a key for each score from 0 to 10, and none for: {values}")
        todo = _("let the scale lie between 0 and 10, or give these with `nominate-tui score`")
        side = "max" if round.rules.scale.max not in _KEYS else "min"
        yield notes.warning(("scale", side), message.format(values=", ".join(beyond)), todo)


def _aliases(round: Round, notes: Notes) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for place, group in enumerate(round.rules.duplicates.aliases):
        path = ("duplicates", "aliases", place)
        names = {" ".join(name.casefold().split()): name for name in group}
        if len(names) < 2:
            todo = _("write the other names of this organisation beside it, or take the group out")
            yield notes.warning(path, _("this group has only one name"), todo)
        for name in (name for key, name in names.items() if seen.setdefault(key, place) != place):
            message = _("{name} stands in another group of names too").format(name=shown(name))
            yield notes.warning(path, message, _("put the two groups together, or take the name out of one"))


def _jurors(round: Round, notes: Notes) -> Iterator[Problem]:
    for place, juror in enumerate(round.rules.jurors):
        for number, id in enumerate(juror.nominations or ()):
            if id not in round.nominations:
                todo = _("correct the id, or take it out of the list")
                yield notes.error(("juror", place, "nominations", number), no_nomination(id), todo)
        if juror.id.lower() in _DEVICES:
            message = _("{id} is the name of a device on Windows, where no file can be called that")
            yield notes.warning(
                ("juror", place, "id"), message.format(id=shown(juror.id)), _("give the juror another id")
            )


def _contacts(round: Round, contacts: Iterable[Contact], notes: Notes) -> Iterator[Problem]:
    for place, contact in enumerate(contacts):
        if contact.nomination not in round.nominations:
            path = ("contact", place, "nomination")
            yield notes.warning(path, no_nomination(contact.nomination), _("correct the id, or take it out"))


def _recusals(round: Round, notes: Notes) -> Iterator[Problem]:
    todo = _("correct the id, or take the recusal out")
    for place, recusal in enumerate(round.recusals):
        if round.rules.juror(recusal.juror) is None:
            message = _("{name} is not a juror of this round").format(name=shown(recusal.juror))
            yield notes.error(("recusal", place, "juror"), message, todo)
        if recusal.nomination not in round.nominations:
            yield notes.error(("recusal", place, "nomination"), no_nomination(recusal.nomination), todo)


def _ties(round: Round, notes: Notes) -> Iterator[Problem]:
    for place, tie in enumerate(round.deliberation.ties):
        for id in tie.order:
            if id not in round.nominations:
                todo = _("correct the id, or take the decision out")
                yield notes.error(("tie", place, "order"), no_nomination(id), todo)


def _amendments(round: Round, notes: Notes) -> Iterator[Problem]:
    todo = _("take it out, or take the amendment back")
    for place, amendment in enumerate(round.deliberation.amendments):
        if amendment.taken_back is None:
            for key, message in _beyond(round, amendment.what):
                yield notes.error(("amendment", place, key), message, todo)


def _beyond(round: Round, what: WhatIf) -> Iterator[tuple[str, str]]:
    """What is amended that the round does not have: the key, and what is wrong."""
    for id in what.weights:
        if round.rules.criterion(id) is None:
            yield "weights", _("there is no criterion {id}").format(id=shown(id))
    for juror in sorted(what.left_out or ()):
        if round.rules.juror(juror) is None:
            yield "left_out", _("{name} is not a juror of this round").format(name=shown(juror))
    for pair in sorted(map(sorted, what.set_aside or ())):
        if round.verdict(pair) is None:
            yield (
                "set_aside",
                _("there is no verdict on {a} and {b}").format(a=shown(pair[0]), b=shown(pair[1])),
            )


def _first(ids: Sequence[str]) -> str:
    """The first of many ids."""
    return ", ".join(map(shown, ids[:_FEW])) + (" …" if len(ids) > _FEW else "")
