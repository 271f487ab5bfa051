"""Why a pair is worth a look, in words that a chair can check on the two texts, in the language spoken."""

from collections.abc import Iterator
from typing import Final

from nominate_tui.duplicates.compare import Comparison
from nominate_tui.duplicates.naming import Field
from nominate_tui.duplicates.texts import QUOTED, Shared
from nominate_tui.locale.catalogue import _, later, ngettext
from nominate_tui.model.duplicate import Evidence
from nominate_tui.model.nomination import Nomination

_NAMED_IN: Final[dict[Field, str]] = {
    "title": later("“{phrase}” stands in the title of {id}"),
    "organisation": later("“{phrase}” stands in the organisation of {id}"),
    "responsible": later("“{phrase}” stands among the responsible of {id}"),
}


def evidence(pair: Comparison, least: float, same: float) -> tuple[Evidence, ...]:
    """What speaks for and against a pair: name, owner, text, in this order, as far as there is something to say.

    Titles are told of from the likeness `least` on; owners are the same from `same` on (0 to 1).
    """
    return (*_of_names(pair, least), *_of_owners(pair, same), *_of_texts(pair))


def _of_names(pair: Comparison, least: float) -> Iterator[Evidence]:
    if pair.name == 1:
        yield Evidence("name", 1.0, _("the titles are the same"))
    elif pair.name >= least:
        yield Evidence("name", pair.name, _("the titles are nearly the same"))
    if pair.naming:
        told = _(_NAMED_IN[pair.naming.field]).format(phrase=pair.naming.phrase, id=pair.naming.by)
        yield Evidence("name", pair.name, told)


def _of_owners(pair: Comparison, same: float) -> Iterator[Evidence]:
    owner = pair.owner
    if owner is None:
        yield Evidence("owner", 0.0, _("one of them names no owner"))
    elif owner.person:
        yield Evidence("owner", owner.value, _("{person} is responsible in both").format(person=owner.person))
    elif owner.value >= same:
        yield Evidence("owner", owner.value, _both(_("the owner is the same: {a}; {b}"), pair))
    else:
        yield Evidence("owner", owner.value, _both(_("the owners differ: {a}; {b}"), pair))


def _both(told: str, pair: Comparison) -> str:
    return told.format(a=_owner(pair.a), b=_owner(pair.b))


def _owner(nomination: Nomination) -> str:
    """Who a nomination belongs to, in a few words."""
    words = (nomination.organisation or nomination.responsible).split()
    return " ".join(words[:QUOTED]) + (" …" if len(words) > QUOTED else "")


def _of_texts(pair: Comparison) -> Iterator[Evidence]:
    if pair.text and pair.text.passages:
        yield Evidence("text", pair.text.share, _copied(pair.text))


def _copied(text: Shared) -> str:
    told = ngettext(
        "{words} words stand word for word in both, {share} % of the shorter text, beginning “{quote}”",
        "{words} words in {passages} passages stand word for word in both, {share} % of the shorter text; "
        "the longest, of {longest} words, begins “{quote}”",
        text.passages,
    )
    return told.format(
        words=text.words,
        passages=text.passages,
        share=round(100 * text.share),
        longest=text.longest,
        quote=text.quote,
    )
