"""Who scored a nomination before its text changed, and which verdicts are older than what they are about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.model.outdated import changed_after, noted, outdated, text_digest
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Juror, Rules

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
FIRST, SECOND = Change(NOON, ("title",)), Change(NOON + 2 * HOUR, ("answers.spread",))
NOMINATION = Nomination("1", "Klædeskabet", changes=(FIRST, SECOND))
JURORS = ("dora", "anna", "bo", "carl", "eva")
ROUND = Round(
    Rules("2026", "An award", (Criterion("new", {}),), tuple(Juror(id, id) for id in JURORS)),
    Nominations((NOMINATION, Nomination("2", "Haven"))),
    (Recusal("eva", "1", Conflict("other", "why"), "chair", NOON),),
)


def ballot(juror: str, scored: datetime) -> Ballot:
    """A ballot with a score on both nominations."""
    return Ballot("2026", juror, {id: Review(id, {"new": 3}, changed=scored) for id in ("1", "2")})


BALLOTS = {
    "anna": ballot("anna", NOON - HOUR),
    "bo": ballot("bo", NOON + HOUR),
    "carl": ballot("carl", NOON + 3 * HOUR),
    "dora": ballot("dora", NOON - HOUR),
    "eva": ballot("eva", NOON - HOUR),
}


def test_each_juror_is_told_with_what_changed_since_in_the_order_of_the_jury() -> None:
    both = Change(SECOND.when, ("title", "answers.spread"))
    found = outdated(ROUND, BALLOTS, NOMINATION)
    assert list(found.items()) == [("dora", both), ("anna", both), ("bo", SECOND)]


def test_a_text_that_did_not_change_outdates_nothing() -> None:
    assert outdated(ROUND, BALLOTS, ROUND.nominations["2"]) == {}
    assert outdated(ROUND, BALLOTS, replace(NOMINATION, changes=())) == {}


def test_jurors_without_a_ballot_and_strangers_are_passed_over() -> None:
    assert outdated(ROUND, {"frida": ballot("frida", NOON - HOUR)}, NOMINATION) == {}


def verdict(at: datetime, a: str = "1", b: str = "2") -> Verdict:
    return Verdict(a, b, "related", "why", at)


def test_a_verdict_is_told_what_changed_in_either_of_its_two_after_it() -> None:
    both = Change(SECOND.when, ("title", "answers.spread"))
    assert changed_after(verdict(NOON - HOUR), ROUND.nominations) == {"1": both}
    assert changed_after(verdict(NOON + HOUR, "2", "1"), ROUND.nominations) == {"1": SECOND}
    assert changed_after(verdict(SECOND.when), ROUND.nominations) == {}


def test_what_is_not_compared_outdates_no_verdict() -> None:
    fields = ("facts.proposed_by", "shared.introduction", "tables.economy", "choices.financing")
    unseen = replace(NOMINATION, changes=(Change(NOON, fields), Change(NOON + HOUR, ("shared.title",))))
    assert changed_after(verdict(NOON - HOUR), Nominations((unseen,))) == {}
    for field in ("title", "organisation", "responsible", "started", "answers.new"):
        seen = replace(
            NOMINATION, changes=(Change(NOON, ("facts.proposed_by", field)), Change(NOON + HOUR, fields))
        )
        assert changed_after(verdict(NOON - HOUR), Nominations((seen,))) == {"1": Change(NOON, (field,))}


def test_a_verdict_on_a_nomination_that_is_gone_is_not_outdated() -> None:
    assert changed_after(verdict(NOON - HOUR, "8", "9"), ROUND.nominations) == {}


def test_a_text_that_was_changed_by_hand_outdates_a_verdict_that_noted_it() -> None:
    plain = replace(NOMINATION, changes=())
    other = replace(plain, id="2", title="Another")
    given = noted(verdict(NOON, "2", "1"), Nominations((plain, other)))
    assert changed_after(given, Nominations((plain, other))) == {}
    for changed in (
        replace(plain, title="Other words"),
        replace(plain, responsible="Somebody"),
        replace(plain, answers={**plain.answers, "spread": "Other words"}),
    ):
        assert changed_after(given, Nominations((changed, other))) == {"1": None}
        assert changed_after(verdict(NOON, "2", "1"), Nominations((changed, other))) == {}
    moved = replace(plain, facts={"proposed_by": "Somebody"})
    assert changed_after(given, Nominations((moved, other))) == {}


def test_where_texts_were_noted_they_decide_and_the_change_says_what() -> None:
    plain, other = replace(NOMINATION, changes=()), Nomination("2", "Haven")
    given = noted(verdict(NOON - HOUR), Nominations((plain, other)))
    changed = replace(NOMINATION, title="Other words")
    both = Change(SECOND.when, ("title", "answers.spread"))
    assert changed_after(given, Nominations((changed, other))) == {"1": both}
    # It was changed by one intake and put back by the next.
    assert changed_after(given, Nominations((NOMINATION, other))) == {}
    # The time of the verdict is later than the change, but the chair had read what was before.
    late = replace(given, at=NOON + 3 * HOUR)
    assert changed_after(late, Nominations((changed, other))) == {"1": None}


def test_what_looks_the_same_is_the_same_text() -> None:
    answers = {"new": "We walk\nby night.", "spread": "Everywhere."}
    plain = Nomination("1", "Klædeskabet", answers=answers)
    for same in (
        replace(plain, title=" Klædeskabet "),
        replace(plain, answers={**answers, "new": "We  walk by night.\n"}),
        replace(plain, answers={"spread": answers["spread"], "new": answers["new"]}),
        replace(plain, answers={**answers, "more": " "}),
    ):
        assert text_digest(same) == text_digest(plain)
    for another in (
        replace(plain, answers={"new": answers["spread"], "spread": answers["new"]}),
        replace(plain, title="klædeskabet"),
        replace(plain, answers={**answers, "more": "More."}),
        replace(plain, started="2026"),
    ):
        assert text_digest(another) != text_digest(plain)


def test_a_pair_that_somebody_wrote_the_other_way_round_is_not_changed() -> None:
    nominations = Nominations((Nomination("1", "Klædeskabet"), Nomination("2", "Haven")))
    given = noted(verdict(NOON), nominations)
    assert changed_after(replace(given, a="2", b="1"), nominations) == {}


def test_of_a_nomination_that_is_gone_nothing_is_noted() -> None:
    given = verdict(NOON, "1", "9")
    assert noted(given, ROUND.nominations) == given
