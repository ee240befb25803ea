"""How often there was lower-body work: the article's dose is once or twice a week (SCIENCE S3)."""

from dataclasses import dataclass

from lib.model.frames.weeks import WeeklyStrength


@dataclass(frozen=True, slots=True)
class Dose:
    """Complete, covered weeks by their number of lower-body sessions."""

    weeks: int
    none: int
    one: int
    two_or_more: int


def dose(weekly_strength: WeeklyStrength, last: int = 12) -> Dose:
    """The dose of the last complete weeks of WEEKLY_STRENGTH."""
    done = weekly_strength.loc[weekly_strength["complete"], "lower_sessions"].tail(last).dropna()
    return Dose(len(done), int((done == 0).sum()), int((done == 1).sum()), int((done > 1).sum()))
