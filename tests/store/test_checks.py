from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from nominate_tui.errors import Problem
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.deliberation import Amendment, Deliberation, Signed, TieDecision
from nominate_tui.model.duplicate import Kind, Verdict
from nominate_tui.model.figures import Figures
from nominate_tui.model.nomination import Change, Contact, Nomination, Nominations
from nominate_tui.model.outdated import noted
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, DuplicateRules, Juror, Rules, Scale
from nominate_tui.model.what_if import WhatIf
from nominate_tui.notation.toml import KeyPath
from nominate_tui.store.checks import check, check_parts, check_reading
from store.rounds import CONTACTS, DELIBERATION, NOMINATIONS, NOON, RECUSAL, RULES, VERDICT

IN_ORDER = Round(RULES, NOMINATIONS, (RECUSAL,), (VERDICT,), DELIBERATION)


def address(file: str, path: KeyPath) -> str:
    """The file, and the number of the entry in the place of the line."""
    return f"{file}:{path[1] if len(path) > 1 else 0}"


def found(round: Round, contacts: tuple[Contact, ...] = CONTACTS) -> list[str]:
    """The problems of a round, each on its line."""
    return [f"{problem.severity} {problem}" for problem in check(round, contacts, address)]


def with_rules(**changes: object) -> Round:
    """The round in order with other rules."""
    fields = {name: getattr(RULES, name) for name in Rules.__slots__}
    return replace(IN_ORDER, rules=Rules(**{**fields, **changes}))


def verdict(a: str, b: str, kind: Kind) -> Verdict:
    """A verdict; of duplicates the first is the primary."""
    return Verdict(a, b, kind, "", NOON, a if kind == "duplicate" else "")


def amended(what: WhatIf, taken_back: Signed | None = None) -> Round:
    """The round in order in which the meeting adopted something."""
    amendment = Amendment(what, WhatIf(), Signed("Karen Holm", "", NOON), taken_back)
    return replace(IN_ORDER, deliberation=Deliberation(None, (), (amendment,)))


def test_what_was_taken_back_need_not_fit() -> None:
    gone = WhatIf({"humour": Fraction(2)}, left_out=frozenset({"dora"}))
    assert found(amended(gone, Signed("Ib Kold", "", NOON))) == []


def test_a_round_in_order_has_no_problems() -> None:
    assert found(IN_ORDER) == []
    assert found(Round(RULES), ()) == []


@pytest.mark.parametrize(
    ("round", "problem"),
    [
        (
            replace(with_rules(jurors=()), recusals=()),
            "warning scoring.toml:0 juror: there is no juror → write a [[juror]] for each",
        ),
        (
            with_rules(quorum=4),
            "warning scoring.toml:quorum round.quorum: the quorum of 4 is larger than the jury of 3"
            " → lower the quorum, or name the missing jurors",
        ),
        (
            with_rules(shortlist=4),
            "warning scoring.toml:shortlist round.shortlist: the shortlist of 4 is larger than the 3 nominations"
            " → lower the number, or take in the rest",
        ),
        (
            with_rules(tie_break=("lot",)),
            "warning scoring.toml:seed round.seed: lots are to be drawn, and no seed is declared"
            " → write a seed before the first score is given",
        ),
        (
            with_rules(pseudonym_key="", seed=""),
            "warning scoring.toml:pseudonym_key round.pseudonym_key: without pseudonym_key and seed, anybody can"
            " work out who J1, J2 … are in the results → write a pseudonym_key that only the secretariat knows",
        ),
        (
            with_rules(scale=Scale(-1, 11)),
            "warning scoring.toml:max scale.max: the screens have a key for each score from 0 to 10, and none for:"
            " -1, 11 → let the scale lie between 0 and 10, or give these with `nominate-tui score`",
        ),
        (
            with_rules(scale=Scale(-2, 2)),
            "warning scoring.toml:min scale.min: the screens have a key for each score from 0 to 10, and none for:"
            " -2, -1 → let the scale lie between 0 and 10, or give these with `nominate-tui score`",
        ),
        (
            with_rules(duplicates=DuplicateRules(aliases=(("BFH", "Bispebjerg"), ("RH", " rh ")))),
            "warning scoring.toml:aliases duplicates.aliases[2]: this group has only one name"
            " → write the other names of this organisation beside it, or take the group out",
        ),
        (
            with_rules(duplicates=DuplicateRules(aliases=(("BFH", "Bispebjerg"), ("bfh", "Frederiksberg")))),
            'warning scoring.toml:aliases duplicates.aliases[2]: "bfh" stands in another group of names too'
            " → put the two groups together, or take the name out of one",
        ),
        (
            with_rules(jurors=(*RULES.jurors, Juror("Con", "Connie"))),
            'warning scoring.toml:3 juror[4].id: "Con" is the name of a device on Windows,'
            " where no file can be called that → give the juror another id",
        ),
        (
            with_rules(criteria=(Criterion("a", {}, Fraction(50)), Criterion("b", {}, Fraction(45)))),
            "warning scoring.toml:0 criterion: the weights add up to 95, nearly 100"
            " → see whether one of them is mistyped",
        ),
        (
            with_rules(criteria=(Criterion("a", {}), Criterion("b", {}, answers=("new", "old")))),
            'warning scoring.toml:1 criterion[2].answers: no nomination has the answer "old" → write one of: new',
        ),
        (
            replace(IN_ORDER, verdicts=(VERDICT, verdict("1", "9", "related"))),
            'error data/duplicates.toml:1 verdict[2].pair: there is no nomination "9"'
            " → correct the id, or take the verdict out",
        ),
        (
            replace(
                IN_ORDER,
                verdicts=(
                    verdict("1", "2", "duplicate"),
                    verdict("1", "3", "distinct"),
                    verdict("2", "3", "duplicate"),
                ),
            ),
            'error data/duplicates.toml:1 verdict[2].verdict: "1" and "3" are distinct by this verdict,'
            " and duplicates by others: 1, 2, 3 → change this verdict, or one of those that join the group",
        ),
        (
            replace(IN_ORDER, recusals=(replace(RECUSAL, juror="dora"),)),
            'error data/recusals.toml:0 recusal[1].juror: "dora" is not a juror of this round'
            " → correct the id, or take the recusal out",
        ),
        (
            replace(IN_ORDER, recusals=(replace(RECUSAL, nomination="9"),)),
            'error data/recusals.toml:0 recusal[1].nomination: there is no nomination "9"'
            " → correct the id, or take the recusal out",
        ),
        (
            replace(IN_ORDER, deliberation=Deliberation(None, (TieDecision(("1", "9"), "", NOON),))),
            'error data/deliberation.toml:0 tie[1].order: there is no nomination "9"'
            " → correct the id, or take the decision out",
        ),
        (
            amended(WhatIf({"humour": Fraction(2), "spread": Fraction(2)})),
            'error data/deliberation.toml:0 amendment[1].weights: there is no criterion "humour"'
            " → take it out, or take the amendment back",
        ),
        (
            amended(WhatIf(left_out=frozenset({"anna", "dora"}))),
            'error data/deliberation.toml:0 amendment[1].left_out: "dora" is not a juror of this round'
            " → take it out, or take the amendment back",
        ),
        (
            amended(WhatIf(set_aside=frozenset({VERDICT.pair, frozenset({"3", "1"})}))),
            'error data/deliberation.toml:0 amendment[1].set_aside: there is no verdict on "1" and "3"'
            " → take it out, or take the amendment back",
        ),
    ],
)
def test_what_does_not_fit_together_is_told(round: Round, problem: str) -> None:
    assert found(round) == [problem]


@pytest.mark.parametrize("id", ["nul", "PRN", "aux", "com1", "lpt9"])
def test_every_device_of_windows_is_told(id: str) -> None:
    assert len(found(with_rules(jurors=(*RULES.jurors, Juror(id, "A"))))) == 1


@pytest.mark.parametrize("id", ["connie", "com", "com0", "lpt10", "con-1"])
def test_an_id_that_only_resembles_a_device_is_left_alone(id: str) -> None:
    assert found(with_rules(jurors=(*RULES.jurors, Juror(id, "A")))) == []


@pytest.mark.parametrize("scale", [Scale(0, 10), Scale(0, 1), Scale(1, 10)])
def test_a_scale_with_keys_is_left_alone(scale: Scale) -> None:
    assert found(with_rules(scale=scale)) == []


def test_a_seed_does_for_pseudonyms() -> None:
    assert found(with_rules(pseudonym_key="", seed="drawn")) == []


def test_a_contact_of_nobody_is_told() -> None:
    assert found(IN_ORDER, (Contact("9"),)) == [
        'warning data/contacts.toml:0 contact[1].nomination: there is no nomination "9"'
        " → correct the id, or take it out"
    ]


OLD = Nomination("1", "Title 1")


@pytest.mark.parametrize(
    "nomination",
    [
        replace(OLD, facts={"old": "yes"}),
        replace(OLD, choices={"old": {}}),
        replace(OLD, tables={"old": Figures("", ())}),
        replace(OLD, shared={"old": "text"}),
    ],
)
def test_a_criterion_may_be_judged_by_whatever_a_nomination_has(nomination: Nomination) -> None:
    nominations = Nominations((nomination, *NOMINATIONS.all[1:]))
    round = with_rules(criteria=(Criterion("b", {}, answers=("new", "old")),))
    assert found(replace(round, nominations=nominations)) == []


LATER = NOON + timedelta(days=1)


def changed(*ids: str) -> Round:
    """The round in order, with a text that changed a day later in each of these nominations."""
    change = Change(LATER, ("answers.new",))
    nominations = (replace(one, changes=(change,)) if one.id in ids else one for one in NOMINATIONS)
    return replace(IN_ORDER, nominations=Nominations(tuple(nominations)))


def test_verdicts_from_before_a_text_changed_are_told() -> None:
    day = day_and_month(NOON + timedelta(days=1))
    todo = "look at the two again; settle them the same way again where the verdict still holds"
    assert found(changed("2")) == [
        f'warning data/duplicates.toml:0 verdict[1].at: the text of nomination "2" changed on {day},'
        f" after this verdict → {todo}"
    ]
    assert found(changed("1", "2")) == [
        'warning data/duplicates.toml:0 verdict[1].at: the texts of nominations "1", "2" changed after this'
        f" verdict, the last of them on {day} → {todo}"
    ]
    assert found(changed("3")) == []
    later = replace(VERDICT, at=NOON + timedelta(days=2))
    assert found(replace(changed("1", "2"), verdicts=(later,))) == []


def test_of_two_texts_one_changed_by_hand_and_the_other_by_an_intake() -> None:
    given = replace(IN_ORDER, verdicts=(noted(VERDICT, IN_ORDER.nominations),))
    a, b = given.verdicts[0].a, given.verdicts[0].b
    change = Change(LATER, ("title",))
    texts = [replace(one, title="Other") if one.id in {a, b} else one for one in NOMINATIONS]
    texts = [replace(one, changes=(change,)) if one.id == b else one for one in texts]
    (problem,) = found(replace(given, nominations=Nominations(tuple(texts))))
    assert f'the text of nomination "{b}" changed on {day_and_month(LATER)}, after this verdict; ' in problem
    assert f'the text of nomination "{a}" changed after this verdict, in its file' in problem


def test_verdicts_on_a_text_that_was_changed_by_hand_are_told() -> None:
    told = "changed after this verdict, in"
    given = replace(IN_ORDER, verdicts=(noted(VERDICT, IN_ORDER.nominations),))
    assert found(given) == []
    ids = given.verdicts[0].pair
    for changed_by_hand in ({min(ids)}, ids):
        texts = (replace(one, title="Other") if one.id in changed_by_hand else one for one in NOMINATIONS)
        after = replace(given, nominations=Nominations(tuple(texts)))
        (problem,) = found(after)
        assert told in problem
        assert all(f'"{id}"' in problem for id in changed_by_hand)


def test_reviews_that_were_given_before_a_text_changed_are_told() -> None:
    ballots = {
        juror: Ballot("2026", juror, {id: Review(id, {"innovation": 3}, changed=NOON) for id in ids})
        for juror, ids in {"anna": "12", "bo": "13", "carl": "2"}.items()
    }
    told = [
        f"{problem.severity} {problem}" for problem in check_reading(changed("1", "2", "3"), ballots, address)
    ]
    todo = "ask to read it again and to score it again, or to say that the scores still hold"
    day = day_and_month(LATER)
    # Bo is out for the third.
    assert told == [
        f"warning data/nominations.toml:0 nomination[1].changes[1]: 2 reviews were given before the text of"
        f' nomination "1" changed on {day} → {todo}: bo, anna',
        f"warning data/nominations.toml:1 nomination[2].changes[1]: 2 reviews were given before the text of"
        f' nomination "2" changed on {day} → {todo}: anna, carl',
    ]
    assert [*check_reading(changed("1"), {}, address)] == []
    (one,) = check_reading(changed("1"), {"anna": ballots["anna"]}, address)
    assert one.message == f'1 review was given before the text of nomination "1" changed on {day}'


@pytest.mark.parametrize("total", [1, 90, 100, 110, 400])
def test_weights_need_not_add_up_to_anything(total: int) -> None:
    assert found(with_rules(criteria=(Criterion("a", {}, Fraction(total)),))) == []


def test_a_verdict_of_related_within_a_group_is_warned_of() -> None:
    later = replace(verdict("1", "3", "related"), at=NOON + timedelta(hours=1))
    verdicts = (verdict("1", "2", "duplicate"), verdict("2", "3", "duplicate"), later)
    assert found(replace(IN_ORDER, verdicts=verdicts)) == [
        'warning data/duplicates.toml:2 verdict[3].verdict: "1" and "3" are only related by this verdict, which does'
        " not count: others make them one: 1, 2, 3 → take it back, or take one of the two out of the group:"
        ' nominate-tui settle "3" related'
    ]
    assert found(replace(IN_ORDER, verdicts=(verdicts[0], later))) == []


def test_every_problem_is_told_not_the_first_only() -> None:
    nobody = replace(IN_ORDER, nominations=Nominations())
    assert [problem.where for problem in check(nobody, CONTACTS, address)] == [
        "data/contacts.toml:0",
        "data/duplicates.toml:0",
        "data/duplicates.toml:0",
        "data/recusals.toml:0",
        "data/deliberation.toml:0",
        "data/deliberation.toml:0",
    ]
    assert all(isinstance(problem, Problem) for problem in check(nobody, CONTACTS, address))


# A part for each juror


def in_parts(*parts: tuple[str, ...] | None, **more: object) -> Round:
    """The round in order, whose jurors are given these nominations."""
    jurors = [replace(juror, nominations=part) for juror, part in zip(RULES.jurors, parts, strict=True)]
    return with_rules(**{"jurors": tuple(jurors), "quorum": 1, **more})


def test_parts_that_fit_are_no_problem() -> None:
    assert found(in_parts(("1", "2"), ("2", "3"), None)) == []


def test_a_nomination_to_score_that_is_not_there_is_told_with_its_place() -> None:
    assert found(in_parts(("1", "7"), ("8",), None)) == [
        f'error scoring.toml:{juror} juror[{juror + 1}].nominations[{place}]: there is no nomination "{id}"'
        " → correct the id, or take it out of the list"
        for juror, place, id in ((0, 2, "7"), (1, 1, "8"))
    ]


def test_nominations_that_too_few_jurors_are_to_score_are_told() -> None:
    end = "→ give them to more jurors, or lower the quorum"
    where = "warning scoring.toml:quorum round.quorum:"
    assert found(in_parts(("1", "2"), ("2", "3"), ("1",), quorum=2)) == [
        f'{where} nomination "3" is given to fewer jurors than the quorum of 2 {end}'
    ]
    assert found(in_parts(("1",), ("1",), None, quorum=2)) == [
        f'{where} 2 nominations are given to fewer jurors than the quorum of 2: "2", "3" {end}'
    ]


def test_of_many_such_nominations_the_first_are_named() -> None:
    many = Nominations(tuple(Nomination(str(number), "Title") for number in range(1, 13)))
    round = replace(in_parts(("1",), ("1",), ("1",)), nominations=many)
    (one,) = [problem for problem in check(round, (), address) if problem.field == "round.quorum"]
    ids = ", ".join(f'"{number}"' for number in range(2, 12))
    assert one.message == f"11 nominations are given to fewer jurors than the quorum of 1: {ids} …"


def test_what_was_judged_beyond_a_part_is_told() -> None:
    round = in_parts(("1", "2"), ("2", "3"), None)
    ballots = {
        juror: Ballot("2026", juror, {id: Review(id, {"innovation": 3}) for id in "13"})
        for juror in ("anna", "bo", "carl")
    }
    assert [f"{problem.severity} {problem}" for problem in check_parts(round, ballots, address)] == [
        f"warning scoring.toml:{place} juror[{place + 1}].nominations: {juror} judged what is not in this list,"
        f' which counts all the same: "{id}" → add it to the list, or leave it at that'
        for place, juror, id in ((0, "bo", "3"), (1, "anna", "1"))
    ]
    assert [*check_parts(round, {}, address)] == []
