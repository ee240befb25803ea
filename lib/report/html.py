"""A report as one HTML file that needs no network: figures, script and style are inside."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from lib.charts.look import offline
from lib.report.blocks import Drawing, Report

if TYPE_CHECKING:
    from jinja2 import Template

WIDTH = 700  # CSS pixels: what A4 leaves between its margins, so that paper and screen look alike


def to_html(report: Report) -> str:
    """The whole page. Every text is escaped; figures bring their own script once."""
    return _template().render(report=report, script=offline.script(), style=_text("report.css"), draw=_draw)


def _draw(drawing: Drawing) -> str:
    return offline.to_div(drawing.figure, WIDTH)


@cache
def _template() -> "Template":
    from jinja2 import Environment  # slow to load, and few runs of a process write a report

    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(_text("report.html"))


def _text(name: str) -> str:
    return files("lib.report").joinpath(name).read_text(encoding="utf-8")
