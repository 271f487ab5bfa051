"""What makes two nominations worth a look as one initiative or as related ones: the rules, all in one place."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from nominate_tui.duplicates.comparison import Comparison, Shared
from nominate_tui.duplicates.evidence import evidence
from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.nearness import (
    FAR_NEARER,
    NEAR,
    NEAREST,
    TELLING,
    VERY_NEAR,
    both_have,
    is_near,
    is_nearest,
    nearness,
)
from nominate_tui.duplicates.packages import one_document, one_package
from nominate_tui.duplicates.persons import is_nobodys
from nominate_tui.duplicates.stems import LINKING, VAGUE, stem
from nominate_tui.duplicates.weighing import HALF
from nominate_tui.model.duplicate import Suggestion
from nominate_tui.model.nomination import Nomination
from nominate_tui.model.rules import DuplicateRules

NEARLY_ALL: Final = 0.8
"""From what share of the shorter text on two texts are the same one, 0 to 1."""
ALL: Final = 0.95
"""The same where the owners are alike only in part: one of several names, the others in another language, 0 to 1."""
MUCH: Final = 0.2
"""What share of the shorter text makes two nominations of one owner the same initiative, 0 to 1."""
MOST: Final = 0.5
"""What share of the shorter text makes them the same even where it all stands in one answer, 0 to 1."""
SHORT: Final = 40
"""Words of a text of which that is much, though it be less than `MANY_WORDS`; of fewer words half is a phrase or two."""
PARAGRAPHS: Final = 2
"""Passages that somebody may have pasted, however much of the text they are."""
BESIDE: Final = 0.25
"""What part of the shared words stands in other answers than one, where more than one answer was copied, 0 to 1."""
SENTENCE: Final = 12
"""Words in the longest passage from which on it is more than a phrase that many use."""
MANY_WORDS: Final = 30
"""Words in passages, one of them a sentence, from which on somebody has copied, however long the texts are."""
OWN_PASSAGE: Final = 60
"""The same where the owner is the same: everybody copies from their own texts."""
NAME_ALONE: Final = 0.6
"""The likeness of duplicates at most whose texts have nothing in common: that of one owner's two with `MUCH` of their text."""
BEFORE: Final = 2
"""Words that may stand before or between those of a name with which a passage begins: "The North Hospital"."""
SAME_TOPIC: Final = 0.65
"""From what cosine on two texts are about one thing, 0 to 1."""
FEW: Final = 20
"""Of so many nominations one pair is suggested for its topic alone."""
FEW_OF_OWNER: Final = 10
"""The same where the owner is the same: more of these are worth a look, and a round may be all of one organisation's."""
FEW_IN_TRANSLATION: Final = 5
"""The same of two languages: whoever nominates in both does so seldom."""

_PARTING: Final = re.compile(r"[,;/\n]")
"""What parts several names of an organisation."""
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
    one_of: int | None = None
    """Of so many nominations one pair is suggested by it, those of the nearest topics; `None` where every pair is."""
    each_once: bool = False
    """Whether a nomination is in one of its pairs at most, the nearest: a text has one translation."""

    def most(self, nominations: int) -> int:
        """How many pairs of a round of so many nominations are suggested by it."""
        return nominations // self.one_of if self.one_of else nominations**2


def _same_name(pair: Comparison, rules: DuplicateRules) -> bool:
    return pair.name.value >= rules.title


def _siblings(pair: Comparison) -> bool:
    """Whether they are parts of one package, or the titles differ in what tells siblings apart: two places, girls and boys."""
    name = pair.name
    numbered = name.value >= HALF and not (name.numbers is None and name.places is None)
    return numbered or name.apart is not None or _parts(pair)


def _parts(pair: Comparison) -> bool:
    """Whether they are two parts of one package: not one that stands in it twice, or in a package that was sent in twice."""
    if not one_package(pair.a, pair.b):
        return False
    again = words(pair.a.title) == words(pair.b.title) and pair.owner.relation != "different"
    return not again or (one_document(pair.a, pair.b) and _share(pair) < NEARLY_ALL)


def _is_borne_out(pair: Comparison, rules: DuplicateRules) -> bool:
    """Whether a name that is only alike in its letters is the same, misspelt: then texts have more in common than most.

    Of a single word they have much in common: siblings of one owner ("Skolemad", "Skolebad") use the same words.
    Where one of them is too short to tell, nothing speaks against it.
    """
    if not pair.name.letters or not both_have(pair, TELLING):
        return True
    if pair.name.words == 1:
        return nearness(pair) >= SAME_TOPIC or _share(pair) >= MUCH
    return _is_among_nearest(pair) or _share(pair) >= rules.text


def _by_name_alone(pair: Comparison) -> bool:
    """Whether two texts that could tell share nothing, and the topic is not near or the name alike in its letters alone."""
    near = is_near(pair) or is_nearest(pair)
    return both_have(pair, TELLING) and not _share(pair) and (pair.name.letters or not near)


def _is_among_nearest(pair: Comparison) -> bool:
    """Whether the topics are among the nearest of the round; where there are too few pairs to tell, whether they are near."""
    if pair.topic is None:
        return False
    return pair.topic.percentile >= NEAREST if pair.topic.telling else pair.topic.cosine >= NEAR


def _same_owner(pair: Comparison) -> bool:
    return pair.owner.relation == "same"


def _person_and_topic(pair: Comparison, _: DuplicateRules) -> bool:
    """Whether a person is the same and the topic near; whoever only sends nominations in may send in many of one field."""
    pasted = _share(pair) > 0 and _pasted(pair)  # Then the topic is near by what was pasted.
    if pair.owner.by == "person":
        return is_near(pair) and not pasted
    return pair.owner.by in ("contact", "email", "telephone") and nearness(pair) >= VERY_NEAR and not pasted


def _nearest_of_owner(pair: Comparison, _: DuplicateRules) -> bool:
    """Whether of two of one organisation or person one is the other's nearest: the same told by another, or a neighbour.

    Who only sends nominations in may send in many of one field.
    """
    topic, owned = pair.topic, pair.owner.by in ("person", "organisation")
    if not (owned and topic and (topic.nearest > 1 or topic.percentile >= FAR_NEARER)):
        return False
    return is_nearest(pair) and not (_parts(pair) or _share(pair))


def _in_translation(pair: Comparison, _: DuplicateRules) -> bool:
    """Whether a person is the same and the languages are others, so that nothing else could tell that it is the same."""
    return pair.owner.by == "person" and pair.topic is not None and pair.topic.foreign


def _share(pair: Comparison) -> float:
    return pair.text.share if pair.text else 0.0


def _next_of_one(pair: Comparison, _: DuplicateRules) -> bool:
    """Whether the titles of one owner tell siblings apart: phase 1 and phase 2."""
    return _siblings(pair) and not _parts(pair) and _same_owner(pair)


def _other_years(pair: Comparison) -> bool:
    """Whether both say when they began, and name no year in common: the same again, or a sibling."""
    a, b = (set(_YEAR.findall(each.started)) for each in (pair.a, pair.b))
    return bool(a and b) and not a & b


def _namesakes(pair: Comparison, rules: DuplicateRules) -> bool:
    """Whether they have one name. Of different owners "Better together" is none, where the topic is not near.

    Nor are titles one that a word tells apart: a club of one town's boys and one of another's girls are no siblings.
    """
    strangers = pair.owner.relation == "different" and not is_near(pair)
    return _same_name(pair, rules) and not (strangers and (_vague(pair) or pair.name.apart))


def _vague(pair: Comparison) -> bool:
    """Whether both titles say so little that two may choose them without knowing of one another."""
    return VAGUE.issuperset(stem(word) for each in (pair.a, pair.b) for word in words(each.title))


def _may_be_two(pair: Comparison) -> bool:
    """Whether two persons may have one name: they are elsewhere, and nothing is the same but a vague title."""
    return pair.owner.elsewhere and _vague(pair) and not (_share(pair) or is_near(pair))


def _name_again(pair: Comparison, rules: DuplicateRules) -> bool:
    same = _same_name(pair, rules) and _same_owner(pair) and _is_borne_out(pair, rules)
    return same and not (_siblings(pair) or _other_years(pair) or _may_be_two(pair))


def _text_again(pair: Comparison, rules: DuplicateRules) -> bool:
    enough = NEARLY_ALL if pair.owner.relation != "different" else ALL
    if pair.owner.relation == "unknown" and _same_name(pair, rules) and not pair.name.letters:
        enough = MOST
    in_part = pair.owner.relation != "different" or pair.owner.in_part
    return _share(pair) >= enough and in_part and not _siblings(pair)


def _much_again(pair: Comparison, _: DuplicateRules) -> bool:
    return _is_much(pair) and _same_owner(pair) and not (_siblings(pair) or _pasted(pair))


def _is_much(pair: Comparison) -> bool:
    """Whether so much text is shared as a related pair needs, and a good part; of a short text half is enough."""
    text = pair.text
    if text is None or text.share < MUCH:
        return False
    return text.words >= MANY_WORDS or (text.share >= MOST and both_have(pair, SHORT))


def _pasted(pair: Comparison) -> bool:
    """Whether a paragraph or two, or an answer, went into another project of the owner: what else there is, is not the same."""
    if pair.text is None or _named(pair) or pair.name.value >= HALF or nearness(pair) >= SAME_TOPIC:
        return False
    return pair.text.passages <= PARAGRAPHS or _one_answer(pair, pair.text)


def _named(pair: Comparison) -> bool:
    """Whether one says in its title or of its owner that it is the other; who tells of it may be anybody."""
    return pair.naming is not None and pair.naming.field not in ("answers", "persons")


def _one_answer(pair: Comparison, text: Shared) -> bool:
    beside = text.beside
    if _answers(pair.a) == _answers(pair.b) == 1:
        beside = text.words - text.longest
    return text.share < MOST and beside < BESIDE * text.words


def _answers(nomination: Nomination) -> int:
    return sum(bool(answer.strip()) for answer in nomination.answers.values())


def _introduces_owner(pair: Comparison, text: Shared) -> bool:
    """Whether all that is shared is one passage that begins with the owner's name: "North Hospital has 340 beds …".

    Of two owners it is the name that both have, such as that of the hospital of two wards.
    """
    begins = words(text.quote)
    organisations = [each.organisation for each in (pair.a, pair.b)]
    named = {frozenset(words(part)) - LINKING for each in organisations for part in _PARTING.split(each)}
    if not _same_owner(pair):
        named = {name for name in named if all(name.issubset(words(each)) for each in organisations)}
    return text.passages == 1 and any(name and name.issubset(begins[: len(name) + BEFORE]) for name in named)


def _copied(pair: Comparison, rules: DuplicateRules) -> bool:
    """Whether somebody has copied: not a phrase that many use, and not a paragraph of one's own."""
    if pair.text is None:
        return False
    if (_same_owner(pair) or pair.text.longest < OWN_PASSAGE) and _introduces_owner(pair, pair.text):
        return False
    if _same_owner(pair):
        return pair.text.longest >= OWN_PASSAGE or pair.text.share >= MUCH
    sentence = pair.text.longest >= SENTENCE
    more_than_a_phrase = sentence or pair.text.share >= MUCH or is_near(pair)
    return (pair.text.words >= MANY_WORDS and sentence) or (
        pair.text.share >= rules.text and more_than_a_phrase
    )


def _retold(pair: Comparison, _: DuplicateRules) -> bool:
    """Whether the same is told in other words: the name is in the other's, the owner the same, the topic all but the same."""
    named = _named(pair) or pair.name.value >= HALF
    return (
        named
        and nearness(pair) >= SAME_TOPIC
        and _same_owner(pair)
        and not (_siblings(pair) or _other_years(pair))
    )


def _nobodys_again(pair: Comparison, rules: DuplicateRules) -> bool:
    """Whether two that name no owner, as citizens do, are called the same in several words and are about one thing."""
    owned = not (is_nobodys(pair.a) and is_nobodys(pair.b))
    same = _same_name(pair, rules) and pair.name.words > 1 and pair.owner.relation == "unknown" and not owned
    alike = nearness(pair) >= VERY_NEAR and is_near(pair)
    return same and alike and not (_siblings(pair) or _other_years(pair))


RULES: Final = (
    Rule("same-name-same-owner", "duplicate", _name_again, (0.5, 1.0)),
    Rule("same-text", "duplicate", _text_again, (0.5, 1.0)),
    Rule("much-text-same-owner", "duplicate", _much_again, (0.5, 1.0)),
    Rule("like-name-same-owner-and-topic", "duplicate", _retold, (0.5, 1.0)),
    Rule("same-name-and-topic-no-owner", "duplicate", _nobodys_again, (0.5, 0.8)),
    Rule("same-name", "related", _namesakes),
    Rule("copied-passages", "related", _copied),
    Rule("named-in-the-other", "related", lambda pair, _: pair.naming is not None),
    Rule("next-of-one-owner", "related", _next_of_one),
    Rule("same-person-near-topic", "related", _person_and_topic),
    Rule("like-name-near-topic", "related", lambda pair, _: pair.name.value >= HALF and is_near(pair)),
)
"""In the order they are asked; the first that holds makes the suggestion."""

NEAR_TOPIC: Final = Rule(
    "near-topic", "related", lambda pair, _: nearness(pair) >= VERY_NEAR, (0.0, 0.1), FEW
)
"""Half of what it finds is nothing."""

LIMITED: Final = (
    Rule("nearest-of-one-owner", "related", _nearest_of_owner, one_of=FEW_OF_OWNER),
    Rule("same-person-other-language", "related", _in_translation, one_of=FEW_IN_TRANSLATION, each_once=True),
    NEAR_TOPIC,
)
"""For the nearest of the pairs that no other rule suggests."""


def judge(
    comparisons: Iterable[Comparison], rules: DuplicateRules, nominations: int, *, limited: bool = True
) -> tuple[Suggestion, ...]:
    """What the comparisons of a round of so many nominations suggest, the loudest first, equally loud ones in their order.

    Of pairs that only a rule of `LIMITED` suggests, the nearest are; all of them where it is not `limited`.
    """
    made: list[Suggestion] = []
    near: list[list[Comparison]] = [[] for _ in LIMITED]
    for pair in comparisons:
        if found := judged(pair, rules):
            made.append(found)
        elif (number := _first(LIMITED, pair, rules)) is not None:
            near[number].append(pair)
    for rule, pairs in zip(LIMITED, near, strict=True):
        nearest = sorted(pairs, key=_by_nearness)
        told = list(_each_once(nearest)) if rule.each_once and limited else nearest
        most = rule.most(nominations) if limited else None
        made += [_suggestion(pair, rule, rules) for pair in told[:most]]
    return tuple(sorted(made, key=lambda suggestion: -suggestion.likeness))


def within_limits(suggestions: Iterable[Suggestion], nominations: int) -> Iterator[Suggestion]:
    """Of suggestions, the loudest first, no more by a rule of `LIMITED` than `judge` makes in a round of so many nominations."""
    limited = {rule.name: (rule, list[Suggestion]()) for rule in LIMITED}
    for each in suggestions:
        if each.rule in limited:
            rule, made = limited[each.rule]
            again = rule.each_once and any(each.pair & other.pair for other in made)
            if again or len(made) >= rule.most(nominations):
                continue
            made.append(each)
        yield each


def judged(pair: Comparison, rules: DuplicateRules) -> Suggestion | None:
    """What a comparison suggests by itself; `None` where no rule holds."""
    number = _first(RULES, pair, rules)
    return None if number is None else _suggestion(pair, RULES[number], rules)


def _first(some: Sequence[Rule], pair: Comparison, rules: DuplicateRules) -> int | None:
    """The number of the first of some rules that holds for a pair."""
    return next((number for number, rule in enumerate(some) if rule.holds(pair, rules)), None)


def _each_once(pairs: Iterable[Comparison]) -> Iterator[Comparison]:
    """Of some pairs those of which neither nomination is in one before."""
    seen: set[str] = set()
    for pair in pairs:
        if seen.isdisjoint((pair.a.id, pair.b.id)):
            seen |= {pair.a.id, pair.b.id}
            yield pair


def _by_nearness(pair: Comparison) -> tuple[float, list[str]]:
    """To sort by: the nearest topics first, and equally near ones by their ids, whichever comes first in the round."""
    return -_cosine(pair), sorted((pair.a.id, pair.b.id))


def _cosine(pair: Comparison) -> float:
    return pair.topic.cosine if pair.topic else 0.0


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
    same counts half, and one whose letters alone are alike no more than the least share of text. It counts in full
    where the owner is wholly the same, half where it is wholly another, and three quarters where that is not known;
    of one name, shared text says as much as an owner. A duplicate by its name alone is no louder than one of `MUCH` text.
    """
    least, most = rule.loud
    if rule.one_of:
        return least + (most - least) * _cosine(pair)
    owner = 0.5 if pair.owner.relation == "unknown" else pair.owner.value
    if _same_name(pair, rules):
        name, owner = pair.name.value, max(owner, _share(pair))
    else:
        name = pair.name.value / 2
    if not _is_borne_out(pair, rules):
        name = min(name, rules.text)
    found = least + (most - least) * max(name, _share(pair)) * (1 + owner) / 2
    return min(found, NAME_ALONE) if rule.suggests == "duplicate" and _by_name_alone(pair) else found
