import json
from datetime import UTC, datetime

from nominate_tui.duplicates.told import as_dict
from nominate_tui.model.duplicate import Evidence, Group, Kind, Suggestion, Verdict

SAME_NAME = Suggestion(
    "15", "18", "related", "same-name", 0.30512345, (Evidence("name", 1.0, "the titles are the same"),)
)


def verdict(a: str, b: str, kind: Kind) -> Verdict:
    return Verdict(a, b, kind, "because", datetime(2026, 1, 1, tzinfo=UTC))


TOLD = {
    "a": "15",
    "b": "18",
    "suggested": "related",
    "rule": "same-name",
    "likeness": 0.3051,
    "evidence": [{"kind": "name", "value": 1.0, "text": "the titles are the same"}],
    "verdict": None,
}


def test_an_open_pair_is_told_with_its_evidence() -> None:
    assert as_dict([SAME_NAME], [], []) == {"pairs": [TOLD], "groups": []}


def test_a_settled_pair_is_told_with_its_verdict_whichever_way_round_it_was_given() -> None:
    assert as_dict([SAME_NAME], [verdict("18", "15", "distinct")], []) == {
        "pairs": [{**TOLD, "verdict": "distinct"}],
        "groups": [],
    }


def test_a_pair_that_only_the_chair_saw_is_told_after_the_suggested_ones() -> None:
    settled: dict[str, object] = {
        "a": "3",
        "b": "11",
        "suggested": None,
        "rule": "verdict",
        "likeness": None,
        "evidence": [],
        "verdict": "duplicate",
    }
    groups = [Group(("3", "11"), "11")]
    assert as_dict([SAME_NAME], [verdict("3", "11", "duplicate")], groups) == {
        "pairs": [TOLD, settled],
        "groups": [{"members": ["3", "11"], "primary": "11", "verdict": "duplicate"}],
    }


def test_what_is_told_is_json() -> None:
    told = as_dict([SAME_NAME], [verdict("1", "2", "related")], [Group(("3", "11"), "3")])
    assert json.loads(json.dumps(told)) == told
