"""What a TCX file says of one activity: its laps with their sums, and its points."""

from dataclasses import dataclass, field

from lib.importers.activities.tracks.points import Point
from lib.importers.reading.cells import BadCell
from lib.importers.reading.xml_values import XmlMoment


@dataclass(slots=True)
class Lap:
    """One lap. sums: seconds and metres as the file says them; a lap may lack either."""

    start: XmlMoment | None
    sums: dict[str, float] = field(default_factory=dict)
    heart_rate: float | None = None
    heart_rate_max: float | None = None
    cadence: float | None = None


@dataclass(slots=True)
class TcxBout:
    """One <Activity> while it is read.

    points: those of all laps. distances: (second or None, what the point says was covered so far), in their order.
    bad:    the first sum of a lap that is none.
    """

    sport: str
    line: int
    id: str = ""
    notes: str = ""
    laps: list[Lap] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    distances: list[tuple[float | None, float]] = field(default_factory=list)
    bad: BadCell | None = None

    def total(self, name: str) -> float | None:
        """Of a sum over all laps; None where one does not say it."""
        values = [lap.sums[name] for lap in self.laps if name in lap.sums]
        return sum(values) if values and len(values) == len(self.laps) else None

    def mean(self, name: str) -> float | None:
        """Over the laps that say it, each by its length."""
        pairs = [(getattr(lap, name), lap.sums.get("TotalTimeSeconds", 0.0)) for lap in self.laps if getattr(lap, name)]
        seconds = sum(weight for _, weight in pairs)
        return sum(value * weight for value, weight in pairs) / seconds if seconds else None

    def highest_heart_rate(self) -> float | None:
        """Of all laps."""
        return max((lap.heart_rate_max for lap in self.laps if lap.heart_rate_max), default=None)
