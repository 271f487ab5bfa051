"""Words without their endings, Danish and English; and words that are in any title and name nothing by themselves."""

from functools import lru_cache
from typing import Final

_ENDINGS: Final = ("ernes", "erne", "enes", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "e", "s")
"""Of nouns and adjectives, the longest first."""
_ONE_SPELLING: Final = str.maketrans(
    dict(zip("áàâéèêëíìîïóòôúùû", "aaaeeeeiiiiooouuu", strict=True))
    | {"å": "aa", "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "ü": "ue", "ß": "ss"}
)
"""Accents are left out as often as written, and whoever lacks a letter writes two."""
_LEAST: Final = 3
"""Letters of a word that stay at least."""

_KINDS_OF_PLACES: Final = (
    "sygehus hospital universitetshospital regionshospital psykiatri psykiatrisk center centret afdeling afsnit klinik "
    "region regional kommune skole plejecenter plejehjem ward department clinic school centre unit university municipality"
)

_LINKING_WORDS: Final = (
    "og eller men i på til for af med ved hos om fra mellem en et den det de der som er har at vi du sin sit sine "
    "din dit dine vores under uden gennem mod over efter hvor når så paa naar saa "
    "the a an and or of in on at to with from by between our your is are through"
)
LINKING: Final = frozenset(_LINKING_WORDS.split())
"""Words between words. "for", "under" and some more are words of both languages."""

_GENERAL_WORDS: Final = (
    "indstilling nominering ansøgning forslag budgetforslag initiativ budgetinitiativ projekt indsats aktivitet "
    "samarbejde partnerskab tilbud ordning program koncept løsning pris prisen award år årets ny nye nyt bedste god "
    "nomination entry application submission proposal initiative project activity collaboration cooperation "
    "partnership programme scheme concept solution prize year new best good titel title navn name"
)
"""Words of forms and awards, and words for anything that somebody may do."""


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """A folded word without one ending, so that "skabet" and "skabe" are "skab"; short words and numbers stay.

    Accents are gone, and "ø" is "oe", since many write it so.
    """
    word = word.translate(_ONE_SPELLING)
    if word.endswith("ies") and len(word) > _LEAST + 2:
        return word[:-3] + "y"
    ending = next((each for each in _ENDINGS if word.endswith(each)), "")
    left = word.removesuffix(ending)
    if not ending or len(left) < _LEAST:
        return word
    # "sygehus" loses its last letter, so "sygehuset" must; and a consonant is doubled before an ending ("klubben").
    again = left[-1] == left[-2] or (left[-1] == "s" and ending != "s")
    return left[:-1] if again and len(left) > _LEAST else left


GENERAL: Final = frozenset(map(stem, (*_GENERAL_WORDS.split(), *LINKING)))
"""The stems of words that name nothing by themselves."""
KINDS: Final = frozenset(map(stem, _KINDS_OF_PLACES.split())) | GENERAL
"""The stems of words that tell what a place is and not which."""
