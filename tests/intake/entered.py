"""Makes what an intake gives without a document, for tests of what comes after it."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from nominate_tui.errors import Problem
from nominate_tui.intake.merge import Merged, merge
from nominate_tui.intake.result import IntakeResult, Taken
from nominate_tui.model.nomination import Contact, Nomination, Nominations, Source

NOTHING = Nominations()
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)

ANSWERS = {"purpose": "Flere skal cykle.", "spread": "Med flere cykler."}


def source(document: str = "a.txt", place: object = 1, sha256: str = "ab" * 32) -> Source:
    """A place in a document."""
    return Source(document, str(place), sha256)


def entered(
    id: object,
    title: str = "Cykler til alle",
    organisation: str = "Byens Hospital",
    answers: Mapping[str, str] = ANSWERS,
    document: str = "a.txt",
    place: object = 1,
) -> Nomination:
    """A nomination as a document has it."""
    return Nomination(str(id), title, organisation, answers=answers, source=source(document, place))


def taken(
    *nominations: Nomination,
    unnumbered: Iterable[str] = (),
    contacts: Iterable[Contact] = (),
    problems: Iterable[Problem] = (),
    documents: Iterable[str] = (),
    warnings: Mapping[str, int] | None = None,
) -> IntakeResult:
    """What an intake gives; its documents are those of the nominations, and others where they are named."""
    read = [one.source.document for one in nominations if one.source]
    names = dict.fromkeys((*read, *documents))
    return IntakeResult(
        tuple(Taken(name, "indstilling", "", read.count(name)) for name in names),
        Nominations(nominations),
        tuple(contacts),
        tuple(problems),
        frozenset(unnumbered),
        warnings or {},
    )


def all_unnumbered(*nominations: Nomination) -> IntakeResult:
    """What an intake gives of documents that do not number their nominations."""
    return taken(*nominations, unnumbered=[one.id for one in nominations])


def first(result: IntakeResult) -> Merged:
    """A round after its first intake."""
    return merge(NOTHING, (), result, NOON)


def again(before: Merged, result: IntakeResult) -> Merged:
    """The round after another intake, an hour later."""
    return merge(before.nominations, before.contacts, result, LATER)
