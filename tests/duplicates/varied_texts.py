"""Kinds in which a text comes again, changed as people and machines change it."""

from dataclasses import replace
from random import Random

from duplicates import changes
from duplicates.labelled import Ground
from duplicates.varied import NEW, Made
from duplicates.varied_making import DUPLICATE, RELATED, Kinds, copied
from duplicates.varied_words import ENGLISH_TITLES
from nominate_tui.model.nomination import Nomination

KINDS = Kinds()


@KINDS.enter("copy under another title", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return copied(b, rng)


@KINDS.enter("copy under another title, no owner named", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(copied(b, rng), organisation="", responsible="")


@KINDS.enter("copy with the answers in other boxes", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    texts = list(b.answers.values())
    moved = dict(zip(b.answers, texts[3:] + texts[:3], strict=True))
    return replace(copied(b, rng), answers=moved)


@KINDS.enter("copy with all answers in one box", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(copied(b, rng), answers={"purpose": b.text})


@KINDS.enter("copy with 3 % typing errors", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return copied(b, rng, changes.typing_errors)


@KINDS.enter("copy with 3 % typing errors, owner and title too", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    told = changes.answers(b, changes.typing_errors, rng)
    fields = [changes.typing_errors(text, rng) for text in (b.title, b.organisation, b.responsible)]
    return replace(told, id=NEW, title=fields[0], organisation=fields[1], responsible=fields[2])


@KINDS.enter("copy of the first halves", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return copied(b, rng, changes.first_half)


@KINDS.enter("copy of the last halves, no owner named", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(copied(b, rng, changes.last_half), organisation="", responsible="")


@KINDS.enter("two halves of one text, same name and owner", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    first, last = (changes.answers(b, half, rng) for half in (changes.first_half, changes.last_half))
    return Made((first, replace(last, id=NEW)))


@KINDS.enter("copy with every other sentence", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return copied(b, rng, changes.abridged)


@KINDS.enter("copy as a list", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return copied(b, rng, changes.as_list)


@KINDS.enter("copy in capitals with short lines", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return copied(b, rng, changes.wrapped)


@KINDS.enter("copy with unseen signs", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return copied(b, rng, changes.unseen)


@KINDS.enter("copy with look-alike letters", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return copied(b, rng, changes.look_alike)


@KINDS.enter("copy without Danish letters", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return copied(b, rng, changes.spelt_out)


@KINDS.enter("copy with one answer rewritten", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    id = rng.choice(sorted(b.answers))
    return replace(copied(b, rng), answers={**b.answers, id: h.answers[id]})


@KINDS.enter("copy with three answers rewritten", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    ids = ("purpose", "user_value", "spread")
    return replace(copied(b, rng), answers={**b.answers, **{id: h.answers[id] for id in ids}})


@KINDS.enter("next year's, with new figures", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    told = changes.answers(b, changes.new_figures, rng)
    return replace(told, id=NEW, title=f"{b.title} 2025", started="2025")


@KINDS.enter("two years' with new figures", DUPLICATE, RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Made:
    told = changes.answers(b, changes.new_figures, rng)
    return Made((replace(b, title=f"{b.title} 2024"), replace(told, id=NEW, title=f"{b.title} 2025")))


@KINDS.enter("copy with the organisation in English", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    told = changes.in_english(b.organisation, rng)
    return None if told == b.organisation else replace(copied(b, rng), organisation=told)


@KINDS.enter("copy, owner and title in English", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    title = ENGLISH_TITLES.get(b.title)
    fields = [changes.in_english(text, rng) for text in (b.organisation, b.responsible)]
    return replace(b, id=NEW, title=title, organisation=fields[0], responsible=fields[1]) if title else None


@KINDS.enter("copy under an English title", DUPLICATE)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination | None:
    title = ENGLISH_TITLES.get(b.title)
    return replace(b, id=NEW, title=title) if title else None


@KINDS.enter("copy that another owner sends in", DUPLICATE, RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(copied(b, rng), organisation=h.organisation, responsible=h.responsible)


@KINDS.enter("copy within a longer nomination of the same owner", DUPLICATE, RELATED)
def _(b: Nomination, h: Nomination, ground: Ground, rng: Random) -> Nomination:
    return replace(
        copied(b, rng), answers={id: f"{h.answers[id]}\n\n{text}" for id, text in b.answers.items()}
    )
