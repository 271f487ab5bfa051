"""Whether the topics of two nominations are near: what rules ask and evidence tells, by the same thresholds."""

from typing import Final

from nominate_tui.duplicates.comparison import Comparison
from nominate_tui.model.nomination import Nomination

NEAR: Final = 0.28
"""From what cosine on two topics are near, 0 to 1, where they are also among the nearest of the round."""
NEAREST: Final = 0.97
"""What part of the pairs of the round are less near than near topics, 0 to 1."""
VERY_NEAR: Final = 0.42
"""From what cosine on the topic is enough alone, 0 to 1."""
TELLING: Final = 20
"""Words of a text from which on it has a topic."""


def both_have(pair: Comparison, words: int) -> bool:
    """Whether both texts have so many words; more of them are not counted."""
    return all(_has(nomination, words) for nomination in (pair.a, pair.b))


def _has(nomination: Nomination, words: int) -> bool:
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
    """Whether the topics are near, and among the nearest of the round."""
    return nearness(pair) >= NEAR and pair.topic is not None and pair.topic.percentile >= NEAREST
