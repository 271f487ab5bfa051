"""Reads and writes `scoring.toml`: the rules of a round."""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from nominate_tui.locale.catalogue import LANGUAGES, _
from nominate_tui.model.rules import (
    METHODS,
    TIE_BREAKS,
    TIES_AT_LINE,
    Criterion,
    DuplicateRules,
    Juror,
    Rules,
    Scale,
    TieAtLine,
    TieBreak,
    Words,
)
from nominate_tui.notation.budget_rules import BUDGET_KEYS, budget_written, read_budget
from nominate_tui.notation.intake_rules import INTAKE_KEYS, intake_written, read_intake
from nominate_tui.notation.juror_rules import JUROR_KEYS, juror_written, read_juror
from nominate_tui.notation.reader import Document, Table
from nominate_tui.notation.wording import nearest, shown
from nominate_tui.notation.writing import document, table

_TOP: Final = ("round", "scale", "criterion", "ranking", "duplicates", "intake", "budget", "juror")
_ROUND: Final = (
    "id",
    "title",
    "language",
    "shortlist",
    "quorum",
    "decimals",
    "seed",
    "pseudonym_key",
    "incomplete_reviews",
)
_SCALE: Final = ("min", "max")
_CRITERION: Final = ("id", "label", "weight", "answers", "anchors")
_RANKING: Final = ("method", "tie_break", "tie_at_line")
_DUPLICATES: Final = ("title", "text", "aliases")

_WIDEST_SCALE: Final = 100
"""How many values a scale may have."""

_CRITERION_ID: Final = re.compile("[a-z0-9_]{1,64}")
_LANGUAGE: Final = re.compile("[a-z]{2,3}")
_DEFAULT: Final = Rules(id="", title="", criteria=())
_DEFAULT_CRITERION: Final = Criterion(id="", label={})
_DEFAULT_DUPLICATES: Final = DuplicateRules()
_DEFAULT_SCALE: Final = Scale()


def read_rules(text: str | bytes, where: str) -> Rules:
    """The rules in a file; `where` is its name.

    Raises:
        BadInput: Something in it is not as it must be; every problem has its line and key path.
    """
    read = Document(text, where, _TOP)
    root = read.root
    scale = _scale(root.table("scale", _SCALE))
    rules = _rules(root, root.table("round", _ROUND), scale)
    read.finish()
    return rules


def write_rules(rules: Rules) -> str:
    """The rules as a file without remarks; reading it gives the same again."""
    duplicates = rules.duplicates
    return document(
        table("[round]", _round_written(rules)),
        table("[scale]", {"min": rules.scale.min, "max": rules.scale.max}),
        *map(_criterion_written, rules.criteria),
        table("[ranking]", _ranking_written(rules)),
        table(
            "[duplicates]",
            {"title": duplicates.title, "text": duplicates.text, "aliases": duplicates.aliases},
        ),
        intake_written(rules.intake),
        budget_written(rules.budget),
        *map(juror_written, rules.jurors),
    )


def _rules(root: Table, round: Table, scale: Scale) -> Rules:
    language = round.choice("language", LANGUAGES, _DEFAULT.language)
    id = round.needed("id", 'id = "2026"')
    ranking = root.table("ranking", _RANKING)
    tie_break = _tie_break(ranking)
    return Rules(
        id=id,
        title=round.filled("title", id),
        criteria=_criteria(root, scale, language),
        jurors=_jurors(root),
        language=language,
        scale=scale,
        shortlist=round.whole("shortlist", _DEFAULT.shortlist, low=1),
        quorum=round.whole("quorum", _DEFAULT.quorum, low=1),
        decimals=round.whole("decimals", _DEFAULT.decimals, low=0, high=9),
        seed=round.line("seed", _DEFAULT.seed),
        pseudonym_key=round.line("pseudonym_key", _DEFAULT.pseudonym_key),
        incomplete_reviews=round.flag("incomplete_reviews", default=_DEFAULT.incomplete_reviews),
        method=ranking.choice("method", METHODS, _DEFAULT.method),
        tie_break=tie_break,
        tie_at_line=_tie_at_line(ranking, tie_break),
        duplicates=_duplicates(root.table("duplicates", _DUPLICATES)),
        intake=read_intake(root.table("intake", INTAKE_KEYS)),
        budget=read_budget(root.table("budget", BUDGET_KEYS)),
    )


def _scale(entry: Table) -> Scale:
    low = entry.whole("min", _DEFAULT_SCALE.min)
    high = entry.whole("max", _DEFAULT_SCALE.max)
    if low < high < low + _WIDEST_SCALE:
        return Scale(low, high)
    message = _("a scale from {low} to {high} cannot be used").format(low=low, high=high)
    todo = _("let max be larger than min, with at most {count} values between them").format(
        count=_WIDEST_SCALE
    )
    entry.problem("max", message, todo)
    return _DEFAULT_SCALE


def _criteria(root: Table, scale: Scale, language: str) -> tuple[Criterion, ...]:
    entries = list(root.tables("criterion", _CRITERION))
    criteria = tuple(_criterion(entry, scale, language) for entry in entries)
    _refuse_doubles(entries, [criterion.id for criterion in criteria])
    if root.holds_nothing("criterion"):
        root.problem("criterion", _("there is no criterion"), _("write at least one [[criterion]]"))
    return criteria


def _criterion(entry: Table, scale: Scale, language: str) -> Criterion:
    id = entry.needed("id", 'id = "innovation"')
    if id.strip() and not _CRITERION_ID.fullmatch(id):
        message = _("{value} cannot be an id").format(value=shown(id))
        entry.problem("id", message, _("write at most 64 lower-case letters a to z, digits and _"))
    return Criterion(
        id=id,
        label=_label(entry, id, language),
        weight=entry.positive("weight", _DEFAULT_CRITERION.weight),
        answers=entry.lines("answers"),
        anchors=_anchors(entry.table("anchors"), scale),
    )


def _label(entry: Table, id: str, language: str) -> Words:
    """The label by language; a plain text is in the language of the round, and without one it is the id."""
    if not entry.holds_table("label"):
        return {language: entry.filled("label", id)}
    labels = entry.table("label")
    _refuse_languages(labels)
    if entry.holds_nothing("label"):
        entry.problem(
            "label", _("{key} is empty").format(key="label"), _("write a text, or take the line out")
        )
    return {code: labels.filled(code, "") for code in labels}


def _anchors(entry: Table, scale: Scale) -> Mapping[str, Mapping[int, str]]:
    _refuse_languages(entry)
    return {code: _anchors_in(entry.table(code), scale) for code in entry}


def _anchors_in(entry: Table, scale: Scale) -> Mapping[int, str]:
    anchors = {}
    for key in entry:
        value = _score(key, scale)
        if value is None:
            message = _("{key} is not on the scale").format(key=shown(key))
            todo = _("write a whole number from {low} to {high}").format(low=scale.min, high=scale.max)
            entry.problem(key, message, todo)
        else:
            anchors[value] = entry.line(key)
    return anchors


def _score(key: str, scale: Scale) -> int | None:
    return next((value for value in scale.values if str(value) == key), None)


def _refuse_languages(entry: Table) -> None:
    for code in entry:
        if not _LANGUAGE.fullmatch(code):
            message = _("{code} is no language").format(code=shown(code))
            entry.problem(code, message, _("write a code of ISO 639, such as da or en"))


def _jurors(root: Table) -> tuple[Juror, ...]:
    entries = list(root.tables("juror", JUROR_KEYS))
    jurors = tuple(read_juror(entry) for entry in entries)
    # Without regard to case: each id is a file name, and some disks know no case.
    _refuse_doubles(entries, [juror.id.lower() for juror in jurors])
    return jurors


def _refuse_doubles(entries: Iterable[Table], ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for entry, id in zip(entries, ids, strict=True):
        if id in seen:
            message = _("{id} stands here a second time").format(id=shown(id))
            entry.problem("id", message, _("give each an id of its own"))
        seen.add(id)


def _tie_break(entry: Table) -> tuple[TieBreak, ...]:
    if "tie_break" not in entry:
        return _DEFAULT.tie_break
    asked = entry.lines("tie_break")
    for place, word in enumerate(asked):
        if word not in TIE_BREAKS or word in asked[:place]:
            entry.problem("tie_break", _tie_break_wrong(word), _tie_break_advice(word))
    return tuple(known for word in asked for known in TIE_BREAKS if known == word)


def _tie_at_line(entry: Table, tie_break: Iterable[TieBreak]) -> TieAtLine:
    asked = entry.choice("tie_at_line", TIES_AT_LINE, _DEFAULT.tie_at_line)
    if asked == "chair" and "chair" not in tie_break:
        message = _("a tie at the line is left to the chair, who is not among the tie-breaks")
        entry.problem("tie_at_line", message, _('add "chair" to tie_break, or write tie_at_line = "extend"'))
    return asked


def _tie_break_wrong(word: str) -> str:
    if word in TIE_BREAKS:
        return _("{word} stands here a second time").format(word=shown(word))
    return _("{word} is no tie-break").format(word=shown(word))


def _tie_break_advice(word: str) -> str:
    if word not in TIE_BREAKS and (guess := nearest(word, TIE_BREAKS)):
        return _("did you mean {key}?").format(key=guess)
    return _("write each at most once: {words}").format(words=", ".join(TIE_BREAKS))


def _duplicates(entry: Table) -> DuplicateRules:
    return DuplicateRules(
        title=entry.share("title", _DEFAULT_DUPLICATES.title),
        text=entry.share("text", _DEFAULT_DUPLICATES.text),
        aliases=entry.groups("aliases"),
    )


def _round_written(rules: Rules) -> Mapping[str, object]:
    return {
        "id": rules.id,
        "title": rules.title,
        "language": rules.language,
        "shortlist": rules.shortlist,
        "quorum": rules.quorum,
        "decimals": rules.decimals,
        "seed": rules.seed,
        "pseudonym_key": rules.pseudonym_key,
        "incomplete_reviews": rules.incomplete_reviews,
    }


def _ranking_written(rules: Rules) -> Mapping[str, object]:
    return {"method": rules.method, "tie_break": rules.tie_break, "tie_at_line": rules.tie_at_line}


def _criterion_written(criterion: Criterion) -> str:
    fields = {
        "id": criterion.id,
        "label": criterion.label,
        "weight": weight_written(criterion.weight),
        "answers": criterion.answers,
    }
    anchors = (
        table(f"[criterion.anchors.{code}]", {str(value): text for value, text in by_value.items()})
        for code, by_value in criterion.anchors.items()
    )
    return table("[[criterion]]", fields) + "".join(anchors)


def weight_written(weight: Fraction) -> int | float:
    """A weight as a number of TOML: whole or decimal; reading gives it back where fifteen digits can tell it."""
    return weight.numerator if weight.denominator == 1 else float(weight)
