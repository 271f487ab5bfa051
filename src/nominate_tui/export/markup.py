"""Builds HTML and SVG from parts; a text becomes markup only by being escaped, wherever it came from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

Value = str | int | float
"""What an attribute may be."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of HTML that is safe as it is."""

    html: str


Part = Markup | str
"""What stands in an element: markup, or a text that is escaped."""


def tag(name: str, /, *parts: Part, **attributes: Value | None) -> Markup:
    """An element with these parts in it.

    An attribute that is `None` is left out. `class_` is written `class`, and `aria_label` as `aria-label`.
    """
    return Markup(f"<{name}{_attributes(attributes)}>{joined(parts).html}</{name}>")


def void(name: str, /, **attributes: Value | None) -> Markup:
    """An element that has no end, such as `meta`."""
    return Markup(f"<{name}{_attributes(attributes)}>")


def joined(parts: Iterable[Part]) -> Markup:
    """Parts one after the other."""
    return Markup(
        "".join(part.html if isinstance(part, Markup) else escape(part, quote=True) for part in parts)
    )


def foreign(text: str) -> Markup:
    """A text of somebody else's on the line, whose reading direction touches nothing around it."""
    return tag("bdi", text)


def unbroken(text: str) -> str:
    """A text that stays on one line, such as a number with its unit."""
    return text.replace(" ", "\u00a0")


def listed(items: Iterable[Part], name: str = "ul") -> Markup:
    """A list; nothing where there are no items."""
    lines = [tag("li", item) for item in items]
    return tag(name, *lines) if lines else Markup("")


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column."""

    text: str
    figures: bool = False
    """Whether it holds figures, which stand under one another at the right."""


def table(
    caption: str, headings: Sequence[Heading], rows: Iterable[Sequence[Part]], named: int = 0
) -> Markup:
    """A table; the cell at the place `named` of each row is the row's heading."""
    head = [tag("th", each.text, scope="col", class_=_side(each)) for each in headings]
    body = [tag("tr", *_cells(row, headings, named)) for row in rows]
    whole = tag("table", tag("caption", caption), tag("thead", tag("tr", *head)), tag("tbody", *body))
    # What is wider than the window is moved by itself, also by keys, and not the page with it.
    return tag("div", whole, class_="wide", tabindex=0, role="region", aria_label=caption)


def _cells(row: Sequence[Part], headings: Sequence[Heading], named: int) -> Iterable[Markup]:
    for place, (part, heading) in enumerate(zip(row, headings, strict=True)):
        name, scope = ("th", "row") if place == named else ("td", None)
        yield tag(name, part, scope=scope, class_=_side(heading))


def _side(heading: Heading) -> str | None:
    return "figure" if heading.figures else None


def _attributes(attributes: dict[str, Value | None]) -> str:
    written = (
        f' {name.rstrip("_").replace("_", "-")}="{escape(_told(value), quote=True)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return "".join(written)


def _told(value: Value) -> str:
    """A figure in a drawing with one decimal at most, so that every machine writes the same."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
