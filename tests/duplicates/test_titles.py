import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.fold import Names, words
from nominate_tui.duplicates.titles import LONGEST, Title, abbreviation, initials, is_category, read_title


def read(title: str, owner: str = "", *aliases: tuple[str, ...]) -> Title:
    names = Names(aliases)
    return read_title(title, names.every_word(owner), names)


def forms(title: str, owner: str = "", *aliases: tuple[str, ...]) -> set[str]:
    """How a title is called, as its words in their order; a name before an explanation ends in "…"."""
    return {" ".join(form.said) + " …" * form.part for form in read(title, owner, *aliases).forms}


@pytest.mark.parametrize(
    ("title", "owner", "called"),
    [
        ("Klædeskab på Esbjerg Sygehus", "", {"klædeskab", "klædeskab esbjerg sygehus"}),
        ("Klædeskab på esbjerg sygehus", "Esbjerg Sygehus", {"klædeskab", "klædeskab esbjerg sygehus"}),
        ("Klædeskab på esbjerg sygehus", "", {"klædeskab esbjerg sygehus"}),
        ("Succes mellem Vest og Blå Stjerne", "Vest; Blå Stjerne", {"succes", "succes vest blå stjerne"}),
        ("Kitchen Garden at North Side", "North Side", {"kitchen garden", "kitchen garden north side"}),
        (
            "Blå Stjerne: Klædeskabet",
            "Blå Stjerne",
            {"klædeskabet", "blå stjerne …", "blå stjerne klædeskabet"},
        ),
        ("Klædeskabet – Blå Stjerne", "Blå Stjerne", {"klædeskabet", "klædeskabet blå stjerne"}),
        ("Guider Sygehus Vest", "Sygehus Vest", {"guider", "guider sygehus vest"}),
    ],
)
def test_the_owner_and_the_place_are_taken_out(title: str, owner: str, called: set[str]) -> None:
    assert forms(title, owner) == called


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("Social Sundhed", "Social Sundhed"),
        ("Klædeskabet for hjemløse", "Klædeskabet"),
        ("Frivillige skaber glæde", "Frivillige på afdelingen"),
        ("Hope in Every Heart", "North Hospital"),
        ("Mennesker har brug for mennesker", "Projekt mellem mennesker"),
        ("Sammen på tværs", "North Hospital"),
    ],
)
def test_what_is_no_name_of_an_owner_stays(title: str, owner: str) -> None:
    assert read(title, owner).taken_out in {(), ("mennesker",)}
    assert len(read(title, owner).forms) <= 2


def test_what_was_taken_out_is_told_as_written() -> None:
    assert read("Klædeskab på Esbjerg Sygehus").taken_out == ("Esbjerg Sygehus",)
    assert read("Leg i Vejle – Blå Stjerne", "Blå Stjerne").taken_out == ("Vejle", "Blå Stjerne")


def test_an_alias_of_the_owner_is_taken_out_too() -> None:
    alias = ("NVH", "North Valley Hospital")
    assert "garden" in forms("Garden at NVH", "North Valley Hospital", alias)
    assert "garden" in forms("Garden at North Valley Hospital", "NVH", alias)


def test_a_title_in_capitals_says_nothing_by_its_capitals() -> None:
    assert forms("LEG PÅ GULVET") == {"leg gulvet"}


@pytest.mark.parametrize(
    "title",
    ["Evening Bridge – walks for two", "Evening Bridge: walks for two", "Evening Bridge (walks, two)"],
)
def test_the_name_before_an_explanation_is_a_form_of_its_own(title: str) -> None:
    assert "evening bridge …" in forms(title)


@pytest.mark.parametrize("title", ["Levende arkiv / Living Archive", "Levende arkiv | Living Archive"])
def test_both_halves_of_a_title_with_a_stroke_are_forms(title: str) -> None:
    assert forms(title) == {"levende arkiv …", "living archive …", "levende arkiv living archive"}


@pytest.mark.parametrize("title", ["Teater/dans", "24/7", "Podcast / App", "Sol /"])
def test_a_stroke_within_a_word_or_beside_a_kind_of_thing_parts_nothing(title: str) -> None:
    assert not any(form.part for form in read(title).forms)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Tværsektoriel Akut Mobil Indsats (TAMI)", "tami …"),
        ("Hjertesvigt Hjemme Monitorering (HHM)", "hhm …"),
        ("Aktivt liv i byen (AliBy)", "aliby …"),
    ],
)
def test_an_abbreviation_in_brackets_is_a_form(title: str, short: str) -> None:
    assert short in forms(title)


@pytest.mark.parametrize(
    "title",
    ["Livet med lungesygdom (KOL)", "Aktivt liv (AL)", "Aktivt Liv (Aalborg)", "SOL I BYEN (SIB)", "(TAMI)"],
)
def test_what_else_stands_in_brackets_is_none(title: str) -> None:
    assert forms(title).isdisjoint({"kol …", "al …", "aalborg …", "sib …", "tami …"})


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Center for Aktivt Liv og Mestring", "calm"),
        ("Center for Aktivt liv", ""),
        ("CENTER FOR AKTIVT LIV", ""),
        ("Ældre Og Unge", "æou"),
        ("", ""),
    ],
)
def test_the_initials_of_a_title_are_of_its_words_with_capitals(title: str, first: str) -> None:
    assert initials(title) == first


def test_an_abbreviation_is_one_word_in_capitals() -> None:
    assert [*map(abbreviation, [" CALM ", "Calm", "CA", "CALM NU", "C4LM", ""])] == [
        "calm",
        "",
        "",
        "",
        "",
        "",
    ]


def test_a_category_is_told_by_how_a_title_begins() -> None:
    assert is_category("Kategori: Patientinddragelse")
    assert is_category("Category – culture")
    assert not is_category("Kategorier i hverdagen")
    assert not is_category("Kategori: Kultur – Sangkoret på broen")
    assert is_category("Kategori – Kultur")
    assert not is_category("Ro: Kategori")


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Sov godt på stue fire", {"4"}),
        ("Twelve angry men", {"12"}),
        ("To hænder mere", {"2"}),
        ("De første hundrede vagter", {"100"}),
        ("Halvtreds skridt", {"50"}),
        ("A thousand steps in thirty days", {"1000", "30"}),
        ("Back to school", set()),
        ("En god dag", set()),
        ("One health", set()),
        ("Stue 3 og fire", {"3", "4"}),
    ],
)
def test_numbers_in_words_are_numbers(title: str, numbers: set[str]) -> None:
    assert read(title).numbers == numbers


def test_a_number_in_words_stays_in_one_form_and_is_left_out_of_another() -> None:
    assert forms("Sov godt på stue fire") == {"sov godt stue fire", "sov godt stue"}
    assert forms("Fire hold") == {"fire hold"}
    assert forms("Fire") == {"fire"}
    # In a name before an explanation, too: it is called as "De første 100 vagter" is.
    assert "første vagter …" in forms("De første hundrede vagter (introduktion)")


def test_every_explanation_has_a_name_before_it() -> None:
    assert forms("Bone – the app – by us all") == {"bone …", "bone app …", "bone app us all"}


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Fase 2: Bro", {"2"}),
        ("Kursus 01 i 2023", {"1", "2023"}),
        ("Part II", {"2"}),
        ("Fase V", {"5"}),
        ("Fase VI", {"6"}),
        ("Bogbussen del XII: ud på landet", {"12"}),
        ("VI VIL UD", set()),
        ("Det VI kan", set()),
        ("1.000 skridt om dagen", {"1000"}),
        ("1,000 steps or 12.500.000", {"1000", "12500000"}),
        ("Version 1.25, uge 2.000x", {"1", "25", "2"}),
        ("Part I: the road", {"1"}),
        ("Hold B", {"b"}),
        ("Bro (del III)", {"3"}),
        ("Vi i Vejle", set()),
        ("VI SAMMEN", set()),
        ("HOLD B", set()),
        ("Vitamin B for alle", set()),
        ("A42", set()),
        ("112", {"112"}),
        ("", set()),
    ],
)
def test_numbers_and_letters_that_count_are_read(title: str, numbers: set[str]) -> None:
    assert read(title).numbers == numbers


def test_numbers_are_no_words_of_a_title_that_has_others() -> None:
    assert forms("Fase 2") == {"fase"}
    assert forms("Part II") == {"part"}
    assert forms("112") == {"112"}


@pytest.mark.parametrize("empty", ["", " ", "—", "\u200b!", "( : )"])
def test_a_title_without_words_has_no_form(empty: str) -> None:
    assert read(empty).forms == ()


def test_a_title_of_linking_words_consists_of_them() -> None:
    assert forms("For og med") == {"for og med"}


def test_of_a_title_that_is_a_whole_text_the_beginning_is_read() -> None:
    beginning = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(200))[:LONGEST]
    assert read(f"{beginning} and more").forms == read(beginning).forms
    assert len(read(beginning).forms[0].said) > 50


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_title_can_be_read(title: str, owner: str) -> None:
    found = read(title, owner)
    assert bool(found.forms) == bool(words(title))
    assert all(form.stems == tuple(sorted(set(form.stems))) for form in found.forms)


@given(st.lists(st.sampled_from(["evening", "bridge", "bro", "in", "og", "Vejle"]), min_size=1))
def test_a_title_is_called_the_same_whatever_the_case_of_its_first_word(said: list[str]) -> None:
    title = " ".join(said)
    assert read(title).forms == read(title[0].upper() + title[1:]).forms


def test_a_number_before_a_sign_counts() -> None:
    assert read_title("Broen II™", frozenset(), Names()).numbers == {"2"}
