"""What makes two nominations worth a look as one initiative or as related ones: the rules, all in one place."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from nominate_tui.duplicates.comparison import Comparison
from nominate_tui.duplicates.evidence import evidence
from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.packages import one_document, one_package
from nominate_tui.duplicates.weighing import HALF
from nominate_tui.model.duplicate import Suggestion
from nominate_tui.model.nomination import Nomination
from nominate_tui.model.rules import DuplicateRules

NEARLY_ALL: Final = 0.8
"""From what share of the shorter text on two texts are the same one, 0 to 1."""
ALL: Final = 0.95
"""The same where the owners are alike only in part: one of several names, the others in another language, 0 to 1."""
IN_PART: Final = 1 / 3
"""From what likeness on two owners are alike in part, 0 to 1."""
MUCH: Final = 0.2
"""What share of the shorter text makes two nominations of one owner the same initiative, 0 to 1."""
MOST: Final = 0.5
"""What share of the shorter text makes them the same even where it all stands in one answer, 0 to 1."""
BESIDE: Final = 0.25
"""What part of the shared words stands in other answers than one, where more than one answer was copied, 0 to 1."""
SENTENCE: Final = 12
"""Words in the longest passage from which on it is more than a phrase that many use."""
MANY_WORDS: Final = 30
"""Words in passages, one of them a sentence, from which on somebody has copied, however long the texts are."""
OWN_PASSAGE: Final = 60
"""The same where the owner is the same: everybody copies from their own texts."""
NEAR: Final = 0.28
"""From what cosine on two topics are near, 0 to 1, where they are also among the nearest of the round."""
NEAREST: Final = 0.97
"""What part of the pairs of the round are less near than near topics, 0 to 1."""
SAME_TOPIC: Final = 0.65
"""From what cosine on two texts are about one thing, 0 to 1."""
TELLING: Final = 20
"""Words of a text from which on it has a topic."""
VERY_NEAR: Final = 0.42
"""From what cosine on the topic is enough alone, 0 to 1, for one pair of so many nominations:"""
FEW: Final = 20

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to suggest a pair."""

    name: str
    """As `docs/duplicates.md` and every suggestion call it."""
    suggests: Literal["duplicate", "related"]
    holds: Callable[[Comparison, DuplicateRules], bool]
    """Whether it holds for a pair, with the thresholds of the round."""
    loud: tuple[float, float] = (0.1, 0.5)
    """Between which likenesses its suggestions are."""


def _same_name(pair: Comparison, rules: DuplicateRules) -> bool:
    return pair.name.value >= rules.title


def _siblings(pair: Comparison) -> bool:
    """Whether they are parts of one package, or the titles differ in what tells siblings apart: two places, girls and boys."""
    name = pair.name
    told_apart = not (name.numbers is None and name.places is None and name.apart is None)
    return (name.value >= HALF and told_apart) or _parts(pair)


def _parts(pair: Comparison) -> bool:
    """Whether they are two parts of one package: not one that stands in it twice, or in a package that was sent in twice."""
    if not one_package(pair.a, pair.b):
        return False
    again = words(pair.a.title) == words(pair.b.title) and pair.owner.relation != "different"
    return not again or (one_document(pair.a, pair.b) and _share(pair) < NEARLY_ALL)


def _is_borne_out(pair: Comparison, rules: DuplicateRules) -> bool:
    """Whether a name that is only alike in its letters is the same, misspelt: then texts have more in common than most.

    Where one of them is too short to tell, nothing speaks against it.
    """
    silent = min(pair.a.words, pair.b.words) < TELLING
    return not pair.name.letters or silent or _is_nearest(pair) or _share(pair) >= rules.text


def _is_nearest(pair: Comparison) -> bool:
    """Whether the topics are among the nearest of the round; where there are too few pairs to tell, whether they are near."""
    if pair.topic is None:
        return False
    return pair.topic.percentile >= NEAREST if pair.topic.telling else pair.topic.cosine >= NEAR


def _same_owner(pair: Comparison) -> bool:
    return pair.owner.relation == "same"


def _person_and_topic(pair: Comparison, _: DuplicateRules) -> bool:
    """Whether a person is the same and the topic near; whoever only sends nominations in may send in many of one field."""
    if pair.owner.by == "person":
        return _near(pair)
    return pair.owner.by in ("contact", "email", "telephone") and _cosine(pair) >= VERY_NEAR


def _share(pair: Comparison) -> float:
    return pair.text.share if pair.text else 0.0


def _cosine(pair: Comparison) -> float:
    """How near the topics are; 0 where they are not, or a text is so short that its topic is only its title again."""
    if pair.topic is None or pair.topic.cosine < NEAR:
        return 0.0
    return pair.topic.cosine if min(pair.a.words, pair.b.words) >= TELLING else 0.0


def _near(pair: Comparison) -> bool:
    return _cosine(pair) >= NEAR and pair.topic is not None and pair.topic.percentile >= NEAREST


def _other_years(pair: Comparison) -> bool:
    """Whether both say when they began, and name no year in common: the same again, or a sibling."""
    a, b = (set(_YEAR.findall(each.started)) for each in (pair.a, pair.b))
    return bool(a and b) and not a & b


def _name_again(pair: Comparison, rules: DuplicateRules) -> bool:
    same = _same_name(pair, rules) and _same_owner(pair) and _is_borne_out(pair, rules)
    return same and not (_siblings(pair) or _other_years(pair))


def _text_again(pair: Comparison, _: DuplicateRules) -> bool:
    enough = NEARLY_ALL if pair.owner.relation != "different" else ALL
    in_part = pair.owner.relation != "different" or pair.owner.value >= IN_PART
    return _share(pair) >= enough and in_part and not _siblings(pair)


def _much_again(pair: Comparison, _: DuplicateRules) -> bool:
    return _share(pair) >= MUCH and _same_owner(pair) and not (_siblings(pair) or _one_answer(pair))


def _one_answer(pair: Comparison) -> bool:
    """Whether one answer was copied into another project of the owner: what else there is, is not the same."""
    if pair.text is None or pair.naming or pair.name.value >= HALF or _cosine(pair) >= SAME_TOPIC:
        return False
    beside = pair.text.beside
    if _answers(pair.a) == _answers(pair.b) == 1:
        beside = pair.text.words - pair.text.longest
    return pair.text.share < MOST and beside < BESIDE * pair.text.words


def _answers(nomination: Nomination) -> int:
    return sum(bool(answer.strip()) for answer in nomination.answers.values())


def _copied(pair: Comparison, rules: DuplicateRules) -> bool:
    """Whether somebody has copied: not a phrase that many use, and not a paragraph of one's own."""
    if pair.text is None:
        return False
    if _same_owner(pair):
        return pair.text.longest >= OWN_PASSAGE or pair.text.share >= MUCH
    sentence = pair.text.longest >= SENTENCE
    more_than_a_phrase = sentence or pair.text.share >= MUCH or _near(pair)
    return (pair.text.words >= MANY_WORDS and sentence) or (
        pair.text.share >= rules.text and more_than_a_phrase
    )


def _retold(pair: Comparison, _: DuplicateRules) -> bool:
    """Whether the same is told in other words: the name is in the other's, the owner the same, the topic all but the same."""
    named = pair.naming is not None or pair.name.value >= HALF
    return (
        named
        and _cosine(pair) >= SAME_TOPIC
        and _same_owner(pair)
        and not (_siblings(pair) or _other_years(pair))
    )


def _nobodys_again(pair: Comparison, rules: DuplicateRules) -> bool:
    """Whether two that name no owner, as citizens do, are called the same in several words and are about one thing."""
    owned = any(each.organisation or each.responsible for each in (pair.a, pair.b))
    same = _same_name(pair, rules) and pair.name.words > 1 and pair.owner.relation == "unknown" and not owned
    alike = _cosine(pair) >= VERY_NEAR and _near(pair)
    return same and alike and not (_siblings(pair) or _other_years(pair))


RULES: Final = (
    Rule("same-name-same-owner", "duplicate", _name_again, (0.5, 1.0)),
    Rule("same-text", "duplicate", _text_again, (0.5, 1.0)),
    Rule("much-text-same-owner", "duplicate", _much_again, (0.5, 1.0)),
    Rule("like-name-same-owner-and-topic", "duplicate", _retold, (0.5, 1.0)),
    Rule("same-name-and-topic-no-owner", "duplicate", _nobodys_again, (0.5, 0.8)),
    Rule("same-name", "related", _same_name),
    Rule("copied-passages", "related", _copied),
    Rule("named-in-the-other", "related", lambda pair, _: pair.naming is not None),
    Rule("same-person-near-topic", "related", _person_and_topic),
    Rule("like-name-near-topic", "related", lambda pair, _: pair.name.value >= HALF and _near(pair)),
)
"""In the order they are asked; the first that holds makes the suggestion."""

NEAR_TOPIC: Final = Rule("near-topic", "related", lambda pair, _: _cosine(pair) >= VERY_NEAR, (0.0, 0.1))
"""For the nearest of the pairs that no other rule suggests: half of what it finds is nothing."""


def judge(
    comparisons: Iterable[Comparison], rules: DuplicateRules, nominations: int
) -> tuple[Suggestion, ...]:
    """What the comparisons of a round of so many nominations suggest, the loudest first, equally loud ones in their order.

    Of pairs that only their topic suggests, the nearest are: one for `FEW` nominations.
    """
    made: list[Suggestion] = []
    near: list[Comparison] = []
    for pair in comparisons:
        if found := judged(pair, rules):
            made.append(found)
        elif NEAR_TOPIC.holds(pair, rules):
            near.append(pair)
    nearest = sorted(near, key=_nearness)[: nominations // FEW]
    made += [_suggestion(pair, NEAR_TOPIC, rules) for pair in nearest]
    return tuple(sorted(made, key=lambda suggestion: -suggestion.likeness))


def judged(pair: Comparison, rules: DuplicateRules) -> Suggestion | None:
    """What a comparison suggests by itself; `None` where no rule holds."""
    rule = next((rule for rule in RULES if rule.holds(pair, rules)), None)
    return _suggestion(pair, rule, rules) if rule else None


def _nearness(pair: Comparison) -> tuple[float, list[str]]:
    """To sort by: the nearest topics first, and equally near ones by their ids, whichever comes first in the round."""
    return -_cosine(pair), sorted((pair.a.id, pair.b.id))


def _suggestion(pair: Comparison, rule: Rule, rules: DuplicateRules) -> Suggestion:
    return Suggestion(
        a=pair.a.id,
        b=pair.b.id,
        suggested=rule.suggests,
        rule=rule.name,
        likeness=_likeness(pair, rule, rules),
        evidence=evidence(pair, rules.title),
    )


def _likeness(pair: Comparison, rule: Rule, rules: DuplicateRules) -> float:
    """One number to sort by, within the bounds of the rule: name or text times owner, or the topic alone.

    The more alike of name and text counts, since either alone can give a duplicate away; a name that is not the
    same counts half, and one whose letters alone are alike no more than the least share of text. It counts in full where the owner is wholly the same, half where it is wholly another, and
    three quarters where that is not known.
    """
    least, most = rule.loud
    if rule is NEAR_TOPIC:
        return least + (most - least) * _cosine(pair)
    owner = 0.5 if pair.owner.relation == "unknown" else pair.owner.value
    name = pair.name.value if _same_name(pair, rules) else pair.name.value / 2
    if not _is_borne_out(pair, rules):
        name = min(name, rules.text)
    return least + (most - least) * max(name, _share(pair)) * (1 + owner) / 2
