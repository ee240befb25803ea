"""Boxes of HTML that small drawings are made of: a few hundred bytes where a chart would cost the browser a redraw. Pure.

Boxes and no SVG: st.html lets no SVG through.
"""

from html import escape
from math import isnan


def drawing(content: str, words: str, style: str) -> str:
    """A drawing with its text alternative. words: what it shows, plain text."""
    return f'<div role="img" aria-label="{escape(words)}" style="{style}">{content}</div>'


def box(style: str, content: str = "") -> str:
    """One box."""
    return f'<span style="box-sizing:border-box;{style}">{content}</span>'


def share(value: float, most: float) -> float:
    """A value as a share of the most, in percent, 0 to 100; 0 where nothing is known."""
    return min(max(value / most, 0.0), 1.0) * 100 if most > 0 and not isnan(value) else 0.0


def group(content: str, words: str, style: str) -> str:
    """A drawing whose parts can be pressed, with its text alternative. words: plain text."""
    return f'<div role="group" aria-label="{escape(words)}" style="{style}">{content}</div>'


def press(value: str, content: str, words: str, style: str = "", *, opened: bool | None = None) -> str:
    """A part that can be pressed, which gives `value` (lib/ui/kit/pressed.py). words: what it is, plain text.

    opened: whether its rows are shown; None where it does not tell.
    """
    said = f'aria-label="{escape(words)}" title="{escape(words)}"'
    state = "" if opened is None else f' aria-expanded="{str(opened).lower()}"'
    told = f'class="press" data-press="{escape(value)}" {said}{state} style="{style}"'
    return f'<button type="button" {told}>{content}</button>'
