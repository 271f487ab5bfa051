"""Reads and writes `data/ballots/<juror>.toml`: all of one juror's reviews."""

from collections.abc import Mapping
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import Rules, Scale
from nominate_tui.notation.clean import clean
from nominate_tui.notation.conflict import conflict_in
from nominate_tui.notation.reader import Document, Table
from nominate_tui.notation.wording import nearest, shown
from nominate_tui.notation.writing import document, table

FORMAT: Final = 1
"""The version of the file format that this program writes and reads."""

_TOP: Final = ("format", "round", "juror", "confirmed", "review")
_REVIEW: Final = (
    "nomination",
    "scores",
    "abstained",
    "comment",
    "note",
    "recused",
    "flagged",
    "changed",
    "scored",
)
_RECUSED: Final = ("kind", "reason")


def read_ballot(text: str | bytes, where: str, juror: str, rules: Rules, nominations: Nominations) -> Ballot:
    """The ballot in a file, which must be this juror's and fit the rules and nominations of the round.

    Raises:
        BadInput: Something in it is not as it must be; every problem has its line and key path.
    """
    read = Document(text, where, _TOP)
    root = read.root
    _check_format(root)
    _check_names(root, juror, rules)
    reviews: dict[str, Review] = {}
    for entry in root.tables("review", _REVIEW):
        review = _review(entry, rules, nominations)
        if review.nomination in reviews:
            message = _("nomination {id} is reviewed a second time").format(id=shown(review.nomination))
            entry.problem("nomination", message, _("keep one of the two reviews"))
        reviews[review.nomination] = review
    confirmed = root.moment("confirmed")
    read.finish()
    return Ballot(rules.id, juror, reviews, confirmed)


def write_ballot(ballot: Ballot) -> str:
    """The ballot as a file; reading it gives the same again, with its texts cleaned."""
    head = {"format": FORMAT, "round": ballot.round, "juror": ballot.juror, "confirmed": ballot.confirmed}
    return document(table("", head), *map(_written, ballot.reviews.values()))


def _check_format(root: Table) -> None:
    if "format" not in root:
        todo = _("write for example {example}").format(example=f"format = {FORMAT}")
        root.problem("format", _("{key} is missing").format(key="format"), todo)
    elif (number := root.whole("format", FORMAT)) != FORMAT:
        message = _("this file has format {number}, which this version does not know").format(number=number)
        root.problem("format", message, _("open it with the version of the program that wrote it"))


def _check_names(root: Table, juror: str, rules: Rules) -> None:
    owner = root.needed("juror", f'juror = "{juror}"')
    if owner.strip() and owner != juror:
        message = _("the ballot says it is by {owner}, but its place is that of {juror}")
        todo = _("give the file its juror's name, or write {example} if the ballot is theirs")
        root.problem(
            "juror",
            message.format(owner=shown(owner), juror=shown(juror)),
            todo.format(example=f'juror = "{juror}"'),
        )
    round = root.needed("round", f'round = "{rules.id}"')
    if round.strip() and round != rules.id:
        message = _("the ballot is of the round {other}, and this round is {id}")
        root.problem(
            "round",
            message.format(other=shown(round), id=shown(rules.id)),
            _("put the ballot into the folder of its round"),
        )


def _review(entry: Table, rules: Rules, nominations: Nominations) -> Review:
    nomination = entry.needed("nomination", 'nomination = "15"')
    if nomination.strip() and nomination not in nominations:
        message = _("there is no nomination {id}").format(id=shown(nomination))
        entry.problem("nomination", message, _("correct the id, or take the review out"))
    scores = _scores(entry.table("scores"), rules)
    return Review(
        nomination=nomination,
        scores=scores,
        abstained=_abstained(entry, scores, rules),
        comment=entry.text("comment"),
        note=entry.text("note"),
        conflict=_conflict(entry),
        flagged=entry.flag("flagged"),
        changed=entry.moment("changed"),
        scored=entry.moment("scored"),
    )


def _scores(entry: Table, rules: Rules) -> Mapping[str, int]:
    scores = {}
    for criterion in entry:
        if rules.criterion(criterion) is None:
            _refuse_criterion(entry, criterion, criterion, rules)
        else:
            scores[criterion] = _score(entry, criterion, rules.scale)
    return scores


def _score(entry: Table, criterion: str, scale: Scale) -> int:
    return entry.whole(criterion, scale.min, low=scale.min, high=scale.max)


def _abstained(entry: Table, scores: Mapping[str, int], rules: Rules) -> frozenset[str]:
    found = entry.lines("abstained")
    for criterion in found:
        if rules.criterion(criterion) is None:
            _refuse_criterion(entry, "abstained", criterion, rules)
        elif criterion in scores:
            message = _("{criterion} is both scored and abstained from").format(criterion=criterion)
            entry.problem("abstained", message, _("take out the score or the abstention"))
    return frozenset(found)


def _refuse_criterion(entry: Table, key: str, criterion: str, rules: Rules) -> None:
    known = [known.id for known in rules.criteria]
    guess = nearest(criterion, known)
    message = _("there is no criterion {id}").format(id=shown(criterion))
    advice = _("did you mean {key}?").format(key=guess) if guess else _("write one of: {words}")
    entry.problem(key, message, advice.format(words=", ".join(known)))


def _conflict(entry: Table) -> Conflict | None:
    recused = entry.table("recused", _RECUSED)
    return conflict_in(recused) if entry.holds_table("recused") else None


def _written(review: Review) -> str:
    conflict = review.conflict
    fields = {
        "nomination": review.nomination,
        "scores": review.scores or None,
        "abstained": sorted(review.abstained) or None,
        "comment": clean(review.comment) or None,
        "note": clean(review.note) or None,
        "recused": {"kind": conflict.kind, "reason": clean(conflict.reason)} if conflict else None,
        "flagged": review.flagged or None,
        "changed": review.changed,
        "scored": review.scored,
    }
    return table("[[review]]", fields)
