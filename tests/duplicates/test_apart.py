import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.apart import opposed, told_apart


def apart(a: str, b: str, *, rest_same: bool = True) -> tuple[str, str] | None:
    """What tells two titles of folded words apart, asked both ways round."""
    there = told_apart(a.split(), b.split(), rest_same=rest_same)
    back = told_apart(b.split(), a.split(), rest_same=rest_same)
    assert there == (back and back[::-1])
    return there


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("mandagsklubben", "onsdagsklubben"),
        ("tvillinger", "trillinger"),
        ("juni", "juli"),
        ("sommerlejr", "vinterlejr"),
        ("forårsfest", "efterårsfest"),
        ("pigegruppen", "drengegruppen"),
        ("mødregruppe", "fædregruppe"),
        ("bedstemødre", "bedstefædre"),
        ("brother", "mother"),
        ("børnekor", "ungekor"),
        ("østerbro", "vesterbro"),
        ("second", "seventh"),
        ("formiddag", "eftermiddag"),
        ("rolige", "urolige"),
        ("sund", "usund"),
        ("visible", "invisible"),
        ("usual", "unusual"),
        ("ability", "disability"),
        ("indvandrere", "udvandrere"),
        ("overvægt", "undervægt"),
        ("indendørs", "udendørs"),
        ("inpatient", "outpatient"),
        ("bydelsmødre", "bydelsfædre"),
        ("kræftpiger", "kræftdrenge"),
        ("skolepigernes", "skoledrengenes"),
        ("hjerteskolen", "hjerneskolen"),
        ("nyreskolen", "lungeskolen"),
        ("heart", "brain"),
        ("interne", "eksterne"),
        ("primary", "secondary"),
        ("tidlig", "sen"),
        ("akutte", "kroniske"),
        ("fourteen", "fifteen"),
        ("patientskole", "pårørendeskole"),
        ("læger", "sygeplejersker"),
    ],
)
def test_words_of_few_other_letters_that_mean_two_things_are_opposed(a: str, b: str) -> None:
    assert opposed(a, b)
    assert opposed(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("mandagsklubben", "mandagsklub"),
        ("sommer", "sommeren"),
        ("klinik", "klinnik"),
        ("evening", "evenings"),
        ("monday", "mandag"),
        ("unge", "ungdom"),
        ("ro", "uro"),
        ("tilbud", "tilbuddet"),
        ("pige", "mandag"),
        ("bydelsmødre", "bydelsmødrene"),
        ("bydelsmødre", "bydelsmor"),
        ("hjertevenner", "hjertevennerne"),
        ("humor", "humorist"),
        ("senior", "sen"),
        ("forår", "formand"),
        ("uden", "uuden"),
        ("udskrivelse", "uudskrivelse"),
    ],
)
def test_words_of_one_meaning_are_not(a: str, b: str) -> None:
    assert not opposed(a, b)
    assert not opposed(b, a)


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("mad uden affald", "mad og affald", ("uden", "og")),
        ("skole med mobil", "skole uden mobil", ("med", "uden")),
        ("sammen om unge", "sammen mod unge", ("om", "mod")),
        ("liv over 80", "liv under 80", ("over", "under")),
        ("hjem fra hospitalet", "hjem til hospitalet", ("fra", "til")),
        ("før fødslen", "efter fødslen", ("før", "efter")),
        ("ud i naturen", "ind i naturen", ("ud", "ind")),
        ("op af sofaen", "ned af sofaen", ("op", "ned")),
        ("life with dogs", "life without dogs", ("with", "without")),
        ("before birth", "after birth", ("before", "after")),
        ("ikke alene", "alene", ("ikke", "")),
        ("no smoking in schools", "smoking in schools", ("no", "")),
        ("handsken på", "handsken af", ("på", "af")),
    ],
)
def test_words_that_turn_the_meaning_tell_apart_what_is_the_same_otherwise(
    a: str, b: str, told: tuple[str, str]
) -> None:
    assert apart(a, b) == told
    assert apart(a, b, rest_same=False) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("mentorer for unge", "mentorer til unge"),
        ("støtte til pårørende", "støtte med pårørende"),
        ("vejen fra skole til job", "vejen til job"),
        ("mad uden affald", "maden uden affald"),
        ("fra barn til voksen", "fra barndom til voksen"),
        ("ud i naturen", "i naturen"),
        ("mad med en ven", "mad med ven"),
        ("kaffe på altanen", "kaffe af altanen"),
    ],
)
def test_other_words_between_words_tell_nothing_apart(a: str, b: str) -> None:
    assert apart(a, b) is None


def test_of_a_class_each_must_have_a_word_that_the_other_lacks() -> None:
    assert apart("kor for piger", "kor for drenge", rest_same=False) == ("piger", "drenge")
    assert apart("kor for piger og drenge", "kor for drenge", rest_same=False) is None
    assert apart("kor hver mandag", "kor for piger", rest_same=False) is None
    assert apart("kor mandag og tirsdag", "kor tirsdag og onsdag", rest_same=False) == ("mandag", "onsdag")


def test_what_ends_compounds_that_begin_alike_tells_them_apart() -> None:
    assert apart("bydelsmødre i byen", "bydelsfædre i byen", rest_same=False) == (
        "bydelsmødre",
        "bydelsfædre",
    )
    assert apart("skolepiger og skoledrenge", "skoledrenge og skolepiger") is None


def test_all_that_tells_apart_is_told_in_the_order_of_the_titles() -> None:
    assert apart("piger i sommerlejr", "drenge i vinterlejr") == ("piger, sommerlejr", "drenge, vinterlejr")


WORDS = st.lists(
    st.sampled_from(
        ["med", "uden", "piger", "drenge", "mandag", "onsdag", "rolig", "urolig", "skole", "ikke"]
    ),
    max_size=5,
)


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("fra hospital til hjem", "fra hjem til hospital", ("hospital, hjem", "hjem, hospital")),
        ("børn for ældre", "ældre for børn", ("børn, ældre", "ældre, børn")),
        ("mad og motion", "motion og mad", None),
        ("sårbare gravide til hjemmebesøg", "hjemmebesøg til sårbare gravide", None),
        ("besøg til hjemmet", "besøg til hjemmet", None),
    ],
)
def test_what_is_before_a_word_with_a_direction_in_one_and_after_it_in_the_other_tells_them_apart(
    a: str, b: str, words: tuple[str, str] | None
) -> None:
    assert apart(a, b) == words
    assert apart(a, b, rest_same=False) is None


@given(WORDS, WORDS)
def test_what_tells_apart_is_the_same_one_way_as_the_other(a: list[str], b: list[str]) -> None:
    apart(" ".join(a), " ".join(b))
    assert told_apart(a, a[::-1], rest_same=True) is None
