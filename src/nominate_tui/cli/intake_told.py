"""What an intake has to tell: a table for people, JSON and CSV for programs, and the report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from nominate_tui.cli.answer import Answer
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.cli.telling import problems_of
from nominate_tui.errors import NominateError
from nominate_tui.intake.changes import glance
from nominate_tui.intake.merge import Merged
from nominate_tui.intake.result import IntakeResult, as_contract
from nominate_tui.jury.secretariat import first_intake
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.notation.writing import document, table

_CHANGES: Final = {"new": later("new"), "changed": later("changed"), "same": later("as before")}

REPORT: Final = "# Report of an intake by nominate-tui"
"""What a report begins with, by which a later one knows that it may take its place."""

_CSV: Final = ("id", "title", "words", "words_by_answer", "empty", "warnings", "change")
_FIGURES: Final = ("id", "words", "empty", "warnings")


def answer_of(merged: Merged, *, written: bool, tried: bool) -> Answer:
    """The whole answer; `tried` is whether it was only a trial."""
    read = replace(merged.intake, problems=merged.problems)
    added = frozenset(merged.added)
    rows = [_row(nomination, merged, added) for nomination in read.nominations]
    headings = (
        _("No."),
        _("Title"),
        _("Words"),
        _("Words of each answer"),
        _("Empty answers"),
        _("Warnings"),
        _("In the round"),
    )
    told = [Column(id, heading, right=id in _FIGURES) for id, heading in zip(_CSV, headings, strict=True)]
    shown = [_for_people(row) for row in rows]
    return Answer(
        data={**as_contract(read), **_of_round(merged, written=written)},
        sheet=Sheet(told, rows),
        parts=[*([Sheet(told, shown)] if shown else []), *_sentences(merged, written=written, tried=tried)],
    )


def failed(error: NominateError) -> Answer:
    """The answer where not even the round can be read: nothing but problems."""
    nothing = IntakeResult((), Nominations(), (), problems_of(error))
    return answer_of(first_intake(nothing), written=False, tried=False)


def report_of(merged: Merged, *, written: bool) -> str:
    """The same as TOML, for the secretariat's files."""
    told = as_contract(replace(merged.intake, problems=merged.problems))
    top = {"format": 1, "form": told["form"], **_of_round(merged, written=written)}
    changes = top.pop("changes")
    lists = {
        "document": told["documents"],
        "nomination": told["nominations"],
        "change": changes,
        "problem": told["problems"],
    }
    tables = (table(f"[[{name}]]", entry) for name, entries in lists.items() for entry in _entries(entries))
    return f"{REPORT}\n{document(table('', top), *tables)}"


def changes_told(merged: Merged) -> Iterator[str]:
    """What changed, a line for each field of each nomination."""
    for id, differences in merged.changed.items():
        for difference in differences:
            seen = glance(difference)
            told = _(
                "nomination {number} “{title}”, {field}: {out} words taken out, {put} put in: “{before}” → “{now}”"
            )
            yield told.format(
                number=id,
                title=merged.nominations[id].title,
                field=difference.field,
                out=seen.taken_out,
                put=seen.put_in,
                before=seen.before,
                now=seen.now,
            )


def _entries(entries: object) -> Sequence[Mapping[str, object]]:
    return [entry for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []


def _of_round(merged: Merged, *, written: bool) -> dict[str, object]:
    """What an intake does to the round."""
    return {
        "written": written,
        "new": list(merged.added),
        "changed": list(merged.changed),
        "changes": [
            {"nomination": id, "field": one.field, "before": one.before, "now": one.now}
            for id, differences in merged.changed.items()
            for one in differences
        ],
    }


def _row(nomination: Nomination, merged: Merged, added: frozenset[str]) -> Sequence[Cell]:
    id = nomination.id
    words = {answer: len(text.split()) for answer, text in nomination.answers.items()}
    return (
        id,
        nomination.title,
        sum(words.values()),
        " ".join(f"{answer}={count}" for answer, count in words.items()),
        " ".join(answer for answer, count in words.items() if not count),
        merged.intake.warnings.get(id, 0),
        "new" if id in added else "changed" if id in merged.changed else "same",
    )


def _for_people(row: Sequence[Cell]) -> Sequence[Cell]:
    """Words and empty answers as figures: the warnings tell which are empty, with the words of the document."""
    id, title, words, by_answer, empty, warnings, change = row
    counts = " ".join(each.rpartition("=")[2] for each in str(by_answer).split())
    return (id, title, words, counts, len(str(empty).split()), warnings, _(_CHANGES[str(change)]))


def _sentences(merged: Merged, *, written: bool, tried: bool) -> Iterator[str]:
    read = merged.intake
    for taken in read.taken:
        told = _("{document}: form {form}, since {why}")
        yield told.format(document=taken.document, form=taken.form, why=taken.why)
    counts = _("Nominations: {all}, of them new: {new}, changed: {changed}.")
    yield counts.format(all=len(read.nominations), new=len(merged.added), changed=len(merged.changed))
    if merged.errors:
        yield _("Nothing was written: mend the errors first.")
    elif tried:
        yield _("Nothing was written: this was a trial.")
    elif not written:
        yield _("Nothing was written.")
