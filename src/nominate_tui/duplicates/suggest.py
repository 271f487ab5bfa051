"""Which nominations are worth a look as one initiative or as related ones: the rules, all in one place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from nominate_tui.duplicates.compare import Comparer, Comparison
from nominate_tui.duplicates.evidence import evidence
from nominate_tui.duplicates.groups import joined
from nominate_tui.model.duplicate import Kind, Suggestion, Verdict
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import DuplicateRules

SAME_OWNER: Final = 0.7
"""From what likeness on two owners are the same one, 0 to 1."""
NEARLY_ALL: Final = 0.8
"""From what share of the shorter text on two texts are the same one, 0 to 1."""
MUCH: Final = 0.2
"""What share of the shorter text makes two nominations of one owner the same initiative, 0 to 1."""
LONG_PASSAGE: Final = 30
"""Words in a passage from which on somebody has copied, however long the texts are."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to suggest a pair."""

    name: str
    """As `docs/duplicates.md` and every suggestion call it."""
    suggests: Literal["duplicate", "related"]
    holds: Callable[[Comparison, DuplicateRules], bool]
    """Whether it holds for a pair, with the thresholds of the round."""


def _same_name(pair: Comparison, rules: DuplicateRules) -> bool:
    return pair.name >= rules.title


def _same_owner(pair: Comparison) -> bool:
    return pair.owner is not None and pair.owner.value >= SAME_OWNER


def _share(pair: Comparison) -> float:
    return pair.text.share if pair.text else 0.0


def _copied(pair: Comparison, rules: DuplicateRules) -> bool:
    return pair.text is not None and (pair.text.share >= rules.text or pair.text.longest >= LONG_PASSAGE)


RULES: Final = (
    Rule(
        "same-name-same-owner", "duplicate", lambda pair, rules: _same_name(pair, rules) and _same_owner(pair)
    ),
    Rule(
        "same-text",
        "duplicate",
        lambda pair, _: _share(pair) >= NEARLY_ALL and (pair.owner is None or _same_owner(pair)),
    ),
    Rule("much-text-same-owner", "duplicate", lambda pair, _: _share(pair) >= MUCH and _same_owner(pair)),
    Rule("same-name", "related", _same_name),
    Rule("copied-passages", "related", _copied),
    Rule("named-in-the-other", "related", lambda pair, _: pair.naming is not None),
)
"""In the order they are asked; the first that holds makes the suggestion."""


def suggest(nominations: Nominations, rules: DuplicateRules) -> tuple[Suggestion, ...]:
    """The pairs worth a look, the loudest first; equally loud ones in the order of the round.

    Another order of the nominations changes nothing but which of two is called `a`.
    """
    made = [_suggestion(pair, rules) for pair in Comparer(nominations, rules).candidates()]
    return tuple(sorted(filter(None, made), key=lambda suggestion: -suggestion.likeness))


def lookalikes(
    nomination: str, suggestions: Iterable[Suggestion], verdicts: Iterable[Verdict]
) -> tuple[str, ...]:
    """The ids of what a reader of a nomination should know of, the most alike first, settled ones after.

    A verdict counts more than a suggestion: a pair called distinct is left out. A duplicate of a duplicate is one
    too; what is related to something related is not.
    """
    kinds: dict[frozenset[str], Kind] = {suggestion.pair: suggestion.suggested for suggestion in suggestions}
    kinds |= {verdict.pair: verdict.kind for verdict in verdicts}
    own = [pair for pair, kind in kinds.items() if nomination in pair and kind != "distinct"]
    same = joined(pair for pair, kind in kinds.items() if kind == "duplicate")
    also = [ids for ids in same if nomination in ids]
    found = dict.fromkeys(id for ids in (*own, *map(sorted, also)) for id in ids)
    return tuple(
        id for id in found if id != nomination and kinds.get(frozenset((id, nomination))) != "distinct"
    )


def _suggestion(pair: Comparison, rules: DuplicateRules) -> Suggestion | None:
    rule = next((rule for rule in RULES if rule.holds(pair, rules)), None)
    if rule is None:
        return None
    return Suggestion(
        a=pair.a.id,
        b=pair.b.id,
        suggested=rule.suggests,
        rule=rule.name,
        likeness=_likeness(pair, rule),
        evidence=evidence(pair, rules.title, SAME_OWNER),
    )


def _likeness(pair: Comparison, rule: Rule) -> float:
    """The upper half for a duplicate, the lower for a related pair; within it, name or text times owner.

    The more alike of name and text counts, since either alone can give a duplicate away. It counts in full where
    the owner is wholly the same, half where it is wholly another, and three quarters where that is not known.
    """
    owner = pair.owner.value if pair.owner else 0.5
    found = max(pair.name, _share(pair)) * (1 + owner) / 2
    return (1 + found) / 2 if rule.suggests == "duplicate" else found / 2
