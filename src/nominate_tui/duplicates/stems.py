"""Words without their endings, Danish and English; and words that are in any title and name nothing by themselves."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

_ENDINGS: Final = ("ernes", "erne", "enes", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "e", "s")
"""Of nouns and adjectives, the longest first."""
_AFTER_ER: Final = frozenset(("ens", "ets", "en", "et", "es", "e"))
"""Those that follow on "er", which is an ending in other words."""
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
    "kategori vedhæftet vedhæftede vedlagt vedlagte bilag se category attached attachment enclosed appendix see "
    "nomination entry application submission proposal initiative project activity collaboration cooperation "
    "partnership programme scheme concept solution prize year new best good titel title navn name"
)
"""Words of forms and awards, and words for anything that somebody may do."""

_PRIZES: Final = ("prisen", "prisens")
"""What the names of prizes end with."""
_UNITS: Final = ("afdeling", "afdelingen", "afsnit", "afsnittet", "department", "ward")
"""What the names of units end with."""

_KINDS_OF_THINGS: Final = (
    "app podcast film video bog blog avis blad hjemmeside portal platform kampagne kursus workshop seminar konference "
    "festival event arrangement temadag netværk forum gruppe hold team klub forening café caféen værksted metode model "
    "værktøj redskab forløb undervisning uddannelse træning behandling rådgivning forskning studie undersøgelse "
    "frivillig ildsjæl mentor vejledning håndbog pjece guide teater udstilling koncert fortælling historie case "
    "book magazine website campaign course conference network group club association cafe workshop method tool "
    "training teaching treatment research study survey volunteer handbook leaflet story exhibition concert"
)
"""Words for a kind of thing, of which there are many."""


_VAGUE_WORDS: Final = (
    "bedre sammenhæng sammenhængende tværs tværfaglig tværfaglighed tværsektoriel fælles sammen fællesskab helhed "
    "kvalitet kvalitetsløft udvikling forbedring forandring fremtid fremtidens innovation innovativ digital "
    "digitalisering effektiv arbejde arbejdsgang hverdag vej vejen skridt god gode mere flere alle os "
    "better quality improvement improving improved together future development change change cross working work way "
    "more all everyone excellence innovative digitalisation patient patienten borger borgeren centrum"
)
"""Words of which many names consist that say nothing: "Bedre sammenhæng", "Better together"."""


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """A folded word without one ending, so that "skabet" and "skabe" are "skab"; short words and numbers stay.

    Accents are gone, and "ø" is "oe", since many write it so.
    """
    word = word if word.isascii() else word.translate(_ONE_SPELLING)
    if not word.endswith(_ENDINGS):
        return word
    if word.endswith("ies") and len(word) > _LEAST + 2:
        return word[:-3] + "y"
    ending = next(each for each in _ENDINGS if word.endswith(each))
    left = word.removesuffix(ending)
    if len(left) < _LEAST:
        return word
    # "brobygger" and "café" lose what looks like an ending, so "brobyggere" and "caféen" must.
    more = "er" if ending in _AFTER_ER and left.endswith("er") else "e" * left.endswith("e")
    if len(left) - len(more) >= _LEAST:
        left = left.removesuffix(more)
    # A consonant is doubled before an ending ("klubben"); "bogbus" loses its last letter, so "bogbussen" must.
    if len(left) > _LEAST and left[-1] == left[-2]:
        left = left[:-1]
    return left[:_LEAST] + left[_LEAST:].rstrip("s")


def heads(said: Iterable[str], own: Collection[str] = ()) -> bool:
    """Whether folded words only say what form, prize or unit it is: "Indstilling til Initiativprisen", "Børneafdelingen".

    `own` has the folded words of the owner: beside the word for a unit they say which one it is.
    """
    unit = owned = False
    for word in said:
        if word.endswith(_UNITS):
            unit = True
        elif not (word.endswith(_PRIZES) or stem(word) in GENERAL):
            if word not in own:
                return False
            owned = True
    return unit or not owned


def tells(said: Iterable[str]) -> bool:
    """Whether some words can be a name: one of them has a letter, and more than one sign. "B" and "2023" are none."""
    return any(len(word) > 1 and not word.isdigit() for word in said)


GENERAL: Final = frozenset(map(stem, (*_GENERAL_WORDS.split(), *LINKING)))
"""The stems of words that name nothing by themselves."""
VAGUE: Final = frozenset(map(stem, _VAGUE_WORDS.split())) | GENERAL
"""The stems of words of which two may make a name without knowing of one another."""
KINDS: Final = frozenset(map(stem, _KINDS_OF_PLACES.split())) | GENERAL
"""The stems of words that tell what a place is and not which."""
NAMELESS: Final = frozenset(map(stem, _KINDS_OF_THINGS.split())) | GENERAL
"""The stems of words that tell what a thing is and not which."""
