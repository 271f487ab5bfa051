from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.sample import GOLDEN, sample, sample_ballots, sample_outcome
from nominate_tui.errors import BadInput
from nominate_tui.export.basis import basis_of
from nominate_tui.export.basis_files import FILES, basis_files, read_basis
from nominate_tui.export.outcome import Outcome
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import CONFLICT_KINDS, Conflict, Recusal
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.notation.clean import clean_line
from ranking.rounds import NOON, rules_of


def test_the_files_are_the_golden_ones() -> None:
    assert basis_files(sample_outcome()) == {name: (GOLDEN / name).read_bytes() for name in FILES}


def test_what_is_read_is_what_was_written() -> None:
    basis = basis_of(sample(), sample_ballots())
    assert read_basis(basis_files(Outcome(basis))) == basis


def test_every_problem_in_every_file_is_told() -> None:
    files = dict(basis_files(sample_outcome()))
    files["rules.toml"] = files["rules.toml"].replace(b"quorum = 2", b"quorum = -2")
    files["recusals.toml"] = b"[[recusal]]\njuror = 3\n"
    files["deliberation.toml"] = b"\xff"
    with pytest.raises(BadInput) as caught:
        read_basis(files)
    places = [problem.where for problem in caught.value.problems]
    assert places == ["rules.toml:6", *["recusals.toml:1"] * 4, "recusals.toml:2", "deliberation.toml:1"]


ids = st.text(min_size=1, max_size=6).map(clean_line).filter(str.strip)
words = st.text(max_size=20).map(clean_line)
moments = st.integers(0, 5).map(lambda hours: NOON + timedelta(hours=hours))
criteria = ("innovation", "spread")


@st.composite
def reviews(draw: st.DrawFn, nomination: str) -> Review:
    scores = {id: score for id in criteria if (score := draw(st.sampled_from([None, 1, 3, 5]))) is not None}
    abstained = frozenset(id for id in criteria if id not in scores and draw(st.booleans()))
    kind = draw(st.sampled_from([None, None, *CONFLICT_KINDS]))
    conflict = Conflict(kind, draw(words)) if kind else None
    return Review(nomination, scores, abstained, draw(words), draw(words), conflict, changed=draw(moments))


@st.composite
def rounds(draw: st.DrawFn) -> tuple[Round, dict[str, Ballot]]:
    jurors = draw(
        st.lists(st.sampled_from(["anna", "bo", "cy", "J1", "di"]), min_size=1, max_size=5, unique=True)
    )
    nominations = tuple(
        Nomination(
            id,
            draw(words.filter(str.strip)),
            draw(words),
            changes=tuple(Change(at, ("title",)) for at in draw(st.lists(moments, max_size=2))),
        )
        for id in draw(st.lists(ids, max_size=4, unique=True))
    )
    weights = {id: Fraction(draw(st.integers(1, 400)), 4) for id in criteria}
    more: dict[str, Any] = {
        "language": draw(st.sampled_from(["da", "en"])),
        "method": draw(st.sampled_from(["mean", "adjusted", "majority"])),
        "seed": draw(words),
        "incomplete_reviews": draw(st.booleans()),
    }
    recusals = tuple(
        Recusal(juror, nomination.id, Conflict("other", "why"), "secretariat", NOON)
        for juror in jurors
        for nomination in nominations
        if draw(st.integers(0, 5)) == 0
    )
    ballots = {
        juror: Ballot(
            "2026", juror, {each.id: draw(reviews(each.id)) for each in nominations if draw(st.booleans())}
        )
        for juror in jurors
        if draw(st.booleans())
    }
    return Round(rules_of(weights, jurors, **more), Nominations(nominations), recusals), ballots


@given(rounds())
@settings(max_examples=80)
def test_any_round_comes_back_as_the_same_files(made: tuple[Round, dict[str, Ballot]]) -> None:
    files = basis_files(Outcome(basis_of(*made)))
    assert basis_files(Outcome(read_basis(files))) == files


def test_a_round_with_other_times_of_reviews_gives_the_same_files() -> None:
    later = {
        id: replace(
            ballot,
            reviews={n: replace(r, changed=NOON + timedelta(days=1)) for n, r in ballot.reviews.items()},
        )
        for id, ballot in sample_ballots().items()
    }
    assert basis_files(Outcome(basis_of(sample(), later))) == basis_files(sample_outcome())
