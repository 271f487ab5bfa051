"""A nomination's place in the ranking, told to the chair: why it is there, and what each juror said."""

from collections.abc import Iterator
from fractions import Fraction

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.voices import Voice
from nominate_tui.locale.catalogue import _, decimal, language, ngettext
from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.round import Round
from nominate_tui.model.rounding import printed
from nominate_tui.model.rules import in_language
from nominate_tui.ranking.certainty import Certainty
from nominate_tui.ranking.chances import contested
from nominate_tui.ranking.chances import percent as chance
from nominate_tui.ranking.result import Standing
from nominate_tui.ranking.sure_told import off_the_scale
from nominate_tui.tui.certainty_told import ranks_told
from nominate_tui.tui.chair_words import figure, percent, why_here
from nominate_tui.tui.told_lines import Line
from nominate_tui.tui.words import OUTDATED, SIGNS, STATES, read_before


def standing_told(desk: ChairDesk, row: Standing) -> Iterator[Line]:
    """The paragraphs about one row of the ranking."""
    nomination = desk.round.nominations[row.nomination]
    yield "strong", f"{row.printed_rank or '–'}  {nomination.title}"
    yield "line", f"{nomination.id} · {nomination.organisation}"
    yield from _score(desk.round, row)
    yield "", why_here(desk.ranking(), row, desk.round, language())
    yield from _line_of_shortlist(desk, row)
    if row.duplicates:
        yield "", _("Stands for {others}").format(others=", ".join(row.duplicates))
    yield "", ""
    yield from _voices(desk, row)
    yield "", ""
    yield from _criteria(desk.round, row)


def _line_of_shortlist(desk: ChairDesk, row: Standing) -> Iterator[Line]:
    """Why it is in or out, how sure that is, and what the plain mean says of it."""
    ranking, known = desk.ranking(), desk.sight.count.known_certainty
    if row.rank is None:
        return
    if row.nomination in (*ranking.in_by_method, *ranking.out_by_method):
        told = _("By the plain mean ({mean}) it would be out") if row.in_shortlist else None
        told = told or _("By the plain mean ({mean}) it would be in")
        yield "alarm", "! " + told.format(mean=_printed(row.mean, desk.round))
    if known is None:
        yield "dim", _("How sure this is, is being worked out …")
    elif row.nomination in known.places:
        yield from _how_sure(row, known)


def _how_sure(row: Standing, known: Certainty) -> Iterator[Line]:
    place = known.places[row.nomination]
    told = _("In the shortlist with {percent}; rank {ranks} in nine of ten draws")
    open = contested(place.in_shortlist)
    sure = told.format(percent=chance(place.in_shortlist), ranks=ranks_told(place))
    yield ("strong", f"{sure}. " + _("Contested: the scores leave it open")) if open else ("", sure)
    if row.nomination in known.kept:
        kept = _("With other weights near these it is in with {percent}")
        yield "dim", kept.format(percent=chance(known.kept[row.nomination]))


def _score(round: Round, row: Standing) -> Iterator[Line]:
    counted = ngettext("from {n} juror", "from {n} jurors", row.n).format(n=row.n)
    apart = _("disagreement {value}").format(value=figure(row.disagreement))
    if row.n:
        yield (
            "",
            _("Overall score {score} {counted}; {apart}").format(
                score=decimal(row.overall), counted=counted, apart=apart
            ),
        )
    if row.below_quorum:
        quorum = round.rules.quorum
        yield "alarm", "! " + _("Below the quorum: {n} of {quorum}").format(n=row.n, quorum=quorum)
    if told := off_the_scale((row,), round.rules.scale):
        yield "dim", told
    shown = [state for state in ReviewState if row.states[state] or state is not ReviewState.UNASSIGNED]
    states = [f"{SIGNS[state]} {row.states[state]} {_(STATES[state])}" for state in shown]
    yield "dim", "  ".join(states)


def _voices(desk: ChairDesk, row: Standing) -> Iterator[Line]:
    several = bool(row.duplicates)
    for voice in desk.voices(row.nomination):
        about = f" ({voice.nomination})" if several else ""
        if _says_nothing(voice, row):
            continue
        yield "", f"{SIGNS[voice.state]} {voice.juror.name}{about}: {_said(voice, row, desk.round)}"
        if voice.comment:
            yield "dim", f"  “{voice.comment}”"
        if voice.outdated:
            yield "dim", f"  {OUTDATED} {read_before(voice.outdated)}"


def _says_nothing(voice: Voice, row: Standing) -> bool:
    """Whether a voice need not be told: what was not asked for, and what is lacking on another of a group."""
    if voice.state is ReviewState.UNASSIGNED:
        return not voice.comment
    return voice.state is ReviewState.MISSING and voice.nomination != row.nomination


def _said(voice: Voice, row: Standing, round: Round) -> str:
    if voice.conflict:
        return _recused(voice.conflict)
    score = _printed(voice.weighted, round)
    if voice.counted:
        counted = "" if row.duplicates else _printed(_counted(voice, row), round)
        told = _("{score}, which without the missing criteria counts as {counted}")
        return score if counted in ("", score) else told.format(score=score, counted=counted)
    state = _(STATES[voice.state])
    return _("{state}, {score} so far, not counted").format(state=state, score=score) if score else state


def _counted(voice: Voice, row: Standing) -> Fraction | None:
    """What the juror's review counts as: what was given, unless criteria are missing."""
    return next((review.weighted for review in row.counted if review.juror == voice.juror.id), None)


def _recused(conflict: Conflict) -> str:
    if not conflict.reason:
        return _(STATES[ReviewState.RECUSED])
    return _("recused: {reason}").format(reason=conflict.reason)


def _printed(score: Fraction | None, round: Round) -> str:
    return "" if score is None else decimal(printed(score, round.rules.decimals))


def _criteria(round: Round, row: Standing) -> Iterator[Line]:
    for criterion in round.rules.criteria:
        label = in_language(criterion.label, language())
        share = percent(float(round.rules.share(criterion)))
        yield "", f"{figure(row.criteria[criterion.id])}  {label} ({share})"
