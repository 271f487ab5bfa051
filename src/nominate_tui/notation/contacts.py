"""Reads and writes `data/contacts.toml`: how to reach those who nominated, apart from what the jury sees."""

from collections.abc import Iterable
from typing import Final

from nominate_tui.model.nomination import Contact
from nominate_tui.notation.reader import Document, Table
from nominate_tui.notation.writing import document, table

_CONTACT: Final = ("nomination", "name", "email", "telephone")


def read_contacts(text: str | bytes, where: str) -> tuple[Contact, ...]:
    """The contacts of a file, in its order; `where` is its name.

    Raises:
        BadInput: Something in it is not as it must be; every problem has its line and key path.
    """
    read = Document(text, where, ("contact",))
    contacts = tuple(map(_contact, read.root.tables("contact", _CONTACT)))
    read.finish()
    return contacts


def write_contacts(contacts: Iterable[Contact]) -> str:
    """The contacts as a file; reading it gives the same again."""
    return document(*map(_written, contacts))


def _contact(entry: Table) -> Contact:
    return Contact(
        nomination=entry.needed("nomination", 'nomination = "15"'),
        name=entry.text("name"),
        email=entry.line("email"),
        telephone=entry.line("telephone"),
    )


def _written(contact: Contact) -> str:
    fields = {
        "nomination": contact.nomination,
        "name": contact.name or None,
        "email": contact.email or None,
        "telephone": contact.telephone or None,
    }
    return table("[[contact]]", fields)
