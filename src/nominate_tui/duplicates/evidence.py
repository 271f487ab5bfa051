"""Why a pair is worth a look, in words that a chair can check on the two texts, in the language spoken.

No address and no telephone number stands in it: who may reach whom is nobody's business here.
"""

from collections.abc import Iterator
from typing import Final

from nominate_tui.duplicates.comparison import Comparison, Field
from nominate_tui.duplicates.names import HALF
from nominate_tui.duplicates.reach import without_reach
from nominate_tui.locale.catalogue import later, nlater
from nominate_tui.model.duplicate import Evidence
from nominate_tui.model.nomination import Nomination

QUOTED: Final = 12
"""Words of an owner that are told at most."""

_NAMED_IN: Final[dict[Field, str]] = {
    "title": later("“{phrase}” stands in the title of {id}"),
    "organisation": later("“{phrase}” stands in the organisation of {id}"),
    "responsible": later("“{phrase}” stands among the responsible of {id}"),
}
_COPIED, _COPIED_OFTEN = nlater(
    "{words} words stand word for word in both, {share} % of the shorter text, beginning “{quote}”",
    "{words} words in {passages} passages stand word for word in both, {share} % of the shorter text; "
    "the longest, of {longest} words, begins “{quote}”",
)
_SAME: Final = {
    "person": later("{who} is responsible in both"),
    "contact": later("the same person is named in both, as responsible or as contact"),
    "email": later("both give the same e-mail address"),
    "telephone": later("both give the same telephone number"),
}


def evidence(pair: Comparison, least: float) -> tuple[Evidence, ...]:
    """What speaks for and against a pair: name, owner, text, topic, as far as there is something to say.

    Titles are the same or nearly from the likeness `least` on (0 to 1), and told of from HALF on where
    neither names the other.
    """
    return (*_of_names(pair, least), _of_owners(pair), *_of_texts(pair), *_of_topics(pair))


def _of_names(pair: Comparison, least: float) -> Iterator[Evidence]:
    name = pair.name
    if name.value >= (least if pair.naming else min(HALF, least)):
        yield Evidence("name", name.value, *_alike(pair, least))
    if name.value >= least and name.numbers:
        told = later("the titles have other numbers: {a}; {b}")
        yield Evidence("name", name.value, told, _two(*name.numbers))
    if name.value >= least and name.places:
        told = later("the titles name other owners or places: {a}; {b}")
        yield Evidence("name", name.value, told, _two(*name.places))
    if naming := pair.naming:
        values = {"phrase": without_reach(naming.phrase), "id": naming.by}
        yield Evidence("name", name.value, _NAMED_IN[naming.field], values)


def _alike(pair: Comparison, least: float) -> tuple[str, dict[str, str | int]]:
    """In words that the titles are the same, nearly or somewhat alike; and what was left out to see it."""
    left_out: dict[str, str | int] = {"words": without_reach(", ".join(pair.name.taken_out))}
    if pair.name.value == 1:
        if pair.name.taken_out:
            return later("the titles are the same without “{words}”"), left_out
        return later("the titles are the same"), {}
    if pair.name.value >= least:
        return later("the titles are nearly the same"), {}
    return later("the titles are somewhat alike"), {}


def _of_owners(pair: Comparison) -> Evidence:
    owner = pair.owner
    both = _two(_owner(pair.a), _owner(pair.b))
    if owner.by in _SAME:
        # Who is only a contact is not named: evidence is kept in a file that travels to the jury.
        who = without_reach(owner.who) if owner.by == "person" else ""
        return Evidence("owner", owner.value, _SAME[owner.by], {"who": who})
    if owner.relation == "same" and owner.who:
        return Evidence("owner", owner.value, later("both are of {who}"), {"who": without_reach(owner.who)})
    if owner.relation == "same":
        return Evidence("owner", owner.value, later("the owner is the same: {a}; {b}"), both)
    if owner.relation == "different":
        return Evidence("owner", owner.value, later("the owners differ: {a}; {b}"), both)
    if owner.value:
        told = later("one of them names only a wider organisation: {a}; {b}")
        return Evidence("owner", owner.value, told, both)
    return Evidence("owner", 0.0, later("one of them names no owner"))


def _two(a: str, b: str) -> dict[str, str | int]:
    return {"a": without_reach(a), "b": without_reach(b)}


def _owner(nomination: Nomination) -> str:
    """Who a nomination belongs to, in a few words; its title where no field says so."""
    said = without_reach(nomination.organisation or nomination.responsible or nomination.title)
    words = said.split()
    return " ".join(words[:QUOTED]) + (" …" if len(words) > QUOTED else "")


def _of_texts(pair: Comparison) -> Iterator[Evidence]:
    if (text := pair.text) and text.passages:
        values: dict[str, str | int] = {
            "words": text.words,
            "passages": text.passages,
            "share": round(100 * text.share),
            "longest": text.longest,
            "quote": without_reach(text.quote),
        }
        yield Evidence("text", text.share, _COPIED, values, _COPIED_OFTEN, text.passages)


def _of_topics(pair: Comparison) -> Iterator[Evidence]:
    if pair.topic:
        told = later("the topics are closer than those of {percent} % of all pairs")
        # Rounded down: no pair is closer than itself.
        yield Evidence("topic", pair.topic.cosine, told, {"percent": int(100 * pair.topic.percentile)})
