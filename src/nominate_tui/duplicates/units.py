"""Words in the names of places, teams and works, which are in nobody's own name: "Team for Lindrende Behandling"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from nominate_tui.duplicates.fold import fold
from nominate_tui.duplicates.suffixes import Suffixes, suffixes

_CODE: Final = 3
"""Signs of the number of a unit after what kind it is, at most; one fewer elsewhere."""
_KNOWN: Final = 1 << 16
"""Words of which is kept what they are, for many come again."""
_PART: Final = re.compile(r"[^\W\d_]+")
_UNITS: Final = Suffixes(
    suffixes(
        "afdeling afsnit team behandling sygehus hospital kommune region center centre centr centrum klinik enhed forening "
        "organisation fond stiftelse forvaltning styrelse ministeri udvalg nævn selskab institut institution universitet "
        "skole bibliotek korshær psykiatri medicin kirurgi pleje omsorg indsats tilbud projekt gruppe netværk hjælp "
        "samarbejde akademi sekretariat direktion område ambulatori laboratori hospice plejehjem klub ordning korps service "
        "træning givning forskning udredning department clinic foundation trust association society council committee "
        "institute university college agency programme program network academy library municipality company ministry "
        "therapy nursing treatment rehabilitation",
        "s es n en t et ns ens ts ets er ers ere erne ernes ne nes um ums",
    ),
    suffixes("tion else hed skab logi iatri", "n en t et r er erne ens ets s", before=3),
    suffixes("ering", "en er erne ens s", before=5),
    suffixes("ende", "", before=4),
)
"""What compounds end in that are such words, Danish and English. "Else" and "Pickering" are persons."""
_WHOLE_WORDS: Final = (
    "kors have haven haver råd rådet holdet dansk danske børn unge ældre de den det palliativ palliative palliativt palliation "
    "unit units care school group board office authority project health services volunteers community youth "
    "support division charity union federation museum red regional national international the"
)
_WHOLE: Final = frozenset(_WHOLE_WORDS.split())
"""Such words that end other words, too: "Whitehaven"."""
_KINDS: Final = Suffixes(
    suffixes(
        "teater theater theatre arkiv archive archives apotek pharmacy museum hjemmet home homes børnehave vuggestue "
        "gymnasium kollegium kirke church politi police gang sundhedshus lægehus kulturhus medborgerhus forsamlingshus "
        "rådhus tandlæge orkester orchestra vagt værested kantine køkken kitchen jobcenter city county trust "
        "logisk medicinsk kirurgisk psykiatrisk kommunal regional",
        "s en ens et ets er ers e es erne ernes",
    )
)
"""What else words end in that say of what kind an organisation is, and not which one it is."""

_SHORT: Final = (
    "afd afdeling / afs afsnit / amb ambulatorium / bibl bibliotek / ctr center / dept department / hosp hospital / "
    "inst institut / komm kommune / psyk psykiatri / reg region / sgh sygehus / sygeh sygehus / univ universitet"
)
_WRITTEN_OUT: Final = dict(each.split() for each in _SHORT.split("/"))
"""Words of which organisations write only the beginning."""


def written_out(word: str) -> str:
    """A folded word, as it is written where it is not shortened: "hosp" is "hospital"."""
    return _WRITTEN_OUT.get(word, word)


@lru_cache(_KNOWN)
def is_kind(word: str) -> bool:
    """Whether a folded word says of what kind an organisation is, not which: "sygehus", "lungeafdelingen", "kommune"."""
    return word in _WHOLE or _UNITS.end(word) or _KINDS.end(word)


@lru_cache(_KNOWN)
def is_of_unit(token: str) -> bool:
    """Whether a word as it is written, or a capitalised part of it ("Velux-Fonden"), is of a place, a team or a work."""
    parts = [fold(part) for part in _PART.findall(token) if part[0].isupper() or "-" in token]
    return any(part in _WHOLE or _UNITS.end(part) for part in parts)


def codes(said: Sequence[str]) -> frozenset[str]:
    """What of some folded words tells one unit from the next: a number or a letter after what kind it is, and "M4" anywhere."""
    kinds = (is_kind(before) for before in ("", *said))
    beside = zip(said, kinds, (*said[1:], ""), strict=False)
    return frozenset(
        word for word, after_kind, after in beside if _is_unit(word, after, after_kind=after_kind)
    )


def _is_unit(word: str, after: str, *, after_kind: bool) -> bool:
    """Whether a word only tells a unit from the next one; letters in a row are somebody's initials."""
    if any(map(str.isdigit, word)):
        return len(word) <= (_CODE if after_kind else _CODE - 1)
    return after_kind and is_letter(word) and not is_letter(after)


def is_letter(word: str) -> bool:
    """Whether a folded word is a letter that may count, and no Danish word."""
    return len(word) == 1 and word.isalpha() and word != "i"
