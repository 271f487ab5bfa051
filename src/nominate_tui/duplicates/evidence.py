"""Why a pair is worth a look, in words that a chair can check on the two texts, in the language spoken.

No address and no telephone number stands in it: who may reach whom is nobody's business here.
"""

from collections.abc import Iterator
from typing import Final

from nominate_tui.duplicates import wording
from nominate_tui.duplicates.comparison import Comparison
from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.nearness import VERY_NEAR, is_near, is_nearest, nearness
from nominate_tui.duplicates.packages import one_package
from nominate_tui.duplicates.persons import is_nobodys
from nominate_tui.duplicates.reach import without_reach
from nominate_tui.duplicates.weighing import HALF
from nominate_tui.model.duplicate import Evidence
from nominate_tui.model.nomination import Nomination

QUOTED: Final = 12
"""Words of an owner that are told at most."""

NEARLY: Final = 0.8
"""From what likeness on titles are called nearly the same, 0 to 1, wherever the round's own threshold is."""


def evidence(pair: Comparison, least: float) -> tuple[Evidence, ...]:
    """What speaks for and against a pair: name, owner, text, topic, as far as there is something to say.

    Titles are told of from the likeness `least` on (0 to 1), and from HALF on where neither names the other.
    """
    return (
        *_of_names(pair, least),
        *_of_package(pair),
        _of_owners(pair),
        *_of_organisations(pair),
        *_of_texts(pair),
        *_of_topics(pair),
    )


def _of_names(pair: Comparison, least: float) -> Iterator[Evidence]:
    name = pair.name
    if name.value >= (least if pair.naming else min(HALF, least)):
        yield Evidence("name", name.value, *_alike(pair))
    if name.value >= HALF and name.numbers:
        yield Evidence("name", name.value, wording.OTHER_NUMBERS, _two(*name.numbers))
    if name.value >= least and name.places:
        yield Evidence("name", name.value, wording.OTHER_PLACES, _two(*name.places))
    if name.apart:
        told = without_reach(", ".join(filter(None, name.apart)))
        yield Evidence("name", name.value, wording.TITLES_APART, {"words": told})
    if naming := pair.naming:
        values = {"phrase": without_reach(naming.phrase), "id": naming.by}
        yield Evidence("name", name.value, wording.NAMED_IN[naming.field], values)


def _alike(pair: Comparison) -> tuple[str, dict[str, str | int]]:
    """In words that the titles are the same, nearly or somewhat alike; and what was left out to see it."""
    name = pair.name
    left_out: dict[str, str | int] = {"words": without_reach(", ".join(name.taken_out))}
    if words(pair.a.title) == words(pair.b.title):
        return wording.TITLES_SAME, {}
    if name.value == 1 and name.taken_out:
        return wording.TITLES_SAME_WITHOUT if name.written else wording.TITLES_NEARLY_SAME_WITHOUT, left_out
    if name.value >= NEARLY:
        return wording.TITLES_NEARLY_SAME, {}
    return wording.TITLES_SOMEWHAT_ALIKE if name.value >= HALF else wording.TITLES_LITTLE_ALIKE, {}


def _of_package(pair: Comparison) -> Iterator[Evidence]:
    if package := one_package(pair.a, pair.b):
        yield Evidence("owner", pair.owner.value, wording.ONE_PACKAGE, {"package": without_reach(package)})


def _of_owners(pair: Comparison) -> Evidence:
    owner = pair.owner
    both = _two(_owner(pair.a), _owner(pair.b))
    if owner.by in wording.SAME_BY:
        if owner.by == "person" and not all(_names(each, owner.who) for each in (pair.a, pair.b)):
            written = _two(_short(pair.a.responsible), _short(pair.b.responsible))
            return Evidence("owner", owner.value, wording.SAME_PERSON, written)
        # Who is only a contact is not named: evidence is kept in a file that travels to the jury.
        who = without_reach(owner.who) if owner.by == "person" else ""
        return Evidence("owner", owner.value, wording.SAME_BY[owner.by], {"who": who})
    if owner.relation == "same" and owner.who:
        return Evidence("owner", owner.value, wording.BOTH_OF, {"who": without_reach(owner.who)})
    if owner.relation == "same" and both["a"] == both["b"]:
        return Evidence("owner", owner.value, wording.BOTH_OF, {"who": both["a"]})
    if owner.relation == "same":
        return Evidence("owner", owner.value, wording.SAME_OWNER, both)
    if owner.relation == "different":
        message = wording.OWNERS_IN_PART if owner.in_part else wording.OTHER_OWNERS
        return Evidence("owner", owner.value, message, both)
    if owner.value:
        return Evidence("owner", owner.value, wording.WIDER_OWNER, both)
    named = not (is_nobodys(pair.a) and is_nobodys(pair.b))
    return Evidence("owner", 0.0, wording.NO_OWNER if named else wording.NEITHER_OWNER)


def _of_organisations(pair: Comparison) -> Iterator[Evidence]:
    """Where a person, an address or a number is the same, that the organisations are others: it may be a namesake, or an office."""
    if pair.owner.elsewhere:
        both = _two(_owner(pair.a), _owner(pair.b))
        yield Evidence("owner", pair.owner.value, wording.OTHER_ORGANISATIONS, both)


def _two(a: str, b: str) -> dict[str, str | int]:
    return {"a": without_reach(a), "b": without_reach(b)}


def _owner(nomination: Nomination) -> str:
    """Who a nomination belongs to, in a few words; its title where no field says so."""
    return _short(nomination.organisation or nomination.responsible or nomination.title)


def _short(text: str) -> str:
    words = without_reach(text).split()
    return " ".join(words[:QUOTED]) + (" …" if len(words) > QUOTED else "")


def _names(nomination: Nomination, person: str) -> bool:
    """Whether the words of a name stand where a nomination says who is responsible."""
    return {*words(person)} <= {*words(nomination.responsible)}


def _of_texts(pair: Comparison) -> Iterator[Evidence]:
    if (text := pair.text) and text.passages:
        values: dict[str, str | int] = {
            "words": text.words,
            "passages": text.passages,
            "share": round(100 * text.share),
            "longest": text.longest,
            "quote": without_reach(text.quote),
        }
        yield Evidence("text", text.share, wording.COPIED, values, wording.COPIED_OFTEN, text.passages)


def _of_topics(pair: Comparison) -> Iterator[Evidence]:
    """How near the topics are, where the rules call them near: of others a percentile would sound like praise."""
    topic = pair.topic
    if topic is None:
        return
    # Rounded down, and never all: no pair is closer than itself, also where not all pairs were counted.
    percent = min(99, int(100 * topic.percentile))
    if topic.words and is_nearest(pair):
        said = without_reach(", ".join(topic.words))
        message = wording.NEAREST_TO_BOTH if topic.nearest > 1 else wording.NEAREST_TO_ONE
        yield Evidence("topic", topic.cosine, message, {"percent": percent, "words": said})
    elif topic.telling and (is_near(pair) or nearness(pair) >= VERY_NEAR):
        yield Evidence("topic", topic.cosine, wording.NEARER_TOPICS, {"percent": percent})
    elif topic.foreign:
        yield Evidence("topic", topic.cosine, wording.OTHER_LANGUAGE)
