"""Whether the topics of two nominations are near: what rules ask and evidence tells, by the same thresholds."""

from typing import Final

from nominate_tui.duplicates.comparison import Comparison
from nominate_tui.model.nomination import Nomination

NEAR: Final = 0.28
"""From what cosine on two topics are near, 0 to 1, where they are also among the nearest of the round."""
NEAREST: Final = 0.97
"""What part of the pairs of the round are less near than near topics, 0 to 1."""
FAR_NEARER: Final = 0.975
"""The same of two of one organisation of which only one is the other's nearest: neighbours under one roof are many."""
OF_EACH_OTHER: Final = 0.95
"""The same of two that are each the other's nearest."""
VERY_NEAR: Final = 0.42
"""From what cosine on the topic is enough alone, 0 to 1."""
TELLING: Final = 20
"""Words of a text from which on it has a topic."""
LONG: Final = 100
"""Words of the longer of two texts from which on it says something who is the nearest."""


def both_have(pair: Comparison, words: int) -> bool:
    """Whether both texts have so many words; more of them are not counted."""
    return all(has(nomination, words) for nomination in (pair.a, pair.b))


def has(nomination: Nomination, words: int) -> bool:
    """Whether a text has so many words; more of them are not counted."""
    missing = words
    for answer in nomination.answers.values():
        missing -= len(answer.split(None, missing))
        if missing <= 0:
            return True
    return False


def nearness(pair: Comparison) -> float:
    """How near the topics are; 0 where they are not, or a text is so short that its topic is only its title again."""
    if pair.topic is None or pair.topic.cosine < NEAR:
        return 0.0
    return pair.topic.cosine if both_have(pair, TELLING) else 0.0


def is_near(pair: Comparison) -> bool:
    """Whether the topics are among the nearest of the round, and near, or one is the other's nearest.

    The shorter texts are, the lower are all cosines of a round: who is the nearest can still be told.
    """
    if pair.topic is None or pair.topic.percentile < NEAREST:
        return False
    return nearness(pair) >= NEAR or is_nearest(pair)


def is_nearest(pair: Comparison) -> bool:
    """Whether one is the other's nearest, and both are among the nearest of the round, in texts that can tell."""
    topic = pair.topic
    if topic is None or not (topic.nearest and topic.telling):
        return False
    if topic.percentile < (NEAREST if topic.nearest == 1 else OF_EACH_OTHER):
        return False
    return both_have(pair, TELLING) and any(has(each, LONG) for each in (pair.a, pair.b))
