"""Runs our own search over a file of records: `python duplicate_ours.py RECORDS ALIASES SUGGESTIONS`.

What is timed is `compare` with the rules as they are by default, on nominations in memory; the modules that it
imports only when a round is large are imported before. After that, and after the memory is told, all but the last
nomination are compared, what is kept of them is written as into a file, and it is timed to read that again and to
compare the last one, as if it had come then.
"""

import json
import resource
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from duplicate_records import read

from nominate_tui.duplicates.fingerprint import fingerprint
from nominate_tui.duplicates.index_file import read_index, write_index
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.suggest import compare, suggest_late
from nominate_tui.model.nomination import Contact, Nominations
from nominate_tui.model.rules import DuplicateRules

LATER: Final = ("scipy.sparse", "sparse_dot_topn")
"""What is imported only when it is needed."""


def main() -> None:
    """Search, write the suggestions, and tell seconds, megabytes, and seconds for one nomination more."""
    records, aliases, out = map(Path, sys.argv[1:])
    for name in LATER:
        import_module(name)
    read_all = [*read(records)]
    nominations = Nominations(tuple(nomination for nomination, _contact in read_all))
    contacts = [contact for _nomination, contact in read_all if contact]
    rules = DuplicateRules(aliases=tuple(map(tuple, json.loads(aliases.read_text(encoding="utf-8")))))
    del read_all
    began = time.perf_counter()
    found, _index = compare(nominations, rules, contacts)
    seconds = time.perf_counter() - began
    out.write_text(json.dumps([(one.a, one.b, one.suggested, one.rule) for one in found]), encoding="utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.perf_counter()
    late = one_more(nominations, rules, contacts)
    beside = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "peak": peak, "late": late, "beside": beside}))


def one_more(nominations: Nominations, rules: DuplicateRules, contacts: Sequence[Contact]) -> float:
    """Seconds for the last nomination, or for all where the others are so few that nothing is kept of them."""
    before, last = Nominations(nominations.all[:-1]), nominations.ids[-1]
    known, index = compare(before, rules, [each for each in contacts if each.nomination != last])
    made_from = fingerprint(before, rules, contacts)
    file = write_index(made_from, index) if index else b""
    del index
    began = time.perf_counter()
    if kept := read_index(file):
        since = Since.of(kept[1], before.ids, nominations.ids, {last})
        suggest_late(nominations, rules, known, since, contacts)
    else:
        compare(nominations, rules, contacts)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
