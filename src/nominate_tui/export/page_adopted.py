"""The parts of the result's page that say which rules were changed, when, how much was scored by then, by whom, and why."""

from collections.abc import Iterator

from nominate_tui.export.markup import Markup, Part, foreign, tag
from nominate_tui.export.outcome import Outcome
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.model.deliberation import Amendment
from nominate_tui.ranking.what_if_told import amendment_told


def changed_rules(outcome: Outcome) -> Iterator[str]:
    """What the meeting adopted in the place of what was agreed, a sentence each: when, and how much was scored then."""
    for amendment in outcome.round.deliberation.standing:
        yield _changed(amendment.scored).format(
            day=f"{amendment.signed.at:%Y-%m-%d}",
            n=amendment.scored,
            changes=amendment_told(outcome.round, amendment),
        )


def adopted_part(outcome: Outcome) -> Iterator[Markup]:
    """The same with who decided it and why, a paragraph each."""
    standing = outcome.round.deliberation.standing
    for amendment, sentence in zip(standing, changed_rules(outcome), strict=True):
        yield tag("p", foreign(sentence), " ", *_signed(amendment))


def _changed(scored: int | None) -> str:
    if scored is None:
        return _(
            "The rules were changed on {day}; whether anything was scored by then is not on record: {changes}."
        )
    if not scored:
        return _("The rules were changed on {day}, before anything was scored: {changes}.")
    return ngettext(
        "The rules were changed on {day}, when {n} review had scores: {changes}.",
        "The rules were changed on {day}, when {n} reviews had scores: {changes}.",
        scored,
    )


def _signed(amendment: Amendment) -> Iterator[Part]:
    by, reason = amendment.signed.by, amendment.signed.reason
    if reason:
        yield foreign(_("Decided by {name}:").format(name=by))
        yield " "
        yield tag("q", foreign(reason))
    else:
        yield foreign(_("Decided by {name}, without a reason.").format(name=by))
