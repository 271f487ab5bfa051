"""The file of nominations that every rival reads: a JSON object a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nominate_tui.model.nomination import Contact, Nomination


def write(
    path: Path,
    nominations: Iterable[Nomination],
    contacts: Mapping[str, Contact],
    sources: Mapping[str, str],
    same: Mapping[str, str],
) -> None:
    """Write nominations with their contacts and sources; and with a true duplicate, for rivals that are trained.

    All three are by the nomination's id, where it has one.
    """
    with path.open("w", encoding="utf-8") as file:
        for nomination in nominations:
            contact = contacts.get(nomination.id)
            record = {
                "id": nomination.id,
                "title": nomination.title,
                "organisation": nomination.organisation,
                "responsible": nomination.responsible,
                "started": nomination.started,
                "answers": dict(nomination.answers),
                "source": sources.get(nomination.id, ""),
                "contact": [contact.name, contact.email, contact.telephone] if contact else None,
                "same": same.get(nomination.id, ""),
            }
            file.write(json.dumps(record) + "\n")


def read(path: Path) -> Iterator[tuple[Nomination, Contact | None]]:
    """What `write` wrote, one nomination after the other, without source and duplicate."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            contact = record.pop("contact")
            del record["source"], record["same"]
            yield Nomination(**record), Contact(record["id"], *contact) if contact else None
