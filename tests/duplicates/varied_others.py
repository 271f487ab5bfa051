"""Kinds that are related, that only look alike, or that have nothing in them."""

from dataclasses import replace
from random import Random

from duplicates import changes
from duplicates.labelled import Ground
from duplicates.varied import NEW, Made
from duplicates.varied_making import (
    DUPLICATE,
    NOTHING,
    RELATED,
    Kinds,
    again,
    copied,
    hospital,
    is_its_owner,
    name_of,
)
from duplicates.varied_words import (
    GUIDANCE,
    KINDS_OF_THINGS,
    LETTERS,
    MOTTO,
    NEAR_MISSES,
    PARAGRAPH,
    PLACES,
    STOCK,
    TURNED,
)
from nominate_tui.model.nomination import Nomination, Source

KINDS = Kinds()


@KINDS.enter("a paragraph of 40 words quoted", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    quote = changes.cut(b, 40, 60, rng)
    return changes.with_quote(h, f"”{quote}”", rng) if quote else None


@KINDS.enter("a paragraph of 40 words quoted with typing errors", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    quote = changes.cut(b, 40, 60, rng)
    return changes.with_quote(h, changes.typing_errors(quote, rng, 0.015), rng) if quote else None


@KINDS.enter("the same answer in two departments", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    id = rng.choice([id for id, text in b.answers.items() if len(text.split()) >= 40])
    return replace(h, answers={**h.answers, id: b.answers[id]})


@KINDS.enter("three answers in two departments", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    ids = ("innovation", "implementation", "spread")
    return replace(h, answers={**h.answers, **{id: b.answers[id] for id in ids}})


@KINDS.enter("one answer pasted between two projects of an office", RELATED, NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    id = max(b.answers, key=lambda id: len(b.answers[id]))
    pasted = replace(h, organisation=b.organisation, answers={**h.answers, id: b.answers[id]})
    return None if is_its_owner(b) else pasted


@KINDS.enter("two parts of one package", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    part = replace(b, facts={"package": "Forslag til fælles bedste"})
    return Made(
        (part, replace(part, id=NEW, title=h.title, answers={**b.answers, "purpose": h.answers["purpose"]}))
    )


@KINDS.enter("a package that was sent in twice, one part", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    first, last = (
        replace(b, facts={"package": "Forslag til fælles bedste"}, source=Source("a.txt", "1", digest))
        for digest in ("aa", "bb")
    )
    return Made((first, again(last, rng)))


@KINDS.enter("the same title elsewhere, a team of one name", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    team = rng.choice(("Lindrende Behandling", "Team for Grønne Skridt", "Palliativt Team"))
    elsewhere = replace(h, title=b.title, organisation="Thisted Sygehus", responsible=team)
    return Made((replace(b, organisation="Hobro Sundhedshus", responsible=team), elsewhere))


@KINDS.enter("the same title, another owner and text", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(h, title=b.title)


@KINDS.enter("the same title at another hospital", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    if hospital(b.title):
        return None
    elsewhere = again(b, rng, f"{name_of(b)} på Thisted Sygehus")
    return replace(elsewhere, organisation="Thisted Sygehus", responsible="Else Nørremark")


@KINDS.enter("the same title, no owner named, own words", DUPLICATE, RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(again(b, rng), organisation="", responsible="")


@KINDS.enter("the same text at two places of one kind", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    one, other = rng.choice(PLACES)
    there = replace(copied(b, rng), organisation=other, responsible=rng.choice(("", "Else Nørremark")))
    responsible = "Bent Vestergård" if there.responsible else ""
    return Made((replace(b, organisation=one, responsible=responsible), there))


@KINDS.enter("a paragraph pasted between short projects of an owner", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    told = [replace(one, answers={"purpose": changes.cut(one, 50, 70, rng) or one.text}) for one in (b, h)]
    other = replace(told[1], organisation=b.organisation, responsible=b.responsible)
    pasted = tuple(changes.with_quote(one, f"{PARAGRAPH}.", rng) for one in (told[0], other))
    return None if is_its_owner(b) else Made(pasted)


@KINDS.enter("its name in another's organisation", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    named = replace(h, organisation=f"{h.organisation} i partnerskab med {name_of(b)}")
    return named if len(name_of(b).split()) < 5 else None


@KINDS.enter("its name in another's title", RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    named = replace(h, title=f"Hvad vi lærte af {name_of(b)}")
    return named if len(name_of(b).split()) < 5 else None


@KINDS.enter("phase 1 and phase 2, own words", RELATED, NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    phases = [f"{name_of(b)} – fase {number}" for number in (1, 2)]
    return Made((replace(b, title=phases[0]), again(b, rng, phases[1])))


@KINDS.enter("part 2 and part 3, other texts", RELATED, NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    later = replace(b, id=NEW, title=f"{name_of(b)} 3", answers=h.answers)
    return Made((replace(b, title=f"{name_of(b)} 2"), later))


@KINDS.enter("the same person with another project", NOTHING, person=True)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(h, responsible=ground.persons[b.id])


@KINDS.enter("the same owner with another project", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    return None if is_its_owner(b) else replace(h, organisation=b.organisation, responsible=b.responsible)


@KINDS.enter("the same contact with another project", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    sender = next(one for one in ground.contacts if one.nomination == b.id)
    return Made((h,), (replace(sender, nomination=h.id),))


@KINDS.enter("the same contact and organisation, another project", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    sender = next(one for one in ground.contacts if one.nomination == b.id)
    other = Made((replace(h, organisation=b.organisation),), (replace(sender, nomination=h.id),))
    return None if is_its_owner(b) else other


@KINDS.enter("namesakes by surname", NOTHING, person=True)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(h, responsible=f"Thorvald {ground.persons[b.id].split()[-1]}")


@KINDS.enter("the form's guidance left in two answers", NOTHING, RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    told = [
        replace(one, answers={**one.answers, "purpose": f"{GUIDANCE}\n\n{one.answers['purpose']}"})
        for one in (b, h)
    ]
    return Made(tuple(told))


@KINDS.enter("the form's guidance left in half of the round", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    half = [one for place, one in enumerate(ground.nominations) if place % 2 or one.id in (b.id, h.id)]
    ordered = sorted(half, key=lambda one: one.id not in (b.id, h.id))
    told = [
        replace(one, answers={**one.answers, "purpose": f"{GUIDANCE}\n\n{one.answers['purpose']}"})
        for one in ordered
    ]
    return Made(tuple(told))


@KINDS.enter("the form's questions in front of the answers", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    asked = ground.nominations.questions
    told = [
        replace(one, answers={id: f"{asked[id]} {text}" for id, text in one.answers.items()})
        for one in (b, h)
    ]
    return Made(tuple(told))


@KINDS.enter("how an office tells who it is, twice", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made | None:
    same = replace(h, organisation=b.organisation)
    told = [changes.with_quote(one, f"{STOCK}.", rng) for one in (b, same)]
    return None if is_its_owner(b) else Made(tuple(told))


@KINDS.enter("a saying of nine words in both", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    return Made(tuple(changes.with_quote(one, f"Vi siger, at {MOTTO}.", rng) for one in (b, h)))


@KINDS.enter("titles of one pattern", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    one, other = rng.choice(NEAR_MISSES)
    return Made((replace(b, title=one), replace(h, title=other)))


@KINDS.enter("titles of one pattern, one organisation", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    one, other = rng.choice(NEAR_MISSES)
    return Made((replace(b, title=one), replace(h, title=other, organisation=b.organisation)))


def _beside(b: Nomination, h: Nomination, titles: tuple[str, str]) -> Made:
    """Two projects of one owner, with titles of their own and strange texts."""
    other = replace(h, title=titles[1], organisation=b.organisation, responsible=b.responsible)
    return Made((replace(b, title=titles[0]), other))


@KINDS.enter("titles that a word turns, one owner, other texts", RELATED, NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    return _beside(b, h, rng.choice(TURNED))


@KINDS.enter("titles that are alike in letters alone, one owner, other texts", RELATED, NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    return _beside(b, h, rng.choice(LETTERS))


@KINDS.enter("titles of one kind of thing or series", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    one, other = rng.choice(KINDS_OF_THINGS)
    return Made((replace(b, title=one), replace(h, title=other)))


@KINDS.enter("a letter or a number as the title", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    title = rng.choice(("B", "x", "7", "24/7"))
    return Made((replace(b, title=title), replace(h, title=f"Plan {title} for vagten")))


@KINDS.enter("the form's heading as the title of all", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    others = [one for one in ground.nominations if one.id not in (b.id, h.id)]
    return Made(tuple(replace(one, title="Fritekst til juryen") for one in (b, h, *others)))


@KINDS.enter("no title in either, other texts", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    return Made((replace(b, title=""), replace(h, title="")))


@KINDS.enter("no title in either, the same owner, other texts", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    return Made(
        (replace(b, title=""), replace(h, title="", organisation=b.organisation, responsible=b.responsible))
    )


@KINDS.enter("copy without a title", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(b, id=NEW, title="")


@KINDS.enter("title and owner only", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(b, id=NEW, answers={})


@KINDS.enter("title only", DUPLICATE, RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(b, id=NEW, answers={}, organisation="", responsible="")


@KINDS.enter("owner only", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(b, id=NEW, answers={}, title="")


@KINDS.enter("two that are empty", NOTHING)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    return Made((replace(b, answers={}, title="", organisation="", responsible=""), Nomination(NEW, "")))
