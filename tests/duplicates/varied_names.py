"""Kinds in which the name and the owner come again, in other words."""

import re
from dataclasses import replace
from random import Random
from typing import Final

from duplicates import changes
from duplicates.labelled import Ground
from duplicates.varied import NEW, Made
from duplicates.varied_making import (
    DUPLICATE,
    NOTHING,
    RELATED,
    Kinds,
    again,
    hospital,
    name_of,
)
from duplicates.varied_words import (
    ENGLISH_TITLES,
    INFLECTED,
    NO_NAMES,
    OTHER_TITLES,
    SIBLINGS,
    SUMMARIES,
    TOWNS,
)
from nominate_tui.model.nomination import Contact, Nomination

KINDS = Kinds()
ELSEWHERE: Final = "Tværgående projektgruppe"
"""An organisation that no round has."""


@KINDS.enter("own words", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return again(b, rng)


def _ten(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> list[Nomination]:
    """Ten that have nothing in common; none where the first has a duplicate or something related."""
    strange = [one for one in ground.alone if one.id not in (b.id, h.id)]
    return [b, h, *rng.sample(strange, 8)] if b in ground.alone else []


@KINDS.enter("the same title and owner in ten, other texts", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    told = [
        replace(one, title=b.title, organisation=b.organisation, responsible=b.responsible, started=b.started)
        for one in _ten(b, h, ground, rng)
    ]
    return Made(tuple(told), same=frozenset(one.id for one in told)) if told else None


@KINDS.enter("the same title in ten hospitals, other texts", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    told = [
        replace(one, title=name_of(b), organisation=f"{town} Sygehus", responsible="Ledelsen")
        for one, town in zip(_ten(b, h, ground, rng), TOWNS, strict=False)
    ]
    return Made(tuple(told), same=frozenset(one.id for one in told)) if told else None


@KINDS.enter("the same name of several words, no owner in either, own words", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    long = len(name_of(b).split()) > 2 and not hospital(b.title)
    nobodys = [replace(one, organisation="", responsible="") for one in (b, again(b, rng))]
    return Made(tuple(nobodys)) if long else None


@KINDS.enter("a short summary by hand", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    known = SUMMARIES.get(b.id) if ground.name == "sample" else None
    return replace(b, id=NEW, answers={"purpose": known}) if known else None


@KINDS.enter("own words, title with the hospital", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    place = hospital(f"{b.organisation} / {b.responsible}")
    return again(b, rng, f"{name_of(b)} på {place}") if place and place not in b.title else None


@KINDS.enter("own words, title with the organisation", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    short = len(b.organisation.split()) < 9
    return again(b, rng, f"{name_of(b)} – {b.organisation}") if short else None


@KINDS.enter("own words, title without what follows the dash", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    return again(b, rng, name_of(b)) if name_of(b) != b.title else None


@KINDS.enter("own words, title with something after a dash", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return again(b, rng, f"{b.title} – {rng.choice(OTHER_TITLES).lower()}")


@KINDS.enter("own words, title inflected", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    return again(b, rng, INFLECTED[b.title]) if b.title in INFLECTED else None


@KINDS.enter("own words, title in another order", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return again(b, rng, changes.turned(b.title, rng))


@KINDS.enter("own words, title in capitals and quotes", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return again(b, rng, f"Projekt ”{b.title.upper()}”")


@KINDS.enter("own words, title mistyped", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return again(b, rng, changes.typing_errors(b.title, rng, 0.06))


@KINDS.enter("own words, title with look-alike letters", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return again(b, rng, changes.unseen(changes.look_alike(b.title, rng), rng))


@KINDS.enter("own words, title without Danish letters", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    title = changes.spelt_out(b.title, rng)
    return again(b, rng, title) if title != b.title else None


@KINDS.enter("own words, organisation in English", DUPLICATE, person=True)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(again(b, rng), organisation=changes.in_english(b.organisation, rng))


@KINDS.enter("own words, organisation by its alias", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    place = hospital(b.organisation)
    short = "".join(word[0] for word in place.split() if word != "og") + "X"
    known = replace(again(b, rng), organisation=short, responsible="")
    return Made((known,), aliases=((place, short),)) if place else None


@KINDS.enter("own words, responsible by initials", DUPLICATE, person=True)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    *given, last = ground.persons[b.id].split()
    initials = " ".join(f"{name[0]}." for name in given)
    return replace(again(b, rng), organisation="", responsible=f"{initials} {last}")


@KINDS.enter("own words, responsible with the surname first", DUPLICATE, person=True)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    *given, last = ground.persons[b.id].split()
    return replace(again(b, rng), organisation="", responsible=f"{last}, {' '.join(given)}")


@KINDS.enter("own words, responsible by two initials, another place", DUPLICATE, person=True)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    *given, last = ground.persons[b.id].split()
    known = replace(b, responsible=f"{given[0]} Kirstine {last}")
    moved = replace(again(known, rng), organisation=ELSEWHERE, responsible=f"{given[0][0]}. K. {last}, leder")
    return Made((known, moved))


@KINDS.enter("own words, the surname first, another place", DUPLICATE, person=True)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    *given, last = ground.persons[b.id].split()
    return replace(again(b, rng), organisation=ELSEWHERE, responsible=f"{last}, {given[0]}, overlæge")


@KINDS.enter("own words, responsible among others", DUPLICATE, person=True)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    told = f"Projektleder {ground.persons[b.id]} og hendes kolleger"
    return replace(again(b, rng), organisation=ELSEWHERE, responsible=told)


@KINDS.enter("own words, another responsible of the same place", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(again(b, rng), responsible="Konsulent Malthe Ravnsborg")


@KINDS.enter("own words, only the contact's e-mail is known", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    email = next(one.email for one in ground.contacts if one.nomination == b.id)
    sender = Contact(NEW, email=email.upper())
    return Made((replace(again(b, rng), organisation="", responsible=""),), (sender,))


@KINDS.enter("own words, only the contact's telephone is known", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    known = next(one.telephone for one in ground.contacts if one.nomination == b.id)
    digits = re.sub(r"\D", "", known)[-8:]
    sender = Contact(NEW, telephone=f"{digits[:4]} {digits[4:]}")
    return Made((replace(again(b, rng), organisation="", responsible=""),), (sender,))


@KINDS.enter("own words, own title, the same person", DUPLICATE, RELATED, person=True)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return again(b, rng, rng.choice(OTHER_TITLES))


@KINDS.enter("own words, English title, the same person", DUPLICATE, RELATED, person=True)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    return again(b, rng, ENGLISH_TITLES[b.title]) if b.title in ENGLISH_TITLES else None


@KINDS.enter("titles of siblings, one owner, own words", RELATED, NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    one, other = rng.choice(SIBLINGS)
    return Made((replace(b, title=one), again(b, rng, other)))


@KINDS.enter("a title that is no name, one owner, other texts", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    title = rng.choice(NO_NAMES)
    other = replace(h, title=title, organisation=b.organisation, responsible=b.responsible)
    return Made((replace(b, title=title), other)) if b in ground.alone else None


def _called(b: Nomination, h: Nomination, ground: Ground, titles: tuple[str, str]) -> Made | None:
    """Two of one owner that are called so, with strange texts: only the names can tell that they are one."""
    other = replace(
        h, title=titles[1], organisation=b.organisation, responsible=b.responsible, started=b.started
    )
    return Made((replace(b, title=titles[0]), other)) if b in ground.alone else None


@KINDS.enter("one half of a title of two languages, one owner, other texts", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    half = rng.choice(["Living Archive", "Levende arkiv"])
    return _called(b, h, ground, (f"Levende arkiv {rng.choice('/|')} Living Archive", half))


@KINDS.enter("the abbreviation in brackets alone, one owner, other texts", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    return _called(b, h, ground, ("Tværsektoriel Akut Mobil Indsats (TAMI)", "TAMI"))


@KINDS.enter("the abbreviation in brackets, elsewhere", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    known = replace(b, title="Hjertesvigt Hjemme Monitorering (HHM)")
    return Made((known, replace(h, title="HHM i Gribskov", organisation="Gribskov Kommune", responsible="")))


@KINDS.enter("own words, the initials of the title alone", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    return Made((replace(b, title="Center for Aktivt Liv og Mestring"), again(b, rng, "CALM")))


@KINDS.enter("a number in words, one owner, other texts", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    digits, told = rng.choice([("4", "fire"), ("12", "tolv"), ("7", "seven")])
    name = rng.choice(["Sov godt på stue {}", "Ro efter klokken {}", "Vaner {}"])
    return _called(b, h, ground, (name.format(digits), name.format(told)))
