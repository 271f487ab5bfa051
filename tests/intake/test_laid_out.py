"""Nominations with awkward texts are laid out as a document, wrapped and torn by pages, and taken in again."""

import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.making import ANSWERS, HEADINGS, filled, layout, wrapped
from nominate_tui.intake.account import account, first_loss
from nominate_tui.intake.fill import contents_of
from nominate_tui.intake.form import heading_key

AWKWARD = [
    "Indstilling",
    "Indstillingen",
    "Navn:",
    "-",
    "–",
    "12.",
    "1.",
    "3:",
    "•",
    "”",
    "(",
    "e-mail",
    "https://x.",
    "Titel",
]

WORDS = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(
        st.characters(whitelist_categories=("Lu", "Ll", "Nd"), max_codepoint=0x17F), min_size=1, max_size=12
    ),
)
LINES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
GAPS = st.sampled_from([0, 0, 0, 1, 2, 3, 4])
AWKWARD_TEXTS = st.lists(st.tuples(LINES, GAPS), max_size=8)

SENTENCES = st.lists(st.text("abcdefghijklmnoæøå", min_size=1, max_size=14), min_size=3, max_size=30).map(
    lambda words: " ".join(words).capitalize() + "."
)
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4)


def is_text(line: str) -> bool:
    """Whether no heading and no nomination begins with a line, so that it belongs to the answer it stands in."""
    facts = {heading_key(heading) for heading in HEADINGS.values()} | {
        "initiativets titel",
        "kontaktperson",
        "email",
        "mail",
        "telefon",
    }
    line = re.sub(r"\A[0-9]{1,2}[.)]\s+", "", line)  # headings may be numbered
    alone = heading_key(line) not in facts and heading_key(line.partition(":")[0]) not in facts
    return alone and not (line.startswith("Indstilling ") and ":" in line)


def laid_out(number: int, answers: Sequence[Sequence[str]]) -> str:
    facts = [f"Indstilling {number}: Cykler", "Titel på initiativet:", "Cykler"]
    for answer, lines in zip(ANSWERS, answers, strict=True):
        facts += [HEADINGS[f"answers.{answer}"], *lines]
    return "\n".join([*facts, "", "", ""]) + "\n"


def torn(lines: Sequence[str], page: int) -> list[str]:
    """The lines with a page break after every so many; beside an empty line, as it happens."""
    return [
        part
        for place, line in enumerate(lines, start=1)
        for part in ([line, "", "", ""] if place % page == 0 else [line])
    ]


@given(st.lists(st.lists(AWKWARD_TEXTS, min_size=7, max_size=7), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_no_word_of_any_text_is_lost_doubled_glued_or_put_elsewhere(
    nominations: list[list[list[tuple[str, int]]]],
) -> None:
    kept = [[[(line, gap) for line, gap in text if is_text(line)] for text in texts] for texts in nominations]
    document = "".join(
        laid_out(number, [[part for line, gap in text for part in (line, *[""] * gap)] for text in texts])
        for number, texts in enumerate(kept, start=1)
    )
    taken = filled(document)
    assert [[one.nomination.answers[answer].split() for answer in ANSWERS] for one in taken] == [
        [[word for line, _gap in text for word in line.split()] for text in texts] for texts in kept
    ]
    divided = layout(document)
    assert first_loss(divided, contents_of(divided)) is None


@given(
    st.lists(st.lists(PARAGRAPHS, min_size=7, max_size=7), min_size=1, max_size=2),
    st.integers(60, 110),
    st.integers(3, 40),
)
@settings(max_examples=40, deadline=None)
def test_paragraphs_come_back_as_they_were_wherever_lines_and_pages_end(
    nominations: list[list[list[str]]], width: int, page: int
) -> None:
    document = "".join(
        laid_out(number, [torn(wrapped(paragraphs, width), page) for paragraphs in texts])
        for number, texts in enumerate(nominations, start=1)
    )
    taken = [list(one.nomination.answers.values()) for one in filled(document)]
    assert taken == [["\n\n".join(paragraphs) for paragraphs in texts] for texts in nominations]


@given(st.text(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_text_at_all_is_accounted_for(text: str) -> None:
    document = laid_out(1, [[text] for _answer in ANSWERS])
    divided = layout(document)
    told = [word for portion in account(divided, contents_of(divided)) for word in portion.words]
    assert told == " ".join(divided.document.lines).split()
