from dataclasses import replace
from datetime import timedelta

from export.sample import VERDICT, sample, sample_ballots
from nominate_tui.export.basis import Basis, basis_of, changes_since, scored_after
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.model.outdated import outdated
from nominate_tui.model.round import Round
from nominate_tui.ranking.rank import rank
from ranking.rounds import NOON, ballots_of, round_of

HOUR = timedelta(hours=1)
CHANGES = (Change(NOON, ("title",)), Change(NOON + 2 * HOUR, ("answers.purpose",)))


def found() -> Basis:
    return basis_of(sample(), sample_ballots())


def test_jurors_stand_under_pseudonyms_and_nothing_else_is_known_of_them() -> None:
    assert [(juror.id, juror.name, juror.panel) for juror in found().round.rules.jurors] == [
        ("J1", "J1", ""),
        ("J2", "J2", ""),
        ("J3", "J3", ""),
    ]
    assert {name: ballot.juror for name, ballot in found().ballots.items()} == {
        "J1": "J1",
        "J2": "J2",
        "J3": "J3",
    }


def test_what_a_juror_is_to_score_stays_in_an_order_that_tells_nothing() -> None:
    round = round_of("abc", ["anna", "bo"], given={"anna": "cxa"})
    # 2026:bo begins with 1822, 2026:anna with f770.
    jurors = basis_of(round, {}).round.rules.jurors
    assert [(juror.id, juror.nominations) for juror in jurors] == [("J1", None), ("J2", ("a", "c", "x"))]


def test_scores_and_abstentions_stay_and_what_was_written_goes() -> None:
    # Bo is J1, by the digests of hemmelig:bo, hemmelig:anna and hemmelig:cy.
    assert found().ballots["J1"].review("1") == Review("1", {"innovation": 4}, frozenset({"spread"}))


def test_a_conflict_keeps_its_kind_and_loses_its_reason() -> None:
    assert found().ballots["J1"].review("2").conflict == Conflict("personal", "")


def test_a_recusal_by_the_chair_keeps_its_kind_and_loses_its_reason() -> None:
    round = round_of("ab", ["anna", "bo"], recusals=[("bo", "b"), ("anna", "b"), ("bo", "a"), ("bo", "gone")])
    # 2026:bo begins with 1822, 2026:anna with f770.
    assert [(r.juror, r.nomination, r.conflict, r.by) for r in basis_of(round, {}).round.recusals] == [
        ("J1", "a", Conflict("professional", ""), "chair"),
        ("J1", "b", Conflict("professional", ""), "chair"),
        ("J2", "b", Conflict("professional", ""), "chair"),
    ]


def test_of_a_nomination_only_id_title_and_organisation_stay() -> None:
    assert found().round.nominations["1"] == Nomination("1", "Nattelys på stuen", "Østby Sygehus")


def test_what_the_chair_decided_stays() -> None:
    assert found().round.verdicts == (VERDICT,)
    assert found().round.deliberation == sample().deliberation


def test_the_key_of_the_pseudonyms_is_not_in_it() -> None:
    assert found().round.rules.pseudonym_key == ""


def test_the_basis_of_a_basis_is_the_same() -> None:
    assert basis_of(found().round, found().ballots) == found()


def test_the_ranking_of_the_basis_is_that_of_the_round() -> None:
    table = {"anna": {"a": (5, 3), "b": (2, 2)}, "bo": {"a": (1, 1), "b": (4, 5)}, "cy": {"b": (3, 3)}}
    for method in ("mean", "adjusted", "majority"):
        round = round_of("ab", table, method=method, seed="s", tie_break=("criteria", "lot"))
        ballots = ballots_of(round, table)
        basis = basis_of(round, ballots)
        rows = [rank(*each, ()).standings for each in ((round, ballots), (basis.round, basis.ballots))]
        assert rows[0] == rows[1]


def test_how_many_changes_followed_a_review_is_told_by_when_it_was_scored() -> None:
    nomination = Nomination("a", "A", changes=CHANGES)
    review = Review("a", {"innovation": 3})
    times = [None, NOON - HOUR, NOON, NOON + HOUR, NOON + 2 * HOUR]
    assert [changes_since(nomination, replace(review, changed=at)) for at in times] == [2, 2, 1, 1, 0]


def test_a_review_without_a_judgment_is_followed_by_no_change() -> None:
    assert changes_since(Nomination("a", "A", changes=CHANGES), Review("a", comment="later")) == 0


def test_the_last_change_before_a_review_stands_for_its_time() -> None:
    found = [scored_after(CHANGES[::-1], since) for since in (0, 1, 2)]
    assert found == [NOON + 2 * HOUR, NOON, None]


def test_who_scored_before_a_change_is_known_without_the_times_of_reviews() -> None:
    bare = round_of("a", ["anna", "bo", "cy"])
    round = replace(bare, nominations=Nominations((Nomination("a", "A", changes=CHANGES),)))
    times = {"anna": NOON - HOUR, "bo": NOON + HOUR, "cy": NOON + 3 * HOUR}
    ballots = {
        juror: Ballot("2026", juror, {"a": Review("a", {"innovation": 3}, changed=at)})
        for juror, at in times.items()
    }
    basis = basis_of(round, ballots)
    assert [before(round, ballots), before(basis.round, basis.ballots)] == [[1, 2]] * 2
    kept = {review.changed for ballot in basis.ballots.values() for review in ballot.reviews.values()}
    assert kept == {None, NOON, NOON + 2 * HOUR}


def before(round: Round, ballots: dict[str, Ballot] | object) -> list[int]:
    """How many reviews were given before each change."""
    assert isinstance(ballots, dict)
    (nomination,) = round.nominations
    return [len(outdated(round, ballots, replace(nomination, changes=(change,)))) for change in CHANGES]
