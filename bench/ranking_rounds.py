"""Invents rounds to measure with: reviews with a severity for each juror, missing criteria and recusals.

`save(invent(SIZES["10000"]), folder)` writes one to a folder, the same on every run: `reviews.npz` with the
arrays that `ranking` keeps, `scores.csv` and `scoring.toml` for whole commands. Nothing in it exists.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Juror, Rules
from nominate_tui.ranking.collecting import STATES, Collected, collected

SEED: Final = 26
WEIGHTS: Final = {"innovation": 30, "impact": 25, "craft": 20, "evidence": 15, "spread": 10}
"""By criterion."""
LACKING: Final = 0.02
"""The part of the reviews that lack one criterion; a tenth of them lack three more, and do not count."""
RECUSED: Final = 0.01
"""The part of the reviews that are recusals in the place of scores."""

COMPLETE: Final = STATES.index(ReviewState.COMPLETE)
UNFINISHED: Final = STATES.index(ReviewState.UNFINISHED)
OUT: Final = STATES.index(ReviewState.RECUSED)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a round is."""

    name: str
    nominations: int
    jurors: int
    each: int
    """How many jurors a nomination is assigned to."""

    @property
    def scores(self) -> int:
        """How many scores there would be if nobody left one out."""
        return self.nominations * self.each * len(WEIGHTS)

    def __str__(self) -> str:
        """For a person."""
        several = "" if self.each == self.jurors else f" × {self.each} reviews each"
        return f"{self.nominations:,} × {self.jurors:,}{several} ({self.scores:,} scores)"


SIZES: Final = {
    size.name: size
    for size in (
        Size("26", 26, 10, 10),
        Size("1000sparse", 1_000, 100, 20),
        Size("1000", 1_000, 100, 100),
        Size("10000", 10_000, 2_000, 20),
    )
}
"""By name."""


@dataclass(frozen=True, slots=True)
class Invented:
    """A round and everything its jurors said."""

    round: Round
    collected: Collected


def invent(size: Size) -> Invented:
    """A round of that size; the same on every run."""
    draw = np.random.default_rng(SEED)
    nomination, juror = np.repeat(np.arange(size.nominations), size.each), _assigned(size, draw)
    scored, state = _scored(len(juror), draw)
    scores = np.where(scored, _scores(size, nomination, juror, draw), 0)
    places = np.array([nomination, juror, state], dtype=np.int32)
    round = round_of(size)
    ids = tuple(each.id for each in round.rules.jurors)
    return Invented(
        round, collected(round.nominations.ids, ids, tuple(WEIGHTS), places, scores, scored, None)
    )


def round_of(size: Size) -> Round:
    """The rules, nominations and jurors of a round, without what anybody said."""
    criteria = tuple(Criterion(id, {"en": id}, Fraction(weight)) for id, weight in WEIGHTS.items())
    jurors = tuple(Juror(f"j{number:04}", f"Juror {number}") for number in range(size.jurors))
    nominations = tuple(Nomination(f"n{number:05}", f"Title {number}") for number in range(size.nominations))
    rules = Rules(
        id="bench",
        title="A round to measure",
        criteria=criteria,
        jurors=jurors,
        shortlist=max(5, size.nominations // 50),
        seed="bench",
        incomplete_reviews=True,
    )
    return Round(rules, Nominations(nominations))


def save(invented: Invented, folder: Path) -> None:
    """Write a round in all the ways it is read."""
    found = invented.collected
    scored = np.array([[id in ids for id in WEIGHTS] for ids in found.patterns]).T[:, found.pattern]
    places = np.array([found.nomination, found.juror, found.state])
    np.savez(folder / "reviews.npz", places=places, scores=found.scores, scored=scored)
    (folder / "scores.csv").write_text("\n".join(_lines(found, scored)) + "\n", encoding="utf-8")
    (folder / "scoring.toml").write_text(_rules(invented.round.rules), encoding="utf-8")


def load(size: Size, folder: Path) -> Invented:
    """Read a round that was saved."""
    round = round_of(size)
    ids = tuple(juror.id for juror in round.rules.jurors)
    with np.load(folder / "reviews.npz") as found:
        told = (found["places"], found["scores"], found["scored"])
    return Invented(round, collected(round.nominations.ids, ids, tuple(WEIGHTS), *told, None))


def _assigned(size: Size, draw: np.random.Generator) -> NDArray[np.intp]:
    """The jurors of each nomination, one after the other."""
    if size.each == size.jurors:
        return np.tile(np.arange(size.jurors), size.nominations)
    every = (draw.choice(size.jurors, size.each, replace=False) for _each in range(size.nominations))
    return np.concatenate([*every])


def _scored(reviews: int, draw: np.random.Generator) -> tuple[NDArray[np.bool_], NDArray[np.int8]]:
    """Which criteria have a score, shape (C, n), and the states that follow."""
    scored = np.ones((len(WEIGHTS), reviews), dtype=np.bool_)
    lacking = np.flatnonzero(draw.random(reviews) < LACKING)
    scored[draw.integers(0, len(WEIGHTS), len(lacking)), lacking] = False
    scored[:4, lacking[::10]] = False
    state = np.where(scored.all(axis=0), COMPLETE, UNFINISHED).astype(np.int8)
    out = draw.random(reviews) < RECUSED
    scored[:, out], state[out] = False, OUT
    return scored, state


def _scores(
    size: Size, nomination: NDArray[np.intp], juror: NDArray[np.intp], draw: np.random.Generator
) -> NDArray[np.int32]:
    """The nomination's worth, on each criterion a little another, plus the juror's severity, plus noise; 1 to 5."""
    worth = draw.normal(3, 0.6, size.nominations) + draw.normal(0, 0.3, (len(WEIGHTS), size.nominations))
    severity = draw.normal(0, 0.4, size.jurors)
    noise = draw.normal(0, 0.8, (len(WEIGHTS), len(juror)))
    return np.clip(np.rint(worth[:, nomination] + severity[juror] + noise), 1, 5).astype(np.int32)


def _lines(found: Collected, scored: NDArray[np.bool_]) -> Iterator[str]:
    """Every score of everybody who is not recused, as a table: a line for each."""
    yield "juror,nomination,criterion,score"
    review, criterion = np.nonzero(scored.T)
    columns = (found.juror[review], found.nomination[review], criterion, found.scores[criterion, review])
    for juror, nomination, place, score in zip(*(column.tolist() for column in columns), strict=True):
        yield f"{found.jurors[juror]},{found.nominations[nomination]},{found.criteria[place]},{score}"


def _rules(rules: Rules) -> str:
    head = f'[round]\nid = "{rules.id}"\ntitle = "{rules.title}"\nlanguage = "en"\nseed = "{rules.seed}"\n'
    head += f"shortlist = {rules.shortlist}\nincomplete_reviews = true\n"
    criteria = [
        f'[[criterion]]\nid = "{id}"\nlabel.en = "{id}"\nweight = {weight}\n'
        for id, weight in WEIGHTS.items()
    ]
    jurors = [f'[[juror]]\nid = "{juror.id}"\nname = "{juror.name}"\n' for juror in rules.jurors]
    return "\n".join((head, *criteria, *jurors))
