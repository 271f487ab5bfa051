from nominate_tui.model.nomination import Contact, Nomination, Nominations, Source
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
            Source("indstillinger.txt", 1352, SHA),
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
