"""Every message that evidence is told in, and what every rule suggests: in one place, which loads nothing that compares.

So whoever reads suggestions that were kept can tell whether this program may have written them.
"""

from collections.abc import Mapping
from typing import Final, Literal

from nominate_tui.locale.catalogue import later, nlater
from nominate_tui.model.duplicate import BY_TOPIC_ALONE, Axis, Suggestion

TITLES_SAME: Final = later("the titles are the same")
TITLES_SAME_WITHOUT: Final = later("the titles are the same without “{words}”")
TITLES_NEARLY_SAME: Final = later("the titles are nearly the same")
TITLES_NEARLY_SAME_WITHOUT: Final = later("the titles are nearly the same without “{words}”")
TITLES_SOMEWHAT_ALIKE: Final = later("the titles are somewhat alike")
TITLES_LITTLE_ALIKE: Final = later("the titles have little in common")
TITLES_APART: Final = later("the titles are told apart by “{words}”")
OTHER_NUMBERS: Final = later("the titles have other numbers: {a}; {b}")
OTHER_PLACES: Final = later("the titles name other owners or places: {a}; {b}")
NAMED_IN: Final = {
    "title": later("“{phrase}” stands in the title of {id}"),
    "organisation": later("“{phrase}” stands in the organisation of {id}"),
    "responsible": later("“{phrase}” stands among the responsible of {id}"),
    "answers": later("“{phrase}” stands in the answers of {id}"),
    "persons": later("{phrase}, responsible for the other, is named in the answers of {id}"),
}
"""By the field in which the other's name stands."""

SAME_BY: Final = {
    "person": later("{who} is responsible in both"),
    "contact": later("the same person is named in both, as responsible or as contact"),
    "email": later("both give the same e-mail address"),
    "telephone": later("both give the same telephone number"),
}
"""By what a person was known."""

SAME_PERSON: Final = later("the same person is responsible in both, by the names: {a}; {b}")
BOTH_OF: Final = later("both are of {who}")
ONE_PACKAGE: Final = later("both are parts of one package: {package}")
SAME_OWNER: Final = later("the owner is the same: {a}; {b}")
OTHER_OWNERS: Final = later("the owners differ: {a}; {b}")
OTHER_ORGANISATIONS: Final = later("the organisations differ: {a}; {b}")
OWNERS_IN_PART: Final = later("the owners are alike in part: {a}; {b}")
WIDER_OWNER: Final = later("one of them names only a wider organisation: {a}; {b}")
NO_OWNER: Final = later("one of them names no owner")
NEITHER_OWNER: Final = later("neither names an owner")

COPIED, COPIED_OFTEN = nlater(
    "{words} words stand word for word in both, {share} % of the shorter text, beginning “{quote}”",
    "{words} words in {passages} passages stand word for word in both, {share} % of the shorter text; "
    "the longest, of {longest} words, begins “{quote}”",
)

NEARER_TOPICS: Final = later("the topics are closer than those of {percent} % of all pairs")
NEAREST_TO_BOTH: Final = later(
    "no other is nearer to either in topic, closer than {percent} % of all pairs; both write of “{words}”"
)
NEAREST_TO_ONE: Final = later(
    "no other is nearer to one of them in topic, closer than {percent} % of all pairs; both write of “{words}”"
)
OTHER_LANGUAGE: Final = later(
    "one is written in Danish, the other in English: words do not tell how near they are"
)

SINGLE: Final[Mapping[Axis, frozenset[str]]] = {
    "name": frozenset(
        (
            TITLES_SAME,
            TITLES_SAME_WITHOUT,
            TITLES_NEARLY_SAME,
            TITLES_NEARLY_SAME_WITHOUT,
            TITLES_SOMEWHAT_ALIKE,
            TITLES_LITTLE_ALIKE,
            TITLES_APART,
            OTHER_NUMBERS,
            OTHER_PLACES,
            *NAMED_IN.values(),
        )
    ),
    "owner": frozenset(
        (
            *SAME_BY.values(),
            SAME_PERSON,
            ONE_PACKAGE,
            BOTH_OF,
            SAME_OWNER,
            OTHER_OWNERS,
            OTHER_ORGANISATIONS,
            OWNERS_IN_PART,
            WIDER_OWNER,
            NO_OWNER,
            NEITHER_OWNER,
        )
    ),
    "text": frozenset(),
    "topic": frozenset((NEARER_TOPICS, NEAREST_TO_BOTH, NEAREST_TO_ONE, OTHER_LANGUAGE)),
}
"""The messages without a number, by the axis that they are told of."""

COUNTED: Final[Mapping[Axis, frozenset[tuple[str, str]]]] = {
    "text": frozenset(((COPIED, COPIED_OFTEN),)),
}
"""The messages for one and for more, by the axis that they are told of."""

SUGGESTS: Final[Mapping[str, Literal["duplicate", "related"]]] = {
    "same-name-same-owner": "duplicate",
    "same-text": "duplicate",
    "much-text-same-owner": "duplicate",
    "like-name-same-owner-and-topic": "duplicate",
    "same-name-and-topic-no-owner": "duplicate",
    "same-name": "related",
    "copied-passages": "related",
    "named-in-the-other": "related",
    "next-of-one-owner": "related",
    "same-person-near-topic": "related",
    "like-name-near-topic": "related",
    "nearest-of-one-owner": "related",
    "same-person-other-language": "related",
    BY_TOPIC_ALONE: "related",
}
"""What each rule of `rules.py` suggests, by its name."""


def is_ours(suggestion: Suggestion) -> bool:
    """Whether the rule suggests that, and the evidence is told in messages that there are, each of its own axis."""
    return SUGGESTS.get(suggestion.rule) == suggestion.suggested and all(
        (each.message, each.plural) in COUNTED.get(each.kind, ())
        if each.plural
        else each.message in SINGLE[each.kind]
        for each in suggestion.evidence
    )
