"""The part of the result's page that says in words how the ranking came about, and how it can be checked."""

from collections.abc import Iterator, Mapping
from typing import Final

from nominate_tui.export.markup import Markup, Part, foreign, listed, tag
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.page_adopted import adopted_part
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.rules import Method, Rules, TieAtLine, TieBreak

_METHODS: Final[Mapping[Method, str]] = {
    "mean": later("The overall score is the plain mean of the weighted scores of the jurors who count."),
    "adjusted": later(
        "The overall score is the mean of the weighted scores of the jurors who count, corrected for strict and mild"
        " jurors: how much a juror is above or below the others on the same nominations is estimated, drawn towards zero"
        " where there are few reviews, and taken out. Where every juror scored every nomination the order is that of the"
        " plain mean."
    ),
    "trimmed": later(
        "Of each nomination's weighted scores the highest and the lowest are left out; the overall score is the mean of"
        " the others."
    ),
    "majority": later(
        "By majority judgment a nomination has the grade that more than half of the jurors give it at least (the lower"
        " median). The sign says whether more jurors gave more than gave less."
    ),
}

_TIE_BREAKS: Final[Mapping[TieBreak, str]] = {
    "criteria": later("the mean on the heaviest criterion, as printed; then on the next, and so on"),
    "head_to_head": later("head to head: whom more of the jurors who scored both placed higher"),
    "fewest_lowest": later("the smaller share of lowest scores"),
    "chair": later("the decision of the chair, with a written reason"),
    "lot": later("a lot: the smaller SHA-256 digest of the round's seed and the nomination's number"),
}

_AT_LINE: Final[Mapping[TieAtLine, str]] = {
    "extend": later(
        "Where a tie that nothing separates lies across the line of the shortlist, all in it are in."
    ),
    "chair": later(
        "Where a tie that nothing separates lies across the line of the shortlist, none in it is in until the chair decides."
    ),
}


def method_part(outcome: Outcome) -> Markup:
    """How the ranking came about."""
    rules = outcome.round.rules
    return tag(
        "section",
        tag("h2", _("How the ranking came about"), id="method"),
        tag("p", _weighted(rules)),
        tag("p", _(_METHODS[rules.method])),
        *_beside_the_mean(outcome),
        *adopted_part(outcome),
        tag("p", _counting(rules)),
        tag("p", _printing(rules)),
        *_tie_breaks(rules),
        tag("p", _duplicates()),
    )


def check_part(outcome: Outcome, version: str) -> Markup:
    """How anybody can check the result."""
    told = _(
        "This page is one file of a bundle. With the folder it lies in, anybody can work the result out again:"
        " nominate-tui verify FOLDER recomputes it from the scores and rules beside this page and says whether it holds."
    )
    seed = outcome.round.rules.seed
    drawn = _("Seed: {seed}.").format(seed=seed) if seed else _("No seed was declared.")
    written = _("Written by nominate-tui {version}.").format(version=version)
    jurors = _("Jurors stand under pseudonyms (J1, J2 …).")
    return tag("footer", tag("p", told), tag("p", f"{jurors} ", foreign(drawn), f" {written}"))


def _weighted(rules: Rules) -> str:
    told = _(
        "Jurors score each criterion with a whole number from {low} to {high}. A juror's weighted score of a nomination is"
        " the mean of these scores, each criterion with its weight. Who abstains from a criterion, or has not scored it,"
        " gives no zero: the others count in its place, so that to leave out a hard criterion raises nobody."
    )
    return told.format(low=rules.scale.min, high=rules.scale.max)


def _beside_the_mean(outcome: Outcome) -> Iterator[Part]:
    """Everybody whose place in or out of the shortlist is another than by the plain mean."""
    ranking = outcome.ranking
    if ranking.method == "mean":
        return
    told = []
    if ranking.in_by_method:
        told.append(_("In, and out by the plain mean: {ids}.").format(ids=", ".join(ranking.in_by_method)))
    if ranking.out_by_method:
        told.append(_("Out, and in by the plain mean: {ids}.").format(ids=", ".join(ranking.out_by_method)))
    yield tag("p", " ".join(told) or _("By the plain mean the shortlist is the same."))
    if ranking.correction and not ranking.correction.corrects:
        yield tag("p", _("Nothing was corrected: no difference between strict and mild jurors shows."))


def _counting(rules: Rules) -> str:
    told = _(
        "A review counts when every criterion is scored or abstained from, and at least half of the weight is scored."
    )
    if rules.incomplete_reviews:
        told = _("A review counts when at least half of the weight is scored; it may be unfinished.")
    quorum = _("A nomination needs {quorum} reviews; one with fewer keeps its rank and is marked.")
    return f"{told} {quorum.format(quorum=rules.quorum)}"


def _printing(rules: Rules) -> str:
    told = _(
        "Scores are worked out exactly, rounded half up to {decimals} decimals, and ranked as they are printed. Equals"
        " share a rank, and the next is left out: 1, 2=, 2=, 4."
    )
    return told.format(decimals=rules.decimals)


def _tie_breaks(rules: Rules) -> Iterator[Part]:
    if rules.tie_break:
        yield tag("p", _("Where scores are equal, these rules are asked one after the other:"))
        yield listed((_(_TIE_BREAKS[name]) for name in rules.tie_break), "ol")
    else:
        yield tag("p", _("Where scores are equal, nothing separates them."))
    yield tag("p", _(_AT_LINE[rules.tie_at_line]))


def _duplicates() -> str:
    return _(
        "Nominations that the chair found to be one initiative are ranked as one, with the reviews of all; a juror who"
        " scored several of them counts once."
    )
