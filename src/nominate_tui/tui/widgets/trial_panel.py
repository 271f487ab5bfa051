"""What may be tried, a line each: the weights, method and places, the jurors, the duplicate verdicts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from nominate_tui.jury.trial import Trial
from nominate_tui.locale.catalogue import _, language
from nominate_tui.model.rules import in_language
from nominate_tui.ranking.sure_told import share_told
from nominate_tui.ranking.what_if_told import method_told
from nominate_tui.tui.columns import Column
from nominate_tui.tui.widgets.pick_list import PickList


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the panel. What it is about stands in one of the last three; a heading is about nothing."""

    name: str
    now: str = ""
    agreed: str = ""
    """What holds, where something else is tried."""
    part: str = ""
    """`weight`, `method`, `places`, `juror` or `verdict`; empty for a heading."""
    about: str = ""
    """The id of the criterion or juror."""
    pair: frozenset[str] = frozenset()
    """The nominations of the verdict."""


class TrialPanel(PickList):
    """The choices, one of them picked."""

    LEAST = 14

    def __init__(self, trial: Trial) -> None:
        """Begin with what holds."""
        super().__init__()
        self._agreed = trial
        self._choices = tuple(choices(trial, trial))
        self.here = 1

    @property
    def picked(self) -> Choice:
        """The choice that is picked."""
        return self._choices[self.here]

    def show(self, trial: Trial) -> None:
        """Show what is tried now."""
        self._choices = tuple(choices(trial, self._agreed))
        self.renew()

    def rows(self) -> int:
        """Choices and headings."""
        return len(self._choices)

    def pickable(self, row: int) -> bool:
        """Headings cannot be picked."""
        return bool(self._choices[row].part)

    def columns(self) -> Sequence[Column]:
        """What it is, what is tried, what holds."""
        return (
            Column("name", _("what if")),
            Column("now", _("tried"), 17, right=True),
            Column("agreed", _("now"), 17, wanted=1, right=True),
        )

    def row_line(self, row: int) -> Content:
        """A choice or a heading."""
        choice = self._choices[row]
        if not choice.part:
            return self.cells(name=Content(choice.name).stylize(self.over("pick--rule")))
        now = Content(choice.now)
        if choice.agreed:
            now = now.stylize(self.over("pick--strong"))
        return self.cells(name=choice.name, now=now, agreed=choice.agreed)


def choices(trial: Trial, agreed: Trial) -> Iterator[Choice]:
    """Everything that may be tried, as it is tried now, beside what holds."""
    yield Choice(_("Weights"))
    for criterion in trial.round.rules.criteria:
        label = in_language(criterion.label, language())
        now, before = (share_told(float(each.shares[criterion.id])) for each in (trial, agreed))
        yield _choice(label, now, before, "weight", criterion.id)
    yield Choice(_("Rules"))
    yield _choice(_("Method"), method_told(trial.method), method_told(agreed.method), "method")
    yield _choice(_("Places"), str(trial.shortlist), str(agreed.shortlist), "places")
    yield Choice(_("Jurors"))
    for juror in trial.round.rules.jurors:
        now, before = (_counts(juror.id not in each.left_out) for each in (trial, agreed))
        yield _choice(juror.name, now, before, "juror", juror.id)
    yield from _verdicts(trial, agreed)


def _verdicts(trial: Trial, agreed: Trial) -> Iterator[Choice]:
    pairs = sorted(map(sorted, trial.pairs))
    if pairs:
        yield Choice(_("Duplicate verdicts"))
    for a, b in pairs:
        pair = frozenset((a, b))
        now, before = (_counts(pair not in each.set_aside) for each in (trial, agreed))
        yield Choice(f"{a}–{b}", now, before if now != before else "", "verdict", pair=pair)


def _choice(name: str, now: str, agreed: str, part: str, about: str = "") -> Choice:
    return Choice(name, now, agreed if now != agreed else "", part, about)


def _counts(counts: bool) -> str:  # noqa: FBT001 - it is what is told, not a switch
    return _("✓ counts") if counts else _("× left out")
