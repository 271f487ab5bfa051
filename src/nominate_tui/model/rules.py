"""The rules of a round, as `scoring.toml` states them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from nominate_tui.model.limits import Limits

Words = Mapping[str, str]
"""A text in several languages, by ISO 639-1 code."""

Method = Literal["mean", "adjusted", "trimmed", "majority"]
"""How overall scores are made of reviews."""

METHODS: Final[tuple[Method, ...]] = ("mean", "adjusted", "trimmed", "majority")

TieAtLine = Literal["extend", "chair"]
"""What becomes of a tie across the line of the shortlist that nothing separates: all who share the rank are in, or
none of them until the chair decides."""

TIES_AT_LINE: Final[tuple[TieAtLine, ...]] = ("extend", "chair")

TieBreak = Literal["criteria", "head_to_head", "fewest_lowest", "chair", "lot"]
"""A rule that may separate nominations with the same overall score."""

TIE_BREAKS: Final[tuple[TieBreak, ...]] = ("criteria", "head_to_head", "fewest_lowest", "chair", "lot")


def in_language(words: Words, language: str) -> str:
    """The text in a language, or in the first language it has; an empty string where it has none."""
    return words.get(language) or next(iter(words.values()), "")


@dataclass(frozen=True, slots=True)
class Scale:
    """The allowed values of a score: the whole numbers from `min` to `max`, both included."""

    min: int = 1
    max: int = 5

    def __contains__(self, value: object) -> bool:
        """Whether a value is a score on this scale; `True` and `3.0` are not."""
        return type(value) is int and self.min <= value <= self.max

    @property
    def values(self) -> range:
        """Every value, from the lowest to the highest."""
        return range(self.min, self.max + 1)


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is scored."""

    id: str
    """Its name in files: lower-case letters, digits and underscores."""
    label: Words
    """What a person calls it."""
    weight: Fraction = Fraction(1)
    """How much it counts beside the others: any positive number."""
    answers: tuple[str, ...] = ()
    """The ids of the answers it is judged by; none means all of them."""
    anchors: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """What a value means: by language, then by value; not every value needs a text."""

    def anchor(self, value: int, language: str) -> str:
        """What a value means in a language (or in the first that has anchors); empty where nothing is said."""
        texts = self.anchors.get(language) or next(iter(self.anchors.values()), {})
        return texts.get(value, "")


@dataclass(frozen=True, slots=True)
class Juror:
    """Who scores."""

    id: str
    """Stable, in files and on the command line (`anna`): letters, digits, `-` and `_`."""
    name: str
    """What the person is called."""
    panel: str = ""
    """The named part of the jury they sit in; empty where there are no panels."""
    nominations: tuple[str, ...] | None = None
    """The ids of those that the juror is to score, in the order of the file; `None`: all of them."""

    def assigned(self, nomination: str) -> bool:
        """Whether the juror is to score a nomination."""
        return self.nominations is None or nomination in self.nominations


@dataclass(frozen=True, slots=True)
class DuplicateRules:
    """From where on two nominations are worth a look as the same initiative, and which names mean the same."""

    title: float = 0.85
    """How alike two titles must be, 0 to 1."""
    text: float = 0.08
    """What share of the shorter text must stand word for word in the other, 0 to 1."""
    aliases: tuple[tuple[str, ...], ...] = ()
    """Groups of names for one organisation."""


@dataclass(frozen=True, slots=True)
class IntakeRules:
    """How documents are taken in."""

    limits: Limits = Limits()
    """How large they may be, and how long reading one may take."""
    redact: bool = False
    """Whether contact data of persons inside answers is hidden from the jury."""


Shares = Literal["cost", "cardinality"]
"""What an approved nomination is worth to a juror in the method of equal shares: its cost, or one, whatever it costs."""

SHARES: Final[tuple[Shares, ...]] = ("cost", "cardinality")


@dataclass(frozen=True, slots=True)
class BudgetRules:
    """What a shortlist under a budget goes by."""

    cost: str = "economy"
    """The id of the table of figures that says what a nomination costs."""
    row: str = "Udgifter i alt"
    """The line with the total; where it has no amount, the other lines are added up."""
    columns: tuple[str, ...] = ()
    """The columns (years) that are added up; none means all of them."""
    threshold: Fraction | None = None
    """From which score on a nomination is wanted; `None`: the middle of the scale."""
    shares: Shares = "cost"
    """What an approved nomination is worth to a juror in the method of equal shares."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that was agreed before the first score was seen."""

    id: str
    """The name of the round in ballots and exports."""
    title: str
    """What the award is called."""
    criteria: tuple[Criterion, ...]
    """What is scored, in the order of the screen."""
    jurors: tuple[Juror, ...] = ()
    """The jury, in the order of the file."""
    language: str = "en"
    """The language of the round, `da` or `en`."""
    scale: Scale = Scale()
    """The allowed scores."""
    shortlist: int = 5
    """How many nominations the shortlist has room for."""
    quorum: int = 1
    """How many counted reviews a nomination needs."""
    decimals: int = 2
    """How many decimals an overall score is printed, and therefore ranked, with."""
    seed: str = ""
    """Declared before scores are seen; drawing lots starts from it."""
    pseudonym_key: str = ""
    """Known to the secretariat only; the order of the pseudonyms J1, J2 … comes from it."""
    incomplete_reviews: bool = False
    """Whether a review with criteria missing may count."""
    method: Method = "adjusted"
    """How overall scores are made of reviews."""
    tie_break: tuple[TieBreak, ...] = ("criteria", "chair")
    """The rules that may separate a tie, in the order they are asked."""
    tie_at_line: TieAtLine = "extend"
    """What becomes of a tie across the line of the shortlist that none of them separates."""
    duplicates: DuplicateRules = DuplicateRules()
    """How near-identical nominations are found."""
    intake: IntakeRules = IntakeRules()
    """How documents are taken in."""
    budget: BudgetRules = BudgetRules()
    """What a shortlist under a budget goes by."""

    @property
    def total_weight(self) -> Fraction:
        """The sum of the weights."""
        return sum((criterion.weight for criterion in self.criteria), Fraction(0))

    def share(self, criterion: Criterion) -> Fraction:
        """What a criterion counts of the whole, 0 to 1."""
        return criterion.weight / self.total_weight

    def criterion(self, id: str) -> Criterion | None:
        """The criterion of that id, if there is one."""
        return next((criterion for criterion in self.criteria if criterion.id == id), None)

    def juror(self, id: str) -> Juror | None:
        """The juror of that id, if there is one."""
        return next((juror for juror in self.jurors if juror.id == id), None)

    @property
    def in_parts(self) -> bool:
        """Whether some juror is to score a part of the nominations only."""
        return any(juror.nominations is not None for juror in self.jurors)
