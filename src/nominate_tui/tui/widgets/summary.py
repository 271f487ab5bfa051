"""A juror's own figures beside the scores: this nomination's weighted score, its place, and all scores given."""

from collections.abc import Mapping
from typing import Final

from textual.content import Content
from textual.widget import Widget

from nominate_tui.jury.own import Own
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.model.ballot import FINISHED, Review
from nominate_tui.tui.words import STATES

_BARS: Final = "▁▂▃▄▅▆▇█"

_FEW: Final = 7
"""How many values a scale may have to be shown with words before it."""

_MANY_MARKS: Final = 2
"""How many marks leave no room in a small window to say that n goes on."""


class Summary(Widget, can_focus=False):
    """A few lines; the number of lines never changes, so nothing jumps."""

    COMPONENT_CLASSES = {"summary--figure", "summary--mark", "summary--out"}

    def __init__(self, id: str | None = None) -> None:
        """Begin empty."""
        super().__init__(id=id)
        self._told: list[Content] = []

    def show(self, own: Own, review: Review, *, out: bool) -> None:
        """Tell the figures of a review; `out` says that it does not count."""
        figure = self.get_visual_style("summary--figure")
        score = decimal(own.printed_score(review.nomination)) or "–"
        lines = [
            Content.assemble(_("Your weighted score"), " ", (score, figure)),
            Content(_place(own, review.nomination)),
            self._distribution(own.distribution),
            self._marks(own, review, out=out),
        ]
        if lines != self._told:
            self._told = lines
            self.refresh()

    def render(self) -> Content:
        """The lines, none of which wraps."""
        width = self.content_size.width
        return Content("\n").join(line.truncate(width, ellipsis=True) for line in self._told)

    def _distribution(self, counts: Mapping[int, int]) -> Content:
        """Every value with a bar; the words before them are left out where the scale is long."""
        most = max(counts.values(), default=0)
        told = [f"{value}{_bar(count, most)}" for value, count in counts.items()]
        figure = self.get_visual_style("summary--figure")
        if len(told) > _FEW:
            return Content.styled("".join(told), figure)
        return Content.assemble(_("Your scores"), " ", (" ".join(told), figure))

    def _marks(self, own: Own, review: Review, *, out: bool) -> Content:
        if out:
            return Content.styled(_("× recused: does not count"), self.get_visual_style("summary--out"))
        marks = [
            word
            for word, there in (
                (_("⚑ flagged"), review.flagged),
                (_("✎ comment"), review.comment),
                (_("✎ note"), review.note),
            )
            if there
        ]
        if own.states[review.nomination] in FINISHED and len(marks) < _MANY_MARKS:
            marks.insert(0, _("✓ finished · n"))
        return Content.styled(" · ".join(marks), self.get_visual_style("summary--mark"))


def _place(own: Own, nomination: str) -> str:
    place, state = own.place(nomination), own.states[nomination]
    if place is None:
        return _(STATES[state]) if state in FINISHED else _("not finished yet")
    told = _("shared number {place} of your {of}") if place.shared else _("number {place} of your {of}")
    return told.format(place=place.place, of=place.of)


def _bar(count: int, most: int) -> str:
    return _BARS[(count * (len(_BARS) - 1) + most - 1) // most] if count else " "
