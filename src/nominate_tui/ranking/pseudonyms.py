"""Names that say nothing about a juror, for results that leave the jury."""

import hashlib
from collections.abc import Mapping

from nominate_tui.model.rules import Rules


def pseudonyms(rules: Rules) -> Mapping[str, str]:
    """By juror id, J1, J2 …: the same on every run, and in an order that is not the roster's.

    The order is that of SHA-256 of `key:juror id` in UTF-8, where the key is the round's `pseudonym_key`, or its
    seed, or its id. Only a secret key keeps somebody who knows the jurors' ids from working the names out. Where the
    ids are J1, J2 … already, as in what an export keeps of a round, each stays what it is.
    """
    already = [f"J{number}" for number in range(1, len(rules.jurors) + 1)]
    if {juror.id for juror in rules.jurors} == set(already):
        return {id: id for id in already}
    key = rules.pseudonym_key or rules.seed or rules.id
    ids = sorted((juror.id for juror in rules.jurors), key=lambda id: _digest(key, id))
    return {id: f"J{number}" for number, id in enumerate(ids, start=1)}


def _digest(key: str, juror: str) -> str:
    return hashlib.sha256(f"{key}:{juror}".encode()).hexdigest()
