"""The chair's first view: a matrix of nominations and jurors, with the state of every review."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from textual.content import Content

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.progress import JurorProgress, NominationProgress, Progress
from nominate_tui.jury.voices import Voice
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.rules import Juror
from nominate_tui.tui.chair_words import day, waited_for
from nominate_tui.tui.columns import Column, told
from nominate_tui.tui.widgets.chair_view import ChairView
from nominate_tui.tui.widgets.pick_list import PickList
from nominate_tui.tui.widgets.wrapping import packed, shortened
from nominate_tui.tui.words import OUTDATED, SIGNS, STATES, is_told, read_before

_WIDEST: Final = (6, 10)
"""Cells for a juror's name at most, in a small window and in a wide one."""


class Matrix(PickList):
    """One row a nomination, one column a juror; where there are too many jurors, how many are in each state."""

    def __init__(self, desk: ChairDesk) -> None:
        """Show what the desk sees."""
        super().__init__()
        self._desk = desk
        self._progress: Progress = desk.progress()

    @property
    def picked(self) -> NominationProgress | None:
        """The nomination that is picked; `None` where there is none."""
        rows = self._progress.nominations
        return rows[self.here] if self.here < len(rows) else None

    def rows(self) -> int:
        """As many as there are nominations."""
        return len(self._progress.nominations)

    def renew(self) -> None:
        """Look at the desk again."""
        self._progress = self._desk.progress()
        super().renew()

    def columns(self) -> Sequence[Column]:
        """Number, title, counted reviews of the quorum, and the jurors."""
        fixed = (Column("id", "", 3, right=True), Column("title", ""), Column("n", "n", 5, right=True))
        jurors = self._desk.round.rules.jurors
        free = self.room - 2 - 3 - 5 - 3 - self.LEAST
        each = min(free // max(len(jurors), 1) - 1, _WIDEST[self.room >= 90])
        if each < 2:
            return (*fixed, *(Column(state, SIGNS[state], 3, right=True) for state in self._told))
        return (*fixed, *(Column(f"juror:{juror.id}", _short(juror, jurors), each) for juror in jurors))

    def row_line(self, row: int) -> Content:
        """One nomination."""
        about = self._progress.nominations[row]
        title = self._desk.round.nominations[about.nomination].title
        if about.outdated and not self._named():
            title = f"{OUTDATED} {title}"
        return self.cells(id=about.nomination, title=title, n=self._n(about), **self._states(about))

    def heading(self) -> tuple[Content, ...]:
        """Who the jurors are, how many nominations each has finished, who has confirmed."""
        dim = self.over("pick--dim")
        if not self._named():
            return (
                told(self.shown(), {"title": Content(self._confirmed())}).stylize(dim),
                *super().heading(),
            )
        finished = {f"juror:{j.juror.id}": Content(self._finished(j)) for j in self._progress.jurors}
        confirmed = {
            f"juror:{j.juror.id}": Content(day(j.confirmed) if j.confirmed else "–")
            for j in self._progress.jurors
        }
        total = _("finished of {n}").format(n=self.rows())
        if self._desk.round.rules.in_parts:
            total = _("finished of those to score")
        return (
            *super().heading(),
            told(self.shown(), {"title": Content(total), **finished}).stylize(dim),
            told(self.shown(), {"title": Content(self._confirmed()), **confirmed}).stylize(dim),
        )

    @property
    def _told(self) -> Sequence[ReviewState]:
        """The states that can occur here."""
        return [state for state in ReviewState if is_told(state, self._desk.round.rules)]

    def _named(self) -> bool:
        """Whether there is room for a column of each juror."""
        return any(column.key.startswith("juror:") for column in self.shown())

    def _finished(self, juror: JurorProgress) -> str:
        """How many a juror has finished, and of how many where these are only a part and there is room for both."""
        told = f"{juror.finished}/{juror.given}" if self._desk.round.rules.in_parts else str(juror.finished)
        column = next(each for each in self.shown() if each.key == f"juror:{juror.juror.id}")
        return told if len(told) <= column.width else str(juror.finished)

    def _confirmed(self) -> str:
        return _("confirmed: {n} of {all}").format(n=self._progress.confirmed, all=len(self._progress.jurors))

    def _n(self, row: NominationProgress) -> Content:
        if row.primary != row.nomination:
            return Content(f"→ {row.primary}").stylize(self.over("pick--dim"))
        enough = f"{row.n} ✓" if row.quorum_met else f"{row.n} !"
        return Content(enough).stylize(self.over("state--complete" if row.quorum_met else "pick--strong"))

    def _states(self, row: NominationProgress) -> dict[str, Content]:
        jurors = self._desk.round.rules.jurors
        each = {
            f"juror:{juror.id}": self._sign(state, outdated=juror.id in row.outdated)
            for juror, state in zip(jurors, row.states, strict=True)
        }
        tally = Counter(row.states)
        return each | {state: Content(str(tally[state] or "")) for state in ReviewState}

    def _sign(self, state: ReviewState, *, outdated: bool) -> Content:
        sign = SIGNS[state] + (OUTDATED if outdated else "")
        return Content(sign).stylize(self.over(f"state--{state}"))


class ProgressView(ChairView):
    """Who has scored what."""

    KEYS = ("read(1)", "recuse", "lock", "export", "look", "view(1)")

    def __init__(self, desk: ChairDesk) -> None:
        """Show what the desk sees."""
        self._matrix = Matrix(desk)
        super().__init__(desk, self._matrix, id="progress")

    @property
    def picked(self) -> str:
        """The id of the picked nomination; empty where there is none."""
        row = self._matrix.picked
        return row.nomination if row else ""

    def notice(self) -> str:
        """What is wrong in the round and its ballots, each with its address."""
        problems = self.desk.problems
        if not problems:
            return ""
        head = ngettext(
            "! {n} problem in the round; what is wrong counts nowhere until it is mended:",
            "! {n} problems in the round; what is wrong counts nowhere until it is mended:",
            len(problems),
        ).format(n=len(problems))
        more = len(problems) - 3
        rest = [_("and {n} more; “nominate-tui check” lists them all").format(n=more)] if more > 0 else []
        each = [f"  {problem}" for problem in problems[:3]]
        if len(each) > 1:
            # One line for each: the list shall be seen too.
            each = [shortened(told, self.size.width - 2) for told in each]
        return "\n".join([head, *each, *rest])

    def legend(self) -> str:
        """The sign of each state."""
        states = [state for state in ReviewState if is_told(state, self.desk.round.rules)]
        told = [f"{SIGNS[state]} {_(STATES[state])}" for state in states]
        if self.desk.progress().outdated:
            told.append(OUTDATED + " " + _("new text"))
        return packed(told, self.size.width - 2)

    def details(self) -> Iterable[Content]:
        """How far the jury is with the picked nomination, and who is to be waited for."""
        row = self._matrix.picked
        if row is None:
            return [Content(_("There are no nominations yet: “nominate-tui intake” takes them in"))]
        nomination = self.desk.round.nominations[row.nomination]
        head = self.strong(f"{nomination.id}  {nomination.title}")
        voices = [v for v in self.desk.voices(row.nomination) if v.nomination == row.nomination]
        about = [head, self.line(nomination.organisation), self._quorum(row), *_told(voices)]
        return [*about, *self._waiting()]

    def _waiting(self) -> Iterator[Content]:
        missing = self.desk.missing()
        if missing:
            yield Content("")
            yield self.strong(_("Still to be waited for"))
        for each in missing:
            yield Content(f"{each.juror.name}: {waited_for(each)}")

    def _quorum(self, row: NominationProgress) -> Content:
        quorum = self.desk.round.rules.quorum
        n = ngettext("{n} of {jury} jurors counts", "{n} of {jury} jurors count", row.n)
        counted = n.format(n=row.n, jury=row.asked)
        if row.primary != row.nomination:
            return Content(_("{primary} stands for it").format(primary=row.primary) + f"; {counted}")
        if row.quorum_met:
            return Content(counted + "; " + _("the quorum of {n} is reached").format(n=quorum))
        lacking = _("{n} more needed for the quorum of {quorum}").format(n=quorum - row.n, quorum=quorum)
        return self.alarm(f"! {counted}; {lacking}")


def _told(voices: Sequence[Voice]) -> Iterator[Content]:
    for state in (ReviewState.MISSING, ReviewState.UNFINISHED, ReviewState.ABSTAINED):
        names = [voice.juror.name for voice in voices if voice.state is state]
        if names:
            yield Content(f"{SIGNS[state]} {_(STATES[state])}: {', '.join(names)}")
    # Most of a large jury, and nobody is to do anything: how many they are says enough.
    unasked = sum(voice.state is ReviewState.UNASSIGNED for voice in voices)
    if unasked:
        yield Content(f"{SIGNS[ReviewState.UNASSIGNED]} {_(STATES[ReviewState.UNASSIGNED])}: {unasked}")
    for before in dict.fromkeys(read_before(voice.outdated) for voice in voices if voice.outdated):
        names = [v.juror.name for v in voices if v.outdated and read_before(v.outdated) == before]
        yield Content(f"{OUTDATED} {before}: {', '.join(names)}")
    for voice in voices:
        if voice.conflict:
            by = _("set by the chair") if voice.by_chair else _("declared")
            told = (
                f"{voice.juror.name}: {voice.conflict.reason}" if voice.conflict.reason else voice.juror.name
            )
            yield Content(f"{SIGNS[voice.state]} {told} ({by})")


def _short(juror: Juror, jurors: Sequence[Juror]) -> str:
    """The first name, or the id where another juror has the same."""
    first = juror.name.split()[0] if juror.name.split() else juror.id
    same = sum(other.name.split()[:1] == [first] for other in jurors)
    return juror.id if same > 1 else first
