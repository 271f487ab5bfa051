"""Paragraphs before they are drawn: a text, and how it is to look."""

Line = tuple[str, str]
"""How a paragraph looks (`strong`, `dim`, `alarm`, empty; `line` is dim and may be cut to one line), and the text."""
