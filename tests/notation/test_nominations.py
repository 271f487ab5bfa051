from datetime import UTC, datetime
from decimal import Decimal

import pytest
import tomli

from nominate_tui.model.figures import Amount, Figures
from nominate_tui.model.nomination import Change, Contact, Nomination, Nominations, Source
from nominate_tui.notation.contacts import read_contacts, write_contacts
from nominate_tui.notation.nominations import read_nominations, write_nominations
from notation.problems import problems

SHA = "ab" * 32

TEXT = f'''[questions]
purpose = "What is it for?"

[[nomination]]
id = "15"
title = "Klædeskabet"
organisation = "Esbjerg Sygehus og Kirkens Korshær"
responsible = "Ada Berg"
started = "April 2022"
source = {{ document = "indstillinger.txt", line = 1352, sha256 = "{SHA}" }}
[nomination.answers]
purpose = """
First paragraph.

- a list
- and "quotations\\""""
spread = ""

[[nomination]]
id = "16"
title = "Second"
'''

NOMINATIONS = Nominations(
    (
        Nomination(
            "15",
            "Klædeskabet",
            "Esbjerg Sygehus og Kirkens Korshær",
            "Ada Berg",
            "April 2022",
            {"purpose": 'First paragraph.\n\n- a list\n- and "quotations"', "spread": ""},
            Source("indstillinger.txt", "1352", SHA),
        ),
        Nomination("16", "Second"),
    ),
    {"purpose": "What is it for?"},
)


def test_nominations_are_read_in_their_order() -> None:
    assert read_nominations(TEXT, "nominations.toml") == NOMINATIONS


def test_nominations_are_written_for_people_to_read() -> None:
    # Written, quotation marks inside a text always stand behind a backslash.
    assert write_nominations(NOMINATIONS) == TEXT.replace('"quotations', '\\"quotations')


def test_no_nominations_are_an_empty_file() -> None:
    assert write_nominations(Nominations()) == ""
    assert read_nominations("", "nominations.toml") == Nominations()


def test_foreign_text_is_cleaned_when_it_is_read() -> None:
    text = (
        '[[nomination]]\nid = "1"\ntitle = "a\\u001b]52;c\\nb"\n[nomination.answers]\nx = "\\u202ey\\r\\nz"'
    )
    (nomination,) = read_nominations(text, "nominations.toml")
    assert (nomination.title, nomination.answers) == ("a␛]52;c b", {"x": "⟨RLO⟩y\nz"})


def test_what_is_wrong_is_told_with_its_line() -> None:
    text = """[[nomination]]
id = 15
titel = "x"
[[nomination]]
id = "2"
title = "a"
source = { document = "", line = 0, sha256 = "x" }
[[nomination]]
id = "2"
title = "b"
[nomination.answers]
"a\\u001b" = "x"
purpose = 3
"""
    assert problems(lambda: read_nominations(text, "n.toml")) == [
        'n.toml:1 nomination[1].title: title is missing → write for example title = "…"',
        "n.toml:2 nomination[1].id: 15 does not fit here → write text, in quotes",
        "n.toml:3 nomination[1].titel: the key titel is not known here → did you mean title?",
        'n.toml:7 nomination[2].source.sha256: "x" is no SHA-256 digest → take it out',
        'n.toml:7 nomination[2].source.document: document is empty → write for example document = "…"',
        "n.toml:7 nomination[2].source.line: 0 does not fit here → write a whole number from 1 to 1000000000",
        'n.toml:9 nomination[3].id: nomination "2" stands here a second time'
        " → give each nomination an id of its own",
        "n.toml:12 nomination[3].answers.a␛: a␛ cannot be the name of an answer → write letters, digits and _",
        "n.toml:13 nomination[3].answers.purpose: 3 does not fit here → write text, in quotes",
    ]


BUDGET = """[questions]
proposed_by = "Forslagsstiller"

[[nomination]]
id = "A.1"
title = "Et nyt badeanlæg"
source = { document = "pakke.zip/forslag.pdf", place = "3:12" }
[nomination.answers]
purpose = "Flere skal bade."
[nomination.facts]
proposed_by = "Liste A og Liste B"
[nomination.choices.financing]
"Kommunens egne penge" = "x"
Fonde = "1/3"
[nomination.tables.economy]
unit = "mio. kr."
columns = ["2026", "2027"]
[nomination.tables.economy.rows]
Drift = ["0.6", "1.0-3.0"]
"Anlæg i alt" = ["", "-12"]
[nomination.tables."two words"]
columns = []
[nomination.tables."two words".rows]
[nomination.shared]
introduction = "Om hele pakken."
[[nomination.changes]]
when = 2026-11-20T08:00:00Z
fields = ["title", "tables.economy"]
[[nomination.changes]]
when = 2026-11-22T09:30:00Z
fields = ["answers.purpose"]
"""


def amount(low: str, high: str = "") -> Amount:
    """An amount, or a range where there are two."""
    return Amount(Decimal(low), Decimal(high or low))


BUDGET_NOMINATIONS = Nominations(
    (
        Nomination(
            "A.1",
            "Et nyt badeanlæg",
            answers={"purpose": "Flere skal bade."},
            source=Source("pakke.zip/forslag.pdf", "3:12", ""),
            facts={"proposed_by": "Liste A og Liste B"},
            tables={
                "economy": Figures(
                    "mio. kr.",
                    ("2026", "2027"),
                    {"Drift": (amount("0.6"), amount("1.0", "3.0")), "Anlæg i alt": (None, amount("-12"))},
                ),
                "two words": Figures("", ()),
            },
            choices={"financing": {"Kommunens egne penge": "x", "Fonde": "1/3"}},
            shared={"introduction": "Om hele pakken."},
            changes=(
                Change(datetime(2026, 11, 20, 8, tzinfo=UTC), ("title", "tables.economy")),
                Change(datetime(2026, 11, 22, 9, 30, tzinfo=UTC), ("answers.purpose",)),
            ),
        ),
    ),
    {"proposed_by": "Forslagsstiller"},
)


def test_facts_choices_figures_shared_texts_and_changes_are_read() -> None:
    assert read_nominations(BUDGET, "nominations.toml") == BUDGET_NOMINATIONS


def test_facts_choices_figures_shared_texts_and_changes_are_written_for_people_to_read() -> None:
    assert write_nominations(BUDGET_NOMINATIONS) == BUDGET


@pytest.mark.parametrize(
    ("place", "written"),
    [
        ("1352", {"line": 1352}),
        ("3:12", {"place": "3:12"}),
        ("Ark1!A7", {"place": "Ark1!A7"}),
        ("", {}),
        ("0", {"place": "0"}),
        ("007", {"place": "007"}),
        ("٣", {"place": "٣"}),
        ("9999999999", {"place": "9999999999"}),
    ],
)
def test_a_place_that_is_the_number_of_a_line_is_written_as_one(
    place: str, written: dict[str, object]
) -> None:
    nominations = Nominations((Nomination("1", "a", source=Source("a.txt", place, "")),))
    text = write_nominations(nominations)
    assert tomli.loads(text)["nomination"][0]["source"] == {"document": "a.txt", **written}
    assert read_nominations(text, "n.toml") == nominations


def test_what_is_wrong_in_figures_boxes_and_changes_is_told_with_its_line() -> None:
    text = """[[nomination]]
id = "1"
title = "a"
source = { document = "a.txt", line = 3, place = "3" }
[nomination.choices.financing]
"a\\u001b" = "x"
Fonde = 3
[nomination.tables.economy]
units = "mio. kr."
columns = "2026"
[nomination.tables.staff]
columns = ["2026", 2027]
[nomination.tables.staff.rows]
" " = ["1"]
Drift = ["0.6", "1,0"]
"Anlæg" = ["0.6", ""]
Service = "2"
[[nomination.changes]]
when = "2026-11-22"
fields = "title"
[[nomination.changes]]
fields = ["title", 3]
by = "me"
"""
    assert problems(lambda: read_nominations(text, "n.toml")) == [
        "n.toml:4 nomination[1].source.place: line and place both say where it was read → take one of them out",
        "n.toml:6 nomination[1].choices.financing.a␛: a␛ cannot be the name of a line → write a text on one line",
        "n.toml:7 nomination[1].choices.financing.Fonde: 3 does not fit here → write text, in quotes",
        "n.toml:9 nomination[1].tables.economy.units: the key units is not known here → did you mean unit?",
        'n.toml:10 nomination[1].tables.economy.columns: "2026" does not fit here'
        " → write a list, in square brackets",
        "n.toml:12 nomination[1].tables.staff.columns[2]: 2027 does not fit here → write text, in quotes",
        "n.toml:14 nomination[1].tables.staff.rows. :   cannot be the name of a line → write a text on one line",
        'n.toml:15 nomination[1].tables.staff.rows.Drift: "1,0" is no amount'
        ' → write for example "0.6", "1.0-3.0", or "" for an empty cell',
        "n.toml:16 nomination[1].tables.staff.rows.Anlæg: Anlæg has not as many amounts (2) as there are columns (1)"
        ' → write one for each column, "" for an empty cell',
        'n.toml:17 nomination[1].tables.staff.rows.Service: "2" does not fit here → write a list, in square brackets',
        "n.toml:17 nomination[1].tables.staff.rows.Service: Service has not as many amounts (0) as there are columns (1)"
        ' → write one for each column, "" for an empty cell',
        'n.toml:19 nomination[1].changes[1].when: "2026-11-22" does not fit here'
        " → write date, time and zone without quotes: 2026-11-22T10:00:00Z",
        'n.toml:20 nomination[1].changes[1].fields: "title" does not fit here → write a list, in square brackets',
        "n.toml:21 nomination[1].changes[2].when: when is missing → write for example when = 2026-11-22T10:00:00Z",
        "n.toml:22 nomination[1].changes[2].fields[2]: 3 does not fit here → write text, in quotes",
        "n.toml:23 nomination[1].changes[2].by: the key by is not known here → take it out; known here: when, fields",
    ]


CONTACTS = """[[contact]]
nomination = "15"
name = "Ada Berg"
email = "ada@example.org"
telephone = "+45 00 00 00 00"

[[contact]]
nomination = "16"
email = "bo@example.org"
"""


def test_contacts_are_kept_apart() -> None:
    contacts = (
        Contact("15", "Ada Berg", "ada@example.org", "+45 00 00 00 00"),
        Contact("16", email="bo@example.org"),
    )
    assert read_contacts(CONTACTS, "contacts.toml") == contacts
    assert write_contacts(contacts) == CONTACTS


def test_a_contact_belongs_to_a_nomination() -> None:
    assert problems(lambda: read_contacts('[[contact]]\nmail = "x"', "c.toml")) == [
        'c.toml:1 contact[1].nomination: nomination is missing → write for example nomination = "15"',
        "c.toml:2 contact[1].mail: the key mail is not known here → did you mean email?",
    ]
