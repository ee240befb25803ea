"""The fourteen half-days of a week: hard runs, leg sessions, and which of these are done."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Final

from lib.charts.look.boxes import box, drawing
from lib.charts.look.theme import Look, Palette, palette


class ChipKind(StrEnum):
    """What stands in a half-day."""

    RUN = "run"
    SUGGESTED = "suggested"
    PLANNED = "planned"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Chip:
    """One run or leg session. lines: plain text, such as "Legs" and "18:00"."""

    kind: ChipKind
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HalfDays:
    """One day. title: plain text, such as "Tue 1". today: it is framed."""

    title: str
    am: tuple[Chip, ...]
    pm: tuple[Chip, ...]
    today: bool = False


_GRID: Final = "display:grid;grid-template-columns:1.4rem repeat(7,minmax(0,1fr));line-height:1.25"
_WIDE: Final = "gap:4px;font-size:12.5px"
_NARROW: Final = "gap:2px;font-size:12px"  # "18:00" in a seventh of 390 pixels
_ROW: Final = "min-height:52px;border-radius:6px;display:flex;flex-direction:column;gap:3px"


def week_strip(days: Sequence[HalfDays], words: str, look: Look) -> str:
    """Seven columns of two half-days. words: the same in a sentence."""
    colours = palette(look)
    heads = box("") + "".join(_head(day, colours) for day in days)
    rows = (("am", [day.am for day in days]), ("pm", [day.pm for day in days]))
    halves = "".join(_half(name, colours) + "".join(_cell(each, look) for each in cells) for name, cells in rows)
    return drawing(heads + halves, words, f"{_GRID};{_NARROW if look.narrow else _WIDE};color:{colours.ink}")


def _half(name: str, colours: Palette) -> str:
    return box(f"align-self:center;color:{colours.muted}", name)


def _head(day: HalfDays, colours: Palette) -> str:
    weight = f"font-weight:600;border-bottom:2px solid {colours.ink}" if day.today else f"color:{colours.muted}"
    return box(f"text-align:center;padding-bottom:2px;{weight}", escape(day.title))


def _cell(chips: Sequence[Chip], look: Look) -> str:
    edge = f"padding:{0 if look.narrow else 3}px;border:1px solid {palette(look).grid}"
    return box(f"{_ROW};{edge}", "".join(_chip(each, look) for each in chips))


def _chip(chip: Chip, look: Look) -> str:
    """A run and a leg session that is planned have a thick edge, one that is only suggested a dashed one, one done a filled ground."""
    colours = palette(look)
    colour = colours.running if chip.kind is ChipKind.RUN else colours.lifting
    edge = {
        ChipKind.SUGGESTED: f"border:1px dashed {colour}",
        ChipKind.DONE: f"border:1px solid {colour};background:{colours.zero}",
    }.get(chip.kind, f"border:1px solid {colour};border-left:{3 if look.narrow else 4}px solid {colour}")
    lines = "".join(box("display:block;overflow-wrap:anywhere", escape(line)) for line in chip.lines)
    return box(f"display:block;border-radius:4px;padding:1px {2 if look.narrow else 3}px;{edge}", lines)
