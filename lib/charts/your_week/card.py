"""The answers of the first screen: a title, a sentence, and small drawings and lines below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from lib.charts.look.boxes import press


@dataclass(frozen=True, slots=True)
class Card:
    """value: what pressing it gives. title, headline: plain text. below: HTML, by `line` and the small drawings."""

    value: str
    title: str
    headline: str
    below: Sequence[str]


def line(text: str) -> str:
    """A quiet line of a card. text: plain."""
    return f"<p>{escape(text)}</p>"


def cards(every: Sequence[Card], opened: str) -> str:
    """Beside each other, on narrow screens below each other. opened: the value of the card whose rows are shown."""
    return f'<div class="cards">{"".join(_card(each, is_open=each.value == opened) for each in every)}</div>'


def examples(every: Sequence[tuple[str, str, str]]) -> str:
    """Cards of which nothing can be opened: title and sentence as plain text, between them a drawing as HTML."""
    drawn = (f'<div class="card"><h5>{escape(title)}</h5>{each}{line(text)}</div>' for title, each, text in every)
    return f'<div class="cards">{"".join(drawn)}</div>'


def _card(card: Card, *, is_open: bool) -> str:
    word, what = ("Close", "Close the rows of") if is_open else ("Rows", "Rows: what adds up to")
    button = press(card.value, word, f"{what} {card.title}", opened=is_open)
    head = f'<div class="card-head"><p>{escape(card.title)}</p>{button}</div>'
    return f'<div class="card">{head}<h5>{escape(card.headline)}</h5>{"".join(card.below)}</div>'
