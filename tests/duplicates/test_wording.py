import ast
import inspect
import subprocess
import sys
from dataclasses import replace
from types import ModuleType

import pytest

from nominate_tui.duplicates import evidence, rules, wording
from nominate_tui.duplicates.wording import COUNTED, SINGLE, SUGGESTS, is_ours
from nominate_tui.model.duplicate import Axis, Evidence, Suggestion

SAME_TITLES = Evidence("name", 1.0, wording.TITLES_SAME)
COPIED = Evidence("text", 0.3, wording.COPIED, {}, wording.COPIED_OFTEN, 2)
SUGGESTED = Suggestion("3", "11", "duplicate", "same-name-same-owner", 1.0, (SAME_TITLES, COPIED))


def marked(module: ModuleType) -> int:
    """How many messages a module marks for translation."""
    tree = ast.parse(inspect.getsource(module))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    marks = [call.id for call in calls if isinstance(call, ast.Name)]
    return marks.count("later") + marks.count("nlater")


def test_every_rule_is_known_with_what_it_suggests() -> None:
    assert {rule.name: rule.suggests for rule in (*rules.RULES, *rules.LIMITED)} == SUGGESTS


def test_evidence_has_no_message_of_its_own_and_every_message_is_known() -> None:
    known = [message for messages in (*SINGLE.values(), *COUNTED.values()) for message in messages]
    assert (marked(evidence), marked(wording)) == (0, len(known))


def test_what_the_program_says_is_ours() -> None:
    assert is_ours(SUGGESTED)
    assert is_ours(replace(SUGGESTED, evidence=()))


@pytest.mark.parametrize("rule", SUGGESTS)
def test_each_rule_is_ours_with_its_own_suggestion_only(rule: str) -> None:
    as_duplicate = is_ours(Suggestion("3", "11", "duplicate", rule, 0.1, ()))
    as_related = is_ours(Suggestion("3", "11", "related", rule, 0.1, ()))
    assert (as_duplicate, as_related) == (SUGGESTS[rule] == "duplicate", SUGGESTS[rule] == "related")


def test_a_rule_that_there_is_not_is_not_ours() -> None:
    assert not is_ours(replace(SUGGESTED, rule="same-taste"))


@pytest.mark.parametrize(
    "other",
    [
        replace(SAME_TITLES, message="the chair is a crook"),
        replace(SAME_TITLES, message=""),
        replace(SAME_TITLES, kind="owner"),
        replace(SAME_TITLES, kind="text"),
        replace(SAME_TITLES, plural=wording.TITLES_SAME),
        replace(COPIED, plural=""),
        replace(COPIED, plural="the chair is a crook"),
        replace(COPIED, message=wording.COPIED_OFTEN),
        replace(COPIED, kind="topic"),
    ],
)
def test_a_message_that_there_is_not_or_of_another_axis_is_not_ours(other: Evidence) -> None:
    assert not is_ours(replace(SUGGESTED, evidence=(SAME_TITLES, other)))


@pytest.mark.parametrize("axis", SINGLE)
def test_every_message_is_ours_on_its_axis(axis: Axis) -> None:
    single = [Evidence(axis, 0.5, message) for message in sorted(SINGLE[axis])]
    counted = [Evidence(axis, 0.5, one, {}, more, 2) for one, more in sorted(COUNTED.get(axis, ()))]
    assert single + counted
    assert is_ours(replace(SUGGESTED, evidence=(*single, *counted)))


def test_to_know_the_messages_loads_nothing_that_compares() -> None:
    code = (
        "import sys, nominate_tui.duplicates.wording\n"
        "print([name for name in ('numpy', 'rapidfuzz', 'nominate_tui.duplicates.rules') if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
