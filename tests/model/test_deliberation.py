from datetime import UTC, datetime

from nominate_tui.model.deliberation import Amendment, Deliberation, Signed
from nominate_tui.model.what_if import WhatIf

SIGNED = Signed("Karen Holm", "agreed", datetime(2026, 11, 22, 12, tzinfo=UTC))


def adopted(what: WhatIf, before: WhatIf) -> Deliberation:
    """One amendment."""
    return Deliberation(amendments=(Amendment(what, before, SIGNED),))


def test_jurors_who_are_left_out_go_by_other_names_and_who_has_none_is_left_out_of_it() -> None:
    decided = adopted(
        WhatIf(shortlist=3, left_out=frozenset({"anna", "bo"})), WhatIf(left_out=frozenset({"gone"}))
    )
    assert decided.named({"anna": "J2", "bo": "J1"}) == adopted(
        WhatIf(shortlist=3, left_out=frozenset({"J1", "J2"})), WhatIf(left_out=frozenset())
    )


def test_what_is_about_no_juror_stays_as_it_is() -> None:
    decided = adopted(WhatIf(shortlist=3), WhatIf(shortlist=2))
    assert decided.named({}) == decided


def test_who_is_left_out_is_said_by_the_last_that_stands() -> None:
    assert Deliberation().left_out == frozenset()
    assert adopted(WhatIf(left_out=frozenset({"bo"})), WhatIf()).left_out == {"bo"}
    taken_back = Amendment(WhatIf(left_out=frozenset({"bo"})), WhatIf(), SIGNED, SIGNED)
    assert Deliberation(amendments=(taken_back,)).left_out == frozenset()


def test_a_what_if_without_a_part_is_empty() -> None:
    assert WhatIf().empty
    assert not WhatIf(left_out=frozenset()).empty
    assert not WhatIf(shortlist=1).empty
