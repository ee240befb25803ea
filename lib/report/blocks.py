"""What a report is made of, before anybody thinks of HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lib.wording.text import FOOTER


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a row: what it is, its value in the athlete's unit, and what it stands beside."""

    label: str
    value: str
    beside: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class RangeTable:
    """A small table; its cells are printed as they are. note: what was left out, below it."""

    frame: pd.DataFrame
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A Plotly figure with its text alternative."""

    figure: Any
    alt: str


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A part of the report: what is seen, how it is counted, then numbers, sentences, figures and tables in this order."""

    title: str
    how: str = ""
    numbers: Sequence[Number] = ()
    sentences: Sequence[str] = ()
    drawings: Sequence[Drawing] = ()
    tables: Sequence[RangeTable] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """The whole page. days: the range in words; made_on: the day it was made, in words."""

    title: str
    name: str
    days: str
    made_on: str
    sections: Sequence[Section]
    footer: str = FOOTER
