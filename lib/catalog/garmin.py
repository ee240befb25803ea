"""Exercises as Garmin writes them: a category and a name in it, "curl / dumbbell_hammer_curl"."""

import re
from typing import Final

# The categories of the FIT profile.
_CATEGORIES: Final = (
    "banded_exercises|battle_rope|bench_press|bike|bike_outdoor|calf_raise|cardio|cardio_sensors|carry|chop|core|crunch|"
    "curl|deadlift|elliptical|floor_climb|flye|hip_raise|hip_stability|hip_swing|hyperextension|indoor_bike|indoor_row|"
    "ladder|lateral_raise|leg_curl|leg_raise|lunge|move|olympic_lift|plank|plyo|pose|pull_up|push_up|row|run|run_indoor|"
    "sandbag|shoulder_press|shoulder_stability|shrug|sit_up|sled|sledge_hammer|squat|stair_stepper|suspension|tire|"
    "total_body|triceps_extension|warm_up"
)
_CATEGORY_AND_NAME: Final = re.compile(rf"\s*({_CATEGORIES.replace('_', '[_ ]')})\s*[/:>]\s*(\S.*)", re.IGNORECASE)


def readings(name: str) -> tuple[str, ...]:
    """How a name may be read, likeliest first: the name in its category alone, then with the category's word after it."""
    found = _CATEGORY_AND_NAME.fullmatch(name)
    return (found[2], f"{found[2]} {found[1]}") if found else (name,)
