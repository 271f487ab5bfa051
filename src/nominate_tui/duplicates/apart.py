"""What tells two titles apart although nearly all of their letters are the same: "Monday club" and "Tuesday club".

Small closed classes of words, Danish and English: days, months, seasons, numerals, sexes, ages, sides, organs, stages
("acute", "chronic"); words that turn the meaning ("with", "without"); and beginnings that do ("un-").
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Final

from nominate_tui.duplicates.stems import LINKING, stem

_CLASSES: Final = (
    "mandag- monday- / tirsdag- tuesday- / onsdag- wednesday- / torsdag- thursday- / fredag- friday- / "
    "lørdag- saturday- / søndag- sunday- / hverdag- weekday- / weekend-",
    "januar- january / februar- february / marts march / april- / maj may / juni june / juli july / august- / "
    "september- / oktober- october- / november- / december- / forår- spring / sommer- summer- / "
    "efterår- autumn- / vinter- winter- / påske- easter- / jule- jul christmas-",
    "morgen- morning- / formiddag- / eftermiddag- afternoon- / aften- evening- / nat natten natte- night- / "
    "dag dagen dage day days daytime",
    "nord nordlig- nordre nørre- north- / syd sydlig- søndre sønder- south- / øst østlig- øster- østre east- / "
    "vest vestlig- vester- vestre west-",
    "venstre left / højre right",
    "én one / to two / tre three / fire four / fem five / seks six / syv seven / otte eight / ni nine / ti ten / "
    "elleve eleven / tolv twelve / tretten thirteen / fjorten fourteen / femten fifteen / seksten sixteen / "
    "sytten seventeen / atten eighteen / nitten nineteen / tyve twenty",
    "første first / anden andet second / tredje third / fjerde fourth / femte fifth / sjette sixth / "
    "syvende seventh / ottende eighth / niende ninth / tiende tenth / sidste last",
    "enkelt- single- / dobbelt- double- / tvilling- twin- twins / trilling- triplet- / firling- quadruplet-",
    "pige- girl girls / dreng- boy boys / kvinde- woman women / mand manden mænd- mande- man men / "
    "mor moderen mødre- mother- / far faderen fædre- father- / søster- søstre sister- / bror broder- brødre- brother- / "
    "datter- døtre daughter- / søn sønnen sønner son sons / dame- / herre- / bedstemor- bedstemødre- grandmother- / "
    "bedstefar- bedstefædre- grandfather-",
    "baby- babies spædbørn- spædbarn- / barn barnet børn- børne- child- / unge- unges ung ungdom- young youth- / "
    "voksen- voksne- adult- / ældre- senior- elderly old",
    "indendørs- indoor- / udendørs- outdoor-",
    "intern- internal- / ekstern- external-",
    "primær- primary- / sekundær- secondary- / tertiær- tertiary-",
    "tidlig- early- / sen sent sene senere late later",
    "akut- acute- / kronisk- chronic- / subakut- subacute-",
    "fysisk- physical- / psykisk- mental-",
    "patient- / pårørende- relative relatives carer carers / personale- medarbejder- staff",
    "læge læger lægen lægerne doctor doctors / sygeplejerske- nurse nurses",
    "korttids- kort korte kortere short- / langtids- lang lange længere long-",
    "digital- / analog-",
    "hjerte- heart- / hjerne- brain- / lunge- lung- / nyre- kidney- / lever leveren levers- liver- / hud huden hudens "
    "huds- hudk- skin- / mave- stomach- / tarm- bowel- / øje øjet øjne øjen- eye eyes / øre øret ører- ear ears / "
    "ryg ryggen ryggens rygs- / knæ knæet knæene knæs- knee- / hofte- hip hips / fod foden fødder fods- foot feet / "
    "hånd hånden hænder hand hands / tand tanden tænder tand- tooth teeth dental- / bryst- breast- / blære- bladder- / "
    "prostata- prostate- / livmoder- / mund munden mouth- / næse- nose- / hals halsen throat- / "
    "skulder- skuldre- shoulder-",
)
"""A class on every line: words that mean one thing stand together, other things after a stroke; "-": what it begins."""
_TURNING: Final = (
    ("med with og and plus", "uden without"),
    ("for om til pro about", "mod imod against anti"),
    ("over above", "under below"),
    ("fra from", "til to"),
    ("før before pre", "efter after post"),
    ("ind in", "ud out"),
    ("inde inside", "ude outside"),
    ("op up", "ned down"),
    ("on", "off"),
)
"""Words between words, each two of opposite meaning."""
_LAST: Final = frozenset(("på", "af"))
"""Words of opposite meaning where a title ends with them: "Handsken på", "Handsken af"; within it they only tie words."""
_DIRECTED: Final = frozenset(["fra", "til", "for", "mod", "from", "to", "by"])
"""Words between words, before and after which is not the same: "Børn for ældre", "Ældre for børn"."""
DENYING: Final = frozenset(
    ("uden", "without", "ikke", "ej", "not", "never", "aldrig", "ingen", "intet", "no", "non")
)
"""Words that make the opposite of whatever is said without them."""
_OPPOSITE: Final = (
    *(("", each) for each in ("u", "un", "in", "im", "il", "ir", "dis", "non", "anti", "mis")),
    *(("ind", "ud"), ("op", "ned"), ("over", "under"), ("for", "efter"), ("før", "efter"), ("til", "fra")),
    *(("pre", "post"), ("hyper", "hypo"), ("up", "down"), ("in", "out"), ("in", "ex")),
)
"""What words of opposite meaning begin with, before the same letters."""
_BEGINNINGS: Final = frozenset((*_OPPOSITE, *((other, one) for one, other in _OPPOSITE)))
_LONGEST_BEGINNING: Final = max(len(one) for one, _other in _BEGINNINGS)
_LEAST: Final = 3
"""Letters that follow such a beginning at least: "uro" is a word of its own; and of a word that ends a compound."""
_LEAST_BEFORE: Final = 2
"""Letters of a compound before the word of a class that it ends with, at least."""

Meaning = tuple[int, int]
"""The class of a word, and which thing of it is meant."""


def _read() -> Iterator[tuple[str, Meaning]]:
    for number, told in enumerate(_CLASSES):
        for thing, same in enumerate(told.split("/")):
            yield from ((word, (number, thing)) for word in same.split())


_WHOLE: Final[Mapping[str, Meaning]] = {word.removesuffix("-"): meaning for word, meaning in _read()}
_CLASSED: Final = frozenset(map(stem, _WHOLE))
"""The stems of words that mean nothing but one thing of a class."""
_BEGUN: Final[Mapping[str, Meaning]] = {
    word.removesuffix("-"): meaning for word, meaning in _read() if word.endswith("-")
}
_LONGEST: Final = max(map(len, _BEGUN))
_SIDES: Final = tuple((frozenset(one.split()), frozenset(other.split())) for one, other in _TURNING)


@lru_cache(maxsize=1 << 16)
def _meaning(word: str) -> Meaning | None:
    """What a folded word means in its class, or the longest beginning of it; `None` where it is of no class."""
    if word in _WHOLE:
        return _WHOLE[word]
    begun = (word[:length] for length in range(min(_LONGEST, len(word)), 2, -1))
    return next((_BEGUN[each] for each in begun if each in _BEGUN), None)


@lru_cache(maxsize=1 << 16)
def opposed(a: str, b: str) -> bool:
    """Whether two folded words that are alike in their letters mean two things: "rolige" and "urolige"."""
    one, other = _meaning(a), _meaning(b)
    if one and other and one[0] == other[0]:
        return one[1] != other[1]
    if _end_apart(a, b):
        return True
    # Most words differ in more than their beginnings, which is seen at once.
    return b.endswith(a[_LONGEST_BEGINNING:]) and any(
        _begin(a, b, length) for length in range(_LONGEST_BEGINNING + 1)
    )


def _end_apart(a: str, b: str) -> bool:
    """Whether two compounds that begin alike go on with words of one class: "bydelsmødre" and "bydelsfædre"."""
    alike = next((place for place, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), 0)
    for start in range(_LEAST_BEFORE, min(alike, len(a) - _LEAST, len(b) - _LEAST) + 1):
        one, other = _meaning(a[start:]), _meaning(b[start:])
        if one and other and one[0] == other[0] and one[1] != other[1]:
            return True
    return False


def told_apart(a: Sequence[str], b: Sequence[str], *, rest_same: bool) -> tuple[str, str] | None:
    """The folded words that tell two titles apart, of each; one may have none. `None` where nothing does.

    Words between words tell them apart only where the rest is the same.
    """
    found = [*_of_classes(a, b), *_of_beginnings(a, b)]
    if rest_same:
        found += _of_turning(set(a), set(b))
        if {*a[-1:], *b[-1:]} == _LAST:
            found.append(({*a[-1:]}, {*b[-1:]}))
        if _turned_round(a, b):
            found.append(({*a} - LINKING, {*b} - LINKING))
    if not found:
        return None
    of_a, of_b = ({word for words in side for word in words} for side in zip(*found, strict=True))
    return _in_order(a, of_a), _in_order(b, of_b)


def is_all_apart(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two titles of folded words differ in nothing but words that tell them apart: "Nightwatch North", "South"."""
    some, others = ({*one} - {*other} - LINKING for one, other in ((a, b), (b, a)))
    return bool(some and others) and _CLASSED.issuperset(map(stem, some | others))


def _begin(a: str, b: str, length: int) -> bool:
    """Whether two words begin in opposite ways, the first with so many letters, and go on alike."""
    rest = a[length:]
    if len(rest) < _LEAST or not b.endswith(rest):
        return False
    one, other = a[:length], b[: len(b) - len(rest)]
    # "uuden" is "uden", with a letter typed twice.
    return (one, other) in _BEGINNINGS and one + other != rest[0]


def _of_classes(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[set[str], set[str]]]:
    """Words of one class of which each title has one that the other has not."""
    one, other = _meanings(a), _meanings(b)
    for number in sorted({number for number, _thing in one} & {number for number, _thing in other}):
        of_a = {word for (each, thing), word in one.items() if each == number and (each, thing) not in other}
        of_b = {word for (each, thing), word in other.items() if each == number and (each, thing) not in one}
        if of_a and of_b:
            yield of_a, of_b


def _meanings(words: Sequence[str]) -> dict[Meaning, str]:
    return {meaning: word for word in words if (meaning := _meaning(word))}


def _of_beginnings(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[set[str], set[str]]]:
    some, others = set(a), set(b)
    for one, other in product(sorted(some - others), sorted(others - some)):
        if opposed(one, other):
            yield {one}, {other}


def _of_turning(a: set[str], b: set[str]) -> Iterator[tuple[set[str], set[str]]]:
    for one, other in _SIDES:
        for some, others in ((one, other), (other, one)):
            if (of_a := (a - b) & some) and (of_b := (b - a) & others):
                yield of_a, of_b
    if bool(a & DENYING) != bool(b & DENYING):
        yield (a - b) & DENYING, (b - a) & DENYING


def _turned_round(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two titles have the same words, and others before and after one that has a direction."""
    if a == b or sorted(a) != sorted(b):
        return False
    between = [[word if word in LINKING else "" for word in words] for words in (a, b)]
    return between[0] == between[1] and not _DIRECTED.isdisjoint(a)


def _in_order(words: Sequence[str], some: Collection[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word in some))
