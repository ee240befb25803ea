"""The figures of the dashboard as plain data, for the command line and for checking the screens against it."""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from lib.analysis.balance.ratio import balance
from lib.analysis.counting.coverage import mapping_coverage
from lib.model.vocabulary import Muscle
from lib.model.weeks import dense_weeks
from lib.services.queries.gaps import gaps_of
from lib.services.queries.training import Training
from lib.services.queries.weekly import first_day, last_day, weekly

Figures = Mapping[Hashable, Any]


def weeks_json(training: Training, start: date | None = None, end: date | None = None) -> list[dict[str, Any]]:
    """Dense weeks from the first to the last day that a log covers, oldest first; start and end narrow or widen the range.

    Sums are of what is recorded, so a week that no log covers has 0; `covered` says which logs know the week at all,
    `complete` whether it is over and no log covers it in part only.
    """
    span = _span(training, start, end)
    if span is None:
        return []
    weeks = dense_weeks(*span, training.athlete.first_weekday)
    frames = weekly(training)
    running = frames.running.set_index("week_start").reindex(weeks)
    strength = frames.strength.set_index("week_start").reindex(weeks)
    muscles = frames.sets.pivot_table(index="week_start", columns="muscle", values="hard_sets", observed=True)
    muscles = muscles.reindex(index=weeks, columns=[str(muscle) for muscle in Muscle])
    rows = (table.to_dict("records") for table in (running, strength, muscles))
    return [_week(*row) for row in zip(weeks, *rows, strict=True)]


def _week(week: pd.Timestamp, running: Figures, strength: Figures, muscles: Figures) -> dict[str, Any]:
    return {
        "week_start": week.date().isoformat(),
        "runs": int(_or_zero(running["runs"])),
        "distance_m": round(_or_zero(running["distance_m"]), 1),
        "moving_s": round(_or_zero(running["moving_s"]), 1),
        "sessions": int(_or_zero(strength["sessions"])),
        "lower_sessions": int(_or_zero(strength["lower_sessions"])),
        "hard_sets": _or_zero(strength["sets_done"]),
        "contacts": int(_or_zero(strength["contacts"])),
        "muscles": {str(muscle): _or_zero(sets) for muscle, sets in muscles.items()},
        "covered": {"running": bool(pd.notna(running["runs"])), "strength": bool(pd.notna(strength["sets_done"]))},
        "complete": running["complete"] is True and strength["complete"] is True,  # beyond the logs it is not known
    }


def _span(training: Training, start: date | None, end: date | None) -> tuple[date, date] | None:
    """First and last day to show; None when nothing is logged."""
    first, last = start or first_day(training), end or last_day(training)
    return (first, last) if first and last and first <= last else None


def _or_zero(value: float) -> float:
    return 0.0 if pd.isna(value) else float(value)


def balance_json(training: Training, on: date | None = None, days: int = 28) -> dict[str, Any]:
    """Quadriceps against hamstrings over a window that ends on a day; numbers are null where they are withheld."""
    result = balance(training.lifting, on or training.today, days)
    return {
        "from": result.from_date.isoformat(),
        "to": result.to_date.isoformat(),
        "quadriceps": result.first,
        "hamstrings": result.second,
        "glutes": result.glutes,
        "ratio": result.ratio,
        "log2": result.log2,
        "low": result.low,
        "high": result.high,
        "shown": result.shown,
        "reason": result.reason,
        "coverage": result.mapped_share,
        "covered": result.covered_days > 0,
        "complete": result.covered_days == result.days,
    }


def coverage_json(training: Training) -> dict[str, Any]:
    """Sets that count, how many of them are mapped to muscles, and the names that are not, most sets first.

    logs: the days that the log of each source covers; gaps: long stretches without an entry inside them.
    """
    mapped = mapping_coverage(training.lifting.counted)
    kinds = {"running": training.runs_logged, "strength": training.lifting.periods}
    silent = gaps_of(training)._asdict()
    return {
        "sets": int(mapped.sets),
        "mapped": int(mapped.mapped),
        "share": mapped.share,
        "unmapped": [{"name": row["name"], "sets": int(row["sets"])} for row in mapped.unmapped.to_dict("records")],
        "logs": [_log(kind, row) for kind, periods in kinds.items() for row in periods.to_dict("records")],
        "gaps": [_gap(kind, row) for kind, gaps in silent.items() for row in gaps.to_dict("records")],
    }


def _log(kind: str, period: Figures) -> dict[str, Any]:
    days = {name: period[name].date().isoformat() for name in ("first_day", "last_day", "last_logged")}
    return {"kind": kind, "source": period["source"], **days}


def _gap(kind: str, gap: Figures) -> dict[str, Any]:
    return {
        "kind": kind,
        "sources": gap["sources"].split(", "),
        "from": gap["from_date"].date().isoformat(),
        "to": gap["to_date"].date().isoformat(),
        "days": int(gap["days"]),
    }
