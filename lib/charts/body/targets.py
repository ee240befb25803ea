"""What can be pointed at on the body map: filled areas give no points to choose, so invisible ones lie all over them."""

from collections.abc import Mapping, Sequence
from math import ceil, isnan
from typing import Any

from lib.charts.body.shapes import Loop, Point
from lib.charts.look.sketch import Trace, scatter
from lib.model import region
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

NOTHING = "No strength log covers these weeks"
_APART = 5  # units of the figure


def targets(areas: Mapping[Muscle, Sequence[Loop]], rows: Mapping[Muscle, Mapping[Any, Any]]) -> Trace:
    """Points within the areas of the muscles, with what is said of each. rows: MUSCLE_WINDOW by muscle."""
    places = [(muscle, point) for muscle, loops in areas.items() for loop in loops for point in points_inside(loop)]
    hidden = {"marker": {"opacity": 0}}
    return scatter(
        name="muscles",
        x=[x for _, (x, _) in places],
        y=[y for _, (_, y) in places],
        mode="markers",
        marker={
            "size": 14,
            "opacity": 0,
            "color": [rows[muscle]["hard_sets"] for muscle, _ in places],
            "coloraxis": "coloraxis",
        },
        customdata=[[str(muscle)] for muscle, _ in places],
        text=[_hover(muscle, rows[muscle]) for muscle, _ in places],
        hovertemplate="%{text}<extra></extra>",
        selected=hidden,
        unselected=hidden,
    )


def number(value: float, *, relative: bool = False) -> str:
    """A number of the map: "10.5", "84 %", or a dash where nothing is known."""
    if isnan(value):
        return "–"
    return f"{value * 100:.0f} %" if relative else region.short(value)


def points_inside(loop: Loop) -> list[Point]:
    """Evenly spaced points within a closed line, so that every part of it is near one; the middle of a small one."""
    xs, ys = [x for x, _ in loop], [y for _, y in loop]
    grid = [(x, y) for x in _steps(min(xs), max(xs)) for y in _steps(min(ys), max(ys)) if _contains(loop, x, y)]
    return grid or [(round(sum(xs) / len(xs), 1), round(sum(ys) / len(ys), 1))]


def _hover(muscle: Muscle, row: Mapping[Any, Any]) -> str:
    name = f"<b>{MUSCLE_NAMES[muscle]}</b><br>"
    if isnan(row["hard_sets"]):
        return f"{name}{NOTHING}"
    low, high, before = (number(row[column]) for column in ("strict", "permissive", "before"))
    span = "" if low == high else f" ({low}–{high})"
    lines = f"{name}{number(row['hard_sets'])} sets a week{span}<br>four weeks before: {before}"
    return lines if isnan(row["share"]) else f"{lines}<br>{number(row['share'], relative=True)} of the own highest"


def _steps(low: float, high: float) -> list[float]:
    """Evenly spaced values between low and high."""
    count = max(1, ceil((high - low) / _APART))
    return [round(low + (high - low) * (index + 0.5) / count, 1) for index in range(count)]


def _contains(loop: Loop, x: float, y: float) -> bool:
    """Whether a point lies in a polygon: a ray to the right crosses its border an odd number of times."""
    crossings = 0
    for (x0, y0), (x1, y1) in zip(loop, [*loop[1:], loop[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            crossings += 1
    return crossings % 2 == 1
