"""Garmin Connect's Activities.csv, English, running view of 2026: wall clock, kilometres (FORMATS 3.2)."""

from sample_data.bouts import Bout
from sample_data.layouts.text import quoted

HEADER = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run Cadence,"
    "Max Run Cadence,Avg Pace,Best Pace,Total Ascent,Total Descent,Avg Stride Length,Training Stress Score®,Steps,"
    "Decompression,Best Lap Time,Number of Laps,Moving Time,Elapsed Time,Min Elevation,Max Elevation"
)

_TYPES = {"run": "Running", "trail": "Trail Running", "treadmill": "Treadmill Running"}


def garmin_line(bout: Bout) -> str:
    """One row: the first three cells bare, everything from the title on quoted."""
    bare = (_TYPES[bout.kind], f"{bout.start:%Y-%m-%d %H:%M:%S}", "false")
    cells = (bout.title, *_effort(bout), *_pace(bout), *_climb(bout), *_steps(bout), *_laps(bout), *_heights(bout))
    return ",".join((*bare, *map(quoted, cells)))


def _effort(bout: Bout) -> tuple[str, ...]:
    """Distance to Aerobic TE."""
    beats = (_or_dashes(bout.heart_rate_bpm), _or_dashes(bout.heart_rate_max_bpm))
    return (
        f"{bout.distance_m / 1000:.2f}",
        f"{bout.calories:,}",
        _clock(bout.moving_s),
        *beats,
        f"{_training_effect(bout):.1f}",
    )


def _pace(bout: Bout) -> tuple[str, ...]:
    """Average and highest cadence of two legs, average and best pace."""
    pace = (_minutes(_pace_s(bout)), _minutes(_pace_s(bout) * 0.88))
    return (
        ("--", "--", *pace)
        if bout.cadence_spm is None
        else (f"{bout.cadence_spm:.0f}", f"{bout.cadence_spm + 14:.0f}", *pace)
    )


def _climb(bout: Bout) -> tuple[str, ...]:
    """Total ascent and descent; a treadmill has none."""
    return (
        ("--", "--") if bout.kind == "treadmill" else (f"{bout.ascent_m:,}", f"{bout.ascent_m - bout.ascent_m // 9:,}")
    )


def _steps(bout: Bout) -> tuple[str, ...]:
    """Stride length to Decompression. A stride of 0 is how Garmin writes that no cadence was recorded."""
    stride_m = bout.distance_m / bout.steps if bout.cadence_spm else 0.0
    return f"{stride_m:.2f}", "0.0", f"{bout.steps:,}", "No"


def _laps(bout: Bout) -> tuple[str, ...]:
    """Best Lap Time to Elapsed Time."""
    best = int(_pace_s(bout) * 0.93)
    return (
        f"00:0{best // 60}:{best % 60:02}.4",
        str(int(bout.distance_m // 1000) + 1),
        _clock(bout.moving_s - 3),
        _clock(bout.elapsed_s),
    )


def _heights(bout: Bout) -> tuple[str, ...]:
    """Lowest and highest point."""
    return ("--", "--") if bout.kind == "treadmill" else ("212", str(212 + max(4, bout.ascent_m // 2)))


def _training_effect(bout: Bout) -> float:
    """0-5, higher for a higher heart rate and a longer bout. Our own invention: only the look matters."""
    effort = ((bout.heart_rate_bpm or 140) - 110) / 15
    return min(5.0, 0.8 * effort + bout.moving_s / 7200)


def _pace_s(bout: Bout) -> float:
    """Seconds a kilometre."""
    return bout.moving_s * 1000 / bout.distance_m


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _or_dashes(value: int | None) -> str:
    return "--" if value is None else str(value)
