"""Strategies that make nouns of any shape that the program itself can come to hold, and a small round."""

from datetime import UTC, datetime
from fractions import Fraction

from hypothesis import strategies as st

from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import CONFLICT_KINDS, Conflict, Recusal
from nominate_tui.model.deliberation import Amendment, Deliberation, Signed, TieDecision
from nominate_tui.model.duplicate import KINDS, Verdict
from nominate_tui.model.figures import Amount, Figures
from nominate_tui.model.nomination import Change, Contact, Nomination, Nominations, Source
from nominate_tui.model.rules import METHODS, TIE_BREAKS, Criterion, DuplicateRules, Juror, Rules, Scale
from nominate_tui.model.what_if import WhatIf
from nominate_tui.notation.clean import clean, clean_line

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

TEXTS = st.text(
    st.sampled_from("ab \n\t\"'\\#[]{}=,.🙂æ\x1b\r") | st.characters(exclude_categories=["Cs"]), max_size=40
).map(clean)
"""Texts with whatever might end a TOML string too early."""

LINES = TEXTS.map(clean_line)
SAID = LINES.filter(lambda line: line.strip())
"""Texts on one line that say something."""

IDS = st.from_regex(r"[a-z0-9_]{1,8}", fullmatch=True)
MOMENTS = st.datetimes(timezones=st.just(UTC))
SHARES = st.floats(0, 1)

RULES = Rules(
    id="2026",
    title="An award",
    criteria=(
        Criterion("innovation", {"en": "Innovation"}, Fraction(3)),
        Criterion("spread", {"en": "Spread"}, Fraction(1)),
    ),
    jurors=(Juror("anna", "Anna Holm"), Juror("bo", "Bo Lind")),
)
NOMINATIONS = Nominations(tuple(Nomination(id, f"Title {id}") for id in ("1", "2", "3")))

sources = st.builds(
    Source,
    document=SAID,
    place=st.integers(1, 10**6).map(str) | LINES,
    sha256=st.from_regex("([0-9a-f]{64})?", fullmatch=True),
)
decimals = st.decimals(-(10**6), 10**6, places=2) | st.decimals(0, 1, places=9)
amounts = decimals.map(lambda one: Amount(one, one)) | st.builds(Amount, low=decimals, high=decimals)


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    """A table of amounts, perhaps without columns or rows."""
    columns = draw(st.lists(LINES, max_size=3).map(tuple))
    row = st.tuples(*[st.none() | amounts for _column in columns])
    return Figures(draw(LINES), columns, draw(st.dictionaries(SAID, row, max_size=3)))


changes = st.builds(Change, when=MOMENTS, fields=st.lists(LINES, max_size=3).map(tuple))
a_nomination = st.builds(
    Nomination,
    id=SAID,
    title=SAID,
    organisation=LINES,
    responsible=TEXTS,
    started=TEXTS,
    answers=st.dictionaries(SAID, TEXTS, max_size=3),
    source=st.none() | sources,
    facts=st.dictionaries(SAID, TEXTS, max_size=3),
    tables=st.dictionaries(SAID, figures(), max_size=2),
    choices=st.dictionaries(SAID, st.dictionaries(SAID, LINES, max_size=3), max_size=2),
    shared=st.dictionaries(SAID, TEXTS, max_size=2),
    changes=st.lists(changes, max_size=2).map(tuple),
)
nominations = st.builds(
    Nominations,
    all=st.lists(a_nomination, max_size=4, unique_by=lambda one: one.id).map(tuple),
    questions=st.dictionaries(IDS, TEXTS, max_size=2),
)
contacts = st.lists(
    st.builds(Contact, nomination=SAID, name=TEXTS, email=LINES, telephone=LINES), max_size=4
).map(tuple)
conflicts = st.builds(Conflict, kind=st.sampled_from(CONFLICT_KINDS), reason=TEXTS)


@st.composite
def reviews(draw: st.DrawFn, nomination: str) -> Review:
    """A review that fits `RULES`."""
    criteria = [criterion.id for criterion in RULES.criteria]
    scores = draw(st.dictionaries(st.sampled_from(criteria), st.integers(1, 5)))
    abstained = draw(st.sets(st.sampled_from(criteria))) - scores.keys()
    return Review(
        nomination,
        scores,
        frozenset(abstained),
        comment=draw(TEXTS),
        note=draw(TEXTS),
        conflict=draw(st.none() | conflicts),
        flagged=draw(st.booleans()),
        changed=draw(st.none() | MOMENTS),
        scored=draw(st.none() | MOMENTS),
    )


@st.composite
def ballots(draw: st.DrawFn, juror: str = "anna") -> Ballot:
    """A ballot that fits `RULES` and `NOMINATIONS`."""
    chosen = draw(st.lists(st.sampled_from(NOMINATIONS.ids), unique=True))
    return Ballot("2026", juror, {id: draw(reviews(id)) for id in chosen}, draw(st.none() | MOMENTS))


@st.composite
def a_verdict(draw: st.DrawFn) -> Verdict:
    """A verdict on a pair among few nominations."""
    a, b = draw(st.lists(st.sampled_from("1234"), min_size=2, max_size=2, unique=True))
    kind = draw(st.sampled_from(KINDS))
    primary = draw(st.sampled_from(["", a, b])) if kind == "duplicate" else ""
    return Verdict(a, b, kind, draw(TEXTS), draw(MOMENTS), primary)


verdicts = st.lists(a_verdict(), max_size=5, unique_by=lambda verdict: verdict.pair).map(tuple)
recusals = st.lists(
    st.builds(
        Recusal,
        juror=st.sampled_from(["anna", "bo"]),
        nomination=st.sampled_from("123"),
        conflict=conflicts,
        by=st.sampled_from(["chair", "secretariat"]),
        at=MOMENTS,
    ),
    max_size=4,
    unique_by=lambda recusal: (recusal.juror, recusal.nomination),
).map(tuple)
ties = st.builds(
    TieDecision,
    order=st.lists(st.sampled_from("1234"), min_size=2, unique=True).map(tuple),
    reason=TEXTS,
    at=MOMENTS,
)
signed = st.builds(Signed, by=SAID, reason=TEXTS, at=MOMENTS)
weights = st.integers(1, 100).map(Fraction) | st.decimals("0.000001", 99, places=6).map(Fraction)
pairs = st.sets(st.sampled_from("1234"), min_size=2, max_size=2).map(frozenset)
what_ifs = st.builds(
    WhatIf,
    weights=st.dictionaries(IDS, weights, max_size=3),
    method=st.none() | st.sampled_from(METHODS),
    shortlist=st.none() | st.integers(1, 99),
    left_out=st.none() | st.frozensets(LINES, max_size=3),
    set_aside=st.none() | st.frozensets(pairs, max_size=3),
)
amendments = st.builds(
    Amendment,
    what=what_ifs.filter(lambda what: not what.empty),
    before=what_ifs,
    signed=signed,
    taken_back=st.none() | signed,
    scored=st.none() | st.integers(0, 10**9),
)
deliberations = st.builds(
    Deliberation,
    locked=st.none() | MOMENTS,
    ties=st.lists(ties, max_size=4, unique=True).map(tuple),
    amendments=st.lists(amendments, max_size=4).map(tuple),
)


@st.composite
def a_criterion(draw: st.DrawFn, id: str, scale: Scale) -> Criterion:
    """A criterion with anchors on a scale."""
    languages = st.sampled_from(["da", "en"])
    return Criterion(
        id,
        label=draw(st.dictionaries(languages, SAID, min_size=1)),
        weight=draw(st.integers(1, 100).map(Fraction) | st.decimals("0.01", 99, places=2).map(Fraction)),
        answers=draw(st.lists(LINES, max_size=2).map(tuple)),
        anchors=draw(
            st.dictionaries(languages, st.dictionaries(st.integers(scale.min, scale.max), LINES, max_size=2))
        ),
    )


PARTS = st.none() | st.lists(LINES, min_size=1, max_size=3, unique=True).map(tuple)
"""What a juror is to score."""


@st.composite
def rules(draw: st.DrawFn) -> Rules:
    """Rules of any shape."""
    low = draw(st.integers(-5, 5))
    scale = Scale(low, low + draw(st.integers(1, 9)))
    ids = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    jurors = draw(st.lists(IDS, max_size=3, unique=True))
    return Rules(
        id=draw(SAID),
        title=draw(SAID),
        criteria=tuple(draw(a_criterion(id, scale)) for id in ids),
        jurors=tuple(Juror(id, draw(SAID), draw(LINES), draw(PARTS)) for id in jurors),
        language=draw(st.sampled_from(["da", "en"])),
        scale=scale,
        shortlist=draw(st.integers(1, 99)),
        quorum=draw(st.integers(1, 9)),
        decimals=draw(st.integers(0, 9)),
        seed=draw(LINES),
        pseudonym_key=draw(LINES),
        incomplete_reviews=draw(st.booleans()),
        tie_break=draw(st.lists(st.sampled_from(TIE_BREAKS), unique=True).map(tuple)),
        duplicates=DuplicateRules(
            draw(SHARES), draw(SHARES), draw(st.lists(st.lists(LINES).map(tuple), max_size=2).map(tuple))
        ),
    )
