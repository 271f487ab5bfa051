"""The names of the files of a round, from its folder on."""

from typing import Final

RULES: Final = "scoring.toml"
NOMINATIONS: Final = "data/nominations.toml"
NOMINATIONS_LOCK: Final = "data/.nominations.lock"
CONTACTS: Final = "data/contacts.toml"
BALLOTS: Final = "data/ballots"
COMPARED: Final = "data/compared.json"
INDEX: Final = "data/compared.index"
VERDICTS: Final = "data/duplicates.toml"
RECUSALS: Final = "data/recusals.toml"
DELIBERATION: Final = "data/deliberation.toml"
