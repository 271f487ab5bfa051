"""A juror's desk as a screen knows it: where the juror is, what is shown of it, what is told."""

from collections.abc import Callable
from typing import ParamSpec

from textual import work
from textual.screen import Screen

from nominate_tui.errors import NominateError
from nominate_tui.jury.history import Step
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale.catalogue import decimal
from nominate_tui.tui.messages import ChangedByChair, LookalikesFound
from nominate_tui.tui.reading import Reading

P = ParamSpec("P")


class AtDesk(Screen[None]):
    """A screen at a juror's desk. The screen with the widgets derives from it, and shows."""

    def __init__(self, desk: JurorDesk) -> None:
        """Sit down at a desk, at its first nomination."""
        super().__init__()
        self.desk = desk
        ids = desk.nominations.ids
        criteria = tuple(criterion.id for criterion in desk.round.rules.criteria)
        self.place = Reading(ids, criteria, ids[0], criteria[0])
        self.last_scored = ""
        """The criterion that was scored last: its anchor is still shown when the next one is in focus."""

    def show_place(self) -> None:
        """Show the nomination and criterion that the juror is at."""
        raise NotImplementedError

    def show_review(self) -> None:
        """Show what the juror said of the nomination."""
        raise NotImplementedError

    def begin(self) -> Reading:
        """Where to begin: where the juror went on last; if that is finished, at the next that is not."""
        here = self.place.go(self.desk.last_touched or self.place.nomination)
        unfinished = self.desk.own.unfinished
        return self.arrive(here if here.nomination in unfinished else here.next_of(unfinished))

    def arrive(self, place: Reading) -> Reading:
        """The place with the first criterion in focus that nothing was said on."""
        review = self.desk.review(place.nomination)
        said = (*review.scores, *review.abstained)
        return place.on(next((c for c in place.criteria if c not in said), place.criteria[0]))

    def show(self, place: Reading) -> None:
        """Go to a place and show it; what was changed at the last one is saved at once."""
        before, self.place = self.place, place
        if before.nomination != place.nomination:
            self.last_scored = ""
            self.desk.save_soon()
        with self.app.batch_update():
            self.show_place()

    def go_on(self) -> None:
        """Go to the next criterion, after something was said on the one in focus."""
        review = self.desk.review(self.place.nomination)
        said = {*review.scores, *review.abstained}
        self.show(self.place.after_score([c for c in self.place.criteria if c not in said]))

    def answers_in_focus(self) -> tuple[str, ...]:
        """The answers that the criterion in focus is judged by."""
        criterion = self.desk.round.rules.criterion(self.place.criterion)
        return criterion.answers if criterion else ()

    def printed_score(self, id: str) -> str:
        """The juror's weighted score for a nomination, as it is written in the language spoken."""
        return decimal(self.desk.own.printed_score(id))

    def say(self, words: str, *, warning: bool = False) -> None:
        """Say something for a moment, in the place of what was said before: words never pile up."""
        self.app.clear_notifications()
        self.notify(words, severity="warning" if warning else "information", markup=False)

    def attempt(self, do: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Do something at the desk and show the review; where it is refused, say why and answer no."""
        try:
            do(*args, **kwargs)
        except NominateError as refusal:
            self.say(str(refusal), warning=True)
            return False
        self.show_review()
        return True

    def step(self, do: Callable[[], Step | None], nothing: str) -> None:
        """Take a step back or do it again, and go where it was."""
        try:
            step = do()
        except NominateError as refusal:
            self.say(str(refusal), warning=True)
            return
        if step is None:
            self.say(nothing)
            return
        place = self.place.go(step.before.nomination)
        self.show(place.on(step.criterion or place.criterion))

    @work(thread=True, exit_on_error=False)
    def look_for_lookalikes(self) -> None:
        """Compare the nominations while the juror reads."""
        self.desk.find_lookalikes()
        self.post_message(LookalikesFound())

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def look_again(self) -> None:
        """Look what the chair did meanwhile."""
        if self.desk.look_again():
            self.post_message(ChangedByChair())
