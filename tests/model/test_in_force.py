from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.deliberation import Amendment, Deliberation, Signed
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.in_force import before, changed, in_force, set_aside, tried
from nominate_tui.model.round import Round
from nominate_tui.model.rules import METHODS, Criterion, Juror, Rules
from nominate_tui.model.what_if import WhatIf

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
VERDICTS = Verdict("1", "2", "duplicate", "", NOON), Verdict("2", "3", "duplicate", "", NOON)
PAIRS = tuple(verdict.pair for verdict in VERDICTS)
ROUND = Round(
    Rules(
        "2026",
        "An award",
        (Criterion("new", {}, Fraction(3)), Criterion("spread", {}, Fraction(1))),
        (Juror("anna", "Anna"), Juror("bo", "Bo")),
    ),
    verdicts=VERDICTS,
)

what_ifs = st.builds(
    WhatIf,
    weights=st.dictionaries(
        st.sampled_from(["new", "spread", "gone"]), st.integers(1, 5).map(Fraction), max_size=3
    ),
    method=st.none() | st.sampled_from(METHODS),
    shortlist=st.none() | st.integers(1, 9),
    left_out=st.none() | st.frozensets(st.sampled_from(["anna", "bo"])),
    set_aside=st.none() | st.frozensets(st.sampled_from(PAIRS)),
)


def amended(*adopted: WhatIf) -> Round:
    """The round, with these adopted one after the other, an hour apart."""
    hours = (Signed("Karen", "", NOON + timedelta(hours=n)) for n in range(1, len(adopted) + 1))
    each = zip(adopted, hours, strict=True)
    amendments = tuple(Amendment(what, WhatIf(), signed) for what, signed in each)
    return replace(ROUND, deliberation=Deliberation(amendments=amendments))


def weights(round: Round) -> dict[str, int]:
    return {criterion.id: int(criterion.weight) for criterion in round.rules.criteria}


def test_without_amendments_a_round_is_in_force_as_it_is() -> None:
    assert in_force(ROUND) == ROUND


def test_the_later_of_two_amendments_holds() -> None:
    both = amended(WhatIf({"new": Fraction(2)}, "mean", 4), WhatIf({"spread": Fraction(5)}, "majority"))
    rules = in_force(both).rules
    assert (weights(in_force(both)), rules.method, rules.shortlist) == (
        {"new": 2, "spread": 5},
        "majority",
        4,
    )


def test_what_was_taken_back_does_not_hold() -> None:
    round = amended(WhatIf(shortlist=4), WhatIf(shortlist=6))
    first, last = round.deliberation.amendments
    taken = replace(last, taken_back=last.signed)
    back = replace(round, deliberation=Deliberation(amendments=(first, taken)))
    assert in_force(back).rules.shortlist == 4
    assert back.deliberation.standing == (first,)


def test_all_jurors_are_in_again_once_nobody_is_left_out() -> None:
    assert amended(WhatIf(left_out=frozenset({"bo"}))).deliberation.left_out == {"bo"}
    both = amended(WhatIf(left_out=frozenset({"bo"})), WhatIf(left_out=frozenset()))
    assert both.deliberation.left_out == frozenset()


def test_a_verdict_is_set_aside_until_it_is_given_anew() -> None:
    round = amended(WhatIf(set_aside=frozenset(PAIRS[:1])))
    assert [verdict.pair for verdict in in_force(round).verdicts] == [PAIRS[1]]
    assert set_aside(round) == {PAIRS[0]}
    anew = tuple(replace(verdict, at=NOON + timedelta(hours=2)) for verdict in round.verdicts)
    assert in_force(replace(round, verdicts=anew)).verdicts == anew
    assert set_aside(replace(round, verdicts=anew)) == frozenset()


def test_a_criterion_that_is_gone_is_passed_over() -> None:
    assert weights(in_force(amended(WhatIf({"gone": Fraction(9)})))) == {"new": 3, "spread": 1}


def test_what_holds_so_far_has_the_parts_of_what_is_tried() -> None:
    what = WhatIf({"new": Fraction(9)}, "mean", 9, frozenset({"bo"}), frozenset(PAIRS))
    assert before(ROUND, what) == WhatIf({"new": Fraction(3)}, "adjusted", 5, frozenset(), frozenset())
    assert before(ROUND, WhatIf()) == WhatIf()


@given(what_ifs, what_ifs)
def test_the_round_in_force_is_in_force(first: WhatIf, second: WhatIf) -> None:
    round = in_force(amended(first, second))
    assert in_force(round) == round


@given(what_ifs, what_ifs)
def test_what_is_tried_counts_as_what_is_adopted(first: WhatIf, second: WhatIf) -> None:
    trial, real = tried(amended(first), second), in_force(amended(first, second))
    assert (trial.rules, trial.verdicts) == (real.rules, real.verdicts)
    assert trial.deliberation.left_out == real.deliberation.left_out


@given(what_ifs, what_ifs)
def test_only_what_differs_is_a_change_and_it_says_as_much(first: WhatIf, second: WhatIf) -> None:
    round = amended(first)
    less = changed(round, second)
    whole, part = tried(round, second), tried(round, less)
    assert (whole.rules, whole.verdicts) == (part.rules, part.verdicts)
    assert changed(round, before(round, second)).empty
