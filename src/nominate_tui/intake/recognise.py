"""Finds out which form a document follows, and says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.document import Document
from nominate_tui.intake.form import Form
from nominate_tui.intake.package import divided
from nominate_tui.intake.scan import may_follow
from nominate_tui.intake.split import Layout
from nominate_tui.locale.catalogue import _, ngettext

_ENOUGH: Final = 0.5
"""The share of a form's headings that a document must have to follow it."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A document in its form."""

    layout: Layout
    why: str
    """What it was recognised by, in the language spoken."""


def recognise(document: Document, forms: Sequence[Form], wanted: str | None = None) -> Recognised:
    """The document, divided by the form that most of its headings belong to, or by the one that is wanted.

    Raises:
        BadInput: No form is of that name, or the document follows none.
    """
    candidates = [form for form in forms if wanted in (None, form.id)]
    if not candidates:
        raise _refused(document, _("there is no form “{form}”").format(form=wanted), forms)
    layouts = [divided(document, form) for form in candidates if may_follow(document.lines, form)]
    best = max(layouts, key=_share, default=None)
    if best is None or not best.entries or (wanted is None and _share(best) < _ENOUGH):
        raise _refused(document, _unlike(best, candidates), forms)
    return Recognised(best, _why(best))


def _share(layout: Layout) -> float:
    return _headings(layout) / len(layout.form.questions)


def _headings(layout: Layout) -> int:
    return len({section.question.fills for entry in layout.entries for section in entry.sections})


def _why(layout: Layout) -> str:
    told = ngettext(
        "{count} nomination begins with “{begins}”, and {found} of the form's {all} headings were found",
        "{count} nominations begin with “{begins}”, and {found} of the form's {all} headings were found",
        len(layout.entries),
    )
    if layout.package:
        told = ngettext(
            "a package of {count} nomination begins with “{begins}”, and {found} of the form's {all} headings were found",
            "a package of {count} nominations begins with “{begins}”, and {found} of the form's {all} headings were found",
            len(layout.entries),
        )
    package = layout.form.package if layout.package else None
    begins = package.begins if package else layout.form.begins
    found, questions = _headings(layout), len(layout.form.questions)
    return told.format(count=len(layout.entries), begins=begins[0], found=found, all=questions)


def _unlike(best: Layout | None, forms: Sequence[Form]) -> str:
    if best is None or not best.entries:
        message = _("no form is recognised: no line begins a nomination ({begins}) with headings below it")
        return message.format(begins=", ".join(f"“{form.begins[0]}”" for form in forms if form.begins))
    message = _("no form is recognised: only {found} of the {all} headings of “{form}” were found")
    return message.format(found=_headings(best), all=len(best.form.questions), form=best.form.id)


def _refused(document: Document, message: str, forms: Sequence[Form]) -> BadInput:
    known = ", ".join(form.id for form in forms)
    todo = _("known forms: {forms}; write a form file for another").format(forms=known)
    return BadInput([Problem("error", document.name, "", message, todo)])
