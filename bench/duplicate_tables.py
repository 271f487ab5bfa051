"""Prints what was measured: a table for each view of a set, kinds of planted pairs, and our mistakes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from duplicate_runs import Failed, Run
from duplicate_scores import Pair, Score
from duplicate_sets import Labelled, View

OURS: Final = "nominate-tui"
ALONE: Final = "TF-IDF words"
"""What times are told as a ratio of."""
TOPIC: Final = frozenset({"near-topic"})
"""The rules that suggest on topic alone: a tier of their own, of which half is noise."""

Rivals = Mapping[str, Run | Failed]
"""What each rival did, by name."""


def print_view(view: View, rivals: Rivals) -> None:
    """How good everybody is in one view, and what it took."""
    print(f"\n{view.name}: {len(view.labelled.nominations):,} nominations, {len(view.true):,} true pairs")
    print(f"  {'':38} precision  recall     F1   seconds  x TF-IDF  process  x TF-IDF     MB")
    alone = rivals[ALONE]
    for name, rival in rivals.items():
        if isinstance(rival, Failed):
            print(f"  {name:38} {rival}")
            continue
        for told, score in _scores(name, rival, view):
            good = f"{score.precision:9.3f} {score.recall:7.3f} {score.f1:6.3f}"
            print(f"  {told:38} {good} {_took(rival, alone)}")
        if name == OURS:
            part = rival.late / rival.seconds
            print(
                f"  {'  one more, when all others are known':64} {rival.late:9.3f}: {part:.2f} of comparing all"
            )


def _took(run: Run, alone: Run | Failed) -> str:
    """Seconds after imports and of the whole process, both also as ratios where there is one, and megabytes."""
    if isinstance(alone, Failed):
        return f"{run.seconds:9.3f} {'':9} {run.process:8.2f} {'':9} {run.peak:6.0f}"
    ratio, whole = run.seconds / alone.seconds, run.process / alone.process
    return f"{run.seconds:9.3f} {ratio:9.2f} {run.process:8.2f} {whole:9.2f} {run.peak:6.0f}"


def _scores(name: str, run: Run, view: View) -> Iterator[tuple[str, Score]]:
    if name != OURS:
        score, threshold = run.at_best(view.labelled, view.labels)
        yield f"{name} at {threshold:.2f}", score
        return
    for labels in view.ours:
        yield f"{name}: {' or '.join(labels)}", run.suggesting(view.labelled, view.labels, labels)
        if "related" in labels and any(rule in TOPIC for _label, rule in run.suggested.values()):
            but = run.suggesting(view.labelled, view.labels, labels, but=TOPIC)
            yield "  without topic alone", but


def print_kinds(labelled: Labelled, rivals: Rivals) -> None:
    """What became of each kind of planted pairs, and by which rules strangers were suggested."""
    run = rivals[OURS]
    if isinstance(run, Failed):
        return
    print(f"\n  {'kind':26} {'is':10} {'pairs':>6} {'so called':>10} {'otherwise':>10} {'missed':>7}")
    for label in ("duplicate", "related", "open"):
        for kind in sorted({kind for pair, kind in labelled.kinds.items() if labelled.labels[pair] == label}):
            print(f"  {kind:26} {label:10} {_fate(kind, label, labelled, run)}")
    strangers = Counter(told for pair, told in run.suggested.items() if pair not in labelled.labels)
    for (label, rule), count in sorted(strangers.items()):
        print(f"  strangers called {label} by {rule}: {count}")


def _fate(kind: str, label: str, labelled: Labelled, run: Run) -> str:
    """How many pairs of a kind there are, are called what they are, are called otherwise, and are not suggested."""
    pairs = [pair for pair, made in labelled.kinds.items() if made == kind]
    called = [run.suggested[pair][0] for pair in pairs if pair in run.suggested]
    right = called.count(label)
    return f"{len(pairs):6} {right:10} {len(called) - right:10} {len(pairs) - len(called):7}"


def print_wrong(view: View, rivals: Rivals, most: int) -> None:
    """The first of our mistakes in a view: what was suggested and is not so, and what was not."""
    run = rivals[OURS]
    if isinstance(run, Failed):
        return
    labels = view.ours[-1]
    found = {
        pair
        for pair, (label, _rule) in run.suggested.items()
        if label in labels and view.labelled.counts(pair)
    }
    for told, pairs in (("wrongly", found - view.true), ("not", view.true - found)):
        for pair in sorted(pairs)[:most]:
            print(f"  {told} suggested: {_line(pair, view.labelled, run)}")


def _line(pair: Pair, labelled: Labelled, run: Run) -> str:
    titles = {one.id: one.title for one in labelled.nominations if one.id in pair}
    label, rule = run.suggested.get(pair, ("nothing", ""))
    known = labelled.kinds.get(pair, labelled.labels.get(pair, ""))
    return f"{pair[0]} “{titles[pair[0]]}” and {pair[1]} “{titles[pair[1]]}”: {label} {rule} ({known})"
