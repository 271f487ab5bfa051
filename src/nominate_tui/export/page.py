"""`result.html`: the result as one page that needs nothing else: no script, no network, no font of its own."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from importlib.resources import files

from nominate_tui.export.manifest import program_version
from nominate_tui.export.markup import Markup, Part, foreign, listed, tag, void
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.page_adopted import changed_rules
from nominate_tui.export.page_method import check_part, method_part
from nominate_tui.export.page_ranking import decisions_part, ranking_part, scores_part
from nominate_tui.export.page_shortlist import shortlist_part, ties_part
from nominate_tui.export.page_sure import sure_part
from nominate_tui.export.why import Why
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.ranking.reliability import reliability_told


def result_html(outcome: Outcome) -> bytes:
    """The page, in the language spoken; the same outcome gives the same bytes."""
    why = Why(outcome.round, outcome.ranking)
    main = tag(
        "main",
        *_warnings(outcome),
        shortlist_part(outcome, why),
        ties_part(outcome, why),
        sure_part(outcome),
        ranking_part(outcome),
        scores_part(outcome, why),
        decisions_part(outcome),
        method_part(outcome),
    )
    body = tag("body", _header(outcome), main, check_part(outcome, program_version()))
    page = tag("html", _head(outcome), "\n", body, lang=outcome.round.rules.language)
    return f"<!DOCTYPE html>\n{page.html}\n".encode()


def _head(outcome: Outcome) -> Markup:
    style = (
        files("nominate_tui.export").joinpath("result.css").read_text(encoding="utf-8").replace("\r\n", "\n")
    )
    rules = outcome.round.rules
    return tag(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="color-scheme", content="light dark"),
        void("meta", name="referrer", content="no-referrer"),
        tag("title", _("{title} {round}: the result").format(title=rules.title, round=rules.id)),
        Markup(f"<style>{style}</style>"),
    )


def _policy(style: str) -> str:
    """Nothing may be loaded or run; of styles only this very one, by its digest."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _header(outcome: Outcome) -> Markup:
    rules, locked = outcome.round.rules, outcome.round.deliberation.locked
    state = _("The round was locked on {day}.").format(day=f"{locked:%Y-%m-%d}") if locked else ""
    open_yet = "" if locked else _("The round is not locked yet: ballots may still change.")
    return tag(
        "header",
        tag("p", _("Round {id}").format(id=rules.id), class_="where"),
        tag("h1", foreign(rules.title)),
        tag("p", _size(outcome), " ", state or tag("strong", open_yet)),
        tag("nav", listed(_contents()), aria_label=_("Contents")),
    )


def _size(outcome: Outcome) -> str:
    nominations = len(outcome.ranking.standings)
    reviews = len(outcome.counted.joined.target)
    heard = sum(number > 0 for number in outcome.ranking.heard.values())
    told = (
        ngettext("{n} nomination is ranked.", "{n} nominations are ranked.", nominations).format(
            n=nominations
        ),
        ngettext("{n} review counts,", "{n} reviews count,", reviews).format(n=reviews),
        ngettext("by {n} juror.", "by {n} jurors.", heard).format(n=heard),
    )
    return " ".join(told)


def _contents() -> Iterator[Markup]:
    for id, name in (
        ("shortlist", _("The shortlist")),
        ("ties", _("Ties")),
        ("sure", _("How sure")),
        ("ranking", _("The ranking")),
        ("scores", _("The scores")),
        ("duplicates", _("Duplicates and related nominations")),
        ("method", _("How the ranking came about")),
    ):
        yield tag("a", name, href=f"#{id}")


def _warnings(outcome: Outcome) -> Iterator[Part]:
    """What everybody should know before anything else."""
    told = list(_told(outcome))
    if told:
        yield tag("section", tag("h2", _("Before you read")), listed(told), class_="banner")


def _told(outcome: Outcome) -> Iterator[str]:
    ranking, found = outcome.ranking, outcome.certainty.agreement
    if found and found.reliability is not None:
        yield reliability_told(found.reliability)
    yield from changed_rules(outcome)
    if ranking.tie_at_the_line:
        yield _("A tie that nothing separates lies across the line of the shortlist: {ids}.").format(
            ids=", ".join(ranking.tied)
        )
    if found and found.components > 1:
        yield _(
            "The jury falls into {n} groups that share no nomination: the order between nominations of different"
            " groups rests on the assumption that the groups are equally strict."
        ).format(n=found.components)
    if ranking.lowest:
        yield _("Only the lowest score throughout, which is probably an error: {names}.").format(
            names=", ".join(ranking.lowest)
        )
