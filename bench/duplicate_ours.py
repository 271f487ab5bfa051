"""Runs our own search over a file of records: `python duplicate_ours.py RECORDS ALIASES SUGGESTIONS`.

What is timed is `suggest` with the rules as they are by default, on nominations in memory; the modules that it
imports only when a round is large are imported before. After that, and after the memory is told, `suggest_late` is
timed, as if the last nomination had come when the others were compared.
"""

import json
import resource
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Final

from duplicate_records import read

from nominate_tui.duplicates.suggest import suggest, suggest_late
from nominate_tui.model.nomination import Nominations
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
    found = suggest(nominations, rules, contacts)
    seconds = time.perf_counter() - began
    out.write_text(json.dumps([(one.a, one.b, one.suggested, one.rule) for one in found]), encoding="utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.perf_counter()
    suggest_late(nominations, rules, found, {nominations.ids[-1]}, contacts)
    late = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "peak": peak, "late": late}))


if __name__ == "__main__":
    main()
